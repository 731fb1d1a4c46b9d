"""What a verb acts on that stands before its clause, and what only holds its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import RoleName
from tests.extract.conftest import event, parsed, roles

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def themes(doc: Doc, word: str) -> list[str]:
    """All the words of the themes of an event."""
    return [role.words.of(doc.text) for role in event(doc, word).roles if role.name is RoleName.THEME]


THAT = """
    The   danger  that Bell       {}      for    us     grew/grow .
    DT    NN      {}   NNP/PERSON VBD     IN     PRP    VBD       .
    det:2 nsubj:8 {}   nsubj:5    relcl:2 prep:5 pobj:6 ROOT      punct:8
"""


@pytest.mark.parametrize(("tag", "relation"), [("WDT", "dobj:5"), ("IN", "dobj:5"), ("IN", "mark:5")])
def test_that(tag: str, relation: str) -> None:
    """Whatever the tagger takes "that" for, the verb of its clause acts on the noun before."""
    found = roles(parsed(THAT.format("made/make", tag, relation)), "made")
    assert [each for each in found if each.startswith("theme")] == ["theme: The danger"]


def test_verb_without_object() -> None:
    """A verb that takes no object leaves nothing open before its clause."""
    assert "theme: The danger" not in roles(parsed(THAT.format("came/come", "IN", "mark:5")), "came")


POSSESSED = """
    Bell       ,       whose  plan    {}     in     the   spring ,       left/leave .
    NNP/PERSON ,       WP$    NN      VBD    IN     DT    NN     ,       VBD        .
    nsubj:10   punct:1 poss:4 nsubj:5 relcl:1 prep:5 det:8 pobj:6 punct:1 ROOT      punct:10
"""


def test_whose() -> None:
    """Behind "whose", the noun before the clause is whose a thing is, and not acted upon."""
    assert not any("Bell" in each for each in roles(parsed(POSSESSED.format("changed/change")), "changed"))


BOUND = """
    The   bill   Bell        was/be    expected/expect to    sign   in     May      failed/fail .
    DT    NN     NNP/PERSON  VBD       VBN             TO    VB     IN     NNP/DATE VBD         .
    det:2 nsubj:10 nsubjpass:5 auxpass:5 relcl:2       aux:7 xcomp:5 prep:7 pobj:8  ROOT        punct:10
"""


def test_gap_under_a_passive() -> None:
    """What somebody is expected to sign is what the clause belongs to."""
    assert "theme: The bill" in roles(parsed(BOUND), "sign")


BOTH = """
    A     law    Bell       signed/sign and  {}     fell/fall .
    DT    NN     NNP/PERSON VBD         CC   VBD    VBD       .
    det:2 nsubj:7 nsubj:4   relcl:2     cc:4 conj:4 ROOT      punct:7
"""


@pytest.mark.parametrize(("verb", "expected"), [("praised/praise", ["theme: A law"]), ("laughed/laugh", [])])
def test_gap_of_both(verb: str, expected: list[str]) -> None:
    """Two verbs of a clause that are joined act on the same, where both can."""
    found = roles(parsed(BOTH.format(verb)), verb.partition("/")[0])
    assert [each for each in found if each.startswith("theme")] == expected


SHARED = """
    Bell       {}   and  then     sold/sell the   mine   .
    NNP/PERSON VBD  CC   RB       VBD       DT    NN     .
    nsubj:2    ROOT cc:2 advmod:5 conj:2    det:7 dobj:5 punct:2
"""


def test_shared_object_may_be_another() -> None:
    """Where words stand between two verbs, the first need not act on what the second acts on."""
    assert roles(parsed(SHARED.format("stopped/stop")), "stopped") == ["actor: Bell"]


FAR = """
    Bell       argued/argue with   Dahl       ,       the   mayor  .
    NNP/PERSON VBD          IN     NNP/PERSON ,       DT    NN     .
    nsubj:2    ROOT         prep:2 pobj:3     punct:2 det:7 dobj:2 punct:2
"""


def test_object_behind_another_phrase() -> None:
    """What a comma parts from another phrase of the verb goes on with that phrase."""
    assert not any("mayor" in each for each in roles(parsed(FAR), "argued"))


EITHER = """
    They    backed/back one      side   or   another .
    PRP     VBD         CD       NN     CC   DT      .
    nsubj:2 ROOT        nummod:4 dobj:2 cc:4 conj:4  punct:2
"""


def test_one_or_another() -> None:
    """In "one side or another" nothing is named twice."""
    assert roles(parsed(EITHER), "backed")[1:] == ["theme: one side"]


CLEFT = """
    What   they    want    {}   peace  .
    WP     PRP     VBP     VBZ  NN     .
    dobj:3 nsubj:3 csubj:4 ROOT attr:4 punct:4
"""


def test_cleft() -> None:
    """What somebody wants is what stands behind "is"."""
    assert themes(parsed(CLEFT.format("is/be")), "want") == ["peace"]


def test_bare_what() -> None:
    """A "what" that the sentence does not explain tells nothing."""
    assert themes(parsed(CLEFT.format("brings/bring")), "want") == []


CALLED = """
    He      hates/hate what   they    call/call  reform .
    PRP     VBZ        WP     PRP     VBP        NN     .
    nsubj:2 ROOT       dobj:5 nsubj:5 ccomp:2    oprd:5 punct:2
"""


def test_what_somebody_calls_a_thing() -> None:
    """Beside what a thing is called, "what" tells nothing."""
    assert themes(parsed(CALLED), "call") == ["reform"]


LEFT = """
    Bell       left/leave it     to     Dahl       to    pay     .
    NNP/PERSON VBD        PRP    IN     NNP/PERSON TO    VB      .
    nsubj:2    ROOT       dobj:2 prep:2 pobj:4     aux:7 advcl:2 punct:2
