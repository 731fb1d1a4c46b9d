"""The graph as networks, for networkx: who acts on whom, who speaks about whom, and what measures say of them."""

from kg.analyse.actors import actor_graph
from kg.analyse.measures import Community, Score, centrality, communities
from kg.analyse.speakers import speakers

__all__ = ["Community", "Score", "actor_graph", "centrality", "communities", "speakers"]
