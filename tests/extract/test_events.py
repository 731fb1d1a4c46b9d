"""Event mentions: triggers, type, factuality, time and confidence."""

from __future__ import annotations

from datetime import date

from kg.extract.triggers import triggers
from kg.model import Certainty, Modality, Polarity, TimePrecision
from tests.extract.conftest import LEXICON, event, parsed, token

# A Thursday.
PUBLISHED = date(2024, 5, 16)


# ------------------------------------------------------------------------------------------------ triggers


def test_verbs_and_event_nouns_are_triggers() -> None:
    """A main verb and a noun that names an event each denote one."""
    doc = parsed("""
        Norland condemned/condemn the   attack on     the   town   .
        NNP/GPE VBD               DT    NN     IN     DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2 prep:4 det:7 pobj:5 punct:2
    """)
    assert [t.text for t in triggers(doc, LEXICON).values()] == ["condemned", "attack"]


def test_other_nouns_are_none() -> None:
    """A noun that the lexicon does not name is no event."""
    doc = parsed("""
        Norland condemned/condemn the   treaty .
        NNP/GPE VBD               DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2 punct:2
    """)
    assert [t.text for t in triggers(doc, LEXICON).values()] == ["condemned"]


def test_event_noun_that_modifies_another_is_none() -> None:
    """An attack dog attacks not."""
    doc = parsed("""
        Norland trained/train attack     dogs/dog .
        NNP/GPE VBD           NN         NNS      .
        nsubj:2 ROOT          compound:4 dobj:2   punct:2
    """)
    assert [t.text for t in triggers(doc, LEXICON).values()] == ["trained"]


def test_light_verb_and_its_noun_are_one_trigger() -> None:
    """Both words lead to the verb."""
    doc = parsed("""
        Norland held/hold talks/talk .
        NNP/GPE VBD       NNS        .
        nsubj:2 ROOT      dobj:2     punct:2
    """)
    verb = token(doc, "held")
    assert triggers(doc, LEXICON) == {1: verb, 2: verb}


# ------------------------------------------------------------------------------------------------ records


def test_verbal_event() -> None:
    """A verb's record has its span, sentence, action, type and the entry that decided it."""
    doc = parsed("""
        The   town    burned/burn .       Norland attacked/attack Sudria  .
        DT    NN      VBD         .       NNP/GPE VBD             NNP/GPE .
        det:2 nsubj:3 ROOT        punct:3 nsubj:6 ROOT            dobj:6  punct:6
    """)
    found = event(doc, "attacked")
    assert found.span.of(doc.text) == "attacked"
    assert found.sentence.of(doc.text) == "Norland attacked Sudria."
    assert (found.action, found.type, found.mode, found.lexeme) == ("attack", "ASSAULT", None, "attack")


def test_nominal_event() -> None:
    """A noun's action is the verb that the lexicon names, and it is marked as a noun."""
    doc = parsed("""
        The   deportation of     the   refugees/refugee ended/end .
        DT    NN          IN     DT    NNS              VBD       .
        det:2 nsubj:6     prep:2 det:5 pobj:3           ROOT      punct:6
    """)
    found = event(doc, "deportation")
    assert (found.action, found.type, found.mode, found.nominal) == ("deport", "COERCE", "deport", True)


def test_money_chooses_the_entry() -> None:
    """*Give ~ $* fits where the event has an amount."""
    doc = parsed("""
        Norland gave/give Sudria   $          2          million  .
        NNP/GPE VBD       NNP/GPE  $/MONEY    CD/MONEY   CD/MONEY .
        nsubj:2 ROOT      dative:2 quantmod:6 compound:6 dobj:2   punct:2
    """)
    assert event(doc, "gave").mode == "economic"


def test_without_money_the_bare_entry_fits() -> None:
    """*Give* without an amount is not aid in money."""
    doc = parsed("""
        Norland gave/give Sudria   aid    .
        NNP/GPE VBD       NNP/GPE  NN     .
        nsubj:2 ROOT      dative:2 dobj:2 punct:2
    """)
    assert event(doc, "gave").mode is None


