"""Whether a verb that is joined to another shares its subject, or may have that of a verb further up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.subjectless import is_expletive
from kg.extract.syntax import MAX_STEPS, SUBJECT, children, is_plural, nominals
from kg.extract.tense import has_tense
from kg.extract.valency import COLLECTIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token


def is_between(verb: Token, governor: Token) -> bool:
    """Whether a joined verb may share the subject of a verb further up, of whose tense it is.

    "She *is* glad that Bell *won* and *hopes* to talk to him": two may hope.
    """
    if verb.tag_ == "VBG" and not _takes_participle(verb, governor):
        return True
    finite = {"VBD", "VBZ"}
    if verb.tag_ not in finite or governor.tag_ not in finite:
        return False
    if verb.tag_ == governor.tag_:
        return _is_of_thing(verb, governor) or _is_in_series(verb, governor)
    if governor.dep_ not in {"ccomp", "acl", "relcl", "advcl"} or "aux" in verb.kinds or "aux" in governor.kinds:
        return False
    own = children(governor, *SUBJECT)
    if not own or own[0].pos_ == "PRON":
        return False
    above = governor.head
    for _ in range(MAX_STEPS):
        if above.pos_ in {"AUX", "VERB"} and above.tag_ in finite:
            return above.tag_ == verb.tag_
        if above.head is above:
            break
        above = above.head
    return False


def _takes_participle(verb: Token, governor: Token) -> bool:
    """Whether a verb in -ing may go on with another: "is *singing* and dancing", "is *feared* and getting worse".

    What "and" joins to another form belongs to something nearer: "*spoke* of taxes and of lending".
    """
    if governor.tag_ == "VBG" or governor.lemma_ == "be" or "auxpass" in governor.kinds or "aux" in verb.kinds:
        return True
    if any(governor.i < link.i < verb.i for link in children(governor, "cc")):
        # "Shows Bell *leaving* when asked to and not running".
        return governor.dep_ == "advcl" and governor.head.tag_ == "VBG"
    return True


def _is_in_series(verb: Token, governor: Token) -> bool:
    """Whether a verb behind a comma goes on with a clause or the verb over it: "began when he left, *grew*"."""
    over = governor.head
    behind = governor.dep_ == "advcl" and over.i < governor.i and over.tag_ == verb.tag_
    before = verb.doc.tokens[verb.left_edge.i - 1]
    return behind and (before if before.dep_ != "cc" else before.nbor(-1)).text == ","


def _is_of_thing(verb: Token, governor: Token) -> bool:
    """Whether a verb is joined to a clause about a thing, under one of the same tense about somebody.

    "*Bell* believed the polls that *showed* a lead and *followed* his plan": nothing but the sense tells who followed.
    """
    if governor.dep_ not in {"ccomp", "acl", "relcl", "advcl"}:
        return False
    own = [each for subject in children(governor, *SUBJECT) for each in nominals(subject)]
    if not own or any(can_act(each) or each.pos_ != "NOUN" for each in own):
        return False
    above = governor.head
    for _ in range(MAX_STEPS):
        if above.pos_ in {"AUX", "VERB"} and has_tense(above):
            doers = children(above, *SUBJECT)
            return above.tag_ == verb.tag_ and any(can_act(each) and not is_expletive(each) for each in doers)
        if above.head is above:
            break
        above = above.head
    return False


def agree(doers: Sequence[Token], verb: Token) -> bool:
    """Whether the form of a verb fits the number of those it would share: "the *hosts* would sign up … *says*"."""
    several = is_plural(verb)
    if verb.tag_ == "VBP" and any(aux.tag_ in {"MD", "TO"} for aux in children(verb.head, "aux")):
        # "Could reverse or *decline*": the modal is of both.
        return True
    if several is None or not doers or any(each.tag_ not in {"NN", "NNS"} for each in doers):
        return True
    return several == (len(doers) > 1 or doers[0].tag_ == "NNS") or any(_is_either(each) for each in doers)


def _is_either(noun: Token) -> bool:
    """Whether a noun may be one or several: "the *staff* work", "a *number* of men work"."""
    return noun.lemma_ in COLLECTIVE or "conj" in noun.kinds or noun.dep_ == "pobj"
