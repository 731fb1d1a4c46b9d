"""Document → the parse of each of its blocks, by any installed spaCy pipeline, with a cache of parses.

Each title, heading and paragraph is parsed by itself, because sentences never cross a block; what lies between them
(white space, furniture, the dateline) is not parsed.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import warnings
import zlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy import attrs

from kg.errors import ModelError
from kg.model import BlockKind, Parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.model import Block, Document

PARSED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})
_STRINGS = (attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
_NUMBERS = (attrs.ENT_IOB, attrs.SPACY, attrs.HEAD, attrs.SENT_START)
_FLAGS = (attrs.IS_PUNCT, attrs.IS_SPACE, attrs.IS_ALPHA, attrs.LIKE_NUM)
_IOB = ("", "I", "O", "B")
_FORM = b"columns-1"  # of the files in the cache


def load(name: str) -> Language:
    """The spaCy pipeline of the installed package ``name``.

    :raises ModelError: when there is no such package, or it has no parser.
    """
    with warnings.catch_warnings():
        # en_core_web_md 3.7 says that it was made for spaCy 3.7; the suite shows that it parses alike under 3.8.
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        try:
            nlp = spacy.load(name)
        except (OSError, ImportError) as error:
            message = (
                f"the spaCy pipeline {name!r} is not installed; install its package, or set annotate.model in kg.toml"
            )
            raise ModelError(message) from error
    if "parser" not in nlp.pipe_names:
        message = (
            f"the spaCy pipeline {name!r} has no parser (only {', '.join(nlp.pipe_names)}); choose one that parses"
        )
        raise ModelError(message)
    return nlp


def model_version(nlp: Language) -> str:
    """Name and version of a pipeline and of spaCy, as parses are cached by them: ``core_web_md-3.7.1-spacy-3.8.18``."""
    return f"{nlp.meta['name']}-{nlp.meta['version']}-spacy-{version('spacy')}"


def annotate(document: Document, nlp: Language, *, cache: ParseCache | None = None) -> tuple[Parse, ...]:
    """The parses of the titles, headings and paragraphs of a cleaned document, in the order of the text.

    The blocks of one document are one batch, so that no parse can depend on which documents come together.

    :raises ModelError: when the pipeline's tokens do not give back the text.
    """
    blocks = [block for block in document.blocks if block.kind in PARSED]
    texts = [block.span.of(document.text) for block in blocks]
    parses = cache.get(blocks, texts, nlp) if cache else None
    if parses is None:
        parses = tuple(parse(doc, block) for doc, block in zip(nlp.pipe(texts), blocks, strict=True))
        if cache:
            cache.put(parses, texts, nlp)
    return parses


def parse(doc: Doc, block: Block) -> Parse:
    """The columns of a spaCy ``Doc``, which is the parse of ``block``.

    :raises ModelError: when its tokens do not give back the block's text.
    """
    table = doc.to_array([*_STRINGS, *_NUMBERS, *_FLAGS])
    hashes, numbers = table[:, : len(_STRINGS)].T.tolist(), table.astype("int64")[:, len(_STRINGS) :].T.tolist()
    names = {value: doc.vocab.strings[value] for column in hashes for value in set(column)}
    iobs, spaces, heads, starts, *flags = numbers
    return Parse(
        block=block,
        columns=(
            *(tuple(names[value] for value in column) for column in hashes),
            tuple(_IOB[iob] for iob in iobs),
            tuple(" " if space else "" for space in spaces),
        ),
        heads=tuple(i + step for i, step in enumerate(heads)),
        marks=(tuple(start == 1 for start in starts), *(tuple(map(bool, flag)) for flag in flags)),
    )


@dataclass(frozen=True, slots=True)
class ParseCache:
    """Parses on disk, one file for the blocks of one document, by text and model.

    A file is written beside its place and then renamed, so that processes may share one folder. A file that cannot be
    read counts as absent.
    """

    folder: Path

    def get(self, blocks: Sequence[Block], texts: Sequence[str], nlp: Language) -> tuple[Parse, ...] | None:
        """The parses of the blocks, whose texts are ``texts``, or None where they are not cached."""
        try:
            found = json.loads(zlib.decompress(self._path(texts, nlp).read_bytes()))
            parses = tuple(_read(row, block) for row, block in zip(found, blocks, strict=True))
        except (OSError, ValueError, LookupError, TypeError, zlib.error, ModelError):
            return None
        return parses if [_text(each) for each in parses] == list(texts) else None

    def put(self, parses: Sequence[Parse], texts: Sequence[str], nlp: Language) -> None:
        """Keeps the parses; a folder that cannot be written is left alone, since a cache is no part of the result."""
        path = self._path(texts, nlp)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(zlib.compress(json.dumps([_written(each) for each in parses]).encode(), 1))
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, texts: Sequence[str], nlp: Language) -> Path:
        digest = hashlib.sha256(_FORM + model_version(nlp).encode())
        for text in texts:
            digest.update(b"\x1f" + text.encode("utf-8", "surrogatepass"))
        name = digest.hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.parse"


def _text(parse: Parse) -> str:
    return "".join(word + space for word, space in zip(parse.columns[0], parse.columns[-1], strict=True))


def _written(parse: Parse) -> list[object]:
    """A parse as JSON: the strings that occur, each column as their numbers, heads, marks."""
    strings = {string: None for column in parse.columns for string in column}
    numbers = {string: n for n, string in enumerate(strings)}
    columns = [[numbers[string] for string in column] for column in parse.columns]
    return [list(strings), columns, parse.heads, [list(map(int, mark)) for mark in parse.marks]]


def _read(row: list[Any], block: Block) -> Parse:
    strings, columns, heads, marks = row
    return Parse(
        block=block,
        columns=tuple(tuple(strings[n] for n in column) for column in columns),
        heads=tuple(heads),
        marks=tuple(tuple(map(bool, mark)) for mark in marks),
    )
