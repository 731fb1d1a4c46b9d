"""Requests to a server: tried again while it cannot take them, and an error said in one line."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self

import httpx
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import StoreError
from kg.store.remote import virtuoso
from kg.store.remote.credentials import credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from kg.config import StoreConfig
    from kg.store.remote.addresses import Addresses

_ROWS, _TRIPLES, _UPDATE = "application/sparql-results+json", "application/n-triples", "application/sparql-update"
_LATER = {429, 502, 503, 504}
_CLASHED = "deadlock"  # Virtuoso gives 500 with this word to one of two writers that met
_LONGEST_WAIT = 60.0  # seconds, whatever a server asks for
_CONNECT = 10.0  # seconds
_SAID = 200  # characters of what a server said
_NOT_FOUND, _ERROR, _FAILED = 404, 400, 500
_TO_DO = {
    401: "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN, to those of somebody who may write there",
    403: "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN, to those of somebody who may write there",
    404: "name its addresses by --store-query, --store-update and --store-graphs",
    405: "name its addresses by --store-query, --store-update and --store-graphs",
    413: "let it take larger requests, or lower store.whole_quads in kg.toml",
    415: "name its addresses by --store-query, --store-update and --store-graphs",
}


class Client:
    """One server. As a context manager it lets go of its connections at the end. Threads may share it."""

    def __init__(
        self,
        addresses: Addresses,
        config: StoreConfig,
        *,
        auth: httpx.Auth | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """For these addresses; ``auth`` is what the environment says, unless it is given."""
        self.addresses, self._config, self._sleep = addresses, config, sleep
        timeout = httpx.Timeout(config.longest, connect=_CONNECT)
        self._http = httpx.Client(auth=auth or credentials(), timeout=timeout, headers={"User-Agent": "newskg"})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    # ------------------------------------------------------------------------------------------- asking

    def rows(self, query: str) -> list[dict[str, str]]:
        """The values that a SELECT query gives, by variable.

        :raises StoreError: when the server does not answer it.
        """
        # In a form: Virtuoso 7 never answers a query that is the body itself.
        answer = self._asked("POST", self.addresses.query, data={"query": query}, headers={"Accept": _ROWS})
        try:
            bindings = answer.json()["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in bindings]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = (
                f"{self.addresses.query}: {answer.status_code} without results of a query in JSON ({_short(answer)}); "
                "name its address by --store-query"
            )
            raise StoreError(message) from error

    def quads(self, graph: str) -> Iterator[Quad]:
        """The quads of a named graph, as the server has them; none where it is not there.

        :raises StoreError: when the server does not give them.
        """
        if self.addresses.graphs:
            params = {"graph": graph}
            answer = self._asked("GET", self.addresses.graphs, params=params, headers={"Accept": _TRIPLES}, absent=True)
            if answer.status_code == _NOT_FOUND:
                return
        else:
            asked = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"}
            answer = self._asked("POST", self.addresses.query, data=asked, headers={"Accept": _TRIPLES})
        name = NamedNode(graph)
        found = parse(answer.content, format=RdfFormat.N_TRIPLES)
        there = (Quad(quad.subject, quad.predicate, quad.object, name) for quad in found)
        yield from virtuoso.incoming(there) if self.addresses.is_virtuoso else there

    # ------------------------------------------------------------------------------------------- writing

    def update(self, text: str) -> None:
        """Does a SPARQL update; it may be done twice.

        :raises StoreError: when the server does not do it.
        """
        self._asked("POST", self.addresses.update, content=text.encode(), headers={"Content-Type": _UPDATE})

    def put(self, graph: str, triples: bytes) -> None:
        """Puts N-Triples in the place of what a named graph holds. The server has a graph store.

        :raises StoreError: when the server does not take them.
        """
        self._graph("PUT", graph, triples)

    def post(self, graph: str, triples: bytes) -> None:
        """Adds N-Triples, without blank nodes, to a named graph.

        :raises StoreError: when the server does not take them.
        """
        self._graph("POST", graph, triples)

    def _graph(self, method: str, graph: str, triples: bytes) -> None:
        headers = {"Content-Type": _TRIPLES}
        self._asked(method, self.addresses.graphs, params={"graph": graph}, content=triples, headers=headers)

    # ------------------------------------------------------------------------------------------- trying

    def _asked(self, method: str, address: str, *, absent: bool = False, **request: Any) -> httpx.Response:  # noqa: ANN401 (what httpx takes)
        """The answer of a server; with ``absent``, that there is nothing is one too."""
        broken: httpx.TransportError | None = None
        answer: httpx.Response | None = None
        for turn in range(max(self._config.tries, 1)):
            if turn:
                self._sleep(_pause(answer, self._config.wait * 2 ** (turn - 1)))
            try:
                answer, broken = self._http.request(method, address, **request), None
            except httpx.TransportError as error:
                answer, broken = None, error
                continue
            if not _is_for_later(answer):
                break
        if answer is not None and (answer.is_success or (absent and answer.status_code == _NOT_FOUND)):
            return answer
        if answer is None:
            said = " ".join(str(broken).split()) or type(broken).__name__
            message = (
                f"{address}: no answer ({said}); see whether the server runs, and build again: what is sent is kept"
            )
            raise StoreError(message) from broken
        raise StoreError(_refused(address, answer))


def _is_for_later(answer: httpx.Response) -> bool:
    clashed = answer.status_code == _FAILED and _CLASHED in answer.text[:_SAID].lower()
    return clashed or answer.status_code in _LATER


def _pause(answer: httpx.Response | None, usual: float) -> float:
    """How long to wait, in seconds: as a server asks (RFC 9110, 10.2.3), or as usual."""
    asked = "" if answer is None else answer.headers.get("retry-after", "")
    if asked.isdigit():
        return min(float(asked), _LONGEST_WAIT)
    try:
        left = (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return min(usual, _LONGEST_WAIT)
    return min(max(left, 0.0), _LONGEST_WAIT)


def _refused(address: str, answer: httpx.Response) -> str:
    status = answer.status_code
    if answer.is_redirect:
        return f"{address}: {status}, moved to {answer.headers.get('location')}; name that address"
    to_do = _TO_DO.get(status, "see the log of the server, and build again: what is sent is kept")
    return f"{address}: {status} {answer.reason_phrase} ({_short(answer)}); {to_do}"


def _short(answer: httpx.Response) -> str:
    said = " ".join(answer.text[: 2 * _SAID].split())
    return said[:_SAID] or "without a word"
