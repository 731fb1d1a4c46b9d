"""The graph over HTTP: the SPARQL 1.1 Protocol, to read only, on this machine unless told otherwise."""

from kg.serve.routes import app
from kg.serve.running import Serving, serve

__all__ = ["Serving", "app", "serve"]
