"""Words that are cried, taken for a subject: put right."""

from __future__ import annotations

from tests.extract.conftest import roles
from tests.extract.repairing import mended, place


def test_cry_beside_the_subject() -> None:
    """Those who cry do what stands behind the cry."""
    doc = mended("""
        Workers/worker chanting/chant "       shame   "       left/leave .
        NNS            VBG            "       NN      "       VBD        .
        nsubj:6        acl:1          punct:4 nsubj:6 punct:4 ROOT       punct:6
    """)
    assert place(doc, "shame") == ("dobj", "chanting")
    assert roles(doc, "left") == ["actor: Workers"]


def test_verb_taken_for_what_is_cried() -> None:
    """A participle has no tense, and is not the verb of a sentence that has another."""
    doc = mended("""
        Workers/worker chanting/chant "       shame   "       left/leave .
        NNS            VBG            "       NN      "       VBD        .
        nsubj:2        ROOT           punct:4 dobj:2  punct:4 ccomp:2    punct:2
    """)
    assert place(doc, "left") == ("ROOT", "left")
    assert place(doc, "chanting") == ("acl", "Workers")
    assert roles(doc, "left") == ["actor: Workers"]


def test_quoted_subject_behind_another_participle() -> None:
    """Only words behind a cry are cried."""
    doc = mended("""
        Workers/worker reading/read "       shame   "       left/leave .
        NNS            VBG          "       NN      "       VBD        .
        nsubj:6        acl:1        punct:4 nsubj:6 punct:4 ROOT       punct:6
    """)
    assert place(doc, "shame") == ("nsubj", "left")
