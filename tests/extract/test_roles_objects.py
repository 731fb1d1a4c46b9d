"""What a verb acts on where the parse has too many objects, none, or a phrase that only says when, where or how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.lexemes import action
from kg.extract.phrasal import is_idiom, particles
from tests.extract.conftest import LEXICON, event, parsed, roles, token

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def told(doc: Doc, word: str) -> list[str]:
    """The roles of the event at ``word`` with all their words: "theme: herself into a clinic"."""
    return [f"{role.name.value}: {role.words.of(doc.text)}" for role in event(doc, word).roles]


# ------------------------------------------------------------------------------------------------ objects

TWO = """
    They    {}      Bell       {}     the   union  .
    PRP     VBD     NNP/PERSON {}     DT    NN     .
    nsubj:2 ROOT    dobj:2     {}     det:6 dobj:2 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "between", "expected"),
    [
        ("saw/see", (",", ",", "punct:2"), ["recipient: Bell"]),
        ("told/tell", ("now", "RB", "advmod:2"), ["recipient: Bell", "recipient: the union"]),
    ],
)
def test_second_object(verb: str, between: tuple[str, str, str], expected: list[str]) -> None:
    """The second of two objects side by side is an apposition, unless the verb takes two."""
    assert roles(parsed(TWO.format(verb, *between)), verb.partition("/")[0])[1:] == expected


def test_title_of_a_work() -> None:
    """The words of a title are no more objects; another thing with an article is."""
    gloss = """
        Bell       staged/stage a     {}     ,       {}      Dust   .
        NNP/PERSON VBD          DT    NN     ,       {}      NNP    .
        nsubj:2    ROOT         det:4 dobj:2 punct:4 {}      conj:4 punct:2
    """
    assert roles(parsed(gloss.format("play", "quiet", "JJ", "amod:7")), "staged") == ["actor: Bell", "theme: a play"]
    assert len(roles(parsed(gloss.format("play", "the", "DT", "det:7")), "staged")) == 3


TITLES = """
    The   minister and  {}     envoy  {}      it     .
    DT    NN       CC   {}     NN     {}      PRP    .
    det:2 nsubj:6  cc:2 {}     conj:2 ROOT    dobj:6 punct:6
"""


@pytest.mark.parametrize(
    ("word", "verb", "several"),
    [
        (("old", "JJ", "amod:5"), ("left/leave", "VBD"), 1),
        (("the", "DT", "det:5"), ("left/leave", "VBD"), 2),
        (("old", "JJ", "amod:5"), ("leave", "VBP"), 2),
    ],
)
def test_two_titles_of_one(word: tuple[str, str, str], verb: tuple[str, str], several: int) -> None:
    """A second office without an article is the same person's, unless the verb tells of several."""
    gloss = TITLES.format(word[0], verb[0], word[1], verb[1], word[2])
    found = roles(parsed(gloss), verb[0].partition("/")[0])
    assert sum(role.startswith("actor") for role in found) == several


CONTACT = """
    The   rebels/rebel they    {}      to    {}      left/leave .
    DT    NNS          PRP     VBP     TO    VB      VBD        .
    det:2 nsubj:7      nsubj:4 relcl:2 aux:6 xcomp:4 ROOT       punct:7
"""


def test_gap_of_an_infinitive() -> None:
    """Those whom they refuse to see are not refused, but not seen."""
    doc = parsed(CONTACT.format("refuse", "see"))
    assert roles(doc, "refuse") == ["actor: they", "theme: see"]
    assert roles(doc, "see") == ["recipient: The rebels", "actor: they"]


def test_gap_of_either_verb() -> None:
    """Those whom they want to see may be wanted or seen: nothing tells which."""
    assert roles(parsed(CONTACT.format("want", "see")), "want") == ["actor: they", "theme: see"]


