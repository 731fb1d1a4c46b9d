"""Sentences that open with a participle: the noun behind "be" is the subject."""

from __future__ import annotations

from tests.extract.conftest import roles
from tests.extract.repairing import mended, place


def test_participle_over_be() -> None:
    """Also held were two guards: they were held."""
    doc = mended("""
        Also     held/hold were/be   two      guards/guard .
        RB       VBN       VBD       CD       NNS          .
        advmod:2 ROOT      auxpass:2 nummod:5 attr:3       punct:2
    """)
    assert place(doc, "guards") == ("nsubjpass", "held")


def test_participle_under_be() -> None:
    """So too where the parse has the participle for a subject."""
    doc = mended("""
        Also     held/hold were/be two      guards/guard .
        RB       VBN       VBD     CD       NNS          .
        advmod:2 csubj:3   ROOT    nummod:5 attr:3       punct:3
    """)
    assert place(doc, "held") == ("ROOT", "held")
    assert roles(doc, "held") == ["theme: two guards"]


def test_gerund_before_be() -> None:
    """Holding guards is a crime: no crime holds them."""
    doc = mended("""
        Holding/hold guards/guard is/be a     crime  .
        VBG          NNS          VBZ   DT    NN     .
        csubj:3      dobj:1       ROOT  det:5 attr:3 punct:3
    """)
    assert place(doc, "crime") == ("attr", "is")


def test_participle_behind_a_subject() -> None:
    """What stands behind its subject is no such participle."""
    doc = mended("""
        Guards/guard held/hold here     were/be two      men/man .
        NNS          VBN       RB       VBD     CD       NNS     .
        nsubj:4      acl:1     advmod:2 ROOT    nummod:6 attr:4  punct:4
    """)
    assert place(doc, "men") == ("attr", "were")
