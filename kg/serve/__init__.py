"""The graph over HTTP: SPARQL 1.1 Protocol, on this machine and to read only unless told otherwise."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["Serving", "Settings", "serve"]

_PLACES = {"Serving": "kg.serve.running", "Settings": "kg.serve.settings", "serve": "kg.serve.running"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a class or a function)
    """The public names, imported when they are first asked for: a worker's process needs no server."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_PLACES[name]), name)
