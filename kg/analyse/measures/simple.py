"""What measures share: simple graphs without loops in sorted order, labels, days, and the node that a name means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx

from kg.analyse.names import near, one_of
from kg.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sums of floats differ in their last digits from machine to machine, and equal scores must be seen to be equal.
DIGITS = 9

Period = Literal["day", "week", "month"]


def directed(network: nx.Graph[str]) -> nx.DiGraph[str]:
    """A simple directed graph in sorted order, without loops: ``weight`` is the number, or summed weight, of edges."""
    weights: dict[tuple[str, str], float] = {}
    for source, target, weight in network.edges(data="weight", default=1):
        if source != target:
            weights[source, target] = weights.get((source, target), 0) + weight
            if not network.is_directed():
                weights[target, source] = weights.get((target, source), 0) + weight
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from(sorted(network))
    simple.add_weighted_edges_from((source, target, weight) for (source, target), weight in sorted(weights.items()))
    return simple


def undirected(network: nx.Graph[str]) -> nx.Graph[str]:
    """A simple undirected graph in sorted order, without loops: ``weight`` counts edges of both directions."""
    weights: dict[tuple[str, str], float] = {}
    for source, target, weight in network.edges(data="weight", default=1):
        if source != target:
            pair = (min(source, target), max(source, target))
            weights[pair] = weights.get(pair, 0) + weight
    both: nx.Graph[str] = nx.Graph()
    both.add_nodes_from(sorted(network))
    both.add_weighted_edges_from((source, target, weight) for (source, target), weight in sorted(weights.items()))
    return both


def label(network: nx.Graph[str], name: str) -> str:
    """The label of a node, else its id."""
    return str(network.nodes[name].get("label", name))


def kind(network: nx.Graph[str], name: str) -> str:
    """The type of a node; empty where it has none."""
    return str(network.nodes[name].get("type", ""))


def node(network: nx.Graph[str], name: str) -> str:
    """The id of the node that a name means: an id, or a label in any case of letters.

    >>> network = nx.Graph()
    >>> network.add_node("ent:state-no", label="Norland")
    >>> node(network, "norland")
    'ent:state-no'
    >>> node(network, "Norlund")
    Traceback (most recent call last):
    kg.errors.NotFoundError: no actor of this network is called 'Norlund'; did you mean 'Norland'? ...

    :raises NotFoundError: when none has it, or several have; the message names the nearest.
    """
    if name in network:
        return name
    owners = [each for each in sorted(network) if label(network, each).casefold() == name.casefold()]
    if len(owners) == 1:
        return owners[0]
    if owners:
        message = f"{name!r} is the name of several actors ({', '.join(owners[:5])}); give one of these instead"
        raise NotFoundError(message)
    busiest = sorted(network, key=lambda each: (-network.degree(each), each))
    said = near(name, (label(network, each) for each in busiest))
    message = f"no actor of this network is called {name!r}; {said}"
    raise NotFoundError(message)


def counted(number: int, what: str) -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def events(network: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Each edge of the actor graph: source, target, the event's id and attributes."""
    for source, target, event, data in network.edges(keys=True, data=True):
        yield source, target, str(event), data


def day(data: dict[str, Any]) -> date | None:
    """The day that an event counts on: the first that it can have begun, else the last that it can have ended."""
    words = data.get("earliest") or data.get("latest")
    return date.fromisoformat(words) if words else None


def start(on: date, by: str) -> date:
    """The first day of the day, week (from Monday) or month that a day lies in.

    >>> start(date(2024, 3, 7), "week"), start(date(2024, 3, 7), "month")
    (datetime.date(2024, 3, 4), datetime.date(2024, 3, 1))

    :raises ConfigError: when ``by`` is none of day, week, month.
    """
    one_of("period", by, ("day", "week", "month"))
    if by == "month":
        return on.replace(day=1)
    return on - timedelta(days=on.weekday()) if by == "week" else on


def stretch(first: date, last: date, by: str) -> list[date]:
    """The first days of all periods from that of one day to that of another, both included.

    >>> [each.isoformat() for each in stretch(date(2024, 1, 31), date(2024, 3, 1), "month")]
    ['2024-01-01', '2024-02-01', '2024-03-01']
    """
    at, found = start(first, by), []
    longest = {"day": 1, "week": 7, "month": 31}[by]
    while at <= last:
        found.append(at)
        at = start(at + timedelta(days=longest), by)
    return found
