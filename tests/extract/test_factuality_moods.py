"""Questions, orders, refusals, habits and what came later, each beside its near miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.factuality import of_verb
from tests.extract.conftest import parsed, read_as, stance, token, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc


# ------------------------------------------------------------------------------------------------ questions


def _asked() -> Doc:
    return parsed("""
        Ana        asked/ask :       “       Why      did/do Norland attack  Sudria ?       ”
        NNP/PERSON VBD       :       ``      WRB      VBD    NNP/GPE VB      NNP/GPE .      ''
        nsubj:2    ROOT      punct:2 punct:2 advmod:8 aux:8  nsubj:8 ccomp:2 dobj:8 punct:8 punct:2
    """)


def test_asking_is_no_question() -> None:
    """Who quotes a question has asked it."""
    assert read_as(_asked(), "asked") == "certain"


def test_question_inside_the_marks() -> None:
    """What a quoted question asks is open."""
    assert read_as(_asked(), "attack") == "unknown"


def test_question_around_the_marks() -> None:
    """Whether somebody said something may be asked, with the mark outside of his words."""
    doc = parsed("""
        Did/do Ana        say  “       we      won/win ”       ?
        VBD    NNP/PERSON VB   ``      PRP     VBD     ''      .
        aux:3  nsubj:3    ROOT punct:6 nsubj:6 ccomp:3 punct:6 punct:3
    """)
    assert read_as(doc, "say") == "unknown"


def test_quoted_words_before_an_answer() -> None:
    """The sentence that comes before a question in one quotation asks nothing."""
    doc = parsed("""
        “       We      won/win .       Why      leave  ?       ”
        ``      PRP     VBD     .       WRB      VB     .       ''
        punct:3 nsubj:3 ROOT    punct:3 advmod:6 ROOT   punct:6 punct:6
    """)
    assert read_as(doc, "won") == "certain"


def test_asked_whether() -> None:
    """Who asks whether something is so does not ask for it."""
    doc = parsed("""
        Ana        asked/ask whether Norland attacked/attack Sudria  .
        NNP/PERSON VBD       IN      NNP/GPE VBD             NNP/GPE .
        nsubj:2    ROOT      mark:5  nsubj:5 ccomp:2         dobj:5  punct:2
    """)
    assert read_as(doc, "attacked") == "unknown"


def test_asked_if() -> None:
    """Nor is *if* a condition there."""
    doc = parsed("""
        Ana        asked/ask if     Norland attacked/attack Sudria  .
        NNP/PERSON VBD       IN     NNP/GPE VBD             NNP/GPE .
        nsubj:2    ROOT      mark:5 nsubj:5 ccomp:2         dobj:5  punct:2
    """)
    assert read_as(doc, "attacked") == "unknown"


def test_asked_to() -> None:
    """Who asks somebody to do something does ask for it."""
    doc = parsed("""
        Ana        asked/ask Norland to    attack  Sudria  .
        NNP/PERSON VBD       NNP/GPE TO    VB      NNP/GPE .
        nsubj:2    ROOT      dobj:2  aux:5 xcomp:2 dobj:5  punct:2
    """)
    assert read_as(doc, "attack") == "requested unknown future"


def test_asked_why() -> None:
    """Nobody is asked to do what somebody asks the reasons of."""
    doc = parsed("""
        Ana        asked/ask why      Norland attacked/attack Sudria  .
        NNP/PERSON VBD       WRB      NNP/GPE VBD             NNP/GPE .
        nsubj:2    ROOT      advmod:5 nsubj:5 ccomp:2         dobj:5  punct:2
    """)
    assert read_as(doc, "attacked") == "unknown"


# ------------------------------------------------------------------------------------------------ orders


def test_ban() -> None:
    """Who is told not to sell has not been said to keep anything."""
    doc = parsed("""
        Do    n't   sell the   bridge .
        VBP   RB    VB   DT    NN     .
        aux:3 neg:3 ROOT det:5 dobj:3 punct:3
    """)
    assert read_as(doc, "sell") == "requested not unknown future"


def test_denial_with_a_subject() -> None:
    """Where the subject stands, *do not* denies."""
    doc = parsed("""
        They    do    n't   sell bridges/bridge .
        PRP     VBP   RB    VB   NNS            .
        nsubj:4 aux:4 neg:4 ROOT dobj:4         punct:4
    """)
    assert read_as(doc, "sell") == "not certain"


def test_quoted_order() -> None:
    """An order that is quoted behind its cue is one too."""
    doc = parsed("""
        Ana        told/tell them     :       “       Sell    it     !       ”
        NNP/PERSON VBD       PRP      :       ``      VB      PRP    .       ''
        nsubj:2    ROOT      dobj:2   punct:2 punct:2 xcomp:2 dobj:6 punct:6 punct:2
    """)
    assert read_as(doc, "Sell") == "requested unknown future"


def test_quoted_piece_of_a_clause() -> None:
    """Marks around the end of a clause make no order of it."""
    doc = parsed("""
        Ana        said/say they    “       sell    bridges/bridge ”       .
        NNP/PERSON VBD      PRP     ``      VBP     NNS            ''      .
        nsubj:2    ROOT     nsubj:5 punct:5 ccomp:2 dobj:5         punct:5 punct:2
    """)
    assert read_as(doc, "sell") == "certain"


# ------------------------------------------------------------------------------------------------ would, 'd


def test_refusal_to_speak() -> None:
    """Who would not comment has refused to."""
    doc = parsed("""
        Ana        would not   comment .
        NNP/PERSON MD    RB    VB      .
        nsubj:4    aux:4 neg:4 ROOT    punct:4
    """)
    assert read_as(doc, "comment") == "not certain"


def test_would_not_do() -> None:
    """Who would not attack may only have no wish to."""
    doc = parsed("""
        Norland would not   attack Sudria  .
        NNP/GPE MD    RB    VB     NNP/GPE .
        nsubj:4 aux:4 neg:4 ROOT   dobj:4  punct:4
    """)
    assert read_as(doc, "attack") == "not probable future"


def test_habit() -> None:
    """What somebody would often do he did."""
    doc = parsed("""
        Ana        would often    visit Sudria  .
        NNP/PERSON MD    RB       VB    NNP/GPE .
        nsubj:4    aux:4 advmod:4 ROOT  dobj:4  punct:4
    """)
    assert read_as(doc, "visit") == "certain"


def test_came_later() -> None:
    """What somebody would later do he did."""
    doc = parsed("""
        Ana        would later    lead the   union  .
        NNP/PERSON MD    RB       VB   DT    NN     .
        nsubj:4    aux:4 advmod:4 ROOT det:6 dobj:4 punct:4
    """)
    assert read_as(doc, "lead") == "certain"


def test_would_soon() -> None:
    """What would soon happen has not."""
    doc = parsed("""
        Ana        would soon     lead the   union  .
        NNP/PERSON MD    RB       VB   DT    NN     .
        nsubj:4    aux:4 advmod:4 ROOT det:6 dobj:4 punct:4
    """)
    assert read_as(doc, "lead") == "probable future"


def test_had() -> None:
    """*He'd sold* has nothing of *would*."""
    doc = parsed("""
        He      'd    sold/sell the   bridge .
        PRP     MD    VBN       DT    NN     .
        nsubj:3 aux:3 ROOT      det:5 dobj:3 punct:3
    """)
    assert read_as(doc, "sold") == "certain"


