"""Open triples of every clause, in words of the text."""

from kg.extract.propositions.clauses import propositions

__all__ = ["propositions"]
