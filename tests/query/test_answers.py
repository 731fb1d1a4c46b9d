"""Rows as text."""

from __future__ import annotations

import csv
import io
import json

from pyoxigraph import Literal, NamedNode

from kg.ids import Ids
from kg.query import table, to_csv, to_json
from kg.store import Rows

ENTITY = NamedNode("https://w3id.org/newskg/entity/state-no")
ROWS = Rows(
    ("who", "says", "times"),
    (
        (ENTITY, Literal('yes, "of course"\nand more'), Literal(3)),
        (NamedNode("https://example.org/other"), Literal("Ísland", language="is"), None),
    ),
)


def test_table_is_aligned() -> None:
    """Columns start below each other, and no line ends in a blank."""
    assert table(ROWS, Ids()) == (
        "who                        says                       times\n"
        "-------------------------  -------------------------  -----\n"
        'ent:state-no               yes, "of course" and more  3\n'
        "https://example.org/other  Ísland\n"
    )


def test_table_without_rows() -> None:
    """Without rows there is the header."""
    assert table(Rows(("who",), ()), Ids()) == "who\n---\n"


def test_table_without_variables() -> None:
    """A query may select nothing that has a name."""
    assert table(Rows((), ()), Ids()) == "\n\n"


def test_prefix_only_before_a_plain_name() -> None:
    """An IRI whose rest is no plain local name is shown whole."""
    iri = "https://w3id.org/newskg/graph/document/0123"
    assert iri in table(Rows(("g",), ((NamedNode(iri),),)), Ids())


def test_table_holds_no_control_characters() -> None:
    """A text cannot send commands to the terminal."""
    assert "\x1b" not in table(Rows(("x",), ((Literal("\x1b[2Jgone\x07"),),)), Ids())


def test_json_has_whole_iris_and_null() -> None:
    """JSON holds whole IRIs, lexical forms, and null for what is unbound."""
    assert json.loads(to_json(ROWS)) == [
        {"who": ENTITY.value, "says": 'yes, "of course"\nand more', "times": "3"},
        {"who": "https://example.org/other", "says": "Ísland", "times": None},
    ]


def test_json_without_rows() -> None:
    """Without rows JSON is an empty list."""
    assert to_json(Rows(("who",), ())) == "[]\n"


def test_json_keeps_letters() -> None:
    """Letters beyond ASCII stay as they are."""
    assert "Ísland" in to_json(ROWS)


def test_csv_has_whole_iris() -> None:
    """CSV holds whole IRIs and lexical forms, and nothing for what is unbound."""
    assert list(csv.reader(io.StringIO(to_csv(ROWS)))) == [
        ["who", "says", "times"],
        [ENTITY.value, 'yes, "of course"\nand more', "3"],
        ["https://example.org/other", "Ísland", ""],
    ]


def test_csv_lines_end_in_line_feeds() -> None:
    """No line of CSV ends in a carriage return."""
    assert "\r" not in to_csv(ROWS)