def test_time_before_a_clause() -> None:
    """The time they left is no thing that was left."""
    gloss = """
        Bell       knew/know the   {}     they    left/leave .
        NNP/PERSON VBD       DT    NN     PRP     VBD        .
        nsubj:2    ROOT      det:4 dobj:2 nsubj:6 relcl:4    punct:2
    """
    assert roles(parsed(gloss.format("reason")), "left") == ["actor: they"]
    assert roles(parsed(gloss.format("house")), "left") == ["theme: the house", "actor: they"]


PURPOSE = """
    Bell       {}     the   rebels/rebel to    leave   .
    NNP/PERSON VBD    DT    NNS          TO    VB      .
    nsubj:2    ROOT   det:4 dobj:2       aux:6 xcomp:2 punct:2
"""


@pytest.mark.parametrize(("verb", "themes"), [("paid/pay", 1), ("filmed/film", 0)])
def test_infinitive_behind_an_object(verb: str, themes: int) -> None:
    """Rebels are paid to leave; they are filmed for a purpose."""
    found = roles(parsed(PURPOSE.format(verb)), verb.partition("/")[0])
    assert sum(role.startswith("theme") for role in found) == themes


def test_what_somebody_is_called() -> None:
    """What somebody is called is a theme, and the reason is none."""
    doc = parsed("""
        Bell       called/call Cole       a     thief  for    leaving/leave .
        NNP/PERSON VBD         NNP/PERSON DT    NN     IN     VBG           .
        nsubj:2    ROOT        dobj:2     det:5 oprd:2 prep:2 pcomp:6       punct:2
    """)
    assert roles(doc, "called") == ["actor: Bell", "recipient: Cole", "theme: a thief"]


def test_what_is_included() -> None:
    """What is included has words of its own; what stands without a comma belongs to the thing."""
    gloss = """
        Bell       saw/see houses/house {}      including/include mills/mill .
        NNP/PERSON VBD     NNS          {}      VBG               NNS        .
        nsubj:2    ROOT    dobj:2       {}      prep:3            pobj:5     punct:2
    """
    words = [
        role.words.of(doc.text)
        for doc in (parsed(gloss.format(",", ",", "punct:3")), parsed(gloss.format("there", "RB", "advmod:3")))
        for role in event(doc, "saw").roles
        if role.name.value == "theme"
    ]
    assert words == ["houses", "houses there including mills"]


# ------------------------------------------------------------------------------------------------ phrases

PHRASE = """
    Bell       spoke/speak {}     {}     {}     .
    NNP/PERSON VBD         IN     {}     NN     .
    nsubj:2    ROOT        prep:2 {}     pobj:3 punct:2
"""


@pytest.mark.parametrize(
    ("preposition", "word", "noun", "kept"),
    [
        ("for", ("old", "JJ", "amod:5"), "starters", True),
        ("for", ("long", "JJ", "amod:5"), "time", False),
        ("on", ("his", "PRP$", "poss:5"), "show", False),
        ("on", ("the", "DT", "det:5"), "air", True),
        ("on", ("the", "DT", "det:5"), "treaty", True),
    ],
)
def test_phrase_that_says_when_or_where(
    preposition: str,
    word: tuple[str, str, str],
    noun: str,
    kept: bool,  # noqa: FBT001 (a parameter of the test)
) -> None:
    """What the ontology has for an adverbial is no theme; some are one only without any word before the noun."""
    found = roles(parsed(PHRASE.format(preposition, word[0], noun, *word[1:])), "spoke")
    assert (len(found) == 2) is kept


TOGETHER = """
    {}       with   Sudria  ,       Norland voted/vote .
    RB       IN     NNP/GPE ,       NNP/GPE VBD        .
    advmod:2 prep:6 pobj:2  punct:6 nsubj:6 ROOT       punct:6
"""


def test_together_with() -> None:
    """Those with whom one acts together act too; so much is not told of "even with"."""
    assert "actor: Sudria" in roles(parsed(TOGETHER.format("Together")), "voted")
    assert "actor: Sudria" not in roles(parsed(TOGETHER.format("Even")), "voted")


