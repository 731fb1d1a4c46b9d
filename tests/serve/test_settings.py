"""How a graph is served, checked before it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.config import ServeConfig
from kg.errors import ConfigError
from kg.serve.settings import Settings, token

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "a-token-of-these-tests"  # noqa: S105 (it guards nothing)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"host": "0.0.0.0"}, "--private .* or --public-read"),  # noqa: S104 (what is refused)
        ({"host": "192.0.2.1"}, "192.0.2.1 is not of this machine alone"),
        ({"host": "::"}, "--public-read"),
        ({"host": "kg.example", "writable": True, "token": TOKEN}, "--public-read"),
        ({"writable": True}, "--writable needs a token; set KG_TOKEN"),
        ({"private": True}, "--private needs a token; set KG_TOKEN .* --token-file"),
        ({"private": True, "token": "short"}, "expected 16 to 512"),
        ({"private": True, "token": "words with spaces in it"}, "expected 16 to 512"),
        ({"origins": ("news.example",)}, "is no origin"),
        ({"origins": ("https://news.example/page",)}, "is no origin"),
        ({"federation": ("https://query.example",)}, "is no host"),
        ({"config": ServeConfig(seconds=0)}, "serve.seconds is 0; expected a number above 0"),
        ({"config": ServeConfig(workers=-1)}, "serve.workers is -1"),
        ({"config": ServeConfig(idle_seconds=float("nan"))}, "serve.idle_seconds is nan"),
    ],
)
def test_refused(options: dict[str, Any], said: str) -> None:
    """What would be unsafe, or means nothing, is refused in one line that says what to do."""
    with pytest.raises(ConfigError, match=said) as caught:
        Settings(**options)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    "options",
    [
        {"host": "localhost"},
        {"host": "::1"},
        {"host": "127.0.0.5"},
        {"host": "0.0.0.0", "public_read": True},  # noqa: S104 (on purpose)
        {"host": "192.0.2.1", "private": True, "token": TOKEN},
        {"config": ServeConfig(workers=0, requests_per_second=0, seconds=0.5)},
    ],
)
def test_taken(options: dict[str, Any]) -> None:
    """The rest is taken."""
    assert Settings(**options).host


@pytest.mark.parametrize(
    ("options", "limited"),
    [
        ({}, False),
        ({"host": "192.0.2.1", "public_read": True}, True),
        ({"config": ServeConfig(proxies="127.0.0.1")}, True),
        ({"host": "192.0.2.1", "public_read": True, "config": ServeConfig(requests_per_second=0)}, False),
    ],
)
def test_limited(options: dict[str, Any], limited: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """Clients are counted where they come from elsewhere."""
    assert Settings(**options).limited is limited


def test_token_is_not_shown() -> None:
    """The token does not stand in what is printed of the settings, nor in what is said against it."""
    assert TOKEN not in repr(Settings(token=TOKEN))
    with pytest.raises(ConfigError) as caught:
        Settings(token="too many words in it")  # noqa: S106 (it is none)
    assert "words" not in str(caught.value)


def test_token_of_a_file(tmp_path: Path) -> None:
    """A file goes before the environment, and may end in a line break."""
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    file.chmod(0o600)
    assert token({"KG_TOKEN": "of-the-environment"}, file=file) == TOKEN


def test_no_token() -> None:
    """Without either there is none."""
    assert not token({})


@pytest.mark.parametrize(("mode", "content", "said"), [(0o604, TOKEN, "run: chmod 600"), (0o600, " \n", "is empty")])
def test_wrong_file(tmp_path: Path, mode: int, content: str, said: str) -> None:
    """A file that everybody can read, or that is empty, is refused."""
    file = tmp_path / "token"
    file.write_text(content, encoding="utf-8")
    file.chmod(mode)
    with pytest.raises(ConfigError, match=said) as caught:
        token({}, file=file)
    assert TOKEN not in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(ConfigError, match=r"token: no token can be read \(FileNotFoundError\)"):
        token({}, file=tmp_path / "token")
