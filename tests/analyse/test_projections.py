from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.analyse import Filters, bipartite, participation, project
from kg.analyse.evidence import evidence
from kg.errors import ConfigError
from kg.ids import Ids

if TYPE_CHECKING:
    from kg.store import Graph


def test_who_takes_part_together(graph: Graph) -> None:
    """Estia and Westia met, protested, and took part in the demand: three events join them."""
    network = participation(graph, Ids())
    data = network.edges["ent:state-estia", "ent:state-westia"]
    assert (data["weight"], data["events"]) == (3, ("event:d1-10-15", "event:d2-40-43", "event:d2-70-75"))


def test_actors_and_events(graph: Graph) -> None:
    """An actor stands on one side, its event on the other, and the edge says what part it plays."""
    network = bipartite(graph, Ids(), Filters(types=("CONSULT",)))
    assert [(node, data["bipartite"]) for node, data in network.nodes(data=True)] == [
        ("ent:state-estia", 0),
        ("ent:state-westia", 0),
        ("event:d2-40-43", 1),
    ]
    assert network.edges["ent:state-estia", "event:d2-40-43"] == {"role": "actor"}
    assert network.nodes["event:d2-40-43"]["factuality"] == "fact"


def test_unknown_projection(graph: Graph) -> None:
    """A projection that does not exist is refused with the nearest."""
    with pytest.raises(ConfigError, match="did you mean 'actors'"):
        project(graph, Ids(), "actor")


def test_a_mention_without_text_has_no_evidence(graph: Graph) -> None:
    """A mention whose document has no text in the graph is left out."""
    assert evidence(graph, Ids(), ["mention:d1-10-15"]) == ()
