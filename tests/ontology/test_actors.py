"""The knowledge base of actors: how names are looked up, and what the shipped files must hold to."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kg import data
from kg.errors import OntologyError
from kg.ontology.actors import Actor, KnowledgeBase, Tenure, fold, from_actors, load
from kg.ontology.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHIPPED = data.folder("ontology") / "actors"
HEADER = "id,type,name,aliases,metonyms,demonyms,country,parent,wikidata,code,valid_from,valid_to,source,licence"

NORLAND = Actor(id="state:nl", type="State", name="Norland", demonyms=("Norlander",), country="NX")
SUDRIA = Actor(id="state:sd", type="State", name="Sudria", demonyms=("Sudrian",), country="SX")
GOVERNMENT = Actor(
    id="gov:nl-government",
    type="GovernmentBody",
    name="Government of Norland",
    aliases=("Norland government",),
    metonyms=("Nordhaven",),
    country="NX",
    parent="state:nl",
)
MINISTRY = Actor(
    id="gov:nl-foreign",
    type="GovernmentBody",
    name="Foreign Ministry",
    country="NX",
    parent="gov:nl-government",
)
OTHER_MINISTRY = Actor(
    id="gov:sd-foreign", type="GovernmentBody", name="Foreign Ministry", country="SX", parent="state:sd"
)


def base(*actors: Actor, preferred: dict[str, str | None] | None = None) -> KnowledgeBase:
    """A knowledge base of these actors."""
    return from_actors({actor.id: actor for actor in actors}, preferred=preferred)


KNOWN = base(NORLAND, SUDRIA, GOVERNMENT, MINISTRY, OTHER_MINISTRY)


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "name", ["Norland government", "the Norland Government", "NORLAND GOVERNMENT", "Norland   government"]
)
def test_name_is_found_in_any_dress(name: str) -> None:
    """Article, case and spaces do not matter."""
    assert KNOWN.named(name) == "gov:nl-government"


@pytest.mark.parametrize("name", ["Norland's", "Norland’s"])
def test_possessive_is_looked_through(name: str) -> None:
    """Norland's is Norland."""
    assert KNOWN.named(name) == "state:nl"


def test_points_are_looked_through() -> None:
    """U.S. is US."""
    assert fold("U.S.") == fold("US")


def test_acronym_keeps_its_case() -> None:
    """WHO is a body, who is not."""
    assert fold("WHO") != fold("who")


def test_long_capitals_are_no_acronym() -> None:
    """A name in capitals, as headlines write it, is the name."""
    assert fold("NORLAND TODAY") == fold("Norland Today")


def test_article_inside_a_name_stays() -> None:
    """Only a leading article is dropped."""
    assert fold("Bank of the North") == "bank of the north"


def test_unknown_name() -> None:
    """A name that nobody has means nobody."""
    assert KNOWN.named("Westia") is None


def test_name_of_several_is_nobodys() -> None:
    """Without context, a name of two means neither."""
    assert KNOWN.named("Foreign Ministry") is None


def test_country_tells_two_apart() -> None:
    """With a country, it is that country's."""
    assert KNOWN.named("Foreign Ministry", country="SX") == "gov:sd-foreign"


def test_country_without_an_owner() -> None:
    """A country that has no such body does not help."""
    assert KNOWN.named("Foreign Ministry", country="WX") is None


def test_preferred_owner() -> None:
    """Of several owners, the preferred one is meant where nothing else tells."""
    known = base(NORLAND, MINISTRY, OTHER_MINISTRY, preferred={"foreign ministry": "gov:nl-foreign"})
    assert known.named("Foreign Ministry") == "gov:nl-foreign"


def test_country_comes_before_the_preferred_owner() -> None:
    """The country decides first."""
    known = base(NORLAND, MINISTRY, OTHER_MINISTRY, preferred={"foreign ministry": "gov:nl-foreign"})
    assert known.named("Foreign Ministry", country="SX") == "gov:sd-foreign"


