"""Which words name events: main verbs, light verbs with their noun, event nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lexemes
from kg.extract.syntax import predicates

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon


def triggers(doc: Doc, lexicon: Lexicon) -> dict[int, Token]:
    """The trigger of each event, by the index of every token that stands for it, in the order of the text.

    A light verb and its noun are one event ("held talks"): both lead to the verb.
    """
    found = {verb.i: verb for verb in predicates(doc)}
    for verb in list(found.values()):
        if (light := lexemes.light(verb, lexicon)) is not None:
            found[light[0].i] = verb
    for block in doc.spans["blocks"]:
        for token in block:
            if token.i not in found and token.pos_ == "NOUN" and _event_noun(token, lexicon) is not None:
                found[token.i] = token
    return dict(sorted(found.items()))


def _event_noun(token: Token, lexicon: Lexicon) -> str | None:
    if token.dep_ in {"compound", "nmod", "npadvmod"}:
        return None
    return lexicon.nominals.get(token.lower_) or lexicon.nominals.get(token.lemma_.lower())
