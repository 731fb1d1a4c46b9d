"""What is asked of Oxigraph: no update, no request to another machine, nothing that would end the process.

And what it raises about a query, said in one line.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# More than these would make Oxigraph's recursive parser and planner overflow the stack, which ends the process.
MOST_NESTED = 200
MOST_STEPS = 2000
LONGEST_MESSAGE = 240

QUIET = re.compile(  # what holds no syntax: IRIs, comments, strings
    r"""<[^<>"{}|^`\\\x00-\x20]*> | \#[^\r\n]*
    | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
    | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'""",
    re.VERBOSE | re.DOTALL,
)
NAMES = re.compile(r"[?$@]\w+|[\w.-]*:(?:[\w:%-]|\\.|\.(?=[\w:%\\-]))*|\b\d[\d.]*(?:[eE][+-]?\d+)?|\bUNDEF\b|\^\^")
STEPS = re.compile(r"[A-Za-z]+|[^\w\s(){}\]]|\{")
UPDATE = re.compile(
    r"(?:(?:PREFIX|BASE)\s+)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE
)
UNSELECTED = re.compile(r"does not contains? variable \?(\w+)")
NO_SERVICE = "SERVICE would send a request to another machine; expected a query of this graph alone; take SERVICE out"
TOO_COMPLEX = (
    f"the query is too complex; expected at most {MOST_NESTED} nested brackets and {MOST_STEPS} operators; "
    "put long lists into VALUES"
)
POSITION = re.compile(r"error at (\d+):(\d+)")


def check(query: str, prefixes: Mapping[str, str]) -> None:
    """Refuse an update, a query with SERVICE, and one too complex for a recursive parser.

    The limits keep an accident from ending the process; they are no defence against malice.

    :raises QueryError: when the query is refused, or when it is wrong.
    """
    plain = NAMES.sub(" ", QUIET.sub(" ", query))
    if update := UPDATE.match(" ".join(plain.split())):
        message = (
            f"{update[1].upper()} is an update; expected SELECT, ASK, CONSTRUCT or DESCRIBE: here the graph is read"
        )
        raise QueryError(message)
    if _nesting(plain) > MOST_NESTED or len(STEPS.findall(plain)) > MOST_STEPS:
        raise QueryError(TOO_COMPLEX)
    if (error := misread("SERVICE", query, prefixes)) is not None:
        raise QueryError(NO_SERVICE if _stands_at("SERVICE", error, query) else _explained(error)) from error


def misread(keyword: str, query: str, prefixes: Mapping[str, str]) -> SyntaxError | None:
    """The error that shows that ``keyword`` stands in ``query`` as one, not in a name, a string, an IRI or a comment.

    Oxigraph shows no syntax tree, and a parser of ours could differ from its own. So its own is asked: every occurrence
    is changed into a word that is no keyword, and where one was, that cannot be parsed any more. Nothing is evaluated
    but the changed query, and that on an empty store. (A query that is wrong elsewhere gives its error too.)
    """
    disguised = re.sub(keyword, lambda word: "X" + word[0][1:], query, flags=re.IGNORECASE)
    if disguised != query:
        try:
            Store().query(disguised, prefixes=dict(prefixes))
        except SyntaxError as error:
            return error
    return None


@contextmanager
def reported() -> Iterator[None]:
    """Turn what Oxigraph raises about a query into one line.

    :raises QueryError: in the place of SyntaxError, ValueError and RuntimeError.
    :raises StoreError: in the place of OSError: the store cannot be read.
    """
    try:
        yield
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise QueryError(_explained(error)) from error
    except OSError as error:
        message = f"the store cannot be read ({_one_line(error)}); open it again, or put a backup in its place"
        raise StoreError(message) from error


def _stands_at(keyword: str, error: SyntaxError, query: str) -> bool:
    """Whether the parser stopped at ``keyword``, or in the word that begins with it."""
    if (position := POSITION.search(str(error))) is None:
        return True
    lines = query.split("\n")
    before = "\n".join((*lines[: int(position[1]) - 1], lines[int(position[1]) - 1][: int(position[2]) - 1]))
    return re.search(rf"(?<![?$:\w]){keyword}[^\s{{]*\s*$", before, re.IGNORECASE) is not None


def _nesting(plain: str) -> int:
    depth = deepest = 0
    for character in plain:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth -= 1
    return deepest


def _explained(error: Exception) -> str:
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
