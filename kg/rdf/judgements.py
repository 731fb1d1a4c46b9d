"""What people decided as quads: a copy of their file, that queries can ask beside the graph that came of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.model import Judgement, Verdict
from kg.rdf.terms import Writer, kg, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad

    from kg.ids import Ids

_WORDS = {"who": "dcterms:creator", "when": "dcterms:date", "why": "rdfs:comment"}
_VERDICT = "Verdict"


def judgement_quads(judgements: Iterable[Judgement], ids: Ids) -> list[Quad]:
    """The graph of judgements, sorted: the same for the same decisions, in whatever order, and whichever way round.

    >>> from kg.ids import Ids
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
        writer.add(iri, kg("verdict"), kg(each.verdict.value + _VERDICT))
        for name, predicate in _WORDS.items():
            writer.add(iri, predicate, getattr(each, name) or None)
    return list(writer)


def judgements(quads: Iterable[Quad]) -> list[Judgement]:
    """The judgements of a graph of judgements, in the order of their nodes: what ``judgement_quads`` was given.

    >>> from kg.ids import Ids
    >>> one = Judgement(left="norway", right="state-no", verdict=Verdict.POSITIVE, who="ada", why="one state")
    >>> judgements(judgement_quads([one], Ids())) == [one]
    True
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return [_judgement(said) for _, said in sorted(found.items())]


def _judgement(said: Mapping[str, list[str]]) -> Judgement:
    left, right = sorted(iri.rsplit("/", 1)[-1] for iri in said[kg("judges").value])
    words = {name: "".join(said.get(node(predicate).value, ())) for name, predicate in _WORDS.items()}
    verdict = said[kg("verdict").value][0].removeprefix(kg("").value).removesuffix(_VERDICT)
    return Judgement(left=left, right=right, verdict=Verdict(verdict), line=0, **words)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
