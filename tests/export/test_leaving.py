"""What may leave and what is broken on the way: texts, nasty names, places that cannot be written, in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from rocrate.rocrate import ROCrate

from kg import export
from kg.analyse import Filters
from kg.errors import ConfigError
from kg.ids import Ids
from kg.store import Graph
from tests.export.conftest import parsed

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "exports" / "examples.trig"
LONG = 60
FOLDERS = {"csv", "neo4j", "parquet", "rocrate"}
FORMATS = list(export.FORMATS)
NASTY = {
    "quotes": '"it\'s" ``x``',
    "line ends": "a\nb\r\nc\u2028d\x85e",
    "tabs and spaces": " a\t\tb  c ",
    "control characters": "a\x00\x01\x08\x0b\x0c\x1b\x7f\ufffe\uffffb",
    "markup": "]]> <b>&amp; &#0; </data> -->",
    "separators": "a,b;c|d\\e\\",
    "beyond the plane": "🕊️ 𝔘 e\u0301 \u202e правда",
    "very long": "wells " * 20_000,
    "formula": '=HYPERLINK("https://example.org")',
}
WORLD = """graph:world {
  ent:a a kg:State ; rdfs:label %s ; gaf:denotedBy mention:d1-0-1 .
  ent:b a kg:MediaOrganization ; rdfs:label %s ; gaf:denotedBy mention:d1-10-11 .
  event:d1-5-6 a sem:Event ; kg:factuality kg:fact ; kg:actor ent:a ; kg:recipient ent:b ; kg:themeText %s ;
    gaf:denotedBy mention:d1-5-6 .
}
<https://w3id.org/newskg/graph/document/d1> {
  doc:d1 a nif:Context ; nif:isString %s ; dcterms:title %s ; dcterms:publisher ent:b .
  mention:d1-5-6 kg:actorMention mention:d1-0-1 ; kg:recipientMention mention:d1-10-11 ; nif:referenceContext doc:d1 .
}"""


def rows_of(content: bytes) -> int:
    """How many lines a table of CSV has, once all have the same number of cells."""
    rows = list(csv.reader(StringIO(content.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    return len(rows)


READERS: dict[str, Callable[[bytes], Any]] = {
    "turtle": lambda content: list(ox.parse(content, ox.RdfFormat.TURTLE)),
    "trig": lambda content: list(ox.parse(content, ox.RdfFormat.TRIG)),
    "ntriples": lambda content: list(ox.parse(content, ox.RdfFormat.N_TRIPLES)),
    "nquads": lambda content: list(ox.parse(content, ox.RdfFormat.N_QUADS)),
    "rdfxml": lambda content: list(ox.parse(content, ox.RdfFormat.RDF_XML)),
    "jsonld": lambda content: list(ox.parse(content, ox.RdfFormat.JSON_LD)),
    "graphml": lambda content: nx.read_graphml(BytesIO(content), force_multigraph=True),
    "gexf": lambda content: nx.read_gexf(BytesIO(content)),
    "cytoscape": lambda content: nx.cytoscape_graph(json.loads(content)),
    "nodelink": lambda content: nx.node_link_graph(json.loads(content), edges="edges"),
    "plover": rows_of,
    "ftm": lambda content: [json.loads(line) for line in content.decode().split("\n")[:-1]],
    ".csv": rows_of,
    ".parquet": lambda content: pq.read_table(BytesIO(content)),
    ".json": json.loads,
}


def files(graph: Graph, name: str, folder: Path, **options: Any) -> dict[str, bytes]:  # noqa: ANN401
    """The files of an export by name, or the only one by that of the format."""
    target = folder / name
    export.write(graph, format=name, target=target, ids=Ids(), **options)
    return (
        {path.name: path.read_bytes() for path in target.iterdir()} if target.is_dir() else {name: target.read_bytes()}
    )


def read(name: str, content: bytes) -> Any:  # noqa: ANN401 (as the format has it)
    """What a tool of others reads of a file."""
    return READERS[name if name in READERS else Path(name).suffix](content)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", NASTY)
def test_nasty_names_are_read_back(name: str, kind: str, tmp_path: Path) -> None:
    """Whatever stands in labels, titles and texts, each file is one that its reader takes."""
    graph, word = Graph.memory(), str(ox.Literal(NASTY[kind]))
    graph.bulk(parsed(WORLD % ((word,) * 5)))
    for file, content in files(graph, name, tmp_path).items():
        assert read(file, content) is not None
    if name == "rocrate":
        assert ROCrate(tmp_path / name).get(Ids().document("d1")) is not None


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_a_valid_file(name: str, tmp_path: Path) -> None:
    """A graph without anything gives files that their readers take, with heads and without rows."""
    for file, content in files(Graph.memory(), name, tmp_path).items():
        found = read(file, content)
        assert found == 1 if isinstance(found, int) else not found or name in {"parquet", "rocrate"}


@pytest.fixture(scope="module")
def examples() -> Graph:
    """The graph of the examples."""
    graph = Graph.memory()
    graph.bulk(ox.parse(EXAMPLES.read_bytes(), format=ox.RdfFormat.TRIG))
    return graph


def sentences(graph: Graph) -> list[str]:
    """The sentences of all documents that are longer than what counts as short."""
    found = graph.query(
        """SELECT (SUBSTR(?text, ?start + 1, ?end - ?start) AS ?sentence) WHERE {
          ?s a nif:Sentence ; nif:referenceContext ?d ; nif:beginIndex ?start ; nif:endIndex ?end .
          ?d nif:isString ?text ; dcterms:title ?title .
        }""",
        prefixes=Ids().prefixes,
    )
    words = [" ".join(str(getattr(row[0], "value", "")).split()) for row in found.rows]  # type: ignore[union-attr]  # a SELECT
    return [sentence for sentence in words if len(sentence) > LONG]


@pytest.mark.parametrize("name", FORMATS)
def test_no_long_sentence_leaves(examples: Graph, name: str, tmp_path: Path) -> None:
    """With ``--no-text``, no sentence of the examples that is longer than the limit is in any file of any format."""
    options = {} if export.FORMATS[name].whole else {"filters": Filters(factuality=("fact", "disputed", "uncommitted"))}
    long = sentences(examples)
    assert len(long) > 50
    for file, content in files(examples, name, tmp_path, long=LONG, **options).items():
        words = str(read(file, content).to_pylist()) if file.endswith(".parquet") else content.decode()
        assert [sentence for sentence in long if sentence in words or json.dumps(sentence)[1:-1] in words] == []


@pytest.mark.parametrize("name", FORMATS)
def test_output_is_a_folder_or_a_file(actors: Graph, name: str, tmp_path: Path) -> None:
    """A folder where a file is expected, or a file where a folder is, is refused in a line, and stays as it was."""
    wrong = tmp_path / "wrong"
    if name in FOLDERS:
        wrong.write_text("mine")
    else:
        wrong.mkdir()
    with pytest.raises(ConfigError, match=r"names a file; expected a folder|is a folder; expected a file"):
        export.write(actors, format=name, target=wrong, ids=Ids())
    assert [path.name for path in tmp_path.iterdir()] == ["wrong"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_that_cannot_be_written(actors: Graph, name: str) -> None:
    """A place that the system keeps for itself is refused in a line."""
    with pytest.raises(ConfigError, match=r"cannot write /proc/none: .*; give a place that can be written"):
        export.write(actors, format=name, target=Path("/proc/none"), ids=Ids())


FULL = """
import resource, sys
from pathlib import Path
import pyoxigraph as ox
from kg import export
from kg.errors import KgError
from kg.ids import Ids
from kg.store import Graph
graph = Graph.memory()
graph.bulk(ox.parse(Path(sys.argv[1]).read_bytes(), format=ox.RdfFormat.TRIG))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
for name in export.FORMATS:
    try:
        export.write(graph, format=name, target=Path(sys.argv[3]) / name, ids=Ids())
    except KgError as error:
        print(name, str(error).count("cannot write"), str(error).count(chr(10)))
