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
    {"anyone", "everyone", "folk", "human", "individual", "many", "other", "people", "person", "some"}
    # Nor does it tell who they are that know, judge, look on or lead a talk: each text means its own.
    | {"analyst", "commentator", "critic", "expert", "moderator", "observer", "pundit"}
)
_SOMEONE = frozenset({"boy", "girl", "man", "person", "woman"})
_ARTICLES = frozenset({"a", "an", "the"})
_PERSONLIKE = frozenset({"person", "thing", "body"})  # a surname alone is often taken for a body


def alike(one: Figure, other: Figure) -> str | None:
    """How two figures are called alike: "name", "spelling", "part of the name", "acronym" or "noun"; None if not."""
    if one.named != other.named:
        return None
    kinds = {one.kind, other.kind}
    if not one.named:
        return "noun" if one.head == other.head and one.plural == other.plural and _one_noun(one, other) else None
    if "person" in kinds:
        return persons(one.words, other.words) if kinds <= _PERSONLIKE else None
    if one.local or other.local:
        return "name" if one.words == other.words else None
    return bodies(one.words, other.words) if len(kinds) == 1 or "thing" in kinds else None


def _one_noun(one: Figure, other: Figure) -> bool:
    """Whether two nouns can mean one: of things, only a phrase that tells which, said alike, and nobody's.

    "The harbour tunnel" may be one, "the plan" and "his harbour tunnel" may be any; 23 pirates are not 26.
    """
    if one.counts and other.counts and not one.counts & other.counts:
        return False
    if not _ARTICLES.isdisjoint(one.words + other.words):
        return False  # "Tarn, an unarmed man": two phrases that the parse took for one
    if "thing" not in {one.kind, other.kind}:
        # People who are told by no more than that may be any.
        if one.head in _ANYBODY and (one.loose or other.loose) and not one.counts & other.counts:
            return False
        # "A man" may be the wounded man of another text, and as well who wounded him.
        bare = one.words != other.words and 1 in {len(one.words), len(other.words)}
        if bare and one.head in _SOMEONE and not one.counts & other.counts:
            return False
        # Nor are residents the black residents of another text: of many, what tells which are meant must be said.
        if one.plural and one.words != other.words and (one.loose or other.loose) and not one.counts & other.counts:
            return False
        return add_nothing(one.words, other.words)
    told = len(one.words) > 1 and one.words == other.words
    return told and not (one.owned or other.owned or _WHEN & set(one.words))
