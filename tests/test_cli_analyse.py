from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from kg.analyse import speakers
from kg.cli import main
from kg.newsgraph import measuring

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from kg.newsgraph import NewsGraph

pytestmark = pytest.mark.model


def run(graph: NewsGraph, *arguments: str) -> Result:
    """``kg analyse`` on the graph of examples/."""
    return CliRunner().invoke(main, ["analyse", *arguments, "--graph", str(graph.folder)])


def rows(graph: NewsGraph, *arguments: str) -> Any:  # noqa: ANN401 (JSON)
    """What it prints as JSON."""
    result = run(graph, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(result: Result, status: int) -> str:
    """The one line of an error."""
    assert (result.exit_code, result.stdout) == (status, "")
    (line,) = result.stderr.splitlines()
    return line


NAMES = ["centrality", "degree", "in", "out", "partners", "pagerank", "betweenness", "communities", "brokers", "cores"]
NAMES += ["reciprocity", "triads", "census", "speakers", "speaks-for"]
ALL = "fact,counterfact,disputed,uncommitted"
# Every measure with arguments for which the graph of examples/ has rows.
ASKED = {
    **{name: ("--factuality", ALL) for name in NAMES if name != "triads"},
    "path": ("Norway", "Iceland"),
    "balance": ("Norway", "Iceland"),
    "bursts": ("--by", "week", "--factuality", ALL),
    "changes": ("--since", "2024-03-15", "--until", "2024-03-31"),
}


def test_every_measure_is_asked() -> None:
    """The cases above take every measure in; triads of examples/ there are none."""
    assert {*ASKED, "triads"} == {*measuring.MEASURES}


@pytest.mark.parametrize("name", ASKED)
def test_each_form_has_the_same_rows(example_graph: NewsGraph, tmp_path: Path, name: str) -> None:
    """JSON, CSV and Parquet, printed or in a file, have the same rows and columns, and a table has a line for each."""
    asked = (name, *ASKED[name])
    found = rows(example_graph, *asked)
    told = list(csv.DictReader(io.StringIO(run(example_graph, *asked, "--csv").stdout)))
    assert found
    assert (len(told), list(told[0])) == (len(found), list(found[0]))
    for suffix in ("csv", "json", "parquet"):
        assert run(example_graph, *asked, "--output", str(tmp_path / f"it.{suffix}")).exit_code == 0
    assert list(csv.DictReader(io.StringIO((tmp_path / "it.csv").read_text(encoding="utf-8")))) == told
    assert json.loads((tmp_path / "it.json").read_text(encoding="utf-8")) == found
    assert pq.read_table(tmp_path / "it.parquet").column_names == list(found[0])
    assert pq.read_table(tmp_path / "it.parquet").num_rows == len(found)
    if name != "path":
        table = run(example_graph, *asked, "--limit", "100000").stdout.splitlines()
        assert [line.split()[0] for line in table[1 : len(found) + 1]] == [str(row["rank"]) for row in found]


@pytest.mark.parametrize("name", ASKED)
def test_each_measure_is_drawn(example_graph: NewsGraph, tmp_path: Path, name: str) -> None:
    """Each measure has a picture, and says where it is."""
    picture = tmp_path / f"{name}.svg"
    result = run(example_graph, name, *ASKED[name], "--output", str(picture))
    assert (result.exit_code, result.stdout) == (0, f"drawn: {picture}\n")
    assert picture.read_bytes().startswith(b"<?xml")


def test_a_picture_as_png(example_graph: NewsGraph, tmp_path: Path) -> None:
    """The name of the file says the format."""
    run(example_graph, "degree", "--output", str(tmp_path / "it.PNG"))
    assert (tmp_path / "it.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_table_in_a_file(example_graph: NewsGraph, tmp_path: Path) -> None:
    """A file in .txt holds what would be printed."""
    run(example_graph, "degree", "--output", str(tmp_path / "it.txt"))
    assert (tmp_path / "it.txt").read_text(encoding="utf-8") == run(example_graph, "degree").stdout


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--output", "it.xlsx"), "it.xlsx: the name says no format; expected one in .json, .csv"),
        (("--output", "it"), "it: the name says no format"),
        (("--output", "it.svg", "--json"), "--json and it.svg ask for two formats"),
        (("--csv", "--json"), "--json and --csv ask for two formats"),
        (("--output", "/nowhere/it.svg"), "/nowhere/it.svg: cannot be written"),
        (("--output", "/nowhere/it.csv"), "/nowhere/it.csv: cannot be written"),
    ],
)
def test_a_file_that_cannot_be(example_graph: NewsGraph, options: tuple[str, ...], expected: str) -> None:
    """A name without a format, two formats, or a folder that is not there is an error of one line."""
    assert expected in refused(run(example_graph, "degree", *options), 1)


