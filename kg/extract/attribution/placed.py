"""Where the verbs stand that can tell whose words a quotation is: before it, behind it, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.quotemarks import Quote
    from kg.extract.tree import Token

_FAR = 30  # tokens between a quotation and the cue beside it, for the speaker's name and what he is
_STOPS = frozenset({".", "!", "?", ";"})
_LEADS = frozenset({",", ":"})


class Cue(NamedTuple):
    """A verb outside of quotations that can tell who speaks.

    ``likely`` is one that does so before a quotation too, since its subject can speak or it is a verb of saying;
    ``plain`` one that does so without touching the quotation.
    """

    verb: Token
    speaker: Token
    kind: str
    likely: bool
    plain: bool


def follows(cue: Cue, quote: Quote) -> bool:
    """Whether a cue with its own subject comes right after a quotation: "“…,” said X", "“…,” X of Norland said"."""
    verb = cue.verb
    # "“…,” she is quoted as saying": the speaker is the subject of another verb.
    subjects = children(verb, "nsubj") or ([cue.speaker] if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else [])
    subject = next((s for s in subjects if s.i > quote.end), None)
    if subject is None or not quote.end < verb.i <= quote.end + _FAR:
        return False
    first = min(max(subject.left_edge.i, quote.end + 1), verb.i)
    # After a full stop inside the marks another sentence begins.
    ended = verb.doc.tokens[quote.end - 1].text == "." and subject.i < verb.i
    # "“…,” though he noted that …": what comes with a conjunction tells of something else.
    joined = any(c.i < first and (c.dep_ == "mark" or c.tag_ == "WRB") for c in children(verb, "mark", "advmod"))
    return first <= quote.end + 2 and not ended and not joined


def leads(cue: Cue, quote: Quote) -> bool:
    """Whether a cue comes right before a quotation: "X said: “…”", "X, in Norland, asked “…”"."""
    doc = cue.verb.doc
    opening = quote.start - 1
    if not cue.likely or not 0 < opening - cue.verb.i <= _FAR:
        return False
    touches = cue.verb.i == opening - 1 or doc.tokens[opening - 1].text in _LEADS
    return touches and not any(t.text in _STOPS for t in doc[cue.verb.i + 1 : opening])


def distance(cue: Token | None, quote: Quote) -> int:
    """How many tokens part a cue from the nearer end of a quotation."""
    if cue is None:
        return quote.end
    return min(abs(cue.i - quote.start), abs(cue.i - quote.end))
