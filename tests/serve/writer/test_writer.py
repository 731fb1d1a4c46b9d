"""The writer: what it does as a whole or not at all, in a process that may be ended."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from kg.ids import Ids
from kg.serve.workers import Limits
from kg.serve.writer import Delete, Post, Put, Sent, Update, Writer
from kg.serve.writer.line import Line
from kg.serve.writer.tasks import Publish
from kg.store import Dataset, Graph, Ledger, held_by, snapshots, updating

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from kg.serve.workers.pool import Pool
    from kg.serve.workers.tasks import Reply
    from kg.serve.writer.tasks import Task

MINE = "http://example.org/mine"
WORLD = Ids().graph("world")
MANY = f"INSERT DATA {{ GRAPH <{MINE}> {{ {' '.join(f'<urn:s{n}> <urn:p> {n} .' for n in range(200))} }} }}"
RUNAWAY = f"""INSERT {{ <urn:never> <urn:p> 1 }} WHERE {{ GRAPH <{MINE}>
    {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER (?a = ?l && ?c > ?f + ?i + ?o) }} }}"""


@dataclass
class Readers:
    """In the place of a pool: counts how often it was told to take up what is new."""

    folder: Path
    refreshed: int = 0
    seen: list[int] = field(default_factory=list)

    async def refresh(self) -> None:
        """Look at what is published."""
        self.refreshed += 1
        with Graph.read(self.folder) as graph:
            self.seen.append(len(graph))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph with one quad of a user's, published, and with a ledger."""
    updated(tmp_path / "news.kg", f"INSERT DATA {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}")
    Ledger.make(tmp_path / "news.kg").publish()
    return tmp_path / "news.kg"


@pytest.fixture
def readers(folder: Path) -> Readers:
    """Who reads it."""
    return Readers(folder)


def updated(folder: Path, text: str) -> None:
    """Does an update without a writer."""
    with Graph.open(folder) as graph:
        updating.update(graph, text, prefixes={})


def using(
    readers: Readers,
    does: Callable[[Writer], Awaitable[None]],
    *,
    idle: float = 60,
    limits: Limits | None = None,
    federation: bool = False,
) -> None:
    """Lets ``does`` use a writer, and stops that."""

    async def run() -> None:
        writer = Writer(
            readers.folder,
            prefixes=Ids().prefixes,
            limits=limits or Limits(),
            pool=cast("Pool", readers),
            idle=idle,
            federation=federation,
        )
        await writer.start()
        try:
            await does(writer)
        finally:
            await writer.stop()

    asyncio.run(run())


def done(readers: Readers, *tasks: Task, seconds: float | None = None) -> list[int]:
    """The statuses of tasks that are done one after the other."""
    statuses = []

    async def does(writer: Writer) -> None:
        for task in tasks:
            assert not isinstance(task, Publish)
            statuses.append((await writer.do(task, seconds=seconds)).status)

    using(readers, does)
    return statuses


def turtle(text: str) -> tuple[Sent, ...]:
    """A payload of Turtle."""
    return (Sent(media_type="text/turtle", content=text.encode(), base="http://example.org/"),)


def said(folder: Path, graph: str = MINE) -> set[str]:
    """The triples of a graph as readers see it."""
    with Graph.read(folder) as read:
        return {str(quad.triple) for quad in read.quads(graph)}


# ------------------------------------------------------------------------------------------------ what is done


def test_the_next_read_sees_an_update(readers: Readers) -> None:
    """When an update is answered, what it did is published, and the readers were told to take it up."""
    assert done(readers, Update(text="INSERT DATA { <urn:x> <urn:p> 1 }")) == [204]
    assert readers.seen == [2]


def test_an_update_is_all_or_nothing(readers: Readers) -> None:
    """An update whose second operation fails has done nothing of the first."""
    text = "INSERT DATA { <urn:x> <urn:p> 1 } ; DROP GRAPH <urn:none>"
    assert done(readers, Update(text=text)) == [400]
    assert said(readers.folder, "") == set()


