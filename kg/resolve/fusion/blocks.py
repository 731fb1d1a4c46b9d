"""Which pairs are looked at: documents that may tell one story, readings of them, readings with the same parties.

Whether a pair is looked at depends on the two alone, never on what else there is: so a document that comes or goes
changes nothing between others.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from kg.resolve.fusion.score import same_within
from kg.resolve.fusion.traits import verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from kg.model import EventReading, Resolution, Story
    from kg.resolve.fusion.traits import Traits

Key = tuple[str, ...]
T = TypeVar("T")
_HEAVY = 12  # so many of a document's heaviest words and of its heaviest names make its keys
_BANDS, _ROWS = 16, 4  # 16 × 4 hashes: texts that share 8 of 10 phrases meet with a probability of 0.9998


def story_keys(story: Story) -> list[Key]:
    """Pairs of a document's heaviest words, and of its heaviest names: documents of one story share some."""
    keys: list[Key] = []
    for kind, weighed in (("words", story.words), ("names", story.names)):
        heavy = sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:_HEAVY]
        keys += [(kind, *pair) for pair in combinations(sorted(word for word, _ in heavy), 2)]
    return keys


def copy_keys(story: Story) -> list[Key]:
    """The bands of a document's MinHash (Leskovec et al.): texts that share most of their phrases share one."""
    bands = [story.sketch[n * _ROWS : (n + 1) * _ROWS] for n in range(_BANDS)] if story.sketch else []
    return [("copy", str(n), *map(str, band)) for n, band in enumerate(bands)]


def pairs_of_documents(
    documents: Sequence[Resolution], days: int, *, of: Collection[str] | None = None
) -> set[tuple[str, str]]:
    """Documents that share a key and were published at most ``days`` apart, or one of them on an unknown day.

    With ``of``, only the pairs with one of these documents.
    """
    if of is not None:
        return _pairs_with(documents, days, of)
    blocks: dict[Key, list[Resolution]] = defaultdict(list)
    for document in documents:
        for key in story_keys(document.story):
            blocks[key].append(document)
    return {
        (min(a.document, b.document), max(a.document, b.document))
        for block in blocks.values()
        for a, b in _near([(d.published, d) for d in block], days)
    }


def _pairs_with(documents: Sequence[Resolution], days: int, of: Collection[str]) -> set[tuple[str, str]]:
    keys = {document.document: set(story_keys(document.story)) for document in documents}
    return {
        (min(a.document, b.document), max(a.document, b.document))
        for a in documents
        if a.document in of
        for b in documents
        if b.document != a.document and near(a.published, b.published, days)
        if not keys[a.document].isdisjoint(keys[b.document])
    }


def near(one: date | None, other: date | None, days: int) -> bool:
    """Whether two days lie at most ``days`` apart, or one is unknown."""
    return one is None or other is None or abs((one - other).days) <= days


def _near(dated: Iterable[tuple[date | None, T]], days: int) -> Iterator[tuple[T, T]]:
    """Pairs whose days lie close; an unknown day is close to all."""
    known = sorted(((day.toordinal(), n, it) for n, (day, it) in enumerate(dated) if day), key=lambda row: row[:2])
    unknown = [it for day, it in dated if day is None]
    first = 0
    for n, (day, _, it) in enumerate(known):
        while known[first][0] < day - days:
            first += 1
        yield from ((known[m][2], it) for m in range(first, n))
        yield from ((it, other) for other in unknown)
    yield from combinations(unknown, 2)


def action_keys(one: EventReading) -> set[Key]:
    """What two readings of one story must share one of: the action, its verb, or a class."""
    return {("action", one.action), ("action", verb(one.action)), *(("kin", name) for name in one.around.kin)}


def may_pair(one: EventReading, keys: AbstractSet[Key], kinds: AbstractSet[str | None]) -> bool:
    """Whether a reading shares an action key with others, or a type, as party keys do."""
    return not keys.isdisjoint(action_keys(one)) or one.type in kinds


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


def within(document: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of one document that do the same to the same, and pairs with a mention that is in no graph."""
    keyed: dict[Key, list[Traits]] = defaultdict(list)
    for one in document:
        for key in action_keys(one.reading):
            keyed[key].append(one)
    for block in keyed.values():
        for one, other in combinations(block, 2):
            if one.bare or other.bare or same_within(one, other):
                yield one, other


def between(one: Mapping[Key, list[Traits]], other: Mapping[Key, list[Traits]]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of two documents that share an action key, each once."""
    seen: set[tuple[int, int]] = set()
    for key, left in one.items():
        for a in left if key in other else ():
            for b in other[key]:
                if (id(a), id(b)) not in seen:
                    seen.add((id(a), id(b)))
                    yield a, b


def of_parties(found: Iterable[Traits], days: int) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of dated readings of two documents that share a party key, each possibly more than once."""
    blocks: dict[Key, list[Traits]] = defaultdict(list)
    for one in found:
        for key in party_keys(one) if one.reading.published else ():
            blocks[key].append(one)
    for block in blocks.values():
        for a, b in _near([(one.reading.published, one) for one in block], days):
            if a.document != b.document:
                yield a, b