def test_event_carries_its_reading() -> None:
    """Polarity, certainty, future, modality, cue and reasons come from the words around the trigger."""
    doc = parsed("""
        Norland promised/promise not   to    deport  the   refugees/refugee .
        NNP/GPE VBD              RB    TO    VB      DT    NNS              .
        nsubj:2 ROOT             neg:5 aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    found = event(doc, "deport")
    assert found.polarity is Polarity.NEGATIVE
    assert found.certainty is Certainty.CERTAIN
    assert found.modality is Modality.PROMISED
    assert found.future
    assert found.cue is not None
    assert found.cue.of(doc.text) == "promised"
    assert found.reasons == ("not", "promise under 'promised'")


def test_events_follow_the_text() -> None:
    """Events are sorted by place, verbs and nouns together."""
    doc = parsed("""
        The   attack  on     the   town   surprised/surprise Norland .
        DT    NN      IN     DT    NN     VBD                NNP/GPE .
        det:2 nsubj:6 prep:2 det:5 pobj:3 ROOT               dobj:6  punct:6
    """)
    assert event(doc, "attack").span < event(doc, "surprised").span


# ------------------------------------------------------------------------------------------------ time


def test_time_is_normalised() -> None:
    """The date of the clause is read against the day of publication."""
    doc = parsed("""
        The   envoy   left/leave on     Tuesday  .
        DT    NN      VBD        IN     NNP/DATE .
        det:2 nsubj:3 ROOT       prep:3 pobj:4   punct:3
    """)
    time = event(doc, "left", published=PUBLISHED).time
    assert time is not None
    assert (time.earliest, time.latest, time.precision) == (date(2024, 5, 14), date(2024, 5, 14), TimePrecision.DAY)


def test_time_of_what_is_to_come() -> None:
    """With *will*, a weekday is the next one."""
    doc = parsed("""
        The   envoy   will  leave on     Tuesday  .
        DT    NN      MD    VB    IN     NNP/DATE .
        det:2 nsubj:4 aux:4 ROOT  prep:4 pobj:5   punct:4
    """)
    time = event(doc, "leave", published=PUBLISHED).time
    assert time is not None
    assert time.earliest == date(2024, 5, 21)


def test_date_after_publication_is_future() -> None:
    """What is dated after the day of publication has not happened, whatever its tense."""
    doc = parsed("""
        The   envoy   leaves/leave on     20       May      2024     .
        DT    NN      VBZ          IN     CD/DATE  NNP/DATE CD/DATE  .
        det:2 nsubj:3 ROOT         prep:3 nummod:6 pobj:4   nummod:6 punct:3
    """)
    assert event(doc, "leaves", published=PUBLISHED).future


def test_date_before_publication_is_not_future() -> None:
    """What is dated before the day of publication has happened."""
    doc = parsed("""
        The   envoy   left/leave on     10       May      2024     .
        DT    NN      VBD        IN     CD/DATE  NNP/DATE CD/DATE  .
        det:2 nsubj:3 ROOT       prep:3 nummod:6 pobj:4   nummod:6 punct:3
    """)
    assert not event(doc, "left", published=PUBLISHED).future


ON_A_DAY = """
    Norland leaves/leave on     Monday      .
    NNP/GPE VBZ          IN     NNP/DATE    .
    nsubj:2 ROOT         prep:2 pobj:3      punct:2
"""


def test_weekday_in_the_simple_present() -> None:
    """What somebody "does on Monday" is on the calendar, and yet to come."""
    found = event(parsed(ON_A_DAY), "leaves", published=PUBLISHED)
    assert found.future
    assert found.time is not None
    assert found.time.earliest is not None
    assert found.time.earliest >= PUBLISHED


def test_weekday_in_the_simple_present_without_a_date() -> None:
    """So it is where nothing tells when the document was published."""
    assert event(parsed(ON_A_DAY), "leaves").future


def test_weekday_in_the_past() -> None:
    """What somebody "did on Monday" is past."""
    doc = parsed(ON_A_DAY.replace("leaves/leave", "left/leave  ").replace("VBZ", "VBD"))
    assert not event(doc, "left", published=PUBLISHED).future


def test_every_weekday() -> None:
    """What somebody "does every Monday" happens again and again."""
    doc = parsed("""
        Norland leaves/leave every Monday   .
        NNP/GPE VBZ          DT    NNP/DATE .
        nsubj:2 ROOT         det:4 npadvmod:2 punct:2
    """)
    assert not event(doc, "leaves").future


def test_what_is_said_in_the_simple_present() -> None:
    """What somebody "says on Monday" was said."""
    doc = parsed(ON_A_DAY.replace("leaves/leave", "says/say    "))
    assert not event(doc, "says").future


def test_undated_event_has_no_time() -> None:
    """Where the text gives no date, none is made up."""
    doc = parsed("""
        The   envoy   left/leave .
        DT    NN      VBD        .
        det:2 nsubj:3 ROOT       punct:3
    """)
    assert event(doc, "left", published=PUBLISHED).time is None


def test_date_of_another_clause_is_not_taken() -> None:
    """A date belongs to the verb that it hangs on."""
    doc = parsed("""
        Norland said/say the   envoy   left/leave on     Tuesday  .
        NNP/GPE VBD      DT    NN      VBD        IN     NNP/DATE .
        nsubj:2 ROOT     det:4 nsubj:5 ccomp:2    prep:5 pobj:6   punct:2
    """)
    assert event(doc, "said", published=PUBLISHED).time is None


# ------------------------------------------------------------------------------------------------ confidence


def test_plain_reading_is_surer() -> None:
    """A doubtful reading is less likely right than a plain one."""
    plain = event(
        parsed("""
        Norland attacked/attack Sudria  .
        NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT            dobj:2  punct:2
    """),
        "attacked",
    )
    doubtful = event(
        parsed("""
        Norland may   attack Sudria  .
        NNP/GPE MD    VB     NNP/GPE .
        nsubj:3 aux:3 ROOT   dobj:3  punct:3
    """),
        "attack",
    )
    assert doubtful.confidence < plain.confidence
