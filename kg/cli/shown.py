"""What commands print: answers, tables, the stages of a build, a progress bar."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg import query
from kg.errors import ConfigError
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.newsgraph import NewsGraph


def progress_bar(stack: ExitStack, *, shown: bool) -> Callable[[int], Callable[[], None]]:
    """What a build tells of its progress: given the number of documents, what to call after each."""
    if not shown:
        return lambda _: lambda: None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    bar = stack.enter_context(Progress(*columns, console=console, transient=True, disable=not console.is_terminal))

    def start(total: int) -> Callable[[], None]:
        task = bar.add_task("documents", total=total)
        return lambda: bar.advance(task)

    return start


def show_stages(report: dict[str, Any]) -> None:
    """The stages of a build, and what was left out."""
    click.echo(f"{'stage':<22}{'entered':>9}{'left':>9}{'seconds':>10}{'peak MiB':>10}")
    for stage in report["stages"]:
        numbers = f"{stage['entered']:>9}{stage['left']:>9}{stage['seconds']:>10.2f}{stage['peak_mib']:>10.0f}"
        click.echo(f"{stage['name']:<22}{numbers}")
    for reason, number in report["dropped"].items():
        click.echo(f"left out: {number} {reason}")
    click.echo(f"documents in the graph: {report['documents']}")


def show_answer(answer: Any, graph: NewsGraph, output: str, *, as_json: bool, as_csv: bool) -> None:  # noqa: ANN401 (any answer of SPARQL)
    """An answer of SPARQL as a table, JSON, CSV or Parquet, as asked or as the file is named; triples as N-Triples."""
    form = "json" if as_json else "csv" if as_csv else Path(output).suffix.lower().removeprefix(".")
    with opened(output) as target:
        if isinstance(answer, bool):
            text = json.dumps(answer) + "\n"
        elif not isinstance(answer, Rows):
            text = "".join(sorted(f"{triple} .\n" for triple in answer))
        elif form == "parquet":
            import pyarrow.parquet as pq  # noqa: PLC0415 (it takes a tenth of a second to load, and few ask for it)

            pq.write_table(answer.to_arrow(), target, compression="zstd")
            return
        else:
            text = _FORMS.get(form, partial(query.table, ids=graph.ids))(answer)
        target.write((text if text.endswith("\n") else text + "\n").encode())


_FORMS: dict[str, Callable[[Rows], str]] = {"json": query.to_json, "csv": query.to_csv}


def opened(output: str) -> Any:  # noqa: ANN401 (a binary stream as a context manager)
    """The binary stream that ``--output`` names, as a context manager."""
    if output == "-":
        return nullcontext(sys.stdout.buffer)
    try:
        return Path(output).open("wb")
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); name another --output"
        raise ConfigError(message) from error


def show_table(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """Rows with the same keys, as aligned columns under a header, or as JSON."""
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    if not rows:
        click.echo("nothing to show")
        return
    lines = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cell(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
