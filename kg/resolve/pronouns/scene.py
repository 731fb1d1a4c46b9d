"""What a document has mentioned, where and as what, while its pronouns are settled one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.ids import slug
from kg.model import Function, Genre, MentionKind, Quotation, RoleName, Span
from kg.resolve.linking import Link
from kg.resolve.places import Covers
from kg.resolve.voices import voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Attribution, Document, EntityMention, Extraction
    from kg.ontology import KnowledgeBase

_PRONOMINAL, _NAMED, _NOMINAL = MentionKind.PRONOMINAL, MentionKind.NAMED, MentionKind.NOMINAL
_OTHER, _SUBJECT = Function.OTHER, Function.SUBJECT
_ACTOR = RoleName.ACTOR
GENDERED = frozenset({"masculine", "feminine"})
PARTICIPANTS = frozenset({"first", "second"})
PERSON = "Person"
SPEAKS_FOR = re.compile(r"spokes(man|woman|person)|press secretary|representative|envoy", re.IGNORECASE)
# What stands in quotation marks, or in what the pipeline makes of them; the second mark may be left out.
_MARKED = re.compile(r"(?:[“\"]|'')((?:(?!'')[^”\"\n])+)(?:[”\"]|'')?")
_MARK = 2  # characters of a mark: "''"
_OPENS = frozenset("\"'“”‘’«»")
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_UNDERGOING = "subject of a passive"
_SUBJECTS = frozenset({"subject", _UNDERGOING, "shared subject", "relative clause"})


@dataclass(slots=True, kw_only=True)
class Scene:
    """Mentions by sentence, who did or said something, and the gender that each entity has shown so far.

    ``possible`` are the mentions of each sentence that pronouns may stand for, ``quoted`` the stretches of direct
    quotations, each with who says it, ``worked_in`` those that a sentence goes on with, ``told`` those of paraphrases
    (start, end, authority), ``named`` the entity or the words by which each mention is known, ``contested`` the
    pronouns inside a sentence that may mean another who is named in it too, ``neuter`` the entities that were "it".
    ``found`` grows while pronouns are settled; ``reach`` is how many sentences back an antecedent may stand,
    ``least``, of a plural ``least_plural`` and of a remote one ``least_remote`` how likely it must be, 0 to 1.
    """

    extraction: Extraction
    mentions: Sequence[EntityMention]
    found: dict[Span, Link]
    knowledge: KnowledgeBase
    reach: int
    least: float
    least_plural: float
    least_remote: float
    margin: float
    margin_of_person: float
    at: dict[Span, EntityMention] = field(default_factory=dict)
    place: dict[Span, int] = field(default_factory=dict)
    by_sentence: dict[int, list[EntityMention]] = field(default_factory=dict)
    subjects: set[Span] = field(default_factory=set)
    inner: set[Span] = field(default_factory=set)
    opening: set[Span] = field(default_factory=set)
    doers: set[Span] = field(default_factory=set)
    undergoing: set[Span] = field(default_factory=set)
    speaking: set[Span] = field(default_factory=set)
    together: set[Span] = field(default_factory=set)
    unsure: set[Span] = field(default_factory=set)
    torn: set[Span] = field(default_factory=set)
    contested: set[Span] = field(default_factory=set)
    neuter: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    rivals: dict[Span, set[Span]] = field(default_factory=dict)
    said_by: dict[Span, list[Attribution]] = field(default_factory=dict)
    hearers: dict[Span, set[Span]] = field(default_factory=dict)
    quoted: list[tuple[Span, Span]] = field(default_factory=list)
    possible: dict[int, list[EntityMention]] = field(default_factory=dict)
    persons: dict[Span, bool] = field(default_factory=dict)
    named: dict[Span, str] = field(default_factory=dict)
    ends: dict[int, set[Span]] = field(default_factory=dict)
    told: list[tuple[int, int, Span]] = field(default_factory=list)
    worked_in: set[Span] = field(default_factory=set)
    authors: Sequence[tuple[Span, Link]] = ()

    def __post_init__(self) -> None:
        """Reads the document once."""
        self.at = {mention.span: mention for mention in self.mentions}
        widest: Span | None = None
        sentences = Covers(self.extraction.sentences)
        self.family = {m.name.rsplit(maxsplit=1)[-1] for m in self.mentions if self._has_family_name(m)}
        for mention in self.mentions:
            number = sentences.number(mention.head)
            self.place[mention.span] = number
            self.by_sentence.setdefault(number, []).append(mention)
            self.named[mention.span] = self._named(mention)
            pronoun = mention.kind is _PRONOMINAL
            if mention.kind is _NAMED:
                self.ends.setdefault(mention.span.end, set()).add(mention.span)
            relative = pronoun and mention.apposition is not None and mention.span not in self.found
            if not relative and mention.gender not in PARTICIPANTS:
                self.possible.setdefault(number, []).append(mention)
            if widest is not None and widest.covers(mention.span) and widest != mention.span:
                self.inner.add(mention.span)
            else:
                widest = mention.span
            self.learn(mention)
            if not pronoun:
                key = self.key(mention)
                self.times[key] = self.times.get(key, 0) + 1
        self.opening = set(self._opening())
        self._read_events()
        self._read_sayings()
        self.authors = _authors(self.extraction.document, self.knowledge)

    def _opening(self) -> Iterator[Span]:
        """The persons named first in a sentence, before a comma: its subjects, whatever the parse makes of them."""
        text = self.extraction.document.text
        for mentions in self.by_sentence.values():
            first = min(mentions, key=lambda m: (m.span.start, -m.span.end))
            if first.kind is _NAMED and first.type == "PERSON" and text.startswith(",", first.span.end):
                yield first.span

    def _read_events(self) -> None:
        events = self.extraction.events
        self.subjects = {r.mention for e in events for r in e.roles if r.mention and r.pattern in _SUBJECTS}
        self.undergoing = {r.mention for e in events for r in e.roles if r.mention and r.pattern == _UNDERGOING}
        self.rivals = _co_parties(self.extraction)
        self.doers = _doers(self.extraction)
        self.together = _together(self.extraction)

    def _read_sayings(self) -> None:
        text = self.extraction.document.text
        for attribution in self.extraction.attributions:
            teller = attribution.authority
            if teller is None:
                continue
            self.hearers.setdefault(teller, set()).update(self._hearers(attribution))
            self.speaking.add(teller)
            self.said_by.setdefault(teller, []).append(attribution)
            if attribution.quotation in {Quotation.DIRECT, Quotation.MIXED}:
                marks = _quoted if attribution.quotation is Quotation.DIRECT else in_marks
                marked = [within for part in attribution.content for within in marks(text, part)]
                self.quoted += [(within, teller) for within in marked]
                self.worked_in.update(within for within in marked if within not in attribution.content)
            else:
                self.told += [(start, end, teller) for start, end in attribution.content]
        self.subjects |= self.speaking

    def _hearers(self, attribution: Attribution) -> set[Span]:
        """Who stands right behind the word of saying, before what is said: "told *Dahl* that “he …”"."""
        cue, start = attribution.cue, attribution.content[0].start
        if cue is None or cue.end > start or attribution.authority not in self.place:
            return set()
        here = self.by_sentence[self.place[attribution.authority]]
        return {m.span for m in here if m.span.start == cue.end + 1 and m.span.end <= start}

    def key(self, mention: EntityMention) -> str:
        """The entity that a mention leads to, or the words that stand for it."""
        return self.named[mention.span]

    def lead(self, pronoun: EntityMention, link: Link) -> None:
        """Settles what a pronoun means."""
        self.found[pronoun.span] = link
        self.named[pronoun.span] = link.entity
        if pronoun.name.lower() in {"it", "its"}:
            self.neuter.add(link.entity)

    def _named(self, mention: EntityMention) -> str:
        link = self.found.get(mention.span)
        return link.entity if link is not None else f"{slug(mention.name)}?"

    def keys(self, spans: Sequence[Span] | set[Span]) -> set[str]:
        """The entities of some mentions."""
        return {self.named[span] for span in spans if span in self.named}

    def tellers(self, span: Span) -> set[Span]:
        """The authorities of what a span stands in as their paraphrased words."""
        first, last = span
        return {authority for start, end, authority in self.told if start <= first and last <= end}

    def spoken_for(self) -> dict[str, Link]:
        """The one body that each person speaks for, by the person's id."""
        bodies: dict[str, dict[str, Link]] = {}
        for each in self.extraction.affiliations:
            person, body = self.found.get(each.person), self.found.get(each.body) if each.body else None
            if person is not None and body is not None and SPEAKS_FOR.search(each.role):
                bodies.setdefault(person.entity, {})[body.entity] = body
        return {person: next(iter(found.values())) for person, found in bodies.items() if len(found) == 1}

    def learn(self, mention: EntityMention) -> None:
        """The gender that a title, a given name or a noun shows of an entity; the first to show one tells."""
        gender = self.shown(mention)
        if gender is not None:
            self.genders.setdefault(self.key(mention), gender)

    def _has_family_name(self, mention: EntityMention) -> bool:
        """Whether a person's name stands behind another word of it: what is a given name elsewhere is none here."""
        if mention.type != "PERSON" or mention.kind is not _NAMED:
            return False
        before = mention.span.of(self.extraction.document.text).removesuffix(mention.name).strip()
        return " " in mention.name or (before[:1].isupper() and mention.gender is None)

    def shown(self, mention: EntityMention) -> str | None:
        """The gender that a pronoun, a title, a given name or a noun shows."""
        if mention.kind is _PRONOMINAL or mention.gender is not None:
            return mention.gender if mention.gender in GENDERED else None
        if mention.kind is _NOMINAL:
            return self.knowledge.genders.get(mention.lemma)
        link = self.found.get(mention.span)
        name = link.label if link is not None and link.type == PERSON else mention.name
        lone = mention.type == "PERSON" and name not in self.family
        first = name.split(maxsplit=1)[0] if " " in name or lone else ""
        return self.knowledge.genders.get(first)

    def function(self, mention: EntityMention) -> Function:
        """What a mention is in its clause, by the parse or by the part it plays."""
        if mention.standing is not None and mention.standing.function is not _OTHER:
            return mention.standing.function
        return _SUBJECT if mention.span in self.subjects or mention.span in self.opening else _OTHER


