"""Files of actors in the formats that users have become rows of ours."""

from __future__ import annotations

import bz2
import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from kg import data
from kg.errors import OntologyError
from kg.ontology.actors.importers import FORMATS, told
from kg.ontology.actors.importers.classes import classes
from kg.ontology.actors.tables import TYPES, Row

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = classes(data.folder("ontology") / "imports" / "classes.csv")

SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <http://schema.org/> .
@prefix : <https://example.org/actors/> .

:norland a skos:Concept , schema:Country ; skos:prefLabel "Norland"@en , "Norlande"@fr ;
    skos:altLabel "Northland"@en , "Nordland"@de ; schema:addressCountry "NX" ;
    skos:exactMatch <http://www.wikidata.org/entity/Q1> .
:ministry a skos:Concept , schema:GovernmentOrganization ; skos:prefLabel "Wool Ministry"@en ;
    skos:hiddenLabel "WM" ; skos:broader :norland .
:board a skos:Concept ; skos:prefLabel "Wool Board" ; skos:broader :ministry .
:club a skos:Concept ; skos:prefLabel "Club de laine"@fr .
:scheme a skos:ConceptScheme .
"""


def rows(form: str, path: Path) -> list[Row]:
    """The rows of a file, with one country known."""
    return list(FORMATS[form].rows(path, CLASSES, {"Q1": "NX"}))


def by_id(form: str, path: Path) -> dict[str, dict[str, str]]:
    """The filled cells by id."""
    return {row.cells["id"]: {k: v for k, v in row.cells.items() if v} for row in rows(form, path)}


def test_classes_are_types() -> None:
    """What classes of other bases are led to are types of ours."""
    assert set(CLASSES.values()) <= set(TYPES)


# ------------------------------------------------------------------------------------------------ SKOS


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    """A small vocabulary in Turtle."""
    path = tmp_path / "actors.ttl"
    path.write_text(SKOS, encoding="utf-8")
    return path


def test_skos_concept(vocabulary: Path) -> None:
    """Labels in English and in no language, the class, the country and the outside id are kept."""
    assert by_id("skos", vocabulary)["skos:norland"] == {
        "id": "skos:norland",
        "type": "State",
        "name": "Norland",
        "aliases": "Northland",
        "country": "NX",
        "wikidata": "Q1",
        "source": "https://example.org/actors/norland",
    }


def test_skos_broader_is_the_parent(vocabulary: Path) -> None:
    """A broader concept is what a body is part of, and lends its type where the body has none."""
    board = by_id("skos", vocabulary)["skos:board"]
    assert (board["parent"], board["type"]) == ("skos:ministry", "GovernmentBody")


def test_skos_concept_of_no_kind(vocabulary: Path) -> None:
    """A concept without class or parent is an organization; a label in another language is better than none."""
    club = by_id("skos", vocabulary)["skos:club"]
    assert (club["type"], club["name"]) == ("Organization", "Club de laine")


def test_skos_rows_have_their_lines(vocabulary: Path) -> None:
    """A row has the line on which its concept first stands."""
    assert {row.cells["id"]: row.line for row in rows("skos", vocabulary)}["skos:norland"] == 6


def test_broken_skos(tmp_path: Path) -> None:
    """What is no Turtle is refused in one line."""
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n:a skos:prefLabel \n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"broken\.ttl: cannot be read as turtle .*; give SKOS as Turtle") as caught:
        rows("skos", path)
    assert "\n" not in str(caught.value)


# ------------------------------------------------------------------------------------------------ FollowTheMoney


def entity(ident: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """An entity of FollowTheMoney."""
    return {"id": ident, "schema": schema, "properties": properties, "datasets": ["norland-register"]}


def written(path: Path, *entities: dict[str, Any]) -> Path:
    """A file with an entity a line."""
    text = "".join(f"{json.dumps(each)}\n" for each in entities)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    elif path.suffix == ".bz2":
        path.write_bytes(bz2.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def test_ftm_entity(tmp_path: Path) -> None:
    """Names, country, parent and outside id of a company are kept."""
    firm = entity(
        "no-1", "Company", name=["Wool Ltd"], alias=["Woolco"], country=["nx"], parent=["no-2"], wikidataId=["Q9"]
    )
    path = written(tmp_path / "export.json", firm, entity("no-2", "Company", name=["Holding"]))
    assert by_id("followthemoney", path)["ftm:no-1"] == {
        "id": "ftm:no-1",
        "type": "Company",
        "name": "Wool Ltd",
        "aliases": "Woolco",
        "country": "NX",
        "parent": "ftm:no-2",
        "wikidata": "Q9",
        "source": "norland-register",
    }


@pytest.mark.parametrize(
    ("schema", "topics", "kind"),
    [
        ("Person", [], "Person"),
        ("Person", ["gov.head"], "Person"),
        ("PublicBody", [], "GovernmentBody"),
        ("Organization", [], "Organization"),
        ("Organization", ["pol.party"], "PoliticalParty"),
        ("Organization", ["sanction", "gov.igo"], "IntergovernmentalOrganization"),
    ],
)
def test_ftm_type(tmp_path: Path, schema: str, topics: list[str], kind: str) -> None:
    """The schema tells the type, and of a body the first topic that tells more."""
    path = written(tmp_path / "a.json", entity("x", schema, name=["X"], topics=topics))
    assert by_id("followthemoney", path)["ftm:x"]["type"] == kind


@pytest.mark.parametrize("schema", ["Vessel", "Address", "Ownership"])
def test_ftm_no_actor(tmp_path: Path, schema: str) -> None:
    """Things, and what connects two entities, are no actors."""
    assert rows("followthemoney", written(tmp_path / "a.json", entity("x", schema, name=["X"]))) == []


def test_ftm_parent_outside_the_file(tmp_path: Path) -> None:
    """A parent that the export leaves out is left out."""
    path = written(tmp_path / "a.json", entity("x", "Company", name=["X"], parent=["y"]))
    assert "parent" not in by_id("followthemoney", path)["ftm:x"]


def test_broken_ftm(tmp_path: Path) -> None:
    """A line that is no entity is named by its number."""
    path = written(tmp_path / "a.json", entity("x", "Company", name=["X"]))
    path.write_text(path.read_text() + '\n{"id": "y"}\n', encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.json, line 3: no FollowTheMoney entity"):
        rows("followthemoney", path)


# ------------------------------------------------------------------------------------------------ Wikidata


def claim(value: object, *, rank: str = "normal", ended: bool = False) -> dict[str, Any]:
    """A statement of Wikidata."""
    value = {"id": value} if isinstance(value, str) and value.startswith("Q") else value
    made: dict[str, Any] = {"mainsnak": {"datavalue": {"value": value}}, "rank": rank}
    return made | ({"qualifiers": {"P582": []}} if ended else {})


def item(ident: str, label: str, *aliases: str, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    """An item of Wikidata."""
    return {
        "id": ident,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


BANK = item("Q70", "Bank of Norland", "BoN", P31=[claim("Q60")], P17=[claim("Q1")], P361=[claim("Q71")])
MINISTRY = item("Q71", "Norlandic Treasury", P31=[claim("Q192350")], P17=[claim("Q1")])
CLASS = item("Q60", "state bank", P279=[claim("Q61")])
ABOVE = item("Q61", "official bank", P279=[claim("Q327333")])


@pytest.mark.parametrize("name", ["dump.json", "dump.json.gz", "dump.json.bz2"])
def test_wikidata_item(tmp_path: Path, name: str) -> None:
    """An item whose class stands below one of ours is an actor, from a plain dump or a packed one."""
    path = written(tmp_path / name, BANK, MINISTRY, CLASS, ABOVE)
    assert by_id("wikidata", path)["wd:q70"] == {
        "id": "wd:q70",
        "type": "GovernmentBody",
        "name": "Bank of Norland",
        "aliases": "BoN",
        "country": "NX",
        "parent": "wd:q71",
        "wikidata": "Q70",
        "source": "Wikidata",
        "licence": "CC0-1.0",
    }


def test_wikidata_dump_is_an_array(tmp_path: Path) -> None:
    """The lines of a dump end in commas and stand between brackets."""
    path = tmp_path / "dump.json"
    path.write_text(f"[\n{json.dumps(BANK)},\n{json.dumps(CLASS)},\n{json.dumps(ABOVE)}\n]\n", encoding="utf-8")
    assert list(by_id("wikidata", path)) == ["wd:q70"]


def test_wikidata_class_of_no_actor(tmp_path: Path) -> None:
    """An item of another class is no actor."""
    assert rows("wikidata", written(tmp_path / "a.json", item("Q5001", "Ammer", P31=[claim("Q4022")]))) == []


def test_wikidata_statement_that_ended(tmp_path: Path) -> None:
    """What has ended, or is deprecated, is not said of an item."""
    was = item("Q80", "Old Post", P31=[claim("Q11032", ended=True), claim("Q7278", rank="deprecated")])
    assert rows("wikidata", written(tmp_path / "a.json", was)) == []


def test_wikidata_preferred_statement(tmp_path: Path) -> None:
    """A preferred statement goes before the others."""
    two = item("Q81", "Wool", P31=[claim("Q4830453"), claim("Q7278", rank="preferred")])
    assert by_id("wikidata", written(tmp_path / "a.json", two))["wd:q81"]["type"] == "PoliticalParty"


def test_wikidata_circle_of_classes(tmp_path: Path) -> None:
    """Classes that stand above one another do not hang the walk."""
    circle = [item("Q60", "a", P279=[claim("Q61")]), item("Q61", "b", P279=[claim("Q60")])]
    assert rows("wikidata", written(tmp_path / "a.json", item("Q70", "c", P31=[claim("Q60")]), *circle)) == []


def test_broken_wikidata(tmp_path: Path) -> None:
    """A line that is no entity is named by its number."""
    path = tmp_path / "a.json"
    path.write_text(f"[\n{json.dumps(BANK)},\n{{}}\n]\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.json, line 3: no Wikidata entity"):
        rows("wikidata", path)


def test_packed_file_that_is_cut_off(tmp_path: Path) -> None:
    """A packed file that ends too early is refused in one line."""
    path = written(tmp_path / "a.json.gz", BANK)
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(OntologyError, match=r"a\.json\.gz: cannot be read"):
        rows("wikidata", path)


# ------------------------------------------------------------------------------------------------ which format


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.csv", "id,type,name\n", "csv"),
        ("a.txt", '"id","type","name"\n', "csv"),
        ("a.ttl", SKOS, "skos"),
        ("a.rdf", "<?xml version='1.0'?>\n", "skos"),
        ("a.json", '{"id": "x", "schema": "Company", "properties": {}}\n', "followthemoney"),
        ("a.jsonl", '{"id": "Q1", "labels": {}, "claims": {}}\n', "wikidata"),
        ("a.json", "[\n{}\n", "wikidata"),
    ],
)
def test_format_is_told(tmp_path: Path, name: str, text: str, form: str) -> None:
    """The suffix and the first line tell the format."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert told(tmp_path / name) == form


def test_format_that_nothing_tells(tmp_path: Path) -> None:
    """Where neither tells, the error says how to name the format."""
    (tmp_path / "a.txt").write_text("Norland\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.txt: .* --format csv\|skos\|followthemoney\|wikidata"):
        told(tmp_path / "a.txt")
