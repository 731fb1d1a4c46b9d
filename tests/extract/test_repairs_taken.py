"""Clauses whose subject the parse gives to another word."""

from __future__ import annotations

import pytest

from kg.extract.repairs import repair
from tests.extract.conftest import parsed, token, words_of_the_package
from tests.extract.repairing import mended, place


def test_what_somebody_is_told() -> None:
    """Who told her the banks had paid told her so, and gave her no banks."""
    doc = mended("""
        He      mocked/mock Bell       ,       who     told/tell her      the   banks/bank had/have paid/pay .
        PRP     VBD         NNP/PERSON ,       WP      VBD       PRP      DT    NNS        VBD      VBN      .
        nsubj:2 ROOT        dobj:2     punct:3 nsubj:6 relcl:3   dative:6 det:9 dobj:6     aux:11   conj:2   punct:2
    """)
    assert place(doc, "banks") == ("nsubj", "paid")
    assert place(doc, "paid") == ("ccomp", "told")


NAME = """
    They    said/say {}     {}     plan    failed/fail .
    PRP     VBD      NNP    {}     NN      VBD         .
    nsubj:2 ROOT     dobj:2 {}     nsubj:6 ccomp:2     punct:2
"""


@pytest.mark.parametrize(
    ("between", "expected"),
    [(("peace", "NN", "compound:5"), ("nmod", "plan")), ((",", ",", "punct:2"), ("dobj", "said"))],
)
def test_first_words_of_a_name(between: tuple[str, str, str], expected: tuple[str, str]) -> None:
    """What stands right before the subject of what is said belongs to its name; behind a comma it does not."""
    assert place(mended(NAME.format("Norland", *between)), "Norland") == expected


def test_noun_with_a_participle() -> None:
    """The men caught were tired, and caught nobody."""
    doc = mended("""
        They    said/say the   men     caught/catch were/be tired    .
        PRP     VBD      DT    NNS     VBN          VBD     JJ       .
        nsubj:2 ROOT     det:4 nsubj:5 ccomp:2      ccomp:2 acomp:6  punct:2
    """)
    assert place(doc, "caught") == ("acl", "men")
    assert place(doc, "men") == ("nsubj", "were")


def test_verbs_in_a_row() -> None:
    """Who came and, behind a comma, left did both."""
    doc = mended("""
        They    said/say the   men     came/come ,       left/leave early    .
        PRP     VBD      DT    NNS     VBD       ,       VBD        RB       .
        nsubj:2 ROOT     det:4 nsubj:5 ccomp:2   punct:5 ccomp:2    advmod:7 punct:2
    """)
    assert place(doc, "left") == ("conj", "came")


BILL = """
    In      May    a     bill     Bell       {}      tried/try failed/fail .
    IN      NNP    DT    NN       NNP/PERSON VBD     VBD       VBD         .
    prep:7  pobj:1 det:4 {}       nsubj:7    aux:7   ROOT      {}          punct:7
"""


def test_noun_of_the_main_clause() -> None:
    """A bill that somebody had tried failed, and in May it failed."""
    doc = mended(BILL.format("had/have", "nsubj:8", "conj:7"))
    assert place(doc, "tried") == ("relcl", "bill")
    assert token(doc, "failed").dep_ == "ROOT"
    assert place(doc, "In") == ("prep", "failed")


PASSED = """
    Gifts   passed/pass {}      {}    ,       driven/drive by      a     few    .
    NNS     VBD         {}      {}    ,       VBN          IN      DT    NNS    .
    nsubj:2 ROOT        {}      {}    punct:4 acl:4        agent:6 det:9 pobj:7 punct:2
"""


def test_participle_behind_a_sum() -> None:
    """Behind a sum and a comma, a participle with "by" tells of the clause; behind a thing, of the thing."""
    amount = PASSED.format("$", "2m", "$/MONEY", "CD/MONEY", "quantmod:4", "dobj:2")
    assert place(mended(amount), "driven") == ("advcl", "passed")
    thing = PASSED.format("the", "car", "DT", "NN", "det:4", "dobj:2")
    assert place(mended(thing), "driven") == ("acl", "car")


RANGING = """
    They    set/set fees/fee ,       {}      to     9      ,       on     trade  .
    PRP     VBD     NNS      ,       VBG     IN     CD     ,       IN     NN     .
    nsubj:2 ROOT    dobj:2   punct:5 advcl:2 prep:5 pobj:6 punct:5 prep:5 pobj:9 punct:2
"""


def test_participle_that_measures() -> None:
    """Fees that are set on trade range, whoever sets them; who sets them, adding to it, adds."""
    doc = parsed(RANGING.format("ranging/range"))
    repair(doc, words_of_the_package())
    assert place(doc, "ranging") == ("acl", "fees")
    assert place(doc, "on") == ("prep", "set")
    doc = parsed(RANGING.format("adding/add"))
    repair(doc, words_of_the_package())
    assert place(doc, "adding") == ("advcl", "set")


ASIDE = """
    Guards  ,       Bell       {}   later    ,       were/be poor    ,       earning/earn money   .
    NNS     ,       NNP/PERSON VBD  RB       ,       VBD     JJ      ,       VBG          NN      .
    nsubj:4 punct:4 nsubj:4    ROOT advmod:4 punct:4 ccomp:4 acomp:7 punct:4 xcomp:4      dobj:10 punct:4
"""


def test_subject_before_an_aside_of_the_speaker() -> None:
    """The guards, Bell said, were poor: they earned little, and he only said so."""
    doc = mended(ASIDE.format("said/say"))
    assert place(doc, "Guards") == ("nsubj", "were")
    assert place(doc, "earning") == ("advcl", "were")


def test_subjects_of_a_verb_that_says_nothing() -> None:
    """A verb that says nothing makes no aside."""
    assert place(mended(ASIDE.format("grew/grow")), "Guards") == ("nsubj", "grew")
