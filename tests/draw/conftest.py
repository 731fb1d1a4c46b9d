"""Networks as ``kg.analyse`` makes them, built by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Network = nx.MultiDiGraph

FACTUALITIES = ("fact", "fact", "disputed", "uncommitted", "counterfact")
KINDS = ("State", "GovernmentBody", "Person", "Company", "PopulationGroup", "City", "Thing")
ACTIONS = (("urge", "REQUEST"), ("meet", "CONSULT"), ("fund", "AID"), ("deport", "COERCE-deport"), ("say", ""))


def made(size: int) -> nx.MultiDiGraph[str]:
    """Actors in a tree, each of which acts on the one above it and now and then on its neighbour."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for n in range(size):
        network.add_node(f"ent:n{n:03}", label=f"Ministry of Arvenia {n}", type=KINDS[n % len(KINDS)])
    pairs = [(n, n // 3) for n in range(1, size)] + [(n, (n + 1) % size) for n in range(0, size, 4)]
    for number, (source, target) in enumerate(pairs):
        action, kind = ACTIONS[number % len(ACTIONS)]
        attributes = {
            "action": action,
            "factuality": FACTUALITIES[number % len(FACTUALITIES)],
            "reports": 1 + number % 3,
            "latest": f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
        } | ({"event_type": kind} if kind else {})
        network.add_edge(f"ent:n{source:03}", f"ent:n{target:03}", f"event:{number}", **attributes)
    return network


@pytest.fixture
def network() -> Callable[[int], nx.MultiDiGraph[str]]:
    """Makes a network of so many actors."""
    return made


@pytest.fixture
def pair() -> nx.MultiDiGraph[str]:
    """Two states: one urged the other and both met; a promise is not vouched for, and one event has no date."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("ent:norland", label="Norland", type="State")
    network.add_node("ent:sudria", label="Sudria", type="State")
    urged = {"action": "urge", "event_type": "REQUEST", "factuality": "fact", "latest": "2024-03-02", "reports": 4}
    met = {"action": "meet", "event_type": "CONSULT", "factuality": "fact"}
    met |= {"earliest": "2024-03-05", "latest": "2024-03-07"}
    aid = {"action": "fund", "event_type": "AID", "factuality": "uncommitted", "latest": "2024-04-01"}
    network.add_edge("ent:norland", "ent:sudria", "event:1", **urged)
    network.add_edge("ent:norland", "ent:sudria", "event:2", **met)
    network.add_edge("ent:sudria", "ent:norland", "event:2", **met)
    network.add_edge("ent:sudria", "ent:norland", "event:3", **aid)
    network.add_edge("ent:sudria", "ent:norland", "event:4", action="thank", factuality="fact")
    return network
