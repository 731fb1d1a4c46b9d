"""Documents → text layer, in this process or in workers, and its shards."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg import annotate, clean, extract, read
from kg.errors import BuildError, StoreError
from kg.ids import document_id
from kg.pipeline.documents import nothing_under
from kg.pipeline.resources import lexicon, model, parses, recipe
from kg.shards import Shard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from kg.config import Config
    from kg.model import Document, Extraction, Span
    from kg.pipeline.counts import Counts
    from kg.pipeline.documents import Reading
    from kg.shards import Shards


def extraction(document: Document, config: Config, *, cached: bool = True) -> Extraction:
    """The text layer of one cleaned document, parsed and extracted in this process."""
    return _read(document, config, parses() if cached else None)


def _read(document: Document, config: Config, cache: annotate.ParseCache | None) -> Extraction:
    found = annotate.annotate(document, model(config.annotate.model), cache=cache)
    return extract.extraction(found, document, lexicon())


def passed_over(document: Document, config: Config) -> list[tuple[Span, str]]:
    """The verbs and event nouns of a document that name no event, with the reasons."""
    found = annotate.annotate(document, model(config.annotate.model), cache=parses())
    return extract.passed_over(found, document, lexicon())


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
        cache = parses() if cached else None
        for document in found:
            yield _read(document, config, cache)
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
    _watch_parent()
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    model(config.annotate.model)


def _watch_parent() -> None:
    """Makes this worker end with the process that started it: one that was killed has told its workers nothing."""
    if (parent := parent_process()) is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(process: BaseProcess) -> None:
    process.join()
    os._exit(1)


def _extract_batch(task: tuple[tuple[Document, ...], Config, bool]) -> list[Extraction]:
    batch, config, cached = task
    return [extraction(document, config, cached=cached) for document in batch]


def text_layers(  # noqa: PLR0913 (the switches of an extraction)
    paths: Iterable[Path],
    config: Config,
    *,
    workers: int = 1,
    cached: bool = True,
    shards: Shards | None = None,
    progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
) -> tuple[list[Extraction], list[read.Skipped]]:
    """The text layer of every document under ``paths``, in their order, twice where it stands twice; and the skipped.

    With ``shards``, they are kept there, and taken from there.

    :raises InputError: when a path does not exist.
    :raises BuildError: when nothing could be read.
    """
    given = tuple(paths)
    made_by = recipe(config) if shards is not None else ""
    wanted: list[Document] = []
    skipped: list[read.Skipped] = []
    for each in read.documents(given, max_document_characters=config.read.max_document_characters):
        if isinstance(each, read.Skipped):
            skipped.append(each)
        else:
            wanted.append(clean.clean(each, config.clean))
    if not skipped and not wanted:
        raise nothing_under(given)
    if not wanted:
        message = f"nothing could be read: {skipped[0].name}: {skipped[0].reason}"
        raise BuildError(message)
    done = progress(len(wanted))
    make = partial(extractions, config=config, workers=workers, cached=cached, done=done)
    return list(make(wanted) if shards is None else _kept_in(shards, wanted, made_by, make, done)), skipped


def _kept_in(
    shards: Shards,
    found: Sequence[Document],
    made_by: str,
    make: Callable[[Sequence[Document]], Iterator[Extraction]],
    done: Callable[[], None],
) -> Iterator[Extraction]:
    """The text layers of documents, as they are kept or made anew."""
    known = [_read_before(shards.get(document_id(document)), document, made_by) for document in found]
    made = make([document for document, layer in zip(found, known, strict=True) if layer is None])
    for layer in known:
        if layer is not None:
            done()
            yield layer
            continue
        new = next(made)
        with suppress(StoreError):  # a cache is no part of the result
            shards.put(document_id(new.document), Shard(recipe=made_by, extraction=new))
        yield new


def _read_before(shard: Shard | None, document: Document, made_by: str) -> Extraction | None:
    """The text layer that a shard holds, if it is that of the document by this recipe; its name may be another one."""
    if shard is None or shard.recipe != made_by:
        return None
    layer = shard.extraction
    same = replace(layer.document, name=document.name) == document
    return replace(layer, document=document) if same else None


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
    """Extracts the documents that have no shard of what they are now and the present recipe, and writes their shards.

    ``progress`` is given their number, and what it returns is called after each, once its shard is on the disk.
    """
    made_by = recipe(config)
    new = {i: d for i, d in found.documents.items() if _read_before(shards.get(i), d, made_by) is None}
    with counts.stage("annotate and extract") as stage:
        stage.entered = len(new)
        done = progress(len(new))
        texts = extractions(list(new.values()), config, workers=workers, cached=cached)
        for ident, text_layer in zip(new, texts, strict=True):
            shards.put(ident, Shard(recipe=made_by, extraction=text_layer))
            stage.left += len(text_layer.events)
            done()
    counts.dropped["document already in the graph"] += len(found.documents) - len(new)
