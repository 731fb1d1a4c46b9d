"""The options that commands share, and the example at the end of each one's help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


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
        click.option("--no-cache", is_flag=True, help="Parse anew, and keep no parse."),
        click.option("--quiet", is_flag=True, help="No progress bar, no counts."),
    ):
        function = option(function)
    return function
