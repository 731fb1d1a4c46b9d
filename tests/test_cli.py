from __future__ import annotations

import csv
import errno
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

import kg
from kg import read
from kg.cli import main
from kg.store import Graph, contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
CONTEXT = click.Context(main)
TOP = {name: cast("click.Command", main.get_command(CONTEXT, name)) for name in main.list_commands(CONTEXT)}
COMMANDS = {
    f"{name} {part}".strip(): command
    for name, top in sorted(TOP.items())
    for part, command in (sorted(top.commands.items()) if isinstance(top, click.Group) else [("", top)])
}
each_command = pytest.mark.parametrize("name", COMMANDS)

TRAWLER = "Portugal urged Morocco on Monday to free the crew of a trawler. Morocco denied that it held anyone."
ROADS = "Kenya gave Uganda $3 million for roads. Uganda thanked Kenya and promised to pave them by June."


# ------------------------------------------------------------------------------------------------ fixtures


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents, and the graph of the first of them."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "trawler.txt").write_text(TRAWLER)
    (folder / "roads.txt").write_text(ROADS)
    with kg.open(folder / "news.kg") as graph:
        graph.build([folder / "trawler.txt"])
    return folder


@pytest.fixture
def folder(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to change; the working folder."""
    copy = shutil.copytree(start, tmp_path / "copy")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture(scope="module")
def examples(example_graph: kg.NewsGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a copy of examples/ and, in ``news.kg``, one of their graph."""
    made = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "examples", made / "examples")
    shutil.copytree(example_graph.folder, made / "news.kg", ignore=shutil.ignore_patterns("reading-*"))
    return made


def run(*arguments: str | Path, stdin: str = "") -> Result:
    """The end of a command; an exception that the command let through fails the test."""
    return CliRunner(catch_exceptions=False).invoke(main, [str(each) for each in arguments], input=stdin)


def digest(folder: Path) -> str:
    """The digest of what readers of the graph in a folder see, runs and all."""
    with kg.open(folder / "news.kg") as graph:
        return graph.graph.digest()


def refused(result: Result, *, status: int = 1) -> str:
    """The one line that a command gave as its error, and nothing else."""
    lines = result.stderr.splitlines()
    assert result.stdout == ""
    assert result.exit_code == status, result.stderr
    assert len(lines) == 1
    assert lines[0].startswith("Error: ")
    return lines[0]


# ------------------------------------------------------------------------------------------------ the commands


def test_each_method_is_a_command() -> None:
    """A public method of the graph has a command of its name, but for those that only Python needs."""
    methods = {name for name, _ in inspect.getmembers(kg.NewsGraph, inspect.isfunction) if not name.startswith("_")}
    assert methods - {name.replace("-", "_") for name in TOP} == {"close", "entity", "network", "pairs"}


def test_each_command_is_a_method() -> None:
    """A command has a method of its name, but for those that stand on modules of their own."""
    methods = {name: getattr(kg.NewsGraph, name.split()[0].replace("-", "_"), None) for name in COMMANDS}
    assert {name for name, method in methods.items() if not inspect.isfunction(method)} == {
        "actors add",
        "actors find",
        "config",
        "extract",
        "serve",
    }


@each_command
def test_each_command_takes_a_graph(name: str) -> None:
    """Each command takes the folder of the graph the same way."""
    (option,) = (each for each in COMMANDS[name].params if "--graph" in each.opts)
    assert option.default == Path("news.kg")


def example(name: str) -> str:
    """The command at the end of a command's help."""
    title, command = (COMMANDS[name].epilog or "").removeprefix("\b\n").split("\n  ", 1)
    assert title == "Example:"
    return command


@each_command
def test_help_ends_with_an_example(name: str) -> None:
    """The help of each command ends with an example of that command."""
    shown = run(*name.split(), "--help").stdout
    assert f"kg {name}" in example(name)
    assert shown.endswith(f"\n  Example:\n    {example(name)}\n")


@pytest.mark.model
@each_command
def test_example_of_the_help_runs(name: str, examples: Path, tmp_path: Path) -> None:
    """The example at the end of the help of each command runs, prints something, and no error."""
    shutil.copytree(examples, tmp_path, dirs_exist_ok=True)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-c", example(name)],  # noqa: S607 (the shell that a reader has)
        check=False,
        capture_output=True,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or (tmp_path / "news.ttl").stat().st_size


