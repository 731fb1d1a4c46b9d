"""Clauses on whom something hurt: hung on what hurt them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles, words_of_the_package
from tests.extract.repairing import mended, place

WORDS = words_of_the_package()

RAID = """
    The   {}      {}     the   {}     that    killed/kill two      ended/end .
    DT    NN      IN     DT    NN     WDT     VBD         CD       VBD       .
    det:2 nsubj:9 prep:2 det:5 pobj:3 nsubj:7 relcl:5     dobj:7   ROOT      punct:9
"""


@pytest.mark.parametrize(("deed", "where", "place_of_it"), [("raid", "on", "school"), ("blaze", "near", "market")])
def test_place_of_a_deed(deed: str, where: str, place_of_it: str) -> None:
    """A raid kills, and no school does; a blaze, and no market."""
    doc = mended(RAID.format(deed, where, place_of_it), WORDS)
    assert place(doc, "killed") == ("relcl", deed)


def test_those_who_kill() -> None:
    """Rebels kill, whatever is done to them."""
    assert place(mended(RAID.format("raid", "on", "militia"), WORDS), "killed") == ("relcl", "militia")


def test_place_of_no_deed() -> None:
    """Nothing above the place kills."""
    assert place(mended(RAID.format("house", "near", "market"), WORDS), "killed") == ("relcl", "market")


def test_time_of_a_deed() -> None:
    """The deed that is spoken of kills, and no feast during it, though the parse has that under the verb."""
    doc = mended(
        """
        Bell       deplored/deplore the   raid   during a     feast  which   killed/kill two    .
        NNP/PERSON VBD              DT    NN     IN     DT    NN     WDT     VBD         CD     .
        nsubj:2    ROOT             det:4 dobj:2 prep:2 det:7 pobj:5 nsubj:9 relcl:7     dobj:9 punct:2
        """,
        WORDS,
    )
    assert place(doc, "killed") == ("relcl", "raid")


DEPLORED = """
    Bell       {}   the   raid   ,       killing/kill two    .
    NNP/PERSON VBD  DT    NN     ,       VBG          CD     .
    nsubj:2    ROOT det:4 dobj:2 punct:2 advcl:2      dobj:6 punct:2
"""


def test_outcome_of_what_is_deplored() -> None:
    """Who deplores a raid has killed nobody."""
    doc = mended(DEPLORED.format("deplored/deplore"), WORDS)
    assert place(doc, "killing") == ("acl", "raid")
    assert "actor: Bell" not in roles(doc, "killing")


def test_outcome_of_what_is_done() -> None:
    """Who leads a raid has killed those who died in it."""
    assert place(mended(DEPLORED.format("led/lead"), WORDS), "killing") == ("advcl", "led")
