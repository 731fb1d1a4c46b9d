"""Horizontal bars, the longest on top: who is highest by a measure, and what a bar is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.draw.lettering import Box, Label, readable, width
from kg.draw.measures.scales import Scale, bar, ink_on, stacked, told
from kg.draw.sheet import Key, Sheet, point, text
from kg.draw.style import BLUE, GREEN, LABEL, ORANGE, PURPLE, SKY, SMALL, SOFT, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

ROW, GAP, LENGTH, SIGN = 18.0, 8.0, 380.0, 14.0  # points
LIMIT = 30  # bars
PARTS = (BLUE, ORANGE, GREEN, PURPLE, SKY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row of a ranking: words, how long each part is (0 or more), and a sign that tells its kind."""

    words: str
    parts: tuple[float, ...]
    sign: Sign | None = None
    after: str = ""

    @property
    def total(self) -> float:
        """How long all parts are."""
        return sum(self.parts)


def ranking(  # noqa: PLR0913 (what stands around the bars, by keyword)
    bars: Sequence[Bar],
    *,
    title: str,
    caption: Sequence[str],
    parts: Sequence[str] = (),
    what: str = "actors",
    limit: int | None = None,
) -> Sheet:
    """The first ``limit`` bars (else 30), with their numbers; ``parts`` are what a bar consists of.

    Each bar has as many parts as ``parts`` has names, or one. ``what`` they are is said where some are left out.

    >>> made = ranking([Bar(words="Norland", parts=(7,))], title="Who does most", caption=("7 events.",))
    >>> made.title, made.caption
    ('Who does most', ('7 events.',))
    """
    shown = bars[: max(limit or LIMIT, 1)]
    names = [readable(each.words) for each in shown]
    lead = SIGN if any(each.sign for each in shown) else 0.0
    side = lead + max(width(name, LABEL) for name in names) + 2 * GAP
    scale = Scale(least=0, most=max(each.total for each in shown) or 1, start=side, end=side + LENGTH)
    height = len(shown) * ROW
    middles = [height - (number + 0.5) * ROW for number in range(len(shown))]
    ends = [told(each.total) + (f"  {readable(each.after)}" if each.after else "") for each in shown]
    room = max(width(words, LABEL) for words in ends) + GAP
    cut = [f"Drawn are the first {len(shown):,} of {len(bars):,} {what}."] if len(shown) < len(bars) else []
    return Sheet(
        width=max(side + LENGTH + room, 420.0),
        height=height,
        title=title,
        keys=tuple(_keys(shown, parts)),
        caption=(*caption, *cut),
        artists=lambda: [
            *(text(name, lead, y) for name, y in zip(names, middles, strict=True)),
            *_signs(shown, middles),
            *_bars(shown, middles, scale),
            *(
                text(words, scale(each.total) + 5, y, colour=SOFT)
                for words, each, y in zip(ends, shown, middles, strict=True)
            ),
        ],
        labels=tuple(_numbers(shown, middles, scale) if parts else ()),
    )


def _signs(shown: Sequence[Bar], middles: Sequence[float]) -> Iterator[Artist]:
    for each, y in zip(shown, middles, strict=True):
        if each.sign:
            yield point(4, y, sign=each.sign, size=7.5)


def _bars(shown: Sequence[Bar], middles: Sequence[float], scale: Scale) -> Iterator[Artist]:
    for each, y in zip(shown, middles, strict=True):
        for number, left, right in stacked(each.parts, scale):
            yield bar(left, y - ROW * 0.36, max(right - 0.6, left + 0.4), y + ROW * 0.36, colour=PARTS[number])


def _numbers(shown: Sequence[Bar], middles: Sequence[float], scale: Scale) -> Iterator[Label]:
    """The number of each part that has room for it."""
    for each, y in zip(shown, middles, strict=True):
        for number, left, right in stacked(each.parts, scale):
            words = told(each.parts[number])
            if width(words, SMALL) + 4 <= right - left:
                box = Box(left, y - ROW / 2, right, y + ROW / 2)
                yield Label(words=words, size=SMALL, box=box, colour=ink_on(PARTS[number]), veil=False)


def _keys(shown: Sequence[Bar], parts: Sequence[str]) -> Iterator[Key]:
    signs = {each.sign.name: each.sign for each in shown if each.sign}
    for name in sorted(signs):
        yield Key(sign=signs[name], words=name)
    for number, name in enumerate(parts):
        if any(each.parts[number] for each in shown):
            yield Key(sign=Sign(name=name, colour=PARTS[number], marker="s"), words=name)
