"""Nodes put inside one another by a frame, each looked up in the graph as it is needed.

The method is that of JSON-LD 1.1 Framing, section 4.3, for the frames of ``kg.export.frame``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import pyoxigraph as ox

from kg.export.order import LITERAL, TYPE, rows, triple_keys
from kg.ids import VOCABULARIES
from kg.store.contents import ANY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

    from kg.export.frame import Frame
    from kg.store.contents import Pattern

Node = dict[str, tuple[str, ...]]
"""Predicates and their objects, both in the order of ``kg.export.order``."""

Framed = dict[str, "list[str | Framed]"]
"""What a frame shows of a node: values by IRI of the property, ``@id``, and reverse terms behind a ``^``."""

LABEL = VOCABULARIES["rdfs"] + "label"
_KEPT = 8_192  # nodes that are kept: the labels of actors and the sentences of several mentions come again


@runtime_checkable
class Looking(Protocol):
    """Quads that can be looked up by a pattern."""

    def fitting(self, pattern: Pattern) -> Iterable[ox.Quad]:
        """Those that fit."""


class Held:
    """Quads that are held in memory, to be looked up."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Those given."""
        self._store = ox.Store()
        self._store.extend(quads)

    def __iter__(self) -> Iterator[ox.Quad]:
        return self.fitting(ANY)

    def fitting(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """Those that fit a pattern."""
        return self._store.quads_for_pattern(*pattern, None)

    def dump(self, output: IO[bytes]) -> None:
        """Write them as N-Quads."""
        self._store.dump(output, format=ox.RdfFormat.N_QUADS)


class Framing:
    """Puts nodes of a graph into frames; ``told`` is called with each that stands whole inside another."""

    def __init__(self, quads: Looking, told: Callable[[str], object]) -> None:
        """For the nodes of ``quads``."""
        self._quads, self._told = quads, told
        self._node: Callable[[str], Node] = lru_cache(_KEPT)(self._looked_up)

    def framed(self, subject: str, frame: Frame, above: tuple[str, ...] = (), by: str = "") -> Framed:
        """The node, and inside it what the frame embeds, in the order of the frame.

        ``above`` are the nodes it stands in, the outermost first;
        ``by`` is the property by whose reverse it stands there. A node that stands in itself is only named.
        """
        found: Framed = {"@id": [subject]}
        node, way = self._node(subject), (*above, subject)
        if TYPE in node:
            found[TYPE] = list(node[TYPE])
        for predicate, inner in frame.properties.items():
            if predicate in node:
                found[predicate] = [self._value(term, inner, way) for term in node[predicate]]
        for predicate, (term, inner) in frame.reverse.items():
            if pointing := self._pointing(predicate, subject):
                found["^" + term] = [self.framed(each, inner, way, predicate) for each in pointing]
        if _whole(node, frame, by, above):
            self._told(subject)
        return found

    def _value(self, term: str, frame: Frame, way: tuple[str, ...]) -> str | Framed:
        if term[0] == LITERAL or not frame.embedded or term in way[:-1]:
            return term
        found = self.framed(term, frame, way)
        return found if len(found) > 1 else term

    def _looked_up(self, subject: str) -> Node:
        """Subjects are looked up once all over the graph: a triple of two named graphs is one."""
        found: dict[str, list[str]] = {}
        if not subject.startswith("_:"):
            for predicate, term in _sorted(self._quads.fitting((ox.NamedNode(subject), None, None))):
                found.setdefault(predicate, []).append(term)
        return {predicate: tuple(terms) for predicate, terms in found.items()}

    def _pointing(self, predicate: str, node: str) -> list[str]:
        pattern = None, ox.NamedNode(predicate), ox.NamedNode(node)
        return sorted({quad.subject.value for quad in self._quads.fitting(pattern) if hasattr(quad.subject, "value")})


def _whole(node: Node, frame: Frame, by: str, above: tuple[str, ...]) -> bool:
    """Whether the frame shows every triple of a node: the one that it stands there for, it shows by its place.

    What is shown with its label is a thing by itself, which stands beside the events in any case.
    """
    return LABEL not in frame.properties and all(
        predicate == TYPE or predicate in frame.properties or (predicate == by and terms == above[-1:])
        for predicate, terms in node.items()
    )


def _sorted(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, str]]:
    lines = {f"{quad} .\n".encode() for quad in quads}
    for _, _, predicate, term in rows([sorted(triple_keys(list(lines)))]):
        yield predicate, term
