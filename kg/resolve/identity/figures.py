"""The unknown persons, bodies and things of a document, by what they are called, and the company they are in."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping  # noqa: TC003 (msgspec reads the types of a record that is kept)
from datetime import date  # noqa: TC003
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kg.model import MentionKind
from kg.resolve.spelling import words as spelled

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from kg.model import EntityMention, Extraction, Resolution, Span

_PRONOMINAL, _NAMED = MentionKind.PRONOMINAL, MentionKind.NAMED
_SHORTEST = 3  # letters of a name that tells whose company it is
_KNOWN = 0.1
_LEAST = 0.3  # what every company weighs, squared: a few names that many documents share are next to none
# "Either candidate", "another man" and "some voters" are none that another document speaks of.
_ANY = re.compile(r"(?:a few|another|any|each|either|every|few|many|most|neither|no|several|some)\b", re.IGNORECASE)
# Nor is "one senator", or "a witness", who says something and is not called otherwise.
_ONE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = frozenset({"january", "february", "march", "april", "may", "june", "july", "august", "september"})
_WHEN = _DAYS | _MONTHS | {"october", "november", "december"}
_FAR = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_ARTICLE = re.compile(r"(?:the|this|that|these|those)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]")
_OF = re.compile(r" of ((?:the )?)")
_RESTRICTED = re.compile(r" (?:that|who|whom|whose|in|of|with)\b")
_SPELLED = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_DIGITS = {word: str(number) for number, word in enumerate(_SPELLED, 2)}
_COUNT = re.compile(rf"\b(?:\d[\d,.]*|{'|'.join(_SPELLED)})\b", re.IGNORECASE)
_AGED = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b", re.IGNORECASE)
_SEXES = frozenset({"feminine", "masculine"})
_KINDS = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """An entity of one document that the knowledge base does not hold.

    ``words`` are those of its fullest name, in small letters, ``head`` the noun's lemma or the last word of the name;
    ``local`` says that the name alone does not tell who it is even in one country ("Supreme Court"), ``owned`` that
    somebody has it ("his plan"), ``counts`` how many there are said to be, or how old one is, and ``loose`` that
    several are told by their noun alone and may be any of their kind ("people", "the people who …"). ``owners`` tell
    whose it is, as far as the text says it: "[China's] health ministry", "the health ministry of [China]"; ``sex`` is
    what titles, nouns and pronouns agree on, "feminine" or "masculine".
    """

    entity: str
    document: str
    named: bool
    kind: str
    words: tuple[str, ...]
    head: str
    plural: bool
    label: str
    local: bool
    owned: bool = False
    counts: frozenset[str] = frozenset()
    loose: bool = False
    owners: frozenset[str] = frozenset()
    sex: str | None = None


class Cast(Struct, frozen=True, kw_only=True, gc=False):
    """The figures of one document, and its company: the words of all names in it with weights, at most of length 1."""

    document: str
    published: date | None
    figures: tuple[Figure, ...]
    company: Mapping[str, float]


def cast(extraction: Extraction, resolution: Resolution) -> Cast:
    """Who plays a part in a document."""
    entities = {span: entity for span, entity, _ in resolution.links}
    mentions: dict[str, list[EntityMention]] = {}
    sexes: dict[str, set[str]] = {}
    for mention in extraction.entities:
        entity = entities.get(mention.span)
        if entity is None or ":" in entity:
            continue
        if mention.gender in _SEXES:
            sexes.setdefault(entity, set()).add(mention.gender)
        if mention.kind is not _PRONOMINAL:
            mentions.setdefault(entity, []).append(mention)
    text = extraction.document.text
    owners = _Owners(extraction.entities, entities, text)
    speaking = {attribution.authority for attribution in extraction.attributions}
    figures = (
        replace(_figure(entity, resolution.document, group, text, owners), sex=_one(sexes.get(entity, ())))
        for entity, group in sorted(mentions.items())
        if not _is_anybody([each.span for each in group], speaking, text)
    )
    return Cast(
        document=resolution.document,
        published=extraction.document.date,
        figures=tuple(figure for figure in figures if figure.words),
        company=_company(extraction.entities, entities),
    )


def _one(sexes: Collection[str]) -> str | None:
    return next(iter(sexes)) if len(sexes) == 1 else None


def _is_anybody(spans: Sequence[Span], speaking: Container[Span | None], text: str) -> bool:
    """Whether somebody is told of in such words that no other document can be known to mean the same."""
    if all(_ANY.match(text, span.start) for span in spans):
        return True
    return any(span in speaking for span in spans) and all(_ONE.match(text, span.start) for span in spans)


def _figure(entity: str, document: str, mentions: Sequence[EntityMention], text: str, owners: _Owners) -> Figure:
    named = [m for m in mentions if m.kind is _NAMED]
    names = {m.name for m in named if " " in m.name}
    # A name with another of the same entity before its end holds the verb of a headline ("Mira Dahl Opens").
    named = [m for m in named if not any(f"{name} " in m.name for name in names)] if len(names) > 1 else named
    called = named or mentions
    fullest = called[0] if len(called) == 1 else max(called, key=lambda m: (len(spelled(m.name)), -m.span.start))
    words = spelled(fullest.name)
    plural = fullest.number == "plural"
    return Figure(
        entity=entity,
        document=document,
        named=bool(named),
        kind=_kind(called),
        words=words,
        head=words[-1] if named and words else fullest.lemma,
        plural=plural,
        label=fullest.name,
        local=entity.endswith(f"-{document}"),
        counts=frozenset() if named else _counts(mentions, text),
        owned=not named and any(m.definite and not _ARTICLE.match(m.span.of(text)) for m in mentions),
        loose=plural and not named and all(_is_loose(m, text) for m in mentions),
        owners=frozenset() if named else owners.of(mentions),
    )


class _Owners:
    """Whose the things of a document are: who stands before the noun with a possessive, or behind it after "of"."""

    def __init__(self, mentions: Sequence[EntityMention], entities: Mapping[Span, str], text: str) -> None:
        self._text, self._entities = text, entities
        self._starting: dict[int, list[EntityMention]] = {}
        for mention in mentions:
            self._starting.setdefault(mention.span.start, []).append(mention)

    def of(self, mentions: Sequence[EntityMention]) -> frozenset[str]:
        """The ids of the owners that the knowledge base holds: others may be called otherwise in the next document."""
        ids = (self._entities.get(owner.span, "") for m in mentions for owner in self._owners(m))
        return frozenset(each for each in ids if ":" in each)

    def _owners(self, mention: EntityMention) -> Iterator[EntityMention]:
        start, head = mention.span.start, mention.head
        for other in self._starting.get(start, ()):
            end = other.span.end
            if end <= head.start and (other.kind is _PRONOMINAL or _POSSESSIVE.match(self._text, end)):
                yield other
        behind = _OF.match(self._text, head.end)
        for place in {behind.end(), behind.start(1)} if behind else ():
            yield from self._starting.get(place, ())


def _is_loose(mention: EntityMention, text: str) -> bool:
    """Whether no article tells which are meant, or a clause of their own does."""
    return not mention.definite or _RESTRICTED.match(text, mention.span.end) is not None


def _kind(mentions: Sequence[EntityMention]) -> str:
    kinds = [_KINDS.get(m.type or "", "thing") for m in mentions]
    if len(kinds) == 1:
        return kinds[0]
    times = Counter(kinds)
    return min(times, key=lambda kind: (-times[kind], kind == "thing", kind))


def _counts(mentions: Sequence[EntityMention], text: str) -> frozenset[str]:
    """The numbers that stand before the noun: "[23] pirates", "the [two] pirates", "a [36-year-old] climber"."""
    ages = {age for m in mentions for age in _AGED.findall(text, m.span.start, m.head.start) if m.number != "plural"}
    if ages:
        return frozenset(ages)
    plurals = (m for m in mentions if m.number == "plural")
    found = (word.lower() for m in plurals for word in _COUNT.findall(text, m.span.start, m.head.start))
    return frozenset(_DIGITS.get(word, word) for word in found)


def _company(mentions: Sequence[EntityMention], entities: Mapping[Span, str]) -> dict[str, float]:
    """The words of names: those of the knowledge base weigh less, since many documents share them."""
    counts: Counter[str] = Counter()
    known: set[str] = set()
    for mention in mentions:
        if mention.kind is _NAMED and mention.type not in _FAR:
            words = [w for w in spelled(mention.name) if len(w) >= _SHORTEST and w not in _WHEN]
            counts.update(words)
            if mention.type == "NORP" or ":" in entities.get(mention.span, ""):
                known.update(words)
    weights = {word: (1 + math.log(n)) * (_KNOWN if word in known else 1.0) for word, n in counts.items()}
    length = math.sqrt(_LEAST + sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}
