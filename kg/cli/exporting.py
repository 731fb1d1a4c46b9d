"""``kg export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Any

import click

from kg import export
from kg.analyse.filters import day
from kg.analyse.names import nearest
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
@click.option("--factuality", default="fact", show_default=True, metavar="LIST", help="Events that leave.")
@click.option("--type", "types", metavar="LIST", help="Only events of these types, such as COERCE or COERCE-deport.")
@click.option("--since", metavar="DAY", help="Only events of this day or later.")
@click.option("--until", metavar="DAY", help="Only events of this day or earlier.")
@click.option("--place", "places", multiple=True, metavar="NAME", help="Only events in this place; may be repeated.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only what it reports; may be repeated.")
@click.option("--certainty", metavar="LIST", help="Only events claimed so: certain, probable, possible, unknown.")
@click.option(
    "--min-reports", "reports", type=click.IntRange(0), default=0, help="Least number of independent reports."
)
@click.option("--lift", default="none", metavar="WHOLE", help="Lead bodies to their government, state or whole.")
@click.option("--no-text", is_flag=True, help="Leave out the documents' texts and long quotations.")
@graph_option
@output_option
def export_(
    form: str,
    folder: Path,
    output: str,
    factuality: str,
    types: str | None,
    since: str | None,
    until: str | None,
    certainty: str | None,
    no_text: bool,
    **rest: Any,  # noqa: ANN401 (the options that need no change)
) -> None:
    """Write the graph in a format; csv, neo4j, parquet and rocrate write a folder, or one table to standard output.

    The RDF formats and rocrate hold everything; the options of events are for the others.
    """
    asked = rest | {name: rest[name] or None for name in ("places", "outlets")}
    with NewsGraph(folder) as graph:
        target: Path | IO[bytes] = sys.stdout.buffer if output == "-" else Path(output)
        graph.export(
            format=form,
            output=target,
            text=not no_text,
            factuality=tuple(factuality.split(",")),
            types=_listed(types),
            certainty=_listed(certainty),
            since=since and day(since, option="--since"),
            until=until and day(until, option="--until"),
            **asked,
        )


def _listed(words: str | None) -> tuple[str, ...] | None:
    return tuple(words.split(",")) if words else None


COMMANDS = (export_,)
