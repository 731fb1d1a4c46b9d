"""Quotation marks, paired paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.quotes import in_quotes, introduce, quotes
from tests.extract.conftest import LEXICON, parsed, token, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def texts(doc: Doc) -> list[str]:
    """The words of each quotation."""
    return [doc[quote.start : quote.end].text for quote in quotes(doc)]


def test_words_between_the_marks() -> None:
    """A quotation is what stands between its marks."""
    doc = parsed("""
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    assert texts(doc) == ["We will not leave,"]


@pytest.mark.parametrize(("opening", "closing"), [("„", "”"), ("«", "»"), ('"', '"')])
def test_other_marks(opening: str, closing: str) -> None:
    """Typographic, French and straight marks do the same."""
    gloss = """
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """
    doc = parsed(gloss.replace("“", opening).replace("”", closing))
    assert texts(doc) == ["We will not leave,"]


def test_two_quotations() -> None:
    """A sentence can hold two."""
    doc = parsed("""
        “       We      will  leave   ,       ”       the   minister said/say ,       “       and  come   back
        ``      PRP     MD    VB      ,       ''      DT    NN       VBD      ,       ``      CC   VB     RB
        punct:9 nsubj:4 aux:4 ccomp:9 punct:9 punct:9 det:8 nsubj:9  ROOT     punct:9 punct:9 cc:9 conj:9 advmod:13

        .       ”
        .       ''
        punct:9 punct:9
    """)
    assert texts(doc) == ["We will leave,", "and come back."]


def test_single_word_is_no_quotation() -> None:
    """A word in marks, without a verb, is a name or a doubt."""
    doc = parsed("""
        The   “       peace      plan    ”       failed/fail .
        DT    ``      NN         NN      ''      VBD         .
        det:4 punct:4 compound:4 nsubj:6 punct:4 ROOT        punct:6
    """)
    assert texts(doc) == []


def test_short_quotation_with_a_verb() -> None:
    """Few words are speech when they have a verb."""
    doc = parsed("""
        “       We      won/win ,       ”       the   minister said/say .
        ``      PRP     VBD     ,       ''      DT    NN       VBD      .
        punct:8 nsubj:3 ccomp:8 punct:8 punct:8 det:7 nsubj:8  ROOT     punct:8
    """)
    assert texts(doc) == ["We won,"]


def test_unclosed_quotation_goes_to_the_end_of_its_paragraph() -> None:
    """Long quotations open every paragraph and close the last; none runs into the next paragraph."""
    doc = parsed(
        """
        “       We      will  not   leave .
        ``      PRP     MD    RB    VB    .
        punct:5 nsubj:5 aux:5 neg:5 ROOT  punct:5
    """,
        """
        The   minister voted/vote .
        DT    NN       VBD        .
        det:2 nsubj:3  ROOT       punct:3
    """,
    )
    assert texts(doc) == ["We will not leave."]


def test_empty_marks_are_no_quotation() -> None:
    """Two marks side by side hold nothing."""
    doc = parsed("""
        The   minister voted/vote “       ”       .
        DT    NN       VBD        ``      ''      .
        det:2 nsubj:3  ROOT       punct:3 punct:3 punct:3
    """)
    assert texts(doc) == []


