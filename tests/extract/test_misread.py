"""Signs in a parse that it goes wrong."""

from __future__ import annotations

import pytest

from kg.extract.misread import is_misread
from tests.extract.conftest import parsed, token

CLAUSE_WITHOUT_SUBJECT = """
    Norland said/say the   ministry quickly denied/deny it     .
    NNP/GPE VBD      DT    NN       RB      VBD         PRP    .
    nsubj:2 ROOT     det:4 dep:2    advmod:6 ccomp:2    dobj:6 punct:2
"""
CLAUSE_WITH_SUBJECT = CLAUSE_WITHOUT_SUBJECT.replace("dep:2    ", "nsubj:6 ")
FRAGMENT = """
    Entering/enter Sudria  .
    VBG            NNP/GPE .
    ROOT           dobj:1  punct:1
"""
ORDER = """
    Leave Sudria  .
    VB    NNP/GPE .
    ROOT  dobj:1  punct:1
"""
OBJECT_IN_RELATIVE = """
    Friends of     the   bank   donated/donate millions to     Norland .
    NNS     IN     DT    NN     VBD            NNS      IN     NNP/GPE .
    ROOT    prep:1 det:4 pobj:2 acl:4          dobj:5   prep:5 pobj:7  punct:1
"""
REDUCED_RELATIVE = """
    Friends of     the   bank   founded/found by      Norland .
    NNS     IN     DT    NN     VBN           IN      NNP/GPE .
    ROOT    prep:1 det:4 pobj:2 acl:4         agent:5 pobj:6  punct:1
"""
OTHER_FORM = """
    Norland spoke/speak about  reform and  passing/pass a     law    .
    NNP/GPE VBD         IN     NN     CC   VBG          DT    NN     .
    nsubj:2 ROOT        prep:2 pobj:3 cc:2 conj:2       det:8 dobj:6 punct:2
"""
SAME_FORM = """
    Norland was/be speaking/speak and  passing/pass a     law    .
    NNP/GPE VBD    VBG            CC   VBG          DT    NN     .
    nsubj:3 aux:3  ROOT           cc:3 conj:3       det:7 dobj:5 punct:3
"""
MAIN_WITHOUT_TENSE = """
    Bell       asked/ask Friday   about  it     saying/say so       .
    NNP/PERSON VBN       NNP/DATE IN     PRP    VBG        RB       .
    nsubj:6    acl:1     npadvmod:2 prep:2 pobj:4 ROOT     advmod:6 punct:6
"""
MAIN_WITH_TENSE = """
    Bell       was/be saying/say so       .
    NNP/PERSON VBD    VBG        RB       .
    nsubj:3    aux:3  ROOT       advmod:3 punct:3
"""
TORN = """
    Miners  who     feel      betrayed/betray left/leave .
    NNS     WP      VBP=AUX   VBN             VBD        .
    nsubj:5 nsubj:3 auxpass:4 relcl:1         ROOT       punct:5
"""
SCRAP = """
    Norland re      elected/elect Bell       .
    NNP/GPE VBD     VBN           NNP/PERSON .
    nsubj:2 ROOT    xcomp:2       dobj:3     punct:2
"""
BEHIND_A_NAME = """
    Bell       sat/sit with    Dale       and  Cole       left/leave .
    NNP/PERSON VBD     IN      NNP/PERSON CC   NNP/PERSON VBD        .
    nsubj:2    ROOT    prep:2  pobj:3     cc:4 conj:4     conj:2     punct:2
"""
BEHIND_AND = """
    Bell       sat/sit with    Dale       and  left/leave .
    NNP/PERSON VBD     IN      NNP/PERSON CC   VBD        .
    nsubj:2    ROOT    prep:2  pobj:3     cc:2 conj:2     punct:2
"""


@pytest.mark.parametrize(
    ("gloss", "word", "expected"),
    [
        (CLAUSE_WITHOUT_SUBJECT, "denied", True),
        (CLAUSE_WITH_SUBJECT, "denied", False),
        (FRAGMENT, "Entering", True),
        (ORDER, "Leave", False),
        (OBJECT_IN_RELATIVE, "donated", True),
        (REDUCED_RELATIVE, "founded", False),
        (OTHER_FORM, "passing", True),
        (SAME_FORM, "passing", False),
        (MAIN_WITHOUT_TENSE, "saying", True),
        (MAIN_WITH_TENSE, "saying", False),
        (TORN, "betrayed", True),
        (TORN.replace("nsubj:3", "nsubjpass:4"), "betrayed", False),
        (SCRAP, "re", True),
        (SCRAP, "elected", False),
        (BEHIND_A_NAME, "left", True),
        (BEHIND_AND, "left", False),
    ],
)
def test_tags_and_relations_that_cannot_stand_together(gloss: str, word: str, expected: bool) -> None:  # noqa: FBT001
    """A tense without a subject, a relative with an object, a form joined to another one: the parse went wrong."""
    assert is_misread(token(parsed(gloss), word)) is expected


