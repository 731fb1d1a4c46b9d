from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import networkx as nx
import pytest

from kg import export
from kg.analyse import Filters
from kg.analyse import actors as actor_graph
from kg.export.network import scalars
from kg.ids import Ids
from kg.store import Graph

READERS = ["graphml", "gexf"]
FORMATS = ["graphml", "gexf", "csv"]


def read_back(graph: Graph, name: str) -> nx.MultiDiGraph[str]:
    """What networkx reads from an export."""
    stream = exported(graph, name)
    found = (
        nx.read_gexf(stream) if name == "gexf" else nx.read_graphml(stream, edge_key_type=str, force_multigraph=True)
    )
    assert isinstance(found, nx.MultiDiGraph)
    return found


def expected(graph: Graph, name: str) -> nx.MultiDiGraph[str]:
    """What the file is made of: GEXF says beside the rest when nodes and edges start and end."""
    made = actor_graph(graph, Ids())
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in made.nodes(data=True):
        network.add_node(node, **scalars(data))
    for source, target, event, data in made.edges(keys=True, data=True):
        network.add_edge(source, target, f"{event}.{source}.{target}", event=event, **scalars(data))
    return timed(network) if name == "gexf" else network


def timed(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A network with ``start`` and ``end`` at the edges that have a day, and at their nodes."""
    for source, target, data in network.edges(data=True):
        days = [data[bound] for bound in ("earliest", "latest") if bound in data]
        for place in (data, network.nodes[source], network.nodes[target]) if days else ():
            place["start"] = min(days[0], place.get("start", days[0]))
            place["end"] = max(days[-1], place.get("end", days[-1]))
    return network


def nodes(network: nx.MultiDiGraph[str]) -> dict[str, dict[str, Any]]:
    """The nodes with their attributes."""
    return {node: network.nodes[node] for node in network}


def exported(graph: Graph, name: str, *factuality: str) -> BytesIO:
    """The bytes of an export."""
    stream = BytesIO()
    export.write(graph, format=name, target=stream, ids=Ids(), filters=Filters(factuality=factuality or ("fact",)))
    stream.seek(0)
    return stream


def edges(network: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The edges with key and attributes, without the id that GEXF numbers them by."""
    return [
        (source, target, str(key), {name: value for name, value in data.items() if name != "id"})
        for source, target, key, data in network.edges(data=True, keys=True)
    ]


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_the_same_nodes(actors: Graph, name: str) -> None:
    """Networkx finds the nodes again, with label and type."""
    assert nodes(read_back(actors, name)) == nodes(expected(actors, name))


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_the_same_edges(actors: Graph, name: str) -> None:
    """Networkx finds the edges again, with their keys and attributes, numbers as numbers."""
    assert edges(read_back(actors, name)) == edges(expected(actors, name))


@pytest.mark.parametrize("name", FORMATS)
def test_insertion_order_is_not_seen(actors: Graph, name: str) -> None:
    """The same quads stored in another order give the same bytes."""
    other = Graph.memory()
    other.bulk(sorted(actors.quads(), key=str, reverse=True))
    assert exported(other, name).getvalue() == exported(actors, name).getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_facts_alone(actors: Graph, name: str) -> None:
    """A disputed event is in no file unless it is asked for, and then says what it is."""
    assert b"deport" not in exported(actors, name).getvalue()
    assert b"disputed" in exported(actors, name, "fact", "disputed").getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_empty_graph(name: str) -> None:
    """A graph without events gives a file without edges."""
    assert b"event:" not in exported(Graph.memory(), name).getvalue()


def test_edge_ids_are_unique(actors: Graph) -> None:
    """An event with two actors is two edges with two ids, and one event."""
    found = read_back(actors, "graphml")
    assert [key for _, _, key in found.edges(keys=True)] == [
        "event:d1-25-26.ent:a.ent:b",
        "event:d1-5-6.ent:a.ent:b",
        "event:d1-5-6.ent:c.ent:b",
    ]


def test_gexf_holds_no_date(actors: Graph) -> None:
    """The head of a GEXF file names neither the day it was written nor a version."""
    assert b"lastmodified" not in exported(actors, "gexf").getvalue()


def test_label_survives(actors: Graph) -> None:
    """A label with quotes, markup and emoji comes back; a line break is a space, a control character U+FFFD."""
    assert nodes(read_back(actors, "gexf"))["ent:a"]["label"] == 'Norland "]]>" & <Co> 🕊️\ufffd'


def test_csv_edges(actors: Graph) -> None:
    """The table of edges has a column for each attribute, empty where nothing is known."""
    rows = list(csv.DictReader(StringIO(exported(actors, "csv").getvalue().decode())))
    assert rows[0] == {
        "source": "ent:a",
        "target": "ent:b",
        "event": "event:d1-25-26",
        "action": "fund",
        "event_type": "",
        "factuality": "fact",
        "earliest": "",
        "latest": "",
        "reports": "",
        "independent_reports": "",
        "intensity": "",
    }
