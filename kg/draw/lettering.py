"""Words in a picture: made readable with the one font there is, measured, and placed where nothing else stands."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from kg.draw.style import FONT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matplotlib.ft2font import FT2Font

LEFT_TO_RIGHT = "\u200e"  # a mark that is not seen
LONGEST = 42  # characters of a label
SHORT = 26  # characters of an id behind a label
LINE = 1.25  # height of a line, in font sizes
AIR = 1.5  # points that labels keep from one another


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the lower left corner of what is drawn."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def within(self, other: Box) -> bool:
        """Whether nothing of it is outside of the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words, their size in points, and the box in whose middle, left or right they stand; a veil dims the ground."""

    words: str
    size: float
    box: Box
    bold: bool = False
    colour: str = ""
    veil: bool = True
    across: str = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label that is to be placed: near a point, as near as ``gap``; or at one of ``spots``, which are its middles."""

    words: str
    size: float
    at: tuple[float, float] = (0, 0)
    gap: float = 0
    spots: tuple[tuple[float, float], ...] = ()
    bold: bool = False
    colour: str = ""


def readable(words: object, *, otherwise: str = "", longest: int = LONGEST) -> str:
    """Words on one line that the font can draw, at most ``longest`` characters.

    Control characters become spaces, those of direction are left out; words that run from right to left are marked, so
    that they do not turn round what stands beside them. A letter that the font lacks is spelt by its Unicode name where
    that tells its sound (Hangul, Kana, Devanagari …), else given as its code point. Without any word ``otherwise`` is
    taken.

    >>> readable("Norland"), readable(None, otherwise="ent:x"), readable("서울"), readable("北")
    ('Norland', 'ent:x', 'seo-ul', '[U+5317]')
    """
    text = "" if words is None else str(words)
    plain = "".join(" " if unicodedata.category(letter) in _UNSEEN else letter for letter in text)
    plain = " ".join(unicodedata.normalize("NFC", plain).split())
    if not plain:
        return readable(otherwise, longest=longest) if otherwise else "?"
    spelt = _spelt(plain[: 4 * longest])
    cut = spelt if len(spelt) <= longest else spelt[: longest - 1].rstrip() + "…"
    return f"{LEFT_TO_RIGHT}{cut}{LEFT_TO_RIGHT}" if any(map(_leftwards, cut)) else cut


def _leftwards(letter: str) -> bool:
    """Whether a letter is of a script that runs from right to left."""
    return unicodedata.bidirectional(letter) in {"R", "AL"}


def distinct(labels: Mapping[str, object]) -> dict[str, str]:
    """The readable label of each id; where several have the same one, what tells the ids apart stands behind it.

    >>> distinct({"ent:clinton-bill": "Clinton", "ent:clinton-0123456789abcdef": "Clinton", "ent:x": None})
    {'ent:clinton-bill': 'Clinton (bill)', 'ent:clinton-0123456789abcdef': 'Clinton (012345)', 'ent:x': 'ent:x'}
    """
    names = {key: readable(label, otherwise=key) for key, label in labels.items()}
    often = Counter(names.values())
    return {key: name if often[name] == 1 else f"{name} ({_apart(key, name)})" for key, name in names.items()}


def _apart(key: str, name: str) -> str:
    """What an id says beyond a label; of a digest its beginning."""
    local, slug = key.rpartition(":")[2], "-".join(re.findall(r"\w+", name.casefold()))
    rest = local.replace(slug, "").replace("--", "-").strip("-") or local
    return readable(_DIGEST.sub(r"\1", rest), longest=SHORT)


def counted(events: int) -> str:
    """A number of events, in words.

    >>> counted(1), counted(1200)
    ('1 event', '1,200 events')
    """
    return f"{events:,} event{'' if events == 1 else 's'}"


_DIGEST = re.compile(r"\b([0-9a-f]{6})[0-9a-f]{10}\b")
_JOINERS = "\u200c\u200d"  # without them words of Persian, Urdu and Indic languages are spelt otherwise
_UNSEEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _spelt(text: str) -> str:
    out: list[str] = []
    spelling = False
    for letter in text:
        if unicodedata.category(letter) == "Cf" and letter not in _JOINERS:
            continue  # a control of direction would turn the words round, and others are not seen
        if letter == " " or _drawn(letter):
            out.append(letter)
            spelling = False
            continue
        sound = _sound(letter)
        out.append(f"-{sound}" if spelling and not sound.startswith("[") else sound)
        spelling = not sound.startswith("[")
    return "".join(out) or "?"


