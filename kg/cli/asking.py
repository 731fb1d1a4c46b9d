"""``kg ask``, ``kg query``, ``kg why``, ``kg why-not``, ``kg info`` and ``kg verify``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import query
from kg.cli.options import csv_option, example, graph_option, json_option, output_option
from kg.cli.shown import show_answer, show_stages
from kg.errors import ConfigError
from kg.newsgraph import NewsGraph

if TYPE_CHECKING:
    from kg.verify import Violation


@click.command(epilog=example("kg ask who-urges-whom --graph news.kg"))
@click.argument("name", required=False)
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@graph_option
@output_option
@json_option
@csv_option
def ask(name: str | None, parameters: tuple[str, ...], folder: Path, output: str, as_json: bool, as_csv: bool) -> None:
    """Ask the named question NAME; without one, list the questions and their parameters."""
    if name is None:
        for question in query.questions():
            click.echo(f"{question.name:<28}{question.text}")
            for parameter in question.parameters:
                click.echo(f"    --param {parameter.name}=…  {parameter.kind}: {parameter.about}")
        return
    given = dict(_pair(parameter) for parameter in parameters)
    with NewsGraph(folder) as graph:
        show_answer(graph.ask(name, **given), graph, output, as_json=as_json, as_csv=as_csv)


def _pair(parameter: str) -> tuple[str, str]:
    name, sign, value = parameter.partition("=")
    if not sign or not name:
        message = f"--param {parameter!r} has no value; expected NAME=VALUE, as in --param actor=Pakistan"
        raise ConfigError(message)
    return name, value


@click.command("query", epilog=example("echo 'SELECT * { ?event a sem:Event } LIMIT 3' | kg query - --graph news.kg"))
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@graph_option
@output_option
@json_option
@csv_option
def query_(file: Path, folder: Path, output: str, as_json: bool, as_csv: bool) -> None:
    """Put the SPARQL query in FILE, or on standard input (-), to the graph; the project's prefixes are known."""
    with NewsGraph(folder) as graph:
        show_answer(graph.query(_text(file)), graph, output, as_json=as_json, as_csv=as_csv)


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file}: cannot be read as a query ({error}); give a UTF-8 file, or - for standard input"
        raise ConfigError(message) from error


@click.command(epilog=example("kg why 'ent:state-no act:urge ent:state-is' --graph news.kg"))
@click.argument("what")
@graph_option
def why(what: str, folder: Path) -> None:
    """Tell the rule, the words and the evidence behind WHAT: an event, or a plain triple in quotes."""
    with NewsGraph(folder) as graph:
        click.echo(graph.why(what))


@click.command("why-not", epilog=example("kg why-not 'Norway has urged Iceland' --graph news.kg"))
@click.argument("sentence")
@graph_option
def why_not(sentence: str, folder: Path) -> None:
    """Tell what became of every clause of SENTENCE, words of a document: kept, or dropped by which rule."""
    with NewsGraph(folder) as graph:
        click.echo(graph.why_not(sentence))


@click.command(epilog=example("kg info --graph news.kg"))
@graph_option
@json_option
def info(folder: Path, as_json: bool) -> None:
    """Print counts of the graph, its size for each event mention, and the stages of the last build."""
    with NewsGraph(folder) as graph:
        sizes = graph.info()
    if as_json:
        click.echo(json.dumps(sizes, indent=1, ensure_ascii=False))
        return
    report = sizes.pop("last build")
    for name, number in sizes.items():
        click.echo(f"{name:<34}{number:>12}")
    if report:
        click.echo()
        show_stages(report)
        click.echo(f"digest {report['digest']}")


@click.command(epilog=example("kg verify --graph news.kg"))
@graph_option
@json_option
@click.option("--shacl/--no-shacl", help="Check the shapes by pySHACL too, the reference: slow, in memory.")
def verify(folder: Path, as_json: bool, shacl: bool) -> None:
    """Check that each span still says what the graph says, and the constraints; exit status 1 with a list when not."""
    with NewsGraph(folder) as graph:
        found = graph.verify(shacl=shacl)
    _show_violations(found, as_json=as_json)
    if found:
        sys.exit(1)


def _show_violations(found: list[Violation], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([{"focus": v.focus, "rule": v.rule, "detail": v.detail} for v in found], indent=1))
        return
    for violation in found:
        click.echo(str(violation))
    click.echo(f"{len(found)} violations" if found else "all holds: spans, factuality, shapes")


COMMANDS = (ask, query_, why, why_not, info, verify)
