"""Population groups, and names that nobody bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import slug
from kg.resolve.linking.records import Link, known

if TYPE_CHECKING:
    from kg.model import EntityMention
    from kg.ontology import KnowledgeBase

_PERSON = "Person"
_GROUP = "PopulationGroup"
_TYPES = {"PERSON": _PERSON, "ORG": "Organization", "NORP": _GROUP, "GPE": "Place", "LOC": "Place", "FAC": "Place"}


def group(mention: EntityMention, knowledge: KnowledgeBase) -> Link | None:
    """A population group: by name, or by demonym and noun ("Sudanese students")."""
    if mention.number != "plural":
        return None
    found = knowledge.named(mention.name)
    if found is not None and knowledge.actors[found].type == _GROUP:
        return known(found, knowledge, "group name")
    if mention.origin is None:
        return None
    state = knowledge.demonym(mention.origin)
    if state is None:
        return None
    noun = mention.name.split()[-1]
    label = f"{mention.origin} {noun}"
    actor = knowledge.named(label)
    if actor is not None and knowledge.actors[actor].type == _GROUP:
        return known(actor, knowledge, "demonym and noun")
    return Link(entity=f"pop:{slug(label)}", label=label, type=_GROUP, sieve="demonym and noun", origin=state)


def people(mention: EntityMention, knowledge: KnowledgeBase) -> Link | None:
    """So "Afghans" are a group that comes from a state, not the state."""
    if mention.type != "NORP" or mention.number != "plural":
        return None
    state = knowledge.demonym(mention.name)
    if state is None:
        return None
    return Link(entity=f"pop:{slug(mention.name)}", label=mention.name, type=_GROUP, sieve="demonym", origin=state)


def unknown(mention: EntityMention) -> Link | None:
    """A whole name that the knowledge base does not hold gets an id of its own; a lone surname does not."""
    words = mention.name.split()
    kind = _TYPES.get(mention.type or "", "Thing")
    # "Miller" may be anybody, and "the Front" any front.
    lone = len(words) == 1 and (kind in {_PERSON, "Thing"} or (kind == "Organization" and mention.definite))
    if lone or mention.type == "NORP" or not slug(mention.name):
        return None
    return Link(entity=slug(mention.name), label=mention.name, type=kind, sieve="own name")