def test_demand_of_somebody() -> None:
    """Of whom a demand is made is asked."""
    doc = parsed("""
        Norland made/make a     demand of     Sudria  .
        NNP/GPE VBD       DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT      det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "made") == ["actor: Norland", "recipient: Sudria"]


SUPPORT = """
    Norland {}     the   support of     Sudria  .
    NNP/GPE VBD    DT    NN      IN     NNP/GPE .
    nsubj:2 ROOT   det:4 dobj:2  prep:4 pobj:5  punct:2
"""


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("won/win", ["recipient: Norland", "actor: Sudria"]),
        ("launched/launch", ["actor: Norland", "recipient: Sudria"]),
    ],
)
def test_whose_support(verb: str, expected: list[str]) -> None:
    """Who wins the support of somebody has it from them; who launches it gives it."""
    assert roles(parsed(SUPPORT.format(verb)), "support") == expected


DEBATE = """
    The   Norland    debate  {}     Sudria  ended/end .
    DT    NNP/GPE    NN      IN     NNP/GPE VBD       .
    det:3 compound:3 nsubj:6 prep:3 pobj:4  ROOT      punct:6
"""


@pytest.mark.parametrize(("word", "actors"), [("near", 0), ("with", 1)])
def test_place_of_a_debate(word: str, actors: int) -> None:
    """A place before a debate is where it is held, unless it is held with somebody."""
    assert sum(role.startswith("actor") for role in roles(parsed(DEBATE.format(word)), "debate")) == actors


def test_infinitive_of_another_noun() -> None:
    """Rules to pay are announced; who only has a plan to pay plans so."""
    gloss = """
        His    request {}     {}     to    pay   ended/end .
        PRP$   NN      IN     NNS    TO    VB    VBD       .
        poss:2 nsubj:7 prep:2 pobj:3 aux:6 acl:2 ROOT      punct:7
    """
    assert roles(parsed(gloss.format("for", "rules/rule")), "request")[1:] in ([], ["theme: rules"])
    plain = """
        His    request to    pay   ended/end .
        PRP$   NN      TO    VB    VBD       .
        poss:2 nsubj:5 aux:4 acl:2 ROOT      punct:5
    """
    assert "theme: pay" in roles(parsed(plain), "request")


# ------------------------------------------------------------------------------------------------ predicates

WORDS = """
    Bell       {}     {}      of     it     .
    NNP/PERSON VBD    RB      IN     PRP    .
    nsubj:2    ROOT   acomp:2 prep:3 pobj:4 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "word", "expected"),
    [("came/come", "clean", "come clean"), ("came/come", "late", "come"), ("stopped/stop", "short", "stop short")],
)
def test_predicate_of_several_words(verb: str, word: str, expected: str) -> None:
    """A verb and the words right after it that are one predicate with it are one action."""
    doc = parsed(WORDS.format(verb, word))
    assert action(token(doc, verb.partition("/")[0]), LEXICON) == expected


