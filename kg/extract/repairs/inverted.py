"""Sentences that open with a participle, whose subject stands last: "also *arrested were two guards*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token

_FORMS = frozenset({"are", "is", "was", "were"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend(doc: Doc) -> None:
    """Gives participles before "be" the noun behind it for a subject, in place."""
    for token in doc.tokens:
        if token.lower_ in _FORMS and token.pos_ == "AUX" and ("attr" in token.kinds or "nsubj" in token.kinds):
            _turn(token)


def _turn(be: Token) -> None:
    behind = [noun for noun in children(be, "attr", "nsubj") if noun.pos_ in _NOUNS]
    if len(behind) != 1 or behind[0].i < be.i:
        return
    verb = be.head
    if be.dep_ in {"aux", "auxpass"} and verb.i < be.i:
        if verb.tag_ == "VB" and be.dep_ == "auxpass":
            verb.tag_ = "VBN"  # "*hit* hardest was the south"
    elif "csubj" in be.kinds and be.kinds["csubj"][0].i < be.i:
        verb = be.kinds["csubj"][0]
    else:
        return
    opens = all(each.pos_ == "ADV" for each in be.doc.tokens[be.sent.start : verb.i])
    others = [aux for aux in children(verb, "aux", "auxpass", "expl", "mark", *SUBJECT) if aux is not be]
    gerund = verb.dep_ == "csubj" and verb.tag_ == "VBG"  # "making it is a crime"
    if verb.tag_ not in _PARTICIPLES or gerund or not opens or others:
        return
    if verb.dep_ == "csubj":
        for child in [child for child in be.children if child is not verb and child is not behind[0]]:
            child.attach(verb, child.dep_)
        verb.raise_over(be, "auxpass")
    behind[0].attach(verb, "nsubjpass" if verb.tag_ == "VBN" else "nsubj")
