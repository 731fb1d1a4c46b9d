"""One frozen configuration from one TOML file; an unknown key is an error.

Every number that a stage depends on lives here, with its meaning beside it: ``kg config`` prints them all.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from kg.config.sections import (
    ActorsConfig,
    AnnotateConfig,
    BuildConfig,
    CleanConfig,
    DrawConfig,
    ExportConfig,
    IdsConfig,
    JudgeConfig,
    ReadConfig,
    ResolveConfig,
    ServeConfig,
    StoreConfig,
)
from kg.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


__all__ = [
    "FILE",
    "ActorsConfig",
    "AnnotateConfig",
    "BuildConfig",
    "CleanConfig",
    "Config",
    "DrawConfig",
    "ExportConfig",
    "IdsConfig",
    "JudgeConfig",
    "ReadConfig",
    "ResolveConfig",
    "ServeConfig",
    "StoreConfig",
    "load",
    "parse",
    "show",
]

FILE = "kg.toml"  # in the folder of a graph
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The effective configuration: the defaults, with what ``kg.toml`` says in their place.

    >>> Config().resolve.fusion_days
    10
    """

    read: ReadConfig = field(default_factory=ReadConfig)
    clean: CleanConfig = field(default_factory=CleanConfig)
    annotate: AnnotateConfig = field(default_factory=AnnotateConfig)
    actors: ActorsConfig = field(default_factory=ActorsConfig)
    resolve: ResolveConfig = field(default_factory=ResolveConfig)
    build: BuildConfig = field(default_factory=BuildConfig)
    store: StoreConfig = field(default_factory=StoreConfig)
    judge: JudgeConfig = field(default_factory=JudgeConfig)
    export: ExportConfig = field(default_factory=ExportConfig)
    draw: DrawConfig = field(default_factory=DrawConfig)
    serve: ServeConfig = field(default_factory=ServeConfig)
    ids: IdsConfig = field(default_factory=IdsConfig)


def load(path: Path) -> Config:
    """The configuration of a TOML file; where there is no file, the defaults.

    :raises ConfigError: when the file is no TOML, or a key or the type of a value is not one of ``Config``.
    """
    if not path.exists():
        return Config()
    if not path.is_file():
        message = f"{path}: not a file; expected TOML such as `kg config` prints"
        raise ConfigError(message)
    try:
        return parse(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not a TOML file ({error}); compare it with what `kg config` prints"
        raise ConfigError(message) from error
    except ConfigError as error:
        message = f"{path}: {error}"
        raise ConfigError(message) from error


def parse(tables: dict[str, Any]) -> Config:
    """The configuration that nested tables spell out.

    >>> parse({"resolve": {"fusion_days": 7}}).resolve.fusion_days
    7
    >>> parse({"resolve": {"fusion_weeks": 1}})
    Traceback (most recent call last):
    kg.errors.ConfigError: unknown key resolve.fusion_weeks; expected one of ...

    :raises ConfigError: for an unknown key or a value of another type.
    """
    config: Config = _fill(Config(), tables, "")
    if not _IRI.fullmatch(config.ids.base):
        message = f"ids.base is {config.ids.base!r}; expected an IRI that ends in /"
        raise ConfigError(message)
    return config


def show(config: Config) -> str:
    """The configuration as TOML, each key with its meaning, readable by ``load``."""
    lines: list[str] = []
    for table in fields(config):
        value = getattr(config, table.name)
        lines += [f"# {(value.__doc__ or '').splitlines()[0]}", f"[{table.name}]"]
        for key in fields(value):
            lines += [f"# {key.metadata['about']}", f"{key.name} = {_toml(getattr(value, key.name))}"]
        lines.append("")
    return "\n".join(lines)


def _toml(value: object) -> str:
    if isinstance(value, str):
        # A basic string of TOML is one of JSON, but for DEL, which TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _fill(record: Any, values: dict[str, Any], path: str) -> Any:  # noqa: ANN401 (any of the records above)
    names = {f.name for f in fields(record)}
    changes: dict[str, Any] = {}
    for key, value in values.items():
        if key not in names:
            message = f"unknown key {path}{key}; expected one of {', '.join(sorted(names))}"
            raise ConfigError(message)
        old = getattr(record, key)
        if is_dataclass(old) and isinstance(value, dict):
            changes[key] = _fill(old, value, f"{path}{key}.")
        elif isinstance(old, float) and type(value) is int:
            changes[key] = float(value)
        elif type(old) is type(value):
            changes[key] = value
        else:
            message = f"{path}{key} is {value!r}; expected {type(old).__name__}, as in {_toml(old)}"
            raise ConfigError(message)
    return replace(record, **changes)
