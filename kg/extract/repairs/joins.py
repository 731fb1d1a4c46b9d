"""Clauses that the parser joins to the wrong word: a clause after "and" whose subject it takes for one more object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.repairs import reports
from kg.extract.syntax import NOMINAL, SUBJECT, children, governor_of, is_passive
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_BEFORE = frozenset({"advmod", "aux", "auxpass", "neg"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SPLITS = frozenset({",", ";", "-", "--", "–", "—"})
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
_PAST = frozenset({"VBD", "VBN"})
_REMAINING = frozenset({"be", "lie", "remain", "stand", "stay"})
_STEPS = 8
_TIMES = frozenset({"DATE", "TIME"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what a verb is joined to, and whose clause it is."""
    _join_passive(verb)
    if "conj" in verb.kinds:
        if "dobj" in verb.kinds:
            _gather_object(verb)
        _give_back(verb)
    reports.give_content(verb, lexicon)
    if verb.dep_ == "ccomp":
        _take_subject(verb)
        if not children(verb, "expl", "mark", *SUBJECT):
            _free_subject(verb)
    elif verb.dep_ == "xcomp" and any(aux.tag_ == "MD" for aux in children(verb, "aux")):
        _free_subject(verb)
        if children(verb, *SUBJECT):
            verb.relabel("conj")
    elif verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        if children(verb, *SUBJECT):
            reports.lift_report(verb, lexicon)
            _lift_present(verb, lexicon)
            return
        if _is_done_by(verb):
            verb.relabel("advcl")
            return
        _free_subject(verb)
        _join_agreeing(verb)
        _join_past(verb)
        reports.join_report(verb, lexicon)
        reports.join_silence(verb, lexicon)
        _join_bound(verb)


def _gather_object(verb: Token) -> None:
    """Gives the second of two correlated objects to the first: "sold not only *a mine* but also *two mills*"."""
    for thing in children(verb, "dobj"):
        if "preconj" not in thing.kinds:
            continue
        for other in children(verb, "conj"):
            if other.pos_ in _NOUNS and other.i > thing.i and not children(other, "aux", "cop", *SUBJECT):
                other.attach(thing, "conj")


def _give_back(verb: Token) -> None:
    """Gives a main verb its subject, which the parse gave to the relative clause: "a bill *Bell backed* has failed"."""
    nouns = [each for each in children(verb, "nsubj") if each.i < verb.i and each.pos_ in _NOUNS | {"PRON"}]
    if len(nouns) != 2 or nouns[0].pos_ not in _NOUNS or nouns[0].ent_type_ in _TIMES:  # noqa: PLR2004 (theirs and its own)
        return
    first, second = nouns
    if first.right_edge.i + 1 != second.left_edge.i or not has_tense(verb):
        return
    for main in children(verb, "conj"):
        linked = any(verb.i < link.i < main.i for link in children(verb, "cc"))
        linked = linked or verb.doc.tokens[main.left_edge.i - 1].text == ","
        if not linked and has_tense(main) and not children(main, *SUBJECT) and main.i > verb.i:
            first.attach(main, "nsubjpass" if children(main, "auxpass") else "nsubj")
        return


