"""Rows as a table of HTML, as a notebook shows them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.ids import Ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.store.sparql import Term

MOST = 60  # rows that are shown: those of a whole graph would stop a browser


def html(names: Sequence[str], rows: Sequence[Iterable[object]]) -> str:
    """A header and a line for each row, the first ``MOST`` of them; None is shown as nothing.

    Everything is escaped, and a control character becomes a space.

    >>> print(html(["who"], [["Norland & Sudria"], [None]]))
    <table><thead><tr><th>who</th></tr></thead><tbody>
    <tr><td>Norland &amp; Sudria</td></tr>
    <tr><td></td></tr>
    </tbody></table>
    <p>2 rows</p>
    """
    head = "".join(f"<th>{_cell(name)}</th>" for name in names)
    lines = ["".join(f"<td>{_cell(value)}</td>" for value in row) for row in rows[:MOST]]
    body = "".join(f"<tr>{line}</tr>\n" for line in lines)
    counted = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}" + (f", {MOST} shown" if len(rows) > MOST else "")
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>\n<p>{counted}</p>"


def shown(term: Term | None) -> str | None:
    """A term as a cell: an IRI with its prefix, where the project has one for it; the lexical form of a literal.

    >>> shown(NamedNode("https://w3id.org/newskg/entity/state-no"))
    'ent:state-no'
    """
    if term is None:
        return None
    words = str(getattr(term, "value", term))
    if isinstance(term, NamedNode):
        for prefix, namespace in Ids().prefixes.items():
            if words.startswith(namespace) and "/" not in (local := words.removeprefix(namespace)):
                return f"{prefix}:{local}"
    return words


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_cell(each) for each in value)
    words = "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
    return escape("".join(letter if letter.isprintable() else " " for letter in words))
