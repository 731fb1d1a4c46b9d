"""``kg analyse``: a table, JSON or CSV for each measure."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

import click

from kg import analyse
from kg.analyse import measures
from kg.analyse.evidence import evidence
from kg.analyse.names import one_of
from kg.analyse.nodes import prefixed
from kg.analyse.speaking import speaking_for
from kg.cli.filtering import filter_options, filters, said
from kg.cli.options import csv_option, example, graph_option, json_option
from kg.cli.shown import show_table
from kg.errors import ConfigError, NotFoundError
from kg.newsgraph import NewsGraph, networks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Asked = dict[str, Any]
Table = list[dict[str, Any]]

_CENTRALITIES = get_args(measures.Measure)
_ROWS = 20
_REQUESTS = "PLOVER counts REQUEST as verbal conflict."


# ------------------------------------------------------------------------------------------------ the command


def _known(_: click.Context, __: click.Parameter, name: str) -> str:
    try:
        return one_of("measure", name, sorted(_MEASURES))
    except ConfigError as error:
        raise click.BadParameter(str(error)) from error


@click.command("analyse", epilog=example("kg analyse pagerank --graph news.kg --lift state --limit 5"))
@click.argument("name", metavar="NAME", callback=_known)
@click.argument("actors", nargs=-1, metavar="[ACTOR]...")
@click.option(
    "--measure", type=click.Choice(_CENTRALITIES), default="pagerank", show_default=True, help="Of centrality."
)
@click.option("--method", type=click.Choice(["louvain", "leiden"]), default="louvain", help="Of communities.")
@click.option("--by", type=click.Choice(["day", "week", "month"]), default="month", help="Of balance and bursts.")
@click.option("--along", is_flag=True, help="Paths along the direction of events alone.")
@click.option("--limit", type=click.IntRange(1), help="Rows to print; 20, but all of a path or a balance.")
@filter_options
@graph_option
@json_option
@csv_option
def analyse_(name: str, folder: Path, limit: int | None, as_json: bool, as_csv: bool, **asked: Any) -> None:  # noqa: ANN401 (options)
    """Measure the network of actors.

    NAME is one of: degree, in, out, partners, pagerank, betweenness (or centrality with --measure); communities,
    brokers, cores; path A B, the shortest between two with the evidence of each step; balance A B, cooperation and
    conflict of a pair over time; reciprocity, triads (structural balance), census (of triads); bursts [A], of an actor
    or of --types; changes, from --since to --until against as many days before; speakers, who speaks about whom;
    speaks-for, who speaks on behalf of whom.
    """
    measure, wanted = _MEASURES[name]
    if not wanted[0] <= len(asked["actors"]) <= wanted[1]:
        message = f"{name} takes {_many(*wanted)}; {len(asked['actors'])} given."
        raise click.UsageError(message)
    with NewsGraph(folder) as graph:
        rows = measure(graph, asked)
    show(name, rows[: limit or (len(rows) if name in {"path", "balance"} else _ROWS)], as_json=as_json, as_csv=as_csv)


def show(name: str, rows: Table, *, as_json: bool, as_csv: bool) -> None:
    """Rows as a table, with the measure's note; or as JSON, with all that they hold, or CSV."""
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False, default=str))
        return
    flat = [{key: _flat(value) for key, value in row.items()} for row in rows]
    if as_csv:
        text = io.StringIO()
        table = csv.DictWriter(text, list(flat[0]) if flat else [], lineterminator="\n")
        if flat:
            table.writeheader()
            table.writerows(flat)
        click.echo(text.getvalue(), nl=False)
        return
    if name == "path":
        click.echo("\n".join(_told(rows)) or "the two are one")
        return
    hidden = {"communities": "members"}.get(name)  # the labels of the same say more
    show_table([{key: value for key, value in row.items() if key != hidden} for row in flat], as_json=False)
    if name == "balance" and flat:
        click.echo(_REQUESTS)


def _told(steps: Table) -> list[str]:
    """A path as lines: each step, and under it the sentences that say so."""
    lines = []
    for step in steps:
        about = [step["event_type"], step["factuality"], step["earliest"] or step["latest"], step["event"]]
        act = " ".join((step["source_label"], step["action"] or "?", step["target_label"]))
        lines.append(f"{step['rank']}  {act}  ({', '.join(filter(None, about))}; {step['events']} events between them)")
        lines += [f"     “{e['sentence']}”  {e['date']} {e['title']} {e['mention']}" for e in step["evidence"]]
    return lines


def _flat(value: object) -> object:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    if isinstance(value, list | tuple):
        return ", ".join(
            str(_flat(part)) if not isinstance(part, tuple) else " ".join(map(str, part)) for part in value
        )
    return "" if value is None else value


def _many(least: int, most: int) -> str:
    return "no actor" if not most else f"{most} actors" if least == most else f"at most {most} actor"


# ------------------------------------------------------------------------------------------------ the measures


