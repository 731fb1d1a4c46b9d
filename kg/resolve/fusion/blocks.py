"""Which pairs are looked at: documents that may tell one story, readings of them, readings with the same parties.

Whether a pair is looked at depends on the two alone, never on what else there is: so a document that comes or goes
changes nothing between others.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain, combinations, product
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from kg.resolve.fusion.traits import verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kg.model import EventReading, Resolution, Story
    from kg.resolve.fusion.traits import Traits

Key = tuple[str, ...]
Pair = tuple[int, int]
T = TypeVar("T")
_HEAVY = 12  # so many of a document's heaviest words and of its heaviest names make its keys
_BANDS, _ROWS = 16, 4  # 16 × 4 hashes: texts that share 8 of 10 phrases meet with a probability of 0.9998


def story_keys(story: Story) -> list[Key]:
    """Pairs of a document's heaviest words, and of its heaviest names: documents of one story share some."""
    keys: list[Key] = []
    for kind, heavy in zip(("words", "names"), _heavy(story), strict=True):
        keys += [(kind, *pair) for pair in combinations(sorted(heavy), 2)]
    return keys


def _heavy(story: Story) -> tuple[set[str], set[str]]:
    """A document's heaviest words, and its heaviest names."""
    words, names = (
        {word for word, _ in sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:_HEAVY]}
        for weighed in (story.words, story.names)
    )
    return words, names


def copy_keys(story: Story) -> list[Key]:
    """The bands of a document's MinHash (Leskovec et al.): texts that share most of their phrases share one."""
    bands = [story.sketch[n * _ROWS : (n + 1) * _ROWS] for n in range(_BANDS)] if story.sketch else []
    return [("copy", str(n), *map(str, band)) for n, band in enumerate(bands)]


def pairs_of_documents(
    documents: Sequence[Resolution], days: int, of: Collection[str] | None = None
) -> set[tuple[str, str]]:
    """Documents that share a key and were published at most ``days`` apart, or one of them on an unknown day.

    With ``of``, only the pairs with one of these documents.
    """
    if of is not None:
        return _pairs_with(documents, days, of)
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, document in enumerate(documents):
        for key in story_keys(document.story):
            blocks[key].append(n)
    # Documents of one story share many keys: each block of the same ones is looked at once.
    shared = {tuple(block) for block in blocks.values() if len(block) > 1}
    dated = [(_day(document), document.document) for document in documents]
    near = {pair for block in shared for pair in _near([dated[n] for n in block], days)}
    return {(min(pair), max(pair)) for pair in near}


def _pairs_with(documents: Sequence[Resolution], days: int, of: Collection[str]) -> set[tuple[str, str]]:
    heavy = {document.document: _heavy(document.story) for document in documents}
    return {
        (min(a.document, b.document), max(a.document, b.document))
        for a in documents
        if a.document in of
        for b in documents
        if b.document != a.document and _are_near(_day(a), _day(b), days)
        # Who share a key, a pair, share two words or two names.
        if any(len(mine & theirs) > 1 for mine, theirs in zip(heavy[a.document], heavy[b.document], strict=True))
    }


def _are_near(one: int | None, other: int | None, days: int) -> bool:
    return one is None or other is None or abs(one - other) <= days


def _day(document: Resolution) -> int | None:
    return document.published.toordinal() if document.published else None


def _near(dated: Iterable[tuple[int | None, T]], days: int) -> Iterator[tuple[T, T]]:
    """Pairs whose days, ordinals, lie close; an unknown day is close to all."""
    known = sorted(((day, n, it) for n, (day, it) in enumerate(dated) if day is not None), key=itemgetter(0, 1))
    unknown = [it for day, it in dated if day is None]
    first = 0
    for n, (day, _, it) in enumerate(known):
        while known[first][0] < day - days:
            first += 1
        yield from ((known[m][2], it) for m in range(first, n))
        yield from ((it, other) for other in unknown)
    yield from combinations(unknown, 2)


@lru_cache(maxsize=65_536)  # actions recur
def action_keys(action: str, kin: frozenset[str]) -> frozenset[Key]:
    """What two readings of one story must share one of: the verb, which the same actions share, or a class."""
    return frozenset({("action", action), *(("kin", name) for name in kin)})


def same_keys(one: Traits, other: Traits) -> bool:
    """Whether two readings share an action key."""
    return one.verb == other.verb or not one.kin.isdisjoint(other.kin)


def meeting(reading: EventReading) -> frozenset[Key]:
    """What two readings share one of if they are looked at together: a verb, a class, an action or a type."""
    return _meeting(reading.action, reading.type, reading.around.kin)


@lru_cache(maxsize=65_536)  # actions recur
def _meeting(action: str, kind: str | None, kin: tuple[str, ...]) -> frozenset[Key]:
    return action_keys(verb(action), frozenset(kin)) | {("party", action), ("party", kind or action)}


def party_keys(one: Traits) -> set[Key]:
    """What brings readings of any two documents together: type or action and two parties; action, actor, a thing."""
    reading = one.reading
    others = one.actor.named if reading.reciprocal else one.recipient.named
    keys: set[Key] = set()
    for actor in one.actor.named:
        for other in others - {actor}:
            keys |= {(kind, *sorted((actor, other))) for kind in (reading.type or reading.action, reading.action)}
        keys |= {("thing", reading.action, actor, word) for word in one.things}
    return keys


class Keyed:
    """The readings of one document by their action keys: those in the graph, and the bare ones. They go by places."""

    def __init__(self, places: Iterable[int], traits: Sequence[Traits]) -> None:
        """``places`` are those of the readings in ``traits``."""
        self.kept: dict[Key, list[int]] = {}
        self.bare: dict[Key, list[int]] = {}
        for n in places:
            one = traits[n]
            keyed = self.bare if one.bare else self.kept
            for key in action_keys(one.verb, one.kin):
                keyed.setdefault(key, []).append(n)

    def within(self) -> Iterator[Pair]:
        """Pairs of the document, both in the graph."""
        for block in self.kept.values():
            yield from combinations(block, 2)

    def within_bare(self) -> Iterator[Pair]:
        """Pairs with a bare reading."""
        for key, bare in self.bare.items():
            yield from combinations(bare, 2)
            yield from product(bare, self.kept.get(key, ()))

    def between(self, other: Keyed) -> Iterator[Pair]:
        """Pairs with another document, both in the graph."""
        return _shared(self.kept, other.kept)

    def between_bare(self, other: Keyed) -> Iterator[Pair]:
        """Pairs with another document, with a bare reading."""
        return chain(_shared(self.bare, other.bare), _shared(self.bare, other.kept), _shared(self.kept, other.bare))


def _shared(one: Mapping[Key, Sequence[int]], other: Mapping[Key, Sequence[int]]) -> Iterator[Pair]:
    for key in one.keys() & other.keys():
        yield from product(one[key], other[key])


def of_parties(traits: Iterable[Traits], days: int) -> Iterator[Pair]:
    """Pairs of dated readings of two documents that share a party key."""
    blocks: dict[Key, list[tuple[int, tuple[int, str]]]] = defaultdict(list)
    for n, one in enumerate(traits):
        if one.day is not None and one.actor.named:
            for key in party_keys(one):
                blocks[key].append((one.day, (n, one.document)))
    for block in blocks.values():
        if len(block) > 1:
            yield from ((a, b) for (a, here), (b, there) in _near(block, days) if here != there)
