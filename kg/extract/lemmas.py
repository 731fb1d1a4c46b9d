"""Lemmas that the pipeline is known to miss, put right before anything is read: "’s", "hoping", "overthrew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_HAS = frozenset({"'s", "’s"})


_ADDED = frozenset({"VBD", "VBG", "VBN", "VBZ"})
_DOUBLES = frozenset({"ff", "ll", "ss", "zz"})
_VOWELS = frozenset("aeiou")
# These are not doubled, or not always: "bused", "gased".
_SINGLE = frozenset("wxyhs")


def _lost_e(form: str, lemma: str) -> bool:
    """Whether a short lemma lost its last letter: "raped" is no form of "rap", "hopes" none of "hop"."""
    if not 3 <= len(lemma) <= 5 or form[len(lemma) :] not in {"ed", "es", "ing"} or not form.startswith(lemma):  # noqa: PLR2004
        return False
    onset, vowel, last = lemma[:-2], lemma[-2], lemma[-1]
    short = last not in _VOWELS and last not in _SINGLE and vowel in _VOWELS
    return short and not any(letter in "aeiouy" for letter in onset)


def _is_laid(token: Token) -> bool:
    """Whether "lay" has an object, so that it is not the past of "lie"."""
    return token.lower_ == "lay" and "dobj" in token.kinds


def _is_doubled(lemma: str) -> bool:
    """Whether a lemma has an ending that no verb has: "scamme" of "scamming", "retweete" of "retweeted"."""
    if len(lemma) <= 4 or lemma[-1] != "e" or lemma[-2] in _VOWELS:  # noqa: PLR2004 (no shorter one is doubled)
        return False
    # No verb but "axe" ends in "xe": "undertaxe", "annexe".
    return lemma[-2] in {lemma[-3], "x"} or (lemma[-2] in "dt" and lemma[-4:-2] in {"ee", "oa", "oo"})


def mend(doc: Doc, lexicon: Lexicon) -> None:
    """Sets the lemmas of verb forms of ``lemmas.csv``, and of those that lost or won an *e*.

    The "’s" of "he’s gone" is *have*.
    """
    for token in doc.tokens:
        if token.pos_ not in _VERBAL and token.tag_ != "VB" and token.lower_ != "lay":
            continue
        if token.is_alpha and token.lemma_ != token.lower_ and (token.tag_ == "VB" or _is_laid(token)):
            # The plain form is the lemma.
            token.lemma_ = token.lower_
        elif token.tag_ in _ADDED and token.pos_ == "VERB":
            if _lost_e(token.lower_, token.lemma_):
                token.lemma_ += "e"
            elif _is_doubled(token.lemma_):
                single = token.lemma_[-2] == token.lemma_[-3] and token.lemma_[-3:-1] not in _DOUBLES
                token.lemma_ = token.lemma_[: -2 if single else -1]
        if token.lower_ in lexicon.lemmas and token.pos_ in _VERBAL:
            perfect = token.lower_ in _HAS and token.dep_ == "aux" and token.head.tag_ == "VBN"
            token.lemma_ = "have" if perfect else lexicon.lemmas[token.lower_]
