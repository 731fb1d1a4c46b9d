"""Verbs that have lost in the parse what they say nothing, or something else, without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, is_passive
from kg.extract.valency import USING
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_WITHOUT = frozenset({"besides", "beyond", "except", "without"})
_TOLD = frozenset({RoleName.AMOUNT, RoleName.RECIPIENT, RoleName.THEME})


def lacks_object(frame: Frame, action: str) -> bool:
    """Whether a verb that always acts on something has nothing to act on, so that the parse must have lost it."""
    verb, words = frame.trigger, frame.lexicon.words
    if (
        action not in words.get("transitive", ())
        or action in words.get("objectless", ())
        or verb.pos_ != "VERB"
        or verb.tag_ in {"VBG", "JJ"}
    ):
        return False
    if is_passive(verb) or verb.dep_ in {"acl", "amod", "compound"} or {"ccomp", "dobj", "xcomp"} & verb.kinds.keys():
        return False
    return not any(role.name in _TOLD for role in frame.roles) and not frame.mutual


def lacks_complement(frame: Frame, action: str) -> bool:
    """Whether a verb says little, or something else, without a complement that was not found.

    Such are verbs that have an object nearly always ("accomplished"), and those that tell what somebody does with the
    help of another word only ("relies *on*", "looks *for*", "went *to*"). So does one that a bare "what" tells of.
    """
    verb, words = frame.trigger, frame.lexicon.words
    if verb.pos_ != "VERB" or verb.dep_ in {"amod", "compound"} or frame.mutual:
        return False
    told = any(role.name in _TOLD for role in frame.roles)
    over = (verb, *children(verb, "prep"))
    if not told and any(t.lower_ == "what" and not t.kinds for each in over for t in children(each, "dobj", "pobj")):
        # "Knows *what* they want", "… *what* they asked for".
        return True
    if told or any(each.pos_ != "PART" for each in children(verb, "xcomp")):
        return False
    if action in words.get("complement needed", ()):
        placed = any(role.name is RoleName.PLACE for role in frame.roles)
        done = is_passive(verb) or (verb.tag_ == "VBN" and "aux" not in verb.kinds)
        return not (placed or done or {"acomp", "attr", "oprd"} & verb.kinds.keys())
    if action not in words.get("object needed", ()) and action not in words.get("transitive", ()):
        return False
    if action in words.get("objectless", ()) or {"acomp", "oprd"} & verb.kinds.keys():
        return False
    passive = is_passive(verb)
    reduced = verb.tag_ == "VBN" and {"aux", "nsubj"}.isdisjoint(verb.kinds)
    # Of a passive its patient is lost, where somebody does it.
    return not (passive or reduced) or (passive and frame.has(RoleName.ACTOR))


def loses_limit(frame: Frame, *, negative: bool) -> bool:
    """Whether what is denied, opposed or forbidden is so only within a limit that no role tells.

    "Does not charge *those who cannot pay*" says nothing of others, "may not act *unless asked*" nothing of who is, and
    "bars them from voting *if they were jailed*" nothing of the rest.
    """
    verb = frame.trigger
    forbids = frame.action in frame.lexicon.words.get("forbidding", ())
    if verb.pos_ != "VERB" or not (negative or forbids):
        return False
    for clause in children(verb, "advcl"):
        marks = {mark.lower_ for mark in children(clause, "mark")}
        seeming = clause.left_edge.lower_ == "as" and clause.left_edge.nbor().lower_ in {"if", "though"}
        if clause.i > verb.i and ("unless" in marks or seeming or (forbids and "if" in marks)):
            return True
    ends = {role.words.end for role in frame.roles}
    for aim in children(verb, "advcl", "xcomp") if negative and verb.lemma_ in USING else ():
        if aim.i > verb.i and aim.tag_ == "VB" and aim.right_edge.idx + len(aim.right_edge.text) not in ends:
            # "Did not use it *to buy votes*" says nothing of other uses.
            return True
    for limit in children(verb, "prep"):
        apart = limit.nbor(-1).text == "," if limit.i else True
        told = limit.right_edge.idx + len(limit.right_edge.text) in ends
        if limit.lower_ in _WITHOUT and "pobj" in limit.kinds and limit.i > verb.i and not (apart or told):
            return True
    return negative and any(name is RoleName.RECIPIENT and _is_limited(head) for name, head in frame.heads)


def _is_limited(party: Token) -> bool:
    """Whether a relative clause tells which ones are meant: "*those* who cannot pay", not "Bell, who cannot"."""
    if party.ent_type_ or party.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return any(c.i > party.i and c.left_edge.nbor(-1).text != "," for c in children(party, "relcl"))
