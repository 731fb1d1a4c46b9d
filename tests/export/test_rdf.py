from __future__ import annotations

import json
from io import BytesIO

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld as pyld_jsonld

from kg import export
from kg.errors import StoreError
from kg.export import jsonld, nquads, ntriples, rdfxml, trig, turtle
from kg.export.formats import RdfFormat
from kg.export.network import NOT_XML
from kg.export.order import TYPE
from kg.ids import KG, Ids
from kg.store import Graph
from tests.export.conftest import unordered

RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB_FORMATS = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}
ENTITY, PROPERTY = ox.NamedNode(Ids().entity("state:pk")), ox.NamedNode(KG + "text")
TERMS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=12).map(ox.Literal),
    st.integers().map(lambda number: ox.Literal(str(number), datatype=ox.NamedNode(f"{turtle.XSD}integer"))),
    st.booleans().map(ox.Literal),
    st.dates().map(lambda day: ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{turtle.XSD}date"))),
    st.text(alphabet="ab.-_éж²=~,0/", max_size=6).map(lambda name: ox.NamedNode(Ids().base + "entity/" + name)),
)


OUTSIDE = ox.NamedNode("https://example.org/p?q=1")  # RDF/XML has no name for it


@pytest.fixture
def nasty(nasty: Graph, request: pytest.FixtureRequest) -> Graph:
    """The graph of nasty literals; for RDF/XML without the property that it cannot write."""
    if "rdfxml" not in request.node.name:
        return nasty
    made = Graph.memory()
    made.bulk(quad for quad in nasty.quads() if quad.predicate != OUTSIDE)
    return made


def exported(graph: Graph, name: str) -> bytes:
    """The bytes of an export."""
    stream = BytesIO()
    export.write(graph, format=name, target=stream, ids=Ids())
    return stream.getvalue()


def from_rdflib(term: rdflib.term.Node) -> tuple[str, str | None, str | None]:
    """A term of rdflib as text, datatype and language; xsd:string is said, as pyoxigraph says it."""
    if not isinstance(term, rdflib.Literal):
        return str(term), None, None
    return str(term), None if term.language else str(term.datatype or rdflib.XSD.string), term.language


