"""What is meant by an id or a name: a document, an entity or an event of a graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import NotFoundError
from kg.store import Rows

if TYPE_CHECKING:
    from kg.newsgraph.graph import NewsGraph

_DOCUMENT, _EVENT = re.compile(r"[0-9a-f]{16}"), re.compile(r"[0-9a-f]{16}-\d+-\d+")
_KINDS = {"doc": "document", "ent": "entity", "event": "event"}


def meant(graph: NewsGraph, what: str) -> tuple[str, str]:
    """The IRI and the kind (document, entity or event) of what an id, with or without prefix, an IRI or a name means.

    :raises NotFoundError: when the graph holds none; it names the nearest names of entities.
    """
    ids, plain = graph.ids, what.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = plain.partition(":")
    if colon and prefix in _KINDS:
        iri = ids.prefixes[prefix] + local
    elif _DOCUMENT.fullmatch(plain):
        iri = ids.document(plain)
    elif _EVENT.fullmatch(plain):
        iri = ids.prefixes["event"] + plain
    elif plain.startswith(ids.base):
        iri = plain
    else:
        return graph.entity(what), "entity"
    kind = next((kind for prefix, kind in _KINDS.items() if iri.startswith(ids.prefixes[prefix])), "")
    if not kind or not _holds(graph, iri):
        message = (
            f"the graph holds no {what!r}; expected a document (`kg ask documents`), an event, or an entity's name"
        )
        raise NotFoundError(message)
    return iri, kind


def _holds(graph: NewsGraph, iri: str) -> bool:
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    found = graph.graph.query("SELECT ?it ?p { ?it ?p ?o } LIMIT 1", substitutions={"it": node})
    return isinstance(found, Rows) and bool(found.rows)
