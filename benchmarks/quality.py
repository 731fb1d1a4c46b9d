"""How well what is extracted agrees with what people annotated, task by task.

    python benchmarks/quality.py [../shared/bench]

Extracts every development set of the folder with one configuration and has its own ``score.py`` compare it with the
gold; prints its headline figures beside those of the naive baseline. Nothing of the data is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from kg import lines, pipeline
from kg.config import Config

# Headline figures of floor.py on the same sets, as the folder's README gives them.
BASELINE = {
    ("attribution", "with_source_f1"): 38.1,
    ("events", "link_recall"): 37.1,
    ("events", "root_accuracy"): 20.8,
    ("factuality", "pearson_r"): 0.32,
    ("factuality", "mae_points"): 0.95,
    ("identity", "event_conll"): 49.2,
    ("identity", "actor_conll"): 47.9,
    ("identity", "negation_f1"): 53.0,
    ("openie-benchie", "f1"): 24.8,
    ("openie-benchie", "precision"): 37.5,
    ("openie-carb", "f1"): 48.5,
    ("openie-wire57", "f1"): 44.8,
    ("pronouns", "f1"): 43.7,
    ("pronouns", "accuracy"): 40.9,
}


def main() -> None:
    """Extracts, scores, prints."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    if not (folder / "score.py").is_file():
        print(f"{folder}: no development sets here; give the folder that holds score.py")
        return
    with tempfile.TemporaryDirectory() as said:
        for task in sorted(path.parent.name for path in folder.glob("*/documents.jsonl")):
            extract(folder / task / "documents.jsonl", Path(said) / f"{task}.jsonl")
        show(score(folder, said))


def extract(documents: Path, target: Path) -> None:
    """Writes the text layer of a set as JSON Lines."""
    config = Config()
    found, _ = pipeline.text_layers([documents], config)
    world = pipeline.world(found, config)
    canonical = {reading.mention: event.id for event in world.events for reading in event.readings}
    texts = (lines.line(layer, world.resolutions[ident], canonical) for layer, ident in pipeline.identified(found))
    target.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")


def score(folder: Path, said: str) -> dict[str, dict[str, float]]:
    """The figures of each task."""
    command = [sys.executable, str(folder / "score.py"), "all", said, "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (the folder's own scorer)
    figures: dict[str, dict[str, float]] = json.loads(done.stdout)
    return figures


def show(figures: dict[str, dict[str, float]]) -> None:
    """A table: task, figure, baseline, this system."""
    print(f"{'task':<16}{'figure':<18}{'baseline':>10}{'newskg':>10}")
    for (task, name), baseline in BASELINE.items():
        if task in figures:
            print(f"{task:<16}{name:<18}{baseline:>10.2f}{figures[task][name]:>10.2f}")


if __name__ == "__main__":
    main()
