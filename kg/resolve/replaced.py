"""Entities that a person judged to be one, put into one: every mention of any leads to the one that stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import slug
from kg.model import Entity
from kg.resolve import renaming
from kg.resolve.judged import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import MentionRef, Resolution
    from kg.ontology import KnowledgeBase
    from kg.resolve.judged import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The entities that lost their place, for whatever reason: id → the id of the one that stays.

    ``judged`` are those that a person put into others, ``stays`` as what these are known, by id. ``names`` are the
    labels of those that lost their place, by their ids: other names of the one that stays.
    """

    by: Mapping[str, str] = field(default_factory=dict)
    judged: Mapping[str, str] = field(default_factory=dict)
    stays: Mapping[str, Entity] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, entity: str) -> str:
        """The entity that an id stands for by judgement."""
        return self.judged.get(entity, entity)


def replaced(
    resolutions: Iterable[Resolution],
    judgements: Judged,
    knowledge: KnowledgeBase,
    figures: Mapping[str, str] | None = None,
) -> Replaced:
    """Which entities lose their place by judgements: to that of the knowledge base, else to that of the smallest id.

    ``resolutions`` are as each document by itself gives them, ``figures`` the ids that lost their place already, since
    they are called alike. An entity that stays has the label and type of the knowledge base, else of its own earliest
    document.
    """
    figures = figures or {}
    known = {name: ident for name in judgements.leader if (ident := in_knowledge(name, knowledge))}
    lost = canonical(judgements, known=known)
    if not lost and not figures:
        return Replaced()
    documents = sorted(resolutions, key=lambda each: each.document)
    found: dict[str, Entity] = {}
    for entity in (entity for each in documents for entity in each.entities):
        found.setdefault(entity.id, entity)
    linked = {entity for each in documents for _, entity, _ in each.links}
    names = {local_name(entity): entity for entity in sorted({*linked, *found})} | known
    said = {names.get(one, one): names.get(stays, stays) for one, stays in lost.items()}
    judged = _judged(said, figures)
    ends = {one: judged.get(into, into) for one, into in figures.items()} | judged
    by = {one: into for one, into in sorted(ends.items()) if one != into}
    described = {stays: _described(stays, by, found, knowledge) for stays in sorted({*judged.values()})}
    return Replaced(
        by=by,
        judged=judged,
        stays={stays: entity for stays, entity in described.items() if entity},
        # A figure that only one document knows goes by the document's id too, and has no name of its own.
        names={one: found[one].label for one in by if one in found and slug(found[one].label) == one},
    )


def _judged(said: Mapping[str, str], figures: Mapping[str, str]) -> dict[str, str]:
    """What judgements say of ids, and of those by which these go already."""
    both = {figures.get(each, each): stays for one, stays in said.items() for each in (one, stays)}
    return {one: stays for one, stays in (both | dict(said)).items() if one != stays}


def local_name(entity: str) -> str:
    """The local name of an entity's IRI: the colon of an id of the knowledge base becomes a hyphen.

    >>> local_name("state:no")
    'state-no'
    """
    return entity.replace(":", "-", 1)


def in_knowledge(name: str, knowledge: KnowledgeBase) -> str | None:
    """The id in the knowledge base of the entity of a local name, if it is one of its own."""
    words = name.split("-")
    ids = (f"{'-'.join(words[:n])}:{'-'.join(words[n:])}" for n in range(1, len(words)))
    return next((ident for ident in (*ids, name) if ident in knowledge.actors), None)


def led(resolution: Resolution, to: Replaced) -> Resolution:
    """A document resolved, with every entity that lost its place led to the one that stays."""
    named = {entity for _, entity, _ in resolution.links} | {entity.id for entity in resolution.entities}
    if named.isdisjoint(to.judged) and named.isdisjoint(to.stays):
        return resolution
    return replace(
        resolution,
        links=tuple((s, to.of(entity), _sieve(entity, sieve, to)) for s, entity, sieve in resolution.links),
        entities=tuple(_entities(resolution.entities, to)),
        readings=renaming.readings(resolution.readings, to.judged),
        bare=renaming.readings(resolution.bare, to.judged),
        claims=renaming.claims(resolution.claims, to.judged),
        memberships=renaming.memberships(resolution.memberships, to.judged),
    )


def _described(
    ident: str, by: Mapping[str, str], found: Mapping[str, Entity], knowledge: KnowledgeBase
) -> Entity | None:
    if ident in knowledge.actors:
        row = knowledge.actors[ident]
        return Entity(id=ident, label=row.name, type=row.type, known=True, origin=row.origin)
    ids = (ident, *sorted(a for a, b in by.items() if b == ident))
    first = next((found[each] for each in ids if each in found), None)
    return replace(first, id=ident, mentions=(), links=()) if first else None


def _sieve(entity: str, sieve: str, to: Replaced) -> str:
    return f"{sieve}, then by judgement" if entity in to.judged else sieve


def _entities(entities: Iterable[Entity], to: Replaced) -> Iterator[Entity]:
    """The entities of a document, those that are one put together, sorted by id."""
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        groups.setdefault(to.of(entity.id), []).append(entity)
    for ident, group in sorted(groups.items()):
        if ident not in to.stays:
            yield from group
            continue
        sieves: dict[MentionRef, str] = {}
        for entity in group:
            told = dict(zip(entity.mentions, entity.links, strict=False))
            sieves |= {ref: _sieve(entity.id, told.get(ref, ""), to) for ref in entity.mentions}
        mentions = tuple(sorted(sieves))
        yield replace(to.stays[ident], mentions=mentions, links=tuple(sieves[ref] for ref in mentions))