def test_would_be_sold() -> None:
    """*It'd be sold* is *would*."""
    doc = parsed("""
        It          'd    be        sold/sell .
        PRP         MD    VB        VBN       .
        nsubjpass:4 aux:4 auxpass:4 ROOT      punct:4
    """)
    assert read_as(doc, "sold") == "probable future"


# ------------------------------------------------------------------------------------------------ be to, the more


def test_was_not_to() -> None:
    """What was not to be is not planned."""
    doc = parsed("""
        Norland was/be not   to    attack  Sudria  .
        NNP/GPE VBD    RB    TO    VB      NNP/GPE .
        nsubj:2 ROOT   neg:2 aux:5 xcomp:2 dobj:5  punct:2
    """)
    assert read_as(doc, "attack") == "promised not probable future"


def test_if_they_are_to() -> None:
    """A plan under *if* is a condition."""
    doc = parsed("""
        Norland pays/pay if     they    are/be  to    leave   .
        NNP/GPE VBZ      IN     PRP     VBP     TO    VB      .
        nsubj:2 ROOT     mark:5 nsubj:5 advcl:2 aux:7 xcomp:5 punct:2
    """)
    assert read_as(doc, "leave") == "conditional unknown future"


def test_the_sooner() -> None:
    """*The sooner they leave, the better* tells of no leaving."""
    doc = parsed("""
        The   sooner   they    leave ,       the   better   .
        DT    RBR      PRP     VBP   ,       DT    JJR      .
        det:2 advmod:4 nsubj:4 ROOT  punct:4 det:7 advmod:4 punct:4
    """)
    assert read_as(doc, "leave") == "conditional unknown"


