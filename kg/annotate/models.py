"""The spaCy pipeline that parses: known by its metadata, loaded when something must be parsed."""

from __future__ import annotations

import gc
import hashlib
import importlib
import json
import warnings
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.language import Language
    from spacy.tokens import Doc


class Pipeline(Protocol):
    """What parses texts: a spaCy ``Language``, or a ``Model`` that is not loaded yet."""

    @property
    def meta(self) -> Mapping[str, Any]:
        """Its metadata: ``name``, ``version``."""

    def pipe(self, texts: Iterable[str], /) -> Iterator[Doc]:
        """The parses of texts, in their order."""


@dataclass(slots=True, eq=False)
class Model:
    """An installed pipeline; spaCy and the pipeline are loaded at the first text, since parses may be cached."""

    name: str
    meta: Mapping[str, Any]
    loaded: Language | None = field(default=None, repr=False)

    def pipe(self, texts: Iterable[str], /) -> Iterator[Doc]:
        """The parses of texts, in their order.

        :raises ModelError: when the pipeline cannot be loaded.
        """
        if self.loaded is None:
            self.loaded = _loaded(self.name)
        return self.loaded.pipe(texts)


def load(name: str) -> Model:
    """The spaCy pipeline of the installed package, or the folder, ``name``.

    :raises ModelError: when there is no such package, or it has no parser.
    """
    pipeline = found(name)
    if pipeline is None:
        message = f"the spaCy pipeline {name!r} is not installed; install its package, or set annotate.model in kg.toml"
        raise ModelError(message)
    _, meta = pipeline
    pipes = list(meta.get("pipeline", ()))
    if "parser" not in pipes:
        message = f"the spaCy pipeline {name!r} has no parser (only {', '.join(pipes)}); choose one that parses"
        raise ModelError(message)
    return Model(name, meta)


def found(name: str) -> tuple[Path, Mapping[str, Any]] | None:
    """The folder that holds the data of an installed pipeline, with its metadata; None where there is none."""
    folders = [Path(name)]
    if name.isidentifier() and (spec := find_spec(name)) is not None:
        folders += map(Path, spec.submodule_search_locations or ())
    for number, folder in enumerate(folders):
        try:
            meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        # A package has its data in a folder of its own, as spaCy names it.
        inside = folder / f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
        # Whoever trains a pipeline again gives its folder no other version, as whoever publishes a package does.
        own = meta if number else meta | {"version": f"{meta.get('version')}+{_state(folder)}"}
        return inside if inside.is_dir() else folder, own
    return None


def _state(folder: Path) -> str:
    """Tells the states of a folder apart by names, sizes and times of its files, as 16 hex digits."""
    files = [(path.relative_to(folder).as_posix(), path.stat()) for path in sorted(folder.rglob("*"))]
    told = [(name, state.st_size, state.st_mtime_ns) for name, state in files]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _loaded(name: str) -> Language:
    # Importing spaCy takes longer than reading all the rest, and is for nothing where every parse is cached.
    spacy = importlib.import_module("spacy")
    with warnings.catch_warnings():
        # en_core_web_md 3.7 says that it was made for spaCy 3.7; the suite shows that it parses alike under 3.8.
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        try:
            nlp: Language = spacy.load(name)
        except (OSError, ImportError, ValueError) as error:
            message = f"the spaCy pipeline {name!r} cannot be loaded ({error}); install its package again"
            raise ModelError(message) from error
    importlib.import_module("kg.annotate.ruler").remember(nlp)
    importlib.import_module("kg.annotate.steps").step(nlp)
    # It lives as long as the process: the collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    return nlp


def model_version(nlp: Pipeline) -> str:
    """Name and version of a pipeline and of spaCy, as parses are cached by them: ``en_core_web_md-3.7.1-spacy-3.8.18``.

    The language comes first: without it, spaCy's pipelines for several languages have one name.
    """
    return f"{nlp.meta.get('lang', '')}_{nlp.meta['name']}-{nlp.meta['version']}-spacy-{_spacy()}"


@cache
def _spacy() -> str:
    return version("spacy")