def test_no_argument_shows_the_commands() -> None:
    """``kg`` alone lists all commands."""
    shown = run().output
    assert all(re.search(rf"^  {name} ", shown, re.MULTILINE) for name in TOP)


# ------------------------------------------------------------------------------------------------ what is printed


@pytest.mark.model
def test_build_prints_stages_and_digest(folder: Path) -> None:
    """A build prints a line for each stage and, last, the digest."""
    lines = run("build", "roads.txt").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines[1:6]] == [
        "read and clean",
        "annotate and extract",
        "resolve",
        "fuse",
        "write",
    ]
    with kg.open(folder / "news.kg") as graph:
        assert lines[-1] == f"digest {graph.info()['last build']['digest']}"


@pytest.mark.model
def test_quiet_build_prints_the_digest_alone(folder: Path) -> None:
    """``--quiet`` leaves the digest."""
    result = run("build", folder / "roads.txt", "--quiet")
    assert re.fullmatch(r"digest [0-9a-f]{64}\n", result.stdout)
    assert result.stderr == ""


@pytest.mark.model
def test_build_as_json(folder: Path) -> None:
    """``kg build --json`` prints the report that the method returns, and nothing else."""
    (folder / "empty.txt").touch()
    result = run("build", "roads.txt", "empty.txt", "--json")
    report = json.loads(result.stdout)
    assert result.stderr == ""
    assert sorted(report) == ["base", "digest", "documents", "dropped", "skipped", "stages"]
    assert report["documents"] == 2
    assert [each["name"] for each in report["skipped"]] == ["empty.txt"]


OF_ROADS = "SELECT ?document { ?document nif:isString ?text FILTER(CONTAINS(?text, 'roads')) }"


@pytest.mark.model
@pytest.mark.usefixtures("folder")
def test_remove_prints_the_digest_of_what_remains() -> None:
    """A document that is built in and removed by its IRI leaves the digest from before."""
    before = run("build", "trawler.txt", "--quiet").stdout
    run("build", "roads.txt")
    (row,) = json.loads(run("query", "-", "--json", stdin=OF_ROADS).stdout)
    assert run("remove", row["document"]).stdout == before


@pytest.mark.model
def test_ask_in_three_forms(example_graph: kg.NewsGraph) -> None:
    """The table, the CSV and the JSON of an answer have the same rows; the table leaves empty columns out."""
    arguments = ("ask", "who-urges-whom", "--param", "actor=Norway", "--graph", example_graph.folder)
    rows = json.loads(run(*arguments, "--json").stdout)
    assert rows
    assert [{k: v or "" for k, v in row.items()} for row in rows] == list(
        csv.DictReader(StringIO(run(*arguments, "--csv").stdout))
    )
    table = run(*arguments).stdout.splitlines()
    shown = [column for column in rows[0] if any(row[column] for row in rows)]
    assert (table[0].split(), len(table)) == (shown, len(rows) + 2)


@pytest.mark.model
def test_ask_without_a_name_lists_the_questions() -> None:
    """``kg ask`` alone lists each question with its parameters, and needs no graph."""
    shown = run("ask", "--graph", "nowhere.kg").stdout
    for path in (ROOT / "queries").glob("*.rq"):
        assert f"{path.stem} " in shown
    assert "    --param actor=…  entity: " in shown


@pytest.mark.model
def test_query_from_standard_input(example_graph: kg.NewsGraph) -> None:
    """``kg query -`` reads the query from standard input; the project's prefixes need not be declared."""
    sparql = "SELECT ?event { ?event a sem:Event } ORDER BY ?event LIMIT 2"
    shown = run("query", "-", "--csv", "--graph", example_graph.folder, stdin=sparql).stdout.splitlines()
    assert (shown[0], len(shown)) == ("event", 3)


@pytest.mark.model
def test_query_from_a_file(example_graph: kg.NewsGraph, tmp_path: Path) -> None:
    """``kg query FILE`` gives what standard input gives; ASK prints true or false, CONSTRUCT sorted triples."""
    (tmp_path / "ask.rq").write_text("ASK { ?event a sem:Event }")
    (tmp_path / "construct.rq").write_text("CONSTRUCT { ?d a nif:Context } { ?d a nif:Context }")
    assert run("query", tmp_path / "ask.rq", "--graph", example_graph.folder).stdout == "true\n"
    lines = run("query", tmp_path / "construct.rq", "--graph", example_graph.folder).stdout.splitlines()
    assert len(lines) == example_graph.info()["documents"]
    assert lines == sorted(lines)


