"""The frame of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import beside
from kg.extract.roles.beyond import is_aside, is_gap_below
from kg.extract.roles.clausal import clauses
from kg.extract.roles.complements import farther, is_complement, manner, measures
from kg.extract.roles.frame import patient, reflexive
from kg.extract.roles.named import named, one_of_titles, predicates, told
from kg.extract.roles.prepositional import prepositional
from kg.extract.subjects import subjects
from kg.extract.syntax import RELATIVE, SUBJECT, TIMES, children, is_passive, nominals, objects_of
from kg.extract.valency import (
    INTRANSITIVE,
    NAMING,
    PROMISING,
    SEEKING,
    TOUGH,
    TWO_OBJECTS,
)
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token


# "What he wants to see": the gap is that of one of the two verbs, and nothing tells which.
_WANTING = frozenset({"expect", "have", "need", "promise", "say", "want", "wish"})
# What has a title of its own.
_ADVERBIAL = frozenset(
    {"case", "day", "degree", "extent", "manner", "minute", "moment", "month", "night", "place", "point"}
) | {"reason", "time", "way", "week", "year"}
_MANNERS = frozenset({"manner", "way"})
_FILLED = frozenset({"acomp", "ccomp", "dobj", "prep", "xcomp"})
_WORKS = (
    frozenset({"album", "article", "ballet", "blog", "book", "column", "documentary", "drama", "essay", "exhibition"})
    | {"film", "memoir", "movie", "musical", "novel", "opera", "painting", "play", "podcast", "poem", "series"}
    | {"show", "song", "story"}
)


_MEASURES = TIMES | {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}
_SPLITS = frozenset({",", "-", "--", "–", "—", ":"})


def verbal(frame: Frame) -> None:
    """Fills the frame of a verb: subjects, objects, prepositional phrases, clauses under it."""
    verb = frame.trigger
    frame.used.update(word.i for word in beside(verb, frame.lexicon) if word.dep_ in {"dobj", "pobj"})
    passive = is_passive(verb)
    doers, datives = _subjects(frame, passive=passive), verb.kinds.get("dative", ())
    objects = [] if _is_as_told(verb) else doers if passive else one_of_titles(frame, _direct_objects(verb))
    for dative in datives:
        for other in objects_of(dative) if dative.pos_ == "ADP" else nominals(dative):
            frame.add(RoleName.RECIPIENT, other, "indirect object")
    told(frame)
    handed = _handed_over(frame, passive=passive)
    if handed and not passive and len(objects) > 1 and objects[0].tag_ == "PRP":
        # "Handed him some papers", where the parse has two things.
        frame.add(RoleName.RECIPIENT, objects[0], "indirect object")
    pattern = "subject of a passive" if passive else "object"
    for thing in objects:
        if thing is not objects[0] and thing.dep_ == "dobj" and verb.lemma_ in NAMING:
            # "Branded Norland *an outlaw*", where the parse has two things.
            frame.add(RoleName.THEME, thing, "predicate", topic=True)
        if thing is not objects[0] and _is_done_to_too(frame, thing, objects[0]):
            frame.add(RoleName.RECIPIENT, thing, pattern)
        patient(frame, thing, pattern, indirect=bool(datives) or handed)
    _kept(frame, passive=passive)
    for preposition in (*children(verb, "prep", "dative"), *_loyal(frame, passive=passive), *farther(frame)):
        prepositional(frame, preposition)
    reflexive(frame, objects, pattern)
    predicates(frame)
    named(frame)
    clauses(frame)
    _inside_objects(frame, objects)
    _manner(frame)
    _beside(frame)


def _beside(frame: Frame) -> None:
    """What stands beside a verb without a preposition and tells how, or by how much, where nothing else is told."""
    how = manner(frame)
    for each in (*measures(frame), *([how] if how is not None else ())):
        if not (frame.has(RoleName.THEME) or frame.has(RoleName.AMOUNT)):
            frame.add(RoleName.THEME, each, "manner" if each is how else "measure", topic=True)


def _loyal(frame: Frame, *, passive: bool) -> list[Token]:
    """The "by" of a verb that nobody else does, and which takes it: "stands *by* her word"."""
    return [] if passive else [by for by in children(frame.trigger, "agent") if is_complement(frame, by)]


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


def _direct_objects(verb: Token) -> list[Token]:
    things = [thing for thing in _uncoordinated(verb) if not (is_gap_below(verb, thing) or is_aside(verb, thing))]
    found = [each for thing in things for each in _without_title(nominals(thing)) if not _is_likened(each)]
    if not found and (noun := _gap(verb)) is not None:
        return [noun]
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


def _is_likened(thing: Token) -> bool:
    """Whether what the parse joins to an object is only compared to the subject: "lost a leg and, *like Bell*, …"."""
    return thing.dep_ == "conj" and any(each.lower_ == "like" and each.i < thing.i for each in thing.children)


def _uncoordinated(verb: Token) -> Sequence[Token]:
    """The objects of a verb, without an apposition or a scrap that the parse takes for a second one."""
    things = [thing for thing in children(verb, "dobj") if thing.text not in _SPLITS]
    if len(things) < 2 or verb.lemma_ in NAMING:  # noqa: PLR2004 (two objects)
        return things
    first, second = things[:2]
    before = second.left_edge.nbor(-1)
    if first.i < verb.i or first.ent_type_ in {"DATE", "TIME"} or before.lower_ in {"and", "as", "or"}:
        return things
    if before.text == "-" and not before.whitespace_:  # "her co-worker"
        return [second]
    if before.is_punct or before.text in _SPLITS or second.left_edge.is_punct or second.lower_ in {"less", "more"}:
        return things[:1]
    if first.right_edge is not before or second.lemma_ in _ADVERBIAL:
        return things if verb.lemma_ in TWO_OBJECTS else things[:1]
    # "Told one of his *Birch Society* | *followers*": no article stands between a compound and its head.
    bare = not children(second, "det", "poss", "nummod") and second.tag_ not in {"WDT", "WP", "PRP"}
    torn = bare and (verb.lemma_ not in TWO_OBJECTS or second.pos_ == "PROPN")
    return [second] if torn else things


def _without_title(found: list[Token]) -> list[Token]:
    """The objects, without the words of a title that follows them: "staged her play, Dust, Ashes and Light"."""
    if len(found) < 2 or found[0].tag_ != "NN" or found[0].lemma_ not in _WORKS:  # noqa: PLR2004 (a noun and its title)
        return found
    first, *others = found
    titled = others[0].pos_ == "PROPN" and not children(others[0], "det", "poss") and others[0].head is first
    return [first] if titled and not children(first, "cc") else found


def _gap(verb: Token) -> Token | None:
    """The noun before a relative clause without pronoun that a verb acts on, or that is hard or easy to act on.

    "The men they *saw*", "the men they refuse to *see*", "the wall is hard to *climb*".
    """
    if any(c.dep_ in {"advmod", "prep", "ccomp"} and not _is_setting(c, verb) for c in verb.children):
        return None
    lower = any(c.tag_ == "VB" for c in children(verb, "xcomp"))
    wont = verb.lemma_ == "use" and verb.tag_ == "VBD"
    if lower and (wont or verb.lemma_ in SEEKING or verb.lemma_ in PROMISING or verb.lemma_ in _WANTING):
        return None
    clause = verb
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.lemma_ not in INTRANSITIVE:
        clause = verb.head
        copula = clause.head if clause.pos_ == "ADJ" else clause
        easy = [clause, *children(copula, "acomp")]
        if copula.lemma_ == "be" and any(each.lower_ in TOUGH for each in easy):
            return next((n for each in children(copula, "nsubj") for n in nominals(each) if n.lower_ != "it"), None)
        bound = clause.lemma_ in SEEKING or clause.lemma_ in PROMISING
        if not bound or children(clause, "dobj", "advmod"):
            return None
    if clause.dep_ != "relcl" or clause.head.lemma_ in _ADVERBIAL:
        return None
    own = children(clause, "nsubj")
    contact = own and own[0].tag_ not in {"WDT", "WP"} and own[0].lower_ not in {"that", "who"}
    wh = any(c.tag_ in {"WDT", "WP", "WRB"} for c in clause.children)
    parted = clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ":"
    return clause.head if contact and not wh and not parted else None


def _is_setting(child: Token, verb: Token) -> bool:
    """Whether a phrase beside a verb that takes an object leaves the gap open: "the path *it took in the war*".

    So does an adverb before it: "the man she had *never* seen"; or behind a verb that is never without an object.
    """
    always = verb.lemma_ in verb.doc.user_data.get("transitive", ())
    if child.dep_ == "advmod":
        return (child.i == verb.i - 1 or always) and child.tag_ == "RB" and verb.lemma_ not in INTRANSITIVE
    things = children(child, "pobj") if child.dep_ == "prep" else ()
    whole = bool(things) and things[0].tag_ not in {"WDT", "WP"} and "xcomp" not in verb.kinds
    bound = verb.dep_ == "relcl" or (verb.dep_ == "xcomp" and verb.head.dep_ == "relcl")
    return whole and bound and (always or verb.lemma_ in verb.doc.user_data.get("taking", ()))


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
