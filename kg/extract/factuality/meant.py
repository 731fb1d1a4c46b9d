"""Who is meant: definitions, those who do something, and whom a rule is for; none of them tells that anybody does it.

"The rate is of people *who seek* work", "those who *park* here pay a fine", "made to help any miner who *has lost*
his lamp". A relative clause that only marks out a kind (attributive uses after Donnellan 1966).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.readings import cue_class
from kg.extract.factuality.refuted import refuted
from kg.extract.syntax import children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PRESENT = frozenset({"VBP", "VBZ"})
_RELATIVE = frozenset({"that", "who"})
_DEPTH = 6


def is_marked_out(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a relative clause or a participle only tells who is meant."""
    if verb.dep_ not in {"acl", "relcl"}:
        return False
    if verb.dep_ == "relcl" and refuted(verb.head, lexicon) is not None:
        # "The story that he died was a hoax", which the parse took for the story that somebody told.
        return True
    return _is_defined(verb, lexicon) or _is_of_those(verb, lexicon) or _is_benefited(verb, lexicon)


def _is_simple(verb: Token) -> bool:
    return verb.tag_ in _PRESENT and verb.lemma_ != "be" and not children(verb, "aux", "auxpass")


def _first(verb: Token) -> Token:
    return (*children(verb, "aux", "auxpass"), verb)[0]


def _is_defined(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause stands in what a word means: "it refers to the share of people who *are seeking* work"."""
    if verb.tag_ == "VBD" or _first(verb).tag_ == "VBD":
        return False
    over = verb.head
    for _ in range(_DEPTH):
        if over.pos_ in {"VERB", "AUX"} or over.head is over:
            break
        over = over.head
    if over.lemma_ not in lexicon.words.get("defining", ()) or _first(over).tag_ not in _PRESENT:
        return False
    subjects = _subjects(over)
    # "It means that those who pay …" tells what follows.
    named = any(s.lower_ in {"it", "that", "this"} for s in subjects) and over.lemma_ != "mean"
    return named or any(s.lemma_ in {"expression", "phrase", "term", "word"} for s in subjects)


def _subjects(verb: Token) -> Sequence[Token]:
    return children(verb, "nsubj", "nsubjpass")


def _is_of_those(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells who "those" are that something is so of: "those who *park* here pay a fine".

    Not where they are told of alone ("there are those who think so", "he is among those who lead it").
    """
    those = verb.head
    if those.lower_ != "those" or verb.dep_ != "relcl" or not _is_simple(verb):
        return False
    if not any(s.lower_ in _RELATIVE for s in _subjects(verb)) or children(verb, "advmod", "npadvmod"):
        return False
    told = those.dep_ in {"nsubj", "nsubjpass"} or (those.dep_ == "pobj" and those.head.lower_ == "for")
    return told and cue_class(verb, lexicon) is None


def _is_benefited(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells whom a rule is to cover: "to benefit any miner who *has lost* his lamp"."""
    noun = verb.head
    over = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or over.lemma_ not in lexicon.words.get("benefiting", ()):
        return False
    return over.tag_ == "VB" and not noun.ent_type_ and any(s.lower_ in _RELATIVE for s in _subjects(verb))
