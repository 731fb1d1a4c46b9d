"""What somebody sees or calls a thing, and what only shows that something is so."""

from __future__ import annotations

from kg.extract.attribution import ABOUT
from tests.extract.claiming import claims, said
from tests.extract.conftest import parsed, words_of_the_package

SEEN = """
    Miners/miner {verb} the   deal   as     {a} way    to    win    time   .
    NNS          VBP       DT    NN     IN     DT    NN     TO    VB     NN     .
    nsubj:2      ROOT      det:4 dobj:2 prep:2 det:7 pobj:5 aux:9 acl:7  dobj:9 punct:2
"""


def test_what_a_thing_is_seen_as() -> None:
    """What somebody sees a thing as is his word."""
    doc = parsed(SEEN.format(verb="see", a="a"))
    assert said(doc, lexicon=words_of_the_package()) == ["Miners | see | a way to win time"]


def test_what_a_thing_is_used_as() -> None:
    """What it is used as is nobody's view."""
    doc = parsed(SEEN.format(verb="use", a="a"))
    assert said(doc, lexicon=words_of_the_package()) == []


CALLED = """
    Bell       began/begin with   what   critics/critic called/call an    old    trick  {colon} blaming/blame
    NNP/PERSON VBD         IN     WP     NNS            VBD         DT    JJ     NN     :       VBG
    nsubj:2    ROOT        prep:2 dobj:6 nsubj:6        pcomp:3     det:9 amod:9 oprd:6 punct:2 advcl:2
    Norland .
    NNP/GPE .
    dobj:11 punct:2
"""


def test_what_a_colon_adds_to_what_it_is_called() -> None:
    """What a colon adds to what somebody calls a thing is his word."""
    doc = parsed(CALLED.format(colon=":"))
    assert "critics | called | blaming Norland" in said(doc, lexicon=words_of_the_package())


def test_no_colon_behind_what_it_is_called() -> None:
    """Without a colon it is the writer's."""
    doc = parsed(CALLED.format(colon=","))
    assert "critics | called | blaming Norland" not in said(doc, lexicon=words_of_the_package())


SHOWN = """
    Bell       's     {thing} confirms/confirm that    Norland lost/lose .
    NNP/PERSON POS    NN      VBZ              IN      NNP/GPE VBD       .
    poss:3     case:1 nsubj:4 ROOT             mark:7  nsubj:7 ccomp:4   punct:4
"""


def test_a_deed_says_nothing() -> None:
    """What a deed goes to show is claimed by nobody."""
    found = claims(parsed(SHOWN.format(thing="performance")), lexicon=words_of_the_package())
    assert [each.pattern for each in found] == [ABOUT]


def test_a_report_says_something() -> None:
    """What is written can say so."""
    doc = parsed(SHOWN.format(thing="report"))
    assert said(doc, lexicon=words_of_the_package()) == ["Bell's report | confirms | Norland lost"]


BLAMED = """
    Bell       {does} {not}  blast/blast Norland for    losing/lose time   .
    NNP/PERSON VBZ    RB     VB          NNP/GPE IN     VBG         NN     .
    nsubj:4    aux:4  {dep}:4 ROOT        dobj:4  prep:4 pcomp:6     dobj:7 punct:4
"""


def test_nobody_is_blamed() -> None:
    """Who does not blame somebody for a deed does not say that he did it."""
    told = [
        {each.pattern for each in claims(parsed(BLAMED.format(**words)), lexicon=words_of_the_package())}
        for words in (
            {"does": "does/do", "not": "not", "dep": "neg"},
            {"does": "does/do", "not": "now", "dep": "advmod"},
        )
    ]
    assert told == [{ABOUT}, {ABOUT, "said to be"}]
