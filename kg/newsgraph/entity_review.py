"""What a person is to judge of entities: unknown ones that two documents call alike, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from kg import resolve
from kg.newsgraph.review import Case, Evidence, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Judgement
    from kg.pipeline import Keeper, Namesakes

_WORDS = 8  # shared words of names that are shown


class EntityCases(Sequence[Case]):
    """The pairs that nobody judged, those of the least company first: there a name says least of who is meant.

    The evidence of a case is looked up when it is asked for.
    """

    def __init__(self, pairs: Iterable[Namesakes], keeper: Keeper, judgements: Sequence[Judgement]) -> None:
        """For a graph that was built with these judgements; the folder of its documents must stay."""
        decided = resolve.judged(judgements)
        self._keeper = keeper
        self._pairs = [pair for pair in pairs if decided.verdict(pair.left.entity, pair.right.entity) is None]
        self._pairs.sort(key=lambda pair: (pair.company, pair.left.entity, pair.right.entity))

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, at: int) -> Case: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Case]: ...
    def __getitem__(self, at: int | slice) -> Case | Sequence[Case]:
        """A case, or several."""
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        pair = self._pairs[at]
        return Case(
            names=(pair.left.entity, pair.right.entity),
            left=self._evidence(pair.left),
            right=self._evidence(pair.right),
            score=pair.company,
            features=self._company(pair),
            one=pair.one,
        )

    def _company(self, pair: Namesakes) -> tuple[tuple[str, float], ...]:
        """The words of names that both documents have, with what each adds to the score; those that add most."""
        mine, theirs = (self._keeper.of(each.document).cast.company for each in (pair.left, pair.right))
        shared = {word: mine[word] * theirs[word] for word in mine.keys() & theirs.keys()}
        return tuple(sorted(shared.items(), key=lambda each: (-each[1], each[0]))[:_WORDS])

    def _evidence(self, figure: resolve.Figure) -> Evidence:
        """The sentence that names an entity first, by the fullest of its names."""
        document = next(self._keeper.shards.extractions([figure.document]))
        text, links = document.document.text, self._keeper.of(figure.document).resolution.links
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
