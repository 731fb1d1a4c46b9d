"""Who does what a participle beside a clause says, where that is not the subject of the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.syntax import SUBJECT, children, is_dash, nominals
from kg.extract.tense import has_tense
from kg.extract.valency import VOICING

if TYPE_CHECKING:
    from kg.extract.tree import Token

_VERBAL = frozenset({"AUX", "VERB"})
_TO = frozenset({"about", "at", "in", "on", "to", "with"})
_MARKS = frozenset({'"', "“", "”", "''", "``", "’"})
_ONES = frozenset({"one", "ones", "those"})
_THINGS = frozenset({"it", "that", "there", "these", "this", "those", "what", "which", "who"})
# What a speaker does with a word of his: "she said, citing a report".
_GESTURES = frozenset({"add", "cite", "note", "point", "quote", "refer", "speak", "use", "write"})


def seen_doing(verb: Token, governor: Token) -> list[Token] | None:
    """Whom somebody sees, hears or recalls doing it: "recalled *Bell talking*"; not "saw Bell, walking home".

    Nobody where it stands behind "X said", and so may be told of X or by X ("it fell, X said, killing two"). None where
    neither is so.
    """
    if governor.lemma_ in verb.doc.user_data.get("perceiving", ()):
        start = verb.left_edge.i - 1
        things = [thing for thing in children(governor, "dobj") if thing.i > governor.i and thing.right_edge.i == start]
        seen = [each for thing in things for each in nominals(thing) if can_act(each)]
        return seen or None
    return [] if _is_behind_tag(verb, governor) else None


def _is_behind_tag(verb: Token, governor: Token) -> bool:
    told = [c for c in children(governor, "ccomp") if c.i < governor.i and has_tense(c)]
    if not told or verb.i < governor.i or verb.lemma_ in VOICING or verb.lemma_ in _GESTURES:
        return False
    tag = governor.doc.tokens[told[0].i : governor.i]
    return not any(token.text in _MARKS for token in tag) and any(token.text == "," for token in tag)


def is_behind_joined(verb: Token, governor: Token) -> bool:
    """Whether a clause with a subject of its own stands between a participle and its verb: "Bo ran, Cy sat, *eating*".

    Either of the two may do it.
    """
    joined = [each for each in children(governor, "conj") if governor.i < each.i < verb.i and each.pos_ in _VERBAL]
    return any(not SUBJECT.isdisjoint(each.kinds) for each in joined)


def measured(verb: Token) -> list[Token]:
    """The noun before a comma and what only things do: "imposed *tariffs*, ranging from 5 to 25 percent"."""
    start = verb.left_edge.i
    if verb.lemma_ not in verb.doc.user_data.get("relating", ()) or verb.i < verb.head.i or start - 2 < verb.sent.start:
        return []
    noun = verb.doc.tokens[start - 2]
    plain = noun.pos_ == "NOUN" and noun.dep_ in {"dobj", "nsubjpass"} and not can_act(noun)
    return [noun] if plain and verb.doc.tokens[start - 1].text == "," else []


def is_apart(verb: Token, noun: Token) -> bool:
    """Whether words and a comma part what comes of a deed from a noun: "the *trial* of one who fled, *hurting* two"."""
    start = verb.left_edge.i
    result = verb.lemma_ in verb.doc.user_data.get("resulting", ())
    return result and noun.i + 2 < start and verb.doc.tokens[start - 1].text == ","


def identified(noun: Token) -> list[Token]:
    """Who the ones are that do it, where a clause says so: "*banks* are the ones trying to pay", not "are not"."""
    if noun.lower_ not in _ONES or noun.dep_ != "attr" or noun.head.lemma_ != "be" or "neg" in noun.head.kinds:
        return []
    if noun.lower_ != "those" and not any(det.lower_ == "the" for det in children(noun, "det")):
        return []
    own = [each for each in children(noun.head, "nsubj") if each.i < noun.head.i and each.lower_ not in _THINGS]
    return [each for subject in own for each in nominals(subject)]


def is_gerund(verb: Token) -> bool:
    """Whether what a preposition governs is a verb, no noun: "her way of *speaking* to us", not "after shooting"."""
    if verb.tag_ != "VBG" or children(verb, "amod", "compound", "det", "poss"):
        return False
    beside = children(verb, "prep")
    return bool(children(verb, "dobj", "ccomp")) or any(p.lower_ in _TO and p.i == verb.i + 1 for p in beside)


def is_explaining(verb: Token) -> bool:
    """Whether a participle behind the only dash may tell of any thing before it: "called for its aim - *ending* it".

    Not what a speaker does with a word of his, nor what stands between two dashes: "he came - *singing* - and left".
    """
    start = verb.left_edge.i
    dash = verb.left_edge if is_dash(verb.left_edge) else verb.doc.tokens[max(start - 1, 0)]
    if verb.tag_ != "VBG" or verb.i < verb.head.i or start <= verb.sent.start or not is_dash(dash):
        return False
    voiced = verb.lemma_ in VOICING or verb.lemma_ in _GESTURES
    return not voiced and sum(is_dash(token) for token in verb.sent) == 1


def is_outcome(verb: Token) -> bool:
    """Whether a participle tells what all before it comes to: "it shut, *meaning* he must go", "*making* him angry"."""
    comma = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if verb.tag_ != "VBG" or verb.i < verb.head.i or comma.text != "," or children(verb, "prt"):
        return False
    told = children(verb, "ccomp")
    return bool(told) and (verb.lemma_ == "mean" or (verb.lemma_ == "make" and "nsubj" in told[0].kinds))


def is_other_choice(verb: Token) -> bool:
    """Whether a bare verb behind "than" is compared with one further up: "rather eat what he sells than *go*"."""
    than = any(mark.lower_ == "than" for mark in children(verb, "mark", "prep"))
    return than and verb.tag_ == "VB" and verb.head.tag_ in {"VBD", "VBZ"}
