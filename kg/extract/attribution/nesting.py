"""Attributions within attributions, and whose word it is in the end.

Within what X says, the wishes of others are X's word ("X said Y hopes to win": Y has said nothing), and X's own
attitudes add nothing to it ("X said he hopes to win"). What others are told to believe is theirs, and so is what they
are reported to have *said*, as long as it is reported, and not merely asked for, planned or expected ("X urged Y to
say …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.objects import ABOUT
from kg.extract.drafts import SPEECH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.extract.drafts import Draft
    from kg.extract.tree import Token

_ASSERTIVE = frozenset({"say", "allege", "deny", "believe", "doubt", "know", "show", "suggest"})
_HELD = frozenset({"believe", "doubt"})
_NAMED = frozenset({"NOUN", "PROPN"})
_THIRD = frozenset({"he", "she", "they"})
_OF_THE_SPEAKER = frozenset({"i", "me", "we", "us", "you"})


def own(drafts: Sequence[Draft], quoted: Collection[int]) -> list[Draft]:
    """The drafts whose authority claims their content, widest first; ``quoted`` holds the tokens in marks."""
    innermost: dict[int, Draft] = {}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -len(d.content)):
        if draft.cue is None or _is_own(draft, draft.cue, innermost.get(draft.cue.i), quoted):
            kept.append(draft)
            if draft.pattern != ABOUT:
                innermost.update(dict.fromkeys(draft.content, draft))
    return kept


def _is_own(draft: Draft, cue: Token, outer: Draft | None, quoted: Collection[int]) -> bool:
    speech = draft.kind in SPEECH
    if draft.authority is None and (outer is not None or cue.i in quoted):
        # "She said it is reported that …": she says so, though nobody is named for it.
        return False
    speaker = draft.authority is not None and draft.authority.lower_ in _OF_THE_SPEAKER
    believes = draft.kind in _HELD and _is_another(draft, cue, outer, quoted)
    if cue.i in quoted and (speaker or not (speech or believes)):
        return False
    return outer is None or outer is draft or ((speech or believes) and outer.kind in _ASSERTIVE)


def _is_another(draft: Draft, cue: Token, outer: Draft | None, quoted: Collection[int]) -> bool:
    """Whether somebody else than the speaker is told to believe it: he is named, or "she" in what is quoted."""
    if draft.authority is None or outer is None or outer.authority is None:
        return False
    if draft.authority.lower_ in _THIRD:
        return cue.i in quoted and outer.cue is not None and outer.cue.i not in quoted
    return draft.authority.pos_ in _NAMED and draft.authority.lower_ != outer.authority.lower_
