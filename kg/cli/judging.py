"""``kg judge`` and ``kg explode``: what a person decides on what is one thing."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, graph_option
from kg.newsgraph import NewsGraph
from kg.newsgraph.reports import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import Any

    from kg.model import Judgement

_NEXT = "it takes effect at the next build: kg build --graph {}"


def who_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--who``."""
    about = "Who judges; else judge.who of kg.toml, else the login name."
    return click.option("--who", metavar="NAME", help=about)(function)


@click.command(
    epilog=example(
        "kg judge event:1535d49f6d6bd591-62-67 event:c86ea0296680bfa1-94-101 yes --why 'one appeal' --graph news.kg"
    )
)
@click.argument("left")
@click.argument("right")
@click.argument("verdict", required=False, type=click.Choice(["yes", "no", "unsure"]))
@click.option("--why", "why", default="", metavar="TEXT", help="Why it is so.")
@who_option
@click.option("--undo", is_flag=True, help="Take back what was judged of just these two; give no verdict.")
@graph_option
def judge(left: str, right: str, verdict: str | None, why: str, who: str | None, undo: bool, folder: Path) -> None:
    """Write down whether LEFT and RIGHT are one event, or one entity: yes, no or unsure.

    An id is that of an event (event:…), one of its mentions or an entity (ent:…). A yes joins the two whatever their
    score, a no keeps them apart; unsure leaves it to the score, and `kg review` does not ask again. The line goes into
    judgements.csv in the graph's folder. To take it back, add --undo, or remove the line.
    """
    if undo == (verdict is not None):
        message = "Give either a verdict, yes, no or unsure, or --undo."
        raise click.UsageError(message)
    with NewsGraph(folder) as graph:
        name, when = sitting(graph, who)
        done = graph.judge(left, right, verdict, who=name, when=when, why=why, undo=undo)
        _show(done, graph, undo=undo)


@click.command(epilog=example("kg explode event:1535d49f6d6bd591-62-67 --graph news.kg"))
@click.argument("ident", metavar="ID")
@who_option
@click.option("--undo", is_flag=True, help="Take back the judgements by which ID was taken apart.")
@graph_option
def explode(ident: str, who: str | None, undo: bool, folder: Path) -> None:
    """Take the event or entity ID apart: write down that no two of its members are one.

    To undo it, run it again with --undo, or take single pairs back with `kg judge LEFT RIGHT --undo`.
    """
    with NewsGraph(folder) as graph:
        name, when = sitting(graph, who)
        _show(graph.explode(ident, who=name, when=when, undo=undo), graph, undo=undo)


def sitting(graph: NewsGraph, who: str | None) -> tuple[str, str]:
    """Who judges, and the present in ISO 8601."""
    name = who or graph.config.judge.who
    try:
        name = name or getpass.getuser()
    except (KeyError, OSError):  # nobody is logged in, as in some containers
        name = ""
    return name, now().isoformat(timespec="seconds")


def _show(judgements: Iterable[Judgement], graph: NewsGraph, *, undo: bool) -> None:
    told = [f"{graph.ids.shown(j.left)} {graph.ids.shown(j.right)} {j.verdict.value}" for j in judgements]
    for line in told:
        click.echo(f"taken back: {line}" if undo else f"judged: {line}")
    click.echo(_NEXT.format(graph.folder) if told else "nothing to write: it is judged so already")


COMMANDS = (judge, explode)
