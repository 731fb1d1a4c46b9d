"""Attributions within attributions."""

from __future__ import annotations

import pytest

from tests.extract.claiming import said
from tests.extract.conftest import parsed


def test_own_attitude_of_the_speaker() -> None:
    """What a speaker says that he hopes is one claim of his, not two."""
    doc = parsed("""
        The   minister said/say he      hopes/hope to    sign    the   treaty .
        DT    NN       VBD      PRP     VBZ        TO    VB      DT    NN     .
        det:2 nsubj:3  ROOT     nsubj:5 ccomp:3    aux:7 xcomp:5 det:9 dobj:7 punct:3
    """)
    assert said(doc) == ["The minister | said | he hopes to sign the treaty"]


def test_attitude_of_another() -> None:
    """What somebody is said to want is the word of who says so."""
    doc = parsed("""
        Norland said/say Sudria  wants/want to    sign    the   treaty .
        NNP/GPE VBD      NNP/GPE VBZ        TO    VB      DT    NN     .
        nsubj:2 ROOT     nsubj:4 ccomp:2    aux:6 xcomp:4 det:8 dobj:6 punct:2
    """)
    assert said(doc) == ["Norland | said | Sudria wants to sign the treaty"]


def test_speech_of_another() -> None:
    """What somebody is said to have promised is his word."""
    doc = parsed("""
        Norland said/say Sudria  promised/promise to    sign    the   treaty .
        NNP/GPE VBD      NNP/GPE VBD              TO    VB      DT    NN     .
        nsubj:2 ROOT     nsubj:4 ccomp:2          aux:6 xcomp:4 det:8 dobj:6 punct:2
    """)
    assert said(doc)[-1] == "Sudria | promised | to sign the treaty"


def test_speech_that_is_asked_for() -> None:
    """What somebody is asked to say he has not said."""
    doc = parsed("""
        Norland urged/urge Sudria  to    say     that    the   talks/talk failed/fail .
        NNP/GPE VBD        NNP/GPE TO    VB      IN      DT    NNS        VBD         .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 mark:9  det:8 nsubj:9    ccomp:5     punct:2
    """)
    assert said(doc) == ["Norland | urged | Sudria to say that the talks failed"]


def test_own_attitude_within_a_quotation() -> None:
    """The "I think" of a quotation makes no second claim of it."""
    doc = parsed("""
        “        I       believe  the   talks/talk failed/fail ,        ”        the    minister said/say .
        ``       PRP     VBP      DT    NNS        VBD         ,        ''       DT     NN       VBD      .
        punct:11 nsubj:3 ccomp:11 det:5 nsubj:6    ccomp:3     punct:11 punct:11 det:10 nsubj:11 ROOT     punct:11
    """)
    assert said(doc) == ["the minister | said | I believe the talks failed"]


@pytest.mark.parametrize(
    ("who", "told"),
    [("Sudria", "Sudria | believes | the talks failed"), ("he", "Norland | said | he believes the talks failed")],
)
def test_what_others_are_said_to_believe(who: str, told: str) -> None:
    """What somebody else is told to believe is his; "he" may be the speaker."""
    doc = parsed(f"""
        Norland said/say {who} believes/believe the   talks/talk failed/fail .
        NNP/GPE VBD      {"NNP/GPE" if who == "Sudria" else "PRP"} VBZ DT NNS VBD .
        nsubj:2 ROOT     nsubj:4 ccomp:2 det:6 nsubj:7    ccomp:4     punct:2
    """)
    assert said(doc)[-1] == told


def test_speech_of_another_within_a_quotation() -> None:
    """What a quotation reports of somebody else is his word."""
    doc = parsed("""
        “        Sudria  said/say the   talks/talk failed/fail ,        ”        the    minister added/add .
        ``       NNP/GPE VBD      DT    NNS        VBD         ,        ''       DT     NN       VBD       .
        punct:11 nsubj:3 ccomp:11 det:5 nsubj:6    ccomp:3     punct:11 punct:11 det:10 nsubj:11 ROOT      punct:11
    """)
    assert said(doc)[-1] == "Sudria | said | the talks failed"


