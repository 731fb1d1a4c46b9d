"""The headers that every answer has, and who may read one from a page in a browser (Fetch standard, CORS)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.serve.settings import Settings

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",  # of what a page takes in without asking; CORS is another matter
}
VARY = "Accept, Accept-Encoding, Origin"
EXPOSED = "ETag, Link, Location, Retry-After, X-Request-Id, X-Truncated"
ASKABLE = "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id"
PREFLIGHT_SECONDS = "7200"
THIS_MACHINE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
EVERYBODY = "*"
# A page elsewhere that gives its own name this machine's address must not read the graph (DNS rebinding).
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

Pairs = list[tuple[bytes, bytes]]


def constant(settings: Settings) -> Pairs:
    """The headers that every answer has, encoded; a handler's own of the same name stands instead.

    >>> from kg.serve.settings import Settings
    >>> dict(constant(Settings()))[b"vary"]
    b'Accept, Accept-Encoding, Origin'
    """
    vary = f"{VARY}, Authorization" if settings.private else VARY
    named = {**SECURITY, "Vary": vary}
    return [(name.lower().encode(), value.encode()) for name, value in named.items()]


def origins(settings: Settings) -> tuple[str, ...]:
    """The origins whose pages may read, beside those of this machine: all, where reading is open or guarded anyway.

    >>> from kg.serve.settings import Settings
    >>> origins(Settings()), origins(Settings(public_read=True))
    ((), ('*',))
    """
    return settings.origins or ((EVERYBODY,) if settings.private or settings.public_read else ())


def readable(origin: bytes, allowed: tuple[str, ...]) -> Pairs:
    """The headers that let a page of ``origin`` read an answer; none where it may not.

    >>> readable(b"https://news.example", ())
    []
    >>> readable(b"http://localhost:8000", ())[0]
    (b'access-control-allow-origin', b'http://localhost:8000')
    """
    if EVERYBODY in allowed:
        shown = b"*"
    elif (text := origin.decode("latin-1")) in allowed or THIS_MACHINE.fullmatch(text):
        shown = origin
    else:
        return []
    return [(b"access-control-allow-origin", shown), (b"access-control-expose-headers", EXPOSED.encode())]


def preflight(methods: str) -> dict[str, str]:
    """What answers the question whether a page may send a request that is no simple one."""
    return {
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": ASKABLE,
        "Access-Control-Max-Age": PREFLIGHT_SECONDS,
    }


def hosts(settings: Settings) -> frozenset[str]:
    """The names that requests may go by; none for any name, on an address that is not of this machine alone."""
    if not settings.local:
        return frozenset()
    return LOCAL_NAMES | {name.strip().lower() for name in settings.config.hosts.split(",") if name.strip()}


def hostname(host: str) -> str:
    """A Host header without its port.

    >>> hostname("LocalHost:7878"), hostname("[::1]:80")
    ('localhost', '[::1]')
    """
    return re.sub(r":\d*$", "", host).lower()
