"""Files of actors in the formats that users have: each importer gives the rows that our own CSV would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.errors import OntologyError
from kg.ontology.actors.importers import followthemoney, skos, table, wikidata
from kg.ontology.actors.importers.streams import bare_suffix, first_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kg.ontology.actors.importers.classes import Classes
    from kg.ontology.actors.tables import Row


class Importer(NamedTuple):
    """A format: the suffixes of its files, whether one may begin with a line, and the actors of one.

    ``rows`` is given the file, the table of classes, and what leads Wikidata ids of states to ISO codes.
    """

    suffixes: frozenset[str]
    begins: Callable[[str], bool]
    rows: Callable[[Path, Classes, Mapping[str, str]], Iterator[Row]]


FORMATS = {
    "csv": Importer(table.SUFFIXES, table.begins, table.rows),
    "skos": Importer(skos.SUFFIXES, skos.begins, skos.rows),
    "followthemoney": Importer(followthemoney.SUFFIXES, followthemoney.begins, followthemoney.rows),
    "wikidata": Importer(wikidata.SUFFIXES, wikidata.begins, wikidata.rows),
}


def told(path: Path) -> str:
    """The format of a file, by its suffix and by how it begins.

    :raises OntologyError: when neither tells.
    """
    suffix, line = bare_suffix(path), first_line(path)
    for name, importer in FORMATS.items():
        if suffix in importer.suffixes and importer.begins(line):
            return name
    begun = [name for name, importer in FORMATS.items() if importer.begins(line)]
    if len(begun) == 1:
        return begun[0]
    message = f"{path}: neither its name nor its first line tells the format; name it by --format {'|'.join(FORMATS)}"
    raise OntologyError(message)
