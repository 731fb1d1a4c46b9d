"""spaCy's attribute ruler, with what it says of each kind of token remembered.

The ruler gives tokens their part of speech, morphology and some lemmas, by patterns over form, tag and label. spaCy
matches them all against every text anew, which takes a seventh of the time of a parse. What the patterns of one token
say depends on nothing but the attributes that they name, and few forms are named: each kind of token is asked about
once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.strings import StringStore
    from spacy.tokens import Doc

_RULER, _NAME = "attribute_ruler", "remembering_attribute_ruler"
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]  # the attributes that patterns may name
_GIVEN: list[int | str] = ["POS", "MORPH", "LEMMA"]

Kind: TypeAlias = tuple[int, ...]
Given: TypeAlias = tuple[int, ...]


class Named(NamedTuple):
    """What patterns name of one attribute: values, and regular expressions of values."""

    values: list[str | bool]
    expressions: list[re.Pattern[str]]


class RememberingRuler:
    """A component that annotates as a ruler does, and asks it only where a text has a kind of token not seen before.

    A text with a token that may open a pattern of several goes to the ruler itself, and so does one whose labels it
    changes.
    """

    def __init__(self, ruler: AttributeRuler, named: Sequence[Named]) -> None:
        """For ``remember``, which knows what the ruler's patterns name."""
        self._ruler = ruler
        self._values = [_Values(ruler.vocab.strings, each) for each in named]
        self._given: dict[Kind, Given] = {}
        rules: Any = ruler.patterns
        several = [pattern for rule in rules for pattern in rule["patterns"] if len(pattern) > 1]
        self._longest = max(map(len, several), default=1)
        self._openings = Matcher(ruler.vocab, validate=False)
        for number, pattern in enumerate(several):
            self._openings.add(str(number), [pattern[:1]])

    def __call__(self, doc: Doc) -> Doc:
        """The document with its parts of speech, morphology and lemmas."""
        columns = doc.to_array(_ASKED).T.tolist()
        pairs = zip(self._values, columns, strict=True)
        kinds = list(zip(*(map(values.__getitem__, column) for values, column in pairs), strict=True))
        given = [self._given.get(kind) for kind in kinds]
        if None in given or not given:
            return self._asked(doc, kinds)
        table: Any = np.array(given, dtype="uint64")
        return doc.from_array(_GIVEN, table)

    def _asked(self, doc: Doc, kinds: list[Kind]) -> Doc:
        """The document as the ruler itself annotates it."""
        opened = {start for _, start, _ in self._openings(doc, allow_missing=True)}
        beyond = {start + step for start in opened for step in range(self._longest)}
        labels = doc.to_array("DEP").tolist()
        found = self._ruler(doc)
        for i, (kind, (*given, label)) in enumerate(zip(kinds, found.to_array([*_GIVEN, "DEP"]).tolist(), strict=True)):
            if i not in beyond and label == labels[i]:
                self._given[kind] = tuple(given)
        return found


class _Values(dict[int, int]):
    """The values of an attribute: a value itself where a pattern names it, else 0, since patterns see no difference."""

    def __init__(self, strings: StringStore, named: Named) -> None:
        super().__init__()
        self._strings, self._expressions = strings, named.expressions
        self.update({strings.add(value) if isinstance(value, str) else int(value): 0 for value in named.values})
        self.update({value: value for value in self})

    def __missing__(self, value: int) -> int:
        text = self._strings[value] if self._expressions else ""
        self[value] = value if any(expression.search(text) for expression in self._expressions) else 0
        return self[value]


def remember(nlp: Language) -> None:
    """Lets a pipeline's attribute ruler remember, where it has one, and its patterns name nothing but what is known."""
    if _RULER in nlp.pipe_names:
        ruler = nlp.get_pipe(_RULER)
        if isinstance(ruler, AttributeRuler) and _named(ruler):
            nlp.add_pipe(_NAME, after=_RULER)
            nlp.disable_pipe(_RULER)


@Language.factory(_NAME)
def _component(nlp: Language, name: str) -> RememberingRuler:  # noqa: ARG001 (what a factory is given)
    ruler: Any = nlp.get_pipe(_RULER)
    return RememberingRuler(ruler, _named(ruler))


def _named(ruler: AttributeRuler) -> list[Named]:
    """What patterns name of each attribute; nothing where they ask for something that is not known here."""
    named = {attribute: Named(values=[], expressions=[]) for attribute in _ASKED}
    for attribute, test, value in _conditions(ruler.patterns):
        if attribute not in named or test not in {"IS", "IN", "NOT_IN", "REGEX"}:
            return []
        if test == "REGEX":
            named[attribute].expressions.append(re.compile(value))
        else:
            named[attribute].values.extend([value] if test == "IS" else value)
    return list(named.values())


def _conditions(rules: Any) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 (JSON, of a shape that spaCy documents)
    """Each attribute that a pattern asks for, by which test, and the value."""
    tokens = (token for rule in rules for pattern in rule["patterns"] for token in pattern)
    for attribute, value in (item for token in tokens for item in token.items()):
        tests = value if isinstance(value, dict) else {"IS": value}
        yield from ((attribute, test, wanted) for test, wanted in tests.items())
