"""Where a mention stands in its sentence, as coreference asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.standing import standings
from kg.model import Function, Standing
from tests.extract.conftest import LEXICON, mentions, parsed, token

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def standing(doc: Doc, word: str) -> Standing:
    """That of the mention whose head is ``word``."""
    found = standings(doc, mentions(doc), LEXICON)[token(doc, word).i].standing
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "function"),
    [("Dahl", Function.SUBJECT), ("mayor", Function.OBJECT), ("Lind", Function.OBLIQUE), ("her", Function.POSSESSOR)],
)
def test_function(word: str, function: Function) -> None:
    """A subject, an object, what a preposition of the verb governs, a possessor."""
    doc = parsed("""
        Dahl       told/tell the   mayor  with   Lind       of     her    plan   .
        NNP/PERSON VBD       DT    NN     IN     NNP/PERSON IN     PRP$   NN     .
        nsubj:2    ROOT      det:4 dobj:2 prep:2 pobj:5     prep:2 poss:9 pobj:7 punct:2
    """)
    assert standing(doc, word).function is function


def test_following() -> None:
    """A pronoun in the phrase that opens a sentence stands before its subject."""
    doc = parsed("""
        In     her    speech Dahl       smiled/smile .
        IN     PRP$   NN     NNP/PERSON VBD          .
        prep:5 poss:3 pobj:1 nsubj:5    ROOT         punct:5
    """)
    assert standing(doc, "her").following == mentions(doc)[token(doc, "Dahl").i].span


def test_object_of_a_participle() -> None:
    """Whom a participle is done to is not the subject of the clause that it is added to."""
    doc = parsed("""
        Dahl       left/leave ,       calling/call him    a     coward .
        NNP/PERSON VBD        ,       VBG          PRP    DT    NN     .
        nsubj:2    ROOT       punct:2 advcl:2      dobj:4 det:7 oprd:4 punct:2
    """)
    assert standing(doc, "him").subjects == (mentions(doc)[token(doc, "Dahl").i].span,)


def test_content_opens_nothing() -> None:
    """What somebody says before the verb of saying is no phrase that opens the sentence."""
    doc = parsed("""
        He      left/leave Dahl       said/say .
        PRP     VBD        NNP/PERSON VBD      .
        nsubj:2 ccomp:4    nsubj:4    ROOT     punct:4
    """)
    assert standing(doc, "He").following is None


def test_subjects() -> None:
    """A pronoun knows the subject of its clause."""
    doc = parsed("""
        Dahl       saw/see her    .
        NNP/PERSON VBD     PRP    .
        nsubj:2    ROOT    dobj:2 punct:2
    """)
    assert standing(doc, "her").subjects == (mentions(doc)[token(doc, "Dahl").i].span,)


def test_likened() -> None:
    """In "X, her sister" it is X whom the phrase is about."""
    doc = parsed("""
        Dahl       ,       her    sister  ,       smiled/smile .
        NNP/PERSON ,       PRP$   NN      ,       VBD          .
        nsubj:6    punct:1 poss:4 appos:1 punct:1 ROOT         punct:6
    """)
    assert standing(doc, "her").likened == (mentions(doc)[token(doc, "Dahl").i].span,)


def test_owner() -> None:
    """In "X's view of her past" the view is X's."""
    doc = parsed("""
        Dahl       's     view    of     her    past   changed/change .
        NNP/PERSON POS    NN      IN     PRP$   NN     VBD            .
        poss:3     case:1 nsubj:7 prep:3 poss:6 pobj:4 ROOT           punct:7
    """)
    assert standing(doc, "her").owner == mentions(doc)[token(doc, "Dahl").i].span


def test_accusative_subject() -> None:
    """A "him" that is told to do something stands as an object."""
    doc = parsed("""
        Dahl       let/let him     go      .
        NNP/PERSON VBD     PRP     VB      .
        nsubj:2    ROOT    nsubj:4 ccomp:2 punct:2
    """)
    assert standing(doc, "him").function is Function.OBJECT


@pytest.mark.parametrize(("verb", "function"), [("seem", Function.EXPLETIVE), ("pay", Function.SUBJECT)])
def test_expletive(verb: str, function: Function) -> None:
    """An "it" that seems is nobody; an "it" that pays is somebody."""
    doc = parsed(f"""
        It      went/{verb} well     .
        PRP     VBD         RB       .
        nsubj:2 ROOT        advmod:2 punct:2
    """)
    assert standing(doc, "It").function is function


def test_above() -> None:
    """The subjects of the clauses over the pronoun's come nearest first, and without its own."""
    doc = parsed("""
        Moor       said/say Dahl       smiled/smile when   she     sat/sit .
        NNP/PERSON VBD      NNP/PERSON VBD          WRB    PRP     VBD     .
        nsubj:2    ROOT     nsubj:4    ccomp:2      advmod:7 nsubj:7 advcl:4 punct:2
    """)
    spans = [mentions(doc)[token(doc, name).i].span for name in ("Dahl", "Moor")]
    assert standing(doc, "she").above == tuple(spans)


@pytest.mark.parametrize(("preposition", "barred"), [("for", True), ("with", False)])
def test_subject_of_an_oblique(preposition: str, barred: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A pronoun behind a preposition is not the subject of its verb, unless the preposition tells where."""
    doc = parsed(f"""
        Dahl       came/come {preposition} her     .
        NNP/PERSON VBD       IN            PRP     .
        nsubj:2    ROOT      prep:2        pobj:3  punct:2
    """)
    assert bool(standing(doc, "her").subjects) is barred


@pytest.mark.parametrize(("by", "found"), [("by", ["Dahl"]), ("with", [])])
def test_by_whom(by: str, found: list[str]) -> None:
    """Who asks is not who is asked, whose clause has no subject: "Asked by *X*, he smiled"."""
    dep, tag = ("agent:1", "IN") if by == "by" else ("prep:1", "IN")
    doc = parsed(f"""
        Asked/ask {by}  Dahl       ,       he      smiled/smile .
        VBN       {tag} NNP/PERSON ,       PRP     VBD          .
        advcl:6   {dep} pobj:2     punct:6 nsubj:6 ROOT         punct:6
    """)
    spans = [mentions(doc)[token(doc, word).i].span for word in found]
    assert list(standing(doc, "he").likened) == spans
