"""What several documents or events of a ledger say alike: it stands in the graph as long as one of them does."""

from __future__ import annotations

from kg.store.ledger.tables import Row, Tables


class SaidTables(Tables):
    """The tables ``described``, ``told`` and ``fact``."""

    __slots__ = ()

    def description(self, entity: str) -> list[Row]:
        """Type, label and origin of an unknown entity, a row of them or none; the last may be empty.

        It is what most documents say, then the first by label, type and origin, as in ``kg.rdf.description_quads``.
        """
        sql = """SELECT type, label, origin FROM described WHERE entity = ? GROUP BY type, label, origin
            ORDER BY COUNT(*) DESC, label, type, origin LIMIT 1"""
        return self.read(sql, entity)

    def is_told(self, actor: str) -> bool:
        """Whether a document needs what the knowledge base says of an actor."""
        return self.one("SELECT 1 FROM told WHERE actor = ? LIMIT 1", actor) is not None

    def is_fact(self, fact: tuple[str, str, str]) -> bool:
        """Whether an event gives a plain triple."""
        sql = "SELECT 1 FROM fact WHERE subject = ? AND action = ? AND object = ? LIMIT 1"
        return self.one(sql, *fact) is not None

    def facts(self, event: str) -> list[Row]:
        """The plain triples of an event."""
        return self.read("SELECT subject, action, object FROM fact WHERE event = ?", event)

    def events(self, fact: tuple[str, str, str]) -> list[str]:
        """The events that give a plain triple."""
        return self.column("SELECT event FROM fact WHERE subject = ? AND action = ? AND object = ?", *fact)
