"""SPARQL queries: only reading, over the union of all named graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from kg.store import guard, tabular
from kg.store.federation import names_dataset
from kg.store.raised import reported

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd
    import pyarrow as pa

Term = NamedNode | BlankNode | Literal | Triple
Results = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True, slots=True)
class Rows:
    """What a SELECT query gives: its variables in order, and for each row a term, or None, for each of them."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def to_arrow(self) -> pa.Table:
        """A column for each variable: numbers, booleans, days and moments as such, IRIs and all else as strings.

        What is unbound is null; see ``kg.store.arrow.table``.

        >>> Rows(("times",), ((Literal(2),), (None,))).to_arrow().to_pylist()
        [{'times': 2}, {'times': None}]
        """
        from kg.store import arrow  # noqa: PLC0415 (pyarrow takes part of a second to load; few ask for it)

        return arrow.table(self.variables, self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """The same as a data frame of pandas, days as datetime64.

        :raises ConfigError: when pandas is not installed.
        """
        from kg.store import arrow  # noqa: PLC0415 (so)

        return arrow.frame(self.to_arrow())

    def _repr_html_(self) -> str:
        """As a notebook shows them."""
        return tabular.html(self.variables, [tuple(map(tabular.shown, row)) for row in self.rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The named graphs that a query is put to: those that make up its default graph, and those that GRAPH may name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def results(  # noqa: PLR0913 (all that a query is put to)
    store: Store,
    query: str,
    *,
    substitutions: Mapping[str, NamedNode | Literal],
    prefixes: Mapping[str, str],
    dataset: Dataset | None,
    union: bool = True,
    federation: Collection[str] = (),
) -> Results:
    """The results of ``query`` as Oxigraph gives them: worked out on demand, so keep to ``reported`` meanwhile.

    Without a ``dataset`` and without FROM, the default graph is the union of all, unless ``union`` is off. (Oxigraph's
    switch for the union makes it ignore FROM, so it is off where the query has one.) ``federation`` are the hosts that
    SERVICE may name.

    :raises QueryError: when the query is wrong, is an update, would ask another machine, or is too complex.
    """
    with reported():
        guard.check(query, prefixes, federation=federation)
        known = dict(prefixes)
        terms: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): term for name, term in substitutions.items()
        }
        if dataset is None:
            whole = union and not names_dataset(query, prefixes)
            return store.query(query, prefixes=known, substitutions=terms, use_default_graph_as_union=whole)
        default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(graph) for graph in dataset.default]
        named: list[NamedNode | BlankNode] = [NamedNode(graph) for graph in dataset.named]
        return store.query(query, prefixes=known, substitutions=terms, default_graph=default, named_graphs=named)


def read(found: Results) -> Rows | bool | list[Triple]:
    """All of the results, in the order in which they come.

    :raises QueryError: when they cannot be worked out.
    """
    with reported():
        if isinstance(found, QueryBoolean):
            return bool(found)
        if isinstance(found, QueryTriples):
            return list(found)
        variables = tuple(variable.value for variable in found.variables)
        return Rows(variables, tuple(tuple(row) for row in found))
