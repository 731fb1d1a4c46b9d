"""Whom something is done to, and who does it: the near misses of the constructions."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import repairs
from kg.extract.predication import hyphenated_agent
from kg.extract.triggers import triggers
from tests.extract.conftest import LEXICON, parsed, roles

RETURNS = replace(LEXICON, nominals={"return": "return"})

# ----------------------------------------------------------------------------------------------------------- recipients


def test_with_beside_an_object() -> None:
    """Who stands by while something else is acted upon does not receive."""
    doc = parsed("""
        Lena      tossed/toss a     ball   with   Omar      .
        NNP/PERSON VBD        DT    NN     IN     NNP/PERSON .
        nsubj:2   ROOT        det:4 dobj:2 prep:2 pobj:5    punct:2
    """)
    assert roles(doc, "tossed") == ["actor: Lena", "theme: a ball"]


def test_with_without_an_object() -> None:
    """Those with whom one acts receive where nothing else is acted upon."""
    doc = parsed("""
        Lena       worked/work with   Omar       .
        NNP/PERSON VBD         IN     NNP/PERSON .
        nsubj:2    ROOT        prep:2 pobj:3     punct:2
    """)
    assert roles(doc, "worked") == ["actor: Lena", "recipient: Omar"]


def test_with_beside_a_noun() -> None:
    """A noun that is nothing done together does nothing to those after "with"."""
    doc = parsed("""
        Lena       's   release     with   Omar       .
        NNP/PERSON POS  NN          IN     NNP/PERSON .
        poss:3     case:1 ROOT      prep:3 pobj:4     punct:3
    """)
    assert roles(doc, "release") == ["actor: Lena"]


def test_to_beside_a_recipient() -> None:
    """Who is compared to another has the comparison done to him, not the other."""
    doc = parsed("""
        Lena       likened/liken Omar       to     Sami       .
        NNP/PERSON VBD           NNP/PERSON IN     NNP/PERSON .
        nsubj:2    ROOT          dobj:2     prep:2 pobj:4     punct:2
    """)
    assert roles(doc, "likened") == ["actor: Lena", "recipient: Omar"]


def test_to_two_parties() -> None:
    """Both of two coordinated parties after "to" receive."""
    doc = parsed("""
        Lena       spoke/speak to     Omar       and  Sami       .
        NNP/PERSON VBD         IN     NNP/PERSON CC   NNP/PERSON .
        nsubj:2    ROOT        prep:2 pobj:3     cc:4 conj:4     punct:2
    """)
    assert roles(doc, "spoke") == ["actor: Lena", "recipient: Omar", "recipient: Sami"]


def test_seeming_to_somebody() -> None:
    """What seems so to somebody is done to nobody."""
    doc = parsed("""
        Lena       seemed/seem kind    to     Omar       .
        NNP/PERSON VBD         JJ      IN     NNP/PERSON .
        nsubj:2    ROOT        acomp:2 prep:2 pobj:4     punct:2
    """)
    assert roles(doc, "seemed") == ["actor: Lena"]


def test_said_on_the_air() -> None:
    """Where something is said is not addressed."""
    doc = parsed("""
        Lena       reported/report   on     Norbank .
        NNP/PERSON VBD               IN     NNP/ORG .
        nsubj:2    ROOT              prep:2 pobj:3  punct:2
    """)
    assert "recipient: Norbank" not in roles(doc, "reported")


def test_words_behind_a_verb_of_saying() -> None:
    """What stands as the object of a verb of saying is what is said."""
    doc = parsed("""
        Lena       said/say Omar       .
        NNP/PERSON VBD      NNP/PERSON .
        nsubj:2    ROOT     dobj:2     punct:2
    """)
    assert roles(doc, "said") == ["actor: Lena", "theme: Omar"]


def test_verb_with_its_preposition() -> None:
    """A verb and a preposition that are one verb act on what follows."""
    doc = parsed("""
        Lena       went/go after  Omar       .
        NNP/PERSON VBD     IN     NNP/PERSON .
        nsubj:2    ROOT    prep:2 pobj:3     punct:2
    """)
    assert roles(doc, "went") == ["actor: Lena", "recipient: Omar"]


def test_after_of_time() -> None:
    """The same preposition further on only says when."""
    doc = parsed("""
        Lena       went/go home     after  Omar       .
        NNP/PERSON VBD     RB       IN     NNP/PERSON .
        nsubj:2    ROOT    advmod:2 prep:2 pobj:4     punct:2
    """)
    assert roles(doc, "went") == ["actor: Lena"]


# --------------------------------------------------------------------------------------------------------------- actors


def test_means_do_not_act() -> None:
    """Who uses a thing to do something does it, and not the thing."""
    doc = parsed("""
        Lena       used/use money  to    defeat  Omar       .
        NNP/PERSON VBD      NN     TO    VB      NNP/PERSON .
        nsubj:2    ROOT     dobj:2 aux:5 xcomp:2 dobj:5     punct:2
    """)
    repairs.repair(doc, LEXICON)
    assert roles(doc, "defeat") == ["actor: Lena", "recipient: Omar"]


def test_things_that_are_made_to_act() -> None:
    """What is caused to do something does it, though it be a thing."""
    doc = parsed("""
        Lena       caused/cause money  to    reach   Omar       .
        NNP/PERSON VBD          NN     TO    VB      NNP/PERSON .
        nsubj:2    ROOT         dobj:2 aux:5 xcomp:2 dobj:5     punct:2
    """)
    repairs.repair(doc, LEXICON)
    assert roles(doc, "reach") == ["actor: money", "recipient: Omar"]


def test_pursuit_of_somebody() -> None:
    """Whose work it is does what the participle says."""
    doc = parsed("""
        Lena       's     work   defending/defend Omar       .
        NNP/PERSON POS    NN     VBG              NNP/PERSON .
        poss:3     case:1 ROOT   acl:3            dobj:4     punct:3
    """)
    assert roles(doc, "defending") == ["actor: Lena", "recipient: Omar"]


def test_thing_with_a_participle() -> None:
    """Any other noun does itself what its participle says."""
    doc = parsed("""
        Lena       's     dog    biting/bite Omar       .
        NNP/PERSON POS    NN     VBG         NNP/PERSON .
        poss:3     case:1 ROOT   acl:3       dobj:4     punct:3
    """)
    assert roles(doc, "biting") == ["actor: Lena's dog", "recipient: Omar"]


def test_name_given_to_a_thing() -> None:
    """What is called by a name does not call the name."""
    doc = parsed("""
        A     fund called/call Norbank .
        DT    NN   VBN         NNP/ORG .
        det:2 ROOT acl:2       dobj:3  punct:2
    """)
    assert [role for role in roles(doc, "called") if role.startswith("actor")] == []


def test_share_is_no_party() -> None:
    """A percentage that does something is led to nobody."""
    doc = parsed("""
        percent    backed/back Omar       .
        NN/PERCENT VBD         NNP/PERSON .
        nsubj:2    ROOT        dobj:2     punct:2
    """)
    assert roles(doc, "backed") == ["actor: percent", "recipient: Omar"]


def test_second_subject() -> None:
    """Of two subjects that the parse gives to one verb, the last is the one."""
    doc = parsed("""
        Secretary Omar       met/meet Lena       .
        NNP       NNP/PERSON VBD      NNP/PERSON .
        nsubj:3   nsubj:3    ROOT     dobj:3     punct:3
    """)
    assert roles(doc, "met") == ["actor: Omar", "recipient: Lena"]


def test_subject_of_an_infinitive_behind_before() -> None:
    """Before whom somebody is brought to explain explains nothing."""
    doc = parsed("""
        Omar        was/be    brought/bring before the   panel   to    explain .
        NNP/PERSON  VBD       VBN           IN     DT    NN      TO    VB      .
        nsubjpass:3 auxpass:3 ROOT          mark:8 det:6 nsubj:8 aux:8 advcl:3 punct:3
    """)
    repairs.repair(doc, LEXICON)
    assert roles(doc, "explain") == ["actor: Omar"]


def test_who_beside_a_body() -> None:
    """The pronoun "who" stands for the person, not for the body beside."""
    doc = parsed("""
        an    envoy   at     Norbank who     backed/back Omar       .
        DT    NN      IN     NNP/ORG WP      VBD         NNP/PERSON .
        det:2 ROOT    prep:2 pobj:3  nsubj:6 relcl:4     dobj:6     punct:2
    """)
    repairs.repair(doc, LEXICON)
    assert roles(doc, "backed") == ["actor: an envoy", "recipient: Omar"]


def test_which_beside_a_person() -> None:
    """The pronoun "which" stands for no person."""
    doc = parsed("""
        Lena       saw/see Omar       , which   hurt/hurt Sami       .
        NNP/PERSON VBD     NNP/PERSON , WDT     VBD       NNP/PERSON .
        nsubj:2    ROOT    dobj:2     punct:2 nsubj:6 relcl:3 dobj:6 punct:2
    """)
    assert "actor: Omar" not in roles(doc, "hurt")


def test_owner_and_by() -> None:
    """Where a noun has an owner, those after "by" are somebody else's."""
    doc = parsed("""
        Lena       's     attack by     Omar       .
        NNP/PERSON POS    NN     IN     NNP/PERSON .
        poss:3     case:1 ROOT   prep:3 pobj:4     punct:3
    """)
    assert roles(doc, "attack") == ["actor: Lena"]


