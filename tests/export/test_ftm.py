"""FollowTheMoney: every entity by the schemata that the library ships, and by the library where it can be installed.

The schemata are files of the package ``followthemoney``, which ``make`` installs without its dependencies: one of them
(ICU) has no wheel. What is checked here is what the documentation of the model says of its files.
"""

from __future__ import annotations

import importlib
import json
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kg.store import Graph
from tests.export.conftest import parsed, stream_of

if TYPE_CHECKING:
    from collections.abc import Mapping

Entity = dict[str, Any]
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
TYPES = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?"),
    "country": re.compile(r"[a-z]{2}(-[a-z]+)?"),
    "url": re.compile(r"https?://\S+"),
    "language": re.compile(r"[a-z]{3}"),
}
NASTY = """graph:world {
  ent:правда a kg:MediaOrganization ; rdfs:label "\\u0001a\\tb\\"c\\"\\n\\u2028d" ; gaf:denotedBy mention:d3-0-1 .
  ent:wire a kg:Company ; rdfs:label " wire " ; gaf:denotedBy mention:d3-9-10 .
  event:d3-5-6 a sem:Event ; kg:factuality kg:fact ; kg:actor ent:правда ; kg:recipient ent:wire ;
    gaf:denotedBy mention:d3-5-6 .
}
<https://w3id.org/newskg/graph/document/d3> {
  mention:d3-5-6 kg:actorMention mention:d3-0-1 ; kg:recipientMention mention:d3-9-10 .
}"""


@cache
def schemata() -> Mapping[str, Entity]:
    """The schemata of the model by name, as their files have them.

    :raises pytest.skip.Exception: when the package is not installed, as where no ``make`` made the environment.
    """
    try:
        found = files("followthemoney") or []
    except PackageNotFoundError:
        pytest.skip("followthemoney is not installed")
    texts = [path.read_text() for path in found if path.match("followthemoney/schema/*.y*ml")]
    return {name: schema for text in texts for name, schema in yaml.safe_load(text).items()}


def ancestry(name: str) -> list[str]:
    """A schema and all that it extends."""
    above = schemata()[name].get("extends", [])
    return [name, *(each for parent in above for each in ancestry(parent))]


def properties(name: str) -> dict[str, Entity]:
    """The properties of a schema, its own and those of what it extends."""
    return {
        prop: told or {}
        for each in reversed(ancestry(name))
        for prop, told in schemata()[each].get("properties", {}).items()
    }


def required(name: str) -> set[str]:
    """The properties that an entity of a schema must have."""
    return {prop for each in ancestry(name) for prop in schemata()[each].get("required", [])}


def faults(entity: Entity, all_: Mapping[str, Entity]) -> list[str]:
    """What is wrong with an entity, by the schemata."""
    schema, held = entity["schema"], entity["properties"]
    if schema not in schemata() or schemata()[schema].get("abstract"):
        return [f"{schema} is no schema of entities"]
    found = [] if ID.fullmatch(entity["id"]) else [f"id {entity['id']}"]
    found += [f"{prop} is missing" for prop in required(schema) if not held.get(prop)]
    known = properties(schema)
    for prop, values in held.items():
        if prop not in known:
            found.append(f"{prop} is no property of {schema}")
            continue
        kind = known[prop].get("type", "string")
        found += [
            f"{prop}: {value!r}" for value in values if not (isinstance(value, str) and value.strip() == value != "")
        ]
        if kind in TYPES:
            found += [f"{prop}: {value} is no {kind}" for value in values if not TYPES[kind].fullmatch(value)]
        if kind == "entity":
            found += [
                f"{prop}: {value}" for value in values if not leads(value, known[prop].get("range", "Thing"), all_)
            ]
    return found


def leads(value: str, schema: str, all_: Mapping[str, Entity]) -> bool:
    """Whether a value is the id of an entity of a schema."""
    return value in all_ and schema in ancestry(all_[value]["schema"])


def entities(graph: Graph, **filters: Any) -> dict[str, Entity]:  # noqa: ANN401
    """The lines of FollowTheMoney by id."""
    lines = stream_of(graph, "ftm", **filters).decode().split("\n")[:-1]
    return {found["id"]: found for found in map(json.loads, lines)}


def test_each_entity_is_as_its_schema_says(told: Graph) -> None:
    """Schema, required properties, types of values and what references lead to are those of the model's own files."""
    found = entities(told)
    assert {entity["id"]: faults(entity, found) for entity in found.values()} == {name: [] for name in found}


def test_nasty_labels_keep_to_the_schema() -> None:
    """Letters, control characters and line ends in names give ids and values that the model takes, one a line."""
    graph = Graph.memory()
    graph.bulk(parsed(NASTY))
    found = entities(graph)
    assert [fault for entity in found.values() for fault in faults(entity, found)] == []
    assert {entity["properties"]["name"][0] for entity in found.values() if "name" in entity["properties"]} == {
        '\ufffda b"c" d', "wire", "event",
    }  # fmt: skip


WRONG: dict[str, tuple[str, dict[str, list[str]]]] = {
    "Agreement": ("is no schema", {}),
    "Interest": ("is no schema", {}),
    "Person": ("age is no property", {"age": ["9"]}),
    "UnknownLink": ("subject is missing", {"object": ["a"]}),
    "Event": ("startDate: yesterday is no date", {"name": ["e"], "startDate": ["yesterday"]}),
    "Membership": ("organization: a", {"member": ["a"], "organization": ["a"]}),
}


@pytest.mark.parametrize("schema", WRONG)
def test_the_check_finds_faults(schema: str) -> None:
    """An entity that the model would refuse is found."""
    words, held = WRONG[schema]
    entity = {"id": "a", "schema": schema, "properties": held}
    person = {"id": "a", "schema": "Person", "properties": {}}
    assert any(words in fault for fault in faults(entity, {"a": person}))


def test_followthemoney_accepts_each_entity(told: Graph) -> None:
    """The library itself, where ICU is, finds no error in any entity, and keeps every value."""
    pytest.importorskip("icu", reason="the library loads ICU, which has no wheel; the schemata are checked above")
    model = pytest.importorskip("followthemoney").model
    proxies = importlib.import_module("followthemoney.proxy").EntityProxy
    for entity in entities(told).values():
        model.get(entity["schema"]).validate(entity)
        proxy = proxies.from_dict(entity, cleaned=False)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == entity["properties"]


def test_links_name_their_evidence(told: Graph) -> None:
    """A link says role and factuality, and its proof is the article."""
    found = entities(told)
    link = found["link-event-d1-5-6.ent-a.ent-b"]["properties"]
    assert (link["role"], link["status"], link["proof"]) == (["urge"], ["fact"], ["doc-d1"])
    assert found["doc-d1"]["properties"]["publisher"] == ["The Post; late edition"]


def test_events_name_who_is_involved(told: Graph) -> None:
    """An event lists its parties, actors and recipients, by id; what has no class in the model is none."""
    assert entities(told)["event-d1-5-6"]["properties"]["involved"] == ["ent-a", "ent-b"]


def test_memberships(told: Graph) -> None:
    """An office is a membership of the person in the body, with the article as its proof."""
    office = entities(told)["membership-d1-9-12"]["properties"]
    assert (office["member"], office["organization"], office["role"]) == (["ent-jo"], ["ent-post"], ["reporter"])
    assert office["proof"] == ["doc-d1"]


def test_lines_are_sorted_and_distinct(told: Graph) -> None:
    """Lines stand in the order of their ids, each id once."""
    ids = [json.loads(line)["id"] for line in stream_of(told, "ftm").decode().splitlines()]
    assert ids == sorted(set(ids))
