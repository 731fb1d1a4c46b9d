"""What feelings, habits and calendars tell of what they are about, each beside its near miss."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as


@pytest.mark.parametrize(
    ("copula", "feeling", "expected"),
    [
        ("is/be    VBZ", "thrilled", "certain"),
        ("was/be   VBD", "happy", "certain"),
        ("is/be    VBZ", "happy", "unknown future"),
    ],
)
def test_felt(copula: str, feeling: str, expected: str) -> None:
    """Who is thrilled to do something does it; who is happy to may only be willing."""
    form, tag = copula.split()
    doc = parsed(f"""
        Ana        {form}  {feeling} to    lead    the   bank   .
        NNP/PERSON {tag}   JJ        TO    VB      DT    NN     .
        nsubj:2    ROOT    acomp:2   aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "lead") == expected


def test_felt_under_a_modal() -> None:
    """Who would be proud to do something has not done it."""
    doc = parsed("""
        Ana        would be   proud   to    lead    the   bank   .
        NNP/PERSON MD    VB   JJ      TO    VB      DT    NN     .
        nsubj:3    aux:3 ROOT acomp:3 aux:6 xcomp:4 det:8 dobj:6 punct:3
    """)
    assert read_as(doc, "lead") == "unknown future"


def test_honoured_to_have_done() -> None:
    """Who is honoured to have done something has done it."""
    doc = parsed("""
        Ana         is/be     honored/honor to    have  led/lead the   bank   .
        NNP/PERSON  VBZ       VBN           TO    VB    VBN      DT    NN     .
        nsubjpass:3 auxpass:3 ROOT          aux:6 aux:6 xcomp:3  det:8 dobj:6 punct:3
    """)
    assert read_as(doc, "led") == "certain"


@pytest.mark.parametrize(("adjective", "expected"), [("angry", "certain"), ("old", "unknown")])
def test_told_how(adjective: str, expected: str) -> None:
    """Who tells how angry somebody is says that he is; how old may be young."""
    doc = parsed(f"""
        Ana        told/tell us     how      {adjective} he      is/be   .
        NNP/PERSON VBD       PRP    WRB      JJ          PRP     VBZ     .
        nsubj:2    ROOT      dobj:2 advmod:5 acomp:7     nsubj:7 ccomp:2 punct:2
    """)
    assert read_as(doc, adjective) == expected


@pytest.mark.parametrize(("subject", "tag", "expected"), [("he", "PRP", "certain"), ("I", "PRP", "probable future")])
def test_would_say(subject: str, tag: str, expected: str) -> None:
    """Somebody is quoted for what he used to say; of himself he tells what he would say."""
    doc = parsed(f"""
        And  {subject} would say  ,       “       No      ”       .
        CC   {tag}     MD    VB   ,       ``      UH      ''      .
        cc:4 nsubj:4   aux:4 ROOT punct:4 punct:4 intj:4  punct:4 punct:4
    """)
    assert read_as(doc, "say") == expected


def test_would_beside_what_he_would_say() -> None:
    """What is joined to it is of the same time."""
    doc = parsed("""
        He      would stop and  he      would say    ,       “       No     ”       .
        PRP     MD    VB   CC   PRP     MD    VB     ,       ``      UH     ''      .
        nsubj:3 aux:3 ROOT cc:3 nsubj:7 aux:7 conj:3 punct:7 punct:7 intj:7 punct:7 punct:3
    """)
    assert read_as(doc, "stop") == "certain"


@pytest.mark.parametrize(("noun", "expected"), [("child", "certain"), ("judge", "probable future")])
def test_as_a_child(noun: str, expected: str) -> None:
    """What somebody would do as a child she did."""
    doc = parsed(f"""
        As     a     {noun} she     would sing songs/song .
        IN     DT    NN     PRP     MD    VB   NNS        .
        prep:6 det:3 pobj:1 nsubj:6 aux:6 ROOT dobj:6     punct:6
    """)
    assert read_as(doc, "sing") == expected


@pytest.mark.parametrize(("verb", "tag", "expected"), [("comes", "VBZ", "certain future"), ("came", "VBD", "certain")])
def test_before_a_debate(verb: str, tag: str, expected: str) -> None:
    """What comes before a debate now has it ahead; what came before it may be told when it is over."""
    doc = parsed(f"""
        The   leak    {verb}/come before her    debate .
        DT    NN      {tag}       IN     PRP$   NN     .
        det:2 nsubj:3 ROOT        prep:3 poss:6 pobj:4 punct:3
    """)
    assert read_as(doc, "debate") == expected


def test_a_day_before() -> None:
    """A day that is counted from is set."""
    doc = parsed("""
        The   leak    came/come a     day        before she     faces/face Bo         .
        DT    NN      VBD       DT    NN         IN     PRP     VBZ        NNP/PERSON .
        det:2 nsubj:3 ROOT      det:5 npadvmod:8 mark:8 nsubj:8 advcl:3    dobj:8     punct:3
    """)
    assert read_as(doc, "faces") == "certain future"


