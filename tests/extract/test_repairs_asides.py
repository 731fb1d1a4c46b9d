"""What stands between dashes or quotation marks, or behind a speaker's name, parted from the sentence around."""

from __future__ import annotations

from tests.extract.conftest import roles, words_of_the_package
from tests.extract.repairing import mended, place

GUESTS = """
    The   guests/guest -        and  there  were/be ten     -       went/go home     .
    DT    NNS          :        CC   EX     VBD     CD      :       VBD     RB       .
    det:2 nsubj:6      punct:6  cc:6 expl:6 ROOT    attr:6  punct:6 conj:6  advmod:9 punct:6
"""


def test_subject_before_an_aside() -> None:
    """The guests, and there were ten, went: no guests are there before the dash."""
    doc = mended(GUESTS)
    assert place(doc, "went")[0] == "ROOT"
    assert roles(doc, "went") == ["actor: The guests"]


def test_verb_behind_an_aside() -> None:
    """Who came after it had begun, but said nothing, said nothing himself."""
    gloss = """
        Bell       came/come late     -       after   trouble began/begin -       but  said/say nothing .
        NNP/PERSON VBD       RB       :       IN      NN      VBD         :       CC   VBD      NN      .
        nsubj:2    ROOT      advmod:2 punct:2 mark:7  nsubj:7 advcl:2     punct:7 cc:7 conj:7   dobj:10 punct:2
    """
    doc = mended(gloss)
    assert place(doc, "said") == ("conj", "came")
    assert roles(doc, "said")[0] == "actor: Bell"


def test_what_somebody_says_in_an_aside() -> None:
    """What Bell says in an aside is said by Bell, and not what is behind it."""
    gloss = """
        They    know/know that    Bell       -       as     he      says/say taxes/tax
        PRP     VBP       IN      NNP/PERSON :       IN     PRP     VBZ      NNS
        nsubj:2 ROOT      mark:10 nsubj:10   punct:4 mark:8 nsubj:8 advcl:10 nsubj:10

        hurt/hurt -       has/have left/leave .
        VBP       :       VBZ      VBN        .
        ccomp:2   punct:2 aux:13   conj:2     punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "left") == ("ccomp", "know")
    assert place(doc, "hurt") == ("ccomp", "says")
    assert roles(doc, "left") == ["actor: Bell"]


def test_participle_behind_a_speaker() -> None:
    """Not asking is what the speaker does, and not what he says that others do."""
    gloss = """
        “       We      beat/beat the   town   ,       ”       Bell       said/say
        ``      PRP     VBD       DT    NN     ,       ''      NNP/PERSON VBD
        punct:3 nsubj:3 ROOT      det:5 dobj:3 punct:9 punct:9 nsubj:9    parataxis:12

        ,        not    asking/ask why       .
        ,        RB     VBG        WRB       .
        punct:12 neg:12 ccomp:3    advmod:12 punct:3
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "asking") == ("advcl", "said")
    assert place(doc, "beat") == ("ccomp", "said")
    assert roles(doc, "asking")[0] == "actor: Bell"


def test_name_between_quotation_marks() -> None:
    """What some call “fraud” ends with the mark."""
    gloss = """
        Norland paid/pay for    what   some    call/call “       fraud   ”
        NNP/GPE VBD      IN     WP     DT=PRON VBP       ``      NN      ''
        nsubj:2 ROOT     prep:2 dobj:6 nsubj:6 pcomp:3   punct:6 nmod:10 punct:10

        led/lead Mr.         Bell       there    .
        NN       NNP         NNP/PERSON RB       .
        oprd:6   compound:12 appos:10   advmod:6 punct:2
    """
    doc = mended(gloss)
    assert place(doc, "fraud") == ("oprd", "call")
    assert place(doc, "led")[0] == "dep"


def test_name_taken_for_an_object() -> None:
    """Who called the vote that followed a farce called it so: it followed none."""
    gloss = """
        Bell       called/call the   vote   that    followed/follow a     farce  .
        NNP/PERSON VBD         DT    NN     WDT     VBD             DT    NN     .
        nsubj:2    ROOT        det:4 dobj:2 nsubj:6 relcl:4         det:8 dobj:6 punct:2
    """
    assert place(mended(gloss), "farce") == ("oprd", "called")


SHUT = """
    Norland backed/back the   mine   in     what    Bell       called/call a      blow   .
    NNP/GPE VBD         DT    NN     IN     WP      NNP/PERSON VBD         DT     NN     .
    nsubj:2 ROOT        det:4 dobj:2 prep:2 dobj:8  nsubj:8    pcomp:5     det:10 oprd:8 punct:2
"""


def test_comment_on_a_deed() -> None:
    """What somebody calls the deed is no part of it."""
    assert roles(mended(SHUT), "backed") == ["actor: Norland", "theme: the mine"]
