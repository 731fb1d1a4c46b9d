"""Authorities that stand beside what they say, and verbs of saying that go on, or say nothing before them."""

from __future__ import annotations

from kg.extract.repairs import repair
from tests.extract.claiming import said
from tests.extract.conftest import parsed, undecided, words_of_the_package

CLOSING = """
    The   mine    closed/close in     May/May {and}  flooded/flood later    ,       according/accord to      Bell
    DT    NN      VBD          IN     NNP     {cc}   VBD           RB       ,       VBG              IN      NNP/PERSON
    det:2 nsubj:3 ROOT         prep:3 pobj:4  {dep}  {verb}        advmod:7 punct:7 prep:7           prep:10 pobj:11
    .
    .
    punct:3
"""
SHARED = {"and": "and", "cc": "CC", "dep": "cc:3", "verb": "conj:3"}


def test_according_at_the_end() -> None:
    """What closes a sentence is about all of it."""
    doc = parsed(CLOSING.format(**SHARED))
    assert said(doc) == ["Bell | according to | The mine closed in May and flooded later"]


def test_according_behind_a_stop() -> None:
    """It reaches no farther than a semicolon."""
    words = SHARED | {"and": ";", "cc": ":", "dep": "punct:3"}
    doc = parsed(CLOSING.format(**words))
    assert said(doc) == ["Bell | according to | flooded later"]


LABEL = """
    {name}  :       Norland needs/need time   .       Ann         Bells      left/leave .
    NNS     :       NNP/GPE VBZ        NN     .       NNP/PERSON  NNP/PERSON VBD        .
    nsubj:4 punct:1 nsubj:4 ROOT       dobj:4 punct:4 compound:8  nsubj:9    ROOT       punct:9
"""


def test_a_name_that_the_text_knows() -> None:
    """The name before a colon may be known as a person's from elsewhere in the text."""
    assert said(parsed(LABEL.format(name="Bells"))) == ["Bells | : | Norland needs time. Ann Bells left"]


def test_no_name() -> None:
    """Any other word before a colon is nobody."""
    assert said(parsed(LABEL.format(name="Updates"))) == []


OWNED = """
    Ana        rejected/reject {owner} claims/claim that   Norland lost/lose .
    NNP/PERSON VBD             {tag}   NNS          IN     NNP/GPE VBD       .
    nsubj:2    ROOT            {dep}:4 dobj:2       mark:7 nsubj:7 acl:4     punct:2
"""


def test_a_party_before_a_claim() -> None:
    """A party right before a noun of saying says it; another noun does not."""
    police = parsed(OWNED.format(owner="police", tag="NN", dep="compound"))
    press = parsed(OWNED.format(owner="loud", tag="JJ", dep="amod"))
    assert said(police, lexicon=words_of_the_package())[1:] == ["police | claims | Norland lost"]
    assert said(press, lexicon=words_of_the_package())[1:] == ["? | claims | Norland lost"]


def test_claims_that_somebody_persists_in() -> None:
    """Who persists in claims makes them."""
    doc = parsed("""
        Ana        persisted/persist in     claims/claim that   Norland lost/lose .
        NNP/PERSON VBD               IN     NNS          IN     NNP/GPE VBD       .
        nsubj:2    ROOT              prep:2 pobj:3       mark:7 nsubj:7 acl:4     punct:2
    """)
    assert said(doc, lexicon=words_of_the_package()) == ["Ana | claims | Norland lost"]


def test_an_answer_about_how() -> None:
    """Nobody alleges what an answer about a question is about."""
    doc = parsed("""
        Ana        left/leave during an    answer about  how      Norland would fight Sudria  .
        NNP/PERSON VBD        IN     DT    NN     IN     WRB      NNP/GPE MD    VB    NNP/GPE .
        nsubj:2    ROOT       prep:2 det:5 pobj:3 prep:5 advmod:10 nsubj:10 aux:10 pcomp:6 dobj:10 punct:2
    """)
    assert undecided(doc, "fight")


def test_what_others_say_beside_it() -> None:
    """What others say in a clause with *while* is no part of what was said."""
    doc = parsed("""
        Ana        said/say Norland lost/lose ,       while  Ben        said/say Sudria  left/leave .
        NNP/PERSON VBD      NNP/GPE VBD       ,       IN     NNP/PERSON VBD      NNP/GPE VBD        .
        nsubj:2    ROOT     nsubj:4 ccomp:2   punct:2 mark:8 nsubj:8    advcl:4  nsubj:10 ccomp:8   punct:2
    """)
    assert said(doc) == ["Ana | said | Norland lost", "Ben | said | Sudria left"]


def test_a_pronoun_that_is_said() -> None:
    """Who says *that* has not said what stands before."""
    doc = parsed("""
        Norland lost/lose ,       Ana        said/say that   .
        NNP/GPE VBD       ,       NNP/PERSON VBD      DT     .
        nsubj:2 ccomp:5   punct:5 nsubj:5    ROOT     dobj:5 punct:5
    """)
    assert said(doc) == []


def test_going_on_to_say() -> None:
    """Who goes on to say something is who has spoken right before."""
    doc = parsed("""
        “       We      won/win ,       ”       Ana        said/say ,       going/go on     to      say
        ``      PRP     VBD     ,       ''      NNP/PERSON VBD      ,       VBG      RP     TO      VB
        punct:3 nsubj:3 ccomp:7 punct:7 punct:7 nsubj:7    dep:17   punct:7 advcl:17 prt:9  aux:12  xcomp:9
        that    Ben        left/leave ,       towns/town cheered/cheer .
        IN      NNP/PERSON VBD        ,       NNS        VBD           .
        mark:15 nsubj:15   ccomp:12   punct:17 nsubj:17  ROOT          punct:17
    """)
    assert "Ana | say | Ben left" in said(doc)


def test_a_report_behind_a_condition() -> None:
    """A report put between commas behind a condition says all that stands around it."""
    doc = parsed("""
        If     Norland paid/pay ,       Ana        said/say ,        towns/town would  gain .
        IN     NNP/GPE VBD      ,       NNP/PERSON VBD      ,        NNS        MD     VB   .
        mark:3 nsubj:3 advcl:6  punct:6 nsubj:6    advcl:10 punct:10 nsubj:10   aux:10 ROOT punct:10
    """)
    repair(doc, words_of_the_package())
    assert said(doc) == ["Ana | said | If Norland paid … towns would gain"]


BEHIND_STOP = """
    Norland closed/close the road    ;       {who}    {verb} .
    NNP/GPE VBD          DT  NN      :       NNP/ORG  VBD       .
    nsubj:2 parataxis:7  det:4 dobj:2 punct:7 nsubj:7 ROOT      punct:7
"""


def test_a_report_behind_a_semicolon() -> None:
    """Who said so may stand behind a semicolon."""
    doc = parsed(BEHIND_STOP.format(who="Orbo", verb="said/say"))
    assert said(doc) == ["Orbo | said | Norland closed the road"]
