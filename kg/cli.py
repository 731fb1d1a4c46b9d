"""The command ``kg``: one command for each method of ``NewsGraph``, with the same options everywhere."""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack, nullcontext, suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg import analyse, config, export, lines, pipeline, query, serve
from kg.errors import ConfigError, KgError
from kg.newsgraph import NewsGraph
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.analyse.measures import Measure
    from kg.verify import Violation

_FORMATS = tuple(export.FORMATS)


class _Group(click.Group):
    """Ends on an error with its one line; exit code 1: it could not be done, 2: wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KgError as error:
            raise _failed(str(error)) from error
        except click.UsageError as error:
            raise _WrongUsage(error) from error
        except BrokenPipeError:
            # The reader of a pipe went away ("kg … | head"): there is nobody left to tell.
            _silence()
            sys.exit(1)
        except OSError as error:
            _silence()  # else Python tries to write the rest once more when it ends
            where = error.filename or "the output"
            message = f"{where}: {error.strerror or error}; free some space or name another place"
            raise _failed(message) from error
        return result


class _WrongUsage(click.ClickException):
    """In one line what click says in three, without the usage: the help of the command has that and an example."""

    exit_code = 2

    def __init__(self, error: click.UsageError) -> None:
        command = error.ctx.command_path if error.ctx else "kg"
        said = " ".join(error.format_message().split())
        super().__init__(f"{said} See `{command} --help`.")


def _failed(message: str) -> click.ClickException:
    return click.ClickException(" ".join(message.split()))


def _silence() -> None:
    with suppress(UnsupportedOperation):  # a stream that another program has put there is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _example(command: str) -> str:
    return f"\b\nExample:\n  {command}"


def _graph(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--graph",
        "folder",
        type=click.Path(path_type=Path),
        default=Path("news.kg"),
        show_default=True,
        help="The folder of the graph.",
    )(function)


def _output(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--output", default="-", metavar="FILE|-", help="Where to write; - is standard output.")(
        function
    )


def _json(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def _csv(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")(function)


def _building(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that parse."),
        click.option("--no-cache", is_flag=True, help="Parse anew, and keep no parse."),
        click.option("--quiet", is_flag=True, help="No progress bar, no counts."),
    ):
        function = option(function)
    return function


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """A knowledge graph of news: who did or said what to whom, who claims it, and where the text says so."""


# ------------------------------------------------------------------------------------------------ writing


@main.command(epilog=_example("kg build examples --graph news.kg"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_graph
@_building
@_json
def build(paths: tuple[Path, ...], folder: Path, workers: int, no_cache: bool, quiet: bool, as_json: bool) -> None:
    """Add the documents under PATHS to the graph, and print counts by stage and the digest."""
    with ExitStack() as stack, NewsGraph(folder) as graph:
        progress = _progress(stack, shown=not (quiet or as_json))
        report = graph.build(paths, workers=workers, cached=not no_cache, progress=progress)
    if as_json:
        click.echo(json.dumps(report, indent=1, ensure_ascii=False))
        return
    for skipped in report["skipped"]:
        click.echo(f"skipped {skipped['name']}: {skipped['reason']}", err=True)
    if not quiet:
        _show_stages(report)
    click.echo(f"digest {report['digest']}")


def _progress(stack: ExitStack, *, shown: bool) -> Callable[[int], Callable[[], None]]:
    if not shown:
        return lambda _: lambda: None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    bar = stack.enter_context(Progress(*columns, console=console, transient=True, disable=not console.is_terminal))

    def start(total: int) -> Callable[[], None]:
        task = bar.add_task("documents", total=total)
        return lambda: bar.advance(task)

    return start


def _show_stages(report: dict[str, Any]) -> None:
    click.echo(f"{'stage':<22}{'entered':>9}{'left':>9}{'seconds':>10}{'peak MiB':>10}")
    for stage in report["stages"]:
        numbers = f"{stage['entered']:>9}{stage['left']:>9}{stage['seconds']:>10.2f}{stage['peak_mib']:>10.0f}"
        click.echo(f"{stage['name']:<22}{numbers}")
    for reason, number in report["dropped"].items():
        click.echo(f"left out: {number} {reason}")
    click.echo(f"documents in the graph: {report['documents']}")


@main.command(epilog=_example("kg remove 1535d49f6d6bd591 --graph news.kg"))
@click.argument("document")
@_graph
def remove(document: str, folder: Path) -> None:
    """Take DOCUMENT out of the graph, by its id, and print the digest of what remains."""
    with NewsGraph(folder) as graph:
        click.echo(f"digest {graph.remove(document)}")


# ------------------------------------------------------------------------------------------------ the text layer


@main.command(epilog=_example("kg extract examples/11-trade-and-health.jsonl"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_graph
@_output
@_building
def extract(paths: tuple[Path, ...], folder: Path, output: str, workers: int, no_cache: bool, quiet: bool) -> None:
    """Print the text layer of the documents under PATHS as JSON Lines, in their order; no graph is written.

    The configuration is that of the graph's folder.
    """
    effective = NewsGraph(folder).config
    with ExitStack() as stack:
        progress = _progress(stack, shown=not quiet and output != "-")
        found, skipped = pipeline.text_layers(paths, effective, workers=workers, cached=not no_cache, progress=progress)
    for each in skipped:
        click.echo(f"skipped {each.name}: {each.reason}", err=True)
    world = pipeline.world(found, effective)
    canonical = {r.mention: e.id for e in world.events for r in e.readings}
    with _opened(output) as target:
        for text_layer, ident in pipeline.identified(found):
            target.write((lines.line(text_layer, world.resolutions[ident], canonical) + "\n").encode())


# ------------------------------------------------------------------------------------------------ asking


@main.command(epilog=_example("kg ask who-urges-whom --graph news.kg"))
@click.argument("name", required=False)
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@_graph
@_output
@_json
@_csv
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
        _show(graph.ask(name, **given), graph, output, as_json=as_json, as_csv=as_csv)


def _pair(parameter: str) -> tuple[str, str]:
    name, sign, value = parameter.partition("=")
    if not sign or not name:
        message = f"--param {parameter!r} has no value; expected NAME=VALUE, as in --param actor=Pakistan"
        raise ConfigError(message)
    return name, value


@main.command("query", epilog=_example("echo 'SELECT * { ?event a sem:Event } LIMIT 3' | kg query - --graph news.kg"))
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@_graph
@_output
@_json
@_csv
def query_(file: Path, folder: Path, output: str, as_json: bool, as_csv: bool) -> None:
    """Put the SPARQL query in FILE, or on standard input (-), to the graph; the project's prefixes are known."""
    with NewsGraph(folder) as graph:
        _show(graph.query(_text(file)), graph, output, as_json=as_json, as_csv=as_csv)


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file}: cannot be read as a query ({error}); give a UTF-8 file, or - for standard input"
        raise ConfigError(message) from error


