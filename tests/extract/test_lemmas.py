"""Lemmas that the pipeline misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.lemmas import mend
from tests.extract.conftest import LEXICON, parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def lemmas(doc: Doc) -> list[str]:
    """The lemmas of a parse, mended."""
    mend(doc, LEXICON)
    return [token.lemma_ for token in doc]


def test_contraction() -> None:
    """The curly "’s" of a copula is *be*."""
    doc = parsed("She     ’s/’     free  . \n PRP VBZ=AUX JJ . \n nsubj:2 ROOT acomp:2 punct:2")
    assert lemmas(doc)[1] == "be"


def test_contracted_perfect() -> None:
    """Before a past participle it is *have*."""
    doc = parsed("She     ’s/’     left/leave  . \n PRP VBZ=AUX VBN . \n nsubj:3 aux:3 ROOT punct:3")
    assert lemmas(doc)[1] == "have"


def test_contracted_passive() -> None:
    """As the auxiliary of a passive it is *be*."""
    doc = parsed("She     ’s/’     held/hold  . \n PRP VBZ=AUX VBN . \n nsubjpass:3 auxpass:3 ROOT punct:3")
    assert lemmas(doc)[1] == "be"


def test_possessive() -> None:
    """The mark of a possessor has no lemma to mend."""
    doc = parsed("Norland  ’s/’s  vote  . \n NNP/GPE POS NN . \n poss:3 case:1 ROOT punct:3")
    assert lemmas(doc)[1] == "’s"


@pytest.mark.parametrize(("tag", "expected"), [("VBD", "overthrow"), ("NN", "overthrew")])
def test_irregular_form(tag: str, expected: str) -> None:
    """An irregular form of the table has its lemma where it is a verb."""
    doc = parsed(f"They overthrew/overthrew him . \n PRP {tag} PRP . \n nsubj:2 ROOT dobj:2 punct:2")
    assert lemmas(doc)[1] == expected


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "expected"),
    [
        ("taped", "VBD", "tap", "tape"),
        ("tapped", "VBD", "tap", "tap"),
        ("visited", "VBD", "visit", "visit"),
        ("boxed", "VBD", "box", "box"),
        ("undertaxed", "VBD", "undertaxe", "undertax"),
        ("scamming", "VBG", "scamme", "scam"),
        ("stuffed", "VBD", "stuffe", "stuff"),
        ("sing", "VB", "se", "sing"),
    ],
)
def test_letter_lost_or_won(form: str, tag: str, lemma: str, expected: str) -> None:
    """A short stem before "-ed" that would have been doubled ends in "e"; a plain form is its own lemma."""
    doc = parsed(f"""
        They    {form}/{lemma} it     .
        PRP     {tag}          PRP    .
        nsubj:2 ROOT           dobj:2 punct:2
    """)
    assert lemmas(doc)[1] == expected


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [("retweeted", "retweete", "retweet"), ("booted", "boote", "boot"), ("deleted", "delete", "delete")],
)
def test_won_e_behind_two_vowels(form: str, lemma: str, expected: str) -> None:
    """No verb ends in an *e* behind two vowels and a *t*; "delete" keeps its own."""
    doc = parsed(f"She {form}/{lemma} it . \n PRP VBD PRP . \n nsubj:2 ROOT dobj:2 punct:2")
    assert lemmas(doc)[1] == expected


@pytest.mark.parametrize(("form", "lemma", "expected"), [("hopes", "hop", "hope"), ("hops", "hop", "hop")])
def test_lemma_of_a_third_person(form: str, lemma: str, expected: str) -> None:
    """*Hopes* is no form of *hop*, which has *hops*."""
    assert lemmas(parsed(f"She {form}/{lemma} . \n PRP VBZ . \n nsubj:2 ROOT punct:2"))[1] == expected
