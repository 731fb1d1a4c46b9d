"""The parse as the rules read it: spaCy's names for things, in plain objects.

An attribute of spaCy's ``Token`` is worked out anew at each look, and a rule looks often. Here everything is read from
the ``Doc`` once, by columns; the rules then follow plain references, several times as fast. Names and meanings are
spaCy's, so that its documentation holds; what no rule reads is left out. Indices count the tokens of the whole ``Doc``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload

from spacy import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc as SpacyDoc

_STRINGS = (attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
_FLAGS = (attrs.IS_PUNCT, attrs.IS_SPACE, attrs.IS_ALPHA, attrs.LIKE_NUM, attrs.SPACY)
_NUMBERS = (attrs.HEAD, attrs.SENT_START, attrs.ENT_IOB)
_IOB = ("", "I", "O", "B")


class Token:
    """A token with its place in the tree; ``children`` are in the order of the text, a root is its own ``head``."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    children: list[Token]
    dep_: str
    doc: Doc
    ent_iob_: str
    ent_type_: str
    head: Token
    i: int
    idx: int
    is_alpha: bool
    is_punct: bool
    is_space: bool
    lemma_: str
    like_num: bool
    lower_: str
    pos_: str
    sent: Span
    tag_: str
    text: str
    whitespace_: str

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all under it, in the order of the text."""
        found = [self]
        for token in found:
            found += token.children
        found.sort(key=_place)
        return iter(found)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=_place)

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on."""
        return self.doc.tokens[self.i + step]

    def is_ancestor(self, other: Token) -> bool:
        """Whether ``other`` stands under it."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    def attach(self, head: Token, relation: str) -> None:
        """Hangs it under ``head``."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, relation
        head.children.append(self)
        head.children.sort(key=_place)


def _place(token: Token) -> int:
    return token.i


def _depth(token: Token) -> int:
    steps = 0
    while token.head is not token:
        token, steps = token.head, steps + 1
    return steps


@dataclass(slots=True, eq=False, repr=False)
class Span:
    """The tokens ``start`` to ``end`` (excluded) of a Doc."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, place: int) -> Token:
        return self.doc.tokens[self.end + place if place < 0 else self.start + place]

    @property
    def start_char(self) -> int:
        """The offset of its first character."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The offset behind its last character, white space not counted."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several."""
        tokens = self.doc.tokens[self.start : self.end]
        return min(tokens, key=_depth) if len(tokens) > 1 else tokens[0]

    @property
    def sents(self) -> list[Span]:
        """The sentences that begin in it."""
        found: list[Span] = []
        at = self.start
        while at < self.end:
            found.append(self.doc.tokens[at].sent)
            at = found[-1].end
        return found


@dataclass(slots=True, eq=False, repr=False)
class Doc:
    """A parse: its tokens, its entities, its blocks, and what rules work out once for all of it (``user_data``)."""

    text: str
    tokens: list[Token]
    ents: list[Span] = field(default_factory=list)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    user_data: dict[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        return Span(self, *place.indices(len(self.tokens))[:2])

    def char_span(self, start: int, end: int) -> Span:
        """The tokens that hold a character from ``start`` to ``end`` (excluded)."""
        first = bisect_right(self.tokens, start, key=lambda token: token.idx) - 1
        last = bisect_right(self.tokens, end - 1, key=lambda token: token.idx)
        return Span(self, first, last)


def tree(parse: SpacyDoc) -> Doc:
    """The tree of a spaCy ``Doc``, with its entities and its spans.

    >>> import spacy
    >>> parse = spacy.tokens.Doc(spacy.blank("en").vocab, ["Rain", "fell"], heads=[1, 1], deps=["nsubj", "ROOT"])
    >>> doc = tree(parse)
    >>> doc[0].head, doc[1].children
    (fell, [Rain])
    """
    made = [Token() for _ in range(len(parse))]
    table = parse.to_array([*_STRINGS, *_FLAGS, *_NUMBERS])
    hashes, numbers = table[:, : len(_STRINGS)].T.tolist(), table.astype("int64")[:, len(_STRINGS) :].T.tolist()
    names = {value: parse.vocab.strings[value] for column in hashes for value in set(column)}
    strings = [[names[value] for value in column] for column in hashes]
    *flags, spaced, heads, starts, iobs = numbers
    spaces = [" " if space else "" for space in spaced]
    doc = Doc("".join(word + space for word, space in zip(strings[0], spaces, strict=True)), made)
    offset = 0
    for i, (token, words, marks, space) in enumerate(
        zip(made, zip(*strings, strict=True), zip(*flags, strict=True), spaces, strict=True)
    ):
        token.doc, token.i, token.idx, token.children, token.whitespace_ = doc, i, offset, [], space
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = words
        token.is_punct, token.is_space, token.is_alpha, token.like_num = marks
        offset += len(token.text) + len(space)
    for token, step, iob in zip(made, heads, iobs, strict=True):
        token.head = made[token.i + step]
        token.ent_iob_ = _IOB[iob]
        if step:
            token.head.children.append(token)
    _divide(doc, starts)
    doc.ents = [Span(doc, entity.start, entity.end, entity.label_) for entity in parse.ents]
    doc.spans = {name: [Span(doc, s.start, s.end, s.label_) for s in group] for name, group in parse.spans.items()}
    return doc


def _divide(doc: Doc, starts: list[int]) -> None:
    """Gives each token its sentence; ``starts`` is 1 where one begins."""
    begins = [i for i, start in enumerate(starts) if start == 1 or i == 0]
    for start, end in zip(begins, [*begins[1:], len(doc)], strict=True):
        sentence = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sentence