def _doers(extraction: Extraction) -> set[Span]:
    """What does something, says something or is asked to do it; any other "it" may be a thing or a whole clause."""
    events = (e for e in extraction.events if not e.action.startswith("be "))
    roles = (r for e in events for r in e.roles if r.name in _PARTIES)
    spans = {r.mention for r in roles if r.mention and r.pattern != _UNDERGOING}
    return spans | {a.authority for a in extraction.attributions if a.authority}


def in_marks(text: str, part: Span) -> list[Span]:
    """What stands in quotation marks in a part of the text; the part may leave out the marks at its ends."""
    start, out = max(part.start - _MARK, 0), []
    for found in _MARKED.finditer(text, start, part.end):
        first, last = max(found.start(1), part.start), min(found.end(1), part.end)
        if first < last:
            out.append(Span(first, last))
    return out


def _quoted(text: str, part: Span) -> list[Span]:
    """What of a direct quotation is quoted: all of it, or where words of the text open it, what stands in its marks.

    A transcript may set off only the names in what somebody says.
    """
    if not _OPENS.isdisjoint(text[max(part.start - _MARK, 0) : part.start + 1]):
        return [part]
    marked = in_marks(text, part)
    return marked if len(marked) == 1 and part.end - marked[0].end <= _MARK else [part]


