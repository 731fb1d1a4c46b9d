"""Clauses that only stand beside a verb, and verbs that the parse puts in one another's place."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles
from tests.extract.repairing import mended, place

BEFORE = """
    Talks   failed/fail {}      Norland says/say she     left/leave .
    NNS     VBD         {}      NNP/GPE VBZ      PRP     VBD        .
    nsubj:2 ccomp:5     punct:5 nsubj:5 ROOT     nsubj:7 ccomp:5    punct:5
"""


@pytest.mark.parametrize("split", ["; :", ", ,"])
def test_sentence_before_a_report(split: str) -> None:
    """What stands before somebody says something else is a sentence of its own."""
    assert place(mended(BEFORE.format(*split.split())), "failed") == ("parataxis", "says")


def test_what_is_said_before_the_report() -> None:
    """Where nothing follows, what stands before is what was said."""
    doc = mended("""
        Talks   failed/fail ,       Norland says/say .
        NNS     VBD         ,       NNP/GPE VBZ      .
        nsubj:2 ccomp:5     punct:5 nsubj:5 ROOT     punct:5
    """)
    assert place(doc, "failed") == ("ccomp", "says")


OBJECT = """
    {}      rose/rise ,       she     added/add two      words/word .
    {}      VBD       ,       PRP     VBD       CD       NNS        .
    {}      ccomp:5   punct:5 nsubj:5 ROOT      nummod:7 dobj:5     punct:5
"""


def test_sentence_before_another_with_an_object() -> None:
    """Who adds words does not add the sentence before too."""
    assert place(mended(OBJECT.format("Norland", "NNP/GPE", "nsubj:2")), "rose") == ("parataxis", "added")


def test_condition_before_a_main_clause() -> None:
    """A condition told by its order of words is no sentence of its own."""
    doc = mended("""
        Should Bell       leave   ,       she     adds/add two      words/word .
        MD     NNP/PERSON VB      ,       PRP     VBZ      CD       NNS        .
        aux:3  nsubj:3    ccomp:6 punct:6 nsubj:6 ROOT     nummod:8 dobj:6     punct:6
    """)
    assert place(doc, "leave") == ("ccomp", "adds")


def test_verb_that_opens_the_quotation() -> None:
    """A verb of saying before an opening mark is over what the quotation holds."""
    doc = mended("""
        Bell       announced/announce ,       "~      Then     he      spoke/speak .       "
        NNP/PERSON VBD                ,       ``      RB       PRP     VBD         .       ''
        nsubj:2    ccomp:7            punct:2 punct:2 advmod:2 nsubj:7 ROOT        punct:7 punct:7
    """)
    assert place(doc, "announced") == ("ROOT", "announced")
    assert place(doc, "spoke") == ("ccomp", "announced")


SAYS = """
    Everything Bell       says/say {}      a     lie    .
    NN         NNP/PERSON VBZ      {}      DT    NN     .
    ROOT       nsubj:3    relcl:1  {}      det:6 attr:4 punct:3
"""


def test_verb_behind_a_contact_clause() -> None:
    """The verb behind "everything Bell says" is that of the sentence, and not what is said."""
    doc = mended(SAYS.format("is/be", "VBZ", "ccomp:3"))
    assert place(doc, "is") == ("ROOT", "is")
    assert roles(doc, "says") == ["theme: Everything", "actor: Bell"]


def test_infinitive_taken_for_the_verb() -> None:
    """The infinitive behind "a decision by Bell" is the noun's where a verb with a tense follows."""
    doc = mended("""
        A     decision by     Bell       to    wait     hurts/hurt Norland .
        DT    NN       IN     NNP/PERSON TO    VB       VBZ        NNP/GPE .
        det:2 nsubj:6  prep:2 pobj:3     aux:6 ROOT     conj:6     dobj:7  punct:6
    """)
    assert place(doc, "wait") == ("acl", "decision")
    assert place(doc, "decision") == ("nsubj", "hurts")


SINCE = """
    Bell       has/have led/lead since  Cole       ,       on     Friday   ,       {}      left/leave .
    NNP/PERSON VBZ      VBN      IN     NNP/PERSON ,       IN     NNP/DATE ,       {}      VBD        .
    nsubj:3    aux:3    ROOT     prep:3 pobj:4     punct:3 prep:3 pobj:7   punct:3 {}      conj:3     punct:3
"""


def test_clause_without_its_subject() -> None:
    """A name behind "since" is the subject of a verb that nothing joins to the one before."""
    doc = mended(SINCE.format("quietly", "RB", "advmod:11"))
    assert place(doc, "Cole") == ("nsubj", "left")
    assert place(doc, "left") == ("advcl", "led")


