"""Requests that were sent once, sent again with bytes of theirs changed: what no client would send."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

TOGETHER = 48
SECONDS = 5  # that an answer may take: the server waits for a body that is shorter than its header says
LENGTH = re.compile(rb"Content-Length: \d+")
PIECES = (
    b"\x00", b"\xff", b"%", b"%zz", b"%00", b"\r\n", b"&query=ASK{}", b"&update=CLEAR ALL", b"{" * 300, b"<", b"'",
    b'"', b"\\u0041", b"?", b"#", b"../", b"*/*;q=", b"gzip;q=0", b"\xf0\x9f\x98\x80", b"-1", b"9" * 40, b"NaN",
)  # fmt: skip


def messages(har: Path, address: str) -> list[bytes]:
    """The requests of an HTTP archive, as they go over the line."""
    entries: list[dict[str, Any]] = json.loads(har.read_text(encoding="utf-8"))["log"]["entries"]
    return [_message(entry["request"], urlsplit(address).netloc) for entry in entries]


def statuses(har: Path) -> Counter[str]:
    """How often each status came, in an HTTP archive."""
    entries: list[dict[str, Any]] = json.loads(har.read_text(encoding="utf-8"))["log"]["entries"]
    return Counter(str(entry["response"]["status"]) for entry in entries)


def send(address: str, sent: list[bytes], *, number: int, seed: int) -> Counter[str]:
    """How often each status came, of so many requests, each changed in one to three places."""
    order = random.Random(seed)  # noqa: S311 (a load)
    parts = urlsplit(address)
    changed = [_changed(order, order.choice(sent)) for _ in range(number)]
    return asyncio.run(_sent(parts.hostname or "", parts.port or 80, changed))


def _message(request: dict[str, Any], host: str) -> bytes:
    parts = urlsplit(request["url"])
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    body = request.get("postData", {}).get("text", "").encode("utf-8", "surrogatepass")
    left_out = {"host", "content-length", "connection", "transfer-encoding"}
    headers = [(each["name"], each["value"]) for each in request["headers"] if each["name"].lower() not in left_out]
    headers += [("Host", host), ("Connection", "close"), ("Content-Length", str(len(body)))]
    lines = [f"{request['method']} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("utf-8", "surrogatepass") + body


def _changed(order: random.Random, message: bytes) -> bytes:
    """The message with pieces put in, taken out or doubled; the lines that say where it goes stay."""
    head, _, body = message.partition(b"\r\n\r\n")
    for _ in range(order.randint(1, 3)):
        text = body if body and order.random() < 0.5 else head  # noqa: PLR2004 (one of two)
        at = order.randrange(len(text) + 1)
        until = min(len(text), at + order.randint(0, 6))
        made = text[:at] + order.choice((*PIECES, text[at:until] * 2, b"")) + text[until:]
        head, body = (head, made) if text is body else (made, body)
    return LENGTH.sub(b"Content-Length: %d" % len(body), head) + b"\r\n\r\n" + body


async def _sent(host: str, port: int, changed: list[bytes]) -> Counter[str]:
    found: Counter[str] = Counter()
    left = iter(changed)

    async def client() -> None:
        for message in left:
            found[await _status(host, port, message)] += 1

    await asyncio.gather(*(client() for _ in range(TOGETHER)))
    return found


async def _status(host: str, port: int, message: bytes) -> str:
    try:
        async with asyncio.timeout(SECONDS):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(message)
                line = await reader.readline()
                await reader.read()
            finally:
                writer.close()
    except TimeoutError:
        return "no answer in time"
    except OSError:
        return "closed"
    return line.split(b" ")[1].decode("latin-1") if line.startswith(b"HTTP/") else "closed"