def test_ambiguous_name_with_one_owner_here() -> None:
    """A name that is listed as ambiguous is not taken for its only known owner."""
    known = base(NORLAND, MINISTRY, preferred={"foreign ministry": None})
    assert known.named("Foreign Ministry") is None


# ------------------------------------------------------------------------------------------------ metonyms, demonyms


def test_metonym() -> None:
    """A capital that acts is the government."""
    assert KNOWN.metonym("Nordhaven") == "gov:nl-government"


def test_name_is_no_metonym() -> None:
    """A state's own name is not looked up there."""
    assert KNOWN.metonym("Norland") is None


def test_metonym_of_two_is_nobodys() -> None:
    """A capital that two governments share means neither."""
    other = Actor(id="gov:xx", type="GovernmentBody", name="Other", metonyms=("Nordhaven",))
    assert base(GOVERNMENT, other).metonym("Nordhaven") is None


def test_demonym() -> None:
    """Sudrian leads to Sudria."""
    assert KNOWN.demonym("Sudrian") == "state:sd"


def test_unknown_demonym() -> None:
    """A demonym that the base lacks leads nowhere."""
    assert KNOWN.demonym("Westian") is None


# ------------------------------------------------------------------------------------------------ hierarchy


def test_ancestors_come_nearest_first() -> None:
    """A ministry is part of its government, that of its state."""
    assert list(KNOWN.ancestors("gov:nl-foreign")) == ["gov:nl-government", "state:nl"]


def test_state_of_a_body() -> None:
    """A ministry belongs to its state."""
    assert KNOWN.state("gov:nl-foreign") == "state:nl"


def test_state_of_a_state() -> None:
    """A state is its own."""
    assert KNOWN.state("state:nl") == "state:nl"


def test_body_without_a_state() -> None:
    """An actor that is part of nothing has no state."""
    assert base(Actor(id="org:x", type="Company", name="X")).state("org:x") is None


def test_circle_ends() -> None:
    """Two bodies that are each part of the other do not hang the walk."""
    one = Actor(id="org:a", type="Company", name="A", parent="org:b")
    two = Actor(id="org:b", type="Company", name="B", parent="org:a")
    assert list(base(one, two).ancestors("org:a")) == ["org:b"]


def test_unknown_parent_ends() -> None:
    """A parent that the base lacks is no ancestor."""
    assert list(base(Actor(id="org:a", type="Company", name="A", parent="org:b")).ancestors("org:a")) == []


# ------------------------------------------------------------------------------------------------ reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge base on disk."""
    states = (
        "state:nl,State,Norland,Northland|Nordland,,Norlander|Norlanders,NX,,Q1,NLD,,,x,CC0-1.0\n"
        "state:sd,State,Sudria,,,,SX,,,,,,x,CC0-1.0\n"
    )
    ambiguous = "Reform Party,,state:nl|state:sd,x\nNorth,state:nl,state:nl|state:sd,x\nSouth,state:zz,state:zz,x\n"
    (tmp_path / "states.csv").write_text(f"{HEADER}\n{states}", encoding="utf-8")
    (tmp_path / "ambiguous.csv").write_text(f"surface,preferred_id,ids,note\n{ambiguous}", encoding="utf-8")
    (tmp_path / "offices.csv").write_text("person,office\nperson:x,Minister\n", encoding="utf-8")
    return tmp_path


def test_row_becomes_an_actor(folder: Path) -> None:
    """Lists are split at the bar, empty cells are None."""
    assert load(folder).actors["state:nl"] == Actor(
        id="state:nl",
        type="State",
        name="Norland",
        aliases=("Northland", "Nordland"),
        demonyms=("Norlander", "Norlanders"),
        country="NX",
        wikidata="Q1",
    )


def test_alias_is_a_name(folder: Path) -> None:
    """An alias means its actor."""
    assert load(folder).named("Northland") == "state:nl"


def test_ambiguous_surface_has_its_preferred_owner(folder: Path) -> None:
    """A name that stands only in ambiguous.csv is found there."""
    assert load(folder).named("North") == "state:nl"


