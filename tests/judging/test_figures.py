"""Judgements about names of several documents that are one, or not, by the company they are in."""

from __future__ import annotations

import pytest

from kg import pipeline, rdf
from kg.config import Config
from kg.ids import Ids
from kg.model import Judgement, Verdict
from tests.articles import Article

COMPANY = ("Tor Lind", "Ella Moor", "Upper Lake Board")
FULL, SHORT, OTHER = "mira-k-dahl", "mira-dahl", "kim-aster"


def report(name: str, outlet: str) -> Article:
    """A report of somebody who does something, among others."""
    article = Article(f"Then {name} paid Norland. {', '.join(COMPANY)} smiled.", outlet=outlet)
    actor = article.name(name)
    for each in COMPANY:
        article.name(each, label="ORG" if each.endswith("Board") else "PERSON")
    article.event("paid", action="pay", actor=actor, recipient=article.name("Norland", label="GPE"))
    return article


REPORTS = [
    report("Mira K. Dahl", "Lake Herald"),
    report("Mira Dahl", "Delta Courier"),
    report("Kim Aster", "Upland Times"),
]


def actors(*said: tuple[str, str, Verdict]) -> list[str]:
    """Who pays in each of the reports, with these judgements."""
    judgements = [Judgement(left=a, right=b, verdict=verdict) for a, b, verdict in said]
    found = pipeline.world([each.extraction() for each in REPORTS], Config(), judgements=judgements)
    return [str(found.resolutions[each.ident].readings[0].participants[0].entity) for each in REPORTS]


def test_one_by_company() -> None:
    """Without judgements the two spellings are one, and the other name is another."""
    one, other, third = actors()
    assert one == other != third


def test_negative_keeps_names_apart() -> None:
    """A no on two ids that would be one keeps them two."""
    assert actors((FULL, SHORT, Verdict.NEGATIVE)) == [FULL, SHORT, OTHER]


@pytest.mark.parametrize("named", [FULL, SHORT])
def test_positive_takes_all_along(named: str) -> None:
    """A yes on any of the names joins all that are one with it."""
    assert len(set(actors((named, OTHER, Verdict.POSITIVE)))) == 1


def test_negative_after_a_positive() -> None:
    """What is judged one with another is kept apart from what that is not."""
    one, other, third = actors((FULL, OTHER, Verdict.POSITIVE), (OTHER, SHORT, Verdict.NEGATIVE))
    assert one == third != other


def test_id_that_lost_its_place() -> None:
    """An id that lost its place by its company still leads to the one that stays."""
    found = pipeline.world([each.extraction() for each in REPORTS], Config())
    lost, stays = {FULL, SHORT} - {actors()[0]}, actors()[0]
    quads = rdf.world_quads([], [], Ids(), replaced=found.replaced)
    led = {(quad.subject, quad.object) for quad in quads if "isReplacedBy" in str(quad.predicate)}
    assert [(f"<{Ids().thing(each)}>", f"<{Ids().thing(stays)}>") for each in lost] == [
        (str(a), str(b)) for a, b in led
    ]
