"""Rows of queries as what a report shows: events with their parties, evidence with its roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.report.asking import words
from kg.report.marking import Mark, Piece, pieces, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """A sentence that tells an event, its trigger and roles marked."""

    mention: str
    document: str
    title: str
    published: str
    start: str
    end: str
    pieces: tuple[Piece, ...]


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


def evidence(rows: Iterable[Row]) -> list[Evidence]:
    """The mentions of rows, in their order; several rows tell the roles of one."""
    told: dict[str, list[Row]] = {}
    for row in rows:
        told.setdefault(row["mention"], []).append(row)
    out = []
    for mention, held in told.items():
        row = held[0]
        marks = [Mark(start=int(row["start"]), end=int(row["end"]), name="trigger")]
        marks += [
            Mark(start=int(each["from"]), end=int(each["to"]), name=words(each["role"]).removesuffix("Mention"))
            for each in held
            if each["role"]
        ]
        out.append(
            Evidence(
                mention=mention,
                document=row["document"],
                title=row["title"],
                published=row["published"],
                start=row["start"],
                end=row["end"],
                pieces=pieces(row["sentence"], marks, first=int(row["first"])),
            )
        )
    return out


def marks(rows: Iterable[Row], text: str) -> list[Mark]:
    """What is mentioned in the text of a document: entities, events with their factuality, quotations."""
    out = []
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        if row["action"]:
            factuality = words(row["factuality"])
            about = f"{words(row['action'])} ({factuality})"
            out.append(Mark(start=start, end=end, name=f"event {factuality}", about=about))
        elif row["quotation"]:
            about = f"{words(row['quotation'])} quotation"
            if words(row["quotation"]) != "indirect":
                start, end = quoted(text, start, end)
            out.append(Mark(start=start, end=end, name="quote", about=about))
        else:
            out.append(Mark(start=start, end=end, name="entity", about=row["label"]))
    return out