def test_ambiguous_surface_is_told_apart_by_country(folder: Path) -> None:
    """Its other owner is found by the country."""
    assert load(folder).named("North", country="SX") == "state:sd"


def test_ambiguous_surface_without_preferred_owner(folder: Path) -> None:
    """Without a preferred owner, only the country can tell."""
    known = load(folder)
    assert (known.named("Reform Party"), known.named("Reform Party", country="NX")) == (None, "state:nl")


def test_owner_that_the_base_lacks_is_left_out(folder: Path) -> None:
    """An ambiguous name whose owner is not in the base means nobody."""
    assert load(folder).named("South") is None


def test_offices_are_no_actors(folder: Path) -> None:
    """The file of offices holds none."""
    assert set(load(folder).actors) == {"state:nl", "state:sd"}


def test_missing_ambiguous_file_is_said(folder: Path) -> None:
    """The error names the file that is missing and what to do."""
    (folder / "ambiguous.csv").unlink()
    with pytest.raises(OntologyError, match=r"ambiguous\.csv: the ontology lacks this file .*; install the package"):
        load(folder)


# ------------------------------------------------------------------------------------------------ the shipped files


@pytest.fixture(scope="module")
def shipped() -> KnowledgeBase:
    """The knowledge base that ships with the package."""
    return load(SHIPPED)


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    """Every row of every file of actors."""
    return [
        row for path in sorted(SHIPPED.glob("*.csv")) if path.stem not in {"offices", "ambiguous"} for row in rows(path)
    ]


def twice(keys: Iterable[str]) -> list[str]:
    """What stands there twice."""
    return [key for key, number in Counter(keys).items() if number > 1]


def test_no_id_twice(lines: list[dict[str, str]]) -> None:
    """An id names one actor over all files."""
    assert twice(row["id"] for row in lines) == []


def test_ids_have_their_form(lines: list[dict[str, str]]) -> None:
    """An id is a kind, a colon and a slug, so that it makes an IRI without escapes."""
    assert [row["id"] for row in lines if not re.fullmatch(r"[a-z]+:[a-z0-9-]+", row["id"])] == []


def test_every_actor_has_a_name_and_a_type(lines: list[dict[str, str]]) -> None:
    """Without a name nobody could be found."""
    assert [row["id"] for row in lines if not row["name"] or not row["type"]] == []


def test_parents_exist(shipped: KnowledgeBase) -> None:
    """What an actor is part of is in the base."""
    assert [a.id for a in shipped.actors.values() if a.parent and a.parent not in shipped.actors] == []


def test_nothing_is_part_of_itself(shipped: KnowledgeBase) -> None:
    """The hierarchy has no circle: the last ancestor has no parent."""
    last = {actor: [actor, *shipped.ancestors(actor)][-1] for actor in shipped.actors}
    assert [actor for actor, top in last.items() if shipped.actors[top].parent] == []


def test_origins_are_states(shipped: KnowledgeBase) -> None:
    """A population group comes from a state or territory of the base."""
    origins = {a.origin for a in shipped.actors.values() if a.origin}
    assert {shipped.actors[origin].type for origin in origins} <= {"State", "Territory"}


def test_population_group_is_part_of_nothing(shipped: KnowledgeBase) -> None:
    """Lifted to a state, "deports Sudrian refugees" would become an act against Sudria."""
    assert [a.id for a in shipped.actors.values() if a.type == "PopulationGroup" and a.parent] == []


def test_countries_are_codes(shipped: KnowledgeBase) -> None:
    """A country is two capitals."""
    assert {
        a.country for a in shipped.actors.values() if a.country and not re.fullmatch("[A-Z]{2}", a.country)
    } == set()


def test_wikidata_ids_have_their_form(shipped: KnowledgeBase) -> None:
    """An outside id is a Q and digits."""
    assert {
        a.wikidata for a in shipped.actors.values() if a.wikidata and not re.fullmatch(r"Q\d+", a.wikidata)
    } == set()


