"""One file of settings: unknown keys and wrong types are errors, and what is printed can be read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import FrozenInstanceError, fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.config import AnnotateConfig, BuildConfig, Config, IdsConfig, ReadConfig, ResolveConfig, load, parse, show
from kg.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

KEYS = [(table.name, key) for table in fields(Config) for key in fields(getattr(Config(), table.name))]
SHARES = st.floats(0, 1)
CONFIGS = st.builds(
    Config,
    read=st.builds(ReadConfig, max_document_characters=st.integers(0, 10**9)),
    annotate=st.builds(AnnotateConfig, model=st.text(st.characters(exclude_categories=["Cs"]))),
    resolve=st.builds(
        ResolveConfig, pronoun_sentences=st.integers(0, 99), fusion_days=st.integers(0, 99), theme_overlap=SHARES
    ),
    build=st.builds(BuildConfig, max_skipped_share=SHARES, batch_documents=st.integers(1, 999)),
    ids=st.builds(IdsConfig, base=st.sampled_from(["https://example.org/", "https://example.org/a-b_c/"])),
)


def test_no_file(tmp_path: Path) -> None:
    """Without a file the defaults hold."""
    assert load(tmp_path / "kg.toml") == Config()


def test_empty_file(tmp_path: Path) -> None:
    """An empty file changes nothing."""
    (tmp_path / "kg.toml").touch()
    assert load(tmp_path / "kg.toml") == Config()


def test_one_key(tmp_path: Path) -> None:
    """A file need only say what differs."""
    (tmp_path / "kg.toml").write_text("[resolve]\nfusion_days = 7\n", encoding="utf-8")
    assert load(tmp_path / "kg.toml") == replace(Config(), resolve=ResolveConfig(fusion_days=7))


def test_whole_number_for_a_share() -> None:
    """A whole number will do for a share, and becomes one."""
    share = parse({"build": {"max_skipped_share": 1}}).build.max_skipped_share
    assert (share, type(share)) == (1.0, float)


@pytest.mark.parametrize(
    ("tables", "named", "known"),
    [
        ({"resolve": {"fusion_weeks": 1}}, "resolve.fusion_weeks", "fusion_days"),
        ({"resolv": {"fusion_days": 1}}, "resolv", "resolve"),
        ({"fusion_days": 1}, "fusion_days", "resolve"),
        ({"ids": {"base": {"x": 1}}}, "ids.base", "str"),
    ],
    ids=["key", "table", "key-without-table", "table-for-a-key"],
)
def test_unknown_key(tables: dict[str, Any], named: str, known: str) -> None:
    """What is no key is an error that names it, and what would be one."""
    with pytest.raises(ConfigError, match=rf"\b{re.escape(named)}\b.*expected .*\b{known}\b"):
        parse(tables)


@pytest.mark.parametrize(
    ("tables", "named", "wanted"),
    [
        ({"resolve": {"fusion_days": "three"}}, "resolve.fusion_days", "int"),
        ({"resolve": {"fusion_days": 3.0}}, "resolve.fusion_days", "int"),
        ({"resolve": {"fusion_days": True}}, "resolve.fusion_days", "int"),
        ({"resolve": {"theme_overlap": True}}, "resolve.theme_overlap", "float"),
        ({"resolve": {"theme_overlap": "0.2"}}, "resolve.theme_overlap", "float"),
        ({"annotate": {"model": 3}}, "annotate.model", "str"),
        ({"resolve": 3}, "resolve", "ResolveConfig"),
    ],
)
def test_wrong_type(tables: dict[str, Any], named: str, wanted: str) -> None:
    """A value of another type is an error that says which type it should have."""
    with pytest.raises(ConfigError, match=rf"^{re.escape(named)} is .*; expected {wanted}\b"):
        parse(tables)


@pytest.mark.parametrize(
    "base", ["https://example.org/news", "https://example.org/my news/", "", "news/", "https://example.org/<news>/"]
)
def test_base_that_is_no_iri(base: str) -> None:
    """A base that cannot start an IRI, or does not end in a slash, is refused."""
    with pytest.raises(ConfigError, match=r"^ids\.base is .*; expected an IRI that ends in /"):
        parse({"ids": {"base": base}})


def test_not_toml(tmp_path: Path) -> None:
    """A file that is no TOML is named, with what to compare it with."""
    (tmp_path / "kg.toml").write_text("resolve: 3", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"kg\.toml: not a TOML file .*`kg config`"):
        load(tmp_path / "kg.toml")


def test_not_text(tmp_path: Path) -> None:
    """A file that is no UTF-8 is no TOML either."""
    (tmp_path / "kg.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"kg\.toml: not a TOML file"):
        load(tmp_path / "kg.toml")


def test_file_is_named(tmp_path: Path) -> None:
    """An error in a file's key names the file."""
    (tmp_path / "kg.toml").write_text("[resolve]\nx = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"kg\.toml: unknown key resolve\.x"):
        load(tmp_path / "kg.toml")


@pytest.mark.parametrize("content", ["[resolve]\nx = 1\n", "resolve: 3", "[resolve]\nfusion_days = '''a\nb'''"])
def test_one_line(tmp_path: Path, content: str) -> None:
    """Every message is one line."""
    (tmp_path / "kg.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "kg.toml")
    assert len(str(caught.value).splitlines()) == 1


@given(CONFIGS)
@settings(deadline=None)
def test_round_trip(config: Config) -> None:
    """What is shown can be read back, whatever the values."""
    assert parse(tomllib.loads(show(config))) == config


def test_shown_file(tmp_path: Path) -> None:
    """What is shown can be put in the file."""
    (tmp_path / "kg.toml").write_text(show(Config()), encoding="utf-8")
    assert load(tmp_path / "kg.toml") == Config()


@pytest.mark.parametrize(("table", "key"), KEYS, ids=lambda part: getattr(part, "name", part))
def test_documented(table: str, key: Any) -> None:  # noqa: ANN401 (dataclasses.Field of any type)
    """Every key is shown in its table with its meaning on the line above."""
    lines = show(Config()).split(f"[{table}]\n")[1].splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{key.name} = "))
    assert lines[place - 1] == f"# {key.metadata['about']}"
    assert len(key.metadata["about"]) > 10


def test_frozen() -> None:
    """A configuration cannot be changed, only another one made."""
    with pytest.raises(FrozenInstanceError):
        Config().read = ReadConfig()  # type: ignore[misc]  # what the test is about
