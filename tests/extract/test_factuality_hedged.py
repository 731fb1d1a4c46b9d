"""Hearsay that reaches a second verb, what is waited for, and what holds only as long as something else."""

from __future__ import annotations

from tests.extract.conftest import parsed, read_as


def test_hearsay_reaches_a_joined_verb() -> None:
    """Who allegedly hid something and bribed somebody is not told to have bribed anybody."""
    doc = parsed("""
        Ana        allegedly hid/hide coins  and  bribed Bela       .
        NNP/PERSON RB        VBD      NNS    CC   VBD    NNP/PERSON .
        nsubj:3    advmod:3  ROOT     dobj:3 cc:3 conj:3 dobj:6     punct:3
    """)
    assert read_as(doc, "bribed") == "alleged possible"


def test_clause_with_as_long_as() -> None:
    """What holds as long as somebody obeys tells of no obeying."""
    doc = parsed("""
        Banks   profit as       long     as     firms   obey    rules  .
        NNS     VBP    RB       RB       IN     NNS     VBP     NNS    .
        nsubj:2 ROOT   advmod:4 advmod:2 mark:7 nsubj:7 advcl:4 dobj:7 punct:2
    """)
    assert read_as(doc, "obey") == "conditional unknown"


def test_until_behind_a_halt() -> None:
    """What is halted until somebody pays waits for that, and does not tell it."""
    doc = parsed("""
        Norland halted/halt sales  until  Sudria  paid/pay debts  .
        NNP/GPE VBD         NNS    IN     NNP/GPE VBD      NNS    .
        nsubj:2 ROOT        dobj:2 mark:6 nsubj:6 advcl:2  dobj:6 punct:2
    """)
    assert read_as(doc, "paid") == "unknown future"
