"""A document resolved, with the figures that are known under another id by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Claim, Entity, EventReading, Membership, Participant, Resolution
    from kg.resolve.identity.figures import Figure


def renamed(resolution: Resolution, by: Mapping[str, Figure]) -> Resolution:
    """The same with each id that lost its place led to the one that stays; ``by`` holds the figure that has it."""
    names = {entity: by[entity].entity for _, entity, _ in resolution.links if entity in by}
    if not names:
        return resolution
    return replace(
        resolution,
        links=tuple(
            (span, names.get(entity, entity), _sieve(entity, sieve, names)) for span, entity, sieve in resolution.links
        ),
        entities=tuple(sorted((_entity(entity, by) for entity in resolution.entities), key=lambda entity: entity.id)),
        readings=tuple(_reading(reading, names) for reading in resolution.readings),
        bare=tuple(_reading(reading, names) for reading in resolution.bare),
        claims=tuple(_claim(claim, names) for claim in resolution.claims),
        memberships=tuple(_membership(membership, names) for membership in resolution.memberships),
    )


def _sieve(entity: str, sieve: str, names: Mapping[str, str]) -> str:
    return f"{sieve}, same company" if entity in names else sieve


def _entity(entity: Entity, by: Mapping[str, Figure]) -> Entity:
    if entity.id not in by:
        return entity
    names = {entity.id: by[entity.id].entity}
    links = tuple(_sieve(entity.id, sieve, names) for sieve in entity.links)
    return replace(entity, id=by[entity.id].entity, label=by[entity.id].label, links=links)


def _reading(reading: EventReading, names: Mapping[str, str]) -> EventReading:
    if not any(each.entity in names or not names.keys().isdisjoint(each.about) for each in reading.participants):
        return reading
    return replace(reading, participants=tuple(_participant(each, names) for each in reading.participants))


def _participant(participant: Participant, names: Mapping[str, str]) -> Participant:
    entity = names.get(participant.entity or "", participant.entity)
    about = {names.get(each, each) for each in participant.about} - {entity}
    return replace(participant, entity=entity, about=tuple(sorted(each for each in about if each)))


def _claim(claim: Claim, names: Mapping[str, str]) -> Claim:
    if claim.authority not in names and claim.on_behalf_of not in names:
        return claim
    behalf = names.get(claim.on_behalf_of or "", claim.on_behalf_of)
    return replace(claim, authority=names.get(claim.authority, claim.authority), on_behalf_of=behalf)


def _membership(membership: Membership, names: Mapping[str, str]) -> Membership:
    body = names.get(membership.body or "", membership.body)
    return replace(membership, person=names.get(membership.person, membership.person), body=body)
