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
    """The envoy of Norland is one argument, and a prefix of the chain is a fact too."""
    doc = parsed("""
        Sudria  expelled/expel the   envoy  of     Norland .
        NNP/GPE VBD            DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert read(doc) == ["Sudria | expelled | the envoy of Norland", "Sudria | expelled the envoy of | Norland"]


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


# ------------------------------------------------------------------------------------------------ chains of phrases


def test_every_prefix_of_a_chain_is_a_fact() -> None:
    """Who met the envoy of Norland in Arvenia met the envoy, the envoy of Norland, and this in Arvenia."""
    doc = parsed("""
        Marn       met/meet an    envoy  from   the   coast  of     Norland .
        NNP/PERSON VBD      DT    NN     IN     DT    NN     IN     NNP/GPE .
        nsubj:2    ROOT     det:4 dobj:2 prep:4 det:7 pobj:5 prep:7 pobj:8  punct:2
    """)
    assert read(doc) == [
        "Marn | met | an envoy",
        "Marn | met an envoy from | the coast of Norland",
        "Marn | met an envoy from the coast of | Norland",
    ]


def test_chain_follows_the_tree_not_the_text() -> None:
    """What stands before the verb comes last in the relation."""
    doc = parsed("""
        In     May      Norland signed/sign the   treaty .
        IN     NNP/DATE NNP/GPE VBD         DT    NN     .
        prep:4 pobj:1   nsubj:4 ROOT        det:6 dobj:4 punct:4
    """)
    assert read(doc) == ["Norland | signed | the treaty", "Norland | signed the treaty In | May"]


def test_name_is_not_parted() -> None:
    """The Bank of Norland is no bank of something."""
    doc = parsed("""
        Marn       leads/lead the   Bank    of     Norland .
        NNP/PERSON VBZ        DT    NNP/ORG IN/ORG NNP/ORG .
        nsubj:2    ROOT       det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    assert read(doc) == ["Marn | leads | the Bank of Norland"]


def test_quantity_is_no_link_of_a_chain() -> None:
    """A group of envoys is envoys."""
    doc = parsed("""
        Marn       met/meet a     group  of     envoys/envoy .
        NNP/PERSON VBD      DT    NN     IN     NNS          .
        nsubj:2    ROOT     det:4 dobj:2 prep:4 pobj:5       punct:2
    """)
    assert read(doc) == ["Marn | met | a group of envoys"]


def test_chain_goes_on_behind_what_is_counted() -> None:
    """Where the envoys of a group are from is told."""
    doc = parsed("""
        Marn       met/meet a     group  of     envoys/envoy from   Norland .
        NNP/PERSON VBD      DT    NN     IN     NNS          IN     NNP/GPE .
        nsubj:2    ROOT     det:4 dobj:2 prep:4 pobj:5       prep:6 pobj:7  punct:2
    """)
    assert read(doc) == ["Marn | met | a group of envoys", "Marn | met a group of envoys from | Norland"]


def test_quantity_is_distributed() -> None:
    """A mix of fear and hope is a mix of each."""
    doc = parsed("""
        Sudria  shows/show a     mix    of     fear   and  hope   .
        NNP/GPE VBZ        DT    NN     IN     NN     CC   NN     .
        nsubj:2 ROOT       det:4 dobj:2 prep:4 pobj:5 cc:6 conj:6 punct:2
    """)
    assert read(doc) == ["Sudria | shows | a mix of fear", "Sudria | shows | a mix of hope"]


def test_of_phrase_keeps_its_coordination() -> None:
    """The treaty of Norland and Sudria is one treaty."""
    doc = parsed("""
        Marn       signed/sign the   treaty of     Norland and  Sudria  .
        NNP/PERSON VBD         DT    NN     IN     NNP/GPE CC   NNP/GPE .
        nsubj:2    ROOT        det:4 dobj:2 prep:4 pobj:5  cc:6 conj:6  punct:2
    """)
    assert read(doc)[0] == "Marn | signed | the treaty of Norland and Sudria"


def test_agent_stands_in_the_chain() -> None:
    """When a town was hit by whom is told of the hit by them."""
    doc = parsed("""
        Arvenia     was/be    shelled/shell by      rebels/rebel in     May      .
        NNP/GPE     VBD       VBN           IN      NNS          IN     NNP/DATE .
        nsubjpass:3 auxpass:3 ROOT          agent:3 pobj:4       prep:3 pobj:6   punct:3
    """)
    assert read(doc) == ["Arvenia | was shelled by | rebels", "Arvenia | was shelled by rebels in | May"]


def test_adverb_leads_to_its_phrase() -> None:
    """An adverb with a phrase of its own is a link of the chain."""
    doc = parsed("""
        The   envoy   went/go back     to     Arvenia .
        DT    NN      VBD     RB       IN     NNP/GPE .
        det:2 nsubj:3 ROOT    advmod:3 prep:4 pobj:5  punct:3
    """)
    assert read(doc) == ["The envoy | went back to | Arvenia"]


def test_preposition_of_two_words() -> None:
    """*Because of* is one preposition."""
    doc = parsed("""
        The   envoy   left/leave because of     the   war    .
        DT    NN      VBD        IN      IN     DT    NN     .
        det:2 nsubj:3 ROOT       prep:3  prep:4 det:7 pobj:4 punct:3
    """)
    assert read(doc) == ["The envoy | left because of | the war"]


def test_phrase_that_joins_clauses_is_no_argument() -> None:
    """*As a result* says nothing of the event."""
    doc = parsed("""
        As     a     result Norland signed/sign the   treaty .
        IN     DT    NN     NNP/GPE VBD         DT    NN     .
        prep:5 det:3 pobj:1 nsubj:5 ROOT        det:7 dobj:5 punct:5
    """)
    assert read(doc) == ["Norland | signed | the treaty"]


def test_phrase_with_a_cause_is_an_argument() -> None:
    """*As a result of the war* names the war."""
    doc = parsed("""
        Marn       left/leave as     a     result of     the   war    .
        NNP/PERSON VBD        IN     DT    NN     IN     DT    NN     .
        nsubj:2    ROOT       prep:2 det:5 pobj:3 prep:5 det:8 pobj:6 punct:2
    """)
    assert read(doc) == ["Marn | left as | a result of the war", "Marn | left as a result of | the war"]


def test_amount_without_preposition_is_an_argument() -> None:
    """By how much something rose is told."""
    doc = parsed("""
        Exports/export rose/rise 3          percent    yesterday  .
        NNS            VBD       CD/PERCENT NN/PERCENT NN/DATE    .
        nsubj:2        ROOT      nummod:4   npadvmod:2 npadvmod:2 punct:2
    """)
    assert read(doc) == ["Exports | rose | 3 percent", "Exports | rose | yesterday"]


def test_adverbial_noun_that_measures_nothing_is_no_argument() -> None:
    """A manner is neither a time nor an amount."""
    doc = parsed("""
        Norland signed/sign the   treaty this  way        .
        NNP/GPE VBD         DT    NN     DT    NN         .
        nsubj:2 ROOT        det:4 dobj:2 det:6 npadvmod:2 punct:2
    """)
    assert read(doc) == ["Norland | signed | the treaty"]


def test_receiver_stands_in_the_relation() -> None:
    """What Norland gave, it gave Sudria."""
    doc = parsed("""
        Norland gave/give Sudria   aid    .
        NNP/GPE VBD       NNP/GPE  NN     .
        nsubj:2 ROOT      dative:2 dobj:2 punct:2
    """)
    assert read(doc) == ["Norland | gave Sudria | aid"]


# ------------------------------------------------------------------------------------------------ verb groups


def test_auxiliaries_are_shared() -> None:
    """A participle after *and* is passive as the one before it."""
    doc = parsed("""
        Marn        was/be    arrested/arrest in     Arvenia and  tried/try by      Sudria  .
        NNP/PERSON  VBD       VBN             IN     NNP/GPE CC   VBN       IN      NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT            prep:3 pobj:4  cc:3 conj:3    agent:7 pobj:8  punct:3
    """)
    assert read(doc) == ["Marn | was arrested in | Arvenia", "Marn | was tried by | Sudria"]


def test_finite_verb_shares_no_auxiliary() -> None:
    """Who was arrested and resides in Arvenia *was* not reside there."""
    doc = parsed("""
        Marn        was/be    arrested/arrest in     May      and  resides/reside in     Arvenia .
        NNP/PERSON  VBD       VBN             IN     NNP/DATE CC   VBZ            IN     NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT            prep:3 pobj:4   cc:3 conj:3         prep:7 pobj:8  punct:3
    """)
    assert read(doc) == ["Marn | was arrested in | May", "Marn | resides in | Arvenia"]


def test_negation_is_not_shared_across_but() -> None:
    """What was not sold but seized was seized."""
    doc = parsed("""
        Arms/arm    were/be   not   sold/sell to     Norland but  seized/seize by      Sudria  .
        NNS         VBD       RB    VBN       IN     NNP/GPE CC   VBN          IN      NNP/GPE .
        nsubjpass:4 auxpass:4 neg:4 ROOT      prep:4 pobj:5  cc:4 conj:4       agent:8 pobj:9  punct:4
    """)
    assert read(doc) == ["Arms | were not sold to | Norland", "Arms | were seized by | Sudria"]


def test_adverb_that_weakens_stays() -> None:
    """Who almost signed did not sign."""
    doc = parsed("""
        Norland almost   signed/sign the   treaty .
        NNP/GPE RB       VBD         DT    NN     .
        nsubj:3 advmod:3 ROOT        det:5 dobj:3 punct:3
    """)
    assert read(doc) == ["Norland | almost signed | the treaty"]


def test_other_adverb_leaves_the_relation() -> None:
    """Who quickly signed, signed."""
    doc = parsed("""
        Norland quickly  signed/sign the   treaty .
        NNP/GPE RB       VBD         DT    NN     .
        nsubj:3 advmod:3 ROOT        det:5 dobj:3 punct:3
    """)
    assert read(doc) == ["Norland | signed | the treaty"]


# ------------------------------------------------------------------------------------------------ coordination


def test_what_is_contrasted_is_not_distributed() -> None:
    """Who offered talks rather than aid did not offer aid."""
    doc = parsed("""
        Norland offered/offer talks/talk rather   than aid    .
        NNP/GPE VBD           NNS        RB       CC   NN     .
        nsubj:2 ROOT          dobj:2     advmod:5 cc:3 conj:3 punct:2
    """)
    assert read(doc) == ["Norland | offered | talks"]


def test_neither_nor_stays_together() -> None:
    """Neither of two did it: nothing is said of one."""
    doc = parsed("""
        Neither   Norland nor  Sudria  signed/sign the   treaty .
        CC        NNP/GPE CC   NNP/GPE VBD         DT    NN     .
        preconj:2 nsubj:5 cc:2 conj:2  ROOT        det:7 dobj:5 punct:5
    """)
    assert read(doc) == ["Neither Norland nor Sudria | signed | the treaty"]


def test_phrase_behind_coordinated_nouns_belongs_to_each() -> None:
    """Envoys and soldiers from Norland are both from there."""
    doc = parsed("""
        Sudria  expelled/expel envoys/envoy and  soldiers/soldier from   Norland .
        NNP/GPE VBD            NNS          CC   NNS              IN     NNP/GPE .
        nsubj:2 ROOT           dobj:2       cc:3 conj:3           prep:3 pobj:6  punct:2
    """)
    assert read(doc) == [
        "Sudria | expelled | envoys",
        "Sudria | expelled envoys from | Norland",
        "Sudria | expelled | soldiers",
        "Sudria | expelled soldiers from | Norland",
    ]


def test_phrase_between_coordinated_nouns_belongs_to_the_first() -> None:
    """Soldiers after "envoys from Norland and" are from anywhere."""
    doc = parsed("""
        Sudria  expelled/expel envoys/envoy from   Norland and  soldiers/soldier .
        NNP/GPE VBD            NNS          IN     NNP/GPE CC   NNS              .
        nsubj:2 ROOT           dobj:2       prep:3 pobj:4  cc:3 conj:3           punct:2
    """)
    assert "Sudria | expelled soldiers from | Norland" not in read(doc)


def test_participle_behind_coordinated_nouns_describes_each() -> None:
    """Envoys and soldiers leaving Arvenia all leave."""
    doc = parsed("""
        Envoys/envoy and  soldiers/soldier leaving/leave Arvenia wept/weep .
        NNS          CC   NNS              VBG           NNP/GPE VBD       .
        nsubj:6      cc:1 conj:1           acl:1         dobj:4  ROOT      punct:6
    """)
    assert read(doc) == ["Envoys | leaving | Arvenia", "soldiers | leaving | Arvenia"]


def test_verbs_side_by_side_share_an_object() -> None:
    """Who buys and sells arms buys arms."""
    doc = parsed("""
        Norland buys/buy and  sells/sell arms/arm .
        NNP/GPE VBZ      CC   VBZ        NNS      .
        nsubj:2 ROOT     cc:2 conj:2     dobj:4   punct:2
    """)
    assert read(doc) == ["Norland | buys | arms", "Norland | sells | arms"]


def test_verb_with_a_complement_shares_no_object() -> None:
    """Who went to Arvenia and sold arms did not go arms."""
    doc = parsed("""
        Marn       went/go to     Arvenia and  sold/sell arms/arm .
        NNP/PERSON VBD     IN     NNP/GPE CC   VBD       NNS      .
        nsubj:2    ROOT    prep:2 pobj:3  cc:2 conj:2    dobj:6   punct:2
    """)
    assert read(doc) == ["Marn | went to | Arvenia", "Marn | sold | arms"]


def test_passives_side_by_side_share_a_phrase() -> None:
    """What was seized and burned by rebels was seized by them."""
    doc = parsed("""
        Boats/boat  were/be   seized/seize and  burned/burn by      rebels/rebel .
        NNS         VBD       VBN          CC   VBN         IN      NNS          .
        nsubjpass:3 auxpass:3 ROOT         cc:3 conj:3      agent:5 pobj:6       punct:3
    """)
    assert read(doc) == ["Boats | were seized by | rebels", "Boats | were burned by | rebels"]


def test_phrase_before_holds_for_coordinated_verbs() -> None:
    """What begins with a date dates both."""
    doc = parsed("""
        In     May      Norland left/leave the   union  and  joined/join the   pact   .
        IN     NNP/DATE NNP/GPE VBD        DT    NN     CC   VBD         DT    NN     .
        prep:4 pobj:1   nsubj:4 ROOT       det:6 dobj:4 cc:4 conj:4      det:10 dobj:8 punct:4
    """)
    assert "Norland | joined the pact In | May" in read(doc)


# ------------------------------------------------------------------------------------------------ clauses under clauses


def test_infinitive_behind_an_adjective_is_folded() -> None:
    """Who is able to sign a treaty: the ability alone is no fact."""
    doc = parsed("""
        Norland is/be able   to    sign    the   treaty .
        NNP/GPE VBZ   JJ     TO    VB      DT    NN     .
        nsubj:2 ROOT  acomp:2 aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Norland | is able to sign | the treaty"]


def test_adjective_alone_is_an_argument() -> None:
    """Where no verb follows, the adjective is what is said."""
    doc = parsed("""
        Norland is/be ready   .
        NNP/GPE VBZ   JJ      .
        nsubj:2 ROOT  acomp:2 punct:2
    """)
    assert read(doc) == ["Norland | is | ready"]


def test_infinitive_under_an_object_has_the_object_as_subject() -> None:
    """Who is urged to sign is to sign; who urges is not."""
    doc = parsed("""
        Norland urged/urge Sudria  to    sign    the   treaty .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Norland | urged | Sudria", "Sudria | to sign | the treaty"]


def test_who_promises_is_to_act() -> None:
    """Promised Sudria to leave: the leaving is Norland's."""
    doc = parsed("""
        Norland promised/promise Sudria to    leave   the   union  .
        NNP/GPE VBD              NNP/GPE TO   VB      DT    NN     .
        nsubj:2 ROOT             dobj:2  aux:5 xcomp:2 det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Norland | promised | Sudria", "Norland | promised Sudria to leave | the union"]


def test_purpose_is_folded() -> None:
    """What somebody left Arvenia for stands behind it."""
    doc = parsed("""
        Marn       left/leave Arvenia to    sign    the   treaty .
        NNP/PERSON VBD        NNP/GPE TO    VB      DT    NN     .
        nsubj:2    ROOT       dobj:2  aux:5 advcl:2 det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Marn | left | Arvenia", "Marn | left Arvenia to sign | the treaty"]


def test_gerund_behind_a_preposition_is_folded() -> None:
    """What Sudria is accused of is told in the chain, since it is not said to be so."""
    doc = parsed("""
        Norland accused/accuse Sudria  of     breaking/break the   truce  .
        NNP/GPE VBD            NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT           dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Norland | accused | Sudria", "Norland | accused Sudria of breaking | the truce"]


def test_phrase_before_a_folded_infinitive_reaches_it() -> None:
    """Who agreed in May to leave the union: the date stands behind all of it."""
    doc = parsed("""
        In     May      Norland agreed/agree to    leave   the   union  .
        IN     NNP/DATE NNP/GPE VBD          TO    VB      DT    NN     .
        prep:4 pobj:1   nsubj:4 ROOT         aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert read(doc) == ["Norland | agreed to leave the union In | May", "Norland | agreed to leave | the union"]


def test_content_clause_is_an_argument() -> None:
    """What is said is an object, and a proposition of its own."""
    doc = parsed("""
        Marn       said/say that   Norland signed/sign the   treaty .
        NNP/PERSON VBD      IN     NNP/GPE VBD         DT    NN     .
        nsubj:2    ROOT     mark:5 nsubj:5 ccomp:2     det:7 dobj:5 punct:2
    """)
    assert read(doc) == ["Marn | said | that Norland signed the treaty", "Norland | signed | the treaty"]


def test_neighbouring_clause_is_no_argument() -> None:
    """What the parse puts under a copula is a clause beside it."""
    doc = parsed("""
        Norland signed/sign ;       Sudria  was/be silent  .
        NNP/GPE VBD         :       NNP/GPE VBD    JJ      .
        nsubj:2 ccomp:5     punct:5 nsubj:5 ROOT   acomp:5 punct:5
    """)
    assert read(doc) == ["Sudria | was | silent"]


def test_object_left_out_of_a_relative_clause() -> None:
    """The treaty Norland signed is what it signed."""
    doc = parsed("""
        The   treaty  Norland signed/sign in     May      failed/fail .
        DT    NN      NNP/GPE VBD         IN     NNP/DATE VBD         .
        det:2 nsubj:7 nsubj:4 relcl:2     prep:4 pobj:5   ROOT        punct:7
    """)
    assert read(doc) == ["Norland | signed | The treaty", "Norland | signed The treaty in | May"]


def test_occasion_is_no_object() -> None:
    """The day the envoy left is when, not what."""
    doc = parsed("""
        Marn       recalls/recall the   day    the   envoy   left/leave in     haste  .
        NNP/PERSON VBZ            DT    NN     DT    NN      VBD        IN     NN     .
        nsubj:2    ROOT           det:4 dobj:2 det:6 nsubj:7 relcl:4    prep:7 pobj:8 punct:2
    """)
    assert read(doc) == ["Marn | recalls | the day", "the envoy | left in | haste"]


def test_relative_pronoun_behind_a_preposition() -> None:
    """The town in which Marn lives is where he lives."""
    doc = parsed("""
        The   town    in     which  Marn       lives/live burned/burn .
        DT    NN      IN     WDT    NNP/PERSON VBZ        VBD         .
        det:2 nsubj:7 prep:6 pobj:3 nsubj:6    relcl:2    ROOT        punct:7
    """)
    assert read(doc) == ["Marn | lives in | The town"]


def test_whose_is_no_subject() -> None:
    """*Whose envoy* names nobody by itself."""
    doc = parsed("""
        Norland ,       whose  envoy   left/leave Arvenia ,       wept/weep .
        NNP/GPE ,       WP$    NN      VBD        NNP/GPE ,       VBD       .
        nsubj:8 punct:1 poss:4 nsubj:5 relcl:1    dobj:5  punct:1 ROOT      punct:8
    """)
    assert read(doc) == []


def test_participle_is_about_its_noun() -> None:
    """The treaty signed by Norland was signed by it, and Sudria did not reject any signing."""
    doc = parsed("""
        Sudria  rejected/reject the   treaty signed/sign by      Norland .
        NNP/GPE VBD             DT    NN     VBN         IN      NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2 acl:4       agent:5 pobj:6  punct:2
    """)
    assert read(doc) == ["Sudria | rejected | the treaty", "the treaty | signed by | Norland"]


def test_predicate_of_any_part_of_speech() -> None:
    """A participle that is tagged an adjective is a predicate by its subject."""
    doc = parsed("""
        Norland     was/be    involved in     talks/talk .
        NNP/GPE     VBD       JJ       IN     NNS        .
        nsubjpass:3 auxpass:3 ROOT     prep:3 pobj:4     punct:3
    """)
    assert read(doc) == ["Norland | was involved in | talks"]


# ------------------------------------------------------------------------------------------------ without a verb


def test_common_noun_behind_a_name_says_what_it_is() -> None:
    """Marn, the envoy of Norland, is the envoy of Norland."""
    doc = parsed("""
        Marn       ,       the   envoy   of     Norland ,       left/leave .
        NNP/PERSON ,       DT    NN      IN     NNP/GPE ,       VBD        .
        nsubj:8    punct:1 det:4 appos:1 prep:4 pobj:5  punct:1 ROOT       punct:8
    """)
    assert read(doc) == ["Marn | is | the envoy of Norland"]


def test_name_behind_a_name_says_nothing() -> None:
    """Arvenia, Norland, is a place in a country."""
    doc = parsed("""
        Arvenia ,       Norland ,       burned/burn .
        NNP/GPE ,       NNP/GPE ,       VBD         .
        nsubj:5 punct:1 appos:1 punct:1 ROOT        punct:5
    """)
    assert read(doc) == []


def test_including_names_parts() -> None:
    """Of the states including Norland, Norland is one; nobody invited "including"."""
    doc = parsed("""
        Sudria  invited/invite states/state including/include Norland and  Estia   .
        NNP/GPE VBD            NNS          VBG               NNP/GPE CC   NNP/GPE .
        nsubj:2 ROOT           dobj:2       prep:3            pobj:4  cc:5 conj:5  punct:2
    """)
    assert read(doc) == [
        "Sudria | invited | states",
        "states | including | Norland",
        "states | including | Estia",
    ]


def test_existence_is_told_of_there() -> None:
    """Where there was a truce, there was one in Arvenia."""
    doc = parsed("""
        There  was/be a     truce  in     Arvenia .
        EX     VBD    DT    NN     IN     NNP/GPE .
        expl:2 ROOT   det:4 attr:2 prep:4 pobj:5  punct:2
    """)
    assert read(doc) == ["There | was | a truce", "There | was a truce in | Arvenia"]


def test_question_has_no_subject() -> None:
    """Who asks who left says of nobody that he left."""
    doc = parsed("""
        Who     left/leave Arvenia ?
        WP      VBD        NNP/GPE .
        nsubj:2 ROOT       dobj:2  punct:2
    """)
    assert read(doc) == []


# ------------------------------------------------------------------------------------------------ spacing


def test_hyphen_stays_in_the_word() -> None:
    """A compound that is parsed as three words keeps its hyphen."""
    doc = parsed("""
        Norland wants/want a     long     -       term       pact   .
        NNP/GPE VBZ        DT    JJ       HYPH    NN         NN     .
        nsubj:2 ROOT       det:7 amod:6   punct:6 compound:7 dobj:2 punct:2
    """)
    assert read(doc) == ["Norland | wants | a long - term pact"]


def test_quotation_marks_leave_the_argument() -> None:
    """Quotation marks are no words."""
    doc = parsed("""
        Norland rejected/reject the   “       truce  ”       .
        NNP/GPE VBD             DT    ``      NN     ''      .
        nsubj:2 ROOT            det:5 punct:5 dobj:2 punct:5 punct:2
    """)
    assert read(doc) == ["Norland | rejected | the truce"]


def test_year_stays_in_its_date() -> None:
    """May 31, 1963 is one date."""
    doc = parsed("""
        Norland voted/vote on     May      31       ,       1963       .
        NNP/GPE VBD        IN     NNP/DATE CD/DATE  ,/DATE  CD/DATE    .
        nsubj:2 ROOT       prep:2 pobj:3   nummod:4 punct:4 npadvmod:4 punct:2
    """)
    assert read(doc) == ["Norland | voted on | May 31 1963"]


def test_adjective_behind_its_noun_leaves_the_argument() -> None:
    """What a man is able to do is a fact of its own."""
    doc = parsed("""
        Sudria  hired/hire soldiers/soldier ready  for    war    .
        NNP/GPE VBD        NNS              JJ     IN     NN     .
        nsubj:2 ROOT       dobj:2           amod:3 prep:4 pobj:5 punct:2
    """)
    assert read(doc) == ["Sudria | hired | soldiers"]


def test_adverb_of_a_measured_time_is_an_argument() -> None:
    """*Two years later* is a time."""
    doc = parsed("""
        Norland signed/sign the   treaty two      years/year later    .
        NNP/GPE VBD         DT    NN     CD/DATE  NNS/DATE   RB/DATE  .
        nsubj:2 ROOT        det:4 dobj:2 nummod:6 npadvmod:7 advmod:2 punct:2
    """)
    assert read(doc) == ["Norland | signed | the treaty", "Norland | signed the treaty | two years later"]


# ------------------------------------------------------------------------------------------------ kinds and contents


def test_kinds_are_distributed() -> None:
    """French and Swiss envoys are French envoys and Swiss envoys."""
    doc = parsed("""
        French/french  and  Swiss  envoys/envoy left/leave Arvenia .
        JJ/NORP        CC   JJ/NORP NNS         VBD        NNP/GPE .
        amod:4         cc:1 conj:1  nsubj:5     ROOT       dobj:5  punct:5
    """)
    assert read(doc) == ["French envoys | left | Arvenia", "Swiss envoys | left | Arvenia"]


def test_properties_of_one_thing_stay_together() -> None:
    """A black and white flag is not a white flag."""
    doc = parsed("""
        Norland raised/raise a     black  and  white  flag   .
        NNP/GPE VBD          DT    JJ     CC   JJ     NN     .
        nsubj:2 ROOT         det:7 amod:7 cc:4 conj:4 dobj:2 punct:2
    """)
    assert read(doc) == ["Norland | raised | a black and white flag"]


def test_contents_are_distributed() -> None:
    """Who said that A left and that B stayed said both."""
    doc = parsed("""
        Marn       said/say that   Norland left/leave and  that   Sudria  stayed/stay .
        NNP/PERSON VBD      IN     NNP/GPE VBD        CC   IN     NNP/GPE VBD         .
        nsubj:2    ROOT     mark:5 nsubj:5 ccomp:2    cc:5 mark:9 nsubj:9 conj:5      punct:2
    """)
    assert read(doc) == ["Marn | said | that Norland left", "Marn | said | that Sudria stayed"]


def test_alternative_contents_stay_together() -> None:
    """Who said that A left or B stayed said neither."""
    doc = parsed("""
        Marn       said/say that   Norland left/leave or   Sudria  stayed/stay .
        NNP/PERSON VBD      IN     NNP/GPE VBD        CC   NNP/GPE VBD         .
        nsubj:2    ROOT     mark:5 nsubj:5 ccomp:2    cc:5 nsubj:8 conj:5      punct:2
    """)
    assert read(doc) == ["Marn | said | that Norland left or Sudria stayed"]


def test_punctuation_is_no_argument() -> None:
    """What the parse takes for an object and is a dash says nothing."""
    doc = parsed("""
        Norland signed/sign –      .
        NNP/GPE VBD         :=NOUN .
        nsubj:2 ROOT        dobj:2 punct:2
    """)
    assert read(doc) == []