def test_joined_verb_behind_since() -> None:
    """A verb that "and" joins to the one before shares its subject."""
    assert place(mended(SINCE.format("and", "CC", "cc:3")), "Cole") == ("pobj", "since")


BEYOND = """
    “       It      failed/fail ,       ”       Bell       said/say ,       and  they     left/leave {}      .
    ``      PRP     VBD         ,       ''      NNP/PERSON VBD      ,       CC   PRP      VBD        ''      .
    punct:3 nsubj:3 ccomp:7     punct:3 punct:3 nsubj:7    ROOT     punct:7 cc:7 nsubj:11 ccomp:7    punct:7 punct:7
"""


def test_clause_outside_a_quotation() -> None:
    """What stands behind a quotation and its speaker, outside the marks, is not said."""
    doc = mended(BEYOND.format(","))
    assert place(doc, "failed") == ("ccomp", "said")
    assert place(doc, "left") == ("parataxis", "said")


def test_quotation_that_goes_on() -> None:
    """What goes on in marks behind the speaker is said too."""
    gloss = BEYOND.replace("{}", "”").replace(" and ", " “   ").replace(" CC ", " `` ")
    assert place(mended(gloss), "left") == ("ccomp", "said")


def test_clause_of_contrast_before_a_report() -> None:
    """In spite of what somebody says something, is not said; on what condition, may be."""
    gloss = """
        {}     it      failed/fail ,       Norland says/say she     left/leave .
        IN     PRP     VBD         ,       NNP/GPE VBZ      PRP     VBD        .
        mark:3 nsubj:3 ccomp:6     punct:6 nsubj:6 ROOT     nsubj:8 ccomp:6    punct:6
    """
    assert place(mended(gloss.format("Though")), "failed") == ("advcl", "says")
    assert place(mended(gloss.format("If")), "failed") != ("advcl", "says")


BEHIND = """
    They    said/say it      failed/fail ,       {}     {}      {}      .
    PRP     VBD      PRP     VBD         ,       {}     {}      {}      .
    nsubj:2 ROOT     nsubj:4 ccomp:2     punct:2 {}     {}      ccomp:2 punct:2
"""


def test_clause_of_contrast_behind_a_report() -> None:
    """What a clause with "while" adds to what is said, is not said."""
    doc = mended(BEHIND.format("while", "others", "left/leave", "IN", "NNS", "VBD", "mark:8", "nsubj:8"))
    assert place(doc, "left") == ("advcl", "said")


def test_who_reports_a_report() -> None:
    """Who reports it all, behind a comma, says it and is not said to."""
    doc = mended(BEHIND.format("the", "union", "reported/report", "DT", "NN", "VBD", "det:7", "nsubj:8"))
    assert place(doc, "reported") == ("parataxis", "said")
    doc = mended(BEHIND.format("the", "union", "voted/vote", "DT", "NN", "VBD", "det:7", "nsubj:8"))
    assert place(doc, "voted") == ("ccomp", "said")


TURNED = """
    They    said/say so       ,       after  Bell       {}       it      failed/fail .
    PRP     VBD      RB       ,       IN     NNP/PERSON VBD      PRP     VBD         .
    nsubj:2 ROOT     advmod:2 punct:2 mark:7 nsubj:7    advcl:9  nsubj:9 ccomp:2     punct:2
"""


def test_clauses_turned_around() -> None:
    """A clause that a conjunction opens is over the one behind it, and the verb before over both."""
    doc = mended(TURNED.format("claimed/claim"))
    assert place(doc, "claimed") == ("advcl", "said")
    assert place(doc, "failed") == ("ccomp", "claimed")


def test_condition_by_order_is_no_sentence() -> None:
    """A condition that opens with its verb is no sentence of its own."""
    doc = mended("""
        Were  Norland to    leave   ,       Sudria  would win  it     .
        VBD   NNP/GPE TO    VB      ,       NNP/GPE MD    VB   PRP    .
        ccomp:8 nsubj:1 aux:4 advcl:1 punct:8 nsubj:8 aux:8 ROOT dobj:8 punct:8
    """)
    assert place(doc, "Were") == ("ccomp", "win")


DASHED = """
    Bell       announced/announce a     plan   {dash}  towns/town cheered/cheer .
    NNP/PERSON VBD                DT    NN     {tag}   NNS        VBD           .
    nsubj:2    ROOT               det:4 dobj:2 punct:2 nsubj:7    ccomp:2       punct:2
"""


def test_sentence_behind_a_dash() -> None:
    """A clause behind a dash is no part of what a verb with an object says."""
    assert place(mended(DASHED.format(dash="—", tag=":")), "cheered") == ("parataxis", "announced")
    assert place(mended(DASHED.format(dash="that", tag="IN")), "cheered") == ("ccomp", "announced")
