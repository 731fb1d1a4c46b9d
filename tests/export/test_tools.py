"""Each format of events, read back by the tool that its users have."""

from __future__ import annotations

import csv
import importlib
import json
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from rocrate.rocrate import ROCrate

from kg import export
from kg.analyse import Filters
from kg.export import rocrate
from kg.export.network import plain
from kg.export.selected import Selected
from kg.ids import Ids
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REST = """
graph:world {
  claim:d1-5-6-post a kg:Claim ; kg:claims event:d1-5-6 ; kg:authority ent:post ; kg:document doc:d1 ;
    kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ; kg:future false ;
    gaf:denotedBy mention:d1-5-6 .
  claim:d1-9-10-jo a kg:Claim ; kg:authority ent:jo ; kg:document doc:d1 ; kg:quotation kg:direct ;
    kg:text "Our wells are dry, and what the ministry calls a plan is a list of wishes." ;
    gaf:denotedBy mention:d1-9-10 .
  ent:jo a kg:Person ; rdfs:label "Jo Dahl" .
  ent:post a kg:MediaOrganization ; rdfs:label "The Post; late edition" .
  membership:d1-9-12 a org:Membership ; org:member ent:jo ; org:organization ent:post ; rdfs:label "reporter" ;
    gaf:denotedBy mention:d1-9-12 .
}
graph:runs {
  run:r1 a prov:Activity ; rdfs:label "newskg 0.1.0" ; prov:startedAtTime "2024-04-01T00:00:00Z"^^xsd:dateTime ;
    kg:configuration "[read]" .
  <https://w3id.org/newskg/graph/document/d1> prov:wasGeneratedBy run:r1 .
}
<https://w3id.org/newskg/graph/document/d1> {
  doc:d1 a nif:Context , schema:NewsArticle ; nif:isString "Norland urged Sudria." ; dcterms:title "Wells" ;
    dcterms:publisher ent:post ; dcterms:date "2024-03-02"^^xsd:date ; schema:url "https://example.org/wells" .
  mention:d1-5-6 nif:referenceContext doc:d1 . mention:d1-9-12 nif:referenceContext doc:d1 .
}
"""
NO_LABELS = """graph:world {
  ent:a a kg:State ; gaf:denotedBy mention:d1-0-1 . ent:b gaf:denotedBy mention:d1-10-11 .
  event:d1-5-6 a sem:Event ; kg:factuality kg:fact ; kg:actor ent:a ; kg:recipient ent:b ;
    gaf:denotedBy mention:d1-5-6 .
}
<https://w3id.org/newskg/graph/document/d1> {
  mention:d1-5-6 kg:actorMention mention:d1-0-1 ; kg:recipientMention mention:d1-10-11 .
}"""
SHOWN = [name for name, made in export.FORMATS.items() if name != "rocrate"]
EVENTS = [name for name, made in export.FORMATS.items() if not hasattr(made, "text") and name != "rocrate"]


