"""Money with currency and scale, counts with their qualifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.quantities import quantities
from kg.extract.triggers import triggers
from tests.extract.conftest import LEXICON, mentions, parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.model import Quantity


def read(doc: Doc) -> list[Quantity]:
    """The quantities of a parse."""
    return quantities(doc, mentions(doc), triggers(doc, LEXICON))


def money(words: str) -> list[tuple[str, float | None, str | None]]:
    """The sums in words that need no parse: span, value, currency."""
    tokens = words.split()
    rows = [" ".join(tokens), " ".join("NN" for _ in tokens), " ".join(f"dep:{n}" for n, _ in enumerate(tokens, 1))]
    doc = parsed("\n".join(rows))
    return [(q.span.of(doc.text), q.value, q.currency) for q in read(doc)]


# ------------------------------------------------------------------------------------------------ money


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("$2m", 2e6, "USD"),
        ("$2.5m", 2.5e6, "USD"),
        ("$2 million", 2e6, "USD"),
        ("$40,000", 40_000, "USD"),
        ("€3bn", 3e9, "EUR"),
        ("£50", 50, "GBP"),
        ("US$7 billion", 7e9, "USD"),
        ("Rs5 crore", 5e7, "PKR"),
        ("30 million euros", 3e7, "EUR"),
        ("100 dollars", 100, "USD"),
    ],
)
def test_money(words: str, value: float, currency: str) -> None:
    """Sign or word gives the currency, the scale multiplies, and the span is the whole sum."""
    assert money(f"about {words} went") == [(words, value, currency)]


@pytest.mark.parametrize("words", ["2m", "room A$5b3", "30 million people", "COVID$19x"])
def test_no_money(words: str) -> None:
    """A number without a currency, or a code, is no sum."""
    assert [currency for _, _, currency in money(words)] in ([], [None])


def test_two_sums() -> None:
    """Each sum of a sentence is a quantity, in the order of the text."""
    assert [value for _, value, _ in money("$2m or €300 went")] == [2e6, 300]


def test_qualifier_of_money() -> None:
    """*More than* qualifies a sum."""
    doc = parsed("""
        Norland gave/give more      than       $          2          million  .
        NNP/GPE VBD       JJR/MONEY IN/MONEY   $/MONEY    CD/MONEY   CD/MONEY .
        nsubj:2 ROOT      amod:7    quantmod:7 quantmod:7 compound:7 dobj:2   punct:2
    """)
    assert [q.qualifier for q in read(doc)] == ["more than"]


def test_purpose_of_money() -> None:
    """The words after *for* say what a sum is for."""
    doc = parsed("""
        Norland gave/give Sudria   $          2          million  for    school     meals/meal ,        the    minister
        NNP/GPE VBD       NNP/GPE  $/MONEY    CD/MONEY   CD/MONEY IN     NN         NNS        ,        DT     NN
        nsubj:2 ccomp:14  dative:2 quantmod:6 compound:6 dobj:2   prep:6 compound:9 pobj:7     punct:13 det:12 nsubj:13

        said/say .
        VBD      .
        ROOT     punct:13
    """)
    assert [q.purpose for q in read(doc)] == ["school meals"]


def test_purpose_behind_the_recipient() -> None:
    """The recipient may stand between the sum and what it is for."""
    doc = parsed("""
        Norland gave/give $          2          million  to       Sudria  for    school      meals/meal .
        NNP/GPE VBD       $/MONEY    CD/MONEY   CD/MONEY IN       NNP/GPE IN     NN          NNS        .
        nsubj:2 ROOT      quantmod:5 compound:5 dobj:2   dative:2 pobj:6  prep:2 compound:10 pobj:8     punct:2
    """)
    assert [q.purpose for q in read(doc)] == ["school meals"]


def test_recipient_is_no_purpose() -> None:
    """*To Sudria* says to whom, not what for."""
    doc = parsed("""
        Norland gave/give $          2          million  to       Sudria  .
        NNP/GPE VBD       $/MONEY    CD/MONEY   CD/MONEY IN       NNP/GPE .
        nsubj:2 ROOT      quantmod:5 compound:5 dobj:2   dative:2 pobj:6  punct:2
    """)
    assert [q.purpose for q in read(doc)] == [None]


def test_money_belongs_to_its_event() -> None:
    """A sum leads to the event of the verb above it."""
    doc = parsed("""
        Norland gave/give $          2          million  to       Sudria  .
        NNP/GPE VBD       $/MONEY    CD/MONEY   CD/MONEY IN       NNP/GPE .
        nsubj:2 ROOT      quantmod:5 compound:5 dobj:2   dative:2 pobj:6  punct:2
    """)
    event = read(doc)[0].event
    assert event is not None
    assert event.of(doc.text) == "gave"


def test_money_outside_the_blocks_is_left_out() -> None:
    """What stands in no block is not read."""
    doc = parsed("""
        Norland gave/give $          2          million  to       Sudria  .
        NNP/GPE VBD       $/MONEY    CD/MONEY   CD/MONEY IN       NNP/GPE .
        nsubj:2 ROOT      quantmod:5 compound:5 dobj:2   dative:2 pobj:6  punct:2
    """)
    doc.spans["blocks"] = []
    assert read(doc) == []


# ------------------------------------------------------------------------------------------------ counts


def test_count() -> None:
    """A number before a noun counts what the noun names."""
    doc = parsed("""
        Norland deported/deport 25,000      refugees/refugee .
        NNP/GPE VBD             CD/CARDINAL NNS              .
        nsubj:2 ROOT            nummod:4    dobj:2           punct:2
    """)
    (found,) = read(doc)
    assert (found.value, found.currency) == (25_000, None)
    assert found.counts is not None
    assert found.counts.of(doc.text) == "25,000 refugees"


def test_count_with_scale_and_qualifier() -> None:
    """*Over 1.4 million refugees* is at least 1.4 million."""
    doc = parsed("""
        Over        1.4         million     refugees/refugee left/leave .
        IN/CARDINAL CD/CARDINAL CD/CARDINAL NNS              VBD        .
        quantmod:3  compound:3  nummod:4    nsubj:5          ROOT       punct:5
    """)
    assert [(q.value, q.qualifier) for q in read(doc)] == [(1_400_000, "over")]


def test_worded_count() -> None:
    """Small numbers may be words."""
    doc = parsed("""
        Twelve      soldiers/soldier left/leave .
        CD/CARDINAL NNS              VBD        .
        nummod:2    nsubj:3          ROOT       punct:3
    """)
    assert [q.value for q in read(doc)] == [12]


def test_count_belongs_to_its_event() -> None:
    """A count leads to the event of the verb above it."""
    doc = parsed("""
        Norland deported/deport 25,000      refugees/refugee .
        NNP/GPE VBD             CD/CARDINAL NNS              .
        nsubj:2 ROOT            nummod:4    dobj:2           punct:2
    """)
    event = read(doc)[0].event
    assert event is not None
    assert event.of(doc.text) == "deported"


def test_date_is_no_count() -> None:
    """The number of a date counts nothing."""
    doc = parsed("""
        The   envoy   left/leave on    20       May      .
        DT    NN      VBD        IN    CD/DATE  NNP/DATE .
        det:2 nsubj:3 ROOT       prt:3 nummod:6 pobj:4   punct:3
    """)
    assert read(doc) == []


def test_noun_without_a_number_is_no_count() -> None:
    """*Refugees* alone are not counted."""
    doc = parsed("""
        Norland deported/deport the   refugees/refugee .
        NNP/GPE VBD             DT    NNS              .
        nsubj:2 ROOT            det:4 dobj:2           punct:2
    """)
    assert read(doc) == []