@pytest.mark.parametrize(("wish", "expected"), [("want", "certain"), ("win", "conditional unknown")])
def test_if_you_want(wish: str, expected: str) -> None:
    """What is offered is offered, whether the hearer wants it or not."""
    doc = parsed(f"""
        If     you     {wish}  a     loan   ,       the   bank    offers/offer them   .
        IN     PRP     VBP     DT    NN     ,       DT    NN      VBZ          PRP    .
        mark:3 nsubj:3 advcl:9 det:5 dobj:3 punct:9 det:8 nsubj:9 ROOT         dobj:9 punct:9
    """)
    assert read_as(doc, "offers") == expected


@pytest.mark.parametrize(("subject", "tag", "expected"), [("law", "NN", "unknown future"), ("men", "NNS", "certain")])
def test_made_to(subject: str, tag: str, expected: str) -> None:
    """What a law was made to do is what it is for; men who were made to do something did it."""
    doc = parsed(f"""
        The   {subject}   was/be    made/make to    help    .
        DT    {tag}       VBD       VBN       TO    VB      .
        det:2 nsubjpass:4 auxpass:4 ROOT      aux:6 xcomp:4 punct:4
    """)
    assert read_as(doc, "help") == expected


@pytest.mark.parametrize(("form", "tag", "expected"), [("helps", "VBZ", "unknown"), ("helped", "VBD", "certain")])
def test_not_explained_how(form: str, tag: str, expected: str) -> None:
    """Of what nobody explained a past event is taken for granted, and no effect."""
    doc = parsed(f"""
        Ana        has/have not   explained/explain how      it      {form}/help us     .
        NNP/PERSON VBZ      RB    VBN               WRB      PRP     {tag}       PRP    .
        nsubj:4    aux:4    neg:4 ROOT              advmod:7 nsubj:7 ccomp:4     dobj:7 punct:4
    """)
    assert read_as(doc, form) == expected


def test_cannot_let() -> None:
    """What somebody cannot let happen is to come."""
    doc = parsed("""
        We      can   not   let  Bo         win     .
        PRP     MD    RB    VB   NNP/PERSON VB      .
        nsubj:4 aux:4 neg:4 ROOT nsubj:6    ccomp:4 punct:4
    """)
    assert read_as(doc, "win") == "not unknown future"


def test_needs_others_to() -> None:
    """Who needs others to do something has a need, and nobody is asked."""
    doc = parsed("""
        Ana        needs/need voters/voter to    trust   her    .
        NNP/PERSON VBZ        NNS          TO    VB      PRP    .
        nsubj:2    ROOT       nsubj:5      aux:5 ccomp:2 dobj:5 punct:2
    """)
    assert read_as(doc, "trust") == "unknown future"


def test_was_going_to() -> None:
    """What was going to be was only meant."""
    doc = parsed("""
        Norland was/be going/go to    leave   .
        NNP/GPE VBD    VBG      TO    VB      .
        nsubj:3 aux:3  ROOT     aux:5 xcomp:3 punct:3
    """)
    assert read_as(doc, "leave") == "probable future"


def test_not_without() -> None:
    """Who cannot do something without help may do it with help."""
    doc = parsed("""
        Norland can   not   win  without help   .
        NNP/GPE MD    RB    VB   IN      NN     .
        nsubj:4 aux:4 neg:4 ROOT prep:4  pobj:5 punct:4
    """)
    assert read_as(doc, "win") == "not unknown"


@pytest.mark.parametrize(("helped", "expected"), [("had/have VBD", "not unknown"), ("have/have VBP", "not certain")])
def test_not_before(helped: str, expected: str) -> None:
    """What had not been done before something may have been done since."""
    form, tag = helped.split()
    doc = parsed(f"""
        They    {form} not   voted/vote before the   war    .
        PRP     {tag}  RB    VBN        IN     DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT       prep:4 det:7 pobj:5 punct:4
    """)
    assert read_as(doc, "voted") == expected


@pytest.mark.parametrize(("modal", "expected"), [("will", "certain future"), ("would", "certain")])
def test_will_be_there(modal: str, expected: str) -> None:
    """Who will speak at a debate has it ahead."""
    doc = parsed(f"""
        Ana        {modal} speak at     the   debate .
        NNP/PERSON MD      VB    IN     DT    NN     .
        nsubj:3    aux:3   ROOT  prep:3 det:6 pobj:4 punct:3
    """)
    assert read_as(doc, "debate") == expected


def test_debate_tomorrow() -> None:
    """A debate tomorrow is to come, whatever is told of it."""
    doc = parsed("""
        Ana        knows/know the   debate tomorrow .
        NNP/PERSON VBZ        DT    NN     NN       .
        nsubj:2    ROOT       det:4 dobj:2 npadvmod:2 punct:2
    """)
    assert read_as(doc, "debate") == "certain future"
