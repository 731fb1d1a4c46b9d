"""What the parties and the things of an event make of its type: figurative uses of a verb are none of its type."""

from __future__ import annotations

import pytest

from tests.extract.conftest import events_of_the_package, parsed, token


def acting(subject: str, verb: str, thing: str) -> str:
    """A verb with a subject and an object: "Norland released the prisoners"."""
    return f"""
        {subject} {verb}  {thing} .
        NNP/GPE   VBD     NNS     .
        nsubj:2   ROOT    dobj:2  punct:2
    """


def kind(gloss: str, word: str) -> str | None:
    """The type of the event of ``word``, by the tables of the package."""
    doc = parsed(gloss)
    trigger = token(doc, word)
    return next(each.type for each in events_of_the_package(doc) if each.span.start == trigger.idx)


@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [
        ("fought/fight", "rebels/rebel", "ASSAULT"),
        ("fought/fight", "diseases/disease", None),
        ("killed/kill", "villagers/villager", "ASSAULT"),
        ("killed/kill", "bills/bill", None),
        ("destroyed/destroy", "houses/house", "ASSAULT"),
        ("destroyed/destroy", "reputations/reputation", None),
        ("released/release", "prisoners/prisoner", "RETREAT"),
        ("released/release", "rulings/ruling", None),
        ("blocked/block", "journalists/journalist", "COERCE"),
        ("blocked/block", "discussions/discussion", None),
        ("recognized/recognize", "dangers/danger", None),
        ("prosecuted/prosecute", "ministers/minister", "COERCE"),
        ("prosecuted/prosecute", "cases/case", None),
        ("encouraged/encourage", "farmers/farmer", "REQUEST"),
        ("encouraged/encourage", "quarrels/quarrel", None),
        ("meet", "thresholds/threshold", None),
    ],
)
def test_what_it_is_done_to(verb: str, thing: str, expected: str | None) -> None:
    """Only somebody is freed, prosecuted or encouraged, and only what force can reach is attacked."""
    assert kind(acting("Norland", verb, thing), verb.partition("/")[0]) == expected


@pytest.mark.parametrize(
    ("subject", "expected"), [("problem", None), ("letter", "REQUEST"), ("union", "REQUEST"), ("statement", "REQUEST")]
)
def test_what_asks(subject: str, expected: str | None) -> None:
    """A problem that demands an answer asks for nothing; a letter does."""
    gloss = f"""
        The   {subject} demanded/demand answers/answer .
        DT    NN        VBD             NNS            .
        det:2 nsubj:3   ROOT            dobj:3         punct:3
    """
    assert kind(gloss, "demanded") == expected


@pytest.mark.parametrize(("thing", "expected"), [("himself", None), ("Omar", "ASSAULT")])
def test_done_to_oneself(thing: str, expected: str | None) -> None:
    """Who shoots himself assaults nobody."""
    tag = "PRP" if thing == "himself" else "NNP/PERSON"
    gloss = f"""
        The   officer shot/shoot {thing} .
        DT    NN      VBD        {tag}   .
        det:2 nsubj:3 ROOT       dobj:3  punct:3
    """
    assert kind(gloss, "shot") == expected


@pytest.mark.parametrize(("doer", "expected"), [("gunman", "ASSAULT"), ("candidate", None)])
def test_attack_that_may_be_in_words(doer: str, expected: str | None) -> None:
    """Who carries no arms by his name may attack somebody in words."""
    gloss = f"""
        The   {doer}  attacked/attack Omar       .
        DT    NN      VBD             NNP/PERSON .
        det:2 nsubj:3 ROOT            dobj:3     punct:3
    """
    assert kind(gloss, "attacked") == expected


@pytest.mark.parametrize(
    ("warned", "subject", "expected"),
    [("Sudria/GPE", "prices", "THREATEN"), ("Lena/PERSON", "prices", None), ("Lena/PERSON", "it", "THREATEN")],
)
def test_warning(warned: str, subject: str, expected: str | None) -> None:
    """A warning threatens where it goes to a state or tells what they will do who warn; else it cautions."""
    name, label = warned.split("/")
    gloss = f"""
        Norland warned/warn {name}      that   {subject} would strike  .
        NNP/GPE VBD         NNP/{label} IN     NNS       MD    VB      .
        nsubj:2 ROOT        dobj:2      mark:7 nsubj:7   aux:7 ccomp:2 punct:2
    """
    assert kind(gloss, "warned") == expected


@pytest.mark.parametrize(
    ("subject", "auxiliaries", "expected"),
    [("Omar", "should", "REQUEST"), ("I", "must", None), ("one", "should", None)],
)
def test_duty_of_nobody_else(subject: str, auxiliaries: str, expected: str | None) -> None:
    """Who says what he must say, or what one should see, asks nobody."""
    tag = "NNP/PERSON" if subject == "Omar" else "PRP"
    gloss = f"""
        Lena       said/say {subject} {auxiliaries} leave   .
        NNP/PERSON VBD      {tag}     MD            VB      .
        nsubj:2    ROOT     nsubj:5   aux:5         ccomp:2 punct:2
    """
    assert kind(gloss, "said") == expected


@pytest.mark.parametrize(
    ("auxiliary", "tag", "verb"), [("'d", "VBN", "attacked/attack"), ("would often", "VB", "attack")]
)
def test_what_had_been_is_not_meant(auxiliary: str, tag: str, verb: str) -> None:
    """What had been done, or used to be, is not threatened."""
    words = auxiliary.split()
    often = "often" if len(words) > 1 else "then"
    gloss = f"""
        Norland {words[0]} {often}  {verb} Sudria  .
        NNP/GPE MD         RB       {tag}  NNP/GPE .
        nsubj:4 aux:4      advmod:4 ROOT   dobj:4  punct:4
    """
    assert kind(gloss, verb.partition("/")[0]) == "ASSAULT"


def test_word_before_its_set() -> None:
    """An entry with a word of a set says more than one with the set: giving credit gives no funds."""
    assert kind(acting("Norland", "gave/give", "credit"), "gave") is None


@pytest.mark.parametrize(
    ("doer", "tag", "expected"),
    [("Omar", "NNP/PERSON", None), ("ministers/minister", "NNS", "CONSULT"), ("two", "CD", "CONSULT")],
)
def test_discussing_alone(doer: str, tag: str, expected: str | None) -> None:
    """One who discusses something with nobody consults nobody."""
    gloss = f"""
        {doer}  discussed/discuss prices .
        {tag}   VBD               NNS    .
        nsubj:2 ROOT              dobj:2 punct:2
    """
    assert kind(gloss, "discussed") == expected


def test_arrest_for_a_deed() -> None:
    """What somebody is arrested for is not arrested."""
    gloss = """
        His    arrest for    theft  .
        PRP$   NN     IN     NN     .
        poss:2 ROOT   prep:2 pobj:3 punct:2
    """
    assert kind(gloss, "arrest") == "COERCE"
