"""Papers that somebody only deals with, and word that comes from somebody."""

from __future__ import annotations

import pytest

from tests.extract.claiming import said
from tests.extract.conftest import parsed, words_of_the_package

LEXICON = words_of_the_package()
SUIT = """
    Norland {} a     suit   saying/say that   Bell       lied/lie .
    NNP/ORG VBD    DT    NN     VBG        IN     NNP/PERSON VBD      .
    nsubj:2 ROOT   det:4 dobj:2 {}     mark:8 nsubj:8    ccomp:5  punct:2
"""


@pytest.mark.parametrize("verb", ["dismissed/dismiss", "received/receive"])
@pytest.mark.parametrize("hung", ["acl:4", "advcl:2"])
def test_suit(verb: str, hung: str) -> None:
    """Who dismisses or receives a suit does not say what it says."""
    assert said(parsed(SUIT.format(verb, hung)), lexicon=LEXICON)[-1] == "a suit | saying | Bell lied"


def test_suit_of_who_files_it() -> None:
    """Who files a suit says what it says."""
    assert said(parsed(SUIT.format("filed/file", "advcl:2")), lexicon=LEXICON)[-1] == "Norland | saying | Bell lied"


@pytest.mark.parametrize(("verb", "heard"), [("comes/come", True), ("helps/help", False)])
def test_word_from_somebody(verb: str, *, heard: bool) -> None:
    """What word comes of is the claim of whom it comes from."""
    doc = parsed(f"""
        Word    {verb} from   Norland that   Bell       left/leave .
        NN      VBZ    IN     NNP/GPE IN     NNP/PERSON VBD        .
        nsubj:2 ROOT   prep:2 pobj:3  mark:7 nsubj:7    ccomp:2    punct:2
    """)
    assert ("Norland | Word | Bell left" in said(doc, lexicon=LEXICON)) is heard


def test_report_from_nobody() -> None:
    """What reports emerge of is the claim of nobody named."""
    doc = parsed("""
        Reports/report emerged/emerge that   Bell       left/leave .
        NNS            VBD            IN     NNP/PERSON VBD        .
        nsubj:2        ROOT           mark:5 nsubj:5    ccomp:2    punct:2
    """)
    assert said(doc, lexicon=LEXICON) == ["? | Reports | Bell left"]
