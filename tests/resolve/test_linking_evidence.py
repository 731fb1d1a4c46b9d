"""What speaks for an actor and against it: the words beside a name, the document's country, day and other names."""

from __future__ import annotations

from datetime import date

import pytest

from kg.config import ResolveConfig
from kg.model import Document, EntityMention, Extraction, MentionKind, Span
from kg.ontology.actors import LEADING, Actor, Tenure, from_actors
from kg.resolve.linking import Link, named

ACTORS = (
    Actor(id="state:ma", type="State", name="Mard", country="MA"),
    Actor(id="state:no", type="State", name="Norland", demonyms=("Norlandic",), country="NO"),
    Actor(id="state:su", type="State", name="Sudria", demonyms=("Sudrian",), country="SU"),
    Actor(id="state:ta", type="State", name="Tarn", demonyms=("Tarnese",), country="TA"),
    Actor(
        id="state:no-ta", type="Territory", name="Tarn (Norland)", aliases=("Tarn",), country="NO", parent="state:no"
    ),
    Actor(id="state:no-wy", type="Territory", name="Wyland", country="NO", parent="state:no"),
    Actor(id="city:ta-ostrel", type="City", name="Ostrel", country="TA", parent="state:ta"),
    Actor(id="city:su-varna", type="City", name="Varn", country="SU", parent="state:su"),
    Actor(
        id="gov:su-government",
        type="GovernmentBody",
        name="Government of Sudria",
        aliases=("Sudrian government",),
        metonyms=("Varn",),
        country="SU",
        parent="state:su",
    ),
    Actor(id="gov:no-court", type="GovernmentBody", name="Supreme Court (Norland)", country="NO"),
    Actor(id="gov:su-court", type="GovernmentBody", name="Supreme Court (Sudria)", country="SU"),
    Actor(
        id="org:wool", type="IntergovernmentalOrganization", name="World Wool Board", aliases=("WWB", "WWB wool agency")
    ),
    Actor(id="org:save", type="NonGovernmentalOrganization", name="Save the Lambs"),
    Actor(id="person:dahl", type="Person", name="Mira Dahl", country="SU"),
    Actor(id="person:dahl-tor", type="Person", name="Tor Dahl", country="SU"),
    Actor(id="person:lind", type="Person", name="Christian Lind", country="NO"),
)
KNOWLEDGE = from_actors(
    {actor.id: actor for actor in ACTORS},
    preferred={"tarn": "state:ta", "mard": "state:ma", "supreme court": None},
    generic={"tarn": ("state:ta", "state:no-ta"), "supreme court": ("gov:no-court", "gov:su-court")},
    genders={"Tarn": "masculine", "Mard": "masculine"},
    levels={"governor": "Territory", "president": "State", "mayor": "City"},
    roles={"teacher": "private", "chief teacher": "official", "senator": "official"},
    place_verbs={"reach": "reach"},
    holders={
        ("president", "dahl"): (
            Tenure("person:dahl", "2001-01-01", "2004-12-31"),
            Tenure("person:dahl-tor", "2005-01-01", "2009-12-31"),
        ),
        ("senator", "lind"): (Tenure("person:lind", "2002-01-01", ""),),
        (LEADING, "dahl"): (Tenure("person:dahl", "2001-01-01", "2004-12-31"),),
    },
)


def weighed(
    text: str, *labels: tuple[str, str], country: str | None = None, day: str | None = None, dateline: str | None = None
) -> dict[str, Link]:
    """The links of the first occurrence of each name, by name; each is given with its label.

    A name with a bar is a mention that begins before it: "Senator |Lind".
    """
    mentions = []
    for name, label in labels:
        words, bare = name.replace("|", ""), name.rsplit("|", 1)[-1]
        start = text.index(words)
        span = Span(start, start + len(words))
        mentions.append(
            EntityMention(
                span=span,
                kind=MentionKind.NOMINAL if label == "noun" else MentionKind.NAMED,
                head=Span(span.end - len(words.split()[-1]), span.end),
                lemma=words.split()[-1].lower(),
                name=bare,
                type=None if label in {"noun", ""} else label,
                number="singular",
            )
        )
    document = Document(name="a", text=text, date=date.fromisoformat(day) if day else None, dateline=dateline)
    extraction = Extraction(document=document, sentences=(Span(0, len(text)),), entities=tuple(mentions))
    found = named(extraction, mentions, KNOWLEDGE, country=country, config=ResolveConfig())
    return {mention.span.of(text): found[mention.span] for mention in mentions if mention.span in found}


def led(text: str, name: str, label: str, *others: tuple[str, str], **around: str) -> str | None:
    """The known actor that a name leads to."""
    found = weighed(text, (name, label), *others, **around).get(name.replace("|", ""))
    return found.entity if found is not None and found.known else None


# ------------------------------------------------------------------------------------------------ scores


def test_link_has_a_score_and_features() -> None:
    """A link says how sure it is, and what made it so."""
    link = weighed("Norland paid.", ("Norland", "GPE"))["Norland"]
    assert link.features == (("only owner of the name", 3.0), ("type agrees", 0.5))
    assert link.score == pytest.approx(0.971)


