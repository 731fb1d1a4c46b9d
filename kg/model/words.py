"""The words that a record may use: closed lists, the same in code, JSON and the ontology.

Python 3.11 takes as long to look up a member as to call a function, so rules that ask every mention or role for its
word hold the members that they ask for in names of their own (``_NAMED = MentionKind.NAMED``).
"""

from enum import StrEnum


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


class Function(StrEnum):
    """What a mention is in its clause, after Universal Dependencies; an expletive stands for nobody ("it seems")."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    COMPLEMENT = "complement"
    POSSESSOR = "possessor"
    PREDICATE = "predicate"
    MODIFIER = "modifier"
    EXPLETIVE = "expletive"
    OTHER = "other"


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


class Verdict(StrEnum):
    """What a person decided on whether two ids denote one thing, after nomenklatura."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class TimePrecision(StrEnum):
    """How exactly a time is known; ``publication`` says that only the day of publication bounds it."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    PUBLICATION = "publication"
