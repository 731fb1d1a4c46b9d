"""The queries of reports: each stands beside what it found, whole, to be copied and asked again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.store import Rows

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph, Term

_PREFIX = re.compile(r"\b([a-z]+):(?=[A-Za-z])")
Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows of a query, as words by variable, and the query as it was asked; what is not bound is empty."""

    sparql: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Asks the queries of one report: of one thing, in one graph."""

    graph: Graph
    ids: Ids
    it: str
    limit: int = 300

    def ask(self, text: str) -> Answer:
        """The answer to a query, in which ``$it`` is the thing and ``$limit`` the most of a list.

        Only an IRI and a number go in, and the IRI as N-Triples has it: nobody's words become syntax.
        """
        filled = Template(text.strip()).substitute(it=str(NamedNode(self.it)), limit=str(int(self.limit)))
        used = set(_PREFIX.findall(filled))
        lines = [f"PREFIX {name}: <{space}>" for name, space in self.ids.prefixes.items() if name in used]
        sparql = "\n".join([*lines, filled])
        found = self.graph.query(sparql)
        assert isinstance(found, Rows)  # noqa: S101  (each query of ours is a SELECT)
        rows = [dict(zip(found.variables, map(_text, row), strict=True)) for row in found.rows]
        return Answer(sparql=sparql, rows=tuple(rows))


def _text(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def words(iri: str) -> str:
    """The local name of an IRI, as words.

    >>> words("https://w3id.org/newskg/action/call-for-help"), words("http://www.w3.org/ns/org#Membership")
    ('call for help', 'Membership')
    """
    return re.split(r"[/#]", iri.rstrip("/#"))[-1].replace("-", " ")
