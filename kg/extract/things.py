"""Event nouns that stand for a thing: a concern that is sold, an agreement as a paper, a threat that is a danger.

What a noun of doing names may be the doing, or what comes of it and stays (Grimshaw 1990): "his *operation* of the
mine" is his doing, "he sold his mining *operations*" are plants; "their *agreement* with the union" was made by them,
"the vote on a trade *agreement*" has none who made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexemes import noun_lexeme
from kg.extract.syntax import children
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles import Frame
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_PARTITIVE = frozenset({"all", "any", "both", "half", "many", "most", "much", "part", "rest", "several", "some"})


def is_thing(frame: Frame) -> bool:
    """Whether an event noun stands for a thing, by the words around it and by who takes part in it."""
    noun, lexicon = frame.trigger, frame.lexicon
    if noun.lemma_.lower() in lexicon.words.get("concern", ()):
        return _is_concern(noun, lexicon)
    if noun.lemma_.lower() in lexicon.words.get("danger", ()):
        # "Threats from Norland" are dangers; "Norland's threats", "a threat to leave" are made.
        entry = noun_lexeme(noun, lexicon)
        return entry is None or entry.type is None
    if noun.lemma_.lower() in lexicon.words.get("contract", ()):
        parties = {head.i for name, head in frame.heads if name in _PARTIES}
        return len(parties) < 2 and not _is_of_doing(noun)  # noqa: PLR2004 (nobody agrees alone)
    return False


def _is_of_doing(noun: Token) -> bool:
    """Whether it says what is to be done, which somebody means to: "an agreement *to cut it*", "*that* they cut it"."""
    clauses = children(noun, "acl", "ccomp")
    return any(c.tag_ == "TO" or c.dep_ == "mark" for clause in clauses for c in clause.children)


def _is_concern(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it is named by its trade ("mining operations"), or had, bought or sold ("kept its operations")."""
    trades = lexicon.words.get("trade", ())
    if any(child.lower_ in trades for child in children(noun, "amod", "compound", "nmod")):
        return True
    held = noun
    while held.dep_ == "pobj" and held.head.lower_ == "of" and held.head.head.lower_ in _PARTITIVE:
        held = held.head.head
    return held.dep_ in {"dobj", "nsubjpass"} and held.head.lemma_.lower() in lexicon.words.get("holding", ())
