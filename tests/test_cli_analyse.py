from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from kg.cli import main

if TYPE_CHECKING:
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


@pytest.mark.parametrize("name", NAMES)
def test_table_json_and_csv_have_the_same_rows(example_graph: NewsGraph, name: str) -> None:
    """Each measure prints as many rows in CSV and in a table as in JSON."""
    found = rows(example_graph, name)
    told = list(csv.DictReader(io.StringIO(run(example_graph, name, "--csv").stdout)))
    assert len(told) == len(found)
    table = run(example_graph, name).stdout.splitlines()
    assert len(table) == len(found) + 1


def test_each_measure_has_a_help(example_graph: NewsGraph) -> None:
    """The help names every measure."""
    told = " ".join(run(example_graph, "--help").stdout.split())
    assert all(name in told for name in NAMES)


def test_path_with_its_evidence(example_graph: NewsGraph) -> None:
    """The step from Norway to Iceland stands with the sentence that says so, and its document."""
    (step,) = rows(example_graph, "path", "Norway", "Iceland")
    assert (step["source"], step["action"], step["target"]) == ("ent:state-no", "urge", "ent:state-is")
    assert "Norway has urged Iceland" in step["evidence"][0]["sentence"]
    assert step["evidence"][0]["document"].startswith("doc:")


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
    assert "did you mean 'pagerank'" in refused(run(example_graph, "pagerang"), 2)


def test_a_node_that_is_not_there(example_graph: NewsGraph) -> None:
    """An actor that is not in the network is an error that names the nearest."""
    assert "did you mean 'Iceland'" in refused(run(example_graph, "path", "Norway", "Icelnd"), 1)


def test_no_path(example_graph: NewsGraph) -> None:
    """Two that nothing joins: that is said."""
    assert "no path leads from Norway to Paula Merivalde" in refused(
        run(example_graph, "path", "Norway", "Paula Merivalde"), 1
    )


def test_an_empty_selection(example_graph: NewsGraph) -> None:
    """Filters that leave no event are an error that says which they are."""
    said = refused(run(example_graph, "degree", "--since", "1999-01-01", "--until", "1999-02-01"), 1)
    assert "is left with factuality fact, since 1999-01-01, until 1999-02-01" in said


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
