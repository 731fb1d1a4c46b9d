"""The titles of laws, and names whose last word tells that they are no party: a law, a treaty, a prize."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

_LAWS = frozenset(
    {"accord", "act", "agreement", "amendment", "bill", "code", "convention", "law", "ordinance", "treaty"}
)
_LONGEST = 10
_SHORTEST = 5  # letters of a given name that no title is: "Lord Dahl", "Miss Dahl", "The Dahl"


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


def with_given_name(tokens: list[Token], named: list[Token], lexicon: Lexicon) -> list[Token]:
    """A surname with the given name before it that the pipeline did not know: "*Arveya* Dahl", not "Mayor Dahl"."""
    if len(named) > 1 or named[0].ent_type_ != "PERSON":
        return named
    before = [t for t in tokens if t.i == named[0].i - 1 and t.head is named[0] and t.tag_ == "NNP"]
    if not before or before[0].ent_type_ or len(before[0]) < _SHORTEST or not before[0].text.istitle():
        return named
    words = {before[0].lower_, before[0].lemma_.lower()}
    known = (lexicon.role_nouns, lexicon.lexemes, lexicon.nouns, lexicon.parties)
    return [*before, *named] if all(words.isdisjoint(each) for each in known) else named


def body_before(relative: Token, clause: Token, concluding: Container[str]) -> Token | None:
    """The body named right before a comma and a "which" that is said of nobody: "Bell of Wool Works, *which* spins"."""
    if clause.head.ent_type_ != "PERSON" or clause.lemma_ in concluding:
        return None
    comma = relative.nbor(-1) if relative.i > relative.sent.start + 1 else relative
    last = comma.nbor(-1) if comma.text == "," else comma
    if last.ent_type_ != "ORG":
        return None
    while last.head.ent_type_ == "ORG" and last.head.i < relative.i and last.head.sent.start == last.sent.start:
        last = last.head
    return last


def to_its_end(named: list[Token], head: Token) -> list[Token]:
    """A name that is cut in the middle, up to the noun it is of: "the Centre *of the* Upper Town"; else without it."""
    end = named[-1]
    if end.i <= head.i or end.tag_ not in {"CC", "DT", "IN", "TO"}:
        return named
    of = [t for t in named if t.i > head.i and t.lower_ == "of" and t.head is head]
    nouns = [noun for noun in of[-1].kinds.get("pobj", ()) if noun.i > end.i] if of else []
    if nouns and nouns[0].left_edge.i <= end.i + 1:
        return head.doc.tokens[named[0].i : nouns[0].i + 1]
    while named[-1].i > head.i and named[-1].tag_ in {"CC", "DT", "IN", "TO"}:
        named = named[:-1]
    return named
