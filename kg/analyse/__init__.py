"""The graph as networks, for networkx: who acts on whom, who speaks about whom, and what measures say of them."""

from kg.analyse.edges import Edges
from kg.analyse.filters import Filters
from kg.analyse.measures import Community, Score, centrality, communities
from kg.analyse.projections import PROJECTIONS, Network, actors, bipartite, participation, project, speakers

__all__ = [
    "PROJECTIONS",
    "Community",
    "Edges",
    "Filters",
    "Network",
    "Score",
    "actors",
    "bipartite",
    "centrality",
    "communities",
    "participation",
    "project",
    "speakers",
]
