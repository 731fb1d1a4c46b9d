"""From a part to its whole: a department to its government and state, an agency to its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.nodes import values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analyse.nodes import Node
    from kg.store import Graph

# kg:state does not lift: a rebel group, a newspaper and an exile belong to a state too, and none of them acts for it.
PARTS = """
SELECT ?part ?whole WHERE { ?part kg:partOf ?whole }
"""
GOVERNMENT, STATE = frozenset({"Government", "GovernmentBody"}), frozenset({"State"})


def wholes(graph: Graph) -> dict[str, str]:
    """The IRI of each part with that of its next larger whole; of several wholes the first by IRI."""
    found: dict[str, str] = {}
    for part, whole in values(graph, PARTS):
        found.setdefault(str(part), str(whole))
    return found


def lifted(entity: str, to: str, parents: Mapping[str, str], nodes: Mapping[str, Node]) -> str:
    """Whom an entity stands for: itself, the government or state it is part of, or its uppermost whole.

    A government is the uppermost government body above a body, or the body itself. Who is part of no government, or of
    no state, stays what he is: a state lifted to its government too. A place that is part of a state is lifted to it.

    >>> from kg.analyse.nodes import Node
    >>> parents = {"ministry": "government", "government": "state"}
    >>> nodes = {name: Node(label=name, type="GovernmentBody") for name in ("ministry", "government")}
    >>> nodes["state"] = Node(label="Norland", type="State")
    >>> [lifted("ministry", to, parents, nodes) for to in ("none", "government", "state", "whole")]
    ['ministry', 'government', 'state', 'state']
    """
    way = _way(entity, parents)
    if to == "whole":
        return way[-1]
    classes = {"government": GOVERNMENT, "state": STATE}.get(to, frozenset())
    return next((each for each in reversed(way) if each in nodes and nodes[each].type in classes), entity)


def top(entity: str, parents: Mapping[str, str]) -> str:
    """The uppermost whole above an entity, or the entity itself.

    A population group has an origin and no whole, so it stays what it is. Parts that go in a circle end the walk.

    >>> parents = {"ministry": "government", "government": "state"}
    >>> top("ministry", parents), top("refugees", parents)
    ('state', 'refugees')
    """
    return _way(entity, parents)[-1]


def _way(entity: str, parents: Mapping[str, str]) -> list[str]:
    """An entity and the wholes above it, one above the other."""
    way = [entity]
    while (above := parents.get(way[-1])) is not None:
        circle = above in way
        way.append(above)
        if circle:
            break
    return way
