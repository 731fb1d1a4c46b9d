"""What every stage needs and one process loads once: lexicon, knowledge base, language model, cache."""

from __future__ import annotations

import gc
import hashlib
import sys
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

import kg.ontology.actors
import kg.ontology.lexicon
import kg.ontology.meanings
import kg.ontology.vocabulary
from kg import annotate, data
from kg.shards import Shards

# What an extraction depends on: modules of the package; Babel knows the names of currencies.
RULES = ("annotate", "clean", "extract", "ids.py", "model", "ontology", "pipeline/resources.py", "pipeline/texts.py")
LIBRARIES = ("babel",)
# Allocations before the collector looks at the young, and how often it then looks at the older ones: a hundred articles
# make so many, and there is no garbage among them that the collector would have to find.
_COLLECT_AFTER = (500_000, 20, 50)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.config import Config
    from kg.ontology import KnowledgeBase, Lexicon, Meanings, Vocabulary


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    return kg.ontology.lexicon.load(data.folder("ontology"))


def knowledge(added: Path | None = None) -> KnowledgeBase:
    """The knowledge base that ships with the package, and the actors of a file of one's own, which need not exist.

    It is read once, and again when that file has changed.

    :raises OntologyError: when the file contradicts itself or the package.
    """
    if added is None or not added.exists():
        return _knowledge(None, None)
    state = added.stat()
    return _knowledge(added, (state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=8)  # graphs with actors of their own
def _knowledge(added: Path | None, state: tuple[int, int] | None) -> KnowledgeBase:  # noqa: ARG001 (tells states apart)
    _collect_seldom()
    cache_folder = Path(platformdirs.user_cache_dir("newskg")) / "actors"
    return kg.ontology.actors.load(data.folder("ontology") / "actors", added=added, cache=cache_folder)


@cache
def vocabulary() -> Vocabulary:
    """The weights and kin of words that ship with the package, read once."""
    return kg.ontology.vocabulary.load(data.folder("ontology"))


@cache
def meanings(name: str) -> Meanings:
    """What words mean, by the vectors of the spaCy pipeline ``name``; they are read when they are asked for."""
    return kg.ontology.meanings.Meanings(vectors(name).of, vocabulary())


@cache
def vectors(name: str) -> annotate.WordVectors:
    """The word vectors of the spaCy pipeline ``name``; no word has one where it is not installed."""
    return annotate.vectors(name)


@cache
def model(name: str) -> annotate.Model:
    """The spaCy pipeline ``name``, loaded at most once in a process.

    :raises ModelError: when it is not installed, or has no parser.
    """
    _collect_seldom()
    return annotate.load(name)


def _collect_seldom() -> None:
    """Most of what is read lives on: by default, the collector looks through all of it again and again.

    That costs a quarter of the time of extraction, and half of that of a change.
    """
    gc.set_threshold(*_COLLECT_AFTER)


def recipe(config: Config) -> str:
    """What an extraction depends on besides its document: model, rules and lexicon, as 16 hex digits."""
    made_by = annotate.model_version(model(config.annotate.model)) + _rules()
    return hashlib.sha256(made_by.encode()).hexdigest()[:16]


@cache  # the rules of this process are those that it has read, whatever becomes of the files
def _rules() -> str:
    digest = hashlib.sha256(versions(*LIBRARIES).encode())
    for path in (*modules(*RULES), *sorted(data.folder("ontology").glob("*.csv"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def modules(*parts: str) -> Iterator[Path]:
    """The files of code in some modules and folders of the package, sorted in each."""
    for path in (data.PACKAGE / part for part in parts):
        yield from sorted(path.rglob("*.py")) if path.is_dir() else (path,)


def versions(*libraries: str) -> str:
    """The versions of libraries, and of Python, which knows what a letter is."""
    return " ".join([f"python {sys.version_info[:2]}", *map(version, libraries)])


def parses() -> annotate.ParseCache:
    """The cache of parses in the user's cache folder."""
    return annotate.ParseCache(Path(platformdirs.user_cache_dir("newskg")) / "parses")


def read_before() -> Shards:
    """What ``kg extract`` has read and resolved, in the user's cache folder."""
    return Shards(Path(platformdirs.user_cache_dir("newskg")) / "extracted", lasting=False)
