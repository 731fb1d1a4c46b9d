"""What Virtuoso 7 must be sent in another way, as it was found by running it.

An update of more than about 4,000 quads has no memory, an xsd:duration in an update is an error, and one in its graph
store becomes a number ("P3D": 259200.0; "P2M": 2). So updates are kept small, and durations go as schema:Duration, with
the same words. Operations of one update are no transaction there: what is cut off is sent again by the next build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 2000  # quads in one update
_OURS, _THEIRS = NamedNode(VOCABULARIES["xsd"] + "duration"), NamedNode(VOCABULARIES["schema"] + "Duration")


def outgoing(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Quads as Virtuoso keeps them."""
    return _exchanged(quads, _OURS, _THEIRS)


def incoming(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Quads that Virtuoso gives back, as they were sent."""
    return _exchanged(quads, _THEIRS, _OURS)


def _exchanged(quads: Iterable[Quad], old: NamedNode, new: NamedNode) -> Iterator[Quad]:
    for quad in quads:
        words = quad.object
        if isinstance(words, Literal) and words.datatype == old:
            yield Quad(quad.subject, quad.predicate, Literal(words.value, datatype=new), quad.graph_name)
        else:
            yield quad
