"""Running the application: a socket, uvicorn, the workers, and an end in order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import ConfigError, KgError
from kg.ids import Ids
from kg.serve.app import app
from kg.serve.protocol.endpoint import ENDPOINT
from kg.serve.safety.connections import protocol
from kg.serve.safety.log import logging_to
from kg.serve.settings import Settings
from kg.serve.workers import Limits, Pool
from kg.serve.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.types import Receive, Scope, Send


MIB = 1024**2
LOG_SECONDS = 0.25  # after which what was noted is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A server that answers: ``url`` ends in a slash; ``stop`` lets it end after the requests it is at."""

    url: str
    stop: Callable[[], None]


def announce(serving: Serving) -> None:
    """Print the addresses, for a person."""
    sys.stdout.write(f"{serving.url}  SPARQL at {serving.url.rstrip('/')}{ENDPOINT}  (Ctrl+C ends it)\n")
    sys.stdout.flush()


def serve(
    folder: Path,
    settings: Settings | None = None,
    *,
    ids: Ids | None = None,
    actors: Path | None = None,
    ready: Callable[[Serving], None] = announce,
) -> None:
    """Answer for the graph in ``folder`` until stopped: by Ctrl+C, SIGTERM, or ``stop`` of what ``ready`` is given.

    ``actors`` is the file of the graph's own actors, by whose names questions may be asked. ``ready`` is called once
    the workers answer. Port 0 takes a free one.

    :raises ConfigError: when the address cannot be listened on.
    :raises StoreError: when there is no graph that can be read.
    """
    chosen = settings or Settings()
    known = ids or Ids()
    with _listening(chosen.host, chosen.port) as listener, logging_to():
        running = _Running(folder, chosen, ids=known, actors=actors)
        server = uvicorn.Server(_configured(chosen, running))
        running.started = lambda: ready(
            Serving(url=_url(chosen.host, listener), stop=lambda: setattr(server, "should_exit", True))
        )
        gc.collect()
        gc.freeze()  # what is here now stays: to look through it again and again would halt all requests
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn has ended in order, and raises it again
            try:
                server.run(sockets=[listener])
            except SystemExit:
                if running.failure is None:
                    raise
                raise running.failure from None


def limits(settings: Settings) -> Limits:
    """What bounds the work of the workers."""
    config = settings.config
    return Limits(
        workers=config.workers or os.cpu_count() or 1,
        seconds=config.seconds,
        longest=config.longest_seconds,
        memory=config.memory * MIB,
        waiting=config.waiting,
        most_bytes=config.most_bytes,
    )


class _Running:
    """The application with its beginning and its end, as ASGI has them (lifespan)."""

    def __init__(self, folder: Path, settings: Settings, *, ids: Ids, actors: Path | None) -> None:
        bounds, federation = limits(settings), bool(settings.federation)
        self._pool = Pool(folder, prefixes=ids.prefixes, limits=bounds, federation=federation)
        self._writer = (
            Writer(
                folder,
                prefixes=ids.prefixes,
                limits=bounds,
                pool=self._pool,
                idle=settings.config.release_seconds,
                federation=federation,
            )
            if settings.writable
            else None
        )
        self._gate = app(settings, pool=self._pool, ids=ids, writer=self._writer, actors=actors)
        self.started: Callable[[], None] = lambda: None
        self.failure: KgError | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._gate(scope, receive, send)
            return
        await receive()
        try:
            await self._pool.start()
            if self._writer is not None:
                await self._writer.start()
        except KgError as error:
            self.failure = error
            await self._pool.stop()
            await send({"type": "lifespan.startup.failed", "message": ""})
            return
        self.started()
        await send({"type": "lifespan.startup.complete"})
        writing = asyncio.create_task(self._log())
        await receive()
        writing.cancel()
        await self._gate.inner.state.index.stop()
        if self._writer is not None:
            await self._writer.stop()
        await self._pool.stop()
        self._gate.flush()
        await send({"type": "lifespan.shutdown.complete"})

    async def _log(self) -> None:
        while True:
            await asyncio.sleep(LOG_SECONDS)
            self._gate.flush()


def _configured(settings: Settings, running: _Running) -> uvicorn.Config:
    config = settings.config
    return uvicorn.Config(
        running,
        http=protocol(settings),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(config.proxies),
        forwarded_allow_ips=[each.strip() for each in config.proxies.split(",")],
        timeout_keep_alive=config.idle_seconds,  # type: ignore[arg-type]  # it is seconds for a timer
        timeout_graceful_shutdown=config.stop_seconds,  # type: ignore[arg-type]  # likewise
    )


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        message = f"{host} port {port} cannot be listened on ({error}); name another port, or 0 for a free one"
        raise ConfigError(message) from error


def _url(host: str, listener: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}/"
