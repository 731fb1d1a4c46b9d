"""Which part somebody or something plays, where the words of the ontology and the form of the phrase decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.entities import entities
from kg.extract.events import events
from kg.extract.repairs import repair
from kg.extract.triggers import triggers
from tests.extract.conftest import parsed, token, words_of_the_package

if TYPE_CHECKING:
    from kg.model import EventMention


def read(gloss: str, word: str) -> tuple[EventMention, str]:
    """The event at ``word`` by the words of ``ontology/``, with its text."""
    doc, lexicon = parsed(gloss), words_of_the_package()
    repair(doc, lexicon)
    trigger = token(doc, word)
    found = events(doc, entities(doc, lexicon), triggers(doc, lexicon), lexicon, published=None)
    return next(each for each in found if each.span.start == trigger.idx), doc.text


def parts(gloss: str, word: str) -> list[str]:
    """The roles of the event at ``word``, in the order of the text."""
    event, text = read(gloss, word)
    return [f"{role.name.value}: {role.span.of(text)}" for role in event.roles]


OBJECT = """
    Norland {}   Bell       .
    NNP/GPE VBZ  NNP/PERSON .
    nsubj:2 ROOT dobj:2     punct:2
"""


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("wants/want", "theme: Bell"),
        ("uses/use", "theme: Bell"),
        ("fines/fine", "recipient: Bell"),
    ],
)
def test_object_to_which_nothing_is_done(verb: str, expected: str) -> None:
    """Nothing is done to what is wanted or used."""
    assert parts(OBJECT.format(verb), verb.partition("/")[0])[1] == expected


def test_object_that_is_asked() -> None:
    """Who is required to do something is asked."""
    gloss = """
        Norland requires/require Bell       to    leave   .
        NNP/GPE VBZ              NNP/PERSON TO    VB      .
        nsubj:2 ROOT             dobj:2     aux:5 xcomp:2 punct:2
    """
    assert parts(gloss, "requires")[1] == "recipient: Bell"


JOINED = """
    Norland persuaded/persuade unions/union and  {}     .
    NNP/GPE VBD                NNS          CC   NNS    .
    nsubj:2 ROOT               dobj:2       cc:3 conj:3 punct:2
"""


def test_thing_joined_to_a_party() -> None:
    """What is done to a party is done to what stands beside it."""
    assert parts(JOINED.format("mills/mill"), "persuaded")[1:] == ["recipient: unions", "recipient: mills"]


def test_thing_behind_a_party_and_a_preposition() -> None:
    """What is no party beside one after a preposition stands beside the event: "an attack on envoys and hunger"."""
    gloss = """
        Attacks/attack on     envoys/envoy and  hunger followed/follow .
        NNS            IN     NNS          CC   NN     VBD             .
        nsubj:6        prep:1 pobj:2       cc:3 conj:3 ROOT            punct:6
    """
    assert parts(gloss, "Attacks") == ["recipient: envoys"]


def test_partitive_of_several() -> None:
    """Of a group of two sorts both do it."""
    gloss = """
        A     group   of     envoys/envoy and  rebels/rebel left/leave .
        DT    NN      IN     NNS          CC   NNS          VBD        .
        det:2 nsubj:7 prep:2 pobj:3       cc:4 conj:4       ROOT       punct:7
    """
    assert parts(gloss, "left") == ["actor: envoys", "actor: rebels"]


BEHIND = """
    Norland {}   Bell       {}     {}     Cole       .
    NNP/GPE VBD  NNP/PERSON {}     {}     NNP/PERSON .
    nsubj:2 ROOT dobj:2     {}     prep:2 pobj:5     punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("backed/back", 2), ("fined/fine", 3)])
def test_rejected_alternative(verb: str, expected: int) -> None:
    """Whom somebody is preferred over has no part."""
    gloss = BEHIND.format(verb, "again", "over", "RB", "IN", "advmod:2")
    assert len(parts(gloss, verb.partition("/")[0])) == expected


NAMED = """
    Norland {}   it     {}     to     Cole       .
    NNP/GPE VBD  PRP    NN     IN     NNP/PERSON .
    nsubj:2 ROOT dobj:2 {}     prep:2 pobj:5     punct:2
"""


