"""Names that an analysis is asked for: one that does not exist is refused with the nearest that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW, _SHOWN, _LEAST, _NEARLY, _WORD = 20, 5, 70, 5, 4


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The names that are spelt like one, at most three, the nearest first; none is nothing like it.

    By rapidfuzz's ratio, words in any order, of at least 70 of 100 and within 5 of the best. Names of which one has all
    words of the other are at 90: "Clinton" is near "Hillary Clinton".

    >>> nearest("Hilary Clinton", ["Hillary Clinton", "military coalition", "Norland"])
    ['Hillary Clinton']
    """
    names = list(dict.fromkeys(known))
    found = process.extract(name, names, scorer=_score, processor=default_process, score_cutoff=_LEAST, limit=3)
    best = max((score for _, score, _ in found), default=0)
    return [each for each, score, _ in found if score > best - _NEARLY]


def _score(left: str, right: str, **_: object) -> float:
    few, many = sorted((set(left.split()), set(right.split())), key=len)
    within = few <= many and sum(map(len, few)) >= _WORD
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right), 90.0 * within)


def near(name: str, known: Iterable[str]) -> str:
    """What to say of a name that is none of ``known``: the nearest, and which there are, unless they are many.

    >>> near("pagerang", ["betweenness", "pagerank"])
    "did you mean 'pagerank'? expected one of betweenness, pagerank"
    >>> near("x", []), near("Norlend", [*map(str, range(30)), "Norland"])
    ('there is none here', "did you mean 'Norland'? there are 31")
    >>> near("Norlend", map(str, range(30)))
    'there are 30, such as 0, 1, 2, 3, 4'
    """
    names = list(dict.fromkeys(map(str, known)))
    if not names:
        return "there is none here"
    found = " or ".join(map(repr, nearest(name, names)))
    said = f"did you mean {found}? " if found else ""
    if len(names) <= _FEW:
        return f"{said}expected one of {', '.join(names)}"
    return f"{said}there are {len(names)}" + ("" if found else f", such as {', '.join(names[:_SHOWN])}")


def one_of(what: str, name: str, known: Iterable[str]) -> str:
    """The name itself, if it is one of ``known``.

    >>> one_of("factuality", "facts", ["fact", "disputed"])
    Traceback (most recent call last):
    kg.errors.ConfigError: factuality 'facts' is unknown; did you mean 'fact'? expected one of fact, disputed

    :raises ConfigError: when it is not; the message names the nearest that is.
    """
    names = tuple(map(str, known))
    if name not in names:
        message = f"{what} {name!r} is unknown; {near(name, names)}"
        raise ConfigError(message)
    return str(name)
