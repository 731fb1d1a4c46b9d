"""What a verb relates its subject to: pairs of a relation and an object.

Every prefix of a chain of phrases is a fact (BenchIE, arXiv 2109.06850): who served as minister of Norland served as
a minister, and as minister *of* Norland. A relation is therefore built in the order of the chain, not of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.conjuncts import alike, contents, slots
from kg.extract.propositions.groups import group, preposition_of
from kg.extract.propositions.sharing import left_out, objects_behind, phrases_before, phrases_behind
from kg.extract.propositions.slots import VERBAL, bare, slot
from kg.extract.propositions.words import COMMITMENTS, CONNECTIVES, QUANTITIES
from kg.extract.syntax import SUBJECT, antecedent, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token

Pair = tuple[str, str]

_DIRECT = ("dobj", "attr", "acomp", "oprd")
_SUBORDINATE = frozenset({"advcl", "ccomp", "xcomp"})
_PHRASES = frozenset({"advmod", "agent", "dative", "npadvmod", "prep"})
_MEASURES = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT", "QUANTITY", "TIME"})


def of_clause(verb: Token, before: str = "") -> Iterator[Pair]:
    """The relations and objects of a verb; ``before`` are the words that govern it ("helped")."""
    addressees = [slot(c) for c in verb.kinds.get("dative", ()) if c.pos_ != "ADP"]
    relation = " ".join([before, group(verb), *addressees]).strip()
    things = children(verb, *_DIRECT) or objects_behind(verb)
    if len(things) > 1:
        things = sorted(things, key=lambda thing: (thing.dep_ != "dobj", thing.i))
    base = relation
    noun = left_out(verb) if not things else None
    if noun is not None:
        yield base, slot(noun)
        base = f"{base} {slot(noun)}"
    for thing in things:
        yield from _of_object(thing, base)
        if thing.dep_ == "dobj" or thing is things[-1]:
            base = f"{base} {slot(antecedent(thing) or thing)}"
    for phrase in phrases_before(verb):
        yield from of_preposition(phrase, _reach(verb, base))
    yield from _of_rest(verb, relation, base)


def _of_object(thing: Token, before: str) -> Iterator[Pair]:
    noun = antecedent(thing)
    if noun is not None:
        yield before, slot(noun)
        return
    for each in alike(thing):
        if not (each.pos_ == "ADJ" and children(each, "xcomp")):
            for words in slots(each):
                yield before, words
        yield from _of_noun(each, before)


def _of_rest(verb: Token, relation: str, base: str) -> Iterator[Pair]:
    """The pairs of phrases and clauses; ``base`` are the words of ``relation`` and the first object."""
    for child in [*verb.children, *phrases_behind(verb)]:
        if child.dep_ in _SUBORDINATE:
            yield from _of_subordinate(verb, child, relation, base)
        elif child.dep_ in _PHRASES:
            yield from _of_phrase(child, base if child.i > verb.i else _reach(verb, base))
            if child.dep_ == "agent":
                base = " ".join([base, child.text, *(slot(thing) for thing in children(child, "pobj")[:1])])


def _of_subordinate(verb: Token, clause: Token, relation: str, base: str) -> Iterator[Pair]:
    if clause.dep_ == "ccomp":
        if clause.pos_ in VERBAL and _is_content(clause, verb):
            for words in contents(clause):
                yield relation, words
    elif _leads_on(verb, clause) if clause.dep_ == "xcomp" else _infinitive(clause):
        yield from _folded(clause, base)


def _of_phrase(head: Token, before: str) -> Iterator[Pair]:
    """The pairs of a prepositional phrase, of an adverb with one ("back to"), of a time or an amount."""
    match head.dep_:
        case "agent" | "dative" | "prep" if head.lower_ != "including":
            yield from of_preposition(head, before)
        case "npadvmod" if head.ent_type_ in _MEASURES:
            yield before, slot(head)
        case "advmod":
            if head.ent_type_ in _MEASURES and children(head, "npadvmod"):
                yield before, slot(head)
            for inner in children(head, "prep"):
                yield from of_preposition(inner, f"{before} {head.text}")
        case _:
            pass


def _reach(verb: Token, base: str) -> str:
    """The words up to the last verb that is folded in: a phrase before "In May X agreed to leave" holds for all."""
    if "xcomp" not in verb.kinds and "acomp" not in verb.kinds:
        return base
    for adjective in [verb, *children(verb, "acomp")]:
        for clause in children(adjective, "xcomp"):
            if adjective is not verb or _leads_on(verb, clause):
                things = children(clause, "dobj", "attr", "acomp")[:1]
                return _reach(clause, " ".join([base, group(clause), *(slot(thing) for thing in things)]))
    return base


def _of_noun(noun: Token, before: str) -> Iterator[Pair]:
    """The pairs of what stands behind a nominal: phrases, participles, infinitives."""
    for child in [*noun.children, *_behind_all(noun)]:
        if child.i < noun.i:
            continue
        if child.dep_ == "prep" and child.lower_ == "of" and noun.lower_ in QUANTITIES:
            yield from _of_counted(child, f"{before} {bare(noun)} {child.text}")
        elif child.dep_ == "prep" and not _is_closed(child, noun):
            words = bare(noun) if child.lower_ == "of" else slot(noun)
            yield from of_preposition(child, f"{before} {words}")
        elif child.dep_ in {"acl", "xcomp"} and (_infinitive(child) or _participle(child)):
            yield from _folded(child, f"{before} {slot(noun)}")
        elif child.dep_ == "ccomp" and noun.pos_ == "ADJ" and child.pos_ in VERBAL:
            yield f"{before} {slot(noun)}", slot(child)


def _of_counted(preposition: Token, before: str) -> Iterator[Pair]:
    """The pairs of what stands behind the thing a quantity counts: "met a group of envoys from | Norland"."""
    for child in children(preposition, "pobj"):
        for each in alike(child):
            yield from _of_noun(each, before)


def _behind_all(noun: Token) -> list[Token]:
    """What is attached to the first of coordinated nouns and stands behind this later one: it belongs to each."""
    if noun.dep_ != "conj":
        return []
    first = noun.head
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    return [child for child in children(first, "prep", "acl") if child.i > noun.i]


def _is_closed(preposition: Token, noun: Token) -> bool:
    """Whether a chain does not go on: "including" is a fact of its own, and a name is not parted."""
    if preposition.lower_ != "of":
        return preposition.lower_ == "including"
    return noun.ent_type_ != "" and preposition.ent_iob_ == "I"


def of_preposition(preposition: Token, before: str) -> Iterator[Pair]:
    """The pairs of a prepositional phrase: its objects, and what they govern in their turn."""
    relation = f"{before} {preposition_of(preposition)}".strip()
    for child in preposition.children:
        if child.dep_ == "pobj":
            noun = antecedent(child)
            if noun is not None:
                yield relation, slot(noun)
                continue
            for each in alike(child):
                if not _is_connective(preposition, each):
                    for words in slots(each):
                        yield relation, words
                yield from _of_noun(each, relation)
        elif child.dep_ == "prep":
            through = [slot(thing) for thing in children(preposition, "pobj")]
            yield from of_preposition(child, " ".join([relation, *through]))
        elif child.dep_ == "pcomp" and _participle(child):
            yield from _folded(child, relation)


def _is_connective(preposition: Token, noun: Token) -> bool:
    """Whether a phrase only joins clauses: "as a result", but not "as a result of the war"."""
    if f"{preposition.lower_} {noun.lower_}" not in CONNECTIVES:
        return False
    return not any(child.lower_ == "of" for child in children(noun, "prep"))


def _folded(verb: Token, before: str) -> Iterator[Pair]:
    """The pairs of an infinitive, a participle or a gerund behind the words that govern it, and of its conjuncts."""
    yield from of_clause(verb, before)
    for other in children(verb, "conj"):
        if other.pos_ in VERBAL and not children(other, *SUBJECT):
            yield from _folded(other, before)


def _leads_on(verb: Token, clause: Token) -> bool:
    """Whether the subject of a verb does what its complement clause says, too: "agreed to leave", "began leaving"."""
    if clause.pos_ not in VERBAL or (children(verb, "dobj", "oprd") and verb.lemma_ not in COMMITMENTS):
        return False
    return _infinitive(clause) or _participle(clause) or (clause.tag_ == "VB" and not children(clause, *SUBJECT))


def _infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive without a subject of its own: "to have signed"."""
    return "TO" in [c.tag_ for c in verb.children if c.i < verb.i] and SUBJECT.isdisjoint(verb.kinds)


def _participle(verb: Token) -> bool:
    """Whether a verb is a participle or a gerund without a subject of its own."""
    return verb.tag_ == "VBG" and SUBJECT.isdisjoint(verb.kinds)


def _is_content(clause: Token, verb: Token) -> bool:
    """Whether a clause is what a verb says, not a neighbour that the parse puts under it."""
    if clause.i > verb.i:
        return True
    return verb.lemma_ != "be" and not children(verb, "dobj", "auxpass", "attr")
