"""Roles of persons in bodies."""

from __future__ import annotations

import pytest

from tests.articles import Article, grant


def test_membership() -> None:
    """A person's role in a body is a membership, with its words as evidence."""
    article = grant()
    (found,) = article.resolution().memberships
    assert (found.person, found.role, found.body) == ("mira-dahl", "spokesperson", "gov:nd-foreign-ministry")
    assert found.mention.span.of(article.text) == "Foreign Ministry spokesperson Mira Dahl"


def test_membership_of_no_person() -> None:
    """A role of somebody who is no person is no membership."""
    article = Article("Spokesperson Norland paid.")
    article.affiliation("Spokesperson Norland", person=article.name("Norland", label="GPE"), role="spokesperson")
    assert article.resolution().memberships == ()


def test_membership_under_a_person() -> None:
    """Who speaks for a person has no membership: a person is no organization."""
    article = Article("Olga Brandt spokesperson Mira Dahl paid.")
    chief = article.name("Olga Brandt")
    person = article.name("Mira Dahl")
    article.affiliation("spokesperson Mira Dahl", person=person, role="spokesperson", body=chief)
    assert article.resolution().memberships == ()


def test_speaker_for_a_person() -> None:
    """Who speaks for a person still speaks on behalf of that person."""
    article = Article("Olga Brandt spokesperson Mira Dahl said Norland paid.")
    chief, person = article.name("Olga Brandt"), article.name("Mira Dahl")
    article.affiliation("spokesperson Mira Dahl", person=person, role="spokesperson", body=chief)
    paid = article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"))
    article.attribution("Norland paid", authority=person, events=(paid,))
    assert "olga-brandt" in {claim.on_behalf_of for claim in article.resolution().claims}


def ministry(text: str, *bodies: tuple[str, str]) -> str | None:
    """The body of the ministry spokesperson Mira Dahl in a text with these bodies."""
    article = Article(text)
    for words, label in bodies:
        article.name(words, label=label)
    person = article.name("Mira Dahl")
    article.affiliation("ministry spokesperson Mira Dahl", person=person, role="ministry spokesperson")
    (found,) = article.resolution().memberships
    return found.body


SPOKE = "Then ministry spokesperson Mira Dahl spoke."


def test_body_named_before() -> None:
    """The body of a "ministry spokesperson" is the one ministry named before."""
    assert ministry(f"The Foreign Ministry met. {SPOKE}", ("Foreign Ministry", "ORG")) == "gov:nd-foreign-ministry"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (f"The Port Authority met. {SPOKE}", [("Port Authority", "ORG")]),
        (f"The Foreign Ministry hit Road Ministry. {SPOKE}", [("Foreign Ministry", "ORG"), ("Road Ministry", "ORG")]),
        (f"{SPOKE} The Foreign Ministry met.", [("Foreign Ministry", "ORG")]),
        (f"Ministry Square is wet. {SPOKE}", [("Ministry Square", "LOC")]),
    ],
    ids=["other", "two", "after", "place"],
)  # fmt: skip
def test_no_body_named_before(text: str, bodies: list[tuple[str, str]]) -> None:
    """Another body, one of two ministries, one named after, or a place of that name is not the body."""
    assert ministry(text, *bodies) is None
