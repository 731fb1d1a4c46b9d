"""Each measure on a network that is small enough to do by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from kg.analyse import measures
from kg.errors import ConfigError, NotFoundError


def acts(*edges: tuple[str, str, dict[str, Any]]) -> nx.MultiDiGraph[str]:
    """An actor graph of edges with attributes; events are numbered."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (source, target, data) in enumerate(edges):
        network.add_edge(source, target, data.get("event", f"event:{number}"), **data)
    return network


# ------------------------------------------------------------------------------------------------ centralities


@pytest.mark.parametrize(
    ("measure", "scores"),
    [
        ("degree", {"b": 4.0, "a": 3.0, "c": 1.0}),
        ("in", {"b": 2.0, "a": 1.0, "c": 1.0}),
        ("out", {"a": 2.0, "b": 2.0, "c": 0.0}),
        ("partners", {"b": 2.0, "a": 1.0, "c": 1.0}),
    ],
)
def test_degrees(measure: measures.Measure, scores: dict[str, float]) -> None:
    """A acts twice on b, b once on a and once on c."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("b", "c")])
    rows = measures.centrality(network, measure=measure)
    assert {row.id: row.score for row in rows} == scores
    assert [row.id for row in rows] == sorted(scores, key=lambda name: (-scores[name], name))


def test_degree_of_an_undirected_network() -> None:
    """In a network without directions an edge counts at both ends, in and out."""
    rows = measures.centrality(nx.Graph([("a", "b"), ("b", "c")]), measure="partners")
    assert [(row.id, row.score) for row in rows] == [("b", 2.0), ("a", 1.0), ("c", 1.0)]


# ------------------------------------------------------------------------------------------------ communities


def test_what_holds_a_community_together() -> None:
    """Of a triangle with four events: all pairs have an edge, and consultations are the most frequent."""
    talk, aid = {"event_type": "CONSULT"}, {"event_type": "AID"}
    network = acts(("a", "b", talk), ("b", "a", talk), ("b", "c", talk), ("c", "a", aid))
    (found,) = measures.communities(network)
    assert (found.density, found.edges) == (1.0, 4)
    assert found.types == (("CONSULT", 3), ("AID", 1))
    assert found.pairs == (("a", "b", 2), ("a", "c", 1), ("b", "c", 1))


def test_edges_between_communities_hold_none_together() -> None:
    """The bridge between two triangles is in neither."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x")]
    )
    assert [row.edges for row in measures.communities(network, method="leiden")] == [3, 3]


def test_unknown_method() -> None:
    """A method that does not exist is refused with the nearest."""
    with pytest.raises(ConfigError, match="did you mean 'leiden'"):
        measures.communities(nx.Graph([("a", "b")]), method="leyden")  # type: ignore[arg-type]  # what the test is about


# ------------------------------------------------------------------------------------------------ brokers


@pytest.mark.parametrize(
    ("groups", "part"),
    [
        ({"a": 1, "b": 1, "c": 1}, "coordinator"),
        ({"a": 2, "b": 1, "c": 1}, "gatekeeper"),
        ({"a": 1, "b": 1, "c": 2}, "representative"),
        ({"a": 1, "b": 2, "c": 1}, "consultant"),
        ({"a": 1, "b": 2, "c": 3}, "liaison"),
    ],
)
def test_the_five_parts_of_a_broker(groups: dict[str, int], part: str) -> None:
    """In a → b → c the middle is a broker; the groups say of which kind."""
    (row,) = measures.brokers(nx.DiGraph([("a", "b"), ("b", "c")]), groups=groups)
    assert (row.id, row.total, getattr(row, part)) == ("b", 1, 1)


