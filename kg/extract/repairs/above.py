"""What the parser hangs on a word below, and what belongs to the verb above: how, where and by whom it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.infinitives import can_act
from kg.extract.lexemes import nominal
from kg.extract.syntax import SUBJECT, TIMES, children
from kg.extract.tense import has_tense
from kg.extract.valency import NAMING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_EMPHATIC = frozenset({"herself", "himself"})
# "Said the rain had come, citing the forecasts": no rain cites.
_ARGUING = frozenset(
    {"acknowledge", "add", "argue", "assert", "cite", "claim", "contend", "explain", "insist", "note"}
) | {"quote", "say", "stress", "warn"}
_STEPS = 8


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb, in place, what the parse has below it."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        _lift_argument(verb, lexicon)
    if verb.kinds.keys() & {"dobj", "oprd", "prep"}:
        _lift_emphasis(verb)
        _lift_circumstance(verb, lexicon)
        if verb.lemma_ in lexicon.words.get("serving as", ()):
            _lower(verb)
        if _tells(verb, lexicon):
            _lift_medium(verb, lexicon)
    if verb.lemma_ in lexicon.words.get("keeping from", ()):
        _open_gerund(verb)
        if "auxpass" in verb.kinds:
            _lift_agent(verb)
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    if found is not None and found.name == "say" and "prep" in verb.kinds:
        _lift_content(verb, lexicon)
    if found is not None and found.name in {"know", "say"}:
        _open_question(verb)


def _lift_argument(verb: Token, lexicon: Lexicon) -> None:
    """Gives a report what only a speaker does: "said the rain had come, *citing* the forecasts".

    So too what somebody does who asks: "wondered whether it would end, *citing* the forecasts".
    """
    told = verb.head
    comma = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if verb.lemma_ not in _ARGUING or comma.text != "," or told.i > verb.i or children(verb, *SUBJECT):
        return
    for _ in range(_STEPS):
        own = children(told, "nsubj", "nsubjpass", "expl")
        mute = bool(own) and own[0].pos_ != "PRON" and not is_agent(own[0], None, lexicon) and not can_act(own[0])
        mute = mute or (bool(own) and own[0].lower_ in {"it", "that", "there", "this"})
        if told.dep_ != "ccomp" or told.head.i > told.i or not mute:
            break
        told = told.head
    if told is not verb.head and told.pos_ == "VERB" and children(told, "nsubj"):
        verb.attach(told, "advcl")


def _open_gerund(verb: Token) -> None:
    """Makes a deed of what the tagger takes for a quality: "barred them from *fielding* candidates"."""
    for preposition in children(verb, "prep") if {"dobj", "nsubjpass"} & verb.kinds.keys() else ():
        for thing in children(preposition, "pobj") if preposition.lower_ == "from" else ():
            deed = thing.left_edge
            known = deed.tag_ == "VBG" and deed.head is thing
            if known and deed.dep_ in {"amod", "compound"} and deed.i == preposition.i + 1 and thing.tag_ == "NNS":
                deed.pos_ = "VERB"
                deed.attach(preposition, "pcomp")
                thing.attach(deed, "dobj")


def _lift_agent(verb: Token) -> None:
    """Gives a passive who does it, taken for a part of the deed below: "kept from selling grain *by a ban*".

    A bare noun tells how the deed is done: "kept from leaving *by car*".
    """
    for deed in (c for p in children(verb, "prep") if p.lower_ == "from" for c in children(p, "pcomp")):
        for by in children(deed, "agent", "prep") if deed.tag_ == "VBG" and "agent" not in verb.kinds else ():
            doers = children(by, "pobj")
            told = doers and (doers[0].ent_type_ or "det" in doers[0].kinds or "poss" in doers[0].kinds)
            if by.lower_ == "by" and told and doers[0].ent_type_ not in TIMES:
                by.attach(verb, "agent")


def _lift_content(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb of saying what it says, taken for a part of the paper: "said in a statement *that it would pay*"."""
    if verb.kinds.keys() & {"ccomp", "dobj", "xcomp"} or verb.pos_ != "VERB":
        return
    media = lexicon.words.get("medium", frozenset()) | lexicon.words.get("occasion", frozenset())
    for preposition in children(verb, "prep"):
        for thing in children(preposition, "pobj") if preposition.i > verb.i else ():
            known = thing.lemma_.lower() in media or thing.ent_type_ in TIMES
            for clause in children(thing, "acl", "relcl") if known else ():
                that = clause.left_edge
                if that.lower_ == "that" and that.dep_ == "mark" and that.head is clause and children(clause, *SUBJECT):
                    clause.attach(verb, "ccomp")
                    return


