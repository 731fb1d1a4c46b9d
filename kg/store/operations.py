"""The operations of a SPARQL update, told by its tokens, and the graphs that they may write to.

The grammar is that of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#rUpdate). Nothing is refused here: an update
that is wrong is passed on, for the engine to say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.store.tokens import Token, TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAMES = {TokenKind.IRI, TokenKind.NAME}


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an update: its tokens, each with how many braces are open around it, and its verb.

    ``declared`` is what stands before it: the tokens of its own PREFIX and BASE.
    """

    verb: str
    tokens: tuple[tuple[Token, int], ...]
    declared: tuple[Token, ...]

    def outside(self) -> list[Token]:
        """The tokens that no braces enclose."""
        return [token for token, depth in self.tokens if not depth]


def operations(text: str) -> list[Operation]:
    """The operations of an update, in order.

    >>> [operation.verb for operation in operations("CLEAR ALL ; PREFIX : <urn:> INSERT DATA { :a :b 1 ; :c 2 } ;")]
    ['CLEAR', 'INSERT']
    """
    found: list[Operation] = []
    piece: list[tuple[Token, int]] = []
    depth = 0
    for token in tokens(text):
        if token.text == "}":
            depth = max(depth - 1, 0)
        if token.text == ";" and not depth:
            found += _operation(piece)
            piece = []
        else:
            piece.append((token, depth))
        if token.text == "{":
            depth += 1
    return [*found, *_operation(piece)]


def clear(text: str) -> bool:
    """Whether the tokens of an update are sure to be those that its engine sees.

    They are not where an IRI with escapes may hide a quotation mark, or may be two comparisons around one.
    """
    return not any(token.text == "\\" or (token.may_compare and "'" in token.text) for token in tokens(text))


def written(text: str, *, prefixes: Mapping[str, str], base: str | None) -> set[str] | None:
    """The names of the graphs that an update may write to; None where they cannot be told. The default graph has none.

    >>> update = "INSERT { GRAPH :a { ?s ?p ?o } } WHERE { GRAPH :b { ?s ?p ?o } } ; CLEAR DEFAULT ; CREATE GRAPH <c>"
    >>> sorted(written(update, prefixes={"": "urn:x:"}, base="http://y/"))
    ['http://y/c', 'urn:x:a']
    >>> written("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", prefixes={}, base=None) is None
    True
    """
    if not clear(text):
        return None
    found: set[str] = set()
    prologue = ""
    for operation in operations(text):
        prologue += " ".join(token.text for token in operation.declared) + "\n"
        names = list(_targets(operation))
        if any(token.kind not in NAMES for token in names):
            return None
        resolved = _resolved(names, prologue, prefixes=prefixes, base=base)
        if resolved is None:
            return None
        found |= resolved
    return found


def _operation(piece: Sequence[tuple[Token, int]]) -> list[Operation]:
    """The operation that some tokens are; none where there is nothing but a prologue."""
    own = 0
    while own < len(piece) and piece[own][0].says("PREFIX", "BASE", "VERSION"):
        own += 3 if piece[own][0].says("PREFIX") else 2
    if own >= len(piece):
        return []
    verb = piece[own][0]
    if verb.says("WITH") and len(piece) > own + 2:
        verb = piece[own + 2][0]
    return [Operation(verb.text.upper(), tuple(piece[own:]), tuple(token for token, _ in piece[:own]))]


def _targets(operation: Operation) -> Iterator[Token]:
    """The tokens that name the graphs an operation writes to: names, variables, ALL or NAMED."""
    if operation.verb in {"INSERT", "DELETE"}:
        yield from _templates(operation)
        return
    outside = operation.outside()[1:]
    if operation.verb in {"ADD", "COPY", "LOAD"}:  # what stands before is only read
        start = next((place for place, token in enumerate(outside) if token.says("TO", "INTO")), len(outside))
        outside = outside[start:]
    yield from (token for token in outside if not token.says("SILENT", "GRAPH", "TO", "INTO", "DEFAULT"))


def _templates(operation: Operation) -> Iterator[Token]:
    """What WITH and GRAPH name, but not in the WHERE that only reads."""
    before = None
    deleting = False
    for token, depth in operation.tokens:
        if not depth and token.says("WHERE") and not deleting:
            return
        if before is not None and (before.says("GRAPH") or (not depth and before.says("WITH"))):
            yield token
        deleting = token.says("DELETE")
        before = token


def _resolved(
    names: Sequence[Token], prologue: str, *, prefixes: Mapping[str, str], base: str | None
) -> set[str] | None:
    """The IRIs that tokens stand for, as the engine itself reads them; None where it cannot."""
    if not names:
        return set()
    selected = " ".join(f"({token.text} AS ?g{place})" for place, token in enumerate(names))
    try:
        found = Store().query(f"{prologue} SELECT {selected} {{}}", prefixes=dict(prefixes), base_iri=base)
    except (SyntaxError, ValueError):
        return None
    assert isinstance(found, QuerySolutions)  # noqa: S101  (it is a SELECT)
    return {term.value for row in found for term in row if isinstance(term, NamedNode)}
