"""Words that mean nothing by themselves beside a verb, or with it: formulas, verbs that lead to others."""

from __future__ import annotations

import pytest

from kg.extract import lexemes, types
from kg.extract.phrasal import is_idiom, particles
from kg.extract.triggers import triggers
from tests.extract.conftest import parsed, token, words_of_the_package

GOD = """
    {}      forbid they    ask     .
    NNP     VBP    PRP     VBP     .
    nsubj:2 ROOT   nsubj:4 ccomp:2 punct:2
"""
ASIDE = """
    Bell       ,       mind      you    {}      left/leave .
    NNP/PERSON ,       VB        PRP    {}      VBD        .
    nsubj:6    punct:6 parataxis:6 dobj:3 punct:6 ROOT     punct:6
"""
FIRST = """
    Bell       {first} to    {second} it     .
    NNP/PERSON VBD     TO    VB       PRP    .
    nsubj:2    ROOT    aux:4 xcomp:2  dobj:4 punct:2
"""


def named(gloss: str) -> list[str]:
    """The words of the triggers by the lexicon of ``ontology/``, each once, in the order of the text."""
    found = triggers(parsed(gloss), words_of_the_package())
    return list(dict.fromkeys(each.text for each in found.values()))


@pytest.mark.parametrize(("who", "expected"), [("God", True), ("Norland", False)])
def test_exclamation(who: str, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """God forbids nothing in "God forbid"; others do."""
    assert is_idiom(token(parsed(GOD.format(who)), "forbid"), words_of_the_package()) is expected


@pytest.mark.parametrize(("mark", "tag", "expected"), [(",", ",", True), ("and", "CC", False)])
def test_words_set_off(mark: str, tag: str, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A formula that may be meant as it stands is one between marks."""
    doc = parsed(ASIDE.format(mark, tag))
    assert is_idiom(token(doc, "mind"), words_of_the_package()) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("came/come", "believe", ["believe"]),
        ("came/come", "inspect", ["came", "inspect"]),
        ("got/get", "know", ["know"]),
        ("tried/try", "know", ["tried", "know"]),
    ],
)
def test_verb_that_leads_to_another(first: str, second: str, expected: list[str]) -> None:
    """Who came to believe did not come; who came to inspect did."""
    assert named(FIRST.format(first=first, second=second)) == expected


def test_verb_that_ends_up_as_another() -> None:
    """Who ended up paying paid."""
    gloss = """
        Bell       ended/end up    paying/pay it     .
        NNP/PERSON VBD       RP    VBG        PRP    .
        nsubj:2    ROOT      prt:2 xcomp:2    dobj:4 punct:2
    """
    assert named(gloss) == ["paying"]


@pytest.mark.parametrize(("after", "expected"), [("until", []), ("for", ["up"])])
def test_up_until(after: str, expected: list[str]) -> None:
    """In "up until", *up* belongs to no verb."""
    gloss = f"""
        They    showed/show up    {after} now    .
        PRP     VBD         RP    IN      NN     .
        nsubj:2 ROOT        prt:2 prep:2  pobj:4 punct:2
    """
    assert [each.text for each in particles(token(parsed(gloss), "showed"))] == expected


def test_state_that_one_is_left_in() -> None:
    """Who is left shaken is not left."""
    gloss = """
        It      left/leave Bell       shaken/shake .
        PRP     VBD        NNP/PERSON VBN          .
        nsubj:2 ROOT       dobj:2     oprd:2       punct:2
    """
    assert lexemes.action(token(parsed(gloss), "left"), words_of_the_package()) == "leave shaken"


def test_what_is_to_go_on() -> None:
    """Who will meet agrees to; "will be meeting" only foretells it."""
    gloss = """
        Norland will  be    meeting/meet Sudria  .
        NNP/GPE MD    VB    VBG          NNP/GPE .
        nsubj:4 aux:4 aux:4 ROOT         dobj:4  punct:4
    """
    found = types.of_verb(token(parsed(gloss), "meeting"), words_of_the_package())
    assert found is not None
    assert found.type == "CONSULT"


@pytest.mark.parametrize(("preposition", "thing", "expected"), [("in", "primary", None), ("over", "speech", "ACCUSE")])
def test_opponent(preposition: str, thing: str, expected: str | None) -> None:
    """Who challenges somebody runs against him; over a speech, he takes him to task."""
    gloss = f"""
        Bell       challenged/challenge him    {preposition} a {thing} .
        NNP/PERSON VBD                  PRP    IN     DT    NN      .
        nsubj:2    ROOT                 dobj:2 prep:2 det:6 pobj:4  punct:2
    """
    found = types.of_verb(token(parsed(gloss), "challenged"), words_of_the_package())
    assert found is not None
    assert found.type == expected


def test_decision_against() -> None:
    """Who decided not to arrest somebody did not arrest."""
    gloss = """
        Norland decided/decide not   to    arrest  Bell       .
        NNP/GPE VBD            RB    TO    VB      NNP/PERSON .
        nsubj:2 ROOT           neg:5 aux:5 xcomp:2 dobj:5     punct:2
    """
    lexicon = words_of_the_package()
    found = types.of_verb(token(parsed(gloss), "decided"), lexicon)
    plain = gloss.replace("not ", "now ").replace("neg:5", "advmod:5")
    assert found is None or found.type is None
    assert (done := types.of_verb(token(parsed(plain), "decided"), lexicon)) is not None
    assert done.type == "COERCE"


@pytest.mark.parametrize(("adverb", "expected"), [("together", "bring together"), ("home", "bring")])
def test_adverb_behind_an_object(adverb: str, expected: str) -> None:
    """Who brings them together does not bring them."""
    doc = parsed(f"""
        Bell       brings/bring them   {adverb} .
        NNP/PERSON VBZ          PRP    RB       .
        nsubj:2    ROOT         dobj:2 advmod:2 punct:2
    """)
    assert lexemes.action(token(doc, "brings"), words_of_the_package()) == expected


def test_region_behind_in_is_a_place() -> None:
    """Who is taken in the Varn Hills is not taken in."""
    doc = parsed("""
        Rebels  took/take them   in    the   Hills  .
        NNS     VBD       PRP    RP    DT    NNP/LOC .
        nsubj:2 ROOT      dobj:2 prt:2 det:6 dobj:2 punct:2
    """)
    assert particles(token(doc, "took")) == []
