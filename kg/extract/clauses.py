"""The clauses of a text that name no event, and why: what the search for triggers passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lemmas, lexemes, quotes, repairs, triggers
from kg.extract.predication import is_modal
from kg.extract.subjectless import is_formula
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
    quotes.introduce(doc, lexicon)
    known = triggers.triggers(doc, lexicon)
    found = [(token, _reason(token, lexicon)) for token in doc if token.i not in known]
    return [(span_of([token]), reason) for token, reason in found if reason is not None]


def _reason(token: Token, lexicon: Lexicon) -> str | None:
    if token.pos_ in {"AUX", "VERB"} and token.dep_ not in _AUXILIARY:
        if is_modal(token):
            return "part of a modal of several words"
        if is_formula(token):
            return "a clause that only leads up to what is said"
        if token.dep_ in _MODIFIER:
            return "a participle that only describes, or says how its noun is put forward"
        return "a verb inside a phrase"
    noun = token.pos_ in {"NOUN", "PROPN"} and lexemes.nominal(token, lexicon) is not None
    return triggers.exclusion(token, lexicon) if noun else None
