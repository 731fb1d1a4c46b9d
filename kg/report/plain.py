"""A report as plain text, for the terminal."""

from __future__ import annotations

import re
from textwrap import fill
from typing import TYPE_CHECKING, Any

from kg.report.asking import words
from kg.report.pages import LIMIT, PROPERTIES, short, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.ids import Ids
    from kg.report.asking import Row
    from kg.report.statements import Compared, Statement, Telling
    from kg.store import Graph

WIDE = 100  # characters of a line
# What would move the cursor of a terminal, or turn the order of letters round.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(graph: Graph, ids: Ids, iri: str, *, compared: Sequence[Compared] = (), limit: int = LIMIT) -> str:
    """A report on a document, an entity or an event, by its IRI, as text of lines of 100 characters at most.

    It holds what the page of ``html`` holds, but pictures, queries and the whole text of a document. What would steer a
    terminal is left out.
    """
    given = told(graph, ids, iri, limit=limit)
    lines = [given["title"], f"{given['kind']}  {short(iri, ids)}", "", *_facts(given["about"].rows, ids)]
    lines += _section("Statements", [line for each in given["statements"] for line in _statement(each, ids)])
    if given["kind"] == "event":
        lines += _section("Reports", [line for each in given["tellings"] for line in _telling(each, ids)])
        lines += _section("Scores", [line for pair in compared for line in _pair(pair, ids)])
    if given["kind"] == "entity":
        lines += _section("Offices and affiliations", [_office(row, ids) for row in given["offices"].rows])
    lines += _section("Claims", [line for row in given["claims"].rows for line in _claim(row, ids)])
    return "\n".join(_UNSEEN.sub(" ", line) for line in lines) + "\n"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _folded(text: str, indent: str = "      ") -> list[str]:
    return fill(" ".join(text.split()), WIDE, initial_indent=indent, subsequent_indent=indent).split("\n")


def _facts(rows: Iterable[Row], ids: Ids) -> list[str]:
    values: dict[str, list[str]] = {}
    for row in rows:
        value = row["name"] or (
            words(row["value"]) if row["value"].startswith(ids.prefixes["kg"]) else short(row["value"], ids)
        )
        values.setdefault(PROPERTIES.get(words(row["property"]), words(row["property"])), []).append(value)
    return [line for name, found in values.items() for line in _folded(f"{name}: {', '.join(found)}", "  ")]


def _statement(each: Statement, ids: Ids) -> Iterator[str]:
    doers, others = (", ".join(each.parties.get(role, ())) for role in ("actor", "recipient"))
    yield f"  {doers or 'somebody'} – {each.action}{f' → {others}' if others else ''}  [{each.factuality}]"
    for text in each.parties.get("words", [])[:2]:
        yield from _folded(f"“{text}”")
    about = [*each.parties.get("theme", ()), *each.parties.get("event", ())]
    if about:
        yield from _folded(f"about {', '.join(about)}")
    days = f"{each.earliest} – {each.latest}" if each.earliest not in {"", each.latest} else each.latest or "no date"
    by = "by " if each.latest and not each.earliest else ""
    reports = f", {each.reports} report{'' if each.reports == '1' else 's'}" if each.reports else ""
    yield f"      {by}{days}{reports}, {short(each.event, ids)}"


def _telling(each: Telling, ids: Ids) -> Iterator[str]:
    about = [part for part in (each.title, each.outlet, each.genre, each.published, each.url) if part]
    yield from _folded(", ".join([*about, short(each.document, ids)]), "  ")
    for line in each.sentences:
        marked = "".join(
            f"[{piece.text}]" if any(mark.name == "trigger" for mark in piece.marks) else piece.text
            for piece in line.pieces
        )
        yield from _folded(f"{marked} ({line.start}–{line.end})")


def _pair(pair: Compared, ids: Ids) -> Iterator[str]:
    judged = f", judged {pair.verdict}" if pair.verdict else ""
    yield f"  {pair.score:.2f}{judged}  {short(pair.left, ids)}  {short(pair.right, ids)}"
    yield from _folded(", ".join(f"{name} {weight:+.2f}" for name, weight in pair.features))


def _office(row: Row, ids: Ids) -> str:
    body = row["bodyName"] or (short(row["body"], ids) if row["body"] else "")
    return f"  {row['personName'] or short(row['person'], ids)}: {row['role']}{f', {body}' if body else ''}"


def _claim(row: Row, ids: Ids) -> Iterator[str]:
    who = row["authorityName"] or row["title"] or short(row["authority"], ids)
    negative = " that it is not so" if words(row["polarity"]) == "negative" else ""
    what = f": {words(row['action'])}  [{words(row['factuality'])}]" if row["event"] else ""
    yield f"  {who} – {words(row['modality'])}{negative}{what}"
    if row["text"]:
        yield from _folded(f"“{row['text']}”")
    parts: list[Any] = [words(row["certainty"]), "future" if row["future"] == "true" else "", row["published"]]
    yield f"      {', '.join(filter(None, [*parts, short(row['document'], ids)]))}"
