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


def test_the_centre_of_a_community() -> None:
    """Who has most edges to the others stands first, then by id; at most five are named."""
    (found,) = measures.communities(acts(*(("z", name, {}) for name in "bacdef"), ("z", "c", {})))
    assert found.centre == ("z", "c", "a", "b", "d")


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


def test_of_equal_paths_that_with_most_events() -> None:
    """Over b by two events or over c by three: over c."""
    network = acts(("a", "b", {}), ("b", "d", {}), ("a", "c", {}), ("c", "d", {}), ("d", "c", {}))
    assert [step.target_label for step in measures.path(network, "a", "d")] == ["c", "d"]


def test_of_equal_paths_the_first_by_name() -> None:
    """Over b or over c: over b."""
    network = acts(("a", "c", {}), ("c", "d", {}), ("b", "d", {}), ("a", "b", {}))
    assert measures.path(network, "a", "d")[0].target == "b"


def test_no_path() -> None:
    """Where none leads from one to the other, that is said."""
    with pytest.raises(NotFoundError, match="no path leads from a to q"):
        measures.path(PATH, "a", "q")


def test_a_path_to_oneself() -> None:
    """From an actor to itself there is no step, and that is said."""
    rows = measures.path(PATH, "a", "a")
    assert (rows, rows.note) == ((), "a is both of the two: there is no step")


def test_a_node_that_is_not_there() -> None:
    """An actor that the network has not is refused with the nearest that it has."""
    network = acts(("ent:n", "ent:s", {}))
    network.nodes["ent:n"]["label"] = "Norland"
    with pytest.raises(NotFoundError, match=r"'Norlnad'; did you mean 'Norland'\? expected one of Norland, ent:s"):
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


@pytest.mark.parametrize(
    ("left", "right", "note"),
    [
        ("a", "d", "no event is between a and d"),
        ("a", "b", "a and b have 1 event, none with a date"),
        ("c", "c", "c is both of the two; expected two actors"),
    ],
)
def test_why_a_pair_has_no_periods(left: str, right: str, note: str) -> None:
    """Two who never dealt with one another, or without a day, have no periods, and it is said why."""
    rows = measures.balance(
        acts(("a", "b", ASK), ("c", "d", ASK), ("c", "c", ASK | {"latest": "2024-01-01"})), left, right
    )
    assert (rows, rows.note) == ((), note)


def test_a_balance_says_what_it_leaves_out() -> None:
    """An event without a day is left out, and that is said, before how requests count."""
    rows = measures.balance(acts(("a", "b", ASK), ("a", "b", ASK | {"latest": "2024-01-31"})), "a", "b")
    assert rows.note == "Left out, without a date: 1 event. PLOVER counts REQUEST as verbal conflict."


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
    assert (share, rows.note) == (0.4, "40% of 5 edges are mutual")
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


def test_how_many_triads_are_in_balance() -> None:
    """Of two triads one has an odd number of conflicts."""
    good, bad = {"intensity": 1.0}, {"intensity": -1.0}
    network = acts(("a", "b", good), ("b", "c", good), ("a", "c", good), ("c", "d", bad), ("a", "d", good))
    rows = measures.triads(network)
    assert [(row.labels, row.balanced) for row in rows] == [(("a", "c", "d"), False), (("a", "b", "c"), True)]
    assert rows.note == "1 of 2 triads is in balance"


@pytest.mark.parametrize("pattern", nx.algorithms.triads.TRIAD_NAMES)
def test_each_pattern_of_the_census(pattern: str) -> None:
    """A network of three with a pattern is counted as that, and drawn with the edges that it has."""
    network = nx.triad_graph(pattern)
    (row,) = (row for row in measures.census(network) if row.count)
    drawn: nx.DiGraph[str] = nx.DiGraph()
    drawn.add_nodes_from("ABC")
    for chain in row.drawn.split(", "):
        names, arrows = chain.split()[::2], chain.split()[1::2]
        for left, arrow, right in zip(names, arrows, names[1:], strict=False):
            drawn.add_edges_from(
                {"→": [(left, right)], "←": [(right, left)], "⇄": [(left, right), (right, left)]}[arrow]
            )
    assert row.pattern == pattern
    assert nx.is_isomorphic(drawn, network)


def test_census_of_triads() -> None:
    """One cycle of three, with a fourth apart: a cycle, and three threes of one edge."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("a", "b")])
    network.add_node("d")
    assert {row.pattern: row.count for row in measures.census(network) if row.count} == {"012": 3, "030C": 1}


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
    assert rows.note == "4 events before, 6 events after"


@pytest.mark.parametrize(
    "measure",
    [measures.brokers, measures.cores, measures.communities, measures.triads, measures.census, measures.centrality],
)
def test_of_nothing_comes_nothing(measure: Any) -> None:  # noqa: ANN401 (a function)
    """An empty network has no rows, or only zeros."""
    assert not [row for row in measure(nx.MultiDiGraph()) if getattr(row, "count", 1)]
