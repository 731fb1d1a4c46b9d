"""From a mention to its words: the sentence that it stands in, and the document of that."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.analyse.measures.paths import Step
from kg.analyse.nodes import iri, prefixed
from kg.analyse.records import Records
from kg.ids import VOCABULARIES
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.ids import Ids
    from kg.store import Graph

# Without a sentence the mention itself is shown.
SENTENCE = """
SELECT ?mention ?document ?start ?end ?text ?date ?title WHERE {
  ?mention nif:referenceContext ?document .
  OPTIONAL { ?mention nif:sentence ?sentence }
  BIND(COALESCE(?sentence, ?mention) AS ?shown)
  ?shown nif:beginIndex ?start ; nif:endIndex ?end .
  ?document nif:isString ?text .
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:title ?title }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A mention's sentence as its document has it, white space as single spaces; the document by id, day and title."""

    mention: str
    sentence: str
    document: str
    date: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Step):
    """A step of a path with the sentences that say so, one for each mention of its event."""

    sentences: tuple[Evidence, ...]


def told(graph: Graph, ids: Ids, steps: Records[Step]) -> Records[Told]:
    """The steps of a path with their evidence; a mention whose document has no text in the graph has none."""
    whole = [({each.name: getattr(step, each.name) for each in fields(step)}, step.evidence) for step in steps]
    rows = (Told(**known, sentences=evidence(graph, ids, mentions)) for known, mentions in whole)
    return Records(Told, rows, steps.note)


def evidence(graph: Graph, ids: Ids, mentions: Iterable[str]) -> tuple[Evidence, ...]:
    """The sentence of each mention, in the order given; a mention that the graph has not is left out.

    Mentions are prefixed ids or IRIs, as the edges of the actor graph have them.
    """
    found = []
    for mention in mentions:
        given = {"mention": ox.NamedNode(iri(mention, ids.prefixes))}
        answer = graph.query(SENTENCE, prefixes=VOCABULARIES, substitutions=given)
        rows = (
            sorted(tuple("" if t is None else str(getattr(t, "value", t)) for t in row) for row in answer.rows)
            if isinstance(answer, Rows)
            else []
        )
        for _, document, start, end, text, day, title in rows[:1]:
            sentence = " ".join(text[int(start) : int(end)].split())
            found.append(
                Evidence(mention=mention, sentence=sentence, document=prefixed(document, ids), date=day, title=title)
            )
    return tuple(found)
