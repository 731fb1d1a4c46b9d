"""What did not come about, or perhaps did not: contrary to fact, nearly, before it could be, not that but another."""

from __future__ import annotations

import pytest

from kg.extract.predication import is_modal
from tests.extract.conftest import parsed, read_as, token, undecided

CONTRARY = """
    It      {}    have  closed/close if     they    had/have left/leave .
    PRP     {}    VB    VBN          IN     PRP     VBD      VBN        .
    nsubj:4 aux:4 aux:4 ROOT         mark:8 nsubj:8 aux:8    advcl:4    punct:4
"""


@pytest.mark.parametrize(("modal", "tag", "expected"), [("would", "MD", True), ("may", "MD", False)])
def test_contrary_to_fact(modal: str, tag: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """Of what would have come about if they had left nothing is told but that they did not, or not then."""
    assert undecided(parsed(CONTRARY.format(modal, tag)), "left") is expected


def test_open_condition() -> None:
    """Of a condition that is no past perfect nothing is told."""
    doc = parsed("""
        It      would close if     they    signed/sign .
        PRP     MD    VB    IN     PRP     VBD         .
        nsubj:3 aux:3 ROOT  mark:6 nsubj:6 advcl:3     punct:3
    """)
    assert read_as(doc, "signed") == "conditional unknown"


def test_beside_what_is_contrary_to_fact() -> None:
    """What goes with something that did not come about is not told to have come about."""
    doc = parsed("""
        It      would have  closed/close if     they    had/have left/leave when      Bell       could ask       .
        PRP     MD    VB    VBN          IN     PRP     VBD      VBN        WRB       NNP/PERSON MD    VB        .
        nsubj:4 aux:4 aux:4 ROOT         mark:8 nsubj:8 aux:8    advcl:4    advmod:12 nsubj:12   aux:12 advcl:8  punct:4
    """)
    assert undecided(doc, "ask")


@pytest.mark.parametrize(("adverb", "expected"), [("nearly", True), ("finally", False)])
def test_nearly(adverb: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """Nothing tells how far it came with what nearly happened."""
    doc = parsed(f"""
        Norland {adverb} signed/sign the   treaty .
        NNP/GPE RB       VBD         DT    NN     .
        nsubj:3 advmod:3 ROOT        det:5 dobj:3 punct:3
    """)
    assert undecided(doc, "signed") is expected


@pytest.mark.parametrize(("mark", "expected"), [("before", True), ("because", False)])
def test_before_it_could_be(mark: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """Nothing tells whether they asked whom somebody left before they could ask him."""
    doc = parsed(f"""
        Bell       left/leave {mark} they    could ask     him    .
        NNP/PERSON VBD        IN     PRP     MD    VB      PRP    .
        nsubj:2    ROOT       mark:6 nsubj:6 aux:6 advcl:2 dobj:6 punct:2
    """)
    assert undecided(doc, "ask") is expected


def test_before_what_is_to_come() -> None:
    """Before a clause in the present stands what is to come."""
    doc = parsed("""
        It      comes/come before they    meet/meet .
        PRP     VBZ        IN     PRP     VBP       .
        nsubj:2 ROOT       mark:5 nsubj:5 advcl:2   punct:2
    """)
    assert read_as(doc, "meet") == "unknown future"


NOT_THAT = """
    It      was/be not   the   {} thing  that    failed/fail .
    PRP     VBD    RB    DT    JJ NN     WDT     VBD         .
    nsubj:2 ROOT   neg:2 det:6 amod:6 attr:2 nsubj:8 relcl:6 punct:2
"""


@pytest.mark.parametrize(("which", "expected"), [("large", True), ("first", False)])
def test_not_the_thing_that(which: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """Of what something is not nothing is told; what is not the first that failed failed."""
    assert undecided(parsed(NOT_THAT.format(which)), "failed") is expected


def test_there_were_not_many_who() -> None:
    """The few that there were did it."""
    doc = parsed("""
        There  were/be not   many   people/person who     left/leave .
        EX     VBD     RB    JJ     NNS           WP      VBD        .
        expl:2 ROOT    neg:2 amod:5 attr:2        nsubj:7 relcl:5    punct:2
    """)
    assert not undecided(doc, "left")


@pytest.mark.parametrize(
    ("modal", "tag", "adverb", "expected"),
    [
        ("did/do", "VBD", "only", "certain"),
        ("did/do", "VBD", "here", "not certain"),
        ("can", "MD", "only", "unknown"),
    ],
)
def test_not_only_about(modal: str, tag: str, adverb: str, expected: str) -> None:
    """Who did not speak only about something spoke about it."""
    doc = parsed(f"""
        Bell       {modal} not   speak {adverb} about  rents/rent .
        NNP/PERSON {tag}   RB    VB    RB       IN     NNS        .
        nsubj:4    aux:4   neg:4 ROOT  advmod:4 prep:4 pobj:6     punct:4
    """)
    assert read_as(doc, "speak") == expected


def test_alternatives_behind_another_clause() -> None:
    """That one of two later verbs need not be so puts the first in no doubt."""
    doc = parsed("""
        Bell       left/leave and  talked/talk or   called/call .
        NNP/PERSON VBD        CC   VBD         CC   VBD         .
        nsubj:2    ROOT       cc:2 conj:2      cc:4 conj:4      punct:2
    """)
    assert (read_as(doc, "left"), read_as(doc, "talked")) == ("certain", "possible")


@pytest.mark.parametrize(
    ("modal", "expected"), [(("now", "RB", "advmod:3"), "certain"), (("would", "MD", "aux:3"), "unknown future")]
)
def test_likes_to(modal: tuple[str, str, str], expected: str) -> None:
    """Who likes to sing does; who would like to may not."""
    word, tag, relation = modal
    doc = parsed(f"""
        They    {word}     like/like to    sing    .
        PRP     {tag}      VBP       TO    VB      .
        nsubj:3 {relation} ROOT      aux:5 xcomp:3 punct:3
    """)
    assert read_as(doc, "sing") == expected


@pytest.mark.parametrize(
    ("subject", "verb", "expected"),
    [("I", "thank", "certain"), ("They", "thank", "unknown future"), ("I", "leave", "unknown future")],
)
def test_want_to_thank(subject: str, verb: str, expected: str) -> None:
    """Who says that he wants to thank somebody thanks him."""
    doc = parsed(f"""
        {subject} want to    {verb}  them   .
        PRP       VBP  TO    VB      PRP    .
        nsubj:2   ROOT aux:4 xcomp:2 dobj:4 punct:2
    """)
    assert read_as(doc, verb) == expected


def test_in_order_to() -> None:
    """What is done in order to win is done for that; nobody orders it."""
    doc = parsed("""
        Bell       left/leave in     order  to    win   .
        NNP/PERSON VBD        IN     NN     TO    VB    .
        nsubj:2    ROOT       prep:2 pobj:3 aux:6 acl:4 punct:2
    """)
    assert undecided(doc, "win")


def test_order_to() -> None:
    """What an order is about is asked for."""
    doc = parsed("""
        Bell       wrote/write an    order  to    leave .
        NNP/PERSON VBD         DT    NN     TO    VB    .
        nsubj:2    ROOT        det:4 dobj:2 aux:6 acl:4 punct:2
    """)
    assert read_as(doc, "leave") == "requested unknown future"


def test_questioned_why() -> None:
    """Who questions why they left takes for granted that they did."""
    doc = parsed("""
        Bell       questioned/question why      they    left/leave .
        NNP/PERSON VBD                 WRB      PRP     VBD        .
        nsubj:2    ROOT                advmod:5 nsubj:5 ccomp:2    punct:2
    """)
    assert read_as(doc, "left") == "certain"


def test_questioned_that() -> None:
    """Who questions that they left holds that perhaps they did not."""
    doc = parsed("""
        Bell       questioned/question that   they    left/leave .
        NNP/PERSON VBD                 IN     PRP     VBD        .
        nsubj:2    ROOT                mark:5 nsubj:5 ccomp:2    punct:2
    """)
    assert read_as(doc, "left") == "not possible"


@pytest.mark.parametrize(("verb", "expected"), [("lagged/lag", "unknown"), ("succeeded/succeed", "certain")])
def test_lagged_in(verb: str, expected: str) -> None:
    """Who lags in doing something may not have done it."""
    doc = parsed(f"""
        Norland {verb} in     closing/close the   mines/mine .
        NNP/GPE VBD    IN     VBG           DT    NNS        .
        nsubj:2 ROOT   prep:2 pcomp:3       det:6 dobj:4     punct:2
    """)
    assert read_as(doc, "closing") == expected


def test_what_they_had_to_do() -> None:
    """A debt that somebody had to pay may not be paid."""
    doc = parsed("""
        Bell       named/name the   debt   they    had/have to    pay     .
        NNP/PERSON VBD        DT    NN     PRP     VBD      TO    VB      .
        nsubj:2    ROOT       det:4 dobj:2 nsubj:6 relcl:4  aux:8 xcomp:6 punct:2
    """)
    assert undecided(doc, "pay")


@pytest.mark.parametrize(
    ("helper", "tag", "participle", "expected"),
    [("have", "VBP", "cast/cast", True), ("be", "VB", "cast/cast", False)],
)
def test_perfect_beside_an_infinitive(helper: str, tag: str, participle: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """A perfect is joined to no infinitive: what it shares with that cannot be told."""
    relation = "aux" if helper == "have" else "auxpass"
    doc = parsed(f"""
        They    want/want to    leave   and  {helper}     {participle} out    .
        PRP     VBP       TO    VB      CC   {tag}        VBN          RP     .
        nsubj:2 ROOT      aux:4 xcomp:2 cc:4 {relation}:7 conj:4       prt:7  punct:2
    """)
    assert undecided(doc, "cast") is expected


def test_recently_released() -> None:
    """What was recently released is, whatever is to become of it, though the parse gave the adverb to the verb."""
    doc = parsed("""
        Bell       wants/want to    discuss recently released/release polls/poll .
        NNP/PERSON VBZ        TO    VB      RB       VBN              NNS        .
        nsubj:2    ROOT       aux:4 xcomp:2 advmod:4 amod:7           dobj:4     punct:2
    """)
    assert read_as(doc, "released") == "certain"


@pytest.mark.parametrize(("second", "expected"), [("na/to", True), ("mad/mad", False)])
def test_gonna(second: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """The "gon" of "gonna" is a modal, whatever stands beside it."""
    doc = parsed(f"""
        They    are/be gon/go {second}  for    days/day .
        PRP     VBP    VBG    RB        IN     NNS      .
        nsubj:3 aux:3  ROOT   advmod:3  prep:3 pobj:5   punct:3
    """)
    assert is_modal(token(doc, "gon")) is expected


@pytest.mark.parametrize(("verb", "expected"), [("set", True), ("sent/send", False)])
def test_what_is_set_to_be(verb: str, *, expected: bool) -> None:
    """Who is set to leave will do so, and nobody sets him; who is sent to leave is sent."""
    doc = parsed(f"""
        Bell        is/be     {verb} to    leave   .
        NNP/PERSON  VBZ       VBN    TO    VB      .
        nsubjpass:3 auxpass:3 ROOT   aux:5 xcomp:3 punct:3
    """)
    assert is_modal(doc.tokens[2]) is expected
