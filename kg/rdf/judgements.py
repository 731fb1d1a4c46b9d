"""What people decided as quads: a copy of their file, that queries can ask beside the graph that came of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.rdf.terms import Writer, kg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from kg.ids import Ids
    from kg.model import Judgement


def judgement_quads(judgements: Iterable[Judgement], ids: Ids) -> list[Quad]:
    """The graph of judgements, sorted: the same for the same decisions, in whatever order, and whichever way round.

    >>> from kg.ids import Ids
    >>> from kg.model import Judgement, Verdict
    >>> one = Judgement(left="state-no", right="norway", verdict=Verdict.POSITIVE)
    >>> other = Judgement(left="norway", right="state-no", verdict=Verdict.POSITIVE)
    >>> len(judgement_quads([one], Ids())), judgement_quads([one], Ids()) == judgement_quads([other, one], Ids())
    (4, True)
    """
    writer = Writer(ids.graph("judgements"))
    for each in judgements:
        sides = sorted((each.left, each.right))
        iri = ids.judgement(_digest(*sides, each.verdict.value, each.who, each.when, each.why))
        writer.a(iri, kg("Judgement"))
        for side in sides:
            writer.add(iri, kg("judges"), NamedNode(ids.thing(side)))
        writer.add(iri, kg("verdict"), kg(f"{each.verdict.value}Verdict"))
        writer.add(iri, "dcterms:creator", each.who or None)
        writer.add(iri, "dcterms:date", each.when or None)
        writer.add(iri, "rdfs:comment", each.why or None)
    return list(writer)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
