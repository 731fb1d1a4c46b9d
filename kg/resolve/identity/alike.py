"""Whether two figures of two documents are called alike enough to be one, if they are in the same company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.spelling import add_nothing, bodies, persons

if TYPE_CHECKING:
    from kg.resolve.identity.figures import Figure

_PERSONLIKE = frozenset({"person", "thing", "body"})  # a surname alone is often taken for a body


def alike(one: Figure, other: Figure) -> str | None:
    """How two figures are called alike: "name", "spelling", "part of the name", "acronym" or "noun"; None if not."""
    if one.named != other.named:
        return None
    kinds = {one.kind, other.kind}
    if not one.named:
        same = one.head == other.head and one.plural == other.plural
        return "noun" if same and add_nothing(one.words, other.words) else None
    if "person" in kinds:
        return persons(one.words, other.words) if kinds <= _PERSONLIKE else None
    if one.local or other.local:
        return "name" if one.words == other.words else None
    return bodies(one.words, other.words) if len(kinds) == 1 or "thing" in kinds else None
