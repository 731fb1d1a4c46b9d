"""``kg build --store`` and ``kg remove --store``: what a server holds is what the folder holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.store import Graph
from kg.store.remote import Client, addresses
from tests.crashing import Moment, Step, run
from tests.servers import free_port, oxigraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.config import StoreConfig

pytestmark = pytest.mark.model
TEXTS = (
    "Portugal urged Morocco on Monday to free the crew of a trawler. Morocco denied that it held anyone.",
    "Kenya gave Uganda $3 million for roads. Uganda thanked Kenya and promised to pave them by June.",
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Two documents."""
    paths = [tmp_path / f"{n}.txt" for n in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StoreConfig]:
    """A server that holds nothing."""
    with oxigraph(tmp_path / "server") as found:
        yield found


def said(*arguments: str | Path) -> str:
    """What a command says, which must succeed."""
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    assert done.exit_code == 0, done.output
    return done.output


def is_same(server: StoreConfig, folder: Path) -> bool:
    """Whether a server holds every quad of a graph, and no other beside its record."""
    told = addresses(server)
    assert told is not None
    with Client(told, server) as client, Graph.read(folder) as graph:
        rows = client.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        names = {row["g"] for row in rows if not row["g"].endswith("/graph/store")}
        return names == set(graph.graphs()) and all(set(client.quads(n)) == set(graph.quads(n)) for n in names)


def test_server_follows_the_graph(server: StoreConfig, documents: list[Path], tmp_path: Path) -> None:
    """Built, added to, resolved anew and with a document removed: the server has the same named graphs."""
    folder = tmp_path / "news.kg"
    assert "sent to http://127.0.0.1:" in said("build", documents[0], "--graph", folder, "--store", server.url)
    assert is_same(server, folder)
    (tmp_path / "news.kg" / "kg.toml").write_text(f'[store]\nurl = "{server.url}"\n[build]\nrebuild_share = 1.0\n')
    said("build", documents[1], "--graph", folder)
    assert is_same(server, folder)
    said("build", "--graph", folder)
    assert is_same(server, folder)
    with kg.open(folder) as graph:
        document = next(name for name in graph.graph.graphs() if "/document/" in name)
    said("remove", document.rsplit("/", 1)[-1], "--graph", folder)
    assert is_same(server, folder)


def test_server_that_is_not_there_loses_nothing(server: StoreConfig, documents: list[Path], tmp_path: Path) -> None:
    """The graph is built; the error is one line; the next build sends everything."""
    folder = tmp_path / "news.kg"
    folder.mkdir()
    (folder / "kg.toml").write_text("[store]\ntries = 1\n")
    nobody = f"http://127.0.0.1:{free_port()}"
    done = CliRunner().invoke(main, ["build", str(documents[0]), "--graph", str(folder), "--store", nobody])
    assert (done.exit_code, done.output.count("\n"), done.output[:36]) == (
        1,
        1,
        f"Error: {nobody}/query: no answer"[:36],
    )
    said("build", documents[0], "--graph", folder, "--store", server.url)
    assert is_same(server, folder)


def test_build_killed_while_it_sends_is_finished_by_the_next(
    server: StoreConfig, documents: list[Path], tmp_path: Path
) -> None:
    """What the server lacks is sent when the build is run again."""
    folder = tmp_path / "news.kg"
    step = Step(name="build", paths=tuple(documents), store=server)
    killed, _ = run(step, folder, Moment(stage="send"))
    assert (killed.ended, killed.stage) == (False, "send")
    run(step, folder, Moment())
    assert is_same(server, folder)


def test_password_in_an_address_is_wrong_before_anything_is_read(tmp_path: Path) -> None:
    """An address that means nothing ends the command before it reads or writes."""
    url = "http://mira:well-key@127.0.0.1/"
    done = CliRunner().invoke(main, ["build", "absent.txt", "--graph", str(tmp_path / "news.kg"), "--store", url])
    assert "KG_STORE_USER" in done.output
    assert "well-key" not in done.output