"""


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """When the disk takes no more, each format says so in a line, and nothing half-written is left."""
    command = [sys.executable, "-c", FULL, str(EXAMPLES), "1000", str(tmp_path)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert said.splitlines() == [f"{name} 1 0" for name in FORMATS]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", [None, 3, StringIO(), "a\0b"])
def test_what_is_no_output(actors: Graph, output: Any) -> None:  # noqa: ANN401 (what is wrong)
    """What is neither a path nor a stream of bytes is refused in a line."""
    with pytest.raises(ConfigError, match="expected a p"):
        export.write(actors, format="nquads", target=output, ids=Ids())


@pytest.mark.parametrize("name", [None, "", "TURTLE", "json ld", "\0"])
def test_what_is_no_format(actors: Graph, name: Any) -> None:  # noqa: ANN401 (what is wrong)
    """What is no format is refused in a line with those that are."""
    with pytest.raises(ConfigError, match=r"is unknown; .*expected one of turtle, ") as refused:
        export.write(actors, format=name, target=io.BytesIO(), ids=Ids())
    assert "\n" not in str(refused.value)


def test_a_link_is_followed(actors: Graph, tmp_path: Path) -> None:
    """An export to a symbolic link writes the file that it leads to."""
    (tmp_path / "to.nq").symlink_to(tmp_path / "real.nq")
    (tmp_path / "real.nq").write_text("before")
    export.write(actors, format="nquads", target=tmp_path / "to.nq", ids=Ids())
    assert (tmp_path / "to.nq").is_symlink()
    assert (tmp_path / "real.nq").read_text() != "before"


def test_graphml_is_xml(examples: Graph, tmp_path: Path) -> None:
    """GraphML of the examples declares the key of every value that it has."""
    root = ET.fromstring(files(examples, "graphml", tmp_path)["graphml"])  # noqa: S314 (our own file)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {(key.get("for"), key.get("id")) for key in root.findall(f"{space}key")}
    held = {(scope, data.get("key")) for scope in ("node", "edge") for x in root.iter(space + scope) for data in x}
    assert held == keys
