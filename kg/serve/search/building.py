"""Making the index of a snapshot, in a process of its own: ``python -m kg.serve.search.building FOLDER INDEX BASE``."""

from __future__ import annotations

import os
import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.ids import ACTION, Ids
from kg.serve.search.table import Row, write
from kg.store.disk import reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import QuerySolution, QuerySolutions

_LABELS = """
SELECT DISTINCT ?thing ?label { ?thing rdfs:label|skos:altLabel ?label FILTER NOT EXISTS { ?thing a org:Membership } }
"""
_EVENTS = """
SELECT ?event ?action ?factuality ?words
WHERE { ?event a sem:Event ; kg:action ?action ; kg:factuality ?factuality OPTIONAL { ?event kg:themeText ?words } }
"""
_DOCUMENTS = """
SELECT ?graph ?document ?text ?title
WHERE { GRAPH ?graph { ?document nif:isString ?text OPTIONAL { ?document dcterms:title ?title } } }
"""
_SPAN = re.compile(r"-(\d{1,9})-(\d{1,9})$", re.ASCII)
_NICE = 10


def rows(store: Store, ids: Ids) -> Iterator[Row]:
    """All that may be found in a graph: names of entities, words of events, titles and sentences of documents.

    The sentences are those that the graph keeps: the evidence of its events.
    """
    yield from _entities(store, ids)
    yield from _events(store, ids)
    yield from _documents(store, ids)


def _asked(store: Store, query: str, ids: Ids) -> QuerySolutions:
    found: QuerySolutions = store.query(query, prefixes=ids.prefixes, use_default_graph_as_union=True)  # type: ignore[assignment]  # a SELECT query
    return found


def _value(solution: QuerySolution, name: str) -> str:
    term = solution[name]
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _entities(store: Store, ids: Ids) -> Iterator[Row]:
    space = ids.entity("")
    for each in _asked(store, _LABELS, ids):
        iri, label = _value(each, "thing"), _value(each, "label")
        if iri.startswith(space) and label:
            yield Row(words=label, kind="entity", iri=iri)


def _events(store: Store, ids: Ids) -> Iterator[Row]:
    """The rows of one event come one after the other: grouping in the query would hold all events in memory."""
    found = _asked(store, _EVENTS, ids)
    for event, same in groupby(found, key=lambda each: _value(each, "event")):
        told = [(_value(each, "action"), _value(each, "factuality"), _value(each, "words")) for each in same]
        action, factuality, _ = min(told)
        name = action.removeprefix(ACTION).replace("-", " ")
        words = " · ".join(sorted({words for _, _, words in told if words}))
        yield Row(words=f"{name}: {words}" if words else name, kind="event", iri=event, factuality=factuality)


def _documents(store: Store, ids: Ids) -> Iterator[Row]:
    for each in _asked(store, _DOCUMENTS, ids):
        document, text, title = _value(each, "document"), _value(each, "text"), _value(each, "title")
        if title:
            yield Row(words=title, kind="document", iri=document)
        for start, end, iri in _spans(store, each["graph"], document, ids):
            if words := text[start:end].strip():
                yield Row(words=words, kind="sentence", iri=iri, document=document, title=title)


def _spans(store: Store, graph: object, document: str, ids: Ids) -> list[tuple[int, int, str]]:
    """The sentences of a document as their ids tell them, the first to begin first: start, end, IRI."""
    if not isinstance(graph, NamedNode) or not document:
        return []
    kind, sentence = NamedNode(ids.prefixes["rdf"] + "type"), NamedNode(ids.prefixes["nif"] + "Sentence")
    space = f"{ids.prefixes['mention']}{document.rsplit('/', 1)[-1]}-"
    found = set[tuple[int, int, str]]()
    for quad in store.quads_for_pattern(None, kind, sentence, graph):
        iri = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if iri.startswith(space) and (span := _SPAN.search(iri)):
            found.add((int(span[1]), int(span[2]), iri))
    return sorted(found)


def build(folder: Path, index: Path, *, base: str) -> int:
    """Write the index of the snapshot in ``folder`` to ``index``, whole or not at all, and give the number of its rows.

    :raises StoreError: when the snapshot cannot be read, or the index not written.
    """
    with reported(folder):
        return written(rows(Store.read_only(str(folder)), Ids(base=base)), index)


def written(found: Iterable[Row], index: Path) -> int:
    """Write rows to an index beside its place, and rename it when it is whole; their number."""
    unfinished = index.with_name(f"{index.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        count = write(found, unfinished)
        unfinished.replace(index)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def main() -> int:
    """Build the index that the command line names; print its rows, or what went wrong."""
    os.nice(_NICE)  # whoever asks goes first
    folder, index, base = sys.argv[1:]
    try:
        count = build(Path(folder), Path(index), base=base)
    except KgError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
