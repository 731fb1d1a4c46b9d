"""What a verb says little without, though it is no object: "dealt *with the cost*", "served *as mayor*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import TIMES, children, is_passive
from kg.extract.valency import CALLING_ON

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
# "Worked as a child": when, and not what as.
_AGES = frozenset({"adolescent", "adult", "baby", "boy", "child", "freshman", "girl", "infant", "kid", "student"}) | {
    "teen",
    "teenager",
    "toddler",
    "youngster",
    "youth",
}
# "Such as", "as well as".
_PAIRED = frozenset({"same", "such", "well"})
_PREDICATIVE = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})


def is_complement(frame: Frame, preposition: Token) -> bool:
    """Whether a verb takes its own preposition, so that what stands behind it is what it is about: "persist *in*"."""
    verb = frame.trigger
    bound = frame.lexicon.words.get(f"complement {preposition.lower_}", ())
    return verb.pos_ == "VERB" and preposition.i > verb.i and frame.action in bound


def gap_after(preposition: Token) -> list[Token]:
    """The noun of a relative clause, where a preposition of it has none: "the men *she tried to talk to*".

    A pronoun that stands for the noun has another subject behind it: "a speech *that he pointed to*".
    """
    clause = verb = preposition.head
    if preposition.dep_ != "prep" or preposition.i < verb.i or "pcomp" in preposition.kinds:
        return []
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        clause = verb.head
    noun = clause.head
    own = children(clause, "nsubj")
    if clause.dep_ != "relcl" or noun.pos_ not in _NOMINAL or not own or noun.i > clause.i:
        return []
    wh = [c for c in clause.children if c.tag_ in {"WDT", "WP", "WP$", "WRB"} or c.lower_ == "that"]
    others = [each for each in own if each not in wh]
    taken = any(c.tag_ == "WRB" or c.dep_ in {"prep", "advmod"} or c.children for c in wh)
    if not others or taken or (wh and wh[0].i > others[-1].i) or noun.ent_type_ in TIMES:
        return []
    following = preposition.doc.tokens[preposition.i + 1] if preposition.i + 1 < clause.sent.end else None
    return [] if following is not None and following.pos_ in {"DET", "NOUN", "PROPN", "PRON", "NUM"} else [noun]


def asked_for(preposition: Token) -> Token | None:
    """The infinitive that one calls for together with its subject: "called for *the fine* to be *paid*"."""
    verb = preposition.head
    if preposition.lower_ != "for" or (verb.lemma_, "for") not in CALLING_ON:
        return None
    things = children(preposition, "pobj") if "dobj" not in verb.kinds else ()
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        to = any(aux.tag_ == "TO" for aux in children(clause, "aux"))
        if things and to and things[0].right_edge.i + 1 == clause.left_edge.i and not children(clause, "nsubj"):
            return clause
    return None


def is_absolute(preposition: Token) -> bool:
    """Whether "with" and a participle tell what else went on: "it stalled, *with allies digging in*"."""
    things = children(preposition, "pobj")
    if not things or not preposition.i or preposition.nbor(-1).text != ",":
        return False
    going = [child for child in things[0].subtree if child.tag_ == "VBG" and child.dep_ in {"acl", "advcl"}]
    return any("det" not in clause.kinds and clause.left_edge.nbor(-1).text != "," for clause in going)


def qualities(frame: Frame) -> list[Token]:
    """What somebody serves as or is taken for: "served *as mayor*", "saw it *as a threat*", "judged him *a fool*"."""
    verb = frame.trigger
    if verb.pos_ != "VERB":
        return []
    words = frame.lexicon.words
    taken = verb.lemma_ in words.get("taking for", ()) and _has_thing(verb)
    # "Ran the club as its owner": what the club is, or he; "served two years as mayor" tells it.
    things = [thing for thing in children(verb, "dobj") if thing.ent_type_ not in TIMES]
    if not taken and (things or verb.lemma_ not in words.get("serving as", ())):
        return []
    found = []
    for preposition in children(verb, "prep"):
        if preposition.lower_ != "as" or preposition.i < verb.i or preposition.nbor(-1).lower_ in _PAIRED:
            continue
        for thing in children(preposition, "pobj", "pcomp", "amod"):
            aged = (thing.lemma_ in _AGES and not taken) or (thing.lemma_ == "say" and thing.dep_ == "pcomp")
            if thing.pos_ in _PREDICATIVE and thing.ent_type_ not in TIMES and not aged:
                found.append(thing)
    return found


def outcomes(frame: Frame) -> list[Token]:
    """How somebody ends up: "wound up *beaten*"."""
    verb = frame.trigger
    if frame.action not in frame.lexicon.words.get("ending up", ()):
        return []
    clauses = children(verb, "advcl", "xcomp", "acomp", "attr", "oprd")
    return [c for c in clauses if c.left_edge.i == verb.i + 2 and (c.tag_ == "VBN" or c.pos_ == "ADJ")]


def _has_thing(verb: Token) -> bool:
    """Whether there is somebody or something that a verb takes for another: an object, or what stands after "to"."""
    if is_passive(verb) or children(verb, "dobj", "nsubjpass"):
        return True
    return any(p.lower_ in {"of", "to"} and children(p, "pobj") for p in children(verb, "prep"))
