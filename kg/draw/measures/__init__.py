"""Pictures of what ``kg.analyse.measures`` gives, each a function from records to a sheet."""

from kg.draw.measures.balances import balance
from kg.draw.measures.chain import chain
from kg.draw.measures.grouped import groups
from kg.draw.measures.intervals import Interval, intervals
from kg.draw.measures.matrix import matrix
from kg.draw.measures.measured import measured
from kg.draw.measures.pairs import before_after, mutual
from kg.draw.measures.ranking import Bar, ranking
from kg.draw.measures.threes import census, triangles

__all__ = [
    "Bar",
    "Interval",
    "balance",
    "before_after",
    "census",
    "chain",
    "groups",
    "intervals",
    "matrix",
    "measured",
    "mutual",
    "ranking",
    "triangles",
]
