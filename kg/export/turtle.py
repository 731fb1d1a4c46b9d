"""Turtle for people: sorted, prefixed, a paragraph for each subject; the union of all named graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.export.names import Names
from kg.export.order import LITERAL, TYPE, Placed, spelt, spool, spooled, united, unspooled
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

XSD = VOCABULARIES["xsd"]

# The literals that Turtle writes bare; each keeps its spelling, so 2.50 stays 2.50.
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The distinct triples of all graphs as Turtle; only prefixes that occur are declared.

    >>> import pyoxigraph as ox
    >>> a, term = ox.NamedNode("https://w3id.org/newskg/entity/a"), "https://w3id.org/newskg/term/"
    >>> quads = [ox.Quad(a, ox.NamedNode(TYPE), ox.NamedNode(term + "State")),
    ...          ox.Quad(a, ox.NamedNode(term + "reportCount"), ox.Literal(2))]
    >>> print("".join(text(quads, {"ent": "https://w3id.org/newskg/entity/", "kg": term})), end="")
    @prefix ent: <https://w3id.org/newskg/entity/> .
    @prefix kg: <https://w3id.org/newskg/term/> .
    <BLANKLINE>
    ent:a a kg:State ;
        kg:reportCount 2 .
    """
    names = Names(prefixes)
    with spooled() as body:
        spool(body, paragraphs(united(quads), names))
        yield header(names)
        yield from unspooled(body)


def header(names: Names) -> str:
    """The declarations of the prefixes in use, sorted."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.used.items())


def paragraphs(rows: Iterable[Placed], names: Names) -> Iterator[str]:
    """A paragraph for each subject of sorted triples: a line for each predicate, its objects joined by commas."""
    about = name = None
    term = names.term
    for _, subject, predicate, held in rows:
        value = _literal(held, names) if held[0] == LITERAL else term(held)
        if subject != about:
            start = "\n" if about is None else " .\n\n"
            yield f"{start}{term(subject)} {'a' if predicate == TYPE else term(predicate)} {value}"
        elif predicate == name:
            yield f", {value}"
            continue
        else:
            yield f" ;\n    {'a' if predicate == TYPE else term(predicate)} {value}"
        about, name = subject, predicate
    if about is not None:
        yield " .\n"


def _literal(term: str, names: Names) -> str:
    value, tail = spelt(term)
    if tail[:1] != "^":
        return f'"{value}"{tail}'
    datatype = tail[3:-1]
    if datatype in _BARE and _BARE[datatype].fullmatch(value):
        return value
    return f'"{value}"^^{names.term(datatype)}'
