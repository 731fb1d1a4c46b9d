"""Nouns of events that something else only opens, bars, weighs or would bring, and what is said to be false."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as, stance, undecided, words_of_the_package

WEAK = """
    Norland {}   the    {}     {}     the   arrest of     Bell           .
    NNP/GPE VBD  DT     NN     IN     DT    NN     IN     NNP/PERSON     .
    nsubj:2 ROOT det:4  dobj:2 prep:4 det:7 pobj:5 prep:7 pobj:8         punct:2
"""


@pytest.mark.parametrize(("noun", "preposition"), [("warrant", "for"), ("vote", "on"), ("obstacle", "to")])
def test_led_up_to(noun: str, preposition: str) -> None:
    """What a warrant, a vote or an obstacle is of need not have come, definite as it is."""
    doc = parsed(WEAK.format("saw/see", noun, preposition))
    assert undecided(doc, "arrest")


def test_noun_of_what_was() -> None:
    """The news of something is no such noun."""
    doc = parsed(WEAK.format("heard/hear", "song", "about"))
    assert stance(doc, "arrest", lexicon=words_of_the_package()) == "certain"


OBJECT = """
    Norland {}   the    closure of     the   mine   .
    NNP/GPE VBD  DT     NN      IN     DT    NN     .
    nsubj:2 ROOT det:4  dobj:2  prep:4 det:7 pobj:5 punct:2
"""


@pytest.mark.parametrize("verb", ["halted/halt", "risked/risk", "weighed/weigh", "rejected/reject"])
def test_definite_object_that_need_not_be(verb: str) -> None:
    """What is halted, risked, weighed or turned down is not told to have come about."""
    assert undecided(parsed(OBJECT.format(verb)), "closure")


def test_weighed() -> None:
    """Sanctions that somebody considers are to come, if at all."""
    doc = parsed("""
        Norland is/be considers/consider sanctions/sanction .
        NNP/GPE VBZ   VBG                NNS                .
        nsubj:3 aux:3 ROOT               dobj:3             punct:3
    """)
    assert read_as(doc, "sanctions") == "unknown future"


@pytest.mark.parametrize(("modal", "expected"), [("could/MD", "possible"), ("did/VBD", "certain")])
def test_entailed(modal: str, expected: str) -> None:
    """What something could lead to is no more than possible; what it led to is there."""
    word, tag = modal.split("/")
    doc = parsed(f"""
        It      {word} lead to     the   release of     Bell       .
        PRP     {tag}  VB   IN     DT    NN      IN     NNP/PERSON .
        nsubj:3 aux:3  ROOT prep:3 det:6 pobj:4  prep:6 pobj:7     punct:3
    """)
    assert stance(doc, "release", lexicon=words_of_the_package()).split()[-1] == expected


def test_stopped_short() -> None:
    """Who stops short of an attack does not attack; what is two games short of it does not deny it."""
    gloss = """
        Norland {}   short    of     an    attack .
        NNP/GPE VBD  RB       IN     DT    NN     .
        nsubj:2 ROOT advmod:2 prep:2 det:6 pobj:4 punct:2
    """
    assert read_as(parsed(gloss.format("stopped/stop")), "attack") == "not certain"
    assert read_as(parsed(gloss.format("was/be")), "attack") == "certain"


FALSE = """
    Reports/report that   Bell       left/leave {}   {}  .
    NNS            IN     NNP/PERSON VBD        VBD  JJ  .
    nsubj:5        mark:4 nsubj:4    acl:1      ROOT {}  punct:5
"""


@pytest.mark.parametrize(
    ("verb", "predicate", "dep", "expected"),
    [
        ("were/be", "bogus", "acomp:5", "not certain"),
        ("proved/prove", "false", "oprd:5", "not certain"),
        ("were/be", "alarming", "acomp:5", "alleged possible"),
    ],
)
def test_refuted(verb: str, predicate: str, dep: str, expected: str) -> None:
    """Reports that prove false deny what they told."""
    assert read_as(parsed(FALSE.format(verb, predicate, dep)), "left") == expected


def test_relative_of_a_hoax() -> None:
    """A story that was a hoax tells nothing, though the parse takes it for a story that somebody told."""
    doc = parsed("""
        The   story   that   he      died/die was/be a     hoax   .
        DT    NN      WDT    PRP     VBD      VBD    DT    NN     .
        det:2 nsubj:6 dobj:5 nsubj:5 relcl:2  ROOT   det:8 attr:6 punct:6
    """)
    assert undecided(doc, "died")


@pytest.mark.parametrize(
    ("verb", "expected"), [("foiled/foil", "not certain"), ("unveiled/unveil", "promised probable future")]
)
def test_foiled(verb: str, expected: str) -> None:
    """What others foiled did not come about."""
    doc = parsed(f"""
        Police  {verb} a     plan   to    attack the   port   .
        NNS     VBD    DT    NN     TO    VB     DT    NN     .
        nsubj:2 ROOT   det:4 dobj:2 aux:6 acl:4  det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "attack") == expected