def _sound(letter: str) -> str:
    """The last word of a letter's name, where names are made of sounds."""
    kind, *rest = unicodedata.name(letter, "UNKNOWN").split()
    if rest and not kind.startswith("CJK") and {"SYLLABLE", "LETTER"} & set(rest):
        return rest[-1].lower()
    return f"[U+{ord(letter):04X}]"


@cache
def _font(*, bold: bool) -> FT2Font:
    weight = "bold" if bold else "normal"
    return get_font(findfont(FontProperties(family=FONT, weight=weight), fallback_to_default=False))


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> bool:
    """Whether both weights of the font have the letter."""
    return all(_font(bold=bold).get_char_index(ord(letter)) for bold in (False, True))


@lru_cache(maxsize=4096)
def _advance(letter: str, *, bold: bool) -> float:
    font = _font(bold=bold)
    return font.load_char(ord(letter), flags=LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide words are, in points; at most a little more than they are drawn, since kerning is left out."""
    return size * sum(_advance(letter, bold=bold) for letter in words if letter != LEFT_TO_RIGHT)


def wrapped(words: str, size: float, most: float, *, bold: bool = False) -> list[str]:
    """Words in lines of at most ``most`` points; a word that is longer gets a line of its own.

    >>> wrapped("one two three", 10, 45)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in words.split():
        if lines and width(f"{lines[-1]} {word}", size, bold=bold) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def placed(wanted: Sequence[Wanted], *, taken: Iterable[Box], within: Box) -> list[Label | None]:
    """Where each label goes, or None where there is no room; those that come first choose first.

    A label is tried to the right of its point, then on the other sides, then a little farther off. It meets no box
    that is ``taken``, and no other label.
    """
    grid = _Grid(taken)
    out: list[Label | None] = []
    for each in wanted:
        boxes = (box for box in _boxes(each) if box.within(within))
        found = next((box for box in boxes if not grid.meets(box)), None)
        if found:
            grid.add(found)
        out.append(_label(each, found) if found else None)
    return out


def _label(each: Wanted, box: Box) -> Label:
    return Label(words=each.words, size=each.size, box=box, bold=each.bold, colour=each.colour)


def _boxes(each: Wanted) -> Iterable[Box]:
    wide, high = width(each.words, each.size, bold=each.bold) + 2 * AIR, each.size * LINE
    if each.spots:
        return [Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) for x, y in each.spots]
    near = each.gap * 0.7
    return [box for gap in (each.gap, each.gap + high * 0.8) for box in _around(each.at, gap, near, (wide, high))]


def _around(at: tuple[float, float], gap: float, near: float, size: tuple[float, float]) -> Iterable[Box]:
    """The boxes beside, over, under and at the corners of a point."""
    (x, y), (wide, high) = at, size
    corners = (
        (x + gap, y - high / 2),
        (x - gap - wide, y - high / 2),
        (x - wide / 2, y + gap),
        (x - wide / 2, y - gap - high),
        (x + near, y + gap * 0.7),
        (x + near, y - gap * 0.7 - high),
        (x - near - wide, y + gap * 0.7),
        (x - near - wide, y - gap * 0.7 - high),
        (x - wide / 4, y + gap),
        (x - wide / 4, y - gap - high),
        (x - wide * 3 / 4, y + gap),
        (x - wide * 3 / 4, y - gap - high),
    )
    return [Box(left, bottom, left + wide, bottom + high) for left, bottom in corners]


class _Grid:
    """Boxes by the squares of the page that they touch, so that few are compared."""

    SIDE = 50.0

    def __init__(self, boxes: Iterable[Box]) -> None:
        self.squares: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for square in self._of(box):
            self.squares.setdefault(square, []).append(box)

    def meets(self, box: Box) -> bool:
        return any(box.meets(other) for square in self._of(box) for other in self.squares.get(square, ()))

    def _of(self, box: Box) -> list[tuple[int, int]]:
        columns = range(int(box.left // self.SIDE), int(box.right // self.SIDE) + 1)
        rows = range(int(box.bottom // self.SIDE), int(box.top // self.SIDE) + 1)
        return [(column, row) for column in columns for row in rows]
