"""The graph in the formats of other tools, one a module; the same graph gives the same bytes.

Turtle, N-Triples and JSON-LD hold the distinct triples of all named graphs together, TriG and N-Quads the quads of
each. GraphML, GEXF and CSV hold the actor graph of ``kg.analyse``: events are edges, each with its factuality.
"""

from kg.export.formats import FORMATS, Format
from kg.export.write import write

__all__ = ["FORMATS", "Format", "write"]
