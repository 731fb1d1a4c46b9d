"""What a document is about, and what stands around each of its event mentions: what fusion compares by."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from hashlib import sha1
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kg.model import BlockKind, Certainty, MentionKind, RoleName, Story, Surroundings
from kg.ontology.vocabulary import first_stem, stems
from kg.resolve.places import Placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from datasketch import MinHash  # type: ignore[import-untyped]  # it comes without types

    from kg.model import EntityMention, EventMention, Extraction, Span
    from kg.ontology import Vocabulary

_NAMED = MentionKind.NAMED
_TIME = RoleName.TIME
PERMUTATIONS = 64
_SEED = 1
_SHINGLE = 5  # words
_SHORTEST = 30  # a text of fewer words is alike another by chance
_KEPT = 100  # the heaviest stems of a document
_OPEN = frozenset({Certainty.POSSIBLE, Certainty.UNKNOWN})
_NAME = 0.5  # lighter stems of a name ("of") do not name
_NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LETTERS = re.compile(r"[A-Za-z]+")


def story(extraction: Extraction, vocabulary: Vocabulary, *, sketched: bool = True) -> Story:
    """What a document is about: its weighty stems, those of its names, and the MinHash of its text (Broder 1997).

    Unless it is ``sketched``, it has no MinHash, and is a copy of nothing.
    """
    words = stems(_told(extraction))
    named = (stem for m in extraction.entities if _names(m) for stem in stems(m.name))
    return Story(
        words=_unit(words, vocabulary),
        names=_unit((stem for stem in named if vocabulary.weight(stem) > _NAME), vocabulary),
        sketch=_sketch(words) if sketched else (),
    )


def _told(extraction: Extraction) -> str:
    """The text of a document without the furniture of its page."""
    document = extraction.document
    blocks = [block.span for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return "\n".join(span.of(document.text) for span in blocks) if blocks else document.text


def _names(mention: EntityMention) -> bool:
    return mention.kind is _NAMED and mention.type not in _NO_NAMES


def _unit(words: Iterable[str], vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
    """The heaviest stems, each weighed by how often it stands here and how seldom elsewhere, at length 1."""
    weight = vocabulary.weight
    counts = Counter(words).items()
    weighed = [((1 + math.log(n)) * rank if n > 1 else rank, word) for word, n in counts if (rank := weight(word)) > 0]
    heavy = sorted(weighed, reverse=True)[:_KEPT]
    length = math.sqrt(sum([weight * weight for weight, _ in heavy]))
    return tuple(sorted([(word, round(weight / length, 6)) for weight, word in heavy]))


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    if len(words) < _SHORTEST:
        return ()
    shingles = set(map(" ".join, zip(*(words[n:] for n in range(_SHINGLE)), strict=False)))
    # The first 32 bits of SHA-1, as ``MinHash`` has them by default.
    digests = b"".join([sha1(shingle.encode(), usedforsecurity=False).digest()[:4] for shingle in shingles])
    hashes = _no_hashes().copy()
    hashes.update_batch(np.frombuffer(digests, "<u4").tolist())
    return tuple(hashes.hashvalues.tolist())


@cache
def _no_hashes() -> MinHash:
    """The sketch of no text, made of hashes: to draw its permutations takes as long as to hash a text.

    The library brings SciPy along, 40 MB of memory and half a second, so only who resolves documents loads it.
    """
    from datasketch import MinHash  # noqa: PLC0415 (see above)

    return MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=int)


class Around:
    """Tells what stands around the event mentions of one document; each sentence is read once."""

    def __init__(self, extraction: Extraction, vocabulary: Vocabulary) -> None:
        """For one document."""
        self._text, self._vocabulary = extraction.document.text, vocabulary
        persons = (m for m in extraction.entities if m.type == "PERSON" and m.kind is _NAMED)
        self._persons = Placed((m.span, m.name) for m in persons)
        self._numbers = Placed((q.span, q.value) for q in extraction.quantities if q.value is not None)
        self._read: dict[Span, _Sentence] = {}
        self._actions: dict[str, tuple[tuple[str, ...], float]] = {}

    def of(self, event: EventMention) -> Surroundings:
        """What stands around one event mention."""
        sentence = self._read.get(event.sentence)
        if sentence is None:
            sentence = self._read[event.sentence] = self._sentence(event.sentence)
        action = self._actions.get(event.action)
        if action is None:
            action = self._actions[event.action] = self._action(event.action)
        return Surroundings(
            word=first_stem(event.span.of(self._text)),
            kin=action[0],
            speech=event.action in self._vocabulary.speech,
            rarity=action[1],
            words=sentence.words,
            persons=sentence.persons,
            days=_days(event, self._text),
            numbers=sentence.numbers,
            polarity=event.polarity,
            modality=event.modality,
            future=event.future,
            open=event.certainty in _OPEN,
        )

    def _sentence(self, sentence: Span) -> _Sentence:
        heavy = {
            s for name in self._persons.within(sentence) for s in stems(name) if self._vocabulary.weight(s) > _NAME
        }
        return _Sentence(
            words=_unit(stems(sentence.of(self._text)), self._vocabulary),
            persons=tuple(sorted(heavy)),
            numbers=tuple(sorted(set(self._numbers.within(sentence)))),
        )

    def _action(self, action: str) -> tuple[tuple[str, ...], float]:
        return tuple(sorted(self._vocabulary.kin.get(action, ()))), round(self._vocabulary.rarity(action), 4)


class _Sentence(NamedTuple):
    """What the event mentions of one sentence have around them."""

    words: tuple[tuple[str, float], ...]
    persons: tuple[str, ...]
    numbers: tuple[float, ...]


def _days(event: EventMention, text: str) -> tuple[str, ...]:
    spans = [role.words for role in event.roles if role.name is _TIME]
    spans += [event.time.span] if event.time is not None else []
    if not spans:
        return ()
    words = {word.lower() for span in spans for word in _LETTERS.findall(span.of(text))}
    return tuple(sorted(words & _DAYS))
