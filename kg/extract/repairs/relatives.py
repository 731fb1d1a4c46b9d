"""Relative clauses that the parser hangs on the wrong noun, and gaps that it gives to the wrong verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.misread import disagrees
from kg.extract.syntax import RELATIVE, SUBJECT, children, governor_of
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING, INTRANSITIVE, PARTITIVE, SEEKING, TWO_OBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_DASHES = frozenset({"-", "--", "–", "—"})
_STEPS = 4
_OF = frozenset({"about", "for", "of"})
# What fills the place of an object, or leaves it to a verb or a preposition below.
_FILLING = frozenset({"acomp", "attr", "ccomp", "dobj", "prep", "xcomp"})


def mend(verb: Token) -> None:
    """Mends the relative clause of a verb in place."""
    if verb.dep_ == "relcl" and disagrees(verb) and (noun := _agreeing(verb)) is not None:
        verb.attach(noun, "relcl")
    if verb.dep_ == "relcl" and verb.head.dep_ == "appos":
        _behind_aside(verb)
    if verb.dep_ == "relcl":
        _give_who(verb)
        give_head(verb)
        _lift_setting(verb)
        _strand(verb)
        _leave_verb(verb)
    elif verb.dep_ == "ccomp":
        _take_gap(verb)
        _take_question(verb)
    if children(verb, "dobj"):
        _take_that(verb)
        _lower(verb)
        _raise(verb)
        _free(verb)


def _lift_setting(clause: Token) -> None:
    """Gives the main verb what stands before the noun of a clause: "*in May* the bill that Bell had backed failed"."""
    noun = clause.head
    over = governor_of(noun)
    if over is None or noun.dep_ not in SUBJECT:
        return
    for setting in children(clause, "npadvmod", "prep"):
        if setting.i < noun.i:
            setting.attach(over, setting.dep_)


def _give_who(clause: Token) -> None:
    """Hangs a clause with "who" on those whom a thing is of: "the stories of *women* who left".

    So too on people of whom a clause before it tells; "the majority of voters who stay" are of either.
    """
    noun, who = clause.head, clause.left_edge
    if who.lower_ not in {"who", "whom"} or noun.lower_ in PARTITIVE:
        return
    if noun.pos_ in {"NOUN", "ADJ"} and who.i and who.nbor(-1).text == "," and (first := _stacked(noun)) is not None:
        clause.attach(first, "relcl")
        return
    near = who.nbor(-1) if who.i and not who.nbor(-1).is_punct else who.nbor(-2)
    if noun.pos_ == "NOUN" and not can_act(noun):
        for preposition in children(noun, "prep"):
            for each in children(preposition, "pobj"):
                if preposition.lower_ in _OF and each.right_edge.i >= near.i > noun.i and can_act(each):
                    clause.attach(each, "relcl")
                    return


def give_head(clause: Token) -> None:
    """Hangs a clause with "who" on the one that a body is of: "the *head* of the firm, *who* had been ill, died"."""
    body, who = clause.head, clause.left_edge
    if clause.dep_ != "relcl" or who.lower_ != "who" or body.dep_ != "pobj" or body.head.lower_ != "of":
        return
    person, roles = body.head.head, clause.doc.user_data.get("role nouns", ())
    one = body.tag_ == "NN" or (body.pos_ == "PROPN" and body.ent_type_ in {"GPE", "ORG"})
    apart = who.i and who.nbor(-1).text == "," and "conj" not in body.kinds
    if apart and one and body.lemma_ not in roles and person.tag_ == "NN" and person.lemma_ in roles:
        clause.attach(person, "relcl")


def _stacked(noun: Token) -> Token | None:
    """Whom a clause with "who" tells of that the noun stands in: "*men* who live in towns, who pay taxes"."""
    for _ in range(_STEPS * 2):
        if noun.dep_ == "relcl":
            return noun.head if noun.left_edge.lower_ == "who" else None
        noun = noun.head
    return None


def _strand(clause: Token) -> None:
    """Makes a preposition of what ends a clause that has its object: "the spot that they put *him* on".

    A clause without a pronoun belongs to its noun by a gap, and no other is left.
    """
    if any(c.tag_ in RELATIVE or c.lower_ == "that" for c in clause.children) or "prep" in clause.kinds:
        return
    things = [thing for thing in children(clause, "dobj") if thing.i > clause.i]
    for particle in children(clause, "prt"):
        if things and children(clause, "nsubj") and particle.i == things[-1].right_edge.i + 1 == clause.right_edge.i:
            particle.relabel("prep")


def _take_that(clause: Token) -> None:
    """Hangs a clause with "that" for its object on the noun before it: "keeps the look of a man *that they admire*"."""
    that, over = children(clause, "dobj")[0], clause.head
    if clause.dep_ != "ccomp" or that.lower_ != "that" or that is not clause.left_edge or over.lemma_ in ADDRESSING:
        return
    noun = that.nbor(-1)
    own = any(thing.i < clause.i and thing.right_edge is noun for thing in children(over, "dobj"))
    if own and noun.pos_ in _NOUNS and children(clause, *SUBJECT) and over.i < noun.i:
        clause.attach(noun, "relcl")


def _take_gap(clause: Token) -> None:
    """Hangs a clause behind a thing on it, where the tagger takes its "that" for a pronoun: "the inn *that she runs*".

    A verb that takes no object, or has one, has no gap.
    """
    that, over = clause.left_edge, clause.head
    if that.dep_ != "mark" or that.tag_ != "WDT" or over.lemma_ in ADDRESSING or clause.lemma_ in INTRANSITIVE:
        return
    noun = that.nbor(-1) if that.i else that
    own = any(thing.i < clause.i and thing.right_edge is noun for thing in children(over, "dobj"))
    if own and noun.pos_ in _NOUNS and children(clause, *SUBJECT) and not clause.kinds.keys() & _FILLING:
        clause.attach(noun, "relcl")
        that.relabel("dobj")


def _take_question(clause: Token) -> None:
    """Gives a question its "who", taken for an object of the verb above: "know *who* else beside Bell had paid"."""
    over = clause.head
    for who in children(over, "dobj"):
        if who.tag_ == "WP" and over.i < who.i < clause.i and who.left_edge.i == over.i + 1 and has_tense(clause):
            whole = "dobj" in clause.kinds or clause.lemma_ in INTRANSITIVE
            behind = next((link.i for link in children(who, "cc") if link.i < clause.i), None)
            if whole:
                for subject in children(clause, "nsubj"):
                    subject.relabel("dep" if behind is None or behind < subject.i else "nsubj")
            who.attach(clause, "nsubj" if whole else "dobj")
            return


def _leave_verb(clause: Token) -> None:
    """Hangs a passive behind a dash, which the parse gives to the verb, on the noun: "the play -- *which was shut*"."""
    over, which = clause.head, clause.left_edge
    if over.pos_ != "VERB" or which.lower_ != "which" or which.dep_ != "nsubjpass" or which.i < over.i + 3:
        return
    noun = which.nbor(-2)
    while noun.is_punct or noun.dep_ == "advmod":
        noun = noun.nbor(-1)
    if which.nbor(-1).text in _DASHES and noun.pos_ in _NOUNS and noun.i > over.i:
        clause.attach(noun, "relcl")


def _agreeing(clause: Token) -> Token | None:
    """A noun above that agrees with the verb: "the *pact* of two men that has ended", "*donors* in X who give"."""
    who = any(c.lower_ == "who" for c in children(clause, *SUBJECT))
    noun = clause.head
    near = next((t for t in reversed(clause.doc.tokens[noun.i + 1 : clause.left_edge.i]) if not t.is_punct), noun)
    if (
        near.pos_ in _NOUNS
        and near is not noun
        and near.ent_type_ not in {"GPE", "LOC"}
        and not disagrees(clause, near)
    ):
        return near
    for _ in range(_STEPS):
        if noun.dep_ not in {"conj", "pobj", "prep", "pcomp"}:
            break
        noun = noun.head
        if (
            noun.pos_ in _NOUNS
            and not disagrees(clause, noun)
            and not (who and noun.ent_type_ in {"GPE", "LOC", "ORG"})
        ):
            return noun
    if noun.pos_ != "VERB":
        return None
    things = [t for each in children(noun, "dobj") for t in (each, *children(each, "conj"))]
    fitting = [t for t in things if noun.i < t.i < clause.i and t.pos_ in _NOUNS and not disagrees(clause, t)]
    return fitting[-1] if fitting and (not who or fitting[-1].tag_ == "NNS") else None


def _behind_aside(clause: Token) -> None:
    """Hangs a clause behind an aside on the noun before it: "the players - most of all Bell - *who complained*"."""
    aside, first, start = clause.head, clause.left_edge, clause.head.left_edge
    if not first.i or not start.i or not any(c.lower_ in {"that", "which", "who"} for c in children(clause, *SUBJECT)):
        return
    if first.nbor(-1).text in _DASHES and start.nbor(-1).text in _DASHES and not disagrees(clause, aside.head):
        clause.attach(aside.head, "relcl")


def _wh(verb: Token) -> Token | None:
    """The question word or relative pronoun before a verb that stands for its object."""
    for thing in children(verb, "dobj"):
        inner = (thing, *thing.children)
        if thing.i < verb.i and any(t.tag_ in {*RELATIVE, "WP$"} or (t is thing and t.lower_ == "that") for t in inner):
            return thing
    return None


def _free(verb: Token) -> None:
    """Makes a conjunction of "that" before a verb that has all it takes: "the reason *that* she made it public"."""
    things = children(verb, "dobj")
    that = things[0] if things and things[0].lower_ == "that" and things[0].i < verb.i else None
    if that is None or verb.lemma_ in TWO_OBJECTS or verb.lemma_ in ADDRESSING:
        return
    if len(things) > 1 or any(clause.i > verb.i for clause in children(verb, "ccomp")):
        that.relabel("mark")


def _lower(verb: Token) -> None:
    """Gives the gap to the infinitive of a verb that only takes one: "which one he *would like* to meet"."""
    clause = next((c for c in children(verb, "xcomp") if c.tag_ == "VB"), None)
    if clause is None or verb.lemma_ not in SEEKING or (thing := _wh(verb)) is None:
        return
    while clause.lemma_ in SEEKING and (below := [c for c in children(clause, "xcomp") if c.tag_ == "VB"]):
        clause = below[0]
    empty = [p for p in children(clause, "prep") if not children(p, "pobj", "pcomp")]
    if empty:
        thing.attach(empty[-1], "pobj")
    else:
        thing.attach(clause, "dep" if children(clause, "dobj", "ccomp", "xcomp") else "dobj")


def _raise(verb: Token) -> None:
    """Takes the gap from an infinitive that has an object of its own: "a loss that he *used* to avoid paying taxes"."""
    over = verb.head
    if (
        verb.dep_ != "xcomp"
        or over.dep_ != "relcl"
        or over.lemma_ in SEEKING
        or over.pos_ != "VERB"
        or children(over, "dobj")
    ):
        return
    thing = _wh(verb)
    others = [t for t in children(verb, "dobj", "ccomp", "xcomp") if t is not thing]
    if thing is not None and others and thing.i < over.i:
        thing.attach(over, "dobj")
