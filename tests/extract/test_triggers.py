"""Which words name events."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.triggers import triggers
from tests.extract.conftest import LEXICON, event, parsed, roles, stance


def named(gloss: str) -> list[str]:
    """The words of the triggers, each once, in the order of the text."""
    return list(dict.fromkeys(t.text for t in triggers(parsed(gloss), LEXICON).values()))


def test_copula_names_a_state() -> None:
    """What somebody is, is a state of theirs, and its predicate is told in words only."""
    doc = parsed("""
        Norland was/be a     member .
        NNP/GPE VBD    DT    NN     .
        nsubj:2 ROOT   det:4 attr:2 punct:2
    """)
    assert (roles(doc, "was"), event(doc, "was").roles[1].mention) == (["actor: Norland", "theme: a member"], None)


def test_modal_have_names_nothing() -> None:
    """Who has to sign has nothing."""
    gloss = """
        Norland has/have to    sign    .
        NNP/GPE VBZ      TO    VB      .
        nsubj:2 ROOT     aux:4 xcomp:2 punct:2
    """
    assert named(gloss) == ["sign"]


def test_there_was_leads_to_what_there_was() -> None:
    """The words "there was" name no event beside what there was."""
    gloss = """
        There  was/be an    attack .
        EX     VBD    DT    NN     .
        expl:2 ROOT   det:4 attr:2 punct:2
    """
    assert named(gloss) == ["attack"]


def test_participle_before_its_noun() -> None:
    """A deported man was deported."""
    doc = parsed("""
        The   deported/deport minister resigned/resign .
        DT    VBN=VERB        NN       VBD             .
        det:3 amod:3          nsubj:4  ROOT            punct:4
    """)
    assert (roles(doc, "deported"), stance(doc, "deported")) == (["recipient: The deported minister"], "certain")


def test_participle_that_hedges_is_no_event() -> None:
    """An alleged attack was not alleged by an event of its own."""
    gloss = """
        The   alleged/allege attack  failed/fail .
        DT    VBN=VERB       NN      VBD         .
        det:3 amod:3         nsubj:4 ROOT        punct:4
    """
    assert named(gloss) == ["attack", "failed"]


def test_name_before_a_hyphen_does_it() -> None:
    """A Norland-backed group is backed by Norland."""
    doc = parsed("""
        The   Norland    -       backed/back rebels/rebel fled/flee .
        DT    NNP/GPE    HYPH    VBN=VERB    NNS          VBD       .
        det:5 npadvmod:4 punct:4 amod:5      nsubj:6      ROOT      punct:6
    """)
    assert "actor: Norland" in roles(doc, "backed")


def test_adjective_that_says_it_was_not_done() -> None:
    """Who is unbeaten was not beaten."""
    doc = parsed("""
        Norland remained/remain unbeaten .
        NNP/GPE VBD             JJ       .
        nsubj:2 ROOT            acomp:2  punct:2
    """)
    assert (event(doc, "unbeaten").action, stance(doc, "unbeaten")) == ("beat", "not certain")


def test_dead_beside_an_object() -> None:
    """Who was found dead had died."""
    doc = parsed("""
        Rescuers/rescuer found/find the   minister dead   .
        NNS              VBD        DT    NN       JJ     .
        nsubj:2          ROOT       det:4 dobj:2   oprd:2 punct:2
    """)
    assert roles(doc, "dead") == ["actor: the minister"]


def test_event_noun_before_what_it_left() -> None:
    """The victims of an attack are "attack victims"."""
    gloss = """
        Attack/attack victims/victim fled/flee .
        NN            NNS            VBD       .
        compound:2    nsubj:3        ROOT      punct:3
    """
    assert named(gloss) == ["Attack", "fled"]


def test_preposition_of_several_words_is_no_event() -> None:
    """The noun of "on behalf of" is part of a preposition and names no event."""
    lexicon_word = """
        Norland acted/act on     behalf of     Sudria  .
        NNP/GPE VBD       IN     NN     IN     NNP/GPE .
        nsubj:2 ROOT      prep:2 pobj:3 prep:4 pobj:5  punct:2
    """
    assert named(lexicon_word) == ["acted"]


def test_event_noun_in_a_headline() -> None:
    """A headline writes event nouns like names."""
    gloss = """
        Norland Strike  Begins/begin .
        NNP/GPE NNP     VBZ          .
        compound:2 nsubj:3 ROOT      punct:3
    """
    assert named(gloss) == ["Strike", "Begins"]


def test_place_where_one_stops() -> None:
    """A stop of a campaign or a bus is a visit or a place, and nothing stops there."""
    gloss = """
        They    saw/see a     {}         strike .
        PRP     VBD     DT    NN         NN     .
        nsubj:2 ROOT    det:5 compound:5 dobj:2 punct:2
    """
    assert "strike" in named(gloss.format("miner"))
    assert "stop" not in named(gloss.replace("strike", "stop  ").format("campaign"))


def test_allied_forces() -> None:
    """Forces that are called allied are done nothing."""
    gloss = """
        Its    allied/ally forces/force fled/flee .
        PRP$   VBN         NNS          VBD       .
        poss:3 amod:3      nsubj:4      ROOT      punct:4
    """
    words = {**LEXICON.words, "no deed before a noun": frozenset({"allied"})}
    found = triggers(parsed(gloss), replace(LEXICON, words=words))
    assert [each.text for each in found.values()] == ["fled"]


def test_restraining_order() -> None:
    """A restraining order is a paper of a court, and nobody orders anything by it."""
    gloss = """
        Judges/judge granted/grant a     restraining order  .
        NNS          VBD           DT    NN          NN     .
        nsubj:2      ROOT          det:5 compound:5  dobj:2 punct:2
    """
    assert named(gloss) == ["granted"]
