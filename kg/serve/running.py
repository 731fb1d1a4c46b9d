"""Running the application: a socket of this machine, uvicorn, and an end."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import ConfigError
from kg.serve.routes import ENDPOINT, LOCAL, app

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ids import Ids
    from kg.store import Graph


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
    graph: Graph,
    *,
    ids: Ids,
    host: str = "127.0.0.1",
    port: int = 0,
    ready: Callable[[Serving], None] = announce,
) -> None:
    """Answer for ``graph`` until stopped (Ctrl+C, or ``stop`` of what ``ready`` is given once the socket is bound).

    Port 0 takes a free one. On an address of this machine alone, only requests that name it are answered; another
    ``host`` opens the graph to everybody who can reach it.

    :raises ConfigError: when the address cannot be listened on.
    """
    with _listening(host, port) as listener:
        served = app(graph, ids, hosts=LOCAL if _local(host) else ("*",))
        settings = uvicorn.Config(served, log_level="warning", access_log=False, lifespan="off", ws="none")
        server = uvicorn.Server(settings)
        ready(Serving(url=_url(host, listener), stop=lambda: setattr(server, "should_exit", True)))
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn has ended in order, and raises it again
            server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        message = f"{host} port {port} cannot be listened on ({error}); name another port, or 0 for a free one"
        raise ConfigError(message) from error


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _url(host: str, listener: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}/"
