"""What people decided about an event and its parties, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import place
from kg.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ids import Ids
    from kg.model import Event, Judgement
    from kg.pipeline import World

_SAID = {Verdict.POSITIVE: "are one", Verdict.NEGATIVE: "are not one", Verdict.UNSURE: "may be one or not"}


def judgements(event: Event, world: World, ids: Ids) -> Iterator[str]:
    """A line for each judgement about a mention of an event, or about an entity that takes part in it; sorted."""
    parties = {part.entity for reading in event.readings for part in reading.participants if part.entity}
    parties |= {lost for lost, stays in world.replaced.by.items() if stays in parties}
    about = {place(reading.mention) for reading in event.readings}
    about |= {ids.entity(entity).removeprefix(ids.prefixes["ent"]) for entity in parties}
    yield from sorted(_line(each, ids) for each in world.judgements if {each.left, each.right} & about)


def _line(judgement: Judgement, ids: Ids) -> str:
    who = f" by {judgement.who}" if judgement.who else ""
    when = f", {judgement.when}" if judgement.when else ""
    why = f": {judgement.why}" if judgement.why else ""
    sides = " and ".join(ids.shown(side) for side in sorted((judgement.left, judgement.right)))
    return f"judged{who}{when}: {sides} {_SAID[judgement.verdict]}{why}"
