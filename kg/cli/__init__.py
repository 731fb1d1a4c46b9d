"""The command ``kg``: one command for each method of ``NewsGraph``, with the same options everywhere."""

from __future__ import annotations

from importlib import import_module

import click

from kg.cli.group import Group

__all__ = ["main"]

# Each is imported when it is asked for: a server of graphs needs no parser, and starts at once.
MODULES = {
    "actors": "actors",
    "analyse": "analysing",
    "ask": "asking",
    "build": "writing",
    "config": "configuring",
    "draw": "drawing",
    "explode": "judging",
    "export": "exporting",
    "extract": "extracting",
    "info": "asking",
    "judge": "judging",
    "query": "asking",
    "remove": "writing",
    "report": "reporting",
    "review": "reviewing",
    "serve": "serving",
    "verify": "asking",
    "why": "asking",
    "why-not": "asking",
}


class Commands(Group):
    """The commands, each read from its module when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """The names, sorted."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name in MODULES and cmd_name not in self.commands:
            for command in import_module(f"kg.cli.{MODULES[cmd_name]}").COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """A knowledge graph of news: who did or said what to whom, who claims it, and where the text says so."""
