"""``kg report``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import example, graph_option, output_option
from kg.config import DrawConfig
from kg.newsgraph import NewsGraph

_MOST = DrawConfig().report_statements


@click.command("report", epilog=example("kg report Iceland --html --graph news.kg --output iceland.html"))
@click.argument("what", metavar="DOCUMENT|ENTITY|EVENT")
@click.option("--html", is_flag=True, help="Write HTML, as a name in .html asks for too; else plain text.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    help=f"Most statements, most claims; {_MOST}, unless kg.toml says otherwise.",
)
@graph_option
@output_option
def report(what: str, html: bool, limit: int | None, folder: Path, output: str) -> None:
    """Write a report on a document, an entity or an event: text, or one HTML file that needs nothing else.

    A document is meant by its id, an event by its id (event:…), an entity by its name or its id (ent:…).
    """
    form = "html" if html or Path(output).suffix.lower() in {".html", ".htm"} else "text"
    with NewsGraph(folder) as graph:
        graph.report(what, output=sys.stdout.buffer if output == "-" else Path(output), limit=limit, form=form)
    if output != "-":
        click.echo(f"report: {output}")


COMMANDS = (report,)
