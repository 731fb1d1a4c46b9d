r"""The order in which triples leave: by graph, subject, then ``rdf:type``, then the other predicates, then by object.

IRIs come before literals; both are compared by code point, literals as N-Triples spells them (a line break is ``\n``),
then by language or datatype. Quads are sorted as lines, on disk where there are many, so that memory does not grow
with the graph.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from itertools import groupby, islice
from operator import itemgetter
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Protocol, cast, runtime_checkable

import pyoxigraph as ox

from kg.errors import StoreError
from kg.export.sorting import Lines
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Placed = tuple[str, str, str, str]
"""Graph, subject, predicate and object as text: an IRI is bare, a literal begins with ``LITERAL``."""

TYPE = VOCABULARIES["rdf"] + "type"
STRING = VOCABULARIES["xsd"] + "string"
LITERAL = "\x03"
_BARE = "\x02"  # before an object that is no literal
_SEPARATOR = "\x01"  # N-Quads has no control character that is not escaped
_AT_ONCE = 8_192
_SPOOLED = 4 << 20  # bytes of a body that are kept in memory until its head is known


@runtime_checkable
class Dumping(Protocol):
    """Quads that can write themselves as N-Quads."""

    def dump(self, output: IO[bytes]) -> None:
        """Write them."""


def placed(quads: Iterable[ox.Quad]) -> Iterator[Placed]:
    r"""The distinct quads, sorted; the default graph has the empty name and comes first.

    >>> a, kind, name = ox.NamedNode("u:a"), ox.NamedNode(TYPE), ox.NamedNode("u:name")
    >>> [row[2:] for row in placed([ox.Quad(a, name, ox.Literal("x")), ox.Quad(a, kind, name)])]
    [('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', 'u:name'), ('u:name', '\x03x\x01')]

    :raises StoreError: when a quad holds a triple as a term, which RDF 1.1 does not know.
    """
    return rows_of(quads, keys)


def united(quads: Iterable[ox.Quad]) -> Iterator[Placed]:
    """The distinct triples of all graphs together, sorted, as quads of the default graph.

    >>> a, name = ox.NamedNode("u:a"), ox.NamedNode("u:name")
    >>> len(list(united([ox.Quad(a, name, a), ox.Quad(a, name, a, name)])))
    1

    :raises StoreError: when a quad holds a triple as a term, which RDF 1.1 does not know.
    """
    return rows_of(quads, triple_keys)


def nodes(rows: Iterable[Placed]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Each subject of sorted triples, with its predicates and their objects."""
    for subject, group in groupby(rows, key=itemgetter(1)):
        yield (
            subject,
            [(name, [row[3] for row in same]) for name, same in groupby(group, key=itemgetter(2))],
        )


def literal(term: str) -> tuple[str, str, str]:
    r"""A literal's value, IRI of datatype, and language, of which the last is mostly empty.

    >>> literal("\x03a\\nb\x01@en")
    ('a\nb', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', 'en')
    """
    value, tail = term[1:].split(_SEPARATOR)
    if "\\" in value:
        value = json.loads(f'"{value}"')  # N-Triples escapes as JSON does, but for \U, which Oxigraph never writes
    if tail[:1] == "@":
        return value, VOCABULARIES["rdf"] + "langString", tail[1:]
    return value, tail[3:-1] or STRING, ""


def spelt(term: str) -> tuple[str, str]:
    """A literal's value as N-Triples escapes it, and what follows its closing quotation mark."""
    value, tail = term[1:].split(_SEPARATOR)
    return value, tail


@contextmanager
def spooled() -> Iterator[IO[str]]:
    """A body that is written before its head is known: in memory while it is small."""
    with SpooledTemporaryFile(_SPOOLED, mode="w+", encoding="utf-8", newline="\n") as stream:
        yield stream


def spool(body: IO[str], pieces: Iterator[str]) -> None:
    """Writes many small pieces to a body, some thousands of them at a time."""
    while chunk := "".join(islice(pieces, _AT_ONCE)):
        body.write(chunk)


def unspooled(stream: IO[str]) -> Iterator[str]:
    """What was written to a body, in chunks."""
    stream.seek(0)
    while chunk := stream.read(1 << 20):
        yield chunk


def lines_of(
    quads: Iterable[ox.Quad], key: Callable[[list[bytes]], list[bytes]] | None = None
) -> Iterator[list[bytes]]:
    """The distinct N-Quads, or what ``key`` makes of them, sorted, in blocks of lines."""
    lines = Lines(key)
    output = cast("IO[bytes]", lines)
    if isinstance(quads, Dumping):
        quads.dump(output)
    else:
        ox.serialize(quads, output, format=ox.RdfFormat.N_QUADS)
    return lines.sorted()


def rows_of(quads: Iterable[ox.Quad], key: Callable[[list[bytes]], list[bytes]]) -> Iterator[Placed]:
    """The distinct quads as ``key`` makes lines of them, sorted."""
    return rows(lines_of(quads, key))


def rows(blocks: Iterable[list[bytes]]) -> Iterator[Placed]:
    """The quads of sorted lines that ``keys`` made."""
    for block in blocks:
        for line in b"".join(block).decode().split("\n")[:-1]:
            graph, subject, predicate, term = line.split(_SEPARATOR, 3)
            yield graph, subject, predicate or TYPE, term[1:] if term[0] == _BARE else term


def terms(line: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Subject, predicate, object and graph of a line of N-Quads, as they are spelt; no graph is empty."""
    subject, predicate, rest = line.split(b" ", 2)
    if rest[:1] == b'"':
        end = rest.rfind(b'"') + 1
        tail, _, graph = rest[end:-3].partition(b" ")
        return subject, predicate, rest[:end] + tail, graph
    if rest[:2] == b"<<":
        raise _refused(line)
    term, _, graph = rest[:-3].partition(b" ")
    return subject, predicate, term, graph


def keys(lines: list[bytes]) -> list[bytes]:
    """N-Quads as lines whose bytes sort as the terms do: a separator sorts before all that an IRI may hold."""
    found = []
    kind = b"<" + TYPE.encode() + b">"
    for line in lines:  # as in ``terms``, in one piece: most of the time of an export is spent here
        subject, predicate, rest = line.split(b" ", 2)
        if rest[:1] == b'"':
            end = rest.rfind(b'"')
            tail, _, graph = rest[end + 1 : -3].partition(b" ")
            value = b"\x03" + rest[1:end] + b"\x01" + tail
        elif rest[:2] == b"<<":
            raise _refused(line)
        else:
            term, _, graph = rest[:-3].partition(b" ")
            value = b"\x02" + (term[1:-1] if term[:1] == b"<" else term)
        about = subject[1:-1] if subject[:1] == b"<" else subject
        name = b"" if predicate == kind else predicate[1:-1]
        found.append(b"%b\x01%b\x01%b\x01%b\n" % (graph[1:-1], about, name, value))
    return found


def _refused(line: bytes) -> StoreError:
    return StoreError(f"{line.decode().strip()} holds a triple as a term; expected RDF 1.1, so remove the quad")


def triple_keys(lines: list[bytes]) -> list[bytes]:
    """As ``keys``, without the graph."""
    return [line[line.index(b"\x01") :] for line in keys(lines)]
