"""The frame of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class, governs
from kg.extract.roles.frame import patient
from kg.extract.roles.prepositional import prepositional
from kg.extract.subjects import subjects
from kg.extract.syntax import children, is_passive, nominals, objects_of
from kg.extract.valency import INTRANSITIVE
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token
    from kg.ontology import Lexicon


def verbal(frame: Frame) -> None:
    """Fills the frame of a verb: subjects, objects, prepositional phrases, clauses under it."""
    verb = frame.trigger
    doers, how = subjects(verb)
    passive = is_passive(verb)
    objects = doers if passive else _direct_objects(verb)
    if not passive:
        for doer in doers:
            frame.add(RoleName.ACTOR, doer, how)
    else:
        for preposition in children(verb, "agent"):
            for doer in objects_of(preposition):
                frame.add(RoleName.ACTOR, doer, "agent of a passive")
    datives = children(verb, "dative")
    for dative in datives:
        for other in objects_of(dative) if dative.pos_ == "ADP" else nominals(dative):
            frame.add(RoleName.RECIPIENT, other, "indirect object")
    handed = _handed_over(frame, passive=passive)
    for thing in objects:
        patient(frame, thing, "subject of a passive" if passive else "object", indirect=bool(datives) or handed)
    for preposition in children(verb, "prep", "dative"):
        prepositional(frame, preposition)
    _predicates(frame)
    _clauses(frame)
    _inside_objects(frame, objects)


def _predicates(frame: Frame) -> None:
    """What somebody becomes or remains, in words: "became president"."""
    if frame.trigger.lemma_ == "be":
        return
    for predicate in children(frame.trigger, "attr"):
        for each in nominals(predicate):
            frame.add(RoleName.THEME, each, "office" if is_office(each, frame.lexicon) else "predicate", topic=True)


def is_office(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a predicate names an office, of which there is one or which some body gives: "the mayor of Sudria"."""
    lone = not any(child.lower_ in {"a", "an"} for child in noun.children)
    given = any(child.dep_ == "poss" or child.lower_ in {"of", "for", "at"} for child in noun.children)
    return noun.lemma_.lower() in lexicon.role_nouns and noun.tag_ in {"NN", "NNP"} and (lone or given)


def _handed_over(frame: Frame, *, passive: bool) -> bool:
    """Whether even a party is what is handed over: "sent soldiers to Sudria", "deployed troops"."""
    always = frame.lexicon.transfers.get(frame.action)
    if always is None:
        return False
    return (always and not passive) or any(p.lower_ == "to" for p in children(frame.trigger, "prep", "dative"))


def _direct_objects(verb: Token) -> list[Token]:
    found = [each for thing in children(verb, "dobj") for each in nominals(thing)]
    if not found and verb.dep_ == "relcl" and not any(c.dep_ in {"advmod", "prep", "ccomp"} for c in verb.children):
        own = children(verb, "nsubj")
        if own and own[0].tag_ not in {"WDT", "WP"} and own[0].lower_ not in {"that", "who"}:
            return [verb.head]
    if not found and verb.lemma_ not in INTRANSITIVE:
        for other in children(verb, "conj"):
            between = verb.doc[verb.i + 1 : other.i]
            if (
                other.pos_ == "VERB"
                and not children(other, "nsubj")
                and all(t.dep_ in {"cc", "punct"} for t in between)
            ):
                return [] if children(other, "xcomp", "ccomp") else _direct_objects(other)
    return found


def _clauses(frame: Frame) -> None:
    verb = frame.trigger
    found = cue_class(verb, frame.lexicon)
    for clause in children(verb, "ccomp", "xcomp"):
        governed = found is None or governs(verb, clause, found)
        # What stands before a verb that claims nothing is a sentence of its own.
        beside = found is None and clause.i < verb.i
        if clause.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or not governed or beside or _is_relative(clause):
            continue
        frame.add(RoleName.THEME, clause, "clause", topic=True)
        asked = children(clause, "nsubj")
        if clause.tag_ == "VB" and asked and _requests(frame):
            for other in nominals(asked[0]):
                if frame.agent(other):
                    frame.add(RoleName.RECIPIENT, other, "subject of what is asked")


def _is_relative(clause: Token) -> bool:
    """Whether a clause under a verb belongs to a noun before it: "said, under a law that *allows* it"."""
    return any(c.tag_ == "WDT" and c.lower_ == "that" for c in children(clause, "nsubj", "nsubjpass")) and (
        clause.head.i < clause.left_edge.i - 1
    )


def _requests(frame: Frame) -> bool:
    found = frame.lexicon.cues.get((frame.trigger.lemma_.lower(), "verb"))
    return found is not None and found.name in {"request", "want", "allow"}


def _inside_objects(frame: Frame, objects: list[Token]) -> None:
    """The party inside an object's phrase, where the verb only carries its noun: "imposed sanctions on X".

    So too what is handed over to X, where the parse gives "to X" to the thing ("sent aid to X"). Elsewhere the party is
    the noun's: who cites remarks to X does nothing to X.
    """
    if frame.has(RoleName.RECIPIENT):
        return
    carries = frame.action in frame.lexicon.supports
    allowed = {"on", "against", "to", "with"} if carries else {"to"} if frame.action in frame.lexicon.transfers else ()
    for thing in objects:
        if frame.agent(thing) or frame.triggers.get(thing.i) is not None:
            continue
        for preposition in children(thing, "prep"):
            if preposition.lower_ in allowed:
                for other in objects_of(preposition):
                    if frame.agent(other):
                        frame.add(RoleName.RECIPIENT, other, f"after {preposition.lower_!r} inside the object")
