"""Names to actors of the knowledge base, by alias, kind and role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.ids import slug
from kg.model import MentionKind, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

PLACES = frozenset({"GPE", "LOC", "FAC"})
_CONTINUED = re.compile(r" (?:of|for|on|in)(?: the)?(?: [A-Z][\w-]+)+")
_PERSON = "Person"
_GROUP = "PopulationGroup"
_TYPES = {"PERSON": _PERSON, "ORG": "Organization", "NORP": _GROUP, "GPE": "Place", "LOC": "Place", "FAC": "Place"}
_NOT_ENTITIES = frozenset({"EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """Where a mention leads: an entity's id, with label and type, and the sieve that led there."""

    entity: str
    label: str
    type: str
    sieve: str
    known: bool = False
    origin: str | None = None


def acting(extraction: Extraction) -> frozenset[Span]:
    """The spans of mentions that act or are acted upon as parties; a capital among them means a government."""
    return frozenset(_acting(extraction))


def _acting(extraction: Extraction) -> Iterator[Span]:
    for event in extraction.events:
        for role in event.roles:
            if role.name in {RoleName.ACTOR, RoleName.RECIPIENT} and role.mention is not None:
                yield role.mention
    for attribution in extraction.attributions:
        if attribution.authority is not None:
            yield attribution.authority


def link(
    mention: EntityMention, knowledge: KnowledgeBase, *, acts: bool, country: str | None, after: str = ""
) -> Link | None:
    """The actor that a mention names by its own words; None where its words alone cannot tell.

    ``acts`` says that it takes part in an event as a party. ``country`` is the ISO code of the document's country,
    which decides between bodies of one name; ``after`` the text that follows, for names that go on ("High Commissioner
    for Refugees").
    """
    if mention.kind is MentionKind.PRONOMINAL:
        return None
    if mention.kind is MentionKind.NOMINAL:
        return _group(mention, knowledge)
    if mention.type in _NOT_ENTITIES:
        return None
    if acts and mention.type != "PERSON" and (body := knowledge.metonym(mention.name)):
        return known(body, knowledge, "metonym")
    longer = _CONTINUED.match(after)
    if longer and (whole := knowledge.named(mention.name + longer[0])):
        return known(whole, knowledge, "name")
    found = knowledge.named(mention.name, country=country)
    if found is not None and _agrees(mention, knowledge.actors[found].type):
        return known(found, knowledge, "name")
    if found is None and knowledge.shared(mention.name):
        return None
    return _demonym(mention, knowledge) or _unknown(mention)


def known(actor: str, knowledge: KnowledgeBase, sieve: str) -> Link:
    """A link to an actor of the knowledge base."""
    row = knowledge.actors[actor]
    return Link(entity=actor, label=row.name, type=row.type, sieve=sieve, known=True, origin=row.origin)


def _agrees(mention: EntityMention, kind: str) -> bool:
    """A person's name must be seen as one and be whole; nothing else may be taken for a person."""
    if kind == _PERSON:
        return mention.type in {"PERSON", None} and " " in mention.name.strip()
    return mention.type != "PERSON" or " " not in mention.name.strip()


def _group(mention: EntityMention, knowledge: KnowledgeBase) -> Link | None:
    """A population group: by name, or by demonym and noun ("Sudanese students")."""
    found = knowledge.named(mention.name)
    if found is not None and knowledge.actors[found].type == _GROUP and mention.number == "plural":
        return known(found, knowledge, "group name")
    if mention.origin is None or mention.number != "plural":
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


def _demonym(mention: EntityMention, knowledge: KnowledgeBase) -> Link | None:
    """So "Afghans" are a group that comes from a state, not the state."""
    if mention.type != "NORP" or mention.number != "plural":
        return None
    state = knowledge.demonym(mention.name)
    if state is None:
        return None
    return Link(entity=f"pop:{slug(mention.name)}", label=mention.name, type=_GROUP, sieve="demonym", origin=state)


def _unknown(mention: EntityMention) -> Link | None:
    """A whole name that the knowledge base does not hold gets an id of its own; a lone surname does not."""
    words = mention.name.split()
    kind = _TYPES.get(mention.type or "", "Thing")
    # "Miller" may be anybody, and "the Front" any front.
    lone = len(words) == 1 and (kind in {_PERSON, "Thing"} or (kind == "Organization" and mention.definite))
    if lone or mention.type == "NORP" or not slug(mention.name):
        return None
    return Link(entity=slug(mention.name), label=mention.name, type=kind, sieve="own name")
