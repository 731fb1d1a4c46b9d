"""The parse as the rules read it: spaCy's names for things, in plain objects.

An attribute of spaCy's ``Token`` is worked out anew at each look, and a rule looks often; here the rules follow plain
references, several times as fast. Names and meanings are spaCy's, so that its documentation holds; what no rule reads
is left out. One ``Doc`` holds all parsed blocks of a document: indices count through them, offsets are the document's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate, count, repeat
from operator import add, attrgetter
from typing import TYPE_CHECKING, Any, overload

from msgspec import Struct

from kg.model import Span as TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Parse

_NO_KINDS: Mapping[str, Sequence[Token]] = {}
_place, _offset = attrgetter("i"), attrgetter("idx")
_UNKNOWN: Any = None  # until the tree is made


class Token(Struct, eq=False):
    """A token with its place in the tree.

    ``children`` are in the order of the text, ``kinds`` are the same by their relation; a root is its own ``head``;
    ``left_edge`` and ``right_edge`` are the first and the last token of its subtree; ``place`` is its span in the text,
    once somebody has asked for it. Neither ``children`` nor a list of ``kinds`` is ever changed in place, so that
    whoever goes through one may change the tree.
    """

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_punct: bool
    is_space: bool
    is_alpha: bool
    like_num: bool
    children: Sequence[Token] = ()
    kinds: Mapping[str, Sequence[Token]] = _NO_KINDS
    head: Token = _UNKNOWN
    left_edge: Token = _UNKNOWN
    right_edge: Token = _UNKNOWN
    sent: Span = _UNKNOWN
    place: TextSpan | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all under it, in the order of the text."""
        found = [self]
        for token in found:
            found += token.children
        first, last = self.left_edge.i, self.right_edge.i
        if last - first == len(found) - 1:
            return iter(self.doc.tokens[first : last + 1])
        found.sort(key=_place)
        return iter(found)

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
        """Hangs it under ``head``, and forgets what was worked out before."""
        before = self.head
        if before is not self:
            before.children = [child for child in before.children if child is not self]
            before.kinds = _kinds(before.children)
        self.head = head
        head.children = sorted([*head.children, self], key=_place)
        self.relabel(relation)
        _find_edges(list(self.sent))

    def raise_over(self, above: Token, relation: str) -> None:
        """Takes the place of one above it, root or not, which comes to hang under it."""
        before, over, place = self.head, above.head, above.dep_
        if over is above:
            before.children = [child for child in before.children if child is not self]
            before.kinds = _kinds(before.children)
            self.head, self.dep_ = self, place
        else:
            self.attach(over, place)
        above.attach(self, relation)

    def relabel(self, relation: str) -> None:
        """Gives it another relation to its head, and forgets what was worked out before."""
        self.doc.answers.clear()
        self.dep_ = relation
        self.head.kinds = _kinds(self.head.children)


def _kinds(children: Sequence[Token]) -> Mapping[str, Sequence[Token]]:
    """Tokens by their relation, each group in their order."""
    if len(children) == 1:
        return {children[0].dep_: children}
    found: dict[str, list[Token]] = {}
    for child in children:
        found.setdefault(child.dep_, []).append(child)
    return found


def _find_edges(tokens: Sequence[Token]) -> None:
    """Gives tokens, in the order of the text, their edges: each is told once to those above it that need to know."""
    for token in tokens:
        token.left_edge = token.right_edge = token
    for token in tokens:
        over = token.head
        while over.left_edge.i > token.i:
            over.left_edge, over = token, over.head
    for token in reversed(tokens):
        over = token.head
        while over.right_edge.i < token.i:
            over.right_edge, over = token, over.head


def height(token: Token) -> int:
    """How many words stand above a token, up to the root of its sentence."""
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
    _place: TextSpan | None = field(default=None, init=False)

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
    def place(self) -> TextSpan:
        """Its span in the text, white space behind it not counted; made once."""
        if self._place is None:
            self._place = TextSpan(self.start_char, self.end_char)
        return self._place

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several."""
        tokens = self.doc.tokens[self.start : self.end]
        return min(tokens, key=height) if len(tokens) > 1 else tokens[0]

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
    """A parse: its tokens, its entities, its blocks, and what rules work out once for all of it (``user_data``).

    ``answers`` are worked out of the tree, and forgotten when it changes.
    """

    text: str
    tokens: list[Token]
    ents: list[Span] = field(default_factory=list)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    user_data: dict[str, Any] = field(default_factory=dict)
    answers: defaultdict[str, dict[tuple[int, int], Any]] = field(default_factory=lambda: defaultdict(dict))

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

    def dissolve(self) -> None:
        """Lets its tokens go: they hold one another in circles, which else only the collector of garbage would find."""
        for token in self.tokens:
            token.head = token.left_edge = token.right_edge = _UNKNOWN
        for held in (self.tokens, self.ents, self.spans, self.user_data, self.answers):
            held.clear()

    def char_span(self, start: int, end: int) -> Span:
        """The tokens that hold a character from ``start`` to ``end`` (excluded)."""
        first = bisect_right(self.tokens, start, key=_offset) - 1
        return Span(self, first, bisect_right(self.tokens, end - 1, key=_offset))


def tree(text: str, parses: Iterable[Parse]) -> Doc:
    """The tree of the blocks of a text, in their order; ``spans["blocks"]`` are the blocks, labelled by kind."""
    doc = Doc(text, [], spans={"blocks": []})
    for parse in parses:
        start = len(doc)
        _add(doc, parse)
        doc.spans["blocks"].append(Span(doc, start, len(doc), parse.block.kind.value))
        _divide(doc, start, parse.marks[0])
    return doc


def _add(doc: Doc, parse: Parse) -> None:
    """Adds the tokens of a parse, with their heads and children."""
    words, spaces, marks = parse.columns[0], parse.columns[-1], parse.marks[1:]
    offsets = accumulate(map(len, map(add, words, spaces)), initial=parse.block.span.start)
    made = list(map(Token, repeat(doc), count(len(doc)), offsets, *parse.columns, *marks))
    under: dict[int, list[Token]] = {}
    for n, (token, head) in enumerate(zip(made, parse.heads, strict=True)):
        token.head = made[head]
        if head != n:
            under.setdefault(head, []).append(token)
    for head, children in under.items():
        over = made[head]
        over.children, over.kinds = children, _kinds(children)
    _find_edges(made)
    doc.tokens += made


def _divide(doc: Doc, first: int, starts: Sequence[bool]) -> None:
    """Gives each token from the number ``first`` its sentence, and the Doc its entities."""
    begins = [first + n for n, start in enumerate(starts) if start or n == 0]
    for start, end in zip(begins, [*begins[1:], len(doc)], strict=False):
        sentence = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sentence
    for token in [token for token in doc.tokens[first:] if token.ent_iob_ in {"B", "I"}]:
        if token.ent_iob_ == "B":
            doc.ents.append(Span(doc, token.i, token.i + 1, token.ent_type_))
        else:
            doc.ents[-1].end = token.i + 1