def _together(extraction: Extraction) -> set[Span]:
    """Parties that did one thing together: "X and Y agreed"."""
    out: set[Span] = set()
    for event in extraction.events:
        actors = {r.mention for r in event.roles if r.mention is not None and r.name is _ACTOR}
        if len(actors) > 1:
            out |= actors
    return out


def _co_parties(extraction: Extraction) -> dict[Span, set[Span]]:
    """The other parties of each one's events: "X met him" is not about X meeting X."""
    out: dict[Span, set[Span]] = {}
    for event in extraction.events:
        spans = {r.mention for r in event.roles if r.mention and r.name in _PARTIES}
        for span in spans:
            out.setdefault(span, set()).update(spans - {span})
    return out


def _authors(document: Document, knowledge: KnowledgeBase) -> list[tuple[Span, Link]]:
    """Whom "I" means outside quotations, stretch by stretch: the author of an opinion, who signed a letter."""
    if document.genre not in {Genre.OPINION, Genre.LETTER}:
        return []
    if document.author is not None:
        whole = Span(0, len(document.text))
        return [(whole, Link(entity=slug(document.author), label=document.author, type=PERSON, sieve="author"))]
    own = voices(document, knowledge, "")
    names = dict(own.signers)
    return [
        (stretch, Link(entity=voice, label=names[voice], type=PERSON, sieve="author"))
        for stretch, voice in own.stretches
        if voice in names
    ]
