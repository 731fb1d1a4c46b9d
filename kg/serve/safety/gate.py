"""The gate: every request passes it once, on its way in and out. A plain ASGI application around the handlers."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import math
import os
import re
import time
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match

from kg.serve import problems
from kg.serve.problems import Problem
from kg.serve.safety import headers, log
from kg.serve.safety.connections import GONE
from kg.serve.safety.rates import Rates, client

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.applications import Starlette
    from starlette.types import Message, Receive, Scope, Send

    from kg.serve.safety.keeper import Keeper
    from kg.serve.settings import Settings

OPEN = "/health"  # is answered without a token, for whoever watches
TOO_LARGE = 413
PASSED_OVER = 20_000_000  # bytes
PATIENCE = 2.0  # seconds
_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
PROCESS = os.urandom(6).hex().encode()  # tells the requests of one process from those of another
_numbers = itertools.count(1)


class Exchange:
    """One request and what becomes of it: completes the headers of the answer, and counts what is sent."""

    __slots__ = ("_added", "_send", "id", "method", "path", "sent", "status")

    def __init__(self, scope: Scope, send: Send, added: headers.Pairs, request_id: bytes) -> None:
        """``added`` are the headers that every answer gets; the id is kept if it would do in a log."""
        self.id = request_id if request_id and _ID.fullmatch(request_id) else b"%s-%x" % (PROCESS, next(_numbers))
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.status = 0  # until the answer begins
        self.sent = 0  # bytes of its body
        self._send = send
        self._added = [*added, (b"x-request-id", self.id)]

    def readable(self, pairs: headers.Pairs) -> None:
        """Let a page in a browser read the answer."""
        self._added += pairs

    async def send(self, message: Message) -> None:
        """Send a part of the answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            own = message["headers"]
            named = {name for name, _ in own}
            message["headers"] = [*own, *[pair for pair in self._added if pair[0] not in named]]
        elif self.method == "HEAD":
            message["body"] = b""
        else:
            self.sent += len(message.get("body", b""))
        await self._send(message)


