"""Participles that the parser hangs on the wrong noun, or takes for what they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lexemes
from kg.extract.infinitives import can_act
from kg.extract.syntax import SUBJECT, children
from kg.extract.valency import BODIES, PAPERS, PARTITIVE, VOICING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_CARRYING = frozenset({"be", "get", "have"})
_PLACING = frozenset({"at", "in", "inside", "near", "on", "outside"})
_OTHERS = frozenset({"her", "him", "them"})
_STEPS = 6
# Whoever has these is no bare participle.
_FINITE = SUBJECT | {"aux", "auxpass"}


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what a participle belongs to."""
    if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and "nsubj" in verb.kinds:
        _make_subject(verb, lexicon)
    if verb.tag_ not in {"VBG", "VBN"} or not _FINITE.isdisjoint(verb.kinds):
        return
    if verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "xcomp"}:
        _describe(verb)
    elif verb.tag_ == "VBG" and verb.dep_ == "acl":
        _name(verb, lexicon)
        _show(verb)
        _relate(verb, lexicon)
        _free(verb, lexicon)
    elif verb.tag_ == "VBG" and verb.dep_ == "advcl":
        _see(verb)
    elif verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        _think(verb, lexicon)


def _describe(verb: Token) -> None:
    """Gives a verb its object, and that its participle: "the court noted *published* reports"."""
    over = verb.head
    things = children(verb, "dobj")
    if over.i != verb.i - 1 or over.lemma_ in _CARRYING or len(things) != 1 or children(over, "dobj"):
        return
    thing = things[0]
    if thing.left_edge.i == verb.i + 1 and thing.pos_ in _NOUNS:
        thing.attach(over, "dobj")
        verb.attach(thing, "amod")


def _name(verb: Token, lexicon: Lexicon) -> None:
    """Makes a noun of a participle with nothing under it that names an event: "at the committee *hearing*"."""
    noun = verb.head
    bare = all(child.is_punct for child in verb.children)
    if bare and verb.i == noun.i + 1 and noun.lemma_.lower() in BODIES and lexemes.nominal(verb, lexicon) is not None:
        verb.raise_over(noun, "compound")
        verb.tag_, verb.pos_ = "NN", "NOUN"


def _show(verb: Token) -> None:
    """Hangs a participle on whom a thing is of, and not on the thing: "footage of a *woman* pleading".

    Not what a paper says itself: "a letter of the board opposing it".
    """
    noun = verb.head
    if can_act(noun) or noun.lower_ in PARTITIVE or noun.lemma_.lower() in PAPERS or verb.lemma_ in VOICING:
        return
    for of in children(noun, "prep"):
        for shown in children(of, "pobj"):
            if of.lower_ == "of" and shown.right_edge.i + 1 == verb.left_edge.i and can_act(shown):
                verb.attach(shown, "acl")
                return


def _free(verb: Token, lexicon: Lexicon) -> None:
    """Gives a verb the participle that says what came of it: "opened fire at a *party* killing two".

    So too what is done to somebody right behind him: "attacked the *banker* accusing him".
    """
    noun, over = verb.head, verb.head.head
    if noun.right_edge is not verb.right_edge or noun.i + 1 != verb.left_edge.i:
        return
    harm = verb.lemma_ in lexicon.words.get("resulting", ()) and "dobj" in verb.kinds
    if harm and noun.dep_ == "pobj" and over.head.pos_ == "VERB" and not can_act(noun):
        if lexemes.nominal(noun, lexicon) is None and over.lower_ in _PLACING and children(over.head, *SUBJECT):
            verb.attach(over.head, "advcl")
    elif noun.dep_ == "dobj" and over.pos_ == "VERB" and over.lemma_ not in lexicon.words.get("perceiving", ()):
        named = any(thing.lower_ in _OTHERS for thing in children(verb, "dobj")) and verb.lemma_ in VOICING
        if named and can_act(noun):
            verb.attach(over, "advcl")


def _relate(verb: Token, lexicon: Lexicon) -> None:
    """Hangs what only things do on the thing above: "*charges* against her aides pertaining to the fund"."""
    if verb.lemma_ not in lexicon.words.get("relating", ()):
        return
    noun = verb.head
    for _ in range(_STEPS):
        if noun.pos_ in _NOUNS and not (can_act(noun) or any(can_act(c) for c in children(noun, "conj"))):
            break
        if noun.dep_ not in {"conj", "pobj", "prep"}:
            return
        noun = noun.head
    if noun is not verb.head and noun.pos_ in _NOUNS:
        verb.attach(noun, "acl")


def _think(verb: Token, lexicon: Lexicon) -> None:
    """Makes a subject of a gerund and its object: "believe *finding Bell* so soon may have saved lives"."""
    over = verb.head
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    if found is None or found.name not in {"believe", "say"}:
        return
    for clause in children(verb, "ccomp"):
        modal = any(aux.tag_ == "MD" for aux in children(clause, "aux"))
        things = [s for s in children(clause, "nsubj") if s.left_edge.i == verb.i + 1] if modal else ()
        if things and "mark" not in clause.kinds:
            clause.attach(over, "ccomp")
            things[0].attach(verb, "dobj")
            verb.attach(clause, "csubj")
            return


def _make_subject(verb: Token, lexicon: Lexicon) -> None:
    """Makes a subject of somebody's doing something: "they thought *Bell saying ‘Go’* would help"."""
    over = verb.head
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    if found is None or found.name not in {"believe", "say"} or children(verb, "aux") or over.i > verb.i:
        return
    for clause in children(verb, "ccomp"):
        modal = any(aux.tag_ == "MD" for aux in children(clause, "aux"))
        if modal and clause.i > verb.i and not children(clause, "expl", "mark", *SUBJECT):
            for said in [each for each in children(clause, "advcl", "ccomp") if verb.i < each.i < clause.i]:
                said.attach(verb, "ccomp")
            clause.attach(over, "ccomp")
            verb.attach(clause, "csubj")
            return


def _see(verb: Token) -> None:
    """Hangs a participle on whom the verb before shows: "after a film came out showing *Bell* stumbling"."""
    start = verb.left_edge.i - 1
    thing = verb.doc.tokens[max(start, 0)]
    while thing.dep_ in {"compound", "pobj", "prep"} and thing.head.right_edge.i == start:
        thing = thing.head
    over = thing.head
    sees = over.lemma_ in verb.doc.user_data.get("perceiving", ())
    if sees and thing.dep_ == "dobj" and thing.right_edge.i == start and over is not verb.head and can_act(thing):
        verb.attach(thing, "acl")
