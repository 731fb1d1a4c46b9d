"""The parts played in an event, from the parse of its clause or noun phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.factuality import cue_class, governs
from kg.extract.quotes import in_quotes
from kg.extract.syntax import (
    NOMINAL,
    children,
    is_passive,
    meant,
    nominals,
    objects_of,
    phrase,
    span_of,
    subjects,
    words,
)
from kg.model import Role, RoleName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})
_PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "inside", "outside", "across", "around", "throughout"])
_PARTY_PREPOSITIONS = frozenset(
    ["to", "with", "against", "from", "on", "upon", "toward", "towards", "into", "onto", "at", "between", "among"]
)
_TOPIC_PREPOSITIONS = frozenset(["about", "on", "over", "regarding", "concerning", "of", "for", "against", "into"])
DURATIVE = frozenset(["for", "during", "over", "within"])
_DIRECTIONS = frozenset(["to", "from", "into", "toward", "towards"])


@dataclass(slots=True, kw_only=True)
class Frame:
    """Collects the roles of one event; the head of each role is used once.

    ``mentions`` and ``triggers`` lead the index of a head token to its entity mention and to the trigger of its event.
    """

    trigger: Token
    lexicon: Lexicon
    mentions: Mapping[int, EntityMention]
    triggers: Mapping[int, Token]
    roles: list[Role] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def has(self, name: RoleName) -> bool:
        """Whether a role of this name was found."""
        return any(role.name is name for role in self.roles)

    def agent(self, token: Token) -> bool:
        """Whether a token can be a party to an event."""
        return is_agent(token, self.mentions.get(token.i), self.lexicon)

    def add(self, name: RoleName, head: Token, pattern: str) -> None:
        """Gives a role to a nominal or clause, unless it has one."""
        if head.i in self.used or head.i == self.trigger.i:
            return
        self.used.add(head.i)
        self._included(name, head)
        clause = head.pos_ in {"VERB", "AUX"}
        mention = self.mentions.get(head.i)
        event = self.triggers.get(head.i)
        span = span_of([head]) if clause else mention.span if mention else span_of(phrase(head))
        self.roles.append(
            Role(
                name=name,
                span=span,
                words=span_of([*words(head), head]) if clause or name is RoleName.THEME else span,
                pattern=pattern,
                mention=mention.span if mention and not clause else None,
                event=span_of([event]) if event is not None else None,
            )
        )

    def _included(self, name: RoleName, head: Token) -> None:
        """In "all countries, including X", what is true of the group is said of X too."""
        for preposition in children(head, "prep"):
            things = objects_of(preposition)
            if preposition.lower_ == "including" and name in {RoleName.ACTOR, RoleName.RECIPIENT}:
                for thing in things:
                    self.add(name, thing, "after 'including'")
            # "a meeting with X in Y": a person has no place, the event has.
            elif preposition.lower_ in {"in", "at"} and head.ent_type_ == "PERSON":
                for thing in things:
                    if thing.ent_type_ in PLACES:
                        self.add(RoleName.PLACE, thing, f"after {preposition.lower_!r} beside a person")


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
    for thing in objects:
        _object(frame, thing, "subject of a passive" if passive else "object", indirect=bool(datives))
    for preposition in children(verb, "prep", "dative"):
        prepositional(frame, preposition)
    _clauses(frame)
    _inside_objects(frame, objects)


def _direct_objects(verb: Token) -> list[Token]:
    found = [each for thing in children(verb, "dobj") for each in nominals(thing)]
    if not found and verb.dep_ == "relcl" and not any(c.dep_ in {"advmod", "prep", "ccomp"} for c in verb.children):
        own = children(verb, "nsubj")
        if own and own[0].tag_ not in {"WDT", "WP"} and own[0].lower_ not in {"that", "who"}:
            return [verb.head]
    if not found:
        for other in children(verb, "conj"):
            between = verb.doc[verb.i + 1 : other.i]
            if (
                other.pos_ == "VERB"
                and not children(other, "nsubj")
                and all(t.dep_ in {"cc", "punct"} for t in between)
            ):
                return _direct_objects(other)
    return found


def _object(frame: Frame, thing: Token, pattern: str, *, indirect: bool) -> None:
    if in_quotes(thing) and not in_quotes(frame.trigger):
        # "chanted “Water, water”": words that were said are no party and no thing that something is done to.
        frame.used.add(thing.i)
    elif thing.ent_type_ == "MONEY" or any(c.text in "$€£¥" for c in thing.children):
        frame.add(RoleName.AMOUNT, thing, pattern)
    elif frame.agent(thing) and not indirect:
        frame.add(RoleName.RECIPIENT, thing, pattern)
    else:
        frame.add(RoleName.THEME, thing, pattern)


def prepositional(frame: Frame, preposition: Token, *, topics: bool = False) -> None:
    """Gives a role to what a preposition governs, by the preposition and the kind of thing.

    With ``topics``, what stands after "on" or "about" is a theme even where it could be a party ("a position on X").
    """
    word = preposition.lower_
    pattern = f"after {word!r}"
    for thing in objects_of(preposition):
        if (name := _role_after(frame, word, thing, topics=topics)) is not None:
            frame.add(name, thing, pattern)
    for clause in children(preposition, "pcomp"):
        if clause.pos_ == "VERB" and word in {"of", "for", "about", "on", "against", "from", "in"}:
            frame.add(RoleName.THEME, clause, pattern)


def _role_after(frame: Frame, word: str, thing: Token, *, topics: bool) -> RoleName | None:
    mention = frame.mentions.get(thing.i)
    place = thing.ent_type_ in PLACES and (mention is None or mention.type in PLACES)
    topic = word in _TOPIC_PREPOSITIONS
    if thing.ent_type_ in TIMES:
        return None if word in DURATIVE else RoleName.TIME
    if thing.ent_type_ == "MONEY":
        return RoleName.AMOUNT
    if place and (word in _PLACE_PREPOSITIONS or (word in _DIRECTIONS and _moves(frame))):
        return RoleName.PLACE
    if word in _PARTY_PREPOSITIONS and frame.agent(thing) and not (topics and topic):
        return RoleName.RECIPIENT
    if word == "for" and frame.agent(thing) and frame.has(RoleName.THEME):
        return None if frame.has(RoleName.RECIPIENT) else RoleName.RECIPIENT
    return RoleName.THEME if topic and not frame.has(RoleName.THEME) else None


def _moves(frame: Frame) -> bool:
    return frame.trigger.lemma_.lower() in frame.lexicon.motions


def _clauses(frame: Frame) -> None:
    verb = frame.trigger
    found = cue_class(verb, frame.lexicon)
    for clause in children(verb, "ccomp", "xcomp"):
        governed = found is None or governs(verb, clause, found)
        if clause.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or not governed:
            continue
        frame.add(RoleName.THEME, clause, "clause")
        asked = children(clause, "nsubj")
        if clause.tag_ == "VB" and asked and _requests(frame):
            for other in nominals(asked[0]):
                if frame.agent(other):
                    frame.add(RoleName.RECIPIENT, other, "subject of what is asked")


def _requests(frame: Frame) -> bool:
    found = frame.lexicon.cues.get((frame.trigger.lemma_.lower(), "verb"))
    return found is not None and found.name in {"request", "want", "allow"}


def _inside_objects(frame: Frame, objects: list[Token]) -> None:
    """The party inside an object's phrase: "imposed sanctions on X", "sent aid to X"."""
    if frame.has(RoleName.RECIPIENT):
        return
    for thing in objects:
        if frame.agent(thing) or frame.triggers.get(thing.i) is not None:
            continue
        for preposition in children(thing, "prep"):
            if preposition.lower_ in {"on", "against", "to", "with", "from"}:
                for other in objects_of(preposition):
                    if frame.agent(other):
                        frame.add(RoleName.RECIPIENT, other, f"after {preposition.lower_!r} inside the object")


