"""How far negation and doubt reach."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, stance


def test_no_longer() -> None:
    """What no longer happens does not happen."""
    doc = parsed("""
        Norland no    longer   attacks/attack Sudria  .
        NNP/GPE RB    RBR      VBZ            NNP/GPE .
        nsubj:4 neg:3 advmod:4 ROOT           dobj:4  punct:4
    """)
    assert stance(doc, "attacks") == "not certain"


def test_number_is_no_denial() -> None:
    """The "No." of a number denies nothing."""
    doc = parsed("""
        Norland signed/sign the   No     .      5        treaty .
        NNP/GPE VBD         DT    NN     .      CD       NN     .
        nsubj:2 ROOT        det:7 nmod:7 nmod:7 nummod:7 dobj:2 punct:2
    """)
    assert stance(doc, "signed") == "certain"


def test_few() -> None:
    """Of few who returned it is not certain that they did not."""
    doc = parsed("""
        Few    soldiers/soldier returned/return .
        JJ     NNS              VBD             .
        amod:2 nsubj:3          ROOT            punct:3
    """)
    assert stance(doc, "returned") == "not probable"


def test_the_few() -> None:
    """The few who returned did."""
    doc = parsed("""
        The   few    soldiers/soldier returned/return .
        DT    JJ     NNS              VBD             .
        det:3 amod:3 nsubj:4          ROOT            punct:4
    """)
    assert stance(doc, "returned") == "certain"


def test_could_not() -> None:
    """What could not be done was not done."""
    doc = parsed("""
        Norland could not   attack Sudria  .
        NNP/GPE MD    RB    VB     NNP/GPE .
        nsubj:4 aux:4 neg:4 ROOT   dobj:4  punct:4
    """)
    assert stance(doc, "attack") == "not certain"


def test_has_yet_to() -> None:
    """Who has yet to sign has not signed."""
    doc = parsed("""
        Norland has/have yet      to    sign    .
        NNP/GPE VBZ      RB       TO    VB      .
        nsubj:2 ROOT     advmod:2 aux:5 xcomp:2 punct:2
    """)
    assert stance(doc, "sign") == "not certain"


def test_negation_of_thinking_is_of_the_thought() -> None:
    """Who does not think that somebody left thinks that he did not."""
    doc = parsed("""
        Norland does/do not   think Sudria  left/leave .
        NNP/GPE VBZ     RB    VB    NNP/GPE VBD        .
        nsubj:4 aux:4   neg:4 ROOT  nsubj:6 ccomp:4    punct:4
    """)
    assert stance(doc, "left") == "not probable"


def test_negation_of_saying_is_not_of_what_is_said() -> None:
    """What somebody did not say may be so or not."""
    doc = parsed("""
        Norland did/do not   say  Sudria  left/leave .
        NNP/GPE VBD    RB    VB   NNP/GPE VBD        .
        nsubj:4 aux:4  neg:4 ROOT nsubj:6 ccomp:4    punct:4
    """)
    assert stance(doc, "left") == "unknown"


def test_neither_nor_with_a_participle() -> None:
    """Neither verb of "neither … nor" happened, also where the tagger takes the second for a participle."""
    doc = parsed("""
        Norland neither   attacked/attack nor  threatened/threaten Sudria  .
        NNP/GPE CC        VBD             CC   VBN                 NNP/GPE .
        nsubj:3 preconj:3 ROOT            cc:3 conj:3              dobj:5  punct:3
    """)
    assert stance(doc, "threatened") == "not certain"


def test_but_ends_a_negation() -> None:
    """Who will not sign but attack will attack."""
    doc = parsed("""
        Norland will  not   sign but  attack Sudria  .
        NNP/GPE MD    RB    VB   CC   VB     NNP/GPE .
        nsubj:4 aux:4 neg:4 ROOT cc:4 conj:4 dobj:6  punct:4
    """)
    assert stance(doc, "attack") == "certain future"


def test_never_goes_on_behind_or() -> None:
    """Who has never signed or paid did neither, though the second verb looks like a past tense."""
    doc = parsed("""
        Norland has/have never signed/sign or   paid/pay Sudria  .
        NNP/GPE VBZ      RB    VBN         CC   VBD      NNP/GPE .
        nsubj:4 aux:4    neg:4 ROOT        cc:4 conj:4   dobj:6  punct:4
    """)
    assert stance(doc, "paid") == "not certain"


def test_never_ends_before_another_auxiliary() -> None:
    """A second verb with an auxiliary of its own is not denied."""
    doc = parsed("""
        Norland has/have never signed/sign or   has/have paid/pay Sudria  .
        NNP/GPE VBZ      RB    VBN         CC   VBZ      VBN      NNP/GPE .
        nsubj:4 aux:4    neg:4 ROOT        cc:4 aux:7    conj:4   dobj:7  punct:4
    """)
    assert stance(doc, "paid") == "possible"


def test_or_goes_on_with_a_negation() -> None:
    """Who did not sign or attack did neither."""
    doc = parsed("""
        Norland did/do not   sign or   attack Sudria  .
        NNP/GPE VBD    RB    VB   CC   VB     NNP/GPE .
        nsubj:4 aux:4  neg:4 ROOT cc:4 conj:4 dobj:6  punct:4
    """)
    assert stance(doc, "attack") == "not certain"


@pytest.mark.parametrize(("verb", "expected"), [("foiled/foil", "unknown"), ("dodged/dodge", "not certain")])
def test_attack_that_was_foiled_or_dodged(verb: str, expected: str) -> None:
    """A foiled attack was tried; how far it came is open. A dodged one did not come."""
    doc = parsed(f"""
        Norland {verb} an    attack .
        NNP/GPE VBD    DT    NN     .
        nsubj:2 ROOT   det:4 dobj:2 punct:2
    """)
    assert stance(doc, "attack") == expected


def test_circumstance_of_a_denial() -> None:
    """Who denies something after an attack denies no attack."""
    doc = parsed("""
        Norland denied/deny it     after  the   attack .
        NNP/GPE VBD         PRP    IN     DT    NN     .
        nsubj:2 ROOT        dobj:2 prep:2 det:6 pobj:4 punct:2
    """)
    assert stance(doc, "attack") == "certain"


def test_what_will_be_held_is_to_come() -> None:
    """A definite event that will be held is no fact yet."""
    doc = parsed("""
        The   meeting     will  be        held/hold .
        DT    NN          MD    VB        VBN=VERB  .
        det:2 nsubjpass:5 aux:5 auxpass:5 ROOT      punct:5
    """)
    assert stance(doc, "meeting") == "certain future"


def test_leader_who_is_wanted_need_not_be() -> None:
    """Of a leader who is wanted nothing is certain."""
    doc = parsed("""
        Norland wants/want a     minister who     listens/listen .
        NNP/GPE VBZ        DT    NN       WP      VBZ            .
        nsubj:2 ROOT       det:4 dobj:2   nsubj:6 relcl:4        punct:2
    """)
    assert stance(doc, "listens").startswith("unknown")


def test_first_to_win() -> None:
    """The first to sign signed."""
    doc = parsed("""
        Norland was/be the   first to    sign    .
        NNP/GPE VBD    DT    JJ    TO    VB      .
        nsubj:2 ROOT   det:4 attr:2 aux:6 relcl:4 punct:2
    """)
    assert stance(doc, "sign") == "certain"


def test_clause_beside_another() -> None:
    """What stands before a semicolon is not under what follows."""
    doc = parsed("""
        Norland signed/sign ;       Sudria  left/leave .
        NNP/GPE VBD         :       NNP/GPE VBD        .
        nsubj:2 ccomp:5     punct:5 nsubj:5 ROOT       punct:5
    """)
    assert stance(doc, "signed") == "certain"


def test_short_of() -> None:
    """Who stops short of attacking does not attack."""
    doc = parsed("""
        Norland stopped/stop short    of       attacking/attack Sudria  .
        NNP/GPE VBD          RB       IN       VBG              NNP/GPE .
        nsubj:2 ROOT         advmod:2 prep:2   pcomp:4          dobj:5  punct:2
    """)
    assert stance(doc, "attacking") == "not certain"


def test_feared_dead() -> None:
    """Who is feared dead may live."""
    doc = parsed("""
        The   minister    was/be    reported/report dead   .
        DT    NN          VBD       VBN=VERB        JJ     .
        det:2 nsubjpass:4 auxpass:4 ROOT            oprd:4 punct:4
    """)
    assert stance(doc, "dead") == "alleged possible"


@pytest.mark.parametrize(
    ("noun", "expected"), [("little/JJ support/NN", "certain"), ("no/DT support/NN", "not certain")]
)
def test_little_found(noun: str, expected: str) -> None:
    """What found little of something found that little; what found none did not find it."""
    (word, tag), (thing, kind) = (each.split("/") for each in noun.split())
    doc = parsed(f"""
        Norland found/find {word} {thing} .
        NNP/GPE VBD        {tag}  {kind}  .
        nsubj:2 ROOT       {"det" if tag == "DT" else "amod"}:4 dobj:2 punct:2
    """)
    assert stance(doc, "found") == expected
