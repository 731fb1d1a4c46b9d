"""``kg draw``."""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from kg.analyse import Filters
from kg.cli.filtering import filter_options, filters
from kg.cli.group import Group
from kg.cli.options import example, graph_option
from kg.config import DrawConfig
from kg.newsgraph import NewsGraph

if TYPE_CHECKING:
    from collections.abc import Callable


@click.group("draw", cls=Group)
def draw() -> None:
    """Draw the graph, as SVG or PNG; every picture says of its events whether they are facts."""


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filters and the file that all pictures share."""
    named = click.option("--output", default="-", metavar="FILE|-", help="A name in .svg or .png; - is SVG to stdout.")
    return filter_options(graph_option(named(function)))


def _limit(most: int, what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    about = f"Most {what} to draw; {most}, unless kg.toml says otherwise."
    return click.option("--limit", type=click.IntRange(2), help=about)


@draw.command("ego", epilog=example("kg draw ego Iceland --graph news.kg --output iceland.svg"))
@click.argument("actor")
@_limit(DrawConfig().actors, "actors")
@_options
def ego(actor: str, **given: Any) -> None:  # noqa: ANN401 (the options, each with its own type)
    """Draw ACTOR in the middle of those it deals with."""
    _draw("ego", actor, **given)


@draw.command("actors", epilog=example("kg draw actors --factuality fact,disputed --graph news.kg --output actors.svg"))
@_limit(DrawConfig().actors, "actors")
@_options
def actors(**given: Any) -> None:  # noqa: ANN401
    """Draw who acts on whom."""
    _draw("actors", **given)


@draw.command("timeline", epilog=example("kg draw timeline Norway Iceland --graph news.kg --output both.svg"))
@click.argument("one")
@click.argument("other", required=False)
@_options
def timeline(one: str, other: str | None, **given: Any) -> None:  # noqa: ANN401
    """Draw what ONE and OTHER did to one another over time; without OTHER, what ONE and anybody did."""
    _draw("timeline", *((one, other) if other else (one,)), **given)


@draw.command("heatmap", epilog=example("kg draw heatmap --graph news.kg --output types.png"))
@_limit(DrawConfig().heat_map_actors, "actors")
@_options
def heatmap(**given: Any) -> None:  # noqa: ANN401
    """Draw which actors do what: actors by event type."""
    _draw("heatmap", **given)


def _draw(what: str, *names: str, folder: Path, output: str, limit: int | None = None, **given: Any) -> None:  # noqa: ANN401
    """Draws, and says where the picture is."""
    target: Path | IO[bytes] = sys.stdout.buffer if output == "-" else Path(output)
    asked = {field.name: getattr(filters(given), field.name) for field in fields(Filters)}
    with NewsGraph(folder) as graph:
        graph.draw(what, *names, output=target, limit=limit, **asked)
    if output != "-":
        click.echo(f"drawn: {output}")


COMMANDS = (draw,)
