"""spaCy ``Doc`` → the columns that the rules read, and back from what the cache holds."""

from __future__ import annotations

from operator import add, itemgetter
from typing import TYPE_CHECKING, Any

from kg.model import Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.model import Block

_STRINGS = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_NUMBERS = ["ENT_IOB", "SPACY", "HEAD", "SENT_START"]
_FLAGS = ["IS_PUNCT", "IS_SPACE", "IS_ALPHA", "LIKE_NUM"]
_IOB = ("", "I", "O", "B")


def parse(doc: Doc, block: Block) -> Parse:
    """The columns of a spaCy ``Doc``, which is the parse of ``block``.

    :raises ModelError: when its tokens do not give back the block's text.
    """
    table = doc.to_array([*_STRINGS, *_NUMBERS, *_FLAGS])
    hashes, numbers = table[:, : len(_STRINGS)].T.tolist(), table.astype("int64")[:, len(_STRINGS) :].T.tolist()
    names = {value: doc.vocab.strings[value] for column in hashes for value in set(column)}
    iobs, spaces, heads, starts, *flags = numbers
    return Parse(
        block=block,
        columns=(
            *(tuple(names[value] for value in column) for column in hashes),
            tuple(_IOB[iob] for iob in iobs),
            tuple(" " if space else "" for space in spaces),
        ),
        heads=tuple(i + step for i, step in enumerate(heads)),
        marks=(tuple(start == 1 for start in starts), *(tuple(map(bool, flag)) for flag in flags)),
    )


def text(parse: Parse) -> str:
    """The words and white space of a parse."""
    return "".join(map(add, parse.columns[0], parse.columns[-1]))


def written(parse: Parse) -> list[object]:
    """A parse as JSON: the strings that occur, each column as their numbers, heads, marks."""
    strings = {string: None for column in parse.columns for string in column}
    numbers = {string: n for n, string in enumerate(strings)}
    columns = [[numbers[string] for string in column] for column in parse.columns]
    return [list(strings), columns, parse.heads, [list(map(int, mark)) for mark in parse.marks]]


def read(row: list[Any], block: Block) -> Parse:
    """The parse of ``block`` that ``written`` made such a list of."""
    strings, columns, heads, marks = row
    return Parse(
        block=block,
        columns=tuple(_chosen(strings, column) for column in columns),
        heads=tuple(heads),
        marks=tuple(tuple(map(bool, mark)) for mark in marks),
    )


def _chosen(strings: list[str], numbers: list[int]) -> tuple[str, ...]:
    """The strings with these numbers, in their order."""
    return itemgetter(*numbers)(strings) if len(numbers) > 1 else tuple(strings[number] for number in numbers)
