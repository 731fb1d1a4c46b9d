"""The command ``kg``: one command for each method of ``NewsGraph``, with the same options everywhere."""

from __future__ import annotations

import click

from kg.cli import actors, analysing, asking, judging, leaving, reviewing, serving, writing
from kg.cli.group import Group

__all__ = ["main"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """A knowledge graph of news: who did or said what to whom, who claims it, and where the text says so."""


for module in (writing, judging, reviewing, actors, asking, analysing, leaving, serving):
    for command in module.COMMANDS:
        main.add_command(command)
