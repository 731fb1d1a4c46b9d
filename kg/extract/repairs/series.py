"""Verbs of a series that the parser joins to one too high or too low, and nouns that it gives to the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING, INTRANSITIVE, OBJECT_CONTROL

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_BARE = frozenset({"VB", "VBP"})
_NAMES = frozenset({"PRON", "PROPN"})
_PAST_MODALS = frozenset({"could", "might", "would"})
_STEPS = 6


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what a verb of a series is joined to, and what it acts on."""
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and not children(verb, *SUBJECT):
        _take_counted(verb)
        _give_controlled(verb)
        _join_nearest(verb)
        _leave_absolute(verb)
        _join_content(verb, lexicon)
        _take_told(verb)
    elif verb.dep_ == "conj" and verb.head.lemma_ == "be":
        _give_contact(verb)
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG":
        _join_like(verb)
    elif verb.dep_ == "dep" and verb.i > verb.head.i:
        _join_loose(verb)
    elif verb.dep_ in {"acl", "relcl"} and verb.lemma_ == "have":
        _give_chance(verb, lexicon)
    if "nsubj" in verb.kinds:
        _give_first(verb)


def _take_counted(verb: Token) -> None:
    """Makes a subject of a noun taken for a part of a verb: "5 percent fell and *1 percent* rose"."""
    for noun in children(verb, "compound", "nmod"):
        if noun.pos_ == "NOUN" and noun.i == verb.i - 1 and has_tense(verb) and children(noun, "nummod", "det"):
            noun.relabel("nsubj")
            return


def _is_linked(verb: Token) -> bool:
    return any(verb.head.i < link.i < verb.i for link in children(verb.head, "cc"))


def _give_controlled(verb: Token) -> None:
    """Gives an infinitive to the verb that asks for it: "persuading buyers, like mills and banks, *to pay*"."""
    head = verb.head
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    if not to or _is_linked(verb) or head.lemma_ not in OBJECT_CONTROL or children(head, "xcomp", "ccomp"):
        return
    own = any(aux.tag_ == "TO" for aux in children(head, "aux"))
    if not own and any(head.i < thing.i < verb.i for thing in children(head, "dobj")):
        verb.relabel("xcomp")


def _join_nearest(verb: Token) -> None:
    """Joins a bare form right behind a comma to the last infinitive: "who hopes to cut taxes, *build* roads, and go".

    So too where the parse joins it to a verb of another form, or to an infinitive beyond a clause with a tense. "Cut"
    and its like are past forms as well, but not beside a present.
    """
    before = verb.doc.tokens[verb.left_edge.i - 1] if verb.left_edge.i else verb
    head = verb.head
    bare = verb.tag_ in _BARE or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_ and head.tag_ in {"VBP", "VBZ"})
    if not bare or before.text != "," or children(verb, "aux", "auxpass"):
        return
    for i in range(verb.i - 1, head.i, -1):
        other = verb.doc.tokens[i]
        if other.tag_ != "VB" or other.pos_ != "VERB" or not any(a.tag_ == "TO" for a in children(other, "aux")):
            continue
        between = any(t.pos_ in _VERBAL and t.tag_ in {"VBD", "VBP", "VBZ"} for t in verb.doc.tokens[head.i + 1 : i])
        finite = head.tag_ != "VB" or (head.dep_ == "ROOT" and "nsubj" in head.kinds and "aux" not in head.kinds)
        if not verb.is_ancestor(other) and (between or finite):
            verb.attach(other, "conj")
            verb.tag_ = "VB"
        return


def _join_loose(verb: Token) -> None:
    """Joins what the parse only sets beside a verb to the last of its form: "took the bag, *then left*".

    So too "to cut it, *grow* and build", "to mend it, *not end* it". A bare form needs one more behind it, "then" or
    "not": "I would say, look, it is over".
    """
    before = [child for child in verb.children if child.dep_ in {"advmod", "neg"} and child.i < verb.i]
    first = before[0] if before else verb
    mark = verb.doc.tokens[first.i - 1] if first.i else verb
    told = bool(before) and first.lower_ in {"not", "then"}
    later = any(each.tag_ == verb.tag_ and each.i > verb.i for each in children(verb, "conj"))
    listed = later and verb.tag_ == "VB" and first is verb
    if mark.text not in {",", "--", "—"} or not (told or listed) or children(verb, "aux", "auxpass", "mark", *SUBJECT):
        return
    for i in range(mark.i - 1, verb.sent.start - 1, -1):
        other = verb.doc.tokens[i]
        bound = other.tag_ != "VB" or children(other, "aux") or other.dep_ == "conj"
        if other.pos_ == "VERB" and other.tag_ == verb.tag_ and bound and other.dep_ not in {"amod", "compound"}:
            if not verb.is_ancestor(other) and verb.tag_ in {"VB", "VBD", "VBZ"}:
                verb.attach(other, "conj")
            return


