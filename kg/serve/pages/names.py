"""What things are called: one query for all that a page names.

Oxigraph works out an OPTIONAL of several patterns for the whole graph, whatever stands before it. So the queries of
pages have single patterns there, and leave the rest to this.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.errors import QueryError
from kg.serve.pages.addresses import iri
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode
    from starlette.requests import Request

_NAMES = """
SELECT DISTINCT ?iri ?label ?action ?factuality
WHERE {
  { VALUES ?iri { $iris } ?iri rdfs:label ?label }
  UNION { VALUES ?iri { $iris } ?iri skos:prefLabel ?label }
  UNION { VALUES ?iri { $iris } ?iri dcterms:title ?label }
  UNION { VALUES ?iri { $iris } ?iri kg:action ?action ; kg:factuality ?factuality }
}
ORDER BY ?iri ?label ?action ?factuality
"""
AT_ONCE = 200


class Name(Struct, kw_only=True):
    """The label of a thing, or of an event its action and factuality."""

    iri: str
    label: str = ""
    action: str = ""
    factuality: str = ""


def nodes(wanted: Iterable[str]) -> list[NamedNode]:
    """The IRIs of things that a query gave, each once; what is none (in a graph of a user's own) is left out."""
    found = {}
    for each in wanted:
        with suppress(QueryError):
            found[each] = iri(each)
    return list(found.values())


async def names(request: Request, wanted: Iterable[str]) -> dict[str, Name]:
    """The names of things, by IRI; what has none gets an empty one."""
    given = list(wanted)
    found = {each: Name(iri=each) for each in given}
    asked = nodes(each for each in given if each)
    for start in range(0, len(asked), AT_ONCE):
        for name in reversed(await records(request, Name, _NAMES, iris=asked[start : start + AT_ONCE])):
            known = found[name.iri]
            known.label = name.label or known.label  # of several, the first
            if name.action:
                known.action, known.factuality = name.action, name.factuality
    return found
