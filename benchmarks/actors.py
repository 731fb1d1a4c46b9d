"""How fast the knowledge base opens and answers: ``python benchmarks/actors.py [--actors 100000]``.

Makes actors with names of invented syllables (the same ones each time), with two aliases each, keeps them in a folder
of its own, and prints the median of each measure.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from itertools import islice, product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from kg.ontology.actors import KnowledgeBase, find, load
from kg.ontology.actors.tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SYLLABLES = tuple(
    a + b for a, b in product(("b", "dr", "f", "gl", "k", "m", "n", "st", "v", "z"), ("a", "ei", "o", "u"))
)
_KINDS = (("Company", "Wool Board"), ("GovernmentBody", "Ministry of Trade"), ("PoliticalParty", "Reform Party"))


def names() -> Iterator[str]:
    """Invented place names, each once."""
    for parts in product(_SYLLABLES, repeat=3):
        yield "".join(parts).capitalize()


def made(number: int) -> Iterator[dict[str, str]]:
    """``number`` actors, each part of one before it."""
    for n, place in enumerate(islice(product(names(), _KINDS), number)):
        name, (kind, what) = place
        yield {
            "id": f"org:a{n}",
            "type": kind,
            "name": f"{what} of {name}",
            "aliases": f"{name} {what}|{what} ({name})",
            "country": f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}",
            "parent": f"org:a{n // 10}" if n else "",
        }


def write(folder: Path, number: int) -> None:
    """A knowledge base of ``number`` actors, laid out as the package's."""
    folder.mkdir(parents=True)
    with (folder / "made.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(made(number))
    (folder / "ambiguous.csv").write_text("surface,preferred_id,ids,note\n", encoding="utf-8")


def seconds(action: Callable[[], object]) -> float:
    """How long ``action`` takes."""
    before = perf_counter()
    action()
    return perf_counter() - before


def each(ask: Callable[[str], object], asked: Iterable[str]) -> float:
    """The median seconds of ``ask`` over some names, each asked once, so that nothing is remembered."""
    return median(seconds(lambda name=name: ask(name)) for name in asked)  # type: ignore[misc]  # mypy cannot infer it


def measured(folder: Path, cache: Path, number: int) -> Iterator[tuple[str, float, str]]:
    """What is measured, the figure and its unit."""
    yield "index made", seconds(lambda: load(folder, cache=cache)), "s"
    yield "index opened", median(seconds(lambda: load(folder, cache=cache)) for _ in range(9)), "s"
    known: KnowledgeBase = load(folder, cache=cache)
    rows = list(islice(made(number), 0, None, max(1, number // 1000)))
    yield "exact name", 1e6 * each(known.named, [row["name"] for row in rows]), "µs"
    yield "normalised name", 1e6 * each(known.named, [row["name"].replace(" ", "-") for row in rows]), "µs"
    yield "unknown name", 1e6 * each(known.named, [row["name"] + " East" for row in rows]), "µs"
    yield "actor by id", 1e6 * each(known.actors.__getitem__, [row["id"] for row in rows]), "µs"
    misspelt = [row["name"].replace("i", "y", 1) for row in rows[:20]]
    yield "similar name (fuzzy)", 1e3 * each(lambda name: find(known, name), misspelt), "ms"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="How fast the knowledge base opens and answers.")
    parser.add_argument("--actors", type=int, default=100_000)
    number = parser.parse_args().actors
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "ontology" / "actors"
        write(folder, number)
        print(f"{number} made actors")
        for what, figure, unit in measured(folder, Path(scratch) / "cache", number):
            print(f"{what:<24}{figure:>10.3f} {unit}")


if __name__ == "__main__":
    main()
