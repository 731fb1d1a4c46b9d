"""How long it takes to add one document to a large graph, and to take it out again, beyond its own parse.

    python benchmarks/incremental.py [DOCUMENTS] [NUMBER]

The documents under DOCUMENTS (``examples/`` without it) are parsed once. A graph of NUMBER documents (10000) is made of
copies of them: each copy of the whole has a month of its own, and other names for whomever the knowledge base does not
know, with their letters changed but not their length. Then one document is added and removed, some times over, and each
time told in seconds of processor time: for the opening of the store, for the change, and for its publishing.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg import pipeline, rdf
from kg.config import Config
from kg.ids import Ids, document_id
from kg.model import Extraction
from kg.newsgraph.writing import Writer
from kg.shards import Shard, Shards
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
_MONTH = timedelta(days=30)
_ROUNDS = 10
_NAMES = re.compile(r"[A-Z][a-z]{3,}")


def copies(layers: list[Extraction], number: int) -> Iterator[Extraction]:
    """So many text layers, each with a text of its own."""
    for n in range(number):
        yield _copy(layers[n % len(layers)], n // len(layers))


def _copy(layer: Extraction, turn: int) -> Extraction:
    if turn == 0:
        return layer
    base = pipeline.knowledge()
    named = {word for mention in layer.entities for word in _NAMES.findall(mention.name)}
    other = {word: _spelt(word, turn) for word in named if not base.owners(word)}
    raw: dict[str, Any] = _mapped(msgspec.to_builtins(layer), other)
    if raw["document"]["date"]:
        day = datetime.fromisoformat(raw["document"]["date"]) - _MONTH * turn
        raw["document"]["date"] = day.date().isoformat()
    raw["document"]["outlet"] = f"{raw['document']['outlet'] or 'Post'} {turn}"
    return msgspec.convert(raw, Extraction)


def _mapped(value: Any, other: dict[str, str]) -> Any:  # noqa: ANN401 (whatever a record holds)
    if isinstance(value, str):
        return re.sub(r"[A-Za-z]+", lambda word: other.get(word[0], word[0]), value)
    if isinstance(value, dict):
        return {key: _mapped(each, other) for key, each in value.items()}
    return [_mapped(each, other) for each in value] if isinstance(value, list | tuple) else value


def _spelt(word: str, turn: int) -> str:
    """Another name of as many letters."""
    return word[0] + "".join(_moved(letter, turn + place) for place, letter in enumerate(word[1:]))


def _moved(letter: str, turn: int) -> str:
    letters = _VOWELS if letter in _VOWELS else _CONSONANTS
    return letters[(letters.find(letter) + turn) % len(letters)] if letter in letters else letter


class Archive:
    """A graph in a folder, of shards that are written beforehand."""

    def __init__(self, folder: Path, layers: list[Extraction], number: int) -> None:
        """Writes the shards."""
        self.folder, self.ids, self.config = folder, Ids(), Config()
        self.shards = Shards(folder / "documents")
        self.keeper = pipeline.Keeper(shards=self.shards, config=self.config)
        found: dict[str, None] = {}
        for layer in copies(layers, number):
            ident = document_id(layer.document)
            self.shards.put(ident, Shard(recipe="made", extraction=layer))
            found[ident] = None
        self.documents = list(found)

    def build(self, *, new: list[str], gone: list[str], anew: bool = False) -> dict[str, float]:
        """Seconds of each step."""
        times = [time.process_time()]
        with Graph.open(self.folder) as graph:
            times.append(time.process_time())
            writer = self._writer(pipeline.Counts())
            if anew:
                written = writer.anew(graph, new)
            else:
                ledger = writer.usable(graph)
                assert ledger is not None  # noqa: S101 (it was made by the build before)
                written = writer.change(graph, ledger, new=new, gone=gone)
            times.append(time.process_time())
        written.finish()
        times.append(time.process_time())
        return {name: times[n + 1] - times[n] for n, name in enumerate(("open", "change", "publish"))}

    def _writer(self, counts: pipeline.Counts) -> Writer:
        started = datetime.now(UTC)
        run = started.strftime("%Y%m%dT%H%M%S%fZ")
        quads = rdf.run_quads(self.ids, run=run, started=started, software="", configuration="", documents=[])
        return Writer(
            folder=self.folder,
            keeper=self.keeper,
            ids=self.ids,
            judgements=(),
            counts=counts,
            run=self.ids.run(run),
            recorded=quads,
        )


def main() -> None:
    """Builds, adds, removes and prints."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "examples")
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000  # noqa: PLR2004 (the second argument)
    layers, _ = pipeline.text_layers([path], Config())
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder), layers, number)
        apart = archive.documents[:: max(1, len(archive.documents) // _ROUNDS)][:_ROUNDS]
        spent = archive.build(new=[i for i in archive.documents if i not in apart], gone=[], anew=True)
        print(f"{len(archive.documents) - len(apart)} documents, anew: {_told(spent)}", flush=True)
        for name in ("added", "removed"):
            rounds = [
                archive.build(new=[one] if name == "added" else [], gone=[] if name == "added" else [one])
                for one in apart
            ]
            for steps in rounds:
                print(f"one {name}: {_told(steps)}", flush=True)
            whole = [each["change"] for each in rounds]
            print(
                f"one {name}, the change alone: median {statistics.median(whole):.2f} s, most {max(whole):.2f} s",
                flush=True,
            )


def _told(steps: dict[str, float]) -> str:
    return ", ".join(f"{name} {seconds:.2f}" for name, seconds in steps.items())


if __name__ == "__main__":
    main()
