"""Whose a claim or a request is that a noun names: "*police* claims that …", "*Bell* issued a statement that …".

Besides a possessive and an agent behind *by* or *from*, a party right before the noun owns it, and so does the subject
of a verb that only lends it words, or that goes on saying it ("persisted in claims that …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_LIGHT = frozenset(
    {"air", "deliver", "express", "file", "give", "harbor", "harbour", "have", "hold", "issue", "make", "offer"}
    | {"raise", "reiterate", "release", "renew", "repeat", "send", "share", "state", "voice"}
)
_THINGS = frozenset({"it", "that", "this", "these", "those", "which"})
_INSISTENT = frozenset({"counter", "open", "persist", "reply", "respond", "retort"})
_PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_PLACES = ("compound", "nmod", "amod")


def light_verb_of(noun: Token) -> Token | None:
    """The verb whose subject has what its object names: "X *issued* a statement that …"; not "it sends a message"."""
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "with"} and noun.head.head.lemma_ in _INSISTENT:
        return noun.head.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _LIGHT:
        return None
    of_things = verb.lemma_ == "send" and any(s.lower_ in _THINGS for s in children(verb, "nsubj"))
    return None if of_things else verb


def party_before(noun: Token, lexicon: Lexicon) -> Token | None:
    """The name or party right before a noun: "*police* allegations that …", "a *Reuters* report that …"."""
    for child in children(noun, *_PLACES):
        named = child.ent_type_ in _PARTIES or (child.pos_ != "ADJ" and child.lemma_.lower() in lexicon.parties)
        if child.i == noun.i - 1 and named:
            return child
    return None


def is_owned(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a text names whose word it is."""
    if children(noun, "poss") or any(p.lower_ in {"by", "from"} for p in children(noun, "prep")):
        return True
    verb = light_verb_of(noun)
    lent = verb is not None and verb.lemma_ not in {"have", "send"} and bool(children(verb, "nsubj"))
    return lent or party_before(noun, lexicon) is not None
