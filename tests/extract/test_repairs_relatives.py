"""Clauses about a noun, and question words, that the parse gives to the verb above them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles
from tests.extract.repairing import mended, place

INN = """
    Bell       loves/love the   inn    that   her    sister  {}      .
    NNP/PERSON VBZ        DT    NN     {}     PRP$   NN      VBZ     .
    nsubj:2    ROOT       det:4 dobj:2 mark:8 poss:7 nsubj:8 ccomp:2 punct:2
"""


def test_pronoun_taken_for_a_conjunction() -> None:
    """Who loves the inn that her sister visits loves the inn, and no visit."""
    doc = mended(INN.format("visits/visit", "WDT"))
    assert place(doc, "visits") == ("relcl", "inn")
    assert place(doc, "that") == ("dobj", "visits")


@pytest.mark.parametrize(("verb", "tag"), [("visits/visit", "IN"), ("arrives/arrive", "WDT")])
def test_conjunction_behind_a_noun(verb: str, tag: str) -> None:
    """A conjunction stays one, and a verb that takes no object has no gap."""
    assert place(mended(INN.format(verb, tag)), verb.partition("/")[0]) == ("ccomp", "loves")


WHO = """
    They    know/know {}     else     beside Bell       and  Dahl       had/have paid/pay {}     .
    PRP     VBP       {}     RB       IN     NNP/PERSON CC   NNP/PERSON VBD      VBN      {}     .
    nsubj:2 ROOT      dobj:2 advmod:3 prep:3 pobj:5     cc:3 nsubj:10   aux:10   ccomp:2  dobj:10 punct:2
"""


def test_question_word_taken_for_an_object() -> None:
    """Who wants to know who else had paid the bill knows nobody, and not the last one named paid it."""
    doc = mended(WHO.format("who", "taxes/tax", "WP", "NNS"))
    assert place(doc, "who") == ("nsubj", "paid")
    assert not [role for role in roles(doc, "paid") if "Dahl" in role]


def test_noun_before_a_clause() -> None:
    """A noun stays the object of its verb."""
    assert place(mended(WHO.format("people", "taxes/tax", "NNS", "NNS")), "people") == ("dobj", "know")


SHOWS = """
    They    sell/sell the   {}     {}     which       was/be    banned/ban here     .
    PRP     VBP       DT    NN     {}     WDT         VBD       VBN        RB       .
    nsubj:2 ROOT      det:4 dobj:2 {}     nsubjpass:8 auxpass:8 relcl:2    advmod:8 punct:2
"""


def test_passive_behind_a_dash() -> None:
    """What was banned is the play before the dash, and not its sale."""
    assert place(mended(SHOWS.format("play", "--", ":", "punct:2")), "banned") == ("relcl", "play")


def test_passive_behind_a_comma() -> None:
    """Behind a comma it stays with the verb: what came of the sale, or the play."""
    assert place(mended(SHOWS.format("play", ",", ",", "punct:2")), "banned") == ("relcl", "sell")


WHO_LEFT = """
    Bell       {}   the   {}     {}     {}       ,       who     left/leave .
    NNP/PERSON VBD  DT    NNS    IN     {}       ,       WP      VBD        .
    nsubj:2    ROOT det:4 dobj:2 prep:4 pobj:5   punct:2 nsubj:9 relcl:{}   punct:2
"""


@pytest.mark.parametrize(
    ("thing", "preposition", "name", "over", "expected"),
    [
        ("efforts/effort", "of", "Sudrians NNPS/NORP", 4, "Sudrians"),
        ("prices/price", "in", "Norland NNP/GPE", 6, "Norland"),
    ],
)
def test_who_left(thing: str, preposition: str, name: str, over: int, expected: str) -> None:
    """Nobody but people is who left, and not their efforts."""
    gloss = WHO_LEFT.format("saw/see", thing, preposition, *name.split(), over)
    assert place(mended(gloss), "left") == ("relcl", expected)


@pytest.mark.parametrize(("place_", "expected"), [("towns NNS", "men"), ("Bell NNP/PERSON", "Bell")])
def test_two_clauses_with_who(place_: str, expected: str) -> None:
    """Men who serve in towns, who pay taxes, pay them; men who serve under Bell, who pays taxes, do not."""
    gloss = """
        Cole       met/meet men/man who     serve  in     {}     ,       who      pay     taxes/tax .
        NNP/PERSON VBD      NNS     WP      VBP    IN     {}     ,       WP       VBP     NNS       .
        nsubj:2    ROOT     dobj:2  nsubj:5 relcl:3 prep:5 pobj:6 punct:7 nsubj:10 relcl:7 dobj:10   punct:2
    """
    assert place(mended(gloss.format(*place_.split())), "pay") == ("relcl", expected)


@pytest.mark.parametrize(("comma", "body", "head"), [(",", "union", "envoy"), (",", "minister", "minister")])
def test_clause_about_the_head_of_a_body(comma: str, body: str, head: str) -> None:
    """Behind a comma "who" is the envoy of a union and no union; it may be the minister whose envoy he is."""
    doc = mended(f"""
        The   envoy    of     the   {body} {comma}  who     resigned/resign in      May    ,       died/die .
        DT    NN       IN     DT    NN     ,        WP      VBD             IN      NNP    ,       VBD      .
        det:2 nsubj:12 prep:2 det:5 pobj:3 punct:5  nsubj:8 relcl:5         prep:8  pobj:9 punct:2 ROOT     punct:12
    """)
    assert place(doc, "resigned") == ("relcl", head)
