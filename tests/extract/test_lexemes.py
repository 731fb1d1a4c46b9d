"""Actions, light verbs and the entries of the lexicon."""

from __future__ import annotations

from kg.extract import lexemes
from tests.extract.conftest import LEXICON, parsed, token, words_of_the_package

# ------------------------------------------------------------------------------------------------ action


def test_action_is_the_lemma() -> None:
    """A verb alone is named by its lemma."""
    doc = parsed("""
        Norland attacked/attack Sudria  .
        NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT            dobj:2  punct:2
    """)
    assert lexemes.action(token(doc, "attacked"), LEXICON) == "attack"


def test_particle_belongs_to_the_action() -> None:
    """A phrasal verb is named in whole, wherever the particle stands."""
    doc = parsed("""
        Norland called/call the   talks  off   .
        NNP/GPE VBD         DT    NNS    RP    .
        nsubj:2 ROOT        det:4 dobj:2 prt:2 punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call off"


def test_adverb_beside_the_verb_can_be_a_particle() -> None:
    """Where the parse takes a particle for an adverb, it still belongs to the action."""
    doc = parsed("""
        Norland called/call off      the   talks  .
        NNP/GPE VBD         RB       DT    NNS    .
        nsubj:2 ROOT        advmod:2 det:5 dobj:2 punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call off"


def test_other_adverb_is_no_particle() -> None:
    """Who called again called."""
    doc = parsed("""
        Norland called/call again    .
        NNP/GPE VBD         RB       .
        nsubj:2 ROOT        advmod:2 punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call"


def test_known_preposition_belongs_to_the_action() -> None:
    """The lexicon knows *call on*."""
    doc = parsed("""
        Norland called/call on     Sudria  .
        NNP/GPE VBD         IN     NNP/GPE .
        nsubj:2 ROOT        prep:2 pobj:3  punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call on"


def test_preposition_of_a_cue_belongs_to_the_action() -> None:
    """The cues know *call for*."""
    doc = parsed("""
        Norland called/call for    talks/talk .
        NNP/GPE VBD         IN     NNS        .
        nsubj:2 ROOT        prep:2 pobj:3     punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call for"


def test_other_preposition_is_no_part_of_the_action() -> None:
    """*Met with* is meeting."""
    doc = parsed("""
        Norland met/meet with   Sudria  .
        NNP/GPE VBD      IN     NNP/GPE .
        nsubj:2 ROOT     prep:2 pobj:3  punct:2
    """)
    assert lexemes.action(token(doc, "met"), LEXICON) == "meet"


def test_preposition_further_on_is_an_adjunct() -> None:
    """Who called Sudria on Tuesday called on nobody."""
    doc = parsed("""
        Norland called/call Sudria  on     Tuesday  .
        NNP/GPE VBD         NNP/GPE IN     NNP/DATE .
        nsubj:2 ROOT        dobj:2  prep:2 pobj:4   punct:2
    """)
    assert lexemes.action(token(doc, "called"), LEXICON) == "call"


# ------------------------------------------------------------------------------------------------ light verbs


def test_light_verb_keeps_its_article() -> None:
    """*Took a position* is one action; nothing else says the same."""
    doc = parsed("""
        Norland took/take a     position .
        NNP/GPE VBD       DT    NN       .
        nsubj:2 ROOT      det:4 dobj:2   punct:2
    """)
    assert lexemes.light(token(doc, "took"), LEXICON) == (token(doc, "position"), "take a position", None)


def test_light_verb_names_its_equivalent() -> None:
    """*Held talks* is negotiating."""
    doc = parsed("""
        Norland held/hold talks/talk .
        NNP/GPE VBD       NNS        .
        nsubj:2 ROOT      dobj:2     punct:2
    """)
    assert lexemes.light(token(doc, "held"), LEXICON) == (token(doc, "talks"), "hold talks", "negotiate")


def test_light_verb_in_the_passive() -> None:
    """The noun may be the subject of a passive."""
    doc = parsed("""
        Talks       were/be   held/hold .
        NNS         VBD       VBN       .
        nsubjpass:3 auxpass:3 ROOT      punct:3
    """)
    found = lexemes.light(token(doc, "held"), LEXICON)
    assert found is not None
    assert found[0].text == "Talks"


def test_light_phrasal_verb() -> None:
    """*Carried out an attack* is attacking."""
    doc = parsed("""
        Norland carried/carry out   an    attack .
        NNP/GPE VBD           RP    DT    NN     .
        nsubj:2 ROOT          prt:2 det:5 dobj:2 punct:2
    """)
    assert lexemes.light(token(doc, "carried"), LEXICON) == (token(doc, "attack"), "carry out an attack", "attack")


def test_same_verb_with_another_noun_is_not_light() -> None:
    """Who held the envoy held."""
    doc = parsed("""
        Norland held/hold the   envoy  .
        NNP/GPE VBD       DT    NN     .
        nsubj:2 ROOT      det:4 dobj:2 punct:2
    """)
    assert lexemes.light(token(doc, "held"), LEXICON) is None


# ------------------------------------------------------------------------------------------------ entries


def test_bare_entry() -> None:
    """An entry of a verb alone fits the verb."""
    doc = parsed("""
        Norland attacked/attack Sudria  .
        NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT            dobj:2  punct:2
    """)
    entry = lexemes.lexeme(token(doc, "attacked"), LEXICON)
    assert entry is not None
    assert (entry.type, entry.mode) == ("ASSAULT", None)


def test_mode_of_an_entry() -> None:
    """Deporting is a mode of coercing."""
    doc = parsed("""
        Norland deported/deport the   refugees/refugee .
        NNP/GPE VBD             DT    NNS              .
        nsubj:2 ROOT            det:4 dobj:2           punct:2
    """)
    entry = lexemes.lexeme(token(doc, "deported"), LEXICON)
    assert entry is not None
    assert (entry.type, entry.mode) == ("COERCE", "deport")


def test_verb_that_no_entry_knows() -> None:
    """A verb that the lexicon lacks has no entry."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert lexemes.lexeme(token(doc, "signed"), LEXICON) is None


def test_fullest_entry_decides() -> None:
    """*Vote against &treaty* is fuller than *vote*."""
    doc = parsed("""
        Norland voted/vote against the   treaty .
        NNP/GPE VBD        IN      DT    NN     .
        nsubj:2 ROOT       prep:2  det:5 pobj:3 punct:2
    """)
    entry = lexemes.lexeme(token(doc, "voted"), LEXICON)
    assert entry is not None
    assert entry.name == "vote against &treaty"


def test_entry_with_another_object_of_the_preposition_does_not_fit() -> None:
    """Who voted against the minister voted."""
    doc = parsed("""
        Norland voted/vote against the   minister .
        NNP/GPE VBD        IN      DT    NN       .
        nsubj:2 ROOT       prep:2  det:5 pobj:3   punct:2
    """)
    entry = lexemes.lexeme(token(doc, "voted"), LEXICON)
    assert entry is not None
    assert entry.name == "vote"


def test_set_holds_words_of_two() -> None:
    """A member of a set may be a noun with its modifier."""
    doc = parsed("""
        Norland voted/vote against the   peace      deal   .
        NNP/GPE VBD        IN      DT    NN         NN     .
        nsubj:2 ROOT       prep:2  det:6 compound:6 pobj:3 punct:2
    """)
    entry = lexemes.lexeme(token(doc, "voted"), LEXICON)
    assert entry is not None
    assert entry.name == "vote against &treaty"


def test_entry_needs_its_object() -> None:
    """*Impose ~ &sanction* asks for a sanction."""
    doc = parsed("""
        Norland imposed/impose an    embargo .
        NNP/GPE VBD            DT    NN      .
        nsubj:2 ROOT           det:4 dobj:2  punct:2
    """)
    entry = lexemes.lexeme(token(doc, "imposed"), LEXICON)
    assert entry is not None
    assert entry.type == "SANCTION"


def test_entry_with_another_object_does_not_fit() -> None:
    """Who imposed silence imposed no sanction."""
    doc = parsed("""
        Norland imposed/impose silence .
        NNP/GPE VBD            NN      .
        nsubj:2 ROOT           dobj:2  punct:2
    """)
    assert lexemes.lexeme(token(doc, "imposed"), LEXICON) is None


def test_entry_needs_its_particle() -> None:
    """*Call on* asks for *on*."""
    doc = parsed("""
        Norland called/call Sudria  .
        NNP/GPE VBD         NNP/GPE .
        nsubj:2 ROOT        dobj:2  punct:2
    """)
    assert lexemes.lexeme(token(doc, "called"), LEXICON) is None


def test_entry_of_a_lemma_is_the_bare_one() -> None:
    """What stands for a noun has no slots to fill."""
    entry = lexemes.lexeme_of("vote", LEXICON)
    assert entry is not None
    assert entry.name == "vote"


def test_lemma_without_a_bare_entry_has_none() -> None:
    """*Impose* stands only with its object."""
    assert lexemes.lexeme_of("impose", LEXICON) is None


def test_date_is_no_part_of_a_phrasal_verb() -> None:
    """Who called Sudria on Tuesday requested nothing."""
    doc = parsed("""
        Norland called/call Sudria  on     Tuesday  .
        NNP/GPE VBD         NNP/GPE IN     NNP/DATE .
        nsubj:2 ROOT        dobj:2  prep:2 pobj:4   punct:2
    """)
    assert lexemes.lexeme(token(doc, "called"), LEXICON) is None


def test_label_of_a_name_fills_a_slot() -> None:
    """*Capture ~ @GPE* is taking a place."""
    doc = parsed("""
        Norland captured/capture Sudria  .
        NNP/GPE VBD              NNP/GPE .
        nsubj:2 ROOT             dobj:2  punct:2
    """)
    entry = lexemes.lexeme(token(doc, "captured"), LEXICON)
    assert entry is not None
    assert entry.name == "capture ~ @GPE"


def test_word_does_not_fill_the_slot_of_a_name() -> None:
    """Who captured the mood took no place."""
    doc = parsed("""
        Norland captured/capture the   mood   .
        NNP/GPE VBD              DT    NN     .
        nsubj:2 ROOT             det:4 dobj:2 punct:2
    """)
    assert lexemes.lexeme(token(doc, "captured"), LEXICON) is None


def test_any_object() -> None:
    """Returning something to somebody has an entry that asks for any object."""
    doc = parsed("""
        Norland returned/return the   statue to     Sudria  .
        NNP/GPE VBD             DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2 prep:2 pobj:5  punct:2
    """)
    entry = lexemes.lexeme(token(doc, "returned"), LEXICON)
    assert entry is not None
    assert entry.name == "return ~ * to"


def test_no_object() -> None:
    """Who returned to Sudria returned nothing."""
    doc = parsed("""
        Norland returned/return to     Sudria  .
        NNP/GPE VBD             IN     NNP/GPE .
        nsubj:2 ROOT            prep:2 pobj:3  punct:2
    """)
    assert lexemes.lexeme(token(doc, "returned"), LEXICON) is None


def test_adjective_that_something_is_held_to_be() -> None:
    """*Find ~ guilty* holds where the parse makes a clause of it."""
    doc = parsed("""
        Judges/judge found/find Norland guilty  .
        NNS          VBD        NNP/GPE JJ      .
        nsubj:2      ROOT       nsubj:4 ccomp:2 punct:2
    """)
    entry = lexemes.lexeme(token(doc, "found"), LEXICON)
    assert entry is not None
    assert entry.name == "find ~ guilty"


def test_participle_acts_on_its_noun() -> None:
    """In "sanctions imposed", the sanctions are the object."""
    doc = parsed("""
        Sanctions/sanction imposed/impose by      Norland hurt .
        NNS                VBN            IN      NNP/GPE VBD  .
        nsubj:5            acl:1          agent:2 pobj:3  ROOT punct:5
    """)
    entry = lexemes.lexeme(token(doc, "imposed"), LEXICON)
    assert entry is not None
    assert entry.name == "impose ~ &sanction"


def test_conjunct_fills_a_slot() -> None:
    """In "a fine and an embargo", the embargo is an object too."""
    doc = parsed("""
        Norland imposed/impose fines/fine and  embargoes/embargo .
        NNP/GPE VBD            NNS        CC   NNS               .
        nsubj:2 ROOT           dobj:2     cc:3 conj:3            punct:2
    """)
    entry = lexemes.lexeme(token(doc, "imposed"), LEXICON)
    assert entry is not None
    assert entry.name == "impose ~ &sanction"


def test_container_is_looked_through() -> None:
    """A dozen sanctions are sanctions."""
    doc = parsed("""
        Norland imposed/impose a     dozen  of     sanctions/sanction .
        NNP/GPE VBD            DT    NN     IN     NNS                .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 pobj:5             punct:2
    """)
    entry = lexemes.lexeme(token(doc, "imposed"), LEXICON)
    assert entry is not None
    assert entry.name == "impose ~ &sanction"


def test_predicate_with_more_words_in_it() -> None:
    """An adjective, an amount or the object may stand within a predicate of several words."""
    doc = parsed("""
        Norland came/come under  heavy  criticism .
        NNP/GPE VBD       IN     JJ     NN        .
        nsubj:2 ROOT      prep:2 amod:5 pobj:3    punct:2
    """)
    assert lexemes.action(token(doc, "came"), words_of_the_package()) == "come under criticism"
    doc = parsed("""
        Norland put  the   plan   on     hold   .
        NNP/GPE VBD  DT    NN     IN     NN     .
        nsubj:2 ROOT det:4 dobj:2 prep:2 pobj:5 punct:2
    """)
    assert lexemes.action(token(doc, "put"), words_of_the_package()) == "put on hold"


def test_predicate_is_whole() -> None:
    """Another article makes another phrase."""
    doc = parsed("""
        Norland put  the   plan   on     the   table  .
        NNP/GPE VBD  DT    NN     IN     DT    NN     .
        nsubj:2 ROOT det:4 dobj:2 prep:2 det:7 pobj:5 punct:2
    """)
    assert lexemes.action(token(doc, "put"), words_of_the_package()) == "put on the table"
    assert lexemes.action(token(doc, "put"), LEXICON) == "put"


# ------------------------------------------------------------------------------------------------ entries and adjuncts


def entry(gloss: str, verb: str) -> str:
    """The name of the entry that a verb takes in the lexicon of ``ontology/``."""
    found = lexemes.lexeme(token(parsed(gloss), verb), words_of_the_package())
    return found.name if found is not None else "-"


def test_phrase_of_time_chooses_no_entry() -> None:
    """Who pounds a town *for three days* does not pound it for something."""
    gloss = """
        Rebels  pounded/pound Vell    for    three    days/day .
        NNS     VBD           NNP/GPE IN     CD/DATE  NNS/DATE .
        nsubj:2 ROOT          dobj:2  prep:2 nummod:6 pobj:4   punct:2
    """
    assert entry(gloss, "pounded") == "pound"


def test_preposition_of_time_further_on_is_no_particle() -> None:
    """Who ran for hours *after* the raid ran after nobody."""
    gloss = """
        Rebels  ran/run far      after  the   raid   .
        NNS     VBD     RB       IN     DT    NN     .
        nsubj:2 ROOT    advmod:2 prep:2 det:6 pobj:4 punct:2
    """
    assert entry(gloss, "ran") != "run after"


def test_gerund_after_a_preposition() -> None:
    """Who insists on paying asks for nothing; who insists on a rise does."""
    paying = """
        Orr        insisted/insist on     paying/pay .
        NNP/PERSON VBD             IN     VBG        .
        nsubj:2    ROOT            prep:2 pcomp:3    punct:2
    """
    rise = """
        Orr        insisted/insist on     rises/rise .
        NNP/PERSON VBD             IN     NNS        .
        nsubj:2    ROOT            prep:2 pobj:3     punct:2
    """
    assert (entry(paying, "insisted"), entry(rise, "insisted")) == ("insist on @gerund", "insist on")
