"""What the parser is known to misplace, put right before anything is read from the parse.

Each repair is a construction of the language, not a sentence: it looks at word classes and at the ontology's cues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children, predicates

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

# These take whom they address as an object.
_ADDRESSING = frozenset(
    {"advise", "assure", "brief", "inform", "notify", "quote", "remind", "show", "teach", "tell", "warn"}
)
_ASKING = frozenset({"request", "allow"})
_PREPOSITIONS = frozenset({"after", "before", "since", "until"})


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Re-attaches heads of ``doc`` in place; a second call changes nothing."""
    doc.user_data["parties"] = lexicon.parties
    for verb in list(predicates(doc)):
        _misread_subject(verb)
        if verb.dep_ == "relcl" and (holder := _whose_clause(verb, lexicon)) is not None:
            verb.attach(holder, "relcl")
        found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
        if found is not None and found.name in _ASKING and (clause := _detached_infinitive(verb)) is not None:
            clause.attach(verb, "xcomp")
        elif found is not None and found.name == "say" and (speaker := _inverted_speaker(verb, lexicon)) is not None:
            speaker.relabel("nsubj")
        elif found is not None and found.attributes and (said := _hidden_content(verb, lexicon)) is not None:
            said.attach(verb, "ccomp")


def _misread_subject(verb: Token) -> None:
    """Takes the subject from an infinitive behind a preposition: "brought before a panel to explain": no panel does."""
    if verb.tag_ != "VB" or not any(aux.tag_ == "TO" for aux in children(verb, "aux")):
        return
    if any(mark.lower_ in _PREPOSITIONS for mark in children(verb, "mark", "prep")):
        for subject in children(verb, "nsubj"):
            subject.relabel("dep")


def _whose_clause(clause: Token, lexicon: Lexicon) -> Token | None:
    """The person whom "who" stands for, where the parse takes the body beside: "an analyst at Norbank who runs …"."""
    noun = clause.head
    if noun.ent_type_ not in {"ORG", "GPE"} or not any(
        c.lower_ == "who" for c in children(clause, "nsubj", "nsubjpass")
    ):
        return None
    for _ in range(3):
        preposition, above = noun.head, noun.head.head
        if preposition.dep_ != "prep" or above.pos_ not in {"NOUN", "PROPN"}:
            return None
        noun = above
        if noun.ent_type_ == "PERSON" or noun.lemma_.lower() in lexicon.role_nouns:
            return noun
    return None


def _inverted_speaker(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who says it, where the parse takes the speaker behind the verb for an object: ", announced the minister"."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.lemma_ in _ADDRESSING or children(verb, *SUBJECT, "dative"):
        return None
    before = verb.doc[verb.i - 1] if verb.i else None
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
    while at < len(doc) and doc[at].text == ",":
        at += 1
    if at >= len(doc) or doc[at].tag_ != "TO":
        return None
    clause = doc[at].head
    nested = clause.is_ancestor(verb) or children(clause, *SUBJECT)
    misplaced = (
        clause.tag_ == "VB" and clause.i > at and clause.sent.start == verb.sent.start and clause.dep_ == "advcl"
    )
    return clause if misplaced and not nested else None
