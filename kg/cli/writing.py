"""``kg build`` and ``kg remove``."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import click

from kg.cli.options import building_options, chosen_store, example, graph_option, json_option, store_options
from kg.cli.shown import progress_bar, show_stages
from kg.newsgraph import NewsGraph


@click.command(epilog=example("kg build examples --graph news.kg"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@graph_option
@building_options
@json_option
@store_options
def build(
    paths: tuple[Path, ...],
    folder: Path,
    workers: int,
    no_cache: bool,
    quiet: bool,
    as_json: bool,
    **store: str,
) -> None:
    """Add the documents under PATHS to the graph, and print counts by stage and the digest.

    Without PATHS, resolve the documents of the graph anew: after `kg judge` or a change of kg.toml. With --store, send
    what differs to a server; who may write there is told by KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN.
    """
    with ExitStack() as stack, NewsGraph(folder) as graph:
        progress = progress_bar(stack, shown=not (quiet or as_json))
        to = chosen_store(graph.config.store, store)
        report = graph.build(paths or None, workers=workers, cached=not no_cache, progress=progress, store=to)
    if as_json:
        click.echo(json.dumps(report, indent=1, ensure_ascii=False))
        return
    for skipped in report["skipped"]:
        click.echo(f"skipped {skipped['name']}: {skipped['reason']}", err=True)
    if not quiet:
        show_stages(report)
        if "store" in report:
            sent = report["store"]
            what = "what this build changed" if sent["step"] else f"{sent['graphs']} named graphs"
            click.echo(f"sent to {sent['address']}: {what}, {sent['quads']} quads; removed: {sent['removed']}")
    click.echo(f"digest {report['digest']}")


@click.command(epilog=example("kg remove 1535d49f6d6bd591 --graph news.kg"))
@click.argument("document")
@graph_option
@store_options
def remove(document: str, folder: Path, **store: str) -> None:
    """Take DOCUMENT out of the graph, by its id, and print the digest of what remains."""
    with NewsGraph(folder) as graph:
        click.echo(f"digest {graph.remove(document, store=chosen_store(graph.config.store, store))}")


COMMANDS = (build, remove)