def parsed(trig: str) -> list[ox.Quad]:
    """The quads of TriG with the project's prefixes."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    return list(ox.parse(prefixes + trig, ox.RdfFormat.TRIG))


@pytest.fixture
def told(actors: Graph) -> Graph:
    """The graph of three actors with a document, its outlet, two claims, an office and a run."""
    actors.bulk(parsed(REST))
    return actors


def stream_of(graph: Graph, name: str, *, long: int | None = None, **filters: Any) -> bytes:  # noqa: ANN401
    """What a stream receives."""
    stream = BytesIO()
    export.write(graph, format=name, target=stream, ids=Ids(), filters=Filters(**filters), long=long)
    return stream.getvalue()


def folder_of(graph: Graph, name: str, folder: Path, **options: Any) -> Path:  # noqa: ANN401
    """The folder that a format of several files makes."""
    export.write(graph, format=name, target=folder / name, ids=Ids(), **options)
    return folder / name


def everything(graph: Graph, name: str, folder: Path, **options: Any) -> bytes:  # noqa: ANN401
    """All bytes of an export; tables of Parquet as JSON."""
    target = folder / name
    if name not in {"csv", "neo4j", "parquet", "rocrate"}:
        export.write(graph, format=name, target=target, ids=Ids(), **options)
        return target.read_bytes()
    paths = sorted(folder_of(graph, name, folder, **options).iterdir())
    if name == "parquet":
        return b"".join(pd.read_parquet(path).to_json().encode() for path in paths)
    return b"".join(path.read_bytes() for path in paths)


# ------------------------------------------------------------------------------------------------ graph tools


def test_gexf_lasts(actors: Graph) -> None:
    """GEXF is dynamic, with days, and an edge of a dated event starts and ends with it."""
    content = stream_of(actors, "gexf")
    assert b'mode="dynamic"' in content
    assert b'timeformat="date"' in content
    found = nx.read_gexf(BytesIO(content))
    spans = {(data["event"], data.get("start"), data.get("end")) for _, _, data in found.edges(data=True)}
    assert spans == {("event:d1-5-6", "2024-03-02", "2024-03-02"), ("event:d1-25-26", None, None)}


def test_gexf_nodes_last_as_their_edges(actors: Graph) -> None:
    """A node of GEXF starts and ends with what it takes part in."""
    found = nx.read_gexf(BytesIO(stream_of(actors, "gexf")))
    assert {found.nodes[node].get("start") for node in found} == {"2024-03-02"}


@pytest.mark.parametrize("name", ["cytoscape", "nodelink"])
def test_networkx_reads_json(told: Graph, name: str) -> None:
    """Networkx finds the nodes, and the edges with their factuality, in Cytoscape's and in node-link JSON."""
    document = json.loads(stream_of(told, name))
    found = nx.cytoscape_graph(document) if name == "cytoscape" else nx.node_link_graph(document, edges="edges")
    labels = {name: plain(node.label) for name, node in Selected(told, Ids()).network.nodes.items()}
    assert {node: found.nodes[node]["label"] for node in found} == labels
    assert [data["factuality"] for _, _, data in found.edges(data=True)] == ["fact"] * 3


def test_cytoscape_edges_have_ids(actors: Graph) -> None:
    """Each edge of Cytoscape's JSON has an id that no other element has."""
    elements = json.loads(stream_of(actors, "cytoscape"))["elements"]
    ids = [element["data"]["id"] for element in (*elements["nodes"], *elements["edges"])]
    assert len(ids) == len(set(ids)) == 6


# ------------------------------------------------------------------------------------------------ Neo4j

NEO4J: dict[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "double": float,
    "date": date.fromisoformat,
    "string[]": lambda cell: cell.split(";"),
}


def imported(path: Path) -> list[dict[str, Any]]:
    """Rows as Neo4j's importer reads them: name and type from the header, no property where a cell is empty."""
    with path.open(newline="", encoding="utf-8") as stream:
        header, *rows = csv.reader(stream, strict=True)
    assert all("\n" not in cell for row in rows for cell in row)
    fields = [cell.partition(":")[::2] for cell in header]
    assert [len(row) for row in rows] == [len(header)] * len(rows)
    return [
        {name or kind: NEO4J.get(kind, str)(cell) for (name, kind), cell in zip(fields, row, strict=True) if cell}
        for row in rows
    ]


def test_neo4j_relationships_lead_to_nodes(told: Graph, tmp_path: Path) -> None:
    """Every start and end is the id of a node, and every relationship has a type and a factuality."""
    folder = folder_of(told, "neo4j", tmp_path)
    nodes, edges = imported(folder / "nodes.csv"), imported(folder / "relationships.csv")
    assert {edge[end] for edge in edges for end in ("START_ID", "END_ID")} == {node["id"] for node in nodes}
    assert sorted((edge["TYPE"], edge["factuality"]) for edge in edges) == [("FUND", "fact")] + [("URGE", "fact")] * 2


def test_neo4j_types(told: Graph, tmp_path: Path) -> None:
    """Numbers, days and lists have the types that the header says."""
    edge = imported(folder_of(told, "neo4j", tmp_path) / "relationships.csv")[1]
    kept = {name: edge[name] for name in ("latest", "reports", "intensity", "outlets")}
    assert kept == {"latest": date(2024, 3, 2), "reports": 2, "intensity": 3.4, "outlets": ["ent:post"]}


