"""How much time extraction takes beside the parse that it needs, and how much of it a second run spares.

    python benchmarks/speed.py [../shared/bench/attribution/documents.jsonl]

One process, one run: the bare spaCy pipeline over the documents' texts, then everything that ``kg extract`` does with
them (reading, cleaning, parsing, extracting, resolving, printing), three times in turn: with nothing kept; with the
parses alone, as after a change of rules; and once more after that, when nothing has changed. Processor time; the median
of the three.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import spacy

from kg import lines, pipeline
from kg.config import Config
from kg.shards import Shards

if TYPE_CHECKING:
    from spacy.language import Language

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of processor time for each round.

    ``bare`` is the spaCy pipeline alone, ``first`` a run without any cache, ``parsed`` one that finds the parses and
    nothing else (and keeps what it makes of them), ``second`` the same command again.
    """

    bare: tuple[float, ...]
    first: tuple[float, ...]
    parsed: tuple[float, ...]
    second: tuple[float, ...]

    @property
    def share(self) -> float:
        """The bare pipeline's time as a share of extraction's: 1 would be extraction for nothing."""
        return statistics.median(bare / first for bare, first in zip(self.bare, self.first, strict=True))

    @property
    def gain_by_parses(self) -> float:
        """How many times as fast a run after a change of rules is, when the parses alone are cached."""
        return statistics.median(first / parsed for first, parsed in zip(self.first, self.parsed, strict=True))

    @property
    def gain_unchanged(self) -> float:
        """How many times as fast the second run of the command is, when nothing has changed."""
        return statistics.median(first / second for first, second in zip(self.first, self.second, strict=True))


def timing(documents: Path) -> Timing:
    """Times the documents of a JSON Lines file."""
    config = Config()
    nlp = _bare(config.annotate.model)
    pipeline.lexicon(), pipeline.knowledge()
    texts = [json.loads(line)["text"] for line in documents.read_text(encoding="utf-8").splitlines()]
    _extract(documents, config, cached=True)  # fills the cache of parses
    rounds: list[tuple[float, float, float, float]] = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        bare = time.process_time() - start
        first = _extract(documents, config, cached=False)
        with TemporaryDirectory() as folder:
            shards = Shards(Path(folder), lasting=False)
            parsed, second = (_extract(documents, config, cached=True, shards=shards) for _ in range(2))
        rounds.append((bare, first, parsed, second))
    bares, firsts, parseds, seconds = zip(*rounds, strict=True)
    return Timing(bare=bares, first=firsts, parsed=parseds, second=seconds)


def _bare(model: str) -> Language:
    """The pipeline as spaCy loads it, without anything of ours."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")  # as in kg.annotate
        return spacy.load(model)


def _extract(documents: Path, config: Config, *, cached: bool, shards: Shards | None = None) -> float:
    gc.collect()  # what the run before left
    start = time.process_time()
    found, _ = pipeline.text_layers([documents], config, cached=cached, shards=shards)
    identities = pipeline.identities(found, config, shards=shards)
    for layer, ident in pipeline.identified(found):
        lines.line(layer, identities.resolutions[ident], identities.canonical)
    return time.process_time() - start


def main() -> None:
    """Times and prints."""
    documents = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench/attribution/documents.jsonl")
    if not documents.is_file():
        print(f"{documents}: no such file; give JSON Lines with a `text` in each line")
        return
    spent = timing(documents)
    rows = (
        ("bare spaCy", spent.bare),
        ("first run, nothing cached", spent.first),
        ("parses cached only: the rules changed", spent.parsed),
        ("second run: nothing changed", spent.second),
    )
    for name, seconds in rows:
        print(f"{name:<40}{' '.join(f'{second:8.2f}' for second in seconds)} s")
    print(f"bare spaCy / first run                   {spent.share:.2f}")
    print(f"first run / run with only parses cached  {spent.gain_by_parses:.2f}")
    print(f"first run / second run, nothing changed  {spent.gain_unchanged:.2f}")


if __name__ == "__main__":
    main()
