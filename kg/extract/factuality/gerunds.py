"""Gerunds behind a preposition: what goes with a deed ("on seeing it, they fled") and what only names a topic.

A topic is nothing that was done: "her record on hiring women", "a row over Norland's role in patrolling it", "the
health risks of smoking". Prepositions of time with a gerund after Huddleston and Pullum (2002, ch. 14, section 8.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.readings import cue_class
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

# "Despite leading", "in spite of leading", "apart from leading": they did.
_CONCEDED = frozenset({"despite", "besides", "beyond", "spite of", "apart from", "aside from", "addition to"})
# Such things as these may be plans or deeds.
_EXEMPLARY = frozenset({"such as", "including", "like", "between"})
_IN_COURSE = frozenset({"after", "before", "by", "in", "since", "upon", "while"})
_ABOUT = frozenset({"about", "concerning", "on", "over", "regarding", "toward", "towards"})
_HARMS = frozenset({"danger", "hazard", "risk"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEPTH = 6


def _words(preposition: Token) -> tuple[str, str]:
    """A preposition, with the word before it and alone: "spite of" and "of"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return f"{before} {preposition.lower_}", preposition.lower_


def is_conceded(preposition: Token) -> bool:
    """Whether a preposition takes what follows for granted: "despite leading"."""
    return not _CONCEDED.isdisjoint(_words(preposition))


def untold(verb: Token, preposition: Token, lexicon: Lexicon) -> str | None:
    """Why a gerund tells no deed, whatever the clause around it tells; None where it may."""
    if not _EXEMPLARY.isdisjoint(_words(preposition)) and verb.tag_ == "VBG" and not children(verb, "aux"):
        return f"under {preposition.text!r}"
    noun = preposition.head
    if preposition.lower_ == "against" and noun.lemma_ == "be":
        # "Is against meeting them".
        return f"under {preposition.text!r}"
    if noun.pos_ not in _NOUNS or verb.tag_ != "VBG":
        return None
    found = cue_class(noun, lexicon)
    if found is not None and found.name == "factive":
        if preposition.lower_ in _ABOUT:
            # "Its record on hiring women is mixed".
            return f"a topic of {noun.text!r}"
        if _is_disputed(noun, lexicon):
            return f"{noun.text!r} is disputed"
    if (
        noun.lemma_ in _HARMS
        and preposition.lower_ == "of"
        and any(c.pos_ == "NOUN" for c in children(noun, "compound"))
    ):
        # "The health risk of smoking": the harm is named, so that smoking is what it comes of.
        return f"what brings the {noun.text!r}"
    return None


def _is_disputed(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is among what a dispute is over: "disagreements over trade and X's role in setting it"."""
    disputes = lexicon.words.get("disputing", ())
    for _ in range(_DEPTH):
        if noun.pos_ in {"VERB", "AUX"} or noun.head is noun:
            break
        noun = noun.head
        if noun.lemma_ in disputes:
            return True
    if noun.pos_ not in {"VERB", "AUX"}:
        return False
    # "Their disagreements, from A to B": the parse hangs the list on the verb.
    return _has_list(noun, disputes)


def _has_list(verb: Token, disputes: frozenset[str] | tuple[str, ...]) -> bool:
    lists = [p for p in children(verb, "prep") if p.lower_ == "from" and p.i > verb.i and p.nbor(-1).text == ","]
    return any(p.nbor(-2).lemma_ in disputes for p in lists)


def is_in_course(verb: Token, preposition: Token, lexicon: Lexicon) -> bool:
    """Whether a gerund tells when or how something is done: "after winning", "left on hearing it".

    Behind its verb *on* tells a time with few verbs only: "worked on selling it", "wrote a book on sailing".
    """
    if preposition.lower_ != "on":
        return preposition.lower_ in _IN_COURSE
    told = verb.lemma_ in lexicon.words.get("marking a time", ()) or bool(children(verb, "auxpass"))
    # Who has spent money on building something has built at it.
    return preposition.i < preposition.head.i or told or preposition.head.lemma_ == "spend"
