"""Each format of events, read back by the tool that its users have."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rocrate.rocrate import ROCrate

from kg import export
from kg.analyse import Filters
from kg.export import rocrate
from kg.export.network import plain
from kg.export.selected import Selected
from kg.ids import Ids
from kg.store import Graph
from tests.export.conftest import parsed, stream_of

if TYPE_CHECKING:
    from pathlib import Path

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
