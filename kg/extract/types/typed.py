"""What a decision about a type is, and how one word hands a type over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from kg.ontology import Lexeme, Lexicon

# PLOVER's quad classes 1 and 2; and those of classes 3 and 4 that are deeds against another.
_COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_CONFLICT = frozenset({"REJECT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_SAME = "="


class Typed(Struct, frozen=True, kw_only=True, gc=False):
    """An event type with its mode, and the name of the entry or handover that decided it."""

    type: str | None
    mode: str | None
    name: str


def typed(entry: Lexeme | None) -> Typed | None:
    """What an entry of the lexicon decides."""
    return Typed(type=entry.type, mode=entry.mode, name=entry.name) if entry is not None else None


def hand(
    word: str, relations: tuple[str, ...], inner: Typed | None, lexicon: Lexicon, *, denied: bool = False
) -> Typed | None:
    """What ``word`` makes of a type that stands in one of these relations to it; None where it makes nothing of it.

    ``denied`` says that the deed is not to be done: who promises *not* to attack agrees to, and threatens nobody.
    """
    of = inner.type if inner is not None else None
    kind = "cooperation" if of in _COOPERATION else "conflict" if of in _CONFLICT else ""
    for relation in relations:
        rows = lexicon.handovers.get((word, relation), {})
        handed = rows.get(of or "") or rows.get(kind) or rows.get("any")
        if denied and kind == "conflict" and "AGREE" in {rows.get("any"), rows.get("cooperation")}:
            handed = "AGREE"
        if handed == _SAME:
            return replace(inner, name=f"{word} + {inner.name}") if inner is not None and of else None
        if handed:
            name = f"{word} + {inner.name.partition(':')[0]}" if inner is not None else word
            return Typed(type=handed, mode=None, name=f"{name}: {handed}")
    return None