def test_what_is_wrong_is_refused_and_shows_nothing_new(readers: Readers) -> None:
    """An update that cannot be read is a 400, and the readers stay with what they have."""
    assert done(readers, Update(text="INSERT DATA {")) == [400]
    assert readers.refreshed == 0


def test_the_data_set_of_an_update(readers: Readers) -> None:
    """``using`` names what WHERE matches; relative IRIs are relative to ``base``."""
    update = Update(
        text="INSERT { <new> ?p ?o } WHERE { ?s ?p ?o }", using=Dataset(default=(MINE,)), base="http://example.org/x"
    )
    assert done(readers, update) == [204]
    assert said(readers.folder, "") == {
        '<http://example.org/new> <urn:b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    }


def test_load_is_refused(readers: Readers) -> None:
    """LOAD of a host that nobody allowed is a 400."""
    assert done(readers, Update(text="LOAD <http://127.0.0.1:9/x>")) == [400]


def test_put_makes_and_replaces_a_graph(readers: Readers) -> None:
    """PUT is a 201 for a new graph and a 204 for one that is there, which then holds nothing else."""
    first = Put(graph="urn:g", payloads=turtle("<a> <b> <c> , <d> ."))
    second = Put(graph="urn:g", payloads=turtle("<a> <b> <e> ."))
    assert done(readers, first, second) == [201, 204]
    assert said(readers.folder, "urn:g") == {
        "<http://example.org/a> <http://example.org/b> <http://example.org/e>",
    }


def test_post_merges_into_a_graph(readers: Readers) -> None:
    """POST adds the triples of all payloads to what a graph holds."""
    assert done(readers, Post(graph=MINE, payloads=(*turtle("<a> <b> 2 ."), *turtle("<a> <b> 3 .")))) == [204]
    assert len(said(readers.folder)) == 3


def test_delete_removes_a_graph(readers: Readers) -> None:
    """DELETE is a 204 where the graph is there, else a 404."""
    assert done(readers, Delete(graph=MINE), Delete(graph=MINE)) == [204, 404]
    assert readers.seen == [0]


def test_a_payload_in_a_file(readers: Readers, tmp_path: Path) -> None:
    """A long payload comes as the path of a file."""
    (tmp_path / "payload").write_text("<urn:a> <urn:b> <urn:c> .")
    payload = Sent(media_type="application/n-triples", file=str(tmp_path / "payload"))
    assert done(readers, Put(graph="urn:g", payloads=(payload,))) == [201]


def test_broken_rdf_names_the_line(readers: Readers) -> None:
    """A payload that cannot be read is a 400 that says in which line, and the graph is as it was."""
    before = said(readers.folder)

    async def does(writer: Writer) -> None:
        answer = await writer.do(Put(graph=MINE, payloads=turtle("<a> <b> <c> .\n<a> oops .")))
        assert answer.status == 400
        assert "line 2" in answer.detail

    using(readers, does)
    assert said(readers.folder) == before


def test_a_name_that_is_no_iri_is_refused(readers: Readers) -> None:
    """A graph with a relative name is a 400."""
    assert done(readers, Put(graph="relative", payloads=turtle("")), Delete(graph="a b")) == [400, 400]


# ------------------------------------------------------------------------------------------------ the ledger


@pytest.mark.parametrize(
    "task",
    [
        Put(graph=WORLD, payloads=turtle("<a> <b> <c> .")),
        Delete(graph=WORLD),
        Update(text="INSERT DATA { GRAPH graph:world { <urn:x> <urn:p> 1 } }"),
        Update(text="CLEAR ALL"),
        Update(text="DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"),
        Post(graph=None, payloads=(Sent(media_type="application/n-quads", content=b"<urn:a> <urn:b> <urn:c> ."),)),
    ],
)
def test_a_write_to_the_projects_own_graphs_gives_the_ledger_up(readers: Readers, task: Task) -> None:
    """After a write that may have changed a graph of the project's, the next build derives everything anew."""
    done(readers, Put(graph=WORLD, payloads=()))
    Ledger.make(readers.folder).publish()
    assert done(readers, task)[0] < 300
    assert Ledger.open(readers.folder) is None


@pytest.mark.parametrize(
    "task",
    [
        Put(graph=MINE, payloads=turtle("<a> <b> <c> .")),
        Update(text=f"INSERT {{ GRAPH <{MINE}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH graph:world {{ ?s ?p ?o }} }}"),
        Update(text="INSERT DATA { GRAPH graph:world {"),
        Put(graph=WORLD, payloads=turtle("oops")),
        Delete(graph=WORLD),
    ],
)
def test_other_writes_and_those_that_fail_keep_the_ledger(readers: Readers, task: Task) -> None:
    """A write to a user's own graph, and one that does nothing, leave the ledger as it is."""
    done(readers, task)
    ledger = Ledger.open(readers.folder)
    assert ledger is not None
    ledger.close()


# ------------------------------------------------------------------------------------------------ the process


def test_a_write_past_its_time_is_ended(readers: Readers) -> None:
    """An update that takes too long is a 504, does nothing, and the next one is done all the same."""
    assert done(readers, Update(text=MANY)) == [204]
    tasks = Update(text=RUNAWAY), Update(text="INSERT DATA { <urn:x> <urn:p> 1 }")
    statuses = []

    async def does(writer: Writer) -> None:
        statuses.append((await writer.do(tasks[0], seconds=0.3)).status)
        statuses.append((await writer.do(tasks[1])).status)

    using(readers, does)
    assert statuses == [504, 204]
    assert len(said(readers.folder, "")) == 1


def test_a_writer_that_is_killed_is_replaced(readers: Readers) -> None:
    """A write whose process ends is a 503, nothing of it is kept, and the next one is done."""
    done(readers, Update(text=MANY))
    statuses = []

    async def does(writer: Writer) -> None:
        await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 1 }"))
        running = asyncio.create_task(writer.do(Update(text=RUNAWAY)))
        await asyncio.sleep(0.2)
        assert writer._line is not None
        writer._line.process.kill()
        statuses.append((await running).status)
        statuses.append((await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 2 }"))).status)

    using(readers, does)
    assert statuses == [503, 204]
    assert len(said(readers.folder, "")) == 2


def test_a_write_that_was_done_but_not_published_is_published_by_the_next_process(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the process ends between the two, the answer is that of a write that was done, and readers see it."""
    real = Line.reply
    processes: list[int] = []

    async def reply(line: Line) -> Reply | None:
        processes.append(line.process.pid)
        if len(processes) == 1:
            return await real(line)
        if processes[-1] == processes[0]:
            line.process.kill()
            return None
        return await real(line)

    monkeypatch.setattr(Line, "reply", reply)
    assert done(readers, Put(graph="urn:g", payloads=turtle("<a> <b> <c> ."))) == [201]
    assert len(set(processes)) == 2
    assert len(said(readers.folder, "urn:g")) == 1


def test_a_process_that_ended_while_idle_fails_no_write(readers: Readers) -> None:
    """A process that is killed between two tasks is replaced before the second."""

    async def does(writer: Writer) -> None:
        await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 1 }"))
        assert writer._line is not None
        writer._line.process.kill()
        await writer._line.process.wait()
        await asyncio.sleep(0.05)
        assert (await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 2 }"))).status == 204

    using(readers, does)


def test_what_was_done_by_a_process_that_could_not_say_so_is_shown(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the process ends right after its commit, the answer is a 503, and readers see what was done."""
    real = Line.reply
    lost: list[int] = []

    async def reply(line: Line) -> Reply | None:
        found = await real(line)
        if lost and line.process.pid != lost[0]:
            return found
        lost.append(line.process.pid)
        return None

    monkeypatch.setattr(Line, "reply", reply)
    assert done(readers, Put(graph="urn:g", payloads=turtle("<a> <b> <c> ."))) == [503]
    assert readers.seen == [2]


def test_a_store_that_a_build_holds_is_a_503(readers: Readers) -> None:
    """While another process has the store, a write is refused, and told who has it."""

    async def does(writer: Writer) -> None:
        with Graph.open(readers.folder):
            answer = await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 1 }"))
            assert (answer.status, held_by(readers.folder) in answer.detail) == (503, True)  # type: ignore[operator]  # held

    using(readers, does)


def test_a_store_that_a_build_left_half_done_is_a_503(readers: Readers) -> None:
    """What a build was cut off in is not published by somebody else's write."""
    (readers.folder / snapshots.NEW_REPORT).write_text("{}")
    before = said(readers.folder)
    assert done(readers, Update(text=f"CLEAR GRAPH <{MINE}>")) == [503]
    assert said(readers.folder) == before
    assert held_by(readers.folder) is None


def test_an_idle_writer_lets_the_store_go(readers: Readers) -> None:
    """After some time without a task a build can open the store, and then the writer has it again."""

    async def does(writer: Writer) -> None:
        assert (await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 1 }"))).status == 204
        while held_by(readers.folder) is not None:  # noqa: ASYNC110  (another process is waited for)
            await asyncio.sleep(0.02)
        updated(readers.folder, "INSERT DATA { <urn:x> <urn:p> 2 }")
        assert (await writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 3 }"))).status == 204

    using(readers, does, idle=0.05)
    assert len(said(readers.folder, "")) == 3


def test_a_writer_that_only_waits_holds_nothing(readers: Readers) -> None:
    """Before its first task a writer has no process."""

    async def does(writer: Writer) -> None:
        await asyncio.sleep(0)
        assert writer._line is None
        assert held_by(readers.folder) is None

    using(readers, does)


def test_writes_at_once_are_done_one_after_the_other(readers: Readers) -> None:
    """Tasks that come together are all done."""

    async def does(writer: Writer) -> None:
        tasks = [writer.do(Update(text=f"INSERT DATA {{ <urn:x> <urn:p> {n} }}")) for n in range(8)]
        assert {answer.status for answer in await asyncio.gather(*tasks)} == {204}

    using(readers, does)
    assert len(said(readers.folder, "")) == 8


def test_more_writes_than_may_wait_are_refused(readers: Readers) -> None:
    """With one that is done and one that waits, a third is a 503."""

    async def does(writer: Writer) -> None:
        tasks = [writer.do(Update(text=f"INSERT DATA {{ <urn:x> <urn:p> {n} }}")) for n in range(3)]
        assert sorted(answer.status for answer in await asyncio.gather(*tasks)) == [204, 204, 503]

    using(readers, does, limits=Limits(waiting=1))


def test_a_write_is_done_although_its_client_has_left(readers: Readers) -> None:
    """Who is cancelled while waiting has the task done."""

    async def does(writer: Writer) -> None:
        task = asyncio.create_task(writer.do(Update(text="INSERT DATA { <urn:x> <urn:p> 1 }")))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    using(readers, does)
    assert len(said(readers.folder, "")) == 1


def test_a_writer_that_was_stopped_refuses(readers: Readers) -> None:
    """After its end a writer does nothing more."""

    async def does(writer: Writer) -> None:
        await writer.stop()
        assert (await writer.do(Update(text="CLEAR ALL"))).status == 503

    using(readers, does)


def test_a_long_write_does_not_hold_up_the_end(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that goes on when the server ends is given up: a 503, and nothing of it is kept."""
    monkeypatch.setattr("kg.serve.writer.writer.STOPPING", 0.1)
    monkeypatch.setattr("kg.serve.writer.line.ENDING", 0.1)
    done(readers, Update(text=MANY))

    async def does(writer: Writer) -> None:
        running = asyncio.create_task(writer.do(Update(text=RUNAWAY)))
        await asyncio.sleep(0.2)
        await writer.stop()
        assert (await running).status == 503

    using(readers, does)
    assert said(readers.folder, "") == set()
