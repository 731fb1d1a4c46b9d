"""The words of a picture, as they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from kg.draw.sheet import settled

if TYPE_CHECKING:
    from kg.draw.sheet import Sheet


def texts(made: Sheet) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The words of the drawn figure, with their extents as matplotlib has them."""
    with settled():
        figure = made.figure()
        FigureCanvasAgg(figure)
        found = [artist for artist in figure.axes[0].get_children() if isinstance(artist, Text) and artist.get_text()]
        return [(text.get_text(), text.get_window_extent().extents) for text in found]
