"""``kg extract``."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from kg import config, lines, pipeline
from kg.cli.options import building_options, example, graph_option, output_option
from kg.cli.shown import opened, progress_bar


@click.command(epilog=example("kg extract examples/11-trade-and-health.jsonl"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@graph_option
@output_option
@building_options
def extract(paths: tuple[Path, ...], folder: Path, output: str, workers: int, no_cache: bool, quiet: bool) -> None:
    """Print the text layer of the documents under PATHS as JSON Lines, in their order; no graph is written.

    The configuration is that of the graph's folder. What was read of a document is kept in the user's cache folder
    (newskg/extracted, beside newskg/parses), and made anew when the document, the rules, the model, the configuration
    or the graph's own actors change; both folders may be deleted at any time.
    """
    effective = config.load(folder / config.FILE)
    shards = None if no_cache else pipeline.read_before()
    with ExitStack() as stack:
        progress = progress_bar(stack, shown=not quiet and output != "-")
        found, skipped = pipeline.text_layers(
            paths, effective, workers=workers, cached=not no_cache, shards=shards, progress=progress
        )
    for each in skipped:
        click.echo(f"skipped {each.name}: {each.reason}", err=True)
    identities = pipeline.identities(found, effective, added=folder / effective.actors.file, shards=shards)
    with opened(output) as target:
        for text_layer, ident in pipeline.identified(found):
            target.write((lines.line(text_layer, identities.resolutions[ident], identities.canonical) + "\n").encode())


COMMANDS = (extract,)
