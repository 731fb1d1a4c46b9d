"""Whether names lead to the right actors of the knowledge base, kind by kind, and which do not.

    python benchmarks/linking.py [tests/gold/linking.jsonl]

Reads short texts of our own with the ids that their names stand for (``tests/gold/README.md``), runs them through the
stages up to the graph layer, each as a document of its own, and prints precision, recall and the misses. A link counts
as given where it leads to an id of the knowledge base or of a population group; an id that was made for an unknown name
is none, and right where the gold knows no actor. Precision is the share of the links given that are right, recall the
share of the names with an id that are linked to it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import pipeline
from kg.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import EntityMention, Extraction, Resolution

_GOLD = Path(__file__).parent.parent / "tests" / "gold" / "linking.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A name of the gold, the id that it stands for, and the id that it was linked to; None is no known actor."""

    kind: str
    words: str
    text: str
    meant: str | None
    linked: str | None

    @property
    def right(self) -> bool:
        """Whether both are one, also where both are none."""
        return self.linked == self.meant


def main() -> None:
    """Reads, links, prints."""
    found = answers(Path(sys.argv[1]) if len(sys.argv) > 1 else _GOLD)
    kinds = sorted({answer.kind for answer in found})
    print(f"{'kind':10} {'names':>6} {'with id':>8} {'linked':>7} {'right':>6} {'precision':>10} {'recall':>7}")
    for kind in kinds:
        print(row(kind, [answer for answer in found if answer.kind == kind]))
    print(row("all", found))
    for answer in found:
        if not answer.right:
            meant, linked = answer.meant or "no known actor", answer.linked or "nothing"
            print(f"\n{answer.kind}: {answer.words} is {meant}, was linked to {linked}\n    {answer.text}")


def row(name: str, found: Sequence[Answer]) -> str:
    """One line of the table: counts, then precision and recall from 0 to 1, with a stroke where there is nothing."""
    known = sum(answer.meant is not None for answer in found)
    given = sum(answer.linked is not None for answer in found)
    right = sum(answer.linked is not None and answer.right for answer in found)
    precision = f"{right / given:.3f}" if given else "-"
    recall = f"{right / known:.3f}" if known else "-"
    return f"{name:10} {len(found):6} {known:8} {given:7} {right:6} {precision:>10} {recall:>7}"


def answers(gold: Path) -> list[Answer]:
    """Every name of the gold with what it was linked to, in the order of the gold."""
    config = Config()
    found, _ = pipeline.text_layers([gold], config)
    resolutions = pipeline.world(found, config).resolutions
    layers = {layer.document.name: (layer, resolutions[ident]) for layer, ident in pipeline.identified(found)}
    made: list[Answer] = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        layer, resolution = layers[labelled["id"]]
        for label in labelled["mentions"]:
            linked = link(label["start"], label["end"], layer, resolution)
            made.append(
                Answer(
                    kind=label["kind"],
                    words=label["text"],
                    text=labelled["text"],
                    meant=label["entity"],
                    linked=linked,
                )
            )
    return made


def link(start: int, end: int, layer: Extraction, resolution: Resolution) -> str | None:
    """Where the mention leads that covers the code points from ``start`` to ``end`` best, if it leads to a known id.

    Its head must stand between them, its ends need not be the same: "25,000 Afghan refugees" answers for "Afghan
    refugees".
    """
    best = max(_within(start, end, layer), key=lambda mention: _overlap(start, end, mention), default=None)
    if best is None:
        return None
    entity = next((entity for span, entity, _ in resolution.links if span == best.span), None)
    known = entity is not None and (entity in pipeline.knowledge().actors or entity.startswith("pop:"))
    return entity if known else None


def _within(start: int, end: int, layer: Extraction) -> Iterator[EntityMention]:
    return (mention for mention in layer.entities if start <= mention.head.start and mention.head.end <= end)


def _overlap(start: int, end: int, mention: EntityMention) -> float:
    """The share of the code points of either that are of both (Jaccard 1912)."""
    shared = min(end, mention.span.end) - max(start, mention.span.start)
    return shared / (max(end, mention.span.end) - min(start, mention.span.start))


if __name__ == "__main__":
    main()
