"""Expressions of time that hang on a verb and tell no time of it, and what is told of a bound."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.conftest import event, parsed

DAY = date(2024, 5, 10)


def times(gloss: str, word: str) -> list[str]:
    """The words of the times of an event."""
    doc = parsed(gloss)
    found = event(doc, word, published=DAY)
    return [doc.text[role.span.start : role.span.end] for role in found.roles if role.name.value == "time"]


def test_until() -> None:
    """What was so until a day was not so on it."""
    gloss = """
        Norland closed/close the   port   until  Friday  .
        NNP/GPE VBD          DT    NN     IN     NNP/DATE .
        nsubj:2 ROOT         det:4 dobj:2 prep:2 pobj:5   punct:2
    """
    assert times(gloss, "closed") == ["until Friday"]


def test_day_behind_a_noun() -> None:
    """A day right behind what came before is the day of that."""
    gloss = """
        After  the   vote   Monday     ,       Norland left/leave .
        IN     DT    NN     NNP/DATE   ,       NNP/GPE VBD        .
        prep:7 det:3 pobj:1 npadvmod:7 punct:7 nsubj:7 ROOT       punct:7
    """
    assert times(gloss, "left") == []


@pytest.mark.parametrize(("form", "tag", "expected"), [("ends/end", "VBZ", []), ("ended/end", "VBD", ["last week"])])
def test_over(form: str, tag: str, expected: list[str]) -> None:
    """What is told in the present was not last week."""
    gloss = f"""
        Norland {form}  the   war    last    week       .
        NNP/GPE {tag}   DT    NN     JJ/DATE NN/DATE    .
        nsubj:2 ROOT    det:4 dobj:2 amod:6  npadvmod:2 punct:2
    """
    assert times(gloss, form.partition("/")[0]) == expected


@pytest.mark.parametrize(("verb", "expected"), [("reported/report", []), ("lit/light", ["between May and July"])])
def test_counted(verb: str, expected: list[str]) -> None:
    """What somebody reports between two days is what he counts."""
    gloss = f"""
        Norland {verb}  nine     fires/fire between May     and  July    .
        NNP/GPE VBD     CD       NNS        IN      NNP/DATE CC   NNP/DATE .
        nsubj:2 ROOT    nummod:4 dobj:2     prep:2  pobj:5  cc:6 conj:6  punct:2
    """
    assert times(gloss, verb.partition("/")[0])[:1] == expected


def test_end_of_the_day() -> None:
    """At the end of the day is after all."""
    gloss = """
        At     the     end     of      the     day     ,       Norland left/leave Sudria  .
        IN     DT/DATE NN/DATE IN/DATE DT/DATE NN/DATE ,       NNP/GPE VBD        NNP/GPE .
        prep:9 det:3   pobj:1  prep:3  det:6   pobj:4  punct:9 nsubj:9 ROOT       dobj:9  punct:9
    """
    assert times(gloss, "left") == []


def test_morning_meetings() -> None:
    """Meetings of the morning are of no one morning."""
    gloss = """
        Ana        spoke/speak at     the   morning    meetings/meeting .
        NNP/PERSON VBD         IN     DT    NN/TIME    NNS              .
        nsubj:2    ROOT        prep:2 det:6 compound:6 pobj:3           punct:2
    """
    assert times(gloss, "spoke") == []


def test_beside_a_name() -> None:
    """What an apposition dates is not dated by the verb."""
    gloss = """
        The   test    ,       its    second  this     year       ,       worried/worry Sudria  .
        DT    NN      ,       PRP$   JJ      DT/DATE  NN/DATE    ,       VBD           NNP/GPE .
        det:2 nsubj:9 punct:2 poss:5 appos:2 det:7    npadvmod:5 punct:2 ROOT          dobj:9  punct:9
    """
    assert times(gloss, "worried") == []


def test_day_behind_who_did_it() -> None:
    """A day behind what somebody else said may be the day of that."""
    gloss = """
        Norland echoed/echo words/word by     Sudria  last    week       .
        NNP/GPE VBD         NNS        IN     NNP/GPE JJ/DATE NN/DATE    .
        nsubj:2 ROOT        dobj:2     prep:3 pobj:4  amod:7  npadvmod:2 punct:2
    """
    assert times(gloss, "echoed") == []


@pytest.mark.parametrize(("owner", "relation", "expected"), [("its", "poss", []), ("the", "det", ["last week"])])
def test_day_behind_a_comparison(owner: str, relation: str, expected: list[str]) -> None:
    """A day behind something of somebody's, far from the verb, may be the day of that."""
    gloss = f"""
        Norland left/leave with   a     tone   apart    from   {owner}      course last    week       .
        NNP/GPE VBD        IN     DT    NN     RB       IN     PRP$         NN     JJ/DATE NN/DATE    .
        nsubj:2 ROOT       prep:2 det:5 pobj:3 advmod:5 prep:5 {relation}:9 pobj:7 amod:11 npadvmod:2 punct:2
    """
    assert times(gloss, "left") == expected


