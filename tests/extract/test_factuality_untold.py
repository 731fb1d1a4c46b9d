"""What nobody asks for, plans, knows or tells, and what is taken for granted beside it."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as, undecided


def test_nobody_requires() -> None:
    """Where no law requires something nobody asks for it."""
    doc = parsed("""
        No    law     requires/require banks/bank to    sign    the   treaty .
        DT    NN      VBZ              NNS        TO    VB      DT    NN     .
        det:2 nsubj:3 ROOT             dobj:3     aux:6 xcomp:3 det:8 dobj:6 punct:3
    """)
    assert read_as(doc, "sign") == "unknown future"


def test_no_law_requiring() -> None:
    """Nor where there is no law requiring it."""
    doc = parsed("""
        There  is/be    no    law    requiring/require banks/bank to    sign    the    treaty .
        EX     VBZ=VERB DT    NN     VBG               NNS        TO    VB      DT     NN     .
        expl:2 ROOT     det:4 attr:2 acl:4             dobj:5     aux:8 xcomp:5 det:10 dobj:8 punct:2
    """)
    assert read_as(doc, "sign") == "unknown future"


def test_what_it_cannot_afford() -> None:
    """What a clause denies the copula behind it does not."""
    doc = parsed("""
        What   Norland can   not   afford  is/be another war    .
        WP     NNP/GPE MD    RB    VB      VBZ   DT      NN     .
        dobj:5 nsubj:5 aux:5 neg:5 csubj:6 ROOT  det:8   attr:6 punct:6
    """)
    assert read_as(doc, "afford") == "not certain"


def test_goal_is_not_to() -> None:
    """The goal is not to do it."""
    doc = parsed("""
        Our    goal    is/be not   to    attack  Sudria  .
        PRP$   NN      VBZ   RB    TO    VB      NNP/GPE .
        poss:2 nsubj:3 ROOT  neg:3 aux:6 xcomp:3 dobj:6  punct:3
    """)
    assert read_as(doc, "attack") == "promised not probable future"


def test_assuming_none() -> None:
    """Who assumes no losses assumes something."""
    doc = parsed("""
        The   bank    puts/put the   cost   at     two      millions/million ,       assuming/assume no
        DT    NN      VBZ      DT    NN     IN     CD       NNS              ,       VBG             DT
        det:2 nsubj:3 ROOT     det:5 dobj:3 prep:3 nummod:8 pobj:6           punct:3 advcl:3         det:12
        losses/loss .
        NNS         .
        dobj:10     punct:3
    """)
    assert read_as(doc, "assuming") == "certain"


def test_found_none() -> None:
    """Who found no losses found nothing."""
    doc = parsed("""
        The   bank    found/find no    losses/loss .
        DT    NN      VBD        DT    NNS         .
        det:2 nsubj:3 ROOT       det:5 dobj:3      punct:3
    """)
    assert read_as(doc, "found") == "not certain"


def test_how_to() -> None:
    """Who learned how to do something may not have done it."""
    doc = parsed("""
        Norland learned/learn how      to    heal    the   country .
        NNP/GPE VBD           WRB      TO    VB      DT    NN      .
        nsubj:2 ROOT          advmod:5 aux:5 xcomp:2 det:7 dobj:5  punct:2
    """)
    assert read_as(doc, "heal") == "unknown"


def test_how_much() -> None:
    """How much somebody pays now is a question."""
    doc = parsed("""
        Nobody  knows/know how      much   Norland pays/pay .
        NN=PRON VBZ        WRB      JJ     NNP/GPE VBZ      .
        nsubj:2 ROOT       advmod:4 dobj:6 nsubj:6 ccomp:2  punct:2
    """)
    assert read_as(doc, "pays") == "unknown"


def test_told_how_much() -> None:
    """Unless it is told."""
    doc = parsed("""
        Ana        explained/explain how      much   Norland pays/pay .
        NNP/PERSON VBD               WRB      JJ     NNP/GPE VBZ      .
        nsubj:2    ROOT              advmod:4 dobj:6 nsubj:6 ccomp:2  punct:2
    """)
    assert read_as(doc, "pays") == "certain"


def test_backers_under_a_future() -> None:
    """Who backs something now backs it whatever is to come."""
    doc = parsed("""
        Ana        will  meet two      ministers/minister who     support the   treaty .
        NNP/PERSON MD    VB   CD       NNS                WP      VBP     DT    NN     .
        nsubj:3    aux:3 ROOT nummod:5 dobj:3             nsubj:7 relcl:5 det:9 dobj:7 punct:3
    """)
    assert read_as(doc, "support") == "certain"


def test_doers_under_a_future() -> None:
    """What whoever does something does is open."""
    doc = parsed("""
        Norland will  fine the   two      drivers/driver who     ignore  the    treaty .
        NNP/GPE MD    VB   DT    CD       NNS            WP      VBP     DT     NN     .
        nsubj:3 aux:3 ROOT det:6 nummod:6 dobj:3         nsubj:8 relcl:6 det:10 dobj:8 punct:3
    """)
    assert read_as(doc, "ignore") == "unknown"


def test_no_plans() -> None:
    """Who has no plans to do something has promised nothing."""
    doc = parsed("""
        Norland has/have no    plans/plan to    sign  the   treaty .
        NNP/GPE VBZ      DT    NNS        TO    VB    DT    NN     .
        nsubj:2 ROOT     det:4 dobj:2     aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "sign") == "unknown future"


