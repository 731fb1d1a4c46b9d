"""The frame of a verb."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.lexemes import light
from kg.extract.phrasal import beside
from kg.extract.roles.clausal import clauses
from kg.extract.roles.complements import farther, is_complement, manner
from kg.extract.roles.empty import drop_empty, is_empty
from kg.extract.roles.extents import measures
from kg.extract.roles.frame import patient, reflexive
from kg.extract.roles.named import named, one_of_titles, predicates, told
from kg.extract.roles.needing import needed
from kg.extract.roles.objects import direct_objects
from kg.extract.roles.prepositional import prepositional
from kg.extract.subjects import subjects
from kg.extract.syntax import RELATIVE, SUBJECT, TIMES, children, is_passive, nominals, objects_of
from kg.extract.valency import GRANTING, NAMING, TWO_OBJECTS
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token


_place = attrgetter("i")
_MANNERS = frozenset({"manner", "way"})
_FILLED = frozenset({"acomp", "ccomp", "dobj", "prep", "xcomp"})
_MEASURES = TIMES | {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}


def verbal(frame: Frame) -> None:
    """Fills the frame of a verb: subjects, objects, prepositional phrases, clauses under it."""
    verb = frame.trigger
    frame.used.update(word.i for word in beside(verb, frame.lexicon) if word.dep_ in {"dobj", "pobj"})
    passive = is_passive(verb)
    doers, datives = _subjects(frame, passive=passive), verb.kinds.get("dative", ())
    objects = [] if _is_as_told(verb) else doers if passive else one_of_titles(frame, direct_objects(verb))
    _datives(frame)
    told(frame)
    handed = _handed_over(frame, passive=passive)
    if handed and not passive and len(objects) > 1 and objects[0].tag_ == "PRP":
        # "Handed him some papers", where the parse has two things.
        frame.add(RoleName.RECIPIENT, objects[0], "indirect object")
    if not passive and (clause := _what_is_given(verb, objects)) is not None:
        frame.add(RoleName.RECIPIENT, objects[0], "indirect object")
        frame.add(RoleName.THEME, clause, "clause", topic=True)
    objects = [thing for thing in objects if not is_empty(frame, thing)]
    pattern = "subject of a passive" if passive else "object"
    for thing in objects:
        if thing is not objects[0] and thing.dep_ == "dobj" and verb.lemma_ in NAMING:
            # "Branded Norland *an outlaw*", where the parse has two things.
            frame.add(RoleName.THEME, thing, "predicate", topic=True)
        if thing is not objects[0] and _is_done_to_too(frame, thing, objects[0]):
            frame.add(RoleName.RECIPIENT, thing, pattern)
        patient(frame, thing, pattern, indirect=bool(datives) or handed)
    _kept(frame, passive=passive)
    more = (*_loyal(frame, passive=passive), *farther(frame), *_taken_away(frame, objects))
    for preposition in sorted((*children(verb, "prep", "dative"), *more), key=_place):
        prepositional(frame, preposition)
    reflexive(frame, objects, pattern)
    predicates(frame)
    named(frame)
    clauses(frame)
    _doings(frame)
    _inside_objects(frame, objects)
    _manner(frame)
    _beside(frame)
    needed(frame)
    _restricted(frame)
    drop_empty(frame)


def _datives(frame: Frame) -> None:
    """Whom something is given or told to: "gave *Cole* a mine", "sold it *to Cole*"."""
    for dative in frame.trigger.kinds.get("dative", ()):
        for other in objects_of(dative) if dative.pos_ == "ADP" else nominals(dative):
            frame.add(RoleName.RECIPIENT, other, "indirect object")


def _doings(frame: Frame) -> None:
    """What is done to something that the tagger takes for a verb: "denied *shooting*", "makes *a move*"."""
    for thing in children(frame.trigger, "dobj"):
        named = thing.tag_ == "VBG" or children(thing, "det", "poss")
        if thing.pos_ == "VERB" and thing.i > frame.trigger.i and named and not frame.has(RoleName.THEME):
            frame.add(RoleName.THEME, thing, "object", topic=True)


def _beside(frame: Frame) -> None:
    """What stands beside a verb without a preposition and tells how, or by how much, where nothing else is told."""
    how = manner(frame)
    for each in (*measures(frame), *([how] if how is not None else ())):
        if not (frame.has(RoleName.THEME) or frame.has(RoleName.AMOUNT)):
            frame.add(RoleName.THEME, each, "manner" if each is how else "measure", topic=True)


def _loyal(frame: Frame, *, passive: bool) -> list[Token]:
    """The "by" of a verb that nobody else does, and which takes it: "stands *by* her word"."""
    return [] if passive else [by for by in children(frame.trigger, "agent") if is_complement(frame, by)]


def _taken_away(frame: Frame, objects: list[Token]) -> list[Token]:
    """The "of" of what somebody loses, which the parse gives to the loser: "stripped the mayor *of her title*"."""
    if frame.trigger.lemma_ not in frame.lexicon.words.get("depriving", ()):
        return []
    found = [each for thing in objects for each in children(thing, "prep") if thing.i > frame.trigger.i]
    # "Defrauded the state of Norland".
    return [of for of in found if of.lower_ == "of" and not any(each.ent_type_ for each in children(of, "pobj"))]


def _kept(frame: Frame, *, passive: bool) -> None:
    """What a passive still hands over: "was given *a tour*"."""
    verb = frame.trigger
    if not passive or verb.lemma_ not in TWO_OBJECTS or not children(verb, "nsubjpass"):
        return
    for thing in children(verb, "dobj"):
        for each in nominals(thing) if thing.i > verb.i else ():
            if each.ent_type_ == "MONEY" and (each is thing or "nummod" in each.kinds):
                frame.add(RoleName.AMOUNT, each, "object of a passive")
            elif each.ent_type_ != "MONEY":
                frame.add(RoleName.THEME, each, "object of a passive")


def _manner(frame: Frame) -> None:
    """The way somebody does it, where nothing else is told: "*the way* they work"."""
    verb, way = frame.trigger, frame.trigger.head
    if verb.dep_ != "relcl" or way.lower_ not in _MANNERS or frame.has(RoleName.THEME) or frame.has(RoleName.RECIPIENT):
        return
    own = [each for each in children(verb, *SUBJECT) if each.tag_ not in RELATIVE and each.lower_ != "that"]
    pointed = any(each.lower_ in {"this", "that"} for each in children(way, "det"))
    if own and not pointed and not _FILLED & verb.kinds.keys():
        frame.add(RoleName.THEME, way, "noun that the clause belongs to", topic=True)


def _restricted(frame: Frame) -> None:
    """The noun of a light verb with the clause that tells which: "takes no *step that breaks the law*"."""
    found = light(frame.trigger, frame.lexicon)
    if found is None or frame.has(RoleName.THEME) or frame.has(RoleName.RECIPIENT):
        return
    noun = found[0]
    for clause in children(noun, "relcl"):
        which = any(each.tag_ in RELATIVE for each in children(clause, *SUBJECT, "dobj"))
        if which and clause.left_edge.nbor(-1) is noun:
            frame.used.discard(noun.i)
            frame.add(RoleName.THEME, noun, "noun of a light verb", topic=True)


def _subjects(frame: Frame, *, passive: bool) -> list[Token]:
    """The subjects of a verb, which gives its actors: they, or of a passive its agents."""
    doers, how = subjects(frame.trigger)
    if not passive:
        for doer in one_of_titles(frame, doers):
            frame.add(RoleName.ACTOR, doer, how)
        return doers
    for preposition in children(frame.trigger, "agent"):
        for doer in objects_of(preposition):
            if not _is_of_another(doer):
                frame.add(RoleName.ACTOR, doer, "agent of a passive")
    return doers


def _is_as_told(verb: Token) -> bool:
    """Whether a participle behind "as" or "than" is done to no party, but to all that is said: "failed as *feared*"."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or not SUBJECT.isdisjoint(verb.kinds):
        return False
    return any(mark.lower_ in {"as", "than"} and mark.i == verb.i - 1 for mark in children(verb, "mark"))


