"""What is told of a kind, of anybody, of whenever something is so, or in a tale."""

from __future__ import annotations

import pytest

from kg.extract.factuality import of_verb
from tests.extract.conftest import parsed, read_as, token, undecided, words_of_the_package

WHEN = """
    When     {subject} {lose}  ,       Ana        {blames} Sudria  .
    WRB      {tag}     {form}  ,       NNP/PERSON {told}   NNP/GPE .
    advmod:3 nsubj:3   advcl:6 punct:6 nsubj:6    ROOT     dobj:6  punct:6
"""


@pytest.mark.parametrize(
    ("subject", "tag", "lose", "form", "blames", "told", "expected"),
    [
        ("banks/bank", "NNS", "fail", "VBP", "sells/sell", "VBZ", "conditional unknown"),
        ("Norland", "NNP/GPE", "loses/lose", "VBZ", "sells/sell", "VBZ", "conditional unknown"),
        ("Norland", "NNP/GPE", "lost/lose", "VBD", "sold/sell", "VBD", "certain"),
    ],
)
def test_when(  # noqa: PLR0913, PLR0917 (the words of the gloss)
    subject: str, tag: str, lose: str, form: str, blames: str, told: str, expected: str
) -> None:
    """What is so whenever something is, is a rule, and so is that; what was so then, was."""
    doc = parsed(WHEN.format(subject=subject, tag=tag, lose=lose, form=form, blames=blames, told=told))
    assert read_as(doc, lose.partition("/")[0]) == expected
    assert read_as(doc, blames.partition("/")[0]) == expected


def test_when_it_comes_to() -> None:
    """What it comes to is only what something is about."""
    doc = parsed("""
        Ana        sells/sell it     when     it      comes/come to     paying/pay debts/debt .
        NNP/PERSON VBZ        PRP    WRB      PRP     VBZ        IN=ADP VBG        NNS        .
        nsubj:2    ROOT       dobj:2 advmod:6 nsubj:6 advcl:2    prep:6 pcomp:7    dobj:8     punct:2
    """)
    assert read_as(doc, "sells") == "certain"
    assert undecided(doc, "paying")


def test_in_an_era_when() -> None:
    """A time of which *when* tells more is one time."""
    doc = parsed("""
        Ana        leads/lead Norland in     an    era    when     banks/bank fail    .
        NNP/PERSON VBZ        NNP/GPE IN     DT    NN     WRB      NNS        VBP     .
        nsubj:2    ROOT       dobj:2  prep:2 det:6 pobj:4 advmod:9 nsubj:9    advcl:2 punct:2
    """)
    assert read_as(doc, "leads") == "certain"


def test_faces() -> None:
    """What somebody faces for a verdict comes with it."""
    doc = parsed("""
        Ana        faces/face prison when     she         is/be     sentenced/sentence .
        NNP/PERSON VBZ        NN     WRB      PRP         VBZ       VBN                .
        nsubj:2    ROOT       dobj:2 advmod:7 nsubjpass:7 auxpass:7 advcl:2            punct:2
    """)
    assert read_as(doc, "faces") == "certain"
    assert read_as(doc, "sentenced") == "certain future"


def test_anyone() -> None:
    """Of whoever does something nobody says that there is one."""
    doc = parsed("""
        Anyone  who     can   not   pay     leaves/leave .
        NN=PRON WP      MD    RB    VB      VBZ          .
        nsubj:6 nsubj:5 aux:5 neg:5 relcl:1 ROOT         punct:6
    """)
    assert undecided(doc, "pay")
    assert undecided(doc, "leaves")


def test_anyone_asked() -> None:
    """Who asks anyone to do something has asked."""
    doc = parsed("""
        Anyone      is/be     urged/urge to    call    .
        NN=PRON     VBZ       VBN        TO    VB      .
        nsubjpass:3 auxpass:3 ROOT       aux:5 xcomp:3 punct:3
    """)
    assert read_as(doc, "urged") == "certain"