def test_plans_not_unveiled() -> None:
    """Nor has who did not unveil any."""
    doc = parsed("""
        Norland did/do not   unveil plans/plan to    sign  the   treaty .
        NNP/GPE VBD    RB    VB     NNS        TO    VB    DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT   dobj:4     aux:7 acl:5 det:9 dobj:7 punct:4
    """)
    assert read_as(doc, "sign") == "unknown future"


def test_anybodys_decision() -> None:
    """Anybody's decision is nobody's."""
    doc = parsed("""
        The   law     protects/protect a     citizen 's     decision to    leave the    union  .
        DT    NN      VBZ              DT    NN      POS    NN       TO    VB    DT     NN     .
        det:2 nsubj:3 ROOT             det:5 poss:7  case:5 dobj:3   aux:9 acl:7 det:11 dobj:9 punct:3
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_plan_to_be_drafted() -> None:
    """A plan that is to be drafted is nobody's yet."""
    doc = parsed("""
        Norland told/tell Sudria  to    draft   a     plan   to    leave the    union  .
        NNP/GPE VBD       NNP/GPE TO    VB      DT    NN     TO    VB    DT     NN     .
        nsubj:2 ROOT      dobj:2  aux:5 xcomp:2 det:7 dobj:5 aux:9 acl:7 det:11 dobj:9 punct:2
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_plan_drafted() -> None:
    """One that was drafted is there."""
    doc = parsed("""
        Norland drafted/draft a     plan   to    leave the   union  .
        NNP/GPE VBD           DT    NN     TO    VB    DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "leave") == "promised probable future"


def test_decision_that() -> None:
    """A decision that something is so finds it."""
    doc = parsed("""
        Norland fought/fight the   court  's     decision that   Sudria  broke/break the    treaty .
        NNP/GPE VBD          DT    NN     POS    NN       WDT    NNP/GPE VBD         DT     NN     .
        nsubj:2 ROOT         det:4 poss:6 case:4 dobj:2   mark:9 nsubj:9 acl:6       det:11 dobj:9 punct:2
    """)
    assert read_as(doc, "broke") == "certain"


def test_talk_of() -> None:
    """Of what there is talk it is possible."""
    doc = parsed("""
        There  was/be   talk   of     a     rebel  attacking/attack Sudria  .
        EX     VBD=VERB NN     IN     DT    NN     VBG              NNP/GPE .
        expl:2 ROOT     attr:2 prep:3 det:6 pobj:4 acl:6            dobj:7  punct:2
    """)
    assert read_as(doc, "attacking") == "possible"


def test_photo_of() -> None:
    """What a photograph is of is so."""
    doc = parsed("""
        There  was/be   a     photo  of     a     rebel  attacking/attack Sudria  .
        EX     VBD=VERB DT    NN     IN     DT    NN     VBG              NNP/GPE .
        expl:2 ROOT     det:4 attr:2 prep:4 det:7 pobj:5 acl:7            dobj:8  punct:2
    """)
    assert read_as(doc, "attacking") == "certain"


def test_expects_another_to() -> None:
    """What is expected of another is likely."""
    doc = parsed("""
        Norland expects/expect Sudria  to    leave   the   union  .
        NNP/GPE VBZ            NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT           nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "leave") == "probable future"


def test_expects_to() -> None:
    """What somebody expects to do he wants."""
    doc = parsed("""
        Norland expects/expect to    leave   the   union  .
        NNP/GPE VBZ            TO    VB      DT    NN     .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_warned_to() -> None:
    """Who is warned to do something is asked for it."""
    doc = parsed("""
        Norland warned/warn Sudria  to    leave   the   union  .
        NNP/GPE VBD         NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT        dobj:2  aux:5 xcomp:2 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "leave") == "requested unknown future"


def test_did_not_say_why() -> None:
    """Who did not say why something is so takes it to be so."""
    doc = parsed("""
        Norland did/do not   say  why      Sudria  left/leave the   union  .
        NNP/GPE VBD    RB    VB   WRB      NNP/GPE VBD        DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT advmod:7 nsubj:7 ccomp:4    det:9 dobj:7 punct:4
    """)
    assert read_as(doc, "left") == "certain"


def test_did_not_say_that() -> None:
    """Who did not say that it is so said nothing of it."""
    doc = parsed("""
        Norland did/do not   say  that   Sudria  left/leave the   union  .
        NNP/GPE VBD    RB    VB   IN     NNP/GPE VBD        DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT mark:7 nsubj:7 ccomp:4    det:9 dobj:7 punct:4
    """)
    assert read_as(doc, "left") == "unknown"


def test_hard_for_somebody() -> None:
    """What is hard for somebody to do is no aim."""
    doc = parsed("""
        The   war     made/make it      hard    for    Sudria  to    leave   the    union  .
        DT    NN      VBD       PRP     JJ      IN     NNP/GPE TO    VB      DT     NN     .
        det:2 nsubj:3 ROOT      nsubj:5 ccomp:3 mark:9 nsubj:9 aux:9 advcl:5 det:11 dobj:9 punct:3
    """)
    assert read_as(doc, "leave") == "unknown"


def test_built_before_it_closes() -> None:
    """What was built before something to come is built."""
    doc = parsed("""
        The   bridge  built/build by      Norland will  close .
        DT    NN      VBN         IN      NNP/GPE MD    VB    .
        det:2 nsubj:7 acl:2       agent:3 pobj:4  aux:7 ROOT  punct:7
    """)
    assert read_as(doc, "built") == "certain"


def test_reported_to_have_stopped() -> None:
    """Who is reported to have stopped something is reported to have done it."""
    doc = parsed("""
        Norland     is/be     said/say to    have  stopped/stop attacking/attack Sudria  .
        NNP/GPE     VBZ       VBN      TO    VB    VBN          VBG              NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT     aux:6 aux:6 xcomp:3      xcomp:6          dobj:7  punct:3
    """)
    assert read_as(doc, "attacking") == "alleged possible"


def test_announcement_to() -> None:
    """What was announced with an infinitive is to come."""
    doc = parsed("""
        Norland made/make an    announcement to    close the   bank   .
        NNP/GPE VBD       DT    NN           TO    VB    DT    NN     .
        nsubj:2 ROOT      det:4 dobj:2       aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "close") == "unknown future"


def test_such_as() -> None:
    """What somebody's priorities are need not be done."""
    doc = parsed("""
        Norland has/have other  priorities/priority ,       such   as     closing/close the    bank   .
        NNP/GPE VBZ      JJ     NNS                 ,       JJ     IN     VBG           DT     NN     .
        nsubj:2 ROOT     amod:4 dobj:2              punct:4 amod:7 prep:4 pcomp:7       det:10 dobj:8 punct:2
    """)
    assert read_as(doc, "closing") == "unknown"


def test_main_clause_behind_while() -> None:
    """A main clause is no content of the clause that comes before it."""
    doc = parsed("""
        While  the   judge   found/find that   action  wrong   ,        his     ruling       was/be
        IN     DT    NN      VBD        IN     NN      JJ      ,        PRP$    NN           VBD
        mark:4 det:3 nsubj:4 advcl:12   mark:7 nsubj:7 ccomp:4 punct:12 poss:10 nsubjpass:12 auxpass:12
        overturned/overturn by       the    court   .
        VBN                 IN       DT     NN      .
        ROOT                agent:12 det:15 pobj:13 punct:12
    """)
    assert read_as(doc, "overturned") == "certain"


def test_set_for_a_day() -> None:
    """What is set for a day to come is to come."""
    doc = parsed("""
        Norland faces/face a     test   on     Tuesday when     rebels/rebel try     to     leave   the    union
        NNP/GPE VBZ        DT    NN     IN     NNP     WRB      NNS          VBP     TO     VB      DT     NN
        nsubj:2 ROOT       det:4 dobj:2 prep:2 pobj:5  advmod:9 nsubj:9      advcl:2 aux:11 xcomp:9 det:13 dobj:11
        .
        .
        punct:2
    """)
    assert read_as(doc, "try") == "certain future"


def test_set_for_no_day() -> None:
    """What happens whenever something does is set for none."""
    doc = parsed("""
        Norland faces/face a     test   when     rebels/rebel try     to    leave   the    union  .
        NNP/GPE VBZ        DT    NN     WRB      NNS          VBP     TO    VB      DT     NN     .
        nsubj:2 ROOT       det:4 dobj:2 advmod:7 nsubj:7      advcl:2 aux:9 xcomp:7 det:11 dobj:9 punct:2
    """)
    assert read_as(doc, "try") == "conditional unknown"


@pytest.mark.parametrize(
    ("verb", "expected"), [("dared/dare", "unknown future requested"), ("forced/force", "certain")]
)
def test_dared(verb: str, expected: str) -> None:
    """Who is dared to sell need not have sold, unlike who is forced to."""
    doc = parsed(f"""
        Norland {verb} the   bank   to    sell    it     .
        NNP/GPE VBD    DT    NN     TO    VB      PRP    .
        nsubj:2 ROOT   det:4 dobj:2 aux:6 xcomp:2 dobj:6 punct:2
    """)
    assert set(read_as(doc, "sell").split()) == set(expected.split())


@pytest.mark.parametrize(("verb", "lost"), [("daring/dare", True), ("calling/call", False)])
def test_said_by_who_is_bidden(verb: str, lost: bool) -> None:  # noqa: FBT001 (what is expected)
    """What somebody would be dared to say is said by nobody; what is told on a call that goes with something is."""
    doc = parsed(f"""
        Norland may   wait ,       {verb}  them   to    say     that  it      fell/fall .
        NNP/GPE MD    VB   ,       VBG     PRP    TO    VB      IN    PRP     VBD       .
        nsubj:3 aux:3 ROOT punct:3 advcl:3 dobj:5 aux:8 xcomp:5 mark:11 nsubj:11 ccomp:8 punct:3
    """)
    assert undecided(doc, "fell") is lost
