"""What came late, what should have come, what used to be, and what is put to others."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as

UNTIL = """
    They    did   not   {} until  May      .
    PRP     VBD   RB    VB IN     NNP/DATE .
    nsubj:4 aux:4 neg:4 ROOT prep:4 pobj:5 punct:4
"""


@pytest.mark.parametrize(("verb", "expected"), [("leave", "certain"), ("survive", "not certain")])
def test_not_until(verb: str, expected: str) -> None:
    """Who did not leave until May left then; who did not survive until May did not."""
    assert read_as(parsed(UNTIL.format(verb)), verb) == expected


def test_had_not_until() -> None:
    """What had not come until then may not have come since."""
    doc = parsed("""
        They    had/have not   voted/vote until  May      .
        PRP     VBD      RB    VBN        IN     NNP/DATE .
        nsubj:4 aux:4    neg:4 ROOT       prep:4 pobj:5   punct:4
    """)
    assert read_as(doc, "voted") == "not unknown"


@pytest.mark.parametrize(("modal", "expected"), [("should", "conditional unknown"), ("must", "probable")])
def test_perfect_of_a_modal(modal: str, expected: str) -> None:
    """Who should have left did not, and nobody asks for it; who must have left has, as somebody gathers."""
    doc = parsed(f"""
        They    {modal} have  left/leave .
        PRP     MD      VB    VBN        .
        nsubj:4 aux:4   aux:4 ROOT       punct:4
    """)
    assert read_as(doc, "left") == expected


@pytest.mark.parametrize(
    ("preposition", "noun", "tag", "expected"),
    [
        ("After", "midnight", "NN", "certain"),
        ("On", "Sundays", "NNPS", "certain"),
        ("On", "Sunday", "NNP", "probable future"),
    ],
)
def test_habit(preposition: str, noun: str, tag: str, expected: str) -> None:
    """What somebody would do on Sundays he used to do."""
    doc = parsed(f"""
        {preposition} {noun}  he      would visit her    .
        IN            {tag}   PRP     MD    VB    PRP    .
        prep:5        pobj:1  nsubj:5 aux:5 ROOT  dobj:5 punct:5
    """)
    assert read_as(doc, "visit") == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("recommends/recommend", "requested unknown future"), ("considers/consider", "unknown future")],
)
def test_gerund_of_advice(verb: str, expected: str) -> None:
    """What somebody recommends doing is asked for; what he considers doing is to come, if at all."""
    doc = parsed(f"""
        Norland {verb} closing/close the   mine   .
        NNP/GPE VBZ    VBG           DT    NN     .
        nsubj:2 ROOT   xcomp:2       det:5 dobj:3 punct:2
    """)
    assert read_as(doc, "closing") == expected


def test_beside_an_infinitive() -> None:
    """What is joined to an infinitive and has a tense is told as what stands over that."""
    doc = parsed("""
        He          is/be     thought/think to    have  fled/flee and  is/be      wanted/want .
        PRP         VBZ       VBN           TO    VB    VBN       CC   VBZ        VBN         .
        nsubjpass:3 auxpass:3 ROOT          aux:6 aux:6 xcomp:3   cc:6 auxpass:9  conj:6      punct:3
    """)
    assert read_as(doc, "wanted") == "certain"


def test_about_to() -> None:
    """What somebody was about to do when something came in between does not lie ahead."""
    doc = parsed("""
        They    were/be about   to    leave   when     it      fell/fall .
        PRP     VBD     JJ      TO    VB      WRB      PRP     VBD       .
        nsubj:2 ROOT    acomp:2 aux:5 xcomp:3 advmod:8 nsubj:8 advcl:5   punct:2
    """)
    assert read_as(doc, "leave") == "unknown"


def test_jailed_for() -> None:
    """What somebody is jailed for is so in the eyes of the court."""
    doc = parsed("""
        Bell       was/be    jailed/jail for    robbing/rob a     bank   .
        NNP/PERSON VBD       VBN         IN     VBG         DT    NN     .
        nsubjpass:3 auxpass:3 ROOT       prep:3 pcomp:4     det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "robbing") == "probable"