@pytest.mark.parametrize(("verb", "label", "expected"), [("called/call", "oprd:2", 0), ("gave/give", "npadvmod:2", 1)])
def test_words_behind_a_name_that_is_given(verb: str, label: str, expected: int) -> None:
    """What stands behind what something is called belongs to that: "called it a signal to Cole"."""
    found = parts(NAMED.format(verb, "signal", label), verb.partition("/")[0])
    assert found.count("recipient: Cole") == expected


INTO = """
    Norland sent/send books/book into   {}     .
    NNP/GPE VBD       NNS        IN     {}     .
    nsubj:2 ROOT      dobj:2     prep:2 pobj:4 punct:2
"""


@pytest.mark.parametrize(
    ("place", "tag", "expected"), [("Sudria", "NNP/GPE", ["place: Sudria"]), ("rooms/room", "NNS", [])]
)
def test_where_something_is_sent(place: str, tag: str, expected: list[str]) -> None:
    """Where something is sent into is no theme."""
    assert parts(INTO.format(place, tag), "sent")[2:] == expected


GONE = """
    Bell       went/go to     {}     .
    NNP/PERSON VBD     IN     {}     .
    nsubj:2    ROOT    prep:2 pobj:3 punct:2
"""


@pytest.mark.parametrize(
    ("place", "tag", "expected"), [("school", "NN", True), ("them/they", "PRP", False), ("talks", "NNS", False)]
)
def test_where_one_can_go(place: str, tag: str, *, expected: bool) -> None:
    """One goes to a school; a pronoun and an event are no places."""
    found = parts(GONE.format(place, tag), "went")
    assert any(each.startswith("place") for each in found) is expected


GIVEN = """
    Bell       cited/cite his    {}     from   {}     .
    NNP/PERSON VBD        PRP$   NNS    IN     NNS    .
    nsubj:2    ROOT       poss:4 dobj:2 prep:4 pobj:5 punct:2
"""


def test_who_has_it_from_others() -> None:
    """Whose endorsements come from others is endorsed."""
    assert parts(GIVEN.format("endorsements/endorsement", "unions/union"), "endorsements") == [
        "recipient: his",
        "actor: unions",
    ]


OF = """
    Bell       {}     by     the   endorsement of     Cole       .
    NNP/PERSON VBD    IN     DT    NN          IN     NNP/PERSON .
    nsubj:2    ROOT   agent:2 det:5 pobj:3     prep:5 pobj:6     punct:2
"""


@pytest.mark.parametrize(
    ("verb", "expected"), [("honoured/honour", "actor: Cole"), ("surprised/surprise", "recipient: Cole")]
)
def test_what_moves_somebody(verb: str, expected: str) -> None:
    """Who is honoured by an endorsement has it from those after "of"."""
    assert parts(OF.format(verb), "endorsement") == [expected]


def test_what_is_left() -> None:
    """Who leaves a union is not left by it."""
    gloss = """
        Norland 's     exit    from   Sudria  hurt us     .
        NNP/GPE POS    NN      IN     NNP/GPE VBD  PRP    .
        poss:3  case:1 nsubj:6 prep:3 pobj:4  ROOT dobj:6 punct:6
    """
    assert parts(gloss, "exit") == ["actor: Norland", "theme: Sudria"]


NOUN = """
    Norland 's     {}      of     {}     hurt us     .
    NNP/GPE POS    NN      IN     {}     VBD  PRP    .
    poss:3  case:1 nsubj:6 prep:3 pobj:4 ROOT dobj:6 punct:6
"""


def test_what_a_charge_is_of() -> None:
    """What somebody is charged with is done to by nobody."""
    assert parts(NOUN.format("accusation", "rebels/rebel", "NNS"), "accusation")[1] == "theme: rebels"


def test_year_of_an_event_noun() -> None:
    """A year behind "of" tells when."""
    assert parts(NOUN.format("campaign", "2008", "CD/DATE"), "campaign")[1] == "time: 2008"


RELEASED = """
    Norland {}   its    {}     to     Sudria  .
    NNP/GPE VBD  PRP$   NN     IN     NNP/GPE .
    nsubj:2 ROOT poss:4 dobj:2 prep:4 pobj:5  punct:2
"""


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [("sent/send", "request", False), ("repeated/repeat", "request", True), ("repeated/repeat", "downtime", False)],
)
def test_to_whom_a_noun_goes(verb: str, noun: str, *, expected: bool) -> None:
    """What stands after "to" is of the verb that hands a thing over, or of a noun that says something."""
    assert ("recipient: Sudria" in parts(RELEASED.format(verb, noun), noun)) is expected


