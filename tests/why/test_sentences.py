"""What became of every clause of a sentence: kept, or dropped by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import NotFoundError
from kg.ids import Ids
from kg.model import Certainty, Genre, Polarity, Span
from kg.why import explain_sentence
from tests.articles import Article, grant, second_grant, world

if TYPE_CHECKING:
    from kg.model import Extraction


def told(sentence: str, *articles: Article, passed: tuple[tuple[Span, str], ...] = ()) -> list[str]:
    """The lines about a sentence, without their indentation."""

    def passed_over(found: Extraction) -> tuple[tuple[Span, str], ...]:
        return passed if found.document.text == articles[0].text else ()

    text = explain_sentence(sentence, world(*articles), Ids(), passed_over=passed_over)
    return [" ".join(line.split()) for line in text.splitlines()]


def march(
    *, polarity: Polarity = Polarity.POSITIVE, certainty: Certainty = Certainty.CERTAIN, future: bool = False
) -> Article:
    """A report of a march on somebody."""
    article = Article("Norland marched on Sudria.", genre=Genre.REPORT)
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event(
        "marched",
        action="march",
        type="ASSAULT",
        actor=norland,
        recipient=sudria,
        polarity=polarity,
        certainty=certainty,
        future=future,
    )
    return article


def test_kept_fact() -> None:
    """A kept event is told with what it amounts to."""
    article = march()
    assert told("Norland marched", article)[1] == f"'marched' (8-15): kept: event:{article.ident}-8-15 is FACT"


def test_plain_triple() -> None:
    """The plain triple that it gives is told."""
    assert "plain triple ent:state-nd act:march ent:state-sd" in told("Norland marched", march())


def test_roles_and_type() -> None:
    """Roles are told with their rule, the type with the entry that decided it."""
    lines = told("Norland marched", march())
    assert [line for line in lines if line.startswith(("action", "actor", "recipient"))] == [
        "action march (ASSAULT: lexicon entry 'march')",
        "actor 'Norland' [subject]",
        "recipient 'Sudria' [object]",
    ]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (march(polarity=Polarity.NEGATIVE), "counterfact"),
        (march(certainty=Certainty.POSSIBLE), "uncommitted"),
        (march(future=True), "uncommitted"),
    ],
)
def test_no_fact_gives_no_triple(article: Article, expected: str) -> None:
    """What is denied, possible or future gives no plain triple, and that is the reason told."""
    assert f"no plain triple: the event is {expected}, no fact" in told("Norland marched", article)


def test_whose_claim() -> None:
    """Where somebody else claims it, he is named."""
    expected = "no plain triple: the event is uncommitted, no fact; claimed by mira-dahl"
    assert expected in told("Sudria would admit", grant())


def test_fact_without_other_party() -> None:
    """A fact that leads to one entity only gives no plain triple, and that is the reason told."""
    article = Article("Norland marched.")
    article.event("marched", action="march", actor=article.name("Norland", label="GPE"))
    assert "no plain triple: no other party that leads to an entity" in told("marched", article)


def test_fact_without_actor() -> None:
    """A fact that nobody is said to have done gives no plain triple, and that is the reason told."""
    article = Article("Norland was shaken.")
    article.event("shaken", action="shake", recipient=article.name("Norland", label="GPE"))
    assert "no plain triple: no actor that leads to an entity" in told("shaken", article)


def test_left_out() -> None:
    """An event that is not in the graph is told with the reason."""
    article = Article("It rained in the hills.")
    article.event("rained", action="rain")
    assert told("It rained", article)[1] == "'rained' (3-9): left out of the graph: no party, type or setting"


def test_headline() -> None:
    """An event of a headline is left out as such."""
    article = Article("Norland marches\n\nIt rained.", heading="Norland marches")
    article.event("marches", action="march", actor=article.name("Norland", label="GPE"))
    assert any("left out of the graph: in a headline" in line for line in told("Norland marches", article))


def test_no_event() -> None:
    """A word that names no event is told with its reason, among the others by place."""
    lines = told("Norland marched on Sudria.", march(), passed=((Span(0, 7), "a name"),))
    assert lines[1] == "'Norland' (0-7): no event: a name"


def test_words_outside_the_sentence() -> None:
    """What stands outside of the words that are asked for is not told."""
    lines = told("Norland marched", march(), passed=((Span(19, 25), "a name"),))
    assert not any("a name" in line for line in lines)


def test_nothing_to_tell() -> None:
    """Words without a verb or event noun say so."""
    assert told("on Sudria", march())[1] == "nothing in it is a verb or a noun that names an event"


def test_white_space() -> None:
    """Line ends in the sentence need not be those of the document."""
    assert told("Norland\n   marched", march())[0] == "article, characters 0-15:"


def test_every_document() -> None:
    """Words that stand in several documents are told for each."""
    lines = told("Sudria", grant(), second_grant())
    assert len([line for line in lines if line.startswith("article, characters")]) == 2


@pytest.mark.parametrize("sentence", ["Norland slept", "", "  "])
def test_unknown_sentence(sentence: str) -> None:
    """Words of no document are refused in one line that says what to give."""
    with pytest.raises(NotFoundError, match=r"^no document of this graph holds .*; copy a sentence"):
        told(sentence, march())
