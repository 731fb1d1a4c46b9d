"""Subjects, clauses and infinitives that the parser is known to hang on the wrong word, told by the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.announced import is_unmarked
from kg.extract.entities import is_agent
from kg.extract.syntax import SUBJECT, children
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_SPEAKERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_WISHES = frozenset({"plan", "request", "want"})
_ASKING = frozenset({"request", "allow"})
_NO_PERSONS = frozenset({"FAC", "GPE", "LOC", "ORG"})
_PREPOSITIONS = frozenset({"after", "before", "since", "until"})


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends the clause of a verb in place."""
    _misread_subject(verb)
    if verb.dep_ == "advcl" and (noun := _asking_noun(verb, lexicon)) is not None:
        verb.attach(noun, "acl")
    if verb.dep_ == "relcl" and (noun := _claiming_noun(verb, lexicon)) is not None:
        verb.attach(noun, "acl")
    elif verb.dep_ == "acl" and has_tense(verb):
        _mark(verb)
    if verb.dep_ == "relcl" and (holder := _whose_clause(verb, lexicon) or _what_clause(verb, lexicon)) is not None:
        verb.attach(holder, "relcl")
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    if verb.dep_ == "relcl" and found is not None and found.attributes:
        _give_to_speaker(verb, lexicon)
    if found is not None and found.name in _ASKING and (clause := _detached_infinitive(verb)) is not None:
        clause.attach(verb, "xcomp")
    elif found is not None and found.name == "say" and (speaker := _inverted_speaker(verb, lexicon)) is not None:
        speaker.relabel("nsubj")
    elif found is not None and found.attributes and (said := _hidden_content(verb, lexicon)) is not None:
        said.attach(verb, "ccomp")
    if found is not None and found.attributes and (left := _left_behind(verb, lexicon)) is not None:
        left.attach(verb, "ccomp")


def _asking_noun(clause: Token, lexicon: Lexicon) -> Token | None:
    """The noun before "for" that an infinitive with its own subject belongs to: "sounded *a call* for X to leave"."""
    marks = [mark for mark in children(clause, "mark") if mark.lower_ == "for"]
    if clause.tag_ != "VB" or not marks or not children(clause, "nsubj") or clause.head.i > marks[0].i:
        return None
    noun = marks[0].nbor(-1)
    found = lexicon.cues.get((noun.lemma_.lower(), "noun")) if noun.pos_ == "NOUN" else None
    return noun if found is not None and found.name in _WISHES and not clause.is_ancestor(noun) else None


def _claiming_noun(clause: Token, lexicon: Lexicon) -> Token | None:
    """The noun that a clause tells the content of, with or without "that"; None for a relative clause."""
    before = clause.left_edge.nbor(-1)
    if is_unmarked(clause, before, lexicon):
        return before
    return clause.head if _is_content(clause, lexicon) else None


def _is_content(clause: Token, lexicon: Lexicon) -> bool:
    """Whether "that" behind a noun such as *claim* brings what is claimed: "the claim that they *hacked into* it".

    A verb with its own preposition and what stands after it lacks no object.
    """
    that = [c for c in children(clause, "dobj") if c.lower_ == "that" and c.i == clause.head.i + 1]
    found = lexicon.cues.get((clause.head.lemma_.lower(), "noun")) if that else None
    if found is None or not found.attributes or not children(clause, "nsubj"):
        return False
    bound = {entry.particle for entry in lexicon.lexemes.get(clause.lemma_.lower(), ())}
    bound |= {entry.prep for entry in lexicon.lexemes.get(clause.lemma_.lower(), ())}
    whole = any(p.i == clause.i + 1 and p.lower_ in bound and "pobj" in p.kinds for p in children(clause, "prep"))
    if whole:
        that[0].relabel("mark")
    return whole


def _mark(clause: Token) -> None:
    """Makes a conjunction of "that" where the parse itself has no gap for it: "his claim *that* they run away"."""
    for that in children(clause, "dobj")[:1]:
        if that.lower_ == "that" and that.i == clause.head.i + 1 and children(clause, "nsubj", "nsubjpass"):
            that.relabel("mark")


def _give_to_speaker(clause: Token, lexicon: Lexicon) -> None:
    """Hangs a clause that says something on the party right before it: "a bill sent by *Norland, which says* …"."""
    noun, first = clause.head, clause.left_edge
    pronouns = [each for each in children(clause, "nsubj") if each.lower_ == "which"]
    if not pronouns or pronouns[0].i != first.i or first.i < 2 or first.nbor(-1).text != ",":  # noqa: PLR2004 (noun and comma)
        return
    near = first.nbor(-2)
    apart = near is not noun and noun.pos_ == "NOUN" and not clause.is_ancestor(near)
    if apart and not is_agent(noun, None, lexicon) and near.ent_type_ in _SPEAKERS:
        clause.attach(near, "relcl")


