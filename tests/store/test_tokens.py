"""The tokens of a query."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.store.tokens import TokenKind, deepest, tokens

PIECES = [
    "SELECT",
    "?x",
    "<urn:a#b>",
    "<",
    ">",
    "#",
    "\n",
    "'",
    '"',
    '"""',
    "\\",
    "_:b",
    "a:b.c",
    "@en",
    "1.5e3",
    "{",
    "(",
]


def kinds(text: str) -> list[str]:
    """The kinds of all tokens."""
    return [token.kind.value for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<http://example.org/a#b>", "iri"),
        ('"a \\" { b"', "string"),
        ("'''it's { '' fine'''", "string"),
        ("?service", "variable"),
        ("$x", "variable"),
        ("_:b0.1", "blank"),
        ("kg:a.b-c%20\\,d", "name"),
        (":x", "name"),
        ("a.b:", "name"),
        ("@en-GB", "language"),
        ("1.5e-3", "number"),
        (".5", "number"),
        ("SELECT", "word"),
        ("^^", "mark"),
        ("&&", "mark"),
        ("<=", "mark"),
        ("{", "mark"),
    ],
)
def test_one_token(text: str, kind: str) -> None:
    """Each terminal is one token of its kind."""
    assert kinds(text) == [kind]


def test_comments_and_space_are_no_tokens() -> None:
    """What stands between tokens is left out, and a mark in a comment with it."""
    assert [token.text for token in tokens(" ASK # { all\n\t{}")] == ["ASK", "{", "}"]


def test_name_does_not_take_the_full_stop() -> None:
    """The full stop after a name ends the triple."""
    assert [token.text for token in tokens("a:b a:c a:d.")] == ["a:b", "a:c", "a:d", "."]


def test_less_than_is_a_mark() -> None:
    """A comparison with space after it opens no IRI."""
    assert kinds("?a < ?b && ?c > ?d") == ["variable", "mark", "variable", "mark", "variable", "mark", "variable"]


def test_what_may_compare() -> None:
    """An IRI after an operand in round brackets may be a comparison; one in a triple is none."""
    found = [token for token in tokens("?s <urn:p> ?o FILTER(?a<?b>?c)") if token.kind is TokenKind.IRI]
    assert [token.may_compare for token in found] == [False, True]


def test_unclosed_string_is_marks() -> None:
    """A quotation mark that opens nothing is a mark, and what follows is read on."""
    assert kinds("' x") == ["mark", "word"]


def test_keywords_are_of_either_case() -> None:
    """A word is a keyword however it is spelt; a variable of its name is none."""
    service, variable = tokens("sErViCe ?service")
    assert service.says("SERVICE")
    assert not variable.says("SERVICE")


def test_brackets_in_what_may_compare_count() -> None:
    """Nesting cannot be hidden in what looks like an IRI."""
    assert deepest(list(tokens("FILTER(?a<((((1))))>0)"))) == 5


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
@example("#\x850\nSELECT")
def test_tokens_cover_the_text(text: str) -> None:
    """Tokens stand in order, say what the text says, and leave out only space and comments."""
    end = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        between = text[end : token.start]
        # A comment ends at a carriage return or a line feed, and at no other sign that parts lines elsewhere.
        assert all(line.strip() == "" or line.lstrip().startswith("#") for line in re.split(r"[\r\n]", between))
        end = token.end
