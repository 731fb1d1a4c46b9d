"""From a part to its whole: a department to its government and state, an agency to its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.nodes import values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store import Graph

# kg:state does not lift: a rebel group, a newspaper and an exile belong to a state too, and none of them acts for it.
PARTS = """
SELECT ?part ?whole WHERE { ?part kg:partOf ?whole }
"""


def wholes(graph: Graph) -> dict[str, str]:
    """The IRI of each part with that of its next larger whole; of several wholes the first by IRI."""
    found: dict[str, str] = {}
    for part, whole in values(graph, PARTS):
        found.setdefault(str(part), str(whole))
    return found


def top(entity: str, parents: Mapping[str, str]) -> str:
    """The uppermost whole above an entity, or the entity itself.

    A population group has an origin and no whole, so it stays what it is. Parts that go in a circle end the walk.

    >>> parents = {"ministry": "government", "government": "state"}
    >>> top("ministry", parents), top("refugees", parents)
    ('state', 'refugees')
    """
    seen: set[str] = set()
    while entity in parents and entity not in seen:
        seen.add(entity)
        entity = parents[entity]
    return entity
