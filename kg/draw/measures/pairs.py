"""Pairs of actors, a row each: what goes there and back, and what was before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch

from kg.draw.lettering import distinct, readable, width
from kg.draw.measures.scales import Scale, bar, marks, told
from kg.draw.sheet import Key, Sheet, line, point, rule, text
from kg.draw.style import BLUE, FAINT, INK, LABEL, ORANGE, SMALL, SOFT, Sign, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

    from kg.analyse.measures import Change, Reciprocity

ROW, GAP, HALF, LENGTH, AXIS = 18.0, 8.0, 120.0, 380.0, 18.0  # points
LIMIT = 30  # pairs
RULE = Stroke(name="rule", colour=FAINT)
THERE, BACK = Sign(name="there", colour=BLUE, marker="s"), Sign(name="back", colour=ORANGE, marker="s")
BEFORE, AFTER = Sign(name="before", colour=SOFT, marker="o"), Sign(name="after", colour=BLUE, marker="o")
WORDS = {"new": "new", "gone": "gone", "more": "more", "fewer": "fewer", "turned": "turned"}


def mutual(
    rows: Sequence[Reciprocity], *, share: float | None = None, scope: str = "", limit: int | None = None
) -> Sheet:
    """How much each of two did to the other: to the right what the left one did, to the left what came back.

    ``share`` is that of all edges that are answered, 0 to 1.
    """
    shown = rows[: max(limit or LIMIT, 1)]
    names = _names(shown)
    lefts, rights = [names[each.left] for each in shown], [names[each.right] for each in shown]
    side = max(width(name, LABEL) for name in lefts) + GAP
    other = max(width(name, LABEL) for name in rights) + GAP
    most = max(max(each.there, each.back) for each in shown) or 1
    middle = side + HALF
    scale = Scale(least=-most, most=most, start=side + 24, end=side + 2 * HALF - 24)
    height = len(shown) * ROW
    ys = [height - (number + 0.5) * ROW for number in range(len(shown))]
    return Sheet(
        width=max(side + 2 * HALF + other, 420.0),
        height=height,
        title="Who answers whom",
        keys=(
            Key(sign=BACK, words="← the right one to the left one"),
            Key(sign=THERE, words="→ the left one to the right one"),
        ),
        caption=tuple(_said(shown, len(rows), share, scope)),
        artists=lambda: [
            *(text(name, side - GAP, y, across="right") for name, y in zip(lefts, ys, strict=True)),
            *(text(name, side + 2 * HALF + GAP, y) for name, y in zip(rights, ys, strict=True)),
            *(part for each, y in zip(shown, ys, strict=True) for part in _both(each, y, scale)),
            line([(middle, 0), (middle, height)], stroke=Stroke(name="middle", colour=SOFT), wide=0.8),
        ],
        labels=(),
    )


def _names(rows: Sequence[Reciprocity | Change]) -> dict[str, str]:
    return distinct({each.left: each.left_label for each in rows} | {each.right: each.right_label for each in rows})


def _both(each: Reciprocity, y: float, scale: Scale) -> Iterator[Artist]:
    for number, sign, across in ((each.there, THERE, "left"), (-each.back, BACK, "right")):
        end = scale(number)
        if number:
            yield bar(scale(0), y - ROW * 0.36, end, y + ROW * 0.36, colour=sign.colour)
        yield text(told(abs(number)), end + (4 if across == "left" else -4), y, size=SMALL, colour=SOFT, across=across)


def _said(shown: Sequence[Reciprocity], whole: int, share: float | None, scope: str) -> Iterator[str]:
    yield f"newskg: events between two actors{', ' + scope if scope else ''}."
    if share is not None:
        yield f"Of all events {share:.0%} are answered."
    if len(shown) < whole:
        yield f"Drawn are the first {len(shown):,} of {whole:,} pairs."


def before_after(
    rows: Sequence[Change], *, before: str = "before", after: str = "after", scope: str = "", limit: int | None = None
) -> Sheet:
    """What changed between two stretches of time: an arrow from the events of a pair before to those after.

    ``before`` and ``after`` say which stretches.
    """
    shown = rows[: max(limit or LIMIT, 1)]
    called = _names(shown)
    names = [f"{called[each.left]} – {called[each.right]}" for each in shown]
    ends = [_turn(each) for each in shown]
    side = max(width(name, LABEL) for name in names) + 2 * GAP
    most = max(max(each.before, each.after) for each in shown) or 1
    scale = Scale(least=0, most=most, start=side + 6, end=side + LENGTH - 6)
    height = len(shown) * ROW + AXIS
    ys = [height - (number + 0.5) * ROW for number in range(len(shown))]
    cut = [f"Drawn are the first {len(shown):,} of {len(rows):,} pairs."] if len(shown) < len(rows) else []
    return Sheet(
        width=max(side + LENGTH + max(width(words, SMALL) for words in ends) + 2 * GAP, 420.0),
        height=height,
        title=f"What changed: {readable(before)} and {readable(after)}",
        keys=(
            Key(sign=BEFORE, words=f"events {readable(before)}", hollow=True),
            Key(sign=AFTER, words=f"events {readable(after)}"),
        ),
        caption=(
            f"newskg: events between two actors{', ' + scope if scope else ''}.",
            "Beside a pair stands its mean intensity before and after, −10 (hostile) to +10 (cooperative).",
            *cut,
        ),
        artists=lambda: [
            *_ticks(scale, height),
            *(text(name, 0, y) for name, y in zip(names, ys, strict=True)),
            *(text(words, side + LENGTH + GAP, y, size=SMALL, colour=SOFT) for words, y in zip(ends, ys, strict=True)),
            *(part for each, y in zip(shown, ys, strict=True) for part in _arrow(each, y, scale)),
        ],
        labels=(),
    )


def _turn(each: Change) -> str:
    intensities = f", intensity {told(each.intensity_before)} → {told(each.intensity_after)}"
    known = each.intensity_before is not None or each.intensity_after is not None
    return f"{WORDS.get(each.what, each.what)}: {each.before:,} → {each.after:,}{intensities if known else ''}"


def _ticks(scale: Scale, height: float) -> Iterator[Artist]:
    for number in marks(scale.least, scale.most):
        x = scale(number)
        yield rule([(x, AXIS - 4), (x, height)], stroke=RULE)
        yield text(told(number), x, AXIS / 2 - 3, size=SMALL, colour=SOFT, across="center")


def _arrow(each: Change, y: float, scale: Scale) -> Iterator[Artist]:
    start, end = scale(each.before), scale(each.after)
    if abs(end - start) > 10:  # noqa: PLR2004 (points that both signs take)
        made = FancyArrowPatch((start, y), (end, y), arrowstyle="-|>", shrinkA=4, shrinkB=4, mutation_scale=8)
        made.set(linewidth=1.1, color=INK, alpha=0.7, clip_on=False)
        yield made
    after = point(end, y, sign=AFTER, size=7)
    after.set_zorder(2.2)
    yield after
    if start != end:
        before = point(start, y, sign=BEFORE, size=7, hollow=True)
        before.set_zorder(2.1)
        yield before
