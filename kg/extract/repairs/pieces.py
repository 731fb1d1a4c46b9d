"""What is taken apart and spread over the clause ("$2 m", "co - founders"), or taken together ("Bell - Dahl")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import is_dash

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_CURRENCIES = "$€£¥"


def mend(doc: Doc, lexicon: Lexicon) -> None:
    """Makes one noun of a number and its scale, of a prefix and its noun, and two of names on two sides of a dash."""
    scales, prefixes = lexicon.words.get("scale letter", frozenset()), lexicon.words.get("prefix", frozenset())
    known = scales | prefixes
    for token in doc.tokens:
        if token.lower_ in known:
            if token.lower_ in scales:
                _scale(token)
            else:
                _prefix(token)
        elif token.dep_ == "punct" and token.head.dep_ == "dobj" and is_dash(token):
            _parted(token)


def _scale(token: Token) -> None:
    """Puts a scale over the number right before it: "$2m" is one amount."""
    number = token.nbor(-1) if token.i > token.sent.start else token
    if number is token or number.whitespace_ or not (number.text[0] + number.text[-1]).isdigit():
        return
    if number.head is not token:
        if number.head is number or token.is_ancestor(number):
            return
        over, relation = number.head, number.dep_
        token.attach(over, relation)
        number.attach(token, "nummod")
    for child in number.children:
        child.attach(token, child.dep_)
    if not token.ent_type_ and any(child.text in _CURRENCIES for child in token.children):
        token.ent_type_ = "MONEY"
    token.tag_, token.pos_ = "CD", "NUM"


def _prefix(token: Token) -> None:
    """Hangs a prefix and its hyphen on their noun, which stands where the parse has the prefix: "her co-founders"."""
    doc = token.doc
    if token.whitespace_ or token.i + 2 >= token.sent.end or doc.tokens[token.i + 1].text != "-":
        return
    hyphen, noun = doc.tokens[token.i + 1], doc.tokens[token.i + 2]
    if not hyphen.whitespace_ and noun.pos_ == "ADJ" and hyphen.head is noun.head and token.head is noun.head.head:
        token.attach(noun.head, "amod")  # "sold *pre-Norse* coins"
    if hyphen.whitespace_ or noun.pos_ != "NOUN" or token.head in {token, noun, hyphen}:
        return
    beside = noun.head is hyphen and hyphen.head is token.head
    above = (token.is_ancestor(noun), noun.is_ancestor(token), hyphen.is_ancestor(noun), hyphen.is_ancestor(token))
    if any(above) and not (beside and above.count(True) == 1):
        return
    over, relation = token.head, token.dep_
    others = [child for child in token.children if child is not hyphen]
    if relation == "appos" and over.i == token.i - 1 and not over.is_ancestor(noun):
        # "A *male* co-worker left": what the parse has for the noun stands before it.
        others += [*[child for child in over.children if child is not token], over]
    else:
        noun.attach(over, relation)
    for child in (token, hyphen, *others):
        child.attach(noun, "punct" if child is hyphen else "compound" if child in {token, over} else child.dep_)


def _parted(dash: Token) -> None:
    """Makes an object of the name before a dash, not of the one behind: "hired *Bell* - Tor Dahl, who left, - was"."""
    last, first = dash.head, dash.nbor(-1)
    if not (dash.i < last.i and first.dep_ == "compound" and first.head is last and first.pos_ == last.pos_ == "PROPN"):
        return
    over, before = last.head, [child for child in last.children if child.i < first.i]
    first.attach(over, "dobj")
    last.attach(first, "parataxis")
    for child in (*before, dash):
        child.attach(first, child.dep_)
