"""Whose word it is what a paper says that somebody only deals with: "the judge dismissed a suit *alleging* that …".

Who files a suit or sends a letter says what it says; who receives, reads or dismisses it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PAPERS = ("written", "medium", "saying")


def handled(verb: Token, lexicon: Lexicon) -> Token | None:
    """The paper that says what a participle behind it tells, where the verb over it only deals with it."""
    noun = _paper_before(verb)
    if noun is None or noun.dep_ not in {"dobj", "nsubjpass"} or children(noun, "poss"):
        return None
    if noun.head.lemma_ not in lexicon.words.get("dealing", ()):
        return None
    lemma, found = noun.lemma_.lower(), cue_class(noun, lexicon)
    told = found is not None and found.name in {"say", "allege"}
    return noun if told or any(lemma in lexicon.words.get(name, ()) for name in _PAPERS) else None


def _paper_before(verb: Token) -> Token | None:
    """The noun right before a participle that says what it tells, whether the parse hangs it there or on the verb."""
    if verb.tag_ != "VBG" or children(verb, "nsubj", "mark"):
        return None
    if verb.dep_ == "acl":
        return verb.head
    near = [t for t in children(verb.head, "dobj") if t.right_edge.i == verb.i - 1] if verb.dep_ == "advcl" else []
    return near[0] if near else None