def test_death_of_somebody() -> None:
    """Who dies is the one that the death is of."""
    doc = parsed("""
        the   death of     Omar       .
        DT    NN    IN     NNP/PERSON .
        det:2 ROOT  prep:2 pobj:3     punct:2
    """)
    assert roles(doc, "death") == ["actor: Omar"]


def test_what_somebody_becomes() -> None:
    """What somebody becomes is told in words."""
    doc = parsed("""
        Omar       became/become president .
        NNP/PERSON VBD           NN        .
        nsubj:2    ROOT          attr:2    punct:2
    """)
    assert roles(doc, "became") == ["actor: Omar", "theme: president"]


def test_contracted_perfect() -> None:
    """Who "'s changed" something has changed it."""
    doc = parsed("""
        Omar        's/be     changed/change the   plan   .
        NNP/PERSON  VBZ       VBN            DT    NN     .
        nsubjpass:3 auxpass:3 ROOT           det:5 dobj:3 punct:3
    """)
    assert roles(doc, "changed") == ["actor: Omar", "theme: the plan"]


def test_contracted_passive() -> None:
    """Who "'s given" something receives it."""
    doc = parsed("""
        Omar        's/be     given/give the   plan   .
        NNP/PERSON  VBZ       VBN        DT    NN     .
        nsubjpass:3 auxpass:3 ROOT       det:5 dobj:3 punct:3
    """)
    assert "recipient: Omar" in roles(doc, "given") or "theme: Omar" in roles(doc, "given")


def test_papers_of_a_taxpayer() -> None:
    """Returns are papers, and nobody returns."""
    doc = parsed("""
        Omar       's     returns were/be late    .
        NNP/PERSON POS    NNS     VBD     JJ      .
        poss:3     case:1 nsubj:4 ROOT    acomp:4 punct:4
    """)
    assert "returns" not in {doc[i].text for i in triggers(doc, RETURNS)}


def test_return_of_somebody() -> None:
    """A return is an event."""
    doc = parsed("""
        Omar       's     return  was/be  late    .
        NNP/PERSON POS    NN      VBD     JJ      .
        poss:3     case:1 nsubj:4 ROOT    acomp:4 punct:4
    """)
    assert "return" in {doc[i].text for i in triggers(doc, RETURNS)}


def test_affiliation_before_a_participle() -> None:
    """To whom something is affiliated did nothing to it."""
    doc = parsed("""
        a     Norbank - affiliated/affiliate fund .
        DT    NNP/ORG HYPH VBN               NN   .
        det:5 npadvmod:4 punct:4 amod:5 ROOT punct:5
    """)
    assert hyphenated_agent(doc[3]) is None
