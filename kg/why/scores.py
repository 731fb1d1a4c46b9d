"""Why mentions are of one event: the score of each pair of them, with the features that made it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg import pipeline
from kg.ids import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.config import Config
    from kg.model import Event
    from kg.pipeline import World

_SHOWN = 20  # pairs of one event


def scores(event: Event, world: World, config: Config) -> Iterator[str]:
    """A line for each pair of an event's mentions that was scored, best first; how many more there are at the end."""
    members = {reading.mention for reading in event.readings}
    if len(members) == 1:
        return
    documents = {mention.document for mention in members}
    near = replace(world, resolutions={i: each for i, each in world.resolutions.items() if i in documents})
    scored = pipeline.candidates(near, config, judgements=world.judgements)
    pairs = [each for each in scored if each.left in members and each.right in members]
    for each in pairs[:_SHOWN]:
        made = ", ".join(f"{name} {share:+.2f}" for name, share in each.features if share)
        yield f"score {each.score:.2f} of event:{place(each.left)} and event:{place(each.right)}: {made}"
    if len(pairs) > _SHOWN:
        yield f"and {len(pairs) - _SHOWN} more pairs"
