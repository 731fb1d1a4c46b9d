"""What a verb says that somebody is, becomes or is called, and who is told something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import beside
from kg.extract.roles.complements import outcomes, qualities
from kg.extract.roles.frame import PLACES
from kg.extract.roles.prepositional import prepositional
from kg.extract.syntax import RELATIVE, TIMES, children, is_passive, is_plural, nominals
from kg.extract.valency import KIN, NAMING
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_CALLED = frozenset({"ADJ", "NOUN", "PROPN"})
_QUALITIES = frozenset({"ADJ", "ADV", "VERB"})
# "Called off", "called out" where the particle was taken for a name.
_PARTICLES = frozenset({"off", "out", "up"})
_APART = frozenset({":", "-", "--", "–", "—"})


def named(frame: Frame) -> None:
    """What somebody is called ("called her *a liar*"), and what stands after a predicate of several words."""
    _behind_several(frame)
    verb = frame.trigger
    for quality in children(verb, "oprd") if "dobj" in verb.kinds or is_passive(verb) else ():
        # "Held the firm liable *for it*".
        for preposition in children(quality, "prep") if quality.pos_ == "ADJ" else ():
            if verb.lemma_ not in NAMING and not _is_held(frame):
                prepositional(frame, preposition)
    if verb.lemma_ in NAMING or _is_held(frame):
        for name in children(verb, "oprd"):
            if name.pos_ in _CALLED and name.lower_ not in _PARTICLES:
                frame.add(RoleName.THEME, name, "predicate", topic=True)


def _behind_several(frame: Frame) -> None:
    """What stands behind the last word of a predicate of several words: "stopped short *of saying so*"."""
    for word in beside(frame.trigger, frame.lexicon)[-1:]:
        for preposition in children(word, "prep"):
            for thing in children(preposition, "pobj") if word.lemma_.lower() in frame.lexicon.places else ():
                if preposition.lower_ in {"in", "of"} and thing.ent_type_ in PLACES:
                    # "Took to the streets *of Norland*".
                    frame.add(RoleName.PLACE, thing, f"after {preposition.lower_!r}")
            prepositional(frame, preposition)


def _is_held(frame: Frame) -> bool:
    """Whether a verb takes somebody for something, in a noun right behind its object: "judged Norland *a threat*"."""
    taken = frame.trigger.lemma_ in frame.lexicon.words.get("taking for", ())
    return taken and bool(children(frame.trigger, "dobj", "nsubjpass"))


def predicates(frame: Frame) -> None:
    """What somebody becomes, remains or seems, in words: "became president", "grew tired", "looked like a fool"."""
    if frame.trigger.lemma_ == "be":
        return
    if frame.trigger.lemma_ in frame.lexicon.words.get("linking", ()):
        _linked(frame)
    for quality in (*qualities(frame), *outcomes(frame)):
        office = quality.pos_ in _NOUNS and is_office(quality, frame.lexicon)
        frame.add(RoleName.THEME, quality, "office" if office else "predicate", topic=True)
    for predicate in children(frame.trigger, "attr"):
        for each in nominals(predicate):
            frame.add(RoleName.THEME, each, "office" if is_office(each, frame.lexicon) else "predicate", topic=True)


def _linked(frame: Frame) -> None:
    """The adjective, participle or likeness that a verb only links to its subject: "felt *stung*", "like *a king*"."""
    verb = frame.trigger
    within = beside(verb, frame.lexicon)
    if "dobj" not in verb.kinds:
        for quality in children(verb, "acomp", "oprd"):
            if quality.i > verb.i and quality.pos_ in _QUALITIES and quality not in within:
                frame.add(RoleName.THEME, quality, "predicate", topic=True)
    for likeness in children(verb, "prep"):
        if likeness.lower_ == "like" and likeness.i == verb.i + 1:
            for thing in children(likeness, "pobj"):
                frame.add(RoleName.THEME, thing, "predicate", topic=True)
    for clause in children(verb, "advcl", "ccomp"):
        if any(mark.lower_ == "like" and mark.i == verb.i + 1 for mark in children(clause, "mark")):
            frame.add(RoleName.THEME, clause, "predicate", topic=True)


def is_office(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a predicate names an office, of which there is one or which some body gives: "the mayor of Sudria"."""
    lone = not any(child.lower_ in {"a", "an"} for child in noun.children)
    given = any(child.dep_ == "poss" or child.lower_ in {"of", "for", "at"} for child in noun.children)
    return noun.lemma_.lower() in lexicon.role_nouns and noun.tag_ in {"NN", "NNP"} and (lone or given)


