"""The graph as a store of quads that answers SPARQL: embedded Oxigraph, on disk or in memory."""

from kg.store.contents import normal, shown, total
from kg.store.disk import held_by
from kg.store.graph import Graph
from kg.store.judgements import JudgementFile
from kg.store.ledger import Ledger
from kg.store.parts import only
from kg.store.raised import reported
from kg.store.sparql import Dataset, Results, Rows, Term

__all__ = [
    "Dataset",
    "Graph",
    "JudgementFile",
    "Ledger",
    "Results",
    "Rows",
    "Term",
    "held_by",
    "normal",
    "only",
    "reported",
    "shown",
    "total",
]
