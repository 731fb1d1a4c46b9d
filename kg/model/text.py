"""The text layer: what is written. Every record has a span."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from kg.errors import ExtractionError
from kg.model.documents import Document, Span
from kg.model.words import Certainty, Function, MentionKind, Modality, Polarity, Quotation, RoleName, TimePrecision


class Standing(Struct, frozen=True, kw_only=True, gc=False):
    """Where a mention stands in its sentence.

    ``clause`` is the span of the verb over it, ``joined`` says that it is coordinated with another. ``subjects`` are,
    of a pronoun, the mentions that are or are understood as the subject of its clause; of a noun, whom a clause says to
    be it ("*X* is the guard who …"). Of a pronoun alone: ``following`` is the subject that the opening phrase or clause
    with it stands before ("In her speech, X …"), ``above`` the subjects of the
    clauses that its clause hangs on, the nearest first ("X left after she spoke"), ``owner`` whose the noun is that
    its own phrase hangs on ("X's view of her past"), ``likened`` who is said to be what it owns ("X is her sister"), or
    by whom something was done to the one it means ("Asked by X, she said …").
    """

    function: Function
    clause: Span | None = None
    joined: bool = False
    subjects: tuple[Span, ...] = ()
    following: Span | None = None
    above: tuple[Span, ...] = ()
    owner: Span | None = None
    likened: tuple[Span, ...] = ()


class EntityMention(Struct, frozen=True, kw_only=True, gc=False):
    """A span taken to denote a person, body, place, group or thing.

    ``head`` is the span of its head word, ``name`` the words that name it (no article, title or count), ``type`` the
    NER label where there is one. ``number`` and ``gender`` are what the words themselves show. ``apposition`` is the
    span of another mention that the text puts beside it for the same thing; ``origin`` the words of the demonym in
    "Afghan refugees"; ``speaker`` the span of the authority that "we" or "I" inside a quotation stands for.
    ``standing`` is what the parse says of its place.
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
    apposition: Span | None = None
    origin: str | None = None
    speaker: Span | None = None
    standing: Standing | None = None


class Role(Struct, frozen=True, kw_only=True, gc=False):
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


class Quantity(Struct, frozen=True, kw_only=True, gc=False):
    """Money, a percentage or a count: ``value``, or ``minimum`` or ``maximum`` or both.

    ``currency`` is in ISO 4217 for money. ``counts`` is the span of the mention that is counted or of which it is a
    share; ``unit`` is "percent", "percentage point" or "basis point", of money what it is paid for each of ("ton"),
    else the lemma of a counted noun that is no mention ("yard"). ``purpose`` are the words that say what money is for.
    """

    span: Span
    value: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    counts: Span | None = None
    purpose: str | None = None
    event: Span | None = None


class Time(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of days, both bounds included and either open; ``span`` is the words it was read from.

    ``duration`` is how long something took, in the form of xsd:duration; without bounds, that is all the text tells.
    """

    span: Span
    earliest: date | None
    latest: date | None
    precision: TimePrecision
    duration: str | None = None


class EventMention(Struct, frozen=True, kw_only=True, gc=False):
    """A span, the trigger, taken to denote something said to have happened.

    ``action`` is the verb lemma (a phrasal or light verb in whole: "call on", "take a position"), ``type`` and ``mode``
    the PLOVER codes, ``lexeme`` the entry of the lexicon that decided them. ``concerned`` are themes that take no
    part: whom it is about, inside its object, clause or topic. ``polarity``, ``certainty``, ``future`` and
    ``modality`` are as the innermost authority puts it. ``cue`` is the trigger of the event whose content it is
    ("urged" for "prioritise"), ``cue_class`` its class, ``quoted`` says that it stands in quotation marks, and
    ``reasons`` are the words and rules behind its factuality; ``undecided`` says that no rule could tell it,
    ``misread`` that the parse of its clause contradicts itself, ``lacking`` that its verb says little without what was
    not found beside it. ``confidence`` is the probability, 0 to 1, that the record is right.
    """

    span: Span
    sentence: Span
    action: str
    nominal: bool = False
    type: str | None = None
    mode: str | None = None
    lexeme: str | None = None
    roles: tuple[Role, ...] = ()
    concerned: tuple[Role, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    modality: Modality = Modality.ASSERTED
    cue: Span | None = None
    cue_class: str | None = None
    reciprocal: bool = False
    quoted: bool = False
    time: Time | None = None
    undecided: bool = False
    misread: bool = False
    lacking: bool = False
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()


class Attribution(Struct, frozen=True, kw_only=True, gc=False):
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


class Affiliation(Struct, frozen=True, kw_only=True, gc=False):
    """A person's office or role in a body, as the text says it: "State Department spokesperson Matthew Miller"."""

    span: Span
    person: Span
    role: str
    body: Span | None = None


class Proposition(Struct, frozen=True, kw_only=True, gc=False):
    """An open triple, as words of the text."""

    subject: str
    relation: str
    object: str


class Extraction(Struct, frozen=True, kw_only=True, gc=False):
    """All that was read from one document; every tuple is sorted by span.

    ``dropped`` counts by reason what could not be decided and was left out.

    :raises ExtractionError: when a sentence, entity or event covers nothing or lies outside the document's text.
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
        end = len(self.document.text)
        outside = [(start, stop) for start, stop in spans if not 0 <= start < stop <= end]
        if outside:
            start, stop = outside[0]
            message = f"span {start}-{stop} covers nothing, or ends behind the {end} code points of the text"
            raise ExtractionError(message)
