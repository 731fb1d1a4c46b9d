"""What was read and resolved before is taken from where it is kept, if nothing of what it depends on has changed."""

from __future__ import annotations

import ast
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec.structs
import pytest

from kg import data, pipeline
from kg.config import Config, ResolveConfig
from kg.ids import document_id
from kg.model import Extraction, Span
from kg.pipeline import keeping, resources, texts
from kg.shards import Shards
from tests.articles import grant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.model import Document

RAIN = {"id": "rain", "text": "It rained in Lume.", "title": "Rain", "date": "2024-03-05"}
VOTE = {"id": "vote", "text": "Norland voted on Monday.", "outlet": "The Harbour Post"}
CONFIG = Config()


@pytest.fixture
def shards(tmp_path: Path) -> Shards:
    """An empty cache."""
    return Shards(tmp_path / "cache", lasting=False)


# ------------------------------------------------------------------------------------------------ text layers


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are extracted, as they are; each gets one sentence instead of a parse."""
    names: list[str] = []

    def extractions(found: Sequence[Document], **_: Any) -> Iterator[Extraction]:  # noqa: ANN401 (switches)
        for document in found:
            names.append(document.name)
            yield Extraction(document=document, sentences=(Span(0, len(document.text)),))

    monkeypatch.setattr(texts, "extractions", extractions)
    return names


def layers(folder: Path, shards: Shards | None, *rows: dict[str, str], config: Config = CONFIG) -> list[Extraction]:
    """The text layers of a file of documents."""
    path = folder / "documents.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return pipeline.text_layers([path], config, shards=shards)[0]


def test_second_run_extracts_nothing(tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """Documents that did not change are extracted once, and their text layers come back as they were."""
    first = layers(tmp_path, shards, RAIN, VOTE)
    assert layers(tmp_path, shards, RAIN, VOTE) == first
    assert made == ["rain", "vote"]


def test_nothing_is_kept_without_a_place(tmp_path: Path, made: list[str]) -> None:
    """Without shards, each run extracts."""
    layers(tmp_path, None, RAIN)
    layers(tmp_path, None, RAIN)
    assert made == ["rain", "rain"]


def test_what_did_not_change_is_not_extracted(tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """Of documents in another order, the one that changed is extracted, and all come in the order of the input."""
    layers(tmp_path, shards, RAIN, VOTE)
    found = layers(tmp_path, shards, VOTE, {**RAIN, "text": "It snowed in Lume."})
    assert [each.document.name for each in found] == ["vote", "rain"]
    assert made[2:] == ["rain"]


@pytest.mark.parametrize("changed", [{"author": "Mira Dahl"}, {"language": "de"}, {"genre": "opinion"}])
def test_all_of_a_document_counts(changed: dict[str, str], tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """A document with another author, language or genre is extracted anew, though its id is the same."""
    (first,), (second,) = layers(tmp_path, shards, RAIN), layers(tmp_path, shards, RAIN | changed)
    assert document_id(first.document) == document_id(second.document)
    assert first.document != second.document
    assert made == ["rain", "rain"]


def test_other_blocks_count(tmp_path: Path, shards: Shards, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is cut into other blocks is extracted anew."""
    layers(tmp_path, shards, RAIN)
    monkeypatch.setattr("kg.clean.clean", lambda document, _: document)
    (found,) = layers(tmp_path, shards, RAIN)
    assert found.document.blocks == ()
    assert made == ["rain", "rain"]


