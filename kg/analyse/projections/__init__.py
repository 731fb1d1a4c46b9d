"""The graph as networks of networkx, each for one kind of question; nodes and edges in sorted order.

``actors``: who acts on whom, an edge an event. ``participation``: who takes part in events together. ``speakers``: who
makes claims about whom. ``bipartite``: which actor takes part in which event, and as what.
"""

from kg.analyse.projections.actors import actors
from kg.analyse.projections.bipartite import bipartite
from kg.analyse.projections.participation import participation
from kg.analyse.projections.speakers import speakers

__all__ = ["actors", "bipartite", "participation", "speakers"]
