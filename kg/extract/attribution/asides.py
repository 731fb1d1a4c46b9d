"""What the parse gives to what somebody said, and is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_GLOSSING = frozenset({"effectively", "essentially", "evidently", "implicitly", "seemingly", "tacitly"})
_THIRD = frozenset({"he", "she"})
_BEFORE = 3  # tokens before a participle: a comma, and a verb with its subject or particle behind it


def asides(clause: Token, cue: Token, found: CueClass, lexicon: Lexicon) -> list[Token]:
    """What the parse gives to what somebody said, and is no part of it.

    What he goes on to say ("X said A, adding that B"), and what the writer tells of him ("…, although he refused to
    speak of B", "…, effectively giving up B"). A participle behind a comma does not go on with a question ("asked
    whether A, setting off B").
    """
    if found.name == "ask-whether":
        return [c for c in children(clause, "advcl") if _is_participle_behind(c, clause)]
    if found.name != "say":
        return []
    return [c for c in children(clause, "advcl") if is_aside(c, lexicon) or _is_gloss(c, clause, cue)]


def _is_participle_behind(verb: Token, clause: Token) -> bool:
    behind = verb.i > clause.i and verb.doc.tokens[verb.left_edge.i - 1].text == ","
    return behind and verb.tag_ == "VBG" and not children(verb, "mark", "nsubj")


def _is_gloss(verb: Token, clause: Token, cue: Token) -> bool:
    """Whether a clause at the end tells of the speaker himself, who is not the subject of what he said."""
    if verb.i < clause.i or verb.left_edge.i == 0 or verb.doc[verb.left_edge.i - 1].text != ",":
        return False
    if verb.tag_ == "VBG":
        return any(c.lower_ in _GLOSSING for c in children(verb, "advmod"))
    if verb.tag_ != "VBD" or not any(c.lower_ in {"although", "though"} for c in children(verb, "mark")):
        return False
    speaker, teller = children(verb, "nsubj"), children(cue, "nsubj")
    if (
        not speaker
        or not teller
        or speaker[0].lower_ not in _THIRD
        or any(s.lower_ in _THIRD for s in children(clause, "nsubj", "nsubjpass"))
    ):
        return False
    return teller[0].lower_ == speaker[0].lower_ or (teller[0].lower_ not in _THIRD and teller[0].pos_ == "PROPN")


def is_aside(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle behind a comma says more: "…, *adding* that B"."""
    if verb.tag_ != "VBG" or not verb.left_edge.i or not children(verb, "ccomp"):
        return False
    found = cue_class(verb, lexicon)
    return found is not None and found.name == "say" and verb.doc[verb.left_edge.i - 1].text == ","


def said_before(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying that a participle of saying stands behind: "“…,” Bell *said*, adding that …".

    The participle goes on with what the same subject does, wherever the parse hangs it.
    """
    first = verb.head if verb.dep_ == "xcomp" and verb.head.tag_ == "VBG" else verb
    start, tokens = first.left_edge.i, verb.doc.tokens
    if first.tag_ != "VBG" or children(first, "nsubj") or start < _BEFORE or tokens[start - 1].text != ",":
        return None
    for told in tokens[start - 2 : start - 1 - _BEFORE : -1]:
        if told.pos_ == "VERB" and told.tag_ != "VBG" and children(told, "nsubj") and told.i != first.head.i:
            found = cue_class(told, lexicon)
            return told if found is not None and found.name == "say" else None
    return None