def test_surname_taken_for_a_verb() -> None:
    """A word inside a person's name does nothing."""
    gloss = """
        Ana        {}/PERSON  it     .
        NNP/PERSON {}         PRP    .
        nsubj:2    ROOT       dobj:2 punct:2
    """
    assert is_misread(token(parsed(gloss.format("Mull", "VBD/PERSON").replace("Mull/PERSON", "Mull")), "Mull"))
    assert not is_misread(token(parsed(gloss.format("saw", "VBD").replace("saw/PERSON", "saw/see")), "saw"))


JOINED_NOUN = """
    Bell    {}    hope and  people saw/see it     .
    NNP     {}    NN   CC   NNS    VBD     PRP    .
    {}      {}    nsubj:6 cc:3 conj:3 ROOT  dobj:6 punct:6
"""


def test_subject_with_a_modal() -> None:
    """A noun with a modal is a verb that was misread, and no subject."""
    assert is_misread(token(parsed(JOINED_NOUN.format("would", "MD", "nsubj:3", "aux:3")), "saw"))
    assert not is_misread(token(parsed(JOINED_NOUN.format("great", "JJ", "compound:3", "amod:3")), "saw"))


AGREEING = """
    {}      {}   .
    PRP     {}   .
    nsubj:2 ROOT punct:2
"""


@pytest.mark.parametrize(
    ("subject", "verb", "tag", "expected"),
    [
        ("They", "votes/vote", "VBZ", True),
        ("They", "vote", "VBP", False),
        ("He", "vote", "VBP", True),
        ("He", "chaired/chaire", "VBP", False),
    ],
)
def test_pronoun_and_form(subject: str, verb: str, tag: str, *, expected: bool) -> None:
    """*They votes* is no clause; a past form with the tag of a present one is."""
    assert is_misread(token(parsed(AGREEING.format(subject, verb, tag)), verb.partition("/")[0])) is expected


OWNED = """
    They    hurt   Norland {}      standing/stand with   us     .
    PRP     VBD    NNP/GPE {}      VBG            IN     PRP    .
    nsubj:2 ROOT   nsubj:5 {}      ccomp:2        prep:5 pobj:6 punct:2
"""


def test_ing_form_of_an_owner() -> None:
    """What somebody has is a noun: "Norland's standing with us"."""
    assert is_misread(token(parsed(OWNED.format("'s", "POS", "case:3")), "standing"))
    assert not is_misread(token(parsed(OWNED.format("now", "RB", "advmod:5")), "standing"))


QUOTED = """
    He      spoke/speak of     it     and  {}      wounded/wound families/family {}      .
    PRP     VBD         IN     PRP    CC   {}      VBN           NNS             {}      .
    nsubj:2 ROOT        prep:2 pobj:3 cc:2 {}      conj:2        dobj:7          {}      punct:2
"""


def test_participle_and_noun_between_marks() -> None:
    """A participle and its noun between quotation marks are no clause."""
    assert is_misread(token(parsed(QUOTED.format("“", "”", "``", "''", "punct:7", "punct:7")), "wounded"))
    assert not is_misread(token(parsed(QUOTED.format("then", "again", "RB", "RB", "advmod:7", "advmod:7")), "wounded"))


SEEN = """
    They    want   to    see     banks/bank {}    pay     .
    PRP     VBP    TO    VB      NNS        {}    VB      .
    nsubj:2 ROOT   aux:4 xcomp:2 nsubj:7    {}    ccomp:4 punct:2
"""


def test_seeing_what_will_be() -> None:
    """Nobody wants to see that something *will* be done."""
    assert is_misread(token(parsed(SEEN.format("will", "MD", "aux:7")), "pay"))
    assert not is_misread(token(parsed(SEEN.format("now", "RB", "advmod:7")), "pay"))


def test_ing_form_behind_a_year() -> None:
    """A year does nothing: "the 1999 shooting death of Bell"."""
    doc = parsed(
        """
        It      followed/follow the   {}     shooting/shoot death  .
        PRP     VBD             DT    CD     VBG            NN     .
        nsubj:2 ROOT            det:4 dobj:2 acl:4          dobj:5 punct:2
    """.format("1999")
    )
    assert is_misread(token(doc, "shooting"))


def test_what_a_misread_verb_governs() -> None:
    """What hangs on a verb that is none is misread too: "they votes to leave"."""
    gloss = """
        They    {}   to    leave   .
        PRP     {}   TO    VB      .
        nsubj:2 ROOT aux:4 xcomp:2 punct:2
    """
    assert is_misread(token(parsed(gloss.format("votes/vote", "VBZ")), "leave"))
    assert not is_misread(token(parsed(gloss.format("vote", "VBP")), "leave"))


def test_participle_that_counts() -> None:
    """Participles that only count those before them tell nothing; with words behind them they do."""
    gloss = """
        Bell       beat/beat all       combined/combine {}      .
        NNP/PERSON VBD       DT        VBN              RB      .
        nsubj:2    ROOT      nsubj:4   ccomp:2          {}      punct:2
    """
    alone = parsed(gloss.format("today", "npadvmod:2"))
    alone.user_data["postposed"] = frozenset({"combined"})
    assert is_misread(token(alone, "combined"))
    beside = parsed(gloss.format("well", "advmod:4"))
    beside.user_data["postposed"] = frozenset({"combined"})
    assert not is_misread(token(beside, "combined"))


