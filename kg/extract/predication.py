"""Predicates that are no plain verbs: copulas, adjectives, participles before a noun, modals of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.subjects import subjects
from kg.extract.syntax import ATTRIBUTIVE, SUBJECT, children, nominals
from kg.extract.valency import FEELINGS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Doc, Token


# A name before these says where or with whom, and not who did it: "Norland-based", "a party-affiliated group".
_SITUATED = frozenset(
    {"affiliate", "align", "associate", "base", "bear", "bind", "center", "centre", "connect", "educate"}
) | {"focus", "inspire", "link", "list", "locate", "orient", "raise", "relate", "style", "theme", "tie"}


# Participles that tell where somebody is, or what he does there.
_POSITIONS = frozenset(
    {"bound", "engaged", "faced", "finished", "gathered", "headed", "involved", "lined", "seated", "stuck"}
)

_SOMEBODY = frozenset({"he", "i", "she", "they", "we", "who", "you"})


def copulas(doc: Doc) -> Iterator[Token]:
    """The forms of "be" that are no auxiliaries, in the order of the text."""
    for token in [token for token in doc.tokens if token.lemma_ == "be"]:
        if token.pos_ in {"AUX", "VERB"} and token.dep_ not in ATTRIBUTIVE:
            yield token


def is_modal(verb: Token) -> bool:
    """Whether a verb is part of a modal of several words, and names nothing: "*has* to go", "is *set* to go"."""
    if verb.lower_ == "set" and verb.tag_ == "VBN" and children(verb, "xcomp") and not children(verb, "agent", "dobj"):
        return any(aux.tag_ == "TO" for clause in children(verb, "xcomp") for aux in children(clause, "aux"))
    if verb.lower_ == "gon" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "na":
        return True
    if verb.lemma_ not in {"be", "go", "have"} or (verb.lemma_ == "go" and verb.tag_ != "VBG"):
        return False
    infinitives = [c for c in children(verb, "xcomp") if any(a.tag_ == "TO" for a in children(c, "aux"))]
    return bool(infinitives) and not children(verb, "dobj", "attr", "acomp", "prep", "expl")


def is_stative(token: Token) -> bool:
    """Whether a trigger tells a state: a copula, an adjective, a participle before its noun."""
    return token.pos_ == "ADJ" or token.lemma_ == "be" or token.dep_ in {"amod", "compound"}


def is_felt(participle: Token) -> bool:
    """Whether a participle without company tells a feeling, or what somebody is ready for: "she was *prepared*".

    Others with no company were done: "no gas was *used*", "the report was *prepared*".
    """
    if participle.lower_ == "prepared":
        return any(each.lower_ in _SOMEBODY or can_act(each) for each in children(participle, *SUBJECT))
    return participle.lower_ in FEELINGS


def is_state(verb: Token) -> bool:
    """Whether a participle after "be" tells an attitude and nothing that was done."""
    if verb.tag_ != "VBN" or verb.lower_ not in STATES or verb.lower_ in _POSITIONS or "auxpass" in verb.kinds:
        return False
    return any(aux.lemma_ == "be" for aux in children(verb, "aux"))


def hyphenated_agent(participle: Token) -> Token | None:
    """The name that a hyphen joins to a participle before its noun: "*Norland*-backed", not "*Norland*-based"."""
    if participle.lemma_ in _SITUATED or participle.i <= 1 or participle.nbor(-1).text != "-":
        return None
    name = participle.nbor(-2)
    return name if name.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"} else None


def predicated(adjective: Token) -> list[Token]:
    """What an adjective beside an object or a passive is said of: "found *him* dead", "*the man* was found dead"."""
    head = adjective.head
    own = children(adjective, *SUBJECT)
    if own or adjective.dep_ not in {"oprd", "ccomp", "xcomp", "advcl", "acomp", "conj"}:
        return [each for subject in own for each in nominals(subject)]
    for thing in (*children(head, "dobj"), *children(head, "nsubjpass", "nsubj"))[:1]:
        return nominals(thing)
    return subjects(head)[0] if head.pos_ in {"VERB", "AUX"} else []
