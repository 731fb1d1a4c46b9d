from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml.html import fromstring
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.ids import Ids
from kg.store import Rows
from kg.store.tabular import MOST, html, shown

if TYPE_CHECKING:
    from kg.store import Term


def cells(text: str) -> list[str]:
    """The words of each cell, header and all."""
    return ["".join(map(str, each.itertext())) for each in fromstring(text).iter("th", "td")]


def rows(*terms: Term | None) -> str:
    """Rows of one column as a notebook shows them."""
    return Rows(("x",), tuple((term,) for term in terms))._repr_html_()


def test_a_cell_for_each_value() -> None:
    """A row has a cell for each variable; what is unbound is an empty one."""
    made = Rows(("who", "times"), ((Literal("Norland"), Literal(2)), (None, Literal(3))))
    assert cells(made._repr_html_()) == ["who", "times", "Norland", "2", "", "3"]


def test_markup_in_a_label_is_words() -> None:
    """Words of the news stay words: no tag of theirs is one."""
    words = "<script>alert('Norland')</script> & <b>"
    made = rows(Literal(words))
    assert cells(made)[1] == words
    assert list(fromstring(made).iter("script", "b")) == []


@pytest.mark.parametrize("letter", ["\0", "\x1b", "\x07", "\u202e", "\x85"])
def test_control_characters_become_spaces(letter: str) -> None:
    """No character that steers a terminal or turns the line is left."""
    assert cells(rows(Literal(f"a{letter}b")))[1] == "a b"


@pytest.mark.parametrize("prefix", ["ent", "event", "act", "kg", "doc"])
def test_iris_of_the_project_are_short(prefix: str) -> None:
    """An IRI stands with its prefix, as commands print it."""
    assert shown(NamedNode(Ids().prefixes[prefix] + "some-name")) == f"{prefix}:some-name"


def test_other_terms_are_whole() -> None:
    """An IRI without prefix, the lexical form of a literal and the name of a blank node stand whole."""
    terms = NamedNode("https://arvenia.example/a/b"), Literal("2024-03-02"), BlankNode("b1")
    assert [shown(term) for term in terms] == ["https://arvenia.example/a/b", "2024-03-02", "b1"]


def test_a_graph_of_a_document_is_whole() -> None:
    """A name with a slash is no prefixed name of SPARQL, so its IRI stands whole."""
    iri = Ids().document_graph("0123456789abcdef")
    assert shown(NamedNode(iri)) == iri


def test_no_row() -> None:
    """Rows without a row show their header, and that there is none."""
    assert "<p>0 rows</p>" in rows()
    assert cells(rows()) == ["x"]


def test_many_rows_are_cut() -> None:
    """Of many rows the first are shown, and it is said how many there are."""
    made = html(["x"], [[n] for n in range(MOST + 1)])
    assert cells(made)[1:] == [str(n) for n in range(MOST)]
    assert f"<p>{MOST + 1} rows, {MOST} shown</p>" in made


def test_lists_stand_in_one_cell() -> None:
    """The items of a list are divided by commas, each escaped."""
    assert cells(html(["x"], [[("a", "<b>", None)]]))[1] == "a, <b>, "
