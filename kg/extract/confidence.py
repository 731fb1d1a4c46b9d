"""How sure a record is: the share of such events that people's annotations bear out.

Events are sorted into kinds by what decided them: a verb or a noun, an entry of the lexicon with or without company or
none, a handover from one word to another, plain or marked readings. ``confidence.csv`` holds, for each kind, the share
that was right of those that could be judged (``benchmarks/calibration.py`` says how, and measures the error).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ontology import Lexicon

Kind = tuple[str, str, str]
_ANY: Kind = ("any", "any", "any")


def kind(*, nominal: bool, lexeme: str | None, typed: bool, plain: bool) -> Kind:
    """Trigger (verb, noun), entry (none, alone, phrase, handover) and reading (plain, marked) of an event.

    ``lexeme`` is the name of the entry that decided its type, ``typed`` whether that gave one, ``plain`` whether
    nothing denies it, puts it in doubt or moves it into the future.

    >>> kind(nominal=False, lexeme="refuse + meet: REJECT", typed=True, plain=True)
    ('verb', 'handover', 'plain')
    """
    entry = "none"
    if lexeme is not None and typed:
        entry = "handover" if " + " in lexeme else "phrase" if " " in lexeme else "alone"
    return "noun" if nominal else "verb", entry, "plain" if plain else "marked"


def share(found: Kind, lexicon: Lexicon) -> float:
    """The share of events of a kind that are right, between 0 and 1; of all events for a kind that was not judged."""
    known = lexicon.confidence.get(found)
    return lexicon.confidence[_ANY] if known is None else known
