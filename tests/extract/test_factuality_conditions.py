"""Conditions by order, alternatives, and what is promised under a condition or asked."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as


def test_should_before_its_subject() -> None:
    """To lead with *should* is to set a condition."""
    doc = parsed("""
        Should Norland leave   the   union  ,       Sudria  will  follow .
        MD     NNP/GPE VB      DT    NN     ,       NNP/GPE MD    VB     .
        aux:3  nsubj:3 advcl:9 det:5 dobj:3 punct:9 nsubj:9 aux:9 ROOT   punct:9
    """)
    assert read_as(doc, "leave") == "conditional unknown future"


def test_should_before_its_subject_at_the_end() -> None:
    """It is one behind its main clause too, whichever the parse takes for that."""
    doc = parsed("""
        Ana        added/add a     note   of     caution ,        should Norland  leave the    union   .
        NNP/PERSON VBD       DT    NN     IN     NN      ,        MD     NNP/GPE  VB    DT     NN      .
        nsubj:2    ccomp:10  det:4 dobj:2 prep:4 pobj:5  punct:10 aux:10 nsubj:10 ROOT  det:12 dobj:10 punct:10
    """)
    assert read_as(doc, "leave") == "conditional unknown"


def test_should_behind_its_subject() -> None:
    """Behind its subject *should* asks for something."""
    doc = parsed("""
        Norland should leave the   union  .
        NNP/GPE MD     VB    DT    NN     .
        nsubj:3 aux:3  ROOT  det:5 dobj:3 punct:3
    """)
    assert read_as(doc, "leave") == "requested unknown future"


def test_were_before_its_subject() -> None:
    """So is to lead with *were*."""
    doc = parsed("""
        Were/be  Norland to    leave   the   union  ,        Sudria   would  follow .
        VBD      NNP/GPE TO    VB      DT    NN     ,        NNP/GPE  MD     VB     .
        advcl:10 nsubj:1 aux:4 xcomp:1 det:6 dobj:4 punct:10 nsubj:10 aux:10 ROOT   punct:10
    """)
    assert read_as(doc, "leave") == "conditional unknown"


def test_were_to() -> None:
    """What somebody was to do was planned."""
    doc = parsed("""
        The   ministers/minister were/be to    leave   the   union  .
        DT    NNS                VBD     TO    VB      DT    NN     .
        det:2 nsubj:3            ROOT    aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "leave") == "promised probable future"


def test_what_hangs_on_an_inverted_condition() -> None:
    """What would follow is under the condition."""
    doc = parsed("""
        Were/be  Norland to    leave   the   union  ,        Sudria   would  follow .
        VBD      NNP/GPE TO    VB      DT    NN     ,        NNP/GPE  MD     VB     .
        advcl:10 nsubj:1 aux:4 xcomp:1 det:6 dobj:4 punct:10 nsubj:10 aux:10 ROOT   punct:10
    """)
    assert read_as(doc, "follow") == "conditional unknown future"


def test_if_anything() -> None:
    """The words *if anything* set no condition."""
    doc = parsed("""
        If     anything ,       the   ministers/minister welcomed/welcome the   treaty .
        IN     NN=PRON  ,       DT    NNS                VBD              DT    NN     .
        mark:2 advcl:6  punct:6 det:5 nsubj:6            ROOT             det:8 dobj:6 punct:6
    """)
    assert read_as(doc, "welcomed") == "certain"


def test_either() -> None:
    """Of two things joined by *or* each may be."""
    doc = parsed("""
        Norland will  rise or   fall   .
        NNP/GPE MD    VB   CC   VB     .
        nsubj:3 aux:3 ROOT cc:3 conj:3 punct:3
    """)
    assert read_as(doc, "rise") == "possible future"


def test_or() -> None:
    """The second too."""
    doc = parsed("""
        Norland will  rise or   fall   .
        NNP/GPE MD    VB   CC   VB     .
        nsubj:3 aux:3 ROOT cc:3 conj:3 punct:3
    """)
    assert read_as(doc, "fall") == "possible future"


def test_denied_of_either() -> None:
    """What is denied of either is denied of both."""
    doc = parsed("""
        Norland did/do not   sign or   reject the   treaty .
        NNP/GPE VBD    RB    VB   CC   VB     DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT cc:4 conj:4 det:8 dobj:6 punct:4
    """)
    assert read_as(doc, "reject") == "not certain"


