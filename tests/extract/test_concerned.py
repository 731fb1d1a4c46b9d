"""Whom an event is about without their taking part in it."""

from __future__ import annotations

from kg.model import RoleName
from tests.extract.conftest import concerned, event, parsed, roles

# ------------------------------------------------------------------------------------------------ where they stand


def test_inside_the_object() -> None:
    """Who refuses a request from X refuses not X, though it is X whom the refusal concerns."""
    doc = parsed("""
        Norland refused/refuse a     request from   Sudria  .
        NNP/GPE VBD            DT    NN      IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "refused") == ["actor: Norland", "theme: a request"]
    assert concerned(doc, "refused") == ["Sudria"]


def test_is_a_theme_with_its_construction() -> None:
    """Such a party is a theme that leads to its mention and says where it was found."""
    doc = parsed("""
        Norland refused/refuse a     request from   Sudria  .
        NNP/GPE VBD            DT    NN      IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    (role,) = event(doc, "refused").concerned
    assert (role.name, role.mention, role.pattern) == (RoleName.THEME, role.span, "inside the object")


def test_inside_the_clause() -> None:
    """What somebody says is about those in it, whether they act or not."""
    doc = parsed("""
        Norland said/say that   Estia   attacked/attack Sudria  .
        NNP/GPE VBD      IN     NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2         dobj:5  punct:2
    """)
    assert concerned(doc, "said") == ["Estia", "Sudria"]


def test_thing_inside_the_clause() -> None:
    """The thing that a clause's verb acts on counts too."""
    doc = parsed("""
        Norland said/say it      signed/sign the   treaty .
        NNP/GPE VBD      PRP     VBD         DT    NN     .
        nsubj:2 ROOT     nsubj:4 ccomp:2     det:6 dobj:4 punct:2
    """)
    assert concerned(doc, "said") == ["the treaty"]


def test_thing_inside_the_object() -> None:
    """The things that stand deeper in an object do not."""
    doc = parsed("""
        Norland refused/refuse a     copy   of     the   treaty .
        NNP/GPE VBD            DT    NN     IN     DT    NN     .
        nsubj:2 ROOT           det:4 dobj:2 prep:4 det:7 pobj:5 punct:2
    """)
    assert concerned(doc, "refused") == []


def test_purpose() -> None:
    """What is done for a purpose concerns those in the purpose."""
    doc = parsed("""
        Norland paid/pay $          2        million  to    help   Sudria  .
        NNP/GPE VBD      $/MONEY    CD/MONEY CD/MONEY TO    VB     NNP/GPE .
        nsubj:2 ROOT     quantmod:5 compound:5 dobj:2 aux:7 advcl:2 dobj:7 punct:2
    """)
    assert concerned(doc, "paid") == ["Sudria"]


def test_circumstance() -> None:
    """When and why something happens is no part of what it concerns."""
    doc = parsed("""
        The   envoy   left/leave after  Norland attacked/attack Sudria  .
        DT    NN      VBD        IN     NNP/GPE VBD             NNP/GPE .
        det:2 nsubj:3 ROOT       mark:6 nsubj:6 advcl:3         dobj:6  punct:3
    """)
    assert concerned(doc, "left") == []


def test_relative_clause() -> None:
    """What a relative clause adds about an object is aside."""
    doc = parsed("""
        Norland sold/sell ships/ship that    had/have reached/reach Sudria  .
        NNP/GPE VBD       NNS        WDT     VBD      VBN           NNP/GPE .
        nsubj:2 ROOT      dobj:2     nsubj:6 aux:6    relcl:3       dobj:6  punct:2
    """)
    assert concerned(doc, "sold") == []


def test_inside_the_subject() -> None:
    """What belongs to who acts is not what the act concerns."""
    doc = parsed("""
        The   envoy   of     Sudria  signed/sign the   treaty .
        DT    NN      IN     NNP/GPE VBD         DT    NN     .
        det:2 nsubj:5 prep:2 pobj:3  ROOT        det:7 dobj:5 punct:5
    """)
    assert concerned(doc, "signed") == []


def test_coordinated_verb() -> None:
    """A verb does not concern the parties of the next one."""
    doc = parsed("""
        Norland left/leave and  attacked/attack Sudria  .
        NNP/GPE VBD        CC   VBD             NNP/GPE .
        nsubj:2 ROOT       cc:2 conj:2          dobj:4  punct:2
    """)
    assert concerned(doc, "left") == []


# ------------------------------------------------------------------------------------------------ who is left out


def test_participant() -> None:
    """Who has a role, or is part of the words of one, is not named again."""
    doc = parsed("""
        Norland attacked/attack Sudrian soldiers/soldier .
        NNP/GPE VBD             JJ/NORP NNS              .
        nsubj:2 ROOT            amod:4  dobj:2           punct:2
    """)
    assert concerned(doc, "attacked") == []


def test_pronoun() -> None:
    """A pronoun is most often one of the participants."""
    doc = parsed("""
        Norland said/say it      attacked/attack Sudria  .
        NNP/GPE VBD      PRP     VBD             NNP/GPE .
        nsubj:2 ROOT     nsubj:4 ccomp:2         dobj:4  punct:2
    """)
    assert concerned(doc, "said") == ["Sudria"]


def test_room() -> None:
    """An event has three others at most, recipients and themes among them; the nearest come first."""
    doc = parsed("""
        Norland refused/refuse a     request from   Sudria  for    Estia   about  Arvenia .
        NNP/GPE VBD            DT    NN      IN     NNP/GPE IN     NNP/GPE IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2  prep:4 pobj:5  prep:4 pobj:7  prep:8 pobj:9  punct:2
    """)
    assert concerned(doc, "refused") == ["Sudria", "Estia"]


# ------------------------------------------------------------------------------------------------ places, partners


def test_place_where_nobody_receives() -> None:
    """What happens to nobody named concerns the place where it happens."""
    doc = parsed("""
        The   rebels/rebel attacked/attack in     Arvenia .
        DT    NNS          VBD             IN     NNP/GPE .
        det:2 nsubj:3      ROOT            prep:3 pobj:4  punct:3
    """)
    assert roles(doc, "attacked") == ["actor: The rebels", "place: Arvenia"]
    assert concerned(doc, "attacked") == ["Arvenia"]


def test_place_where_somebody_receives() -> None:
    """Beside a recipient, the place is the place only."""
    doc = parsed("""
        Norland attacked/attack the   rebels/rebel in     Arvenia .
        NNP/GPE VBD             DT    NNS          IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2       prep:2 pobj:5  punct:2
    """)
    assert concerned(doc, "attacked") == []


def test_partner() -> None:
    """Who acts with another is whom the other's act concerns."""
    doc = parsed("""
        Norland and  Sudria  met/meet .
        NNP/GPE CC   NNP/GPE VBD      .
        nsubj:4 cc:1 conj:1  ROOT     punct:4
    """)
    assert concerned(doc, "met") == ["Sudria"]


def test_joint() -> None:
    """So too where words say that it is done together."""
    doc = parsed("""
        Norland and  Sudria  signed/sign a     joint  plea   .
        NNP/GPE CC   NNP/GPE VBD         DT    JJ     NN     .
        nsubj:4 cc:1 conj:1  ROOT        det:7 amod:7 dobj:4 punct:4
    """)
    assert concerned(doc, "signed") == ["Sudria"]


def test_two_who_act_side_by_side() -> None:
    """Two who merely do the same have nothing to do with each other."""
    doc = parsed("""
        Norland and  Sudria  left/leave .
        NNP/GPE CC   NNP/GPE VBD        .
        nsubj:4 cc:1 conj:1  ROOT       punct:4
    """)
    assert concerned(doc, "left") == []


def test_names_before_one_noun() -> None:
    """Envoys of two sides who meet are two sides."""
    doc = parsed("""
        Norland    and  Sudria  envoys/envoy met/meet .
        NNP/GPE    CC   NNP/ORG NNS          VBD      .
        compound:4 cc:1 conj:1  nsubj:5      ROOT     punct:5
    """)
    assert concerned(doc, "met") == ["Sudria"]


def test_names_before_a_noun_that_acts_alone() -> None:
    """Envoys of two sides who leave do so side by side."""
    doc = parsed("""
        Norland    and  Sudria  envoys/envoy left/leave .
        NNP/GPE    CC   NNP/ORG NNS          VBD        .
        compound:4 cc:1 conj:1  nsubj:5      ROOT       punct:5
    """)
    assert concerned(doc, "left") == []
