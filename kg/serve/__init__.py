"""The graph over HTTP: the SPARQL 1.1 Protocol, to read only, on this machine unless told otherwise."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.serve.routes import app
    from kg.serve.running import Serving, serve

__all__ = ["Serving", "app", "serve"]

_HOME = {"Serving": "kg.serve.running", "app": "kg.serve.routes", "serve": "kg.serve.running"}


def __getattr__(name: str) -> object:
    """The names above, imported when they are first asked for: worker processes need no web server."""
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(_HOME[name]), name)
    return found
