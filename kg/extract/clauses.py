"""The clauses of a text that name no event, and why: what the search for triggers passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lemmas, repairs, triggers
from kg.extract.syntax import span_of
from kg.extract.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.model import Document, Parse, Span
    from kg.ontology import Lexicon

_AUXILIARY = frozenset({"aux", "auxpass"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "npadvmod"})


def passed_over(parses: Iterable[Parse], document: Document, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The verbs and event nouns of the parsed blocks that became no event, each with the reason, in their order."""
    doc = tree(document.text, parses)
    lemmas.mend(doc, lexicon)
    repairs.repair(doc, lexicon)
    known = triggers.triggers(doc, lexicon)
    found = [(token, _reason(token, lexicon)) for token in doc if token.i not in known]
    return [(span_of([token]), reason) for token, reason in found if reason is not None]


def _reason(token: Token, lexicon: Lexicon) -> str | None:
    if token.pos_ == "AUX" and token.dep_ not in _AUXILIARY:
        return "a form of 'be' or 'have' that says how things are, not what happened"
    if token.pos_ == "VERB" and token.dep_ not in _AUXILIARY:
        return "a participle that describes a noun" if token.dep_ in _MODIFIER else "a verb inside a phrase"
    noun = token.pos_ in {"NOUN", "PROPN"} and {token.lower_, token.lemma_.lower()} & lexicon.nominals.keys()
    return "an event noun that describes another noun" if noun else None
