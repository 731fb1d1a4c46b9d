"""Nouns that name an event which something else only opens, bars, weighs, risks or would bring.

"A warrant for *the arrest* of X" tells of no arrest, however definite it is: a weak definite (Poesio 1994), which its
complement identifies and which need not be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality.readings import cue_class
from kg.extract.syntax import children, is_definite, is_passive
from kg.model import Certainty

if TYPE_CHECKING:
    from kg.extract.factuality.readings import Reading
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_COMPLEMENTS = frozenset({"by", "of"})
_BEING = frozenset({"be", "remain"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def of_prospect(noun: Token, over: Token, reading: Reading, found: CueClass | None, lexicon: Lexicon) -> Reading | None:
    """The reading of a noun that need not be there under its governor, of that class; None where it is no such."""
    if _is_led_up_to(noun, over, lexicon):
        return reading.unclear(f"ahead of {over.text!r}")
    if _is_held_up(noun, over, lexicon):
        if is_definite(noun) or over.lemma_ in lexicon.words.get("halting", ()):
            return reading.unclear(f"held up by {over.text!r}")
        # "Is considering sanctions".
        return replace(reading.doubted(Certainty.UNKNOWN, f"weighed by {over.text!r}"), future=True, cue=over)
    if _is_only_held(noun, over, found, lexicon) or _is_ahead(noun, over, lexicon):
        return reading.unclear(f"not there for {over.text!r}")
    if (charge := _charge_over(noun, over, lexicon)) is not None:
        return replace(reading.under(charge.stance, f"{charge.name} under {over.head.text!r}"), cue=over.head)
    return None


def _is_led_up_to(noun: Token, over: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what another only opens or decides: "a warrant *for* the arrest", "a vote *on* the sale"."""
    if noun.dep_ != "pobj" or over.pos_ != "NOUN":
        return False
    return f"{over.lemma_} {noun.head.lower_}" in lexicon.words.get("leading up", ())


def _is_held_up(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what somebody puts off or ends, begun or not, or thinks about: "halted *the execution of* X".

    Not what has an owner ("halted *its* attacks"), nor what was said ("considers an offer").
    """
    if noun.dep_ not in {"dobj", "nsubjpass"} or "poss" in noun.kinds or cue_class(noun, lexicon) is not None:
        return False
    if verb.lemma_ in lexicon.words.get("halting", ()):
        return is_definite(noun) and _is_of_something(noun)
    held = is_passive(verb) or bool(children(verb, "oprd", "xcomp"))
    return verb.lemma_ in lexicon.words.get("deliberating", ()) and verb.tag_ != "VBN" and not held


def _charge_over(noun: Token, accused: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of a verb whose object the parse gave what it is accused of: "accused the army *of murder*"."""
    verb = accused.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    if accused.dep_ not in {"dobj", "nsubjpass"} or verb.pos_ != "VERB" or accused.pos_ not in {"NOUN", "PROPN"}:
        return None
    found = cue_class(verb, lexicon)
    return found if found is not None and found.name == "allege" and verb.lemma_ != "allege" else None


def _is_only_held(noun: Token, over: Token, found: CueClass | None, lexicon: Lexicon) -> bool:
    """Whether a definite noun is what its governor risks, awaits or turns down: "hinted at *the closure* of the mine".

    What was said is there: "rejected the request".
    """
    if over.pos_ not in {"VERB", "ADJ"} or not is_definite(noun) or cue_class(noun, lexicon) is not None:
        return False
    if found is not None and found.name == "reject" and noun.dep_ in _OBJECTS:
        return _is_of_something(noun)
    return (_is_of_something(noun) or "poss" in noun.kinds) and _key(noun, over) in lexicon.words.get(
        "not presupposing", ()
    )


def _is_ahead(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a subject is said to be no more than a prospect: "*the sale* is under discussion", "was set for May"."""
    phrases = children(verb, "prep")
    if noun.dep_ == "nsubjpass":
        return verb.lemma_ in lexicon.words.get("scheduling", ()) and any(p.lower_ == "for" for p in phrases)
    if noun.dep_ != "nsubj" or verb.lemma_ not in _BEING:
        return False
    told = lexicon.words.get("in prospect", ())
    return any(f"{p.lower_} {thing.lower_}" in told for p in phrases for thing in children(p, "pobj"))


def _is_of_something(noun: Token) -> bool:
    """Whether a complement is all that makes a noun definite: "the closure *of the mine*", unlike "the strike"."""
    return any(p.lower_ in _COMPLEMENTS for p in children(noun, "prep"))


def is_entailed(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what its verb would bring: "could lead to *the release* of X"."""
    return _key(noun, verb) in lexicon.words.get("entailing", ())


def _key(noun: Token, over: Token) -> str | None:
    """A verb or adjective, with the preposition that a noun stands behind; None where it is no object of it."""
    if noun.dep_ == "pobj":
        return f"{over.lemma_} {noun.head.lower_}" if noun.head.head is over else None
    return over.lemma_ if noun.dep_ in _OBJECTS else None