def test_no_broker_between_those_who_deal_themselves() -> None:
    """Where the first acts on the last too, nobody stands between them."""
    assert measures.brokers(nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")]), groups={}) == ()


# ------------------------------------------------------------------------------------------------ cores


def test_cores() -> None:
    """A clique of four is a core of three, what hangs on it of one, a loner of none."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.complete_graph("abcd"))
    network.add_edges_from([("d", "e"), ("d", "d")])
    network.add_node("f")
    rows = measures.cores(network)
    assert [(row.id, row.core) for row in rows] == [("a", 3), ("b", 3), ("c", 3), ("d", 3), ("e", 1), ("f", 0)]
    assert [row.id for row in measures.cores(network, least=3)] == ["a", "b", "c", "d"]


# ------------------------------------------------------------------------------------------------ paths


PATH = acts(
    ("a", "b", {"action": "urge", "independent_reports": 1, "evidence": ("mention:1",)}),
    ("a", "b", {"action": "aid", "independent_reports": 3, "reports": 4, "evidence": ("mention:2", "mention:3")}),
    ("c", "b", {"action": "visit"}),
    ("a", "x", {}),
    ("x", "y", {}),
    ("y", "c", {}),
    ("p", "q", {}),
)


def test_the_shortest_path_with_its_evidence() -> None:
    """Two steps through b, by the event that is reported best, each with its direction."""
    first, second = measures.path(PATH, "a", "c")
    assert (first.source, first.target, first.action, first.events) == ("a", "b", "aid", 2)
    assert (first.evidence, first.reports, first.forward) == (("mention:2", "mention:3"), 4, True)
    assert (second.source, second.target, second.forward) == ("c", "b", False)


def test_a_path_along_the_directions() -> None:
    """Nobody comes from b to c along the direction of events, so the way leads over x and y."""
    assert [step.target for step in measures.path(PATH, "a", "c", along=True)] == ["x", "y", "c"]


def test_of_equal_paths_the_first_by_name() -> None:
    """Over b or over c: over b."""
    network = acts(("a", "c", {}), ("c", "d", {}), ("b", "d", {}), ("a", "b", {}))
    assert measures.path(network, "a", "d")[0].target == "b"


def test_no_path() -> None:
    """Where none leads from one to the other, that is said."""
    with pytest.raises(NotFoundError, match="no path leads from a to q"):
        measures.path(PATH, "a", "q")


def test_a_path_to_oneself() -> None:
    """From an actor to itself there is no step."""
    assert measures.path(PATH, "a", "a") == ()


def test_a_node_that_is_not_there() -> None:
    """An actor that the network has not is refused with the nearest that it has."""
    network = acts(("ent:n", "ent:s", {}))
    network.nodes["ent:n"]["label"] = "Norland"
    with pytest.raises(NotFoundError, match="'Norlnad'; expected one of Norland, ent:s; did you mean 'Norland'"):
        measures.path(network, "Norlnad", "ent:s")


def test_a_label_of_several() -> None:
    """A label that two actors bear is refused with their ids."""
    network: nx.Graph[str] = nx.Graph([("ent:1", "ent:2")])
    nx.set_node_attributes(network, dict.fromkeys(network, "Springfield"), "label")
    with pytest.raises(NotFoundError, match="several actors"):
        measures.node(network, "springfield")


# ------------------------------------------------------------------------------------------------ balance


ASK = {"event_type": "REQUEST", "intensity": -3.0}
GIVE = {"event_type": "AID", "intensity": 7.0}


def test_the_balance_of_a_pair_by_month() -> None:
    """A request in January, nothing in February, a request and aid in March, from both sides."""
    network = acts(
        ("a", "b", ASK | {"latest": "2024-01-31"}),
        ("b", "a", ASK | {"earliest": "2024-03-01", "latest": "2024-04-30"}),
        ("a", "b", GIVE | {"latest": "2024-03-09"}),
        ("a", "c", GIVE | {"latest": "2024-03-09"}),
        ("a", "b", GIVE),
    )
    rows = measures.balance(network, "a", "b")
    assert [(row.since, row.events, row.balance, row.intensity) for row in rows] == [
        (date(2024, 1, 1), 1, -1, -3.0),
        (date(2024, 2, 1), 0, 0, None),
        (date(2024, 3, 1), 2, 0, 2.0),
    ]
    assert (rows[2].verbal_conflict, rows[2].material_cooperation) == (1, 1)


def test_a_meeting_counts_once() -> None:
    """What two did to one another is an edge each way, and one event."""
    met = {"event": "event:m", "event_type": "CONSULT", "latest": "2024-03-06"}
    (row,) = measures.balance(acts(("a", "b", met), ("b", "a", met)), "a", "b", by="week")
    assert (row.since, row.events, row.verbal_cooperation) == (date(2024, 3, 4), 1, 1)


def test_a_pair_without_events() -> None:
    """Two who never dealt with one another have no periods."""
    assert measures.balance(acts(("a", "b", ASK), ("c", "d", ASK)), "a", "d") == ()


def test_an_unknown_period() -> None:
    """A period that does not exist is refused with the nearest."""
    with pytest.raises(ConfigError, match="did you mean 'month'"):
        measures.balance(acts(("a", "b", ASK | {"latest": "2024-01-31"})), "a", "b", by="moth")  # type: ignore[arg-type]  # what the test is about


# ------------------------------------------------------------------------------------------------ reciprocity


def test_reciprocity() -> None:
    """Three edges there and one back: two of four are mutual; a pair without an answer has none."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        [("b", "a"), ("b", "a"), ("b", "a"), ("a", "b"), ("a", "c"), ("c", "c")]
    )
    share, rows = measures.reciprocity(network)
    assert share == 0.4
    assert [(row.left, row.right, row.there, row.back, row.share) for row in rows] == [
        ("a", "b", 1, 3, 0.5),
        ("a", "c", 1, 0, 0.0),
    ]


# ------------------------------------------------------------------------------------------------ triads