ON = """
    {}      on     the   wing   ended/end .
    NNS     IN     DT    NN     VBD       .
    nsubj:5 prep:1 det:4 pobj:2 ROOT      punct:5
"""


@pytest.mark.parametrize(("noun", "expected"), [("Flights/flight", 0), ("Speeches/speech", 1)])
def test_what_one_travels_on(noun: str, expected: int) -> None:
    """What one flies on is not what the flight is about."""
    assert len(parts(ON.format(noun), noun.partition("/")[0])) == expected


def test_told_by_a_name_the_lists_lack() -> None:
    """Who is told to do something is addressed, whatever kind of name it is."""
    gloss = """
        They    told/tell Arvenia to    stop    .
        PRP     VBD       NNP     TO    VB      .
        nsubj:2 ROOT      dobj:2  aux:5 xcomp:2 punct:2
    """
    assert parts(gloss, "told")[1] == "recipient: Arvenia"


STATE = """
    Bell       was/be    {}      {}      .
    NNP/PERSON VBD       VBN     {}      .
    nsubjpass:3 auxpass:3 ROOT   {}      punct:3
"""


def test_attitude() -> None:
    """How somebody feels is named by the participle and its copula."""
    event, _ = read(STATE.format("worried/worry", "about", "IN", "prep:3"), "worried")
    assert event.action == "be worried"


@pytest.mark.parametrize(("verb", "expected"), [("prepared/prepare", "actor: Bell"), ("fined/fine", "recipient: Bell")])
def test_participle_alone(verb: str, expected: str) -> None:
    """A participle of readiness without more tells a state."""
    gloss = STATE.format(verb, "", "", "")
    assert parts(gloss, verb.partition("/")[0]) == [expected]


@pytest.mark.parametrize("verb", ["used/use", "prepared/prepare", "committed/commit"])
def test_participle_of_a_thing(verb: str) -> None:
    """What was used or prepared feels nothing: the participle without more tells what was done to it."""
    gloss = STATE.format(verb, "", "", "").replace("Bell      ", "gas       ").replace("NNP/PERSON", "NN")
    word, _, lemma = verb.partition("/")
    assert read(gloss, word)[0].action == lemma
    assert "actor: gas" not in parts(gloss, word)


DONE = """
    Men/man     were/be   torn/tear away     and  {}     .
    NNS         VBD       VBN       RB       CC   VBD    .
    nsubjpass:3 auxpass:3 ROOT      advmod:3 cc:3 conj:3 punct:3
"""


@pytest.mark.parametrize(("verb", "expected"), [("shackled/shackle", "recipient: Men"), ("fought/fight", "actor: Men")])
def test_past_form_behind_a_passive(verb: str, expected: str) -> None:
    """A verb that never lacks an object and has none is passive too."""
    assert parts(DONE.format(verb), verb.partition("/")[0]) == [expected]


SEEMED = """
    Bell       {}   shaken/shake .
    NNP/PERSON VBD  VBN          .
    nsubj:2    ROOT xcomp:2      punct:2
"""


def test_what_somebody_appears() -> None:
    """Who appears shaken shook nobody."""
    assert parts(SEEMED.format("appeared/appear"), "shaken") == ["recipient: Bell"]


def test_it_was_reported() -> None:
    """The "it" before a clause is nobody."""
    gloss = """
        It          was/be    reported/report that   Bell       left/leave .
        PRP         VBD       VBN             IN     NNP/PERSON VBD        .
        nsubjpass:3 auxpass:3 ROOT            mark:6 nsubj:6    ccomp:3    punct:3
    """
    assert [each.partition(":")[0] for each in parts(gloss, "reported")] == ["theme"]


def test_made_public_appearances() -> None:
    """An adjective before a noun makes no predicate with the verb."""
    gloss = """
        Bell       made/make public {}     .
        NNP/PERSON VBD       JJ     NNS    .
        nsubj:2    ROOT      amod:4 dobj:2 punct:2
    """
    assert read(gloss.format("films/film"), "made")[0].action == "make"


