"""Objects that the parser takes for half of the next clause's subject: "killed *a guard* and *two men* were held"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.syntax import SUBJECT, TIMES, children, is_passive, is_plural
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING, TWO_OBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_NOMINAL = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
_BEFORE = frozenset({"advmod", "aux", "auxpass", "neg"})
_LINKS = frozenset({"and", "but", "while"})
_OWN = frozenset({"amod", "compound", "det", "nummod", "poss"})
_FILLING = frozenset({"acomp", "attr", "ccomp", "dative", "dobj", "oprd", "prep", "xcomp"})
# What these are about is no clause with a tense.
_BARE = frozenset({"allow", "manage", "prevent", "request", "try"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Gives the verb before a clause its object, and the clause its own subject, in place."""
    if verb.lemma_ in TWO_OBJECTS:
        _give_two(verb)
    if not has_tense(verb):
        return
    own = children(verb, "nsubj", "nsubjpass")
    if own:
        if len(own) == 1 and own[0].i < verb.i:
            _free_object(verb, own[0], lexicon)
    elif verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and "expl" not in verb.kinds:
        _free_subject(verb)


def _give_two(verb: Token) -> None:
    """Makes the first of two objects the one that is given the second: "gave *the winger Bo Dahl* a contract"."""
    things = [thing for thing in children(verb, "dobj") if thing.i > verb.i]
    if not things or "dative" in verb.kinds or verb.dep_ == "relcl" or verb.lemma_ in ADDRESSING or is_passive(verb):
        return
    first = things[0]
    behind = [other for other in children(first, "appos") if other.left_edge.lower_ in {"a", "an"}]
    if len(things) == 1 and behind and first.left_edge.i == verb.i + 1 and behind[-1].pos_ == "NOUN":
        second = behind[-1]
        if second.left_edge.nbor(-1).pos_ == "PROPN":
            second.attach(verb, "dobj")
            first.relabel("dative")
        return
    apart = len(things) == 1 or first.right_edge.i + 1 != things[1].left_edge.i or first.left_edge.i != verb.i + 1
    if not apart and things[1].pos_ != "PROPN" and can_act(first) and first.ent_type_ not in TIMES:
        first.relabel("dative")


def _free_object(verb: Token, subject: Token, lexicon: Lexicon) -> None:
    """Parts a subject of two behind a verb that says nothing: "if Bell shuts *the mine* and *Cole* comes back"."""
    start = subject.left_edge.i
    over = verb.doc.tokens[start - 1] if start > verb.sent.start else verb
    beside = over is verb.head or over.head is verb
    if not beside or over is verb or not _lacks_object(over, verb) or (pair := _pair(subject, verb)) is None:
        return
    first, second, link = pair
    if not (_is_known(over, verb, lexicon) or (_is_of_one(verb, second) and link.lower_ == "and")):
        return
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    if found is not None and found.name not in _BARE and over.lemma_ not in ADDRESSING:
        return
    if over.head is verb:
        _put_first(over, verb)
    else:
        verb.attach(over, "conj")
    _part(first, second, link)
    first.attach(over, "dobj")
    second.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    link.attach(over, "cc")


def _lacks_object(over: Token, verb: Token) -> bool:
    """Whether a verb may take what stands right behind it, and has nothing yet."""
    if over.pos_ != "VERB" or over.dep_ in {"amod", "aux", "auxpass"}:
        return False
    filled = [child for child in over.children if child.dep_ in _FILLING and child is not verb and child.i > over.i]
    return not filled and not is_passive(over) and over.tag_ in {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}


def _is_known(over: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb takes no clause with a tense, and the one behind its object has one for certain."""
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    marked = "aux" in verb.kinds or "auxpass" in verb.kinds
    if found is not None:
        return found.name in _BARE and marked
    if marked or verb.tag_ == "VBZ" or not verb.lower_.endswith("ed"):
        return verb.tag_ != "VBP" or over.tag_ in {"VBP", "VBZ"} or marked
    # "Curb banks and others focused on gain".
    return over.tag_ == "VBD" and "agent" not in verb.kinds


def _is_of_one(verb: Token, second: Token) -> bool:
    """Whether the form of a verb fits the nearer noun alone, which is another than the first."""
    own = second.pos_ == "PROPN" or "det" in second.kinds or "poss" in second.kinds
    return is_plural(verb) is False and second.tag_ in {"NN", "NNP"} and own


def _pair(noun: Token, verb: Token) -> tuple[Token, Token, Token] | None:
    """Two nouns that the parse has for one phrase, and what joins them."""
    joined = [other for other in children(noun, "conj") if noun.i < other.i < verb.i]
    if joined:
        first, second = noun, joined[0]
        links = [link for link in children(noun, "cc") if link.i == second.left_edge.i - 1]
        alone = len(joined) == 1 and "conj" not in second.kinds and noun.pos_ in _NOMINAL and second.pos_ in _NOMINAL
    else:
        nouns = [other for other in children(noun, "nmod") if other.i < noun.i and "conj" in other.kinds]
        first, second = nouns[0] if nouns else noun, noun
        links = [link for link in children(first, "cc") if first.i < link.i < noun.i]
        alone = len(nouns) == 1 and len(children(first, "conj")) == 1 and first.pos_ in _NOMINAL
    if not alone or len(links) != 1 or links[0].lower_ not in _LINKS or "preconj" in first.kinds:
        return None
    return first, second, links[0]


def _part(first: Token, second: Token, link: Token) -> None:
    """Gives each of two nouns its own words, where the parse has the first for a modifier of the second."""
    if first.head is not second:
        return
    for other in list(children(first, "conj")):
        other.attach(second, "poss" if "case" in other.kinds else "compound")
    for word in [child for child in second.children if child.dep_ in _OWN and child.i < link.i and child is not first]:
        word.attach(first, word.dep_)


def _put_first(over: Token, verb: Token) -> None:
    """Puts the first of two clauses over the second: "*if Bell goes* and Cole comes, we stay"."""
    marked = "mark" in over.kinds or "advmod" in over.kinds
    over.raise_over(verb, "conj")
    if not marked:
        return
    if over.head is not over:
        if over.dep_ == "ccomp" and over.i < over.head.i:
            over.relabel("advcl")
        return
    for main in children(verb, "ccomp", "conj", "parataxis"):
        if main.i > verb.i and main.left_edge.nbor(-1).text == "," and children(main, *SUBJECT) and has_tense(main):
            main.raise_over(over, "advcl")
            return


def _free_subject(verb: Token) -> None:
    """Gives a clause its subject, which the parse joins to an object: "took *a hill* and *army units* were in retreat".

    A verb that shares a subject has "and" right before it.
    """
    start = min([verb.i, *(child.i for child in verb.children if child.dep_ in _BEFORE and child.i < verb.i)])
    noun = verb.doc.tokens[start - 1]
    if noun.dep_ not in {"dobj", "pobj"} or noun.i <= verb.head.i or noun.right_edge.i != start - 1:
        return
    pair = _pair(noun, verb)
    if pair is None or pair[1] is not noun or noun.is_ancestor(verb):
        return
    first, second, link = pair
    over, relation = noun.head, noun.dep_
    _part(first, second, link)
    first.attach(over, relation)
    second.attach(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    link.attach(verb.head, "cc")