def from_oxigraph(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> tuple[str, str | None, str | None]:
    """A term of pyoxigraph as text, datatype and language."""
    if not isinstance(term, ox.Literal):
        return str(getattr(term, "value", term)), None, None
    return term.value, None if term.language else term.datatype.value, term.language


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_rdflib_reads_the_same_triples(nasty: Graph, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rdflib finds the distinct triples of the store, no more and no fewer, to the character."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)  # else it respells times: Z as +00:00
    found = rdflib.Dataset(default_union=True)
    found.parse(data=exported(nasty, name), format=RDFLIB_FORMATS[name])
    expected = {tuple(map(from_oxigraph, quad.triple)) for quad in nasty.quads()}
    assert {tuple(map(from_rdflib, quad[:3])) for quad in found.quads()} == expected


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_pyoxigraph_reads_the_same_triples(nasty: Graph, name: str) -> None:
    """Pyoxigraph finds the distinct triples of the store again."""
    found = {quad.triple for quad in ox.parse(exported(nasty, name), RDF_FORMATS[name])}
    assert found == {quad.triple for quad in nasty.quads()}


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_graphs_are_kept(nasty: Graph, name: str) -> None:
    """TriG and N-Quads keep every quad in its graph."""
    assert set(ox.parse(exported(nasty, name), RDF_FORMATS[name])) == set(nasty.quads())


def test_pyld_expands_to_the_same_triples(nasty: Graph) -> None:
    """Pyld, a second processor of JSON-LD 1.1, finds the distinct triples of the store; it respells doubles."""
    document = json.loads(exported(nasty, "jsonld"))
    lines = pyld_jsonld.to_rdf(document, {"format": "application/n-quads"}).replace('"1.5E0"', '"1.5"')
    assert {quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_QUADS)} == {quad.triple for quad in nasty.quads()}


def test_pyld_compacts_to_the_same_document(actors: Graph) -> None:
    """Compacting the expanded document with its own context changes nothing but the order: it was compact."""
    document = json.loads(exported(actors, "jsonld"))
    assert unordered(pyld_jsonld.compact(pyld_jsonld.expand(document), document["@context"])) == unordered(document)


@given(terms=st.lists(TERMS, max_size=8))
@settings(deadline=None, max_examples=60)
@pytest.mark.parametrize("name", RDF_FORMATS)
def test_any_term_comes_back(name: str, terms: list[ox.NamedNode | ox.Literal]) -> None:
    """Whatever stands in a triple, the format gives it back."""
    chosen = export.FORMATS[name]
    assert isinstance(chosen, RdfFormat)
    quads = [ox.Quad(ENTITY, PROPERTY, term) for term in terms]
    text = "".join(chosen.text(quads, Ids().prefixes))
    found = {quad.triple for quad in ox.parse(text, RDF_FORMATS[name])}
    assert found == {ox.Triple(ENTITY, PROPERTY, in_xml(term) if name == "rdfxml" else term) for term in terms}


def in_xml(term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
    """A term with U+FFFD for what XML cannot hold."""
    return (
        ox.Literal(NOT_XML.sub("\ufffd", term.value), datatype=term.datatype) if isinstance(term, ox.Literal) else term
    )


@given(data=st.data())
@settings(deadline=None, max_examples=15)
@pytest.mark.parametrize("name", RDF_FORMATS)
def test_order_is_not_seen(name: str, data: st.DataObject) -> None:
    """The same quads in another order give the same bytes."""
    quads = [ox.Quad(ENTITY, PROPERTY, ox.Literal(word), ox.NamedNode(f"u:{word}")) for word in "abcd"]
    quads += [ox.Quad(ox.NamedNode("u:s"), ox.NamedNode(TYPE), ENTITY, ENTITY)]
    chosen = export.FORMATS[name]
    assert isinstance(chosen, RdfFormat)
    shuffled = data.draw(st.permutations(quads))
    assert list(chosen.text(shuffled, Ids().prefixes)) == list(chosen.text(quads, Ids().prefixes))


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_prefix_order_is_not_seen(name: str) -> None:
    """Prefixes given in another order give the same bytes."""
    chosen = export.FORMATS[name]
    assert isinstance(chosen, RdfFormat)
    quads, prefixes = [ox.Quad(ENTITY, PROPERTY, ENTITY, ENTITY)], Ids().prefixes
    backwards = dict(reversed(prefixes.items()))
    assert list(chosen.text(quads, prefixes)) == list(chosen.text(quads, backwards))


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_empty_graph(name: str) -> None:
    """A graph without quads gives a document that parses, without triples."""
    assert list(ox.parse(exported(Graph.memory(), name), RDF_FORMATS[name])) == []


def test_turtle_puts_the_class_first() -> None:
    """A paragraph starts with the class, then come the predicates by IRI and the objects in order."""
    state, label = ox.NamedNode(KG + "State"), ox.NamedNode(KG + "aka")
    quads = [ox.Quad(ENTITY, label, ox.Literal(word)) for word in ("b", "a")]
    text = "".join(turtle.text([*quads, ox.Quad(ENTITY, ox.NamedNode(TYPE), state)], Ids().prefixes))
    assert text.endswith('\n\nent:state-pk a kg:State ;\n    kg:aka "a", "b" .\n')


def test_turtle_needs_no_escape_in_names() -> None:
    """An IRI whose local name holds a slash is written in full."""
    place = ox.NamedNode(Ids().document_graph("d1"))
    assert f"{place} <" not in "".join(turtle.text([ox.Quad(place, PROPERTY, place)], Ids().prefixes))
    assert f"\n{place} kg:text {place} .\n" in "".join(turtle.text([ox.Quad(place, PROPERTY, place)], Ids().prefixes))


def test_trig_sorts_graphs() -> None:
    """Graphs stand in the order of their IRIs, each in one block."""
    graphs = [ox.NamedNode(Ids().graph(name)) for name in ("world", "facts", "runs")]
    text = "".join(trig.text([ox.Quad(ENTITY, PROPERTY, ENTITY, graph) for graph in graphs], Ids().prefixes))
    assert [line for line in text.splitlines() if line.endswith("{")] == [
        "graph:facts {",
        "graph:runs {",
        "graph:world {",
    ]


def test_triple_in_two_graphs_is_one() -> None:
    """The formats without graphs write a triple of two graphs once."""
    quads = [ox.Quad(ENTITY, PROPERTY, ENTITY, graph) for graph in (ENTITY, PROPERTY)]
    assert "".join(ntriples.text(quads, {})).count("\n") == 1
    assert "".join(nquads.text(quads, {})).count("\n") == 2


def test_jsonld_terms() -> None:
    """A property of ours is a plain key, one of another vocabulary a prefixed one, and values are bare."""
    quads = [
        ox.Quad(ENTITY, ox.NamedNode(TYPE), ox.NamedNode(KG + "State")),
        ox.Quad(ENTITY, ox.NamedNode(KG + "partOf"), ENTITY),
        ox.Quad(ENTITY, ox.NamedNode(Ids().prefixes["rdfs"] + "label"), ox.Literal("Sudria")),
        ox.Quad(ENTITY, ox.NamedNode(KG + "future"), ox.Literal(False)),  # noqa: FBT003  (the literal false)
        ox.Quad(ENTITY, ox.NamedNode(KG + "reportCount"), ox.Literal(2)),
    ]
    assert json.loads("".join(jsonld.text(quads, Ids().prefixes)))["@graph"] == [
        {
            "@id": "ent:state-pk",
            "@type": "kg:State",
            "rdfs:label": "Sudria",
            "future": False,
            "partOf": "ent:state-pk",
            "reportCount": 2,
        }
    ]


def test_jsonld_types_dates_in_the_context() -> None:
    """Where all values of a property are dates, the context says so once."""
    day = ox.Literal("2024-03-02", datatype=ox.NamedNode(f"{turtle.XSD}date"))
    document = json.loads("".join(jsonld.text([ox.Quad(ENTITY, ox.NamedNode(KG + "day"), day)], Ids().prefixes)))
    assert document["@context"]["day"] == {"@id": "kg:day", "@type": "xsd:date"}
    assert document["@graph"][0]["day"] == "2024-03-02"


def test_jsonld_term_never_hides_a_prefix() -> None:
    """A property whose local name is a prefix keeps its prefixed name."""
    document = json.loads(
        "".join(jsonld.text([ox.Quad(ENTITY, ox.NamedNode(KG + "quantity"), ENTITY)], Ids().prefixes))
    )
    assert document["@graph"] == [{"@id": "ent:state-pk", "kg:quantity": "ent:state-pk"}]


def test_triple_terms_are_refused() -> None:
    """A triple as a term, which RDF 1.1 does not know, is refused and not written wrongly."""
    inner = ox.Triple(ENTITY, PROPERTY, ENTITY)
    with pytest.raises(StoreError, match="holds a triple as a term; expected RDF"):
        list(turtle.text([ox.Quad(ENTITY, PROPERTY, inner)], {}))


def test_rdfxml_refuses_a_property_without_a_name() -> None:
    """A property that XML cannot name is a one-line error, not a broken file."""
    with pytest.raises(StoreError, match=r"p\?q=1> ends in no name, which RDF/XML needs; expected another format"):
        list(rdfxml.text([ox.Quad(ENTITY, OUTSIDE, ENTITY)], {}))


def test_rdfxml_makes_up_a_prefix() -> None:
    """A property of a namespace without a prefix gets one, which rdflib reads."""
    found = rdflib.Graph().parse(
        data="".join(rdfxml.text([ox.Quad(ENTITY, ox.NamedNode("u:x#9part"), ENTITY)], {})), format="xml"
    )
    assert [str(predicate) for predicate in found.predicates()] == ["u:x#9part"]
