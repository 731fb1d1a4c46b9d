"""What people judged of event mentions, as clusters are made by it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.model import MentionRef, Span, Verdict
from kg.resolve.fusion.clusters import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Judgement
    from kg.resolve.fusion.clusters import Pair

_NAME = re.compile(r"([0-9a-z]+)-(\d+)-(\d+)")


def judged_pairs(judgements: Iterable[Judgement]) -> list[tuple[MentionRef, MentionRef]]:
    """The pairs of event mentions that people judged to be one."""
    found = ((_mention(each.left), _mention(each.right)) for each in judgements if each.verdict is Verdict.POSITIVE)
    return [(one, other) for one, other in found if one is not None and other is not None]


def verdicts_of(judgements: Iterable[Judgement], places: Mapping[MentionRef, int]) -> Verdicts:
    """The judgements of mentions that are here; of two that contradict each other, the negative one."""
    found: dict[Verdict, set[Pair]] = defaultdict(set)
    for judgement in judgements:
        mentions = {_mention(name) for name in (judgement.left, judgement.right)}
        known = sorted(places[mention] for mention in mentions if mention is not None and mention in places)
        if len(known) == 2:  # noqa: PLR2004 (two things that are here)
            found[judgement.verdict].add((known[0], known[1]))
    parted = frozenset(found[Verdict.NEGATIVE])
    return Verdicts(joined=frozenset(found[Verdict.POSITIVE]) - parted, parted=parted)


def _mention(name: str) -> MentionRef | None:
    found = _NAME.fullmatch(name.rpartition(":")[2])
    if found is None or int(found[2]) >= int(found[3]):
        return None
    return MentionRef(document=found[1], span=Span(int(found[2]), int(found[3])))