def test_joined_outside_the_quotation() -> None:
    """A form outside a quotation is joined to the one of its kind outside."""
    gloss = """
        Bell       kept/keep cutting/cut “       using/use arms/arm ”       and  adding/add it     .
        NNP/PERSON VBD       VBG         ``      VBG       NNS      ''      CC   VBG        PRP    .
        nsubj:2    ROOT      xcomp:2     punct:5 ccomp:3   dobj:5   punct:5 cc:5 conj:5     dobj:9 punct:2
    """
    doc = parsed(gloss)
    repair(doc, words_of_the_package())
    assert token(doc, "adding").head.text == "cutting"


def test_clause_behind_an_aside() -> None:
    """A clause behind an aside between dashes is of the noun before it."""
    gloss = """
        Envoys/envoy -       mostly   Bell       -       who     complain left/leave .
        NNS          :       RB       NNP/PERSON :       WP      VBP      VBD        .
        nsubj:8      punct:1 advmod:4 appos:1    punct:1 nsubj:7 relcl:4  ROOT       punct:8
    """
    doc = parsed(gloss)
    repair(doc, words_of_the_package())
    assert token(doc, "complain").head.text == "Envoys"


TAKEN = """
    The   path   it      has    {}   {}     its    war    ended/end .
    DT    NN     PRP     VBZ    VBN  IN     PRP$   NN     VBD       .
    det:2 nsubj:9 nsubj:5 aux:5 relcl:2 prep:5 poss:8 {}  ROOT      punct:9
"""


@pytest.mark.parametrize("relation", ["dobj:5", "pobj:6"])
def test_preposition_in_a_contact_clause(relation: str) -> None:
    """Behind a preposition in a contact clause stands what it governs, and the gap is the noun before."""
    assert parts(TAKEN.format("taken/take", "in", relation), "taken")[0] == "theme: The path"


def test_free_relative() -> None:
    """*What* stands for no noun before it, and tells nothing itself."""
    gloss = """
        The   talk   about  what   he      sees/see ended/end .
        DT    NN     IN     WP     PRP     VBZ      VBD       .
        det:2 nsubj:7 prep:2 dobj:6 nsubj:6 pcomp:3 ROOT      punct:7
    """
    assert parts(gloss, "sees") == ["actor: he"]


OF_THEM = """
    Of     the   seven  ,       Bell       {}   again    .
    IN     DT    CD     ,       NNP/PERSON VBD  RB       .
    prep:6 det:3 pobj:1 punct:6 nsubj:6    ROOT advmod:6 punct:6
"""


@pytest.mark.parametrize(("verb", "expected"), [("left/leave", 1), ("said/say", 2)])
def test_of_whom_somebody_is_one(verb: str, expected: int) -> None:
    """An "of" before a verb counts those it is of, unless the verb says something of them."""
    assert len(parts(OF_THEM.format(verb), verb.partition("/")[0])) == expected


def test_brought_to_a_building() -> None:
    """Somebody is brought to a building, and not handed over to it."""
    gloss = """
        Bell        was/be    sent/send to     Norbank Hospital .
        NNP/PERSON  VBD       VBN       IN     NNP/ORG NNP/ORG  .
        nsubjpass:3 auxpass:3 ROOT      prep:3 compound:6 pobj:4 punct:3
    """
    assert parts(gloss, "sent")[1] == "place: Norbank Hospital"


def test_told_somebody_that() -> None:
    """Of two names between "told" and a clause without subject, the nearer is its subject."""
    gloss = """
        They    told/tell police Bell       fired/fire .
        PRP     VBD       NN     NNP/PERSON VBD        .
        nsubj:2 ROOT      dobj:2 dobj:2     ccomp:2    punct:2
    """
    assert parts(gloss, "fired") == ["actor: Bell"]


DECLINED = """
    She     {}   that   {}     .
    PRP     VBD  {}     {}     .
    nsubj:2 ROOT {}     {}     punct:2
"""


def test_demonstrative_of_a_phrase() -> None:
    """A demonstrative is of the words of a phrase; a conjunction before a clause is not."""
    office = DECLINED.format("declined/decline", "office", "DT", "NN", "det:4", "dobj:2")
    event, text = read(office, "declined")
    assert event.roles[-1].words.of(text) == "that office"
    clause = DECLINED.format("said/say", "left/leave", "IN", "VBD", "mark:4", "ccomp:2")
    event, text = read(clause, "said")
    assert event.roles[-1].words.of(text) == "left"
