"""Persons' roles in bodies, as a text gives them beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.affiliations import affiliations
from tests.extract.conftest import LEXICON, mentions, parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc

OFFICE = "Harbour tag=NNP pos=PROPN ent=ORG dep=compound; Office tag=NNP pos=PROPN ent=ORG"


def read(doc: Doc) -> list[tuple[str, str, str | None]]:
    """Person, role and body of each affiliation."""
    return [
        (a.person.of(doc.text), a.role, a.body.of(doc.text) if a.body else None)
        for a in affiliations(doc, mentions(doc), LEXICON)
    ]


def test_before_the_name() -> None:
    """Body and role may stand before the name."""
    doc = parsed("""
        Norland spokesman  Marn       left/leave .
        NNP/GPE NN         NNP/PERSON VBD        .
        nmod:2  compound:3 nsubj:4    ROOT       punct:4
    """)
    assert read(doc) == [("Norland spokesman Marn", "spokesman", "Norland")]


def test_before_the_name_without_a_body() -> None:
    """A role without a body has none."""
    doc = parsed("""
        Foreign minister   Marn       left/leave .
        JJ      NN         NNP/PERSON VBD        .
        amod:2  compound:3 nsubj:4    ROOT       punct:4
    """)
    assert read(doc) == [("Foreign minister Marn", "Foreign minister", None)]


def test_beside_the_name() -> None:
    """The role may stand after a comma, its body after *of* or *for*."""
    doc = parsed("""
        Marn       ,       a     spokesman for    Norland ,       left/leave .
        NNP/PERSON ,       DT    NN        IN     NNP/GPE ,       VBD        .
        nsubj:8    punct:1 det:4 appos:1   prep:4 pobj:5  punct:1 ROOT       punct:8
    """)
    assert read(doc) == [("Marn", "spokesman", "Norland")]


def test_role_whose_apposition_is_the_name() -> None:
    """The name may stand after the role."""
    doc = parsed("""
        The   spokesman for    Norland ,       Marn       ,       left/leave .
        DT    NN        IN     NNP/GPE ,       NNP/PERSON ,       VBD        .
        det:2 nsubj:8   prep:2 pobj:3  punct:4 appos:2    punct:4 ROOT       punct:8
    """)
    assert read(doc) == [("Marn", "spokesman", "Norland")]


def test_role_keeps_what_makes_it_another() -> None:
    """A former minister is not a minister."""
    doc = parsed("""
        Marn       ,       the   former minister ,       left/leave .
        NNP/PERSON ,       DT    JJ     NN       ,       VBD        .
        nsubj:7    punct:1 det:5 amod:5 appos:1  punct:1 ROOT       punct:7
    """)
    assert read(doc) == [("Marn", "former minister", None)]


def test_noun_that_is_no_role() -> None:
    """An apposition that names no role affiliates nobody."""
    doc = parsed("""
        Marn       ,       the   witness ,       left/leave .
        NNP/PERSON ,       DT    NN      ,       VBD        .
        nsubj:6    punct:1 det:4 appos:1 punct:1 ROOT       punct:6
    """)
    assert read(doc) == []


def test_name_alone() -> None:
    """A name alone affiliates nobody."""
    doc = parsed("""
        Marn       left/leave .
        NNP/PERSON VBD        .
        nsubj:2    ROOT       punct:2
    """)
    assert read(doc) == []


def test_role_beside_a_body() -> None:
    """Only persons have roles."""
    doc = parsed("""
        Norland ,       the   minister ,       left/leave .
        NNP/GPE ,       DT    NN       ,       VBD        .
        nsubj:6 punct:1 det:4 appos:1  punct:1 ROOT       punct:6
    """)
    assert read(doc) == []
