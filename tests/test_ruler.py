"""A ruler that remembers what it said of each kind of token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.ruler import remember

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

WELL = {"patterns": [[{"LOWER": "wells", "TAG": "NNS"}]], "attrs": {"POS": "NOUN", "LEMMA": "well"}}
VERB = {"patterns": [[{"TAG": {"IN": ["VBD", "VBZ"]}}]], "attrs": {"POS": "VERB", "MORPH": "VerbForm=Fin"}}
OBJECT = {"patterns": [[{"LOWER": {"REGEX": "^wat"}, "DEP": "dobj"}]], "attrs": {"LEMMA": "object"}}
LET_US = {"patterns": [[{"LOWER": "let"}, {"LOWER": "'s"}]], "attrs": {"LEMMA": "us"}, "index": 1}
SPACE = {"patterns": [[{"IS_SPACE": True, "DEP": {"NOT_IN": [""]}}]], "attrs": {"DEP": "dep"}}
RULES = (WELL, VERB, OBJECT, LET_US, SPACE)


def pipeline(*rules: dict[str, Any]) -> Language:
    """A pipeline of nothing but a ruler."""
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns(list(rules))  # type: ignore[attr-defined]  # what the pipe is
    return nlp


def said(nlp: Language, *sentences: Sequence[tuple[str, str, str]]) -> list[list[tuple[str, str, str, str]]]:
    """Part of speech, morphology, lemma and label of each token of sentences of words, tags and labels."""
    found = []
    for sentence in sentences:
        words, tags, labels = map(list, zip(*sentence, strict=True))
        doc = Doc(nlp.vocab, words=words, tags=tags, deps=labels)
        for _, component in nlp.pipeline:
            doc = component(doc)
        found.append([(token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc])
    return found


NORLAND = (("Norland", "NNP", "nsubj"), ("dug", "VBD", "ROOT"), ("wells", "NNS", "dobj"))
SUDRIA = (("Sudria", "NNP", "nsubj"), ("needs", "VBZ", "ROOT"), ("water", "NN", "dobj"))
LET = (("Let", "VB", "ROOT"), ("'s", "PRP", "nsubj"), ("dig", "VB", "ccomp"))
WIDE = (("Norland", "NNP", "nsubj"), (" ", "_SP", "amod"), ("dug", "VBD", "ROOT"))
OWNED = (("Norland", "NNP", "poss"), ("'s", "PRP", "nsubj"), ("wells", "NNS", "ROOT"))


@pytest.mark.parametrize("sentence", [NORLAND, SUDRIA, LET, WIDE, OWNED])
def test_same_annotation(sentence: Sequence[tuple[str, str, str]]) -> None:
    """What it says of a text is what the ruler says, at the first time and when it remembers."""
    plain, remembering = pipeline(*RULES), pipeline(*RULES)
    remember(remembering)
    assert said(remembering, sentence, NORLAND, OWNED, sentence) == said(plain, sentence, NORLAND, OWNED, sentence)


def test_asked_once() -> None:
    """A text whose kinds of token were seen is not matched again."""
    nlp = pipeline(*RULES)
    remember(nlp)
    said(nlp, NORLAND)
    nlp.get_pipe("attribute_ruler").clear()  # type: ignore[attr-defined]  # what the pipe is
    assert said(nlp, NORLAND) == said(pipeline(*RULES), NORLAND)


def test_other_form() -> None:
    """Of a form that no pattern names is remembered what was said of another such form with its tag and label."""
    nlp = pipeline(*RULES)
    remember(nlp)
    said(nlp, NORLAND)
    nlp.get_pipe("attribute_ruler").clear()  # type: ignore[attr-defined]  # what the pipe is
    arvenia = (("Arvenia", "NNP", "nsubj"), ("sold", "VBD", "ROOT"), ("wells", "NNS", "dobj"))
    assert said(nlp, arvenia) == said(pipeline(*RULES), arvenia)


def test_unknown_condition() -> None:
    """A ruler that asks for what is not known to depend on the form, the tag and the label alone is left as it is."""
    nlp = pipeline({"patterns": [[{"SHAPE": "Xxxx"}]], "attrs": {"POS": "PROPN"}})
    remember(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]


def test_no_ruler() -> None:
    """A pipeline without a ruler is left as it is."""
    nlp = spacy.blank("en")
    remember(nlp)
    assert nlp.pipe_names == []
