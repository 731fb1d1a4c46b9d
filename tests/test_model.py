"""The records: frozen, comparable, and never without a span."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from kg import model
from kg.errors import ExtractionError
from kg.model import Span
from tests.articles import grant

OURS = [getattr(model, name) for name in model.__all__]
RECORDS = [value for value in OURS if issubclass(value, Struct)]
LISTS = [value for value in OURS if issubclass(value, StrEnum)]
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))

# ------------------------------------------------------------------------------------------------ spans


def test_words() -> None:
    """A span gives its words, end excluded, in code points."""
    assert Span(2, 9).of("🕊️Norland.") == "Norland"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (-3, -1), (0, 0)])
def test_refused(start: int, end: int) -> None:
    """A span without a character, or one that begins before the text, is refused with what was expected."""
    with pytest.raises(ExtractionError, match=rf"^span {start}-{end} .*expected 0 <= start < end$"):
        Span(start, end)


def test_smallest() -> None:
    """One character at the beginning is a span."""
    assert Span(0, 1).of("No") == "N"


@given(SPANS, SPANS)
@settings(deadline=None)
def test_relations(one: Span, other: Span) -> None:
    """To cover is to hold every character of the other, to overlap is to share one."""
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.covers(other) == (theirs <= mine)
    assert one.overlaps(other) == bool(mine & theirs)


def test_order() -> None:
    """Spans sort by where they start, then by where they end."""
    assert sorted([Span(3, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 5)]


def test_span_is_frozen() -> None:
    """A span's bounds cannot be set."""
    with pytest.raises(AttributeError):
        setattr(Span(0, 1), "start", 3)  # noqa: B010 (mypy would refuse the assignment)


def test_span_of_nothing_in_a_record() -> None:
    """A record refuses a span that was made around its check."""
    document = model.Document(name="d", text="It rained.")
    nothing = tuple.__new__(Span, (3, 3))
    with pytest.raises(ExtractionError, match=r"span 3-3 covers nothing, or ends behind the 10 code points"):
        model.Extraction(document=document, sentences=(nothing,))


# ------------------------------------------------------------------------------------------------ records


def test_immutable() -> None:
    """To set a field of a record is an error."""
    ref: Any = model.MentionRef(document="d1", span=Span(0, 1))
    with pytest.raises(AttributeError, match="immutable type"):
        ref.document = "d2"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_frozen(record: type[Struct]) -> None:
    """No field of a record can be set, and none be added."""
    assert record.__struct_config__.frozen
    assert not hasattr(record, "__dictoffset__") or record.__dictoffset__ == 0


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_by_keyword(record: type[Struct]) -> None:
    """Fields are given by name only."""
    with pytest.raises(TypeError, match="Extra positional arguments"):
        record(None)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_tuples_only(record: type[Struct]) -> None:
    """No field is a list, set or dictionary: a record can be a key."""
    kinds = [str(field.type) for field in fields(record)]
    assert [kind for kind in kinds if kind.startswith(("list", "set", "dict"))] == []


def test_hashable() -> None:
    """A whole text layer and what it denotes can be told apart by hash."""
    article = grant()
    assert len({article.extraction(), article.extraction(), article.resolution(), article.resolution()}) == 2


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_lists_of_words(words: type[StrEnum]) -> None:
    """Every closed list is of small words that stand as they are in JSON and in RDF."""
    assert [word for word in words if not str(word.value).isalpha() or word.value != word.name.lower()] == []


def test_default_stance() -> None:
    """An event mention is asserted, positive, certain and not future, unless something says otherwise."""
    event = model.EventMention(span=Span(0, 4), sentence=Span(0, 5), action="pay")
    assert (event.modality, event.polarity, event.certainty, event.future) == (
        model.Modality.ASSERTED,
        model.Polarity.POSITIVE,
        model.Certainty.CERTAIN,
        False,
    )


def test_default_claim() -> None:
    """A claim is nobody's own voice, unless something says so."""
    ref = model.MentionRef(document="d1", span=Span(0, 4))
    assert not model.Claim(mention=ref, authority="state:nd").own_voice
