"""Who may read and write: the token, by Bearer (RFC 6750) or as the password of Basic (RFC 7617)."""

from __future__ import annotations

import base64
import binascii
import hmac
import math
import time
from typing import TYPE_CHECKING

from kg.serve.problems import Problem
from kg.serve.safety.rates import Rates, client

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from kg.serve.settings import Settings

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="kg", Basic realm="kg", charset="UTF-8"'}
FAILED = 'Bearer realm="kg", error="invalid_token", Basic realm="kg", charset="UTF-8"'
NO_TOKEN = "a token is needed; send it as Authorization: Bearer TOKEN, or as the password of Basic"  # noqa: S105
WRONG_TOKEN = "the token is not the one that is expected"  # noqa: S105
MINUTE = 60


class Keeper:
    """Compares tokens in a time that tells nothing, and soon stops listening to who guesses."""

    def __init__(self, settings: Settings, *, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        self._token = settings.token.encode()
        self._settings = settings
        failed = settings.config.failed_tokens
        self._failures = Rates(failed / MINUTE, burst=failed, clients=settings.config.clients, clock=clock)

    def admit(self, authorization: str, address: str) -> None:
        """Let in who has the token.

        :raises Problem: 401 without it, 429 after too many wrong ones, until some time has passed.
        """
        if not authorization:
            raise Problem(401, detail=NO_TOKEN, headers=CHALLENGE)
        who = client(address)
        if wait := self._failures.wait(who, count=False):
            raise Problem(
                429, detail="too many wrong tokens; wait before the next", headers={"Retry-After": str(math.ceil(wait))}
            )
        if not (self._token and hmac.compare_digest(presented(authorization), self._token)):
            self._failures.wait(who)
            raise Problem(401, detail=WRONG_TOKEN, headers={"WWW-Authenticate": FAILED})

    def admit_writing(self, request: Request) -> None:
        """Let in who may write.

        A browser adds the password of Basic by itself, also to what a page elsewhere makes it send; so such a request
        counts only from our own pages and from those of origins that are named.

        :raises Problem: 403 where nobody may write or the page is a foreign one; else as ``admit``.
        """
        if not self._settings.writable:
            raise Problem(403, detail="the graph is served to read; whoever serves it may start it with --writable")
        authorization = request.headers.get("authorization", "")
        address = request.client.host if request.client else ""
        self.admit(authorization, address)
        origin = request.headers.get("origin")
        if origin is None or not authorization.lower().startswith("basic"):
            return
        own = f"{request.scope['scheme']}://{request.headers.get('host', '')}"
        if origin.lower() != own.lower() and origin not in self._settings.origins:
            raise Problem(403, detail="a page of another origin may not write with Basic; expected Bearer")


def presented(authorization: str) -> bytes:
    """The token that a header shows, empty where it shows none.

    >>> presented("Bearer abc"), presented("basic dXNlcjphYmM="), presented("Digest abc"), presented("Basic §")
    (b'abc', b'abc', b'', b'')
    """
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return given.strip().encode()
    if scheme.lower() != "basic":
        return b""
    try:
        return base64.b64decode(given.strip(), validate=True).partition(b":")[2]
    except (binascii.Error, ValueError):
        return b""
