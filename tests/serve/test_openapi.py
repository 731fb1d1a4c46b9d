from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from starlette.routing import Route

from kg import query
from kg.serve import app as application
from kg.serve.openapi import address, description, reading, standards
from kg.serve.openapi import routes as own_routes
from tests.serve import pools

if TYPE_CHECKING:
    from pathlib import Path

SERVED = application._routes()


def described() -> dict[str, Any]:
    """The description of the whole application."""
    return description(SERVED, private=False)


def test_description_is_valid() -> None:
    """The description is OpenAPI 3.1 by the schema of that, and has operations."""
    schema = schemathesis.openapi.from_dict(described())
    schema.validate()
    assert schema.statistic.operations.total > 60


def test_every_route_is_described() -> None:
    """Every address with every method that the application answers at is in the description."""
    told = {(path, method) for path, operations in described()["paths"].items() for method in operations}
    for route in SERVED:
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}:
            path = address(route.path)
            if path != "/ask/{name}":
                assert (path, method.lower()) in told, path


def test_nothing_else_is_described() -> None:
    """What the application has no route for is left out."""
    assert set(description(own_routes, private=False)["paths"]) == {"/openapi.json"}


def test_questions_are_described_from_their_files() -> None:
    """Each named question is one address with its parameters as its file tells them."""
    paths = described()["paths"]
    for question in query.questions():
        told = paths[f"/ask/{question.name}"]["get"]
        about = {each["name"]: each["description"] for each in told["parameters"]}
        assert told["summary"] == question.text
        assert {each.name: each.about for each in question.parameters}.items() <= about.items()


def test_operations_have_names_of_their_own() -> None:
    """No two operations have one name."""
    every = reading.addresses() | standards.addresses()
    names = [told["operationId"] for operations in every.values() for told in operations.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("private", [False, True])
def test_token_is_told(private: bool) -> None:  # noqa: FBT001 (a value of the test)
    """With ``--private`` every address but ``/health`` needs the token."""
    told = description(SERVED, private=private)
    assert bool(told["security"]) == private
    assert told["paths"]["/health"]["get"]["security"] == []


def test_it_is_served(tmp_path: Path) -> None:
    """``/openapi.json`` gives it."""
    served = pools.client(tmp_path, own_routes)
    answer = served.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    assert json.loads(answer.content)["openapi"] == "3.1.0"
