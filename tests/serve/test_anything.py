"""Whatever is sent, the answer is one of HTTP's, and an error is a problem body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.serve.settings import Settings
from tests.serve import near

if TYPE_CHECKING:
    from starlette.testclient import TestClient

NAMES = ["query", "update", "default-graph-uri", "using-graph-uri", "timeout", "format", "max-rows", "max-bytes", "x"]
TEXTS = st.one_of(st.text(max_size=30), st.sampled_from(["ASK {}", "DROP ALL", "json", "1", "true", "urn:one", "a b"]))
PARAMETERS = st.lists(st.tuples(st.sampled_from([*NAMES, "union-default-graph"]), TEXTS), max_size=4)
HEADERS = st.dictionaries(
    st.sampled_from(
        ["Accept", "Accept-Encoding", "Content-Type", "Origin", "If-None-Match", "X-Request-Id", "Authorization"]
    ),
    st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=20),
        st.sampled_from(
            ["*/*", "text/csv", "application/sparql-query", "application/sparql-update", "*", "Basic eDp5", "Bearer"]
        ),
        st.just("application/x-www-form-urlencoded"),
    ),
    max_size=4,
)
STATUSES = {200, 204, 304, 400, 401, 403, 404, 405, 406, 415, 429}
PATHS = st.sampled_from(
    ["/sparql", "/sparql.csv", "/sparql/", "/", "/ask/facts", "/health", "/none", "/query", "/resource", "/entity/a"]
)


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of a server that would take updates from who has the token."""
    pool = near.Near(near.built(tmp_path_factory.mktemp("anything") / "news.kg"))
    return near.client(pool, Settings(access_log=False, writable=True, token=near.TOKEN))


REQUESTS = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE"]),
        "url": st.builds(lambda path, pairs: httpx.URL(f"http://127.0.0.1{path}", params=pairs), PATHS, PARAMETERS),
        "headers": HEADERS.map(lambda given: {name: value.encode("latin-1") for name, value in given.items()}),
        "content": st.one_of(st.binary(max_size=30), PARAMETERS.map(lambda pairs: urlencode(pairs).encode())),
    }
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(request=REQUESTS)
def test_anything(writable: TestClient, request: dict[str, Any]) -> None:
    """No request makes the server fail, and every refusal says why in JSON, or on a page for a person."""
    answer = writable.request(**request)
    assert answer.status_code in STATUSES, answer.text
    if answer.status_code >= 400 and request["method"] != "HEAD":
        assert answer.headers["content-type"] in {"application/problem+json", "text/html; charset=utf-8"}
    assert answer.headers["x-content-type-options"] == "nosniff"