def test_token_in_quotes() -> None:
    """A token knows whether it stands between marks."""
    doc = parsed("""
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    assert in_quotes(token(doc, "leave"))
    assert not in_quotes(token(doc, "said"))


def test_token_outside_the_blocks_is_not_in_quotes() -> None:
    """What stands in no block is not read."""
    doc = parsed("""
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    doc.spans["blocks"] = []
    assert not in_quotes(token(doc, "leave"))


def test_single_marks() -> None:
    """Single typographic marks quote too."""
    doc = parsed("""
        ‘        We      will  not   leave    ,        ’        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    assert texts(doc) == ["We will not leave,"]


def test_apostrophe() -> None:
    """An apostrophe closes no quotation, and opens none."""
    doc = parsed("""
        The   ministers/minister ’      aides/aide left/leave the   hall   .
        DT    NNS                POS    NNS        VBD        DT    NN     .
        det:2 poss:4             case:2 nsubj:5    ROOT       det:7 dobj:5 punct:5
    """)
    assert texts(doc) == []


def test_single_mark_that_nothing_closes() -> None:
    """A single mark alone is an apostrophe, and no quotation that goes on."""
    doc = parsed("""
        ‘       We      will  not   leave .
        ``      PRP     MD    RB    VB    .
        punct:5 nsubj:5 aux:5 neg:5 ROOT  punct:5
    """)
    assert texts(doc) == []


def test_closing_mark_at_the_head_of_a_paragraph() -> None:
    """A closing mark that a paragraph begins with was meant to open."""
    doc = parsed("""
        ”        We      will  not   leave    ,        ”        the   minister said/say .
        ''       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    assert texts(doc) == ["We will not leave,"]


def test_open_quotation() -> None:
    """A quotation knows whether its paragraph leaves it open."""
    gloss = """
        “       We      will  not   leave .
        ``      PRP     MD    RB    VB    .
        punct:5 nsubj:5 aux:5 neg:5 ROOT  punct:5
    """
    assert [quote.open for quote in quotes(parsed(gloss))] == [True]


# ------------------------------------------------------------------------------------------------ without marks

SAID = """
    The   minister said/say :
    DT    NN       VBD       :
    det:2 nsubj:3  ROOT      punct:3
"""
LISTED = """
    The   minister has/have these duties/duty :
    DT    NN       VBZ      DT    NNS         :
    det:2 nsubj:3  ROOT     det:5 dobj:3      punct:3
"""
LEFT = """
    Sudria  left/leave the   talks/talk .
    NNP/GPE VBD        DT    NNS        .
    nsubj:2 ROOT       det:4 dobj:2     punct:2
"""
WE_LEFT = """
    We      left/leave the   talks/talk .
    PRP     VBD        DT    NNS        .
    nsubj:2 ROOT       det:4 dobj:2     punct:2
"""


def introduced(*glosses: str) -> list[str]:
    """The quotations of blocks that were looked at for what introduces them."""
    doc = parsed(*glosses)
    introduce(doc, LEXICON)
    return texts(doc)


def test_paragraph_behind_a_cue_and_a_colon() -> None:
    """A paragraph that a verb of saying and a colon introduce is a quotation, though it has no marks."""
    assert introduced(SAID, LEFT) == ["Sudria left the talks."]


def test_words_of_a_paragraph_without_marks_are_quoted() -> None:
    """Its words stand in a quotation like any others."""
    doc = parsed(SAID, LEFT)
    introduce(doc, LEXICON)
    assert in_quotes(token(doc, "left"))


def test_list_behind_a_colon() -> None:
    """A colon behind another verb introduces a list, not somebody's words."""
    assert introduced(LISTED, LEFT) == []


def test_no_colon() -> None:
    """Without a colon the next paragraph is the document's own."""
    assert introduced(SAID.replace(" :\n", " .\n").replace(":       :", ".       ."), LEFT) == []


def test_quotation_without_marks_goes_on_in_the_first_person() -> None:
    """The next paragraph belongs to it as long as somebody speaks of himself."""
    assert introduced(SAID, LEFT, WE_LEFT) == ["Sudria left the talks.", "We left the talks."]


def test_quotation_without_marks_ends() -> None:
    """A paragraph in the third person behind it is the document's own again."""
    assert introduced(SAID, WE_LEFT, LEFT) == ["We left the talks."]


SCENE = """
    The   piece   closes/close with    a     scene  :
    DT    NN      VBZ          IN      DT    NN     :
    det:2 nsubj:3 ROOT         prep:3  det:6 pobj:4 punct:3
"""
SNORED = """
    "       Bo      snored/snore .
    ``      NNP     VBD          .
    punct:3 nsubj:3 ROOT         punct:3
"""
WON = """
    “       You     have  won/win ,       ”       Ana     told/tell him     .
    ``      PRP     VBP   VBN     ,       ''      NNP     VBD       PRP     .
    punct:4 nsubj:4 aux:4 ccomp:8 punct:8 punct:8 nsubj:8 ROOT      dobj:8  punct:8
"""


def test_paragraphs_of_another_text() -> None:
    """Behind a colon, paragraphs that a straight mark opens and that quote in curly ones are another's text."""
    doc = parsed(SCENE, SNORED, WON)
    assert in_quotes(token(doc, "snored"))
    assert in_quotes(token(doc, "told"))


@pytest.mark.parametrize("blocks", [(SCENE, WON), (SCENE.replace(":\n", ".\n"), SNORED, WON), (SNORED, WON)])
def test_paragraphs_that_quote(blocks: tuple[str, ...]) -> None:
    """Without such a straight mark, or without the colon, only what stands in the marks is quoted."""
    assert not in_quotes(token(parsed(*blocks), "told"))


def test_end_of_another_text() -> None:
    """A paragraph that no mark opens is the document's own again."""
    assert not in_quotes(token(parsed(SCENE, SNORED, WON, LEFT), "left"))


def test_marks_within_marks() -> None:
    """A quotation may hold marks of its own."""
    doc = parsed("""
        “/"     We      live in     what   he      calls/call “/"     hell   ”/"     and  we       will   leave
        ``      PRP     VBP  IN     WP     PRP     VBZ        ``      NN     ''      CC   PRP      MD     VB
        punct:3 nsubj:3 ROOT prep:3 dobj:7 nsubj:7 pcomp:4    punct:9 oprd:7 punct:3 cc:3 nsubj:14 aux:14 conj:3
        .        ”/"
        .        ''
        punct:14 punct:14
    """)
    assert texts(doc) == ["We live in what he calls “hell” and we will leave."]


def test_marks_left_open() -> None:
    """A mark that follows another sentence opens a quotation anew."""
    doc = parsed("""
        “/"     We      will  leave .       “/"      They     will   not    leave .        ”/"
        ``      PRP     MD    VB    .       ``       PRP      MD     RB     VB    .        ''
        punct:4 nsubj:4 aux:4 ROOT  punct:4 punct:10 nsubj:10 aux:10 neg:10 ROOT  punct:10 punct:10
    """)
    assert texts(doc) == ["They will not leave."]


def test_opening_mark_at_the_end() -> None:
    """An opening mark at the end of a paragraph was mistyped."""
    doc = parsed("""
        “/"     We      will  leave .       “/"
        ``      PRP     MD    VB    .       ''
        punct:4 nsubj:4 aux:4 ROOT  punct:4 punct:4
    """)
    assert texts(doc) == ["We will leave."]


def test_passage_of_another() -> None:
    """Straight marks around a passage hold the curly ones of its speakers."""
    doc = parsed(
        """
        "       Ana        walked/walk out   ,       chanting/chant “/"     We       will   leave   !
        ``      NNP/PERSON VBD         RP    ,       VBG            ``      PRP      MD     VB      .
        punct:3 nsubj:3    ROOT        prt:3 punct:3 advcl:3        punct:6 nsubj:10 aux:10 ccomp:6 punct:10
        ”/"     and  left/leave .
        ''      CC   VBD        .
        punct:3 cc:3 conj:3     punct:3
    """,
        """
        “/"     We      will  leave   ,       ”/"     Ben        told/tell her/she and  left/leave .       "
        ``      PRP     MD    VB      ,       ''      NNP/PERSON VBD       PRP     CC   VBD        .       ''
        punct:8 nsubj:4 aux:4 ccomp:8 punct:8 punct:8 nsubj:8    ROOT      dobj:8  cc:8 conj:8     punct:8 punct:8
    """,
    )
    assert texts(doc) == [
        "Ana walked out, chanting “We will leave!” and left.",
        "“We will leave,” Ben told her and left.",
    ]


CLOSING = """
    The   {}      {}   with   a     prayer .
    DT    NN      VBZ  IN     DT    NN     .
    det:2 nsubj:3 ROOT prep:3 det:6 pobj:4 punct:3
"""
PASSAGE = """
    “       We      won/win ”       ,       she     said/say and  Dahl       left/leave .
    ``      PRP     VBD     ''      ,       PRP     VBD      CC   NNP/PERSON VBD        .
    punct:3 nsubj:3 ccomp:7 punct:3 punct:7 nsubj:7 ROOT     cc:7 nsubj:10   conj:7     punct:7
"""


@pytest.mark.parametrize(
    ("noun", "verb", "whole"),
    [("article", "closes/close", True), ("article", "deals/deal", False), ("day", "closes/close", False)],
)
def test_passage_of_another_text(noun: str, verb: str, whole: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What stands behind "The article closes with …" and opens with a mark is the words of that article."""
    doc = parsed(CLOSING.format(noun, verb), PASSAGE)
    introduce(doc, words_of_the_package())
    assert in_quotes(token(doc, "left")) is whole


@pytest.mark.parametrize(("noun", "quoted"), [("letter", True), ("war", False)])
def test_paragraph_behind_a_speech_and_a_colon(noun: str, *, quoted: bool) -> None:
    """A paragraph behind one that tells what is done in a letter, and ends in a colon, is the letter's."""
    praise = f"""
        In     his    {noun}  the   envoy   praised/praise Bell       :
        IN     PRP$   NN      DT    NN      VBD            NNP/PERSON :
        prep:6 poss:3 pobj:1  det:5 nsubj:6 ROOT           dobj:6     punct:6
    """
    won = """
        He      won/win .
        PRP     VBD     .
        nsubj:2 ROOT    punct:2
    """
    doc = parsed(praise, won)
    introduce(doc, words_of_the_package())
    assert in_quotes(token(doc, "won")) is quoted
