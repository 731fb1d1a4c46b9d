"""What stands between the network and the handlers."""

from __future__ import annotations

import hashlib
import io
import json
import logging
from typing import TYPE_CHECKING, Any, cast

import pytest

from kg.config import ServeConfig
from kg.serve.safety.log import logging_to
from kg.serve.settings import Settings
from tests.serve import near

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from kg.serve.safety.gate import Gate

QUERY = "/sparql?query=ASK%7B%7D"


def quiet(**options: Any) -> Settings:  # noqa: ANN401 (any option)
    """Settings without an access log."""
    return Settings(access_log=False, **options)


# ------------------------------------------------------------------------------------------------ hosts


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7878", "127.0.0.2", ""])
def test_foreign_host(client: TestClient, host: str) -> None:
    """A request that names another host is refused, so that a page elsewhere cannot read the graph."""
    assert client.get(QUERY, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:7878", "127.0.0.1:80", "[::1]", "[::1]:7878"])
def test_own_host(client: TestClient, host: str) -> None:
    """The names of this machine are known."""
    assert client.get(QUERY, headers={"Host": host}).status_code == 200


def test_named_host(pool: near.Near) -> None:
    """A proxy may pass on the name that it is known by, if the configuration has it."""
    client = near.client(pool, quiet(config=ServeConfig(hosts="kg.example, news.example")), host="news.example")
    assert client.get(QUERY).status_code == 200


def test_any_host(pool: near.Near) -> None:
    """On a public address, a request may name it as it likes."""
    client = near.client(pool, quiet(host="192.0.2.1", public_read=True), host="kg.example")
    assert client.get(QUERY).status_code == 200


# ------------------------------------------------------------------------------------------------ pages elsewhere


@pytest.mark.parametrize("origin", ["http://localhost:8000", "http://127.0.0.1", "https://[::1]:3", "http://LOCALHOST"])
def test_page_of_this_machine(client: TestClient, origin: str) -> None:
    """A page of this machine may read."""
    assert client.get(QUERY, headers={"Origin": origin}).headers["access-control-allow-origin"] == origin


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example", "file://"])
def test_page_of_elsewhere(client: TestClient, origin: str) -> None:
    """Another page may not."""
    assert "access-control-allow-origin" not in client.get(QUERY, headers={"Origin": origin}).headers


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({"origins": ("https://a.example",)}, "https://a.example"),
        ({"origins": ("https://b.example",)}, None),
        ({"origins": ("*",)}, "*"),
        ({"public_read": True}, "*"),
        ({"public_read": True, "origins": ("https://b.example",)}, None),
    ],
)
def test_page_that_is_named(pool: near.Near, options: dict[str, Any], shown: str | None) -> None:
    """Who serves says whose pages may read; where everybody may read, every page may."""
    answer = near.client(pool, quiet(**options)).get(QUERY, headers={"Origin": "https://a.example"})
    assert answer.headers.get("access-control-allow-origin") == shown


