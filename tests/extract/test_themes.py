"""What is said as the theme of verbs of saying that govern nothing."""

from __future__ import annotations

from kg.extract import extraction
from kg.extract.attribution.themes import THEME
from kg.model import Document, RoleName
from tests.extract.conftest import parse, words_of_the_package

PUT_INTO = """
    The   bridge/bridge ,       Bell/Bell  said/say    ,       will/will open/open in/in  May/May .
    DT    NN            ,       NNP/PERSON VBD         ,       MD        VB        IN     NNP     .
    det:2 nsubj:8       punct:8 nsubj:5    parataxis:8 punct:8 aux:8     ROOT      prep:8 pobj:9  punct:8
"""
QUESTION = """
    “/"      Did/do He/he   sell/sell it     ?/?     ”/"      Bell/Bell  asked/ask .
    ``       VBD    PRP     VB        PRP    .       ''       NNP/PERSON VBD       .
    punct:4  aux:4  nsubj:4 ROOT      dobj:4 punct:4 punct:4  nsubj:9    ROOT      punct:9
"""
AFTERWARDS = """
    The   bridge/bridge fell/fall ,       officials/official said/say .
    DT    NN            VBD       ,       NNS                VBD      .
    det:2 nsubj:3       ccomp:6   punct:6 nsubj:6            ROOT     punct:6
"""
NAMED = """
    the   man/man described/describe by/by   Bell/Bell  as/as  “/"     a     thief/thief who/who  ran/run ”/"
    DT    NN      VBN                IN      NNP/PERSON IN     ``      DT    NN          WP       VBD     ''
    det:2 ROOT    acl:2              agent:3 pobj:4     prep:3 punct:9 det:9 pobj:6      nsubj:11 relcl:9 punct:9
"""


def themes(gloss: str, word: str) -> list[tuple[str, bool]]:
    """The themes of an event, and whether each is given by what is said."""
    doc = parse(gloss)
    found = extraction(doc.parses, Document(name="test", text=doc.text), words_of_the_package())
    event = next(e for e in found.events if e.span.of(doc.text) == word)
    return [(r.words.of(doc.text), r.pattern == THEME) for r in event.roles if r.name is RoleName.THEME]


def test_put_into_its_clause() -> None:
    """What stands on both sides of a verb of saying is one theme."""
    assert themes(PUT_INTO, "said") == [("The bridge, Bell said, will open in May", True)]


def test_behind_a_quotation() -> None:
    """A quotation that the parse makes a sentence of its own is the theme of the verb behind it."""
    assert themes(QUESTION, "asked") == [("Did He sell it", True)]


def test_governed_clause() -> None:
    """A clause that the verb governs is its theme already."""
    assert themes(AFTERWARDS, "said") == [("The bridge fell", False)]


def test_what_somebody_is_called() -> None:
    """What follows *as* is not said, but what somebody is called."""
    assert not any(given for _, given in themes(NAMED, "described"))


SANG = """
    “/“     We/we   won/win ,/,     ”/”     Bell/Bell  sang/sing before/before asking/ask Dahl/Dahl  ,/,
    ``      PRP     VBD     ,       ''      NNP/PERSON VBD       IN            VBG        NNP/PERSON ,
    punct:7 nsubj:3 ccomp:7 punct:7 punct:7 nsubj:7    ROOT      prep:7        pcomp:8    dobj:9     punct:7

    “/“     Why/why   do/do  we/we    go/go   ?/?     ”/”
    ``      WRB       VBP    PRP      VB      .       ''
    punct:7 advmod:16 aux:16 nsubj:16 ccomp:7 punct:7 punct:7
"""


def test_quotation_of_another_verb() -> None:
    """What stands beside the second of two verbs of saying is not said by the first, though the parse has it so."""
    assert "Why do we go" not in [words for words, _ in themes(SANG, "sang")]


def test_behind_who_is_asked() -> None:
    """Between a verb of asking and the question, only who is asked may stand."""
    assert themes(SANG, "asking") == [("Why do we go", True)]