def test_left_sooner() -> None:
    """Who left sooner did leave."""
    doc = parsed("""
        They    left/leave sooner   .
        PRP     VBD        RBR      .
        nsubj:2 ROOT       advmod:2 punct:2
    """)
    assert read_as(doc, "left") == "certain"


# ------------------------------------------------------------------------------------------------ unsaid


def test_what_may_be_said() -> None:
    """Of what somebody may say nothing is told."""
    doc = parsed("""
        Ana        may   say  Norland attacked/attack Sudria  .
        NNP/PERSON MD    VB   NNP/GPE VBD             NNP/GPE .
        nsubj:3    aux:3 ROOT nsubj:5 ccomp:3         dobj:5  punct:3
    """)
    assert read_as(doc, "attacked") == "unknown"


def test_what_i_would_say() -> None:
    """Who would say it in the first person says it."""
    doc = parsed("""
        I       would say  Norland attacked/attack Sudria  .
        PRP     MD    VB   NNP/GPE VBD             NNP/GPE .
        nsubj:3 aux:3 ROOT nsubj:5 ccomp:3         dobj:5  punct:3
    """)
    assert read_as(doc, "attacked") == "certain"


def test_before_the_colon() -> None:
    """What stands before the colon of a quotation is told by nobody in it."""
    doc = parsed("""
        Ana        warned/warn him    :       “       Norland attacked/attack ”       ,       she     said/say .
        NNP/PERSON VBD         PRP    :       ``      NNP/GPE VBD             ''      ,       PRP     VBD      .
        nsubj:2    ccomp:11    dobj:2 punct:2 punct:2 nsubj:7 ccomp:2         punct:2 punct:2 nsubj:11 ROOT    punct:11
    """)
    assert of_verb(token(doc, "warned"), words_of_the_package()).cue is None


def test_pleaded_guilty() -> None:
    """Who pleads guilty asks for nothing: he says so."""
    doc = parsed("""
        Ana        pleaded/plead guilty  to     stealing/steal money  .
        NNP/PERSON VBD           JJ      IN     VBG            NN     .
        nsubj:2    ROOT          acomp:2 prep:3 pcomp:4        dobj:5 punct:2
    """)
    assert [read_as(doc, "guilty"), read_as(doc, "stealing")] == ["certain", "certain"]


def test_pleaded_not_guilty() -> None:
    """Who pleads not guilty denies it."""
    doc = parsed("""
        Ana        pleaded/plead not   guilty  to     stealing/steal money  .
        NNP/PERSON VBD           RB    JJ      IN     VBG            NN     .
        nsubj:2    ROOT          neg:4 acomp:2 prep:4 pcomp:5        dobj:6 punct:2
    """)
    assert [read_as(doc, "guilty"), read_as(doc, "stealing")] == ["not certain", "not certain"]


