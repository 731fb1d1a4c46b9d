"""The frame of a noun that names an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.lexemes import nominal as nominal_action
from kg.extract.phrasal import particles
from kg.extract.roles.extents import TIMES
from kg.extract.roles.frame import PLACES, patient
from kg.extract.roles.prepositional import prepositional
from kg.extract.subjects import subjects
from kg.extract.syntax import NOMINAL, children, meant, nominals, objects_of
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

# What befalls those after "of" without anybody else: "the death of the king".
_INTRANSITIVE = frozenset({"act", "appear", "arise", "behave", "collapse", "comment", "die", "disappear", "emerge"}) | (
    frozenset(
        {"expire", "fall", "flood", "flow", "grow", "participate", "perform", "perish", "resign", "retire", "rise"}
    )
    | {"stream", "struggle", "succeed", "surge", "testify", "vote", "work"}
)
_EFFORTS = frozenset({"attempt", "effort"})
# Who takes part in these does what another holds: "Norland held an exercise of its troops".
_DRILLS = frozenset({"drill", "exercise", "maneuver", "manoeuvre", "march", "parade"})
# "Received the endorsement of the union": the union endorses.
_GRANTED = frozenset(
    {"acclaim", "admire", "applaud", "approve", "assist", "back", "bless", "commend", "condemn", "endorse"}
) | {"help", "permit", "praise", "recommend", "support", "sympathize"}
# "With the support of the union": the union supports.
_LENT = frozenset({"assist", "back", "bless", "help", "permit", "support"})
_RECEIVING = (
    frozenset({"accept", "attract", "await", "claim", "collect", "command", "court", "draw", "earn", "elicit"})
    | {"enjoy", "gain", "garner", "get", "have", "keep", "lack", "land", "lose", "need", "obtain", "pick", "receive"}
    | {"retain", "secure", "seek", "solicit", "tout", "welcome", "win"}
)
_MOVED = (
    frozenset({"boosted", "bolstered", "buoyed", "cheered", "delighted", "emboldened", "encouraged", "flattered"})
    | {"grateful", "gratified", "heartened", "honored", "honoured", "humbled", "moved", "pleased", "thankful"}
    | {"thanked", "thanking", "touched"}
)
# Whoever leaves something is not it: "the union's exit from the pact".
_LEAVING = frozenset(
    {"break", "defect", "depart", "disengage", "emerge", "escape", "evacuate", "exit", "flee", "leave", "move", "oust"}
) | {"pull out", "recover", "remove", "resign", "retire", "retreat", "return", "secede", "split", "withdraw"}
_OWNERS = frozenset({"her", "his", "my", "our", "their", "whose", "your"})
_JUDGING = frozenset({"believe", "doubt", "expect", "judge", "know", "reject", "show", "want"})
_OWNED = frozenset({"deny", "fail", "plan", "promise", "request", "threaten"})
# Many take part in these, and a land, a party or a prize before them is what they are held in or for.
_CONTESTS = frozenset({"campaign", "compete", "contest", "elect", "nominate", "race"})
# What names these says where, for what or by whom they are held: "the Norland Prize ceremony", "a Bell Home event".
_GATHERINGS = frozenset({"celebrate", "ceremony", "concert", "festival", "gala", "game", "happen", "party", "show"})


def nominal(frame: Frame) -> None:
    """Fills the frame of a noun that names an event: "the plea from X to Y", "X's meeting with Y"."""
    noun = frame.trigger
    held = RoleName.RECIPIENT if _is_had(frame) else RoleName.ACTOR
    for owner in children(noun, "poss"):
        for each in nominals(owner):
            undergone = _undergone(frame, each) if held is RoleName.ACTOR else None
            frame.add(RoleName.TIME if each.ent_type_ in TIMES else undergone or held, each, "possessor")
    for modifier in children(noun, "amod", "compound", "nmod"):
        named = modifier.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"} and modifier.i in frame.mentions
        if named and not frame.has(RoleName.ACTOR) and not _is_hosted(frame, modifier):
            frame.add(RoleName.ACTOR, modifier, "modifier")
    for preposition in children(noun, "prep", "agent"):
        _noun_prepositional(frame, preposition)
    _addressee(frame)
    _receiver(frame)
    _supporter(frame)
    for clause in children(noun, "acl"):
        if clause.tag_ == "VBN" and clause.pos_ == "VERB":
            _performed(frame, clause)
        elif clause.tag_ == "VB" and not _is_of_other(noun, clause):
            frame.add(RoleName.THEME, clause, "clause")


def _is_had(frame: Frame) -> bool:
    """Whether a noun's owner has it from others: "his endorsements from generals"."""
    if (nominal_action(frame.trigger, frame.lexicon) or "") not in _GRANTED:
        return False
    givers = (each for p in children(frame.trigger, "prep") if p.lower_ == "from" for each in objects_of(p))
    return any(frame.agent(each) for each in givers)


