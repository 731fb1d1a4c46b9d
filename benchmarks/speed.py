"""How much time extraction takes beside the parse that it needs.

    python benchmarks/speed.py [../shared/bench/attribution/documents.jsonl]

One process, one run: the bare spaCy pipeline over the documents' texts, then everything that ``kg extract`` does with
them (reading, cleaning, parsing, extracting, resolving, printing), without and with the cache of parses, three times in
turn. Processor time; the median of the three.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from kg import lines, pipeline
from kg.config import Config

if TYPE_CHECKING:
    from spacy.language import Language

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of processor time of the bare pipeline, of extraction without the cache, and with it, for each round."""

    bare: tuple[float, ...]
    first: tuple[float, ...]
    cached: tuple[float, ...]

    @property
    def share(self) -> float:
        """The bare pipeline's time as a share of extraction's: 1 would be extraction for nothing."""
        return statistics.median(bare / first for bare, first in zip(self.bare, self.first, strict=True))

    @property
    def gain(self) -> float:
        """How many times as fast extraction is when the parses are cached."""
        return statistics.median(first / cached for first, cached in zip(self.first, self.cached, strict=True))


def timing(documents: Path) -> Timing:
    """Times the documents of a JSON Lines file."""
    config = Config()
    nlp = _bare(config.annotate.model)
    pipeline.lexicon(), pipeline.knowledge()
    texts = [json.loads(line)["text"] for line in documents.read_text(encoding="utf-8").splitlines()]
    _extract(documents, config, cached=True)  # fills the cache
    rounds: list[tuple[float, float, float]] = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        bare = time.process_time() - start
        rounds.append((bare, _extract(documents, config, cached=False), _extract(documents, config, cached=True)))
    bares, firsts, cacheds = zip(*rounds, strict=True)
    return Timing(bare=bares, first=firsts, cached=cacheds)


def _bare(model: str) -> Language:
    """The pipeline as spaCy loads it, without anything of ours."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")  # as in kg.annotate
        return spacy.load(model)


def _extract(documents: Path, config: Config, *, cached: bool) -> float:
    start = time.process_time()
    found, _ = pipeline.text_layers([documents], config, cached=cached)
    world = pipeline.world(found, config, copies=False)
    canonical = pipeline.identities(world, config)
    for layer, ident in pipeline.identified(found):
        lines.line(layer, world.resolutions[ident], canonical)
    return time.process_time() - start


def main() -> None:
    """Times and prints."""
    documents = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench/attribution/documents.jsonl")
    if not documents.is_file():
        print(f"{documents}: no such file; give JSON Lines with a `text` in each line")
        return
    spent = timing(documents)
    for name, seconds in (("bare spaCy", spent.bare), ("extract", spent.first), ("extract, cached", spent.cached)):
        print(f"{name:<18}{' '.join(f'{second:8.2f}' for second in seconds)} s")
    print(f"bare spaCy / extract    {spent.share:.2f}")
    print(f"first run / cached      {spent.gain:.2f}")


if __name__ == "__main__":
    main()
