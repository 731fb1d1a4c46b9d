"""What a verb is empty without: the phrase that tells where, how or with what, and who does an infinitive."""

from __future__ import annotations

import pytest

from tests.extract.conftest import events_of_the_package, parsed, token
from tests.extract.test_complements import told


def test_plea() -> None:
    """How somebody pleads belongs to the action, and what he pleads to is told behind a day too."""
    doc = parsed("""
        Dahl       pleaded/plead not   guilty  on     Monday   to     theft   .
        NNP/PERSON VBD           RB    JJ      IN     NNP/DATE IN     NN      .
        nsubj:2    ROOT          neg:4 acomp:2 prep:2 pobj:5   prep:2 pobj:7  punct:2
    """)
    assert told(doc, "pleaded") == ["actor: Dahl", "time: Monday", "theme: theft"]
    assert "plead not guilty" in {each.action for each in events_of_the_package(doc)}


def test_phrase_of_an_adverb() -> None:
    """Where somebody lives is told with its preposition."""
    doc = parsed("""
        Miners  live close    to     the   river  .
        NNS     VBP  RB       IN     DT    NN     .
        nsubj:2 ROOT advmod:2 prep:3 det:6 pobj:4 punct:2
    """)
    assert told(doc, "live") == ["actor: Miners", "theme: close to the river"]


def test_phrase_of_a_preposition() -> None:
    """Where somebody stays is no one that it is done to."""
    doc = parsed("""
        Police  stayed/stay on     the   streets .
        NNS     VBD         IN     DT    NNS     .
        nsubj:2 ROOT        prep:2 det:5 pobj:3  punct:2
    """)
    assert told(doc, "stayed") == ["actor: Police", "theme: on the streets"]


def test_side() -> None:
    """Who fights on a side fights for it."""
    doc = parsed("""
        The   rebels  fought/fight on     the   Norland    side   .
        DT    NNS     VBD          IN     DT    NNP/GPE    NN     .
        det:2 nsubj:3 ROOT         prep:3 det:7 compound:7 pobj:4 punct:3
    """)
    assert told(doc, "fought") == ["actor: The rebels", "theme: on the Norland side"]


def test_extent() -> None:
    """By how much time something is extended is not when."""
    doc = parsed("""
        The   council extended/extend the   mandate by     six      months/month   .
        DT    NN      VBD             DT    NN      IN     CD/DATE  NNS/DATE .
        det:2 nsubj:3 ROOT            det:5 dobj:3  prep:3 nummod:8 pobj:6   punct:3
    """)
    assert told(doc, "extended") == ["actor: The council", "theme: the mandate"]


def test_stretch_that_is_filled() -> None:
    """What a town reels from is what filled the days."""
    doc = parsed("""
        The   town    reeled/reel from   four     days/day     of     riots  .
        DT    NN      VBD         IN     CD/DATE  NNS/DATE IN     NNS    .
        det:2 nsubj:3 ROOT        prep:3 nummod:6 pobj:4   prep:6 pobj:7 punct:3
    """)
    assert told(doc, "reeled") == ["actor: The town", "theme: four days of riots"]


def test_time_of_a_filled_stretch() -> None:
    """A time is told with what filled it, without the clause behind."""
    doc = parsed("""
        They    left/leave after  weeks/week    of     talks  that    failed/fail .
        PRP     VBD        IN     NNS/DATE IN     NNS    WDT     VBD         .
        nsubj:2 ROOT       prep:2 pobj:3   prep:4 pobj:5 nsubj:8 relcl:6     punct:2
    """)
    assert told(doc, "left") == ["actor: They", "time: after weeks of talks"]


@pytest.mark.parametrize(
    ("limit", "thing", "label"), [("a", "row", ""), ("two", "weeks/week", "/DATE"), ("its", "history", "")]
)
def test_what_a_rank_holds_for(limit: str, thing: str, label: str) -> None:
    """A rank is told with what it holds for, which is no time of the event."""
    dep = {"a": "DT", "two": "CD", "its": "PRP$"}[limit]
    doc = parsed(f"""
        The   Hawks    lost/lose their  worst/bad game   in     {limit} {thing} .
        DT    NNPS/ORG VBD       PRP$   JJS       NN     IN     {dep}{label} NN{label} .
        det:2 nsubj:3  ROOT      poss:6 amod:6    dobj:3 prep:3 {"nummod" if limit == "two" else "det"}:9 pobj:7 punct:3
    """)
    assert told(doc, "lost") == ["actor: The Hawks", f"theme: their worst game in {limit} {thing.partition('/')[0]}"]


def test_what_something_is_left_without() -> None:
    """Who is left without something is not simply left."""
    doc = parsed("""
        The   fire    left/leave families without homes  .
        DT    NN      VBD        NNS      IN      NNS    .
        det:2 nsubj:3 ROOT       dobj:3   prep:3  pobj:5 punct:3
    """)
    assert told(doc, "left") == ["actor: The fire", "theme: families without homes"]