def _lift_emphasis(verb: Token) -> None:
    """Gives a verb the pronoun that stresses its subject: "sat for an interview *himself*"."""
    things = [*children(verb, "dobj"), *(o for p in children(verb, "prep") for o in children(p, "pobj"))]
    for thing in things:
        for pronoun in children(thing, "appos"):
            alone = pronoun.lower_ in _EMPHATIC and not pronoun.children and pronoun.i > thing.i
            if alone and thing.pos_ in _NOUNS and not can_act(thing):
                pronoun.attach(verb, "advmod")
                return


def _lift_circumstance(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb the trouble in which it is done, or the time: "sought votes *amid a strike*".

    A noun that happens may have a time of its own ("the strike *during the war*").
    """
    for thing in children(verb, "dobj"):
        for phrase in children(thing, "prep"):
            during = phrase.lower_ == "during" and thing.pos_ == "NOUN" and nominal(thing, lexicon) is None
            amid = phrase.lower_ in {"amid", "amidst", "despite"} or during
            if amid and phrase.i > thing.i > verb.i and phrase.right_edge is thing.right_edge:
                phrase.attach(verb, "prep")
                return


def _lower(verb: Token) -> None:
    """Gives an office what stands right behind it, taken for the verb's: "worked as advisers *to the mayor*"."""
    for role in children(verb, "prep"):
        for noun in children(role, "pobj") if role.lower_ == "as" and role.i > verb.i else ():
            for phrase in children(verb, "prep"):
                if phrase.lower_ in {"of", "to"} and phrase.i == noun.right_edge.i + 1:
                    phrase.attach(noun, "prep")
                    return


def _tells(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says something, so that it is done in words: *called for*, *announced*, *dubbed*."""
    lemma = verb.lemma_.lower()
    if lemma in NAMING or lemma in lexicon.words.get("voicing", ()):
        return True
    found = lexicon.cues.get((lemma, "verb")) or lexicon.cues.get((f"{lemma} for", "verb"))
    return found is not None and found.name in {"deny", "promise", "reject", "request", "say", "threaten"}


def _lift_medium(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb of saying the paper or the place where it is said: "called for more aid *in a letter*".

    Not what the noun beside is found in or happens at: "rejected the claims *in a letter*", "the attack *at a rally*".
    """
    for token in verb.doc.tokens[verb.i + 1 : verb.right_edge.i + 1]:
        if token.dep_ != "prep" or token.lower_ not in {"at", "in", "on"} or token.head.pos_ not in _NOUNS:
            continue
        noun, last = token.head, token.right_edge
        if not _is_medium(token, lexicon) or _is_said(noun, token, lexicon) or not _is_last(noun, last, verb):
            continue
        if noun.dep_ == "dobj" and noun.head is verb and is_agent(noun, None, lexicon):
            continue
        token.attach(verb, "prep")
        return


def _is_medium(preposition: Token, lexicon: Lexicon) -> bool:
    for thing in children(preposition, "pobj"):
        lemma = thing.lemma_.lower()
        if preposition.lower_ == "on":
            known = lexicon.words.get("channel", ())
            return (lemma in known or thing.lower_ in known) and not children(thing, "det", "poss")
        known = lexicon.words.get("medium" if preposition.lower_ == "in" else "occasion", ())
        return lemma in known and any(c.lower_ in {"a", "an"} for c in thing.children)
    return False


def _is_said(noun: Token, preposition: Token, lexicon: Lexicon) -> bool:
    """Whether a noun may itself be found in the words, or happen at the place, behind a preposition."""
    cue = lexicon.cues.get((noun.lemma_.lower(), "noun"))
    if cue is not None or noun.lemma_.lower() in lexicon.words.get("medium", ()):
        return True
    return preposition.lower_ == "at" and nominal(noun, lexicon) is not None


def _is_last(noun: Token, last: Token, verb: Token) -> bool:
    """Whether a phrase ends all that stands between its noun and a verb, through nouns and verbs without a tense."""
    for _ in range(_STEPS):
        if noun is verb:
            return True
        if noun.right_edge is not last or (noun.pos_ in _VERBAL and has_tense(noun)):
            return False
        noun = noun.head
    return False


def _open_question(verb: Token) -> None:
    """Makes what somebody does not tell of a question taken for a time: "has not said *when it would vote*"."""
    if "neg" not in verb.kinds or verb.kinds.keys() & {"ccomp", "dobj", "xcomp"}:
        return
    for clause in children(verb, "advcl"):
        if clause.left_edge.tag_ == "WRB" and clause.left_edge.i == verb.i + 1 and children(clause, *SUBJECT):
            clause.relabel("ccomp")
            return
