"""What the owner of an event noun is: who does it, or to whom it is done, by the words of the package."""

from __future__ import annotations

import pytest

from tests.extract.conftest import events_of_the_package, parsed


def owner(noun: str, *, tag: str = "NN", name: str = "Bell", label: str = "PERSON", tail: str = "") -> str | None:
    """The part that the owner of an event noun plays: "Bell's arrest was seen"."""
    doc = parsed(f"""
        {name}        's     {noun} {"of Cole" if tail else "was/be seen/see"} .
        NNP/{label}   POS    {tag}  {"IN NNP/PERSON" if tail else "VBD VBN"}   .
        poss:3        case:1 {"ROOT prep:3 pobj:4 punct:3" if tail else "nsubjpass:5 auxpass:5 ROOT punct:5"}
    """)
    word = noun.partition("/")[0]
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == word)
    return next((role.name.value for role in found.roles if role.pattern == "possessor"), None)


@pytest.mark.parametrize("noun", ["arrest", "appointment", "murder", "shooting", "conviction", "trial"])
def test_owner_to_whom_it_is_done(noun: str) -> None:
    """In "Bell's arrest", Bell is arrested."""
    assert owner(noun) == "recipient"


@pytest.mark.parametrize("noun", ["speech", "decision", "visit", "effort"])
def test_owner_who_does_it(noun: str) -> None:
    """In "Bell's speech", Bell speaks."""
    assert owner(noun) == "actor"


def test_owner_beside_an_object() -> None:
    """In "Bell's arrest of Cole", Bell arrests."""
    assert owner("arrest", tail="of") == "actor"


def test_several_appointments() -> None:
    """Bell's appointments are those that Bell made."""
    assert owner("appointments/appointment", tag="NNS") == "actor"


def test_body_that_does_it() -> None:
    """A state's executions are its own doing, and its founding is done to it."""
    assert owner("execution", name="Norland", label="GPE") == "actor"
    assert owner("founding", name="Norland", label="GPE") == "recipient"


@pytest.mark.parametrize(("noun", "expected"), [("effort", "actor"), ("testimony", "actor"), ("trial", "recipient")])
def test_party_behind_a_noun(noun: str, expected: str) -> None:
    """The testimony of Cole is his own; the trial of Cole is held of him."""
    doc = parsed(f"""
        The   {noun} of     Cole       ended/end .
        DT    NN     IN     NNP/PERSON VBD       .
        det:2 nsubj:5 prep:2 pobj:3    ROOT      punct:5
    """)
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == noun)
    assert [role.name.value for role in found.roles] == [expected]
