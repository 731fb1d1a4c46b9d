"""``kg config``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import config
from kg.cli.options import example, graph_option
from kg.newsgraph import NewsGraph

if TYPE_CHECKING:
    from pathlib import Path


@click.command("config", epilog=example("kg config --graph news.kg"))
@graph_option
def config_(folder: Path) -> None:
    """Print the effective configuration as TOML, each key with its meaning."""
    click.echo(config.show(NewsGraph(folder).config))


COMMANDS = (config_,)
