"""Phrases and absolute clauses that the parse takes for a part of the clause beside them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles, words_of_the_package
from tests.extract.repairing import mended, place

COMPARED = """
    Many    {}      as     models/model failed/fail .
    JJ      {}      IN     NNS          VBD         .
    nsubj:5 {}      mark:5 nsubj:5      ROOT        punct:5
"""


def test_comparison_behind_a_subject() -> None:
    """What stands after "as" between a subject and its verb is no second subject."""
    assert place(mended(COMPARED.format("now", "RB", "advmod:5")), "models") == ("pobj", "as")


def test_inserted_clause_with_as() -> None:
    """Behind a comma, "as" opens a clause with a subject of its own."""
    assert place(mended(COMPARED.format(",", ",", "punct:5")), "models") == ("nsubj", "failed")


def test_role_before_a_name() -> None:
    """Behind "as mayor", the name beside it does what the verb says."""
    doc = mended("""
        As     mayor   ,       Bell       has/have vetoed/veto it     .
        IN     NN      ,       NNP/PERSON VBZ      VBN         PRP    .
        mark:6 nsubj:6 punct:2 appos:2    aux:6    ROOT        dobj:6 punct:6
    """)
    assert roles(doc, "vetoed") == ["actor: Bell", "theme: it"]


ABSOLUTE = """
    Talks   ended/end ,       with   the   envoy   {}      .
    NNS     VBD       ,       IN     DT    NN      {}      .
    nsubj:2 ROOT      punct:2 mark:7 det:6 nsubj:7 {}      punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("freed/free", "nsubjpass"), ("worried/worry", "nsubj")])
def test_participle_behind_with(verb: str, expected: str) -> None:
    """Behind "with", a past form tells what was done to its subject, or how that feels."""
    assert place(mended(ABSOLUTE.format(verb, "VBD", "advcl:2")), "envoy")[0] == expected


ACCOMPANIED = """
    Ministers/minister with   {}     leaving/leave Norland wept/weep .
    NNS                IN     NNS    VBG           NNP/GPE VBD       .
    nsubj:6            prep:1 pobj:2 acl:1         dobj:4  ROOT      punct:6
"""


@pytest.mark.parametrize(("noun", "expected"), [("envoys/envoy", "envoys"), ("papers/paper", "Ministers")])
def test_participle_behind_somebody_with(noun: str, expected: str) -> None:
    """A participle right behind "with" and somebody tells what they do; a thing does nothing."""
    assert place(mended(ACCOMPANIED.format(noun)), "leaving") == ("acl", expected)


def test_get_rid_of() -> None:
    """Who gets rid of something does it."""
    doc = mended("""
        Norland     got/get   rid    of     Bell       .
        NNP/GPE     VBD       VBN    IN     NNP/PERSON .
        nsubjpass:3 auxpass:3 ROOT   prep:3 pobj:4     punct:3
    """)
    assert roles(doc, "rid")[0] == "actor: Norland"


CITED = """
    Bell       cited/cite the   vow    to    {}    Norland as     a     proof  .
    NNP/PERSON VBD        DT    NN     TO    VB    NNP/GPE IN     DT    NN     .
    nsubj:2    ROOT       det:4 dobj:2 aux:6 acl:4 dobj:6  prep:6 det:10 pobj:8 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("leave", "cited"), ("treat", "treat")])
def test_what_something_is_cited_as(verb: str, expected: str) -> None:
    """An "as" behind what is cited belongs to the citing, unless the verb before it takes one."""
    assert place(mended(CITED.format(verb)), "as") == ("prep", expected)


THOUGHT = """
    I       think  by     Friday   {}      Bell       will   leave   .
    PRP     VBP    IN     NNP/DATE {}      NNP/PERSON MD     VB      .
    nsubj:2 ROOT   prep:2 pobj:3   {}      nsubj:8    aux:8  ccomp:2 punct:2
"""


def test_day_before_what_is_thought() -> None:
    """A day right before what somebody thinks is of that."""
    assert place(mended(THOUGHT.format("old", "JJ", "amod:6")), "by") == ("prep", "leave")


def test_day_of_the_thought() -> None:
    """Before "that", the day is of the thinking."""
    assert place(mended(THOUGHT.format("that", "IN", "mark:8")), "by") == ("prep", "think")


OFFICIAL = """
    The   {}       with   Norbank {}      runs/run it     left/leave .
    DT    NN       IN     NNP/ORG {}      VBZ      PRP    VBD        .
    det:2 nsubj:8  prep:2 pobj:3  nsubj:6 relcl:2  dobj:6 ROOT       punct:8
