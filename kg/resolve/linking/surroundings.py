"""What the document around a mention tells: where it is from, when, and which countries it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.model import BlockKind, MentionKind
from kg.ontology.actors import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

_NAMED = MentionKind.NAMED
_SAME_SENTENCE = 3  # a country in the sentence of a mention counts as often as in so many others
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_PARTS = re.compile(r"[,/(]|\s[-–—]\s")
_PERSON = "Person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A document as the mentions in it see it.

    ``country`` is the ISO code of its outlet's country, ``dateline`` that of the place that opens it, ``day`` its date
    in ISO 8601. ``told`` are the countries that its sure names speak of: the number of the sentence, the folded name
    and the code. ``bearers`` are the words of whole names of persons.
    """

    text: str = ""
    country: str | None = None
    dateline: str | None = None
    day: str | None = None
    sentences: tuple[Span, ...] = ()
    headlines: tuple[Span, ...] = ()
    told: tuple[tuple[int, str, str], ...] = ()
    bearers: frozenset[str] = frozenset()
    _shares: dict[tuple[str, int], Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)

    def sentence(self, span: Span) -> int:
        """The number of the sentence in which a span begins."""
        return bisect_right(self.sentences, span.start, key=lambda each: each.start) - 1

    def in_headline(self, span: Span) -> bool:
        """Whether a span stands in a title or heading, where every word may be a capital."""
        return any(headline.covers(span) for headline in self.headlines)

    def telling(self, codes: Iterable[tuple[EntityMention, str]]) -> Surroundings:
        """The same surroundings, where more mentions speak of countries."""
        more = tuple((self.sentence(mention.span), fold(mention.name), code) for mention, code in codes)
        return replace(self, told=(*self.told, *more), _shares={})

    def shares(self, span: Span, name: str) -> Mapping[str, float]:
        """For each country that other names speak of, its share, 0 to 1; those of the same sentence count more."""
        place = fold(name), self.sentence(span)
        if place not in self._shares:
            self._shares[place] = self._shared_out(*place)
        return self._shares[place]

    def _shared_out(self, key: str, here: int) -> Mapping[str, float]:
        counts = Counter([code for _, told, code in self.told if told != key])
        near = Counter([code for number, told, code in self.told if number == here and told != key])
        total = sum(counts.values()) + (_SAME_SENTENCE - 1) * sum(near.values())
        return {code: (n + (_SAME_SENTENCE - 1) * near[code]) / total for code, n in counts.items()}


def surroundings(
    extraction: Extraction, mentions: Sequence[EntityMention], knowledge: KnowledgeBase, country: str | None
) -> Surroundings:
    """The surroundings of the mentions of a document; ``country`` is its outlet's."""
    document = extraction.document
    sentences = tuple(sorted(extraction.sentences))
    starts = [span.start for span in sentences]
    told = []
    for mention in mentions:
        code = _country(mention, knowledge)
        if code:
            told.append((bisect_right(starts, mention.span.start) - 1, fold(mention.name), code))
    whole = (m.name.split() for m in mentions if m.type == "PERSON" and m.kind is _NAMED)
    return Surroundings(
        text=document.text,
        country=country,
        dateline=_place(document.dateline, knowledge),
        day=document.date.isoformat() if document.date else None,
        sentences=sentences,
        headlines=tuple(block.span for block in document.blocks if block.kind in _HEADLINES),
        told=tuple(told),
        bearers=frozenset(word for words in whole if len(words) > 1 for word in words),
    )


def _country(mention: EntityMention, knowledge: KnowledgeBase) -> str | None:
    """The country that a mention speaks of for sure: by a demonym, or by a name of one actor."""
    if mention.origin or mention.type == "NORP":
        state = knowledge.demonym(mention.origin or mention.name)
        if state is not None:
            return knowledge.actors[state].country
    if mention.kind is not _NAMED or knowledge.shared(mention.name):
        return None
    owners = knowledge.owners(mention.name)
    if len(owners) != 1:
        return None
    actor = knowledge.actors[owners[0]]
    person = mention.type == "PERSON"
    return actor.country if person == (actor.type == _PERSON) else None


def _place(dateline: str | None, knowledge: KnowledgeBase) -> str | None:
    """The country of the place of a dateline ("WASHINGTON", "KARACHI, Pakistan")."""
    for part in reversed(_PARTS.split(dateline or "")):
        words = part.strip(" .:")
        name = words.title() if words.isupper() and len(words) > 3 else words  # noqa: PLR2004 (USA and UK stay)
        found = knowledge.named(name) if words else None
        if found is not None and knowledge.actors[found].country:
            return knowledge.actors[found].country
    return None