def test_name_does_not_count(tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """A document under another name is not extracted again, and goes by the new name."""
    layers(tmp_path, shards, RAIN)
    (found,) = layers(tmp_path, shards, RAIN | {"id": "drizzle"})
    assert found.document.name == "drizzle"
    assert made == ["rain"]


def test_document_twice_is_there_twice(tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """A document that stands twice in the input is there twice, whether it was kept or not."""
    rows = RAIN, VOTE, RAIN | {"id": "again"}
    names = [[each.document.name for each in layers(tmp_path, shards, *rows)] for _ in range(2)]
    assert names == [["rain", "vote", "again"]] * 2
    assert made == ["rain", "vote", "again"]


def test_other_recipe_counts(tmp_path: Path, shards: Shards, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What other rules or another model read is extracted anew."""
    layers(tmp_path, shards, RAIN)
    monkeypatch.setattr(texts, "recipe", lambda _: "0123456789abcdef")
    layers(tmp_path, shards, RAIN)
    assert made == ["rain", "rain"]


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"words", None], ids=["empty", "cut", "noise", "of another"])
def test_damaged_text_layer_is_absent(content: bytes | None, tmp_path: Path, shards: Shards, made: list[str]) -> None:
    """A file that cannot be read, or is that of another document, is as none, and is written anew."""
    layers(tmp_path, shards, VOTE)
    (other,) = files(shards)
    layers(tmp_path, shards, RAIN)
    (path,) = set(files(shards)) - {other}
    whole = path.read_bytes()
    path.write_bytes(other.read_bytes() if content is None else content)
    layers(tmp_path, shards, RAIN)
    assert made == ["vote", "rain", "rain"]
    assert path.read_bytes() == whole


def files(shards: Shards) -> list[Path]:
    """The files of a cache."""
    return [path for path in shards.folder.rglob("*") if path.is_file()]


def test_place_that_cannot_be_written_is_left_alone(tmp_path: Path, made: list[str]) -> None:
    """Where nothing can be kept, the text layers come all the same."""
    place = tmp_path / "cache"
    place.write_text("a file where a folder should be")
    (found,) = layers(tmp_path, Shards(place, lasting=False), RAIN)
    assert (found.document.name, made) == ("rain", ["rain"])
    assert place.read_text() == "a file where a folder should be"


def test_cache_is_not_synced(shards: Shards, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be lost is not waited for."""
    monkeypatch.setattr("kg.shards.os.fsync", lambda _: pytest.fail("synced"))
    layers(tmp_path, shards, RAIN)
    assert (len(files(shards)), made) == (1, ["rain"])


# ------------------------------------------------------------------------------------------------ resolutions


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the documents that are resolved."""
    done: list[str] = []
    kept = keeping.kept

    def counted(text_layer: Extraction, *given: Any, **switches: Any) -> keeping.Kept:  # noqa: ANN401 (passed on)
        done.append(text_layer.document.name)
        return kept(text_layer, *given, **switches)

    monkeypatch.setattr(keeping, "kept", counted)
    return done


def test_second_run_resolves_nothing(shards: Shards, resolved: list[str]) -> None:
    """A text layer that did not change is resolved once, and denotes what it denotes where nothing is kept."""
    found = [grant().extraction()]
    worlds = [pipeline.world(found, CONFIG, shards=shards) for _ in range(2)]
    assert worlds == [pipeline.world(found, CONFIG)] * 2
    assert len(resolved) == 1


def test_text_layer_counts(shards: Shards, resolved: list[str]) -> None:
    """Another text layer of the same document is resolved anew."""
    found = grant().extraction()
    other = msgspec.structs.replace(found, events=found.events[:1])
    pipeline.world([found], CONFIG, shards=shards)
    assert pipeline.world([other], CONFIG, shards=shards) == pipeline.world([other], CONFIG)
    assert len(resolved) == 2


def test_copies_count(shards: Shards, resolved: list[str]) -> None:
    """Where copies are looked for, what was resolved without is resolved anew."""
    found = [grant().extraction()]
    pipeline.identities(found, CONFIG, shards=shards)
    assert pipeline.world(found, CONFIG, shards=shards).resolutions == pipeline.world(found, CONFIG).resolutions
    assert len(resolved) == 2


def test_added_actors_count(shards: Shards, resolved: list[str], tmp_path: Path) -> None:
    """With actors of one's own documents are resolved anew, and again when these change."""
    path = tmp_path / "more.csv"
    for rows in ("", "org:reef-watch,Organization,Reef Watch\n", "org:reef-watch,Organization,Reef Watching\n"):
        path.write_text(f"id,type,name\n{rows}")
        pipeline.world([grant().extraction()], CONFIG, shards=shards, added=path)
    assert len(resolved) == 3


def test_configuration_counts(shards: Shards, resolved: list[str]) -> None:
    """Under another configuration of the resolving documents are resolved anew."""
    pipeline.world([grant().extraction()], CONFIG, shards=shards)
    pipeline.world([grant().extraction()], replace(CONFIG, resolve=ResolveConfig(pronoun_sentences=1)), shards=shards)
    assert len(resolved) == 2


def test_rules_count(shards: Shards, resolved: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What other rules resolved is resolved anew."""
    pipeline.world([grant().extraction()], CONFIG, shards=shards)
    monkeypatch.setattr(keeping, "rules", lambda *_: "others")
    pipeline.world([grant().extraction()], CONFIG, shards=shards)
    assert len(resolved) == 2


@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "other record"])
def test_damaged_resolution_is_absent(damage: str, shards: Shards, resolved: list[str]) -> None:
    """A resolution that cannot be read is as none, and is written anew."""
    found = [grant().extraction()]
    first = pipeline.world(found, CONFIG, shards=shards)
    (path,) = files(shards)
    whole = path.read_bytes()
    if damage == "other record":
        key = whole.partition(b"\n")[0].decode()
        shards.keep(document_id(found[0].document), key, msgspec.msgpack.encode({"resolution": [1]}))
    else:
        path.write_bytes({"empty": b"", "cut": whole[:-9], "noise": b"words\n\x78\x9c"}[damage])
    assert pipeline.world(found, CONFIG, shards=shards) == first
    assert (len(resolved), path.read_bytes() == whole) == (2, True)


def test_actors_that_change_meanwhile_spoil_nothing(
    shards: Shards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was resolved while the user's actors changed is not kept: nobody can tell which ones it was made of."""
    added, kept = tmp_path / "more.csv", keeping.kept

    def changing(*given: Any, **switches: Any) -> keeping.Kept:  # noqa: ANN401 (passed on)
        added.write_text("id,type,name\norg:reef-watch,Organization,Reef Watch\n")
        return kept(*given, **switches)

    monkeypatch.setattr(keeping, "kept", changing)
    pipeline.world([grant().extraction()], CONFIG, shards=shards, added=added)
    assert files(shards) == []


# ------------------------------------------------------------------------------------------------ what keys name

# Imported, and of no consequence: errors, and settings, which are keyed by their values; what carries records, and what
# keys name otherwise (spaCy); what only importers of actors use, or the search for them, or the columns of a parse.
PLAIN = {"errors.py", "config"}
CARRIERS = {"msgspec", "spacy", "rdflib"}
BESIDE_EXTRACTION = {"numpy", "rapidfuzz"}


def imported(parts: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """What the code of some parts imports: other parts of the package, and libraries."""
    own, others = set[str](), set[str]()
    for path in resources.modules(*parts):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"kg.{alias.name}" for alias in node.names] if node.module == "kg" else [node.module or ""]
            own |= {name.split(".")[1] for name in names if name.startswith("kg.")}
            others |= {name.split(".")[0] for name in names} - {"kg", *sys.stdlib_module_names}
    return {part if (data.PACKAGE / part).is_dir() else f"{part}.py" for part in own}, others


def test_recipe_names_what_extraction_imports() -> None:
    """Whatever the code of extraction imports is part of the recipe, libraries with data of their own too."""
    stages = tuple(part for part in resources.RULES if not part.startswith("pipeline"))
    own, libraries = imported(stages)
    assert own - PLAIN <= set(stages)
    assert libraries - CARRIERS - BESIDE_EXTRACTION == set(resources.LIBRARIES)


def test_key_names_what_resolving_imports() -> None:
    """Whatever the code of resolving imports is part of the key of what it resolved."""
    stages = tuple(part for part in keeping.RULES if not part.startswith("pipeline"))
    own, libraries = imported(stages)
    assert own - PLAIN <= set(stages)
    assert libraries - CARRIERS == set(keeping.LIBRARIES)
