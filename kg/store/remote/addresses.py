"""Where a server is queried and updated, and where its graph store is: told from one address, or given."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.config import StoreConfig

# By the end of an address: query, update and graph store of the server. The first that fits holds.
_LAYOUTS = (
    (re.compile(r"/sparql-auth$"), ("/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth")),  # Virtuoso
    (re.compile(r"/sparql$"), ("/sparql", "/sparql", "/graphs")),  # kg serve
    (re.compile(r"/query$"), ("/query", "/update", "/store")),  # Oxigraph
    (re.compile(r"(/repositories/[^/]+)$"), (r"\1", r"\1/statements", r"\1/rdf-graphs/service")),  # RDF4J, GraphDB
    (re.compile(r"(/[^/]+)$"), (r"\1/sparql", r"\1/update", r"\1/data")),  # a data set of Fuseki
    (re.compile(r"$"), ("/query", "/update", "/store")),  # Oxigraph, by its root
)
_OF_VIRTUOSO = "/sparql-auth"
_EXPECTED = "expected http:// or https://, a host and a path, without name, password, ? and #"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where a server answers queries and takes updates, and its graph store, if it has one (else empty).

    ``is_virtuoso`` says that it must be sent some things in another way (see ``kg.store.remote.virtuoso``).
    """

    query: str
    update: str
    graphs: str = ""
    is_virtuoso: bool = False


def addresses(store: StoreConfig) -> Addresses | None:
    """The addresses that a configuration tells; None where it names no server.

    >>> from kg.config import StoreConfig
    >>> found = addresses(StoreConfig(url="http://localhost:3030/news"))
    >>> found.query, found.update
    ('http://localhost:3030/news/sparql', 'http://localhost:3030/news/update')
    >>> found.graphs, found.is_virtuoso
    ('http://localhost:3030/news/data', False)

    :raises ConfigError: when an address is none, or query or update cannot be told.
    """
    given = {"query": store.query, "update": store.update, "graphs": store.graphs}
    for address in (store.url, *given.values()):
        _check(address)
    if store.url:
        told = _told(store.url.rstrip("/"))
        return replace(
            told,
            query=store.query or told.query,
            update=store.update or told.update,
            graphs=store.graphs or told.graphs,
        )
    if not any(given.values()):
        return None
    if not (store.query and store.update):
        message = "a store without an address to query or to update; give both, or the one address that tells all"
        raise ConfigError(message)
    return Addresses(**given, is_virtuoso=store.update.endswith(_OF_VIRTUOSO))


def _told(url: str) -> Addresses:
    parts = urlsplit(url)
    end, ways = next((end, ways) for end, ways in _LAYOUTS if end.search(parts.path))
    query, update, graphs = (parts._replace(path=end.sub(way, parts.path)).geturl() for way in ways)
    return Addresses(query=query, update=update, graphs=graphs, is_virtuoso=update.endswith(_OF_VIRTUOSO))


def _check(address: str) -> None:
    if not address:
        return
    try:
        parts = urlsplit(address)
        wrong = parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0
    except ValueError:
        wrong, parts = True, urlsplit("")
    if "@" in parts.netloc:
        message = f"an address of a store with a name or password in it; {_EXPECTED}: KG_STORE_USER and …_PASSWORD say"
        raise ConfigError(message)
    if wrong or parts.query or parts.fragment:
        message = f"{address!r} is no address of a store; {_EXPECTED}"
        raise ConfigError(message)