def test_no_name_with_two_owners_but_the_listed(shipped: KnowledgeBase) -> None:
    """A name that two actors claim stands in ambiguous.csv."""
    assert [name for name, owners in shipped.names.items() if len(owners) > 1 and name not in shipped.preferred] == []


def test_no_metonym_with_two_owners(shipped: KnowledgeBase) -> None:
    """A metonym stands for one body."""
    assert [name for name, owners in shipped.metonyms.items() if len(owners) > 1] == []


def test_no_surface_is_listed_twice() -> None:
    """Of two rows of ambiguous.csv with one name the second would win unseen."""
    assert twice(fold(row["surface"]) for row in rows(SHIPPED / "ambiguous.csv")) == []


def test_owners_of_ambiguous_names_exist(shipped: KnowledgeBase) -> None:
    """Every owner is an actor, and the preferred one is an owner."""
    for row in rows(SHIPPED / "ambiguous.csv"):
        owners = row["ids"].split("|")
        assert set(owners) <= set(shipped.actors)
        assert not row["preferred_id"] or row["preferred_id"] in owners


def test_office_holders_exist(shipped: KnowledgeBase) -> None:
    """Who holds an office is in the base."""
    assert [row["person"] for row in rows(SHIPPED / "offices.csv") if row["person"] not in shipped.actors] == []


def test_offices_end_after_they_start() -> None:
    """No office ends before it starts, as far as both are given with the same precision."""
    wrong = []
    for row in rows(SHIPPED / "offices.csv"):
        width = min(len(row["start"]), len(row["end"]))
        if row["start"][:width] > row["end"][:width]:
            wrong.append((row["person"], row["office"]))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pakistan", "state:pk"),
        ("the US", "state:us"),
        ("U.S.", "state:us"),
        ("UNHCR", "org:unhcr"),
        ("the State Department", "gov:us-department-of-state"),
    ],
)
def test_shipped_name(shipped: KnowledgeBase, name: str, expected: str) -> None:
    """Names that news use lead to their actors."""
    assert shipped.named(name) == expected


def test_shipped_metonym(shipped: KnowledgeBase) -> None:
    """Washington acts for the government of the United States."""
    government = shipped.metonym("Washington")
    assert government is not None
    assert shipped.state(government) == "state:us"


def test_pronoun_is_no_name(shipped: KnowledgeBase) -> None:
    """*us* and *who* are nobody's names, *US* and *WHO* are."""
    assert (shipped.named("us"), shipped.named("who")) == (None, None)
    assert shipped.named("WHO") == "org:who"


# ------------------------------------------------------------------------------------------------ offices and genders

_TERMS = (Tenure("person:a", "2001-01-01", "2004-12-31"), Tenure("person:b", "2005-01-01", ""))


def test_holder_of_an_office() -> None:
    """An office and a surname, in whatever case, are the one person who held it."""
    assert from_actors({}, holders={("president", "dahl"): _TERMS[:1]}).holder("President", "Dahl") == "person:a"


@pytest.mark.parametrize(
    ("day", "person"), [("2003-05-01", "person:a"), ("2010-05-01", "person:b"), ("1999-05-01", None), (None, None)]
)
def test_holder_on_a_day(day: str | None, person: str | None) -> None:
    """Of several holders of one surname the day tells; without one, nobody is meant."""
    assert from_actors({}, holders={("president", "dahl"): _TERMS}).holder("President", "Dahl", day) == person


def test_other_surname_holds_nothing() -> None:
    """Another surname is none of the holders."""
    assert from_actors({}, holders={("president", "dahl"): _TERMS[:1]}).holder("President", "Lind") is None


def test_shipped_offices_have_holders() -> None:
    """The title of an office is what stands before its "of"."""
    assert load(SHIPPED).holder("Secretary", "Albright") is not None


def test_shipped_genders_are_two() -> None:
    """Given names and nouns show that a man or a woman is meant."""
    assert set(load(SHIPPED).genders.values()) == {"masculine", "feminine"}
