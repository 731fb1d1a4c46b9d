"""Document → spaCy Doc, over any installed pipeline, with a cache of parses.

The Doc covers the document's whole text, so that a token's offset is its offset in the document. Each title, heading
and paragraph is parsed by itself, because sentences never cross a block; what lies between (white space, furniture,
the dateline) is one token that no rule looks at. ``doc.spans["blocks"]`` holds the parsed blocks, labelled by kind.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import warnings
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, DocBin, Span

from kg.errors import ModelError
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from kg.model import Block, Document

PARSED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})
_ATTRIBUTES = ("ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")


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


def annotate(document: Document, nlp: Language, *, cache: ParseCache | None = None) -> Doc:
    """The parse of a cleaned document; ``doc.text`` equals ``document.text``.

    The blocks of one document are one batch, so that no parse can depend on which documents come together.
    """
    blocks = [block for block in document.blocks if block.kind in PARSED]
    texts = [block.span.of(document.text) for block in blocks]
    parses = cache.get(texts, nlp) if cache else None
    if parses is None:
        parses = list(nlp.pipe(texts))
        if cache:
            cache.put(texts, nlp, parses)
    return _join(document.text, blocks, parses, nlp)


def _join(text: str, blocks: Sequence[Block], parses: Sequence[Doc], nlp: Language) -> Doc:
    parts: list[Doc] = []
    end = 0
    for block, parse in zip(blocks, parses, strict=True):
        if block.span.start > end:
            parts.append(_gap(text[end : block.span.start], nlp))
        parse.spans["blocks"] = [Span(parse, 0, len(parse), label=block.kind.value)]
        parts.append(parse)
        end = block.span.end
    if end < len(text):
        parts.append(_gap(text[end:], nlp))
    if not parts:
        return Doc(nlp.vocab)
    # spaCy's stub lacks `exclude`: the tensors of gaps and parses differ in width and are not needed.
    doc: Doc = Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
    if doc.text != text:
        message = "the pipeline's tokens do not give back the text they were made from; choose another annotate.model"
        raise ModelError(message)
    if "blocks" not in doc.spans:
        doc.spans["blocks"] = []
    return doc


def _gap(text: str, nlp: Language) -> Doc:
    return Doc(nlp.vocab, words=[text], spaces=[False], heads=[0], deps=["dep"], sent_starts=[True])


@dataclass(frozen=True, slots=True)
class ParseCache:
    """Parses on disk, one file for the blocks of one document, by text and model.

    A file is written beside its place and then renamed, so that processes may share one folder. A file that cannot be
    read counts as absent.
    """

    folder: Path

    def get(self, texts: Sequence[str], nlp: Language) -> list[Doc] | None:
        """The parses of the blocks, or None where they are not cached."""
        path = self._path(texts, nlp)
        try:
            docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(nlp.vocab))
        except (OSError, ValueError, KeyError, EOFError):
            return None
        return docs if [doc.text for doc in docs] == list(texts) else None

    def put(self, texts: Sequence[str], nlp: Language, docs: Sequence[Doc]) -> None:
        """Keeps the parses; a folder that cannot be written is left alone, since a cache is no part of the result."""
        path = self._path(texts, nlp)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(DocBin(attrs=_ATTRIBUTES, docs=docs).to_bytes())
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, texts: Sequence[str], nlp: Language) -> Path:
        digest = hashlib.sha256(model_version(nlp).encode())
        for text in texts:
            digest.update(b"\x1f" + text.encode("utf-8", "surrogatepass"))
        name = digest.hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.spacy"
