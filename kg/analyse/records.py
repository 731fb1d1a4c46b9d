"""What a measure gives: frozen records in the order of their rank, on request a table of Arrow or pandas."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

from kg.store import arrow, tabular

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

Record = TypeVar("Record")
_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}


class Records(tuple[Record, ...]):  # noqa: SLOT001 (a tuple can have no slot beside its items)
    """The rows of a measure: a tuple of records of one ``kind``, a frozen dataclass.

    ``note`` says in a sentence what the rows as a whole say, or why there are none; it may be empty. Records compare as
    tuples: by their rows alone.

    >>> from kg.analyse.measures import Core
    >>> rows = Records(Core, [Core(rank=1, id="ent:state-no", label="Norland", type="State", core=2)])
    >>> rows[0].core, rows.to_arrow().column_names
    (2, ['rank', 'id', 'label', 'type', 'core'])
    """

    kind: type[Record]
    note: str

    def __new__(cls, kind: type[Record], rows: Iterable[Record] = (), note: str = "") -> Self:
        """Records of a kind, in the order given."""
        made = super().__new__(cls, rows)
        made.kind, made.note = kind, note
        return made

    def __getnewargs__(self) -> tuple[type[Record], tuple[Record, ...], str]:
        return self.kind, tuple(self), self.note

    def to_arrow(self) -> pa.Table:
        """A column for each field, also where there is no row: days as date32, tuples as lists, None as null."""
        hints = get_type_hints(self.kind, localns={"date": date})
        names = [field.name for field in fields(self.kind)]  # type: ignore[arg-type]  # a kind is a dataclass
        columns = {name: [_cell(getattr(row, name)) for row in self] for name in names}
        return pa.table(columns, schema=pa.schema([(name, _type(hints[name])) for name in names]))

    def to_pandas(self) -> pd.DataFrame:
        """The same as a data frame of pandas, days as datetime64.

        :raises ConfigError: when pandas is not installed.
        """
        return arrow.frame(self.to_arrow())

    def _repr_html_(self) -> str:
        """As a notebook shows them."""
        names = [field.name for field in fields(self.kind)]  # type: ignore[arg-type]  # a kind is a dataclass
        return tabular.html(names, [[getattr(row, name) for name in names] for row in self])


def _type(hint: Any) -> pa.DataType:  # noqa: ANN401 (a type as it is annotated)
    """The type of a field: None beside another type only says that there may be nulls."""
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if isinstance(hint, type) and (issubclass(hint, tuple) or is_dataclass(hint)):
        return pa.struct([(name, _type(each)) for name, each in get_type_hints(hint).items()])
    some = [each for each in get_args(hint) if each is not NoneType]
    return _type(some[0]) if some else _TYPES[hint]


def _cell(value: Any) -> Any:  # noqa: ANN401 (any field)
    if isinstance(value, tuple):
        return value._asdict() if hasattr(value, "_asdict") else [_cell(each) for each in value]
    return {field.name: _cell(getattr(value, field.name)) for field in fields(value)} if is_dataclass(value) else value
