"""What a document is about, and what stands around each of its event mentions: what fusion compares by."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from datasketch import MinHash  # type: ignore[import-untyped]  # it comes without types

from kg.model import BlockKind, MentionKind, RoleName, Story, Surroundings
from kg.ontology.vocabulary import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import EntityMention, EventMention, Extraction, Span
    from kg.ontology import Vocabulary

PERMUTATIONS = 64
_SEED = 1
_SHINGLE = 5  # words
_SHORTEST = 30  # a text of fewer words is alike another by chance
_KEPT = 100  # the heaviest stems of a document
_NAME = 0.5  # lighter stems of a name ("of") do not name
_NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LETTERS = re.compile(r"[A-Za-z]+")


def story(extraction: Extraction, vocabulary: Vocabulary) -> Story:
    """What a document is about: its weighty stems, those of its names, and the MinHash of its text (Broder 1997)."""
    words = stems(_told(extraction))
    named = (stem for m in extraction.entities if _names(m) for stem in stems(m.name))
    return Story(
        words=_unit(words, vocabulary),
        names=_unit((stem for stem in named if vocabulary.weight(stem) > _NAME), vocabulary),
        sketch=_sketch(words),
    )


def _told(extraction: Extraction) -> str:
    """The text of a document without the furniture of its page."""
    document = extraction.document
    blocks = [block.span for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return "\n".join(span.of(document.text) for span in blocks) if blocks else document.text


def _names(mention: EntityMention) -> bool:
    return mention.kind is MentionKind.NAMED and mention.type not in _NO_NAMES


def _unit(words: Iterable[str], vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
    """The heaviest stems, each weighed by how often it stands here and how seldom elsewhere, at length 1."""
    weighed = {word: (1 + math.log(n)) * vocabulary.weight(word) for word, n in Counter(words).items()}
    heavy = sorted(((weight, word) for word, weight in weighed.items() if weight > 0), reverse=True)[:_KEPT]
    length = math.sqrt(sum(weight * weight for weight, _ in heavy))
    return tuple(sorted((word, round(weight / length, 6)) for weight, word in heavy))


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    if len(words) < _SHORTEST:
        return ()
    hashes = MinHash(num_perm=PERMUTATIONS, seed=_SEED)
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
    hashes.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return tuple(int(value) for value in hashes.hashvalues)


class Around:
    """Tells what stands around the event mentions of one document; each sentence is read once."""

    def __init__(self, extraction: Extraction, vocabulary: Vocabulary) -> None:
        """For one document."""
        self._extraction, self._vocabulary = extraction, vocabulary
        self._persons = [m for m in extraction.entities if m.type == "PERSON" and m.kind is MentionKind.NAMED]
        self._numbers = [(q.span, q.value) for q in extraction.quantities if q.value is not None]
        self._words: dict[Span, tuple[tuple[str, float], ...]] = {}
        self._named: dict[Span, tuple[str, ...]] = {}

    def of(self, event: EventMention) -> Surroundings:
        """What stands around one event mention."""
        sentence, text = event.sentence, self._extraction.document.text
        if sentence not in self._words:
            self._words[sentence] = _unit(stems(sentence.of(text)), self._vocabulary)
            inside = (m for m in self._persons if sentence.covers(m.span))
            heavy = {s for m in inside for s in stems(m.name) if self._vocabulary.weight(s) > _NAME}
            self._named[sentence] = tuple(sorted(heavy))
        return Surroundings(
            word=next(iter(stems(event.span.of(text))), ""),
            kin=tuple(sorted(self._vocabulary.kin.get(event.action, ()))),
            speech=event.action in self._vocabulary.speech,
            rarity=round(self._vocabulary.rarity(event.action), 4),
            words=self._words[sentence],
            persons=self._named[sentence],
            days=_days(event, text),
            numbers=tuple(sorted({value for span, value in self._numbers if sentence.covers(span)})),
            polarity=event.polarity,
            modality=event.modality,
            future=event.future,
        )


def _days(event: EventMention, text: str) -> tuple[str, ...]:
    spans = [role.words for role in event.roles if role.name is RoleName.TIME]
    spans += [event.time.span] if event.time is not None else []
    words = {word.lower() for span in spans for word in _LETTERS.findall(span.of(text))}
    return tuple(sorted(words & _DAYS))
