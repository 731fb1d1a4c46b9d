"""What somebody recalls others doing, and what is said within what somebody says."""

from __future__ import annotations

import pytest

from kg.model import Quotation
from tests.extract.claiming import claims, said
from tests.extract.conftest import parsed, words_of_the_package

RECALLED = """
    Ana        {}   Bell       closing/close the   mine   .
    NNP/PERSON VBD  NNP/PERSON VBG           DT    NN     .
    nsubj:2    ROOT dobj:2     advcl:2       det:6 dobj:4 punct:2
"""
APART = """
    Ana        recalled/recall Bell       ,       closing/close the   mine   .
    NNP/PERSON VBD             NNP/PERSON ,       VBG           DT    NN     .
    nsubj:2    ROOT            dobj:2     punct:2 advcl:2       det:7 dobj:5 punct:2
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RECALLED.format("recalled/recall"), ["Ana | recalled | closing the mine"]),
        (RECALLED.format("met/meet"), []),
        (APART, []),
    ],
)
def test_recalled(text: str, expected: list[str]) -> None:
    """Who recalls somebody doing something tells it; not who meets him, or recalls him while doing so."""
    assert [each for each in said(parsed(text), lexicon=words_of_the_package()) if "closing" in each] == expected


def test_retold() -> None:
    """What a speaker says that another said is no direct quotation of the other."""
    doc = parsed("""
        “       Bell       said/say Norland left/leave ”       ,       Cole       added/add .
        ``      NNP/PERSON VBD      NNP/GPE VBD        ''      ,       NNP/PERSON VBD       .
        punct:9 nsubj:3    ccomp:9  nsubj:5 ccomp:3    punct:9 punct:9 nsubj:9    ROOT      punct:9
    """)
    found = {a.authority.of(doc.text): a.quotation for a in claims(doc) if a.authority is not None}
    assert found == {"Bell": Quotation.INDIRECT, "Cole": Quotation.DIRECT}


def test_recited() -> None:
    """What stands between marks of its own there is."""
    doc = parsed("""
        “        Bell     said/say ,       ‘       Norland left/leave ’       ”        ,        Cole     added/add
        ``       NNP      VBD      ,       ``      NNP/GPE VBD        ''      ''       ,        NNP      VBD
        punct:12 nsubj:3  ccomp:12 punct:3 punct:7 nsubj:7 ccomp:3    punct:7 punct:12 punct:12 nsubj:12 ROOT
    """)
    found = {a.authority.of(doc.text): a.quotation for a in claims(doc) if a.authority is not None}
    assert found == {"Bell": Quotation.DIRECT, "Cole": Quotation.DIRECT}


SAID_IT = """
    Bell       said/say {what}     twice    ,       Norland left/leave .
    NNP/PERSON VBD      {tag}      RB       ,       NNP/GPE VBD        .
    nsubj:2    ROOT     {dep}:2    advmod:2 punct:2 nsubj:7 ccomp:2    punct:2
"""


@pytest.mark.parametrize(
    ("what", "tag", "dep", "expected"),
    [("it", "PRP", "dobj", []), ("loudly", "RB", "advmod", ["Bell | said | Norland left"])],
)
def test_said_it(what: str, tag: str, dep: str, expected: list[str]) -> None:
    """A clause behind "said it" is no object of the saying."""
    assert said(parsed(SAID_IT.format(what=what, tag=tag, dep=dep))) == expected


TALE = """
    Cole       knew/know the   {}     Ana        told/tell about  a     man    who/who sang/sing .
    NNP/PERSON VBD       DT    NN     NNP/PERSON VBD       IN     DT    NN     WP      VBD       .
    nsubj:2    ROOT      det:4 dobj:2 nsubj:6    relcl:4   prep:6 det:9 pobj:7 nsubj:11 relcl:9  punct:2
"""


@pytest.mark.parametrize(("noun", "told"), [("story", True), ("clerk", False)])
def test_tale(noun: str, told: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What a story tells that somebody told is his word."""
    found = said(parsed(TALE.format(noun)), lexicon=words_of_the_package())
    assert ("Ana | told | who sang" in found) is told