def _leave_absolute(verb: Token) -> None:
    """Joins a past form to the verb above a phrase with "with": "stood with her arms crossed and *smiled*"."""
    head = verb.head
    if verb.tag_ != "VBD" or head.tag_ != "VBN" or head.dep_ != "advcl" or children(head, "aux", "auxpass"):
        return
    if any(mark.lower_ == "with" for mark in children(head, "mark")) and head.head.i < head.i and has_tense(head.head):
        verb.attach(head.head, "conj")


def _join_content(verb: Token, lexicon: Lexicon) -> None:
    """Joins what would be to what somebody says now would be: "the board says it would cost more but *would help*"."""
    head = verb.head
    found = lexicon.cues.get((head.lemma_.lower(), "verb"))
    if found is None or head.tag_ not in {"VBP", "VBZ"} or children(head, "aux"):
        return
    modals = {aux.lower_ for aux in children(verb, "aux")} & _PAST_MODALS
    for clause in children(head, "ccomp") if modals else ():
        like = any(aux.lower_ in modals for aux in children(clause, "aux"))
        if like and head.i < clause.i < verb.i and children(clause, *SUBJECT):
            verb.attach(clause, "conj")
            return


def _take_told(verb: Token) -> None:
    """Gives a clause that somebody is told its subject: "who told us *the bank* had paid"."""
    first = next(iter(child for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb)
    last = verb.doc.tokens[first.i - 1]
    noun = last
    for _ in range(_STEPS):
        if noun.dep_ == "dobj" or noun.right_edge is not last or noun.head is noun:
            break
        noun = noun.head
    over = noun.head
    told = noun.dep_ == "dobj" and over.i < noun.i and over.lemma_ in ADDRESSING and over is not verb.head
    whom = [each for each in children(over, "dative") if each.i < noun.left_edge.i]
    if told and whom and noun.right_edge is last and has_tense(verb) and first is not verb:
        noun.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
        verb.attach(over, "ccomp")


def _give_contact(verb: Token) -> None:
    """Gives a noun the clause about it without pronoun: "it was a place *Bell and Dahl found* some peace"."""
    for subject in children(verb, "nsubj"):
        link = subject.left_edge.nbor(-1)
        other = link.head
        if link.dep_ != "cc" or other.dep_ not in {"attr", "dobj"} or other.pos_ not in _NAMES:
            continue
        for noun in children(other.head, "attr", "dobj"):
            if noun.pos_ == "NOUN" and noun.right_edge.i + 1 == other.left_edge.i and other.head is verb.head:
                verb.attach(noun, "relcl")
                other.attach(verb, "nsubj")
                subject.attach(other, "conj")
                return


def _join_like(verb: Token) -> None:
    """Hangs a clause with "while" on the verb that it repeats: "*tells* us that it is so, while *telling* them no"."""
    if not any(mark.lower_ == "while" for mark in children(verb, "mark")):
        return
    over = verb.head
    for _ in range(_STEPS):
        if over.lemma_ == verb.lemma_ or over.head is over:
            break
        over = over.head
    if over.lemma_ == verb.lemma_ and over is not verb.head:
        verb.attach(over, "advcl")


def _give_chance(verb: Token, lexicon: Lexicon) -> None:
    """Gives a chance what it is for: "the chance that she has *to go*" is no duty to go."""
    noun = verb.head
    found = lexicon.cues.get((noun.lemma_.lower(), "noun"))
    if found is None or found.name != "able" or not children(verb, "nsubj"):
        return
    for clause in children(verb, "xcomp"):
        if any(aux.tag_ == "TO" for aux in children(clause, "aux")):
            verb.relabel("relcl")
            clause.attach(noun, "acl")
            return


def _give_first(verb: Token) -> None:
    """Gives an infinitive the first of two joined subjects: "they hope to cut *losses* and banks want to grow"."""
    for subject in children(verb, "nsubj"):
        others = [other for other in children(subject, "conj") if other.i < verb.i]
        start = subject.left_edge
        before = verb.doc.tokens[start.i - 1] if start.i else start
        bare = before.tag_ == "VB" and before.pos_ == "VERB" and before.lemma_ not in INTRANSITIVE
        if len(others) != 1 or not bare or not has_tense(verb) or before.kinds.keys() - {"aux", "advmod"}:
            continue
        if verb.is_ancestor(before) or subject.pos_ not in {"NOUN", "PROPN"} or others[0].pos_ != "NOUN":
            continue
        others[0].attach(verb, "nsubj")
        subject.attach(before, "dobj")
        return
