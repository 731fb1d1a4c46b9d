"""Whether two names can be of one person or body: parts left out, initials, acronyms, other spellings."""

from __future__ import annotations

import re

from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SPELLED_ALIKE = 0.92  # Jaro and Winkler's similarity of two spellings of one name
_FIRMS = frozenset({"ag", "co", "company", "corp", "corporation", "gmbh", "inc", "llc", "ltd", "plc", "sa", "the"})
_SMALL = frozenset({"and", "for", "of", "the"})


def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without possessive.

    >>> words("K. Mira Dahl's")
    ('k', 'mira', 'dahl')
    """
    return tuple(word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(name))


def persons(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two names of a person are alike: "name", "part of the name" or "spelling"; None where they are not.

    >>> persons(("mira", "dahl"), ("k", "mira", "dahl")), persons(("tor", "dahl"), ("k", "mira", "dahl"))
    ('part of the name', None)
    """
    if one == other:
        return "name"
    short, long = sorted((one, other), key=len)
    if not short or short[-1] == long[-1]:
        return "part of the name" if short and _given(short[:-1], long[:-1]) else None
    similar = JaroWinkler.similarity(" ".join(short), " ".join(long))
    return "spelling" if 1 < len(short) == len(long) and similar >= _SPELLED_ALIKE else None


def bodies(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two names of a body are alike, as for persons, or "acronym".

    >>> bodies(("woolcorp", "inc"), ("woolcorp",)), bodies(("wwb",), ("world", "water", "board"))
    ('name', 'acronym')
    """
    first, second = _bare(one), _bare(other)
    if first == second:
        return "name"
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        return "acronym" if short[0] == acronym(long) else None
    if set(short) <= set(long) and short[-1] == long[-1]:
        return "part of the name"
    similar = JaroWinkler.similarity(" ".join(short), " ".join(long))
    return "spelling" if len(short) == len(long) and similar >= _SPELLED_ALIKE else None


def acronym(name: tuple[str, ...]) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in name if word not in _SMALL)


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the given names of one are among the other's, in their order; an initial is its name."""
    rest = iter(long)
    return all(any(name in {given, given[:1]} or given == name[:1] for given in rest) for name in short)


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word not in _FIRMS) or name
