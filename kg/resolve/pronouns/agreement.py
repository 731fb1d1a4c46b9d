"""Whether a mention can be what a pronoun means: number, gender and animacy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Function, MentionKind
from kg.resolve.pronouns.scene import GENDERED, PERSON

if TYPE_CHECKING:
    from kg.model import EntityMention
    from kg.resolve.linking import Link
    from kg.resolve.pronouns.scene import Scene

_NOMINAL, _NAMED = MentionKind.NOMINAL, MentionKind.NAMED
_PREDICATE = Function.PREDICATE
_BODIES = frozenset({"Organization", "ArmedGroup"})
GROUP = "PopulationGroup"
_MEASURES = frozenset(
    {"acre", "cent", "day", "dollar", "euro", "foot", "hectare", "hour", "inch", "kilometer", "kilometre", "liter"}
    | {"litre", "meter", "metre", "mile", "minute", "month", "percent", "point", "pound", "second", "ton", "tonne"}
    | {"week", "yard", "year"}
)
_NOT_DOING = frozenset({"Place", "City"})  # what no "it" does anything as
_DOUBTFUL = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", None})
_TAKING_PART = frozenset({Function.SUBJECT, Function.OBJECT, Function.POSSESSOR})
_NAME_OF_ONE = re.compile(r"(?!I['’])[A-Z][\w.’'*-]*[a-z][\w*’'-]*(?: [\w.’'*-]+){0,3}")


def fits(scene: Scene, pronoun: EntityMention, candidate: EntityMention, key: str) -> bool:
    """Whether number, gender and animacy of a candidate, who is known by ``key``, agree with a pronoun's."""
    if pronoun.gender in GENDERED:
        return candidate.number != "plural" and _is_of_gender(scene, pronoun, candidate, scene.genders.get(key))
    target = scene.found.get(candidate.span)
    person = is_person(candidate, target)
    if pronoun.number == "plural":
        return _is_several(scene, pronoun, candidate, person=person)
    if person or candidate.number == "plural" or (target is not None and target.type == GROUP):
        return False
    return target is None or target.type not in _NOT_DOING or pronoun.name.lower() == "its"


def _is_of_gender(scene: Scene, pronoun: EntityMention, candidate: EntityMention, gender: str | None) -> bool:
    """Whether "he" or "she" may be a candidate who has shown that gender."""
    if gender is not None and gender != pronoun.gender:
        return False
    nominal = candidate.kind is _NOMINAL
    if not (nominal and gender is not None):
        person = scene.persons.get(candidate.span)
        if person is None:  # where a candidate leads is settled by now, or never will be
            target = scene.found.get(candidate.span)
            person = is_person(candidate, target) or may_be_person(scene, candidate, target)
            scene.persons[candidate.span] = person
        if not person:
            return False
    return not (nominal and scene.function(candidate) is _PREDICATE)


def is_person(candidate: EntityMention, target: Link | None) -> bool:
    """Whether a mention is seen as one of a person."""
    if target is None:
        return candidate.type == "PERSON"
    return target.type == PERSON or target.sieve == "role noun"


def may_be_person(scene: Scene, candidate: EntityMention, target: Link | None) -> bool:
    """Whether a name of no known actor reads like a person's, though it was taken for a body or for nothing.

    It does something, has something or is done something to; it is one word, or starts with a given name; it has no
    article and is not in capitals: "Hartwig said", "Justin Tranter's", but not "the Board", "WHO" or "in Malibu".
    """
    if candidate.kind is not _NAMED or candidate.definite or candidate.number == "plural":
        return False
    if candidate.type not in _DOUBTFUL or (target is not None and target.known):
        return False
    first = candidate.name.split(maxsplit=1)[0]
    one = first == candidate.name or scene.knowledge.genders.get(first) is not None
    return one and scene.function(candidate) in _TAKING_PART and bool(_NAME_OF_ONE.fullmatch(candidate.name))


def _is_several(scene: Scene, pronoun: EntityMention, candidate: EntityMention, *, person: bool) -> bool:
    """Whether "they" may be a mention: a plural, a group, or a body that has just done something."""
    target = scene.found.get(candidate.span)
    if candidate.kind is _NAMED and candidate.number is None:
        return False  # "Norlandic claims": the name only tells what kind of claims they are
    if candidate.lemma in _MEASURES:
        return False  # "returned it 32 yards for the Rovers, helping them …"
    if candidate.number == "plural" or candidate.span in scene.together:
        thing = candidate.type is None and (target is None or target.type == "Thing")
        return not (thing and pronoun.span in scene.speaking and candidate.span not in scene.speaking)
    # "They" can be a body that has just done something, not one that was merely named.
    # Of what is done to "them" it seldom is the one that did something.
    doing = pronoun.span in scene.subjects and pronoun.span not in scene.undergoing
    acting = candidate.span in scene.subjects and pronoun.name.lower() == "they" and doing
    if person or target is None:
        return False
    group = target.type == GROUP and (target.known or candidate.number != "singular")  # "one Sudrian" is one
    return group or (target.type in _BODIES and acting)
