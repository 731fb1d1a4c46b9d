"""The frozen records that flow between the stages.

Two layers after GAF: the *text layer* is what is written (spans and mentions), the *graph layer* what it denotes
(entities, events, claims). Offsets count code points of ``Document.text``; the end is excluded. Every record of the
text layer has a span, and every record of the graph layer the spans that denote it: nothing stands without evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (get_type_hints reads it when records come back from JSON)
from enum import StrEnum

from kg.errors import ExtractionError


class BlockKind(StrEnum):
    """What a stretch of a document is; only headings, titles and paragraphs are parsed."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DATELINE = "dateline"
    FURNITURE = "furniture"


class Genre(StrEnum):
    """A report states facts in its outlet's voice; an opinion or a letter speaks for its author."""

    REPORT = "report"
    OPINION = "opinion"
    LETTER = "letter"


class MentionKind(StrEnum):
    """How an entity is mentioned."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOMINAL = "pronominal"


class RoleName(StrEnum):
    """The part played in one event: actor and recipient after PLOVER, theme after VerbNet."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    THEME = "theme"
    PLACE = "place"
    TIME = "time"
    AMOUNT = "amount"


class Polarity(StrEnum):
    """Whether an authority says that something happens or that it does not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure an authority is, after FactBank."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """In what way something is put forward; only what is asserted can be a fact."""

    ASSERTED = "asserted"
    REQUESTED = "requested"
    PROMISED = "promised"
    THREATENED = "threatened"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"


class Quotation(StrEnum):
    """Whether the words of an authority are given, paraphrased, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Factuality(StrEnum):
    """What an event amounts to over all its claims, after FactBank."""

    FACT = "fact"
    COUNTERFACT = "counterfact"
    DISPUTED = "disputed"
    UNCOMMITTED = "uncommitted"


