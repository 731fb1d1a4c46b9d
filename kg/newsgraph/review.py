"""What a person is to judge: pairs of event mentions of which the score is not sure, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import pipeline, resolve
from kg.ids import place
from kg.model import RoleName

if TYPE_CHECKING:
    from datetime import date

    from kg.config import Config
    from kg.model import Candidate, EventMention, MentionRef
    from kg.pipeline import World

_SHOWN = (RoleName.ACTOR, RoleName.RECIPIENT, RoleName.THEME, RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence of a document, and in it, by start and end, the words that tell of an event: what each of them is.

    The first of ``marks`` is the trigger; the others are roles, in the order of the text. ``parts`` says of each role
    what fills it.
    """

    document: str
    published: date | None
    sentence: str
    marks: tuple[tuple[int, int, str], ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two event mentions that may be of one event, with the evidence of both."""

    candidate: Candidate
    left: Evidence
    right: Evidence


def cases(world: World, config: Config) -> list[Case]:
    """The pairs that nobody judged, nearest to the threshold first: there the score is least sure."""
    decided = resolve.judged(world.judgements)
    threshold = config.resolve.fusion_from
    found = [
        each
        for each in pipeline.candidates(world, config, judgements=world.judgements)
        if decided.verdict(place(each.left), place(each.right)) is None
    ]
    found.sort(key=lambda each: (abs(each.score - threshold), each.left, each.right))
    mentions = {(ident, event.span): event for ident, layer in world.extractions.items() for event in layer.events}
    return [
        Case(
            candidate=each,
            left=_evidence(each.left, mentions[each.left.document, each.left.span], world),
            right=_evidence(each.right, mentions[each.right.document, each.right.span], world),
        )
        for each in found
    ]


def _evidence(ref: MentionRef, mention: EventMention, world: World) -> Evidence:
    layer, sentence = world.extractions[ref.document], mention.sentence
    text = layer.document.text
    linked = {span: entity for span, entity, _ in world.resolutions[ref.document].links}
    roles = sorted((role for role in mention.roles if role.name in _SHOWN), key=lambda role: role.words)
    inside = [(role.words, role.name.value) for role in roles if sentence.covers(role.words)]
    parts = (
        f"{role.name.value:<10}{' '.join(role.words.of(text).split())!r}"
        + (f" → {linked[role.mention]}" if role.mention in linked else "")
        for role in roles
    )
    return Evidence(
        document=layer.document.name,
        published=layer.document.date,
        sentence="".join(" " if letter.isspace() else letter for letter in sentence.of(text)),
        marks=tuple(
            (span.start - sentence.start, span.end - sentence.start, kind)
            for span, kind in [(mention.span, "trigger"), *inside]
        ),
        parts=tuple(parts),
    )
