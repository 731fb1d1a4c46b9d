"""Which mentions the text puts beside one another for the same thing: "Ana Bell, the mayor", "Ana Bell, who …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.syntax import antecedent, own_span
from kg.model import EntityMention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Doc, Token

_SINGULAR = frozenset({"NN", "NNP"})
# The party and the seat of a member of parliament in brackets: "Ana Bell (D-Port Vell)".
_SEAT = re.compile(r"[A-Z]{1,3} ?[-–] ?[A-Z][a-z]")
_GAP = 2  # tokens: a comma and the first word
_PLURAL = frozenset({"NNS", "NNPS"})


def link(doc: Doc, found: dict[int, EntityMention]) -> None:
    """Tells mentions, by the index of their head token, beside which other each stands; adds relative pronouns."""
    for head, mention in list(found.items()):
        for child in doc.tokens[head].kinds.get("appos", ()):
            near = _nearest(doc.tokens[head], child, mention, found) if child.i in found else None
            if near is not None and _is_beside(doc.tokens[head], child, near, found[child.i]):
                found[child.i] = replace(found[child.i], apposition=near.span)
    _add_relative_pronouns(doc, found)


def _nearest(
    head: Token, child: Token, mention: EntityMention, found: Mapping[int, EntityMention]
) -> EntityMention | None:
    """Beside which mention a noun stands: a body that is told of a person is the one named last before it.

    As in "Ana Bell, the head of Wool Works -- *the firm* that owns the mill".
    """
    other, first = found[child.i], child.left_edge
    if mention.type != "PERSON" or mention.kind is not MentionKind.NAMED or other.type != "ORG" or first.i < _GAP:
        return mention
    last = first.nbor(-_GAP)
    between = [each for each in found.values() if each.span.end == last.idx + len(last.text)]
    named = [each for each in between if each.kind is MentionKind.NAMED and each.type in {"ORG", None}]
    return named[0] if named and last.i > head.i else mention if last is head else None


def _is_beside(head: Token, child: Token, mention: EntityMention, other: EntityMention) -> bool:
    """Whether what the parser takes for an apposition can be of the same thing.

    A pronoun has its own right after it: "we, the miners". One person is no firm ("a banker, Wool Works Inc"), and not
    the several that a list behind a dash tells: "advise the mayor - Ana Bell, two clerks and three others".
    """
    if mention.kind is MentionKind.PRONOMINAL and child.left_edge.i > head.i + _GAP:
        return False
    if _SEAT.match(other.name):
        return False
    somebody = mention.type == "PERSON" and mention.kind is MentionKind.NOMINAL and not mention.definite
    if somebody and other.kind is MentionKind.NAMED and other.type == "ORG" and " " in other.name:
        return False
    return not (head.tag_ in _SINGULAR and _is_list(child))


def _is_list(token: Token) -> bool:
    """Whether a name is the first of several, of whom some stand in the plural."""
    others = [each for own in (token, *token.kinds.get("appos", ())) for each in _conjuncts(own)]
    return any(each.tag_ in _PLURAL for each in others)


def _conjuncts(token: Token) -> list[Token]:
    found = list(token.kinds.get("conj", ()))
    for each in found:
        found += each.kinds.get("conj", ())
    return found


def _add_relative_pronouns(doc: Doc, found: dict[int, EntityMention]) -> None:
    """A "who" stands beside its antecedent for the same one, as an apposition does."""
    for token in doc.tokens:
        if token.lower_ in {"who", "whom"} and (noun := antecedent(token)) is not None and noun.i in found:
            whom, place = found[noun.i], own_span(token)
            found[token.i] = EntityMention(
                span=place,
                kind=MentionKind.PRONOMINAL,
                head=place,
                lemma=token.lower_,
                name=token.text,
                number=whom.number,
                apposition=whom.span,
            )
