"""Questions as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import NotFoundError, QueryError
from kg.query import Kind, Parameter, Question, question, questions
from kg.query.files import parsed

ROOT = Path(__file__).parent.parent.parent
GOOD = """# What is said of a thing?
# param thing: entity - the thing
# param since: date - the first day; left out: no limit
# More to know.
SELECT ?thing ?says ?since { ?thing ?says ?what }
"""


def test_question_is_parsed() -> None:
    """The first line is the question, the next its parameters, the rest the query."""
    assert parsed("said", GOOD) == Question(
        name="said",
        text="What is said of a thing?",
        parameters=(
            Parameter(name="thing", kind=Kind.ENTITY, about="the thing"),
            Parameter(name="since", kind=Kind.DATE, about="the first day; left out: no limit"),
        ),
        sparql="# More to know.\nSELECT ?thing ?says ?since { ?thing ?says ?what }\n",
    )


def test_windows_lines_are_read() -> None:
    """Lines may end in any way."""
    assert parsed("said", GOOD.replace("\n", "\r\n")) == parsed("said", GOOD)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "begins with ''; expected a comment that ends in a question mark"),
        ("SELECT * { ?s ?p ?o }", "expected a comment that ends"),
        ("# All things.\nSELECT * { ?s ?p ?o }", "expected a comment that ends"),
        ("# What?\n# param x\nSELECT ?x { ?x ?p ?o }", r"says '# param x'; expected '# param NAME: KIND - what it is'"),
        ("# What?\n# param x: number - n\nSELECT ?x { ?x ?p ?o }", "of kind 'number'; expected one of: entity, event"),
        ("# What?\n# param x: text - a\n# param x: text - b\nSELECT ?x { ?x ?p ?o }", "two parameters of one name"),
        ("# What?\n# param x: text - a\nSELECT ?o { ?x ?p ?o }", r"parameter x is not among .* add \?x to its SELECT"),
        ("# What?\nSELECT ?o { ?x ?p ", "the query cannot be read: error at "),
        ("# What?\nASK { ?x ?p ?o }", "gives no rows; expected a SELECT query"),
        ("# What?\nSELECT * { SERVICE <http://127.0.0.1:1/> { ?x ?p ?o } }", "SERVICE would send"),
        ("# What?\nDROP ALL", "DROP is an update"),
    ],
)
def test_wrong_file_is_said(text: str, said: str) -> None:
    """Whatever is wrong with a file is said in one line that names it."""
    with pytest.raises(QueryError, match=rf"^wrong\.rq[^\n]*{said}[^\n]*$"):
        parsed("wrong", text)


def test_questions_are_sorted(tmp_path: Path) -> None:
    """The questions of a folder are sorted by name, and other files are none."""
    for name in ("b.rq", "a.rq", "a-b.rq", "README.md"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert [each.name for each in questions(tmp_path)] == ["a", "a-b", "b"]


def test_question_by_name(tmp_path: Path) -> None:
    """A question is found by the name of its file."""
    (tmp_path / "said.rq").write_text(GOOD, encoding="utf-8")
    assert question("said", tmp_path) == parsed("said", GOOD)


def test_nearest_name_is_given(tmp_path: Path) -> None:
    """A name that does not exist brings the nearest one."""
    for name in ("who-urges-whom", "documents"):
        (tmp_path / f"{name}.rq").write_text(GOOD, encoding="utf-8")
    with pytest.raises(NotFoundError, match=r"no question 'who-urge-whom'; did you mean who-urges-whom\?"):
        question("who-urge-whom", tmp_path)


def test_all_names_are_given_where_none_is_near(tmp_path: Path) -> None:
    """A name that is like no other brings all of them."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.rq").write_text(GOOD, encoding="utf-8")
    with pytest.raises(NotFoundError, match=r"no question 'zzz'; expected one of: a, b$"):
        question("zzz", tmp_path)


def test_all_that_ship_are_read() -> None:
    """Every file of queries/ is a question."""
    assert [each.name for each in questions()] == sorted(file.stem for file in (ROOT / "queries").glob("*.rq"))
