"""Rows as a table of Arrow, with a type for each column, and tables as data frames of pandas."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyoxigraph import Literal

from kg.errors import ConfigError
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from kg.store.sparql import Term

_XSD = VOCABULARIES["xsd"]
_WHOLE = {f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger")}
_WHOLE |= {f"{_XSD}{name}" for name in ("positiveInteger", "nonPositiveInteger", "negativeInteger")}
_WHOLE |= {f"{_XSD}{name}" for name in ("unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte")}
_BROKEN = {f"{_XSD}{name}" for name in ("decimal", "double", "float")}


def table(variables: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> pa.Table:
    """A column for each variable, in order, with the type that its values share; what is unbound is null.

    xsd:integer and what derives from it is int64; with xsd:decimal, xsd:double or xsd:float among them, float64.
    xsd:boolean is bool, xsd:date date32 (its time zone left out), xsd:dateTime a timestamp in microseconds, of UTC
    where every value has a time zone. All others are strings, as are columns of several kinds, those with a value that
    the type cannot hold, and those without any: whole IRIs, the lexical form of literals, blank nodes as ``_:name``.

    >>> made = table(("who", "times"), [(None, Literal(2)), (Literal("Norland"), Literal(3))])
    >>> made.schema.field("times").type, made.to_pylist()
    (DataType(int64), [{'who': None, 'times': 2}, {'who': 'Norland', 'times': 3}])
    """
    columns = list(zip(*rows, strict=True)) or [() for _ in variables]
    return pa.Table.from_arrays([_column(terms) for terms in columns], names=list(variables))


def frame(made: pa.Table) -> pd.DataFrame:
    """A table as a data frame of pandas: days as datetime64, whole numbers and booleans with gaps as Int64 and boolean.

    >>> frame(pa.table({"day": pa.array([date(2024, 3, 2)]), "times": pa.array([None], pa.int64())})).dtypes.tolist()
    [dtype('<M8[ms]'), Int64Dtype()]

    :raises ConfigError: when pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 (an extra of this package)
    except ImportError as error:
        message = "pandas is not installed; install it (pip install 'newskg[pandas]'), or take to_arrow()"
        raise ConfigError(message) from error
    with_gaps = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}
    found = made.to_pandas(date_as_object=False)
    for name, column in zip(made.column_names, made.columns, strict=True):
        if column.null_count and column.type in with_gaps:
            found[name] = column.to_pandas(types_mapper=with_gaps.get)
    return found


def _column(terms: Sequence[Term | None]) -> pa.Array:
    kinds = {term.datatype.value if isinstance(term, Literal) else None for term in terms if term is not None}
    if (known := _typed(kinds)) is not None:
        kind, made = known
        try:
            values = [None if term is None else made(str(getattr(term, "value", term))) for term in terms]
            if kind is None:
                return _moments(values)
            return pa.array(values, kind)
        except (ValueError, KeyError, OverflowError):  # pyarrow's own errors are ValueErrors
            pass
    return pa.array([None if term is None else _words(term) for term in terms], pa.string())


def _typed(kinds: set[str | None]) -> tuple[pa.DataType | None, Callable[[str], Any]] | None:
    """The type of a column whose values have these datatypes, and what makes one of its lexical form."""
    if not kinds or None in kinds:
        return None
    if kinds <= _WHOLE:
        return pa.int64(), int
    if kinds <= _WHOLE | _BROKEN:
        return pa.float64(), float
    if kinds == {f"{_XSD}boolean"}:
        return pa.bool_(), lambda words: {"true": True, "1": True, "false": False, "0": False}[words]
    if kinds == {f"{_XSD}date"}:
        return pa.date32(), lambda words: date.fromisoformat(words[:10] if words[10:] else words)
    if kinds == {f"{_XSD}dateTime"}:
        return None, datetime.fromisoformat
    return None


def _moments(values: Sequence[datetime | None]) -> pa.Array:
    zoned = {value.tzinfo is not None for value in values if value is not None}
    if len(zoned) > 1:
        message = "moments with and without a time zone"
        raise ValueError(message)
    if zoned == {True}:
        return pa.array([value and value.astimezone(UTC) for value in values], pa.timestamp("us", tz="UTC"))
    return pa.array(values, pa.timestamp("us"))


def _words(term: Term) -> str:
    value = getattr(term, "value", None)
    return str(term) if value is None or str(term).startswith("_:") else str(value)
