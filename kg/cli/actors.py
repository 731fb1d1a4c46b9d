"""``kg actors find`` and ``kg actors add``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg import data, pipeline
from kg.cli.group import Group
from kg.cli.options import example, graph_option, json_option
from kg.cli.shown import show_table
from kg.errors import NotFoundError
from kg.newsgraph import NewsGraph
from kg.ontology.actors import add, find
from kg.ontology.actors.importers import FORMATS

_ADDING = r"printf 'id,type,name\norg:wool,Company,Wool Board\n' > my.csv && kg actors add my.csv --graph news.kg"


@click.group("actors", cls=Group)
def actors() -> None:
    """Look up actors that are known before a text is read, and add your own."""


@actors.command("find", epilog=example("kg actors find 'State Departmant' --limit 3"))
@click.argument("name")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Rows to print.")
@graph_option
@json_option
def find_(name: str, limit: int, folder: Path, as_json: bool) -> None:
    """List whom NAME may mean: id, type, name, country, how it was matched, and how alike the names are (0 to 1).

    Exact matches come first, then those that differ in accents, hyphens or spelling, then similar ones.
    """
    base = pipeline.knowledge(NewsGraph(folder).actors)
    found = [(base.actors[each.actor], each) for each in find(base, name, limit=limit)]
    if not found and not as_json:
        message = f"nobody is known by a name like {name!r}; add actors of your own with `kg actors add FILE`"
        raise NotFoundError(message)
    rows = [
        {"id": a.id, "type": a.type, "name": a.name, "country": a.country or "", "how": f.how, "score": f.score}
        for a, f in found
    ]
    show_table(rows, as_json=as_json)


@actors.command("add", epilog=example(_ADDING))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Told by the file where it is not given.")
@graph_option
@json_option
def add_(file: Path, form: str | None, folder: Path, as_json: bool) -> None:
    """Add the actors in FILE to those of the graph: a CSV as in ontology/actors/, SKOS, FollowTheMoney or Wikidata.

    They count from the next build on. None of the known actors is overwritten; a file that contradicts itself or them
    changes nothing.
    """
    graph = NewsGraph(folder)
    made = add(file, graph.actors, folder=data.folder("ontology") / "actors", format=form)
    if as_json:
        click.echo(json.dumps(asdict(made), indent=1, ensure_ascii=False))
        return
    click.echo(f"added {len(made.added)} actors to {graph.actors} ({made.format}); the next build reads them")
    if made.known:
        shown = ", ".join(made.known[:5]) + (f" and {len(made.known) - 5} more" if len(made.known) > 5 else "")  # noqa: PLR2004
        click.echo(f"known already, by their Wikidata ids: {shown}")


COMMANDS = (actors,)
