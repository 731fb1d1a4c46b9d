"""A part of a graph as a world: some events, and the documents that tell of them, as its ledger has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg import resolve
from kg.ids import place
from kg.pipeline.changes import noting
from kg.pipeline.changes.documents import Documents, readings
from kg.pipeline.keeping import Layers
from kg.pipeline.worlds import World, lift
from kg.resolve import fusion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Candidate, Judgement, MentionRef, Resolution
    from kg.pipeline.keeping import Keeper
    from kg.store import Ledger

_WHOLE = 10_000


def glimpse(
    ledger: Ledger,
    keeper: Keeper,
    *,
    events: Iterable[str] = (),
    documents: Iterable[str] = (),
    judgements: Sequence[Judgement] = (),
) -> World:
    """The world of some events, by the local names of any of their mentions, and of all events of some documents.

    Its documents are those of these events. Of entities that lost their place it knows where there are judgements.
    """
    own = set(documents)
    names = {str(event) for ident in own for _, event in ledger.fusion.mentions(ident)}
    names |= {event for name in events if (event := ledger.fusion.event(name)) is not None}
    clusters = {name: ledger.fusion.members(name) for name in sorted(names)}
    own |= {noting.mention(name).document for members in clusters.values() for name in members}
    book = Documents(ledger=ledger, keeper=keeper)
    resolutions = {ident: book.after(ident) for ident in sorted(own)}
    held = {mention: reading for each in resolutions.values() for mention, reading in readings(each).items()}
    grouped = [
        sorted((held[noting.mention(name)] for name in members), key=fusion.seniority) for members in clusters.values()
    ]
    copied = {ident for ident in own if ledger.fusion.original(ident) is not None}
    made = fusion.made(grouped, resolutions.values(), copied)
    lost = ledger.figures.all_renamed() if judgements else ()
    return World(
        extractions=Layers(keeper.shards, own),
        resolutions=resolutions,
        base=keeper.base,
        events=made,
        facts=resolve.facts(made, [claim for each in resolutions.values() for claim in each.claims]),
        judgements=tuple(judgements),
        replaced=resolve.Replaced(by={str(one): noting.figure(stays).entity for one, stays in lost}),
    )


def scored_pairs(ledger: Ledger, keeper: Keeper) -> list[tuple[float, MentionRef, MentionRef]]:
    """The pairs of mentions that may be of one event, each with its score, the older mention first."""
    config = keeper.config.resolve
    days: dict[str, tuple[bool, int]] = {}

    def age(mention: MentionRef) -> tuple[tuple[bool, int], MentionRef]:
        if mention.document not in days:
            published = noting.story(ledger.story(mention.document)).published
            days[mention.document] = published is None, published.toordinal() if published else 0
        return days[mention.document], mention

    out = []
    for one, other, score in ledger.fusion.pairs(min(config.review_from, config.fusion_from) * _WHOLE):
        left, right = sorted((noting.mention(str(one)), noting.mention(str(other))), key=age)
        out.append((score / _WHOLE, left, right))
    return out


def candidate(
    left: MentionRef, right: MentionRef, ledger: Ledger, keeper: Keeper, resolutions: Mapping[str, Resolution]
) -> Candidate:
    """A pair with the features that made its score."""
    slim = [
        replace(
            resolutions[ident], readings=tuple(r for r in resolutions[ident].readings if r.mention in {left, right})
        )
        for ident in sorted({left.document, right.document})
    ]
    found = resolve.candidates(slim, keeper.config.resolve, lift=lift(keeper.base), meanings=keeper.meanings)
    fused = ledger.fusion.event(place(left)) == ledger.fusion.event(place(right))
    return replace(next(each for each in found if {each.left, each.right} == {left, right}), fused=fused)
