"""A document resolved, with the figures that are known under another id by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.resolve import renaming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Entity, Resolution
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
        readings=renaming.readings(resolution.readings, names),
        bare=renaming.readings(resolution.bare, names),
        claims=renaming.claims(resolution.claims, names),
        memberships=renaming.memberships(resolution.memberships, names),
    )


def _sieve(entity: str, sieve: str, names: Mapping[str, str]) -> str:
    return f"{sieve}, same company" if entity in names else sieve


def _entity(entity: Entity, by: Mapping[str, Figure]) -> Entity:
    if entity.id not in by:
        return entity
    names = {entity.id: by[entity.id].entity}
    links = tuple(_sieve(entity.id, sieve, names) for sieve in entity.links)
    return replace(entity, id=by[entity.id].entity, label=by[entity.id].label, links=links)
