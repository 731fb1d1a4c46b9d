"""Which verbs have a tense, and so a subject of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_TENSED = frozenset({"VBD", "VBP", "VBZ"})
_FINITE = _TENSED | {"MD"}


def has_tense(verb: Token) -> bool:
    """Whether a verb has a tense or a modal of its own, by its form or that of an auxiliary."""
    auxiliaries = children(verb, "aux", "auxpass")
    return not _FINITE.isdisjoint([aux.tag_ for aux in auxiliaries]) if auxiliaries else verb.tag_ in _TENSED
