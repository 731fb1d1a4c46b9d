"""The clauses that name no event, and why."""

from __future__ import annotations

from kg.extract import passed_over
from kg.model import Document
from tests.extract.conftest import LEXICON, parse


def reasons(gloss: str) -> dict[str, str]:
    """The words of a sentence that name no event, with the reasons."""
    text, parses = parse(gloss)
    return {span.of(text): why for span, why in passed_over(parses, Document(name="test", text=text), LEXICON)}


def test_modal_of_several_words() -> None:
    """A modal such as "has to" names nothing, and the verb under it does."""
    gloss = """
        Norland has/have to    vote    .
        NNP/GPE VBZ      TO    VB      .
        nsubj:2 ROOT     aux:4 xcomp:2 punct:2
    """
    assert reasons(gloss) == {"has": "part of a modal of several words"}


def test_clause_that_leads_up_to_another() -> None:
    """Neither "to be sure" nor "when it comes to" tells anything of its own."""
    sure = """
        To    be      sure    ,       Bell       left/leave when     it      comes/come to     food   .
        TO    VB      JJ      ,       NNP/PERSON VBD        WRB      PRP     VBZ        IN     NN     .
        aux:2 advcl:6 acomp:2 punct:6 nsubj:6    ROOT       advmod:9 nsubj:9 advcl:6    prep:9 pobj:10 punct:6
    """
    found = reasons(sure)
    assert found["comes"] == "a clause that only leads up to what is said"
    assert found["be"] == "a clause that only leads up to what is said"


def test_event_noun_before_another_noun() -> None:
    """An event noun that only describes a thing is told with that reason."""
    gloss = """
        Norland bought/buy attack     dogs/dog .
        NNP/GPE VBD        NN         NNS      .
        nsubj:2 ROOT       compound:4 dobj:2   punct:2
    """
    assert reasons(gloss) == {"attack": "an event noun that describes another noun"}


def test_event_is_not_told() -> None:
    """A verb or noun that names an event is not among them, nor is a noun for a thing."""
    gloss = """
        Norland condemned/condemn the   attack .
        NNP/GPE VBD               DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2 punct:2
    """
    assert reasons(gloss) == {}
