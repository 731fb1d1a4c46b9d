"""What the simple present tells of a day: an event on the calendar, not one that took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.syntax import children
from kg.extract.times.names import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.times.places import Dated
    from kg.extract.tree import Token

_PRESENT = frozenset({"VBP", "VBZ"})
_ONE_DAY = re.compile(rf"(?:on )?(?:this |next )?(?:{WEEKDAY})(?: (?:morning|afternoon|evening|night))?", re.IGNORECASE)


def is_scheduled(trigger: Token, dated: Iterable[Dated]) -> bool:
    """Whether a verb in the simple present has a weekday: "the two sides *meet* on Monday", not "on Mondays".

    Of such a day the past is told in the past, what happens again and again with "every" or a plural (Quirk et al.
    1985, section 4.45: the simple present for a timetable).
    """
    if trigger.tag_ not in _PRESENT or children(trigger, "aux", "auxpass"):
        return False
    return any(_ONE_DAY.fullmatch(each.words) and not _is_repeated(each.head) for each in dated)


def _is_repeated(day: Token) -> bool:
    return any(word.lower_ in {"each", "every", "most"} for word in day.children)
