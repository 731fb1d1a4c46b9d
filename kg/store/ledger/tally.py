"""How much a ledger holds: kept by what comes and goes, so that no build counts everything again."""

from __future__ import annotations

from kg.store.ledger.tables import Tables

_COUNTED = ("documents", "mentions", "readings", "events")
_MORE = """INSERT INTO tally VALUES (?, ?, ?)
    ON CONFLICT (kind, name) DO UPDATE SET number = number + excluded.number"""
_ALL = """DELETE FROM tally;
    INSERT INTO tally SELECT 'all', 'documents', count(*) FROM document;
    INSERT INTO tally SELECT 'all', 'mentions', ifnull(sum(mentions), 0) FROM document;
    INSERT INTO tally SELECT 'all', 'readings', ifnull(sum(readings), 0) FROM document;
    INSERT INTO tally SELECT 'all', 'events', count(DISTINCT event) FROM reading;
    INSERT INTO tally SELECT 'dropped', reason, sum(number) FROM dropped GROUP BY reason;"""


class TallyTables(Tables):
    """The table ``tally``."""

    __slots__ = ()

    def all(self) -> tuple[int, int, int, int]:
        """How many documents, event mentions, readings and events there are."""
        found: dict[str, int] = dict(self.read("SELECT name, number FROM tally WHERE kind = 'all'"))
        documents, mentions, readings, events = (found.get(name, 0) for name in _COUNTED)
        return documents, mentions, readings, events

    def dropped(self) -> list[tuple[str, int]]:
        """How many event mentions were left out, by reason."""
        rows = self.read("SELECT name, number FROM tally WHERE kind = 'dropped' AND number > 0")
        return [(str(reason), int(number)) for reason, number in rows]

    def count(self, document: str, sign: int) -> None:
        """Counts a document that is noted: with the sign 1 as it comes, with -1 before it is struck out."""
        rows = self.read("SELECT mentions, readings FROM document WHERE id = ?", document)
        for mentions, readings in rows:
            counted = (("documents", 1), ("mentions", mentions), ("readings", readings))
            self._count("all", *((name, sign * number) for name, number in counted))
        left_out = self.read("SELECT reason, number FROM dropped WHERE document = ?", document)
        self._count("dropped", *((reason, sign * number) for reason, number in left_out))

    def count_events(self, more: int) -> None:
        """Counts events that came, or, below 0, went."""
        self._count("all", ("events", more))

    def count_all(self) -> None:
        """Counts everything in a ledger that was filled."""
        self.connection.executescript(_ALL)

    def _count(self, kind: str, *more: tuple[str, int]) -> None:
        self.connection.executemany(_MORE, [(kind, name, number) for name, number in more])
