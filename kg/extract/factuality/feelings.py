"""What somebody feels about what he does: "was thrilled to receive it" and "how surprised he is" take it for granted.

Emotive predicates are factive (Kiparsky and Kiparsky 1970): who was glad to hear something has heard it. Of who is glad
or happy to do something now it is only told that he is willing, and so under a modal: "is happy to help", "would be
proud to serve".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import negation
from kg.extract.factuality.forms import FINITE, is_infinitive
from kg.extract.syntax import children
from kg.model import Certainty

if TYPE_CHECKING:
    from kg.extract.factuality.readings import Reading
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PAST = frozenset({"VBD", "VBN"})
# "How many", "how far", "how old": a measure may be small.
_MEASURES = frozenset(
    {
        "big",
        "close",
        "common",
        "deep",
        "expensive",
        "far",
        "fast",
        "few",
        "high",
        "important",
        "large",
        "likely",
        "little",
    }
    | {"long", "many", "much", "often", "old", "popular", "quick", "serious", "soon", "strong", "tall", "wide"}
)
_AHEAD = frozenset({"coming", "next", "tomorrow", "tonight"})


def felt(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading | None:
    """What somebody feels something about, as far as he has done it; None where nothing tells."""
    if head.lower_ not in lexicon.words.get("emotive", ()) or not is_infinitive(verb):
        return None
    bearer = head.head if head.dep_ in {"acomp", "oprd"} else head
    helped = children(bearer, "aux", "auxpass")
    forms = [c.tag_ for c in helped] if bearer is head else [bearer.tag_, *(c.tag_ for c in helped)]
    if "MD" in forms:
        return replace(reading.doubted(Certainty.UNKNOWN, f"if {head.text!r}"), future=True, cue=head)
    if FINITE.isdisjoint(forms) or negation.denied(bearer) or negation.denied(head):
        return None
    return (
        replace(reading, reasons=(*reading.reasons, f"felt by {head.text!r}"))
        if _is_done(verb, head, forms, lexicon)
        else None
    )


def _is_done(verb: Token, head: Token, forms: list[str], lexicon: Lexicon) -> bool:
    """Whether what somebody feels something about is done: in the past, or by the words themselves."""
    helped = {c.lemma_ for c in children(verb, "aux")}
    if "have" in helped:
        return True
    if "be" in helped or any(_AHEAD & {c.lower_, *(w.lower_ for w in c.children)} for c in children(verb, "npadvmod")):
        # "Thrilled to be coming to Norland".
        return False
    if head.lower_ == "excited":
        return False
    told = verb.lemma_ in lexicon.words.get("learning", ())
    willing = head.lower_ in lexicon.words.get("willing", ())
    return told or "VBD" in forms or not willing


def is_measured(adjective: Token) -> bool:
    """Whether "how" with an adjective asks for a measure, which may be small: "how old it is"."""
    return adjective.lower_ in _MEASURES
