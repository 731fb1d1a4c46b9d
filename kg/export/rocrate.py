"""RO-Crate 1.1 metadata of a whole build: its documents, runs, software, configuration, and licences of parts.

The crate describes; the graph itself leaves in a format of RDF and may be put beside it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.analyse.nodes import prefixed, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.selected import Citation, Selected

FILE = "ro-crate-metadata.json"
RUNS = """
SELECT ?run ?software ?started ?configuration WHERE {
  ?run a prov:Activity .
  OPTIONAL { ?run rdfs:label ?software }
  OPTIONAL { ?run prov:startedAtTime ?started }
  OPTIONAL { ?run kg:configuration ?configuration }
}
"""
GENERATED = "SELECT ?graph ?run WHERE { ?graph prov:wasGeneratedBy ?run }"
APACHE, CC0, CC_BY = (
    "https://www.apache.org/licenses/LICENSE-2.0",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "https://creativecommons.org/licenses/by/4.0/",
)
_LICENCES = {APACHE: "Apache License 2.0", CC0: "CC0 1.0 Universal", CC_BY: "CC BY 4.0"}
_RIGHTS = (
    "Texts of documents and words quoted from them belong to their publishers. The ontology and software are under the "
    "Apache License 2.0. Rows of the knowledge base name their licences in its own files: mostly CC0-1.0 and MIT, and "
    "CC BY 4.0 for names of places from GeoNames."
)


def text(selected: Selected) -> Iterator[str]:
    """The file ``ro-crate-metadata.json``: a JSON-LD document whose ``@graph`` is sorted by id, the root first.

    ``datePublished`` is the day of the latest run; the day 1970-01-01 stands where no run is recorded.
    """
    runs = {str(row[0]): row for row in values(selected.graph, RUNS)}
    documents = [_document(name, source, selected) for name, source in selected.sources.items()]
    described = [*_runs(selected, runs), *documents, *_outlets(selected), *_licences()]
    found = {entity["@id"]: entity for entity in described}
    last = max((str(row[2])[:10] for row in runs.values() if row[2]), default="1970-01-01")
    graph = [_descriptor(), _root(selected, last, documents, sorted(runs)), *(found[each] for each in sorted(found))]
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}
    yield json.dumps(crate, ensure_ascii=False, indent=1) + "\n"


def _descriptor() -> dict[str, Any]:
    return {
        "@id": FILE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }


def _root(selected: Selected, day: str, documents: list[dict[str, Any]], runs: list[str]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": "A knowledge graph of news",
        "description": f"{len(documents)} documents as a graph of {len(selected.graph)} statements: events, claims and "
        "the words that say so. Each event is a fact, a counterfact, disputed or uncommitted.",
        "datePublished": day,
        "license": {"@id": "#rights"},
        "mentions": [{"@id": document["@id"]} for document in documents] + [{"@id": run} for run in runs],
    }


def _document(name: str, source: Citation, selected: Selected) -> dict[str, Any]:
    made: dict[str, Any] = {"@id": _iri(name, selected), "@type": "NewsArticle", "name": source.title or name}
    said = {"url": source.url, "datePublished": source.date, "inLanguage": source.language}
    made |= {key: value for key, value in said.items() if value}
    return made | ({"publisher": {"@id": _iri(source.outlet, selected)}} if source.outlet else {})


def _outlets(selected: Selected) -> Iterator[dict[str, Any]]:
    names = {source.outlet for source in selected.sources.values() if source.outlet}
    for name, node in selected.nodes(names).items():
        yield {"@id": _iri(name, selected), "@type": "Organization", "name": node.label}


def _runs(selected: Selected, runs: dict[str, tuple[str | None, ...]]) -> Iterator[dict[str, Any]]:
    """The runs with what they made, their software and configurations."""
    made: dict[str, list[str]] = {}
    for graph, run in values(selected.graph, GENERATED):
        document = str(graph).rsplit("/", 1)[-1]
        made.setdefault(str(run), []).append(selected.ids.document(document))
    for run, (_, software, started, configuration) in sorted(runs.items()):
        label, version = (software or "newskg").rpartition(" ")[::2]
        tool = f"#software-{(software or 'newskg').replace(' ', '-')}"
        yield (
            {
                "@id": run,
                "@type": "CreateAction",
                "name": f"Build {prefixed(run, selected.ids)}",
                "instrument": {"@id": tool},
                "object": [{"@id": document} for document in sorted(made.get(run, ()))],
                "result": {"@id": "./"},
            }
            | ({"endTime": started} if started else {})
            | ({"description": configuration} if configuration else {})
        )
        yield {
            "@id": tool,
            "@type": "SoftwareApplication",
            "name": label or "newskg",
            "license": {"@id": APACHE},
        } | ({"softwareVersion": version} if version else {})


def _licences() -> Iterator[dict[str, Any]]:
    yield {"@id": "#rights", "@type": "CreativeWork", "name": "Licences of the parts", "description": _RIGHTS}
    for iri, name in _LICENCES.items():
        yield {"@id": iri, "@type": "CreativeWork", "name": name}


def _iri(name: str | None, selected: Selected) -> str:
    prefix, _, rest = str(name).partition(":")
    spaces = selected.ids.prefixes
    return spaces[prefix] + rest if prefix in spaces else str(name)
