"""The SPARQL 1.1 Graph Store HTTP Protocol: graphs are read, put, added to and removed as a whole.

::

    /graphs?graph=IRI     the graph of that name        /graphs?default    the default graph
    /graphs/any/path      the graph whose name is the address itself
    /graph/world          a graph of the project's own, by the path of its name
    /graphs               all graphs; POST adds to those that a data set names, or makes a new one
"""

from __future__ import annotations

from starlette.routing import Route

from kg.serve.graphstore.handlers import graph, graphs
from kg.serve.graphstore.naming import ENDPOINT, OWN

METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"]

routes = [
    Route(ENDPOINT, graphs, methods=METHODS),
    Route(f"{ENDPOINT}/{{name:path}}", graph, methods=METHODS),
    Route(f"{OWN}/{{name:path}}", graph, methods=METHODS),
]
