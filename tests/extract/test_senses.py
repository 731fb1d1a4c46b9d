"""Senses of verbs of conflict and help that have no type: accidents, sports, courts, fires, goods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.types import senses
from kg.extract.types.typed import Typed
from kg.model import RoleName
from tests.extract.conftest import LEXICON, parsed, token

WORDS = {
    "armed": {"gunman", "rebel"},
    "by nature or accident": {"crash", "fire", "flood", "hurricane"},
    "fire or fault": {"blaze", "fire"},
    "of arms": {"rebel"},
    "going wrong": {"collapse"},
    "harm by chance": {"injure", "kill"},
    "in traffic": {"car"},
    "parts of the body": {"knee"},
    "also by accident": {"injure"},
    "in sports": {"half", "league", "midfielder"},
    "also in sports": {"attack"},
    "courts": {"court"},
    "traders": {"firm"},
    "traded": {"supply"},
    "only of the armed": {"push out"},
    "moving troops": {"deploy"},
    "deployed troops": {"man"},
    "civil": {"cargo"},
    "intending": {"plan"},
    "done with a doer only": {"arm with"},
    "setting free": {"hospital"},
    "researchers": {"scientist"},
    "driving": {"driver"},
    "electioneering": {"campaign"},
    "fleeing": {"quake"},
    "protesting": {"march"},
    "compelling": {"order"},
}
KNOWN = replace(LEXICON, words={**LEXICON.words, **{name: frozenset(words) for name, words in WORDS.items()}})


def other(kind: str, name: str, verb: str, *glosses: str, doer: str = "", thing: str = "") -> bool:
    """Whether a verb with these parties has no type though its entry ``name`` has one, with a mode behind a hyphen."""
    doc = parsed(*glosses)
    parties = ((RoleName.ACTOR, doer), (RoleName.THEME, thing))
    found = [(role, token(doc, word)) for role, word in parties if word]
    found_type, _, mode = kind.partition("-")
    typed = Typed(type=found_type, mode=mode or None, name=name)
    return senses.is_other(typed, found, KNOWN, trigger=token(doc, verb))


def done(doer: str, verb: str, thing: str, *, before: str = "the") -> str:
    """A doer, a verb and a thing, the doer with a word before it: "the fire killed cows"."""
    return f"""
        {before} {doer}  {verb} {thing} .
        NN       NN      VBD    NNS     .
        compound:2 nsubj:3 ROOT dobj:3  punct:3
    """


@pytest.mark.parametrize(
    ("doer", "before", "expected"), [("flood", "the", True), ("gunman", "a", False), ("fire", "rebel", False)]
)
def test_nature_assaults_nobody(doer: str, before: str, *, expected: bool) -> None:
    """A flood that kills is no assault; a gunman's deed is one, and so is the fire of rebels."""
    gloss = done(doer, "killed/kill", "cows/cow", before=before)
    assert other("ASSAULT", "kill", "killed", gloss, doer=doer, thing="cows") is expected


def test_name_of_a_storm_is_nature() -> None:
    """What Hurricane Ada did is no assault."""
    gloss = """
        Hurricane  Ada     killed/kill cows/cow .
        NNP        NNP     VBD         NNS      .
        compound:2 nsubj:3 ROOT        dobj:3   punct:3
    """
    assert other("ASSAULT", "kill", "killed", gloss, doer="Ada", thing="cows")


@pytest.mark.parametrize("cause", ["crash", "raid", "car"])
def test_who_dies_in_an_accident_is_not_assaulted(cause: str) -> None:
    """Who was "killed in a crash" had no doer; who was "killed in a raid" had, and "in a car" tells where."""
    gloss = f"""
        Ten     were/be     killed/kill in     a     {cause} .
        CD      VBD         VBN         IN     DT    NN      .
        nsubjpass:3 auxpass:3 ROOT      prep:3 det:6 pobj:4  punct:3
    """
    assert other("ASSAULT", "kill", "killed", gloss, thing="Ten") is (cause == "crash")


def test_who_dies_when_something_collapses_is_not_assaulted() -> None:
    """Who was killed when cranes collapsed came to harm by accident."""
    gloss = """
        Ten         were/be   killed/kill when     cranes/crane collapsed/collapse .
        CD          VBD       VBN         WRB      NNS          VBD                .
        nsubjpass:3 auxpass:3 ROOT        advmod:6 nsubj:6      advcl:3            punct:3
    """
    assert other("ASSAULT", "kill", "killed", gloss, thing="Ten")


@pytest.mark.parametrize(("thing", "expected"), [("blaze", True), ("camp", False)])
def test_fire_is_fought_not_assaulted(thing: str, *, expected: bool) -> None:
    """Crews that attack a blaze assault nobody."""
    gloss = done("crews", "attacked/attack", thing)
    assert other("ASSAULT", "attack", "attacked", gloss, doer="crews", thing=thing) is expected


def test_what_burned_down_is_not_who_destroyed() -> None:
    """A clinic that burned down did so to itself: nobody is told to have burned it."""
    gloss = """
        The   clinic  burned/burn down  .
        DT    NN      VBD         RP    .
        det:2 nsubj:3 ROOT        prt:3 punct:3
    """
    assert other("ASSAULT-destroy", "burn down", "burned", gloss, doer="clinic")


def test_own_knee_is_not_assaulted() -> None:
    """Who injured his knee injured nobody."""
    gloss = """
        Orr        injured/injure his    knee   .
        NNP/PERSON VBD            PRP$   NN     .
        nsubj:2    ROOT           poss:4 dobj:2 punct:2
    """
    assert other("ASSAULT", "injure", "injured", gloss, doer="Orr", thing="knee")


