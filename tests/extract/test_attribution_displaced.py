"""Clauses that the parse keeps from the verb that governs them, and what stands around a saying but is not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import extraction
from kg.model import Document
from tests.extract.claiming import said
from tests.extract.conftest import parse, parsed, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def told(doc: Doc) -> list[str]:
    """The attributions in words, by the words of ``ontology/``."""
    return said(doc, lexicon=words_of_the_package())


def test_phrase_of_time_before_what_is_said() -> None:
    """A phrase of time between a verb of saying and its clause is no part of what is said."""
    doc = parsed("""
        Ana/Ana    said/say after/after the   talks/talk she     would/would resign/resign .
        NNP/PERSON VBD      IN          DT    NNS        PRP     MD          VB            .
        nsubj:2    ROOT     prep:8      det:5 pobj:3     nsubj:8 aux:8       advcl:2       punct:2
    """)
    assert told(doc) == ["Ana | said | she would resign"]


def test_clause_of_time() -> None:
    """A clause that a conjunction opens tells when something was said."""
    doc = parsed("""
        Ana/Ana    spoke/speak after/after the   talks/talk had/have failed/fail .
        NNP/PERSON VBD         IN          DT    NNS        VBD      VBN         .
        nsubj:2    ROOT        mark:7      det:5 nsubj:7    aux:7    advcl:2     punct:2
    """)
    assert told(doc) == []


def test_that_behind_a_time() -> None:
    """What follows *that* behind a time is said, where the clause has a subject of its own."""
    doc = parsed("""
        Ana/Ana    reported/report at/at  the   time/time that/that the   mine/mine fell/fall .
        NNP/PERSON VBD             IN     DT    NN        WDT       DT    NN        VBD       .
        nsubj:2    ROOT            prep:2 det:5 pobj:3    advmod:9  det:8 nsubj:9   relcl:5   punct:2
    """)
    assert told(doc) == ["Ana | reported | that the mine fell"]


def test_possible_threat() -> None:
    """Who could make a threat has made none."""
    doc = parsed("""
        Norlink/Norlink could/could threaten/threaten to/to close/close the   mine/mine .
        NNP/ORG         MD          VB                TO    VB          DT    NN        .
        nsubj:3         aux:3       ROOT              aux:5 xcomp:3     det:7 dobj:5    punct:3
    """)
    assert told(doc) == []


QUESTION = """
        Ana/Ana    asked/ask whether/whether it      was/be  fair/fair ,       setting/set off/off the
        NNP/PERSON VBD       IN              PRP     VBD     JJ        ,       VBG         RP      DT
        nsubj:2    ROOT      mark:5          nsubj:5 ccomp:2 acomp:5   punct:5 advcl:5     prt:8   det:11

        row/row that/that lasted/last .
        NN      WDT       VBD         .
        dobj:8  nsubj:13  relcl:11    punct:2
"""


def test_participle_behind_a_question() -> None:
    """A participle behind a question does not go on with it, and what is certain in it is so whatever is asked."""
    assert told(parsed(QUESTION)) == ["Ana | asked | whether it was fair"]
    doc = parse(QUESTION)
    found = extraction(doc.parses, Document(name="test", text=doc.text), words_of_the_package())
    assert [e.cue for e in found.events if e.span.of(doc.text) == "lasted"] == [None]


def test_source_between_two_verbs() -> None:
    """What is joined on behind the source of what stands before is not the source's."""
    doc = parsed("""
        Relatives/relative watched/watch it      ,       according/according to/to  aides/aide ,       and/and
        NNS                VBD           PRP     ,       VBG                 IN     NNS        ,       CC
        nsubj:2            ROOT          dobj:2  punct:2 prep:2              prep:5 pobj:6     punct:2 cc:2

        left/leave .
        VBD        .
        conj:2     punct:2
    """)
    assert told(doc) == ["aides | according to | Relatives watched it"]


def test_saying_told_twice() -> None:
    """A saying that opens and closes a sentence is the speaker's words as far as they are between marks."""
    doc = parsed("""
        Ana/Ana    said/say  she     ran/run because/because “/“      we      must/must win/win  ,
        NNP/PERSON VBD       PRP     VBD     IN              ``       PRP     MD        VB       ,
        nsubj:2    ccomp:13  nsubj:4 ccomp:2 mark:9          punct:9  nsubj:9 aux:9     advcl:4  punct:13

        ”/”      she/she  said/say .
        ''       PRP      VBD      .
        punct:13 nsubj:13 ROOT     punct:13
    """)
    assert "she | said | we must win" in told(doc)
    assert not any(line.startswith("she | said | Ana") for line in told(doc))


def test_participle_before_a_speaker() -> None:
    """What somebody was asked is not what he answers."""
    doc = parsed("""
        Asked/ask whether/whether it      failed/fail ,       Ana/Ana    said/say no/no   .
        VBN       IN              PRP     VBD         ,       NNP/PERSON VBD      UH      .
        advcl:7   mark:4          nsubj:4 ccomp:1     punct:7 nsubj:7    ROOT     intj:7  punct:7
    """)
    assert "Ana | said | Asked whether it failed" not in told(doc)


def test_as_of_time() -> None:
    """A clause with *as* behind another one, without a comma, tells when it was so."""
    doc = parsed("""
        Cole/Cole  fell/fall as/as  Ana/Ana    testified/testify .
        NNP/PERSON VBD       IN     NNP/PERSON VBD               .
        nsubj:2    ROOT      mark:5 nsubj:5    advcl:2           punct:2
    """)
    assert told(doc) == []
