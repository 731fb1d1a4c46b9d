"""What prepositions give: parties, topics, places, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_individual
from kg.extract.factuality import cue_class
from kg.extract.lexemes import nominal as nominal_action
from kg.extract.phrasal import beside
from kg.extract.roles.complements import (
    asked_for,
    gap_after,
    is_absolute,
    is_complement,
)
from kg.extract.roles.extents import TIMES, spent_in
from kg.extract.roles.frame import PLACES, is_mutual, patient
from kg.extract.roles.putting import SIDES, is_moved, is_timeless, opened, says_more
from kg.extract.roles.reaching import reaches
from kg.extract.syntax import RELATIVE, children, objects_of
from kg.extract.tense import has_tense
from kg.extract.times.astray import is_astray
from kg.extract.valency import NAMING
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "inside", "outside", "across", "around", "throughout"])
_TOPIC_PREPOSITIONS = frozenset(["about", "on", "over", "regarding", "concerning", "of", "for", "against", "into"])
_TOPIC_CLAUSES = frozenset({"of", "for", "about", "on", "against", "from", "in"})
DURATIVE = frozenset(["for", "during", "over", "with", "within"])
_DIRECTIONS = frozenset(["to", "from", "into", "toward", "towards"])
# What one says "on" is where one says it: on the radio, on a site.
_AIRED = frozenset(
    {"add", "air", "announce", "appear", "broadcast", "chime in", "claim", "declare", "explain", "post"}
) | {"premiere", "publish", "say", "sing", "state", "stream", "tell", "tweet"}
# Prepositions that give no role of their own, and yet make one verb with the word before them.
_BOUND = frozenset({"across", "after", "behind", "beyond", "by", "past", "through"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# What stands after "for" or "on" is what these are about, whatever it is: "asked for time", "reported on a show".
_ASKS_FOR = frozenset(
    {"apply", "ask", "beg", "call", "care", "fight", "hope", "long", "look", "pay", "plead", "pray"}
) | {"press", "push", "search", "vote", "wait", "wish", "yearn"}
_TAKES_ON = (
    frozenset({"agree", "bank", "base", "bet", "build", "capitalise", "capitalize", "center", "centre", "comment"})
    | {"concentrate", "count", "decide", "depend", "double", "draw", "dwell", "elaborate", "expand", "focus"}
    | {"follow", "give", "hinge", "impose", "insist", "lecture", "look", "press", "question", "reflect", "rely"}
    | {"report", "rule", "seize", "settle", "speculate", "spend", "tax", "touch", "vote", "weigh", "work", "write"}
)
_ASIDES = frozenset({"course", "example", "granted", "instance", "long", "now", "once", "real", "starters", "sure"})
# What flies, shoots or is seen over a land does so there.
_ALOFT = frozenset(
    {"bomb", "circle", "crash", "cross", "down", "drop", "explode", "fire", "fly", "hover", "intercept"}
) | {"jet", "patrol", "scramble", "shoot", "soar"}
# Who is preferred is preferred over somebody, to whom nothing is done.
_PREFERRING = frozenset({"back", "choose", "elect", "endorse", "favor", "favour", "nominate", "pick", "prefer"}) | {
    "select",
    "support",
}
# What a clause beside these tells is all that they are about; "for" behind them belongs to that clause.
_TELLING = frozenset({"add", "believe", "claim", "conclude", "guess", "insist", "maintain"}) | {
    "recall",
    "report",
    "reveal",
    "say",
    "state",
    "suppose",
    "tell",
    "think",
}
# Whom one reaches out to is spoken to, and not gone to.
_CONTACTING = frozenset({"reach out"})


def prepositional(frame: Frame, preposition: Token, *, topics: bool = False) -> None:
    """Gives a role to what a preposition governs, by the preposition and the kind of thing.

    With ``topics``, what stands after "on" or "about" is a theme even where it could be a party ("a position on X").
    """
    word = preposition.lower_
    if word == "with" and _is_comitative(preposition):
        _beside(frame, preposition)
        return
    if word == "with" and is_absolute(preposition):
        return
    pattern = f"after {word!r}"
    phrasal = preposition.i == frame.trigger.i + 1 and (f"{frame.action} {word}", "verb") in frame.lexicon.cues
    if phrasal or not _is_phrasal(frame, preposition):
        _governed(frame, preposition, pattern, topics=topics, phrasal=phrasal)
    else:
        for thing in objects_of(preposition):
            patient(frame, thing, pattern, indirect=False)
    for clause in children(preposition, "pcomp") if preposition.i > frame.trigger.i else ():
        if word == "for" and (_is_named(frame.trigger) or _is_saying(frame)):
            continue
        free = word != "by" or not frame.has(RoleName.THEME)  # "Opened it *by* ringing a bell" tells how.
        topical = word in _TOPIC_CLAUSES or (free and is_complement(frame, preposition))
        # "Accused him of *being* late"; "in *what was* a shock" tells nothing that it is about.
        being = clause.pos_ == "AUX" and clause.tag_ == "VBG" and frame.trigger.pos_ == "VERB"
        being = being and (word != "from" or frame.has(RoleName.RECIPIENT) or frame.has(RoleName.THEME))
        if (clause.pos_ == "VERB" or being) and topical and not _is_torn(clause):
            frame.add(RoleName.THEME, clause, pattern)


def _is_torn(clause: Token) -> bool:
    """Whether a clause with a tense has no subject, as no preposition takes one."""
    asks = any(c.tag_ in {"WDT", "WP", "WRB"} for c in clause.children)
    return has_tense(clause) and not asks and not children(clause, "csubj", "expl", "nsubj", "nsubjpass")


def _is_comitative(preposition: Token) -> bool:
    """Whether those after "with" only do the same: "together with Sudria", "along with her aides"."""
    if any(child.lower_ in {"along", "together"} for child in children(preposition, "advmod")):
        return preposition.i < preposition.head.i or preposition.doc.tokens[preposition.i - 1].lower_ == "along"
    return False


def _beside(frame: Frame, preposition: Token) -> None:
    """Gives those before a verb with whom its subject acts the same part: "together with Sudria, Norland sued"."""
    if preposition.i < frame.trigger.i and frame.trigger.pos_ == "VERB" and not children(frame.trigger, "auxpass"):
        for thing in objects_of(preposition):
            if frame.agent(thing):
                frame.add(RoleName.ACTOR, thing, "after 'together with'")


def _is_adverbial(frame: Frame, word: str, thing: Token) -> bool:
    """Whether a phrase says when, where or how, and not what it is about: "for starters", "on air", "over dinner"."""
    known = frame.lexicon.adverbials.get(word)
    if known is None:
        return False
    bare = known.get(thing.lower_, known.get(thing.lemma_.lower()))
    if bare is None or (bare and any(child.i < thing.i and not child.is_punct for child in thing.children)):
        return False
    return thing.lower_ in _ASIDES or frame.trigger.lemma_.lower() not in {"for": _ASKS_FOR, "on": _TAKES_ON}.get(
        word, ()
    )


def _is_named(verb: Token) -> bool:
    return verb.lemma_ in NAMING and bool(children(verb, "oprd"))


def _is_phrasal(frame: Frame, preposition: Token) -> bool:
    """Whether verb and preposition are one verb, so that it acts on what follows: "went after X", "stood by X"."""
    word, verb = preposition.lower_, frame.trigger
    if beside(verb, frame.lexicon)[-1:] == [preposition]:
        # "Swore *in* a new cabinet".
        return all(thing.ent_type_ not in TIMES for thing in objects_of(preposition))
    if word not in _BOUND or preposition.i != verb.i + 1 or children(verb, "dobj"):
        return False
    return any(entry.particle == word for entry in frame.lexicon.lexemes.get(verb.lemma_.lower(), ()))


def _governed(frame: Frame, preposition: Token, pattern: str, *, topics: bool, phrasal: bool) -> None:
    word, reached = preposition.lower_, False
    bound, asked = is_complement(frame, preposition), asked_for(preposition)
    compared = is_timeless(frame, preposition)
    for thing in objects_of(preposition) or gap_after(preposition):
        name = None if compared else _role_after(frame, word, thing, topics=topics, bound=bound)
        if name is None and word == "on" and thing.i < preposition.head.i and not frame.has(RoleName.THEME):
            # "The spot they put him *on*": the verb says nothing without.
            name = RoleName.THEME if "pobj" not in preposition.kinds and thing.ent_type_ not in TIMES else None
        opening = opened(preposition, thing)
        if name is None and says_more(frame, preposition, thing):
            name, opening = RoleName.THEME, preposition if is_moved(frame, preposition) else opening
        if name is RoleName.THEME and (asked is not None or (bound and is_mutual(thing))):
            # "Called for *the fine to be paid back*": no fine is called for. "Spoke to each other".
            continue
        if name is None or (reached and name is RoleName.THEME):
            # "Violence against the minority and warfare": what is no party stands beside the violence.
            continue
        reached = name is RoleName.RECIPIENT
        topic = name is RoleName.THEME and not phrasal
        frame.add(name, thing, pattern, topic=topic, opening=opening)


def _role_after(frame: Frame, word: str, thing: Token, *, topics: bool, bound: bool) -> RoleName | None:
    mention = frame.mentions.get(thing.i)
    place = thing.ent_type_ in PLACES and (mention is None or mention.type in PLACES)
    topic = word in _TOPIC_PREPOSITIONS and _is_topical(frame, word, thing)
    if thing.ent_type_ in TIMES and not (word == "from" and spent_in(thing) is not None):
        # "As of 2005", not "the debate, I guess, of today".
        dated = word != "of" or frame.trigger.pos_ != "VERB" or _follows_as(thing)
        astray = word in DURATIVE or is_astray(thing, frame.trigger)
        return RoleName.TIME if dated and not astray else None
    if thing.ent_type_ == "MONEY":
        return RoleName.AMOUNT
    if word in {"into", "on", "over", "to"} and _is_beside(frame, word, thing, place=place):
        return None
    site = place or not is_individual(thing, mention, frame.lexicon)
    aloft = word == "over" and frame.trigger.lemma_ in _ALOFT
    moved = word == "into" and bool(children(frame.trigger, "dobj"))
    spot = site and (place or _is_spot(frame, word, thing))
    goes = word in _DIRECTIONS and (_moves(frame) or _is_brought(frame, thing))
    if word == "from" and frame.action not in frame.lexicon.words.get("leaving", ()):
        # "Came *from Sudria*": it happened where they came.
        goes = False
    if (place and (word in _PLACE_PREPOSITIONS or aloft or moved)) or (spot and goes):
        return RoleName.PLACE if place or mention is not None else None
    if frame.agent(thing) and not (topics and topic) and reaches(frame, word, thing):
        return RoleName.RECIPIENT
    whom = any(frame.agent(each) for each in children(frame.trigger, "dobj"))
    placed = word == "in" and whom and thing.lemma_.lower() in frame.lexicon.places
    numbered = word == "in" and (thing.pos_ == "NUM" or thing.lower_ in frame.lexicon.words.get("in … of", ()))
    if numbered or placed or (word == "through" and frame.agent(thing)):
        # "Voted *in favour of* it"; "pushed it *through Congress*": the way, and not what.
        bound = False
    if not (topic or bound) or frame.has(RoleName.THEME) or _is_adverbial(frame, word, thing):
        return None
    # "Called her a liar for saying so": why, and not what.
    return None if word == "for" and _is_named(frame.trigger) else RoleName.THEME


def _follows_as(thing: Token) -> bool:
    before = thing.head.i - 1
    return before >= 0 and thing.doc.tokens[before].lower_ in {"as", "because"}


def _is_brought(frame: Frame, thing: Token) -> bool:
    """Whether somebody is brought to a building, and not handed over to those in it: "rushed to Norbank Hospital"."""
    known = frame.action in frame.lexicon.transfers and thing.lemma_.lower() in frame.lexicon.places
    return known and any(frame.agent(each) for each in children(frame.trigger, "dobj", "nsubjpass"))


def _is_spot(frame: Frame, word: str, thing: Token) -> bool:
    """Whether one can go to what no name tells to be a place: to school, to a bank; not into trouble, to a vote."""
    if thing.lemma_.lower() in frame.lexicon.places:
        return True
    if word == "into" or frame.action in _CONTACTING:
        return False
    if thing.ent_type_ == "ORG":
        return not children(frame.trigger, "dobj")
    return thing.pos_ == "NOUN" and thing.i not in frame.triggers


def _is_beside(frame: Frame, word: str, thing: Token, *, place: bool) -> bool:
    """Whether what stands after a preposition takes no part: it belongs to the object, or tells the way.

    "Called it a call *to his voters*", "backed X *over Y*", "aired *on Norband*", "put them *into a room*".
    """
    things = bool(children(frame.trigger, "dobj"))
    if word == "over":
        return frame.trigger.lemma_ in _PREFERRING and things
    if word == "on":
        return frame.action in _AIRED and frame.trigger.pos_ == "VERB" and not place
    if word == "into":
        # "Launched an investigation *into claims*" belongs to the noun of a light verb.
        own = thing.head.head is frame.trigger
        return own and things and not place and frame.action not in frame.lexicon.words.get("changing", ())
    return frame.trigger.lemma_ in NAMING and bool(children(frame.trigger, "oprd"))


def _is_topical(frame: Frame, word: str, thing: Token) -> bool:
    """Whether a preposition may tell what it is about: not "flights on the old plane", "a lead into a close race"."""
    words, verb = frame.lexicon.words, _verb_of(frame)
    if word == "for" and (_is_saying(frame) or _is_fronted(frame, thing)):
        return False
    if word == "of" and thing.i < frame.trigger.i:
        # "Of the seven, two left" counts; "of Bell she said nothing" is about him.
        found = cue_class(frame.trigger, frame.lexicon)
        return found is not None and found.name in {"believe", "know", "say"}
    if word == "on":
        setting = verb in words.get("travelling", ()) or verb in words.get("postural", ())
        # "Angered some *on the other side*": who they are.
        beside_it = thing.lemma_ in SIDES and "dobj" in frame.trigger.kinds
        return frame.action not in _AIRED and not setting and not beside_it
    inquires = words.get("inquiring", ())
    return word != "into" or frame.trigger.pos_ not in _NOUNS or verb in inquires or frame.action in inquires


def _is_fronted(frame: Frame, thing: Token) -> bool:
    """Whether a phrase opens a clause as its setting: "*For her second term*, Bell chose to stay"."""
    verb = frame.trigger
    opens = verb.pos_ == "VERB" and thing.i < verb.i and thing.tag_ not in RELATIVE
    return opens and any(thing.i < own.i < verb.i for own in children(verb, "nsubj"))


def _is_saying(frame: Frame) -> bool:
    """Whether a verb says or thinks what a clause tells, and so nothing "for" anything: "a plan, he *said*, for us"."""
    found = cue_class(frame.trigger, frame.lexicon) if frame.trigger.pos_ == "VERB" else None
    return found is not None and found.name in {"believe", "say"} and frame.action in _TELLING


def _verb_of(frame: Frame) -> str:
    noun = frame.trigger if frame.trigger.pos_ in _NOUNS else None
    return (nominal_action(noun, frame.lexicon) if noun else None) or frame.trigger.lemma_.lower()


def _moves(frame: Frame) -> bool:
    """Whether something goes to a place, and is not handed over to those who live there."""
    verb = _verb_of(frame)
    return verb in frame.lexicon.motions and not (verb in frame.lexicon.transfers and children(frame.trigger, "dobj"))
