"""``kg analyse`` and ``kg config``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from kg import analyse, config
from kg.cli.options import example, graph_option, json_option
from kg.cli.shown import show_table
from kg.newsgraph import NewsGraph

if TYPE_CHECKING:
    from pathlib import Path

    from kg.analyse.measures import Measure


@click.command("analyse", epilog=example("kg analyse centrality --graph news.kg --limit 5"))
@click.argument("what", type=click.Choice(["centrality", "communities", "speakers"]))
@click.option(
    "--measure", type=click.Choice(["pagerank", "degree", "betweenness"]), default="pagerank", show_default=True
)
@click.option("--factuality", default="fact", show_default=True, metavar="LIST", help="Events that count.")
@click.option("--lift", is_flag=True, help="Lift bodies to what they are part of.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows to print.")
@graph_option
@json_option
def analyse_(what: str, measure: str, factuality: str, lift: bool, limit: int, folder: Path, as_json: bool) -> None:
    """Measure the network of actors: who is central, which communities there are, who speaks about whom."""
    with NewsGraph(folder) as graph:
        wanted = tuple(factuality.split(","))
        if what == "speakers":
            network = analyse.speakers(graph.graph, graph.ids)
        else:
            filters = analyse.Filters(factuality=wanted, lift="whole" if lift else "none")
            network = analyse.actors(graph.graph, graph.ids, filters)
    rows = _measured(what, network, measure)[:limit]
    show_table(rows, as_json=as_json)


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


@click.command("config", epilog=example("kg config --graph news.kg"))
@graph_option
def config_(folder: Path) -> None:
    """Print the effective configuration as TOML, each key with its meaning."""
    click.echo(config.show(NewsGraph(folder).config))


COMMANDS = (analyse_, config_)