"""


def test_left_it_to_somebody() -> None:
    """What is left to somebody is what he is to do."""
    assert themes(parsed(LEFT), "left") == ["to pay"]


OWN = """
    Bell       ended/end what    they    say/say is/be   an    error  .
    NNP/PERSON VBD       WP      PRP     VBP     VBZ     DT    NN     .
    nsubj:2    ROOT      nsubj:6 nsubj:5 ccomp:2 ccomp:5 det:8 attr:6 punct:2
"""


def test_clause_around_its_verb() -> None:
    """The words of what somebody says begin behind the verb that says it."""
    assert themes(parsed(OWN), "say") == ["is an error"]


JOINED = """
    The   money  that   they    raised/raise and  the   sums   of     others fell/fall .
    DT    NN     WDT    PRP     VBD          CC   DT    NNS    IN     NNS    VBD       .
    det:2 nsubj:11 dobj:5 nsubj:5 relcl:2    cc:2 det:8 conj:2 prep:8 pobj:9 ROOT      punct:11
"""


def test_noun_joined_behind_a_clause() -> None:
    """What is joined to a noun behind its clause is not of the clause."""
    assert themes(parsed(JOINED), "raised") == ["The money that they raised"]


ASKED = """
    The   help   Bell       asked/ask Dahl       to     bring  came/come .
    DT    NN     NNP/PERSON VBD       NNP/PERSON TO     VB     VBD       .
    det:2 nsubj:8 nsubj:4   relcl:2   dobj:4     aux:7  xcomp:4 ROOT     punct:8
"""


def test_gap_under_who_is_asked() -> None:
    """What somebody is asked to bring is what the clause belongs to."""
    assert "The help Bell asked Dahl to bring" in themes(parsed(ASKED), "bring")


READY = """
    The   bill    Bell       is/be   {}      to    sign    failed/fail .
    DT    NN      NNP/PERSON VBZ     JJ      TO    VB      VBD         .
    det:2 nsubj:8 nsubj:4    relcl:2 acomp:4 aux:7 xcomp:5 ROOT        punct:8
"""


@pytest.mark.parametrize(("quality", "expected"), [("likely", 1), ("sad", 0)])
def test_gap_under_a_quality(quality: str, expected: int) -> None:
    """What somebody is likely to sign is what the clause belongs to; not all that is felt says so."""
    assert len(themes(parsed(READY.format(quality)), "sign")) == expected


MUCH = """
    That     much     she     won/win .
    DT       RB       PRP     VBD     .
    advmod:2 advmod:4 nsubj:4 ROOT    punct:4
"""


def test_fronted_amount() -> None:
    """What opens a clause as an amount is what the verb acts on."""
    assert themes(parsed(MUCH), "won") == ["That much"]


DEEDS = """
    They    cut/cut taxes/tax ,       plant/plant bombs/bomb and  leave/leave .
    PRP     VBP     NNS       ,       NN          NNS        CC   VBP         .
    nsubj:2 ROOT    dobj:2    punct:3 compound:6  conj:3     cc:2 conj:2      punct:2
"""


def test_next_deed_is_no_object() -> None:
    """In a list of deeds, the second is not acted on by the first."""
    assert themes(parsed(DEEDS), "cut") == ["taxes"]


WHATEVER = """
    The    boy     thinks/think whatever he      says/say he     .
    DT     NN      VBZ          WDT      PRP     VBZ      PRP    .
    det:2  nsubj:3 ROOT         dobj:6   nsubj:6 ccomp:3  dobj:6 punct:3
"""


def test_whatever_stands_for_nothing_before() -> None:
    """A free relative stands for no noun, and a subject form is no object."""
    assert themes(parsed(WHATEVER), "says") == ["whatever"]


DENIED = """
    Bell       denied/deny {}     .
    NNP/PERSON VBD         VBG    .
    nsubj:2    ROOT        dobj:2 punct:2
"""


def test_doing_that_is_an_object() -> None:
    """What somebody denies may be told by a participle."""
    assert themes(parsed(DENIED.format("lying/lie")), "denied") == ["lying"]


ADDED = """
    A     law         was/be    passed/pass ,       one     that    helps/help .
    DT    NN          VBD       VBN         ,       CD      WDT     VBZ        .
    det:2 nsubjpass:4 auxpass:4 ROOT        punct:2 appos:2 nsubj:8 relcl:6    punct:4
"""


def test_supplement_behind_a_verb() -> None:
    """The words of a subject end before its verb."""
    assert themes(parsed(ADDED), "passed") == ["A law"]


NAMED = """
    The   man     they    called/call a     thief  left/leave .
    DT    NN      PRP     VBD         DT    NN     VBD        .
    det:2 nsubj:7 nsubj:4 relcl:2     det:6 dobj:4 ROOT       punct:7
"""


def test_who_is_called_something() -> None:
    """Before a clause stands who is called what stands behind the verb."""
    assert roles(parsed(NAMED), "called") == ["theme: The man", "actor: they", "theme: a thief"]


NOR = """
    They    saw/see no    mines/mine closed/close by      Dahl       nor  {}     banks/bank .
    PRP     VBD     DT    NNS        VBN          IN      NNP/PERSON CC   JJ     NNS        .
    nsubj:2 ROOT    det:4 dobj:2     acl:4        agent:5 pobj:6     cc:7 amod:10 conj:7    punct:2
"""


def test_nor_goes_on_further_up() -> None:
    """What "nor" joins belongs to what is denied, and not to a clause before it."""
    assert themes(parsed(NOR.format("big")), "closed") == ["no mines closed by Dahl"]
