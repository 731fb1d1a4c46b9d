"""The tokens of SPARQL 1.1 queries and updates: words, names, IRIs, strings and marks, without space and comments.

After the terminals of the grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar, section 19.8). Only the grammar
knows whether ``<`` opens an IRI or compares: here it opens one wherever the characters up to a ``>`` allow it, as the
terminals say. Who depends on the difference looks at ``may_compare``, or asks the engine's own parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class TokenKind(StrEnum):
    """What a token is."""

    IRI = "iri"
    STRING = "string"
    BLANK = "blank"
    VARIABLE = "variable"
    NAME = "name"
    LANGUAGE = "language"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``start`` and ``end`` count code points, the end is excluded.

    ``may_compare``: an IRI that may be a comparison instead, since it stands after an operand in round brackets.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    may_compare: bool = False

    def says(self, *keywords: str) -> bool:
        """Whether it is one of the keywords, which are given in capitals: SPARQL's are of either case."""
        return self.kind is TokenKind.WORD and self.text.upper() in keywords


# A prefix is not looked for further than so many characters: else a text of dots would take quadratic time.
_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<blank>_:\w(?:[\w.-]*[\w-])?)
    | (?P<variable>[?$]\w+)
    | (?P<name>[\w.-]{0,200}:(?:[\w:%-]|\\.|\.+(?=[\w:%\\-]))*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<word>\w+)
    | (?P<mark>\^\^|&&|\|\||[!<>]=|.)""",
    re.VERBOSE | re.DOTALL,
)
_OPERANDS = {TokenKind.IRI, TokenKind.STRING, TokenKind.VARIABLE, TokenKind.NAME, TokenKind.LANGUAGE, TokenKind.NUMBER}


def tokens(text: str) -> Iterator[Token]:
    """The tokens of ``text``, in order; nothing is refused: what no terminal allows is a mark of one character.

    >>> [token.text for token in tokens("SELECT ?s { ?s a <urn:x> } # all")]
    ['SELECT', '?s', '{', '?s', 'a', '<urn:x>', '}']
    """
    before: Token | None = None
    depth = 0
    for match in _TOKEN.finditer(text):
        name = match.lastgroup
        if name is None or name == "space":
            continue
        kind = TokenKind(name)
        compares = kind is TokenKind.IRI and depth > 0 and before is not None and _ends_operand(before)
        token = Token(kind, match[0], match.start(), match.end(), compares)
        if kind is TokenKind.MARK:
            depth = _depth(depth, token.text)
        yield token
        before = token


def deepest(found: Sequence[Token]) -> int:
    """How deep brackets are nested, those in what may be a comparison counted too.

    >>> deepest(list(tokens("{(a)[(b)]{}}")))
    3
    """
    depth = most = 0
    for token in found:
        if token.kind is TokenKind.MARK or token.may_compare:
            for character in token.text:
                if character in "([{":
                    depth += 1
                    most = max(most, depth)
                elif character in ")]}":
                    depth = max(depth - 1, 0)
    return most


def _depth(depth: int, mark: str) -> int:
    """How many round brackets are open: a group in braces within them is no expression, but may hold some."""
    if mark == "(":
        return depth + 1
    return max(depth - 1, 0) if mark == ")" else depth


def _ends_operand(token: Token) -> bool:
    return token.kind in _OPERANDS or token.text in {")", "]"} or token.says("TRUE", "FALSE")
