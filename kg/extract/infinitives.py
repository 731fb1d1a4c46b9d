"""Who stands beside an infinitive or a participle and may do what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import MAX_STEPS, RELATIVE, TIMES, children, is_passive, meant, nominals, objects_of
from kg.extract.valency import (
    ANSWERING,
    BODIES,
    CALLING_ON,
    DECIDING,
    DEPUTING,
    FOUNDING,
    LEAVING,
    OBJECT_CONTROL,
    PAPERS,
    PROMISING,
    TOUGH,
    USING,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token

_HANDING = frozenset({"donate", "give", "grant", "hand", "lease", "lend", "loan", "provide", "sell", "supply"})

# What does this does not do itself what it consists in: "the plan involves *closing* schools".
COMPRISING = frozenset({"entail", "include", "involve", "mean", "necessitate", "require"})

# Who summons an envoy to do this does it himself; to explain, the envoy does.
_PROTESTING = frozenset(
    {"complain", "condemn", "convey", "criticise", "criticize", "demand", "denounce", "express", "inform", "lodge"}
) | {"object", "protest", "rebuke", "register", "reprimand", "voice", "warn"}
_SUMMONING = frozenset({"call", "recall", "summon"})
# Who gets in touch with somebody to do something does it himself; so does who calls to do one of these.
_CONTACTING = frozenset({"contact", "email", "meet", "message", "phone", "ring", "telephone", "text", "visit"})
_BY_PHONE = frozenset(
    {"apologise", "apologize", "ask", "congratulate", "discuss", "invite", "offer", "tell", "thank", "urge", "wish"}
)
# What one goes to see somebody for, and what takes two, so that nobody alone is called on to do it.
_AT_VISITS = frozenset({"congratulate", "felicitate", "greet", "thank"})
_OF_TWO = frozenset({"confer", "discuss", "talk"})
# Who is asked for leave to do this does not do it: "refused a request to *cross* its airspace".
_LEAVE = frozenset(
    {"address", "attend", "build", "campaign", "continue", "cross", "enter", "examine", "extradite", "fly", "hold"}
) | {
    "interview",
    "join",
    "land",
    "leave",
    "meet",
    "question",
    "see",
    "speak",
    "stay",
    "travel",
    "use",
    "visit",
    "withdraw",
}
# Who does this to an order or a call is the one who is asked.
_HEARING = (
    ANSWERING
    | {"break", "decline", "defy", "disobey", "flout", "follow", "get", "have", "heed", "obey"}
    | {
        "rebuff",
        "receive",
        "spurn",
        "turn",
        "violate",
    }
)


def summons(governor: Token, verb: Token) -> bool:
    """Whether somebody is summoned or spoken to so as to be told something: "summoned him *to protest*".

    "Phoned the king *to apologise*".
    """
    if verb.tag_ != "VB" or is_passive(governor):
        return False
    if governor.lemma_ in _CONTACTING or (governor.lemma_ == "call" and verb.lemma_ in _BY_PHONE):
        return True
    return governor.lemma_ in _SUMMONING and verb.lemma_ in _PROTESTING


def asked(noun: Token, verb: Token) -> list[Token] | None:
    """Who does what a call or a request is for, by the words of the noun; None where the verb over it tells who.

    Those whom it goes to ("an invitation *to Bell* to visit"), or who asks for leave ("*Bell's* request to visit").
    """
    called = [p for p in children(noun, "prep") if p.lower_ in {"on", "to"} and noun.i < p.i < verb.i]
    if found := [each for p in called for each in objects_of(p) if can_act(each)]:
        return found
    if noun.lemma_ == "request" and verb.lemma_ in _LEAVE:
        return owners_of(noun) or [each for p in children(noun, "prep") if p.lower_ == "from" for each in objects_of(p)]
    heard = noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in _HEARING
    return None if heard and not is_passive(noun.head) else []


def called_on(governor: Token, verb: Token) -> list[Token]:
    """Those whom somebody calls on, relies on or looks to for what an infinitive says."""
    for preposition in children(governor, "prep"):
        if preposition.i < verb.i and (governor.lemma_, preposition.lower_) in CALLING_ON:
            called = [each for each in objects_of(preposition) if each.ent_type_ not in TIMES]
            if preposition.lower_ in {"on", "upon"} and visits(governor, verb, called):
                return []
            # "Call for the money to be paid": whatever stands after "for" is what it is about.
            if called and (preposition.lower_ == "for" or all(can_act(each) for each in called)):
                return called
    return []


def visits(governor: Token, verb: Token, called: Sequence[Token]) -> bool:
    """Whether who calls on somebody goes to see him: "called on the king *to congratulate* him", "*to discuss* it"."""
    if governor.lemma_ != "call" or verb.tag_ != "VB":
        return False
    alone = len(called) == 1 and called[0].ent_type_ == "PERSON"
    return verb.lemma_ in _AT_VISITS or (alone and verb.lemma_ in _OF_TWO)


def after_for(verb: Token) -> list[Token]:
    """Who stands between "for" and an infinitive, where the parse takes them apart: "odd *for a man* to refuse"."""
    to = children(verb, "aux") if verb.tag_ == "VB" else []
    if not to or to[0].tag_ != "TO" or to[0].i == 0:
        return []
    inner = last = verb.doc.tokens[to[0].i - 1]
    for _ in range(MAX_STEPS):
        if inner.dep_ == "prep" or inner.head is inner or inner.right_edge is not last:
            break
        inner = inner.head
    if inner.dep_ != "prep" or inner.lower_ != "for" or inner.right_edge is not last or inner.head.lemma_ in LEAVING:
        return []
    found = objects_of(inner)
    return found if found and all(can_act(each) and each.ent_type_ not in TIMES for each in found) else []


def agents_before(verb: Token) -> list[Token]:
    """Who does what a participle right before an infinitive says: "a hoax spread *by Sudria* to hurt trade"."""
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    if not to or to[0].i == 0:
        return []
    inner = last = verb.doc.tokens[to[0].i - 1]
    for _ in range(MAX_STEPS):
        if inner.dep_ == "agent" or inner.head is inner or inner.right_edge is not last:
            break
        inner = inner.head
    by = inner.dep_ == "agent" and inner.right_edge is last and inner.head is not verb.head
    if not by or inner.head.lemma_ in DEPUTING or inner.head.lemma_ in OBJECT_CONTROL:
        return []
    return objects_of(inner)


def controls(governor: Token, patient: list[Token]) -> bool:
    """Whether the object of a verb does its infinitive: "appointed proxies to vote", not "used the paper to lie"."""
    lemma = governor.lemma_
    if lemma in PROMISING or lemma in USING:
        return False
    return lemma in OBJECT_CONTROL or lemma in DEPUTING or any(can_act(each) for each in patient)


def deputes(governor: Token, patient: Sequence[Token]) -> bool:
    """Whether an object is named, hired, sent or founded to do something: "set up a commission to look into it"."""
    if governor.lemma_ in DEPUTING:
        return any(can_act(each) for each in patient)
    return governor.lemma_ in FOUNDING and any(each.lemma_.lower() in BODIES for each in patient)


def is_tough(governor: Token) -> bool:
    """Whether an infinitive says what it is easy or fair to do to somebody: "he is hard to beat"."""
    adjectives = [governor] if governor.pos_ == "ADJ" else children(governor, "acomp", "oprd")
    return any(each.lower_ in TOUGH for each in adjectives)


def is_impersonal(governor: Token, verb: Token) -> bool:
    """Whether "it" announces an infinitive: "it is wrong of them to go", "it took courage to say so"."""
    marked = any(aux.tag_ == "TO" for aux in children(verb, "aux"))
    return marked and any(subject.lower_ == "it" for subject in children(governor, "nsubj", "nsubjpass"))


def can_act(noun: Token) -> bool:
    """Whether an object may do something itself: nobody "uses money to win" so that the money wins."""
    parties = noun.doc.user_data.get("parties")
    if parties is None or noun.pos_ == "ADP" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if noun.pos_ == "PRON":
        return noun.lower_ not in {"it", "this", "that", "these", "what", "which", "everything", "something", "nothing"}
    meaning = meant(noun)
    return noun.pos_ == "PROPN" or meaning.lemma_.lower() in parties or meaning.lemma_ == "people"


def paper_before(noun: Token) -> Token | None:
    """What was sent or shown to somebody, where that says something: "sent *a letter* to the board opposing it"."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "to", "with"} or verb.pos_ != "VERB":
        return None
    return next(
        (thing for thing in children(verb, "dobj") if thing.lemma_.lower() in PAPERS and thing.i < noun.i), None
    )