def test_page_reads_an_error(client: TestClient) -> None:
    """A page may read what was wrong too."""
    answer = client.get("/sparql?query=SELEC", headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (400, "http://localhost")


def test_preflight(client: TestClient) -> None:
    """A browser that asks first is told what it may send."""
    headers = {"Origin": "http://localhost", "Access-Control-Request-Method": "POST"}
    answer = client.options("/sparql", headers=headers)
    allowed = answer.headers["access-control-allow-headers"].split(", ")
    assert (answer.status_code, {"Authorization", "Content-Type"} <= set(allowed)) == (204, True)
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS, POST"


def test_preflight_needs_no_token(pool: near.Near) -> None:
    """A browser asks without the token, which it may not send yet."""
    client = near.client(pool, quiet(private=True, token=near.TOKEN))
    headers = {"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    answer = client.options("/sparql", headers=headers)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")


def test_options(client: TestClient) -> None:
    """Anybody may ask what may be done at an address."""
    answer = client.options("/sparql")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_options_of_nothing(client: TestClient) -> None:
    """An address that is not there has none."""
    assert client.options("/nothing").status_code == 404


# ------------------------------------------------------------------------------------------------ headers


@pytest.mark.parametrize("url", [QUERY, "/", "/nothing", "/health", "/sparql?query=SELEC"])
def test_security_headers(client: TestClient, url: str) -> None:
    """Every answer forbids what a browser could be made to do with it, and says nothing of the server."""
    headers = client.get(url).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert "server" not in headers


def test_vary(client: TestClient) -> None:
    """Caches know what an answer depends on."""
    assert client.get(QUERY).headers["vary"] == "Accept, Accept-Encoding, Origin"


def test_vary_where_private(pool: near.Near) -> None:
    """With a token, it depends on that too."""
    client = near.client(pool, quiet(private=True, token=near.TOKEN))
    assert client.get(QUERY, headers=near.BEARER).headers["vary"].endswith(", Authorization")


def test_request_id(client: TestClient) -> None:
    """A request has the name that the client gave it, or one of its own."""
    named = client.get(QUERY, headers={"X-Request-Id": "mine-7"}).headers["x-request-id"]
    others = {client.get(QUERY).headers["x-request-id"] for _ in range(3)}
    assert (named, len(others)) == ("mine-7", 3)


@pytest.mark.parametrize("name", ["a b", "x" * 65, "a;b"])
def test_request_id_that_is_none(client: TestClient, name: str) -> None:
    """A name that would not do in a log is not kept."""
    assert client.get(QUERY, headers={"X-Request-Id": name}).headers["x-request-id"] != name


def test_unknown_address(client: TestClient) -> None:
    """An address that is not there is a problem too."""
    answer = client.get("/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["title"] == "Not Found"


# ------------------------------------------------------------------------------------------------ rates


def test_too_many_requests(pool: near.Near) -> None:
    """Who asks too often on a public address is told when to come again."""
    config = ServeConfig(requests_per_second=0.1, burst=2)
    client = near.client(pool, quiet(host="192.0.2.1", public_read=True, config=config))
    answers = [client.get("/health") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 10


def test_no_limit_here(pool: near.Near) -> None:
    """On this machine nobody is counted."""
    client = near.client(pool, quiet(config=ServeConfig(requests_per_second=0.1, burst=1)))
    assert {client.get("/health").status_code for _ in range(5)} == {200}


# ------------------------------------------------------------------------------------------------ log


def lines(
    pool: near.Near, url: str, settings: Settings | None = None, headers: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """What is logged of one request."""
    stream = io.StringIO()
    with logging_to(stream):
        client = near.client(pool, settings or Settings())
        client.get(url, headers=headers)
        cast("Gate", client.app).flush()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_log(pool: near.Near) -> None:
    """A request is one line: when, who, what, how it ended, how long it took, and what was sent."""
    (line,) = lines(pool, QUERY, headers={"X-Request-Id": "mine"})
    assert line.pop("time").endswith("+00:00")
    assert line.pop("ms") > 0
    assert line == {
        "request": "mine",
        "method": "GET",
        "path": "/sparql",
        "status": 200,
        "bytes": 26,
        "client": "testclient",
        "query": hashlib.sha256(b"ASK{}").hexdigest()[:16],
    }


def test_no_secrets_in_the_log(pool: near.Near) -> None:
    """Neither the token nor a query, nor any parameter, is logged, whatever becomes of the request."""
    private = Settings(private=True, token=near.TOKEN)
    pool.refusal = RuntimeError("words of the query")
    logged = lines(pool, "/sparql?query=ASK%7B%7D%23words&other=words", private, near.BEARER)
    logged += lines(pool, "/sparql?query=words", private, {"Authorization": "Bearer words-of-a-wrong-token"})
    assert [line.get("status") for line in logged] == [None, 500, 401]
    assert [secret for secret in (near.TOKEN, "words", "ASK") if secret in json.dumps(logged)] == []


def test_log_of_an_error(pool: near.Near) -> None:
    """Of an error of our own, the log says which it was and where."""
    pool.refusal = RuntimeError("unexpected")
    error, _ = lines(pool, QUERY)
    assert (error["level"], error["exception"], "near.py" in error["at"][-1]) == ("error", "RuntimeError", True)


def test_no_log(pool: near.Near) -> None:
    """The log can be left out."""
    assert lines(pool, QUERY, quiet()) == []


def test_logging_ends() -> None:
    """Afterwards, the loggers are as they were."""
    before = logging.getLogger("kg.serve").handlers[:]
    with logging_to(io.StringIO()):
        pass
    assert logging.getLogger("kg.serve").handlers == before
