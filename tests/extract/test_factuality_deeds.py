"""Deeds that were done, left undone or bound to be done, each beside its near miss."""

from __future__ import annotations

from tests.extract.conftest import parsed, read_as, undecided


def test_did_nothing_to() -> None:
    """Who did nothing to stop it did not stop it."""
    doc = parsed("""
        Norland did/do nothing to    stop    the   raid   .
        NNP/GPE VBD    NN=PRON TO    VB      DT    NN     .
        nsubj:2 ROOT   dobj:2  aux:5 relcl:3 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "stop") == "not certain"


def test_did_little_to() -> None:
    """Who did little to help hardly helped."""
    doc = parsed("""
        Norland did/do little to    help    Sudria  .
        NNP/GPE VBD    JJ     TO    VB      NNP/GPE .
        nsubj:2 ROOT   dobj:2 aux:5 advcl:2 dobj:5  punct:2
    """)
    assert read_as(doc, "help") == "not probable"


def test_did_much_to() -> None:
    """Who did much to help helped."""
    doc = parsed("""
        Norland did/do much   to    help    Sudria  .
        NNP/GPE VBD    JJ     TO    VB      NNP/GPE .
        nsubj:2 ROOT   dobj:2 aux:5 advcl:2 dobj:5  punct:2
    """)
    assert read_as(doc, "help") == "certain"


def test_did_it_to() -> None:
    """What something is done for need not come of it."""
    doc = parsed("""
        Norland did/do it     to    help    Sudria  .
        NNP/GPE VBD    PRP    TO    VB      NNP/GPE .
        nsubj:2 ROOT   dobj:2 aux:5 advcl:2 dobj:5  punct:2
    """)
    assert read_as(doc, "help") == "unknown future"


def test_came_to() -> None:
    """Who came to lead it led it."""
    doc = parsed("""
        Ana        came/come to    lead    the   ministry .
        NNP/PERSON VBD       TO    VB      DT    NN       .
        nsubj:2    ROOT      aux:4 advcl:2 det:6 dobj:4   punct:2
    """)
    assert read_as(doc, "lead") == "certain"


def test_came_somewhere_to() -> None:
    """Who came somewhere to lead it may not have."""
    doc = parsed("""
        Ana        came/come to     Norland to    lead    the   ministry .
        NNP/PERSON VBD       IN     NNP/GPE TO    VB      DT    NN       .
        nsubj:2    ROOT      prep:2 pobj:3  aux:6 advcl:2 det:8 dobj:6   punct:2
    """)
    assert read_as(doc, "lead") == "unknown future"


def test_will_come_to() -> None:
    """Who will come to lead it will lead it."""
    doc = parsed("""
        Ana        will  come to    lead    the   ministry .
        NNP/PERSON MD    VB   TO    VB      DT    NN       .
        nsubj:3    aux:3 ROOT aux:5 advcl:3 det:7 dobj:5   punct:3
    """)
    assert read_as(doc, "lead") == "certain future"


def test_decided_not_to() -> None:
    """What somebody decided not to do he did not do."""
    doc = parsed("""
        Norland decided/decide not   to    sign    the   treaty .
        NNP/GPE VBD            RB    TO    VB      DT    NN     .
        nsubj:2 ROOT           neg:5 aux:5 xcomp:2 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "sign") == "not certain"


def test_decided_against() -> None:
    """Nor what he decided against."""
    doc = parsed("""
        Norland decided/decide against signing/sign the   treaty .
        NNP/GPE VBD            IN      VBG          DT    NN     .
        nsubj:2 ROOT           prep:2  pcomp:3      det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "signing") == "not certain"


def test_decided_to() -> None:
    """What somebody decided to do may be done by now or not, and nobody promises it."""
    doc = parsed("""
        Norland decided/decide to    sign    the   treaty .
        NNP/GPE VBD            TO    VB      DT    NN     .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "sign") == "probable future"
    assert undecided(doc, "sign")


