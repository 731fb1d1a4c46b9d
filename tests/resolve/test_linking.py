"""Names lead to actors by alias, kind, role and country; what they cannot tell is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from kg.model import EntityMention, MentionKind, Span
from kg.resolve.linking import Link, acting, link
from kg.resolve.linking.candidates import Beside
from kg.resolve.linking.surroundings import Surroundings
from tests.articles import KNOWLEDGE, Article

if TYPE_CHECKING:
    from kg.ontology import KnowledgeBase


def mention(
    name: str,
    label: str | None = "ORG",
    *,
    number: str = "singular",
    kind: MentionKind = MentionKind.NAMED,
    origin: str | None = None,
) -> EntityMention:
    """A mention at the beginning of a text."""
    span = Span(0, len(name))
    return EntityMention(
        span=span,
        kind=kind,
        head=span,
        lemma=name.rsplit(maxsplit=1)[-1].lower(),
        name=name,
        type=label,
        number=number,
        origin=origin,
    )


def led(  # noqa: PLR0913 (all that tells)
    found: EntityMention,
    known: KnowledgeBase = KNOWLEDGE,
    *,
    acts: bool = False,
    country: str | None = None,
    after: str = "",
    before: str = "",
) -> Link | None:
    """The link of a mention, whose words stand between ``before`` and ``after``."""
    beside = Beside(mention=found, inside=found.name, before=before, after=after, acts=acts)
    return link(beside, known, around=Surroundings(country=country))


def linked(
    found: EntityMention, *, acts: bool = False, country: str | None = None, after: str = ""
) -> tuple[str, str] | None:
    """The entity and the sieve."""
    to = led(found, acts=acts, country=country, after=after)
    return (to.entity, to.sieve) if to else None


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "name", ["US Department of State", "State Department", "the State Department", "U.S. Department of State"]
)
def test_alias(name: str) -> None:
    """A name or alias leads to its actor, whatever article or points it has."""
    assert linked(mention(name)) == ("gov:us-department-of-state", "name")


def test_known_link() -> None:
    """A known actor brings its own label and class, not the words of the text."""
    found = led(mention("State Department"), acts=True)
    assert found is not None
    assert structs.replace(found, score=1.0, features=()) == Link(
        entity="gov:us-department-of-state",
        label="US Department of State",
        type="GovernmentBody",
        sieve="name",
        known=True,
    )


def test_acronym_in_capitals() -> None:
    """WHO is the organization."""
    assert linked(mention("WHO")) == ("org:who", "name")


@pytest.mark.parametrize("label", [None, "ORG"])
def test_acronym_in_small_letters(label: str | None) -> None:
    """A "who" is never the organization."""
    found = linked(mention("who", label))
    assert found is None or found[0] != "org:who"


def test_name_in_small_letters() -> None:
    """Only acronyms keep their case: a long name is found in small letters too."""
    assert linked(mention("world health organization")) == ("org:who", "name")


def test_name_goes_on() -> None:
    """A name that goes on after its span is read to its end."""
    assert linked(mention("High Office"), after=" for Refugees said") == ("org:refugee-office", "name")


@pytest.mark.parametrize("after", [" for lunch", " for Farmers said", ", for Refugees", ""])
def test_name_does_not_go_on(after: str) -> None:
    """What follows a name and makes no known one with it is not part of it."""
    assert linked(mention("High Office"), after=after) == ("high-office", "own name")


@pytest.mark.parametrize(
    ("before", "entity"),
    [
        ("a cable of Telecom ", "telecom-norland"),
        ("we told Daily Wool News ", "daily-wool-news-norland"),
        ("Telecom ", "state:nd"),  # the first word of a sentence
        ("it reached Former ", "state:nd"),
        ("it held Communist ", "state:nd"),
        ("on Monday ", "state:nd"),
        ("Rows Grow Over Wool In ", "state:nd"),
        ("it told WHO ", "state:nd"),
    ],
)
def test_name_has_begun(before: str, entity: str) -> None:
    """A place with names right before it is a part of a body's name, not the place."""
    found = led(mention("Norland", "GPE"), before=before)
    assert found is not None
    assert found.entity == entity


@pytest.mark.parametrize(
    ("before", "entity"), [("Telecom ", "telecom-norland"), ("WHO ", "who-norland"), ("Rich ", "state:nd")]
)
def test_name_has_begun_in_the_mention(before: str, entity: str) -> None:
    """So it is at the beginning of a sentence, if the parse takes both for one."""
    name = mention("Norland", "GPE")
    found = link(Beside(mention=name, inside=f"{before}Norland"), KNOWLEDGE)
    assert found is not None
    assert found.entity == entity


