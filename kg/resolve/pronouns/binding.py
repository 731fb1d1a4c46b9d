"""Whom a pronoun cannot mean, whatever agrees: the constraints of binding, and of who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Function, MentionKind

if TYPE_CHECKING:
    from kg.model import EntityMention, Span
    from kg.resolve.pronouns.scene import Scene

_ARGUMENTS = frozenset({Function.SUBJECT, Function.OBJECT, Function.OBLIQUE})
# What stands before somebody beside whom another is told of, of so many characters at most.
_BESIDE = re.compile(
    r"\b(?:in addition to|along with|alongside|apart from|aside from|besides|contrary to|except|except for|instead of"
    r"|like|other than|rather than|together with|unlike)\s$",
    re.IGNORECASE,
)
_LONGEST = 16
_OPENING = frozenset({" ", " that "})  # between a word of saying and the subject of what is said
# What a clause of time, reason or concession opens with, right before its subject; so many characters at most.
_SUBORDINATE = re.compile(r"\b(?:after|although|as|because|before|if|since|though|until|when|where|while) $")
_AHEAD = 12


def barred(scene: Scene, pronoun: EntityMention) -> set[str]:
    """The entities that a pronoun is not.

    Who says the quotation that it stands in, and who is told it ("X told Y: “He lied”"); the other parties of its
    event ("X met him"); who is set beside whom it means ("Unlike X, he …"); the subject of the verb whose object it
    is ("X voted for him"), and any other argument of that verb; who is named in what it says ("He said *X* was right",
    principle C of Chomsky 1981); who is said to be what it owns ("X, her sister"). A
    reflexive means the subject, and is barred from nobody.
    """
    if is_reflexive(pronoun):
        return set()
    spans = quoting(scene, pronoun.span) | scene.rivals.get(pronoun.span, set())
    spans |= _likened(scene, pronoun)
    spans.update(*(scene.hearers.get(span, ()) for span in quoting(scene, pronoun.span)))
    standing = pronoun.standing
    if standing is None:
        return scene.keys(spans)
    spans |= set(standing.likened)
    if standing.function is Function.SUBJECT:
        spans |= _spoken_of(scene, pronoun)
    if standing.function in {Function.OBJECT, Function.OBLIQUE}:
        spans |= set(standing.subjects)
    if standing.function in _ARGUMENTS and standing.clause is not None:
        spans |= {m.span for m in scene.by_sentence[scene.place[pronoun.span]] if _is_beside(m, pronoun)}
    return scene.keys(spans)


def opens_clause(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether a pronoun opens a clause of time, reason or concession as its subject: "Dahl was jeered after *he* …"."""
    start = pronoun.span.start
    if scene.function(pronoun) is not Function.SUBJECT:
        return False
    return _SUBORDINATE.search(scene.extraction.document.text, max(start - _AHEAD, 0), start) is not None


def _likened(scene: Scene, pronoun: EntityMention) -> set[Span]:
    """Who is named right before beside whom the pronoun is told of: "Unlike *Dahl*, she …", "Besides *Dahl*, she …"."""
    text, start = scene.extraction.document.text, pronoun.span.start
    names = scene.ends.get(start - len(", "), set()) if text[:start].endswith(", ") else set()
    return {name for name in names if _BESIDE.search(text, max(name.start - _LONGEST, 0), name.start)}


def _spoken_of(scene: Scene, pronoun: EntityMention) -> set[Span]:
    """Who is named as the subject of what a pronoun before it says or believes."""
    told = [said for said in scene.said_by.get(pronoun.span, ()) if said.cue is not None]
    if not told:
        return set()
    text = scene.extraction.document.text
    cues = {said.cue.end for said in told if said.cue is not None}
    behind = [part for said in told for part in said.content if part.start > pronoun.span.end]
    here = scene.by_sentence[scene.place[pronoun.span]]
    named = (m for m in here if m.kind is MentionKind.NAMED and scene.function(m) is Function.SUBJECT)
    return {
        m.span
        for m in named
        if any(part.covers(m.span) for part in behind)
        or any(text[end : m.span.start] in _OPENING for end in cues if end < m.span.start)
    }


def is_reflexive(pronoun: EntityMention) -> bool:
    """Whether a pronoun is "himself", "herself" and the like."""
    return pronoun.name.lower().endswith(("self", "selves"))


def _is_beside(mention: EntityMention, pronoun: EntityMention) -> bool:
    """Whether a mention is another argument of the pronoun's verb; what only goes along with it may be the same."""
    mine, own = mention.standing, pronoun.standing
    if mine is None or own is None or mention.span == pronoun.span or mine.clause != own.clause:
        return False
    if Function.OBLIQUE in {mine.function, own.function}:
        return mine.function is not own.function and Function.OBJECT in {mine.function, own.function}
    return mine.function in _ARGUMENTS


def quoting(scene: Scene, span: Span) -> set[Span]:
    """Who says what a span stands in: nobody says "he" of himself in his own quotation.

    A name right before the opening mark is that of who says it, too: "Ana Bell “He lied.”".
    """
    start, end = span
    out: set[Span] = set()
    for (first, last), authority in scene.quoted:
        if first <= start and end <= last:
            out.add(authority)
            if (first, last) not in scene.worked_in:  # who “lied” is not who says it
                out |= scene.ends.get(first - 1, set()) | scene.ends.get(first - 2, set())
    return out