STAFF = """
    They        were/be   hired/hire and  {}      {}      .
    PRP         VBD       VBN        CC   {}      NNS     .
    nsubjpass:3 auxpass:3 ROOT       cc:3 conj:3  dobj:5  punct:3
"""


def test_object_behind_a_passive() -> None:
    """A participle joined to a passive has no object: "hired and invited guests"."""
    assert is_misread(token(parsed(STAFF.format("invited/invite", "guests/guest", "VBN")), "invited"))


def test_past_behind_a_passive() -> None:
    """A past form joined to a passive may have one."""
    assert not is_misread(token(parsed(STAFF.format("invited/invite", "guests/guest", "VBD")), "invited"))


WILL = """
    They        will  be        {}      and  invited/invite guests/guest .
    PRP         MD    VB        VBN     CC   VBD            NNS          .
    nsubjpass:4 aux:4 auxpass:4 ROOT    cc:4 conj:4         dobj:6       punct:4
"""


def test_past_joined_to_what_will_be() -> None:
    """A past form with an object is not joined to what will be done."""
    assert is_misread(token(parsed(WILL.format("watched/watch")), "invited"))


@pytest.mark.parametrize(("relation", "torn"), [("ccomp:5", True), ("nsubj:5", False)])
def test_infinitive_of_a_verb_without_subject(relation: str, *, torn: bool) -> None:
    """Nobody can be said to do what a main verb without a subject governs."""
    doc = parsed(f"""
        Bell       lied/lie ,       now      has/have to    leave  .
        NNP/PERSON VBD      ,       RB       VBZ      TO    VB     .
        {"nsubj:2" if torn else "nsubj:5"}    {relation}  punct:5 advmod:5 ROOT     aux:7 xcomp:5 punct:5
    """)
    assert is_misread(token(doc, "leave")) is torn


@pytest.mark.parametrize(("word", "expected"), [("it", True), ("she", False)])
def test_what_a_clause_is_about(word: str, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """In "when it comes to us" nobody comes."""
    doc = parsed(f"""
        They    left/leave when     {word}  came/come to     us     .
        PRP     VBD        WRB      PRP     VBD       IN     PRP    .
        nsubj:2 ROOT       advmod:5 nsubj:5 advcl:2   prep:5 pobj:6 punct:2
    """)
    assert is_misread(token(doc, "came")) is expected


@pytest.mark.parametrize(
    ("participle", "name", "tag", "expected"),
    [
        ("called/call", "Light", "NNP", True),
        ("called/call", "slow", "JJ", True),
        ("named/name", "Light", "NNP", True),
        ("named/name", "minister", "NN", False),
        ("elected/elect", "minister", "NN", False),
    ],
)
def test_participle_that_only_names(participle: str, name: str, tag: str, *, expected: bool) -> None:
    """What a group is called tells of nothing that was done; who was named minister was."""
    doc = parsed(f"""
        A     group  {participle} {name} left/leave .
        DT    NN     VBN          {tag}  VBD        .
        det:2 nsubj:5 acl:2       oprd:3 ROOT       punct:5
    """)
    assert is_misread(token(doc, participle.partition("/")[0])) is expected


def test_who_is_called_something_by_somebody() -> None:
    """Who is called something by somebody was called so."""
    doc = parsed("""
        A     group   called/call Light  by      Bell       left/leave .
        DT    NN      VBN         NNP    IN      NNP/PERSON VBD        .
        det:2 nsubj:7 acl:2       oprd:3 agent:3 pobj:5     ROOT       punct:7
    """)
    assert not is_misread(token(doc, "called"))


@pytest.mark.parametrize(
    ("word", "expected"), [("known/know as", True), ("coupled/couple with", True), ("found/find with", False)]
)
def test_participle_that_only_joins(word: str, *, expected: bool) -> None:
    """A group known as another, or coupled with it, has had nothing done to it."""
    participle, preposition = word.split()
    doc = parsed(f"""
        A     group   {participle} {preposition} Light  left/leave .
        DT    NN      VBN          IN            NNP    VBD        .
        det:2 nsubj:6 acl:2        prep:3        pobj:4 ROOT       punct:6
    """)
    assert is_misread(token(doc, participle.partition("/")[0])) is expected


@pytest.mark.parametrize(("comma", "expected"), [(",", True), ("now", False)])
def test_name_behind_a_comma(comma: str, *, expected: bool) -> None:
    """A comma parts no verb from its subject: "his group, called Light, left" tells a name."""
    doc = parsed(f"""
        His    group   {comma} called/call Light  .
        PRP$   NN      {"," if expected else "RB"} VBD NNP .
        poss:2 nsubj:4 {"punct:4" if expected else "advmod:4"} ROOT dobj:4 punct:4
    """)
    assert is_misread(token(doc, "called")) is expected