def test_told_a_story_to() -> None:
    """What something is told for has not come about by that."""
    doc = parsed("""
        Ana        announced/announce talks/talk to    help    Sudria  .
        NNP/PERSON VBD                NNS        TO    VB      NNP/GPE .
        nsubj:2    ROOT               dobj:2     aux:5 xcomp:2 dobj:5  punct:2
    """)
    assert read_as(doc, "help") == "unknown future"


def test_fact_that() -> None:
    """The fact that something is so is nobody's word."""
    doc = parsed("""
        The   fact    that   Norland attacked/attack Sudria  hurt  .
        DT    NN      IN     NNP/GPE VBD             NNP/GPE VBD   .
        det:2 nsubj:7 mark:5 nsubj:5 acl:2           dobj:5  ROOT  punct:7
    """)
    assert of_verb(token(doc, "attacked"), words_of_the_package()).cue is None


def test_i_must_say() -> None:
    """Who must say something says it by that."""
    doc = parsed("""
        I       must  say  that   Norland attacked/attack Sudria  .
        PRP     MD    VB   IN     NNP/GPE VBD             NNP/GPE .
        nsubj:3 aux:3 ROOT mark:6 nsubj:6 ccomp:3         dobj:6  punct:3
    """)
    assert read_as(doc, "say") == "certain"


def test_they_must_say() -> None:
    """Others who must say it have not."""
    doc = parsed("""
        They    must  say  that   Norland attacked/attack Sudria  .
        PRP     MD    VB   IN     NNP/GPE VBD             NNP/GPE .
        nsubj:3 aux:3 ROOT mark:6 nsubj:6 ccomp:3         dobj:6  punct:3
    """)
    assert read_as(doc, "say") == "requested unknown future"


def test_what_is_to_be_proved() -> None:
    """What is done to prove something has not proved it."""
    doc = parsed("""
        Norland works/work to    prove   that   Sudria  attacked/attack .
        NNP/GPE VBZ        TO    VB      IN     NNP/GPE VBD             .
        nsubj:2 ROOT       aux:4 advcl:2 mark:7 nsubj:7 ccomp:4         punct:2
    """)
    assert read_as(doc, "attacked") == "unknown"


def test_what_is_proved() -> None:
    """What is proved is so."""
    doc = parsed("""
        Norland proved/prove that   Sudria  attacked/attack .
        NNP/GPE VBD          IN     NNP/GPE VBD             .
        nsubj:2 ROOT         mark:5 nsubj:5 ccomp:2         punct:2
    """)
    assert read_as(doc, "attacked") == "certain"


def test_what_is_not_known() -> None:
    """What somebody does not know is so all the same."""
    doc = parsed("""
        Norland did/do not   know that   Sudria  attacked/attack .
        NNP/GPE VBD    RB    VB   IN     NNP/GPE VBD             .
        nsubj:4 aux:4  neg:4 ROOT mark:7 nsubj:7 ccomp:4         punct:4
    """)
    assert read_as(doc, "attacked") == "certain"


# ------------------------------------------------------------------------------------------------ kinds


def test_those_who_do() -> None:
    """What marks out a kind is done by nobody in particular."""
    doc = parsed("""
        Norland fines/fine pirates/pirate who     attack  boats/boat .
        NNP/GPE VBZ        NNS            WP      VBP     NNS        .
        nsubj:2 ROOT       dobj:2         nsubj:5 relcl:3 dobj:5     punct:2
    """)
    assert read_as(doc, "attack") == "unknown"


def test_some_who_do() -> None:
    """Of those whom somebody met it is told."""
    doc = parsed("""
        Norland fined/fine pirates/pirate who     attack  boats/boat .
        NNP/GPE VBD        NNS            WP      VBP     NNS        .
        nsubj:2 ROOT       dobj:2         nsubj:5 relcl:3 dobj:5     punct:2
    """)
    assert read_as(doc, "attack") == "certain"


def test_ways() -> None:
    """A way to do something is no plan."""
    doc = parsed("""
        Norland has/have ways/way to    attack Sudria  .
        NNP/GPE VBZ      NNS      TO    VB     NNP/GPE .
        nsubj:2 ROOT     dobj:2   aux:5 acl:3  dobj:5  punct:2
    """)
    assert read_as(doc, "attack") == "unknown"