def _undergone(frame: Frame, owner: Token) -> RoleName | None:
    """The part of an owner to whom it is done: "*his* arrest", "*the minister's* appointment", "*the band's* founding".

    Who arrests has somebody to arrest ("the arrest *of* X"), and a court's sentence is its own. Several appointments
    are somebody's who makes them.
    """
    noun, words = frame.trigger, frame.lexicon.words
    action = nominal_action(noun, frame.lexicon) or ""
    if any(p.lower_ in {"against", "of"} for p in children(noun, "prep")) or noun.lower_.startswith("shot"):
        return None
    body = owner.ent_type_ in {"GPE", "NORP", "ORG"} or owner.lower_ == "its"
    body = body or frame.lexicon.collectives.get(owner.lemma_.lower()) in {"body", "group"}
    founded = body and action in words.get("done to its body", ())
    if not founded and (body or words.get("done to its owner", frozenset()).isdisjoint({action, noun.lemma_.lower()})):
        return None
    if noun.tag_ == "NNS" and (founded or action in words.get("put into office", ())):
        return None
    return RoleName.RECIPIENT if frame.agent(owner) or owner.lower_ in _OWNERS else RoleName.THEME


def _is_of_other(noun: Token, clause: Token) -> bool:
    """Whether an infinitive belongs to the noun right before it: "the announcement of *rules* to cut waste"."""
    last = clause.left_edge.nbor(-1) if clause.left_edge.i else noun
    between = [p for p in children(noun, "prep") if noun.i < p.i < clause.i and p.lower_ not in {"by", "from"}]
    return bool(between) and last is not noun and last.pos_ == "NOUN" and last.ent_type_ not in TIMES


def _is_hosted(frame: Frame, modifier: Token) -> bool:
    """Whether a name before a noun says where or under whom many do it: "the Norbank debate", "the Norland race"."""
    action = nominal_action(frame.trigger, frame.lexicon) or frame.action
    if action in _CONTESTS or action in _GATHERINGS:
        return True
    alone = not any(p.lower_ == "with" for p in children(frame.trigger, "prep"))
    return (modifier.ent_type_ in {"ORG", "PERSON"} or alone) and action in frame.lexicon.reciprocals


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


def _is_carried(frame: Frame) -> bool:
    """Whether a noun has its doer from an owner or a verb ("announced support of Bell", "spoke in support of Bell")."""
    noun = frame.trigger
    fixed = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    carried = noun.dep_ == "dobj" and _phrasal(noun.head) in frame.lexicon.supports
    return fixed or carried or bool(children(noun, "poss"))


def _is_received(noun: Token, action: str) -> bool:
    """Whether the verb over a noun tells who has it from others: "received the endorsement of the union"."""
    if action not in _GRANTED:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in {"by", "for"}:
        # "Honoured by the endorsement of Bell", "thankful for the support of Bell".
        return noun.head.head.lower_ in _MOVED
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in _RECEIVING


def _receiver(frame: Frame) -> None:
    noun = frame.trigger
    if noun.dep_ != "dobj" or frame.has(RoleName.RECIPIENT) or not frame.has(RoleName.ACTOR):
        return
    if _is_received(noun, nominal_action(noun, frame.lexicon) or "") and noun.head.lemma_.lower() not in {
        "lack",
        "lose",
    }:
        for receiver in subjects(noun.head)[0]:
            if frame.agent(receiver):
                frame.add(RoleName.RECIPIENT, receiver, f"subject of {noun.head.text!r}, who has it")


def _noun_prepositional(frame: Frame, preposition: Token) -> None:
    word, noun, lexicon = preposition.lower_, frame.trigger, frame.lexicon
    things = objects_of(preposition)
    if word in {"by", "from"}:
        _doers(frame, word, things)
    elif word == "between":
        for thing in things:
            frame.add(RoleName.ACTOR, thing, "after 'between'")
    elif word == "of":
        drilled = _is_carried(frame) and nominal_action(noun, lexicon) in _DRILLS
        if drilled and any(map(frame.agent, things)):
            # "Held an exercise of 900 troops, tanks and ships": all of them are in it, and none holds it.
            frame.add(RoleName.THEME, things[0], "after 'of'", topic=True)
            return
        for thing in things:
            if thing is things[0] or not _is_deed_beside(frame, thing, things[0]):
                _of(frame, thing)
    elif (word != "to" or _is_sent(frame)) and not (word == "on" and nominal_action(noun, lexicon) in _GATHERINGS):
        prepositional(frame, preposition)


def _is_deed_beside(frame: Frame, thing: Token, first: Token) -> bool:
    """Whether somebody's deed beside a party is joined to the noun before it: "the arrest of X and *Y's flight*"."""
    owned = "poss" in thing.kinds and "poss" not in first.kinds
    return owned and thing.i in frame.triggers and not frame.agent(thing) and frame.agent(first)


