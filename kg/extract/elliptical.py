"""What somebody has and the text does not say again: "outspent by *Dahl's*" (her campaign)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import own_span, phrase
from kg.model import EntityMention, MentionKind, Span

if TYPE_CHECKING:
    from kg.extract.tree import Token

_STANDING = frozenset({"attr", "conj", "dobj", "pobj"})  # where a name that owns nothing stands
_ENDING = frozenset({"ADP", "AUX", "CCONJ", "PUNCT", "SCONJ"})  # what begins what is no part of a phrase


def is_elliptical(token: Token) -> bool:
    """Whether a name only tells whose a thing is that is not said again: "outspent by *Dahl's* when …"."""
    mark = token.kinds.get("case", ())
    if not mark or token.dep_ not in _STANDING or token.pos_ != "PROPN" or mark[0].ent_iob_ == "I":
        return False
    after = mark[0].i + 1
    return after >= token.sent.end or token.doc.tokens[after].pos_ in _ENDING


def of_somebody(token: Token) -> EntityMention:
    """What somebody has and the text does not say again, by the whole phrase: "Dahl's"."""
    tokens = [*phrase(token), *token.kinds["case"]]
    span = Span(tokens[0].idx, max(each.idx + len(each.text) for each in tokens))
    name = token.doc.text[span.start : span.end]
    return EntityMention(span=span, kind=MentionKind.NOMINAL, head=own_span(token), lemma=name.lower(), name=name)
