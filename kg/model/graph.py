"""The graph layer: what is denoted. Every record has the mentions that denote it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from kg.model.documents import Span
from kg.model.text import Quantity, Time
from kg.model.words import Certainty, Factuality, Genre, Modality, Polarity, Quotation, RoleName, Verdict


class MentionRef(Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A mention of one document, by the document's id and the mention's span."""

    document: str
    span: Span


class Entity(Struct, frozen=True, kw_only=True, gc=False):
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


class Membership(Struct, frozen=True, kw_only=True, gc=False):
    """A person's role in a body (W3C ORG), with the mention of it as evidence."""

    person: str
    role: str
    body: str | None
    mention: MentionRef


class Participant(Struct, frozen=True, kw_only=True, gc=False):
    """What fills a role of one event mention: an entity's id, an event's mention, or only words."""

    role: RoleName
    mention: MentionRef
    words: str
    entity: str | None = None
    event: MentionRef | None = None
    about: tuple[str, ...] = ()


class Surroundings(Struct, frozen=True, kw_only=True, gc=False):
    """What stands around an event mention: by it fusion tells one event from another.

    ``word`` is the stem of its trigger's first word, ``kin`` are the classes of actions that the action is of, sorted,
    ``speech`` says whether it is one of saying, and ``rarity`` how seldom its verb is, 0 to 1.
    ``words`` are the stems of its sentence with their weights, the sum of squares 1, sorted; ``persons`` the stems of
    the names of persons in it, ``days`` the weekdays that the event is dated by, ``numbers`` those of its sentence, all
    sorted. ``polarity``, ``modality`` and ``future`` are as the innermost authority puts the event; ``open`` says that
    it is only possible, or unknown.
    """

    word: str = ""
    kin: tuple[str, ...] = ()
    speech: bool = False
    rarity: float = 1.0
    words: tuple[tuple[str, float], ...] = ()
    persons: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    future: bool = False
    open: bool = False


class EventReading(Struct, frozen=True, kw_only=True, gc=False):
    """One event mention with its roles resolved to entities: the tuple that a plain triple may be read from."""

    mention: MentionRef
    action: str
    type: str | None
    mode: str | None
    participants: tuple[Participant, ...]
    reciprocal: bool
    time: Time | None
    published: date | None
    around: Surroundings = Surroundings()


class Story(Struct, frozen=True, kw_only=True, gc=False):
    """What a document is about, as fusion compares documents: stems with their weights, the sum of squares 1, sorted.

    ``names`` are those of its names alone. ``sketch`` is the MinHash of its text, empty where that is too short to tell
    a copy.
    """

    words: tuple[tuple[str, float], ...] = ()
    names: tuple[tuple[str, float], ...] = ()
    sketch: tuple[int, ...] = ()


class Claim(Struct, frozen=True, kw_only=True, gc=False):
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


class Resolution(Struct, frozen=True, kw_only=True, gc=False):
    """One document resolved: what its mentions denote. ``entities`` are sorted by id, the rest by mention.

    ``links`` says of every entity mention of the document, also of those that no event needs, where it leads: its span,
    the entity's id, and the sieve that led there. ``scores`` tells of those that lead to a known actor by their own
    words how sure that is, 0 to 1, and the features that made the score, each with its weight. ``left_out`` are the
    event mentions that denote nothing in the graph, each with the reason, and ``bare`` their readings, which only say
    what event a mention is of. ``story`` is what the document is about, ``published`` and ``genre`` are the document's
    own.
    """

    document: str
    links: tuple[tuple[Span, str, str], ...] = ()
    scores: tuple[tuple[Span, float, tuple[tuple[str, float], ...]], ...] = ()
    entities: tuple[Entity, ...] = ()
    readings: tuple[EventReading, ...] = ()
    claims: tuple[Claim, ...] = ()
    memberships: tuple[Membership, ...] = ()
    left_out: tuple[tuple[Span, str], ...] = ()
    bare: tuple[EventReading, ...] = ()
    story: Story = Story()
    published: date | None = None
    genre: Genre | None = None


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """Something said to have happened: the readings that denote it, earliest first, and what its claims amount to.

    ``id`` is its earliest reading. ``reports`` counts the documents that report it, ``independent_reports`` leaves out
    opinions, letters and copies. ``first_reported`` is the day of the earliest dated one.
    """

    id: MentionRef
    readings: tuple[EventReading, ...]
    factuality: Factuality
    reports: int
    independent_reports: int
    first_reported: date | None = None


class Candidate(Struct, frozen=True, kw_only=True, gc=False):
    """Two event mentions that may be of one event, with the score and the features that made it.

    ``left`` is the one that comes first where ids of events are chosen. ``score`` runs from 0 to 1; ``features`` are
    names with what each adds to or takes from the sum that the score is made of, sorted by name. ``fused`` says whether
    the two are of one event in the end, ``verdict`` what a person decided of just these two.
    """

    left: MentionRef
    right: MentionRef
    score: float
    features: tuple[tuple[str, float], ...]
    fused: bool
    verdict: Verdict | None = None


class Copy(Struct, frozen=True, kw_only=True, gc=False):
    """A document and the earliest one that has nearly the same text."""

    document: str
    original: str
