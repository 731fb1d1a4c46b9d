"""The words of a verb group: auxiliaries, negation, verb and particle; and of a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.slots import VERBAL, text
from kg.extract.propositions.words import DOWNTONERS
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_AUXILIARY = frozenset({"aux", "auxpass"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def group(verb: Token) -> str:
    """The text of a verb with what belongs to it: "has not given up"."""
    own = [verb]
    shares = verb.dep_ == "conj" and verb.head.pos_ in VERBAL
    for child in verb.children:
        label = child.dep_
        if label in _GROUP:
            own.append(child)
            shares = shares and label not in _AUXILIARY
        elif label == "advmod" and (child.lower_ in DOWNTONERS or children(child, "neg")):
            own += [child, *children(child, "neg")]
        elif label in SUBJECT:
            shares = False
    return text([*own, *_shared(verb)] if shares else own)


def _shared(verb: Token) -> list[Token]:
    """The auxiliaries of a verb coordinated before that are this one's too: "was seized and [was] sold"."""
    first = verb.head
    while first.dep_ == "conj" and first.head is not first and not children(first, *_AUXILIARY):
        first = first.head
    before = [child for child in first.children if child.i < first.i]
    found = [child for child in before if child.dep_ in _AUXILIARY]
    if not any(_fits(verb, auxiliary) for auxiliary in found):
        return []
    contrasted = any(child.lower_ == "but" for child in children(verb.head, "cc"))
    return found if contrasted else [*found, *(child for child in before if child.dep_ == "neg")]


def _fits(verb: Token, auxiliary: Token) -> bool:
    """Whether an auxiliary can stand before the form of a verb."""
    match verb.tag_:
        case "VB":
            return auxiliary.tag_ in {"MD", "TO"} or auxiliary.lemma_ == "do"
        case "VBN":
            return auxiliary.lemma_ in {"be", "have", "get"}
        case "VBG":
            return auxiliary.lemma_ == "be"
        case _:
            return False


def preposition_of(token: Token) -> str:
    """The text of a preposition with the words that are one with it: "because of", "instead of", "such as"."""
    words = [token]
    for child in token.children:
        leads = child.lower_ == "such" or child.dep_ == "neg" or (token.lower_ == "of" and child.dep_ == "advmod")
        follows = child.pos_ == "ADP" and child.i == token.i + 1 and not children(child, "pobj", "pcomp")
        if leads or follows:
            words.append(child)
    return text(words)
