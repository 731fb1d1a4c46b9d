"""Word vectors are read from the folder of a spaCy pipeline."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
import spacy

from kg import pipeline
from kg.annotate import vectors
from kg.annotate.vectors import key
from kg.config import Config

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TABLE = np.array([[1, 2, 3], [4, 5, 6]], np.float32)
META = {"lang": "en", "name": "test_words", "version": "1.2", "pipeline": []}
MODEL = Config().annotate.model


def folder(path: Path, *, rows: dict[str, int], mode: str = "default") -> Path:
    """The folder of a pipeline whose words have rows of the table."""
    (path / "vocab").mkdir(parents=True)
    (path / "meta.json").write_text(json.dumps(META))
    (path / "vocab" / "vectors.cfg").write_text(json.dumps({"mode": mode}))
    (path / "vocab" / "key2row").write_bytes(msgspec.msgpack.encode({key(word): row for word, row in rows.items()}))
    with (path / "vocab" / "vectors").open("wb") as file:
        np.save(file, TABLE)
    return path


def said(path: Path, *words: str) -> list[list[float] | None]:
    """The vectors of some words."""
    found = vectors(str(path))
    return [None if (vector := found.of(word)) is None else vector.tolist() for word in words]


def test_vector_of_a_word(tmp_path: Path) -> None:
    """A word has the row of the table that its key leads to; others have none."""
    path = folder(tmp_path, rows={"harbour": 1, "strike": 0, "number": 1})
    assert said(path, "harbour", "strike", "number", "Harbour") == [[4, 5, 6], [1, 2, 3], [4, 5, 6], None]


def test_package_with_a_folder_for_its_data(tmp_path: Path) -> None:
    """The data of a package stand in a folder that is named after language, name and version."""
    (tmp_path / "meta.json").write_text(json.dumps(META))
    folder(tmp_path / "en_test_words-1.2", rows={"harbour": 0})
    assert said(tmp_path, "harbour") == [[1, 2, 3]]


def test_vectors_are_known_by_name_and_version(tmp_path: Path) -> None:
    """Vectors go by language, name and version of their pipeline; those in a folder by the state of its files too."""
    place = folder(tmp_path, rows={})
    before = vectors(str(place)).version
    (place / "vocab" / "vectors").write_bytes(b"of another training")
    assert before.startswith("en_test_words-1.2+")
    assert vectors(str(place)).version != before


def test_row_that_is_not_there(tmp_path: Path) -> None:
    """A word whose row the table does not have has no vector."""
    assert said(folder(tmp_path, rows={"harbour": 2, "strike": -1, "tug": 0}), "harbour", "strike", "tug") == [
        None,
        None,
        [1, 2, 3],
    ]


def test_pipeline_without_vectors(tmp_path: Path) -> None:
    """No word has a vector where a pipeline has none, or one by parts of words, or is not installed."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    parts = folder(tmp_path / "parts", rows={"harbour": 0}, mode="floret")
    for path in (tmp_path / "blank", parts, tmp_path / "missing"):
        assert said(path, "harbour") == [None]


@pytest.mark.parametrize("name", ["vectors", "key2row", "vectors.cfg"])
def test_broken_file(name: str, tmp_path: Path) -> None:
    """No word has a vector where a file of them cannot be read."""
    path = folder(tmp_path, rows={"harbour": 0})
    (path / "vocab" / name).write_bytes(b"\xc1 no such file")
    assert said(path, "harbour") == [None]


@pytest.mark.parametrize("word", ["a", "harbour", "harbours", "resettlement", "naïve", "übergang", "x" * 40])
def test_key_is_that_of_spacy(word: str) -> None:
    """A word has the key under which spaCy has it."""
    assert key(word) == spacy.blank("en").vocab.strings[word]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The default pipeline, as spaCy has it."""
    model = pipeline.model(MODEL)
    list(model.pipe(["Norland voted."]))
    assert model.loaded is not None
    return model.loaded


WORDS = "harbour minister ministers flotilla Norland xyzzyq agent number mark root case 's 25,000 Wages wages"
# The words by which spaCy names parts of speech and the like, and their numbers.
NAMED = sorted(word for word in importlib.import_module("spacy.symbols").IDS if word.islower())


@pytest.mark.model
@pytest.mark.parametrize("word", [*WORDS.split(), *NAMED])
def test_vectors_are_those_of_spacy(word: str, nlp: Language) -> None:
    """Each word has the vector that the loaded pipeline gives it, also those by which spaCy names what it finds."""
    found = pipeline.resources.vectors(MODEL).of(word)
    assert (found is not None) == nlp.vocab[word].has_vector
    if found is not None:
        assert found.tolist() == nlp.vocab[word].vector.tolist()


@pytest.mark.model
def test_meanings_load_no_spacy() -> None:
    """What words mean is known without importing spaCy, which takes longer than all the rest."""
    program = f"""
import sys
from kg import pipeline
said = pipeline.resources.meanings({MODEL!r}).likeness
print(said(frozenset({{"wage"}}), frozenset({{"salary"}})) > 0.5 > said(frozenset({{"wage"}}), frozenset({{"bridge"}})))
print("spacy" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "False"]
