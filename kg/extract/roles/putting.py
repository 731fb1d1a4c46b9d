"""Where somebody puts a thing or what he lays on it, without which his verb says little: "put it *into rails*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import REFLEXIVE, beside, particles
from kg.extract.roles.extents import is_extent, is_margin
from kg.extract.syntax import TIMES, children, is_passive
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_TO = frozenset({"into", "on", "to", "upon"})
_RANKS = frozenset({"JJS", "RBS"})
_COUNTING = frozenset({"a", "as", "its", "their"})
_SPANS = frozenset({"century", "day", "decade", "generation", "history", "hour", "month", "season", "week", "year"})
SIDES = frozenset({"behalf", "front", "side", "sideline"})
_UPON = frozenset({"on", "upon"})
_BESIDE = frozenset({"to", "with"})
_INTO = frozenset({"into", "onto"})
_ENDS = {
    "left in": frozenset({"in", "with", "without"}),
    "ascribing": _TO,
    "changing": frozenset({"into"}),
    "parting": frozenset({"from"}),
}
_WAYS = (
    frozenset({"above", "across", "against", "around", "at", "before", "behind", "below", "between", "beyond", "in"})
    | {"inside", "into", "off", "on", "onto", "out", "over", "past", "through", "to", "toward", "towards", "under"}
    | {"upon"}
)


def is_laid(preposition: Token, lexicon: Lexicon) -> bool:
    """Whether a verb lays what it has for an object on something: "placed greater importance *on* speed"."""
    verb, words = preposition.head, lexicon.words
    if preposition.lower_ not in _UPON or verb.lemma_ not in words.get("laying on", ()) or preposition.i < verb.i:
        return False
    return any(thing.lemma_ in words.get("laid on", ()) for thing in children(verb, "dobj"))


def is_moved(frame: Frame, preposition: Token) -> bool:
    """Whether a phrase tells where somebody puts a thing, which he does not without: "put the money *into rails*"."""
    verb, words = frame.trigger, frame.lexicon.words
    moved = verb.lemma_ in words.get("moving", ()) and preposition.lower_ in _WAYS
    if is_timeless(frame, preposition):
        return preposition.i > verb.i and preposition.lower_ in _BESIDE
    # "Blamed the loss *on the weather*", "tore them *from their parents*", "made the mill *into a school*".
    kinds = [kind for kind, ends in _ENDS.items() if preposition.lower_ in ends]
    if not moved and all(verb.lemma_ not in words.get(kind, ()) for kind in kinds):
        return False
    if is_passive(verb) or particles(verb):
        return preposition.i == verb.i + 1 and not particles(verb)
    # "As the paper *put it* in a comment".
    told = any(child.lower_ == "as" for child in verb.children)
    if preposition in beside(verb, frame.lexicon):
        return False
    if verb.lemma_ in words.get("left in", ()) and not _is_left(frame, preposition):
        return False
    things = [thing for thing in children(verb, "dobj") if thing.tag_ != "VBG" and not (told and thing.lower_ == "it")]
    return any(thing.i > verb.i and thing.right_edge.i + 1 == preposition.i for thing in things)


def _is_left(frame: Frame, preposition: Token) -> bool:
    """Whether a phrase tells what something leaves somebody in or with: "the fire left them *without homes*".

    Who can depart may do so with or in something himself: "Bell left the room *in tears*".
    """
    departs = any(name is RoleName.ACTOR and frame.agent(head) for name, head in frame.heads)
    if any(thing.i in frame.triggers for thing in children(preposition, "pobj")):
        # "Left the port *without inspection*": how, and not what is missing there.
        return False
    return preposition.lower_ == "without" or not departs


def is_timeless(frame: Frame, preposition: Token) -> bool:
    """Whether a phrase tells no time, whatever days it names: "likened it *to the last days of war*", "*by a week*"."""
    words = frame.lexicon.words.get("to no time", ())
    if is_extent(preposition) or any(_counted(thing) is preposition for thing in children(frame.trigger, "dobj")):
        return True
    return frame.trigger.lemma_ in words and preposition.lower_ in _BESIDE


def _is_date(frame: Frame, preposition: Token, thing: Token) -> bool:
    return thing.ent_type_ in TIMES and not is_timeless(frame, preposition)


def says_more(frame: Frame, preposition: Token, thing: Token) -> bool:
    """Whether a phrase tells what a verb with an object says little without, and no theme holds its words yet."""
    themes = [role for role in frame.roles if role.name is RoleName.THEME]
    if _is_date(frame, preposition, thing) or any(t.words.end > thing.idx >= t.words.start for t in themes):
        return False
    pattern = f"after {preposition.lower_!r}"
    moved = is_moved(frame, preposition) and all(theme.pattern != pattern for theme in themes)
    # "Chained *herself to a tree*" is one theme.
    moved = moved and all(each.lower_ not in REFLEXIVE for each in children(frame.trigger, "dobj"))
    return moved or is_laid(preposition, frame.lexicon) or is_margin(frame, preposition, thing)


def where_to(frame: Frame, thing: Token) -> Token | None:
    """The last word of where an object is put or what it is laid on: "put the money *into rails*"."""
    if (limit := _counted(thing)) is not None:
        return children(limit, "pobj")[0]
    if thing.lower_ in REFLEXIVE and (state := [each for each in thing.head.children if each.i == thing.i + 1]):
        # "Found himself *at odds with them*", "checked herself *into a clinic*".
        found = frame.trigger.lemma_ == "find" and state[0].dep_ in {"prep", "oprd"}
        if found or (state[0].dep_ == "prep" and state[0].lower_ in _INTO):
            return state[0].right_edge
    for preposition in children(frame.trigger, "prep") if thing.dep_ == "dobj" else ():
        things = children(preposition, "pobj")
        if preposition.i != thing.right_edge.i + 1 or not things or _is_date(frame, preposition, things[0]):
            continue
        laid = is_laid(preposition, frame.lexicon) and not frame.agent(things[0])
        if laid or is_moved(frame, preposition):
            last = preposition.right_edge
            return last.nbor(-1) if last.dep_ in {"cc", "punct"} and last.text != ")" else last
    return None


def opened(preposition: Token, thing: Token) -> Token | None:
    """The first word of what its noun alone tells wrong: "out *of it*", "*47 percent* to 41", "*on* his side"."""
    if preposition.lower_ == "on" and thing.lemma_ in SIDES:
        return preposition
    return _lower_end(preposition, thing) or _out_of(preposition)


def _out_of(preposition: Token) -> Token | None:
    """The "out" of "out of", without which what stands behind it says the contrary: "kept her *out* of it"."""
    before = preposition.head
    return before if preposition.lower_ == "of" and before.lower_ == "out" and before.i + 1 == preposition.i else None


def _lower_end(preposition: Token, thing: Token) -> Token | None:
    """The first word of a share that another is set beside: "leads by *47 percent* to 41 percent"."""
    if preposition.lower_ != "to" or thing.ent_type_ != "PERCENT" or not preposition.i:
        return None
    other = preposition.nbor(-1)
    share = other.ent_type_ == "PERCENT" and other.dep_ in {"dobj", "npadvmod", "pobj"}
    over = other.head.head if other.dep_ == "pobj" else other.head
    return other.left_edge if share and over is preposition.head else None


def _counted(thing: Token) -> Token | None:
    """The preposition that tells what the count or rank of an object holds for: "lost their third game *in* a row".

    So too "the second attack *in* two weeks", "the worst loss *in* its history", which the parse has beside the verb.
    """
    ranked = any(c.tag_ in _RANKS or c.ent_type_ == "ORDINAL" for c in thing.children if c.i < thing.i)
    for limit in children(thing.head, "prep") if ranked and thing.dep_ == "dobj" else ():
        things = children(limit, "pobj") if limit.lower_ == "in" and limit.i == thing.right_edge.i + 1 else []
        before = [each for span in things for each in span.children]
        counted = any(c.dep_ == "nummod" or c.lower_ in _COUNTING for c in before)
        if things and (things[0].lower_ == "row" or (counted and things[0].lemma_ in _SPANS)):
            return limit
    return None
