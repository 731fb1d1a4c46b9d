from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse import speakers
from kg.ids import Ids

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Graph


def weights(network: nx.DiGraph[str], source: str) -> dict[str, int]:
    """Whom an authority speaks of, and how often."""
    return {target: data["weight"] for target, data in network.adj[source].items()}


def test_claims_are_counted(graph: Graph) -> None:
    """A claim counts once for each actor and recipient of the event it claims."""
    assert weights(speakers(graph, Ids()), "ent:gazette") == {
        "ent:gov-norland-ministry": 1,
        "ent:pop-refugees": 1,
        "ent:state-sudria": 2,
    }


def test_only_the_mention_claimed(graph: Graph) -> None:
    """A claim in one document speaks of nobody whom only another document's mention of the event names."""
    assert "ent:state-estia" not in speakers(graph, Ids()).adj["ent:gazette"]


def test_modalities(graph: Graph) -> None:
    """The claims of an edge are told apart by modality."""
    data = speakers(graph, Ids()).edges["ent:gazette", "ent:state-sudria"]
    assert {key: count for key, count in data.items() if count} == {"weight": 2, "asserted": 1, "alleged": 1}


def test_loop(graph: Graph) -> None:
    """Who speaks of himself has an edge to himself."""
    assert speakers(graph, Ids()).edges["ent:state-sudria", "ent:state-sudria"]["promised"] == 1


def test_quotation(graph: Graph) -> None:
    """A claim that a quotation denotes speaks of those whom its document's mention of the event names."""
    assert weights(speakers(graph, Ids()), "ent:gov-norland-ministry") == {"ent:pop-refugees": 1, "ent:state-sudria": 1}


def test_unknown_authority(graph: Graph) -> None:
    """Where the authority is unknown the document speaks, under its title if it has one, else under its id."""
    network = speakers(graph, Ids())
    assert weights(network, "doc:d2") == {"ent:state-estia": 1, "ent:state-westia": 1}
    assert network.nodes["doc:d2"] == {"label": "d2", "type": "Thing"}
