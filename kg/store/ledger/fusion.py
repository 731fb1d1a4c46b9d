"""Event mentions in a ledger: which documents may tell of them too, pairs with scores, and events; and copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.ledger.tables import Row, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNKNOWN = -1  # the day of what is not dated


class FusionTables(Tables):
    """The tables ``block``, ``copy``, ``pair`` and ``reading``. Mentions go by document, start and end: "d1-40-45"."""

    __slots__ = ()

    def sharing(self, keys: Iterable[int], *, day: int | None = None, days: int = 0) -> set[str]:
        """The documents under one of some keys: of any day, or of an unknown one and those at most ``days`` away."""
        found: set[str] = set()
        for key in keys:
            if day is None:
                found.update(self.column("SELECT document FROM block WHERE key = ?", key))
            else:
                near = "SELECT document FROM block WHERE key = ? AND day BETWEEN ? AND ?"
                found.update(self.column(near, key, day - days, day + days))
                found.update(self.column("SELECT document FROM block WHERE key = ? AND day = ?", key, _UNKNOWN))
        return found

    def original(self, document: str) -> str | None:
        """The original of a copy."""
        found = self.one("SELECT original FROM copy WHERE document = ?", document)
        return str(found[0]) if found else None

    def copies(self, original: str) -> list[str]:
        """The copies of an original."""
        return self.column("SELECT document FROM copy WHERE original = ?", original)

    def scores(self, mention: str) -> list[Row]:
        """The mentions that one is compared with, each with the score."""
        return self.read("SELECT other, score FROM pair WHERE one = ?", mention)

    def part(self, mention: str) -> None:
        """Takes out all pairs of a mention."""
        self.connection.executemany(
            "DELETE FROM pair WHERE one = ? AND other = ?", [(other, mention) for other, _ in self.scores(mention)]
        )
        self.connection.execute("DELETE FROM pair WHERE one = ?", (mention,))

    def pairs(self, least: float) -> list[Row]:
        """All pairs with a score of at least ``least``, each once, with it."""
        return self.read("SELECT one, other, score FROM pair WHERE score >= ? AND one < other", least)

    def mentions(self, document: str) -> list[Row]:
        """The mentions of a document that are in the graph, each with its event."""
        sql = "SELECT mention, event FROM reading WHERE mention > ? AND mention < ?"
        return self.read(sql, f"{document}-", f"{document}.")

    def event(self, mention: str) -> str | None:
        """The event of a mention."""
        found = self.one("SELECT event FROM reading WHERE mention = ?", mention)
        return str(found[0]) if found else None

    def members(self, event: str) -> list[str]:
        """The mentions of an event."""
        return self.column("SELECT mention FROM reading WHERE event = ?", event)
