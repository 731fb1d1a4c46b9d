"""Which graph a request is about: a parameter names it, or the address does."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode

from kg.serve.problems import Problem
from kg.serve.protocol import endpoint

if TYPE_CHECKING:
    from starlette.requests import Request

ENDPOINT = "/graphs"
OWN = "/graph"  # below it the project's own graphs have their addresses
GRAPH, DEFAULT = b"graph", b"default"


def indirect(request: Request) -> str | None:
    """The graph that the parameters name: an IRI, "" for the default graph, None for none of both.

    The IRI is percent-decoded once, and a plus in it is a plus.

    :raises Problem: 400 when they name more than one, or something that is no absolute IRI.
    """
    named = [value for name, value in _pairs(request) if name == GRAPH]
    default = [value for name, value in _pairs(request) if name == DEFAULT]
    if len(named) + len(default) > 1:
        raise Problem(400, detail="more than one graph is named; expected graph=IRI or default, once")
    if default and default[0] not in {b"", b"true"}:
        raise Problem(400, detail="default has a value; expected ?default alone")
    if not named:
        return "" if default else None
    try:
        return _checked(unquote_to_bytes(named[0]).decode())
    except UnicodeDecodeError:
        raise Problem(400, detail="the name of the graph is not UTF-8; expected percent-encoded UTF-8") from None


def direct(request: Request) -> str:
    """The graph that the address of a request names: by the path of its name for the project's own, else as a whole.

    :raises Problem: 400 when the address is no IRI, or a parameter names a graph too.
    """
    if indirect(request) is not None:
        raise Problem(400, detail=f"the address names a graph, and a parameter too; expected {ENDPOINT}?graph=IRI")
    path = (request.scope.get("raw_path") or request.url.path.encode()).partition(b"?")[0].decode("ascii", "replace")
    if path.startswith(f"{OWN}/"):
        return _checked(request.app.state.ids.graph(path.removeprefix(f"{OWN}/")))
    return _checked(root(request) + path)


def new(request: Request) -> str:
    """A name for a graph that has none, which is the address that it will have."""
    return f"{root(request)}{ENDPOINT}/{uuid.uuid4()}"


def root(request: Request) -> str:
    """The scheme and the host of the server, as the client named them.

    :raises Problem: 400 when the client named no host.
    """
    base = endpoint.base(request)
    if base is None:
        raise Problem(400, detail="the request names no host that an IRI can have; expected a Host header")
    return base.removesuffix(endpoint.ENDPOINT)


def _pairs(request: Request) -> list[tuple[bytes, bytes]]:
    parts = (pair.partition(b"=") for pair in request.scope["query_string"].split(b"&"))
    return [(name, value) for name, _, value in parts]


def _checked(iri: str) -> str:
    try:
        return NamedNode(iri).value
    except ValueError as error:
        detail = f"{iri[:200]!r} names no graph ({error}); expected an absolute IRI, percent-encoded"
        raise Problem(400, detail=detail) from None
