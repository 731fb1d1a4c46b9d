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
from kg.report.statements import marks, statements, tellings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.ids import Ids
    from kg.report.statements import Compared
    from kg.store import Graph

PROPERTIES = {
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
# Of C0 and C1 only tabs and ends of lines may stand in HTML (WHATWG, 3.2.5); surrogates have no bytes.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r'(\bid="|url\(#|href="#)')


def kind_of(iri: str, ids: Ids) -> str:
    """Whether an IRI is that of a document, an entity or an event; empty when of none.

    >>> from kg.ids import Ids
    >>> kind_of("https://w3id.org/newskg/entity/state-no", Ids())
    'entity'
    """
    spaces = {"doc": "document", "ent": "entity", "event": "event"}
    return next((kind for prefix, kind in spaces.items() if iri.startswith(ids.prefixes[prefix])), "")


def html(  # noqa: PLR0913 (what a report is made of)
    graph: Graph,
    ids: Ids,
    iri: str,
    *,
    pictures: Mapping[str, str],
    compared: Sequence[Compared] = (),
    limit: int = LIMIT,
) -> str:
    """A report on a document, an entity or an event, by its IRI, as one HTML page.

    ``pictures`` are SVG by title, which an entity's report shows; ``compared`` are the pairs of an event's mentions.
    The same graph gives the same page. Every value is escaped; nothing is loaded, no script runs.
    """
    given = told(graph, ids, iri, limit=limit) | {"compared": compared}
    shown = {name: Markup(_inlined(svg, number)) for number, (name, svg) in enumerate(pictures.items())}  # noqa: S704 (drawn by kg.draw, which escapes words)
    template = _templates().get_template(f"{given['kind']}.html")
    return template.render(given, pictures=shown, short=partial(short, ids=ids))


def told(graph: Graph, ids: Ids, iri: str, *, limit: int = LIMIT) -> dict[str, Any]:
    """What a report tells of a document, an entity or an event, by the names that its templates use."""
    desk = Desk(graph=graph, ids=ids, it=iri, limit=limit)
    kind = kind_of(iri, ids)
    about = desk.ask(queries.ABOUT)
    made = _MAKERS[kind](desk)
    title, language = _title(about, iri, kind, made), _value(about, "/language")
    given = {"it": iri, "kind": kind, "title": title, "language": language, "about": about, "limit": limit}
    return given | made


def _document(desk: Desk) -> dict[str, Any]:
    text, found = desk.ask(queries.TEXT), desk.ask(queries.MENTIONS)
    whole = text.rows[0]["text"] if text.rows else ""
    listed = desk.ask(queries.OF_DOCUMENT)
    return {
        "text": text,
        "mentions": found,
        "pieces": pieces(whole, marks(found.rows, whole)),
        "told": listed,
        "statements": statements(listed.rows),
        "claims": desk.ask(queries.CLAIMS_IN),
    }


def _entity(desk: Desk) -> dict[str, Any]:
    listed = desk.ask(queries.OF_ENTITY)
    return {
        "told": listed,
        "statements": statements(listed.rows),
        "events": int(desk.ask(queries.HOW_MANY).rows[0]["events"]),
        "neighbours": desk.ask(queries.NEIGHBOURS),
        "offices": desk.ask(queries.OFFICES),
        "claims": desk.ask(queries.CLAIMS_BY),
    }


def _event(desk: Desk) -> dict[str, Any]:
    listed, found = desk.ask(queries.EVENT), desk.ask(queries.EVIDENCE)
    return {
        "told": listed,
        "statements": statements(listed.rows),
        "found": found,
        "tellings": tellings(found.rows),
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


def _value(about: Answer, ending: str) -> str:
    return next((row["value"] for row in about.rows if row["property"].endswith(ending)), "")


def _inlined(svg: str, number: int) -> str:
    """An SVG to stand in a page: without what stands before it, its ids apart from those of other pictures."""
    return _REFERENCE.sub(rf"\g<1>picture{number}-", svg[svg.index("<svg") :])


def web(address: str) -> str:
    """An address that a page may lead to, http or https; else nothing.

    >>> web("https://example.org/a"), web("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return address if re.match(r"https?://", address) else ""


def anchor(iri: str) -> str:
    """The name of a place in the page: that of what an IRI names.

    >>> anchor("https://w3id.org/newskg/event/0123456789abcdef-1-6")
    'it-0123456789abcdef-1-6'
    """
    return "it-" + re.sub(r"[^0-9A-Za-z-]", "-", iri.rpartition("/")[2])


def _shown(value: Any) -> Any:  # noqa: ANN401 (whatever a template shows)
    """Text without what no page may hold: control characters and halves of letters become U+FFFD."""
    if not isinstance(value, str):
        return value
    clean = _UNSEEN.sub("\ufffd", value)
    return Markup(clean) if isinstance(value, Markup) else clean  # noqa: S704 (it was markup before)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.finalize = _shown
    made.filters |= {
        "anchor": anchor,
        "web": web,
        "words": words,
        "property": lambda iri: PROPERTIES.get(words(iri), words(iri)),
    }
    return made


def short(iri: str, ids: Ids) -> str:
    """The prefixed name of an IRI where there is one, else the IRI."""
    found = (f"{prefix}:{iri.removeprefix(space)}" for prefix, space in ids.prefixes.items() if iri.startswith(space))
    return next(found, iri)
