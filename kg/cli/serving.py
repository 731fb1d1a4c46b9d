"""``kg serve``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kg import config as configuration
from kg.cli.options import example, graph_option
from kg.errors import StoreError
from kg.ids import Ids
from kg.serve.running import serve
from kg.serve.settings import TOKEN, Settings, token


@click.command("serve", epilog=example("timeout 10 kg serve --port 0 --graph news.kg || true"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option("--writable", is_flag=True, help="Take updates from who has the token.")
@click.option("--private", is_flag=True, help="Answer only who has the token.")
@click.option("--public-read", is_flag=True, help="Let everybody read who can reach the address.")
@click.option("--token-file", type=click.Path(path_type=Path), help=f"A file of the token; else {TOKEN} has it.")
@click.option("--allow-origin", "origins", multiple=True, metavar="ORIGIN", help="Whose pages may read; * is all.")
@click.option("--allow-federation", "federation", multiple=True, metavar="HOST", help="A host that SERVICE may ask.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS", help="Of a query.")
@click.option("--workers", type=click.IntRange(1), help="Processes that answer queries.")
@click.option("--access-log/--no-access-log", default=True, show_default=True, help="A line for each request.")
@graph_option
def serve_(
    host: str,
    port: int,
    writable: bool,
    private: bool,
    public_read: bool,
    token_file: Path | None,
    origins: tuple[str, ...],
    federation: tuple[str, ...],
    timeout: float | None,
    workers: int | None,
    access_log: bool,
    folder: Path,
) -> None:
    """Answer SPARQL over HTTP at /sparql, to read only unless told otherwise."""
    if not folder.is_dir():
        message = f"{folder}: there is no graph here; make one with `kg build PATH --graph {folder}`"
        raise StoreError(message)
    found = configuration.load(folder / configuration.FILE)
    config = found.serve
    if timeout is not None:
        config = replace(config, seconds=timeout, longest_seconds=max(timeout, config.longest_seconds))
    if workers is not None:
        config = replace(config, workers=workers)
    settings = Settings(
        host=host,
        port=port,
        writable=writable,
        private=private,
        public_read=public_read,
        origins=origins,
        federation=federation,
        access_log=access_log,
        token=token(file=token_file),
        config=config,
    )
    serve(folder, settings, ids=Ids(base=found.ids.base), actors=folder / found.actors.file)


COMMANDS = (serve_,)
