"""Who receives, and who is merely a source, a topic, a workplace or what is handed over."""

from __future__ import annotations

from kg.model import RoleName
from tests.extract.conftest import event, parsed, roles

# ------------------------------------------------------------------------------------------------ handing over, taking


def test_party_that_is_handed_over() -> None:
    """Soldiers sent to Sudria are what Sudria gets."""
    doc = parsed("""
        Norland sent/send soldiers/soldier to     Sudria  .
        NNP/GPE VBD       NNS              IN     NNP/GPE .
        nsubj:2 ROOT      dobj:2           prep:2 pobj:4  punct:2
    """)
    assert roles(doc, "sent") == ["actor: Norland", "theme: soldiers", "recipient: Sudria"]


def test_party_that_is_paid() -> None:
    """Soldiers who are paid get something."""
    doc = parsed("""
        Norland paid/pay the   soldiers/soldier .
        NNP/GPE VBD      DT    NNS              .
        nsubj:2 ROOT     det:4 dobj:2           punct:2
    """)
    assert roles(doc, "paid") == ["actor: Norland", "recipient: the soldiers"]


def test_party_that_it_is_taken_from() -> None:
    """Who is robbed of something is done something to."""
    doc = parsed("""
        Norland seized/seize ships/ship from   Sudria  .
        NNP/GPE VBD          NNS        IN     NNP/GPE .
        nsubj:2 ROOT         dobj:2     prep:2 pobj:4  punct:2
    """)
    assert roles(doc, "seized") == ["actor: Norland", "theme: ships", "recipient: Sudria"]


def test_party_that_it_comes_from() -> None:
    """Who merely sells something receives nothing."""
    doc = parsed("""
        Norland bought/buy ships/ship from   Sudria  .
        NNP/GPE VBD        NNS        IN     NNP/GPE .
        nsubj:2 ROOT       dobj:2     prep:2 pobj:4  punct:2
    """)
    assert roles(doc, "bought") == ["actor: Norland", "theme: ships"]


def test_party_that_it_is_given_for() -> None:
    """Aid that is given for refugees reaches them."""
    doc = parsed("""
        Norland gave/give aid    for    refugees/refugee .
        NNP/GPE VBD       NN     IN     NNS              .
        nsubj:2 ROOT      dobj:2 prep:2 pobj:4           punct:2
    """)
    assert roles(doc, "gave") == ["actor: Norland", "theme: aid", "recipient: refugees"]


def test_party_that_it_is_made_for() -> None:
    """Jobs that are made for refugees are no deed done to them."""
    doc = parsed("""
        Norland created/create jobs/job for    refugees/refugee .
        NNP/GPE VBD            NNS      IN     NNS              .
        nsubj:2 ROOT           dobj:2   prep:2 pobj:4           punct:2
    """)
    assert roles(doc, "created") == ["actor: Norland", "theme: jobs"]


# ------------------------------------------------------------------------------------------------ at, into, on


def test_people_after_at() -> None:
    """One shouts at people."""
    doc = parsed("""
        The   envoy   shouted/shout at     the   soldiers/soldier .
        DT    NN      VBD           IN     DT    NNS              .
        det:2 nsubj:3 ROOT          prep:3 det:6 pobj:4           punct:3
    """)
    assert roles(doc, "shouted") == ["actor: The envoy", "recipient: the soldiers"]


def test_body_after_at() -> None:
    """One works at a company and does nothing to it."""
    doc = parsed("""
        The   envoy   worked/work at     a     company .
        DT    NN      VBD         IN     DT    NN      .
        det:2 nsubj:3 ROOT        prep:3 det:6 pobj:4  punct:3
    """)
    assert roles(doc, "worked") == ["actor: The envoy"]


def test_state_after_into() -> None:
    """Shells fired into Sudria hit Sudria."""
    doc = parsed("""
        Norland fired/fire shells/shell into   Sudria  .
        NNP/GPE VBD        NNS          IN     NNP/GPE .
        nsubj:2 ROOT       dobj:2       prep:2 pobj:4  punct:2
    """)
    assert roles(doc, "fired") == ["actor: Norland", "theme: shells", "recipient: Sudria"]


