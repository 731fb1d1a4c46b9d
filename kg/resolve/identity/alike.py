"""Whether two figures of two documents are called alike enough to be one, if they are in the same company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

if TYPE_CHECKING:
    from kg.resolve.identity.figures import Figure

_SPELLED_ALIKE = 0.92  # Jaro and Winkler's similarity of two spellings of one name
_FIRMS = frozenset({"ag", "co", "company", "corp", "corporation", "gmbh", "inc", "llc", "ltd", "plc", "sa"})


def alike(one: Figure, other: Figure) -> str | None:
    """How two figures are called alike: "name", "spelling", "part of the name", "acronym" or "noun"; None if not."""
    if one.named != other.named:
        return None
    if not one.named:
        return "noun" if one.head == other.head and one.plural == other.plural and _go_together(one, other) else None
    if "person" in {one.kind, other.kind}:
        return _persons(one, other) if {one.kind, other.kind} <= {"person", "thing", "body"} else None
    return _bodies(one, other) if one.kind == other.kind or "thing" in {one.kind, other.kind} else None


def _go_together(one: Figure, other: Figure) -> bool:
    """Whether one noun phrase says nothing that the other leaves out: "gunman", "masked gunman"."""
    first, second = set(one.words), set(other.words)
    return first <= second or second <= first


def _persons(one: Figure, other: Figure) -> str | None:
    """As "Mark Felt", "W. Mark Felt", "Felt", but not "Joan Felt"; or a name in another spelling."""
    if one.words == other.words:
        return "name"
    short, long = sorted((one.words, other.words), key=len)
    if short[-1] == long[-1]:
        return "part of the name" if _given(short[:-1], long[:-1]) else None
    if len(short) == 1 and len(long) > 1:
        return None
    similar = JaroWinkler.similarity(" ".join(short), " ".join(long))
    return "spelling" if len(short) == len(long) and similar >= _SPELLED_ALIKE else None


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the given names of one are among the other's, in their order; an initial is its name."""
    rest = iter(long)
    return all(any(name == given or name == given[:1] or given == name[:1] for given in rest) for name in short)


def _bodies(one: Figure, other: Figure) -> str | None:
    """As "Woolcorp", "Woolcorp Inc."; "World Water Board", "WWB"; a name in another spelling."""
    first, second = _bare(one.words), _bare(other.words)
    if first == second:
        return "name"
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        return "acronym" if short[0] == "".join(word[0] for word in long if word not in {"of", "the", "for", "and"}) else None
    if set(short) <= set(long) and short[-1] == long[-1]:
        return "part of the name"
    similar = JaroWinkler.similarity(" ".join(short), " ".join(long))
    return "spelling" if len(short) == len(long) and similar >= _SPELLED_ALIKE else None


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    bare = tuple(word for word in words if word not in _FIRMS and word != "the")
    return bare or words
