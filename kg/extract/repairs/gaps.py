"""Relative pronouns and infinitives that belong further down or up than the parser has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.misread import disagrees
from kg.extract.syntax import SUBJECT, children
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_RELATIVES = frozenset({"that", "which", "who", "whom"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"AUX", "VERB"})
_TOLD = frozenset({"believe", "say"})
_CONTENT = frozenset({"believe", "know", "say"})
# What fills the place of an object.
_FILLING = frozenset({"acomp", "attr", "ccomp", "dobj", "oprd", "xcomp"})
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "people", "somebody", "someone", "those"})
_TIMES = frozenset({"day", "moment", "time", "year"})
_STEPS = 4


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what a verb has of another clause."""
    if verb.dep_ == "relcl":
        _ask(verb)
        _give_below(verb, lexicon)
        _climb(verb)
        _climb_to_somebody(verb, lexicon)
        _free_main(verb)
    if verb.lemma_ == "have" and "xcomp" in verb.kinds:
        _give_noun(verb)
    if verb.dep_ == "ccomp" and "ccomp" in verb.kinds:
        _add_content(verb, lexicon)


def _ask(verb: Token) -> None:
    """Parts a question from the noun before it: "the issue is, for that party, *who do you trust*"."""
    first = verb.left_edge
    subjects = [each for each in children(verb, "nsubj") if each is not first]
    before = [aux for aux in children(verb, "aux") if first.i + 1 == aux.i < verb.i and aux.lemma_ == "do"]
    if first.lower_ not in {"what", "who", "whom"} or not before or not subjects or subjects[0].i < before[0].i:
        return
    over = verb.head
    while over.head is not over and not (over.pos_ in _VERBAL and over.dep_ in {"ccomp", "conj"}):
        over = over.head
    verb.attach(over, "ccomp" if over.lemma_ == "be" else "parataxis")
    if first.dep_ == "nsubj" and "dobj" not in verb.kinds:
        first.relabel("dobj")


def _give_below(verb: Token, lexicon: Lexicon) -> None:
    """Gives the pronoun of a relative clause to what somebody says or thinks in it: "*who* they say *have left*"."""
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    if found is None or found.name not in _TOLD or verb.lemma_ in ADDRESSING or "nsubj" not in verb.kinds:
        return
    pronoun = next((each for each in children(verb, "dobj") if each.i < verb.i and each.lower_ in _RELATIVES), None)
    for clause in children(verb, "advcl", "ccomp") if pronoun is not None else ():
        if clause.i < verb.i or not has_tense(clause) or "mark" in clause.kinds or pronoun is None:
            continue
        if not children(clause, "expl", *SUBJECT):
            for up in children(verb, "prt"):
                # "Who she fears *by this time* have left".
                if up.i + 1 == clause.left_edge.i:
                    up.attach(clause.left_edge, "advmod")
            pronoun.attach(clause, "nsubjpass" if children(clause, "auxpass") else "nsubj")
            clause.relabel("ccomp")
        elif clause.lemma_.lower() in lexicon.words.get("transitive", ()) and clause.kinds.keys().isdisjoint(_FILLING):
            pronoun.attach(clause, "dobj")
        else:
            continue
        return


def _climb(verb: Token) -> None:
    """Hangs a second clause with "that" on the noun of the first: "laws that are *in place that bind* us".

    A bare noun behind "in" is nothing that a clause tells more of, and people by name take "who".
    """
    first, noun = verb.left_edge, verb.head
    if first.lower_ != "that" or first.dep_ not in SUBJECT or first.i != noun.i + 1 or noun.dep_ != "pobj":
        return
    bare = noun.tag_ == "NN" and not noun.children[0].i < noun.i and noun.head.lower_ in {"at", "in", "on", "under"}
    if not bare and not (noun.pos_ == "PROPN" and noun.ent_type_ == "NORP"):
        return
    over = noun.head
    for _ in range(_STEPS):
        if over.dep_ == "relcl" or over.head is over:
            break
        over = over.head
    stacked = over.dep_ == "relcl" and any(each.lower_ == "that" for each in children(over, "nsubj", "nsubjpass"))
    if stacked and not disagrees(verb, over.head):
        verb.attach(over.head, "relcl")


def _climb_to_somebody(verb: Token, lexicon: Lexicon) -> None:
    """Hangs a clause with "who" on the person above a thing: "a *man* who had to hide his books, *who left*"."""
    noun = verb.head
    pronoun = next((each for each in children(verb, "nsubj", "nsubjpass") if each.lower_ == "who"), None)
    if pronoun is None or pronoun.nbor(-1).text != "," or pronoun is not verb.left_edge:
        return
    if noun.ent_type_ or noun.pos_ != "NOUN" or can_act(noun) or "poss" not in noun.kinds:
        return
    above = noun.head
    for _ in range(_STEPS):
        if above.pos_ in _NOUNS | {"PRON"} or above.head is above:
            break
        above = above.head
    known = above.ent_type_ == "PERSON" or above.lemma_.lower() in lexicon.parties or above.lower_ in _ANYBODY
    if known and above.i < noun.i and not disagrees(verb, above) and above is not noun:
        verb.attach(above, "relcl")


def _free_main(verb: Token) -> None:
    """Gives a sentence its verb, taken for a clause about a noun: "By the time they saw the bill *most had left*"."""
    over = verb.head.head
    time = over.head
    by = time.head
    opens = over.dep_ == "relcl" and time.lemma_ in _TIMES and by.dep_ == "ROOT" and by.pos_ in {"ADP", "SCONJ"}
    if not opens or verb.head.dep_ != "dobj" or not has_tense(verb) or verb.left_edge.i != verb.head.i + 1:
        return
    if children(verb, "nsubj", "nsubjpass") and verb.left_edge.lower_ not in _RELATIVES:
        verb.raise_over(by, "prep")


def _give_noun(verb: Token) -> None:
    """Gives an infinitive to the noun of somebody right before it: "doubts that we have about *her* fitness *to lead*".

    "Have to" is a duty only where nothing stands between.
    """
    for clause in children(verb, "xcomp"):
        to = next((aux for aux in children(clause, "aux") if aux.tag_ == "TO"), None)
        noun = to.nbor(-1) if to is not None else verb
        if noun.i > verb.i and noun.pos_ == "NOUN" and noun.dep_ == "pobj" and "poss" in noun.kinds:
            clause.attach(noun, "acl")
            return


def _add_content(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb of knowing or saying a second content: "knew how many saw *it, that* others had gone"."""
    over = verb.head
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    own = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    if found is None or found.name not in _CONTENT or over.i > verb.i or (own is not None and own.name == "say"):
        return
    for clause in children(verb, "ccomp"):
        first = clause.left_edge
        marked = first.dep_ == "mark" and first.lower_ == "that" and first.nbor(-1).text == ","
        if marked and any(verb.i < thing.i < first.i for thing in children(verb, "dobj")):
            clause.attach(over, "ccomp")
            return
