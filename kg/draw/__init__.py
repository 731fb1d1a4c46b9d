"""Pictures of networks: one actor with its neighbours, all actors, two actors over time, actors by event type.

``measured`` draws what a measure of ``kg.analyse`` gives.
"""

from kg.draw.by_type import heatmap
from kg.draw.measures import (
    Bar,
    Interval,
    balance,
    before_after,
    census,
    chain,
    groups,
    intervals,
    matrix,
    measured,
    mutual,
    ranking,
    triangles,
)
from kg.draw.networks import actors, ego
from kg.draw.over_time import timeline
from kg.draw.sheet import FORMATS, Sheet, rendered
from kg.draw.writing import form_of, write

__all__ = [
    "FORMATS",
    "Bar",
    "Interval",
    "Sheet",
    "actors",
    "balance",
    "before_after",
    "census",
    "chain",
    "ego",
    "form_of",
    "groups",
    "heatmap",
    "intervals",
    "matrix",
    "measured",
    "mutual",
    "ranking",
    "rendered",
    "timeline",
    "triangles",
    "write",
]
