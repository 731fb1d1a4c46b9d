"""Names that an analysis is asked for: one that does not exist is refused with the nearest that does."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> str:
    """What to say of a name that is none of ``known``: which there are, unless they are many, and the nearest.

    >>> near("pagerang", ["betweenness", "pagerank"])
    "expected one of betweenness, pagerank; did you mean 'pagerank'?"
    >>> near("x", []), near("Norlend", [*map(str, range(30)), "Norland"])
    ('there is none here', "did you mean 'Norland'?")
    """
    names = list(dict.fromkeys(map(str, known)))
    by_case = {each.casefold(): each for each in reversed(names)}
    found = " or ".join(repr(by_case[each]) for each in get_close_matches(name.casefold(), by_case, n=3))
    said = [f"did you mean {found}?"] if found else []
    if names and (len(names) <= _FEW or not found):
        shown = ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")
        said = [f"expected one of {shown}", *said]
    return "; ".join(said) or "there is none here"


def one_of(what: str, name: str, known: Iterable[str]) -> str:
    """The name itself, if it is one of ``known``.

    >>> one_of("factuality", "facts", ["fact", "disputed"])
    Traceback (most recent call last):
    kg.errors.ConfigError: factuality 'facts' is unknown; expected one of fact, disputed; did you mean 'fact'?

    :raises ConfigError: when it is not; the message names the nearest that is.
    """
    names = tuple(map(str, known))
    if name not in names:
        message = f"{what} {name!r} is unknown; {near(name, names)}"
        raise ConfigError(message)
    return str(name)


_FEW = 20
