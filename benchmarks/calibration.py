"""Whether an event's confidence is the share of such events that are right.

    python benchmarks/calibration.py ../shared/bench PREDICTIONS [--fit]

PREDICTIONS is a folder with what ``kg extract`` said of the sets ``events`` and ``factuality``, as TASK.jsonl. With
``--fit``, prints the shares that are right, kind by kind, as ``ontology/confidence.csv`` holds them. An event
is judged where the gold can tell. In ``events``, the one that links a pair of the gold is right when it links them the
right way round and its type, where it has one, is the gold's. In ``factuality``, an event that stands on a predicate of
the gold is right when its value on the scale from -3 to 3 is less than one point off. The expected calibration error is
the mean distance of confidence and share, weighted by bin (Naeini et al. 2015).
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.extract.confidence import Kind, kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

_BINS = 10
_FEW = 25


@dataclass(frozen=True, slots=True)
class Judged:
    """The confidence of an event, and whether the gold agrees with it; ``task`` and ``document`` say where."""

    task: str
    document: str
    event: dict[str, Any]
    right: bool

    @property
    def kind(self) -> Kind:
        """The kind of event, by which confidence is told."""
        said = self.event
        plain = (said["polarity"], said["certainty"], said["modality"]) == ("positive", "certain", "asserted")
        return kind(
            nominal=said["nominal"],
            lexeme=said["lexeme"],
            typed=said["type"] is not None,
            plain=plain and not said["future"],
        )

    @property
    def confidence(self) -> float:
        """What the event says of itself."""
        return float(self.event["confidence"])


@dataclass(frozen=True, slots=True)
class Bin:
    """The events whose confidence lies in one tenth: how many, their mean confidence, the share that is right."""

    low: float
    events: int
    confidence: float
    right: float
    weight: float

    @property
    def error(self) -> float:
        """What the bin adds to the expected calibration error."""
        return self.weight * abs(self.confidence - self.right)


def judged(folder: Path, said: Path) -> list[Judged]:
    """The events that the gold of ``folder`` can judge."""
    scorer = _scorer(folder)
    return [*_linking(scorer, folder, said), *_placed(scorer, folder, said)]


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        message = f"{folder}: no score.py that can be loaded; give the folder of the development sets"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def _linking(scorer: ModuleType, folder: Path, said: Path) -> Iterator[Judged]:
    for document in scorer.load(folder / "events", said / "events.jsonl"):
        words = scorer.Words(document.text)
        for pair in document.gold["pairs"]:
            source, target = ([(a, b) for a, b in pair[side]] for side in ("source", "target"))
            links = [(scorer.event_link(words, e, source, target), e) for e in document.said.get("events", [])]
            found = [(way, e) for way, e in links if way]
            if found and source and target:
                way, event = max(found, key=lambda x: (x[0], x[1]["type"] is not None, x[1]["confidence"]))
                kind = event["type"]
                right = way == 2 and (kind is None or scorer.FOLDED.get(kind, kind) == pair["root"])  # noqa: PLR2004 (2 is the right direction)
                yield Judged("events", document.id, event, right)


def _placed(scorer: ModuleType, folder: Path, said: Path) -> Iterator[Judged]:
    for document in scorer.load(folder / "factuality", said / "factuality.jsonl"):
        gold = document.gold["predicates"]
        found = scorer.align([[(row["start"], row["end"])] for row in gold], document.said.get("events", []))
        for n, event in sorted(found.items()):
            value = scorer.CERTAINTY[event["certainty"]] * (-1 if event["polarity"] == "negative" else 1)
            yield Judged("factuality", document.id, event, abs(value - gold[n]["value"]) < 1)


def reliability(events: Sequence[Judged]) -> list[Bin]:
    """The bins that hold an event, from the lowest."""
    out = []
    for n in range(_BINS):
        inside = [e for e in events if min(int(e.confidence * _BINS), _BINS - 1) == n]
        if inside:
            mean = sum(e.confidence for e in inside) / len(inside)
            right = sum(e.right for e in inside) / len(inside)
            out.append(Bin(n / _BINS, len(inside), mean, right, len(inside) / len(events)))
    return out


def table(bins: Sequence[Bin]) -> list[str]:
    """The reliability table as Markdown."""
    rows = [f"| {b.low:.1f}–{b.low + 1 / _BINS:.1f} | {b.events} | {b.confidence:.2f} | {b.right:.2f} |" for b in bins]
    return [
        "## Confidence",
        "",
        "Events that the gold of `events` (direction and type) and `factuality` (within a point) can judge.",
        f"Expected calibration error: {sum(b.error for b in bins):.3f}.",
        "",
        "| confidence | events | mean confidence | right |",
        "| --- | ---: | ---: | ---: |",
        *rows,
    ]


def fit(events: Sequence[Judged]) -> dict[Kind, tuple[float, int]]:
    """The share that is right, and of how many, of each kind; kinds with few events have the share of their entry."""
    by_kind: dict[Kind, list[bool]] = {}
    by_entry: dict[str, list[bool]] = {}
    for each in events:
        by_kind.setdefault(each.kind, []).append(each.right)
        by_entry.setdefault(each.kind[1], []).append(each.right)
    every = [each.right for each in events]
    out = {("any", "any", "any"): (sum(every) / len(every), len(every))}
    for found, rights in sorted(by_kind.items()):
        counted = rights if len(rights) >= _FEW else by_entry[found[1]]
        out[found] = sum(counted) / len(counted), len(rights)
    return out


def crossed(events: Sequence[Judged]) -> float:
    """The expected calibration error of shares that are fitted to one half of the documents, on the other half."""
    halves = [[e for e in events if int(hashlib.sha256(e.document.encode()).hexdigest(), 16) % 2 == n] for n in (0, 1)]
    errors = []
    for one, other in (halves, halves[::-1]):
        shares = fit(one)
        every = shares["any", "any", "any"][0]
        said = [replace(e, event={**e.event, "confidence": shares.get(e.kind, (every, 0))[0]}) for e in other]
        errors.append(sum(b.error for b in reliability(said)))
    return sum(errors) / 2


def main() -> None:
    """Judges and prints."""
    if len(sys.argv) < 3:  # noqa: PLR2004 (the two folders)
        print("give the folder of the development sets and the folder of predictions; `make bench-quality` makes both")
        return
    events = judged(Path(sys.argv[1]), Path(sys.argv[2]))
    if "--fit" in sys.argv:
        print("trigger,entry,reading,confidence,judged")
        for found, (right, number) in fit(events).items():
            print(f"{','.join(found)},{right:.2f},{number}")
        return
    print("\n".join(table(reliability(events))))
    print(f"\nFitted to one half of the documents and measured on the other: {crossed(events):.3f}.")


if __name__ == "__main__":
    main()
