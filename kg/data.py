"""Where the files that ship with the package are: its ontology and its questions."""

from __future__ import annotations

from pathlib import Path

from kg.errors import NotFoundError

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder ``name`` of the installed package, else that of the checkout it stands in.

    >>> folder("queries").name
    'queries'

    :raises NotFoundError: when neither holds it, which only a broken installation does.
    """
    places = (PACKAGE / "_data" / name, PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    message = f"the package's folder {name}/ is missing; expected it at {places[0]}; install newskg again"
    raise NotFoundError(message)