def is_of_either(verb: Token, governor: Token) -> bool:
    """Whether nothing but the sense tells whose purpose an infinitive is, and so who does it.

    "Decided she should share it, to avoid a dispute", "gave the land to the town to build a school".
    """
    if governor.dep_ == "ccomp" and governor.head.lemma_ in DECIDING and _is_set_apart(verb):
        return True
    to = [p for p in children(governor, "prep", "dative") if p.i < verb.i and (p.lower_ == "to" or p.dep_ == "dative")]
    if governor.lemma_ not in _HANDING or not to or not children(governor, "dobj"):
        return False
    return any(can_act(each) for p in to for each in (objects_of(p) if p.pos_ == "ADP" else [p]))


def _is_set_apart(verb: Token) -> bool:
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    return bool(to) and to[0].i > verb.head.i and to[0].nbor(-1).text == ","


def owners_of(noun: Token) -> list[Token]:
    """Whose a noun is: "*his* aim", "the effort *by Bell*", "the chance that *she* has"."""
    makers = (p for p in children(noun, "prep") if p.lower_ == "by")
    owners = children(noun, "poss") or [owner for maker in makers for owner in children(maker, "pobj")]
    if not owners:
        having = [verb for verb in children(noun, "relcl") if verb.lemma_ == "have"]
        owners = [owner for verb in having for owner in children(verb, "nsubj") if owner.tag_ not in RELATIVE]
    return [each for owner in owners for each in nominals(owner)]
