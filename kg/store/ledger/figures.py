"""Unknown entities in a ledger: where they occur, who may be who, and who lost the place to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.ledger.tables import Row, Tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class FigureTables(Tables):
    """The tables ``name``, ``figure``, ``alike`` and ``renamed``."""

    __slots__ = ()

    def before(self, word: str, place: str, most: int) -> list[str]:
        """The documents under a name that stand before a place, the nearest first."""
        sql = "SELECT document FROM name WHERE word = ? AND place < ? ORDER BY place DESC LIMIT ?"
        return self.column(sql, word, place, most)

    def after(self, word: str, place: str, most: int) -> list[str]:
        """The documents under a name that stand behind a place, the nearest first."""
        sql = "SELECT document FROM name WHERE word = ? AND place > ? ORDER BY place LIMIT ?"
        return self.column(sql, word, place, most)

    def are_near(self, word: str, early: str, late: str, most: int) -> bool:
        """Whether fewer than ``most`` documents under a name stand between two places."""
        sql = "SELECT document FROM name WHERE word = ? AND place > ? AND place < ? LIMIT ?"
        return len(self.column(sql, word, early, late, most)) < most

    def documents(self, entities: Iterable[str]) -> set[str]:
        """The documents in which one of some unknown entities occurs."""
        sql = "SELECT document FROM figure WHERE entity = ?"
        return {document for entity in entities for document in self.column(sql, entity)}

    def figures(self, entities: Iterable[str]) -> list[bytes]:
        """The figures of some ids, one for each document that has it."""
        rows = self.among("SELECT figure FROM figure WHERE figure IS NOT NULL AND entity IN", entities)
        return [content for (content,) in rows]

    def figure(self, entity: str, document: str) -> bytes:
        """The figure of an id in one document."""
        return bytes(self.column("SELECT figure FROM figure WHERE entity = ? AND document = ?", entity, document)[0])

    def label(self, entity: str) -> str | None:
        """The label of an unknown entity in the first document, by id, that has one."""
        sql = "SELECT label FROM figure WHERE entity = ? AND label IS NOT NULL ORDER BY document LIMIT 1"
        found = self.one(sql, entity)
        return str(found[0]) if found else None

    def alike(self, entities: Collection[str]) -> list[Row]:
        """The rows of ``alike`` in which one of some entities is one of the two; some stand twice."""
        first = self.among("SELECT * FROM alike WHERE one IN", entities)
        return first + self.among("SELECT * FROM alike WHERE other IN", entities)

    def alike_in(self, first: str, second: str) -> list[Row]:
        """The rows of ``alike`` of two documents."""
        return self.read("SELECT * FROM alike WHERE first = ? AND second = ?", first, second)

    def placed_alike(self) -> list[Row]:
        """Each pair of figures that may be one and stand in the graph: how much speaks for it, and both."""
        return self.read(
            "SELECT likeness, f.figure, g.figure FROM alike "
            "JOIN figure f ON f.entity = one AND f.document = first AND f.label IS NOT NULL "
            "JOIN figure g ON g.entity = other AND g.document = second AND g.label IS NOT NULL"
        )

    def renamed(self, entity: str) -> bytes | None:
        """The figure to which an entity lost its place."""
        found = self.one("SELECT figure FROM renamed WHERE entity = ?", entity)
        return bytes(found[0]) if found else None

    def all_renamed(self, entities: Iterable[str] | None = None) -> list[Row]:
        """The entities that lost their place, each with the figure; of some entities, if they are given."""
        if entities is None:
            return self.read("SELECT entity, figure FROM renamed ORDER BY entity")
        return self.among("SELECT entity, figure FROM renamed WHERE entity IN", entities)