def test_group_after_into() -> None:
    """What a club is turned into receives nothing."""
    doc = parsed("""
        Norland turned/turn the   club   into   a     union  .
        NNP/GPE VBD         DT    NN     IN     DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 prep:2 det:7 pobj:5 punct:2
    """)
    assert roles(doc, "turned") == ["actor: Norland", "theme: the club"]


def test_second_party() -> None:
    """Who is pressed on behalf of others is pressed; the others are not."""
    doc = parsed("""
        Norland pressed/press Sudria  on     the   rebels/rebel .
        NNP/GPE VBD           NNP/GPE IN     DT    NNS          .
        nsubj:2 ROOT          dobj:2  prep:2 det:6 pobj:4       punct:2
    """)
    assert roles(doc, "pressed") == ["actor: Norland", "recipient: Sudria", "theme: the rebels"]


# ------------------------------------------------------------------------------------------------ inside the object


def test_noun_that_the_verb_carries() -> None:
    """To impose a ban on X is to act on X."""
    doc = parsed("""
        Norland imposed/impose a     ban    on     Sudria  .
        NNP/GPE VBD            DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "imposed") == ["actor: Norland", "theme: a ban", "recipient: Sudria"]


def test_noun_that_the_verb_speaks_of() -> None:
    """To cite a ban on X is not."""
    doc = parsed("""
        Norland cited/cite a     ban    on     Sudria  .
        NNP/GPE VBD        DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT       det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "cited") == ["actor: Norland", "theme: a ban"]


# ------------------------------------------------------------------------------------------------ topics


def test_topic() -> None:
    """Who is talked about fills no role: no mention stands behind the words."""
    doc = parsed("""
        Norland talked/talk about  Sudria  .
        NNP/GPE VBD         IN     NNP/GPE .
        nsubj:2 ROOT        prep:2 pobj:3  punct:2
    """)
    theme = next(role for role in event(doc, "talked").roles if role.name is RoleName.THEME)
    assert (theme.words.of(doc.text), theme.mention) == ("Sudria", None)


def test_object() -> None:
    """The thing that something is done to fills it."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    theme = next(role for role in event(doc, "signed").roles if role.name is RoleName.THEME)
    assert theme.mention == theme.span


# ------------------------------------------------------------------------------------------------ oneself, each other


def test_oneself() -> None:
    """Who does it to himself is no second party."""
    doc = parsed("""
        The   envoy   praised/praise himself .
        DT    NN      VBD            PRP     .
        det:2 nsubj:3 ROOT           dobj:3  punct:3
    """)
    assert roles(doc, "praised") == ["actor: The envoy"]


def test_each_other() -> None:
    """Who do it to each other are the parties of a reciprocal event."""
    doc = parsed("""
        Norland and  Sudria  accused/accuse each  other  .
        NNP/GPE CC   NNP/GPE VBD            DT    JJ     .
        nsubj:4 cc:1 conj:1  ROOT           det:6 dobj:4 punct:4
    """)
    assert roles(doc, "accused") == ["actor: Norland", "actor: Sudria"]
    assert event(doc, "accused").reciprocal


def test_reciprocal_verb_with_a_thing() -> None:
    """Two who meet a demand do not meet each other."""
    doc = parsed("""
        Norland and  Sudria  met/meet the   target .
        NNP/GPE CC   NNP/GPE VBD      DT    NN     .
        nsubj:4 cc:1 conj:1  ROOT     det:6 dobj:4 punct:4
    """)
    assert not event(doc, "met").reciprocal


def test_reciprocal_verb_that_shares_a_thing() -> None:
    """Two who negotiate a treaty negotiate with each other."""
    doc = parsed("""
        Norland and  Sudria  negotiated/negotiate the   treaty .
        NNP/GPE CC   NNP/GPE VBD                  DT    NN     .
        nsubj:4 cc:1 conj:1  ROOT                 det:6 dobj:4 punct:4
    """)
    assert event(doc, "negotiated").reciprocal


# ------------------------------------------------------------------------------------------------ nouns


def test_who_launches_an_attack_attacks() -> None:
    """The subject of a verb that only carries the noun is the noun's actor."""
    doc = parsed("""
        Norland launched/launch an    attack on     Sudria  .
        NNP/GPE VBD             DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert sorted(roles(doc, "attack")) == ["actor: Norland", "recipient: Sudria"]


def test_who_condemns_an_attack_attacks_not() -> None:
    """The subject of any other verb is not."""
    doc = parsed("""
        Norland condemned/condemn an    attack on     Sudria  .
        NNP/GPE VBD               DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT              det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "attack") == ["recipient: Sudria"]


