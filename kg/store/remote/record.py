"""The record of a server: which named graphs it has from us, in which version. It is a named graph there itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.ids import VOCABULARIES
from kg.store.contents import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.store.remote.client import Client

_QUADS = NamedNode("http://rdfs.org/ns/void#triples")
_DIGEST = NamedNode(VOCABULARIES["schema"] + "version")
_XSD_INTEGER = NamedNode(VOCABULARIES["xsd"] + "integer")
_ROWS = 5000  # at once: Virtuoso gives at most 10,000, and says nothing of the rest
_NAMES = 500  # in one query
_ENTRIES = (
    "SELECT ?graph ?quads ?digest {{ {values} GRAPH {record} {{ ?graph {count} ?quads ; {digest} ?digest }} {after} }}"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Version:
    """What a named graph holds: its number of quads and their total (see ``kg.store.total``)."""

    quads: int
    total: int


@dataclass(frozen=True, slots=True)
class Record:
    """The record in the named graph ``name``. Its entry for itself is the version of all graphs but runs together."""

    name: str

    @property
    def _term(self) -> NamedNode:
        return NamedNode(self.name)

    def entries(self, client: Client) -> dict[str, Version | None]:
        """The version of every named graph, by name; None where the record contradicts itself.

        :raises StoreError: when the server does not tell.
        """
        found: dict[str, Version | None] = {}
        last = ""
        while True:
            after = f'FILTER (STR(?graph) > "{last}")'
            query = self._query("", after) + f" ORDER BY STR(?graph) LIMIT {_ROWS}"
            rows = client.rows(query)
            _enter(found, rows)
            if len(rows) < _ROWS:
                return found
            last = rows[-1]["graph"]

    def entries_of(self, names: Iterable[str], client: Client) -> dict[str, Version | None]:
        """The same of some named graphs.

        :raises StoreError: when the server does not tell.
        """
        found: dict[str, Version | None] = {}
        for some in _some(names):
            _enter(found, client.rows(self._query(f"VALUES ?graph {{ {_listed(some)} }}", "")))
        return found

    def forget(self, names: Iterable[str]) -> str:
        """The operation that takes the entries of named graphs out."""
        return (
            f"DELETE {{ GRAPH {self._term} {{ ?graph ?says ?what }} }} "
            f"WHERE {{ VALUES ?graph {{ {_listed(names)} }} GRAPH {self._term} {{ ?graph ?says ?what }} }}"
        )

    def note(self, versions: Mapping[str, Version]) -> str:
        """The operation that enters named graphs, of which there are no entries."""
        lines = (
            f"{NamedNode(name)} {_QUADS} {Literal(str(version.quads), datatype=_XSD_INTEGER)} ; "
            f"{_DIGEST} {Literal(shown(version.total))} ."
            for name, version in sorted(versions.items())
        )
        entries = "\n".join(lines)
        return f"INSERT DATA {{ GRAPH {self._term} {{\n{entries} }} }}"

    def _query(self, values: str, after: str) -> str:
        return _ENTRIES.format(values=values, record=self._term, count=_QUADS, digest=_DIGEST, after=after)


def counted(names: Iterable[str], client: Client) -> dict[str, int]:
    """How many quads a server has in each of some named graphs; those that it has not are left out.

    :raises StoreError: when the server does not tell.
    """
    found: dict[str, int] = {}
    for some in _some(names):
        query = (
            f"SELECT ?graph (COUNT(*) AS ?quads) {{ VALUES ?graph {{ {_listed(some)} }} GRAPH ?graph {{ ?s ?p ?o }} }} "
            "GROUP BY ?graph"
        )
        # Without a named graph, a server may give one row with a count of 0 and no graph.
        found.update({row["graph"]: int(row["quads"]) for row in client.rows(query) if "graph" in row})
    return found


def _enter(found: dict[str, Version | None], rows: Iterable[Mapping[str, str]]) -> None:
    for row in rows:
        name = row["graph"]
        found[name] = None if name in found else _version(row)


def _version(row: Mapping[str, str]) -> Version | None:
    try:
        return Version(quads=int(row["quads"]), total=int(row["digest"], 16))
    except ValueError:
        return None


def _some(names: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while some := list(islice(rest, _NAMES)):
        yield some


def _listed(names: Iterable[str]) -> str:
    return " ".join(str(NamedNode(name)) for name in names)
