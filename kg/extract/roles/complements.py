"""What a verb says little without, though it is no object: "dealt *with the cost*", "served *as mayor*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import beside, particles
from kg.extract.syntax import TIMES, children, is_passive
from kg.extract.valency import CALLING_ON, CAUSING, DEPUTING, STATES

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
_DIRECTIONS = frozenset(
    {"ahead", "around", "away", "back", "down", "forward", "in", "off", "on", "out", "over", "round", "through", "up"}
)
_COMPARING = frozenset({"less", "more"})
_HOW = frozenset({"alone", "badly", "better", "differently", "fine", "poorly", "together", "well", "worse"})
_NO_MANNER = frozenset({"actually", "finally", "only", "probably", "really", "reportedly", "simply", "usually"})
# What is no noun by its form, and a relative clause belongs to all the same.
_INDEFINITE = frozenset({"anything", "everything", "nothing", "something", "thing"})
_PREDICATIVE = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})


def is_complement(frame: Frame, preposition: Token) -> bool:
    """Whether a verb takes its own preposition, so that what stands behind it is what it is about: "persist *in*".

    So it may with an adverb ("shifted *away from*"), and where a relative clause begins with it ("the talks *in* which
    they took part").
    """
    verb = frame.trigger
    bound = frame.lexicon.words.get(f"complement {preposition.lower_}", frozenset())
    if verb.pos_ != "VERB" or (preposition.i < verb.i and not _is_relative(preposition)):
        return False
    adverb = preposition.head
    lemma = verb.lemma_.lower()
    joined = {f"{lemma} {each.lower_}" for each in children(verb, "advmod") if each.i == verb.i + 1}
    # "Took *part in* the talks".
    if (several := beside(verb, frame.lexicon)) and _is_behind(several[-1], preposition):
        joined.add(" ".join([lemma, *(each.lower_ for each in several)]))
    # "Got *at the truth*", unlike "got into trouble *at a party*".
    if adverb is verb and preposition.i == verb.i + 1 + len(particles(verb)):
        # "Thought *in his heart* that it was over".
        near = preposition.lower_ if preposition.lower_ != "in" or "ccomp" not in verb.kinds else ""
        bound |= frame.lexicon.words.get(f"right behind {near}", frozenset())
    if verb.tag_ == "VBN" and preposition.lower_ in STATES.get(verb.lower_, ()):
        return True
    if adverb is not verb:
        joined.add(f"{lemma} {adverb.lower_}")
    return frame.action in bound or not bound.isdisjoint(joined)


def _is_behind(word: Token, preposition: Token) -> bool:
    """Whether a preposition stands right behind a word, or only a time between: "guilty *on Monday* to"."""
    between = preposition.doc.tokens[word.i + 1 : preposition.i]
    dated = all(t.ent_type_ in TIMES or t.pos_ == "ADP" for t in between) and any(t.ent_type_ for t in between)
    return preposition.i == word.i + 1 or (preposition.i > word.i and dated)


def _is_relative(preposition: Token) -> bool:
    return any(thing.tag_ in {"WDT", "WP"} for thing in children(preposition, "pobj"))


def farther(frame: Frame) -> list[Token]:
    """A verb's own prepositions that the parse gives to a word between: "shifted *away* from coal".

    "Cares *more than anything* about its name".
    """
    verb = frame.trigger
    if verb.pos_ != "VERB":
        return []
    adverbs = [adverb for adverb in children(verb, "advmod", "prt") if adverb.i > verb.i]
    ways = [*adverbs, *(p for p in children(verb, "prep") if p.i > verb.i and "pobj" not in p.kinds)]
    found = [p for way in ways for p in children(way, "prep") if way.pos_ == "ADV" or way.lower_ in _DIRECTIONS]
    for adverb in adverbs:
        for than in children(adverb, "prep") if adverb.lower_ in _COMPARING else ():
            found += [p for thing in children(than, "pobj") for p in children(thing, "prep") if than.lower_ == "than"]
    return [preposition for preposition in found if is_complement(frame, preposition)]


def manner(frame: Frame) -> Token | None:
    """How somebody does what tells nothing without: "treats them *unfairly*", "fared *well*"."""
    verb, words = frame.trigger, frame.lexicon.words
    linking, needed = verb.lemma_ in words.get("linking", ()), verb.lemma_ in words.get("manner needed", ())
    if verb.pos_ != "VERB" or not (linking or needed):
        return None
    for adverb in children(verb, "advmod"):
        if linking and adverb.tag_ == "JJ" and adverb.i == verb.i + 1:
            # "Appeared *unsteady* at the start", where the parse has an adverb.
            return adverb
        if not needed:
            continue
        how = adverb.lower_.endswith("ly") or adverb.lower_ in _HOW
        if adverb.i > verb.i and how and adverb.lower_ not in _NO_MANNER:
            return adverb
    return None


def deeds(frame: Frame) -> list[Token]:
    """The gerunds that are the object of a verb: "denied *taking* it", "recalled *thinking* so"."""
    verb = frame.trigger
    return [deed for deed in children(verb, "dobj") if deed.tag_ == "VBG" and deed.pos_ == "VERB" and deed.i > verb.i]


def aim(frame: Frame) -> Token | None:
    """The infinitive right behind a verb that tells little but what somebody tries to do: "looks *to sell*".

    So do passives that tell what somebody is to do: "was sent *to help*".
    """
    verb = frame.trigger
    sent = is_passive(verb) and (verb.lemma_ in DEPUTING or verb.lemma_ in CAUSING or verb.lemma_ == "call")
    striving = verb.lemma_ in frame.lexicon.words.get("striving", ())
    if not (sent or striving) or verb.kinds.keys() & {"dobj", "xcomp"}:
        return None
    for clause in children(verb, "advcl"):
        first = clause.left_edge
        before = verb.doc.tokens[verb.i + 1 + len(particles(verb)) : first.i]
        # "Moved *swiftly* to seize it".
        near = not before or (len(before) == 1 and before[0].dep_ == "advmod")
        if clause.tag_ == "VB" and first.tag_ == "TO" and first.i > verb.i and near:
            return clause
    return None


def gap_after(preposition: Token) -> list[Token]:
    """The noun of a relative clause, where a preposition of it has none: "the men *she tried to talk to*".

    A pronoun that stands for the noun has another subject behind it: "a speech *that he pointed to*".
    """
    clause = verb = preposition.head
    if preposition.dep_ != "prep" or preposition.i < verb.i or {"pcomp", "pobj"} & preposition.kinds.keys():
        return []
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        clause = verb.head
    noun = clause.head
    own = children(clause, "nsubj")
    nominal = noun.pos_ in _NOMINAL or noun.lower_ in _INDEFINITE
    if clause.dep_ != "relcl" or not nominal or not own or noun.i > clause.i:
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
    if not taken and (things or words.get("serving as", frozenset()).isdisjoint({verb.lemma_, frame.action})):
        return []
    found = []
    for preposition in children(verb, "prep"):
        # "Dismissed *as nonsense* a claim": the claim is what is told.
        before = bool(things) and things[0].i > preposition.i
        if preposition.lower_ != "as" or preposition.i < verb.i or before or preposition.nbor(-1).lower_ in _PAIRED:
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