def _show(answer: Any, graph: NewsGraph, output: str, *, as_json: bool, as_csv: bool) -> None:  # noqa: ANN401 (any answer of SPARQL)
    with _opened(output) as target:
        if isinstance(answer, bool):
            text = json.dumps(answer) + "\n"
        elif not isinstance(answer, Rows):
            text = "".join(sorted(f"{triple} .\n" for triple in answer))
        elif as_json:
            text = query.to_json(answer)
        elif as_csv:
            text = query.to_csv(answer)
        else:
            text = query.table(answer, graph.ids)
        target.write((text if text.endswith("\n") else text + "\n").encode())


def _opened(output: str) -> Any:  # noqa: ANN401 (a binary stream as a context manager)
    if output == "-":
        return nullcontext(sys.stdout.buffer)
    try:
        return Path(output).open("wb")
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); name another --output"
        raise ConfigError(message) from error


@main.command(epilog=_example("kg why 'ent:state-no act:urge ent:state-is' --graph news.kg"))
@click.argument("what")
@_graph
def why(what: str, folder: Path) -> None:
    """Tell the rule, the words and the evidence behind WHAT: an event, or a plain triple in quotes."""
    with NewsGraph(folder) as graph:
        click.echo(graph.why(what))


@main.command(epilog=_example("kg info --graph news.kg"))
@_graph
@_json
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
        _show_stages(report)
        click.echo(f"digest {report['digest']}")