def test_doubtful_is_no_link() -> None:
    """A name of two courts without a word of either country leads nowhere."""
    assert led("The Supreme Court ruled.", "Supreme Court", "ORG") is None


# ------------------------------------------------------------------------------------------------ countries


@pytest.mark.parametrize(
    "text",
    [
        "The Sudrian Supreme Court ruled.",
        "Sudria's Supreme Court ruled.",
        "The Supreme Court of Sudria ruled.",
        "The Supreme Court in Sudria ruled.",
    ],
)
def test_country_beside_a_body(text: str) -> None:
    """The country that stands beside a body says whose it is, also in another country's paper."""
    assert led(text, "Supreme Court", "ORG", country="NO") == "gov:su-court"


def test_country_taken_for_a_people() -> None:
    """The name of a state tells of its country also where the parser saw a people in it."""
    others = (("Norland", "NORP"), ("Sudria", "GPE"))
    text = "In the Norland government's eyes the Supreme Court ruled on those who fled to Sudria."
    assert led(text, "Supreme Court", "ORG", *others) is None
    assert led(text.replace("Sudria", "sea"), "Supreme Court", "ORG", others[0]) == "gov:no-court"


def test_country_of_the_outlet() -> None:
    """Without a country beside it, a body is that of the paper's country."""
    assert led("The Supreme Court ruled.", "Supreme Court", "ORG", country="NO") == "gov:no-court"


def test_country_of_the_dateline() -> None:
    """The dateline tells as well."""
    assert led("The Supreme Court ruled.", "Supreme Court", "ORG", dateline="VARN, Sudria") == "gov:su-court"


def test_country_of_other_names() -> None:
    """So do other names of the text."""
    text = "The Supreme Court ruled that Sudria must pay."
    assert led(text, "Supreme Court", "ORG", ("Sudria", "GPE")) == "gov:su-court"


def test_countries_that_contradict_one_another() -> None:
    """The paper's country goes before another in the text; with the dateline on its side, that one goes first."""
    text = "The Supreme Court ruled that Sudria must pay."
    assert led(text, "Supreme Court", "ORG", ("Sudria", "GPE"), country="NO") == "gov:no-court"
    assert led(text, "Supreme Court", "ORG", ("Sudria", "GPE"), country="NO", dateline="VARN") == "gov:su-court"


def test_country_whose_body_is_not_known() -> None:
    """Where the text speaks more of a country whose court is not known, it may be that one's court."""
    text = "The Supreme Court ruled that Tarn must pay Tarnese weavers in Sudria."
    names = (("Tarn", "GPE"), ("Tarnese", "NORP"), ("Sudria", "GPE"))
    assert led(text, "Supreme Court", "ORG", *names, dateline="OSTREL") is None


def test_territory_beside_a_body() -> None:
    """The court of a territory is not the country's."""
    assert led("The Wyland Supreme Court ruled.", "Wyland Supreme Court", "ORG", country="NO") is None


def test_body_with_a_demonym() -> None:
    """A common noun with a demonym is the body that has that name."""
    assert led("The Sudrian government fell.", "The |Sudrian government", "noun") == "gov:su-government"


# ------------------------------------------------------------------------------------------------ places and levels


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Tarn's governor resigned.", "state:no-ta"),
        ("The governor of Tarn resigned.", "state:no-ta"),
        ("Tarn's president resigned.", "state:ta"),
        ("The president of Tarn resigned.", "state:ta"),
        ("Rain fell in Tarn.", "state:ta"),
        ("A ferry left Ostrel, Tarn, at noon.", "state:ta"),
    ],
)
def test_level_of_a_place(text: str, entity: str) -> None:
    """A governor is of the territory, a president of the state; without a word of either the preferred one is meant."""
    assert led(text, "Tarn", "GPE") == entity


def test_region_that_follows() -> None:
    """Varn in Wyland is not the capital of Sudria; Varn in Sudria is."""
    assert led("A fire in Varn, Wyland, was put out.", "Varn", "GPE") is None
    assert led("A fire in Varn, Sudria, was put out.", "Varn", "GPE") == "city:su-varna"


def test_river() -> None:
    """With an article, the name that a state shares with a river is the river's."""
    assert led("The barge sank in the Tarn.", "Tarn", "GPE") is None


# ------------------------------------------------------------------------------------------------ seats


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Talks with Varn failed.", "gov:su-government"),
        ("The policy towards Varn failed.", "gov:su-government"),
        ("Varn's decision was late.", "gov:su-government"),
        ("Varn's mayor was late.", "city:su-varna"),
        ("Snow fell in Varn.", "city:su-varna"),
        ("Snow fell in central Varn.", "city:su-varna"),
        ("Trains run between Varn and the coast.", "city:su-varna"),
        ("Talks between Varn and Norland failed.", "gov:su-government"),
    ],
)
def test_seat(text: str, entity: str) -> None:
    """A seat that is dealt with as a party is the body, one where something is the town."""
    assert led(text, "Varn", "GPE") == entity


