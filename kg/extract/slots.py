"""What stands beside a verb or an event noun, in the forms that the entries of the lexicon ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.entities import is_agent
from kg.extract.phrasal import particles
from kg.extract.syntax import RELATIVE, children, conjuncts, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_CLAUSE = "@clause"
_INFINITIVE = "@infinitive"
_OWNER = "@owner"
_GERUND = "@gerund"
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_CONTAINER = "&container"
_PARTY = "@party"
_NO_PARTY = frozenset({"it", "itself", "that", "these", "this", "what", "which"})
_OF = frozenset({"of", "on", "against"})
_TIMES = frozenset({"DATE", "TIME"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
# What stands behind these further on tells when: "ran out of blood after the bombing" runs after nobody.
_TIMING = frozenset({"after", "before", "during", "since", "until"})
# As prepositions, these tell a place or time: "taken in its fight" is not "taken in".
PLACING = frozenset({"in", "over"})


class Slots(Struct, frozen=True, kw_only=True, gc=False):
    """What stands beside a verb or an event noun: the forms of each object, and of what each preposition governs.

    A form is a word, its lemma, one of them with a modifier before it ("peace deal") or an *of* behind it ("state of
    emergency"), or the label of a name (``@GPE``). A finite clause is the object ``@clause``, an infinitive
    ``@infinitive`` and "to" with its verb, the gerund of a preposition ``@gerund`` ("insisted on *staying*"), the owner
    of a noun ``@owner``, one who can act ``@party``; what something is found or held to be is its adjective ("guilty").
    ``particles`` are particles, and prepositions that may be taken for one.
    """

    particles: frozenset[str]
    objects: frozenset[str]
    prepositions: tuple[tuple[str, frozenset[str]], ...]


def of_verb(verb: Token, lexicon: Lexicon) -> Slots:
    """What stands beside a verb: particles, objects, and what its prepositions and those of its objects govern."""
    things = objects(verb)
    prepositions = children(verb, "prep", "prt", "agent", "dative")
    # "Called the minister on Friday" has a preposition and no particle.
    direct = any(thing.i > verb.i for thing in things) or bool(children(verb, "oprd", "agent"))
    apart = not (direct or particles(verb))
    joined = {p.lower_ for p in prepositions if _is_joined(p, verb, apart=apart) and not _is_dated(p)} - PLACING
    # "Imposed sanctions on": the phrase may hang on the object.
    inner = [p for thing in things for p in children(thing, "prep")]
    return Slots(
        particles=frozenset(joined | {token.lower_ for token in particles(verb)}),
        objects=_forms(things, lexicon) | _predicates(verb),
        prepositions=_governed([p for p in [*prepositions, *inner] if not _is_dated(p)], lexicon),
    )


def _is_joined(preposition: Token, verb: Token, *, apart: bool) -> bool:
    """Whether a preposition may be taken for a particle: it stands beside its verb, or ``apart`` and tells no time."""
    return preposition.i == verb.i + 1 or (apart and preposition.lower_ not in _TIMING)


def _predicates(verb: Token) -> set[str]:
    """The forms of clauses, and of the adjectives that something is held to be."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            found |= {_INFINITIVE, f"to {child.lemma_.lower()}"}
        elif child.dep_ in {"acomp", "oprd", "ccomp"} and child.pos_ == "ADJ":
            found.add(child.lower_)
        elif child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"}:
            # "Allowed *her to think*" has its subject in the clause.
            asked = child.tag_ == "VB" and any(aux.tag_ == "TO" for aux in children(child, "aux"))
            found |= {f"to {child.lemma_.lower()}"} if asked else {_CLAUSE} if _is_finite(child) else set()
    return found


def _is_finite(clause: Token) -> bool:
    return clause.tag_ in _FINITE or any(
        c.tag_ == "MD" or c.tag_ in _FINITE for c in children(clause, "aux", "auxpass")
    )


def of_noun(noun: Token, lexicon: Lexicon) -> Slots:
    """What stands beside an event noun: before it, or behind *of*, *on* or *against*, as its objects."""
    prepositions = children(noun, "prep")
    things = [thing for p in prepositions if p.lower_ in _OF for thing in _things(p)]
    modifiers = {form for c in noun.children if c.dep_ in _MODIFIERS for form in (c.lower_, c.lemma_.lower())}
    if children(noun, "poss") or any(p.lower_ == "by" for p in prepositions):
        modifiers.add(_OWNER)
    if children(noun, "acl", "ccomp"):
        modifiers.add(_CLAUSE)
    return Slots(
        particles=frozenset(),
        objects=_forms(things, lexicon) | modifiers,
        prepositions=_governed(prepositions, lexicon),
    )


def objects(verb: Token) -> list[Token]:
    """What a verb acts on, conjuncts included: its object, the subject of a passive, the noun a participle modifies."""
    things = children(verb, "dobj", "nsubjpass")
    found = [each for thing in things if thing.tag_ not in RELATIVE for each in conjuncts(thing)]
    if found:
        return found
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return [verb.head]
    # "The hostages freed at dawn", "the hostages whom they freed".
    return [verb.head] if verb.dep_ in {"acl", "relcl"} and (things or is_passive(verb)) else []


def _is_dated(preposition: Token) -> bool:
    return any(thing.ent_type_ in _TIMES for thing in children(preposition, "pobj"))


def _things(preposition: Token) -> list[Token]:
    return [each for thing in children(preposition, "pobj") for each in conjuncts(thing)]


def _governed(prepositions: Iterable[Token], lexicon: Lexicon) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((p.lower_, _forms(_things(p), lexicon) | _gerund(p)) for p in prepositions)


def _gerund(preposition: Token) -> set[str]:
    gerunds = (each for each in children(preposition, "pcomp") if each.tag_ == "VBG" and not children(each, "nsubj"))
    return {_GERUND for _ in gerunds}


def _forms(things: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    found: set[str] = set()
    for thing in things:
        words = {thing.lower_, thing.lemma_.lower()}
        found |= words
        if thing.ent_type_:
            found.add(f"@{thing.ent_type_}")
        if thing.pos_ == "NUM" or (thing.lower_ not in _NO_PARTY and is_agent(thing, None, lexicon)):
            found.add(_PARTY)
        for child in thing.children:
            if child.dep_ in _MODIFIERS:
                # "Found the company guilty": the parse takes the complement for a modifier.
                found |= {f"{child.lower_} {word}" for word in words} if child.i < thing.i else {child.lower_}
            elif child.dep_ == "prep" and child.lower_ == "of":
                inner = _things(child)
                found |= {f"{word} of {other.lower_}" for word in words for other in inner}
                if not words.isdisjoint(lexicon.sets.get(_CONTAINER, ())):
                    found |= _forms(inner, lexicon)
    return frozenset(found)
