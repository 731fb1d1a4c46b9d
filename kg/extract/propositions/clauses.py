"""From the parse to propositions: which words are predicates, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.arguments import of_clause, of_preposition
from kg.extract.propositions.conjuncts import slots
from kg.extract.propositions.slots import VERBAL, slot
from kg.extract.propositions.subjects import subjects_of
from kg.extract.syntax import SUBJECT
from kg.model import Proposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Doc, Token

_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def propositions(doc: Doc) -> list[Proposition]:
    """The propositions of the parsed blocks, in the order of their predicates, each once.

    A predicate is a verb, or any word that the parse gives a subject.
    """
    found: dict[Proposition, None] = {}
    for token in doc.tokens:
        if token.dep_ == "appos":
            found.update(dict.fromkeys(_of_apposition(token)))
        if token.lower_ == "including" and token.dep_ == "prep":
            found.update(dict.fromkeys(_of_including(token)))
        elif token.pos_ in VERBAL or (token.kinds and not SUBJECT.isdisjoint(token.kinds)):
            found.update(dict.fromkeys(_of_predicate(token)))
    return list(found)


def _of_predicate(verb: Token) -> Iterator[Proposition]:
    doers = subjects_of(verb)
    if not doers:
        return
    pairs = [pair for pair in of_clause(verb) if any(map(str.isalnum, pair[1]))]
    for doer in doers:
        for subject in slots(doer):
            for relation, thing in pairs:
                if subject and thing != subject:
                    yield Proposition(subject=subject, relation=relation, object=thing)


def _of_apposition(noun: Token) -> Iterator[Proposition]:
    """What a common noun behind a name says of it: "Marn, the envoy of Norland"."""
    name = noun.head
    if noun.i > name.i and noun.pos_ == "NOUN" and name.ent_type_ in _NAMES:
        yield Proposition(subject=slot(name), relation="is", object=slot(noun))


def _of_including(preposition: Token) -> Iterator[Proposition]:
    """The parts that "including" names; behind a verb they are parts of its subject."""
    whole: Token | None = preposition.head
    if preposition.head.pos_ in VERBAL:
        whole = next(iter(subjects_of(preposition.head)), None)
    if whole is not None:
        for relation, thing in of_preposition(preposition, ""):
            yield Proposition(subject=slot(whole), relation=relation, object=thing)
