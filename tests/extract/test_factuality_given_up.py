"""Plans that are given up, reasons of what is not so, and what a statement or a message makes of its clause."""

from __future__ import annotations

import pytest

from tests.extract.claiming import said
from tests.extract.conftest import parsed, read_as, undecided, words_of_the_package

PLAN = """
    Norland {}   its    plan   to    close the   mine   .
    NNP/GPE VBD  PRP$   NN     TO    VB    DT    NN     .
    nsubj:2 ROOT poss:4 dobj:2 aux:6 acl:4 det:8 dobj:6 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("dropped/drop", "unknown future"), ("unveiled/unveil", "promised probable future")],
)
def test_plan_given_up(verb: str, expected: str) -> None:
    """Who drops a plan does not promise any longer what he planned."""
    assert read_as(parsed(PLAN.format(verb)), "close") == expected


def test_decided_against_a_plan() -> None:
    """Nor does who decides against it."""
    doc = parsed("""
        Norland decided/decide against its    plan   to    close the    mine   .
        NNP/GPE VBD            IN      PRP$   NN     TO    VB    DT     NN     .
        nsubj:2 ROOT           prep:2  poss:5 pobj:3 aux:7 acl:5 det:9  dobj:7 punct:2
    """)
    assert read_as(doc, "close") == "unknown future"


def test_reason_of_a_state() -> None:
    """Why somebody is not content is so, whatever the negation before it is meant for."""
    doc = parsed("""
        We      are/be not   content because it      costs/cost much     .
        PRP     VBP    RB    JJ      IN      PRP     VBZ        RB       .
        nsubj:2 ROOT   neg:2 acomp:2 mark:7  nsubj:7 advcl:2    advmod:7 punct:2
    """)
    assert read_as(doc, "costs") == "certain"


@pytest.mark.parametrize(("auxiliary", "expected"), [("can", "certain"), ("do", "unknown")])
def test_reason_of_what_cannot_be(auxiliary: str, expected: str) -> None:
    """Why it cannot be done is so too; why it is not done may be another reason."""
    doc = parsed(f"""
        We      {auxiliary}   not   leave because it      costs/cost much     .
        PRP     MD    RB    VB    IN      PRP     VBZ        RB       .
        nsubj:4 aux:4 neg:4 ROOT  mark:7  nsubj:7 advcl:4    advmod:7 punct:4
    """)
    assert read_as(doc, "costs") == expected


WHILE = """
    While   they    would not   answer much   ,       they    {}     help .
    IN      PRP     MD    RB    VB     JJ     ,       PRP     MD     VB   .
    mark:5  nsubj:5 aux:5 neg:5 advcl:10 dobj:5 punct:10 nsubj:10 aux:10 ROOT punct:10
"""


@pytest.mark.parametrize(("auxiliary", "expected"), [("would", "not unknown future"), ("did", "not certain")])
def test_would_beside_would(auxiliary: str, expected: str) -> None:
    """What would not answer, while it would help, has not refused to; who did help has."""
    doc = parsed(WHILE.format(auxiliary))
    assert read_as(doc, "answer") == expected


@pytest.mark.parametrize(("adverb", "expected"), [("recently", "certain"), ("badly", "unknown")])
def test_before_its_noun(adverb: str, expected: str) -> None:
    """What was done recently is done, whatever becomes of the thing."""
    doc = parsed(f"""
        Norland may   sell {adverb}  built/build bridges/bridge .
        NNP/GPE MD    VB   RB       VBN         NNS            .
        nsubj:3 aux:3 ROOT advmod:5 amod:6      dobj:3         punct:3
    """)
    assert read_as(doc, "built") == expected


STATEMENT = """
    {}      {}   a     {}     that   Sudria  attacked/attack Norland .
    {}      VBD  DT    NN     IN     NNP/GPE VBD             NNP/GPE .
    nsubj:2 ROOT det:4 dobj:2 mark:7 nsubj:7 acl:4           dobj:7  punct:2
"""


def test_issued_a_statement() -> None:
    """Whoever issues a statement asserts what it says."""
    doc = parsed(STATEMENT.format("Arvenia", "issued/issue", "statement", "NNP/GPE"))
    assert read_as(doc, "attacked") == "certain"


def test_sends_a_message() -> None:
    """What a thing is said to send a message of nobody has stated."""
    doc = parsed(STATEMENT.format("It", "sent/send", "message", "PRP"))
    assert read_as(doc, "attacked") == "alleged possible"
    assert said(doc, lexicon=words_of_the_package()) == ["? | message | Sudria attacked Norland"]


def test_plural_for_a_bare_form() -> None:
    """A verb behind an infinitive may belong to it, though the tagger takes the finite verb for a bare form."""
    doc = parsed("""
        They    seek/seek ways/way to    win   ,       cut    taxes/tax and  build  .
        PRP     VB        NNS      TO    VB    ,       VB     NNS       CC   VB     .
        nsubj:2 ROOT      dobj:2   aux:5 acl:3 punct:2 conj:2 dobj:7    cc:7 conj:7 punct:2
    """)
    assert undecided(doc, "cut")


@pytest.mark.parametrize(("verb", "expected"), [("seen/see", "certain"), ("stopped/stop", "probable")])
def test_before(verb: str, expected: str) -> None:
    """What somebody was seen before he did he did; what he was stopped before, perhaps not."""
    doc = parsed(f"""
        She         was/be    {verb} before she     crossed/cross the   border .
        PRP         VBD       VBN    IN     PRP     VBD           DT    NN     .
        nsubjpass:3 auxpass:3 ROOT   mark:6 nsubj:6 advcl:3       det:8 dobj:6 punct:3
    """)
    assert read_as(doc, "crossed") == expected


@pytest.mark.parametrize(
    ("verb", "comma", "expected"),
    [("leave", "-", "unknown"), ("leave", ",", "certain"), ("matter", "-", "certain"), ("want", "-", "certain")],
)
def test_reason_of_what_stands(verb: str, comma: str, expected: str) -> None:
    """Why it does not matter is so, and why somebody does not leave where a comma parts it from that."""
    doc = parsed(f"""
        They    do    not   {verb} {comma} because it      costs/cost much     .
        PRP     VBP   RB    VB     {comma} IN      PRP     VBZ        RB       .
        nsubj:4 aux:4 neg:4 ROOT   punct:4 mark:8  nsubj:8 advcl:4    advmod:8 punct:4
    """)
    assert read_as(doc, "costs") == expected


@pytest.mark.parametrize(
    ("link", "verb", "expected"),
    [
        ("but", "name", "not certain"),
        ("but", "join", "not certain"),
        ("and", "name", "not certain"),
        ("and", "join", "not probable future"),
    ],
)
def test_withheld(link: str, verb: str, expected: str) -> None:
    """Who met them and would not name them has kept that back; what else he would not do may have been to come."""
    doc = parsed(f"""
        Bell       met/meet them   {link} would not   {verb} them   .
        NNP/PERSON VBD      PRP    CC     MD    RB    VB     PRP    .
        nsubj:2    ROOT     dobj:2 cc:2   aux:7 neg:7 conj:2 dobj:7 punct:2
    """)
    assert read_as(doc, verb) == expected
