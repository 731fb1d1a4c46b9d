"""What a question asks of somebody, and what it takes for granted."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as
from tests.extract.repairing import mended, place


@pytest.mark.parametrize(
    ("article", "subject", "expected"), [("a", "he", "unknown"), ("the", "he", "certain"), ("a", "it", "certain")]
)
def test_relative_clause_of_a_predicate(article: str, subject: str, expected: str) -> None:
    """Whoever asks whether he is a man who lied leaves open that he did; whoever asks for "the man" does not."""
    doc = parsed(f"""
        Was/be {subject} {article} man    who     lied/lie ?
        VBD    PRP       DT        NN     WP      VBD      .
        ROOT   nsubj:1   det:4     attr:1 nsubj:6 relcl:4  punct:1
    """)
    assert read_as(doc, "lied") == expected


def test_predicate_taken_for_an_apposition() -> None:
    """What a question asks about its subject is no apposition of that."""
    doc = mended("""
        Was/be Bell       a     minister who     lied/lie ?
        VBD    NNP/PERSON DT    NN       WP      VBD      .
        ROOT   nsubj:1    det:4 appos:2  nsubj:6 relcl:4  punct:1
    """)
    assert place(doc, "minister") == ("attr", "Was")
