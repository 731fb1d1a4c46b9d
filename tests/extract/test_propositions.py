"""Open triples of every clause, in words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions import propositions
from tests.extract.conftest import parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def read(doc: Doc) -> list[str]:
    """The propositions of a parse, in words."""
    return [f"{p.subject} | {p.relation} | {p.object}" for p in propositions(doc)]


def test_subject_verb_object() -> None:
    """A clause is a triple."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert read(doc) == ["Norland | signed | the treaty"]


def test_relation_keeps_auxiliaries_and_negation() -> None:
    """What changes the meaning of the verb stays with it."""
    doc = parsed("""
        Norland did/do not   sign the   treaty .
        NNP/GPE VBD    RB    VB   DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT det:6 dobj:4 punct:4
    """)
    assert read(doc) == ["Norland | did not sign | the treaty"]


def test_prepositional_phrase_is_an_argument_of_its_own() -> None:
    """Preposition and object of the verb go into the relation."""
    doc = parsed("""
        Norland signed/sign the   treaty in     Arvenia .
        NNP/GPE VBD         DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT        det:4 dobj:2 prep:2 pobj:5  punct:2
    """)
    assert read(doc) == ["Norland | signed | the treaty", "Norland | signed the treaty in | Arvenia"]


def test_conjuncts_are_distributed() -> None:
    """Each subject with each object."""
    doc = parsed("""
        Norland and  Estia   attacked/attack Sudria  and  Westia  .
        NNP/GPE CC   NNP/GPE VBD             NNP/GPE CC   NNP/GPE .
        nsubj:4 cc:1 conj:1  ROOT            dobj:4  cc:5 conj:5  punct:4
    """)
    assert read(doc) == [
        "Norland | attacked | Sudria",
        "Norland | attacked | Westia",
        "Estia | attacked | Sudria",
        "Estia | attacked | Westia",
    ]


def test_copula() -> None:
    """*Is* relates a subject to what it is."""
    doc = parsed("""
        Marn       is/be the   envoy  .
        NNP/PERSON VBZ   DT    NN     .
        nsubj:2    ROOT  det:4 attr:2 punct:2
    """)
    assert read(doc) == ["Marn | is | the envoy"]


def test_passive() -> None:
    """The agent of a passive is an argument."""
    doc = parsed("""
        Sudria      was/be    attacked/attack by      Norland .
        NNP/GPE     VBD       VBN             IN      NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT            agent:3 pobj:4  punct:3
    """)
    assert read(doc) == ["Sudria | was attacked by | Norland"]


def test_control_is_folded() -> None:
    """Who tried to sign tried to sign the treaty."""
    doc = parsed("""
        Norland tried/try to    sign    the   treaty .
        NNP/GPE VBD       TO    VB      DT    NN     .
        nsubj:2 ROOT      aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert "Norland | tried to sign | the treaty" in read(doc)


def test_relative_clause() -> None:
    """A relative pronoun is replaced by its antecedent, and its clause leaves the argument."""
    doc = parsed("""
        The   rebels/rebel who     attacked/attack the   town   fled/flee to     Sudria  .
        DT    NNS          WP      VBD             DT    NN     VBD       IN     NNP/GPE .
        det:2 nsubj:7      nsubj:4 relcl:2         det:6 dobj:4 ROOT      prep:7 pobj:8  punct:7
    """)
    assert read(doc) == ["The rebels | attacked | the town", "The rebels | fled to | Sudria"]


def test_of_phrase_stays_in_the_argument() -> None:
    """The envoy of Norland is one argument."""
    doc = parsed("""
        Sudria  expelled/expel the   envoy  of     Norland .
        NNP/GPE VBD            DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert read(doc) == ["Sudria | expelled | the envoy of Norland"]


def test_intransitive_clause_is_no_triple() -> None:
    """A subject and a verb are two."""
    doc = parsed("""
        The   envoy   left/leave .
        DT    NN      VBD        .
        det:2 nsubj:3 ROOT       punct:3
    """)
    assert read(doc) == []


def test_verb_without_subject_is_no_triple() -> None:
    """Where nobody does it, nothing is related."""
    doc = parsed("""
        Release the   prisoners/prisoner .
        VB      DT    NNS                .
        ROOT    det:3 dobj:1             punct:1
    """)
    assert read(doc) == []


def test_each_proposition_once() -> None:
    """What is said twice is one triple."""
    doc = parsed(
        """
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """,
        """
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """,
    )
    assert read(doc) == ["Norland | signed | the treaty"]


def test_words_are_spaced_as_in_the_text() -> None:
    """No space stands before a possessive."""
    doc = parsed("""
        Norland rejected/reject Sudria  's     claim  .
        NNP/GPE VBD             NNP/GPE POS    NN     .
        nsubj:2 ROOT            poss:5  case:3 dobj:2 punct:2
    """)
    assert read(doc) == ["Norland | rejected | Sudria's claim"]
