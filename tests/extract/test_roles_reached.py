"""Whom an event reaches: what is got, shown or founded is its theme, whatever kind of thing it is."""

from __future__ import annotations

import pytest

from kg.extract.misread import is_misread
from kg.model import RoleName
from tests.extract.conftest import events_of_the_package, parsed, roles, token


def told(gloss: str, word: str) -> list[str]:
    """The roles of the event at ``word`` by the words of ``ontology/``, without those that tell whom it concerns."""
    doc = parsed(gloss)
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == word)
    return [f"{role.name.value}: {role.span.of(doc.text)}" for role in found.roles if role.name is not RoleName.ACTOR]


GOT = """
    The   country {}   the   president .
    DT    NN      VBD  DT    NN        .
    det:2 nsubj:3 ROOT det:5 dobj:3    punct:3
"""


@pytest.mark.parametrize(
    ("verb", "role"), [("got/get", "theme"), ("showed/show", "theme"), ("blamed/blame", "recipient")]
)
def test_what_is_got(verb: str, role: str) -> None:
    """Who is got, shown or received is what the event is about; who is blamed has it done to him."""
    assert told(GOT.format(verb), verb.partition("/")[0]) == [f"{role}: the president"]


RECEIVED = """
    The   envoy       was/be    {}   {}      Sudria  .
    DT    NN          VBD       VBN  IN      NNP/GPE .
    det:2 nsubjpass:4 auxpass:4 ROOT agent:4 pobj:5  punct:4
"""


@pytest.mark.parametrize(("verb", "role"), [("received/receive", "theme"), ("blamed/blame", "recipient")])
def test_who_is_received(verb: str, role: str) -> None:
    """So too in a passive that says who gets it."""
    assert told(RECEIVED.format(verb, "by"), verb.partition("/")[0])[0] == f"{role}: The envoy"


ACT = """
    Dahl       blamed/blame the   Harbour {}    .
    NNP/PERSON VBD          DT    NNP/ORG {}    .
    nsubj:2    ROOT         det:5 compound:5 dobj:2 punct:2
"""


@pytest.mark.parametrize(("name", "role"), [("Bill", "theme"), ("Board", "recipient")])
def test_name_of_a_law(name: str, role: str) -> None:
    """A name that ends in the word for a law or a prize is no party, though the pipeline takes it for a body."""
    assert told(ACT.format(name, "NNP/ORG"), "blamed") == [f"{role}: the Harbour {name}"]


def test_name_of_a_person() -> None:
    """A person's name is, though it is a word for a law."""
    gloss = """
        Dahl       blamed/blame Ana        Bill       .
        NNP/PERSON VBD          NNP/PERSON NNP/PERSON .
        nsubj:2    ROOT         compound:4 dobj:2     punct:2
    """
    assert told(gloss, "blamed") == ["recipient: Ana Bill"]


AGAINST = """
    Dahl       {}   against soldiers/soldier .
    NNP/PERSON VBD  IN      NNS   .
    nsubj:2    ROOT prep:2  pobj:3 punct:2
"""


@pytest.mark.parametrize(("verb", "role"), [("warned/warn", "theme"), ("plotted/plot", "recipient")])
def test_what_one_warns_against(verb: str, role: str) -> None:
    """What somebody warns against is what the warning is about; what somebody plots against has it done to him."""
    assert told(AGAINST.format(verb), verb.partition("/")[0]) == [f"{role}: soldiers"]


WITH = """
    A     club he      {}      with   soldiers/soldier .
    DT    NN   PRP     VBD     IN     NNS     .
    det:2 ROOT nsubj:4 relcl:2 prep:4 pobj:5  punct:2
"""


@pytest.mark.parametrize(("verb", "reached"), [("founded/found", 0), ("quarrelled/quarrel", 1)])
def test_with_whom_one_founds(verb: str, reached: int) -> None:
    """With whom something is founded has nothing done to him; with whom one quarrels has."""
    found = told(WITH.format(verb), verb.partition("/")[0])
    assert found.count("recipient: soldiers") == reached


ON = """
    Dahl       {}   on     rails .
    NNP/PERSON VBD  IN     NNS   .
    nsubj:2    ROOT prep:2 pobj:3 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("knelt/kneel", []), ("spoke/speak", ["theme: rails"])])
def test_where_one_kneels(verb: str, expected: list[str]) -> None:
    """On what one sits or kneels is where, on what one speaks is what about."""
    assert told(ON.format(verb), verb.partition("/")[0]) == expected


WHICH = """
    It      ran  ,       which       was/be    {}      by      thieves .
    PRP     VBD  ,       WDT         VBD       VBN     IN      NNS     .
    nsubj:2 ROOT punct:2 nsubjpass:6 auxpass:6 {}      agent:6 pobj:7  punct:2
"""


def test_which_of_nothing() -> None:
    """A relative pronoun without a noun that it stands for fills no role."""
    assert told(WHICH.format("seized/seize", "advcl:2"), "seized") == []


def test_participle_with_an_unseen_mark() -> None:
    """A mark without width before a participle that only counts changes nothing."""
    doc = parsed("""
        Bell       beat/beat all     \u200bcombined/combine .
        NNP/PERSON VBD       DT      VBN                    .
        nsubj:2    ROOT      nsubj:4 ccomp:2                punct:2
    """)
    doc.user_data["postposed"] = frozenset({"combined"})
    assert is_misread(token(doc, "\u200bcombined"))


LETTER = """
    They    {}   a     letter opposing/oppose cuts   .
    PRP     VBD  DT    NN     VBG             NNS    .
    nsubj:2 ROOT det:4 dobj:2 acl:4           dobj:5 punct:2
"""


@pytest.mark.parametrize(("verb", "actor"), [("sent/send", "They"), ("got/get", "a letter")])
def test_who_says_what_a_letter_says(verb: str, actor: str) -> None:
    """Who sends a letter says what it says; who gets one does not."""
    assert roles(parsed(LETTER.format(verb)), "opposing")[0] == f"actor: {actor}"


RACE = """
    The   Norland    {}      began/begin .
    DT    NNP/GPE    NN      VBD         .
    det:3 compound:3 nsubj:4 ROOT        punct:4
"""


@pytest.mark.parametrize(("noun", "actors"), [("race", 0), ("attack", 1)])
def test_land_of_a_race(noun: str, actors: int) -> None:
    """A land before a contest is where it is held; before an attack it attacks."""
    doc = parsed(RACE.format(noun))
    found = [each for each in events_of_the_package(doc) if each.span.of(doc.text) == noun]
    assert sum(role.name is RoleName.ACTOR for each in found for role in each.roles) == actors


def test_quotation_that_begins_within_a_clause() -> None:
    """What stands before a quotation is not what is said within it."""
    gloss = """
        Dahl       blames  “       he      lied/lie ,       she     {}      .       ”
        NNP/PERSON VBZ     ``      PRP     VBD      ,       PRP     VBD     .       ''
        nsubj:2    ccomp:8 punct:5 nsubj:5 ccomp:2  punct:8 nsubj:8 ROOT    punct:8 punct:8
    """
    assert roles(parsed(gloss.format("said/say")), "said") == ["actor: she"]