def test_refused_or() -> None:
    """Also by a verb that denies it."""
    doc = parsed("""
        Norland refused/refuse to    sign    the   treaty or   leave  the    union  .
        NNP/GPE VBD            TO    VB      DT    NN     CC   VB     DT     NN     .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4 cc:4 conj:4 det:10 dobj:8 punct:2
    """)
    assert read_as(doc, "leave") == "not certain"


def test_promise_under_a_condition() -> None:
    """What somebody would promise under a condition is under it too."""
    doc = parsed("""
        Norland will  sign if     Sudria  promises/promise to    leave   the    union  .
        NNP/GPE MD    VB   IN     NNP/GPE VBZ              TO    VB      DT     NN     .
        nsubj:3 aux:3 ROOT mark:6 nsubj:6 advcl:3          aux:8 xcomp:6 det:10 dobj:8 punct:3
    """)
    assert read_as(doc, "leave") == "conditional unknown future"


def test_promise_in_a_question() -> None:
    """Who is asked for a promise has promised nothing."""
    doc = parsed("""
        Will  Norland promise to    leave   the   union  ?
        MD    NNP/GPE VB      TO    VB      DT    NN     .
        aux:3 nsubj:3 ROOT    aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_going_to_in_a_question() -> None:
    """Nor has who is asked what he is going to do."""
    doc = parsed("""
        Is/be Norland going/go to    leave   the   union  ?
        VBZ   NNP/GPE VBG      TO    VB      DT    NN     .
        aux:3 nsubj:3 ROOT     aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_going_to() -> None:
    """What is going to be is told as flatly as what will be."""
    doc = parsed("""
        Norland is/be going/go to    leave   the   union  .
        NNP/GPE VBZ   VBG      TO    VB      DT    NN     .
        nsubj:3 aux:3 ROOT     aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "leave") == "certain future"


def test_either_subject() -> None:
    """Of two who are joined by *or* either may do it."""
    doc = parsed("""
        Norland or   Sudria  will  leave the   union  .
        NNP/GPE CC   NNP/GPE MD    VB    DT    NN     .
        nsubj:5 cc:1 conj:1  aux:5 ROOT  det:7 dobj:5 punct:5
    """)
    assert read_as(doc, "leave") == "possible future"


def test_both_subjects() -> None:
    """Of two who are joined by *and* both do."""
    doc = parsed("""
        Norland and  Sudria  will  leave the   union  .
        NNP/GPE CC   NNP/GPE MD    VB    DT    NN     .
        nsubj:5 cc:1 conj:1  aux:5 ROOT  det:7 dobj:5 punct:5
    """)
    assert read_as(doc, "leave") == "certain future"


def test_either_and_another() -> None:
    """What stands with *and* beside an alternative is so."""
    doc = parsed("""
        Norland has/have signed/sign or   rejected/reject the   treaty ,       and  left/leave the    union
        NNP/GPE VBZ      VBN         CC   VBN             DT    NN     ,       CC   VBD        DT     NN
        nsubj:3 aux:3    ROOT        cc:3 conj:3          det:7 dobj:5 punct:3 cc:3 conj:3     det:12 dobj:10
        .
        .
        punct:3
    """)
    assert read_as(doc, "left") == "certain"


def test_in_the_event() -> None:
    """In the event that something happens is a condition."""
    doc = parsed("""
        Banks/bank will  pay  in     the   event  that     Norland left/leave the    union  .
        NNS        MD    VB   IN     DT    NN     WDT      NNP/GPE VBD        DT     NN     .
        nsubj:3    aux:3 ROOT prep:3 det:6 pobj:4 dative:9 nsubj:9 relcl:6    det:11 dobj:9 punct:3
    """)
    assert read_as(doc, "left") == "conditional unknown"


def test_in_case() -> None:
    """So is *in case*."""
    doc = parsed("""
        Banks/bank paid/pay in     case   Norland left/leave the   union  .
        NNS        VBD      IN     NN     NNP/GPE VBD        DT    NN     .
        nsubj:2    ROOT     prep:2 pobj:3 nsubj:6 acl:4      det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "left") == "conditional unknown"


REQUIRED = """
    {}      Norland requires/require banks/bank to    report  ,       Sudria  will  follow .
    {}      NNP/GPE VBZ              NNS        TO    VB      ,       NNP/GPE MD    VB     .
    {}      nsubj:3 advcl:10         dobj:3     aux:6 xcomp:3 punct:3 nsubj:10 aux:10 ROOT punct:10
"""


@pytest.mark.parametrize(
    ("link", "tag", "relation", "stance"),
    [("If", "IN", "mark:3", "conditional unknown future"), ("As", "IN", "mark:3", "requested unknown future")],
)
def test_request_under_a_condition(link: str, tag: str, relation: str, stance: str) -> None:
    """What would be asked for under a condition is asked for by nobody; behind another conjunction it is."""
    assert read_as(parsed(REQUIRED.format(link, tag, relation)), "report") == stance


THINK = """
    Banks/bank there    {}      think   Norbank ){}     will  pay     .
    NNS        RB       {}      {}      NNP/ORG -RRB-   MD    VB      .
    nsubj:8    advmod:1 punct:4 parataxis:8 dobj:4 punct:4 aux:8 ROOT    punct:8
"""


def test_order_in_brackets() -> None:
    """A bare verb that opens brackets tells the reader to do something; "think" only names an example."""
    noted = THINK.replace("think  ", "note   ")
    assert read_as(parsed(noted.format("(", "", "-LRB-", "VBP")), "note") == "requested unknown future"
    assert read_as(parsed(THINK.format("(", "", "-LRB-", "VBP")), "think") == "unknown"


def test_condition_of_what_is_barred() -> None:
    """What bars somebody from something under a condition bars him; what it bars is under the condition."""
    doc = parsed("""
        The   law     prevents/prevent banks/bank from   lending/lend if     they    fail    .
        DT    NN      VBZ              NNS        IN     VBG          IN     PRP     VBP     .
        det:2 nsubj:3 ROOT             dobj:3     prep:3 pcomp:5      mark:9 nsubj:9 advcl:3 punct:3
    """)
    assert read_as(doc, "prevents") == "certain"
    assert read_as(doc, "lending") == "conditional not unknown"


def test_faced_under_a_condition() -> None:
    """Who faces something if found to have done it faces it."""
    doc = parsed("""
        Ana        faces/face a     fine   if     convicted/convict .
        NNP/PERSON VBZ        DT    NN     IN     VBN               .
        nsubj:2    ROOT       det:4 dobj:2 mark:6 advcl:2           punct:2
    """)
    assert read_as(doc, "faces") == "certain"


def test_apologised_under_a_condition() -> None:
    """Who apologised if something was so apologised."""
    doc = parsed("""
        Ana        apologised/apologise if     it      was/be  so       .
        NNP/PERSON VBD                  IN     PRP     VBD     RB       .
        nsubj:2    ROOT                 mark:5 nsubj:5 advcl:2 advmod:5 punct:2
    """)
    assert read_as(doc, "apologised") == "certain"


def test_said_behind_a_condition() -> None:
    """What was said was said, whatever can be."""
    doc = parsed("""
        If     it      can   pay     ,       Ana        spoke/speak .
        IN     PRP     MD    VB      ,       NNP/PERSON VBD         .
        mark:4 nsubj:4 aux:4 advcl:7 punct:7 nsubj:7    ROOT        punct:7
    """)
    assert read_as(doc, "spoke") == "certain"


@pytest.mark.parametrize(
    ("verb", "tag", "expected"), [("leads/lead", "VBZ", "conditional unknown"), ("led/lead", "VBD", "certain")]
)
def test_condition_that_goes_on(verb: str, tag: str, expected: str) -> None:
    """A clause in the present joined to a condition, behind a main clause that is not, is a condition too."""
    doc = parsed(f"""
        Bell       rose/rise early    if     Norland wins/win and  she      {verb} it      .
        NNP/PERSON VBD       RB       IN     NNP/GPE VBZ      CC   PRP      {tag}  PRP     .
        nsubj:2    ROOT      advmod:2 mark:6 nsubj:6 advcl:2  cc:2 nsubj:9  conj:2 dobj:9  punct:2
    """)
    assert read_as(doc, verb.partition("/")[0]).startswith(expected)
