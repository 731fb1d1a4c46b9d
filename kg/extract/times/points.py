"""What names a day, a week, a month …: by itself, or against the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.times.anchored import Anchor, anchored
from kg.extract.times.written import written

if TYPE_CHECKING:
    from datetime import date

    from kg.extract.times.spans import Days


def point(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """The days that an expression in small letters names; without ``now`` only those that need no anchor."""
    return written(text) or (anchored(text, Anchor(now, future)) if now is not None else None)