def test_request_of() -> None:
    """A request of the envoy's is what the envoy asks; who is deported after *of* is done it."""
    doc = parsed("""
        The   request of     the   envoy  failed/fail .
        DT    NN      IN     DT    NN     VBD         .
        det:2 nsubj:6 prep:2 det:5 pobj:3 ROOT        punct:6
    """)
    assert roles(doc, "request") == ["actor: the envoy"]


# ------------------------------------------------------------------------------------------------ who acts


def test_participle_with_a_subject_is_active() -> None:
    """In *the words Norland used*, Norland uses."""
    doc = parsed("""
        The   words/word Norland used/use angered/anger Sudria  .
        DT    NNS        NNP/GPE VBN      VBD           NNP/GPE .
        det:2 nsubj:5    nsubj:4 relcl:2  ROOT          dobj:5  punct:5
    """)
    assert sorted(roles(doc, "used")) == ["actor: Norland", "theme: The words"]


def test_who_is_charged_with_it_did_it() -> None:
    """The gerund after *with* is what the object did."""
    doc = parsed("""
        Norland charged/charge the   envoy  with   robbing/rob the   rebels/rebel .
        NNP/GPE VBD            DT    NN     IN     VBG         DT    NNS          .
        nsubj:2 ROOT           det:4 dobj:2 prep:2 pcomp:5     det:8 dobj:6       punct:2
    """)
    assert roles(doc, "robbing") == ["actor: the envoy", "recipient: the rebels"]


def test_object_before_a_clause_is_not_shared() -> None:
    """Who beams and asks the crowd to stay beams nobody."""
    doc = parsed("""
        Norland beamed/beam and  urged/urge the   rebels/rebel to    vote    .
        NNP/GPE VBD         CC   VBD        DT    NNS          TO    VB      .
        nsubj:2 ROOT        cc:2 conj:2     det:6 dobj:4       aux:8 xcomp:4 punct:2
    """)
    assert roles(doc, "beamed") == ["actor: Norland"]


# ------------------------------------------------------------------------------------------------ broadcasts


def test_where_it_is_said() -> None:
    """Who says something on the radio does not say it to the radio."""
    doc = parsed("""
        The   envoy   spoke/say on     Norland Radio   .
        DT    NN      VBD       IN     NNP/ORG NNP/ORG .
        det:2 nsubj:3 ROOT      prep:3 nmod:6  pobj:4  punct:3
    """)
    assert [each.name for each in event(doc, "spoke").roles if each.name is RoleName.RECIPIENT] == []


def test_whom_it_is_done_on() -> None:
    """Who cracks down on a body acts on it."""
    doc = parsed("""
        The   envoy   trampled/trample on     Norland Radio   .
        DT    NN      VBD              IN     NNP/ORG NNP/ORG .
        det:2 nsubj:3 ROOT             prep:3 nmod:6  pobj:4  punct:3
    """)
    assert roles(doc, "trampled") == ["actor: The envoy", "recipient: Norland Radio"]


def test_light_verb_with_a_shared_noun() -> None:
    """Two who hold talks talk with each other."""
    doc = parsed("""
        Norland and  Sudria  held/hold talks/talk .
        NNP/GPE CC   NNP/GPE VBD       NNS        .
        nsubj:4 cc:1 conj:1  ROOT      dobj:4     punct:4
    """)
    assert event(doc, "held").reciprocal
