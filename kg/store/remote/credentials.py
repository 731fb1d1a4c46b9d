"""Who may write to a server: told by the environment alone, never by an option or a file."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING

import httpx

from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

_UNAUTHORIZED = 401


class Token(httpx.Auth):
    """A bearer token (RFC 6750) with every request."""

    def __init__(self, token: str) -> None:
        """For a token, which is shown nowhere."""
        self._header = f"Bearer {token}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Adds the header."""
        request.headers["Authorization"] = self._header
        yield request


class Password(httpx.Auth):
    """Name and password in the way that the server asks for: basic (RFC 7617) or digest (RFC 7616).

    Nothing is sent before the server has asked, so that a password never goes in the clear to one that takes digests.
    """

    def __init__(self, user: str, password: str) -> None:
        """For a name and its password, which is shown nowhere."""
        self._digest = httpx.DigestAuth(user, password)
        self._basic = "Basic " + b64encode(f"{user}:{password}".encode()).decode()
        self._asked = ""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Asks, and answers what is asked for."""
        if not self._asked:
            response = yield request
            if response.status_code != _UNAUTHORIZED:
                return
            challenges = response.headers.get("www-authenticate", "").lower()
            self._asked = "digest" if "digest" in challenges else "basic"
        if self._asked == "digest":
            yield from self._digest.auth_flow(request)
        else:
            request.headers["Authorization"] = self._basic
            yield request


def credentials(environment: Mapping[str, str] = os.environ) -> httpx.Auth | None:
    """What KG_STORE_TOKEN, or KG_STORE_USER and KG_STORE_PASSWORD, say; None where they are not set.

    :raises ConfigError: when a name comes without a password or the other way round, or with a token.
    """
    token, user, password = (environment.get(f"KG_STORE_{name}", "") for name in ("TOKEN", "USER", "PASSWORD"))
    if bool(user) != bool(password) or (token and user):
        message = (
            "KG_STORE_USER, KG_STORE_PASSWORD, KG_STORE_TOKEN: expected the first two, or only the last; unset some"
        )
        raise ConfigError(message)
    if token:
        return Token(token)
    return Password(user, password) if user else None
