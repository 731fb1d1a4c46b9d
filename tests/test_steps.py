"""Parsers and entity recognisers that step say what spaCy's own say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

from kg.annotate.steps import step

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = ["Norland voted against the treaty.", "Ana Dahl left Sudria on Monday.", "", "Yes."]
SAID: list[int | str] = ["HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
GOLD = {
    "heads": [1, 2, 2, 2, 2, 4, 2],
    "deps": ["compound", "nsubj", "ROOT", "dobj", "prep", "pobj", "punct"],
    "entities": [(0, 8, "PERSON"), (14, 20, "GPE"), (24, 30, "DATE")],
}


def pipeline(name: str) -> Language:
    """A pipeline of a small component that was taught nothing, and so says what its random weights say."""
    nlp = spacy.blank("en")
    small: dict[str, object] = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 16, "depth": 1, "embed_size": 64}
    small |= {"window_size": 1, "maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None}
    model: dict[str, object] = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": name,
        "tok2vec": small,
    }
    model |= {"tok2vec": small, "extra_state_tokens": False, "hidden_width": 16, "maxout_pieces": 2, "use_upper": True}
    component: Any = nlp.add_pipe(name, config={"model": model} | ({"min_action_freq": 1} if name == "parser" else {}))
    fix_random_seed(7)  # else the weights that are not set below differ from run to run
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(TEXTS[1]), GOLD)])
    for layer in component.model.layers[1:]:
        layer.set_param("W", np.random.default_rng(7).normal(size=layer.get_param("W").shape).astype("f"))
    return nlp


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_same(name: str) -> None:
    """Heads, relations, sentences and entities of several texts, an empty one among them, are spaCy's own."""
    nlp = pipeline(name)
    before = [doc.to_array(SAID).tolist() for doc in nlp.pipe(TEXTS)]
    assert len({tuple(row) for rows in before for row in rows}) > 2
    step(nlp)
    assert nlp.pipe_names == [f"stepping_{name}"]
    assert [doc.to_array(SAID).tolist() for doc in nlp.pipe(TEXTS)] == before


def test_one_text() -> None:
    """A text by itself is annotated as among others."""
    nlp = pipeline("ner")
    step(nlp)
    assert [str(ent) for ent in nlp(TEXTS[1]).ents] == [str(ent) for ent in list(nlp.pipe(TEXTS))[1].ents]


def test_entities_before() -> None:
    """Entities that a text has before it is recognised are kept, also those of a kind that is new."""
    nlp = pipeline("ner")
    step(nlp)
    doc: Doc = nlp.make_doc(TEXTS[1])
    doc.set_ents([Span(doc, 3, 4, "ISLAND")], default="missing")
    assert "ISLAND" in {ent.label_ for ent in nlp(doc).ents}


def test_several_ways() -> None:
    """A recogniser that follows several ways at once is left as it is."""
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner")
    step(nlp)
    assert nlp.pipe_names == ["beam_ner"]
