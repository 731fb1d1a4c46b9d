"""How well what is extracted agrees with what people annotated, task by task.

    python benchmarks/quality.py [../shared/bench]

Extracts every development set of the folder with one configuration, has the folder's own ``score.py`` compare it with
the gold, and times extraction against the bare spaCy pipeline. Prints one table beside the naive baseline and the best
peer, as the folder's README gives them, and writes the same to ``QUALITY.md`` beside this file. Nothing of the data is
kept. Asked for another folder, or where there is none, the file is left alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from calibration import judged, reliability, table
from speed import Timing, timing

from kg import lines, pipeline
from kg.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calibration import Bin

_TABLE = Path(__file__).parent / "QUALITY.md"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of a task; ``aim`` is where it should be at least, or at most where ``lower`` is set."""

    task: str
    figure: str
    baseline: float | None = None
    peer: str = ""
    aim: float | None = None
    lower: bool = False


ROWS = (
    Row("openie-benchie", "f1", 24.8, "ClausIE 35.3", 52),
    Row("openie-benchie", "precision", 37.5, "ClausIE 55.7", 56),
    Row("openie-benchie", "recall", 18.5, "MinIE 28.0"),
    Row("openie-carb", "f1", 48.5, "", 47),
    Row("openie-wire57", "f1", 44.8, "", 42),
    Row("events", "link_recall", 37.1, "", 80),
    Row("events", "events_per_sentence_count", 2.9, "", 4, lower=True),
    Row("events", "others_per_event_count", None, "", 2.5, lower=True),
    Row("events", "direction_accuracy"),
    Row("events", "root_accuracy", 20.8, "TF-IDF, arguments given 72.4", 64),
    Row("events", "root_macro_f1", 25.8, "TF-IDF, arguments given 66.9", 64),
    Row("events", "quad_accuracy", 22.5, "TF-IDF, arguments given 80.6", 72),
    Row("events", "root_accuracy_where_typed", 80.1, "NLI model, arguments given 76.0", 82),
    Row("attribution", "with_source_f1", 38.1, "learnt cues and clauses 40.3", 55),
    Row("attribution", "with_source_precision", 57.6, "39.5"),
    Row("attribution", "with_source_recall", 28.5, "41.2"),
    Row("attribution", "direct_with_source_recall", 41.1, "52.5", 84),
    Row("factuality", "pearson_r", 0.32, "", 0.55),
    Row("factuality", "pearson_r_aligned", 0.75, "", 0.78),
    Row("factuality", "mae_points", 0.95, "", 0.42, lower=True),
    Row("factuality", "predicate_recall", 72.2, "", 90),
    Row("identity", "negation_f1", 53.0, "mentions given 59.4", 70),
    Row("identity", "event_mention_recall", 60.8, "", 83),
    Row("identity", "events_per_sentence", None, "", 4.8, lower=True),
    Row("identity", "event_conll", 49.2, "mentions given 73.2", 72),
    Row("identity", "event_conll_topic", 58.8, "mentions given 73.2", 73),
    Row("identity", "actor_conll", 47.9, "mentions given 69.7", 65),
    Row("pronouns", "f1", 43.7, "nearest name 49.6", 68),
    Row("pronouns", "accuracy", 40.9, "nearest name 47.1"),
    Row("confidence", "expected_calibration_error", None, "", 0.05, lower=True),
    Row("speed", "bare_spacy_over_extract", 0.94, "", 0.85),
    Row("speed", "first_run_over_run_with_only_parses_cached", None, "", 5),
    Row("speed", "first_run_over_second_run_nothing_changed", None, "", 5),
)


def main() -> None:
    """Extracts, scores, prints, writes."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    if not (folder / "score.py").is_file():
        print(f"{folder}: no development sets here; give the folder that holds score.py")
        return
    with tempfile.TemporaryDirectory() as said:
        figures: dict[str, dict[str, float]] = {}
        for task in sorted(path.parent.name for path in folder.glob("*/documents.jsonl")):
            rate = extract(folder / task / "documents.jsonl", Path(said) / f"{task}.jsonl")
            figures[task] = {"events_per_sentence": rate}
        for task, scores in score(folder, said).items():
            figures[task] |= scores
        bins = reliability(judged(folder, Path(said)))
    spent = timing(folder / "attribution" / "documents.jsonl")
    text = report(figures, bins, spent)
    print(text)
    _TABLE.write_text(text, encoding="utf-8")


def extract(documents: Path, target: Path) -> float:
    """Writes the text layer of a set as JSON Lines; gives back how many events a parsed sentence has."""
    config = Config()
    found, _ = pipeline.text_layers([documents], config)
    identities = pipeline.identities(found, config)
    canonical, resolutions = identities.canonical, identities.resolutions
    texts = (lines.line(layer, resolutions[ident], canonical) for layer, ident in pipeline.identified(found))
    target.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return sum(len(each.events) for each in found) / max(sum(len(each.sentences) for each in found), 1)


def score(folder: Path, said: str) -> dict[str, dict[str, float]]:
    """The figures of each task."""
    command = [sys.executable, str(folder / "score.py"), "all", said, "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, dict[str, float]] = json.loads(done.stdout)
    return figures


def report(figures: Mapping[str, Mapping[str, float]], bins: list[Bin], spent: Timing) -> str:
    """The table as Markdown."""
    ours = {task: dict(values) for task, values in figures.items()}
    ours["confidence"] = {"expected_calibration_error": sum(b.error for b in bins)}
    ours["speed"] = {
        "bare_spacy_over_extract": spent.share,
        "first_run_over_run_with_only_parses_cached": spent.gain_by_parses,
        "first_run_over_second_run_nothing_changed": spent.gain_unchanged,
    }
    head = [
        "# Quality",
        "",
        "One configuration, the default model, one run; written by `make bench-quality`. Rules are tuned on them.",
        "Percent, except r, errors, counts a sentence or event, ratios of processor time. *Slanted*: short of the aim.",
        "",
        "| task | figure | baseline | best peer | aim | newskg |",
        "| --- | --- | ---: | --- | ---: | ---: |",
    ]
    return "\n".join([*head, *_rows(ours), "", *table(bins), ""])


def _rows(ours: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for row in ROWS:
        if row.task in ours:
            value = ours[row.task][row.figure]
            sign = "≤" if row.lower else "≥"
            aim = f"{sign} {row.aim:g}" if row.aim is not None else ""
            reached = row.aim is None or (value <= row.aim if row.lower else value >= row.aim)
            shown = f"{value:.2f}" if reached else f"*{value:.2f}*"
            baseline = f"{row.baseline:g}" if row.baseline is not None else ""
            yield f"| {row.task} | {row.figure} | {baseline} | {row.peer} | {aim} | {shown} |"


if __name__ == "__main__":
    main()
