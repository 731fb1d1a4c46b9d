"""Rows of queries as what a report shows: events with their parties, evidence with its roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.report.asking import words
from kg.report.marking import Mark, Piece, pieces, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.report.asking import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An event at a glance: who did what to whom, when, in how many reports, and what it amounts to."""

    event: str
    action: str
    factuality: str
    earliest: str
    latest: str
    reports: str
    parties: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence that tells an event, its trigger and roles marked; ``trigger`` is its words."""

    mention: str
    start: str
    end: str
    trigger: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A document that tells an event, with its sentences; what is not known of it is empty."""

    document: str
    title: str
    outlet: str
    url: str
    genre: str
    published: str
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two mentions of one event, by IRI: their score, 0 to 1, what it is made of, and what a person decided."""

    left: str
    right: str
    score: float
    features: tuple[tuple[str, float], ...]
    verdict: str = ""


def statements(rows: Iterable[Row]) -> list[Statement]:
    """The events of rows, in their order; several rows tell the parties of one."""
    found: dict[str, Statement] = {}
    for row in rows:
        made = found.setdefault(
            row["event"],
            Statement(
                event=row["event"],
                action=words(row["action"]),
                factuality=words(row["factuality"]),
                earliest=row["earliest"],
                latest=row["latest"],
                reports=row["reports"],
            ),
        )
        if row["role"]:
            # An event within an event shows what it amounts to as well.
            name = f"{words(row['name'])} ({words(row['its'])})" if row["role"] == "event" else row["name"]
            names = made.parties.setdefault(row["role"], [])
            if name not in names:
                names.append(name)
    return list(found.values())


def tellings(rows: Iterable[Row]) -> list[Telling]:
    """The documents of rows, in their order, each with its sentences; several rows tell the roles of one mention."""
    documents: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        documents.setdefault(row["document"], {}).setdefault(row["mention"], []).append(row)
    return [_telling(document, list(mentions.values())) for document, mentions in documents.items()]


def _telling(document: str, mentions: Sequence[Sequence[Row]]) -> Telling:
    row = mentions[0][0]
    return Telling(
        document=document,
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        genre=words(row["genre"]) if row["genre"] else "",
        published=row["published"],
        sentences=tuple(map(_evidence, mentions)),
    )


def _evidence(held: Sequence[Row]) -> Evidence:
    row = held[0]
    start, end, first = int(row["start"]), int(row["end"]), int(row["first"])
    roles = {
        Mark(start=int(each["from"]), end=int(each["to"]), name=words(each["role"]).removesuffix("Mention"))
        for each in held
        if each["role"]
    }
    return Evidence(
        mention=row["mention"],
        start=row["start"],
        end=row["end"],
        trigger=row["sentence"][start - first : end - first],
        pieces=pieces(row["sentence"], [Mark(start=start, end=end, name="trigger"), *roles], first=first),
    )


def marks(rows: Iterable[Row], text: str) -> list[Mark]:
    """What is mentioned in the text of a document: entities, events with their factuality, quotations."""
    out = []
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        if row["action"]:
            factuality = words(row["factuality"])
            about = f"{words(row['action'])} ({factuality})"
            out.append(Mark(start=start, end=end, name=f"event {factuality}", about=about, it=row["thing"]))
        elif row["quotation"]:
            about = f"{words(row['quotation'])} quotation"
            if words(row["quotation"]) != "indirect":
                start, end = quoted(text, start, end)
            out.append(Mark(start=start, end=end, name="quote", about=about))
        else:
            out.append(Mark(start=start, end=end, name="entity", about=row["label"]))
    return out
