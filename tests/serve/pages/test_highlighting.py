from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.pages.highlighting import Highlight, marked

HIGHLIGHTS = st.lists(
    st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(lambda p: Highlight(start=p[0], end=p[1], name="m")),
    max_size=8,
)


@given(text=st.text(max_size=30), highlights=HIGHLIGHTS, start=st.integers(0, 5))
def test_pieces_join_to_the_text(text: str, highlights: list[Highlight], start: int) -> None:
    """Whatever the highlights are, nothing of the text is lost or doubled."""
    assert "".join(piece.text for piece in marked(text, highlights, start=start)) == text


@given(text=st.text(min_size=1, max_size=30), highlights=HIGHLIGHTS, start=st.integers(0, 5))
def test_each_character_has_the_highlights_that_cover_it(text: str, highlights: list[Highlight], start: int) -> None:
    """A piece bears just the highlights that cover each of its characters."""
    place = start
    for piece in marked(text, highlights, start=start):
        for _ in piece.text:
            covering = [each for each in highlights if each.start <= place < each.end]
            assert sorted(piece.highlights, key=repr) == sorted(covering, key=repr)
            place += 1


def test_shortest_highlight_comes_first() -> None:
    """Of highlights in one another the inner one leads."""
    highlights = [Highlight(start=0, end=9, name="outer"), Highlight(start=2, end=5, name="inner")]
    assert [each.name for each in marked("abcdefghi", highlights)[1].highlights] == ["inner", "outer"]
