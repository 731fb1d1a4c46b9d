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


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Re-attaches heads of ``doc`` in place; a second call changes nothing."""
    for verb in list(predicates(doc)):
        found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
        if found is not None and found.name in _ASKING and (clause := _detached_infinitive(verb)) is not None:
            clause.attach(verb, "xcomp")
        elif found is not None and found.name == "say" and (speaker := _inverted_speaker(verb, lexicon)) is not None:
            speaker.dep_ = "nsubj"
        elif found is not None and found.attributes and (said := _hidden_content(verb, lexicon)) is not None:
            said.attach(verb, "ccomp")


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
                that[0].dep_ = "mark"
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
