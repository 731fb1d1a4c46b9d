"""What money is for, in the words of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.quantities.currencies import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

# "gave $2m to the WFP for school meals": the recipient may come first.
_LEADS = (re.compile(r"\s+(to)\s+"), re.compile(r"\s+(?:to [\w' ]{2,40}? )?(for|towards?)\s+"))
_END = re.compile(rf"[,;.]|\s+and\s+(?=[{re.escape(''.join(SIGNS))}])|\s+(?=with\s+an\s+additional\b)")


def purpose(text: str, start: int, end: int, *, bare_verb: Callable[[int], bool]) -> str | None:
    """The words after "to" or "for" that say what the sum that ends at ``start`` is for, up to the next comma or sum.

    ``end`` is where the sentence ends; ``bare_verb`` says whether an infinitive begins at a place.
    """
    for pattern in _LEADS:
        lead = pattern.match(text, start, end)
        if lead is None or (lead[1] == "to" and not bare_verb(lead.end())):
            continue
        stop = _END.search(text, lead.end(), end)
        return text[lead.end() : stop.start() if stop else end].rstrip() or None
    return None