def test_effort() -> None:
    """A kind that tries nothing else does what kinds do."""
    doc = parsed("""
        Banks/bank try  again    .
        NNS        VBP  RB       .
        nsubj:2    ROOT advmod:2 punct:2
    """)
    assert read_as(doc, "try") == "unknown"


@pytest.mark.parametrize(("noun", "told"), [("song", False), ("report", True)])
def test_tale(noun: str, told: bool) -> None:  # noqa: FBT001 (the expectation)
    """What happens in a song does not happen."""
    doc = parsed(f"""
        Ana        played/play a     {noun} about  a     sailor who     loses/lose a      boat    .
        NNP/PERSON VBD         DT    NN     IN     DT    NN     WP      VBZ        DT     NN      .
        nsubj:2    ROOT        det:4 dobj:2 prep:4 det:7 pobj:5 nsubj:9 relcl:7    det:11 dobj:9  punct:2
    """)
    assert undecided(doc, "loses") is not told


def test_in_the_film() -> None:
    """In a film somebody does what nobody did."""
    doc = parsed("""
        In     the   film   a     man     kills/kill a     king   .
        IN     DT    NN     DT    NN      VBZ        DT    NN     .
        prep:6 det:3 pobj:1 det:5 nsubj:6 ROOT       det:8 dobj:6 punct:6
    """)
    assert undecided(doc, "kills")


# ------------------------------------------------------------------------------------------------ implied, refused


def test_not_helped() -> None:
    """Who was not helped to leave may have left."""
    doc = parsed("""
        Ana        did/do not   force Norland to    leave   the   union  .
        NNP/PERSON VBD    RB    VB    NNP/GPE TO    VB      DT    NN     .
        nsubj:4    aux:4  neg:4 ROOT  dobj:4  aux:7 xcomp:4 det:9 dobj:7 punct:4
    """)
    assert undecided(doc, "leave")


@pytest.mark.parametrize(
    ("subject", "tag", "expected"), [("he", "PRP", "not certain"), ("it", "PRP", "not probable future")]
)
def test_refused(subject: str, tag: str, expected: str) -> None:
    """That somebody would not do it may be why something was done; what a thing would not do was to come."""
    doc = parsed(f"""
        Norland left/leave because/because {subject} would not   pay     .
        NNP/GPE VBD        IN              {tag}     MD    RB    VB      .
        nsubj:2 ROOT       mark:7          nsubj:7   aux:7 neg:7 advcl:2 punct:2
    """)
    assert read_as(doc, "pay") == expected


def test_came_but_would_not() -> None:
    """What somebody who did something would not do he did not do."""
    doc = parsed("""
        Ana        came/come but  would not   sign   .
        NNP/PERSON VBD       CC   MD    RB    VB     .
        nsubj:2    ROOT      cc:2 aux:6 neg:6 conj:2 punct:2
    """)
    assert read_as(doc, "sign") == "not certain"


def test_what_needs_to_be_done() -> None:
    """What is needed is asked for."""
    doc = parsed("""
        What     is/be   needed/need is/be that   Norland leaves/leave .
        WP       VBZ     VBN         VBZ   IN     NNP/GPE VBZ          .
        nsubj:3  aux:3   csubj:4     ROOT  mark:7 nsubj:7 ccomp:4      punct:4
    """)
    assert read_as(doc, "leaves") == "requested unknown future"


def test_expected_under_a_condition() -> None:
    """What is expected if something is so is under the condition."""
    doc = parsed("""
        If     Norland loses/lose ,       Sudria      is/be     expected/expect to    leave   .
        IN     NNP/GPE VBZ        ,       NNP/GPE     VBZ       VBN             TO    VB      .
        mark:3 nsubj:3 advcl:7    punct:7 nsubjpass:7 auxpass:7 ROOT            aux:9 xcomp:7 punct:7
    """)
    assert read_as(doc, "leave") == "conditional unknown future"


