"""The titles of laws, and names whose last word tells that they are no party: a law, a treaty, a prize."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

_LAWS = frozenset(
    {"accord", "act", "agreement", "amendment", "bill", "code", "convention", "law", "ordinance", "treaty"}
)
_LONGEST = 10


def is_titled_thing(token: Token, mention: EntityMention, lexicon: Lexicon) -> bool:
    """Whether a name with its head is of what somebody passes or wins: "the Harbour Bill", not "Bill Dahl"."""
    if mention.type == "LAW":
        return True
    known = token.lower_ in lexicon.words.get("titled", ()) and token.pos_ == "PROPN"
    return known and token.ent_type_ != "PERSON" and token.left_edge.i < token.i


def title_of_law(token: Token) -> list[Token]:
    """The rest of the title of a law after its first noun: "Relief *for Victims of Floods Act*"."""
    last, doc = token.i, token.doc
    for i in range(token.i + 1, min(token.sent.end, token.i + _LONGEST)):
        word = doc.tokens[i]
        if word.text[:1].isupper() and word.pos_ in {"NOUN", "PROPN"}:
            last = i if word.lower_ in _LAWS else last
        elif word.pos_ not in {"ADP", "CCONJ", "DET"} and not word.text[:1].isupper():
            break
    return doc.tokens[token.i + 1 : last + 1]
