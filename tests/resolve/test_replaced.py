"""Entities that a judgement makes one: every mention of any leads to the one that stays."""

from __future__ import annotations

from msgspec.structs import replace

from kg.model import (
    Claim,
    Entity,
    EventReading,
    Judgement,
    Membership,
    MentionRef,
    Participant,
    Resolution,
    RoleName,
    Span,
    Verdict,
)
from kg.ontology import KnowledgeBase
from kg.ontology.actors import Actor
from kg.resolve import Replaced, in_knowledge, judged, led, replaced

NORLAND = Actor(id="state:nd", type="State", name="Norland")
KNOWLEDGE = KnowledgeBase(actors={NORLAND.id: NORLAND}, names={}, metonyms={}, demonyms={})


def ref(start: int, document: str = "d1") -> MentionRef:
    """A mention of four characters."""
    return MentionRef(document=document, span=Span(start, start + 4))


DAHL = Entity(id="mira-dahl", label="Mira Dahl", type="Person", mentions=(ref(0),), links=("own name",))
DAHLE = Entity(
    id="m-dahle", label="M. Dahle", type="Person", mentions=(ref(20), ref(40)), links=("own name", "pronoun")
)
BOARD = Entity(id="board", label="Board", type="Organization", mentions=(ref(60),), links=("own name",))
NAMED = Entity(id="norland", label="NORLAND", type="Place", mentions=(ref(80),), links=("own name",))
PAID = EventReading(
    mention=ref(10),
    action="pay",
    type=None,
    mode=None,
    participants=(
        Participant(role=RoleName.ACTOR, mention=ref(0), words="Mira Dahl", entity="mira-dahl"),
        Participant(role=RoleName.THEME, mention=ref(20), words="it", about=("board", "m-dahle", "mira-dahl")),
    ),
    reciprocal=False,
    time=None,
    published=None,
)
DOCUMENT = Resolution(
    document="d1",
    links=((Span(0, 4), "mira-dahl", "own name"), (Span(60, 64), "board", "own name")),
    entities=(BOARD, DAHLE, DAHL, NAMED),
    readings=(PAID,),
    claims=(Claim(mention=ref(10), authority="mira-dahl", on_behalf_of="board"),),
    memberships=(Membership(person="mira-dahl", role="chair", body="board", mention=ref(30)),),
)


def one(*pairs: tuple[str, str]) -> Replaced:
    """The entities that lose their place where these pairs are one."""
    said = [Judgement(left=a, right=b, verdict=Verdict.POSITIVE) for a, b in pairs]
    return replaced([DOCUMENT], judged(said), KNOWLEDGE)


def test_no_judgement() -> None:
    """Without judgements a document stays as it is."""
    assert led(DOCUMENT, one()) is DOCUMENT


def test_negative_joins_nothing() -> None:
    """A negative judgement replaces no entity."""
    said = Judgement(left="mira-dahl", right="m-dahle", verdict=Verdict.NEGATIVE)
    assert replaced([DOCUMENT], judged([said]), KNOWLEDGE).by == {}


def test_mentions_come_together() -> None:
    """The entity that stays has the mentions of both, its own label, and the sieves that led to each."""
    found = {entity.id: entity for entity in led(DOCUMENT, one(("mira-dahl", "m-dahle"))).entities}
    assert sorted(found) == ["board", "m-dahle", "norland"]
    assert found["m-dahle"].mentions == (ref(0), ref(20), ref(40))
    assert found["m-dahle"].links == ("own name, then by judgement", "own name", "pronoun")
    assert found["m-dahle"].label == "M. Dahle"
    assert found["board"] is BOARD


def test_knowledge_base_stays() -> None:
    """With an entity of the knowledge base, its id, label and type stay, though no text names it."""
    to = one(("norland", "state-nd"))
    (found,) = (entity for entity in led(DOCUMENT, to).entities if entity.id == "state:nd")
    assert to.by == {"norland": "state:nd"}
    assert (found.label, found.type, found.known, found.mentions) == ("Norland", "State", True, (ref(80),))


def test_names_of_what_lost_its_place() -> None:
    """The labels of those that lost their place are kept by their ids."""
    assert one(("mira-dahl", "m-dahle"), ("norland", "state-nd")).names == {
        "mira-dahl": "Mira Dahl",
        "norland": "NORLAND",
    }


def test_group_with_a_colon() -> None:
    """An id with a colon that is not of the knowledge base is found by its local name, be it only in a link."""
    linked = replace(DOCUMENT, links=((Span(0, 4), "pop:norland-miners", "demonym and noun"),))
    said = Judgement(left="pop-norland-miners", right="miners", verdict=Verdict.POSITIVE)
    assert replaced([linked], judged([said]), KNOWLEDGE).by == {"pop:norland-miners": "miners"}


def test_everything_that_names_it() -> None:
    """Links, participants, topics, claims and memberships lead to the one that stays."""
    found = led(DOCUMENT, one(("mira-dahl", "m-dahle")))
    assert found.links[0] == (Span(0, 4), "m-dahle", "own name, then by judgement")
    assert found.readings[0].participants[0].entity == "m-dahle"
    assert found.readings[0].participants[1].about == ("board", "m-dahle")
    assert (found.claims[0].authority, found.claims[0].on_behalf_of) == ("m-dahle", "board")
    assert (found.memberships[0].person, found.memberships[0].body) == ("m-dahle", "board")


def test_bodies() -> None:
    """The body that somebody speaks for, and that of an office, too."""
    found = led(DOCUMENT, one(("board", "aa-board"), ("aa-board", "norland")))
    assert found.claims[0].on_behalf_of == found.memberships[0].body == "aa-board"


def test_label_of_the_earliest() -> None:
    """Where no text names the one that stays, it has the label of the smallest that lost its place."""
    found = {entity.id: entity for entity in led(DOCUMENT, one(("board", "aa-board"))).entities}
    assert found["aa-board"].label == "Board"


def test_in_knowledge() -> None:
    """A local name leads to the id of the knowledge base whose colon became a hyphen."""
    assert in_knowledge("state-nd", KNOWLEDGE) == "state:nd"
    assert in_knowledge("state-nd-bank", KNOWLEDGE) is None
