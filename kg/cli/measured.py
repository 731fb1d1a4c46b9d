"""The rows of a measure as a person reads them: the columns that tell something, and what the numbers mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from kg.analyse import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.analyse.evidence import Evidence, Told
    from kg.analyse.records import Records

Row = dict[str, Any]

# Columns that hold an id, with that of its label: the label is shown, and the id where two have the same label.
_LABELLED = {
    "id": "label",
    "left": "left_label",
    "right": "right_label",
    "speaker": "speaker_label",
    "body": "body_label",
    "about": "about_label",
    "name": "label",
}
_ABOUT = {
    "degree": "score: events with others, in and out",
    "in": "score: events that others direct at it",
    "out": "score: events that it directs at others",
    "partners": "score: others with whom it has an event",
    "pagerank": "score: PageRank, which adds to 1: high is who is acted on by those who are acted on",
    "betweenness": "score: share, 0 to 1, of the pairs of others whose shortest path leads through it",
    "communities": "density: share of the pairs of members who have an edge; edges: events between members",
    "brokers": (
        "total: pairs that it stands between, where the first has no edge to the last; by the communities of the "
        "three: coordinator all in one, gatekeeper the first outside, representative the last, consultant it alone, "
        "liaison in three"
    ),
    "cores": "core: each of this core deals with so many others of it at least",
    "balance": "balance: events of cooperation less those of conflict; intensity: their mean, -10 to +10 (Goldstein)",
    "reciprocity": "there: edges from left to right; back: from right to left; share: of both that is mutual, 0 to 1",
    "triads": "+ more cooperation than conflict between the two, - less; balanced where an even number is -",
    "census": "count: threes of actors whose edges are so; an edge is one event or more",
    "bursts": (
        "events: of total, from the first day of the first to that of the last period; usual: share over all periods; "
        "weight: logarithm of how much likelier this is in a burst"
    ),
    "changes": "intensity: mean of the events, -10 (hostile) to +10 (cooperative)",
    "speakers": "claims: of what the second does or is done to; who stands in both columns speaks of himself",
    "speaks-for": "claims: made on behalf of the body",
}


_HIDDEN = {"members", "labels", "signs", "evidence", "speaker_type", "about_type"}
_WIDEST = 100  # characters of a cell


def as_text(name: str, records: Records[Any], limit: int | None) -> str:
    """Rows as a table with a line on what its numbers mean, and the measure's note; a path as the steps it takes.

    At most ``limit`` rows are shown, with a line on how many there are.
    """
    shown = records[:limit]
    if not shown:
        return f"nothing to show: {records.note}\n"
    if name == "path":
        return "".join(f"{line}\n" for step in shown for line in _step(step))
    lines = _aligned(_readable(shown))
    if len(shown) < len(records):
        lines.append(f"{len(shown)} of {len(records):,} rows; --limit shows more")
    lines += [line for line in (_ABOUT.get(name, ""), records.note) if line]
    return "".join(f"{line}\n" for line in lines)


def _readable(rows: Sequence[Any]) -> list[Row]:
    """Rows with labels in the place of ids, and without what only programs need."""
    names = _names(rows)
    return [_row(row, names) for row in rows]


def _names(rows: Sequence[Any]) -> dict[str, str]:
    """The label of each id, with the id where two of these rows have the same label."""
    labels = {
        getattr(row, ident): getattr(row, label)
        for row in rows
        for ident, label in _LABELLED.items()
        if hasattr(row, ident) and hasattr(row, label)
    }
    owners: dict[str, set[str]] = defaultdict(set)
    for ident, label in labels.items():
        owners[label].add(ident)
    return {ident: _name(ident, label, alone=len(owners[label]) == 1) for ident, label in labels.items()}


def _name(ident: str, label: str, *, alone: bool) -> str:
    """What to call somebody; whoever has no label is called by the whole id, as a document without a title."""
    if ident.endswith(f":{label}"):
        return ident
    return label if alone else f"{label} ({ident})"


def _row(row: Any, names: dict[str, str]) -> Row:  # noqa: ANN401 (a record of any measure)
    values = {each.name: getattr(row, each.name) for each in fields(row)}
    shown: Row = {}
    for key, value in values.items():
        if key == "members" and "centre" in values:
            shown["size"] = len(value)
        elif key == "signs":
            shown["relations"] = _relations(row)
        elif key in _LABELLED and _LABELLED[key] in values:
            shown["actor" if key == "id" else key] = names[value]
        elif key not in _HIDDEN and key not in _LABELLED.values():
            shown[key] = value
    return shown


def _relations(row: measures.Triad) -> str:
    """The three relations of a triad with their signs."""
    one, two, three = row.labels
    pairs = ((one, two), (one, three), (two, three))
    return "; ".join(f"{left} {sign} {right}" for (left, right), sign in zip(pairs, row.signs, strict=True))


def _step(step: Told) -> list[str]:
    """A step of a path, and under it the sentences that say so."""
    when = step.earliest or step.latest
    others = f"1 of {step.events} events between them" if step.events > 1 else ""
    about = ", ".join(filter(None, (step.event_type, step.factuality, when, others)))
    act = " ".join((step.source_label, step.action or "?", step.target_label))
    sentences = [f"     “{_plain(each.sentence)}” {_where(each)}" for each in step.sentences]
    return [f"{step.rank}  {_plain(act)}  ({about})", *sentences]


def _where(each: Evidence) -> str:
    """The document of a sentence, by day and title, else by its id; and the mention."""
    return ", ".join((" ".join(filter(None, (each.date, _plain(each.title) or each.document))), each.mention))


def _aligned(rows: Sequence[Row]) -> list[str]:
    """Columns under their names, numbers to the right; a column without any value is left out."""
    columns = {key: [_cell(row[key]) for row in rows] for key in rows[0]}
    made = []
    for key, cells in columns.items():
        if not any(cells):
            continue
        head, right = key.replace("_", " "), isinstance(rows[0][key], int | float) and key != "rank"
        width = max(map(len, [head, *cells]))
        made.append([cell.rjust(width) if right else cell.ljust(width) for cell in (head, *cells)])
    return ["  ".join(line).rstrip() for line in zip(*made, strict=True)]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.4f}" if abs(value) < 1 else f"{value:.2f}"
    text = _plain(str(_words(value)))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """One line that a terminal cannot mistake for a command."""
    return "".join(character if character.isprintable() else " " for character in text)


def flat(row: Row) -> Row:
    """A row for CSV: lists as words joined by commas, None as nothing.

    >>> flat({"labels": ("Norland", "Sudria"), "intensity": None, "events": 2})
    {'labels': 'Norland, Sudria', 'intensity': '', 'events': 2}
    """
    return {key: _words(value) for key, value in row.items()}


def _words(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    if isinstance(value, measures.Dealing):
        return f"{value.left} – {value.right} {value.edges}"
    if isinstance(value, measures.Frequent):
        return f"{value.type} {value.edges}"
    if isinstance(value, list | tuple):
        return ", ".join(str(_words(part)) for part in value)
    return "" if value is None else value
