"""``kg analyse``: a table, JSON, CSV, Parquet or a picture of each measure."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
import pyarrow.parquet as pq

from kg.analyse import measures
from kg.analyse.names import one_of
from kg.cli.filtering import chosen, filter_options
from kg.cli.measured import as_text, flat
from kg.cli.options import csv_option, example, graph_option, json_option
from kg.cli.shown import opened
from kg.errors import ConfigError
from kg.newsgraph import NewsGraph, measuring

if TYPE_CHECKING:
    from kg.analyse.records import Records

_ROWS = 20
_WHOLE = ("path", "balance")  # half of one says nothing
_FORMS = ("table", "json", "csv", "parquet", "svg", "png")


def _known(_: click.Context, __: click.Parameter, name: str) -> str:
    try:
        return one_of("measure", name, sorted(measuring.MEASURES))
    except ConfigError as error:
        raise click.BadParameter(str(error)) from error


@click.command("analyse", epilog=example("kg analyse pagerank --graph news.kg --lift state --limit 5"))
@click.argument("name", metavar="NAME", callback=_known)
@click.argument("names", nargs=-1, metavar="[ACTOR]...")
@click.option(
    "--measure",
    type=click.Choice(get_args(measures.Measure)),
    default="pagerank",
    show_default=True,
    help="Of centrality.",
)
@click.option(
    "--method",
    type=click.Choice(get_args(measures.Method)),
    default="louvain",
    show_default=True,
    help="Of communities.",
)
@click.option(
    "--by",
    type=click.Choice(get_args(measures.Period)),
    default="month",
    show_default=True,
    help="Of balance and bursts.",
)
@click.option("--along", is_flag=True, help="Paths along the direction of events alone.")
@click.option("--limit", type=click.IntRange(1), help="Rows to show; 20, but all of a path, a balance and of files.")
@click.option(
    "--output",
    default="-",
    metavar="FILE|-",
    help="A picture in .svg or .png, a table in .csv, .json or .parquet; - is standard output.",
)
@filter_options
@graph_option
@json_option
@csv_option
def analyse_(
    name: str,
    names: tuple[str, ...],
    folder: Path,
    output: str,
    as_json: bool,
    as_csv: bool,
    **given: Any,  # noqa: ANN401 (options)
) -> None:
    """Measure the network of actors.

    NAME is one of: degree, in, out, partners, pagerank, betweenness (or centrality with --measure); communities,
    brokers, cores; path A B, the shortest between two with the evidence of each step; balance A B, cooperation and
    conflict of a pair over time; reciprocity, triads (structural balance), census (of triads); bursts [A]..., of
    actors, event types or words, or the strongest of all; changes, from --since to --until against as many days before;
    speakers, who speaks about whom; speaks-for, who speaks on behalf of whom.
    """
    try:
        measuring.check(name, len(names))
    except ConfigError as error:
        message = f"{error}."
        raise click.UsageError(message) from error
    form, limit = _form(output, as_json=as_json, as_csv=as_csv), given["limit"]
    settings = {key: given[key] for key in ("measure", "method", "by", "along")}
    drawn = {"output": Path(output), "limit": limit} if form in {"svg", "png"} else {}
    with NewsGraph(folder) as graph:
        rows = graph.analyse(name, *names, **settings, **drawn, **chosen(given))
    if drawn:
        click.echo(f"drawn: {output}")
        return
    if limit is None and form == "table" and name not in _WHOLE:
        limit = _ROWS
    made = _written(name, rows, form, limit)
    with opened(output) as target:
        target.write(made)


def _form(output: str, *, as_json: bool, as_csv: bool) -> str:
    """What is asked for: by an option, else by the name of the file.

    :raises ConfigError: when the two contradict one another, or the name says nothing.
    """
    asked = [form for form, wanted in (("json", as_json), ("csv", as_csv)) if wanted]
    suffix = "" if output == "-" else Path(output).suffix.lower().removeprefix(".")
    if len({*asked, *([suffix] if suffix in _FORMS[1:] else [])}) > 1:
        message = f"--{asked[0]} and {f'--{asked[1]}' if asked[1:] else output} ask for two formats; expected one"
        raise ConfigError(message)
    if asked:
        return asked[0]
    if output == "-" or suffix == "txt":
        return "table"
    if suffix not in _FORMS[1:]:
        known = ", ".join(f".{form}" for form in _FORMS[1:])
        message = f"{output}: the name says no format; expected one in {known} or .txt; or add --json or --csv"
        raise ConfigError(message)
    return suffix


def _written(name: str, records: Records[Any], form: str, limit: int | None) -> bytes:
    """Rows as a table with the measure's note; JSON, CSV and Parquet with all columns; why there are none on stderr."""
    if form == "table":
        return as_text(name, records, limit).encode()
    if not records:
        click.echo(f"nothing to show: {records.note}", err=True)
    if form == "parquet":
        made = io.BytesIO()
        pq.write_table(records.to_arrow().slice(0, limit), made, compression="zstd")
        return made.getvalue()
    rows = [asdict(record) for record in records[:limit]]
    if form == "json":
        return (json.dumps(rows, indent=1, ensure_ascii=False, default=str) + "\n").encode()
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, [each.name for each in fields(records.kind)], lineterminator="\n")
    table.writeheader()
    table.writerows(map(flat, rows))
    return text.getvalue().encode()


COMMANDS = (analyse_,)
