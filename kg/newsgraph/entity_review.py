"""What a person is to judge of entities: unknown ones that two documents call alike, each with its evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg import resolve
from kg.newsgraph.review import Case, Cases, Evidence, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Judgement
    from kg.pipeline import Keeper, Namesakes

_WORDS = 8  # shared words of names that are shown


def entity_cases(pairs: Iterable[Namesakes], keeper: Keeper, judgements: Sequence[Judgement]) -> Sequence[Case]:
    """The pairs that nobody judged, those of the least company first: there a name says least of who is meant.

    They are of a graph that was built with these judgements; the folder of its documents must stay.
    """
    decided = resolve.judged(judgements)
    found = [pair for pair in pairs if decided.verdict(pair.left.entity, pair.right.entity) is None]
    found.sort(key=lambda pair: (pair.company, pair.left.entity, pair.right.entity))
    return Cases(found, partial(_case, keeper=keeper))


def _case(pair: Namesakes, *, keeper: Keeper) -> Case:
    return Case(
        names=(pair.left.entity, pair.right.entity),
        left=_evidence(pair.left, keeper),
        right=_evidence(pair.right, keeper),
        score=pair.company,
        features=_company(pair, keeper),
        one=pair.one,
    )


def _company(pair: Namesakes, keeper: Keeper) -> tuple[tuple[str, float], ...]:
    """The words of names that both documents have, with what each adds to the score; those that add most."""
    mine, theirs = (keeper.of(each.document).cast.company for each in (pair.left, pair.right))
    shared = {word: mine[word] * theirs[word] for word in mine.keys() & theirs.keys()}
    return tuple(sorted(shared.items(), key=lambda each: (-each[1], each[0]))[:_WORDS])


def _evidence(figure: resolve.Figure, keeper: Keeper) -> Evidence:
    """The sentence that names an entity first, by the fullest of its names."""
    document = next(keeper.shards.extractions([figure.document]))
    text, links = document.document.text, keeper.of(figure.document).resolution.links
    mentions = {mention.span: mention for mention in document.entities}
    led = [mentions[span] for span, entity, _ in links if entity == figure.entity and span in mentions]
    named = min(led, key=lambda mention: (mention.name != figure.label, mention.span)).span
    sentence = next((each for each in document.sentences if each.covers(named)), named)
    names = dict.fromkeys(on_one_line(mention.span.of(text)) for mention in led)
    return Evidence(
        document=document.document.name,
        published=document.document.date,
        sentence=on_one_line(sentence.of(text)),
        marks=((named.start - sentence.start, named.end - sentence.start, "name"),),
        parts=(f"{figure.kind:<10}{', '.join(map(repr, names))}",),
    )