def test_neo4j_labels(told: Graph, tmp_path: Path) -> None:
    """A node bears the label Entity and its class, and its name on one line."""
    node = imported(folder_of(told, "neo4j", tmp_path) / "nodes.csv")[0]
    assert (node["LABEL"], node["label"]) == ("Entity;State", 'Norland "]]>" & <Co> 🕊️\ufffd')


# ------------------------------------------------------------------------------------------------ tables


def test_parquet_events(told: Graph, tmp_path: Path) -> None:
    """Arrow reads typed columns: days as dates, counts as integers, participants as lists."""
    table = pq.read_table(folder_of(told, "parquet", tmp_path) / "events.parquet")
    assert (table.schema.field("latest").type, table.schema.field("reports").type) == (pa.date32(), pa.int32())
    row = table.to_pylist()[1]
    assert (row["event"], row["factuality"], row["latest"]) == ("event:d1-5-6", "fact", date(2024, 3, 2))
    assert (row["actors"], row["recipients"], row["themes"]) == (["ent:a", "ent:c"], ["ent:b"], [])


def test_parquet_claims(told: Graph, tmp_path: Path) -> None:
    """Pandas reads a claim with its event's factuality, and a quotation that claims no event."""
    frame = pd.read_parquet(folder_of(told, "parquet", tmp_path) / "claims.parquet").set_index("claim")
    assert list(frame.loc["claim:d1-5-6-post", "factuality"]) == ["fact"]
    assert frame.loc["claim:d1-9-10-jo", "text"].startswith("Our wells")


def test_parquet_edges_are_lifted(told: Graph, tmp_path: Path) -> None:
    """The table of edges follows the filters: lifted ends, each edge once, and only what the filters keep."""
    told.bulk(parsed("graph:knowledge-base { ent:c kg:partOf ent:a . ent:a kg:partOf ent:whole . }"))
    folder = folder_of(told, "parquet", tmp_path, filters=Filters(lift="whole", reports=1))
    frame = pd.read_parquet(folder / "edges.parquet")
    assert frame[["source", "target", "event"]].to_numpy().tolist() == [["ent:whole", "ent:b", "event:d1-5-6"]]


