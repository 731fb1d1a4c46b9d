"""What one address of a server tells of the others."""

from __future__ import annotations

import pytest

from kg.config import StoreConfig
from kg.errors import ConfigError
from kg.store.remote import addresses


@pytest.mark.parametrize(
    ("url", "query", "update", "graphs"),
    [
        ("http://h:7878", "/query", "/update", "/store"),
        ("http://h:7878/", "/query", "/update", "/store"),
        ("http://h:7878/query", "/query", "/update", "/store"),
        ("http://h:7878/sparql", "/sparql", "/sparql", "/graphs"),
        ("http://h:7878/news/sparql", "/news/sparql", "/news/sparql", "/news/graphs"),
        ("http://h:3030/news", "/news/sparql", "/news/update", "/news/data"),
        ("http://h:8890/sparql-auth", "/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth"),
        (
            "http://h:7200/repositories/news",
            "/repositories/news",
            "/repositories/news/statements",
            "/repositories/news/rdf-graphs/service",
        ),
    ],
)
def test_one_address_tells_the_others(url: str, query: str, update: str, graphs: str) -> None:
    """Oxigraph, kg serve, Fuseki, Virtuoso, RDF4J and GraphDB are known by the ends of their addresses."""
    told = addresses(StoreConfig(url=url))
    assert told is not None
    start = "/".join(url.split("/")[:3])
    assert (told.query, told.update, told.graphs) == (start + query, start + update, start + graphs)


def test_given_addresses_hold() -> None:
    """An address that is given stands in the place of the one that would be told."""
    told = addresses(StoreConfig(url="http://h/news", update="http://h/write"))
    assert told is not None
    assert (told.query, told.update) == ("http://h/news/sparql", "http://h/write")


def test_graph_store_may_be_missing() -> None:
    """A server is queried and updated without a graph store, but not updated without being queried."""
    told = addresses(StoreConfig(query="http://h/q", update="http://h/u"))
    assert told is not None
    assert told.graphs == ""
    with pytest.raises(ConfigError, match="without an address to query or to update"):
        addresses(StoreConfig(update="http://h/u"))


def test_no_address_is_no_server() -> None:
    """Where nothing is configured, nothing is sent anywhere."""
    assert addresses(StoreConfig()) is None


@pytest.mark.parametrize(
    "url", ["h:7878", "ftp://h/", "http://", "http://h/?graph=a", "http://h/#a", "http://h:99999/"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """An address of a server has http or https, a host, and neither query nor fragment."""
    with pytest.raises(ConfigError, match="is no address of a store; expected http"):
        addresses(StoreConfig(url=url))


def test_password_in_an_address_is_refused_and_not_shown() -> None:
    """Credentials come from the environment alone, and no message shows those that do not."""
    with pytest.raises(ConfigError, match="KG_STORE_USER") as found:
        addresses(StoreConfig(url="http://mira:well-key@h/"))
    assert "well-key" not in str(found.value)
