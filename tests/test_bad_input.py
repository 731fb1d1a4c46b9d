"""What users mistype, and labels that nobody would choose: a clear line and no file, or a right file."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from lxml import html

from kg.cli import main
from kg.export import FORMATS
from kg.ids import Ids
from kg.store import Graph

if TYPE_CHECKING:
    from pathlib import Path

WILD = "\x1b[31mNor\x00land\x07\u202e <b>&\"',;\t\n\x85\ud7ff"
TRIG = f"""
graph:world {{
  ent:state-norland a kg:State ; rdfs:label {ox.Literal(WILD)} .
  ent:state-sudria a kg:State ; rdfs:label "Sudria" .
  ent:nameless a kg:Thing .
  event:0000000000000001-8-13 a sem:Event ; sem:eventType evt:REQUEST ; kg:action act:urge ; kg:factuality kg:fact ;
    kg:actor ent:state-norland ; kg:recipient ent:state-sudria ; gaf:denotedBy mention:0000000000000001-8-13 ;
    sem:hasLatestEndTimeStamp "2024-03-02"^^xsd:date .
  event:0000000000000001-20-24 a sem:Event ; kg:action act:send ; kg:factuality kg:fact ;
    kg:actor ent:state-sudria ; kg:recipient ent:nameless ; gaf:denotedBy mention:0000000000000001-20-24 ;
    sem:hasLatestEndTimeStamp "2024-03-03"^^xsd:date .
  ent:state-norland gaf:denotedBy mention:0000000000000001-0-7 .
  ent:state-sudria gaf:denotedBy mention:0000000000000001-14-19 .
  ent:nameless gaf:denotedBy mention:0000000000000001-25-30 .
}}
<https://w3id.org/newskg/graph/document/0000000000000001> {{
  doc:0000000000000001 a nif:Context , schema:NewsArticle ; dcterms:title {ox.Literal(WILD)} ;
    dcterms:date "2024-03-02"^^xsd:date ; nif:isString {ox.Literal("Norland urged Sudria send what." + WILD)} .
  mention:0000000000000001-8-13 a kg:EventMention ; nif:referenceContext doc:0000000000000001 ; nif:beginIndex 8 ;
    nif:endIndex 13 ; kg:actorMention mention:0000000000000001-0-7 ;
    kg:recipientMention mention:0000000000000001-14-19 .
  mention:0000000000000001-20-24 a kg:EventMention ; nif:referenceContext doc:0000000000000001 ; nif:beginIndex 20 ;
    nif:endIndex 24 ; kg:actorMention mention:0000000000000001-14-19 ;
    kg:recipientMention mention:0000000000000001-25-30 .
  mention:0000000000000001-0-7 a kg:EntityMention ; nif:referenceContext doc:0000000000000001 ;
    nif:beginIndex 0 ; nif:endIndex 7 .
  mention:0000000000000001-14-19 a kg:EntityMention ; nif:referenceContext doc:0000000000000001 ;
    nif:beginIndex 14 ; nif:endIndex 19 .
  mention:0000000000000001-25-30 a kg:EntityMention ; nif:referenceContext doc:0000000000000001 ;
    nif:beginIndex 25 ; nif:endIndex 30 .
}}
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph on disk with a label that holds all that may go wrong, and a thing without any."""
    folder = tmp_path_factory.mktemp("bad-input") / "news.kg"
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    with Graph.open(folder) as made:
        made.bulk(ox.parse(prefixes + TRIG, ox.RdfFormat.TRIG))
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to write to, but for a file called ``file``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("kept\n")
    return tmp_path


def run(graph: Path, command: str) -> Result:
    """A command on the graph, as a user types it; ``""`` is an empty word."""
    words = [word.replace('""', "") for word in command.split()]
    return CliRunner().invoke(main, [*words, *([] if "--graph" in words else ["--graph", str(graph)])])


# What is typed → the status, and what the line of the error says.
REFUSED = {
    "analyse pagernk": (2, "did you mean 'pagerank'"),
    "analyse path Sudria": (2, "2 actors"),
    "analyse path Sudria Sudra": (1, "did you mean 'Sudria'"),
    "analyse path Sudria Arvenia": (1, "'Arvenia'"),
    'analyse path "" Sudria': (1, "''"),
    "analyse degree --types REQUESTS": (1, "did you mean 'REQUEST'"),
    "analyse degree --since yesterday": (1, "expected one like 2024-03-02"),
    "analyse degree --since 2024-03-05 --until 2024-03-01": (1, "expected the earlier day first"),
    "analyse degree --factuality facts": (1, "did you mean 'fact'"),
    "analyse degree --since 2030-01-01": (1, "since 2030-01-01"),
    "analyse degree --graph nothere.kg": (1, "there is no graph here"),
    "analyse degree --graph file": (1, "there is no graph here"),
    "analyse degree --output file/x.svg": (1, "file/x.svg"),
    "analyse degree --output nowhere/x.svg": (1, "nowhere/x.svg"),
    "analyse degree --output x.foo": (1, ".svg"),
    "export --format graphm": (2, "did you mean 'graphml'"),
    "export --format graphml --types REQUESTS": (1, "did you mean 'REQUEST'"),
    "export --format graphml --output file/x.graphml": (1, "file/x.graphml"),
    "export --format turtle --output nowhere/x.ttl": (1, "nowhere/x.ttl"),
    "export --format csv --output file": (1, "expected a folder"),
    "export --format turtle --graph nothere.kg": (1, "there is no graph here"),
    "draw eg Sudria": (2, "ego"),
    "draw ego Sudra --output x.svg": (1, "Sudria"),
    'draw ego "" --output x.svg': (1, "''"),
    "draw ego Sudria --output x.jpg": (1, ".png"),
    "draw ego Sudria --output file/x.svg": (1, "file/x.svg"),
    "draw ego Sudria --output nowhere/x.svg": (1, "nowhere/x.svg"),
    "draw heatmap --since 2030-01-01 --output x.svg": (1, "since 2030-01-01"),
    "draw actors --graph nothere.kg --output x.svg": (1, "there is no graph here"),
    "report Sudra --html --output x.html": (1, "Sudria"),
    'report "" --html --output x.html': (1, "''"),
    "report Sudria --html --output file/x.html": (1, "file/x.html"),
    "report Sudria --html --output nowhere/x.html": (1, "nowhere/x.html"),
    "report Sudria --html --output x.html --graph nothere.kg": (1, "there is no graph here"),
    "verify --graph nothere.kg": (1, "there is no graph here"),
    "verify --shacl --graph file": (1, "there is no graph here"),
}


@pytest.mark.parametrize("command", REFUSED)
def test_a_mistake_is_told_in_one_line(command: str, graph: Path, here: Path) -> None:
    """An error is one line that says what was meant, and a status; nothing is printed or written beside it."""
    status, expected = REFUSED[command]
    done = run(graph, command)
    assert (done.exit_code, done.stdout) == (status, ""), done.output
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ")
    assert expected in line
    assert [path.name for path in here.iterdir()] == ["file"]
    assert (here / "file").read_text() == "kept\n"


@pytest.mark.parametrize("word", ["Sud\x1b[31mria", "Sud\x00ria", "Sud\nria", "Sud\u202eria"])
@pytest.mark.parametrize("command", ["analyse path {} Sudria", "draw ego {} --output x.svg", "report {} --html"])
def test_a_mistake_does_not_steer_the_terminal(command: str, word: str, graph: Path, here: Path) -> None:
    """A name with control characters that is not there is told without them."""
    words = [part.format(word) for part in command.split(" ")]
    done = CliRunner().invoke(main, [*words, "--graph", str(graph)])
    assert done.exit_code == 1, done.output
    assert steering(done.stderr.removesuffix("\n")) == set()
    assert [path.name for path in here.iterdir()] == ["file"]


# ------------------------------------------------------------------------------------------------ labels


def steering(text: str, *, layout: str = "") -> set[str]:
    """The characters that control a terminal or a page, but those of ``layout``."""
    return {letter for letter in text if unicodedata.category(letter) in {"Cc", "Cf"} and letter not in layout}


@pytest.mark.parametrize("measure", ["degree", "communities", "path Sudria ent:state-norland", "reciprocity"])
def test_a_table_of_any_labels(measure: str, graph: Path) -> None:
    """A table on the terminal has a line for each row, and no control character of a label."""
    done = run(graph, f"analyse {measure}")
    assert done.exit_code == 0, done.output
    assert steering(done.stdout, layout="\n") == set()


def test_json_keeps_any_label(graph: Path) -> None:
    """JSON has a label as it is."""
    rows = json.loads(run(graph, "analyse degree --json").stdout)
    assert WILD in {row["label"] for row in rows}


def test_csv_keeps_the_words_of_any_label(graph: Path) -> None:
    """CSV has as many rows as JSON, and what is no control character of a label."""
    rows = list(csv.DictReader(io.StringIO(run(graph, "analyse degree --csv").stdout, newline="")))
    assert len(rows) == len(json.loads(run(graph, "analyse degree --json").stdout))
    assert any("land" in row["label"] for row in rows)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_export_of_any_labels(form: str, graph: Path, here: Path) -> None:
    """Each format is written with labels of any characters, and with a thing that has none."""
    done = run(graph, f"export --format {form} --output {here}/out")
    assert done.exit_code == 0, done.output
    written = [here / "out"] if (here / "out").is_file() else sorted((here / "out").rglob("*.*"))
    assert written
    assert all(path.stat().st_size for path in written)


@pytest.mark.parametrize("form", ["graphml", "gexf", "rdfxml"])
def test_xml_of_any_labels(form: str, graph: Path, here: Path) -> None:
    """A format of XML is well-formed whatever a label holds."""
    assert run(graph, f"export --format {form} --output {here}/out.xml").exit_code == 0
    assert ET.parse(here / "out.xml").getroot().tag  # noqa: S314 (our own file)


@pytest.mark.parametrize("what", ["ego Sudria", "actors", "timeline Sudria", "heatmap"])
def test_pictures_of_any_labels(what: str, graph: Path, here: Path) -> None:
    """A picture is well-formed SVG whatever a label holds."""
    done = run(graph, f"draw {what} --output {here}/x.svg")
    assert done.exit_code == 0, done.output
    assert ET.parse(here / "x.svg").getroot().tag.endswith("svg")  # noqa: S314 (so)


@pytest.mark.parametrize("what", ["Sudria", "ent:state-norland", "ent:nameless", "doc:0000000000000001"])
def test_reports_of_any_labels(what: str, graph: Path, here: Path) -> None:
    """A report is a page whose words have no control character, and in which no label is markup."""
    done = run(graph, f"report {what} --html --output {here}/x.html")
    assert done.exit_code == 0, done.output
    page = html.document_fromstring((here / "x.html").read_text(encoding="utf-8"))
    assert steering("".join(map(str, page.itertext())), layout="\n\t") - {"\u202e"} == set()
    assert [each for each in page.iter("b") if "&" in "".join(map(str, each.itertext()))] == []
