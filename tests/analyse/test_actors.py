from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.analyse import Filters, actors
from kg.errors import ConfigError
from kg.ids import Ids
from kg.store import Graph

if TYPE_CHECKING:
    import networkx as nx

DEMAND, VISIT, MEETING, DEPORTATION = "event:d1-10-15", "event:d1-60-65", "event:d2-40-43", "event:d1-30-36"
ALL = ("fact", "counterfact", "disputed", "uncommitted")


def edges(network: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    """The edges as source, target and event, in the order of the network."""
    return [(source, target, str(event)) for source, target, event in network.edges(keys=True)]


def test_facts_alone(graph: Graph) -> None:
    """Only events that are facts are edges, and they stand in sorted order."""
    assert edges(actors(graph, Ids())) == [
        ("ent:gov-norland-ministry", "ent:state-sudria", DEMAND),
        ("ent:igo-agency", "ent:camp", VISIT),
        ("ent:state-estia", "ent:state-westia", DEMAND),
        ("ent:state-estia", "ent:state-westia", MEETING),
        ("ent:state-westia", "ent:state-estia", MEETING),
    ]


def test_pairs_come_from_one_mention(graph: Graph) -> None:
    """The actor of one report is never paired with the recipient of another."""
    network = actors(graph, Ids(), Filters(factuality=ALL))
    assert not network.has_edge("ent:gov-norland-ministry", "ent:state-westia")
    assert not network.has_edge("ent:state-estia", "ent:state-sudria")


def test_theme_takes_the_place_of_no_recipient(graph: Graph) -> None:
    """An entity that is the theme is the target where the mention names no recipient."""
    assert actors(graph, Ids()).has_edge("ent:igo-agency", "ent:camp", VISIT)


def test_event_as_theme_is_no_target(graph: Graph) -> None:
    """An event that is the theme of another makes no edge."""
    assert "event:d1-80-84" not in {event for _, _, event in edges(actors(graph, Ids(), Filters(factuality=ALL)))}


def test_joint_actors_are_no_pair(graph: Graph) -> None:
    """Two who act together, not on one another, make no edge."""
    assert "event:d2-70-75" not in {event for _, _, event in edges(actors(graph, Ids(), Filters(factuality=ALL)))}


def test_more_than_facts_when_asked(graph: Graph) -> None:
    """An uncommitted event is an edge when it is asked for, and says that it is uncommitted."""
    network = actors(graph, Ids(), Filters(factuality=("uncommitted",)))
    assert [(source, target, data["factuality"]) for source, target, data in network.edges(data=True)] == [
        ("ent:state-sudria", "ent:pop-refugees", "uncommitted")
    ]


def test_unknown_factuality(graph: Graph) -> None:
    """A factuality that does not exist is refused with the ones that do."""
    with pytest.raises(ConfigError, match="'facts' is unknown; did you mean 'fact'"):
        actors(graph, Ids(), Filters(factuality=("facts",)))


def test_edge_attributes(graph: Graph) -> None:
    """An edge keeps what is known of its event, and nothing of what is not."""
    network = actors(graph, Ids())
    assert network.edges["ent:gov-norland-ministry", "ent:state-sudria", DEMAND] == {
        "action": "urge",
        "event_type": "REQUEST",
        "factuality": "fact",
        "latest": "2024-03-02",
        "reports": 2,
        "independent_reports": 1,
        "intensity": 3.4,
        "claims": 1,
        "asserted": 1,
        "evidence": ("mention:d1-10-15", "mention:d2-10-15"),
    }


def test_node_attributes(graph: Graph) -> None:
    """A node has its label, and a class of ours before a class of another vocabulary."""
    network = actors(graph, Ids(), Filters(lift="whole"))
    assert network.nodes["ent:state-norland"] == {"label": "Norland", "type": "State"}


def test_type_takes_its_modes_in(graph: Graph) -> None:
    """A type asks for its modes too."""
    assert len(edges(actors(graph, Ids(), Filters(factuality=ALL, types=("COERCE",))))) == 1


def test_mode_alone(graph: Graph) -> None:
    """A mode asks for no other mode of its type."""
    assert edges(actors(graph, Ids(), Filters(factuality=ALL, types=("COERCE-arrest",)))) == []


@pytest.mark.parametrize(
    ("since", "until", "events"),
    [
        (date(2024, 3, 3), None, {MEETING}),
        (date(2024, 3, 7), None, {MEETING}),
        (date(2024, 3, 8), None, set()),
        (None, date(2024, 3, 4), {DEMAND}),
        (None, date(2024, 3, 5), {DEMAND, MEETING}),
        (date(2024, 3, 2), date(2024, 3, 2), {DEMAND}),
    ],
)
def test_days(graph: Graph, since: date | None, until: date | None, events: set[str]) -> None:
    """An event counts when its days overlap the ones asked for; one without dates then never does."""
    assert {event for _, _, event in edges(actors(graph, Ids(), Filters(since=since, until=until)))} == events


def test_lift_to_the_state(graph: Graph) -> None:
    """A ministry is lifted through its government to the state."""
    assert actors(graph, Ids(), Filters(lift="whole")).has_edge("ent:state-norland", "ent:state-sudria", DEMAND)


def test_lift_to_the_whole(graph: Graph) -> None:
    """What belongs to no state is lifted to the uppermost whole."""
    assert actors(graph, Ids(), Filters(lift="whole")).has_edge("ent:igo-union", "ent:camp", VISIT)


def test_a_state_alone_does_not_lift(graph: Graph) -> None:
    """What belongs to a state without being part of it stays itself: a rebel group does not act for its state."""
    assert "ent:camp" in actors(graph, Ids(), Filters(lift="whole"))


def test_groups_are_not_lifted(graph: Graph) -> None:
    """A population group stays itself, so that an act against refugees is none against their state."""
    network = actors(graph, Ids(), Filters(factuality=("uncommitted",), lift="whole"))
    assert edges(network) == [("ent:state-sudria", "ent:pop-refugees", DEPORTATION)]


def test_empty_graph() -> None:
    """A graph without events gives a network without nodes."""
    assert len(actors(Graph.memory(), Ids())) == 0


def test_own_base(graph: Graph) -> None:
    """Ids under another base than the graph's are left as whole IRIs, never shortened wrongly."""
    assert "https://w3id.org/newskg/entity/camp" in actors(graph, Ids(base="https://news.example/"))
