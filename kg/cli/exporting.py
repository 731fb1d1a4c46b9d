"""``kg export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Any

import click

from kg import export
from kg.analyse.memory import without_pandas
from kg.analyse.names import nearest
from kg.cli.filtering import chosen, filter_options
from kg.cli.options import example, graph_option, output_option
from kg.newsgraph import NewsGraph


class _FormatName(click.Choice[str]):
    """One of the formats; of a name that is none, the nearest is told."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 (click's own signature)
        """The name itself."""
        if value not in self.choices and (found := nearest(str(value), self.choices)):
            known, meant = ", ".join(map(repr, self.choices)), " or ".join(map(repr, found))
            self.fail(f"{value!r} is not one of {known}; did you mean {meant}?", param, ctx)
        return super().convert(value, param, ctx)


@click.command("export", epilog=example("kg export --format turtle --graph news.kg --output news.ttl"))
@click.option("--format", "form", type=_FormatName(tuple(export.FORMATS)), required=True, help="What to write.")
@filter_options
@click.option("--no-text", is_flag=True, help="Leave out the documents' texts and long quotations.")
@graph_option
@output_option
def export_(form: str, folder: Path, output: str, no_text: bool, **given: Any) -> None:  # noqa: ANN401 (options that say which events)
    """Write the graph in a format; csv, neo4j, parquet and rocrate write a folder, or one table to standard output.

    The RDF formats and rocrate hold everything; the options of events are for the others.
    """
    without_pandas()
    with NewsGraph(folder) as graph:
        target: Path | IO[bytes] = sys.stdout.buffer if output == "-" else Path(output)
        graph.export(format=form, output=target, text=not no_text, **chosen(given))


COMMANDS = (export_,)
