"""The words of an argument, in the text's own spacing.

An argument is its base phrase with its *of*-phrases; other post-modifiers, appositions and clauses leave it, since
they are facts of their own (BenchIE, arXiv 2109.06850).
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.once import once_alone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token

VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "pcomp"})
_OUT = frozenset(
    {"acl", "advcl", "appos", "ccomp", "dep", "intj", "mark", "parataxis", "preconj", "punct", "relcl", "xcomp"}
)
JOINED = frozenset({"cc", "conj"})
_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod"})
_NEITHER = frozenset({"neither", "nor"})
_HYPHENS = frozenset("-–—/&.")
_place = attrgetter("i")


@once_alone
def slot(head: Token) -> str:
    """The text of an argument: "the envoy of Norland"."""
    if not head.children:
        return " ".join(head.text.split())
    if head.pos_ in VERBAL and head.dep_ in _CLAUSES:
        return text(trimmed(head.subtree))
    return text(phrase(head, whole=_neither(head)))


def bare(head: Token) -> str:
    """The text of an argument without its *of*-phrases: "the envoy"."""
    return text(phrase(head, of=False))


def text(tokens: Iterable[Token]) -> str:
    """The words of tokens in the order of the text, spaced as there where they are neighbours."""
    ordered = sorted(tokens, key=_place)
    if ordered and ordered[-1].i - ordered[0].i == len(ordered) - 1:
        last = ordered[-1]
        return " ".join(last.doc.text[ordered[0].idx : last.idx + len(last.text)].split())
    out = [ordered[0].text] if ordered else []
    for before, token in pairwise(ordered):
        out += (before.whitespace_ if token.i == before.i + 1 else _gap(before, token), token.text)
    return " ".join("".join(out).split())


def _gap(before: Token, token: Token) -> str:
    """What is put between two words: a space, or the hyphen of a compound that the parse takes for a comma."""
    if token.i == before.i + 2:
        between = before.nbor()
        if between.text in _HYPHENS and bool(before.whitespace_) is bool(between.whitespace_):
            return before.whitespace_ + between.text + between.whitespace_
    return " "


def phrase(head: Token, *, of: bool = True, whole: bool = False) -> list[Token]:
    """The words of a phrase; ``of``: with its *of*-phrases; ``whole``: with what is coordinated with its head."""
    found = [head]
    for child in head.children:
        label = child.dep_
        if (label in _OUT or label in JOINED) and not (whole and _joins(child)):
            continue
        if child.i < head.i:
            if label != "prep":
                found += phrase(child, whole=label in _PREMODIFIERS)
        elif label == "prep":
            if of and child.lower_ == "of":
                found += _of_phrase(child)
        elif _belongs_behind(child, head):
            found += phrase(child, whole=whole)
    return found


def _belongs_behind(child: Token, head: Token) -> bool:
    """Whether a word behind a noun is part of its phrase: "$ 30 a year", "May 31, 1963"; not "a man able to sing"."""
    if child.dep_ == "npadvmod":
        return head.pos_ == "NUM" or head.ent_type_ == "MONEY" or (head.ent_type_ == "DATE" and child.ent_iob_ == "I")
    return child.dep_ != "amod" or head.pos_ == "PRON"


def _joins(token: Token) -> bool:
    """Whether a token belongs to a coordination: a conjunct, a conjunction, a comma before one."""
    if token.dep_ in JOINED or token.lower_ == "neither":
        return True
    return token.text == "," and any(c.dep_ == "conj" and c.i > token.i for c in token.head.children)


def _neither(head: Token) -> bool:
    """Whether a coordination denies its conjuncts together: "neither Norland nor Sudria"."""
    return not _NEITHER.isdisjoint([child.lower_ for child in head.children])


def _of_phrase(preposition: Token) -> list[Token]:
    found = [preposition]
    for child in preposition.children:
        if child.dep_ == "pcomp":
            found += trimmed(child.subtree)
        elif child.dep_ == "pobj":
            found += phrase(child, whole=True)
    return found


def trimmed(tokens: Iterable[Token]) -> list[Token]:
    """The tokens without the punctuation at their edges."""
    found = [token for token in tokens if not token.is_space]
    while found and (found[0].is_punct or found[0].dep_ == "punct"):
        found.pop(0)
    while found and (found[-1].is_punct or found[-1].dep_ == "punct"):
        found.pop()
    return found
