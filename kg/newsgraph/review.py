"""What a person is to judge of events: pairs of mentions of which the score is not sure, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from kg import pipeline, resolve
from kg.ids import place
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kg.config import Config
    from kg.model import Candidate, Judgement, MentionRef
    from kg.pipeline import Keeper, World
    from kg.store import Ledger

_Pair = TypeVar("_Pair")
_SHOWN = (RoleName.ACTOR, RoleName.RECIPIENT, RoleName.THEME, RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence of a document, and in it, by start and end, the words that tell of a thing: what each of them is.

    The first of ``marks`` is the trigger of an event, or the name of an entity; the others are roles, in the order of
    the text. ``parts`` says of each role what fills it, or of an entity what it is.
    """

    document: str
    published: date | None
    sentence: str
    marks: tuple[tuple[int, int, str], ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two event mentions, or two entities, that may be one, with the evidence of both.

    ``names`` are the local names by which they are judged, ``one`` says whether they are one now; ``features`` are
    what made ``score``, 0 to 1, each with its share.
    """

    names: tuple[str, str]
    left: Evidence
    right: Evidence
    score: float
    features: tuple[tuple[str, float], ...]
    one: bool


def cases(world: World, config: Config) -> list[Case]:
    """The pairs that nobody judged, nearest to the threshold first: there the score is least sure."""
    decided = resolve.judged(world.judgements)
    found = [
        each
        for each in pipeline.candidates(world, config, judgements=world.judgements)
        if decided.verdict(place(each.left), place(each.right)) is None
    ]
    found.sort(key=lambda each: _order(each.score, each.left, each.right, config))
    return [_case(each, world) for each in found]


class Cases(Sequence[Case], Generic[_Pair]):
    """The cases of pairs, in their order: the evidence of one is looked up when it is asked for."""

    def __init__(self, pairs: Sequence[_Pair], case: Callable[[_Pair], Case]) -> None:
        """Of these pairs; ``case`` makes one of each."""
        self._pairs, self._case = pairs, case

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, at: int) -> Case: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Case]: ...
    def __getitem__(self, at: int | slice) -> Case | Sequence[Case]:
        """A case, or several."""
        if isinstance(at, slice):
            return [self._case(pair) for pair in self._pairs[at]]
        return self._case(self._pairs[at])


def noted_cases(ledger: Ledger, keeper: Keeper, judgements: tuple[Judgement, ...]) -> Sequence[Case]:
    """The same as ``cases`` from a ledger, for a graph that was built with these judgements; it must stay open."""
    decided, config = resolve.judged(judgements), keeper.config

    def case(pair: tuple[MentionRef, MentionRef]) -> Case:
        left, right = pair
        world = pipeline.glimpse(ledger, keeper, events=(place(left), place(right)))
        return _case(pipeline.candidate(left, right, ledger, keeper, world.resolutions), world)

    scored = sorted(pipeline.scored_pairs(ledger, keeper), key=lambda pair: _order(pair[0], pair[1], pair[2], config))
    pairs = [(left, right) for _, left, right in scored if decided.verdict(place(left), place(right)) is None]
    return Cases(pairs, case)


def _order(score: float, left: MentionRef, right: MentionRef, config: Config) -> tuple[float, MentionRef, MentionRef]:
    return abs(score - config.resolve.fusion_from), left, right


def _case(candidate: Candidate, world: World) -> Case:
    left, right = candidate.left, candidate.right
    return Case(
        names=(place(left), place(right)),
        left=_evidence(left, world),
        right=_evidence(right, world),
        score=candidate.score,
        features=candidate.features,
        one=candidate.fused,
    )


def _evidence(ref: MentionRef, world: World) -> Evidence:
    layer = world.extractions[ref.document]
    mention = next(each for each in layer.events if each.span == ref.span)
    sentence = mention.sentence
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
        sentence=on_one_line(sentence.of(text)),
        marks=tuple(
            (span.start - sentence.start, span.end - sentence.start, kind)
            for span, kind in [(mention.span, "trigger"), *inside]
        ),
        parts=tuple(parts),
    )


def on_one_line(words: str) -> str:
    r"""Words with each white space as a blank: as long as before.

    >>> on_one_line("Norland\nurged  Sudria")
    'Norland urged  Sudria'
    """
    return "".join(" " if letter.isspace() else letter for letter in words)
