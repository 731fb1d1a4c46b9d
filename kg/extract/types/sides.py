"""Those whom an event names: whether they can mean to do something, are armed, or can be reached by force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.lexemes import noun_lexeme

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NO_PARTIES = frozenset({"that", "these", "this", "those", "what", "which"})
_SEVERAL = frozenset({"all", "both", "each", "our", "their", "they", "we", "who"})
_PEOPLE = frozenset({"one", "ones", "other", "others"})
_NOMINAL = frozenset({"ADJ", "NUM", "PRON", "PROPN"})
_FORCES = frozenset(
    {"blast", "bomb", "bullet", "car", "explosion", "fire", "jet", "plane", "ship", "shot", "tank", "truck"}
)
_PERSONAL = frozenset({"he", "her", "him", "his", "i", "my", "she"})
_ABSTRACT = ("ance", "cy", "ence", "hood", "ism", "ity", "ment", "ness", "ship", "sion", "tion")


def can_mean(head: Token, lexicon: Lexicon) -> bool:
    """Whether one can mean to do something: a name, a pronoun, a noun for a party."""
    if head.lower_ in _NO_PARTIES:
        return False
    known = head.pos_ in _NOMINAL or head.lower_ in _PEOPLE
    return known or bool(head.ent_type_) or is_agent(head, None, lexicon)


def is_thing(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is for a thing, an event or an idea, which asks and supports nothing: "the problem demands"."""
    word = head.lemma_.lower()
    if head.pos_ != "NOUN" or word in lexicon.words.get("bodies", ()) or can_mean(head, lexicon):
        return False
    known = word in lexicon.words.get("things", ()) or word in lexicon.nominals
    return (known or word.endswith(_ABSTRACT)) and word not in lexicon.words.get("written", ())


def strikes(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a thing is a weapon or itself an attack: the rocket that hits a house."""
    word = noun.lemma_.lower()
    named = word in _FORCES or any(word in lexicon.sets.get(name, ()) for name in ("&weapon", "&military"))
    entry = noun_lexeme(noun, lexicon)
    return named or (entry is not None and entry.type == "ASSAULT")


def is_armed(head: Token, lexicon: Lexicon) -> bool:
    """Whether one is a state, or bears arms by their name ("rebels", "police")."""
    return head.ent_type_ in {"GPE", "NORP"} or head.lemma_.lower() in lexicon.words.get("armed", ())


def is_target(head: Token, lexicon: Lexicon) -> bool:
    """Whether force can reach one: no law and no disease."""
    word = head.lemma_.lower()
    if word in lexicon.places or word in lexicon.words.get("in reach of force", ()) or strikes(head, lexicon):
        return True
    return not is_thing(head, lexicon) and (can_mean(head, lexicon) or word not in lexicon.words.get("written", ()))


def is_person(head: Token) -> bool:
    """Whether one is a person by name, or by a pronoun for one."""
    return head.ent_type_ == "PERSON" or head.lower_ in _PERSONAL


def is_several(head: Token, lexicon: Lexicon) -> bool:
    """Whether a party is several people or a body."""
    body = head.ent_type_ in {"GPE", "NORP", "ORG"} or lexicon.collectives.get(head.lemma_.lower()) in {"body", "group"}
    return body or head.pos_ == "NUM" or head.tag_ in {"NNS", "NNPS"} or head.lower_ in _SEVERAL


def speaks(head: Token, lexicon: Lexicon) -> bool:
    """Whether one attacks in words: a person by name, or what is written or shown."""
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in lexicon.words.get("written", ())


def is_untold(head: Token, lexicon: Lexicon) -> bool:
    """Whether no more is told of one than a pronoun or an office."""
    word = head.lemma_.lower()
    office = word in lexicon.role_nouns and word not in lexicon.words.get("anybody", ())
    return head.lower_ in _PERSONAL or (office and not is_armed(head, lexicon))
