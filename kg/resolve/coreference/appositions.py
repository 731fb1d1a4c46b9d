"""Sieves over what stands beside another for the same thing: appositions and relative pronouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import EntityMention, Span
    from kg.resolve.linking import Link

_NOMINAL, _NAMED, _PRONOMINAL = MentionKind.NOMINAL, MentionKind.NAMED, MentionKind.PRONOMINAL
_PERSON = "Person"
_PLACES = frozenset({"GPE", "LOC"})
_LANDS = frozenset({"City", "State", "Territory"})
# What is said of a land or a town beside its name: "Sudria, the largest exporter of wool".
_OF_LANDS = frozenset(
    {"ally", "birthplace", "buyer", "capital", "city", "colony", "consumer", "country", "democracy", "dictatorship"}
    | {"donor", "economy", "emirate", "enclave", "exclave", "exporter", "hamlet", "home", "homeland", "host", "hub"}
    | {"importer", "island", "kingdom", "land", "market", "member", "metropolis", "monarchy", "nation", "neighbor"}
    | {
        "neighbour",
        "partner",
        "place",
        "port",
        "power",
        "producer",
        "province",
        "region",
        "republic",
        "resort",
        "rival",
    }
    | {"sheikhdom", "state", "stronghold", "suburb", "superpower", "supplier", "territory", "town", "village"}
)
# Between a noun and the name beside it, and behind the name.
_COMMA = re.compile(r", (?:the [a-z]+ |state )?")
_CLOSED = re.compile(r"[,.;)]| \(| [–—]|$")


def _unlike(mention: EntityMention, link: Link | None) -> bool:
    """Whether a plural stands beside one person or known land, or what is no place beside that.

    As in "the talks with Miller, events that …" and "a clerk in Port Vell, Sudria".
    """
    if link is None or not (link.known and link.type in _LANDS):
        return link is not None and link.type == _PERSON and mention.number == "plural"
    if mention.kind is _NAMED:
        return mention.type not in _PLACES
    return mention.number == "plural" or mention.lemma.lower() not in _OF_LANDS


def appositions(mentions: Sequence[EntityMention], found: dict[Span, Link], text: str) -> None:
    """As in "Mira Dahl, the harbour master": what the text puts beside another for the same thing."""
    _parsed(mentions, found)
    _written(mentions, found, text)


def _parsed(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """What the parse puts beside another."""
    beside = {mention.span: mention for mention in mentions if mention.kind is not _PRONOMINAL}
    places = {m.span for m in mentions if m.kind is _NAMED and m.type in _PLACES}
    for mention in mentions:
        other = mention.apposition
        if other is None or mention.kind is _PRONOMINAL or {mention.span, other} <= places:
            continue  # "Moscow, Idaho" are two places
        if _unlike(mention, found.get(other)) or (other in beside and _unlike(beside[other], found.get(mention.span))):
            continue
        if mention.span in found and other not in found:
            found[other] = replace(found[mention.span], sieve="apposition")
        elif other in found and mention.span not in found:
            found[mention.span] = replace(found[other], sieve="apposition")


def relative_pronouns(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """As in "Mira Dahl, who …": the one that the clause is about."""
    for mention in mentions:
        if mention.kind is _PRONOMINAL and mention.apposition in found:
            found[mention.span] = replace(found[mention.apposition], sieve="relative pronoun")


def _written(mentions: Sequence[EntityMention], found: dict[Span, Link], text: str) -> None:
    """A noun of one person right before the whole name between commas: "his niece, state judge Mira Dahl, …"."""
    names = {m.span.start: m for m in mentions if m.kind is _NAMED and m.type == "PERSON" and " " in m.name}
    for mention in mentions:
        one = mention.kind is _NOMINAL and mention.type == "PERSON" and mention.number == "singular"
        comma = _COMMA.match(text, mention.span.end) if one and mention.span not in found else None
        name = names.get(comma.end()) if comma else None
        if name is None or not _CLOSED.match(text, name.span.end):
            continue
        own = found.get(name.span)
        if own is not None and own.type == _PERSON:
            found[mention.span] = replace(own, sieve="apposition")
