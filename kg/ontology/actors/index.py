"""The knowledge base on disk, and its index: a file that opens without being read.

The index is a cache. It is made once for each state of the files it is made of, and stands under their digest; what
cannot be written or read is made in memory instead.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg.ontology.actors.folder import WORDS, read
from kg.ontology.actors.knowledge import Actor, KnowledgeBase, Tenure

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator

# The tables of a knowledge base, each with the type of its values; the place of a table is its number in the index.
_TABLES: dict[str, Any] = {
    "actors": Actor,
    "names": tuple[str, ...],
    "metonyms": tuple[str, ...],
    "demonyms": tuple[str, ...],
    "loosened": tuple[str, ...],
    "preferred": str | None,
    "generic": tuple[str, ...],
    "genders": str,
    "levels": str,
    "roles": str,
    "scopes": str,
    "place_verbs": str,
    "role_kin": str,
    "titles": str,
    "holders": tuple[Tenure, ...],
    "given_names": int,
    "surnames": int,
}
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE entry (kind INTEGER, key TEXT, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""
# Every look-up of a name asks these: they are few.
_SMALL = ("preferred", "generic", "metonyms", "demonyms", "titles", "role_kin", "given_names", "surnames")
_BAR = "\x1f"
_KEPT = 65_536  # entries of each table that stay in memory
_ABSENT = object()


def load(folder: Path, *, added: Path | None = None, cache: Path | None = None) -> KnowledgeBase:
    """The knowledge base of a folder of CSV files laid out as the package's ``ontology/actors/``.

    ``added`` is a file of more actors, which need not exist. With ``cache``, a folder, the index is kept there.

    :raises OntologyError: when a file is missing, or ``added`` contradicts itself or the folder.
    """
    added = added if added is not None and added.exists() else None
    if cache is None:
        return read(folder, added)
    path = cache / f"{_digest(folder, added)}.actors"
    if not path.exists():
        made = read(folder, added)
        if not _write(made, path):
            return made
    try:
        return _open(path)
    except (sqlite3.Error, OSError):
        return read(folder, added)


def _digest(folder: Path, added: Path | None) -> str:
    """Names the state of all files that the index is made of, the code that makes it among them."""
    digest = hashlib.sha256()
    code = Path(__file__).parent.glob("*.py")
    words = (path for pattern in WORDS for path in folder.parent.glob(pattern))
    for path in (*sorted(code), *sorted(words), *sorted(folder.glob("*.csv")), *((added,) if added else ())):
        content = path.read_bytes()
        digest.update(f"{path.name}{_BAR}{len(content)}{_BAR}".encode() + content)
    return digest.hexdigest()[:32]


# ------------------------------------------------------------------------------------------------ writing


def _write(made: KnowledgeBase, path: Path) -> bool:
    """Writes the index beside its place and renames it, so that processes may share a folder; False where it cannot."""
    name = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        os.close(handle)
        with closing(sqlite3.connect(name)) as connection:
            connection.executescript(_SCHEMA)
            with connection:
                connection.executemany("INSERT INTO entry VALUES (?, ?, ?)", _entries(made))
        Path(name).replace(path)
    except (OSError, sqlite3.Error):
        if name is not None:
            with suppress(OSError):
                Path(name).unlink(missing_ok=True)
        return False
    return True


def _entries(made: KnowledgeBase) -> Iterator[tuple[int, str, bytes]]:
    for kind, name in enumerate(_TABLES):
        table: Mapping[str | tuple[str, ...], object] = getattr(made, name)
        keyed = {_BAR.join(key) if isinstance(key, tuple) else key: value for key, value in table.items()}
        for key, value in sorted(keyed.items(), key=itemgetter(0)):
            yield kind, key, msgspec.json.encode(value)


# ------------------------------------------------------------------------------------------------ reading


def _open(path: Path) -> KnowledgeBase:
    # Nobody writes to an index that has its name: no locks are needed, and any thread may read.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("SELECT key FROM entry LIMIT 1").fetchone()
    tables: dict[str, Any] = {
        name: _Table(connection, kind, msgspec.json.Decoder(form)) for kind, (name, form) in enumerate(_TABLES.items())
    }
    return KnowledgeBase(**(tables | {name: dict(tables[name].items()) for name in _SMALL}))


class _Table(Mapping[Any, Any]):
    """One table of the index. What was looked up is kept, and so is what was not found: names recur."""

    def __init__(self, connection: sqlite3.Connection, kind: int, decoder: msgspec.json.Decoder[Any]) -> None:
        self._connection, self._kind, self._decoder = connection, kind, decoder
        self._value = lru_cache(maxsize=_KEPT)(self._looked_up)

    def _looked_up(self, key: str | tuple[str, ...]) -> Any:  # noqa: ANN401 (any of the types of the tables)
        name = _BAR.join(key) if isinstance(key, tuple) else key
        found = self._connection.execute("SELECT value FROM entry WHERE kind = ? AND key = ?", (self._kind, name))
        row = found.fetchone()
        return _ABSENT if row is None else self._decoder.decode(row[0])

    def __getitem__(self, key: str | tuple[str, ...]) -> Any:  # noqa: ANN401
        value = self._value(key)
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def get(self, key: str | tuple[str, ...], default: Any = None) -> Any:  # noqa: ANN401
        """The value of a key, or ``default``."""
        value = self._value(key)
        return default if value is _ABSENT else value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str | tuple) and self._value(key) is not _ABSENT

    def __iter__(self) -> Iterator[Any]:
        for (key,) in self._connection.execute("SELECT key FROM entry WHERE kind = ? ORDER BY key", (self._kind,)):
            yield self._keyed(key)

    def items(self) -> ItemsView[Any, Any]:
        """Keys and values, read in one go."""
        rows = self._connection.execute("SELECT key, value FROM entry WHERE kind = ? ORDER BY key", (self._kind,))
        return {self._keyed(key): self._decoder.decode(value) for key, value in rows}.items()

    @staticmethod
    def _keyed(key: str) -> str | tuple[str, ...]:
        return tuple(key.split(_BAR)) if _BAR in key else key

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM entry WHERE kind = ?", (self._kind,)).fetchone()[0]
        return count
