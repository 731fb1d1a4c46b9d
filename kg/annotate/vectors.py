"""The word vectors of a spaCy pipeline, read from its folder: neither it nor spaCy is loaded for them.

They lie in ``vocab/vectors``, a table of numpy; ``vocab/key2row`` leads from the key of a word to its row. The key is
the MurmurHash64A of the word (Appleby 2008), but for the words by which spaCy names parts of speech and the like.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from kg.annotate.models import found

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Rows = NDArray[np.int64]

_MASK = 2**64 - 1
_FACTOR, _SHIFT, _SEED, _BLOCK = 0xC6A4A7935BD1E995, 47, 1, 8
_OF_SPACY = """acl 451 agent 401 attr 404 aux 405 cc 407 cop 411 dep 414 det 415 expl 417 mark 423 meta 424 neg 425
nn 427 num 431 number 432 obj 434 poss 440 possessive 441 prep 443 root 449"""
_NUMBERED = dict(zip(_OF_SPACY.split()[::2], map(int, _OF_SPACY.split()[1::2]), strict=True))


class WordVectors:
    """The vectors of a pipeline by word; they are read when the first one is asked for."""

    def __init__(self, folder: Path | None, version: str = "") -> None:
        """``folder`` is that of a vocabulary; None has no vectors. By ``version`` they are told from others."""
        self._folder, self.version = folder, version

    def of(self, word: str) -> NDArray[np.float32] | None:
        """The vector of a word, as it is written; None where it has none."""
        keys, rows, table = self._read
        wanted = np.uint64(key(word))
        place = int(keys.searchsorted(wanted))
        return np.asarray(table[rows[place]]) if place < len(keys) and keys[place] == wanted else None

    @cached_property
    def _read(self) -> tuple[Keys, Rows, NDArray[np.float32]]:
        """Keys, sorted, with the row of each, and the table; all empty where it cannot be read."""
        try:
            return _files(self._folder) if self._folder else _empty()
        except (OSError, ValueError, msgspec.DecodeError):
            return _empty()


def vectors(name: str) -> WordVectors:
    """The vectors of the spaCy pipeline ``name``; no word has one where it is not installed or has none.

    Those of kind floret have no table of words, and are not read.
    """
    pipeline = found(name)
    if pipeline is None:
        return WordVectors(None)
    folder, meta = pipeline
    return WordVectors(folder / "vocab", f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}")


def key(word: str) -> int:
    """The key of a word in spaCy.

    >>> key("harbour") != key("Harbour"), key("number")
    (True, 432)
    """
    if word in _NUMBERED:
        return _NUMBERED[word]
    content = word.encode()
    whole = len(content) - len(content) % _BLOCK
    total = _SEED ^ (len(content) * _FACTOR & _MASK)
    for start in range(0, whole, _BLOCK):
        block = _mixed(int.from_bytes(content[start : start + _BLOCK], "little") * _FACTOR & _MASK) * _FACTOR & _MASK
        total = (total ^ block) * _FACTOR & _MASK
    if whole < len(content):
        total = (total ^ int.from_bytes(content[whole:], "little")) * _FACTOR & _MASK
    return _mixed(_mixed(total) * _FACTOR & _MASK)


def _mixed(number: int) -> int:
    return number ^ (number >> _SHIFT)


def _files(folder: Path) -> tuple[Keys, Rows, NDArray[np.float32]]:
    settings = folder / "vectors.cfg"
    if settings.exists() and json.loads(settings.read_text(encoding="utf-8")).get("mode") != "default":
        return _empty()
    by_key = msgspec.msgpack.decode((folder / "key2row").read_bytes(), type=dict[int, int])
    keys = np.fromiter(by_key.keys(), np.uint64, len(by_key))
    rows = np.fromiter(by_key.values(), np.int64, len(by_key))
    order = keys.argsort()
    table = np.load(folder / "vectors", mmap_mode="r")
    kept = order[(rows[order] >= 0) & (rows[order] < len(table))]
    return keys[kept], rows[kept], table


def _empty() -> tuple[Keys, Rows, NDArray[np.float32]]:
    return np.empty(0, np.uint64), np.empty(0, np.int64), np.empty((0, 0), np.float32)