class Gate:
    """Refuses what must not come in, answers OPTIONS, turns errors into problem bodies, and logs."""

    def __init__(
        self,
        inner: Starlette,
        settings: Settings,
        keeper: Keeper,
        *,
        direct: Mapping[str, Callable[[Request], Awaitable[Response]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``inner`` has the routes; those of ``direct`` are asked for so often that no search is made for them.

        ``clock`` gives seconds.
        """
        self.inner = inner
        self._direct = direct
        self._settings = settings
        self._keeper = keeper
        self.log = log.AccessLog() if settings.access_log else None
        self._constant = headers.constant(settings)
        self._origins = headers.origins(settings)
        self._hosts = headers.hosts(settings)
        config = settings.config
        self._rates = (
            Rates(config.requests_per_second, burst=config.burst, clients=config.clients, clock=clock)
            if settings.limited
            else None
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        begun = time.perf_counter()
        known = _known(scope)
        exchange = Exchange(scope, send, self._constant, known.get(b"x-request-id", b""))
        try:
            await self._answered(scope, receive, exchange, known)
        except ClientDisconnect:
            pass
        except asyncio.CancelledError:
            if GONE not in scope:
                await self._ended(scope, receive, exchange)
        finally:
            seconds = time.perf_counter() - begun
            self.inner.state.metrics.note(scope, status=exchange.status, seconds=seconds)
            if self.log is not None:
                self.log.note(exchange, seconds=seconds, client=_address(scope), query=scope.get("kg.query", ""))

    def flush(self) -> None:
        """Write what was noted for the log."""
        if self.log is not None:
            self.log.flush()

    async def _ended(self, scope: Scope, receive: Receive, exchange: Exchange) -> None:
        """The server ends before the answer is there."""
        if exchange.status:
            raise ClientDisconnect
        problem = Problem(503, detail="the server ends; try again later", headers={"Retry-After": "10"})
        await problems.response(problem)(scope, receive, exchange.send)

    async def _answered(self, scope: Scope, receive: Receive, exchange: Exchange, known: dict[bytes, bytes]) -> None:
        try:
            if origin := known.get(b"origin"):
                exchange.readable(headers.readable(origin, self._origins))
            self._admit(scope, known)
            scope["app"] = self.inner
            if scope["method"] == "OPTIONS":
                await self._options(scope, known)(scope, receive, exchange.send)
            elif (handler := self._direct.get(scope["path"])) is not None and scope["method"] in {"GET", "POST"}:
                answer = await handler(Request(scope, receive))
                await answer(scope, receive, exchange.send)
            else:
                await self.inner.router(scope, receive, exchange.send)
        except ClientDisconnect:
            raise
        except Exception as error:
            problem = _problem(error)
            if exchange.status:  # it is too late for another answer: the connection is closed
                raise
            if problem.status == TOO_LARGE:
                await _passed_over(receive)
            await problems.response(problem)(scope, receive, exchange.send)

    def _admit(self, scope: Scope, known: dict[bytes, bytes]) -> None:
        """Refuse what must not come in.

        :raises Problem: 400 for a foreign host, 401 without the token, 414 for a long URL, 429 for too many requests.
        """
        address = _address(scope)
        if self._rates is not None and (wait := self._rates.wait(client(address))):
            seconds = math.ceil(wait)
            raise Problem(
                429, detail=f"too many requests; wait {seconds} seconds", headers={"Retry-After": str(seconds)}
            )
        if self._hosts and (name := headers.hostname(known.get(b"host", b"").decode("latin-1"))) not in self._hosts:
            expected = ", ".join(sorted(self._hosts))
            raise Problem(400, detail=f"the request is for host {name[:80]!r}; expected one of {expected}")
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > self._settings.config.longest_url:
            longest = self._settings.config.longest_url
            raise Problem(414, detail=f"the URL is too long; expected at most {longest} bytes: send the query by POST")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > self._settings.config.longest_headers:
            longest = self._settings.config.longest_headers
            raise Problem(431, detail=f"the headers are too long; expected at most {longest} bytes")
        if self._settings.private and scope["path"] != OPEN and scope["method"] != "OPTIONS":
            self._keeper.admit(known.get(b"authorization", b"").decode("latin-1"), address)

    def _options(self, scope: Scope, known: dict[bytes, bytes]) -> Response:
        """What may be done at an address (RFC 9110), and from a page of another origin (CORS).

        :raises Problem: 404 for an address that is not there.
        """
        matched = (route for route in self.inner.routes if route.matches(scope)[0] is not Match.NONE)
        methods = {method for route in matched for method in getattr(route, "methods", None) or ()}
        if not methods:
            raise HTTPException(404)
        allowed = ", ".join(sorted(methods | {"OPTIONS"}))
        asked = b"access-control-request-method" in known
        return Response(status_code=204, headers={"Allow": allowed, **(headers.preflight(allowed) if asked else {})})


async def _passed_over(receive: Receive) -> None:
    """Read on for a moment: a client that is cut off while it sends does not see why."""
    left = PASSED_OVER
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, HTTPException):
        return Problem(error.status_code, detail=_detail(error), headers=error.headers)
    log.ERRORS.error("a handler failed", exc_info=error)
    return Problem(500, detail="the server failed; its log says where")


def _detail(error: HTTPException) -> str:
    if error.status_code == 404:  # noqa: PLR2004 (not found)
        return "nothing stands at this address; expected one that / or /openapi.json names"
    if error.status_code == 405 and error.headers:  # noqa: PLR2004 (method not allowed)
        return f"the method is not allowed here; expected one of {error.headers.get('Allow', '')}"
    return error.detail


def _known(scope: Scope) -> dict[bytes, bytes]:
    """The headers, those of one name as one (RFC 9110, section 5.3)."""
    given: list[tuple[bytes, bytes]] = scope["headers"]
    known = dict(given)
    if len(known) < len(given):
        known = {name: b", ".join(value for other, value in given if other == name) for name in known}
    return known


def _address(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""
