"""What things have of their properties, one property at a time.

The engine joins slowly, and holds what it joins in memory. So it is asked for each property by itself, of all things
that have it, and of the answer is kept what is of the things in question.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from kg.analyse.answers import answer, batches
from kg.analyse.columns import distinct, firsts, listed, places, whole
from kg.analyse.memory import free

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kg.analyse.answers import Made
    from kg.ids import Ids
    from kg.store import Graph

OF_CLASS = "SELECT ?thing WHERE {{ ?thing a {name} }}"
HAS = "SELECT ?thing ?value WHERE {{ ?thing {name} ?value }}"
_AT_ONCE = 64 << 10  # rows whose things are looked up together


def things(graph: Graph, ids: Ids, name: str) -> pa.Array:
    """The prefixed ids of the things of a class, whose name is prefixed too; sorted.

    :raises StoreError: when the store cannot be read.
    """
    found = distinct(answer(graph, OF_CLASS.format(name=name), ids)["thing"])
    free()
    return found


def told(
    graph: Graph, ids: Ids, name: str, known: pa.Array, made: Made | None = None
) -> tuple[NDArray[np.int64], pa.Array]:
    """The places in ``known`` of the things that have a property, and its values beside them; in no order.

    ``known`` are distinct prefixed ids; other things are left out. ``name`` is the property's prefixed name;
    ``made`` is as in ``kg.analyse.answers``.

    :raises StoreError: when the store cannot be read.
    """
    return matched(graph, ids, HAS.format(name=name), known, made)


def matched(
    graph: Graph, ids: Ids, sparql: str, known: pa.Array, made: Made | None = None
) -> tuple[NDArray[np.int64], pa.Array]:
    """As ``told``, of a SELECT of ``?thing`` and ``?value``.

    :raises QueryError: when the query is wrong.
    :raises StoreError: when the store cannot be read.
    """
    rows: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    values: list[pa.Array] = [pa.nulls(0, pa.string() if made is None else made[1])]
    for table in gathered(batches(graph, sparql, ids, **({} if made is None else {"value": made}))):
        at = places(table["thing"], known)
        kept = at >= 0
        rows.append(at[kept])
        values += table["value"].filter(pa.array(kept)).chunks
    found = np.concatenate(rows), pa.concat_arrays(values)
    del rows, values
    free()
    return found


def first_value(graph: Graph, ids: Ids, name: str, known: pa.Array, made: Made | None = None) -> pa.Array:
    """What each of ``known`` has of a property: of several values the first, null before all; null where it has none.

    The arguments are those of ``told``; what is ``made`` of values is in order as it is spelt.

    :raises StoreError: when the store cannot be read.
    """
    rows, values = told(graph, ids, name, known, made)
    if np.bincount(rows, minlength=1).max() > 1:
        found = firsts(pa.table({"row": rows, "value": values}), "row")
        rows, values = found["row"].to_numpy(), whole(found["value"])
    at = np.full(len(known), -1)
    at[rows] = np.arange(len(rows))
    return values.take(pa.array(at, mask=at < 0))


def all_values(graph: Graph, ids: Ids, name: str, known: pa.Array) -> pa.ListArray:
    """The lists of what each of ``known`` has of a property: distinct values, sorted. The arguments are as in ``told``.

    :raises StoreError: when the store cannot be read.
    """
    lists = listed(*told(graph, ids, name, known), len(known))
    free()
    return lists


def gathered(blocks: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows of blocks in tables of some ten thousand: what they are looked up in is made ready for each table."""
    held: list[pa.RecordBatch] = []
    for block in chain(blocks, [None]):
        if block is not None:
            held.append(block)
        if held and (block is None or sum(map(len, held)) >= _AT_ONCE):
            yield pa.Table.from_batches(held)
            held = []
