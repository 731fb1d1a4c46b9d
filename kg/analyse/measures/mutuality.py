"""Who answers whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.measures.simple import DIGITS, counted, directed, label
from kg.analyse.records import Records

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Reciprocity:
    """How two actors answer one another: edges ``there`` and ``back``, and the ``share``, 0 to 1, that is mutual."""

    rank: int
    left: str
    left_label: str
    right: str
    right_label: str
    there: float
    back: float
    share: float


def reciprocity(network: nx.DiGraph[str]) -> tuple[float, Records[Reciprocity]]:
    """The share of all edges, 0 to 1, that are answered, and each pair: those with the most mutual edges first.

    Of a pair with ``there`` and ``back`` edges, twice the smaller number is mutual (Squartini and others 2013).
    ``left`` is the first of the two by id; loops count in none. Pairs with equally many stand by their edges, then id.

    >>> import networkx as nx
    >>> share, rows = reciprocity(nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("a", "c")]))
    >>> share, [(row.left, row.right, row.there, row.back) for row in rows]
    (0.5, [('a', 'b', 2.0, 1.0), ('a', 'c', 1.0, 0.0)])
    """
    simple = directed(network)
    pairs = {(min(pair), max(pair)) for pair in simple.edges}
    counts = {
        (left, right): (_weight(simple, left, right), _weight(simple, right, left)) for left, right in sorted(pairs)
    }
    total = sum(map(sum, counts.values()))
    mutual = sum(2 * min(both) for both in counts.values())
    ordered = sorted(counts, key=lambda pair: (-min(counts[pair]), -sum(counts[pair]), pair))
    share = round(mutual / total, DIGITS) if total else 0.0
    found = Records(
        Reciprocity,
        (
            Reciprocity(
                rank=rank,
                left=left,
                left_label=label(network, left),
                right=right,
                right_label=label(network, right),
                there=counts[left, right][0],
                back=counts[left, right][1],
                share=round(2 * min(counts[left, right]) / sum(counts[left, right]), DIGITS),
            )
            for rank, (left, right) in enumerate(ordered, start=1)
        ),
        f"{share:.0%} of {counted(round(total), 'edge')} are mutual" if counts else "nobody has an edge to another",
    )
    return share, found


def _weight(simple: nx.DiGraph[str], source: str, target: str) -> float:
    return float(simple.get_edge_data(source, target, {"weight": 0})["weight"])
