"""The stages in a row, counted and asserted: files → documents → text layer → graph layer → quads → store."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

import kg.ontology.actors
import kg.ontology.lexicon
from kg import annotate, clean, data, extract, rdf, read, resolve
from kg.errors import BuildError
from kg.ids import Ids, document_id
from kg.shards import Shard, Shards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pyoxigraph import Quad
    from spacy.language import Language

    from kg.config import Config
    from kg.model import Claim, Document, Event, Extraction, Resolution
    from kg.ontology import KnowledgeBase, Lexicon

try:
    import resource
except ImportError:  # Windows has no resource module: there the memory of a stage is not known.
    resource = None  # type: ignore[assignment]  # the fall-back of an optional module


# ------------------------------------------------------------------------------------------------ what a build counts


@dataclass(slots=True, kw_only=True)
class Stage:
    """What entered and left a stage, how long it took, and the peak memory of the process by its end (MiB)."""

    name: str
    entered: int = 0
    left: int = 0
    seconds: float = 0.0
    peak_mib: float = 0.0


@dataclass(slots=True, kw_only=True)
class Counts:
    """The stages of a build in their order, and by reason what was left out."""

    stages: list[Stage] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Times a stage; the body fills in what entered and left."""
        stage = Stage(name=name)
        start = time.perf_counter()
        yield stage
        stage.seconds = round(time.perf_counter() - start, 3)
        stage.peak_mib = peak_mib()
        self.stages.append(stage)


def peak_mib() -> float:
    """The peak memory of this process and of its largest finished worker so far, in MiB; 0 where it is not known."""
    if resource is None:
        return 0.0  # type: ignore[unreachable]  # reached on Windows
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(each).ru_maxrss for each in who) / 1024, 1)


# ------------------------------------------------------------------------------------------------ the ontology


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    return kg.ontology.lexicon.load(data.folder("ontology"))


@cache
def knowledge() -> KnowledgeBase:
    """The knowledge base that ships with the package, read once."""
    return kg.ontology.actors.load(data.folder("ontology") / "actors")


@cache
def model(name: str) -> Language:
    """The spaCy pipeline ``name``, loaded once in a process."""
    return annotate.load(name)


