"""What Oxigraph raises about a query, said in one line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_MESSAGE = 240
UNSELECTED = re.compile(r"does not contains? variable \?(\w+)")
POSITION = re.compile(r"error at (\d+):(\d+)")


@contextmanager
def reported() -> Iterator[None]:
    """Turn what Oxigraph raises about a query into one line.

    :raises QueryError: in the place of SyntaxError, ValueError and RuntimeError.
    :raises StoreError: in the place of OSError: the store cannot be read.
    """
    try:
        yield
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise QueryError(explained(error)) from error
    except OSError as error:
        message = f"the store cannot be read ({_one_line(error)}); open it again, or put a backup in its place"
        raise StoreError(message) from error


def explained(error: Exception) -> str:
    """What was wrong, in one line."""
    said = _one_line(error)
    if isinstance(error, SyntaxError):
        if "Prefix not found" in said and (position := POSITION.search(said)):
            return f"the query cannot be read: {position[0]}: a prefix that nobody declared; add a PREFIX line for it"
        return f"the query cannot be read: {said}"
    if unselected := UNSELECTED.search(said):
        return f"parameter {unselected[1]} is not among what the query selects; add ?{unselected[1]} to its SELECT"
    return f"the query cannot be answered: {said}"


def _one_line(error: Exception) -> str:
    said = " ".join(str(error).split())
    return said if len(said) <= LONGEST_MESSAGE else said[: LONGEST_MESSAGE - 1] + "…"
