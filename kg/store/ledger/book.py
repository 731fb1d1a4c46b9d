"""Opening a ledger, and what it notes of documents."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.errors import StoreError
from kg.store.ledger.figures import FigureTables
from kg.store.ledger.fusion import FusionTables
from kg.store.ledger.said import SaidTables
from kg.store.ledger.tables import Tables, schema
from kg.store.ledger.tally import TallyTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

FILE, UNFINISHED, ASIDE = "ledger.db", "ledger.db.new", "ledger.db.old"
_BESIDE = ("", "-wal", "-shm", "-journal")
_WAIT = 30  # seconds, for another process that reads or writes


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger in the folder ``path`` of a graph. What is changed takes effect with ``commit``.

    As a context manager it is closed at the end, and what was not committed is lost.
    """

    path: Path
    tables: Tables

    @classmethod
    def open(cls, path: Path) -> Self | None:
        """The ledger of a graph; None where there is none, or it cannot be read."""
        file = path / FILE
        if not file.exists():
            return None
        try:
            connection = sqlite3.connect(file, timeout=_WAIT)
            connection.execute("SELECT name FROM mark LIMIT 1").fetchone()
        except sqlite3.Error:
            return None
        return cls(path, Tables(connection))

    @classmethod
    def make(cls, path: Path) -> Self:
        """An empty ledger beside its place: ``publish`` puts it there.

        :raises StoreError: when the folder cannot be written.
        """
        try:
            _remove(path / UNFINISHED)
            connection = sqlite3.connect(path / UNFINISHED)
            connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {schema()}")
        except (OSError, sqlite3.Error) as error:
            message = f"{path}: cannot write ({error}); free some space or choose another --graph"
            raise StoreError(message) from error
        return cls(path, Tables(connection))

    @classmethod
    def remove(cls, path: Path) -> None:
        """Takes the ledger of a graph away: what is built next is derived anew."""
        _remove(path / FILE)

    @classmethod
    @contextmanager
    def given_up(cls, path: Path) -> Iterator[None]:
        """Takes the ledger of a graph away before something else than a build writes; put back, should that fail.

        :raises OSError: when the folder cannot be written.
        """
        file, aside = path / FILE, path / ASIDE
        if file.exists():
            file.replace(aside)
        try:
            yield
        except BaseException:
            if aside.exists():
                aside.replace(file)
            raise
        _remove(aside)
        cls.remove(path)

    @property
    def figures(self) -> FigureTables:
        """Unknown entities and what brings them together."""
        return FigureTables(self.tables.connection)

    @property
    def fusion(self) -> FusionTables:
        """Event mentions and what brings them together."""
        return FusionTables(self.tables.connection)

    @property
    def said(self) -> SaidTables:
        """What several documents or events say alike."""
        return SaidTables(self.tables.connection)

    @property
    def tally(self) -> TallyTables:
        """How much there is."""
        return TallyTables(self.tables.connection)

    # -------------------------------------------------------------------------------------------- ending

    def commit(self) -> None:
        """Makes what was changed last.

        :raises StoreError: when the disk is full or cannot be written.
        """
        try:
            self.tables.connection.commit()
        except sqlite3.Error as error:
            message = f"{self.path}: cannot write ({error}); free some space and build again"
            raise StoreError(message) from error

    def publish(self) -> None:
        """Closes a ledger that was made, and puts it in its place.

        :raises StoreError: when the disk is full or cannot be written.
        """
        self.commit()
        self.close()
        try:
            with (self.path / UNFINISHED).open("rb+") as file:
                os.fsync(file.fileno())  # SQLite was told not to: a half-written ledger would be worse than none
            _remove(self.path / FILE)
            (self.path / UNFINISHED).replace(self.path / FILE)
        except OSError as error:
            message = f"{self.path}: cannot write ({error.strerror}); free some space and build again"
            raise StoreError(message) from error

    def close(self) -> None:
        """Lets go of the file."""
        self.tables.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -------------------------------------------------------------------------------------------- reading

    def mark(self, name: str) -> str:
        """What a mark says; empty where there is none."""
        found = self.tables.one("SELECT value FROM mark WHERE name = ?", name)
        return str(found[0]) if found else ""

    def write(self, **marks: str) -> None:
        """Writes marks."""
        self.tables.add("mark", marks.items())

    def documents(self) -> set[str]:
        """The ids of all documents."""
        return set(self.tables.column("SELECT id FROM document"))

    def shard(self, document: str) -> str | None:
        """The digest of the shard that a document was read from; None where the document is not here."""
        found = self.tables.one("SELECT shard FROM document WHERE id = ?", document)
        return str(found[0]) if found else None

    def graph(self, document: str) -> tuple[int, int]:
        """How many quads a document's graph has, and their total."""
        found = self.tables.one("SELECT quads, total FROM document WHERE id = ?", document)
        return (int(found[0]), int(found[1], 16)) if found else (0, 0)

    def story(self, document: str) -> bytes:
        """What was noted of a document's story."""
        found = self.tables.one("SELECT story FROM document WHERE id = ?", document)
        return bytes(found[0]) if found else b""

    def cast(self, document: str) -> bytes:
        """What was noted of a document's cast."""
        found = self.tables.one("SELECT its_cast FROM document WHERE id = ?", document)
        return bytes(found[0]) if found else b""

    def counts(self) -> tuple[int, int, int, int]:
        """How many documents, event mentions, readings and events there are."""
        return self.tally.all()

    def dropped(self) -> Iterable[tuple[str, int]]:
        """How many event mentions were left out, by reason."""
        return self.tally.dropped()


def _remove(path: Path) -> None:
    for end in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").unlink()
