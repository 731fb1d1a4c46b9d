"""How common the names of persons are."""

from __future__ import annotations

import pytest

from kg.ontology.actors import Actor, from_actors


def person(name: str) -> Actor:
    """A known person."""
    return Actor(id=f"person:{name}", type="Person", name=name)


NAMES = ("Mira Dahl", "Mira Lind", "Mira Moor", "Tor Dahl", "Tor Dahl Jr.", "Ella K. Moor", "Olga Brandt", "Otto Kell")
KNOWN = from_actors({name: person(name) for name in NAMES})


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("Mira Dahl", 3 * 3),
        ("mira k. dahl", 3 * 3),
        ("Tor Moor III", 2 * 2),
        ("M. Dahl", 3 * 3),
        ("O. Moor", 2 * 2),
        ("Ella Moor", 0),
        ("Mira Brandt", 0),
        ("Dahl", 0),
        ("", 0),
    ],
)
def test_bearers(name: str, product: int) -> None:
    """The share of a given name times that of a surname; names of one known person, and lone ones, count nothing."""
    assert KNOWN.bearers(name) == pytest.approx(1_000_000 * product / len(NAMES) ** 2)


def test_bodies_have_no_given_names() -> None:
    """Only the names of persons are counted."""
    body = Actor(id="org:mira-dahl", type="Organization", name="Mira Dahl")
    more = from_actors({each: person(each) for each in NAMES} | {"body": body})
    assert more.bearers("Mira Dahl") == KNOWN.bearers("Mira Dahl")


def test_nobody_is_known() -> None:
    """Without known persons no name is common."""
    assert from_actors({}).bearers("Mira Dahl") == 0