@pytest.mark.model
def test_output_is_what_is_printed(example_graph: kg.NewsGraph, tmp_path: Path) -> None:
    """``--output`` writes to a file the bytes that are else printed."""
    for arguments in (("ask", "facts"), ("export", "--format", "turtle")):
        shown = run(*arguments, "--graph", example_graph.folder).stdout_bytes
        run(*arguments, "--graph", example_graph.folder, "--output", tmp_path / "out")
        assert (tmp_path / "out").read_bytes() == shown != b""


@pytest.mark.model
def test_the_name_of_a_file_says_the_format(example_graph: kg.NewsGraph, tmp_path: Path) -> None:
    """An answer in .json or .csv is what the options print, and one in .parquet the same rows, days as days."""
    asked = ("ask", "documents", "--graph", example_graph.folder)
    for form in ("json", "csv"):
        assert run(*asked, "--output", tmp_path / f"it.{form}").exit_code == 0
        assert (tmp_path / f"it.{form}").read_bytes() == run(*asked, f"--{form}").stdout_bytes
    assert run(*asked, "--output", tmp_path / "it.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "it.parquet").equals(example_graph.ask("documents").to_arrow())
    assert pa.date32() in pq.read_schema(tmp_path / "it.parquet").types


@pytest.mark.model
def test_verify_lists_what_does_not_hold(folder: Path) -> None:
    """``kg verify`` ends with status 0 where all holds, with 1 and a list where not."""
    good = run("verify", "--no-shacl")
    assert (good.exit_code, good.stdout) == (0, "all holds: spans, factuality, shapes\n")
    with Graph.open(folder / "news.kg") as graph:
        name = kg.open(folder / "news.kg").ids.graph("world")
        graph.replace(name, [quad for quad in graph.quads(name) if "factuality" not in str(quad.predicate)])
    bad = run("verify", "--no-shacl")
    assert bad.exit_code == 1
    assert "an event without factuality" in bad.stdout
    assert json.loads(run("verify", "--no-shacl", "--json").stdout)[0].keys() == {"focus", "rule", "detail"}


# ------------------------------------------------------------------------------------------------ the contract

TYPES = {"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE"}
TYPES |= {"MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"}
KINDS = {"named", "nominal", "pronominal"}
ROLES = {"actor", "recipient", "theme", "place", "time", "amount"}
POLARITIES, CERTAINTIES = {"positive", "negative"}, {"certain", "probable", "possible", "unknown"}
QUOTATIONS = {"direct", "indirect", "mixed"}


@contextmanager
def place(name: str, found: list[str]) -> Iterator[None]:
    """Note a breach, or a field that is missing or of another shape, with the place where it is."""
    try:
        yield
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        found.append(f"{name}: {type(error).__name__} {error}")


def spans(item: dict[str, Any], text: str, *, words: bool = True) -> None:
    """The offsets are those of some words of the text, and of the words that stand beside them."""
    assert type(item["start"]) is int
    assert type(item["end"]) is int
    assert 0 <= item["start"] < item["end"] <= len(text)
    assert not words or item["text"] == text[item["start"] : item["end"]]


def breaches(line: dict[str, Any], document: dict[str, Any]) -> list[str]:
    """What in a line of ``kg extract`` is not as the contract has it, for the document that it was made from."""
    found: list[str] = []
    text = document["text"]
    with place("line", found):
        assert line["id"] == document["id"]
        mentions, events = [e["id"] for e in line["entities"]], [e["id"] for e in line["events"]]
        assert len({*mentions, *events}) == len(mentions) + len(events)
        for item in line["entities"]:
            with place(f"entity {item['id']}", found):
                spans(item, text)
                assert item["kind"] in KINDS
                assert item["type"] is None or item["type"]
                assert isinstance(item["entity"], str)
                assert item["entity"]
        for item in line["events"]:
            with place(f"event {item['id']}", found):
                event(item, text, mentions, events)
        for number, item in enumerate(line["attributions"]):
            with place(f"attribution {number}", found):
                attribution(item, text, mentions, events)
        for number, item in enumerate(line["propositions"]):
            with place(f"proposition {number}", found):
                assert all(isinstance(item[part], str) and item[part] for part in ("subject", "relation", "object"))
    return found


def event(item: dict[str, Any], text: str, mentions: list[str], events: list[str]) -> None:
    """An event and its roles."""
    spans(item, text)
    assert item["action"]
    assert item["type"] is None or item["type"] in TYPES
    assert item["polarity"] in POLARITIES
    assert item["certainty"] in CERTAINTIES
    assert isinstance(item["future"], bool)
    assert 0 <= item["confidence"] <= 1
    assert isinstance(item["event"], str)
    for role in item["roles"]:
        spans(role, text)
        assert role["role"] in ROLES
        assert role["mention"] is None or role["mention"] in mentions
        assert role["event"] is None or role["event"] in events


def attribution(item: dict[str, Any], text: str, mentions: list[str], events: list[str]) -> None:
    """Cue, authority and content of an attribution."""
    for part in (item["cue"], item["authority"]):
        if part is not None:
            spans(part, text, words=False)
    assert item["authority"] is None or item["authority"]["mention"] in {None, *mentions}
    assert item["content"]
    for part in item["content"]:
        spans(part, text, words=False)
    assert item["quotation"] in QUOTATIONS
    assert set(item["events"]) <= set(events)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples as the input of the contract: a line for each, one of them a second time, one not in ASCII."""
    lines = [
        {"id": f"d{number}", "text": each.text}
        | ({"date": each.date.isoformat()} if each.date else {})
        | ({"title": each.title} if each.title else {})
        for number, each in enumerate(read.documents([ROOT / "examples"]))
        if not isinstance(each, read.Skipped)
    ]
    lines.append(lines[0] | {"id": "again"})
    lines.append({"id": "emoji", "text": "🕊️ Perú urged Türkiye to reopen the “Łódź” consulate. 🇵🇪\n\nIt refused."})
    path = tmp_path_factory.mktemp("contract") / "documents.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=line["id"] == "again") + "\n" for line in lines))
    return path


def given(documents: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in documents.read_text().split("\n") if line]


@pytest.fixture(scope="module")
def extracted(documents: Path) -> list[dict[str, Any]]:
    """What ``kg extract`` prints of them."""
    result = run("extract", documents)
    assert result.stderr == ""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.model
def test_extract_prints_a_line_for_each_document(documents: Path, extracted: list[dict[str, Any]]) -> None:
    """``kg extract`` prints a line for each document, in their order, one that stands twice a second time."""
    assert [line["id"] for line in extracted] == [line["id"] for line in given(documents)]


@pytest.mark.model
def test_extract_keeps_the_contract(documents: Path, extracted: list[dict[str, Any]]) -> None:
    """Every field is there, of its kind, every reference leads somewhere, and offsets give the words."""
    for line, document in zip(extracted, given(documents), strict=True):
        assert breaches(line, document) == []
    for part in ("entities", "events", "attributions", "propositions"):
        assert any(line[part] for line in extracted)


@pytest.mark.model
def test_extract_names_the_same_alike(extracted: list[dict[str, Any]]) -> None:
    """One string is one entity across the run: a document read twice has the same entities."""
    first, again = extracted[0], next(line for line in extracted if line["id"] == "again")
    named = [[(e["text"], e["entity"]) for e in line["entities"] if e["kind"] == "named"] for line in (first, again)]
    assert named[0] == named[1] != []


def spoil(change: Callable[[dict[str, Any]], object]) -> list[str]:
    """The breaches of a good line that ``change`` has made bad."""
    text = "Norway urged Iceland."
    line: dict[str, Any] = {
        "id": "d",
        "entities": [
            {"id": "e1", "start": 0, "end": 6, "text": "Norway", "kind": "named", "type": None, "entity": "state:no"}
        ],
        "events": [
            {"id": "v1", "start": 7, "end": 12, "text": "urged", "action": "urge", "type": "REQUEST"}
            | {"polarity": "positive", "certainty": "certain", "future": False, "confidence": 1.0, "event": "d-7-12"}
            | {
                "roles": [
                    {"role": "actor", "start": 0, "end": 6, "text": "Norway", "mention": "e1", "event": None},
                ]
            }
        ],
        "attributions": [
            {"cue": None, "authority": {"start": 0, "end": 6, "mention": "e1"}, "content": [{"start": 7, "end": 20}]}
            | {"quotation": "indirect", "events": ["v1"]}
        ],
        "propositions": [{"subject": "Norway", "relation": "urged", "object": "Iceland"}],
    }
    change(line)
    return breaches(line, {"id": "d", "text": text})


def test_the_checker_passes_a_good_line() -> None:
    """The checker of the contract finds nothing in a line that keeps it."""
    assert spoil(lambda _: None) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.update(id="other"),
        lambda line: line.pop("propositions"),
        lambda line: line["entities"][0].update(end=7),
        lambda line: line["entities"][0].update(kind="name"),
        lambda line: line["entities"].append(line["entities"][0]),
        lambda line: line["events"][0].update(type="YIELD"),
        lambda line: line["events"][0].update(future="false"),
        lambda line: line["events"][0]["roles"][0].update(mention="e2"),
        lambda line: line["events"][0]["roles"][0].update(text="norway"),
        lambda line: line["attributions"][0].update(content=[]),
        lambda line: line["attributions"][0].update(events=["v2"]),
        lambda line: line["attributions"][0]["authority"].update(end=99),
        lambda line: line["propositions"][0].update(object=None),
    ],
)
def test_the_checker_finds_a_breach(change: Callable[[dict[str, Any]], object]) -> None:
    """The checker of the contract finds what was spoilt."""
    assert len(spoil(change)) >= 1


@pytest.mark.model
def test_days_of_events_are_days(extracted: list[dict[str, Any]]) -> None:
    """What the contract does not ask for is regular as well: bounds of times are ISO days, the earlier one first."""
    times = [e["time"] for line in extracted for e in line["events"] if e["time"]]
    closed = [t for t in times if t["earliest"] and t["latest"]]
    bounds = [(date.fromisoformat(t["earliest"]), date.fromisoformat(t["latest"])) for t in closed]
    assert bounds
    assert all(earliest <= latest for earliest, latest in bounds)


# ------------------------------------------------------------------------------------------------ bad documents

BAD: dict[str, tuple[str, bytes]] = {
    "empty": ("bad.txt", b""),
    "blank": ("bad.txt", b" \n\n"),
    "binary": ("bad.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "unknown encoding": ("bad.txt", bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D]) * 40),
    "page without an article": ("bad.html", b"<html><head><title>x</title></head><body><nav>a b</nav></body></html>"),
    "line without text": ("bad.jsonl", b'{"id": "x", "title": "No text"}\n'),
    "line that is no JSON": ("bad.jsonl", b'{"id": "x", "text": \n'),
    "unknown suffix": ("bad.docx", b"PK"),
    "long line, text": ("bad.txt", b"long"),
    "long line, JSON": ("bad.jsonl", b"long"),
    "long line, page": ("bad.html", b"long"),
}
each_bad_document = pytest.mark.parametrize("kind", BAD)


@pytest.fixture(scope="module")
def long_line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file of 50 MB in a single line."""
    path = tmp_path_factory.mktemp("long") / "line"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"Rain fell. " * 90_910)
    yield path
    path.unlink()


