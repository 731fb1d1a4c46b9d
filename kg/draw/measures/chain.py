"""How two actors hang together: a chain of actors down the page, with what each step rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch

from kg.draw.lettering import readable, wrapped
from kg.draw.sheet import Key, Sheet, point, text
from kg.draw.style import BLUE, FACTUALITY, INK, LABEL, SMALL, SOFT, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

    from kg.analyse.evidence import Evidence
    from kg.analyse.measures import Step

WIDTH, LEFT, INDENT = 640.0, 10.0, 34.0  # points: of the field, of the actors, of what a step says
LINE, SPACE, HEAD = 12.5, 9.0, 22.0  # of a line of evidence, between blocks, of an actor
SHOWN = 3  # sentences of a step
LONGEST = 420  # characters of a sentence
ACTOR = Sign(name="actor", colour=BLUE, marker="o")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text, how far above the foot of the picture its middle is, and how it is written."""

    words: str
    y: float
    x: float = INDENT
    size: float = SMALL
    colour: str = INK
    bold: bool = False


def chain(
    rows: Sequence[Step],
    evidence: Sequence[Sequence[Evidence]] = (),
    *,
    start: str = "",
    end: str = "",
    scope: str = "",
) -> Sheet:
    """The steps of a path, from its first actor down to its last.

    An arrow points from who acts to whom it is done to; its dashes tell what the event amounts to. Beside it stand the
    action, the event type, the day and the first sentences of the ``evidence`` of the step.
    """
    blocks = [_block(step, evidence[number] if number < len(evidence) else ()) for number, step in enumerate(rows)]
    names = [_ends(rows[0])[0], *(_ends(step)[1] for step in rows)]
    height = HEAD * len(names) + sum(_high(block) for block in blocks)
    stops, lines = [height - HEAD / 2], list[Words]()
    for block in blocks:
        y = stops[-1] - HEAD / 2 - SPACE
        for words, size, colour, bold in block:
            lines.append(Words(words=words, y=y - LINE / 2, size=size, colour=colour, bold=bold))
            y -= LINE
        stops.append(stops[-1] - HEAD - _high(block))
    lines += [
        Words(words=name, y=y, x=LEFT + 12, size=LABEL + 1, bold=True) for name, y in zip(names, stops, strict=True)
    ]
    steps = f"{len(rows):,} step{'' if len(rows) == 1 else 's'}"
    return Sheet(
        width=WIDTH,
        height=height,
        title=f"From {readable(start) if start else names[0]} to {readable(end) if end else names[-1]} in {steps}",
        keys=tuple(
            Key(stroke=stroke, words=stroke.name)
            for name, stroke in FACTUALITY.items()
            if any(step.factuality == name for step in rows)
        ),
        caption=tuple(_caption(scope)),
        artists=lambda: [
            *(text(each.words, each.x, each.y, size=each.size, colour=each.colour, bold=each.bold) for each in lines),
            *(_arrow(step, stops[number], stops[number + 1]) for number, step in enumerate(rows)),
            *(point(LEFT, y, sign=ACTOR, size=10) for y in stops),
        ],
        labels=(),
    )


def _ends(step: Step) -> tuple[str, str]:
    """The names of the actors that a step leads from and to."""
    source, target = readable(step.source_label, longest=70), readable(step.target_label, longest=70)
    return (source, target) if step.forward else (target, source)


def _block(step: Step, evidence: Sequence[Evidence]) -> list[tuple[str, float, str, bool]]:
    """The lines beside an arrow: words, size, colour, and whether they are bold."""
    source, target = readable(step.source_label, longest=30), readable(step.target_label, longest=30)
    act = readable((step.action or "?").replace("-", " "))
    days = (
        f"{step.earliest} – {step.latest}" if step.earliest not in {"", step.latest} else step.latest or step.earliest
    )
    more = f"one of {step.events:,} events between the two" if step.events > 1 else ""
    about = ", ".join(readable(each) for each in (step.event_type, days, step.factuality) if each)
    lines = [
        (f"{source} – {act} → {target}", LABEL, INK, True),
        ("; ".join(filter(None, (about, more))), SMALL, SOFT, False),
    ]
    for each in evidence[:SHOWN]:
        sentence = wrapped(f"“{readable(each.sentence, longest=LONGEST)}”", SMALL, WIDTH - INDENT - 4)
        lines += [(line, SMALL, INK, False) for line in sentence]
        told = ", ".join(readable(part, longest=80) for part in (each.title, each.date) if part)
        lines += [
            (words, SMALL, SOFT, False) for words in wrapped(told or each.document, SMALL, WIDTH - INDENT - 4)[:1]
        ]
    if len(evidence) > SHOWN:
        lines.append((f"and {len(evidence) - SHOWN:,} more sentences", SMALL, SOFT, False))
    return lines


def _high(block: Sequence[object]) -> float:
    return len(block) * LINE + 2 * SPACE


def _arrow(step: Step, upper: float, lower: float) -> Artist:
    start, end = (upper, lower) if step.forward else (lower, upper)
    stroke = FACTUALITY.get(step.factuality, FACTUALITY["uncommitted"])
    made = FancyArrowPatch((LEFT, start), (LEFT, end), arrowstyle="-|>", shrinkA=7, shrinkB=7, mutation_scale=11)
    made.set(linewidth=1.6, linestyle=stroke.linestyle, color=stroke.colour, clip_on=False, zorder=1)
    return made


def _caption(scope: str) -> Iterator[str]:
    yield f"newskg: the shortest path{', ' + scope if scope else ''}."
    yield "Each step shows the event between the two that most independent reports tell."
    yield "An arrow leads from who acts to whom it is done to."
