"""Where a clause ends and another begins, which the parser takes for one: run-on sentences, quotations, asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children
from kg.extract.tense import has_tense

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"AUX", "VERB"})
_PERCEIVED = frozenset({"hear", "help", "meet", "see", "watch"})
# Words that only the first place of a sentence writes large.
_OPENING = frozenset(
    {"A", "An", "He", "His", "It", "Its", "She", "That", "The", "These", "They", "This", "Those", "We"}
)
_LONG = 4
_MARKS = frozenset({'"', "“", "''", "``", "‘"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Parts, in place, what are two clauses, and gives each what is its own."""
    if "ccomp" in verb.kinds:
        _part(verb)
        _give_quotation(verb, lexicon)
        _fill_case(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _PERCEIVED:
        _free_main(verb)
    if verb.dep_ == "acl" and has_tense(verb):
        _raise(verb)
    if verb.lemma_ == "want" and "dobj" in verb.kinds:
        _wanted(verb)
    if "npadvmod" in verb.kinds:
        _name_first(verb)


def _part(verb: Token) -> None:
    """Parts a sentence from the next, where the stop is lost, and a title from its second half.

    "Said it would pay *The bank said so too*", "wrote a book called The Mine: *My Days Were Dark*".
    """
    for clause in children(verb, "ccomp"):
        first = clause.left_edge
        if clause.i < verb.i or not first.i or not has_tense(clause) or first.nbor(-1) is verb:
            continue
        before = first.nbor(-1)
        run_on = first.text in _OPENING and before.is_alpha and before.lower_ != "that" and before.pos_ in _NOUNS
        if (run_on and "nsubj" in clause.kinds) or (before.text == ":" and _is_title(clause)):
            clause.relabel("parataxis")


def _is_title(clause: Token) -> bool:
    """Whether all longer words of a clause are written large."""
    longer = [token for token in clause.subtree if token.is_alpha and len(token.text) >= _LONG]
    return len(longer) > 1 and all(token.text[0].isupper() for token in longer)


def _give_quotation(verb: Token, lexicon: Lexicon) -> None:
    """Gives a quotation to the verb of saying or thinking right before: "said she recalled *thinking*, “*It is*”"."""
    for clause in children(verb, "ccomp"):
        first = clause.left_edge
        first = first.nbor() if first.text == "," else first
        mark = first if first.text in _MARKS or not first.i else first.nbor(-1)
        if clause.i < verb.i or mark.text not in _MARKS or mark.i < verb.i + 3 or in_quotes(verb):
            continue
        teller = mark.nbor(-2) if mark.nbor(-1).text == "," else mark
        found = lexicon.cues.get((teller.lemma_.lower(), "verb")) if teller.pos_ == "VERB" else None
        if found is None or found.name not in {"believe", "say"} or teller is verb or clause.is_ancestor(teller):
            continue
        if verb.is_ancestor(teller) and not children(teller, "ccomp", "dobj"):
            clause.attach(teller, "ccomp")
            return


def _fill_case(verb: Token) -> None:
    """Gives "in case" its clause: "said it needs a plan *in case the mine shuts*"."""
    for clause in children(verb, "ccomp"):
        first = clause.left_edge
        if clause.i < verb.i or first.i <= verb.i + 2 or "mark" in clause.kinds or not children(clause, *SUBJECT):
            continue
        case, preposition = first.nbor(-1), first.nbor(-2)
        if case.lower_ == "case" and preposition.lower_ == "in" and case.head is preposition:
            over = preposition.head
            if over.pos_ in _VERBAL and over is not clause and not clause.is_ancestor(over):
                clause.attach(over, "advcl")
                return


def _free_main(verb: Token) -> None:
    """Gives a noun its verb, taken for what a relative clause tells: "and *guests* who want to see Bell *will pay*"."""
    over = clause = verb.head
    modal = any(aux.tag_ == "MD" for aux in children(verb, "aux"))
    if over.tag_ != "VB" or over.i > verb.i or not modal or "mark" in verb.kinds:
        return
    while clause.dep_ == "xcomp":
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.dep_ != "conj" or noun.head.pos_ not in _NOUNS or not children(verb, "nsubj"):
        return
    above = noun.head.head
    while above.pos_ not in _VERBAL and above.head is not above:
        above = above.head
    if above.pos_ in _VERBAL and above.i < noun.i:
        for thing in children(verb, "nsubj"):
            thing.attach(over, "dobj")
        verb.attach(above, "conj")
        noun.attach(verb, "nsubj")


def _raise(verb: Token) -> None:
    """Makes the verb of its sentence of what stands behind a noun without one: "At dusk, *Bell called* us in"."""
    noun = verb.head
    if noun.dep_ != "ROOT" or noun.pos_ not in _NOUNS or verb.tag_ != "VBD" or verb.i != noun.i + 1:
        return
    things = children(verb, "dobj", "oprd")
    whole = bool(things) and not children(verb, "agent", "mark", *SUBJECT)
    if not whole or any(has_tense(c) and c is not verb for c in noun.children if c.pos_ in _VERBAL):
        return
    if "dobj" not in verb.kinds:
        things[0].relabel("dobj")
    before = [child for child in noun.children if child.dep_ in {"advmod", "npadvmod", "prep"} and child.i < noun.i]
    after = [child for child in noun.children if child.i > verb.i and child.is_punct]
    verb.raise_over(noun, "nsubj")
    for child in (*before, *after):
        child.attach(verb, child.dep_)


def _wanted(verb: Token) -> None:
    """Gives "want" the infinitive behind an aside: "does not want the miners, all of them, *to know*"."""
    if children(verb, "ccomp", "xcomp"):
        return
    for thing in children(verb, "dobj"):
        end = thing.right_edge.i + 1
        if thing.i < verb.i or end >= verb.sent.end or verb.doc.tokens[end].text != ",":
            continue
        for to in verb.doc.tokens[end + 1 : verb.right_edge.i + 1]:
            clause = to.head
            if to.tag_ == "TO" and to.nbor(-1).text == "," and clause.tag_ == "VB" and clause.dep_ == "xcomp":
                clause.attach(verb, "xcomp")
                return


def _name_first(verb: Token) -> None:
    """Makes the subject of a name before it and an aside: "*Norland*, a land of miners, will vote"."""
    for name in children(verb, "npadvmod"):
        for noun in children(verb, "nsubj", "nsubjpass"):
            first, after = noun.left_edge, noun.right_edge.i + (noun.right_edge.text != ",")
            named = name.pos_ == "PROPN" and name.ent_type_ in {"GPE", "ORG", "PERSON"} and name.i < noun.i
            apart = first.lower_ in {"a", "an", "the"} and name.right_edge.i + 2 == first.i and after < verb.sent.end
            commas = apart and first.nbor(-1).text == "," and verb.doc.tokens[after].text == ","
            if named and commas and noun.i < verb.i:
                relation = noun.dep_
                noun.attach(name, "appos")
                name.relabel(relation)
                return
