"""How sure a record is."""

from __future__ import annotations

import pytest

from kg.extract.confidence import kind, share
from tests.extract.conftest import LEXICON, event, parsed


@pytest.mark.parametrize(
    ("lexeme", "expected"),
    [(None, "none"), ("urge", "alone"), ("impose ~ sanctions", "phrase"), ("refuse + meet: REJECT", "handover")],
)
def test_entry(lexeme: str | None, expected: str) -> None:
    """An event is sorted by the entry that gave its type: none, a word alone, a phrase, a handover."""
    assert kind(nominal=False, lexeme=lexeme, typed=True, plain=True)[1] == expected


def test_entry_without_a_type() -> None:
    """An entry that gives no type decides as little as none."""
    assert kind(nominal=False, lexeme="say", typed=False, plain=True)[1] == "none"


def test_trigger_and_reading() -> None:
    """Verbs and nouns are told apart, and what is plain from what is denied, doubted or to come."""
    assert kind(nominal=True, lexeme=None, typed=False, plain=False) == ("noun", "none", "marked")
    assert kind(nominal=False, lexeme=None, typed=False, plain=True) == ("verb", "none", "plain")


def test_kind_that_was_judged() -> None:
    """The confidence of a judged kind is its share."""
    assert share(("verb", "alone", "plain"), LEXICON) == LEXICON.confidence["verb", "alone", "plain"]


def test_kind_that_was_not_judged() -> None:
    """A kind that was not judged has the share of all."""
    assert share(("noun", "handover", "marked"), LEXICON) == LEXICON.confidence["any", "any", "any"]


def test_denied_event_is_marked() -> None:
    """What is denied is less sure than what is told plainly."""
    plain = parsed("Norland urged/urge Sudria . \n NNP/GPE VBD NNP/GPE . \n nsubj:2 ROOT dobj:2 punct:2")
    denied = parsed("""
        Norland did/do not   urge Sudria  .
        NNP/GPE VBD    RB    VB   NNP/GPE .
        nsubj:4 aux:4  neg:4 ROOT dobj:4  punct:4
    """)
    assert (event(plain, "urged").confidence, event(denied, "urge").confidence) == (0.9, 0.8)
