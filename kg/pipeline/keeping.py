"""What one document denotes by itself: resolved once, and kept beside its shard.

It depends on the shard, the rules, the knowledge base and the configuration. The key under which it is kept is a digest
of all of them; what was made of others is made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date  # noqa: TC003 (msgspec reads the types of a record that is kept)
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from kg import data, resolve
from kg.errors import ExtractionError, StoreError
from kg.ids import document_id
from kg.model import EventReading, Extraction, Resolution, Story
from kg.pipeline.resources import knowledge, meanings, modules, vectors, versions, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.config import Config
    from kg.ids import Ids
    from kg.model import Judgement
    from kg.ontology import KnowledgeBase, Meanings
    from kg.shards import Shards


# What a document resolved by itself depends on: modules of the package; what compares names and sketches texts.
RULES = ("ids.py", "model", "ontology", "pipeline/keeping.py", "pipeline/resources.py", "resolve")
LIBRARIES = ("datasketch", "numpy", "rapidfuzz")


class Kept(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One document resolved by itself, and who plays a part in it."""

    resolution: Resolution
    cast: resolve.Cast


class _Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What of a ``Resolution`` other documents are compared by; spans of links are passed over."""

    document: str
    links: tuple[tuple[Any, str, str], ...] = ()
    readings: tuple[EventReading, ...] = ()
    story: Story = Story()
    published: date | None = None


class _KeptTold(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What of a ``Kept`` that is."""

    resolution: _Told


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Kept)
_TOLD = msgspec.msgpack.Decoder(_KeptTold)


def kept(text_layer: Extraction, base: KnowledgeBase, config: Config, *, sketched: bool = True) -> Kept:
    """One document resolved by itself; ``sketched`` where copies are looked for."""
    resolution = resolve.resolution(text_layer, base, config.resolve, vocabulary(), sketched=sketched)
    return Kept(resolution=resolution, cast=resolve.cast(text_layer, resolution))


class Layers(Mapping[str, Extraction]):
    """The text layers of some documents by id, sorted: each is read from its shard whenever it is asked for."""

    def __init__(self, shards: Shards, documents: Iterable[str]) -> None:
        """For the documents of those ids."""
        self._shards, self._ids = shards, dict.fromkeys(sorted(documents))

    def __getitem__(self, document: str) -> Extraction:
        """The text layer of a document.

        :raises StoreError: when its shard is missing or cannot be read.
        """
        if document not in self._ids:
            raise KeyError(document)
        return next(self._shards.extractions([document]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Gives the documents of a graph resolved by themselves, as they are kept or made anew.

    ``added`` is the graph's file of actors, which need not exist; ``sketched`` where copies are looked for.
    """

    shards: Shards
    config: Config
    added: Path | None = None
    sketched: bool = True

    @property
    def base(self) -> KnowledgeBase:
        """The knowledge base."""
        return knowledge(self.added)

    def of(self, document: str) -> Kept:
        """One document resolved by itself.

        :raises StoreError: when its shard is missing or cannot be read.
        """
        return self._of(document, self.shards.digest(document), lambda: next(self.shards.extractions([document])))

    def of_layer(self, text_layer: Extraction) -> Kept:
        """The same of a document whose text layer is at hand, whatever its shard says by now."""
        return self._of(document_id(text_layer.document), _of_layer(text_layer), lambda: text_layer)

    def _of(self, document: str, layer: str, text_layer: Callable[[], Extraction]) -> Kept:
        key = _digest(layer, self.made_by)
        content = self.shards.kept(document, key)
        if content is not None:
            try:
                return _DECODER.decode(content)
            except (msgspec.DecodeError, ExtractionError):  # another release wrote it, or a disk lost some of it
                pass
        made = kept(text_layer(), self.base, self.config, sketched=self.sketched)
        if key == _digest(layer, self.made_by):  # the actors did not change meanwhile
            with suppress(StoreError):  # on a medium that is read-only, or a full disk, it is made again next time
                self.shards.keep(document, key, _ENCODER.encode(made))
        return made

    def told(self, document: str) -> Resolution:
        """The readings of a document with the entities that it names, its story and its day: a part of ``of``.

        Less is read where all of it is kept. The links have no places.

        :raises StoreError: when its shard is missing or cannot be read.
        """
        content = self.shards.kept(document, self.key(document))
        own: _Told | Resolution
        try:
            own = _TOLD.decode(content).resolution if content is not None else self.of(document).resolution
        except (msgspec.DecodeError, ExtractionError):
            own = self.of(document).resolution
        return Resolution(
            document=document, links=own.links, readings=own.readings, story=own.story, published=own.published
        )

    def key(self, document: str) -> str:
        """What a document resolved by itself depends on, as 64 hex digits."""
        return _digest(self.shards.digest(document), self.made_by)

    @property
    def meanings(self) -> Meanings:
        """What words mean, by the pipeline that the configuration names."""
        return meanings(self.config.annotate.model)

    @property
    def made_by(self) -> str:
        """What it depends on besides the shard: rules, libraries, ontology, configuration and added actors."""
        own = self.added.read_bytes() if self.added is not None and self.added.exists() else b""
        asked = f"{self.config.resolve!r} {self.sketched}"
        return _digest(rules(*RULES), _libraries(), asked, hashlib.sha256(own).hexdigest())


def state(keeper: Keeper, ids: Ids, judgements: Sequence[Judgement]) -> str:
    """What the graph of some documents depends on besides their shards, as 64 hex digits."""
    parts = rules("annotate/vectors.py", "pipeline", "rdf", "resolve", "shards.py", "store")
    words = vectors(keeper.config.annotate.model).version
    said = {(*sorted((j.left, j.right)), j.verdict.value, j.who, j.when, j.why) for j in judgements}
    return _digest(keeper.made_by, parts, words, ids.base, repr(sorted(said)))


@cache
def rules(*parts: str) -> str:
    """A digest of the code in some modules of the package, and of everything in its ontology."""
    total = hashlib.sha256()
    ontology = sorted(path for path in data.folder("ontology").rglob("*") if path.is_file())
    for file in (*modules(*parts), *ontology):
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()


@cache
def _libraries() -> str:
    return versions(*LIBRARIES)


def _of_layer(text_layer: Extraction) -> str:
    return hashlib.sha256(_ENCODER.encode(text_layer)).hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
