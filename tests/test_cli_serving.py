"""``kg serve``: what it refuses before it listens, and what it hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main, serving

if TYPE_CHECKING:
    from pathlib import Path

    from kg.serve.settings import Settings

TOKEN = "a-token-of-these-tests"  # noqa: S105 (it guards nothing)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--writable"], "--writable needs a token; set KG_TOKEN"),
        (["--private"], "--private needs a token"),
        (["--host", "0.0.0.0"], "0.0.0.0 is not of this machine alone; expected --private"),  # noqa: S104 (refused)
        (["--token-file", "none"], "none: no token can be read"),
        (["--allow-origin", "news.example"], "'news.example' is no origin"),
    ],
)
def test_refused(options: list[str], said: str, tmp_path: Path) -> None:
    """What would be unsafe is refused in one line."""
    done = CliRunner(env={"KG_TOKEN": None}).invoke(main, ["serve", "--graph", str(tmp_path), *options])
    assert (done.exit_code, said in done.stderr, done.stderr.count("\n")) == (1, True, 1)


def test_no_token_on_the_command_line(tmp_path: Path) -> None:
    """A token cannot be given where other users of the machine would see it."""
    done = CliRunner().invoke(main, ["serve", "--graph", str(tmp_path), "--token", TOKEN])
    assert (done.exit_code, "No such option" in done.stderr) == (2, True)


def test_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the options and the configuration say reaches the server."""
    (tmp_path / "kg.toml").write_text("[serve]\nseconds = 9.0\nmemory = 512\n", encoding="utf-8")
    given: list[Settings] = []
    monkeypatch.setattr(serving, "serve", lambda _, settings, **__: given.append(settings))
    options = ["--private", "--host", "192.0.2.1", "--timeout", "300", "--workers", "3", "--no-access-log"]
    options += ["--allow-origin", "https://a.example", "--allow-origin", "https://b.example"]
    options += ["--allow-federation", "query.example"]
    done = CliRunner(env={"KG_TOKEN": TOKEN}).invoke(main, ["serve", "--graph", str(tmp_path), *options])
    assert done.exit_code == 0, done.output
    (settings,) = given
    assert (settings.host, settings.private, settings.writable, settings.token) == ("192.0.2.1", True, False, TOKEN)
    assert settings.origins == ("https://a.example", "https://b.example")
    assert (settings.federation, settings.access_log) == (("query.example",), False)
    config = settings.config
    assert (config.seconds, config.longest_seconds, config.workers, config.memory) == (300, 300, 3, 512)