def told(frame: Frame) -> None:
    """Whom a verb of informing addresses, party or not: "told *a meeting* of leaders that …".

    The clause may stand before the verb ("“…,” she told *Norpost*"), or be what a relative clause belongs to.
    """
    verb = frame.trigger
    if verb.lemma_ not in frame.lexicon.words.get("informing", ()):
        return
    if "dative" in verb.kinds:
        frame.used.update(thing.i for thing in children(verb, "dobj") if _is_name_of_two(verb, thing))
        return
    for thing in children(verb, "dobj")[:1]:
        tale = thing.lemma_ in frame.lexicon.words.get("tale", ())
        common = thing.pos_ in {"NOUN", "PROPN"} and thing.ent_type_ not in TIMES and not tale
        if common and verb.i < thing.i and (_is_gapped(verb) or _says_beside(verb, thing)):
            frame.add(RoleName.RECIPIENT, thing, "object")


def _is_name_of_two(verb: Token, thing: Token) -> bool:
    """Whether an object is the rest of a hearer's name, since a clause says what is told: "told *Norway Post* that"."""
    before = thing.nbor(-1) if thing.i else thing
    whole = before.dep_ == "dative" and before.head is verb and before.pos_ == "PROPN" and not thing.children
    return whole and bool(children(verb, "ccomp"))


def _says_beside(verb: Token, thing: Token) -> bool:
    """Whether what is told stands beside the object of a verb, as a clause."""
    for clause in children(verb, "ccomp", "xcomp"):
        between = verb.doc.tokens[thing.i : clause.left_edge.i]
        if clause.i < verb.i or (thing.i < clause.i and _APART.isdisjoint([t.text for t in between])):
            return True
    return False


def _is_gapped(verb: Token) -> bool:
    """Whether what is told is the noun before a clause without pronoun: "a thing *the guard told* a nurse"."""
    own = children(verb, "nsubj")
    contact = bool(own) and own[0].tag_ not in RELATIVE and own[0].lower_ != "that"
    return verb.dep_ == "relcl" and contact


def one_of_titles(frame: Frame, parties: list[Token]) -> list[Token]:
    """The parties, without titles that one person has beside another: "the *first lady and senator* said".

    A second office without an article, or a first one without it before a name ("*billionaire* and critic Ana Bell"),
    is the same person's, unless the verb tells of several.
    """
    if len(parties) != 2 or frame.trigger.lemma_.lower() in frame.lexicon.reciprocals:  # noqa: PLR2004 (two titles)
        return parties
    first, second = parties
    title = _is_office(first, frame.lexicon) and first.tag_ in {"NN", "NNP"} and first.lemma_.lower() not in KIN
    if not title or second.dep_ != "conj" or second.head is not first:
        return parties
    bare = not children(second, "det", "poss", "nummod")
    titled = bool(children(first, "det", "poss"))
    if titled and bare and second.tag_ == "NN" and _is_office(second, frame.lexicon) and not is_plural(frame.trigger):
        return [first]
    person = second.pos_ == "PROPN" and second.ent_type_ == "PERSON"
    # "Norbank president and founder Ana Bell": the name of a body before a title is no part of another's name.
    others = [each for each in children(first, "compound", "amod", "nummod") if each.ent_type_ != "ORG"]
    return [second] if person and not titled and not others and first.ent_type_ != "PERSON" else parties


def _is_office(noun: Token, lexicon: Lexicon) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in lexicon.role_nouns or lexicon.collectives.get(lemma) == "person"