def test_week_after_week() -> None:
    """Week after week is no week."""
    gloss = """
        Norland won/win gold    week       after  week   .
        NNP/GPE VBD     NN      NN/DATE    IN     NN     .
        nsubj:2 ROOT    dobj:2  npadvmod:2 prep:2 pobj:5 punct:2
    """
    assert times(gloss, "won") == []


def test_two_days_in_one() -> None:
    """A day that belongs to a noun before it makes no time of the verb."""
    gloss = """
        Norland continued/continue its    march  toward Labour     Day      this    week       .
        NNP/GPE VBD                PRP$   NN     IN     NNP/DATE   NNP/DATE DT/DATE NN/DATE    .
        nsubj:2 ROOT               poss:4 dobj:2 prep:4 compound:7 pobj:5   det:9   npadvmod:2 punct:2
    """
    assert times(gloss, "continued") == []


def test_day_of_an_occasion() -> None:
    """A day behind the occasion of a saying is a time of both."""
    gloss = """
        Norland said/say in     a     note   in     May      .
        NNP/GPE VBD      IN     DT    NN     IN     NNP/DATE .
        nsubj:2 ROOT     prep:2 det:5 pobj:3 prep:5 pobj:6   punct:2
    """
    assert times(gloss, "said") == ["May"]


def test_length_of_an_object() -> None:
    """A comparison behind an object tells how long that is, and no time of what is done to it."""
    gloss = """
        Norland offered/offer leases/lease longer/long than    nine    years/year .
        NNP/GPE VBD           NNS          RBR/DATE    IN/DATE CD/DATE NNS/DATE   .
        nsubj:2 ROOT          dobj:2       advmod:2    prep:4  nummod:7 pobj:5    punct:2
    """
    assert times(gloss, "offered") == []


def test_measure() -> None:
    """Weeks of something that somebody suffers from are the time of that."""
    gloss = """
        Norland bled/bleed from   weeks/week of     talks/talk .
        NNP/GPE VBD        IN     NNS/DATE   IN     NNS        .
        nsubj:2 ROOT       prep:2 pobj:3     prep:4 pobj:5     punct:2
    """
    assert times(gloss, "bled") == []


def test_date_of_the_event_before() -> None:
    """A year behind what something followed is the year of that."""
    gloss = """
        Norland left/leave after  the   war    in     2014    .
        NNP/GPE VBD        IN     DT    NN     IN     CD/DATE .
        nsubj:2 ROOT       prep:2 det:5 pobj:3 prep:2 pobj:6  punct:2
    """
    assert times(gloss, "left") == []


def test_day_of_what_is_made_ready_for() -> None:
    """Who braces for something on a day does so before."""
    gloss = """
        Norland is/be braces/brace for    protests/protest on     Friday   .
        NNP/GPE VBZ   VBG          IN     NNS              IN     NNP/DATE .
        nsubj:3 aux:3 ROOT         prep:3 pobj:4           prep:3 pobj:6   punct:3
    """
    assert times(gloss, "braces") == []


def test_day_behind_a_number() -> None:
    """A number before a day is the end of a name that the parse cut, and a time of day is not."""
    gloss = """
        Norland left/leave {}       Wednesday  .
        NNP/GPE VBD        CD/DATE  NNP/DATE   .
        nsubj:2 ROOT       nummod:4 npadvmod:2 punct:2
    """
    assert times(gloss.format("2770"), "left") == []
    assert times(gloss.format("7"), "left") == ["7 Wednesday"]