@main.command(epilog=_example("kg verify --graph news.kg"))
@_graph
@_json
@click.option("--no-shacl", is_flag=True, help="Leave the shapes out: quick, for large graphs.")
def verify(folder: Path, as_json: bool, no_shacl: bool) -> None:
    """Check that each span still says what the graph says, and the constraints; exit status 1 with a list when not."""
    with NewsGraph(folder) as graph:
        found = graph.verify(shacl=not no_shacl)
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


# ------------------------------------------------------------------------------------------------ out of the graph


@main.command("export", epilog=_example("kg export --format turtle --graph news.kg --output news.ttl"))
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option("--factuality", default="fact", show_default=True, metavar="LIST", help="Events that networks show.")
@_graph
@_output
def export_(form: str, factuality: str, folder: Path, output: str) -> None:
    """Write the graph in a format; csv writes a folder of two tables, or to standard output the edges."""
    with NewsGraph(folder) as graph:
        target: Path | IO[bytes] = sys.stdout.buffer if output == "-" else Path(output)
        graph.export(format=form, output=target, factuality=tuple(factuality.split(",")))


@main.command("analyse", epilog=_example("kg analyse centrality --graph news.kg --limit 5"))
@click.argument("what", type=click.Choice(["centrality", "communities", "speakers"]))
@click.option(
    "--measure", type=click.Choice(["pagerank", "degree", "betweenness"]), default="pagerank", show_default=True
)
@click.option("--factuality", default="fact", show_default=True, metavar="LIST", help="Events that count.")
@click.option("--lift", is_flag=True, help="Lift bodies to what they are part of.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows to print.")
@_graph
@_json
def analyse_(what: str, measure: str, factuality: str, lift: bool, limit: int, folder: Path, as_json: bool) -> None:
    """Measure the network of actors: who is central, which communities there are, who speaks about whom."""
    with NewsGraph(folder) as graph:
        wanted = tuple(factuality.split(","))
        if what == "speakers":
            network = analyse.speakers(graph.graph, graph.ids)
        else:
            network = analyse.actor_graph(graph.graph, graph.ids, factuality=wanted, lift=lift)
    rows = _measured(what, network, measure)[:limit]
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for row in rows:
        click.echo("  ".join(f"{value:.4f}" if isinstance(value, float) else str(value) for value in row.values()))


def _measured(what: str, network: Any, measure: str) -> list[dict[str, Any]]:  # noqa: ANN401 (networkx carries no types)
    if what == "centrality":
        return [
            {"rank": s.rank, "score": round(s.score, 6), "id": s.id, "label": s.label, "type": s.type}
            for s in analyse.centrality(network, measure=cast("Measure", measure))
        ]
    if what == "communities":
        return [{"rank": c.rank, "members": ", ".join(c.labels)} for c in analyse.communities(network)]
    edges = sorted(network.edges(data=True), key=lambda e: (-e[2]["weight"], e[0], e[1]))
    label = network.nodes
    return [{"speaker": label[a]["label"], "about": label[b]["label"], "claims": d["weight"]} for a, b, d in edges]


@main.command("serve", epilog=_example("timeout 3 kg serve --port 0 --graph news.kg || true"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@_graph
def serve_(host: str, port: int, folder: Path) -> None:
    """Answer SPARQL over HTTP at /sparql, to read only."""
    with NewsGraph(folder) as graph:
        serve.serve(graph.graph, ids=graph.ids, host=host, port=port)


@main.command("config", epilog=_example("kg config --graph news.kg"))
@_graph
def config_(folder: Path) -> None:
    """Print the effective configuration as TOML, each key with its meaning."""
    click.echo(config.show(NewsGraph(folder).config))
