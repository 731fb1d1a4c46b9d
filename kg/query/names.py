"""Names to the entities of a graph."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import NotFoundError
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from kg.ids import Ids
    from kg.ontology import KnowledgeBase

    class Graph(Protocol):
        """What answers queries: ``kg.store.Graph``, or what asks one elsewhere."""

        def query(
            self,
            query: str,
            /,
            *,
            substitutions: Mapping[str, NamedNode | Literal] | None = None,
            prefixes: Mapping[str, str] | None = None,
        ) -> object:
            """Rows, for a SELECT query."""


_LABELLED = (
    "SELECT DISTINCT ?entity ?label { ?entity rdfs:label|skos:altLabel ?label . ?entity a ?type } ORDER BY ?entity"
)


def entity(graph: Graph, name: str, *, knowledge: KnowledgeBase, ids: Ids) -> str:
    """The IRI of the entity that ``name`` means: as the knowledge base has it, else by its label in the graph.

    :raises NotFoundError: when no entity has that name, or several have; the message names the nearest.
    """
    for found in (knowledge.named(name), knowledge.metonym(name)):
        if found is not None and _occurs(graph, ids.entity(found)):
            return ids.entity(found)
    labels = _labels(graph, ids)
    owners = labels.get(name.casefold(), {})
    if len(owners) == 1:
        return next(iter(owners))
    if owners:
        shown = ", ".join(f"ent:{iri.rsplit('/', 1)[-1]}" for iri in list(owners)[:5])
        message = f"{name!r} is the name of several entities ({shown}); give one of these instead"
        raise NotFoundError(message)
    near = [next(iter(labels[each].values())) for each in get_close_matches(name.casefold(), labels, n=3)]
    hint = (
        f"did you mean {', '.join(repr(each) for each in near)}?" if near else "`kg ask most-active-actors` lists some"
    )
    message = f"no entity of this graph is named {name!r}; {hint}"
    raise NotFoundError(message)


def _occurs(graph: Graph, iri: str) -> bool:
    rows = graph.query("SELECT ?entity ?type { ?entity a ?type } LIMIT 1", substitutions={"entity": NamedNode(iri)})
    return isinstance(rows, Rows) and bool(rows.rows)


def _labels(graph: Graph, ids: Ids) -> dict[str, dict[str, str]]:
    """The entities of each label, in any case of letters, with the label as it is spelt."""
    rows = graph.query(_LABELLED, prefixes=ids.prefixes)
    out: dict[str, dict[str, str]] = {}
    for subject, label in rows.rows if isinstance(rows, Rows) else ():
        if isinstance(subject, NamedNode) and isinstance(label, Literal) and subject.value.startswith(ids.entity("")):
            out.setdefault(label.value.casefold(), {}).setdefault(subject.value, label.value)
    return out