RESULT = """
    Bell       {}     it     {}     .
    NNP/PERSON VBD    PRP    JJ     .
    nsubj:2    ROOT   dobj:2 oprd:2 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("kept/keep", "keep private"), ("saw/see", "see")])
def test_state_that_is_brought_about(verb: str, expected: str) -> None:
    """Who keeps something private does not just keep it."""
    doc = parsed(RESULT.format(verb, "private"))
    assert action(token(doc, verb.partition("/")[0]), LEXICON) == expected


IDIOM = """
    Bell       {}     the   {}     {}     .
    NNP/PERSON VBD    DT    JJ     NN     .
    nsubj:2    ROOT   det:5 amod:5 dobj:2 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "adjective", "noun", "expected"),
    [
        ("bit/bite", "last", "bullet", True),
        ("bit/bite", "last", "dog", False),
        ("made/make", "big", "deal", True),
        ("made/make", "last", "deal", False),
    ],
)
def test_idiom(verb: str, adjective: str, noun: str, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A verb and an object that mean something else together are an idiom, with the words that it needs."""
    doc = parsed(IDIOM.format(verb, adjective, noun))
    trigger = verb.partition("/")[0]
    assert is_idiom(token(doc, trigger), LEXICON) is expected
    assert event(doc, trigger).misread is expected


def test_particle_behind_a_phrase() -> None:
    """A particle behind another phrase is not the verb's; one behind the object is."""
    gloss = """
        They    {}     {}     a     man    down  .
        PRP     VBD    {}     DT    NN     RP    .
        nsubj:2 ROOT   {}     det:5 {}     prt:2 punct:2
    """
    behind = parsed(gloss.format("gathered/gather", "around", "IN", "prep:2", "pobj:3"))
    assert particles(token(behind, "gathered")) == []
    beside = parsed(gloss.format("shot/shoot", "once", "RB", "advmod:2", "dobj:2"))
    assert [each.text for each in particles(token(beside, "shot"))] == ["down"]


def test_what_is_joined_behind_a_clause() -> None:
    """What is raised by Bell is the money before the clause, and not what is joined behind it."""
    gloss = """
        They    counted/count money  raised/raise by      Bell       and  the   gifts/gift .
        PRP     VBD           NN     VBN          IN      NNP/PERSON CC   DT    NNS        .
        nsubj:2 ROOT          dobj:2 acl:3        agent:4 pobj:5     cc:3 det:9 conj:3     punct:2
    """
    doc = parsed(gloss)
    assert event(doc, "raised").roles[0].words.of(doc.text) == "money raised by Bell"


@pytest.mark.parametrize(
    ("verb", "word", "expected"),
    [
        ("gave/give", "what", ["recipient: rebels", "theme: what they needed"]),
        ("saw/see", "what", ["recipient: rebels"]),
    ],
)
def test_what_is_given_to_somebody(verb: str, word: str, expected: list[str]) -> None:
    """The clause behind those who are given something tells what it is."""
    doc = parsed(f"""
        Norland {verb} rebels/rebel {word} they    needed/need .
        NNP/GPE VBD    NNS          WP     PRP     VBD         .
        nsubj:2 ROOT   dobj:2       dobj:6 nsubj:6 ccomp:2     punct:2
    """)
    assert told(doc, verb.partition("/")[0])[1:] == expected


def test_where_somebody_puts_himself() -> None:
    """What somebody does to himself is told with what he goes into by it."""
    doc = parsed("""
        Bell       checked/check herself into   a     clinic .
        NNP/PERSON VBD           PRP     IN     DT    NN     .
        nsubj:2    ROOT          dobj:2  prep:2 det:6 pobj:4 punct:2
    """)
    assert told(doc, "checked") == ["actor: Bell", "theme: herself into a clinic"]


def test_bare_what() -> None:
    """A verb whose object is a bare "what" tells nothing of what it acts on."""
    doc = parsed("""
        Miners/miner know/know what   Bell    needs/need .
        NNS          VBP       WP     NNP     VBZ        .
        nsubj:2      ROOT      dobj:5 nsubj:5 ccomp:2    punct:2
    """)
    assert (roles(doc, "needs"), event(doc, "needs").lacking) == (["actor: Bell"], True)


@pytest.mark.parametrize(
    ("verb", "aim", "who"),
    [
        ("phoned/phone", "apologise", "Bell"),
        ("called/call", "apologise", "Bell"),
        ("ordered/order", "apologise", "Dahl"),
        ("called/call", "testify", "Dahl"),
    ],
)
def test_who_phones_somebody_to_do_something(verb: str, aim: str, who: str) -> None:
    """Who phones somebody to apologise does so himself; who is ordered to does it."""
    doc = parsed(f"""
        Bell       {verb} Dahl       to    {aim}/{aim} .
        NNP/PERSON VBD    NNP/PERSON TO    VB          .
        nsubj:2    ROOT   dobj:2     aux:5 xcomp:2     punct:2
    """)
    assert roles(doc, aim) == [f"actor: {who}"]
