"""Pictures of networks: one actor with its neighbours, all actors, two actors over time, actors by event type."""

from kg.draw.by_type import heatmap
from kg.draw.networks import actors, ego
from kg.draw.over_time import timeline
from kg.draw.sheet import FORMATS, Sheet, rendered
from kg.draw.writing import form_of, write

__all__ = ["FORMATS", "Sheet", "actors", "ego", "form_of", "heatmap", "rendered", "timeline", "write"]
