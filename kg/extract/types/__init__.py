"""The event type of a trigger: its entry in the lexicon, and what the words around it make of that.

A PLOVER type belongs to what is done. Who refuses to meet rejects, who threatens to attack threatens, who will send
aid agrees to: verbs of refusing and promising, and *will*, hand the type of their clause over to another one. A verb
that adds nothing but a phase or an agent takes the type of its object ("began talks", "ordered the release"). Which
words do so is data (``handovers.csv``); the name of the decision keeps both words: ``refuse + meet: REJECT``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lexemes
from kg.extract.syntax import children
from kg.extract.types import complements, governors, reports
from kg.extract.types.parties import by_parties
from kg.extract.types.typed import Typed, typed

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

__all__ = ["Typed", "by_parties", "of_noun", "of_state", "of_verb"]


def of_verb(verb: Token, lexicon: Lexicon, *, money: bool = False) -> Typed | None:
    """The type of a verbal event; ``money`` says that it has an amount."""
    own = complements.of_verb(verb, lexicon, money=money)
    if own is None or own.type is None:
        own = reports.of_verb(verb, lexicon) or own
    return governors.seen(verb, own, lexicon)


def of_noun(noun: Token, lexicon: Lexicon) -> Typed | None:
    """The type of a nominal event."""
    return typed(lexemes.noun_lexeme(noun, lexicon))


def of_state(action: str, trigger: Token, lexicon: Lexicon) -> Typed | None:
    """The type of what an adjective or participle says to have happened, by its action.

    An entry with a preposition asks for it: who "is critical *of* the pact" criticises it; what "is critical" does not.
    """
    if action == trigger.lemma_:  # a copula alone
        return typed(lexemes.lexeme_of(action, lexicon))
    beside = {preposition.lower_ for preposition in children(trigger, "prep")}
    bound = (entry for entry in lexicon.lexemes.get(action, ()) if entry.prep in beside)
    return typed(next(bound, None) or lexemes.lexeme_of(action, lexicon))