def test_nothing_to_show_has_a_reason(example_graph: NewsGraph) -> None:
    """Without rows the table says why; JSON is empty, CSV a header, and both say it where errors go."""
    reason = "nothing to show: no three actors all deal with one another"
    assert run(example_graph, "triads").stdout.startswith(reason)
    as_json, as_csv = run(example_graph, "triads", "--json"), run(example_graph, "triads", "--csv")
    assert (as_json.stdout, as_csv.stdout) == ("[]\n", "rank,members,labels,signs,balanced\n")
    assert as_json.stderr.startswith(reason)
    assert as_csv.stderr.startswith(reason)


def test_nothing_to_draw_has_a_reason(example_graph: NewsGraph, tmp_path: Path) -> None:
    """A picture of no rows is an error that says why, and leaves no file."""
    said = refused(run(example_graph, "triads", "--output", str(tmp_path / "it.svg")), 1)
    assert "there is nothing to draw: no three actors" in said
    assert not list(tmp_path.iterdir())


def test_rows_beyond_the_limit_are_told(example_graph: NewsGraph) -> None:
    """A table that is cut says how many rows there are; a column of scores that are whole numbers has no decimals."""
    lines = run(example_graph, "degree", "--limit", "2").stdout.splitlines()
    assert lines[0].split() == ["rank", "actor", "type", "score"]
    assert lines[1].split()[-1].isdigit()
    assert re.fullmatch(r"2 of \d+ rows; --limit shows more", lines[3])
    assert lines[4] == "score: events with others, in and out"


def test_each_measure_has_a_help(example_graph: NewsGraph) -> None:
    """The help names every measure."""
    told = " ".join(run(example_graph, "--help").stdout.split())
    assert all(name in told for name in measuring.MEASURES)


def test_path_with_its_evidence(example_graph: NewsGraph) -> None:
    """The step from Norway to Iceland stands with the sentence that says so, and its document."""
    (step,) = rows(example_graph, "path", "Norway", "Iceland")
    assert (step["source"], step["action"], step["target"]) == ("ent:state-no", "urge", "ent:state-is")
    assert "Norway has urged Iceland" in step["sentences"][0]["sentence"]
    assert step["sentences"][0]["document"].startswith("doc:")


def test_path_as_text(example_graph: NewsGraph) -> None:
    """Without JSON the sentences stand under their step, with its factuality."""
    first, second, *_ = run(example_graph, "path", "Norway", "Iceland").stdout.splitlines()
    assert first.startswith("1  Norway urge Iceland  (REQUEST, fact")
    assert "“Norway has urged Iceland" in second


def test_an_alias_is_an_actor(example_graph: NewsGraph) -> None:
    """A name of the knowledge base will do, not the label alone."""
    assert rows(example_graph, "path", "Kingdom of Norway", "Iceland")[0]["source"] == "ent:state-no"


def test_balance_says_how_requests_count(example_graph: NewsGraph) -> None:
    """The table of a balance says that PLOVER counts a request as verbal conflict."""
    assert "REQUEST as verbal conflict" in run(example_graph, "balance", "Norway", "Iceland").stdout


def test_unknown_measure(example_graph: NewsGraph) -> None:
    """A measure that does not exist is wrong usage, and the nearest is named."""
    said = refused(run(example_graph, "pagerang"), 2)
    assert "did you mean 'pagerank'? expected one of balance, betweenness, brokers, bursts" in said


def test_a_node_that_is_not_there(example_graph: NewsGraph) -> None:
    """An actor that is not in the network is an error that names the nearest."""
    assert "did you mean 'Iceland'" in refused(run(example_graph, "path", "Norway", "Icelnd"), 1)


def test_no_path(example_graph: NewsGraph) -> None:
    """Two that nothing joins: that is said."""
    assert "no path leads from Norway to Paula Merivalde" in refused(
        run(example_graph, "path", "Norway", "Paula Merivalde"), 1
    )


NOTHING = ("--since", "1999-01-01", "--until", "1999-02-01")