def _is_of_another(doer: Token) -> bool:
    """Whether what is joined to an agent is none: "one taken by Bell and *another* by Dahl", "nor *the rest*"."""
    if doer.dep_ != "conj":
        return False
    links = [link for link in children(doer.head, "cc") if doer.head.i < link.i < doer.i]
    return any(link.lower_ == "nor" for link in links) or any(p.lower_ == "by" for p in children(doer, "prep"))


def _is_done_to_too(frame: Frame, thing: Token, first: Token) -> bool:
    """Whether the same is done to a thing as to the party that it is joined to: "persuaded *banks* and *mills*"."""
    alike = thing.i not in frame.triggers or (thing.tag_ == first.tag_ == "NNS" and "poss" not in thing.kinds)
    plain = thing.pos_ == "NOUN" and thing.ent_type_ not in _MEASURES and alike
    return plain and thing.dep_ == "conj" and any(n is RoleName.RECIPIENT and h is first for n, h in frame.heads)


def _handed_over(frame: Frame, *, passive: bool) -> bool:
    """Whether even a party is what is handed over: "sent soldiers to Sudria", "deployed troops"."""
    always = frame.lexicon.transfers.get(frame.action)
    if always is None:
        return False
    return (always and not passive) or any(p.lower_ == "to" for p in children(frame.trigger, "prep", "dative"))


def _what_is_given(verb: Token, objects: list[Token]) -> Token | None:
    """The clause that tells what is given to the only object: "gave the rebels *what they needed*"."""
    if len(objects) != 1 or verb.lemma_ not in GRANTING or objects[0].i < verb.i:
        return None
    behind = objects[0].right_edge.i + 1
    clauses = [each for each in children(verb, "ccomp") if each.left_edge.i == behind]
    return next((each for each in clauses if each.left_edge.lower_ in {"what", "whatever"}), None)


def _inside_objects(frame: Frame, objects: list[Token]) -> None:
    """The party inside an object's phrase, where the verb only carries its noun: "imposed sanctions on X".

    So too what is handed over to X, where the parse gives "to X" to the thing ("sent aid to X"). Elsewhere the party is
    the noun's: who cites remarks to X does nothing to X.
    """
    if not objects or frame.has(RoleName.RECIPIENT):
        return
    carries = frame.action in frame.lexicon.supports
    allowed = {"on", "against", "to", "with"} if carries else {"to"} if frame.action in frame.lexicon.transfers else ()
    for thing in objects:
        if frame.agent(thing) or frame.triggers.get(thing.i) is not None:
            continue
        for preposition in children(thing, "prep"):
            if preposition.lower_ in allowed:
                for other in objects_of(preposition):
                    if frame.agent(other) and "case" not in other.kinds:
                        frame.add(RoleName.RECIPIENT, other, f"after {preposition.lower_!r} inside the object")
