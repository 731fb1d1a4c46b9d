"""How a graph is served: where, to whom, and what they may do. Made once, and checked when it is made."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from kg.config import ServeConfig
from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOKEN = "KG_TOKEN"  # noqa: S105 (the name of the variable, not what it holds)
EVERYBODY = "*"
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{16,512}=*")  # RFC 6750, section 2.1
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+|\*")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]_-]+")
_LICENCE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
OTHERS = 0o007
MAY_BE_NONE = frozenset({"workers", "waiting", "requests_per_second", "stop_seconds"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a server. A token is never shown.

    >>> Settings(token="a" * 20)
    Settings(host='127.0.0.1', port=0, writable=False, private=False, public_read=False, origins=(), federation=(), ...

    :raises ConfigError: when they contradict one another, or would open the graph to everybody unasked.
    """

    host: str = "127.0.0.1"
    port: int = 0
    writable: bool = False
    private: bool = False
    public_read: bool = False
    origins: tuple[str, ...] = ()
    federation: tuple[str, ...] = ()
    access_log: bool = True
    token: str = field(default="", repr=False)
    config: ServeConfig = field(default_factory=ServeConfig)

    def __post_init__(self) -> None:
        """Check them."""
        _check_numbers(self.config)
        _check_names(self)
        if self.token and not _TOKEN.fullmatch(self.token):
            message = "the token is no token; expected 16 to 512 letters, digits and any of . _ ~ + / -"
            raise ConfigError(message)
        if (self.writable or self.private) and not self.token:
            option = "--writable" if self.writable else "--private"
            message = f"{option} needs a token; set {TOKEN} in the environment, or name a file of it with --token-file"
            raise ConfigError(message)
        if not (self.local or self.private or self.public_read):
            message = (
                f"{self.host} is not of this machine alone; expected --private (whoever reads needs the token) or "
                "--public-read (everybody may read)"
            )
            raise ConfigError(message)

    @property
    def local(self) -> bool:
        """Whether the address can be reached from this machine alone.

        >>> Settings().local, Settings(host="192.0.2.1", public_read=True).local
        (True, False)
        """
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def limited(self) -> bool:
        """Whether requests are counted by client: on an address of this machine alone, only behind a proxy."""
        return self.config.requests_per_second > 0 and (not self.local or bool(self.config.proxies))


def token(environment: Mapping[str, str] = os.environ, *, file: Path | None = None) -> str:
    """The token: what ``file`` holds, else what the environment has as ``KG_TOKEN``; "" where there is none.

    >>> token({"KG_TOKEN": " secret-of-sixteen "})
    'secret-of-sixteen'

    :raises ConfigError: when the file cannot be read, is empty, or could be read by every user of the machine.
    """
    if file is None:
        return environment.get(TOKEN, "").strip()
    try:
        mode = file.stat().st_mode
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file}: no token can be read ({type(error).__name__}); expected a file with one line of text"
        raise ConfigError(message) from error
    if os.name == "posix" and mode & OTHERS:
        message = f"{file}: every user of this machine can read the token; run: chmod 600 {file}"
        raise ConfigError(message)
    if not text:
        message = f"{file}: the file is empty; expected a token on one line"
        raise ConfigError(message)
    return text


def _check_numbers(config: ServeConfig) -> None:
    for each in fields(config):
        value = getattr(config, each.name)
        if not isinstance(value, str) and not (value > 0 or (value == 0 and each.name in MAY_BE_NONE)):
            message = f"serve.{each.name} is {value}; expected a number above 0"
            raise ConfigError(message)


def _check_names(settings: Settings) -> None:
    licence = settings.config.licence
    if licence and not _LICENCE.fullmatch(licence):
        message = f"serve.licence is {licence!r}; expected an IRI such as https://creativecommons.org/licenses/by/4.0/"
        raise ConfigError(message)
    for name in settings.origins:
        if not _ORIGIN.fullmatch(name):
            message = f"{name!r} is no origin; expected such as https://news.example, or * for every page"
            raise ConfigError(message)
    for name in settings.federation:
        if not _HOST.fullmatch(name):
            message = f"{name!r} is no host; expected such as query.news.example"
            raise ConfigError(message)
