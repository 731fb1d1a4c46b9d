"""Connections that ask too much: too many, headers too long or too slow, answers that nobody takes.

uvicorn bounds none of these; its reader of HTTP is extended where bytes come in and go out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.config import ServeConfig
from kg.serve.problems import PROBLEM, Problem, content
from kg.serve.safety.rates import client

if TYPE_CHECKING:
    import asyncio

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from kg.serve.settings import Settings

TASK = "kg.task"  # in the scope of a request: what may be cancelled when the client is gone
GONE = "kg.gone"  # and whether it was
ELSEWHERE = -1  # not within the headers of a request


def protocol(settings: Settings) -> type[Connection]:
    """The class of connections within the limits of ``settings``, as uvicorn wants it."""
    config = settings.config
    proxies = frozenset(each.strip() for each in config.proxies.split(","))
    return type("Bounded", (Connection,), {"limits": config, "counted": not settings.local, "proxies": proxies})


class Connection(HttpToolsProtocol):
    """One connection."""

    limits: ClassVar[ServeConfig] = ServeConfig()
    counted: ClassVar[bool] = False  # by client
    proxies: ClassVar[frozenset[str]] = frozenset()
    _heading = 0  # bytes that came of the headers that are being read
    _late: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Refuses one connection too many."""
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections or self._too_many():
            self._end(Problem(503, detail="too many connections; try again", headers={"Retry-After": "2"}))
        else:
            self._late = self.loop.call_later(self.limits.header_seconds, self._headers_are_late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Lets go of timers, and of a query that nobody waits for any more."""
        self._in_time()
        self._taken()
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None:
            scope = cast("dict[str, Any]", cycle.scope)
            if (task := scope.get(TASK)) is not None:
                scope[GONE] = True
                task.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Reads, and counts what belongs to headers."""
        if self.transport.is_closing():
            return
        if self._heading != ELSEWHERE:
            self._heading += len(data)
        super().data_received(data)
        if self._heading > self.limits.longest_headers:
            self._end(Problem(431, detail=f"the headers are too long; at most {self.limits.longest_headers} bytes"))
        elif self._heading > 0 and self._late is None:
            self._late = self.loop.call_later(self.limits.header_seconds, self._headers_are_late)

    def on_message_begin(self) -> None:
        """A request begins: what came with it counts as one byte."""
        self._heading = max(self._heading, 1)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The headers have come in time."""
        self._heading = ELSEWHERE
        self._in_time()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """A connection that is being closed is not kept by a client that does not read."""
        super().on_response_complete()
        if self.transport.is_closing():
            self.loop.call_later(self.limits.stalled_seconds, self.transport.abort)

    def timeout_keep_alive_handler(self) -> None:
        """Closes an idle connection."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(self.limits.stalled_seconds, self.transport.abort)

    def pause_writing(self) -> None:
        """The client takes the answer more slowly than it is sent."""
        super().pause_writing()
        self._stalled = self.loop.call_later(self.limits.stalled_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It took some."""
        self._taken()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._end(Problem(400, detail=f"{msg} Expected HTTP/1.1."))

    def _headers_are_late(self) -> None:
        if self._heading > 0:
            self._end(Problem(408, detail="the request did not come in time; send it again"))
        else:
            self.transport.close()

    def _too_many(self) -> bool:
        """Whether this client has more connections than one may have."""
        if not self.counted or self.client is None or self.client[0] in self.proxies:
            return False
        own = client(self.client[0])
        others = (each.client for each in self.connections if isinstance(each, Connection) and each.client is not None)
        return sum(client(other[0]) == own for other in others) > self.limits.client_connections

    def _in_time(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _taken(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None

    def _end(self, problem: Problem) -> None:
        """Answer below the application, unless an answer is under way, and close."""
        self._in_time()
        if not self.transport.is_closing():
            cycle: RequestResponseCycle | None = self.cycle
            if cycle is None or cycle.response_complete or not cycle.response_started:
                self.transport.write(_message(problem))
            self.transport.close()
            self.loop.call_later(self.limits.stalled_seconds, self.transport.abort)


def _message(problem: Problem) -> bytes:
    body = content(problem)
    named = {"Content-Type": PROBLEM, "Content-Length": str(len(body)), "Connection": "close"} | problem.headers
    lines = [f"HTTP/1.1 {problem.status} {problem.title}", *(f"{name}: {named[name]}" for name in named)]
    return "\r\n".join((*lines, "", "")).encode() + body
