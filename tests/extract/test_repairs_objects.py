"""Objects taken for half of the next clause's subject, and for the second of two: put right."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles, words_of_the_package
from tests.extract.repairing import mended, place

JOINED = """
    Norland backed/back the   union   and  Bell       {}       {}      .
    NNP/GPE VBD         DT    NN      CC   NNP/PERSON {}       {}      .
    nsubj:2 ROOT        det:4 nsubj:8 cc:4 conj:4     {}       ccomp:2 punct:2
"""


@pytest.mark.parametrize(
    ("words", "tags", "over"),
    [("has/have left/leave", "VBZ VBN", "aux:8"), ("then protested/protest", "RB VBD", "advmod:8")],
)
def test_object_before_a_clause(words: str, tags: str, over: str) -> None:
    """What stands behind a verb that says nothing is its object, and only what is behind "and" leaves."""
    one, two = words.split()
    before, after = tags.split()
    doc = mended(JOINED.format(one, two, before, after, over))
    assert place(doc, "union") == ("dobj", "backed")
    assert roles(doc, "backed") == ["actor: Norland", "recipient: the union"]
    assert roles(doc, two.partition("/")[0]) == ["actor: Bell"]


SAID = """
    Norland {}      the   union   and  Bell       {}    left/leave .
    NNP/GPE VBD     DT    NN      CC   NNP/PERSON {}    VBN        .
    nsubj:2 ROOT    det:4 nsubj:8 cc:4 conj:4     aux:8 ccomp:2    punct:2
"""


def test_subject_of_what_is_said() -> None:
    """Of two about whom something is said, both have left."""
    assert place(mended(SAID.format("said/say", "have", "VBP")), "union") == ("nsubj", "left")


def test_object_of_informing() -> None:
    """Who informs somebody may have said no more: the form of one tells that only the nearer has left."""
    words = words_of_the_package()
    assert place(mended(SAID.format("informed/inform", "has/have", "VBZ"), words), "union") == ("dobj", "informed")
    assert place(mended(SAID.format("informed/inform", "have", "VBP"), words), "union") == ("nsubj", "left")


def test_object_before_a_clause_behind_if() -> None:
    """What two clauses behind "if" suppose hangs on the main clause, the second beside the first."""
    doc = mended("""
        If     Bell       backs/back the   union   and  Cole       comes/come ,       we      leave .
        IN     NNP/PERSON VBZ        DT    NN      CC   NNP/PERSON VBZ        ,       PRP     VBP   .
        mark:3 nsubj:3    advcl:8    det:5 nsubj:8 cc:5 conj:5     ccomp:11   punct:11 nsubj:11 ROOT punct:11
    """)
    assert place(doc, "backs") == ("advcl", "leave")
    assert place(doc, "comes") == ("conj", "backs")
    assert roles(doc, "comes") == ["actor: Cole"]


SEIZED = """
    Norland backed/back the   union  and  farm   workers/worker {}      retreated/retreat .
    NNP/GPE VBD         DT    NN     CC   NN     NNS            {}      VBD               .
    nsubj:2 ROOT        det:7 nmod:7 cc:4 conj:4 dobj:2         {}      conj:2            punct:2
"""


def test_subject_joined_to_an_object() -> None:
    """A verb that shares a subject has "and" before it; else the last of two nouns is its own."""
    doc = mended(SEIZED.format("then", "RB", "advmod:9"))
    assert roles(doc, "backed") == ["actor: Norland", "recipient: the union"]
    assert roles(doc, "retreated") == ["actor: farm workers"]


def test_objects_before_a_verb_that_shares_a_subject() -> None:
    """Behind "and" a verb has the subject of the verb before."""
    assert place(mended(SEIZED.format("and", "CC", "cc:2")), "workers") == ("dobj", "backed")


GAVE = """
    Norland gave/give the   {}     a     {}     .
    NNP/GPE VBD       DT    NN     DT    NN     .
    nsubj:2 ROOT      det:4 dobj:2 det:6 dobj:2 punct:2
"""


def test_first_of_two_objects() -> None:
    """Whoever stands before the second object is given it."""
    assert place(mended(GAVE.format("union", "contract")), "union") == ("dative", "gave")


def test_thing_given_behind_a_name() -> None:
    """A thing with "a" right behind a name is no other name of somebody."""
    doc = mended("""
        Norland gave/give guard   Ana        Bell       a     contract .
        NNP/GPE VBD       NN      NNP/PERSON NNP/PERSON DT    NN       .
        nsubj:2 ROOT      dobj:2  compound:5 appos:3    det:7 appos:3  punct:2
    """)
    assert place(doc, "contract") == ("dobj", "gave")
    assert place(doc, "guard") == ("dative", "gave")