def test_plover(told: Graph) -> None:
    """A row says who did what to whom, with type, quad class, Goldstein, CAMEO, factuality, reports and evidence."""
    rows = list(csv.DictReader(StringIO(stream_of(told, "plover").decode())))
    row = next(row for row in rows if row["EventID"] == "event:d1-5-6" and row["SourceID"] == "ent:a")
    wanted = {
        "Date": "2024-03-02", "Target": 'Sudria, the "South"', "EventType": "REQUEST", "Mode": "", "QuadClass": "3",
        "Goldstein": "3.4", "CAMEO": "02", "Factuality": "fact", "Reports": "2", "URL": "https://example.org/wells",
        "Outlet": "The Post; late edition", "Evidence": "mention:d1-5-6",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


# ------------------------------------------------------------------------------------------------ FollowTheMoney


def entities(graph: Graph, **filters: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    """The lines of FollowTheMoney by id."""
    return {found["id"]: found for found in map(json.loads, stream_of(graph, "ftm", **filters).decode().splitlines())}


def test_followthemoney_accepts_each_entity(told: Graph) -> None:
    """The library's own schema finds no error in any entity, keeps every value, and every reference leads somewhere."""
    model = pytest.importorskip("followthemoney").model
    proxies = importlib.import_module("followthemoney.proxy").EntityProxy
    found = entities(told)
    for entity in found.values():
        model.get(entity["schema"]).validate(entity)
        proxy = proxies.from_dict(entity, cleaned=False)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == entity["properties"]
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert model.get(found[value]["schema"]).is_a(prop.range)


def test_followthemoney_links_name_their_evidence(told: Graph) -> None:
    """A link says role and factuality, and its proof is the article."""
    found = entities(told)
    link = found["link-event-d1-5-6.ent-a.ent-b"]["properties"] if "link-event-d1-5-6.ent-a.ent-b" in found else {}
    assert (link["role"], link["status"], link["proof"]) == (["urge"], ["fact"], ["doc-d1"])
    assert found["doc-d1"]["properties"]["publisher"] == ["The Post; late edition"]


def test_followthemoney_memberships(told: Graph) -> None:
    """An office is a membership of the person in the body."""
    office = entities(told)["membership-d1-9-12"]["properties"]
    assert (office["member"], office["organization"], office["role"]) == (["ent-jo"], ["ent-post"], ["reporter"])


# ------------------------------------------------------------------------------------------------ RO-Crate


def test_rocrate(told: Graph, tmp_path: Path) -> None:
    """The library of RO-Crate finds the documents, the run with its software, and licences."""
    crate = ROCrate(folder_of(told, "rocrate", tmp_path))
    document, run = crate.get(Ids().document("d1")), crate.get(Ids().run("r1"))
    assert (document["name"], document["publisher"]["name"]) == ("Wells", "The Post; late edition")
    assert (run["instrument"]["name"], run["instrument"]["softwareVersion"]) == ("newskg", "0.1.0")
    assert (run["description"], run["object"]) == ("[read]", [document])
    assert "Apache" in crate.root_dataset["license"]["description"]


def test_rocrate_refers_to_what_it_holds(told: Graph) -> None:
    """Every reference inside the crate leads to an entity of it."""
    graph = json.loads("".join(rocrate.text(Selected(told, Ids()))))["@graph"]
    text = json.dumps(graph)
    referred = {part.split('"')[0] for part in text.split('{"@id": "')[1:]}
    outside = {"https://w3id.org/ro/crate/1.1"}
    assert referred - {entity["@id"] for entity in graph} <= outside


# ------------------------------------------------------------------------------------------------ what leaves


@pytest.mark.parametrize("name", SHOWN)
def test_each_event_has_its_factuality(told: Graph, name: str, tmp_path: Path) -> None:
    """A disputed event that was asked for is called disputed, in every format."""
    options = {} if hasattr(export.FORMATS[name], "text") else {"filters": Filters(factuality=("disputed",))}
    content = everything(told, name, tmp_path, **options)
    assert b"d1-27-28" in content
    assert b"disputed" in content


@pytest.mark.parametrize("name", EVENTS)
def test_filters_hold_everywhere(told: Graph, name: str, tmp_path: Path) -> None:
    """What the filters leave out is in no format of events."""
    content = everything(told, name, tmp_path, filters=Filters(reports=1))
    assert b"d1-5-6" in content
    assert b"d1-25-26" not in content


@pytest.mark.parametrize("name", EVENTS)
def test_empty_selection(told: Graph, name: str, tmp_path: Path) -> None:
    """A selection that holds nothing gives a file without events."""
    content = everything(told, name, tmp_path, filters=Filters(since=date(2030, 1, 1)))
    assert b"event:d1" not in content


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_no_text(told: Graph, name: str, tmp_path: Path) -> None:
    """Without text, neither the document's words nor a long quotation leave; names do."""
    content = everything(told, name, tmp_path, long=40)
    assert b"Norland urged" not in content
    assert b"Our wells" not in content


def test_no_text_keeps_the_rest(told: Graph) -> None:
    """Only the text and the long quotation stay behind."""
    lines = set(stream_of(told, "nquads").splitlines()) - set(stream_of(told, "nquads", long=40).splitlines())
    assert sorted(b"isString" in line or b"Our wells" in line for line in lines) == [True, True]


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_same_graph_same_bytes(told: Graph, name: str, tmp_path: Path) -> None:
    """The same quads stored in another order give the same bytes, in every format."""
    other = Graph.memory()
    other.bulk(sorted(told.quads(), key=str, reverse=True))
    (tmp_path / "other").mkdir()
    assert everything(other, name, tmp_path / "other") == everything(told, name, tmp_path)


@pytest.mark.parametrize("name", EVENTS)
def test_what_is_not_known(name: str, tmp_path: Path) -> None:
    """An event without action, type or day, of actors without labels, is no broken file: None is written nowhere."""
    graph = Graph.memory()
    graph.bulk(parsed(NO_LABELS))
    assert b"None" not in everything(graph, name, tmp_path)
