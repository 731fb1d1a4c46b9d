"""JSON-LD for people: compact, with a local ``@context``, and framed per event; the union of all named graphs.

First come the events, each an object with what belongs to it inside (``kg.export.frame``): its claims under
``claimedIn``, its mentions with sentence and roles, and the labels of all who take part. Beside them stands, flat, what
no event object holds whole: entities, documents, the ontology.

The context is made from what occurs: a plain term for each property of ours, a prefixed one for others, and the type
of its values where all of them share one. It is the compaction that JSON-LD 1.1 describes, made in one pass over the
sorted triples; the nodes inside an event are looked up.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.export.frame import event_frame
from kg.export.framing import Framing, Held, Looking
from kg.export.laid import laid
from kg.export.names import Names
from kg.export.order import LITERAL, TYPE, lines_of, literal, nodes, rows, spooled, triple_keys, unspooled
from kg.export.sorting import Lines
from kg.export.values import Properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

    from kg.export.framing import Framed


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The distinct triples of all graphs as JSON-LD: one object, its ``@graph`` the events, then the rest, by id.

    >>> import json
    >>> import pyoxigraph as ox
    >>> a, term = ox.NamedNode("https://w3id.org/newskg/entity/a"), "https://w3id.org/newskg/term/"
    >>> quads = [ox.Quad(a, ox.NamedNode(term + "state"), a)]
    >>> document = json.loads("".join(text(quads, {"ent": "https://w3id.org/newskg/entity/", "kg": term})))
    >>> document["@context"]["state"], document["@graph"]
    ({'@id': 'kg:state', '@type': '@id'}, [{'@id': 'ent:a', 'state': 'ent:a'}])
    """
    found = quads if isinstance(quads, Looking) else Held(quads)
    seen, whole = _Seen(), Lines()
    blocks = lines_of(found, seen.keys)  # everything is read and sorted here, so all kinds of values are known
    properties = Properties(seen.kinds, prefixes, Names(prefixes), event_frame())
    framing = Framing(found, lambda subject: whole.write(f"{subject}\n".encode()))
    with spooled() as body:
        separator = "\n  "
        for node in chain(_events(seen, framing), _rest(blocks, whole)):
            body.write(separator + laid(properties.node(node), 2))
            separator = ",\n  "
        yield '{\n "@context": ' + laid(properties.context(), 1) + ',\n "@graph": ['
        yield from unspooled(body)
    yield "\n ]\n}\n"


class _Seen:
    """What is seen of all triples before the first is written: which are events, and what values a property has."""

    def __init__(self) -> None:
        self.kinds: dict[str, set[str]] = {}  # by the IRI of a property: ``@id`` or IRIs of datatypes
        self.events = Lines()

    def keys(self, lines: list[bytes]) -> list[bytes]:
        """The keys of lines of N-Quads."""
        found = triple_keys(lines)
        for line in found:
            _, subject, predicate, term = line[:-1].split(b"\x01", 3)
            if not predicate and term[1:].decode() == event_frame().type:
                self.events.write(subject + b"\n")
            kind = literal(term.decode())[1] if term[:1] == LITERAL.encode() else "@id"
            self.kinds.setdefault(predicate.decode() or TYPE, set()).add(kind)
        return found


def _events(seen: _Seen, framing: Framing) -> Iterator[Framed]:
    for subject in _words(seen.events):
        yield framing.framed(subject, event_frame())


def _rest(blocks: Iterable[list[bytes]], whole: Lines) -> Iterator[Framed]:
    """The nodes that stand whole in no event object."""
    held = _words(whole)
    next_held = next(held, None)
    for subject, predicates in nodes(rows(blocks)):
        while next_held is not None and next_held < subject:
            next_held = next(held, None)
        if subject != next_held:
            yield {"@id": [subject], **{predicate: list(terms) for predicate, terms in predicates}}


def _words(lines: Lines) -> Iterator[str]:
    for block in lines.sorted():
        for line in block:
            yield line[:-1].decode()
