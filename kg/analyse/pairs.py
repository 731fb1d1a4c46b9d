"""Which participants of an event act on which: pairs are read from one mention, never from the union of its roles.

In the union the actor of one report stands beside the recipient of another. Actors of one mention without recipient are
a pair where plain triples join them both ways: they met one another, while two who protested together have no such
triples.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.nodes import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ids import Ids
    from kg.store import Graph

ROLE = """
SELECT ?event ?mention ?part ?entity WHERE {{
  ?event kg:{role} ?entity ; gaf:denotedBy ?mention .
  ?mention kg:{role}Mention ?part .
  ?entity gaf:denotedBy ?part .
  FILTER NOT EXISTS {{ ?entity a sem:Event }}
}}
"""
HAS_RECIPIENT = "SELECT DISTINCT ?mention WHERE { ?mention kg:recipientMention ?part }"
FACTS = "SELECT ?event ?action WHERE { ?event kg:factuality kg:fact ; kg:action ?action }"

Filled = dict[tuple[str, str], list[tuple[str, str]]]


def pairs(graph: Graph, ids: Ids) -> list[tuple[str, str, str]]:
    """The IRIs of actor, target and event of every edge of the actor graph, sorted.

    The target is a recipient; where the mention names none, an entity that is its theme, or the other of two who act
    on one another.
    """
    actors, recipients, themes = (_filled(graph, role) for role in ("actor", "recipient", "theme"))
    received = {str(mention) for (mention,) in values(graph, HAS_RECIPIENT)}
    found: set[tuple[str, str, str]] = set()
    for place, doers in actors.items():
        event, mention = place
        others = recipients.get(place, ()) if mention in received else themes.get(place, ())
        found.update((source, target, event) for _, source in doers for _, target in others)
    found.update(_mutual(graph, ids, {place: who for place, who in actors.items() if place[1] not in received}))
    return sorted(found)


def _filled(graph: Graph, role: str) -> Filled:
    """What fills a role, by event and mention: the mention of the part, and the entity that it denotes."""
    found: Filled = defaultdict(list)
    for event, mention, part, entity in values(graph, ROLE.format(role=role)):
        found[str(event), str(mention)].append((str(part), str(entity)))
    return found


def _mutual(graph: Graph, ids: Ids, actors: Filled) -> Iterator[tuple[str, str, str]]:
    """Pairs of actors of one mention of a fact whom plain triples of its action join both ways."""
    several = {place: who for place, who in actors.items() if len(who) > 1}
    if not several:
        return
    actions = {str(event): str(action) for event, action in values(graph, FACTS)}
    triples = {
        (quad.subject.value, quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in graph.quads(ids.graph("facts"))
        if hasattr(quad.subject, "value")
    }
    for (event, _), who in several.items():
        action = actions.get(event)
        for doer, source in who:
            for other, target in who:
                both = {(source, action, target), (target, action, source)}
                if action and doer != other and both <= triples:
                    yield source, target, event
