"""Closed classes of words that decide how a phrase is read."""

from __future__ import annotations

from kg.extract.valency import PARTITIVE

# "a group of envoys" is about the envoys: nothing more is said by "met a group of | envoys".
QUANTITIES = PARTITIVE | {
    "amount",
    "amounts",
    "array",
    "batch",
    "bit",
    "bunch",
    "bulk",
    "class",
    "cluster",
    "clutch",
    "collection",
    "combination",
    "couple",
    "crowd",
    "deal",
    "dozen",
    "fraction",
    "groups",
    "half",
    "hundred",
    "kind",
    "kinds",
    "lot",
    "lots",
    "mass",
    "mix",
    "mixture",
    "much",
    "numbers",
    "pair",
    "pairs",
    "parts",
    "percent",
    "percentage",
    "piece",
    "pieces",
    "plenty",
    "portion",
    "proportion",
    "quarter",
    "quarters",
    "range",
    "set",
    "sets",
    "share",
    "slew",
    "sort",
    "sorts",
    "string",
    "team",
    "third",
    "thirds",
    "thousand",
    "tons",
    "total",
    "type",
    "types",
    "variety",
}

# Prepositional phrases that join clauses and say nothing of the event, the determiner left out: "as a result".
CONNECTIVES = frozenset(
    {
        "above all",
        "after all",
        "as consequence",
        "as matter",
        "as result",
        "as rule",
        "as whole",
        "at all",
        "at first",
        "at last",
        "at least",
        "at most",
        "at rate",
        "by chance",
        "by comparison",
        "by contrast",
        "by means",
        "by way",
        "for certain",
        "for example",
        "for instance",
        "for sure",
        "for starters",
        "in addition",
        "in all",
        "in case",
        "in comparison",
        "in conclusion",
        "in contrast",
        "in effect",
        "in essence",
        "in fact",
        "in general",
        "in meantime",
        "in order",
        "in particular",
        "in place",
        "in practice",
        "in principle",
        "in reality",
        "in return",
        "in short",
        "in sum",
        "in theory",
        "in total",
        "in turn",
        "in way",
        "in words",
        "of course",
        "on average",
        "on contrary",
        "on hand",
        "on whole",
        "to date",
        "to extent",
        "with respect",
    }
)

# Nouns that a relative clause without a pronoun qualifies as time, place or manner: "the day the envoy left".
OCCASIONS = frozenset(
    {"day", "days", "hour", "minute", "moment", "month", "morning", "night", "place", "reason", "time", "way", "week"}
    | {"weekend", "year", "years"}
)

# Adverbs that turn or weaken the verb stay with it; others leave the relation.
DOWNTONERS = frozenset(
    {"allegedly", "almost", "barely", "hardly", "nearly", "never", "purportedly", "rarely", "reportedly", "scarcely"}
    | {"seldom", "supposedly"}
)

# What one conjunct does or is, the other is not: "a truce but no peace", "talks rather than war".
CONTRASTS = frozenset({"but", "nor", "than"})

# Verbs whose subject does what the infinitive says, even where they have an object: "promised Sudria to leave".
COMMITMENTS = frozenset({"pledge", "promise", "swear", "threaten", "vow"})
