"""What the engine does not take beside an update, or not there, written into its text: a data set, later prefixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.store.operations import clear, operations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store.operations import Operation
    from kg.store.sparql import Dataset
TWICE = (
    "using-graph-uri and using-named-graph-uri stand beside an update with USING or WITH; expected the data set in one "
    "place; take it out of the other"
)
UNCLEAR = "the update cannot be joined with using-graph-uri: put spaces around < and >, and write IRIs without escapes"


def joined(text: str, using: Dataset) -> str:
    """The update with ``using`` as the data set of every operation that has a WHERE.

    >>> from kg.store.sparql import Dataset
    >>> joined("DELETE WHERE { ?s ?p 1 }", Dataset(default=("urn:a",)))
    'DELETE { ?s ?p 1 } USING <urn:a> WHERE { ?s ?p 1 }'

    :raises QueryError: when the update names a data set itself, or a graph is named by no absolute IRI.
    """
    clauses = _clauses(using)
    if not clear(text):
        raise QueryError(UNCLEAR)
    pieces, copied = [], 0
    for operation in operations(text):
        outside = operation.outside()
        if any(token.says("USING", "WITH") for token in outside):
            raise QueryError(TWICE)
        where = next((token for token in outside if token.says("WHERE")), None)
        if where is None:
            continue
        pieces.append(text[copied : where.start])
        if outside[outside.index(where) - 1].says("DELETE"):
            pattern = [token for token, _ in operation.tokens if token.start >= where.end]
            pieces.append(text[pattern[0].start : pattern[-1].end] + " " if pattern else "")
        pieces.append(clauses)
        copied = where.start
    return "".join((*pieces, text[copied:]))


def gathered(text: str, prefixes: Mapping[str, str]) -> str:
    r"""The update with the prefixes that stand between its operations at its beginning, where the engine reads them.

    (SPARQL 1.1 allows them before each operation.) An update that gives one name two meanings, or changes BASE, is left
    as it is, and so is one without them.

    >>> gathered("CLEAR ALL ; PREFIX a: <urn:a:> INSERT DATA { a:s a:p 1 }", {})
    'PREFIX a: <urn:a:>\nCLEAR ALL ;  INSERT DATA { a:s a:p 1 }'
    """
    found = operations(text)
    later = [operation for operation in found[1:] if operation.declared]
    meanings = {f"{name}:": f"<{iri}>" for name, iri in prefixes.items()}
    declared = [pair for operation in found for pair in _pairs(operation)]
    own = dict(_pairs(found[0])) if found else {}
    known = meanings | own
    if not (later and clear(text)) or any(known.setdefault(name, iri) != iri for name, iri in declared):
        return text
    if any(token.says("BASE", "VERSION") for operation in later for token in operation.declared):
        return text
    copied = found[0].tokens[0][0].start  # after its BASE, which a prefix may be relative to
    pieces = [text[:copied], *(f"PREFIX {name} {iri}\n" for name, iri in dict(declared).items() if name not in own)]
    for operation in later:
        pieces.append(text[copied : operation.declared[0].start])
        copied = operation.declared[-1].end
    return "".join((*pieces, text[copied:]))


def _clauses(using: Dataset) -> str:
    try:
        default = [f"USING {NamedNode(graph)} " for graph in using.default]
        return "".join((*default, *(f"USING NAMED {NamedNode(graph)} " for graph in using.named)))
    except ValueError as error:
        message = f"a graph of the data set has no name ({error}); expected an absolute IRI"
        raise QueryError(message) from error


def _pairs(operation: Operation) -> list[tuple[str, str]]:
    """The prefixes that are declared before an operation, with their colons, and their IRIs."""
    declared = operation.declared
    places = (place for place, token in enumerate(declared) if token.says("PREFIX"))
    return [(declared[place + 1].text, declared[place + 2].text) for place in places if place + 2 < len(declared)]
