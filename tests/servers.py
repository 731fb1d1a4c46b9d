"""Servers of others, started for a test on a free port of this machine, and ended with it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from kg.config import StoreConfig

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTS = 60.0  # seconds, on a busy machine
_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
TempStorage = TempDatabase
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
MaxMemPoolSize = 200000000
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = {folder}
ServerThreads = 5
MaxKeepAlives = 5
KeepAliveTimeout = 10
[SPARQL]
ResultSetMaxRows = 10000
"""


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path) -> Iterator[StoreConfig]:
    """The server of the package ``oxigraph``, which keeps its store in ``folder``."""
    command = Path(sys.executable).with_name("oxigraph")
    if not command.exists():
        pytest.skip("the package oxigraph is not installed beside this Python")
    port = free_port()
    with _running([command, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}"], port):
        yield StoreConfig(url=f"http://127.0.0.1:{port}/", wait=0.01)


@contextmanager
def virtuoso(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[StoreConfig]:
    """Virtuoso from Debian's package, which keeps its database in ``folder``; the environment says who may write."""
    command = shutil.which("virtuoso-t")
    if command is None:
        pytest.skip("Virtuoso (Debian's virtuoso-opensource) is not installed")
    web = free_port()
    folder.mkdir()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, sql=free_port(), web=web))
    patch.setenv("KG_STORE_USER", "dba")
    patch.setenv("KG_STORE_PASSWORD", "dba")
    with _running([command, "-f", "-c", folder / "virtuoso.ini"], web):
        yield StoreConfig(url=f"http://127.0.0.1:{web}/sparql-auth", wait=0.01)


@contextmanager
def scripted(*answers: tuple[int, dict[str, str], str] | None) -> Iterator[tuple[StoreConfig, list[str]]]:
    """A server that gives answers in their order, then 204 for ever; None breaks the connection off.

    With it comes what it was asked: method, path and query, body.
    """
    left, asked = list(answers), list[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            asked.append(f"{self.command} {self.path} {self.headers.get('Authorization', '-')} {body}")
            answer = left.pop(0) if left else (204, {}, "")
            if answer is None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, headers, text = answer
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(text.encode()))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_PUT = do_POST  # noqa: N815 (the library's names)

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 (whatever the library says)
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield StoreConfig(url=f"http://127.0.0.1:{server.server_port}/", wait=0.01), asked
        server.shutdown()
        thread.join()


@contextmanager
def _running(command: list[str | Path], port: int) -> Iterator[None]:
    """A process that is waited for until it answers on a port, and ended afterwards."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _STARTS
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("a server did not start")
