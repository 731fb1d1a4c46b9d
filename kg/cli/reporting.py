"""``kg report``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import example, graph_option, output_option
from kg.newsgraph import NewsGraph


@click.command("report", epilog=example("kg report Iceland --html --graph news.kg --output iceland.html"))
@click.argument("what", metavar="DOCUMENT|ENTITY|EVENT")
@click.option("--html", "_html", is_flag=True, default=True, help="Write HTML, the one format there is.")
@click.option("--limit", type=click.IntRange(1), default=300, show_default=True, help="Most statements, most claims.")
@graph_option
@output_option
def report(what: str, _html: bool, limit: int, folder: Path, output: str) -> None:
    """Write a report on a document, an entity or an event: one HTML file that needs nothing else.

    A document is meant by its id, an event by its id (event:…), an entity by its name or its id (ent:…).
    """
    with NewsGraph(folder) as graph:
        graph.report(what, output=sys.stdout.buffer if output == "-" else Path(output), limit=limit)
    if output != "-":
        click.echo(f"report: {output}")


COMMANDS = (report,)