def test_attitude_outside_of_speech() -> None:
    """What the document itself tells of somebody's wishes is attributed to him."""
    doc = parsed("""
        Sudria  wants/want to    sign    the   treaty .
        NNP/GPE VBZ        TO    VB      DT    NN     .
        nsubj:2 ROOT       aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert said(doc) == ["Sudria | wants | to sign the treaty"]


def test_attitude_of_a_thing() -> None:
    """A thing that decides nothing is no authority."""
    doc = parsed("""
        The   storm   decided/decide to    end     the   war  .
        DT    NN      VBD            TO    VB      DT    NN   .
        det:2 nsubj:3 ROOT           aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert said(doc) == []


def test_plan_of_nobody() -> None:
    """What is planned by nobody named is nobody's claim."""
    doc = parsed("""
        The   talks/talk   are/be    planned/plan to    end     the   war    .
        DT    NNS          VBP       VBN          TO    VB      DT    NN     .
        det:2 nsubjpass:4  auxpass:4 ROOT         aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert said(doc) == []


def test_confident() -> None:
    """A predicate adjective is a cue of its subject."""
    doc = parsed("""
        Norland is/be   confident that   Sudria  signed/sign the   treaty .
        NNP/GPE VBZ     JJ        IN     NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT    acomp:2   mark:6 nsubj:6 ccomp:3     det:8 dobj:6 punct:2
    """)
    assert said(doc) == ["Norland | confident | Sudria signed the treaty"]


def test_willing() -> None:
    """So is one with an infinitive."""
    doc = parsed("""
        Norland is/be   willing to    sign    the   treaty .
        NNP/GPE VBZ     JJ      TO    VB      DT    NN     .
        nsubj:2 ROOT    acomp:2 aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert said(doc) == ["Norland | willing | to sign the treaty"]


def test_attributive_adjective() -> None:
    """An adjective before its noun attributes nothing."""
    doc = parsed("""
        A     confident Norland signed/sign the   treaty .
        DT    JJ        NNP/GPE VBD         DT    NN     .
        det:3 amod:3    nsubj:4 ROOT        det:6 dobj:4 punct:4
    """)
    assert said(doc) == []


def test_knowing_what_to_do() -> None:
    """To know what to do is to hold nothing to be so."""
    doc = parsed("""
        Norland knows/know what   to    sign    .
        NNP/GPE VBZ        WP     TO    VB      .
        nsubj:2 ROOT       dobj:5 aux:5 xcomp:2 punct:2
    """)
    assert said(doc) == []


def test_noun_of_a_light_verb() -> None:
    """A claim that somebody made is his."""
    doc = parsed("""
        Norland made/make the   claim  that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD       DT    NN     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT      det:4 dobj:2 mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    assert said(doc) == ["Norland | claim | Sudria shelled the town"]


def test_noun_of_another_verb() -> None:
    """A claim that somebody examined is nobody's that is named."""
    doc = parsed("""
        Norland examined/examine the   claim  that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD              DT    NN     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT             det:4 dobj:2 mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    assert said(doc) == ["? | claim | Sudria shelled the town"]


def test_time_clause_is_not_said() -> None:
    """When something was said is not what was said."""
    doc = parsed("""
        Norland said/say when     the   talks/talk failed/fail .
        NNP/GPE VBD      WRB      DT    NNS        VBD         .
        nsubj:2 ROOT     advmod:6 det:5 nsubj:6    ccomp:2     punct:2
    """)
    assert said(doc) == []


def test_speaker_goes_on_in_a_participle() -> None:
    """What is added is the speaker's, though the parse hangs it on a thing of what was said before."""
    doc = parsed("""
        Norland said/say the   roads/road were/be open    ,
        NNP/GPE VBD      DT    NNS        VBD     JJ      ,
        nsubj:2 ROOT     det:4 nsubj:5    ccomp:2 acomp:5 punct:5

        adding/add that    the    war      ended/end .
        VBG        IN      DT     NN       VBD       .
        advcl:5    mark:12 det:11 nsubj:12 ccomp:8   punct:2
    """)
    assert said(doc) == ["Norland | said | the roads were open", "Norland | adding | the war ended"]


def test_verb_of_the_sentence_is_not_said() -> None:
    """A finite verb right after the cue, without a subject, is that of the sentence: "what X says is a lie"."""
    doc = parsed("""
        What   Norland says/say is/be   a     lie    .
        WP     NNP/GPE VBZ      VBZ     DT    NN     .
        dobj:3 nsubj:3 ROOT     ccomp:3 det:6 attr:4 punct:3
    """)
    assert said(doc) == []


def test_call_on_somebody() -> None:
    """Who is called on to do it is part of what is asked for."""
    doc = parsed("""
        Norland called/call on     Sudria  to    sign    .
        NNP/GPE VBD         IN     NNP/GPE TO    VB      .
        nsubj:2 ROOT        prep:2 pobj:3  aux:6 xcomp:2 punct:2
    """)
    assert said(doc) == ["Norland | called | Sudria to sign"]


def test_speaker_at_a_meeting() -> None:
    """What a meeting announces is said by who speaks there."""
    doc = parsed("""
        Norland spoke/speak at     a     meeting announcing/announce that   Sudria  left/leave .
        NNP/GPE VBD         IN     DT    NN      VBG                 IN     NNP/GPE VBD        .
        nsubj:2 ROOT        prep:2 det:5 pobj:3  acl:5               mark:9 nsubj:9 ccomp:6    punct:2
    """)
    assert said(doc) == ["Norland | announcing | Sudria left"]


def test_people_of_a_place() -> None:
    """*Who* stands for people, and not for the place they are in."""
    doc = parsed("""
        Rebels/rebel in     Sudria  ,       who     said/say Norland left/leave ,       fled/flee .
        NNS          IN     NNP/GPE ,       WP      VBD      NNP/GPE VBD        ,       VBD       .
        nsubj:10     prep:1 pobj:2  punct:3 nsubj:6 relcl:3  nsubj:8 ccomp:6    punct:3 ROOT      punct:10
    """)
    assert said(doc) == ["Rebels | said | Norland left"]


def test_nobody_knows() -> None:
    """Of what somebody does not know he is no authority."""
    doc = parsed("""
        Norland does/do not   know that   Sudria  left/leave .
        NNP/GPE VBZ     RB    VB   IN     NNP/GPE VBD        .
        nsubj:4 aux:4   neg:4 ROOT mark:7 nsubj:7 ccomp:4    punct:4
    """)
    assert said(doc) == []


def test_what_a_year_sees() -> None:
    """A year that sees something is no authority."""
    doc = parsed("""
        The   year    saw/see Sudria  leave   .
        DT    NN      VBD     NNP/GPE VB      .
        det:2 nsubj:3 ROOT    nsubj:5 ccomp:3 punct:3
    """)
    assert said(doc) == []


def test_clause_before_the_speaker() -> None:
    """What is set before a speaker is not part of what he says."""
    doc = parsed("""
        While   it      sold/sell boats/boat ,       Norland said/say Sudria  left/leave .
        IN      PRP     VBD       NNS        ,       NNP/GPE VBD      NNP/GPE VBD        .
        mark:3  nsubj:3 advcl:9   dobj:3     punct:7 nsubj:7 ROOT     nsubj:9 ccomp:7    punct:7
    """)
    assert said(doc) == ["Norland | said | Sudria left"]


def test_condition_before_the_speaker() -> None:
    """A condition is."""
    doc = parsed("""
        If     it      sold/sell boats/boat ,       Norland said/say Sudria  left/leave .
        IN     PRP     VBD       NNS        ,       NNP/GPE VBD      NNP/GPE VBD        .
        mark:3 nsubj:3 advcl:9   dobj:3     punct:7 nsubj:7 ROOT     nsubj:9 ccomp:7    punct:7
    """)
    assert said(doc) == ["Norland | said | If it sold boats … Sudria left"]


def test_although_he() -> None:
    """What the writer tells of a speaker with *although* is no word of his."""
    doc = parsed("""
        He      said/say the   talks/talk failed/fail ,       although he      refused/refuse to     sign    the
        PRP     VBD      DT    NNS        VBD         ,       IN       PRP     VBD            TO     VB      DT
        nsubj:2 ROOT     det:4 nsubj:5    ccomp:2     punct:5 mark:9   nsubj:9 advcl:5        aux:11 xcomp:9 det:13
        treaty  .
        NN      .
        dobj:11 punct:2
    """)
    assert said(doc) == ["He | said | the talks failed"]


def test_although_another() -> None:
    """What *although* tells of another may be his word."""
    doc = parsed("""
        He      said/say the   talks/talk failed/fail ,       although Norland refused/refuse to     sign    the
        PRP     VBD      DT    NNS        VBD         ,       IN       NNP/GPE VBD            TO     VB      DT
        nsubj:2 ROOT     det:4 nsubj:5    ccomp:2     punct:5 mark:9   nsubj:9 advcl:5        aux:11 xcomp:9 det:13
        treaty  .
        NN      .
        dobj:11 punct:2
    """)
    assert said(doc) == ["He | said | the talks failed, although Norland refused to sign the treaty"]


def test_effectively() -> None:
    """A comment of the writer is none either."""
    doc = parsed("""
        Ana        said/say Norland would leave   the   union  ,       effectively ending/end the    talks/talk
        NNP/PERSON VBD      NNP/GPE MD    VB      DT    NN     ,       RB          VBG        DT     NNS
        nsubj:2    ROOT     nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:5 advmod:10   advcl:5    det:12 dobj:10
        .
        .
        punct:2
    """)
    assert said(doc) == ["Ana | said | Norland would leave the union"]


def test_nobody_is_no_authority() -> None:
    """Nobody is no authority."""
    doc = parsed("""
        Nobody  knows/know why      Norland left/leave the   union  .
        NN=PRON VBZ        WRB      NNP/GPE VBD        DT    NN     .
        nsubj:2 ROOT       advmod:5 nsubj:5 ccomp:2    det:7 dobj:5 punct:2
    """)
    assert said(doc) == []


def test_did_not_say_why() -> None:
    """Who did not say why something is so has not said it."""
    doc = parsed("""
        Ana        did/do not   say  why      Norland left/leave the   union  .
        NNP/PERSON VBD    RB    VB   WRB      NNP/GPE VBD        DT    NN     .
        nsubj:4    aux:4  neg:4 ROOT advmod:7 nsubj:7 ccomp:4    det:9 dobj:7 punct:4
    """)
    assert said(doc) == []


def test_plan_to_be_drafted() -> None:
    """A plan that is to be drafted is nobody's."""
    doc = parsed("""
        Norland told/tell Sudria  to    draft   its    plan   to    leave the    union  .
        NNP/GPE VBD       NNP/GPE TO    VB      PRP$   NN     TO    VB    DT     NN     .
        nsubj:2 ROOT      dobj:2  aux:5 xcomp:2 poss:7 dobj:5 aux:9 acl:7 det:11 dobj:9 punct:2
    """)
    assert said(doc) == []


def test_plan_that_was_drafted() -> None:
    """One that was drafted is its owner's."""
    doc = parsed("""
        Norland drafted/draft its    plan   to    leave the   union  .
        NNP/GPE VBD           PRP$   NN     TO    VB    DT    NN     .
        nsubj:2 ROOT          poss:4 dobj:2 aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert said(doc) == ["its | plan | to leave the union"]


def test_who_behind_a_place() -> None:
    """Who said it are the rebels, not the place they are in."""
    doc = parsed("""
        Norland placated/placate rebels/rebel in     Sudria  ,       who     said/say that    the    talks/talk
        NNP/GPE VBD              NNS          IN     NNP/GPE ,       WP      VBD      IN      DT     NNS
        nsubj:2 ROOT             dobj:2       prep:3 pobj:4  punct:5 nsubj:8 relcl:5  mark:12 det:11 nsubj:12
        failed/fail .
        VBD         .
        ccomp:8     punct:2
    """)
    assert said(doc) == ["rebels | said | the talks failed"]


def test_according_within_what_was_said() -> None:
    """What is told of where it was said is no part of it."""
    doc = parsed("""
        Ben        said/say Norland wants/want peace  ,       according/accord to     a      speech Ana
        NNP/PERSON VBD      NNP/GPE VBZ        NN     ,       VBG              IN     DT     NN     NNP/PERSON
        nsubj:2    ROOT     nsubj:4 ccomp:2    dobj:4 punct:4 prep:4           prep:7 det:10 pobj:8 nsubj:12
        gave/give .
        VBD       .
        relcl:10  punct:2
    """)
    assert "Ben | said | Norland wants peace" in said(doc)
