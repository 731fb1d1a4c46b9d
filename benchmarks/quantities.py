"""How many expressions of quantity and of time are read right, and by whom.

    python benchmarks/quantities.py [READER …]

Reads the expressions of ``quantities.csv``, written for this table, by the project's own code and by every library that
is installed here; none is needed. What is asked of each is the value with its bounds, currency and unit, or the first
and the last day; qualifier and precision, which libraries do not give, are left to the tests. "Silent" is better than
wrong. A reader that is named has its misses listed.
"""

from __future__ import annotations

import csv
import statistics
import sys
import time
import warnings
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from readers import amounts, times

if TYPE_CHECKING:
    from readers import Reader

AMOUNTS = ("money", "count", "percent")
TIMES = ("date", "range", "duration", "untold")


class Expression(NamedTuple):
    """A row of the table: ``meant`` is None where nothing should be read."""

    kind: str
    words: str
    published: date
    tense: str
    meant: str | None


def main() -> None:
    """Reads and prints."""
    warnings.simplefilter("ignore")
    table = expressions(Path(__file__).with_suffix(".csv"))
    for kinds, readers in ((AMOUNTS, amounts.READERS), (TIMES, times.READERS)):
        rows = [row for row in table if row.kind in kinds]
        heading = "".join(f"{kind:>12}" for kind in kinds)
        print(f"{len(rows)} expressions   right wrong silent        µs{heading}   (right/wrong/silent)")
        for name, make in readers.items():
            try:
                reader = make()
            except ImportError:
                print(f"{name:16} not installed")
                continue
            show(name, reader, rows, kinds)


def expressions(path: Path) -> list[Expression]:
    """The rows of the table; a quantity has no day, and any will do."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Expression(
                row["kind"],
                row["words"],
                date.fromisoformat(row["published"] or "2023-11-23"),
                row["tense"] or "past",
                None if row["meant"] == "-" else row["meant"],
            )
            for row in csv.DictReader(file)
        ]


def show(name: str, reader: Reader, rows: list[Expression], kinds: tuple[str, ...]) -> None:
    """One line of the table: counts over all and by kind, and the median processor time of a second reading."""
    counts: Counter[tuple[str, str]] = Counter()
    spent = []
    for row in rows:
        answer(reader, row)  # what a library loads at its first use is not counted
        begun = time.process_time()
        said = answer(reader, row)
        spent.append(time.process_time() - begun)
        verdict = "right" if said == row.meant else "silent" if said is None else "wrong"
        counts[row.kind, verdict] += 1
        if name in sys.argv[1:] and verdict != "right":
            print(f"    {row.words!r}: expected {row.meant}, got {said}")
    total = [sum(counts[kind, verdict] for kind in kinds) for verdict in ("right", "wrong", "silent")]
    parts = ["/".join(str(counts[kind, verdict]) for verdict in ("right", "wrong", "silent")) for kind in kinds]
    figures = "".join(f"{part:>12}" for part in parts)
    print(f"{name:16}{total[0]:7d}{total[1]:6d}{total[2]:7d}{statistics.median(spent) * 1e6:10.0f}{figures}")


def answer(reader: Reader, row: Expression) -> str | None:
    """What a reader says; a library that fails on an expression says nothing."""
    try:
        return reader(row.words, row.published, row.tense)
    except Exception:  # noqa: BLE001 (each library has errors of its own)
        return None


if __name__ == "__main__":
    main()
