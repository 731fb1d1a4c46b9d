"""Rows as text: a table to look at, JSON and CSV to work with. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Rows, Term

LOCAL_NAME = re.compile(r"[\w-](?:[\w.-]*[\w-])?")
GAP = "  "


def table(rows: Rows, ids: Ids) -> str:
    """Aligned columns; IRIs with their prefix where it is known, an unbound variable as nothing.

    A column without any value is left out, unless there is no row at all.

    >>> from kg.ids import Ids
    >>> from kg.store import Rows
    >>> who = NamedNode("https://w3id.org/newskg/entity/state-pk")
    >>> print(table(Rows(("who", "times"), ((who, Literal(2)),)), Ids()), end="")
    who           times
    ------------  -----
    ent:state-pk  2
    """
    shown = [n for n, _ in enumerate(rows.variables) if not rows.rows or any(row[n] is not None for row in rows.rows)]
    names = [rows.variables[n] for n in shown]
    cells = [[_shown(row[n], ids) for n in shown] for row in rows.rows]
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    lines = [names, ["-" * width for width in widths], *cells]
    return "".join(
        GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )


def to_json(rows: Rows) -> str:
    """A list of objects, one for each row: whole IRIs, the lexical form of literals, null for unbound variables.

    >>> from kg.store import Rows
    >>> print(to_json(Rows(("who", "times"), ((None, Literal(2)),))), end="")
    [
      {"who": null, "times": "2"}
    ]
    """
    objects = [dict(zip(rows.variables, map(_whole, row), strict=True)) for row in rows.rows]
    if not objects:
        return "[]\n"
    return "[\n" + ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in objects) + "\n]\n"


def to_csv(rows: Rows) -> str:
    r"""A header and a line for each row: whole IRIs, the lexical form of literals, nothing for unbound variables.

    >>> from kg.store import Rows
    >>> to_csv(Rows(("who", "says"), ((None, Literal("yes, we do")),)))
    'who,says\n,"yes, we do"\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.variables)
    writer.writerows([_whole(term) or "" for term in row] for row in rows.rows)
    return text.getvalue()


def _whole(term: Term | None) -> str | None:
    if term is None:
        return None
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)


def _shown(term: Term | None, ids: Ids) -> str:
    """One line that a terminal cannot mistake for a command."""
    text = _whole(term) or ""
    if isinstance(term, NamedNode):
        return _prefixed(text, ids)
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


def _prefixed(iri: str, ids: Ids) -> str:
    for prefix, namespace in ids.prefixes.items():
        if iri.startswith(namespace) and LOCAL_NAME.fullmatch(local := iri.removeprefix(namespace)):
            return f"{prefix}:{local}"
    return iri