def _left_behind(verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause that the parse gave to the verb above: "continues to insist, as before, that it won"."""
    if verb.dep_ != "xcomp" or children(verb, "ccomp"):
        return None
    over = lexicon.cues.get((verb.head.lemma_.lower(), "verb"))
    if over is not None and over.attributes:
        return None
    clauses = (c for c in children(verb.head, "ccomp") if c.i > verb.i)
    return next((c for c in clauses if any(m.lower_ == "that" for m in children(c, "mark"))), None)


def _misread_subject(verb: Token) -> None:
    """Takes the subject from an infinitive behind a preposition: "brought before a panel to explain": no panel does."""
    if verb.tag_ != "VB" or not any(aux.tag_ == "TO" for aux in children(verb, "aux")):
        return
    if any(mark.lower_ in _PREPOSITIONS for mark in children(verb, "mark", "prep")):
        for subject in children(verb, "nsubj"):
            subject.relabel("dep")


def _whose_clause(clause: Token, lexicon: Lexicon) -> Token | None:
    """The person whom "who" stands for, where the parse takes the body, place or thing beside.

    "An analyst at Norbank who runs …", "people across the nation who vote".
    """
    noun = clause.head
    lemma = noun.lemma_.lower()
    # "The nominee for governor, who …": the office is nobody yet.
    office = (
        noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.tag_ == "NN" and not children(noun, "det", "poss")
    )
    common = office or lemma not in lexicon.parties or lexicon.collectives.get(lemma) == "body"
    thing = noun.ent_type_ in _NO_PERSONS or (noun.pos_ == "NOUN" and lemma != "people" and common)
    if not thing or not any(c.lower_ == "who" for c in children(clause, "nsubj", "nsubjpass")):
        return None
    for _ in range(3):
        preposition, above = noun.head, noun.head.head
        if preposition.dep_ != "prep" or above.pos_ not in {"NOUN", "PROPN"}:
            return _somebody_before(preposition, lexicon)
        noun = above
        if noun.ent_type_ == "PERSON" or _is_somebody(noun, lexicon):
            return noun
    return None


def _what_clause(clause: Token, lexicon: Lexicon) -> Token | None:
    """The body right before "that", where the parse takes the person in it: "an official of *Norbank* that pays"."""
    first, noun = clause.left_edge, clause.head
    pronouns = children(clause, "nsubj", "nsubjpass")
    if not pronouns or pronouns[0] is not first or first.lower_ != "that" or not first.i:
        return None
    near = first.nbor(-1)
    while near.dep_ == "pobj" and near.ent_type_ == "ORG" and near.head.head.ent_type_ == "ORG":
        near = near.head.head
    return near if near.ent_type_ == "ORG" and near is not noun and _is_somebody(noun, lexicon) else None


def _somebody_before(preposition: Token, lexicon: Lexicon) -> Token | None:
    """The person named before a phrase of the same verb: "took calls from *listeners* to his programme who …"."""
    verb = preposition.head
    if preposition.dep_ != "prep" or preposition.lower_ in {"as", "like"} or verb.pos_ != "VERB":
        return None
    for i in range(preposition.i - 1, verb.i, -1):
        token = verb.doc.tokens[i]
        if token.pos_ in {"NOUN", "PROPN"} and (token.ent_type_ == "PERSON" or _is_somebody(token, lexicon)):
            return token
    return None


def _is_somebody(noun: Token, lexicon: Lexicon) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in lexicon.role_nouns or lexicon.collectives.get(lemma) == "person" or lemma == "people"


def _inverted_speaker(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who says it, where the parse takes the speaker behind the verb for an object: ", announced the minister"."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.lemma_ in ADDRESSING or children(verb, *SUBJECT, "dative"):
        return None
    before = verb.doc.tokens[verb.i - 1] if verb.i else None
    if before is None or not before.is_punct:
        return None
    for speaker in children(verb, "dobj")[:1]:
        party = speaker.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or speaker.lemma_.lower() in lexicon.parties
        if party and speaker.left_edge.i == verb.i + 1:
            return speaker
    return None


def _hidden_content(verb: Token, lexicon: Lexicon) -> Token | None:
    """What somebody is told, where the parse takes it for a relative clause: "told a priest that she left"."""
    if children(verb, "xcomp", "ccomp"):
        return None
    for told in children(verb, "dobj"):
        addressee = told.ent_type_ in {"PERSON", "ORG", "GPE"} or told.lemma_.lower() in lexicon.parties
        for clause in children(told, "relcl") if addressee else ():
            that = [c for c in children(clause, "dobj", "mark") if c.lower_ == "that" and c.i == told.i + 1]
            if that and children(clause, "nsubj", "nsubjpass"):
                that[0].relabel("mark")
                return clause
    return None


def _detached_infinitive(verb: Token) -> Token | None:
    """The infinitive after the object of a verb of asking that the parse hangs elsewhere.

    "joins partners in urging all countries, including X, to uphold …": the parse gives *uphold* to *joins*.
    """
    patients = children(verb, "dobj")
    if not patients or children(verb, "xcomp", "ccomp"):
        return None
    doc = verb.doc
    at = patients[-1].right_edge.i + 1
    while at < len(doc) and doc.tokens[at].text == ",":
        at += 1
    if at >= len(doc) or doc.tokens[at].tag_ != "TO":
        return None
    clause = doc.tokens[at].head
    nested = clause.is_ancestor(verb) or children(clause, *SUBJECT)
    misplaced = (
        clause.tag_ == "VB" and clause.i > at and clause.sent.start == verb.sent.start and clause.dep_ == "advcl"
    )
    return clause if misplaced and not nested else None
