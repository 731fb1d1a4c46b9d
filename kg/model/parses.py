"""What a spaCy pipeline says of a block: columns of attributes, a row for each token."""

from __future__ import annotations

from msgspec import Struct

from kg.errors import ModelError
from kg.model.documents import Block


class Parse(Struct, frozen=True, kw_only=True, gc=False):
    """The parse of one block; its tokens, with their white space, are the block's text.

    ``columns`` are spaCy's ``text``, ``lower_``, ``lemma_``, ``pos_``, ``tag_``, ``dep_``, ``ent_type_``, ``ent_iob_``
    and ``whitespace_``; ``heads`` are numbers of rows, a root's its own; ``marks`` are ``is_sent_start``,
    ``is_punct``, ``is_space``, ``is_alpha`` and ``like_num``.

    :raises ModelError: when the tokens are not as long as the block.
    """

    block: Block
    columns: tuple[tuple[str, ...], ...]
    heads: tuple[int, ...]
    marks: tuple[tuple[bool, ...], ...]

    def __post_init__(self) -> None:
        span, words, spaces = self.block.span, self.columns[0], self.columns[-1]
        if len("".join(words)) + len("".join(spaces)) != span.end - span.start:
            message = "the pipeline's tokens do not give back their text; choose another annotate.model"
            raise ModelError(message)