# ------------------------------------------------------------------------------------------------ by role


def test_capital_acts() -> None:
    """Washington as a doer is the government of the United States."""
    assert linked(mention("Washington", "GPE"), acts=True) == ("gov:us-government", "metonym")


def test_capital_is_a_place() -> None:
    """Washington as a place is the city."""
    assert linked(mention("Washington", "GPE")) == ("city:us-washington", "name")


def test_person_is_no_metonym() -> None:
    """A person called Washington who acts is no government."""
    found = linked(mention("Washington", "PERSON"), acts=True)
    assert found is None or found[0] != "gov:us-government"


def test_city_that_stands_for_nobody() -> None:
    """A city that is nobody's metonym stays a city when it acts."""
    assert linked(mention("Port Vell", "GPE"), acts=True) == ("city:sd-port-vell", "name")


def test_parties_act() -> None:
    """Actors, recipients and authorities act; a place does not."""
    article = Article("Norland warned Sudria in Washington. Mira Dahl agreed.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    washington, dahl = article.name("Washington", label="GPE"), article.name("Mira Dahl")
    article.event("warned", action="warn", actor=norland, recipient=sudria, place=washington)
    article.attribution("Norland warned Sudria", authority=dahl)
    assert acting(article.extraction()) == {norland, sudria, dahl}


def test_one_word_two_roles() -> None:
    """In one sentence Washington the doer and Washington the place lead to two entities."""
    article = Article("Washington warned Sudria in Washington.")
    doer, place = article.name("Washington", label="GPE"), article.name("Washington", 2, label="GPE")
    sudria = article.name("Sudria", label="GPE")
    article.event("warned", action="warn", actor=doer, recipient=sudria, place=place)
    assert [article.led(span) for span in (doer, place)] == [
        ("gov:us-government", "metonym"),
        ("city:us-washington", "name"),
    ]


# ------------------------------------------------------------------------------------------------ shared names


@pytest.mark.parametrize("country", ["ND", "SD"])
def test_shared_name(country: str) -> None:
    """Of bodies that share a name, the one of the document's country is meant."""
    assert linked(mention("Foreign Ministry"), country=country) == (f"gov:{country.lower()}-foreign-ministry", "name")


@pytest.mark.parametrize("country", [None, "US"])
def test_shared_name_undecided(country: str | None) -> None:
    """A shared name that the country does not decide leads nowhere: an id of its own would merge the bodies."""
    assert linked(mention("Foreign Ministry"), acts=True, country=country) is None


def test_preferred_owner() -> None:
    """A shared name with a preferred owner leads to it where the country does not decide."""
    preferring = replace(KNOWLEDGE, preferred={"foreign ministry": "gov:sd-foreign-ministry"})
    found = led(mention("Foreign Ministry"), preferring, acts=True, country="US")
    assert found is not None
    assert found.entity == "gov:sd-foreign-ministry"


def test_country_before_preferred_owner() -> None:
    """The document's country goes before the preferred owner."""
    preferring = replace(KNOWLEDGE, preferred={"foreign ministry": "gov:sd-foreign-ministry"})
    found = led(mention("Foreign Ministry"), preferring, acts=True, country="ND")
    assert found is not None
    assert found.entity == "gov:nd-foreign-ministry"


# ------------------------------------------------------------------------------------------------ persons


def test_person() -> None:
    """A whole name that is seen as a person's leads to the person."""
    assert linked(mention("Dana Whit", "PERSON")) == ("person:dana-whit", "name")


@pytest.mark.parametrize(
    ("name", "label"), [("Dana Whit", "ORG"), ("Dana Whit", "GPE"), ("Whit", "PERSON"), ("Whit", None)]
)
def test_not_the_person(name: str, label: str | None) -> None:
    """What is no person's name, or a lone surname, does not lead to a known person."""
    found = linked(mention(name, label))
    assert found is None or found[0] != "person:dana-whit"


def test_person_with_the_name_of_a_place() -> None:
    """A person's whole name is no place, even where a place has it."""
    found = led(mention("Port Vell", "PERSON"), acts=True)
    assert found is not None
    assert (found.entity, found.type) == ("port-vell", "Person")


# ------------------------------------------------------------------------------------------------ groups


@pytest.mark.parametrize("demonym", ["Sudrians", "Norlanders"])
def test_demonym_is_a_group(demonym: str) -> None:
    """A plural demonym is a population group with the state as origin, not the state."""
    state = {"Sudrians": "state:sd", "Norlanders": "state:nd"}[demonym]
    assert led(mention(demonym, "NORP", number="plural"), acts=True) == Link(
        entity=f"pop:{demonym.lower()}", label=demonym, type="PopulationGroup", sieve="demonym", origin=state
    )


@pytest.mark.parametrize(
    ("before", "found"),
    [("the ", True), ("25,000 ", True), ("over 900 ", True), ("some ", False), ("the young ", False), ("Many ", False)],
)
def test_some_of_a_people(before: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Words that choose some of a people do not name the whole of it; a number counts those that are meant."""
    article = Article(f"Then {before}Sudrians came.")
    some = article.name(f"{before}Sudrians", label="NORP", called="Sudrians", number="plural")
    article.event("came", action="come", actor=some)
    assert ((article.led(some) or ("",))[0] == "pop:sudrians") is found


@pytest.mark.parametrize(("word", "number"), [("Sudrian", "singular"), ("Westerners", "plural")])
def test_no_group(word: str, number: str) -> None:
    """An adjective, or a demonym of no known state, is no group."""
    assert linked(mention(word, "NORP", number=number)) is None


def test_demonym_and_noun() -> None:
    """A plural noun with a demonym is a group of that origin."""
    students = mention("Sudrian students", None, number="plural", kind=MentionKind.NOMINAL, origin="Sudrian")
    assert led(students) == Link(
        entity="pop:sudrian-students",
        label="Sudrian students",
        type="PopulationGroup",
        sieve="demonym and noun",
        origin="state:sd",
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Sudrian opposition members", "pop:sudrian-opposition-members"),
        ("Sudrian anti-riot police", "pop:sudrian-anti-riot-police"),
        ("25,000 Sudrian students", "pop:sudrian-students"),
        ("senior Sudrian officials", None),
        ("Sudrian and Norlandic envoys", None),
        ("Sudrian-backed rebels", None),
        ("her Sudrian students", None),
    ],
)
def test_whole_of_demonym_and_noun(words: str, found: str | None) -> None:
    """A group has the whole name from its demonym on; who is chosen of it, or joined to others, is not the group."""
    article = Article(f"Then {words} came.")
    actor = article.noun(words, number="plural", label="NORP", origin="Sudrian", name=words.rsplit(maxsplit=1)[-1])
    article.event("came", action="come", actor=actor)
    entity, _ = article.led(actor) or ("", "")
    assert (entity if entity.startswith("pop:") else None) == found


@pytest.mark.parametrize(
    ("number", "origin"), [("singular", "Sudrian"), ("plural", None), ("plural", "Western")], ids=["one", "none", "far"]
)
def test_noun_that_is_no_group(number: str, origin: str | None) -> None:
    """One student, students of no origin or of an unknown one are no population group."""
    students = mention("students", None, number=number, kind=MentionKind.NOMINAL, origin=origin)
    assert linked(students) is None


OLD = replace(KNOWLEDGE, demonyms={**KNOWLEDGE.demonyms, "old": ("state:sd",)})
OLD_SUDRIANS = mention("sudrians", None, number="plural", kind=MentionKind.NOMINAL, origin="Old")


def test_known_demonym_and_noun() -> None:
    """A group that the knowledge base holds by demonym and noun is the known one."""
    assert led(OLD_SUDRIANS, OLD) == Link(
        entity="pop:old-sudrians",
        label="Old Sudrians",
        type="PopulationGroup",
        sieve="demonym and noun",
        known=True,
        origin="state:sd",
    )


def test_party_by_demonym_and_noun() -> None:
    """A body that has the name of demonym and noun is no group."""
    party = replace(KNOWLEDGE.actors["pop:old-sudrians"], type="PoliticalParty")
    found = led(OLD_SUDRIANS, replace(OLD, actors={**KNOWLEDGE.actors, "pop:old-sudrians": party}))
    assert found is not None
    assert (found.type, found.known) == ("PopulationGroup", False)


def test_group_by_name() -> None:
    """A plural noun that the knowledge base calls a group is that group."""
    assert linked(mention("refugees", None, number="plural", kind=MentionKind.NOMINAL)) == (
        "pop:refugees",
        "group name",
    )


@pytest.mark.parametrize(("words", "group"), [("the refugees", True), ("two refugees", False), ("her refugees", False)])
def test_some_of_a_group(words: str, group: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Some of a kind, counted or of somebody, are not the group of all."""
    article = Article(f"Then {words} came.")
    found = article.led(article.noun(words, name="refugees", number="plural"))
    assert (found == ("pop:refugees", "group name")) is group


def test_one_of_a_group() -> None:
    """One refugee is not the group, even where it has the singular as alias."""
    assert linked(mention("refugee", None, kind=MentionKind.NOMINAL)) is None


def test_noun_with_the_name_of_a_body() -> None:
    """A common noun never leads to a body, whatever the body's name."""
    assert linked(mention("port authority", None, kind=MentionKind.NOMINAL), country="SD") is None


# ------------------------------------------------------------------------------------------------ unknown names


@pytest.mark.parametrize(
    ("name", "label", "entity", "kind"),
    [
        ("Mira Dahl", "PERSON", "mira-dahl", "Person"),
        ("Estian Wool Board", "ORG", "estian-wool-board", "Organization"),
        ("Woolcorp", "ORG", "woolcorp", "Organization"),
        ("Lake Ammer", "LOC", "lake-ammer", "Place"),
        ("Blue Lantern", None, "blue-lantern", "Thing"),
    ],
)
def test_unknown_name(name: str, label: str | None, entity: str, kind: str) -> None:
    """A whole name that nobody knows gets an id of its own and the class of its label."""
    found = led(mention(name, label), acts=False)
    assert found == Link(entity=entity, label=name, type=kind, sieve="own name")


@pytest.mark.parametrize(("name", "label"), [("Dahl", "PERSON"), ("Lantern", None), ("—", "ORG")])
def test_no_id_of_its_own(name: str, label: str | None) -> None:
    """A lone surname, a lone word of no kind, and a name without a letter get no id across documents."""
    assert linked(mention(name, label)) is None


@pytest.mark.parametrize("label", ["EVENT", "PRODUCT", "LAW", "WORK_OF_ART"])
def test_not_an_entity(label: str) -> None:
    """The name of an occasion, a product, a law or a work is no actor."""
    assert linked(mention("State Department", label)) is None


def test_pronoun_alone() -> None:
    """A pronoun's own words lead nowhere."""
    assert linked(mention("it", None, kind=MentionKind.PRONOMINAL), acts=True) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Refugees", True),
        ("Refugees of Norland", True),
        ("The refugees", True),
        ("The refugees of Norland", False),
        ("Refugees who had left", False),
        ("Refugees for whom I spoke", False),
    ],
)
def test_told_which_of_a_group(words: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Those of a population group of whom more words tell which they are, are not the whole of it."""
    definite = words.startswith("The")
    article = Article(f"{words} arrived.")
    some = article.noun("The refugees" if definite else "Refugees", name="refugees", number="plural", definite=definite)
    article.event("arrived", action="arrive", actor=some)
    assert ((article.led(some) or ("",))[0] == "pop:refugees") is found


@pytest.mark.parametrize(
    ("before", "found"),
    [("", True), ("The plight of ", True), ("A group of ", False), ("Hundreds of ", False), ("Two of the ", False)],
)
def test_some_out_of_a_group(before: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Some who are taken out of a population group are not the whole of it."""
    article = Article(f"{before}refugees arrived.")
    some = article.noun("refugees", number="plural")
    article.event("arrived", action="arrive", actor=some)
    assert ((article.led(some) or ("",))[0] == "pop:refugees") is found


@pytest.mark.parametrize(("before", "known"), [("", True), ("the ", True), ("all ", True), ("Fellow ", False)])
def test_part_of_a_group(before: str, known: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """An adjective before the name of a group chooses some of it."""
    found = structs.replace(mention("Old Sudrians", "NORP", number="plural"), span=Span(0, len(before) + 12))
    own = link(Beside(mention=found, inside=f"{before}Old Sudrians"), KNOWLEDGE)
    assert (own is not None and own.known) is known


@pytest.mark.parametrize(("after", "known"), [(" left", True), (" who left", False), (", who left", True)])
def test_group_that_a_clause_tells(after: str, known: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A clause without a comma chooses some of a group."""
    found = led(mention("Old Sudrians", "NORP", number="plural"), after=after)
    assert (found is not None and found.known) is known


@pytest.mark.parametrize(("before", "found"), [("a new ", False), ("a tired ", True)])
def test_another_person(before: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A new Mira Dahl is not the one whom the name means."""
    own = link(Beside(mention=mention("Mira Dahl", "PERSON"), inside=f"{before}Mira Dahl"), KNOWLEDGE)
    assert (own is not None) is found
