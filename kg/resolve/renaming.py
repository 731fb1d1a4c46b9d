"""Readings, claims and memberships with ids that lost their place led to those that stay; ``names`` says to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Claim, EventReading, Membership, Participant


def readings(found: Iterable[EventReading], names: Mapping[str, str]) -> tuple[EventReading, ...]:
    """Event readings whose participants go by the ids that stay."""
    return tuple([_reading(each, names) for each in found])


def claims(found: Iterable[Claim], names: Mapping[str, str]) -> tuple[Claim, ...]:
    """Claims whose authorities go by the ids that stay."""
    return tuple([_claim(each, names) for each in found])


def memberships(found: Iterable[Membership], names: Mapping[str, str]) -> tuple[Membership, ...]:
    """Memberships whose persons and bodies go by the ids that stay."""
    return tuple([_membership(each, names) for each in found])


def _reading(reading: EventReading, names: Mapping[str, str]) -> EventReading:
    if not any(each.entity in names or not names.keys().isdisjoint(each.about) for each in reading.participants):
        return reading
    return replace(reading, participants=tuple([_participant(each, names) for each in reading.participants]))


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
