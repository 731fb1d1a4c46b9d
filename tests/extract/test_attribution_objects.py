"""What somebody speaks of without a clause."""

from __future__ import annotations

from kg.extract.attribution import ABOUT
from kg.model import Quotation
from tests.extract.claiming import claims, said
from tests.extract.conftest import parsed


def test_object() -> None:
    """Whoever criticises something speaks of it."""
    doc = parsed("""
        Norland criticised/criticise the   treaty .
        NNP/GPE VBD                  DT    NN     .
        nsubj:2 ROOT                 det:4 dobj:2 punct:2
    """)
    assert said(doc) == ["Norland | criticised | the treaty"]


def test_object_claims_nothing() -> None:
    """What is criticised is not claimed: the pattern says so."""
    doc = parsed("""
        Norland criticised/criticise the   attack .
        NNP/GPE VBD                  DT    NN     .
        nsubj:2 ROOT                 det:4 dobj:2 punct:2
    """)
    assert [each.pattern for each in claims(doc)] == [ABOUT]


def test_object_of_a_preposition() -> None:
    """The preposition is the verb's own."""
    doc = parsed("""
        Norland complained/complain about  the   treaty .
        NNP/GPE VBD                 IN     DT    NN     .
        nsubj:2 ROOT                prep:2 det:5 pobj:3 punct:2
    """)
    assert said(doc) == ["Norland | complained | the treaty"]


def test_other_preposition() -> None:
    """Another one leads to no topic."""
    doc = parsed("""
        Norland complained/complain in     the   capital .
        NNP/GPE VBD                 IN     DT    NN      .
        nsubj:2 ROOT                prep:2 det:5 pobj:3  punct:2
    """)
    assert said(doc) == []


def test_what_it_is_called() -> None:
    """What something is called belongs to it, and may be quoted."""
    doc = parsed("""
        Norland called/call the   treaty  “       a     failure of     all    ”       .
        NNP/GPE VBD         DT    NN      ``      DT    NN      IN     DT     ''      .
        nsubj:2 ROOT        det:4 nsubj:7 punct:7 det:7 oprd:2  prep:7 pobj:8 punct:7 punct:2
    """)
    assert [each.quotation for each in claims(doc)] == [Quotation.MIXED]


def test_passive_with_source() -> None:
    """The agent of a passive is the authority."""
    doc = parsed("""
        The   treaty      was/be    criticised/criticise by      Norland .
        DT    NN          VBD       VBN                  IN      NNP/GPE .
        det:2 nsubjpass:4 auxpass:4 ROOT                 agent:4 pobj:5  punct:4
    """)
    assert said(doc) == ["Norland | criticised | The treaty"]


def test_passive_without_source() -> None:
    """What is criticised by nobody named is nobody's."""
    doc = parsed("""
        The   treaty      was/be    criticised/criticise .
        DT    NN          VBD       VBN                  .
        det:2 nsubjpass:4 auxpass:4 ROOT                 punct:4
    """)
    assert said(doc) == []


def test_thing_as_subject() -> None:
    """A thing criticises nothing."""
    doc = parsed("""
        The   storm   criticised/criticise the   treaty .
        DT    NN      VBD                  DT    NN     .
        det:2 nsubj:3 ROOT                 det:5 dobj:3 punct:3
    """)
    assert said(doc) == []


def test_verb_without_such_a_row() -> None:
    """A verb of saying that the ontology does not have as speaking of its object does not."""
    doc = parsed("""
        Norland told/tell the   reporters/reporter .
        NNP/GPE VBD       DT    NNS                .
        nsubj:2 ROOT      det:4 dobj:2             punct:2
    """)
    assert said(doc) == []


def test_charge() -> None:
    """For what somebody is blamed is the word of who blames him."""
    doc = parsed("""
        Norland criticised/criticise Sudria  for    selling/sell wool   .
        NNP/GPE VBD                  NNP/GPE IN     VBG          NN     .
        nsubj:2 ROOT                 dobj:2  prep:2 pcomp:4      dobj:5 punct:2
    """)
    assert "said to be" in [each.pattern for each in claims(doc)]
