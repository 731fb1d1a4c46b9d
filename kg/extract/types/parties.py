"""Who does it and to whom: what the parties make of a type.

Only those who can mean to do something yield, give, force or promise: a law that "allows" and an advice that "earned
him praise" do none of it. One named person "attacks" another in words, and the rally
that one person holds is no protest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.entities import is_agent
from kg.extract.lexemes import noun_lexeme
from kg.extract.types.typed import Typed
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_MEANT = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT"})
_NO_PARTIES = frozenset({"that", "these", "this", "those", "what", "which"})
_NOMINAL = frozenset({"ADJ", "NUM", "PRON", "PROPN"})
# These help whom they are done to: who shelters profits or protects his data helps nobody.
_SAVING = frozenset({"protect", "rescue", "save", "shelter"})
_GATHERINGS = frozenset({"chant", "rally"})
_FORCES = frozenset(
    {"blast", "bomb", "bullet", "car", "explosion", "fire", "jet", "plane", "ship", "shot", "tank", "truck"}
)
_PERSONAL = frozenset({"he", "her", "him", "his", "she"})
# What is written or shown attacks in words.
_MESSAGES = frozenset(
    {"ad", "advert", "advertisement", "article", "book", "column", "commercial", "editorial", "essay", "letter"}
    | {"memo", "message", "post", "posting", "report", "speech", "statement", "story", "tweet", "video"}
)


def by_parties(typed: Typed | None, heads: Iterable[tuple[RoleName, Token]], lexicon: Lexicon) -> Typed | None:
    """A type as those who act leave it; ``heads`` are the roles of the event with their heads."""
    if typed is None or typed.type is None:
        return typed
    found = list(heads)
    doers = [head for name, head in found if name is RoleName.ACTOR]
    if typed.type == "AID" and _named(typed) in _SAVING and not any(name is RoleName.RECIPIENT for name, _ in found):
        return replace(typed, type=None, mode=None)
    if not doers:
        return typed
    # A programme that "supports schools with $2m" is somebody's.
    paid = typed.type == "AID" and any(name is RoleName.AMOUNT for name, _ in found)
    if typed.type == "ASSAULT" and not any(_can_mean(head, lexicon) or _strikes(head, lexicon) for _, head in found):
        return replace(typed, type=None, mode=None)
    meant = typed.type in _MEANT or (typed.type == "REJECT" and typed.name.startswith("not "))
    if meant and not paid and not any(_can_mean(doer, lexicon) for doer in doers):
        return replace(typed, type=None, mode=None)
    if typed.type == "PROTEST" and len(doers) == 1 and _is_person(doers[0]) and _named(typed) in _GATHERINGS:
        return replace(typed, type=None, mode=None)
    if typed.type == "ASSAULT" and typed.mode is None and _named(typed) == "attack" and all(map(_speaks, doers)):
        return Typed(type="ACCUSE", mode="disapprove", name=f"{typed.name} in words: ACCUSE")
    return typed


def _named(typed: Typed) -> str:
    return typed.name.split()[-1]


def _can_mean(doer: Token, lexicon: Lexicon) -> bool:
    if doer.lower_ in _NO_PARTIES:
        return False
    return doer.pos_ in _NOMINAL or bool(doer.ent_type_) or is_agent(doer, None, lexicon)


def _strikes(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a thing is a weapon or itself an attack: the rocket that hits a house."""
    named = noun.lemma_.lower() in lexicon.sets.get("&weapon", ()) or noun.lemma_.lower() in _FORCES
    entry = noun_lexeme(noun, lexicon)
    return named or (entry is not None and entry.type == "ASSAULT")


def _is_person(doer: Token) -> bool:
    return doer.ent_type_ == "PERSON" or doer.lower_ in _PERSONAL


def _speaks(doer: Token) -> bool:
    return doer.ent_type_ == "PERSON" or doer.lemma_.lower() in _MESSAGES
