"""Hearsay that reaches a second verb, what is waited for, and what holds only as long as something else."""

from __future__ import annotations

import pytest

from kg.extract.factuality.habits import is_manner
from kg.extract.factuality.scheduled import takes_effect_later
from kg.extract.times.astray import is_astray
from tests.extract.conftest import parsed, read_as, token


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


def test_never_before() -> None:
    """What never happened before is left open: it may have happened now."""
    doc = parsed("""
        Never    before   had/have they    met/meet .
        RB       RB       VBD      PRP     VBN      .
        advmod:2 advmod:5 aux:5    nsubj:5 ROOT     punct:5
    """)
    assert read_as(doc, "met") == "unknown"


def test_making_sure() -> None:
    """Who made sure that somebody knew brought it about."""
    doc = parsed("""
        Ana        made/make sure    that   Bela       knew/know .
        NNP/PERSON VBD       JJ      IN     NNP/PERSON VBD       .
        nsubj:2    ROOT      acomp:2 mark:6 nsubj:6    ccomp:3   punct:2
    """)
    assert read_as(doc, "knew") == "certain"


@pytest.mark.parametrize(("what", "expected"), [("its:PRP$:poss", "certain"), ("further:JJ:amod", "unknown future")])
def test_end_that_is_asked_for(what: str, expected: str) -> None:
    """Whoever demands that attacks stop says that they go on; of further attacks he does not."""
    word, tag, part = what.split(":")
    doc = parsed(f"""
        Norland urged/urge Sudria  to    stop    {word}   attacks/attack .
        NNP/GPE VBD        NNP/GPE TO    VB      {tag}    NNS            .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 {part}:7 dobj:5         punct:2
    """)
    assert read_as(doc, "attacks") == expected


@pytest.mark.parametrize(("clause", "later"), [("begin", True), ("hurt", False)])
def test_measure_that_begins_later(clause: str, *, later: bool) -> None:
    """A ban to begin in July is still to come, whatever the day of the announcement."""
    doc = parsed(f"""
        Norland announced/announce a     ban    to    {clause} in     July     .
        NNP/GPE VBD                DT    NN     TO    VB       IN     NNP/DATE .
        nsubj:2 ROOT               det:4 dobj:2 aux:6 acl:4    prep:6 pobj:7   punct:2
    """)
    assert takes_effect_later(token(doc, "ban")) is later


@pytest.mark.parametrize(("helper", "expected"), [("are/be:VBP", True), ("were/be:VBD", False)])
def test_standing_procedure(helper: str, *, expected: bool) -> None:
    """The way judges are chosen is a rule, and the way they were chosen a deed."""
    word, tag = helper.split(":")
    doc = parsed(f"""
        Norland mends/mend the   way    judges/judge {word}    chosen/choose .
        NNP/GPE VBZ        DT    NN     NNS          {tag}     VBN           .
        nsubj:2 ROOT       det:4 dobj:2 nsubjpass:7  auxpass:7 relcl:4       punct:2
    """)
    assert is_manner(token(doc, "chosen")) is expected


@pytest.mark.parametrize(("verb", "expected"), [("faces/face", True), ("loses/lose", False)])
def test_year_of_a_charge(verb: str, *, expected: bool) -> None:
    """Who faces a trial now does so over a deed of the year behind it."""
    doc = parsed(f"""
        Bell       {verb} trial  over   robbery in     2020    .
        NNP/PERSON VBZ    NN     IN     NN      IN     CD/DATE .
        nsubj:2    ROOT   dobj:2 prep:3 pobj:4  prep:2 pobj:6  punct:2
    """)
    assert is_astray(token(doc, "2020"), token(doc, verb.partition("/")[0])) is expected