def test_could_foil() -> None:
    """What somebody could foil may come about."""
    doc = parsed("""
        Police  could foil a     plan   to    attack the   port   .
        NNS     MD    VB   DT    NN     TO    VB     DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 aux:7 acl:5  det:9 dobj:7 punct:3
    """)
    assert not read_as(doc, "attack").startswith("not")


def test_accused_of_a_noun() -> None:
    """What somebody is accused of is alleged, though the parse gives it to the accused."""
    doc = parsed("""
        Norland accused/accuse the   army   of     murder .
        NNP/GPE VBD            DT    NN     IN     NN     .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 pobj:5 punct:2
    """)
    assert read_as(doc, "murder") == "alleged certain"


GUILTY = """
    Bell        {}        found/find {}     guilty of     robbing/rob it     .
    NNP/PERSON  {}        VBN        RB     JJ     IN     VBG         PRP    .
    nsubjpass:3 auxpass:3 ROOT       {}:5   oprd:3 prep:5 pcomp:6     dobj:7 punct:3
"""


@pytest.mark.parametrize(
    ("word", "tag", "adverb", "dep", "expected"),
    [
        ("was/be", "VBD", "very", "advmod", "certain"),
        ("was/be", "VBD", "not", "neg", "not certain"),
    ],
)
def test_guilty(word: str, tag: str, adverb: str, dep: str, expected: str) -> None:
    """Of what somebody is found not guilty he has not done."""
    assert read_as(parsed(GUILTY.format(word, adverb, tag, dep)), "robbing") == expected


def test_plea_to_come() -> None:
    """Who is asked to plead guilty has not said so yet."""
    doc = parsed("""
        They    asked/ask him    to      plead   guilty  .
        PRP     VBD       PRP    TO      VB      JJ      .
        nsubj:2 ROOT      dobj:2 aux:5   xcomp:2 acomp:5 punct:2
    """)
    assert stance(doc, "guilty", lexicon=words_of_the_package()) == "unknown future"


@pytest.mark.parametrize(("preposition", "noun"), [("under", "discussion"), ("in", "doubt")])
def test_said_to_be_a_prospect(preposition: str, noun: str) -> None:
    """A sale that is under discussion is none yet."""
    doc = parsed(f"""
        The   sale    of     mines/mine is/be {preposition} {noun} .
        DT    NN      IN     NNS        VBZ   IN            NN     .
        det:2 nsubj:5 prep:2 pobj:3     ROOT  prep:5        pobj:6 punct:5
    """)
    assert undecided(doc, "sale")


@pytest.mark.parametrize(("preposition", "expected"), [("for", True), ("by", False)])
def test_set_for_a_day(preposition: str, expected: bool) -> None:  # noqa: FBT001 (what the parameters say)
    """A sale that was set for a day is none yet."""
    doc = parsed(f"""
        The   sale        was/be    set    {preposition} Monday   .
        DT    NN          VBD       VBN    IN            NNP/DATE .
        det:2 nsubjpass:4 auxpass:4 ROOT   prep:4        pobj:5   punct:4
    """)
    assert undecided(doc, "sale") is expected


def test_against_doing() -> None:
    """Who is against doing something does not do it."""
    doc = parsed("""
        Bell       is/be against meeting/meet them   .
        NNP/PERSON VBZ   IN      VBG          PRP    .
        nsubj:2    ROOT  prep:2  pcomp:3      dobj:4 punct:2
    """)
    assert undecided(doc, "meeting")


def test_denied_plan() -> None:
    """Who denies a plan promises nothing."""
    doc = parsed("""
        Bell       denied/deny that   they    planned/plan to    leave   .
        NNP/PERSON VBD         IN     PRP     VBD          TO    VB      .
        nsubj:2    ROOT        mark:5 nsubj:5 ccomp:2      aux:7 xcomp:5 punct:2
    """)
    assert not read_as(doc, "leave").startswith("promised")
