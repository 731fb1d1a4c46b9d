"""What stands in a report: of a document its text, of an entity its statements, of an event its claims."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.report import queries
from kg.report.asking import Answer, Desk, words
from kg.report.marking import pieces
from kg.report.statements import evidence, marks, statements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.ids import Ids
    from kg.store import Graph

_PROPERTIES = {
    "altLabel": "also called",
    "copyOf": "copy of",
    "eventType": "event type",
    "hasEarliestBeginTimeStamp": "not before",
    "hasLatestEndTimeStamp": "not after",
    "independentReportCount": "independent reports",
    "partOf": "part of",
    "reportCount": "reports",
    "sameAs": "same as",
    "timePrecision": "precision of the date",
}
LIMIT = 300  # statements, and claims, the latest first
_REFERENCE = re.compile(r'(\bid="|url\(#|href="#)')


def kind_of(iri: str, ids: Ids) -> str:
    """Whether an IRI is that of a document, an entity or an event; empty when of none.

    >>> from kg.ids import Ids
    >>> kind_of("https://w3id.org/newskg/entity/state-no", Ids())
    'entity'
    """
    spaces = {"doc": "document", "ent": "entity", "event": "event"}
    return next((kind for prefix, kind in spaces.items() if iri.startswith(ids.prefixes[prefix])), "")


def html(graph: Graph, ids: Ids, iri: str, *, pictures: Mapping[str, str], limit: int = LIMIT) -> str:
    """A report on a document, an entity or an event, by its IRI, as one HTML page.

    ``pictures`` are SVG by title, which an entity's report shows. The same graph gives the same page. Every value is
    escaped; nothing is loaded, no script runs.
    """
    desk = Desk(graph=graph, ids=ids, it=iri, limit=limit)
    kind = kind_of(iri, ids)
    about = desk.ask(queries.ABOUT)
    made = _MAKERS[kind](desk)
    title = _title(about, iri, kind, made)
    shown = {name: Markup(_inlined(svg, number)) for number, (name, svg) in enumerate(pictures.items())}  # noqa: S704 (drawn by kg.draw, which escapes words)
    template = _templates().get_template(f"{kind}.html")
    given = {"it": iri, "kind": kind, "title": title, "about": about, "pictures": shown, "limit": limit}
    return template.render(given | made, short=partial(_short, ids=ids))


def _document(desk: Desk) -> dict[str, Any]:
    text, found = desk.ask(queries.TEXT), desk.ask(queries.MENTIONS)
    whole = text.rows[0]["text"] if text.rows else ""
    told = desk.ask(queries.OF_DOCUMENT)
    return {
        "text": text,
        "mentions": found,
        "pieces": pieces(whole, marks(found.rows, whole)),
        "told": told,
        "statements": statements(told.rows),
        "claims": desk.ask(queries.CLAIMS_IN),
    }


def _entity(desk: Desk) -> dict[str, Any]:
    told = desk.ask(queries.OF_ENTITY)
    return {
        "told": told,
        "statements": statements(told.rows),
        "events": int(desk.ask(queries.HOW_MANY).rows[0]["events"]),
        "neighbours": desk.ask(queries.NEIGHBOURS),
        "offices": desk.ask(queries.OFFICES),
        "claims": desk.ask(queries.CLAIMS_BY),
    }


def _event(desk: Desk) -> dict[str, Any]:
    told, found = desk.ask(queries.EVENT), desk.ask(queries.EVIDENCE)
    return {
        "told": told,
        "statements": statements(told.rows),
        "found": found,
        "evidence": evidence(found.rows),
        "claims": desk.ask(queries.CLAIMS_OF),
        "contradicting": desk.ask(queries.CONTRADICTING),
    }


_MAKERS = {"document": _document, "entity": _entity, "event": _event}


def _title(about: Answer, iri: str, kind: str, made: Mapping[str, Any]) -> str:
    if kind == "event":
        for each in made["statements"]:
            doers, others = (", ".join(each.parties.get(role, ())) for role in ("actor", "recipient"))
            return " ".join(part for part in (doers, each.action, f"→ {others}" if others else "") if part)
    names = [row["value"] for ending in ("/title", "#label") for row in about.rows if row["property"].endswith(ending)]
    return next(iter(names), words(iri))


def _inlined(svg: str, number: int) -> str:
    """An SVG to stand in a page: without what stands before it, its ids apart from those of other pictures."""
    return _REFERENCE.sub(rf"\g<1>picture{number}-", svg[svg.index("<svg") :])


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"words": words, "property": lambda iri: _PROPERTIES.get(words(iri), words(iri))}
    return made


def _short(iri: str, ids: Ids) -> str:
    """The prefixed name of an IRI where there is one, else the IRI."""
    found = (f"{prefix}:{iri.removeprefix(space)}" for prefix, space in ids.prefixes.items() if iri.startswith(space))
    return next(found, iri)
