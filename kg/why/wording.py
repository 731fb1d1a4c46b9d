"""How an event mention is put into words, wherever a decision is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import EventMention


def typed(mention: EventMention) -> str:
    """Its action and type, with the entry that decided."""
    kind = f"{mention.type or 'untyped'}{':' + mention.mode if mention.mode else ''}"
    entry = f"lexicon entry {mention.lexeme!r}" if mention.lexeme else "no entry of the lexicon"
    return f"{mention.action}  ({kind}: {entry}{'; the type holds the negation' if _is_held(mention) else ''})"


def _is_held(mention: EventMention) -> bool:
    """Whether a type is taken over from what denies the deed: "*refused* to meet" is denied once, and so REJECT."""
    over, _, deed = (mention.lexeme or "").partition(" + ")
    taken = deed.endswith(": REJECT") and over != mention.action
    return taken and mention.polarity is Polarity.NEGATIVE


def marks(mention: EventMention) -> Iterator[str]:
    """The words and rules behind its factuality, where there are any."""
    if mention.reasons:
        yield f"marked by {'; '.join(mention.reasons)}"


def local(iri: str) -> str:
    """The local name of an IRI."""
    return iri.rsplit("/", 1)[-1]