@pytest.mark.parametrize(("doer", "expected"), [("midfielder", True), ("rebel", False)])
def test_attack_in_a_match_is_none(doer: str, *, expected: bool) -> None:
    """Two words of sports in a sentence make the attack one on a goal, unless who attacks bears arms."""
    gloss = f"""
        A     league     {doer}  attacked/attack often    in     the   half   .
        DT    NN         NN      VBD             RB       IN     DT    NN     .
        det:3 compound:3 nsubj:4 ROOT            advmod:4 prep:4 det:8 pobj:6 punct:4
    """
    assert other("ASSAULT", "attack", "attacked", gloss, doer=doer) is expected


@pytest.mark.parametrize(
    ("kind", "name", "doer", "expected"),
    [
        ("AID", "award ~ $", "court", True),
        ("AID", "award ~ $", "state", False),
        ("AID", "supply", "firm", True),
        ("AID", "supply", "state", False),
        ("RETREAT-release", "release ~ @party", "hospital", True),
        ("RETREAT-release", "release ~ @party", "rebel", False),
        ("ACCUSE-investigate", "investigate", "scientist", True),
        ("ACCUSE-investigate", "investigate", "minister", False),
        ("ASSAULT", "push out", "mother", True),
        ("ASSAULT", "push out", "rebel", False),
        ("THREATEN", "threaten", "drought", True),
        ("THREATEN", "threaten", "minister", False),
    ],
)
def test_type_asks_for_its_doer(kind: str, name: str, doer: str, *, expected: bool) -> None:
    """Courts and firms give no aid, hospitals free nobody, scientists accuse nobody, mothers drive nobody out."""
    assert other(kind, name, "did", done(doer, "did/do", "things/thing"), doer=doer, thing="things") is expected


@pytest.mark.parametrize(("thing", "before", "expected"), [("men/man", "a", False), ("planes/plane", "a", True)])
def test_only_forces_are_mobilised(thing: str, before: str, *, expected: bool) -> None:
    """Who deploys planes may be an airline."""
    gloss = done("state", "deployed/deploy", thing, before=before)
    assert other("MOBILIZE-troops", "deploy", "deployed", gloss, thing=thing.partition("/")[0]) is expected


def test_cargo_plane_is_no_force() -> None:
    """A cargo plane that strays threatens nobody."""
    gloss = done("plane", "violated/violate", "skies/sky", before="cargo")
    assert other("MOBILIZE", "violate ~ airspace", "violated", gloss, doer="plane")


def test_one_who_plans_a_murder_threatens_nobody() -> None:
    """A plan that one person by name has is no threat; that of rebels may be one."""
    gloss = """
        Orr        planned/plan murders/murder .
        NNP/PERSON VBD          NNS            .
        nsubj:2    ROOT         dobj:2         punct:2
    """
    assert other("THREATEN", "plan + murder: THREATEN", "planned", gloss, doer="Orr", thing="murders")
    gloss = done("rebel", "planned/plan", "murders/murder")
    assert not other("THREATEN", "plan + murder: THREATEN", "planned", gloss, doer="rebel", thing="murders")


def test_men_armed_with_clubs_got_no_aid() -> None:
    """Men armed with clubs tell of nobody who armed them."""
    gloss = """
        Men/man armed/arm with   clubs/club fled/flee .
        NNS     VBN       IN     NNS        VBD       .
        nsubj:5 acl:1     prep:2 pobj:3     ROOT      punct:5
    """
    assert other("AID", "arm with", "armed", gloss, thing="Men")


def test_driver_who_kills() -> None:
    """A driver who kills somebody assaults nobody, unless he shoots him."""
    assert other("ASSAULT", "kill", "killed", done("driver", "killed/kill", "women/woman"), doer="driver")
    assert not other("ASSAULT", "shoot", "shot", done("driver", "shot/shoot", "women/woman"), doer="driver")


@pytest.mark.parametrize(("kind", "expected"), [("campaign", True), ("union", False)])
def test_rally_of_a_campaign(kind: str, expected: bool) -> None:  # noqa: FBT001
    """Who holds a rally of his campaign protests against nothing."""
    gloss = f"""
        Bell    held/hold a     {kind}     rally  .
        NNP     VBD       DT    NN         NN     .
        nsubj:2 ROOT      det:5 compound:5 dobj:2 punct:2
    """
    assert other("PROTEST-demo", "hold ~ rally", "held", gloss, doer="Bell") is expected


@pytest.mark.parametrize(("cause", "expected"), [("quake", True), ("vote", False), ("march", False)])
def test_people_in_the_streets(cause: str, expected: bool) -> None:  # noqa: FBT001
    """Who pours into the streets after a quake flees."""
    gloss = f"""
        Miners/miner poured/pour into   streets/street after  a     {cause} .
        NNS          VBD         IN     NNS            IN     DT    NN      .
        nsubj:2      ROOT        prep:2 pobj:3         prep:2 det:7 pobj:5  punct:2
    """
    assert other("PROTEST-demo", "pour", "poured", gloss, doer="Miners") is expected


@pytest.mark.parametrize(
    ("aim", "expected"), [("congratulate/congratulate", True), ("discuss/discuss", True), ("resign/resign", False)]
)
def test_who_calls_on_somebody_to_see_him(aim: str, expected: bool) -> None:  # noqa: FBT001
    """Who calls on one man to congratulate him asks nothing of him."""
    gloss = f"""
        Miners/miner called/call on     Bell       to    {aim}   it     .
        NNS          VBD         IN     NNP/PERSON TO    VB      PRP    .
        nsubj:2      ROOT        prep:2 pobj:3     aux:6 xcomp:2 dobj:6 punct:2
    """
    assert other("REQUEST", "call on", "called", gloss, doer="Miners", thing="Bell") is expected
