"""Phrases and absolute clauses that the parser takes for a part of the clause beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import can_act
from kg.extract.syntax import SUBJECT, TIMES, children
from kg.extract.valency import DEPUTING, SEEMING, STATES, THINKING, TWO_OBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_TAKING_FOR = (
    frozenset({"characterise", "characterize", "cite", "condemn", "criticise", "criticize", "deride", "describe"})
    | {"denounce", "depict", "dismiss", "frame", "hail", "mention", "mock", "point", "portray", "praise", "present"}
    | {"quote", "refer", "regard", "see", "tout", "view"}
)
# These take an "as" of their own.
_SERVING = _TAKING_FOR | (
    frozenset({"act", "appear", "appoint", "choose", "depict", "elect", "emerge", "function", "identify", "install"})
    | {"know", "list", "name", "nominate", "paint", "pick", "pose", "rank", "recognise", "recognize", "resign"}
    | {"run", "serve", "stand", "start", "step", "treat", "use", "work"}
)
_PROOFS = frozenset({"evidence", "example", "indication", "instance", "proof", "sign", "symbol", "symptom"})
_PAST = frozenset({"VBD", "VBN"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends the phrases beside a verb in place."""
    _end_phrase(verb, lexicon)
    if "mark" in verb.kinds and "nsubj" in verb.kinds:
        _free_comparison(verb)
        _free_role(verb)
        _absolute(verb)
    if verb.lemma_ in THINKING and "ccomp" in verb.kinds:
        _open(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        _accompanied(verb)
    if "dobj" in verb.kinds and "prep" in verb.kinds:
        _fill(verb)
        _restrict(verb, lexicon)
    if verb.lemma_ in _TAKING_FOR:
        _give_role(verb)
    if (verb.lemma_, "for") in lexicon.cues:
        _give_ground(verb)
    if "dative" in verb.kinds and "ccomp" in verb.kinds:
        _give_shown(verb)
    _of_one_verb(verb)


def _of_one_verb(verb: Token) -> None:
    """Mends what goes wrong beside single verbs."""
    if verb.lower_ == "rid" and "auxpass" in verb.kinds:
        _rid(verb)
    if verb.lower_ == "set" and verb.tag_ == "VBN":
        _about(verb)
    if verb.lemma_ in verb.doc.user_data.get("pushing", ()):
        _through(verb)


def _give_ground(verb: Token) -> None:
    """Gives a verb what it is for, hung on how long or taken for a noun: "sentenced Bell to ten years *for spying*"."""
    for preposition in children(verb, "prep"):
        for length in children(preposition, "pobj"):
            for ground in children(length, "prep"):
                if length.ent_type_ in TIMES and ground.lower_ == "for":
                    ground.attach(verb, "prep")
    for preposition in children(verb, "prep"):
        for deed in children(preposition, "pobj"):
            if preposition.lower_ == "for" and deed.pos_ == "VERB" and deed.tag_ == "VBG":
                deed.relabel("pcomp")


def _give_shown(verb: Token) -> None:
    """Makes one clause of somebody and the adjective that tells of him: "polls show *Bell ahead* of her rivals"."""
    for clause in children(verb, "ccomp"):
        if clause.pos_ != "ADJ" or children(clause, "aux", "cop", "mark", *SUBJECT):
            continue
        for who in children(verb, "dative"):
            if who.pos_ != "ADP" and who.right_edge.i + 1 == clause.left_edge.i:
                # No subject: that somebody is shown so is not that he is so.
                who.attach(clause, "dep")
                return


def _free_comparison(verb: Token) -> None:
    """Takes "as" and its noun from between a subject and its verb: "those they point to *as a model* failed"."""
    subjects = children(verb, "nsubj", "nsubjpass")
    for mark in children(verb, "mark"):
        between = len(subjects) > 1 and subjects[0].i < mark.i < subjects[1].i
        if mark.lower_ == "as" and between and not mark.nbor(-1).is_punct:
            mark.relabel("prep")
            subjects[1].attach(mark, "pobj")


def _free_role(verb: Token) -> None:
    """Gives the subject its place behind what it does something as: "As mayor of Norbank, *Bell* has vetoed it"."""
    first = verb.left_edge
    marks = [mark for mark in children(verb, "mark") if mark is first and mark.lower_ == "as"]
    over = verb.head
    if not marks or (over is not verb and not (verb.dep_ == "ccomp" and over.i > verb.i)):
        return
    for role in children(verb, "nsubj"):
        for name in children(role, "appos"):
            person = name.pos_ == "PROPN" and role.left_edge.i == first.i + 1 and name.left_edge.nbor(-1).text == ","
            if person and name.i < verb.i:
                marks[0].relabel("prep")
                name.attach(verb, "nsubj")
                role.attach(marks[0], "pobj")
                return


def _absolute(verb: Token) -> None:
    """Makes a passive of a past form behind "with" and its subject: "with *each state assigned* a target"."""
    marked = any(mark.lower_ == "with" for mark in children(verb, "mark"))
    if not marked or verb.tag_ not in _PAST or children(verb, "aux", "auxpass") or verb.lower_ in STATES:
        return
    if children(verb, "dobj") and verb.lemma_ not in TWO_OBJECTS and verb.lemma_ not in DEPUTING:
        return
    verb.tag_ = "VBN"
    for subject in children(verb, "nsubj"):
        subject.relabel("nsubjpass")


def _accompanied(verb: Token) -> None:
    """Hangs a participle on the noun after "with" right before it: "parents with *children going* to school"."""
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    for preposition in children(verb.head, "prep"):
        if preposition.lower_ != "with" or preposition.right_edge is not before or children(verb, *SUBJECT):
            continue
        for noun in children(preposition, "pobj"):
            if noun.pos_ in _NOUNS and noun.right_edge is before and can_act(noun):
                verb.attach(noun, "acl")
                return


def _rid(verb: Token) -> None:
    """Takes the passive from "get rid of": who gets rid of a thing is not rid of by anybody."""
    if not any(aux.lemma_ == "get" for aux in children(verb, "auxpass")):
        return
    for aux in children(verb, "auxpass"):
        aux.relabel("aux")
    for subject in children(verb, "nsubjpass"):
        subject.relabel("nsubj")


def _give_role(verb: Token) -> None:
    """Gives a verb of seeing or citing its "as", taken for a part of its object: "cited the vow to go *as proof*"."""
    things = [*children(verb, "dobj"), *(t for p in children(verb, "prep") if p.lower_ == "to" for t in p.children)]
    if any(p.lower_ == "as" for p in children(verb, "prep")):
        return
    for thing in things:
        for below in [t for t in thing.subtree if t.pos_ == "VERB" and t.lemma_ not in _SERVING]:
            for phrase in children(below, "prep"):
                nouns = children(phrase, "pobj") if phrase.lower_ == "as" and phrase.i > below.i else ()
                proof = bool(nouns) and nouns[0].lemma_ in _PROOFS
                if proof or (nouns and any(c.lower_ in {"a", "an", "the"} for c in nouns[0].children)):
                    phrase.attach(verb, "prep")
                    return


def _open(verb: Token) -> None:
    """Gives what somebody thinks the day that opens it: "I think *by Friday* she will be back"."""
    for clause in children(verb, "ccomp"):
        for phrase in children(verb, "prep"):
            day = any(thing.ent_type_ in TIMES for thing in phrase.subtree)
            if (
                day
                and verb.i < phrase.i
                and phrase.right_edge.i + 1 == clause.left_edge.i
                and "mark" not in clause.kinds
            ):
                phrase.attach(clause, "prep")
                return


def _fill(verb: Token) -> None:
    """Gives a preposition what stands right behind it, taken for an object: "the path it took *in its war*"."""
    for phrase in children(verb, "prep"):
        for thing in children(verb, "dobj"):
            torn = not phrase.children and verb.i < phrase.i and thing.left_edge.i == phrase.i + 1
            if torn and (verb.dep_ == "relcl" or thing.ent_type_ in TIMES):
                thing.attach(phrase, "pobj")
                return


def _about(verb: Token) -> None:
    """Makes an adjective of "set" before an infinitive: "is *set* to leave" is about to, and nobody set it."""
    following = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    clauses = [each for each in children(verb, "xcomp", "advcl") if each.tag_ == "VB" and following.head is each]
    if following.tag_ != "TO" or not clauses or children(verb, "agent", "dobj"):
        return
    be = [aux for aux in children(verb, "auxpass") if aux.lemma_ == "be"]
    if be:
        be[-1].raise_over(verb, "acomp")
        for child in [child for child in verb.children if child.i < verb.i and child.i != verb.i - 1]:
            relation = {"auxpass": "aux", "nsubjpass": "nsubj"}.get(child.dep_, child.dep_)
            child.attach(be[-1], relation)
        be[-1].pos_ = "AUX"
    elif verb.dep_ == "xcomp" and verb.head.lemma_ in SEEMING:
        verb.relabel("acomp")
    else:
        return
    clauses[0].relabel("xcomp")
    verb.pos_, verb.tag_ = "ADJ", "JJ"


def _through(verb: Token) -> None:
    """Makes a particle of "through" before what is to pass: "pushed *through* a law", "laws pushed *through* by us"."""
    measures = verb.doc.user_data.get("passing", ())
    for through in children(verb, "advmod", "prep"):
        if through.lower_ != "through" or through.i != verb.i + 1 or children(verb, "dobj", "prt"):
            continue
        things = children(through, "pobj")
        passed = bool(things) and (things[0].lemma_.lower() in measures)
        by = [phrase for phrase in children(through, "prep") if phrase.lower_ == "by" and phrase.i == through.i + 1]
        if not passed and (things or verb.tag_ != "VBN"):
            continue
        for thing in things:
            thing.attach(verb, "dobj")
        for phrase in by:
            phrase.attach(verb, "agent")
        through.relabel("prt")
        through.tag_ = "RP"
        return


def _end_phrase(verb: Token, lexicon: Lexicon) -> None:
    """Ends a fixed phrase before what it is done to: "put in place *new rules*"."""
    known = lexicon.multiwords.get(verb.lemma_.lower(), frozenset())
    for phrase in children(verb, "prep") if known and "dobj" not in verb.kinds else ():
        for thing in children(phrase, "pobj"):
            first = thing.left_edge
            whole = f"{phrase.lower_} {first.lower_}" in known and phrase.i == verb.i + 1 == first.i - 1
            if whole and first.dep_ in {"compound", "nmod"} and first.pos_ == "NOUN" and thing.pos_ == "NOUN":
                thing.attach(verb, "dobj")
                first.attach(phrase, "pobj")
                return


def _restrict(verb: Token, lexicon: Lexicon) -> None:
    """Gives what somebody is against its restriction: "opposes *a deal without safeguards*", and no other deal."""
    if verb.lemma_ not in lexicon.words.get("opposing", ()):
        return
    for phrase in children(verb, "prep"):
        for thing in children(verb, "dobj"):
            restricts = phrase.lower_ == "without" and thing.right_edge.i + 1 == phrase.i and thing.pos_ == "NOUN"
            if restricts and children(phrase, "pobj"):
                phrase.attach(thing, "prep")
                return
