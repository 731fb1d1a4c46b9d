"""What queries see while the graph is written."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import StoreError
from kg.serve.workers import Query
from kg.serve.workers.tasks import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from kg.serve.workers import Answer, Pool

    Wait = Callable[[Callable[[], bool]], Coroutine[object, object, None]]

COUNT = Query(text="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")


def number(answer: Answer) -> int:
    """What was counted."""
    assert answer.status == 200, answer.detail
    assert isinstance(answer.body, bytes)
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


def copies(graph: Path) -> int:
    """How many private copies of snapshots there are."""
    return sum(path.name.startswith("reading-") for path in (graph / "snapshots").iterdir())


def test_refresh_shows_the_newest(run: Callable[..., Any], write: Callable[[int], None]) -> None:
    """Who asks after a refresh sees what was published before it, and a new tag."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        before = await pool.ask(COUNT)
        write(50)
        await pool.refresh()
        return before, await pool.ask(COUNT), pool.generation

    before, after, generation = run(scenario)
    assert (number(before), number(after), generation.number) == (40, 50, 2)
    assert before.tag != after.tag == generation.tag


def test_no_query_fails_while_snapshots_change(run: Callable[..., Any], write: Callable[[int], None]) -> None:
    """Queries that are asked all the time are all answered, and never go back to an earlier snapshot."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        seen: list[list[int]] = [[], [], []]
        going = True

        async def client(mine: list[int]) -> None:
            while going:
                mine.append(number(await pool.ask(COUNT)))

        clients = [asyncio.create_task(client(mine)) for mine in seen]
        for size in range(41, 46):
            await asyncio.to_thread(write, size)
            await pool.refresh()
            assert number(await pool.ask(COUNT)) == size
        going = False
        await asyncio.gather(*clients)
        return seen

    for mine in run(scenario, workers=2):
        assert mine == sorted(mine)


def test_new_snapshot_is_found(run: Callable[..., Any], write: Callable[[int], None], until: Wait) -> None:
    """A snapshot that another process published is taken up without being told of."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        write(41)
        await until(lambda: pool.generation.number == 2)
        return number(await pool.ask(COUNT))

    assert run(scenario) == 41


def test_refresh_comes_before_those_who_wait(
    run: Callable[..., Any], write: Callable[[int], None], runaway: str
) -> None:
    """When no worker is idle, the next one to be takes up the snapshot, however many queries wait."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        spare, _ = pool._crew.workers
        pool._crew._end(spare, Reply(status=503))  # nobody takes its place
        asked = [asyncio.create_task(pool.ask(Query(text=runaway), seconds=each)) for each in (0.3, 20, 20, 20)]
        await asyncio.sleep(0.05)
        write(41)
        await pool.refresh()
        waiting = pool.state.waiting
        for task in asked:
            task.cancel()
        return waiting > 0, number(await pool.ask(COUNT))

    assert run(scenario, slow=0) == (True, 41)


def test_query_under_way_keeps_its_snapshot(
    run: Callable[..., Any], write: Callable[[int], None], runaway: str
) -> None:
    """A refresh neither waits for a query nor ends it."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        asked = asyncio.create_task(pool.ask(Query(text=runaway), seconds=2))
        await asyncio.sleep(0.05)
        write(41)
        await pool.refresh()
        late = asked.done()
        return late, number(await pool.ask(COUNT)), await asked

    late, seen, answer = run(scenario, workers=2)
    assert (late, seen, answer.status) == (False, 41, 504)


def test_old_copies_are_removed(
    run: Callable[..., Any], write: Callable[[int], None], graph: Path, until: Wait
) -> None:
    """Once all workers have moved on, only the copy of the newest snapshot is left."""

    async def scenario(pool: Pool) -> None:
        for size in (41, 42, 43):
            write(size)
            await pool.refresh()
        await until(lambda: copies(graph) == 1 and pool.state.idle == 3)
        assert number(await pool.ask(COUNT)) == 43

    run(scenario, workers=2)


def test_replaced_worker_has_the_newest(
    run: Callable[..., Any], write: Callable[[int], None], runaway: str, until: Wait
) -> None:
    """A worker that is started after a refresh answers from the newest snapshot."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        write(41)
        await pool.refresh()
        before = set(pool._crew.workers)
        for _ in range(2):
            await pool.ask(Query(text=runaway), seconds=0.05)
        await until(lambda: pool.state.idle == 2 and not before & set(pool._crew.workers))
        return number(await pool.ask(COUNT))

    assert run(scenario) == 41


def test_damaged_snapshot_is_not_served(run: Callable[..., Any], write: Callable[[int], None], graph: Path) -> None:
    """A snapshot that cannot be opened is reported; the one before is served as it was."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        write(41)
        (newest,) = (path for path in (graph / "snapshots").iterdir() if path.name.isdigit())
        (newest / "CURRENT").unlink()
        (newest / "CURRENT").write_text("MANIFEST-none\n", encoding="utf-8")
        with pytest.raises(StoreError):
            await pool.refresh()
        await pool._crew._try_refresh()
        return number(await pool.ask(COUNT)), pool.state.problem

    seen, problem = run(scenario)
    assert seen == 40
    assert problem.startswith("a newer snapshot cannot be served: ")


def test_snapshot_without_room_for_a_copy_is_not_served(
    run: Callable[..., Any], write: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no private copy can be made any more, the snapshot before is served, as the newest may vanish any time."""

    def full(_: Path) -> Path:
        raise OSError(28, "No space left on device")

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        write(41)
        monkeypatch.setattr("kg.store.snapshots._linked", full)
        with pytest.raises(StoreError, match="no copy of the newest snapshot"):
            await pool.refresh()
        return number(await pool.ask(COUNT))

    assert run(scenario) == 40


def test_removed_graph_is_still_served(run: Callable[..., Any], graph: Path) -> None:
    """When the graph's folder is gone, what is open is served, and the state says so."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        shutil.rmtree(graph)
        pool._crew.look()
        return number(await pool.ask(COUNT)), pool.state.problem

    seen, problem = run(scenario)
    assert seen == 40
    assert problem.startswith("the graph's folder shows no snapshot any more")


def test_graph_that_was_built_anew_is_taken_up(
    run: Callable[..., Any], write: Callable[[int], None], graph: Path
) -> None:
    """A graph in the place of one that was removed is served, though its snapshots are counted from one again."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        tag = pool.generation.tag
        shutil.rmtree(graph)
        write(7)
        await pool.refresh()
        return number(await pool.ask(COUNT)), pool.generation.number, pool.generation.tag != tag

    assert run(scenario) == (7, 1, True)


def test_generation_tells_the_build(run: Callable[..., Any], graph: Path) -> None:
    """The digest of a generation is that of the last build's report."""
    (graph / "build.json").write_text(json.dumps({"digest": "ab12"}), encoding="utf-8")

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return pool.generation.digest, pool.generation.folder.is_dir()

    assert run(scenario) == ("ab12", True)