# ------------------------------------------------------------------------------------------------ names of persons


@pytest.mark.parametrize(
    ("text", "label", "entity"),
    [
        ("Tarn Blake sued.", "GPE", None),
        ("Mr Tarn sued.", "GPE", None),
        ("Tarn sued.", "PERSON", None),
        ("Tarn said that he would sue.", "PERSON", None),
        ("Tarn President Mira Dahl sued.", "GPE", "state:ta"),
        ("Tarn sued.", "GPE", "state:ta"),
    ],
)
def test_given_name(text: str, label: str, entity: str | None) -> None:
    """A given name that is also a state's leads to the state only where nothing makes it a person's."""
    assert led(text, "Tarn", label) == entity


@pytest.mark.parametrize(("pronoun", "entity"), [("it", "state:ma"), ("he", None)])
def test_pronoun_after_a_given_name(pronoun: str, entity: str | None) -> None:
    """What is called *it* is the state, what is called *he* the person."""
    assert led(f"Mard said that {pronoun} would sue.", "Mard", "PERSON") == entity


def test_name_that_a_person_of_the_text_bears() -> None:
    """After "Tarn Blake", Tarn is he."""
    text = "The court heard Tarn Blake. Later Tarn left."
    document = weighed(text, ("Tarn Blake", "PERSON"), ("Tarn", "GPE"))
    assert "Tarn" not in document


def test_longer_name() -> None:
    """Words beside a mention that make a known name with it belong to it."""
    assert led("Save the Lambs asked for money.", "Lambs", "ORG") == "org:save"
    assert led("WWB wool agency staff left.", "WWB", "ORG") == "org:wool"


# ------------------------------------------------------------------------------------------------ offices


@pytest.mark.parametrize(
    ("day", "entity"), [("2003-05-01", "person:dahl"), ("2006-05-01", "person:dahl-tor"), ("2015-05-01", None)]
)
def test_office_on_the_day(day: str, entity: str | None) -> None:
    """Title and surname lead to who held the office on the document's day."""
    assert led("President Dahl left.", "President |Dahl", "PERSON", day=day) == entity


def test_former_office() -> None:
    """A former president is one who held the office before."""
    text = "Former President Tor Dahl left."
    assert led(text, "President |Tor Dahl", "PERSON", day="2015-05-01") == "person:dahl-tor"


@pytest.mark.parametrize(("day", "entity"), [("2003-05-01", "person:dahl"), ("2006-05-01", None)])
def test_leader_by_surname(day: str, entity: str | None) -> None:
    """Who leads a state on the day is known by the surname alone."""
    assert led("Dahl left.", "Dahl", "PERSON", day=day) == entity


def test_surname_of_a_person_of_the_text() -> None:
    """A surname that a person of the text bears is no leader's."""
    assert led("Ann Dahl rose. Then Dahl left.", "Dahl", "PERSON", ("Ann Dahl", "PERSON"), day="2003-05-01") is None


@pytest.mark.parametrize("form", ["Chris", "Kristian", "Christian"])
def test_other_form_of_a_given_name(form: str) -> None:
    """With the title, another form of the given name is the same person's."""
    assert led(f"Senator {form} Lind left.", f"Senator |{form} Lind", "PERSON", day="2003-05-01") == "person:lind"


def test_other_given_name() -> None:
    """Another given name is another person's."""
    assert led("Senator Greta Lind left.", "Senator |Greta Lind", "PERSON", day="2003-05-01") is None


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Christian Lind, a teacher in Varn, left.", None),
        ("Christian Lind, 34, left.", None),
        ("Christian Lind, a weaver, left.", None),
        ("Christian Lind, a senator, left.", "person:lind"),
        ("Then teacher Christian Lind left.", None),
        ("Then chief teacher Christian Lind left.", "person:lind"),
        ("Christian Lind left.", "person:lind"),
    ],
)
def test_namesake(text: str, entity: str | None) -> None:
    """A namesake of an office holder, whom the text calls somebody private, is not he."""
    assert led(text, "Christian Lind", "PERSON") == entity


def test_country_of_a_person() -> None:
    """An office holder whose country the text passes over, while it speaks of others, is less sure."""
    alone = weighed("Christian Lind left.", ("Christian Lind", "PERSON"))["Christian Lind"]
    abroad = weighed("Christian Lind left Sudria.", ("Christian Lind", "PERSON"), ("Sudria", "GPE"))["Christian Lind"]
    assert abroad.score < alone.score


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("upstate |Ostrel", None),
        ("rural |Ostrel", None),
        ("western |Ostrel", "city:ta-ostrel"),
        ("central |Ostrel", "city:ta-ostrel"),
    ],
)
def test_part_of_the_land(words: str, found: str | None) -> None:
    """No town lies upstate; "western" may be said of a town that has no country around of its name."""
    text = f"A fire in {words.replace('|', '')} was put out."
    link = weighed(text, (words, "GPE")).get(words.replace("|", ""))
    assert (link.entity if link is not None and link.known else None) == found
