"""Clauses on whom something hurt, which the parser hangs on a place or on who speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
# Where or when something happens, not what it is.
_AROUND = frozenset({"against", "at", "during", "in", "inside", "near", "on", "outside"})
_STATES = frozenset({"dead", "homeless", "hurt", "injured", "paralysed", "paralyzed", "wounded"})
_LIVES = frozenset({"life", "live"})
_SPEAKING = frozenset({"ACCUSE", "REJECT"})
_STEPS = 6


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Hangs in place what a verb of harm says on the deed or the disaster that did it."""
    if verb.dep_ == "relcl":
        _climb(verb, lexicon)
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG":
        _give_deed(verb, lexicon)


def _climb(verb: Token, lexicon: Lexicon) -> None:
    """Hangs a clause with "that" or "which" on the deed: "the *raid* on a school *that killed* two"."""
    noun, first = verb.head, verb.left_edge
    place = noun.dep_ == "pobj" and noun.head.lower_ in _AROUND
    relative = first.lower_ in {"that", "which"} and first.dep_ == "nsubj" and first.head is verb
    if not (place and relative and _is_harm(verb, lexicon)) or _is_deed(noun, lexicon):
        return
    building = noun.lemma_.lower() in lexicon.places and not noun.ent_type_
    if can_act(noun) and not building and noun.head.lower_ in {"against", "on"}:
        return
    deed = _deed_above(noun, lexicon)
    if deed is not None:
        verb.attach(deed, "relcl")


def _is_harm(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says that somebody was killed or hurt: "killed two", "left two dead", "claimed ten lives"."""
    things = [thing for thing in children(verb, "dobj") if thing.i > verb.i]
    if verb.lemma_ == "leave":
        return any(state.lower_ in _STATES for state in children(verb, "oprd", "acomp", "amod", "ccomp"))
    if verb.lemma_ in {"claim", "cost", "take"}:
        return any(thing.lemma_.lower() in _LIVES for thing in things)
    return bool(things) and verb.lemma_ in lexicon.words.get("harming", ())


def _deed_above(noun: Token, lexicon: Lexicon) -> Token | None:
    """The deed or the disaster that a noun says the place or the time of."""
    over = noun.head.head
    for _ in range(_STEPS):
        if over.pos_ in _NOUNS:
            if (deed := _deed_of(over, noun, lexicon)) is not None:
                return deed
            if over.dep_ != "pobj" or over.head.lower_ not in _AROUND:
                return None
            over = over.head.head
        elif over.dep_ == "relcl" and over.head.pos_ in _NOUNS:
            over = over.head
        else:
            things = [thing for thing in children(over, "dobj", "nsubjpass", "nsubj") if thing.i < noun.i]
            deeds = (_deed_of(thing, noun, lexicon) for thing in reversed(things))
            return next((deed for deed in deeds if deed is not None), None)
    return None


def _deed_of(thing: Token, place: Token, lexicon: Lexicon) -> Token | None:
    """A thing before a place, if it is a deed, or the deed that it is of: "the site of a *crash* near a school"."""
    inner = [each for of in children(thing, "prep") if of.lower_ == "of" for each in children(of, "pobj")]
    return next((each for each in (thing, *inner) if each.i < place.i and _is_deed(each, lexicon)), None)


def _is_deed(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of an attack, an accident or a disaster, or of what explodes in one."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in _NOUNS:
        return False
    return lemma in lexicon.words.get("harmful", ()) or _is_of(lexicon.nominals.get(lemma, ""), {"ASSAULT"}, lexicon)


def _is_of(lemma: str, types: set[str] | frozenset[str], lexicon: Lexicon) -> bool:
    return any(entry.type in types and not entry.weight for entry in lexicon.lexemes.get(lemma, ()))


def _give_deed(verb: Token, lexicon: Lexicon) -> None:
    """Gives a deed what came of it, taken for a doing of who speaks: "condemned *the attack*, *killing* two"."""
    over = verb.head
    if not (_is_harm(verb, lexicon) or verb.lemma_ == "cause") or verb.i < over.i:
        return
    if verb.left_edge.nbor(-1).text != "," or not _is_of(over.lemma_.lower(), _SPEAKING, lexicon):
        return
    for thing in children(over, "dobj"):
        if over.i < thing.i < verb.i and _is_deed(thing, lexicon):
            verb.attach(thing, "acl")
            return
