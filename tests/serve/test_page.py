"""The page for people."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from kg.query import Kind, Parameter, Question
from kg.serve.page import page

if TYPE_CHECKING:
    from starlette.testclient import TestClient

MEAN = Question(
    name="a<b",
    text="Is <script> & more asked?",
    parameters=(Parameter(name="who", kind=Kind.ENTITY, about="who"),),
    sparql='SELECT ?who { ?who ?p "<&>" }',
)


def test_page_names_the_endpoint(client: TestClient) -> None:
    """The page says where queries go."""
    assert '<form action="/sparql" method="get">' in client.get("/").text


def test_page_is_escaped() -> None:
    """What stands in a question cannot become markup."""
    text = page([MEAN], endpoint="/sparql")
    assert ("<script>" in text, "Is &lt;script&gt; &amp; more asked?" in text, "<code>a&lt;b</code>" in text) == (
        False,
        True,
        True,
    )


def test_page_links_work(client: TestClient) -> None:
    """The link of a question asks it."""
    link = re.search(r'<li>.*?href="([^"]+)"', page([MEAN], endpoint="/sparql"))
    assert link is not None
    assert client.get(html.unescape(link[1])).json()["head"] == {"vars": ["who"]}


def test_page_loads_nothing(client: TestClient) -> None:
    """The page has nothing to load."""
    assert "src=" not in client.get("/").text


def test_page_lists_what_ships(client: TestClient) -> None:
    """The page lists the questions that ship."""
    assert "<code>who-urges-whom</code>" in client.get("/").text


def test_health(client: TestClient) -> None:
    """Whoever watches is told that all is well."""
    assert client.get("/health").json() == {"status": "ok"}