def test_done_without() -> None:
    """What somebody did without something he did not do."""
    doc = parsed("""
        Norland left/leave without signing/sign the   treaty .
        NNP/GPE VBD        IN      VBG          DT    NN     .
        nsubj:2 ROOT       prep:2  pcomp:3      det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "signing") == "not certain"


def test_to_be_done_without() -> None:
    """What somebody may do without something is open."""
    doc = parsed("""
        Norland hopes/hope to    leave   without signing/sign the   treaty .
        NNP/GPE VBZ        TO    VB      IN      VBG          DT    NN     .
        nsubj:2 ROOT       aux:4 xcomp:2 prep:4  pcomp:5      det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "signing") == "not unknown future"


def test_got_to() -> None:
    """*Have got to* is *must*."""
    doc = parsed("""
        We      've/have got/get to    leave   .
        PRP     VBP      VBN     TO    VB      .
        nsubj:3 aux:3    ROOT    aux:5 xcomp:3 punct:3
    """)
    assert read_as(doc, "leave") == "requested unknown future"


def test_insisted_behind_a_cleft() -> None:
    """Who insists behind what he says does insist."""
    doc = parsed("""
        It      was/be a     mistake ,       Ana        insisted/insist .
        PRP     VBD    DT    NN      ,       NNP/PERSON VBD             .
        nsubj:2 ROOT   det:4 attr:2  punct:2 nsubj:7    ccomp:2         punct:2
    """)
    assert read_as(doc, "insisted") == "certain"


def test_decided_who() -> None:
    """Who decides who will do something has not promised it."""
    doc = parsed("""
        Norland decides/decide who     will  lead    the   union  .
        NNP/GPE VBZ            WP      MD    VB      DT    NN     .
        nsubj:2 ROOT           nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "lead") == "unknown future"


def test_does_not_have_to() -> None:
    """What does not have to be done is not asked for."""
    doc = parsed("""
        Norland does/do not   have to    leave   .
        NNP/GPE VBZ     RB    VB   TO    VB      .
        nsubj:4 aux:4   neg:4 ROOT aux:6 xcomp:4 punct:4
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_pleaded_not_guilty_at_once() -> None:
    """A day between the plea and the deed changes nothing."""
    doc = parsed("""
        Ana        pleaded/plead not   guilty  at     noon   to     stealing/steal .
        NNP/PERSON VBD           RB    JJ      IN     NN     IN     VBG            .
        nsubj:2    ROOT          neg:4 acomp:2 prep:2 pobj:5 prep:2 pcomp:7        punct:2
    """)
    assert read_as(doc, "stealing") == "not certain"


def test_question_without_its_mark() -> None:
    """A clause that opens with *did* asks, though no question mark ends it."""
    doc = parsed("""
        Did/do Norland help  Sudria  .
        VBD    NNP/GPE VB    NNP/GPE .
        aux:3  nsubj:3 ROOT  dobj:3  punct:3
    """)
    assert stance(doc, "help").startswith("unknown")


def test_inversion_behind_so() -> None:
    """Behind *so* it asks nothing: "So did Norland help"."""
    doc = parsed("""
        So       did/do Norland help  Sudria  .
        RB       VBD    NNP/GPE VB    NNP/GPE .
        advmod:4 aux:4  nsubj:4 ROOT  dobj:4  punct:4
    """)
    assert stance(doc, "help") == "certain"


@pytest.mark.parametrize(("who", "expected"), [("She/PRP", "certain"), ("Prices/NNS", "probable future")])
def test_would_each_year(who: str, expected: str) -> None:
    """What somebody would do each year he used to do; what prices would do each year may be reckoned."""
    word, tag = who.split("/")
    doc = parsed(f"""
        {word}  would return each  year       .
        {tag}   MD    VB     DT    NN         .
        nsubj:3 aux:3 ROOT   det:5 npadvmod:3 punct:3
    """)
    assert read_as(doc, "return") == expected
