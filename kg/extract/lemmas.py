"""Lemmas that the pipeline is known to miss, put right before anything is read: "’s", "hoping", "overthrew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_HAS = frozenset({"'s", "’s"})


def mend(doc: Doc, lexicon: Lexicon) -> None:
    """Sets the lemmas of verb forms of ``lemmas.csv``; the "’s" of "he’s gone" is *have*."""
    for token in doc:
        if token.lower_ in lexicon.lemmas and token.pos_ in _VERBAL:
            perfect = token.lower_ in _HAS and token.dep_ == "aux" and token.head.tag_ == "VBN"
            token.lemma_ = "have" if perfect else lexicon.lemmas[token.lower_]
