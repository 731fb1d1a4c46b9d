"""What a verb acts on in quotation marks and in a passive, and what a negation is not meant of."""

from __future__ import annotations

from tests.extract.conftest import event, parsed, roles

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
