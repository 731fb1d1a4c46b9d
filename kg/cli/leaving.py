"""``kg export`` and ``kg config``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from kg import config, export
from kg.cli.options import example, graph_option, output_option
from kg.newsgraph import NewsGraph

_FORMATS = tuple(export.FORMATS)


@click.command("export", epilog=example("kg export --format turtle --graph news.kg --output news.ttl"))
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option("--factuality", default="fact", show_default=True, metavar="LIST", help="Events that networks show.")
@graph_option
@output_option
def export_(form: str, factuality: str, folder: Path, output: str) -> None:
    """Write the graph in a format; csv writes a folder of two tables, or to standard output the edges."""
    with NewsGraph(folder) as graph:
        target: Path | IO[bytes] = sys.stdout.buffer if output == "-" else Path(output)
        graph.export(format=form, output=target, factuality=tuple(factuality.split(",")))


@click.command("config", epilog=example("kg config --graph news.kg"))
@graph_option
def config_(folder: Path) -> None:
    """Print the effective configuration as TOML, each key with its meaning."""
    click.echo(config.show(NewsGraph(folder).config))


COMMANDS = (export_, config_)