def _of(frame: Frame, thing: Token) -> None:
    if thing.ent_type_ in TIMES:
        frame.add(RoleName.TIME, thing, "after 'of'")
    elif _is_content(frame):
        frame.add(RoleName.THEME, thing, "after 'of'", topic=True)
    elif frame.agent(thing) and _is_of_doer(frame):
        frame.add(RoleName.ACTOR, thing, "after 'of'")
    elif frame.agent(thing) or thing.pos_ in NOMINAL:
        patient(frame, thing, "after 'of'", indirect=False)


def _is_content(frame: Frame) -> bool:
    """Whether "of" tells what a noun says, and not who does it or to whom: "charges of theft", "fears of a war"."""
    return frame.trigger.lemma_.lower() in frame.lexicon.words.get("saying", ())


def _is_sent(frame: Frame) -> bool:
    """Whether what stands after "to" has to do with a noun: "her letter to Bell", not "released its files to Bell"."""
    noun, lexicon = frame.trigger, frame.lexicon
    over = noun
    while over.dep_ == "pobj" and over.head.lower_ == "of":
        over = over.head.head
    verb = over.head.lemma_.lower() if over.dep_ == "dobj" else ""
    if verb in lexicon.transfers and verb not in lexicon.supports:
        return False
    action = nominal_action(noun, lexicon) or ""
    return cue_class(noun, lexicon) is not None or action in lexicon.lexemes or action in lexicon.motions


def _doers(frame: Frame, word: str, things: list[Token]) -> None:
    """Those who do it, after "by" or "from"; not in "her speech titled “Onwards” by X": who owns it did it."""
    owned = frame.has(RoleName.ACTOR)
    if word == "from" and (nominal_action(frame.trigger, frame.lexicon) or "") in _LEAVING:
        for thing in things:
            frame.add(RoleName.THEME, thing, f"after {word!r}", topic=True)
        return
    for thing in things:
        doer = frame.agent(thing) or (word == "by" and _is_count(thing))
        if doer and not (owned and (word == "by" or thing.ent_type_ in PLACES)):
            frame.add(RoleName.ACTOR, thing, f"after {word!r}")


def _is_count(noun: Token) -> bool:
    """Whether a noun stands for some that can be told apart: "a request by the challengers", not "a vote by mail"."""
    measured = noun.ent_type_ in {*TIMES, "CARDINAL", "MONEY", "PERCENT", "QUANTITY"}
    return noun.pos_ == "NOUN" and not measured and (noun.tag_ == "NNS" or bool(children(noun, "det", "poss")))


def _is_of_doer(frame: Frame) -> bool:
    """Whether a party after "of" does it: the summit of leaders, the demands of the union, the return of the troops."""
    noun, lexicon = frame.trigger, frame.lexicon
    action = lexicon.nominals.get(noun.lower_) or lexicon.nominals.get(noun.lemma_.lower(), "")
    if _is_received(noun, action) or (action in _LENT and not _is_carried(frame)):
        return True
    found = cue_class(noun, lexicon)
    own = action in _INTRANSITIVE or noun.lemma_.lower() in _EFFORTS
    alone = own or action in _DRILLS or action in lexicon.reciprocals or action in lexicon.motions
    return alone or (found is not None and found.name in _OWNED)


def _supporter(frame: Frame) -> None:
    """Who does it, by the verb that only carries the noun: "Norland launched an attack", "resumed its talks"."""
    noun = frame.trigger
    verb = noun.head
    if noun.dep_ == "conj":
        noun, verb = verb, verb.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or frame.has(RoleName.ACTOR) or verb.pos_ != "VERB":
        return
    if _phrasal(verb) not in frame.lexicon.supports:
        return
    doers = subjects(verb)[0] if noun.dep_ == "dobj" else [d for p in children(verb, "agent") for d in objects_of(p)]
    for doer in doers:
        if frame.agent(doer):
            frame.add(RoleName.ACTOR, doer, f"subject of {verb.text!r}, which carries it")


def _phrasal(verb: Token) -> str:
    return " ".join([verb.lemma_.lower(), *(each.lower_ for each in particles(verb))])


def _performed(frame: Frame, clause: Token) -> None:
    """The agent of a participle is the noun's: "concerns raised by X", "a strike carried out by X".

    Not who only sees or judges it: "remarks viewed by X as rude", "a deal rejected by X".
    """
    if children(frame.trigger, "poss") or nominal_action(frame.trigger, frame.lexicon) == "happen":
        # "Her speech titled “On Trade by A. Bell”": the speech is hers.
        return
    told = cue_class(clause, frame.lexicon), frame.lexicon.cues.get((clause.lemma_.lower(), "object"))
    if any(found is not None and found.name in _JUDGING for found in told):
        return
    for preposition in children(clause, "agent"):
        for thing in objects_of(preposition):
            frame.add(RoleName.ACTOR, meant(thing), "agent of its participle")