def recipe(config: Config) -> str:
    """What an extraction depends on besides its document: model, rules and lexicon, as 16 hex digits."""
    digest = hashlib.sha256(annotate.model_version(model(config.annotate.model)).encode())
    package = data.PACKAGE
    rules = [*sorted((package / "extract").glob("*.py")), package / "model.py", package / "annotate.py"]
    for path in (*rules, *sorted(data.folder("ontology").glob("*.csv"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def parses() -> annotate.ParseCache:
    """The cache of parses in the user's cache folder."""
    return annotate.ParseCache(Path(platformdirs.user_cache_dir("newskg")) / "parses")


# ------------------------------------------------------------------------------------------------ documents


@dataclass(slots=True, kw_only=True)
class Reading:
    """The documents that were read and cleaned, by id in the order of reading, and what was not."""

    documents: dict[str, Document] = field(default_factory=dict)
    skipped: list[read.Skipped] = field(default_factory=list)
    duplicates: int = 0


def documents(paths: Iterable[Path], config: Config, *, counts: Counts) -> Reading:
    """Reads and cleans everything under ``paths``; a document that stands there twice counts once.

    :raises InputError: when a path does not exist.
    :raises BuildError: when nothing could be read, or more was skipped than the configuration allows.
    """
    found = Reading()
    given = tuple(paths)
    with counts.stage("read and clean") as stage:
        for each in read.documents(given, max_document_characters=config.read.max_document_characters):
            stage.entered += 1
            if isinstance(each, read.Skipped):
                found.skipped.append(each)
                continue
            document = clean.clean(each)
            ident = document_id(document)
            found.duplicates += ident in found.documents
            found.documents.setdefault(ident, document)
        stage.left = len(found.documents)
    counts.dropped["document skipped"] += len(found.skipped)
    counts.dropped["document read twice"] += found.duplicates
    share = len(found.skipped) / max(stage.entered, 1)
    if stage.entered == 0:
        raise _nothing(given)
    if not found.documents or share > config.build.max_skipped_share:
        first = found.skipped[0]
        message = (
            f"{len(found.skipped)} of {stage.entered} documents could not be read "
            f"(first: {first.name}: {first.reason}); mend them, or raise build.max_skipped_share in kg.toml"
        )
        raise BuildError(message)
    return found


def _nothing(paths: Iterable[Path]) -> BuildError:
    under = ", ".join(path.as_posix() for path in paths) or "no path"
    return BuildError(f"there is no document under {under}; expected text, HTML or JSON Lines; name another path")


# ------------------------------------------------------------------------------------------------ text layer


def extraction(document: Document, config: Config, *, cached: bool = True) -> Extraction:
    """The text layer of one cleaned document, parsed and extracted in this process."""
    nlp = model(config.annotate.model)
    doc = annotate.annotate(document, nlp, cache=parses() if cached else None)
    return extract.extraction(doc, document, lexicon())


def extractions(
    found: Sequence[Document],
    config: Config,
    *,
    workers: int = 1,
    cached: bool = True,
    done: Callable[[], None] = lambda: None,
) -> Iterator[Extraction]:
    """The text layers of documents, in their order; ``done`` is called after each.

    With more than one worker, batches of documents go to processes that load the model once each.

    :raises ModelError: when the spaCy pipeline is not installed.
    :raises BuildError: when a worker ended before its work was done.
    """
    if workers <= 1 or len(found) <= config.build.batch_documents:
        for document in found:
            yield extraction(document, config, cached=cached)
            done()
        return
    model(config.annotate.model)  # that it is missing is told here in one line, and not by each worker
    try:
        for each in _extracted_by(workers, found, config, cached=cached):
            yield each
            done()
    except BrokenProcessPool as error:
        message = (
            f"a worker ended before its work was done, maybe for want of memory; try fewer --workers than {workers}"
        )
        raise BuildError(message) from error


def _extracted_by(workers: int, found: Sequence[Document], config: Config, *, cached: bool) -> Iterator[Extraction]:
    batches = list(_batched(found, config.build.batch_documents))
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(config,)) as pool:
        for batch in pool.map(_extract_batch, ((batch, config, cached) for batch in batches)):
            yield from batch


def _batched(found: Sequence[Document], size: int) -> Iterator[tuple[Document, ...]]:
    rest = iter(found)
    while batch := tuple(islice(rest, size)):
        yield batch


def _start_worker(config: Config) -> None:
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    model(config.annotate.model)


def _extract_batch(task: tuple[tuple[Document, ...], Config, bool]) -> list[Extraction]:
    batch, config, cached = task
    return [extraction(document, config, cached=cached) for document in batch]


def text_layers(
    paths: Iterable[Path],
    config: Config,
    *,
    workers: int = 1,
    cached: bool = True,
    progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
) -> tuple[list[Extraction], list[read.Skipped]]:
    """The text layer of every document under ``paths``, in their order, twice where it stands twice; and the skipped.

    :raises InputError: when a path does not exist.
    :raises BuildError: when nothing could be read.
    """
    given = tuple(paths)
    wanted: list[Document] = []
    skipped: list[read.Skipped] = []
    for each in read.documents(given, max_document_characters=config.read.max_document_characters):
        if isinstance(each, read.Skipped):
            skipped.append(each)
        else:
            wanted.append(clean.clean(each))
    if not skipped and not wanted:
        raise _nothing(given)
    if not wanted:
        message = f"nothing could be read: {skipped[0].name}: {skipped[0].reason}"
        raise BuildError(message)
    done = progress(len(wanted))
    return list(extractions(wanted, config, workers=workers, cached=cached, done=done)), skipped


def identified(found: Iterable[Extraction]) -> Iterator[tuple[Extraction, str]]:
    """Each text layer with its document's id."""
    for each in found:
        yield each, document_id(each.document)


def write_shards(  # noqa: PLR0913 (the switches of a build)
    found: Reading,
    shards: Shards,
    config: Config,
    *,
    counts: Counts,
    workers: int = 1,
    cached: bool = True,
    progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
) -> None:
    """Extracts the documents that have no shard of the present recipe, and writes their shards."""
    made_by = recipe(config)
    new = {i: d for i, d in found.documents.items() if (s := shards.get(i)) is None or s.recipe != made_by}
    with counts.stage("annotate and extract") as stage:
        stage.entered = len(new)
        done = progress(len(new))
        texts = extractions(list(new.values()), config, workers=workers, cached=cached, done=done)
        for ident, text_layer in zip(new, texts, strict=True):
            shards.put(ident, Shard(recipe=made_by, extraction=text_layer))
            stage.left += len(text_layer.events)
    counts.dropped["document already in the graph"] += len(found.documents) - len(new)


# ------------------------------------------------------------------------------------------------ graph layer


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything resolved: documents by id, the events over all of them, and their plain triples."""

    extractions: dict[str, Extraction]
    resolutions: dict[str, Resolution]
    events: list[Event]
    facts: list[resolve.PlainTriple]

    def claims(self) -> Iterator[Claim]:
        """All claims, by document."""
        for resolution in self.resolutions.values():
            yield from resolution.claims


def _state(entity: str) -> str:
    """The state whose government body an entity is, else the entity itself: rebels are not their state."""
    base = knowledge()
    official = entity in base.actors and base.actors[entity].type == "GovernmentBody"
    return (base.state(entity) if official else None) or entity


def world(found: Iterable[Extraction], config: Config, *, counts: Counts | None = None) -> World:
    """What the text layers denote together; the order of ``found`` makes no difference."""
    counts = counts or Counts()
    by_id = dict(sorted(((document_id(x.document), x) for x in found), key=itemgetter(0)))
    with counts.stage("resolve") as stage:
        stage.entered = sum(len(x.events) for x in by_id.values())
        resolved = {i: resolve.resolution(x, knowledge(), config.resolve) for i, x in by_id.items()}
        stage.left = sum(len(r.readings) for r in resolved.values())
    counts.dropped["event without a party, type or setting"] += stage.entered - stage.left
    with counts.stage("fuse") as fusing:
        fusing.entered = stage.left
        events = resolve.events(resolved.values(), config.resolve, lift=_state)
        fusing.left = len(events)
        claims = [claim for r in resolved.values() for claim in r.claims]
        facts = resolve.facts(events, claims)
    return World(extractions=by_id, resolutions=resolved, events=events, facts=facts)


def graphs(found: World, ids: Ids) -> Iterator[tuple[str, list[Quad]]]:
    """Every named graph of a build but runs and judgements, with its quads, both sorted."""
    base = knowledge()
    for ident, resolution in found.resolutions.items():
        text_layer = found.extractions[ident]
        home = resolve.outlet(text_layer.document, base)
        yield ids.document_graph(ident), rdf.document_quads(text_layer, resolution, ids, outlet=home)
    yield ids.graph("facts"), rdf.fact_quads(found.facts, ids)
    entities = {e.id for r in found.resolutions.values() for e in r.entities}
    origins = {e.origin for r in found.resolutions.values() for e in r.entities if e.origin}
    yield ids.graph("knowledge-base"), rdf.knowledge_quads(entities | origins, base, ids)
    yield ids.graph("ontology"), rdf.ontology_quads(data.folder("ontology"), ids)
    yield ids.graph("world"), rdf.world_quads(found.resolutions.values(), found.events, ids)
