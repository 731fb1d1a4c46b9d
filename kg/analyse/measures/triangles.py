"""Threes: which patterns of edges there are among three actors, and whether their signs are in balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.measures.simple import counted, directed, events, label
from kg.analyse.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Triad:
    """Three actors who all deal with one another, sorted by id, and the signs of their relations.

    ``signs`` are those of first–second, first–third and second–third: ``+`` where the intensities of what the two did
    to one another add to more than 0, ``-`` where to less. It is ``balanced`` where an even number is ``-``.
    """

    rank: int
    members: tuple[str, str, str]
    labels: tuple[str, str, str]
    signs: str
    balanced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """How many threes of actors have a pattern: pairs with edges both ways, one way, none (``201``, ``030C`` …).

    ``drawn`` shows the pattern with arrows.
    """

    rank: int
    pattern: str
    drawn: str
    count: int


def triads(network: nx.MultiDiGraph[str]) -> Records[Triad]:
    """Every three actors who deal with one another with a sign: those out of balance first, then by id.

    Structural balance after Heider 1946, and Cartwright and Harary 1956. A pair whose intensities add to 0, or are not
    known, has no sign, and is in no triad. An event counts once for a pair, loops never.

    >>> network = nx.MultiDiGraph()
    >>> pairs = [("a", "b", 3.0), ("b", "c", 2.0), ("c", "a", -5.0)]
    >>> _ = [network.add_edge(s, t, f"event:{s}", intensity=i) for s, t, i in pairs]
    >>> [(row.members, row.signs, row.balanced) for row in triads(network)]
    [(('a', 'b', 'c'), '+-+', False)]
    """
    signs = _signs(network)
    found = []
    for one, two, three in _threes(signs):
        word = signs[one, two] + signs[one, three] + signs[two, three]
        found.append(((one, two, three), word, word.count("-") % 2 == 0))
    found.sort(key=lambda row: (row[2], row[0]))
    return Records(
        Triad,
        (
            Triad(
                rank=rank,
                members=members,
                labels=(label(network, members[0]), label(network, members[1]), label(network, members[2])),
                signs=word,
                balanced=balanced,
            )
            for rank, (members, word, balanced) in enumerate(found, start=1)
        ),
        _balanced([balanced for _, _, balanced in found]),
    )


def census(network: nx.DiGraph[str]) -> Records[Census]:
    """The number of threes of each of the sixteen patterns that three actors can form, in the usual order.

    Davis and Leinhardt 1972; names are M-A-N: mutual, asymmetric and null pairs, then up, down, transitive or cyclic.
    Parallel edges count once, loops never.

    >>> [(row.pattern, row.drawn, row.count) for row in census(nx.DiGraph([("a", "b"), ("b", "c")])) if row.count]
    [('021C', 'A → B → C', 1)]
    """
    found = nx.triadic_census(directed(network))
    rows = (
        Census(rank=rank, pattern=name, drawn=drawn, count=found[name])
        for rank, (name, drawn) in enumerate(_PATTERNS.items(), start=1)
    )
    return Records(Census, rows)


_PATTERNS = {
    "003": "A, B, C",
    "012": "A → B, C",
    "102": "A ⇄ B, C",
    "021D": "A ← B → C",
    "021U": "A → B ← C",
    "021C": "A → B → C",
    "111D": "A ⇄ B ← C",
    "111U": "A ⇄ B → C",
    "030T": "A → B → C, A → C",
    "030C": "A → B → C → A",
    "201": "A ⇄ B ⇄ C",
    "120D": "A ← B → C, A ⇄ C",
    "120U": "A → B ← C, A ⇄ C",
    "120C": "A → B → C, A ⇄ C",
    "210": "A → B ⇄ C ⇄ A",
    "300": "A ⇄ B ⇄ C ⇄ A",
}


def _balanced(found: list[bool]) -> str:
    if not found:
        return "no three actors all deal with one another by events whose intensities add to more or less than 0"
    return f"{sum(found)} of {counted(len(found), 'triad')} {'is' if sum(found) == 1 else 'are'} in balance"


def _signs(network: nx.MultiDiGraph[str]) -> dict[tuple[str, str], str]:
    """The sign of each pair, the first by id first."""
    seen: dict[tuple[str, str], dict[str, float]] = {}
    for source, target, event, data in events(network):
        if source != target and "intensity" in data:
            seen.setdefault((min(source, target), max(source, target)), {})[event] = float(data["intensity"])
    sums = {pair: round(sum(sorted(found.values())), 6) for pair, found in sorted(seen.items())}
    return {pair: "+" if total > 0 else "-" for pair, total in sums.items() if total}


def _threes(signs: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    later: dict[str, set[str]] = {}
    for left, right in signs:
        later.setdefault(left, set()).add(right)
    for left, right in signs:
        for third in sorted(later[left] & later.get(right, set())):
            yield left, right, third