@pytest.fixture
def bad(kind: str, folder: Path, long_line: Path) -> Path:
    """A file that cannot be read as a document."""
    name, content = BAD[kind]
    if content == b"long":
        (folder / name).hardlink_to(long_line)
    else:
        (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.model
@each_bad_document
def test_bad_document_alone(bad: Path, folder: Path) -> None:
    """Where nothing can be read, a build says why in one line, ends with status 1, and leaves the graph."""
    before = digest(folder)
    message = refused(run("build", bad))
    assert message.startswith(f"Error: 1 of 1 documents could not be read (first: {bad}")
    assert digest(folder) == before
    bad.unlink()


@pytest.mark.model
@each_bad_document
def test_bad_document_among_others(bad: Path, folder: Path) -> None:
    """Where others can be read, the bad one is skipped in one line and counted, and the build succeeds."""
    result = run("build", bad, folder / "roads.txt")
    (line,) = result.stderr.splitlines()
    assert result.exit_code == 0
    assert line.startswith(f"skipped {bad}")
    assert "; " in line
    assert "left out: 1 document skipped\n" in result.stdout
    assert "documents in the graph: 2\n" in result.stdout
    bad.unlink()


@pytest.mark.model
def test_bad_line_among_others(folder: Path) -> None:
    """A line of JSON without text is skipped by its number, and the lines beside it are read."""
    lines = [{"text": ROADS}, {"title": "No text"}, {"text": "Chad asked Niger for seed."}]
    (folder / "some.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = run("build", "some.jsonl")
    assert (result.exit_code, "documents in the graph: 3\n" in result.stdout) == (0, True)
    assert (
        result.stderr
        == 'skipped some.jsonl:2: has no "text"; expected {"text": "..."}; add the field or leave the line out\n'
    )


@pytest.mark.model
def test_document_twice(folder: Path) -> None:
    """A document that stands twice in one build is read once, and counted."""
    shutil.copy(folder / "roads.txt", folder / "copy.txt")
    result = run("build", "roads.txt", "copy.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "left out: 1 document read twice\n" in result.stdout
    assert "documents in the graph: 2\n" in result.stdout


@pytest.mark.model
@each_bad_document
def test_extract_skips_a_bad_document(bad: Path, folder: Path) -> None:
    """``kg extract`` skips in one line what cannot be read, and prints the others."""
    result = run("extract", bad, folder / "roads.txt")
    (line,) = result.stderr.splitlines()
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert line.startswith(f"skipped {bad}")
    bad.unlink()


@pytest.mark.usefixtures("folder")
def test_extract_of_bad_documents_alone() -> None:
    """``kg extract`` ends with status 1 where nothing could be read."""
    Path("empty.txt").touch()
    assert "nothing could be read: empty.txt: is empty" in refused(run("extract", "empty.txt"))


# ------------------------------------------------------------------------------------------------ wrong commands

WRONG: dict[str, tuple[list[str], int, str]] = {
    "path that does not exist": (["build", "trawler.txt", "none.txt"], 1, "none.txt does not exist"),
    "path that does not exist, to extract": (["extract", "none.txt"], 1, "none.txt does not exist"),
    "folder without documents": (["build", "nothing"], 1, "no document under nothing"),
    "folder without documents, to extract": (["extract", "nothing"], 1, "no document under nothing"),
    "unknown question": (["ask", "who-urges"], 1, "did you mean who-urges-whom"),
    "unknown parameter": (["ask", "facts", "--param", "colour=red"], 1, "no parameter 'colour'"),
    "parameter without a value": (["ask", "facts", "--param", "actor"], 1, "expected NAME=VALUE"),
    "unknown entity": (["ask", "who-urges-whom", "--param", "actor=Atlantis"], 1, "named 'Atlantis'"),
    "malformed query": (["query", "wrong.rq"], 1, "expected"),
    "update": (["query", "update.rq"], 1, "Error: "),
    "query that is not there": (["query", "none.rq"], 1, "none.rq: cannot be read as a query"),
    "unknown format": (["export", "--format", "word"], 2, "'word' is not one of 'turtle'"),
    "no format": (["export"], 2, "Missing option '--format'"),
    "unknown option": (["ask", "--nope"], 2, "No such option '--nope'"),
    "unknown command": (["explain"], 2, "No such command 'explain'"),
    "no path and no graph": (["build", "--graph", "none.kg"], 1, "make one with `kg build PATH --graph none.kg`"),
    "no path and another folder": (["build", "--graph", "nothing"], 1, "no graph at nothing"),
    "judgement of an unknown event": (
        ["judge", "event:0123456789abcdef-1-2", "event:0123456789abcdef-3-4", "no"],
        1,
        "has no event 'event:0123456789abcdef-1-2'",
    ),
    "judgement of an unknown entity": (["judge", "ent:nobody", "ent:no-one", "yes"], 1, "has no entity 'ent:nobody'"),
    "judgement of what is no id": (["judge", "doc:1", "ent:state-pt", "yes"], 1, "'doc:1' is no id of an event or"),
    "judgement of one on both sides": (["judge", "state:pt", "ent:state-pt", "yes"], 1, "stands on both sides"),
    "judgement without a verdict": (["judge", "ent:a", "ent:b"], 2, "yes, no or unsure, or --undo"),
    "judgement with a verdict to undo": (["judge", "ent:a", "ent:b", "no", "--undo"], 2, "either a verdict"),
    "unknown verdict": (["judge", "ent:a", "ent:b", "perhaps"], 2, "'perhaps' is not one of 'yes', 'no', 'unsure'"),
    "nothing to undo": (["judge", "ent:a", "ent:b", "--undo"], 1, "no judgement is about 'ent:a' and 'ent:b'"),
    "one member": (["explode", "ent:state-pt"], 1, "only one member"),
    "nothing that was taken apart": (["explode", "ent:state-pt", "--undo"], 1, "was not taken apart"),
    "no worker": (["build", "roads.txt", "--workers", "0"], 2, "0 is not in the range"),
    "unknown factuality": (["export", "--format", "gexf", "--factuality", "true"], 1, "'true' is unknown"),
    "folder that is not there": (["ask", "facts", "--output", "none/out.csv"], 1, "none/out.csv: cannot be written"),
    "folder that is not there, to export": (["export", "--format", "trig", "--output", "none/x"], 1, "none/x"),
    "unknown document": (["remove", "0000000000000000"], 1, "`kg ask documents` lists"),
    "unknown event": (["why", "event:0000000000000000-1-2"], 1, "nothing in this graph is"),
    "unknown sentence": (
        ["why-not", "It never rained."],
        1,
        "no document of this graph holds 'It ne",
    ),
    "graph that is not there": (["info", "--graph", "none.kg"], 1, "make one with `kg build PATH --graph none.kg`"),
    "graph that is a file": (["build", "roads.txt", "--graph", "trawler.txt"], 1, "trawler.txt"),
    "graph that is another folder": (["info", "--graph", "nothing"], 1, "no graph at nothing"),
    "configuration with an unknown key": (["config", "--graph", "unknown-key.kg"], 1, "unknown key build.speed"),
    "configuration that is no TOML": (["build", "roads.txt", "--graph", "no-toml.kg"], 1, "not a TOML file"),
    "model that is not installed": (["build", "roads.txt", "--graph", "model.kg"], 1, "'no_such_pipeline' is not inst"),
    "model that is not installed, to extract": (["extract", "roads.txt", "--graph", "model.kg"], 1, "not installed"),
}
NEEDS_GRAPH = ["ask facts", "query ask.rq", "export --format turtle", "analyse centrality", "serve", "info"]
NEEDS_GRAPH += ["judge ent:a ent:b yes", "explode ent:a", "review"]
NEEDS_GRAPH += ["verify", "why event:0-1-2", "why-not rain", "remove 0"]


@pytest.fixture
def wrong(folder: Path) -> Path:
    """The folder of the graph, with what wrong commands name."""
    (folder / "nothing").mkdir()
    (folder / "wrong.rq").write_text("SELECT ?event {\n ?event a\n}")
    (folder / "update.rq").write_text("DELETE WHERE { ?s ?p ?o }")
    (folder / "ask.rq").write_text("ASK { ?s ?p ?o }")
    tables = {
        "unknown-key": "[build]\nspeed = 3\n",
        "no-toml": "[build\n",
        "model": '[annotate]\nmodel = "no_such_pipeline"\n',
    }
    for name, table in tables.items():
        (folder / f"{name}.kg").mkdir()
        (folder / f"{name}.kg" / "kg.toml").write_text(table)
    return folder


@pytest.mark.model
@pytest.mark.parametrize("kind", WRONG)
def test_wrong_command(kind: str, wrong: Path) -> None:
    """A command that cannot be done says so in one line, with its exit status, and leaves the graph and the folder."""
    arguments, status, expected = WRONG[kind]
    before, files = digest(wrong), sorted(wrong.rglob("*"))
    assert expected in refused(run(*arguments), status=status)
    assert (digest(wrong), sorted(wrong.rglob("*"))) == (before, files)


@pytest.mark.parametrize("command", NEEDS_GRAPH)
def test_no_graph_here(command: str, tmp_path: Path) -> None:
    """Each command that needs a graph says in one line that there is none, and makes none."""
    (tmp_path / "ask.rq").write_text("ASK { ?s ?p ?o }")
    arguments = command.replace("ask.rq", str(tmp_path / "ask.rq")).split()
    assert "there is no graph here" in refused(run(*arguments, "--graph", tmp_path / "none.kg"))
    assert not (tmp_path / "none.kg").exists()


# ------------------------------------------------------------------------------------------------ a store in use


@pytest.fixture
def holder(folder: Path) -> Iterator[int]:
    """The number of another process that holds the store for writing."""
    code = "import sys; from pathlib import Path; from kg.store import Graph\n"
    code += f"graph = Graph.open(Path({str(folder / 'news.kg')!r})); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process.pid
        process.kill()


@pytest.mark.model
@pytest.mark.parametrize("command", ["build", "remove"])
def test_store_that_another_process_holds(command: str, holder: int, folder: Path) -> None:
    """While another process writes, a build and a removal end with one line that names it where the system can tell."""
    before = digest(folder)
    with kg.open(folder / "news.kg") as graph:
        (ident,) = graph.shards.ids()
    message = refused(run(command, {"build": str(folder / "roads.txt"), "remove": ident}[command]))
    assert re.search(rf"is held by (another process|process {holder} \(.+\)); wait until that ends", message)
    assert digest(folder) == before


@pytest.mark.model
@pytest.mark.usefixtures("folder", "holder")
def test_reading_while_another_process_writes() -> None:
    """While another process writes, questions are answered."""
    result = run("ask", "documents", "--csv")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)


# ------------------------------------------------------------------------------------------------ a full disk


def full(*_: object, **__: object) -> Any:  # noqa: ANN401 (stands for functions of any kind)
    """A disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


FULL: dict[str, tuple[object, str]] = {
    "store": (contents, "exchange"),
    "digest": (contents, "total"),
    "text layer": (os, "fdopen"),
    "report": (Path, "write_text"),
    "snapshot": (Path, "rename"),
}


@pytest.mark.model
@pytest.mark.parametrize("where", FULL)
def test_build_on_a_full_disk(where: str, folder: Path) -> None:
    """A build that a full disk ends says so in one line, and leaves the graph as it was."""
    before = digest(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*FULL[where], full)
        message = refused(run("build", "roads.txt", "--no-cache", "--graph", folder / "news.kg"))
    assert "space" in message
    assert digest(folder) == before


@pytest.mark.model
def test_cache_that_cannot_be_written(folder: Path) -> None:
    """A cache of parses that finds no room is left alone: the build succeeds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "trawler.txt"))
        result = run("build", "roads.txt", "--quiet", "--graph", folder / "news.kg")
    assert (result.exit_code, result.stderr) == (0, "")


LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); from kg.cli import main; main()"


@pytest.mark.model
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit acts on RocksDB's files on Linux")
@pytest.mark.parametrize("size", [0, 65_536])
def test_build_without_room(size: int, folder: Path) -> None:
    """Where the system really refuses to let files grow, a build ends with one line, and the graph is as it was.

    (A file that may not exceed a size is as near to a full disk as a test can come without rights to mount one.)
    """
    before = digest(folder)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED.format(size), "build", "roads.txt", "--no-cache", "--quiet"],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Error: no space is left on the disk of .*\n", done.stderr)
    assert digest(folder) == before


@pytest.mark.model
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["ask facts", "query ask.rq", "export --format turtle", "export --format gexf"])
@pytest.mark.usefixtures("wrong")
def test_output_to_a_full_disk(command: str) -> None:
    """An answer that finds no room is an error of one line."""
    assert "No space left on device" in refused(run(*command.split(), "--output", "/dev/full"))


@pytest.mark.model
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["ask facts", "export --format turtle", "info", "config"])
@pytest.mark.usefixtures("wrong")
def test_standard_output_to_a_full_disk(command: str) -> None:
    """A standard output that finds no room is an error of one line, also where it is written late."""
    with Path("/dev/full").open("wb") as target:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *command.split()],
            check=False,
            stdout=target,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            encoding="utf-8",
        )
    assert done.returncode == 1
    assert re.fullmatch(r"Error: .*No space left on device; .*\n", done.stderr)


@pytest.mark.model
def test_reader_that_goes_away(examples: Path) -> None:
    """A reader that takes one line and leaves ends the command without a word."""
    code = f'"{sys.executable}" -m kg export --format nquads | head -1'
    done = subprocess.run(
        ["bash", "-c", code],  # noqa: S607 (the shell that a reader has)
        check=False,
        capture_output=True,
        cwd=examples,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
    )
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")
