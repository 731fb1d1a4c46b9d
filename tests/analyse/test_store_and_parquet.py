"""The actor graph of the store and of Parquet, on graphs that nobody chose."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import Filters, actors, edges
from kg.ids import Ids
from kg.store import Graph

FACTUALITY = ("fact", "counterfact", "disputed", "uncommitted")
ACTORS, OUTLETS, PLACES = [f"a{n}" for n in range(6)], ["o0", "o1"], ["p0", "p1", "p2"]
DAYS = st.integers(0, 40).map(lambda days: date(2024, 2, 1) + timedelta(days=days))
EVENTS = st.fixed_dictionaries(
    {
        "factuality": st.sampled_from(FACTUALITY),
        "type": st.sampled_from(["", "AID", "AID-food", "COERCE-deport"]),
        "earliest": st.none() | DAYS,
        "latest": st.none() | DAYS,
        "reports": st.none() | st.integers(0, 3),
        "places": st.sets(st.sampled_from(PLACES)),
        "mentions": st.lists(
            st.tuples(st.sets(st.sampled_from(ACTORS)), st.sets(st.sampled_from(ACTORS))), min_size=1, max_size=3
        ),
        "claims": st.lists(
            st.tuples(
                st.sampled_from(OUTLETS),
                st.sampled_from(["asserted", "alleged", "promised"]),
                st.sampled_from(["certain", "possible"]),
            ),
            max_size=2,
        ),
    }
)
# Who is part of whom; a circle among them ends a walk, it does not break it.
PARENTS = st.dictionaries(st.sampled_from(ACTORS), st.sampled_from(ACTORS), max_size=4)
WANTED = st.builds(
    Filters,
    factuality=st.sets(st.sampled_from(FACTUALITY), min_size=1).map(sorted),
    since=st.none() | st.just(date(2024, 2, 20)),
    until=st.none() | st.just(date(2024, 3, 1)),
    certainty=st.none() | st.just(("certain",)),
    reports=st.integers(0, 2),
    lift=st.sampled_from(["none", "government", "state", "whole"]),
)


def told(number: int, event: dict[str, Any]) -> str:
    """An event as TriG, with its mentions and claims."""
    name = f"event:e{number}"
    lines = [f"{name} a sem:Event ; kg:action act:urge ; kg:factuality kg:{event['factuality']} ."]
    lines += [f"{name} sem:eventType evt:{event['type']} ."] if event["type"] else []
    bounds = {"earliest": "sem:hasEarliestBeginTimeStamp", "latest": "sem:hasLatestEndTimeStamp"}
    lines += [f'{name} {bounds[at]} "{event[at]}"^^xsd:date .' for at in bounds if event[at]]
    lines += [f"{name} kg:independentReportCount {event['reports']} ."] if event["reports"] is not None else []
    lines += [f"{name} kg:place ent:{place} ." for place in sorted(event["places"])]
    for at, (doers, others) in enumerate(event["mentions"]):
        mention = f"mention:m{number}-{at}"
        lines.append(f"{name} gaf:denotedBy {mention} .")
        for role, names in (("actor", doers), ("recipient", others)):
            for who in sorted(names):
                lines.append(f"{name} kg:{role} ent:{who} . {mention} kg:{role}Mention {mention}-{who} .")
                lines.append(f"ent:{who} gaf:denotedBy {mention}-{who} .")
    for at, (outlet, modality, certainty) in enumerate(event["claims"]):
        lines.append(
            f"claim:c{number}-{at} a kg:Claim ; kg:claims {name} ; kg:modality kg:{modality} ; "
            f"kg:certainty kg:{certainty} ; kg:document doc:{outlet} . doc:{outlet} dcterms:publisher ent:{outlet} ."
        )
    return "\n".join(lines)


def store(events: list[dict[str, Any]], parents: dict[str, str]) -> Graph:
    """A store of events whose actors are part of one another."""
    kinds = ("Government", "State", "Organization")
    lines = ["".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())]
    lines.append("graph:world {")
    lines += [f'ent:{name} a kg:{kinds[at % 3]} ; rdfs:label "Actor {at}" .' for at, name in enumerate(ACTORS)]
    lines += [f"ent:{part} kg:partOf ent:{whole} ." for part, whole in parents.items() if part != whole]
    lines += [told(number, event) for number, event in enumerate(events)]
    graph = Graph.memory()
    graph.bulk(ox.parse("\n".join([*lines, "}"]), ox.RdfFormat.TRIG))
    return graph


@given(events=st.lists(EVENTS, max_size=6), parents=PARENTS, filters=WANTED)
@settings(deadline=None, max_examples=30)
def test_one_network(events: list[dict[str, Any]], parents: dict[str, str], filters: Filters) -> None:
    """Whatever the events, filters and lift, the store and Parquet give the same nodes and edges, in the same order."""
    graph = store(events, parents)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / edges.FILE
        edges.write(path, edges.edges(graph, Ids()))
        read = actors(edges.read(path), Ids(), filters)
    asked = actors(graph, Ids(), filters)
    assert list(read.nodes(data=True)) == list(asked.nodes(data=True))
    assert list(read.edges(keys=True, data=True)) == list(asked.edges(keys=True, data=True))


@given(events=st.lists(EVENTS, max_size=6), parents=PARENTS)
@settings(deadline=None, max_examples=30)
def test_edges_are_those_of_networkx(events: list[dict[str, Any]], parents: dict[str, str]) -> None:
    """The network is the one that networkx makes of its edges, seen from either end, copied and turned round."""
    found = actors(store(events, parents), Ids(), Filters(factuality=FACTUALITY, lift="whole"))
    made = type(found)()
    made.add_nodes_from(found.nodes(data=True))
    for source, target, event, data in found.edges(keys=True, data=True):
        made.add_edge(source, target, event, **data)
    assert list(found.in_edges(keys=True, data=True)) == list(made.in_edges(keys=True, data=True))
    assert (found.number_of_edges(), dict(found.degree())) == (made.number_of_edges(), dict(made.degree()))
    assert list(found.reverse().edges) == list(made.reverse().edges)
