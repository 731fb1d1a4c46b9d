from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from kg import query
from kg.serve.asking import OPTIONS, routes
from tests.serve import pools
from tests.serve.pages import world

if TYPE_CHECKING:
    from starlette.testclient import TestClient

WHO = "/ask/who-did-what-to-whom"


@pytest.fixture(name="served", scope="module")
def _served(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return pools.client(tmp_path_factory.mktemp("graph"), routes, world.QUADS)


def rows(served: TestClient, path: str, **parameters: str) -> list[dict[str, str]]:
    """The rows of an answer, by CSV."""
    answer = served.get(path, params=parameters, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_rows_answer_the_question(served: TestClient) -> None:
    """Without parameters everything that answers the question is given, with its factuality."""
    found = rows(served, WHO)
    assert [(row["actorName"], row["recipientName"]) for row in found] == [("Norland", "Sudria")]
    assert found[0]["factuality"].endswith("/fact")


@pytest.mark.parametrize("name", ["Norland", "norland", "ent:norland", "https://w3id.org/newskg/entity/norland"])
def test_entity_goes_by_name_or_iri(served: TestClient, name: str) -> None:
    """An entity is given by its label, a prefixed name or its IRI."""
    assert len(rows(served, WHO, actor=name)) == 1
    assert rows(served, WHO, recipient=name) == []


def test_empty_parameter_is_left_out(served: TestClient) -> None:
    """A field of a form that nobody filled in leaves its parameter free."""
    assert rows(served, WHO, actor="", since=" ") == rows(served, WHO)


def test_date_is_a_term(served: TestClient) -> None:
    """A day bounds what is found."""
    assert rows(served, WHO, since="2024-03-05") == []


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv", "text/csv"),
        ("text/html", "text/html"),
    ],
)
def test_format_is_negotiated(served: TestClient, accept: str, media_type: str) -> None:
    """JSON is the default; CSV, TSV, XML and HTML come when they are wanted."""
    answer = served.get(WHO, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == media_type


def test_extension_names_the_format(served: TestClient) -> None:
    """``/ask/NAME.csv`` is CSV."""
    assert served.get(f"{WHO}.csv").headers["content-type"].startswith("text/csv")


def test_limit_cuts_the_rows(served: TestClient) -> None:
    """``limit`` gives that many rows at most, and they are whole."""
    assert len(served.get("/ask/most-active-actors?limit=1").json()["results"]["bindings"]) == 1


def test_unknown_question(served: TestClient) -> None:
    """404 with the nearest name."""
    answer = served.get("/ask/who-urged-whom")
    assert answer.status_code == 404
    assert "did you mean who-urges-whom?" in answer.json()["detail"]
    assert served.get("/ask/who-urged-whom", headers={"Accept": "text/html"}).status_code == 404


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"doer": "Norland"}, "expected one of: actor, recipient"),
        ({"since": "yesterday"}, "a day such as"),
        ({"actor": "Atlantis"}, "no entity of this graph is named 'Atlantis'"),
        ({"actor": "Norlan"}, "did you mean 'Norland'"),
        ({"actor": "http://[bad"}, "which is no entity"),
        ({"action": "act:a b"}, "which is no action"),
        ({"limit": "0"}, "limit"),
        ({"timeout": "x"}, "timeout"),
    ],
)
def test_wrong_parameter(served: TestClient, parameters: dict[str, str], said: str) -> None:
    """400 says what was expected, to a program and on the page."""
    machine = served.get(WHO, params=parameters)
    person = served.get(WHO, params=parameters, headers={"Accept": "text/html"})
    assert (machine.status_code, person.status_code) == (400, 400)
    assert said in machine.json()["detail"]
    assert 'class="refused"' in person.text


@pytest.mark.parametrize("value", ["9" * 5000, "9" * 40, "-1", "x", "\x00", "\udcff", '"', "1 . } DROP ALL"])
def test_any_value_is_answered_or_refused(served: TestClient, value: str) -> None:
    """Whatever stands in the place of a value, the answer is rows or a refusal."""
    encoded = value.encode("utf-8", "surrogateescape")
    for question in query.questions():
        for parameter in question.parameters:
            answer = served.get(f"/ask/{question.name}", params={parameter.name: encoded})
            assert answer.status_code in {200, 400}, (question.name, parameter.name, answer.text)


def test_parameter_given_twice(served: TestClient) -> None:
    """One parameter has one value: 400."""
    assert served.get(f"{WHO}?actor=a&actor=b").status_code == 400


def test_options_are_no_parameters() -> None:
    """No question has a parameter with the name of an option of the address."""
    assert not {p.name for each in query.questions() for p in each.parameters} & set(OPTIONS)


def test_questions_are_listed(served: TestClient) -> None:
    """``/ask`` tells every question with its parameters."""
    told = json.loads(served.get("/ask").content)
    assert [each["name"] for each in told] == [each.name for each in query.questions()]
    assert {"name": "actor", "kind": "entity"}.items() <= told[-1]["parameters"][0].items()
