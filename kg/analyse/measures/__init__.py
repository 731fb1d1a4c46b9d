"""Measures of a network: each a function on a graph of networkx that gives frozen records, ranked from 1.

Rows are in the order of their rank; floats are rounded to ``DIGITS``, so that equal values are seen to be equal, and
the same network gives the same rows, run after run. Where a measure reads attributes of edges, they are those of
``kg.analyse.actors``.
"""

from kg.analyse.measures.balances import Balance, balance
from kg.analyse.measures.brokerage import Broker, brokers
from kg.analyse.measures.burstiness import Burst, bursts, subject
from kg.analyse.measures.centralities import Measure, Score, centrality
from kg.analyse.measures.changing import Change, changes
from kg.analyse.measures.coring import Core, cores
from kg.analyse.measures.grouping import Community, Dealing, Frequent, Method, communities
from kg.analyse.measures.mutuality import Reciprocity, reciprocity
from kg.analyse.measures.paths import Step, path
from kg.analyse.measures.simple import DIGITS, Period, node
from kg.analyse.measures.triangles import Census, Triad, census, triads

__all__ = [
    "DIGITS",
    "Balance",
    "Broker",
    "Burst",
    "Census",
    "Change",
    "Community",
    "Core",
    "Dealing",
    "Frequent",
    "Measure",
    "Method",
    "Period",
    "Reciprocity",
    "Score",
    "Step",
    "Triad",
    "balance",
    "brokers",
    "bursts",
    "census",
    "centrality",
    "changes",
    "communities",
    "cores",
    "node",
    "path",
    "reciprocity",
    "subject",
    "triads",
]
