"""The options that commands share, and the example at the end of each one's help."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.config import StoreConfig


def example(command: str) -> str:
    """The last lines of a command's help."""
    return f"\b\nExample:\n  {command}"


def graph_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--graph``: the folder."""
    return click.option(
        "--graph",
        "folder",
        type=click.Path(path_type=Path),
        default=Path("news.kg"),
        show_default=True,
        help="The folder of the graph.",
    )(function)


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--output``: a file, or standard output."""
    return click.option("--output", default="-", metavar="FILE|-", help="Where to write; - is standard output.")(
        function
    )


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def csv_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--csv``."""
    return click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")(function)


def building_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--workers``, ``--no-cache`` and ``--quiet``."""
    for option in (
        click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that parse."),
        click.option(
            "--no-cache",
            is_flag=True,
            help="Take nothing that was parsed or extracted before from the user's cache, and keep nothing in it.",
        ),
        click.option("--quiet", is_flag=True, help="No progress bar, no counts."),
    ):
        function = option(function)
    return function


def store_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--store``, ``--store-query``, ``--store-update`` and ``--store-graphs``: keys of kg.toml, for one command."""
    for name, about in (
        ("--store-graphs", "Its graph store."),
        ("--store-update", "Where it is updated."),
        ("--store-query", "Where it is queried."),
        ("--store", "A server to send the graph to, by SPARQL 1.1."),
    ):
        function = click.option(name, metavar="URL", default="", help=about)(function)
    return function


def chosen_store(configured: StoreConfig, given: Mapping[str, str]) -> StoreConfig:
    """The server that the options name; what they leave open is as configured, unless ``--store`` names another one."""
    told = replace(configured, url=given["store"], query="", update="", graphs="") if given["store"] else configured
    return replace(
        told,
        query=given["store_query"] or told.query,
        update=given["store_update"] or told.update,
        graphs=given["store_graphs"] or told.graphs,
    )