def test_was_only_to() -> None:
    """What something was only to do is what it was for."""
    doc = parsed("""
        Her    letter  was/be only     to    mock    Norland .
        PRP$   NN      VBD    RB       TO    VB      NNP/GPE .
        poss:2 nsubj:3 ROOT   advmod:6 aux:6 xcomp:3 dobj:6  punct:3
    """)
    assert undecided(doc, "mock")


def test_supposed_of_one_of_several() -> None:
    """Of a man or a woman for whom somebody would vote nobody says that there is one."""
    doc = parsed("""
        Would you     vote for    a     Norlander who     lied/lie ?
        MD    PRP     VB   IN     DT    NNP/NORP  WP      VBD      .
        aux:3 nsubj:3 ROOT prep:3 det:6 pobj:4    nsubj:8 relcl:6  punct:3
    """)
    assert undecided(doc, "lied")


def test_leader_who_is_needed() -> None:
    """Who is needed need not be there."""
    doc = parsed("""
        We      need/need a     leader who     listens/listen .
        PRP     VBP       DT    NN     WP      VBZ            .
        nsubj:2 ROOT      det:4 dobj:2 nsubj:6 relcl:4        punct:2
    """)
    assert undecided(doc, "listens")


def test_trouble() -> None:
    """Who has trouble doing something may not do it."""
    doc = parsed("""
        Norland had/have trouble selling/sell ships/ship .
        NNP/GPE VBD      NN      VBG          NNS        .
        nsubj:2 ROOT     dobj:2  acl:3        dobj:4     punct:2
    """)
    assert read_as(doc, "selling") == "unknown"


@pytest.mark.parametrize(
    ("thing", "tag", "expected"), [("you", "PRP", "not unknown"), ("Ana", "NNP/PERSON", "not certain")]
)
def test_people_and_you(thing: str, tag: str, expected: str) -> None:
    """What people do not think of you they think of nobody."""
    doc = parsed(f"""
        People/people do    not   believe {thing} .
        NNS           VBP   RB    VB      {tag}   .
        nsubj:4       aux:4 neg:4 ROOT    dobj:4  punct:4
    """)
    assert read_as(doc, "believe") == expected


def test_each_time() -> None:
    """What is so each time something is, is a rule."""
    doc = parsed("""
        Every time       you     lose    ,       they    sell .
        DT    NN         PRP     VBP     ,       PRP     VBP  .
        det:2 npadvmod:7 nsubj:4 relcl:2 punct:7 nsubj:7 ROOT punct:7
    """)
    assert read_as(doc, "sell") == "conditional unknown"
    assert read_as(doc, "lose") == "conditional unknown"


def test_mentioned() -> None:
    """What somebody mentions doing may be an idea."""
    lexicon = words_of_the_package()
    doc = parsed("""
        Ana        mentioned/mention selling/sell ships/ship .
        NNP/PERSON VBD               VBG          NNS        .
        nsubj:2    ROOT              xcomp:2      dobj:3     punct:2
    """)
    assert of_verb(token(doc, "selling"), lexicon).undecided


def test_goal_reached() -> None:
    """What was the goal that somebody reached has come about."""
    doc = parsed("""
        Norland reached/reach its    goal   of     hiring/hire guards/guard .
        NNP/GPE VBD           PRP$   NN     IN     VBG         NNS          .
        nsubj:2 ROOT          poss:4 dobj:2 prep:4 pcomp:5     dobj:6       punct:2
    """)
    assert read_as(doc, "hiring") == "certain"


def test_when_i_look() -> None:
    """What somebody says that he looks at he looks at."""
    doc = parsed("""
        When     I       look    at     banks/bank ,       I       worry .
        WRB      PRP     VBP     IN     NNS        ,       PRP     VBP   .
        advmod:3 nsubj:3 advcl:8 prep:3 pobj:4     punct:8 nsubj:8 ROOT  punct:8
    """)
    assert read_as(doc, "look") == "certain"
