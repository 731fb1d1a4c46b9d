"""CSV for Neo4j, by the rules that its Operations Manual gives for ``neo4j-admin database import``.

A header has one field for each column: ``name:TYPE``, where names are distinct and a type may be an array (``[]``).
Nodes have one ``:ID`` and at most one ``:LABEL``; relationships one ``:START_ID``, ``:END_ID`` and ``:TYPE``. A space
in brackets behind an id names the nodes that it is looked up among. Fields are quoted by ``"``, which is doubled
inside; they hold no line break unless the importer is told so. Items of arrays and labels are separated by ``;``.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from kg import export
from kg.analyse import Filters
from kg.ids import Ids
from kg.store import Graph
from tests.export.conftest import parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIELD = re.compile(r"(?P<name>[^:]*)(:(?P<type>[A-Za-z_]+(\[\])?)(\((?P<space>[^)]+)\))?)?")
KEYS = {"ID", "LABEL", "START_ID", "END_ID", "TYPE", "IGNORE"}
SIZES = {"byte": 8, "short": 16, "int": 32, "long": 64}
NODES, RELATIONSHIPS = {"ID": 1, "LABEL": 1}, {"START_ID": 1, "END_ID": 1, "TYPE": 1}
NASTY = """graph:world {
  ent:a a kg:State ; rdfs:label ", \\"quoted\\" \\\\ ; \\r\\n next\\tline \\u0000\\u0007" ;
    gaf:denotedBy mention:d3-0-1 .
  ent:b a kg:State ; rdfs:label "'single' 🕊️ \\u2028 end" ; gaf:denotedBy mention:d3-9-10 .
  ent:post a kg:MediaOrganization ; rdfs:label "a;b" .
  event:d3-5-6 a sem:Event ; kg:factuality kg:fact ; kg:actor ent:a ; kg:recipient ent:b ;
    gaf:denotedBy mention:d3-5-6 .
}
<https://w3id.org/newskg/graph/document/d3> {
  mention:d3-5-6 kg:actorMention mention:d3-0-1 ; kg:recipientMention mention:d3-9-10 .
}"""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a header: a property has a name, a key has none or that of the property that it is too."""

    name: str
    type: str
    space: str


def fields(cells: list[str]) -> list[Field]:
    """A header, by the rules."""
    found = []
    for cell in cells:
        match = FIELD.fullmatch(cell)
        assert match, f"{cell!r} is no field of a header"
        found.append(Field(match["name"], match["type"] or "string", match["space"] or ""))
    names = [field.name for field in found if field.name]
    assert len(names) == len(set(names))
    assert all(field.name or field.type in KEYS for field in found)
    assert all(field.type in KEYS or field.type.removesuffix("[]") in VALUES for field in found)
    return found


def whole(size: int) -> Callable[[str], int]:
    """Reads an integer of so many bits."""

    def read(cell: str) -> int:
        number = int(cell)
        assert -(2 ** (size - 1)) <= number < 2 ** (size - 1)
        return number

    return read


VALUES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "float": float,
    "double": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
    **{name: whole(size) for name, size in SIZES.items()},
}


def value(field: Field, cell: str) -> Any:  # noqa: ANN401 (of each type)
    """What a cell holds."""
    if field.type.endswith("[]"):
        return [VALUES[field.type[:-2]](item) for item in cell.split(";")]
    if field.type == "LABEL":
        return cell.split(";")
    return VALUES.get(field.type, str)(cell)


def imported(text: str, keys: dict[str, int]) -> tuple[list[Field], list[dict[str, Any]]]:
    """The header and the rows, as the importer takes them: a property by its name, a key by its type."""
    assert "\r" not in text.replace("\r\n", "")
    header, *rows = csv.reader(StringIO(text), strict=True)
    found = fields(header)
    assert {key: [field.type for field in found].count(key) for key in keys} == keys
    for row in rows:
        assert len(row) == len(found)
        assert not any("\n" in cell or "\r" in cell for cell in row)
    made = [
        {field.type if field.type in KEYS else field.name: value(field, cell) for field, cell in pairs if cell}
        for pairs in (list(zip(found, row, strict=True)) for row in rows)
    ]
    return found, made


def both(graph: Graph, folder: Path, filters: Filters | None = None) -> tuple[list[dict[str, Any]], ...]:
    """The nodes and relationships of an export, once all rules that concern the two are checked."""
    export.write(graph, format="neo4j", target=folder / "out", ids=Ids(), filters=filters)
    head, nodes = imported((folder / "out" / "nodes.csv").read_bytes().decode(), NODES)
    tail, edges = imported((folder / "out" / "relationships.csv").read_bytes().decode(), RELATIONSHIPS)
    (space,) = {field.space for field in head if field.type == "ID"}
    assert {field.space for field in tail if field.type in {"START_ID", "END_ID"}} == {space}
    known = [node["ID"] for node in nodes]
    assert len(known) == len(set(known))
    assert {edge[end] for edge in edges for end in ("START_ID", "END_ID")} <= set(known)
    assert all(edge["TYPE"] for edge in edges)
    return nodes, edges


def test_relationships_lead_to_nodes(told: Graph, tmp_path: Path) -> None:
    """Every start and end is the id of a node, and every relationship has a type and a factuality."""
    nodes, edges = both(told, tmp_path)
    assert {edge[end] for edge in edges for end in ("START_ID", "END_ID")} == {node["ID"] for node in nodes}
    assert sorted((edge["TYPE"], edge["factuality"]) for edge in edges) == [("FUND", "fact")] + [("URGE", "fact")] * 2


def test_types(told: Graph, tmp_path: Path) -> None:
    """Numbers, days and lists have the types that the header says; what is not known is no property."""
    edge = both(told, tmp_path)[1][1]
    kept = {name: edge[name] for name in ("latest", "reports", "intensity", "outlets")}
    assert kept == {"latest": date(2024, 3, 2), "reports": 2, "intensity": 3.4, "outlets": ["ent:post"]}
    assert "earliest" not in edge


def test_labels(told: Graph, tmp_path: Path) -> None:
    """A node bears the label Entity and its class, and its name on one line."""
    node = both(told, tmp_path)[0][0]
    assert (node["LABEL"], node["label"]) == (["Entity", "State"], 'Norland "]]>" & <Co> 🕊️\ufffd')


def test_nasty_labels(tmp_path: Path) -> None:
    """Quotes, separators, line ends and control characters in names come back as one field on one line."""
    graph = Graph.memory()
    graph.bulk(parsed(NASTY))
    labels = [node["label"] for node in both(graph, tmp_path)[0]]
    assert labels == [', "quoted" \\ ; next line \ufffd\ufffd', "'single' 🕊️ end"]


def test_empty_selection(told: Graph, tmp_path: Path) -> None:
    """Where nothing is selected there are two headers, which the importer takes."""
    assert both(told, tmp_path, Filters(reports=9)) == ([], [])


@pytest.mark.parametrize("header", ["a:int,a:int", "a:number", ":WHERE", "a:ID("])
def test_the_check_finds_wrong_headers(header: str) -> None:
    """A header that the importer would refuse is found."""
    with pytest.raises(AssertionError):
        fields(header.split(","))
