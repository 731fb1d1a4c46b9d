"""Whether two figures of two documents are called alike enough to be one, if they are in the same company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.spelling import add_nothing, bodies, persons

if TYPE_CHECKING:
    from kg.resolve.identity.figures import Figure

_WHEN = frozenset(
    {
        "afternoon",
        "day",
        "days",
        "decade",
        "decades",
        "evening",
        "hour",
        "hours",
        "minute",
        "minutes",
        "moment",
        "month",
    }
    | {"months", "morning", "night", "nights", "percent", "time", "times", "week", "weekend", "weeks", "year", "years"}
)
_ANYBODY = frozenset(
    {"anyone", "everyone", "folk", "guy", "human", "individual", "many", "other", "people", "person", "some"}
    # Nor does it tell who they are that know, judge, look on or lead a talk: each text means its own.
    | {"analyst", "commentator", "critic", "expert", "moderator", "observer", "pundit"}
)
_SOMEONE = frozenset({"boy", "girl", "man", "person", "woman"})
_ARTICLES = frozenset({"a", "an", "the"})
_BODIES = frozenset({"body", "group"})
_TEAMLIKE = frozenset({"thing", "body", "place", "group"})  # as a team is often taken for a place
_PERSONLIKE = frozenset({"person", "thing", "body"})  # a surname alone is often taken for a body


def alike(one: Figure, other: Figure) -> str | None:
    """How two figures are called alike: "name", "spelling", "part of the name", "acronym" or "noun"; None if not."""
    kinds = {one.kind, other.kind}
    if contrary(one, other):
        return None
    if one.named != other.named:
        # "The Norlandic navy", "the Norlandic Navy": a body may be written either way.
        return "name" if kinds == {"body"} and len(one.words) > 1 and one.words == other.words else None
    if not one.named:
        return "noun" if one.head == other.head and one.plural == other.plural and _one_noun(one, other) else None
    if "person" in kinds:
        return persons(one.words, other.words) if kinds <= _PERSONLIKE else None
    how = bodies(one.words, other.words)
    if how == "part of the name" and 1 in {len(one.words), len(other.words)}:
        return how if kinds <= _TEAMLIKE else None  # "the Weavers" of the "Estian Weavers"
    if one.local or other.local:
        return "name" if one.words == other.words else None
    return how if len(kinds) == 1 or "thing" in kinds else None


def contrary(one: Figure, other: Figure) -> bool:
    """Whether what two documents tell of two figures cannot be true of one: another number, age or sex."""
    if one.sex and other.sex and one.sex != other.sex:
        return True
    return bool(one.counts and other.counts) and one.counts.isdisjoint(other.counts)


def _one_noun(one: Figure, other: Figure) -> bool:
    """Whether two nouns can mean one: of things, only a phrase that tells which, said alike, and nobody's.

    "The harbour tunnel" may be one, "the plan" and "his harbour tunnel" may be any.
    """
    if not _ARTICLES.isdisjoint(one.words + other.words):
        return False  # "Tarn, an unarmed man": two phrases that the parse took for one
    if _is_of_another(one, other):
        return False
    if "thing" not in {one.kind, other.kind}:
        return _one_party(one, other)
    told = len(one.words) > 1 and one.words == other.words
    return told and not (one.owned or other.owned or _WHEN & set(one.words))


def _is_of_another(one: Figure, other: Figure) -> bool:
    """Whether they have other owners: China's health ministry is not Peru's, nor are "our workers" all workers."""
    if one.owners and other.owners and one.owners.isdisjoint(other.owners):
        return True
    return one.plural and one.owned != other.owned


def _one_party(one: Figure, other: Figure) -> bool:
    """Whether two nouns of persons, groups or bodies can mean one."""
    same, short = one.words == other.words, 1 in {len(one.words), len(other.words)}
    # "The team" may be any, and as well the one that "the rowing team" met.
    bare = short and not same and not _BODIES.isdisjoint({one.kind, other.kind})
    counted = bool(one.counts & other.counts)
    # People who are told by no more than that may be any.
    anybody = one.head in _ANYBODY and (one.loose or other.loose or not one.plural)
    # "A man" may be the wounded man of another text, and as well who wounded him.
    someone = one.head in _SOMEONE and short and not same
    # Nor are residents the black residents of another text: of many, what tells which are meant must be said.
    many = one.plural and not same and (one.loose or other.loose)
    if bare or (not counted and (anybody or someone or many)):
        return False
    return add_nothing(one.words, other.words)