def _join_passive(verb: Token) -> None:
    """Joins what somebody else did to what one did: "they held a vote *hailed* by us but *dismissed* by others"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or "agent" not in verb.kinds or is_passive(verb.head):
        return
    if children(verb, "aux", "auxpass", "dobj", *SUBJECT):
        return
    for i in range(verb.i - 1, verb.sent.start, -1):
        other = verb.doc.tokens[i]
        reduced = other.tag_ == "VBN" and other.dep_ == "acl" and "agent" in other.kinds and "aux" not in other.kinds
        if reduced and not verb.is_ancestor(other) and other is not verb.head:
            verb.attach(other, "conj")
            return


def _is_done_by(verb: Token) -> bool:
    """Whether a participle beside a clause says by whom it was brought about: "the bill failed, *blocked by* Cole"."""
    if verb.tag_ != "VBN" or "agent" not in verb.kinds or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    linked = any(link.i < verb.i for link in children(verb.head, "cc"))
    if is_passive(verb.head):
        return False
    # "The town remains under siege and guarded by troops".
    return verb.head.lemma_ in _REMAINING if linked else verb.doc.tokens[verb.left_edge.i - 1].text == ","


def _take_subject(verb: Token) -> None:
    """Gives a clause the noun right before it, taken for an object: "said *the banks* would pay"."""
    head = verb.head
    if head.i > verb.i or not has_tense(verb) or children(verb, "expl", "mark", *SUBJECT) or head.pos_ not in _VERBAL:
        return
    first = verb.left_edge
    while first is not verb and first.is_punct:
        first = first.nbor()
    if head.lemma_ in ADDRESSING and len(children(head, "dobj", "dative")) < 2:  # noqa: PLR2004 (whom, and what)
        return
    # Of two, the nearer: "told police *Bell* fired".
    for thing in reversed(children(head, "dobj")):
        last = thing.right_edge
        if head.i < thing.i < verb.i and first.i - 2 <= last.i < first.i and thing.tag_ not in {"WDT", "WP"}:
            thing.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
            return


def _free_subject(verb: Token) -> None:
    """Gives a joined clause its subject, taken for one more of the nouns before: "met Bell, and *Cole* left"."""
    if not has_tense(verb):
        return
    start = min([verb.i, *(child.i for child in verb.children if child.dep_ in _BEFORE and child.i < verb.i)])
    noun = last = verb.doc.tokens[start - 1]
    if last.pos_ not in NOMINAL or start - 1 <= verb.head.i:
        return
    for _ in range(_STEPS):
        if noun.dep_ == "conj" or noun.right_edge is not last:
            break
        noun = noun.head
    joined = noun.dep_ == "conj" and noun.right_edge is last and noun.pos_ in NOMINAL and noun.head.pos_ in NOMINAL
    if not joined or noun.is_ancestor(verb) or _disagrees(noun, verb):
        return
    links = [link for link in children(noun.head, "cc") if link.i == noun.left_edge.i - 1]
    over = governor_of(noun.head)
    if links and over is not None and over is not verb and not verb.is_ancestor(over):
        noun.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
        if over.i < verb.i and has_tense(over) and over is not verb.head:
            verb.attach(over, "conj")


def _disagrees(noun: Token, verb: Token) -> bool:
    forms = [aux.tag_ for aux in children(verb, "aux", "auxpass")][:1] or [verb.tag_]
    return (noun.tag_ == "NNS" and forms[0] == "VBZ") or (noun.tag_ in {"NN", "NNP"} and forms[0] == "VBP")


def _lift_present(verb: Token, lexicon: Lexicon) -> None:
    """Takes a clause in the present from a report in the past: "said it had failed, *and the rebels hold* the town".

    What was said is told in the past tenses (Huddleston and Pullum 2002, ch. 3); what holds now, the writer adds.
    """
    told = verb.head
    over = told.head
    if told.dep_ != "ccomp" or over.tag_ != "VBD" or over.i > told.i or children(verb, "mark"):
        return
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    if found is None or found.name != "say" or not (_is_told_back(told) and _is_present(verb)):
        return
    link = next((each for each in children(told, "cc") if told.i < each.i < verb.i), None)
    quoted = any(t.text in _MARKS for t in verb.doc.tokens[over.i : verb.i])
    if link is not None and link.nbor(-1).text == "," and not quoted:
        link.attach(over, "cc")
        verb.attach(over, "conj")


def _is_told_back(verb: Token) -> bool:
    """Whether a verb is in a past tense, or has the past of a modal."""
    first = next(iter(children(verb, "aux", "auxpass")), verb)
    return first.tag_ == "VBD" or first.lower_ in {"could", "might", "would"}


def _is_present(verb: Token) -> bool:
    first = next(iter(children(verb, "aux", "auxpass")), verb)
    return first.tag_ in {"VBP", "VBZ"}


def _join_agreeing(verb: Token) -> None:
    """Joins a verb of one to the verb above whose subject is one: "*thinks* the banks lie and *is* angry"."""
    told, tags = verb.head, {verb.tag_, verb.head.tag_}
    if told.dep_ not in {"ccomp", "advcl", "relcl"} or not (tags == {"VBP", "VBZ"} or _is_apart(verb, tags)):
        return
    if any("aux" in each.kinds or "auxpass" in each.kinds for each in (verb, told)) or not children(told, *SUBJECT):
        return
    over = told.head
    for _ in range(_STEPS):
        if over.pos_ in _VERBAL and over.tag_ == verb.tag_ and "aux" not in over.kinds and over.i < verb.i:
            verb.attach(over, "conj")
            return
        if over.head is over:
            return
        over = over.head


def _is_apart(verb: Token, tags: set[str]) -> bool:
    """Whether a comma stands before "and" and a verb of another tense: "says the bank lies, and *called* it so"."""
    links = [link for link in children(verb.head, "cc") if verb.head.i < link.i < verb.i]
    return tags == {"VBD", "VBZ"} and bool(links) and links[-1].nbor(-1).text in _SPLITS


def _join_past(verb: Token) -> None:
    """Joins a past form under a present one to the last past form before it: "acts that hurt it and *stifled* us"."""
    head = verb.head
    # "May have been taken from men who lied and *gamed* the code": nobody may game it who is taken.
    unlike = "dobj" in verb.kinds and "auxpass" in head.kinds and any(c.tag_ == "MD" for c in children(head, "aux"))
    if verb.tag_ not in _PAST or not (unlike or head.tag_ in _PRESENT) or children(verb, "aux", "auxpass"):
        return
    if not unlike and any(aux.tag_ in _PAST for aux in children(head, "aux", "auxpass")):
        return
    for i in range(verb.i - 1, head.i, -1):
        other = verb.doc.tokens[i]
        if other.pos_ != "VERB" or other.tag_ not in _PAST or other.dep_ in {"amod", "compound"}:
            continue
        perfect = any(aux.lemma_ == "have" for aux in children(other, "aux")) and not children(other, "auxpass")
        joined = other.dep_ == "conj" and other.head.tag_ in _PAST
        if not verb.is_ancestor(other) and (other.tag_ == "VBD" or perfect or joined):
            verb.attach(other, "conj")
        return


def _join_bound(verb: Token) -> None:
    """Joins a verb done to "them" to the one that speaks of them: "said the rebels lied and *fined them*".

    So too "went where the rebels were and *fined them*": who does something to "them" is somebody else (Chomsky 1981,
    principle B).
    """
    told, over = verb.head, verb.head.head
    while told.dep_ in {"advcl", "relcl"} and over.pos_ in {"ADP", "NOUN", "PROPN"} and over.head is not over:
        over = over.head
    if told.dep_ not in {"advcl", "ccomp", "relcl"} or over.i > told.i or over.pos_ not in _VERBAL:
        return
    if not reports.same_tense(over, verb):
        return
    own = children(told, *SUBJECT)
    them = any(thing.lower_ == "them" for thing in children(verb, "dobj"))
    several = them and bool(own) and (own[0].tag_ in {"NNS", "NNPS"} or own[0].lower_ == "they")
    first = over
    while first.dep_ == "conj" and first.head.pos_ in _VERBAL and not children(first, "nsubj"):
        first = first.head
    if several and any(s.tag_ in {"NN", "NNP"} or s.lower_ in {"he", "she"} for s in children(first, "nsubj")):
        verb.attach(over, "conj")
