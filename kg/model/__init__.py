"""The frozen records that flow between the stages.

Two layers after GAF: the *text layer* is what is written (spans and mentions), the *graph layer* what it denotes
(entities, events, claims). They are msgspec's structs, which are made several times as fast as dataclasses: a document
makes thousands. Offsets count code points of ``Document.text``; the end is excluded. Every record of the text layer has
a span, and every record of the graph layer the spans that denote it: nothing stands without evidence.
"""

from kg.model.documents import Block, Document, Span
from kg.model.graph import (
    Candidate,
    Claim,
    Copy,
    Entity,
    Event,
    EventReading,
    Membership,
    MentionRef,
    Participant,
    Resolution,
    Story,
    Surroundings,
)
from kg.model.judgements import Judgement
from kg.model.parses import Parse
from kg.model.text import (
    Affiliation,
    Attribution,
    EntityMention,
    EventMention,
    Extraction,
    Proposition,
    Quantity,
    Role,
    Standing,
    Time,
)
from kg.model.words import (
    BlockKind,
    Certainty,
    Factuality,
    Function,
    Genre,
    MentionKind,
    Modality,
    Polarity,
    Quotation,
    RoleName,
    TimePrecision,
    Verdict,
)

__all__ = [
    "Affiliation",
    "Attribution",
    "Block",
    "BlockKind",
    "Candidate",
    "Certainty",
    "Claim",
    "Copy",
    "Document",
    "Entity",
    "EntityMention",
    "Event",
    "EventMention",
    "EventReading",
    "Extraction",
    "Factuality",
    "Function",
    "Genre",
    "Judgement",
    "Membership",
    "MentionKind",
    "MentionRef",
    "Modality",
    "Parse",
    "Participant",
    "Polarity",
    "Proposition",
    "Quantity",
    "Quotation",
    "Resolution",
    "Role",
    "RoleName",
    "Span",
    "Standing",
    "Story",
    "Surroundings",
    "Time",
    "TimePrecision",
    "Verdict",
]
