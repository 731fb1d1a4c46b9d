"""Where a clause ends and another begins."""

from __future__ import annotations

from tests.extract.conftest import words_of_the_package
from tests.extract.repairing import mended, place

LEXICON = words_of_the_package()


def test_lost_stop() -> None:
    """A word written large behind a noun opens a sentence of its own."""
    doc = mended("""
        Dahl       said/say it      hurt/hurt miners  The   bank    agreed/agree .
        NNP/PERSON VBD      PRP     VBD       NNS     DT    NN      VBD          .
        nsubj:2    ROOT     nsubj:4 ccomp:2   dobj:4  det:7 nsubj:8 ccomp:2      punct:2
    """)
    assert place(doc, "agreed") == ("parataxis", "said")


def test_second_half_of_a_title() -> None:
    """Behind a colon, words that are all written large are a title's."""
    doc = mended("""
        Dahl       wrote/write Mines  :       Days    Were/be   Dark    .
        NNP/PERSON VBD         NNS    :       NNS     VBD       JJ      .
        nsubj:2    ROOT        dobj:2 punct:2 nsubj:6 ccomp:2   acomp:6 punct:2
    """)
    assert place(doc, "Were") == ("parataxis", "wrote")


def test_quotation_behind_thinking() -> None:
    """A quotation right behind a verb of thinking is what is thought."""
    doc = mended(
        """
        Dahl       said/say she     recalled/recall thinking/think ,       “
        NNP/PERSON VBD      PRP     VBD             VBG            ,       ``
        nsubj:2    ROOT     nsubj:4 ccomp:2         dobj:4         punct:9 punct:9

        It      is/be   over     ”       .
        PRP     VBZ     RB       ''      .
        nsubj:9 ccomp:2 advmod:9 punct:9 punct:2
        """,
        LEXICON,
    )
    assert place(doc, "is") == ("ccomp", "thinking")


def test_in_case() -> None:
    """What stands right behind "in case" is its clause."""
    doc = mended("""
        Dahl       said/say it      needs/need help   in     case   rain    came/come .
        NNP/PERSON VBD      PRP     VBZ        NN     IN     NN     NN      VBD       .
        nsubj:2    ROOT     nsubj:4 ccomp:2    dobj:4 prep:4 pobj:6 nsubj:9 ccomp:2   punct:2
    """)
    assert place(doc, "came") == ("advcl", "needs")


def test_noun_before_a_relative_clause() -> None:
    """A noun before a relative clause has the verb with a modal behind it."""
    doc = mended("""
        They    raise cash   and  guests who     want to    see     Bell       will   pay     .
        PRP     VBP   NN     CC   NNS    WP      VBP  TO    VB      NNP/PERSON MD     VB      .
        nsubj:2 ROOT  dobj:2 cc:3 conj:3 nsubj:7 relcl:5 aux:9 xcomp:7 nsubj:12 aux:12 ccomp:9 punct:2
    """)
    assert place(doc, "guests") == ("nsubj", "pay")
    assert place(doc, "Bell") == ("dobj", "see")


def test_noun_without_a_verb() -> None:
    """A past form with an object right behind a noun that has no verb is its verb."""
    doc = mended("""
        the   leader called/call miners  inside   .
        DT    NN     VBD         NNS     RB       .
        det:2 ROOT   acl:2       oprd:3  advmod:3 punct:2
    """)
    assert place(doc, "leader") == ("nsubj", "called")
    assert place(doc, "miners") == ("dobj", "called")


def test_infinitive_behind_an_aside() -> None:
    """An infinitive behind an aside is what is wanted."""
    doc = mended("""
        Dahl       wants/want miners  ,       all     watching/watch ,       to    know    .
        NNP/PERSON VBZ        NNS     ,       DT      VBG            ,       TO    VB      .
        nsubj:2    ROOT       dobj:2  punct:2 nsubj:6 advcl:2        punct:6 aux:9 xcomp:6 punct:2
    """)
    assert place(doc, "know") == ("xcomp", "wants")


def test_name_before_an_aside() -> None:
    """A name before an aside between commas is the subject."""
    doc = mended("""
        Norland    ,       a     land    ,       will  vote    .
        NNP/GPE    ,       DT    NN      ,       MD    VB      .
        npadvmod:7 punct:7 det:4 nsubj:7 punct:4 aux:7 ROOT    punct:7
    """)
    assert place(doc, "Norland") == ("nsubj", "vote")
    assert place(doc, "land") == ("appos", "Norland")


def test_names_of_several() -> None:
    """A person is not two others: names in a row with "and" are of several."""
    doc = mended("""
        Bell       ,       Cole       and  Dahl       left/leave .
        NNP/PERSON ,       NNP/PERSON CC   NNP/PERSON VBD        .
        nsubj:6    punct:1 appos:1    cc:3 conj:3     ROOT       punct:6
    """)
    assert place(doc, "Cole") == ("conj", "Bell")
