"""Clauses whose subject the parser gives to another word: an object, a name's first words, a participle's noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children, governor_of
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_BEFORE = frozenset({"advmod", "aux", "auxpass", "neg"})
_MEASURES = frozenset({"DATE", "MONEY", "PERCENT", "TIME"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ONE = frozenset({"a", "an"})
_VERBAL = frozenset({"AUX", "VERB"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Gives the clause of a verb its subject, in place."""
    if verb.dep_ == "ccomp" and verb.head.i < verb.i:
        if not children(verb, "expl", "mark", *SUBJECT):
            _take_participle(verb)
            _take_before_tag(verb, lexicon)
        elif not children(verb, "mark"):
            _take_name(verb, lexicon)
    elif verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        if children(verb, *SUBJECT):
            _take_noun(verb)
        else:
            _take_told(verb)
    elif verb.lemma_ == "be" and not children(verb, "acomp", "attr", "prep"):
        _take_predicate(verb)
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in lexicon.words.get("measuring", ()):
        _give_measured(verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN" and "agent" in verb.kinds:
        _leave_amount(verb)


def _take_predicate(verb: Token) -> None:
    """Gives a question what it asks about its subject, taken for an apposition: "Was Bell *a minister* who lied?"."""
    for subject in children(verb, "nsubj"):
        for noun in children(subject, "appos"):
            if verb.i < subject.i and noun.left_edge.i == subject.i + 1 and noun.left_edge.lower_ in _ONE:
                noun.attach(verb, "attr")


def _take_name(verb: Token, lexicon: Lexicon) -> None:
    """Gives the subject of what is said its first words, taken for an object: "said *Bell's plan for* May is late"."""
    over, own = verb.head, children(verb, "nsubj", "nsubjpass")
    found = lexicon.cues.get((over.lemma_.lower(), "verb")) if own and over.i < verb.i else None
    if found is None or found.name != "say" or over.lemma_ in ADDRESSING or own[0].pos_ == "PRON":
        return
    for thing in children(over, "dobj"):
        if over.i < thing.i and thing.right_edge.i + 1 == verb.left_edge.i == own[0].left_edge.i:
            thing.attach(own[0], "nmod")


def _take_participle(verb: Token) -> None:
    """Gives a clause its noun, taken for the subject of a participle behind it: "said *those killed* were guards".

    What has a tense of its own keeps its noun, and shares it: "said *the men* came, took it and left".
    """
    for other in children(verb.head, "ccomp"):
        nouns = children(other, "nsubj")
        if not nouns or not verb.head.i < other.i < verb.i or not has_tense(verb) or children(other, "mark"):
            continue
        bare = other.tag_ == "VBN" and not children(other, "aux", "auxpass", "dobj")
        if bare and other.right_edge.i + 1 == verb.left_edge.i:
            noun = nouns[-1]
            noun.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
            other.attach(noun, "acl")
        elif other.tag_ == verb.tag_ == "VBD" and verb.left_edge.nbor(-1).text == ",":
            verb.attach(other, "conj")
        else:
            continue
        return


def _take_before_tag(verb: Token, lexicon: Lexicon) -> None:
    """Gives a clause its subject before a speaker's aside: "*The guards*, Bell said, were poor, *earning* little".

    What stands behind the clause belongs to it, and not to the aside.
    """
    over, comma = verb.head, _comma(verb)
    own = children(over, "nsubj")
    found = lexicon.cues.get((over.lemma_.lower(), "verb")) if len(own) == 2 else None  # noqa: PLR2004 (of the clause, of the aside)
    if found is None or found.name != "say" or comma is None or comma.i <= over.i or not has_tense(verb):
        return
    first, second = own
    if second.i < over.i and first.right_edge.nbor().text == "," and first.right_edge.i + 2 == second.left_edge.i:
        first.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
        for behind in children(over, "xcomp", "advcl"):
            if behind.tag_ == "VBG" and behind.i > verb.i:
                behind.attach(verb, "advcl")


def _take_noun(verb: Token) -> None:
    """Makes a relative clause of what the parse takes for the main one: "in May a bill *Bell had backed* failed"."""
    clause, noun = verb.head, children(verb, *SUBJECT)[0]
    own = children(clause, "nsubj", "nsubjpass")
    linked = any(clause.i < link.i < verb.i for link in children(clause, "cc", "punct"))
    if not own or linked or clause.i > verb.i or noun.pos_ not in _NOUNS or not has_tense(verb):
        return
    if noun.right_edge.i + 1 == own[0].left_edge.i and own[-1].i < clause.i and clause.dep_ not in {"acl", "relcl"}:
        verb.raise_over(clause, "dep")
        clause.attach(noun, "relcl")
        for setting in children(clause, "npadvmod", "prep"):
            if setting.i < noun.i:
                setting.attach(verb, setting.dep_)


def _comma(verb: Token) -> Token | None:
    """The comma right before a clause, whether or not the parse has it in the clause."""
    first = verb.left_edge
    before = first if first.text == "," or not first.i else first.nbor(-1)
    return before if before.text == "," else None


def _give_measured(verb: Token) -> None:
    """Gives a participle what it measures: "set fees, *ranging* from 5 to 9 percent, on trade": the fees range."""
    over, comma = verb.head, _comma(verb)
    if comma is None or not comma.i or over.i > verb.i:
        return
    things = [thing for thing in children(over, "dobj", "nsubjpass") if thing.right_edge.i == comma.i - 1]
    for phrase in children(verb, "prep") if things else ():
        if phrase.left_edge.nbor(-1).text == "," and phrase.i > verb.i:
            phrase.attach(over, "prep")
    if things:
        verb.attach(things[0], "acl")


def _leave_amount(verb: Token) -> None:
    """Takes a participle with "by" from a sum behind which it stands: "gifts have passed $2m, *driven by* a few"."""
    noun, over = verb.head, governor_of(verb.head)
    amount = noun.ent_type_ in _MEASURES or any(child.ent_type_ in _MEASURES for child in noun.children)
    if amount and over is not None and _comma(verb) is not None and verb.i > noun.i:
        verb.attach(over, "advcl")


def _take_told(verb: Token) -> None:
    """Makes what somebody is told of a clause whose subject was taken for an object: "told her *the bank* had paid"."""
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in _BEFORE and child.i < verb.i)])
    if not has_tense(verb) or any(verb.head.i < link.i < verb.i for link in children(verb.head, "cc")):
        return
    noun = verb.doc.tokens[first - 1]
    while noun.dep_ != "dobj" and noun.right_edge is noun.head.right_edge:
        noun = noun.head
        if noun.head is noun:
            return
    teller = noun.head
    told = [t for t in children(teller, "dative", "dobj") if t is not noun]
    if noun.dep_ == "dobj" and told and noun.right_edge.i == first - 1 and teller.lemma_ in ADDRESSING:
        noun.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
        verb.attach(teller, "ccomp")