def _network(graph: NewsGraph, asked: Asked, kind: str = "actors", **changed: Any) -> analyse.Network:  # noqa: ANN401 (fields of Filters)
    """The projection that is asked for.

    :raises NotFoundError: when the filters leave no event.
    """
    chosen = replace(filters(asked), **changed)
    network = networks.network(graph.folder, lambda: graph.graph, graph.ids, kind=kind, filters=chosen)
    if not network and not changed:
        message = f"no event of {graph.folder} is left with {said(chosen)}; ask for more (--factuality, --since …)"
        raise NotFoundError(message)
    return network


def _named(graph: NewsGraph, network: analyse.Network, name: str) -> str:
    """The node that a name means: by id or label, else by an alias of the knowledge base."""
    try:
        return measures.node(network, name)
    except NotFoundError as missing:
        try:
            known = prefixed(graph.entity(name), graph.ids)
        except NotFoundError:
            raise missing from None
        if known in network:
            return known
        message = f"{name!r} ({known}) takes part in no event that the filters leave; ask for more (--factuality …)"
        raise NotFoundError(message) from None


def _rows(records: Sequence[Any]) -> Table:
    return [asdict(record) for record in records]


def _centrality(graph: NewsGraph, asked: Asked, measure: measures.Measure | None = None) -> Table:
    found = measures.centrality(_network(graph, asked), measure=measure or asked["measure"])
    return [{"rank": s.rank, "score": s.score, "id": s.id, "label": s.label, "type": s.type} for s in found]


def _communities(graph: NewsGraph, asked: Asked) -> Table:
    rows = _rows(measures.communities(_network(graph, asked), method=asked["method"]))
    columns = ("rank", "density", "edges", "types", "pairs", "members", "labels")
    return [{"rank": row["rank"], "size": len(row["members"])} | {c: row[c] for c in columns[1:]} for row in rows]


def _path(graph: NewsGraph, asked: Asked) -> Table:
    network = _network(graph, asked)
    start, end = (_named(graph, network, name) for name in asked["actors"])
    rows = []
    for step in measures.path(network, start, end, along=asked["along"]):
        shown = [asdict(each) for each in evidence(graph.graph, graph.ids, step.evidence)]
        row = asdict(step) | {"evidence": shown}
        rows.append(row)
    return rows


def _balance(graph: NewsGraph, asked: Asked) -> Table:
    network = _network(graph, asked)
    left, right = (_named(graph, network, name) for name in asked["actors"])
    return _rows(measures.balance(network, left, right, by=asked["by"]))


def _bursts(graph: NewsGraph, asked: Asked) -> Table:
    chosen = filters(asked)
    network = _network(graph, asked | {"types": None})
    actor = _named(graph, network, asked["actors"][0]) if asked["actors"] else None
    return _rows(measures.bursts(network, actor=actor, types=chosen.types, by=asked["by"]))


def _changes(graph: NewsGraph, asked: Asked) -> Table:
    chosen = filters(asked)
    if chosen.since is None or chosen.until is None:
        message = "changes need --since and --until: these days are compared with as many before them"
        raise ConfigError(message)
    days = chosen.until - chosen.since + timedelta(days=1)
    before = _network(graph, asked, since=chosen.since - days, until=chosen.since - timedelta(days=1))
    after = _network(graph, asked, since=chosen.since)
    return _rows(measures.changes(before, after))


def _speakers(graph: NewsGraph, asked: Asked) -> Table:
    plain = filters(asked) == analyse.Filters()
    network = analyse.speakers(graph.graph, graph.ids) if plain else _network(graph, asked, "speakers")
    edges = sorted(network.edges(data=True), key=lambda e: (-e[2]["weight"], e[0], e[1]))
    label = network.nodes
    return [{"speaker": label[a]["label"], "about": label[b]["label"], "claims": d["weight"]} for a, b, d in edges]


def _of_network(measure: Callable[..., Any]) -> Callable[[NewsGraph, Asked], Table]:
    return lambda graph, asked: _rows(measure(_network(graph, asked)))


_NONE, _PAIR = (0, 0), (2, 2)
_MEASURES: dict[str, tuple[Callable[[NewsGraph, Asked], Table], tuple[int, int]]] = {
    "centrality": (_centrality, _NONE),
    **{name: (partial(_centrality, measure=name), _NONE) for name in _CENTRALITIES},
    "communities": (_communities, _NONE),
    "brokers": (_of_network(measures.brokers), _NONE),
    "cores": (_of_network(measures.cores), _NONE),
    "path": (_path, _PAIR),
    "balance": (_balance, _PAIR),
    "reciprocity": (_of_network(lambda network: measures.reciprocity(network)[1]), _NONE),
    "triads": (_of_network(measures.triads), _NONE),
    "census": (_of_network(measures.census), _NONE),
    "bursts": (_bursts, (0, 1)),
    "changes": (_changes, _NONE),
    "speakers": (_speakers, _NONE),
    "speaks-for": (lambda graph, _: _rows(speaking_for(graph.graph, graph.ids)), _NONE),
}

COMMANDS = (analyse_,)