@pytest.mark.parametrize("name", [*ASKED, "triads"])
def test_an_empty_selection(example_graph: NewsGraph, name: str) -> None:
    """Filters that leave no event are an error in every measure; it says how many each of them leaves."""
    names = ASKED.get(name, ()) if name in {"path", "balance"} else ()
    if name == "speaks-for":
        assert run(example_graph, name, *NOTHING).stdout == "nothing to show: no claim is made on behalf of another\n"
        return
    said = refused(run(example_graph, name, *names, *NOTHING), 1)
    assert "since 1999-01-01, until 1999-02-01: no event is left; of " in said
    assert "until alone leaves 0" in said


def test_an_actor_whom_the_filters_leave_out(example_graph: NewsGraph) -> None:
    """An actor of the graph that is in no event left is told apart from one that is not in the graph at all."""
    said = refused(run(example_graph, "path", "Norway", "Iceland", "--types", "AID"), 1)
    assert (
        "'Norway' (ent:state-no) is in the graph, but in no event left with factuality fact, types AID; in all: "
        in said
    )
    assert "(try --factuality)" in said


def test_an_actor_who_deals_with_nobody(example_graph: NewsGraph) -> None:
    """An entity that is no end of any event is in the graph all the same, and that is said."""
    assert "(ent:state-de) is in the graph" in refused(run(example_graph, "path", "Norway", "Germany"), 1)


def test_an_actor_who_is_lifted(example_graph: NewsGraph) -> None:
    """Lifted to its state, the government of Norway is asked for by its own name."""
    lifted = ("--lift", "state", "--factuality", ALL)
    found = rows(example_graph, "balance", "Government of Norway", "Iceland", *lifted)
    assert found == rows(example_graph, "balance", "Norway", "Iceland", *lifted)


def test_claims_count_whatever_became_of_them(example_graph: NewsGraph) -> None:
    """Every claim of speakers counts, by command, method and function alike; facts alone when they are asked for."""
    every = rows(example_graph, "speakers")
    assert every == rows(example_graph, "speakers", "--factuality", ALL)
    assert every != rows(example_graph, "speakers", "--factuality", "fact")
    assert len(every) == example_graph.network(kind="speakers").number_of_edges()
    assert len(every) == speakers(example_graph.graph, example_graph.ids).number_of_edges()


def test_a_burst_of_words(example_graph: NewsGraph) -> None:
    """What is no actor is looked for in the words of themes."""
    assert run(example_graph, "bursts", "water").exit_code == 0
    assert "words called 'zzz'" in refused(run(example_graph, "bursts", "zzz"), 1)


def test_a_burst_of_an_alias(example_graph: NewsGraph) -> None:
    """A name of the knowledge base will do."""
    weekly = ("--by", "week", "--factuality", ALL)
    (row,) = found = rows(example_graph, "bursts", "Federative Republic of Brazil", *weekly)
    assert (row["name"], found) == ("ent:state-br", rows(example_graph, "bursts", "Brazil", *weekly))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--factuality", "facts"), "did you mean 'fact'"),
        (("--certainty", "sure"), "expected one of certain"),
        (("--types", "COERC"), "did you mean 'COERCE'"),
        (("--since", "yesterday"), "--since 'yesterday' is no day"),
        (("--since", "2024-02-02", "--until", "2024-02-01"), "is after until"),
        (("--outlet", "Harbor Post"), "did you mean 'Harbour Post'"),
        (("--place", "Atlantis"), "no event here has the place 'Atlantis'"),
    ],
)
def test_filters_that_mean_nothing(example_graph: NewsGraph, options: tuple[str, ...], expected: str) -> None:
    """A filter that means nothing is an error that names what does."""
    assert expected in refused(run(example_graph, "degree", *options), 1)


def test_too_many_actors(example_graph: NewsGraph) -> None:
    """A measure that takes no actor says so."""
    assert "degree takes no actor" in refused(run(example_graph, "degree", "Norway"), 2)


def test_changes_need_two_days(example_graph: NewsGraph) -> None:
    """Without the days there is nothing to compare."""
    assert "need --since and --until" in refused(run(example_graph, "changes"), 1)


def test_changes(example_graph: NewsGraph) -> None:
    """All that happened in March 2024 is new where nothing is known of February."""
    found = rows(example_graph, "changes", "--since", "2024-03-01", "--until", "2024-03-31", "--limit", "100")
    assert ("Iceland", "Norway") in {(row["left_label"], row["right_label"]) for row in found}


def test_lift_without_a_value(example_graph: NewsGraph) -> None:
    """Lifted to the whole, the government of Norway is Norway."""
    labels = {row["label"] for row in rows(example_graph, "degree", "--lift", "--limit", "100")}
    assert "Norway" in labels
    assert "Government of Norway" not in labels
