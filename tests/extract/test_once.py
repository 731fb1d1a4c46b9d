"""What is asked of a token again and again is worked out once, and is what it is without that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import subjects
from kg.extract.factuality import verbs
from kg.extract.once import once, once_alone
from kg.extract.propositions.slots import text
from kg.extract.syntax import MAX_STEPS
from kg.extract.tree import height
from tests.extract.conftest import LEXICON, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

WORDS = st.sampled_from(
    [
        *("said/say VBD", "wants/want VBZ", "urged/urge VBD", "leave VB", "leaving/leave VBG", "held/hold VBN"),
        *("be VB", "able JJ", "plan NN", "banks/bank NNS", "who WP", "not RB", "to TO", "by IN", "may MD", "or CC"),
    ]
)
RELATIONS = st.sampled_from(
    [
        *("xcomp", "ccomp", "advcl", "conj", "relcl", "acl", "csubj", "pcomp", "dobj", "nsubj", "aux", "neg", "mark"),
        *("prep", "pobj", "acomp", "cc", "agent"),
    ]
)
SHORT = "It fell . \n PRP VBD . \n nsubj:2 ROOT punct:2"


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """The tree of a sentence of any shape, whose first word is its root."""
    words = draw(st.lists(WORDS, min_size=2, max_size=12))
    places = [f"{draw(RELATIONS)}:{draw(st.integers(max(1, n - 2), n))}" for n in range(1, len(words))]
    cells = [word.split() for word in words]
    rows = ([word for word, _ in cells], [tag for _, tag in cells], ["ROOT", *places])
    doc = parsed("\n".join(map(" ".join, rows)))
    doc.user_data["parties"] = LEXICON.parties
    return doc


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing below the limit is taken from what is known."""
    for module in (subjects, verbs):
        monkeypatch.setattr(module, "height", lambda _: 99)


def above(doc: Doc, limit: int) -> Iterator[tuple[Token, int]]:
    """Each token with the limits that so few words above it never reach."""
    yield from ((token, steps) for token in doc for steps in range(height(token) + 1, limit))


@given(docs())
def test_limit_of_subjects_is_not_felt(doc: Doc) -> None:
    """Where no more words stand above a verb than may be asked, its subjects are those without a limit."""
    for token, steps in above(doc, MAX_STEPS):
        assert subjects.subjects(token, steps) == subjects.subjects(token)


@given(docs())
def test_limit_of_governors_is_not_felt(doc: Doc) -> None:
    """Where no more words stand above a verb than may be asked, it is read as without a limit."""
    for token, depth in above(doc, 8):
        assert verbs.of_verb(token, LEXICON, depth) == verbs.of_verb(token, LEXICON)


@given(docs(), st.data())
def test_neighbours_are_as_in_the_text(doc: Doc, data: st.DataObject) -> None:
    """Words that stand side by side are spaced as one by one."""
    start = data.draw(st.integers(0, len(doc) - 1))
    run = doc.tokens[start : data.draw(st.integers(start + 1, len(doc)))]
    assert text(run) == " ".join("".join(each.text + each.whitespace_ for each in run).split())


def test_asked_once() -> None:
    """An answer is kept, for each lexicon its own, until the tree is changed."""
    asked: list[tuple[str, int]] = []

    @once
    def of(token: Token, lexicon: Lexicon) -> str:
        asked.append((token.text, id(lexicon)))
        return token.text

    @once_alone
    def alone(token: Token) -> str:
        asked.append((token.text, 0))
        return token.text

    fell = parsed(SHORT).tokens[1]
    assert [of(fell, LEXICON), of(fell, LEXICON), alone(fell), alone(fell)] == ["fell"] * 4
    fell.children[0].relabel("expl")
    assert [of(fell, LEXICON), alone(fell)] == ["fell"] * 2
    assert asked == [("fell", id(LEXICON)), ("fell", 0)] * 2
