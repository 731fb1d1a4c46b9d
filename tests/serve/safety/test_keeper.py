"""Who may read and write."""

from __future__ import annotations

import base64

import pytest

from kg.config import ServeConfig
from kg.serve.problems import Problem
from kg.serve.safety.keeper import Keeper, presented
from kg.serve.settings import Settings
from tests.serve import near

QUERY = "/sparql?query=ASK%7B%7D"
PRIVATE = Settings(access_log=False, private=True, token=near.TOKEN)
WRITABLE = Settings(access_log=False, writable=True, token=near.TOKEN)
UPDATE = {"Content-Type": "application/sparql-update"}


def basic(name: str, password: str) -> dict[str, str]:
    """The header of Basic authentication."""
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.mark.parametrize(
    "headers",
    [near.BEARER, {"Authorization": f"bearer {near.TOKEN}"}, basic("", near.TOKEN), basic("anybody", near.TOKEN)],
)
def test_right_token(pool: near.Near, headers: dict[str, str]) -> None:
    """The token lets in, by Bearer or as the password of Basic."""
    assert near.client(pool, PRIVATE).get(QUERY, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": near.TOKEN},
        {"Authorization": "Bearer"},
        {"Authorization": f"Bearer {near.TOKEN}x"},
        {"Authorization": f"Bearer {near.TOKEN[:-1]}"},
        {"Authorization": f"Digest {near.TOKEN}"},
        {"Authorization": "Basic !!"},
        {"Authorization": "Basic " + base64.b64encode(near.TOKEN.encode()).decode()},
        basic(near.TOKEN, ""),
    ],
)
@pytest.mark.parametrize("url", [QUERY, "/", "/nothing", "/sparql"])
def test_wrong_token(pool: near.Near, headers: dict[str, str], url: str) -> None:
    """Without the token, nothing of a private graph is told, not even which addresses there are."""
    answer = near.client(pool, PRIVATE).get(url, headers=headers)
    assert (answer.status_code, answer.json()["title"]) == (401, "Unauthorized")
    assert {"Bearer", "Basic"} <= set(answer.headers["www-authenticate"].replace(",", " ").split())


def test_health_is_open(pool: near.Near) -> None:
    """Whoever watches needs no token."""
    assert near.client(pool, PRIVATE).get("/health").status_code == 200


def test_reading_is_open(pool: near.Near) -> None:
    """Where only writing is guarded, a wrong token does not keep from reading."""
    headers = {"Authorization": "Bearer of-another-server"}
    assert near.client(pool, WRITABLE).get(QUERY, headers=headers).status_code == 200


@pytest.mark.parametrize(("settings", "status"), [(PRIVATE, 403), (WRITABLE, 401)])
def test_writing_without_token(pool: near.Near, settings: Settings, status: int) -> None:
    """What may not be written is forbidden also to who has the token; else the token is asked for."""
    headers = near.BEARER if settings.private else {}
    answer = near.client(pool, settings).post("/sparql", content="DROP ALL", headers={**UPDATE, **headers})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("origin", "status"), [("https://evil.example", 403), ("null", 403), ("http://127.0.0.1:1", 403)]
)
def test_writing_from_a_foreign_page(pool: near.Near, origin: str, status: int) -> None:
    """A page elsewhere cannot write by a password that the browser adds by itself."""
    headers = {**UPDATE, **basic("", near.TOKEN), "Origin": origin}
    assert near.client(pool, WRITABLE).post("/sparql", content="DROP ALL", headers=headers).status_code == status


def test_guessing_ends() -> None:
    """After some wrong tokens, a client is not heard for a while, even with the right one; others are."""
    now = 0.0
    config = ServeConfig(failed_tokens=3)
    keeper = Keeper(Settings(private=True, token=near.TOKEN, config=config), clock=lambda: now)
    said = []
    for token in ("wrong-one", "wrong-two", "wrong-three", near.TOKEN):
        with pytest.raises(Problem) as caught:
            keeper.admit(f"Bearer {token}", "192.0.2.1")
        said.append((caught.value.status, caught.value.headers.get("Retry-After")))
    keeper.admit(f"Bearer {near.TOKEN}", "192.0.2.2")
    assert said == [(401, None), (401, None), (401, None), (429, "20")]
    now = 21.0
    keeper.admit(f"Bearer {near.TOKEN}", "192.0.2.1")


def test_right_tokens_are_not_counted() -> None:
    """Who has the token may come as often as he likes."""
    keeper = Keeper(Settings(private=True, token=near.TOKEN, config=ServeConfig(failed_tokens=1)))
    for _ in range(5):
        keeper.admit(f"Bearer {near.TOKEN}", "192.0.2.1")


def test_no_token_opens_nothing() -> None:
    """Where no token is set, an empty one is not the right one."""
    with pytest.raises(Problem):
        Keeper(Settings()).admit("Bearer ", "192.0.2.1")


def test_colon_in_a_password() -> None:
    """A password may hold a colon."""
    assert presented(basic("name", "a:b")["Authorization"]) == b"a:b"
