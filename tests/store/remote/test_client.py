"""Requests to a server that cannot, will not, or breaks off."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.config import StoreConfig
from kg.errors import ConfigError, StoreError
from kg.store.remote import Client, addresses
from kg.store.remote.credentials import Password, credentials
from tests.servers import free_port, scripted

if TYPE_CHECKING:
    import httpx

Answer = tuple[int, dict[str, str], str]
BUSY: Answer = (503, {}, "busy")
CLASH: Answer = (500, {}, "Virtuoso 40001 Error SR172: Transaction deadlocked")


def client(server: StoreConfig, *, auth: httpx.Auth | None = None, waits: list[float] | None = None) -> Client:
    """A client that notes how long it waits instead of waiting."""
    told = addresses(server)
    assert told is not None
    noted: list[float] = [] if waits is None else waits
    return Client(told, server, auth=auth, sleep=noted.append)


@pytest.mark.parametrize("trouble", [BUSY, (429, {}, ""), (502, {}, ""), (504, {}, ""), CLASH, None])
def test_what_passes_is_waited_for(trouble: Answer | None) -> None:
    """A server that is busy, and a connection that breaks, are tried again."""
    with scripted(trouble, trouble) as (server, asked), client(server) as asking:
        asking.update("CLEAR GRAPH <urn:g>")
    assert [line.split()[0] for line in asked] == ["POST"] * 3


def test_waits_grow() -> None:
    """Each try waits twice as long as the one before."""
    waits: list[float] = []
    with scripted(BUSY, BUSY, BUSY) as (server, _), client(replace(server, wait=0.5), waits=waits) as asking:
        asking.update("CLEAR ALL")
    assert waits == [0.5, 1, 2]


@pytest.mark.parametrize(
    ("header", "wanted"), [("7", 7.0), ("100000", 60.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", 0.25)]
)
def test_server_says_how_long_to_wait(header: str, wanted: float) -> None:
    """Retry-After holds, in seconds or as a date, within reason."""
    waits: list[float] = []
    busy = (503, {"Retry-After": header}, "")
    with scripted(busy) as (server, _), client(replace(server, wait=0.25), waits=waits) as asking:
        asking.update("CLEAR ALL")
    assert waits == [wanted]


def test_tries_end() -> None:
    """Who never gets an answer says so, and what to do."""
    with scripted(*[BUSY] * 9) as (server, asked), client(replace(server, tries=3)) as asking:
        with pytest.raises(StoreError, match=r"/update: 503 Service Unavailable \(busy\); see the log of the server"):
            asking.update("CLEAR ALL")
        assert len(asked) == 3


def test_nobody_there_is_said() -> None:
    """An address where nobody listens gives one line that names it."""
    server = StoreConfig(url=f"http://127.0.0.1:{free_port()}", tries=2)
    with (
        client(server) as asking,
        pytest.raises(StoreError, match=r"^http://127.0.0.1:\d+/query: no answer \(.+\); see"),
    ):
        asking.rows("SELECT * {}")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"),
        (403, "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"),
        (404, "name its addresses by --store-query, --store-update and --store-graphs"),
        (413, "lower store.whole_quads in kg.toml"),
        (400, "see the log of the server"),
    ],
)
def test_refusal_says_what_to_do(status: int, said: str) -> None:
    """What a server refuses is not tried again; the error has address, status, its words and what to do."""
    with scripted((status, {}, "no,\nnot so")) as (server, asked), client(server) as asking:
        with pytest.raises(StoreError, match=rf"/update: {status} .*\(no, not so\); .*{said}"):
            asking.update("CLEAR ALL")
        assert len(asked) == 1


def test_moved_store_is_not_followed() -> None:
    """A server that sends elsewhere is not given there what was meant for it."""
    with scripted((307, {"Location": "http://elsewhere.example/"}, "")) as (server, asked), client(server) as asking:
        with pytest.raises(StoreError, match=r"307, moved to http://elsewhere\.example/; name that address"):
            asking.update("CLEAR ALL")
        assert len(asked) == 1


@pytest.mark.parametrize("text", ["<html>welcome</html>", json.dumps({"boolean": True}), "[]"])
def test_page_is_no_answer(text: str) -> None:
    """A server that answers a query with something else is said not to be one."""
    with (
        scripted((200, {}, text)) as (server, _),
        client(server) as asking,
        pytest.raises(StoreError, match="200 without"),
    ):
        asking.rows("SELECT * {}")


# ------------------------------------------------------------------------------------------------ credentials


def test_token_goes_with_every_request() -> None:
    """A token is a bearer token."""
    auth = credentials({"KG_STORE_TOKEN": "key-of-the-well"})
    with scripted() as (server, asked), client(server, auth=auth) as asking:
        asking.update("CLEAR ALL")
    assert "Bearer key-of-the-well" in asked[0]


def test_password_is_told_when_asked_for() -> None:
    """Name and password go out once the server has asked, and from then on with every request."""
    challenge = (401, {"WWW-Authenticate": 'Basic realm="wells"'}, "")
    with scripted(challenge) as (server, asked), client(server, auth=Password("mira", "dahl")) as asking:
        asking.update("CLEAR ALL")
        asking.update("CLEAR ALL")
    assert [line.split(" ", 3)[2] for line in asked] == ["-", "Basic", "Basic"]


def test_password_never_goes_in_the_clear_to_who_takes_digests() -> None:
    """A server that asks for a digest is given one."""
    challenge = (401, {"WWW-Authenticate": 'Digest realm="wells", nonce="abc", qop="auth", algorithm=MD5'}, "")
    with scripted(challenge, challenge) as (server, asked), client(server, auth=Password("mira", "dahl")) as asking:
        asking.update("CLEAR ALL")
        asking.update("CLEAR ALL")
    assert all("Basic" not in line for line in asked)
    assert [line.split(" ", 3)[2] for line in asked][-2:] == ["Digest", "Digest"]


@pytest.mark.parametrize(
    "environment",
    [
        {"KG_STORE_USER": "mira"},
        {"KG_STORE_PASSWORD": "x"},
        {"KG_STORE_USER": "m", "KG_STORE_PASSWORD": "x", "KG_STORE_TOKEN": "t"},
    ],
)
def test_half_of_the_credentials_is_refused(environment: dict[str, str]) -> None:
    """A name without a password, the other way round, or a token with them."""
    with pytest.raises(ConfigError, match="expected the first two, or only the last"):
        credentials(environment)


def test_no_credentials_are_none() -> None:
    """Where the environment says nothing, requests go without."""
    assert credentials({}) is None
