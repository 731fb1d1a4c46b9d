"""Whom a pronoun cannot mean, whatever agrees: the constraints of binding, and of who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Function, Quotation, RoleName

if TYPE_CHECKING:
    from kg.model import EntityMention, Extraction, Span
    from kg.resolve.pronouns.scene import Scene

_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_ARGUMENTS = frozenset({Function.SUBJECT, Function.OBJECT, Function.OBLIQUE})


def barred(scene: Scene, pronoun: EntityMention) -> set[str]:
    """The entities that a pronoun is not.

    Who says the quotation that it stands in; the other parties of its event ("X met him"); the subject of the verb whose
    object it is, and any other argument of that verb; who is said to be what it owns ("X, her sister"). A reflexive
    means the subject, and is barred from nobody.
    """
    if is_reflexive(pronoun):
        return set()
    spans = _quoting(scene.extraction, pronoun.span) | _co_parties(scene.extraction, pronoun.span)
    standing = pronoun.standing
    if standing is None:
        return scene.keys(spans)
    spans |= set(standing.likened)
    if standing.function is Function.OBJECT:
        spans |= set(standing.subjects)
    if standing.function in _ARGUMENTS and standing.clause is not None:
        spans |= {m.span for m in scene.by_sentence[scene.place[pronoun.span]] if _is_beside(m, pronoun)}
    return scene.keys(spans)


def is_reflexive(pronoun: EntityMention) -> bool:
    """Whether a pronoun is himself, herself, themselves …"""
    return pronoun.name.lower().endswith(("self", "selves"))


def _is_beside(mention: EntityMention, pronoun: EntityMention) -> bool:
    """Whether a mention is another argument of the pronoun's verb; what only goes along with it may be the same."""
    mine, own = mention.standing, pronoun.standing
    if mine is None or own is None or mention.span == pronoun.span or mine.clause != own.clause:
        return False
    if Function.OBLIQUE in {mine.function, own.function}:
        return mine.function is not own.function and Function.OBJECT in {mine.function, own.function}
    return mine.function in _ARGUMENTS


def _co_parties(extraction: Extraction, span: Span) -> set[Span]:
    out: set[Span] = set()
    for event in extraction.events:
        spans = {r.mention for r in event.roles if r.mention and r.name in _PARTIES}
        if span in spans:
            out |= spans - {span}
    return out


def _quoting(extraction: Extraction, span: Span) -> set[Span]:
    """Nobody says "he" of himself in his own quotation."""
    return {
        a.authority
        for a in extraction.attributions
        if a.authority and a.quotation is Quotation.DIRECT and any(part.covers(span) for part in a.content)
    }
