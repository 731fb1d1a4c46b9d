"""The words that can tell whose something is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.syntax import predicates

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token

_COPULAS = frozenset({"be", "become", "feel", "grow", "keep", "remain", "seem", "sound", "stay", "appear", "look"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Main verbs, adjectives that somebody is said to be, nouns, *according*, and *in*, in the order of the text."""

    verbs: list[Token]
    adjectives: list[Token] = field(default_factory=list)
    nouns: list[Token] = field(default_factory=list)
    according: list[Token] = field(default_factory=list)
    inside: list[Token] = field(default_factory=list)


def words(doc: Doc) -> Words:
    """The words of the parsed blocks."""
    found = Words(verbs=list(predicates(doc)))
    for block in doc.spans["blocks"]:
        for token in block:
            match token.pos_:
                case "NOUN":
                    found.nouns.append(token)
                case "ADJ" if token.dep_ in {"acomp", "oprd"} and token.head.lemma_ in _COPULAS:
                    found.adjectives.append(token)
                case "ADP" if token.lower_ == "in":
                    found.inside.append(token)
                case _ if token.lower_ == "according":
                    found.according.append(token)
    return found