def test_how_something_leaves() -> None:
    """A deed that is not done is nothing that a place is left without."""
    doc = parsed("""
        The   boat    left/leave port   without inspection .
        DT    NN      VBD        NN     IN      NN         .
        det:2 nsubj:3 ROOT       dobj:3 prep:3  pobj:5     punct:3
    """)
    assert told(doc, "left") == ["actor: The boat", "theme: port"]


def test_what_is_inquired_into() -> None:
    """What an inquiry goes into is its theme, though a verb launches it."""
    doc = parsed("""
        Norland launched/launch an    inquiry into   bribes .
        NNP/GPE VBD             DT    NN      IN     NNS    .
        nsubj:2 ROOT            det:4 dobj:2  prep:4 pobj:5 punct:2
    """)
    assert told(doc, "launched") == ["actor: Norland", "theme: bribes"]


@pytest.mark.parametrize(("verb", "doer"), [("protest", "Norland"), ("testify", "Dahl")])
def test_who_summons_and_who_speaks(verb: str, doer: str) -> None:
    """Who summons somebody to protest does so himself; to testify, the other does."""
    doc = parsed(f"""
        Norland summoned/summon Dahl       to    {verb}  .
        NNP/GPE VBD             NNP/PERSON TO    VB      .
        nsubj:2 ROOT            dobj:2     aux:5 xcomp:2 punct:2
    """)
    assert f"actor: {doer}" in told(doc, verb)


def test_who_is_invited_acts() -> None:
    """Whom an invitation goes to does what it says."""
    doc = parsed("""
        Bell       's     invitation to     Dahl       to    resign angered/anger them   .
        NNP/PERSON POS    NN         IN     NNP/PERSON TO    VB     VBD           PRP    .
        poss:3     case:1 nsubj:8    prep:3 pobj:4     aux:7 acl:3  ROOT          dobj:8 punct:8
    """)
    assert told(doc, "resign") == ["actor: Dahl"]


@pytest.mark.parametrize(("verb", "doer"), [("resign", "Dahl"), ("speak", "Bell")])
def test_who_asks_and_who_acts(verb: str, doer: str) -> None:
    """Who refuses a request would do what it says; to speak is what somebody asks leave for."""
    doc = parsed(f"""
        Dahl       refused/refuse a     request from   Bell       to    {verb} .
        NNP/PERSON VBD            DT    NN      IN     NNP/PERSON TO    VB     .
        nsubj:2    ROOT           det:4 dobj:2  prep:4 pobj:5     aux:8 acl:4  punct:2
    """)
    assert told(doc, verb) == [f"actor: {doer}"]


def test_call_of_somebody_else() -> None:
    """Who issues a call to boycott does not tell who boycotts."""
    doc = parsed("""
        Dahl       issued/issue a     call   to    boycott Norland .
        NNP/PERSON VBD          DT    NN     TO    VB      NNP/GPE .
        nsubj:2    ROOT         det:4 dobj:2 aux:6 acl:4   dobj:6  punct:2
    """)
    assert "actor: Dahl" not in told(doc, "boycott")


def test_object_behind_an_adjective() -> None:
    """What is made public stands behind the adjective."""
    doc = parsed("""
        The   firm    made/make public  the   names   .
        DT    NN      VBD       JJ      DT    NNS     .
        det:2 nsubj:3 ROOT      ccomp:3 det:6 nsubj:4 punct:3
    """)
    assert told(doc, "made") == ["actor: The firm", "theme: the names"]


def test_predicate_before_an_object() -> None:
    """What a claim is dismissed as is no theme before the claim."""
    doc = parsed("""
        The   minister dismissed/dismiss as     nonsense a     claim  .
        DT    NN       VBD               IN     NN       DT    NN     .
        det:2 nsubj:3  ROOT              prep:3 pobj:4   det:7 dobj:3 punct:3
    """)
    assert told(doc, "dismissed") == ["actor: The minister", "theme: a claim"]


def test_phrase_of_a_quality() -> None:
    """What somebody is held liable for is told."""
    doc = parsed("""
        The   court   held/hold Dahl       liable for    losses .
        DT    NN      VBD       NNP/PERSON JJ     IN     NNS    .
        det:2 nsubj:3 ROOT      dobj:3     oprd:3 prep:5 pobj:6 punct:3
    """)
    assert told(doc, "held") == ["actor: The court", "recipient: Dahl", "theme: losses"]


def test_name_of_an_occasion() -> None:
    """The name before an event is nobody who acts."""
    doc = parsed("""
        They    spoke/speak at     an    Arvik      Trust      event  .
        PRP     VBD         IN     DT    NNP/ORG    NNP/ORG    NN     .
        nsubj:2 ROOT        prep:2 det:7 compound:6 compound:7 pobj:3 punct:2
    """)
    assert [role.name.value for each in events_of_the_package(doc) for role in each.roles] == ["actor"]


def test_war_game() -> None:
    """A war game is an exercise and no game."""
    doc = parsed("""
        The   army    played/play war        games/game  .
        DT    NN      VBD         NN         NNS    .
        det:2 nsubj:3 ROOT        compound:5 dobj:3 punct:3
    """)
    assert {each.action for each in events_of_the_package(doc)} == {"play", "exercise"}