class TimePrecision(StrEnum):
    """How exactly a time is known; ``publication`` says that only the day of publication bounds it."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` of a document's text, end excluded.

    >>> Span(11, 19).of("The US and Pakistan met.")
    'Pakistan'

    :raises ExtractionError: when the span is empty or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"span {self.start}-{self.end} is empty or negative; expected 0 <= start < end"
            raise ExtractionError(message)

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


# ------------------------------------------------------------------------------------------------ documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A title, heading, paragraph, dateline or piece of furniture of a document."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article.

    ``text`` is kept as it was read: cleaning adds ``blocks`` and metadata, never changes a character. ``name`` is what
    the input called it (a path, an ``id`` field); it is no part of the identity, which ``ids.document_id`` makes from
    text, outlet, URL, date and title. ``blocks`` are sorted and do not overlap; before cleaning there are none.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: date | None = None
    url: str | None = None
    language: str | None = None
    genre: Genre | None = None
    dateline: str | None = None
    blocks: tuple[Block, ...] = ()


# ------------------------------------------------------------------------------------------------ text layer


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A span taken to denote a person, body, place, group or thing.

    ``head`` is the span of its head word, ``name`` the words that name it (no article, title or count), ``type`` the
    NER label where there is one. ``number`` and ``gender`` are what the words themselves show. ``apposition`` is the
    span of another mention that the text puts beside it for the same thing; ``origin`` the words of the demonym in
    "Afghan refugees"; ``speaker`` the span of the authority that "we" or "I" inside a quotation stands for.
    """

    span: Span
    kind: MentionKind
    head: Span
    lemma: str
    name: str
    type: str | None = None
    number: str | None = None
    gender: str | None = None
    definite: bool = False
    generic: bool = False
    apposition: Span | None = None
    origin: str | None = None
    speaker: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part of an event: ``words`` is the whole phrase, ``span`` its head phrase.

    ``mention`` is the span of the entity mention, ``event`` the trigger span of the event mention that fills the role;
    a time or an amount has neither. ``pattern`` names the rule that found it.
    """

    name: RoleName
    span: Span
    words: Span
    pattern: str
    mention: Span | None = None
    event: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Money or a count: ``value``, or ``minimum`` and ``maximum``; ``currency`` in ISO 4217 for money.

    ``counts`` is the span of the mention that is counted, ``purpose`` the words that say what money is for.
    """

    span: Span
    value: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    percent: bool = False
    qualifier: str | None = None
    counts: Span | None = None
    purpose: str | None = None
    event: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A stretch of days, both bounds included; ``span`` is the words it was read from."""

    span: Span
    earliest: date | None
    latest: date | None
    precision: TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A span, the trigger, taken to denote something said to have happened.

    ``action`` is the verb lemma (a phrasal or light verb in whole: "call on", "take a position"), ``type`` and ``mode``
    the PLOVER codes, ``lexeme`` the entry of the lexicon that decided them. ``polarity``, ``certainty``, ``future`` and
    ``modality`` are as the innermost authority puts it. ``cue`` is the trigger of the event whose content it is
    ("urged" for "prioritise"), and ``reasons`` the words and rules behind its factuality. ``confidence`` is the
    probability, 0 to 1, that the record is right.
    """

    span: Span
    sentence: Span
    action: str
    nominal: bool = False
    type: str | None = None
    mode: str | None = None
    lexeme: str | None = None
    roles: tuple[Role, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    modality: Modality = Modality.ASSERTED
    cue: Span | None = None
    reciprocal: bool = False
    time: Time | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who claims what by which words: cue, authority and content, after PolNeAR.

    ``content`` is one span for each stretch of the content, sorted; ``authority`` the span of an entity mention;
    ``events`` the triggers inside the content that this attribution is the innermost one of; ``saying`` the trigger of
    the speech event; ``head`` the trigger of the content's main clause, where it has one; ``pattern`` the rule that
    found it.
    """

    content: tuple[Span, ...]
    quotation: Quotation
    cue: Span | None = None
    authority: Span | None = None
    saying: Span | None = None
    head: Span | None = None
    events: tuple[Span, ...] = ()
    pattern: str = ""

    def __post_init__(self) -> None:
        if not self.content:
            message = "an attribution without content; expected at least one span of what is claimed"
            raise ExtractionError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A person's office or role in a body, as the text says it: "State Department spokesperson Matthew Miller"."""

    span: Span
    person: Span
    role: str
    body: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """An open triple, as words of the text."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was read from one document; every tuple is sorted by span.

    ``dropped`` counts by reason what could not be decided and was left out.

    :raises ExtractionError: when a sentence, entity or event lies outside the document's text.
    """

    document: Document
    sentences: tuple[Span, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        spans = (*self.sentences, *(e.span for e in self.entities), *(e.span for e in self.events))
        outside = next((span for span in spans if span.end > len(self.document.text)), None)
        if outside is not None:
            message = f"span {outside.start}-{outside.end} ends behind a text of {len(self.document.text)} code points"
            raise ExtractionError(message)


# ------------------------------------------------------------------------------------------------ graph layer


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class MentionRef:
    """A mention of one document, by the document's id and the mention's span."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body, place, group or thing: ``id`` as in the knowledge base (``gov:us-department-of-state``).

    ``known`` says that the knowledge base holds it; else ``label`` and ``type`` come from the mentions. ``origin`` is
    the id of the state that a population group comes from. ``links`` tells for each mention which sieve led here.
    """

    id: str
    label: str
    type: str
    known: bool = False
    origin: str | None = None
    mentions: tuple[MentionRef, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's role in a body (W3C ORG), with the mention of it as evidence."""

    person: str
    role: str
    body: str | None
    mention: MentionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """What fills a role of one event mention: an entity's id, an event's mention, or only words."""

    role: RoleName
    mention: MentionRef
    words: str
    entity: str | None = None
    event: MentionRef | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """One event mention with its roles resolved to entities: the tuple that a plain triple may be read from."""

    mention: MentionRef
    action: str
    type: str | None
    mode: str | None
    participants: tuple[Participant, ...]
    reciprocal: bool
    time: Time | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one authority said in one document. Claims are never merged.

    ``authority`` is an entity id, or the document's id where the speaker of a document's own voice is unknown;
    ``own_voice`` says that it is the document's own. ``event`` is the mention of the event claimed, ``said_in`` that of
    the speech event; a quotation that holds no event has only ``text``.
    """

    mention: MentionRef
    authority: str
    own_voice: bool = False
    genre: Genre | None = None
    event: MentionRef | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    said_in: MentionRef | None = None
    on_behalf_of: str | None = None
    quotation: Quotation | None = None
    text: str | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One document resolved: what its mentions denote. ``entities`` are sorted by id, the rest by mention.

    ``links`` says of every entity mention of the document, also of those that no event needs, where it leads: its span,
    the entity's id, and the sieve that led there.
    """

    document: str
    links: tuple[tuple[Span, str, str], ...] = ()
    entities: tuple[Entity, ...] = ()
    readings: tuple[EventReading, ...] = ()
    claims: tuple[Claim, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something said to have happened: the readings that denote it, earliest first, and what its claims amount to.

    ``id`` is its earliest reading. ``reports`` counts the documents that report it, ``independent_reports`` leaves out
    opinions and letters.
    """

    id: MentionRef
    readings: tuple[EventReading, ...]
    factuality: Factuality
    reports: int
    independent_reports: int
