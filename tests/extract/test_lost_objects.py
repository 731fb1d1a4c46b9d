"""What a verb acts on in quotation marks and in a passive, and what a negation is not meant of."""

from __future__ import annotations

import pytest

from tests.extract.conftest import event, events_of_the_package, parsed, roles, token

MEANS = """
    Nobody  wins/win by     cheating/cheat .
    NN      VBZ      IN     VBG            .
    nsubj:2 ROOT     prep:2 pcomp:3        punct:2
"""


def test_denied_of_a_means() -> None:
    """Who does not win by some means may win all the same: nothing tells whether he does."""
    assert event(parsed(MEANS), "wins").undecided


def test_object_of_a_passive() -> None:
    """What a passive hands over is told beside who has it."""
    gloss = """
        Bell        was/be    given/give a     tour   .
        NNP/PERSON  VBD       VBN        DT    NN     .
        nsubjpass:3 auxpass:3 ROOT       det:5 dobj:3 punct:3
    """
    assert roles(parsed(gloss), "given") == ["recipient: Bell", "theme: a tour"]


def test_quoted_object() -> None:
    """What somebody attacks is told though it stands between quotation marks."""
    gloss = """
        Bell       attacked/attack “~      the   cruel  law    ”       .
        NNP/PERSON VBD             ``      DT    JJ     NN     ''      .
        nsubj:2    ROOT            punct:6 det:6 amod:6 dobj:2 punct:6 punct:2
    """
    assert roles(parsed(gloss), "attacked")[1:] == ["theme: the cruel law"]


@pytest.mark.parametrize(
    ("verb", "lacking"), [("constituted/constitute", True), ("relied/rely", True), ("slept/sleep", False)]
)
def test_verb_that_lacks_its_complement(verb: str, lacking: bool) -> None:  # noqa: FBT001
    """A verb that has an object or a preposition nearly always says nothing without."""
    doc = parsed(f"""
        Miners  {verb} yesterday/yesterday .
        NNS     VBD    NN/DATE             .
        nsubj:2 ROOT   npadvmod:2          punct:2
    """)
    place = token(doc, verb.partition("/")[0]).idx
    found = next(each for each in events_of_the_package(doc) if each.span.start == place)
    assert found.lacking is lacking


@pytest.mark.parametrize(("word", "undecided"), [("unless", True), ("while", False)])
def test_limit_of_what_is_denied(word: str, undecided: bool) -> None:  # noqa: FBT001
    """Who does not act unless he is paid may act."""
    doc = parsed(f"""
        Miners  did/do  not   dig/dig {word} owners/owner paid/pay .
        NNS     VBD=AUX RB    VB      IN     NNS          VBD      .
        nsubj:4 aux:4   neg:4 ROOT    mark:7 nsubj:7      advcl:4  punct:4
    """)
    assert event(doc, "dig").undecided is undecided


@pytest.mark.parametrize(("who", "undecided"), [("bakers/baker", True), ("Bell", False)])
def test_those_of_whom_it_is_denied(who: str, undecided: bool) -> None:  # noqa: FBT001
    """Who does not charge those who cannot pay may charge others; who a name names, a clause only describes."""
    tag = "NNP/PERSON" if who == "Bell" else "NNS"
    doc = parsed(f"""
        Miners  did/do  not   charge/charge {who}  who     lost/lose .
        NNS     VBD=AUX RB    VB            {tag}  WP      VBD       .
        nsubj:4 aux:4   neg:4 ROOT          dobj:4 nsubj:7 relcl:5   punct:4
    """)
    place = token(doc, "charge").idx
    found = next(each for each in events_of_the_package(doc) if each.span.start == place)
    assert found.undecided is undecided