def test_too() -> None:
    """What somebody is too frightened to do is told with "too"."""
    doc = parsed("""
        The   witness was/be too      frightened to    speak   .
        DT    NN      VBD    RB       JJ         TO    VB      .
        det:2 nsubj:3 ROOT   advmod:5 acomp:3    aux:7 xcomp:5 punct:3
    """)
    assert told(doc, "frightened") == ["actor: The witness", "theme: too frightened to speak"]
    assert [e.polarity.value for e in events_of_the_package(doc) if e.action == "speak"] == ["negative"]


def test_aim_behind_an_adverb() -> None:
    """What somebody moves to do stands behind an adverb too."""
    doc = parsed("""
        The   army    moved/move swiftly  to    seize   it     .
        DT    NN      VBD        RB       TO    VB      PRP    .
        det:2 nsubj:3 ROOT       advmod:3 aux:6 advcl:3 dobj:6 punct:3
    """)
    assert told(doc, "moved") == ["actor: The army", "theme: to seize it"]


def test_number_that_is_meant() -> None:
    """The number of people is a number, and not they."""
    doc = parsed("""
        The   UN      put    the   number of     dead   at     300    .
        DT    NNP/ORG VBD    DT    NN     IN     JJ     IN     CD     .
        det:2 nsubj:3 ROOT   det:5 dobj:3 prep:5 pobj:6 prep:3 pobj:8 punct:3
    """)
    assert told(doc, "put") == ["actor: The UN", "theme: the number of dead at 300"]


def test_verb_with_its_preposition() -> None:
    """Whom a king swears in he does not swear in."""
    doc = parsed("""
        The   king    swore/swear in     a     cabinet .
        DT    NN      VBD         IN     DT    NN      .
        det:2 nsubj:3 ROOT        prep:3 det:6 pobj:4  punct:3
    """)
    assert told(doc, "swore") == ["actor: The king", "recipient: a cabinet"]
    assert token(doc, "swore").idx in {e.span.start for e in events_of_the_package(doc) if e.action == "swear in"}


def test_where_somebody_finds_himself() -> None:
    """Who finds himself at odds with others is told with them."""
    doc = parsed("""
        Dahl       found/find himself at     odds/odd with   Bell       .
        NNP/PERSON VBD        PRP     IN     NNS      IN     NNP/PERSON .
        nsubj:2    ROOT       dobj:2  prep:2 pobj:4   prep:5 pobj:6     punct:2
    """)
    assert told(doc, "found") == ["actor: Dahl", "theme: himself at odds with Bell"]


def test_streets_of_a_town() -> None:
    """The land whose streets somebody takes to is where he does so."""
    doc = parsed("""
        Miners  took/take to     the   streets/street of     Norland .
        NNS     VBD       IN     DT    NNS            IN     NNP/GPE .
        nsubj:2 ROOT      prep:2 det:5 pobj:3         prep:5 pobj:6  punct:2
    """)
    assert told(doc, "took") == ["actor: Miners", "place: Norland"]


def test_place_of_a_march() -> None:
    """A town that somebody marches through is where he does."""
    doc = parsed("""
        Miners  marched/march through Norland .
        NNS     VBD           IN      NNP/GPE .
        nsubj:2 ROOT          prep:2  pobj:3  punct:2
    """)
    assert told(doc, "marched") == ["actor: Miners", "place: Norland"]


def test_phrase_that_is_told_already() -> None:
    """What belongs to a predicate of several words is not told again."""
    doc = parsed("""
        They    stopped/stop at     nothing .
        PRP     VBD          IN     NN      .
        nsubj:2 ROOT         prep:2 pobj:3  punct:2
    """)
    assert told(doc, "stopped") == ["actor: They"]


@pytest.mark.parametrize(("word", "label", "undecided"), [("to", "advcl:4", True), ("in", "pobj:6", False)])
def test_use_that_is_denied(word: str, label: str, *, undecided: bool) -> None:
    """Who does not use something to one end may use it to another."""
    own = ("TO", "aux:7", "VB") if word == "to" else ("IN", "prep:4", "NNS")
    doc = parsed(f"""
        Dahl       did/do not   use  it     {word}   buy     .
        NNP/PERSON VBD    RB    VB   PRP    {own[0]} {own[2]} .
        nsubj:4    aux:4  neg:4 ROOT dobj:4 {own[1]} {label} punct:4
    """)
    assert [each.undecided for each in events_of_the_package(doc) if each.action == "use"] == [undecided]


def test_side_of_an_object() -> None:
    """Who stands on a side is not angered about it."""
    doc = parsed("""
        It      angered/anger some   on     the   side   .
        PRP     VBD           DT     IN     DT    NN     .
        nsubj:2 ROOT          dobj:2 prep:2 det:6 pobj:4 punct:2
    """)
    assert not [each for each in told(doc, "angered") if "side" in each]