def nominal(frame: Frame) -> None:
    """Fills the frame of a noun that names an event: "the plea from X to Y", "X's meeting with Y"."""
    noun = frame.trigger
    for owner in children(noun, "poss"):
        for each in nominals(owner):
            frame.add(RoleName.TIME if each.ent_type_ in TIMES else RoleName.ACTOR, each, "possessor")
    for modifier in children(noun, "amod", "compound", "nmod"):
        if modifier.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"} and modifier.i in frame.mentions:
            frame.add(RoleName.ACTOR, modifier, "modifier")
    for preposition in children(noun, "prep", "agent"):
        _noun_prepositional(frame, preposition)
    _addressee(frame)
    for clause in children(noun, "acl"):
        if clause.tag_ == "VBN" and clause.pos_ == "VERB":
            _performed(frame, clause)
        elif clause.tag_ == "VB":
            frame.add(RoleName.THEME, clause, "clause")


def _addressee(frame: Frame) -> None:
    """Whom a request went to, by the verb that answers it: "X rejected a request from Y"."""
    noun = frame.trigger
    verb = noun.head
    found = cue_class(noun, frame.lexicon)
    asks = found is not None and found.name in {"request", "promise"}
    answered = noun.dep_ == "dobj" and verb.lemma_.lower() in frame.lexicon.answers
    if asks and answered and not frame.has(RoleName.RECIPIENT):
        for addressee in subjects(verb)[0]:
            frame.add(RoleName.RECIPIENT, addressee, f"subject of {verb.text!r}, which answers it")


def _noun_prepositional(frame: Frame, preposition: Token) -> None:
    word = preposition.lower_
    things = objects_of(preposition)
    if word in {"by", "from"}:
        for thing in things:
            if frame.agent(thing) and not (word == "from" and thing.ent_type_ in PLACES and frame.has(RoleName.ACTOR)):
                frame.add(RoleName.ACTOR, thing, f"after {word!r}")
    elif word == "between":
        for thing in things:
            frame.add(RoleName.ACTOR, thing, "after 'between'")
    elif word == "of":
        for thing in things:
            if frame.agent(thing) or thing.pos_ in NOMINAL:
                _object(frame, thing, "after 'of'", indirect=False)
    else:
        prepositional(frame, preposition)


def _performed(frame: Frame, clause: Token) -> None:
    """The agent of a participle is the noun's: "concerns raised by X", "a strike carried out by X"."""
    for preposition in children(clause, "agent"):
        for thing in objects_of(preposition):
            frame.add(RoleName.ACTOR, meant(thing), "agent of its participle")
