"""Asking a named question: the words given for its parameters become RDF terms, and go in as such."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import ids as iris
from kg.errors import QueryError
from kg.query.files import Kind, Parameter, Question
from kg.query.files import question as named
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.ids import Ids
    from kg.store import Graph

XSD = iris.VOCABULARIES["xsd"]
EXPECTED = {Kind.DATE: "a day such as 2023-11-23", Kind.INTEGER: "a whole number such as 25000"}
IRI = re.compile(r"<?((?:https?|urn):[^<>\s]+)>?")


def ask(
    graph: Graph,
    question: Question | str,
    parameters: Mapping[str, str],
    *,
    entity: Callable[[str], str],
    ids: Ids,
) -> Rows:
    """The rows that answer a question. A parameter that is not given leaves its variable free.

    ``entity`` gives the IRI of an entity from a name or an id of the knowledge base; it raises NotFoundError.

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> ask(Graph.memory(), "documents", {"since": "2023-11-01"}, entity=Ids().entity, ids=Ids()).rows
    ()

    :raises NotFoundError: when there is no such question or entity.
    :raises QueryError: when a parameter is unknown or its value means nothing.
    """
    made = named(question) if isinstance(question, str) else question
    known = {parameter.name: parameter for parameter in made.parameters}
    if unknown := sorted(set(parameters) - set(known)):
        message = f"{made.name} has no parameter {unknown[0]!r}; expected one of: {', '.join(known) or 'none'}"
        raise QueryError(message)
    values = {name: term(known[name], value, entity=entity, ids=ids) for name, value in parameters.items()}
    rows = graph.query(made.sparql, substitutions=values)
    assert isinstance(rows, Rows)  # noqa: S101  (a question is a SELECT query: that was checked when it was read)
    return rows


def term(parameter: Parameter, value: str, *, entity: Callable[[str], str], ids: Ids) -> NamedNode | Literal:
    """The RDF term that ``value`` stands for.

    An IRI may be written whole or with a prefix of ours (``ent:state-pk``), or as its kind allows: the name of an
    entity, the bare id of an event or a document, the words of an action, the code of an event type.

    >>> from kg.ids import Ids
    >>> urge = Parameter(name="action", kind=Kind.ACTION, about="what is done")
    >>> term(urge, "call on", entity=str, ids=Ids())
    <NamedNode value=https://w3id.org/newskg/action/call-on>

    :raises NotFoundError: when there is no such entity.
    :raises QueryError: when the value means nothing.
    """
    words = value.strip()
    if not words:
        message = f"parameter {parameter.name} is empty; expected {parameter.about}"
        raise QueryError(message)
    try:
        match parameter.kind:
            case Kind.TEXT:
                return Literal(value)
            case Kind.INTEGER:
                return Literal(int(words))
            case Kind.DATE:
                return Literal(date.fromisoformat(words).isoformat(), datatype=NamedNode(XSD + "date"))
            case _:
                return NamedNode(_iri(parameter.kind, words, entity=entity, ids=ids))
    except ValueError as error:
        expected = EXPECTED.get(parameter.kind, "an IRI, or the part of one after its prefix")
        message = f"parameter {parameter.name} is {value!r}, which is no {parameter.kind}; expected {expected}"
        raise QueryError(message) from error


def _iri(kind: Kind, words: str, *, entity: Callable[[str], str], ids: Ids) -> str:
    if whole := IRI.fullmatch(words):
        return whole[1]
    prefix, colon, local = words.partition(":")
    if colon and (namespace := _ours(ids).get(prefix)):
        return namespace + local
    code, _, mode = words.partition("-")
    makers: dict[Kind, Callable[[], str]] = {
        Kind.ENTITY: lambda: entity(words),
        Kind.EVENT: lambda: f"{ids.base}event/{words}",
        Kind.DOCUMENT: lambda: ids.document(words),
        Kind.ACTION: lambda: iris.action(words),
        Kind.TYPE: lambda: iris.event_type(code.upper(), mode.lower() or None),
    }
    return makers[kind]()


def _ours(ids: Ids) -> dict[str, str]:
    """The prefixes of what we make ourselves: ``org:`` in an id of the knowledge base is not that of W3C ORG."""
    made_here = (ids.base, iris.TERMS)
    return {prefix: namespace for prefix, namespace in ids.prefixes.items() if namespace.startswith(made_here)}