"""


@pytest.mark.parametrize(
    ("noun", "pronoun", "tag", "expected"),
    [
        ("spokesman", "that", "WDT", "Norbank"),
        ("spokesman", "who", "WP", "spokesman"),
        ("deal", "that", "WDT", "deal"),
    ],
)
def test_body_beside_a_person(noun: str, pronoun: str, tag: str, expected: str) -> None:
    """Behind a body, "that" is about it, and not about the person in it."""
    assert place(mended(OFFICIAL.format(noun, pronoun, tag)), "runs") == ("relcl", expected)


def test_who_is_shown_to_be_something() -> None:
    """Whom polls show victorious is shown, and shown nothing."""
    doc = mended("""
        Polls   show him      victorious .
        NNS     VBP  PRP      JJ         .
        nsubj:2 ROOT dative:2 ccomp:2    punct:2
    """)
    assert place(doc, "him") == ("dep", "victorious")


SET = """
    Norland     {}  set/set to    leave   the   pact   .
    NNP/GPE     {}  VBN     TO    VB      DT    NN     .
    {}          {}  {}      aux:5 xcomp:3 det:7 dobj:5 punct:3
"""


def test_set_to_do_something() -> None:
    """Who is set to leave is about to, and nobody set it."""
    gloss = SET.format("is/be", "VBZ", "nsubjpass:3", "auxpass:3", "ROOT")
    doc = mended(gloss)
    assert place(doc, "set") == ("acomp", "is")
    assert roles(doc, "leave") == ["actor: Norland", "theme: the pact"]


def test_set_behind_a_verb_of_seeming() -> None:
    """So too who appears set to leave."""
    assert place(mended(SET.format("appears/appear", "VBZ", "nsubj:2", "ROOT", "xcomp:2")), "set")[0] == "acomp"


PUSHED = """
    Norland pushed/push through a     {}     .
    NNP/GPE VBD         IN      DT    NN     .
    nsubj:2 ROOT        prep:2  det:5 pobj:3 punct:2
"""


def test_pushed_through_a_law() -> None:
    """Who pushes through a law has a law for an object."""
    doc = mended(PUSHED.format("law"), words_of_the_package())
    assert place(doc, "law") == ("dobj", "pushed")
    assert place(doc, "through")[0] == "prt"


def test_pushed_through_a_crowd() -> None:
    """Who pushes through a crowd goes somewhere."""
    assert place(mended(PUSHED.format("crowd"), words_of_the_package()), "crowd") == ("pobj", "through")


def test_pushed_through_by_somebody() -> None:
    """What is pushed through by somebody is done by him, whatever the tagger takes the participle for."""
    gloss = """
        Bell       ended/end laws/law pushed/push through  by      Norland .
        NNP/PERSON VBD       NNS      VBD         RP       IN      NNP/GPE .
        nsubj:2    ROOT      dobj:2   acl:3       advmod:4 agent:4 pobj:6  punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert roles(doc, "pushed") == ["theme: laws", "actor: Norland"]


def test_fixed_phrase_before_its_object() -> None:
    """What is put in place is not in a place of that name."""
    gloss = """
        Norland put/put in     place      rules/rule .
        NNP/GPE VBD     IN     NN         NNS        .
        nsubj:2 ROOT    prep:2 compound:5 pobj:3     punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "rules") == ("dobj", "put")
    assert place(doc, "place") == ("pobj", "in")


@pytest.mark.parametrize(("verb", "head"), [("opposed/oppose", "deal"), ("made/make", "made")])
def test_restriction_of_what_somebody_is_against(verb: str, head: str) -> None:
    """Who opposes a deal without safeguards opposes no deal with them; how one is made goes with the verb."""
    gloss = f"""
        Norland {verb} a     deal   without safeguards .
        NNP/GPE VBD    DT    NN     IN      NNS        .
        nsubj:2 ROOT   det:4 dobj:2 prep:2  pobj:5     punct:2
    """
    assert place(mended(gloss, words_of_the_package()), "without") == ("prep", head)


@pytest.mark.parametrize("length", ["years/year:NNS/DATE", "camps/camp:NNS"])
def test_ground_of_a_sentence(length: str) -> None:
    """What a sentence is for hangs on the verb, not on its length."""
    words, tag = length.split(":")
    doc = mended(
        f"""
        Sudria  sentenced/sentence Bell       to     {words} for    spying/spy on     Norland .
        NNP/GPE VBD                NNP/PERSON IN     {tag}   IN     VBG        IN     NNP/GPE .
        nsubj:2 ROOT               dobj:2     prep:2 pobj:4  prep:5 pobj:6     prep:7 pobj:8  punct:2
    """,
        words_of_the_package(),
    )
    assert place(doc, "for") == ("prep", "sentenced" if "DATE" in length else words.partition("/")[0])
    assert place(doc, "spying")[0] == ("pcomp" if "DATE" in length else "pobj")