def test_has_decided_to() -> None:
    """What somebody has decided to do is still his plan."""
    doc = parsed("""
        Norland has/have decided/decide to    sign    the   treaty .
        NNP/GPE VBZ      VBN            TO    VB      DT    NN     .
        nsubj:3 aux:3    ROOT           aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "sign") == "promised probable future"
    assert not undecided(doc, "sign")


def test_decision_to() -> None:
    """Nor does somebody's decision tell what became of it; his plan is his plan."""
    doc = """
        Norland opposed/oppose Sudria  's     {}     to    sign  the   treaty .
        NNP/GPE VBD            NNP/GPE POS    NN     TO    VB    DT    NN     .
        nsubj:2 ROOT           poss:5  case:3 dobj:2 aux:7 acl:5 det:9 dobj:7 punct:2
    """
    assert read_as(parsed(doc.format("decision")), "sign") == "probable future"
    assert undecided(parsed(doc.format("decision")), "sign")
    assert read_as(parsed(doc.format("plan")), "sign") == "promised probable future"
    assert not undecided(parsed(doc.format("plan")), "sign")


def test_incapable() -> None:
    """What somebody is incapable of he does not do."""
    doc = parsed("""
        Norland is/be incapable of     leading/lead the   union  .
        NNP/GPE VBZ   JJ        IN     VBG          DT    NN     .
        nsubj:2 ROOT  acomp:2   prep:3 pcomp:4      det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "leading") == "not certain"


def test_capable() -> None:
    """What he is capable of he may not do either."""
    doc = parsed("""
        Norland is/be capable of     leading/lead the   union  .
        NNP/GPE VBZ   JJ      IN     VBG          DT    NN     .
        nsubj:2 ROOT  acomp:2 prep:3 pcomp:4      det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "leading") == "unknown"


def test_must_stop() -> None:
    """Who must stop doing something does it."""
    doc = parsed("""
        Norland must  stop attacking/attack Sudria  .
        NNP/GPE MD    VB   VBG              NNP/GPE .
        nsubj:3 aux:3 ROOT xcomp:3          dobj:4  punct:3
    """)
    assert read_as(doc, "attacking") == "certain"


def test_must_stop_itself() -> None:
    """That he stops is asked for."""
    doc = parsed("""
        Norland must  stop attacking/attack Sudria  .
        NNP/GPE MD    VB   VBG              NNP/GPE .
        nsubj:3 aux:3 ROOT xcomp:3          dobj:4  punct:3
    """)
    assert read_as(doc, "stop") == "requested unknown future"


def test_had_to() -> None:
    """What somebody had to do he did."""
    doc = parsed("""
        Norland had/have to    leave   the   union  .
        NNP/GPE VBD      TO    VB      DT    NN     .
        nsubj:2 ROOT     aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "leave") == "certain"


def test_said_it_had_to() -> None:
    """Of what somebody said that it had to be done nothing is told."""
    doc = parsed("""
        Ana        said/say that   Norland had/have to    leave   the   union  .
        NNP/PERSON VBD      IN     NNP/GPE VBD      TO    VB      DT    NN     .
        nsubj:2    ROOT     mark:5 nsubj:5 ccomp:2  aux:7 xcomp:5 det:9 dobj:7 punct:2
    """)
    assert undecided(doc, "leave")


def test_has_to() -> None:
    """What somebody has to do is to come."""
    doc = parsed("""
        Norland has/have to    leave   the   union  .
        NNP/GPE VBZ      TO    VB      DT    NN     .
        nsubj:2 ROOT     aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "leave") == "requested unknown future"


def test_hard_to() -> None:
    """What is hard to do nobody plans."""
    doc = parsed("""
        The   union   will  be   hard    to    leave   .
        DT    NN      MD    VB   JJ      TO    VB      .
        det:2 nsubj:4 aux:4 ROOT acomp:4 aux:7 xcomp:5 punct:4
    """)
    assert read_as(doc, "leave") == "unknown"


def test_job_was_to() -> None:
    """A job tells what it is, and not what was planned."""
    doc = parsed("""
        The   job     was/be to    lead    the   union  .
        DT    NN      VBD    TO    VB      DT    NN     .
        det:2 nsubj:3 ROOT   aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "lead") == "unknown"


def test_before_doing() -> None:
    """What somebody did something before he did too."""
    doc = parsed("""
        Norland paid/pay before leaving/leave the   union  .
        NNP/GPE VBD      IN     VBG           DT    NN     .
        nsubj:2 ROOT     prep:2 pcomp:3       det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "leaving") == "certain"


def test_worst_odds() -> None:
    """Odds are of what may be."""
    doc = parsed("""
        The   refugees/refugee have the   worst/bad odds/odd to    escape  .
        DT    NNS              VBP  DT    JJS       NNS      TO    VB      .
        det:2 nsubj:3          ROOT det:6 amod:6    dobj:3   aux:8 relcl:6 punct:3
    """)
    assert read_as(doc, "escape") == "unknown"


def test_first_to() -> None:
    """Who was the first to escape escaped."""
    doc = parsed("""
        Ana        was/be the   first  woman  to    escape  .
        NNP/PERSON VBD    DT    JJ     NN     TO    VB      .
        nsubj:2    ROOT   det:5 amod:5 attr:2 aux:7 relcl:5 punct:2
    """)
    assert read_as(doc, "escape") == "certain"


def test_best_to() -> None:
    """Who is the best to lead may not lead."""
    doc = parsed("""
        Ana        is/be the   best/good minister to    lead    the   union  .
        NNP/PERSON VBZ   DT    JJS       NN       TO    VB      DT    NN     .
        nsubj:2    ROOT  det:5 amod:5    attr:2   aux:7 relcl:5 det:9 dobj:7 punct:2
    """)
    assert read_as(doc, "lead") == "unknown"


def test_mocked_for_saying() -> None:
    """Who is mocked for what he said has said it."""
    doc = parsed("""
        Norland mocked/mock Ana        for    admitting/admit the   loss   .
        NNP/GPE VBD         NNP/PERSON IN     VBG             DT    NN     .
        nsubj:2 ROOT        dobj:2     prep:2 pcomp:4         det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "admitting") == "certain"


def test_condemned_for_doing() -> None:
    """What somebody is condemned for he has done in the eyes of who condemns it."""
    doc = parsed("""
        Norland condemned/condemn Ana        for    ruining/ruin the   bank   .
        NNP/GPE VBD               NNP/PERSON IN     VBG          DT    NN     .
        nsubj:2 ROOT              dobj:2     prep:2 pcomp:4      det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "ruining") == "probable"


def test_would_have() -> None:
    """What would have been is neither so nor to come."""
    doc = parsed("""
        Norland would have  signed/sign the   treaty .
        NNP/GPE MD    VB    VBN         DT    NN     .
        nsubj:4 aux:4 aux:4 ROOT        det:6 dobj:4 punct:4
    """)
    assert read_as(doc, "signed") == "conditional unknown"


def test_will_sometimes() -> None:
    """What somebody will sometimes do is a habit."""
    doc = parsed("""
        Ana        will  sometimes write a     report .
        NNP/PERSON MD    RB        VB    DT    NN     .
        nsubj:4    aux:4 advmod:4  ROOT  det:6 dobj:4 punct:4
    """)
    assert read_as(doc, "write") == "certain"


def test_will_regularly() -> None:
    """What he will do regularly is planned."""
    doc = parsed("""
        Ana        will  regularly write a     report .
        NNP/PERSON MD    RB        VB    DT    NN     .
        nsubj:4    aux:4 advmod:4  ROOT  det:6 dobj:4 punct:4
    """)
    assert read_as(doc, "write") == "certain future"


def test_would_like() -> None:
    """Who would like something wants it now."""
    doc = parsed("""
        Norland would like to    leave   the   union  .
        NNP/GPE MD    VB   TO    VB      DT    NN     .
        nsubj:3 aux:3 ROOT aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "like") == "certain"


def test_cannot_wait() -> None:
    """Who cannot wait to see something is only impatient."""
    doc = parsed("""
        Ana        can   not   wait to    see     the   treaty .
        NNP/PERSON MD    RB    VB   TO    VB      DT    NN     .
        nsubj:4    aux:4 neg:4 ROOT aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert read_as(doc, "wait") == "unknown"


def test_no_longer_wait() -> None:
    """Who does not wait does not."""
    doc = parsed("""
        Ana        did/do not   wait for    the   treaty .
        NNP/PERSON VBD    RB    VB   IN     DT    NN     .
        nsubj:4    aux:4  neg:4 ROOT prep:4 det:7 pobj:5 punct:4
    """)
    assert read_as(doc, "wait") == "not certain"


def test_too_much_to() -> None:
    """Too much of something keeps the rest from coming about."""
    doc = parsed("""
        Miners/miner earn too      much   to    get     the   pension .
        NNS          VBP  RB       JJ     TO    VB      DT    NN      .
        nsubj:2      ROOT advmod:4 dobj:2 aux:6 advcl:2 det:8 dobj:6  punct:2
    """)
    assert read_as(doc, "get") == "not certain"


def test_nothing_to() -> None:
    """Who has nothing to hide hides nothing."""
    doc = parsed("""
        Norland has/have nothing to    hide    .
        NNP/GPE VBZ      NN=PRON TO    VB      .
        nsubj:2 ROOT     dobj:2  aux:5 relcl:3 punct:2
    """)
    assert read_as(doc, "hide") == "not certain"


def test_something_to() -> None:
    """Who has something to do need not do it."""
    doc = parsed("""
        Norland has/have a     treaty to    sign    .
        NNP/GPE VBZ      DT    NN     TO    VB      .
        nsubj:2 ROOT     det:4 dobj:2 aux:6 relcl:4 punct:2
    """)
    assert read_as(doc, "sign") == "unknown"


def test_cannot_have() -> None:
    """Who cannot have others do something does not tell whether they do it."""
    doc = parsed("""
        Norland can   not   have Sudria  leave   the   union  .
        NNP/GPE MD    RB    VB   NNP/GPE VB      DT    NN     .
        nsubj:4 aux:4 neg:4 ROOT nsubj:6 ccomp:4 det:8 dobj:6 punct:4
    """)
    assert read_as(doc, "leave") == "not certain"
    assert undecided(doc, "leave")
