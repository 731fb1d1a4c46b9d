"""Does the graph still say what its texts say? Spans, factuality, and the shapes of the ontology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ids import Ids
    from kg.store import Graph

# Each finds what must not be; the first variable is what is wrong, a second one tells more of it.
_FORBIDDEN = {
    "an event without factuality": "SELECT ?event { ?event a sem:Event FILTER NOT EXISTS { ?event kg:factuality ?f } }",
    "an event without a mention": "SELECT ?event { ?event a sem:Event FILTER NOT EXISTS { ?event gaf:denotedBy ?m } }",
    "an event without a claim": "SELECT ?event { ?event a sem:Event FILTER NOT EXISTS { ?claim kg:claims ?event } }",
    "a claim without an authority": "SELECT ?claim { ?claim a kg:Claim FILTER NOT EXISTS { ?claim kg:authority ?a } }",
    "two that a person judged apart are one": """SELECT ?judgement ?one {
        ?judgement kg:verdict kg:negativeVerdict ; kg:judges ?a, ?b FILTER (STR(?a) < STR(?b))
        ?a dcterms:isReplacedBy? ?one . ?b dcterms:isReplacedBy? ?one }""",
    "two that a person judged one are two": """SELECT ?judgement ?a ?b {
        ?judgement kg:verdict kg:positiveVerdict ; kg:judges ?a, ?b FILTER (STR(?a) < STR(?b))
        FILTER NOT EXISTS { ?a dcterms:isReplacedBy? ?one . ?b dcterms:isReplacedBy? ?one } }""",
}
_OF_FACT = """SELECT DISTINCT ?actor ?action ?other {{
    ?event kg:factuality kg:fact ; kg:action ?first ; gaf:denotedBy ?mention ; kg:actor ?actor .
    ?mention kg:actorMention ?one . ?actor gaf:denotedBy ?one .
    ?mention kg:{role} ?two . ?other gaf:denotedBy ?two .
    OPTIONAL {{ ?mention kg:action ?own }} BIND (COALESCE(?own, ?first) AS ?action) {apart} }}"""
# What there is, and what of it may be: a row of the first query that none of the others gives must not be. (NOT EXISTS
# would ask for each row anew, which takes hours in a large graph.)
_WITHIN = {
    "a mention that is in no text": (
        "SELECT DISTINCT ?mention { ?thing gaf:denotedBy ?mention }",
        ("SELECT DISTINCT ?mention { ?document nif:isString ?text . ?mention nif:referenceContext ?document }",),
    ),
    "a fact that no report affirms in its own voice": (
        "SELECT DISTINCT ?event { ?event kg:factuality kg:fact }",
        (
            """SELECT DISTINCT ?event {
            ?claim kg:claims ?event ; kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ;
                   kg:future false ; kg:document ?document ; kg:authority ?authority .
            ?document kg:genre kg:report .
            OPTIONAL { ?document dcterms:publisher ?publisher }
            FILTER (?authority = COALESCE(?publisher, ?document)) }""",
        ),
    ),
    "a plain triple that is not of a fact": (
        "SELECT ?actor ?action ?other { GRAPH graph:facts { ?actor ?action ?other } }",
        (
            _OF_FACT.format(role="recipientMention", apart=""),
            _OF_FACT.format(role="themeMention", apart=""),
            _OF_FACT.format(role="actorMention", apart="FILTER (?actor != ?other)"),
        ),
    ),
}
_SPANS = """SELECT ?mention ?words ?found { ?mention nif:anchorOf ?words ; nif:referenceContext ?document ;
        nif:beginIndex ?begin ; nif:endIndex ?end . ?document nif:isString ?text
    BIND (SUBSTR(?text, ?begin + 1, ?end - ?begin) AS ?found) FILTER (STR(?words) != STR(?found)) } ORDER BY ?mention"""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """What is wrong (``rule``), of what (``focus``, an IRI), and what stands there instead."""

    rule: str
    focus: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.focus}: {self.rule}" + (f" ({self.detail})" if self.detail else "")


def violations(graph: Graph, ids: Ids, *, shacl: bool = False, digest: str | None = None) -> list[Violation]:
    """Everything in the graph that does not hold, sorted; empty when all holds.

    Every anchored span must say what the graph says it says; no event stands without factuality, claim and mention; no
    plain triple but of a fact; the shapes of the ontology hold. With ``digest``, that of the last build, the graph must
    have it. With ``shacl`` the shapes are checked by pySHACL as well, the reference, which holds the whole graph in
    memory: both say the same.
    """
    found = {*_spans(graph, ids), *_forbidden(graph, ids), *_digest(graph, ids, digest)}
    found.update(_within(graph, ids), _shaped(graph, ids))
    if shacl:
        found.update(_shapes(graph, ids))
    return sorted(found)


def _spans(graph: Graph, ids: Ids) -> Iterator[Violation]:
    rule = "its span no longer says what the graph says"
    for mention, words, found in _rows(graph, _SPANS, ids):
        yield Violation(
            rule=rule,
            focus=_short(mention, ids),
            detail=f"expected {_short(words, ids)!r}, text has {_short(found, ids)!r}",
        )


def _digest(graph: Graph, ids: Ids, digest: str | None) -> Iterator[Violation]:
    now = graph.digest([ids.graph("runs")])
    if digest is not None and now != digest:
        rule = "the graph is not what its last build wrote; build it again"
        yield Violation(rule=rule, focus="digest", detail=f"expected {digest[:16]}…, the graph has {now[:16]}…")


def _forbidden(graph: Graph, ids: Ids) -> Iterator[Violation]:
    for rule, sparql in _FORBIDDEN.items():
        for focus, *rest in _rows(graph, sparql, ids):
            yield Violation(rule=rule, focus=_short(focus, ids), detail=" ".join(_short(term, ids) for term in rest))


def _within(graph: Graph, ids: Ids) -> Iterator[Violation]:
    for rule, (there, fine) in _WITHIN.items():
        may_be = {row for sparql in fine for row in _rows(graph, sparql, ids)}
        for row in _rows(graph, there, ids):
            if row not in may_be:
                focus, *rest = (_short(term, ids) for term in row)
                yield Violation(rule=rule, focus=focus, detail=" ".join(rest))


def _shaped(graph: Graph, ids: Ids) -> Iterator[Violation]:
    """What breaks the shapes, by the queries of ``kg.shapes``."""
    from kg import shapes  # noqa: PLC0415 (its RDF library takes memory that reading a graph can do without)

    for check in shapes.checks(_subclasses(graph, ids)):
        where = _short(NamedNode(check.path), ids) if check.path else ""
        for focus, *values in _rows(graph, check.sparql, ids):
            value = "".join(_value(each) for each in values if each is not None)
            yield Violation(rule=check.message, focus=_short(focus, ids), detail=f"{where} {value}".strip())


def _subclasses(graph: Graph, ids: Ids) -> dict[str, frozenset[str]]:
    """Each class that has any → its subclasses, itself among them."""
    found: dict[str, set[str]] = {}
    for sub, above in _rows(graph, "SELECT ?sub ?above { ?sub rdfs:subClassOf+ ?above FILTER isIRI(?above) }", ids):
        found.setdefault(above.value, {above.value}).add(_value(sub))
    return {name: frozenset(subs) for name, subs in found.items()}


def _shapes(graph: Graph, ids: Ids) -> Iterator[Violation]:
    """What breaks the shapes, by pySHACL."""
    import pyshacl  # noqa: PLC0415 (see _shaped)
    import rdflib  # noqa: PLC0415

    from kg import shapes  # noqa: PLC0415

    target = rdflib.Graph()
    triples = (quad.triple for quad in graph.quads())
    target.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    conforms, report, _ = pyshacl.validate(target, shacl_graph=shapes.shapes(), inference="none", advanced=False)
    if conforms:
        return
    shacl = rdflib.SH
    for result in sorted(report.subjects(rdflib.RDF.type, shacl.ValidationResult)):
        focus = report.value(result, shacl.focusNode)
        path = report.value(result, shacl.resultPath)
        value = report.value(result, shacl.value)
        where = _short(NamedNode(str(path)), ids) if isinstance(path, rdflib.URIRef) else ""
        yield Violation(
            rule=shapes.message(report.value(result, shacl.sourceShape)),
            focus=_short(NamedNode(str(focus)) if isinstance(focus, rdflib.URIRef) else Literal(str(focus)), ids),
            detail=f"{where} {'' if value is None else value}".strip(),
        )


def sizes(graph: Graph, ids: Ids) -> dict[str, Any]:
    """Counts of the graph: documents, event mentions, events, claims, entities, plain triples, quads.

    ``quads for each event mention`` leaves out what is said of documents themselves, the knowledge base, the ontology
    and the runs.
    """
    per_graph = {name: graph.count(name) for name in graph.graphs()}
    documents = {n: c for n, c in per_graph.items() if n.startswith(ids.document_graph(""))}
    metadata = _number(graph, "SELECT (COUNT(*) AS ?n) { ?d a nif:Context ; ?p ?o }", ids)
    mentions = _number(graph, "SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a kg:EventMention }", ids)
    world, facts = (per_graph.get(ids.graph(name), 0) for name in ("world", "facts"))
    text = sum(documents.values()) - metadata
    return {
        "documents": len(documents),
        "event mentions": mentions,
        "events": _number(graph, "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a sem:Event }", ids),
        "claims": _number(graph, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Claim }", ids),
        "entities": _number(graph, "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e gaf:denotedBy/a kg:EntityMention }", ids),
        "plain triples": facts,
        "quads": sum(per_graph.values()),
        "quads for each event mention": round((text + world + facts) / max(mentions, 1), 1),
        "of these in the text layer": round(text / max(mentions, 1), 1),
        "of these in the world and facts": round((world + facts) / max(mentions, 1), 1),
    }


def _rows(graph: Graph, sparql: str, ids: Ids) -> tuple[tuple[Any, ...], ...]:
    rows = graph.query(sparql, prefixes=ids.prefixes)
    return rows.rows if isinstance(rows, Rows) else ()


def _number(graph: Graph, sparql: str, ids: Ids) -> int:
    return int(_rows(graph, sparql, ids)[0][0].value)


def _value(term: Any) -> str:  # noqa: ANN401 (any RDF term)
    return str(getattr(term, "value", term))


def _short(term: Any, ids: Ids) -> str:  # noqa: ANN401 (any RDF term)
    if isinstance(term, Literal):
        return term.value
    value = term.value if isinstance(term, NamedNode) else str(term)
    best = max((n for n in ids.prefixes.items() if value.startswith(n[1])), key=lambda n: len(n[1]), default=None)
    return f"{best[0]}:{value[len(best[1]) :]}" if best else value