@pytest.mark.parametrize(
    ("intensities", "signs", "balanced"),
    [
        ((1, 1, 1), "+++", True),
        ((1, -1, -1), "+--", True),
        ((1, 1, -1), "++-", False),
        ((-1, -1, -1), "---", False),
    ],
)
def test_structural_balance(intensities: tuple[float, ...], signs: str, balanced: bool) -> None:  # noqa: FBT001 (what is expected)
    """The enemy of my friend is my enemy; three enemies are out of balance."""
    pairs = [("a", "b"), ("c", "a"), ("b", "c")]
    network = acts(*((s, t, {"intensity": i}) for (s, t), i in zip(pairs, intensities, strict=True)))
    (row,) = measures.triads(network)
    assert (row.members, row.signs, row.balanced) == (("a", "b", "c"), signs, balanced)


def test_a_pair_without_a_sign_is_in_no_triad() -> None:
    """Where good and bad add to nothing, the three have no sign to multiply."""
    network = acts(
        ("a", "b", {"intensity": 2.0}),
        ("b", "a", {"intensity": -2.0}),
        ("b", "c", {"intensity": 1.0}),
        ("a", "c", {"intensity": 1.0}),
    )
    assert measures.triads(network) == ()


def test_census_of_triads() -> None:
    """One cycle of three, with a fourth apart: a cycle, and three threes of one edge."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("a", "b")])
    network.add_node("d")
    assert {row.pattern: row.count for row in measures.census(network) if row.count} == {"012": 3, "030C": 1}


# ------------------------------------------------------------------------------------------------ bursts


def days(*counts: tuple[int, int]) -> nx.MultiDiGraph[str]:
    """For each day of March its number of events of z, and of others."""
    edges = []
    for number, (ours, others) in enumerate(counts, start=1):
        on = {"latest": f"2024-03-{number:02}", "event_type": "PROTEST-riot"}
        edges += [("z", "b", on)] * ours + [("a", "b", {"latest": f"2024-03-{number:02}"})] * others
    return acts(*edges)


BURST = days((1, 9), (1, 9), (8, 2), (7, 3), (1, 9), (1, 9))


def test_a_burst() -> None:
    """Two days with eight and seven of ten, where 19 of 60 are usual."""
    (row,) = measures.bursts(BURST, actor="z", by="day")
    assert (row.since, row.until, row.events, row.total) == (date(2024, 3, 3), date(2024, 3, 4), 15, 20)
    assert row.usual == round(19 / 60, 9)


def test_the_weight_of_a_burst_by_hand() -> None:
    """At twice the usual share: 15 times log 2, and 5 times the logarithm of what is left of the others."""
    from math import log  # noqa: PLC0415 (beside the formula)

    (row,) = measures.bursts(BURST, actor="z", by="day")
    assert row.weight == pytest.approx(15 * log(2) + 5 * log((1 - 38 / 60) / (1 - 19 / 60)), abs=1e-8)


def test_a_burst_of_a_topic() -> None:
    """Types take their modes in."""
    (row,) = measures.bursts(BURST, types=("PROTEST",), by="day")
    assert row.events == 15


def test_no_burst_where_all_is_as_usual() -> None:
    """Three of ten every day is no burst."""
    assert measures.bursts(days(*[(3, 7)] * 6), actor="z", by="day") == ()


def test_a_dear_burst_is_none() -> None:
    """A high price of entering leaves no burst."""
    assert measures.bursts(BURST, actor="z", by="day", gamma=100.0) == ()


def test_bursts_of_nothing() -> None:
    """Neither actor nor types is an error."""
    with pytest.raises(ConfigError, match="need an actor or types"):
        measures.bursts(BURST)


# ------------------------------------------------------------------------------------------------ changes


def test_changes_between_two_networks() -> None:
    """One pair more, one turned, one gone, one new; one that stayed is left out."""
    good, bad = {"intensity": 2.0}, {"intensity": -2.0}
    before = acts(("a", "b", good), ("a", "c", good), ("a", "d", good), ("x", "y", good))
    after = acts(
        ("a", "b", good), ("b", "a", good), ("b", "a", bad), ("c", "a", bad), ("p", "q", good), ("x", "y", good)
    )
    rows = measures.changes(before, after)
    assert [(row.left, row.right, row.what, row.before, row.after) for row in rows] == [
        ("a", "b", "more", 1, 3),
        ("a", "d", "gone", 1, 0),
        ("p", "q", "new", 0, 1),
        ("a", "c", "turned", 1, 1),
    ]
    assert (rows[3].intensity_before, rows[3].intensity_after) == (2.0, -2.0)


@pytest.mark.parametrize(
    "measure",
    [measures.brokers, measures.cores, measures.communities, measures.triads, measures.census, measures.centrality],
)
def test_of_nothing_comes_nothing(measure: Any) -> None:  # noqa: ANN401 (a function)
    """An empty network has no rows, or only zeros."""
    assert not [row for row in measure(nx.MultiDiGraph()) if getattr(row, "count", 1)]
