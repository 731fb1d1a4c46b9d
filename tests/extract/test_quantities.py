"""Money with currency and scale, counts with their qualifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.quantities import amount, quantities
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


def test_range() -> None:
    """*20 to 25* has a least and a most, and no value."""
    doc = parsed("""
        Norland deported/deport 20          to          25          refugees/refugee .
        NNP/GPE VBD             CD/CARDINAL IN/CARDINAL CD/CARDINAL NNS              .
        nsubj:2 ROOT            quantmod:5  quantmod:5  nummod:6    dobj:2           punct:2
    """)
    assert [(q.value, q.minimum, q.maximum) for q in read(doc)] == [(None, 20, 25)]


def test_share() -> None:
    """Five per cent of the refugees are a share of these."""
    doc = parsed("""
        Norland deported/deport 5          per         cent       of     the   refugees/refugee .
        NNP/GPE VBD             CD/PERCENT NN/PERCENT  NN/PERCENT IN     DT    NNS              .
        nsubj:2 ROOT            nummod:5   compound:5  dobj:2     prep:5 det:8 pobj:6           punct:2
    """)
    (found,) = read(doc)
    assert (found.value, found.unit) == (5, "percent")
    assert found.counts is not None
    assert found.counts.of(doc.text) == "the refugees"


def test_round_number_in_the_plural() -> None:
    """*Hundreds of refugees* are at least a hundred of them."""
    doc = parsed("""
        Norland deported/deport hundreds/hundred of     refugees/refugee .
        NNP/GPE VBD             NNS/CARDINAL     IN     NNS              .
        nsubj:2 ROOT            dobj:2           prep:3 pobj:4           punct:2
    """)
    (found,) = read(doc)
    assert (found.value, found.minimum) == (None, 100)
    assert found.counts is not None
    assert found.counts.of(doc.text) == "refugees"


def test_number_that_stands_for_those_it_counts() -> None:
    """*Deported 20* says how many without a noun."""
    doc = parsed("""
        Norland deported/deport 20          .
        NNP/GPE VBD             CD/CARDINAL .
        nsubj:2 ROOT            dobj:2      punct:2
    """)
    assert [(q.value, q.counts) for q in read(doc)] == [(20, None)]


def test_two_that_were_told_before() -> None:
    """*The two* are those of whom the text has spoken."""
    doc = parsed("""
        The   two         left/leave .
        DT    CD/CARDINAL VBD        .
        det:2 nsubj:3     ROOT       punct:3
    """)
    assert read(doc) == []


def test_number_of_one_thing() -> None:
    """*A 12 gauge gun* is not twelve guns."""
    doc = parsed("""
        Norland gave/give a     12         gauge      gun    .
        NNP/GPE VBD       DT    CD         NN         NN     .
        nsubj:2 ROOT      det:6 nummod:5   compound:6 dobj:2 punct:2
    """)
    assert read(doc) == []


def test_rate() -> None:
    """*A ton* says what a sum is paid for each of."""
    doc = parsed("""
        Norland gave/give $          50         a     ton        .
        NNP/GPE VBD       $/MONEY    CD/MONEY   DT    NN         .
        nsubj:2 ROOT      quantmod:4 dobj:2     det:6 npadvmod:4 punct:2
    """)
    assert [(q.value, q.unit) for q in read(doc)] == [(50, "ton")]


# ------------------------------------------------------------------------------------------------ words alone


def said(words: str, number: str) -> str:
    """The amount at ``number``: value or bounds, currency or unit, qualifier."""
    found = amount(words, words.index(number))
    if found is None:
        return ""
    value = found.value if found.value is not None else f"{found.minimum}..{found.maximum}"
    return " ".join(str(part) for part in (found.qualifier, value, found.currency or found.unit) if part is not None)


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("AU$1.2 million", "$", "1200000.0 AUD"),
        ("PKR 3bn", "3", "3000000000.0 PKR"),
        ("half a million dollars", "half", "500000.0 USD"),
        ("5 billion Kenyan shillings", "5", "5000000000.0 KES"),
        ("20 million EUR", "20", "20000000.0 EUR"),
        ("$60-70 million", "$", "60000000.0..70000000.0 USD"),
        ("tens of millions of euros", "tens", "10000000.0..None EUR"),
        ("5.5 percentage points", "5", "5.5 percentage point"),
        ("no fewer than 40", "40", "no fewer than 40.0"),
        ("80 or more", "80", "or more 80.0"),
        ("two hundred and fifty", "two", "250.0"),
        ("two or three", "two", "2.0..3.0"),
        ("1.5 to 2 million", "1.5", "1500000.0..2000000.0"),
        ("between 20 and 25", "20", "20.0..25.0"),
    ],
)
def test_amount(words: str, number: str, expected: str) -> None:
    """A number is read with its sign, scale, unit, range and qualifier."""
    assert said(words, number) == expected


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("a 3-1 win", "3"), ("No. 5", "5"), ("#1", "1"), ("a 20-year-old", "20"), ("at 7:42", "7"), ("5 p.m.", "5")),
        *(("9 out of 10", "9"), ("one in five", "one"), ("two-thirds", "two"), ("the 90's", "90"), ("G20", "20")),
    ],
)
def test_no_amount(words: str, number: str) -> None:
    """Scores, ratios, codes, ages and clock times are no amounts."""
    assert said(words, number) == ""


def test_change_is_no_range() -> None:
    """What rose from one number to another lies between them at no time."""
    assert said("rose from 20 to 25", "20") == "20.0"


def test_more_than_a_joined_pair() -> None:
    """*And* joins a range only after *between*."""
    assert said("lost 20 and 25", "20") == "20.0"


def test_weight_is_no_money() -> None:
    """*Two pounds of sugar* cost some, and are none."""
    assert said("two pounds of sugar", "two") == "2.0"


@pytest.mark.parametrize(("words", "expected"), [("Pakistan", "PKR"), ("India", "INR"), ("Sri Lanka", "LKR")])
def test_whose_rupees(words: str, expected: str) -> None:
    """Rupees are those of the state that the text names most."""
    assert said(f"{words} paid Rs 500 million", "500") == f"500000000.0 {expected}"


def test_pesos_of_nobody() -> None:
    """A name that several currencies share names none."""
    assert said("90 pesos", "90") == "90.0"
