"""What is asked of Oxigraph: no request to a machine that nobody allowed, nothing that would end the process."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.store.federation import asked, check_remote, updated
from kg.store.tokens import Token, TokenKind, deepest, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# More than these would make Oxigraph's recursive parser and planner overflow the stack, which ends the process.
MOST_NESTED = 200
MOST_STEPS = 2000

UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
FLAT = frozenset(")]},(")  # a list is read in a loop
WHOLE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
TOO_COMPLEX = (
    f"the query is too complex; expected at most {MOST_NESTED} nested brackets and {MOST_STEPS} operators; "
    "put long lists into VALUES"
)


def check(query: str, prefixes: Mapping[str, str], *, federation: Collection[str] = ()) -> None:
    """Refuse an update, a query with SERVICE, and one too complex for a recursive parser.

    ``federation`` are hosts (``example.org``, ``example.org:8080``) that SERVICE may name all the same, by an IRI. The
    limits keep an accident from ending the process; they are no defence against malice.

    :raises QueryError: when the query is refused, or when it is wrong.
    """
    found = list(tokens(query))
    if (word := _first(found)).upper() in UPDATES:
        message = f"{word.upper()} is an update; expected SELECT, ASK, CONSTRUCT or DESCRIBE: here the graph is read"
        raise QueryError(message)
    _check_size(found)
    check_remote(query, found, prefixes, federation, asked)


def check_update(update: str, prefixes: Mapping[str, str], *, federation: Collection[str] = ()) -> None:
    """Refuse an update that would ask another machine (LOAD, SERVICE), and one too complex for a recursive parser.

    Data are read in a loop, and may be as many as they are.

    :raises QueryError: when the update is refused, or when it is wrong.
    """
    found = list(tokens(update))
    _check_size(_without_data(found))
    check_remote(update, found, prefixes, federation, updated)


def _check_size(found: Sequence[Token]) -> None:
    if deepest(found) > MOST_NESTED or sum(map(_steps, found)) > MOST_STEPS:
        raise QueryError(TOO_COMPLEX)


def _steps(token: Token) -> int:
    if token.may_compare and not WHOLE.match(token.text):
        return sum(not character.isalnum() for character in token.text)
    return token.kind is TokenKind.WORD or (token.kind is TokenKind.MARK and token.text not in FLAT)


def _without_data(found: Sequence[Token]) -> list[Token]:
    """What stands outside of INSERT DATA {…} and DELETE DATA {…}, and in these the brackets."""
    kept: list[Token] = []
    depth = 0
    for before, token in zip([None, *found], found, strict=False):
        if depth == 0 and not (token.text == "{" and before is not None and before.says("DATA")):
            kept.append(token)
            continue
        if token.text in "([{}])" or token.may_compare:
            kept.append(token)
        depth += {"{": 1, "}": -1}.get(token.text, 0)
    return kept


def _first(found: Sequence[Token]) -> str:
    """The word after the declarations of prefixes and of the base; empty where there is none."""
    index = 0
    while index < len(found) and found[index].says("PREFIX", "BASE"):
        index += 3 if found[index].says("PREFIX") else 2
    return found[index].text if index < len(found) and found[index].kind is TokenKind.WORD else ""
