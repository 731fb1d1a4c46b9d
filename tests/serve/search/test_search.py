from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import StoreError
from kg.ids import Ids
from kg.serve.search import building, routes, table
from kg.serve.search.index import Index
from tests.serve import pools
from tests.serve.pages import world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient


@pytest.fixture(name="served", scope="module")
def _served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with pools.client(
        tmp_path_factory.mktemp("graph"), routes, world.QUADS
    ) as served:  # one event loop for all requests
        ready(served)
        yield served


def ready(served: TestClient) -> dict[str, Any]:
    """Waits for the index; the last answer of a search."""
    answer = served.get("/search", params={"q": "norland"})
    for _ in range(200):
        if answer.status_code != 503:
            break
        assert answer.headers["retry-after"].isdigit()
        time.sleep(0.1)
        answer = served.get("/search", params={"q": "norland"})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def hits(served: TestClient, q: str, **more: str) -> list[dict[str, Any]]:
    """What a search finds."""
    answer = served.get("/search", params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["hits"]
    return found


def test_names_are_found(served: TestClient) -> None:
    """An entity is found by its label, with its IRI and kind."""
    first = hits(served, "norland")[0]
    assert (first["kind"], first["iri"]) == ("entity", "https://w3id.org/newskg/entity/norland")


def test_events_are_found_with_factuality(served: TestClient) -> None:
    """An event is found by its action and theme, and stands with its factuality."""
    found = hits(served, "urge port", kind="event")
    assert [each["iri"].rsplit("/", 1)[-1] for each in found] == ["0123456789abcdef-8-13"]
    assert found[0]["factuality"].endswith("/fact")


def test_sentences_are_found_with_their_document(served: TestClient) -> None:
    """A sentence is evidence: it comes with its document."""
    found = hits(served, '"open the port"', kind="sentence")
    assert found[0]["document"].endswith("/document/0123456789abcdef")
    assert found[0]["iri"].endswith("/mention/0123456789abcdef-0-38")


def test_titles_are_found_and_escaped(served: TestClient) -> None:
    """A snippet is HTML of ours: what was found is marked, all else is escaped."""
    found = hits(served, "port", kind="document")
    assert found[0]["snippet"] == "A &lt;b&gt;<mark>port</mark>&lt;/b&gt;"
    assert found[0]["text"] == "A <b>port</b>"


def test_page_is_escaped(served: TestClient) -> None:
    """The page for people shows words and hits as text."""
    answer = served.get("/search", params={"q": '<script> "port"'}, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<b>port" not in served.get("/search?q=port&format=html").text


def test_kinds_are_told_apart(served: TestClient) -> None:
    """``kind`` keeps to what it names, several kinds to all of them."""
    assert {each["kind"] for each in hits(served, "port", kind="sentence")} == {"sentence"}
    answer = served.get("/search?q=port&kind=sentence&kind=document").json()
    assert {each["kind"] for each in answer["hits"]} == {"sentence", "document"}


def test_hits_come_in_parts(served: TestClient) -> None:
    """By limit and offset each hit comes once, the best first."""
    everything = hits(served, "norland", limit="100")
    parts = [hits(served, "norland", limit="1", offset=str(n)) for n in range(len(everything))]
    assert [each for part in parts for each in part] == everything
    assert [each["score"] for each in everything] == sorted((each["score"] for each in everything), reverse=True)


@pytest.mark.parametrize(
    "query", ["", "q=", "q=a&q=b", "q=a&kind=x", "q=a&limit=0", "q=a&limit=101", "q=%00", "q=a&offset=x"]
)
def test_wrong_search_is_refused(served: TestClient, query: str) -> None:
    """What cannot be looked for is refused with 400."""
    assert served.get(f"/search?{query}").status_code == 400


def test_newer_snapshot_is_indexed(tmp_path: Path) -> None:
    """The last index answers until that of a newer snapshot is whole; then that one does."""
    with pools.client(tmp_path, routes, world.QUADS) as served:
        ready(served)
        behind = pools.pool(served)
        (tmp_path / "new").mkdir()
        newer = pools.pool(pools.client(tmp_path / "new", routes, 'graph:a { ent:a rdfs:label "Arvenia" }'))
        behind.generation = newer.generation
        behind.generation.tag = "two"
        found = hits(served, "arvenia")
        for _ in range(200):
            if found:
                break
            time.sleep(0.1)
            found = hits(served, "arvenia")
        assert found[0]["iri"].endswith("/entity/a")
        assert not hits(served, "norland")


def test_failure_is_told(tmp_path: Path) -> None:
    """Where no index can be made, the answer is 503 and says why, and is not tried again at once."""

    async def tried() -> tuple[bool, str]:
        pool = pools.pool(pools.client(tmp_path, routes, ""))
        pool.generation.folder = tmp_path / "nowhere"
        found = Index(pool, base=Ids().base)  # type: ignore[arg-type]  # a pool for tests
        found.look()
        assert found._making is not None
        await found._making
        await found.stop()
        return found.look(), found.problem

    there, problem = asyncio.run(tried())
    assert not there
    assert "could not be made" in problem


def test_index_is_whole_or_not_there(tmp_path: Path) -> None:
    """A making that fails leaves no file."""

    def broken() -> Iterator[table.Row]:
        yield table.Row(words="a", kind="entity", iri="urn:a")
        message = "the disk is gone"
        raise StoreError(message)

    with pytest.raises(StoreError, match="the disk is gone"):
        building.written(broken(), tmp_path / "search.db")
    assert list(tmp_path.iterdir()) == []


def test_search_ends_in_time(tmp_path: Path) -> None:
    """A search that takes longer than its seconds is ended."""
    table.write((table.Row(words=f"a b{n}", kind="entity", iri=f"urn:{n}") for n in range(20_000)), tmp_path / "x.db")
    connection = table.opened(tmp_path / "x.db")
    with pytest.raises(table.TimeIsUpError):
        table.find(connection, '"a" "b"*', kinds=(), limit=10, offset=0, seconds=0)
    connection.close()


def test_odd_sentences_are_passed_over(tmp_path: Path) -> None:
    """Ids and values that a user's own graph gives do not end the making."""
    odd = """graph:own { doc:d nif:isString "Short." . mention:d-3-99 a nif:Sentence . mention:d-9-12 a nif:Sentence .
      mention:d-x a nif:Sentence . [] a nif:Sentence ; rdfs:label "x" . ent:a rdfs:label 3 . [] nif:isString "y" }"""
    pool = pools.pool(pools.client(tmp_path, routes, odd))
    rows = list(building.rows(pool.answering._store, Ids()))
    assert sorted((row.kind, row.words) for row in rows) == [("entity", "3"), ("sentence", "rt.")]
