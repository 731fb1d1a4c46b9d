"""What the pool does with queries that end, that do not, and whose worker or client goes away."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvloop

from kg.errors import StoreError
from kg.serve.workers import Limits, Pool, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    Wait = Callable[[Callable[[], bool]], Coroutine[object, object, None]]

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
DOUBLED = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(24))
HUGE = f'SELECT (STRLEN(?x24) AS ?n) {{ BIND("{"x" * 1000}" AS ?x0) {DOUBLED} }}'  # 16 GB


def pids(pool: Pool) -> set[int]:
    """The processes of a pool."""
    return {worker.process.pid for worker in pool._crew.workers}


def test_query_is_answered(run: Callable[..., Any]) -> None:
    """A query comes back whole, in the format that was asked for."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text=COUNT))

    answer = run(scenario)
    assert (answer.status, answer.content_type) == (200, "application/sparql-results+json")
    assert json.loads(answer.body)["results"]["bindings"][0]["n"]["value"] == "40"


def test_server_s_event_loop_runs_it(graph: Path) -> None:
    """The pool works on the event loop that the server uses."""

    async def scenario() -> int:
        pool = Pool(graph, prefixes={}, limits=Limits(workers=1))
        await pool.start()
        try:
            return (await pool.ask(Query(text=COUNT))).status
        finally:
            await pool.stop()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert runner.run(scenario()) == 200


def test_wrong_query_is_refused(run: Callable[..., Any]) -> None:
    """A query that cannot be read gives 400 with one line that says where."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text="SELECT * { ?s ?p "))

    answer = run(scenario)
    assert (answer.status, answer.body) == (400, b"")
    assert answer.detail.startswith("the query cannot be read: error at 1:")


def test_query_past_its_time_is_ended(run: Callable[..., Any], runaway: str) -> None:
    """A query that does not end gives 504, and says how more time is had."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text=runaway), seconds=0.2)

    answer = run(scenario)
    assert answer.status == 504
    assert "longer than 0.2 s" in answer.detail
    assert "timeout= up to 300" in answer.detail


def test_time_is_clamped(run: Callable[..., Any], runaway: str) -> None:
    """Nobody gets more time than the longest that the limits allow."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text=runaway), seconds=3600)

    assert "longer than 0.1 s, which is the most" in run(scenario, longest=0.1).detail


def test_spare_takes_over(run: Callable[..., Any], runaway: str) -> None:
    """After the only busy worker was ended, one that was there before answers."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        before = pids(pool)
        await pool.ask(Query(text=runaway), seconds=0.1)
        spare = pids(pool)
        return before, spare, await pool.ask(Query(text=COUNT))

    before, spare, answer = run(scenario)
    assert spare < before
    assert answer.status == 200


def test_ended_worker_is_replaced(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """In the place of a worker that was ended another is started."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        before = pids(pool)
        await pool.ask(Query(text=runaway), seconds=0.1)
        await until(lambda: pool.state.idle == 2)
        return len(pids(pool) - before), pool.state

    new, state = run(scenario)
    assert (new, state.killed, state.replaced, state.by_status) == (1, 1, 1, {504: 1})


def test_query_past_its_memory_is_ended(run: Callable[..., Any], hungry: str) -> None:
    """A query that needs too much memory gives 503, long before its time."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text=hungry))

    answer = run(scenario, memory=200 * 2**20)
    assert (answer.status, answer.detail) == (503, "the query needed more than 200 MiB of memory; narrow it")


def test_engine_that_gives_up_costs_only_its_query(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody watches the memory, the system refuses it, the engine aborts, and the next query is answered."""
    monkeypatch.setattr("kg.serve.workers.pool.WEIGH", 10**9)

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text=HUGE)), await pool.ask(Query(text=COUNT)), pool.state.crashed

    ended, after, crashed = run(scenario, memory=100 * 2**20)
    assert (ended.status, after.status, crashed) == (503, 200, 1)
    assert "memory" in ended.detail


def test_crash_costs_only_its_query(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """A worker that ends by itself gives 503 to its query, which is not tried again; the other one goes on."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        ended = asyncio.create_task(pool.ask(Query(text=runaway)))
        await until(lambda: pool.state.busy == 1)
        (worker,) = pool._crew.busy
        other = asyncio.create_task(pool.ask(Query(text=COUNT)))
        os.kill(worker.process.pid, signal.SIGSEGV)
        return await ended, await other, pool.state

    ended, other, state = run(scenario, workers=2)
    assert (ended.status, other.status, state.crashed, state.busy) == (503, 200, 1, 0)
    assert "ended its worker (Segmentation fault)" in ended.detail


def test_worker_that_ended_while_idle_is_replaced(run: Callable[..., Any], until: Wait) -> None:
    """A query meets a worker that has just ended by itself: it is refused at once, and later ones are answered."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        for number in pids(pool):
            os.kill(number, signal.SIGKILL)
        met = await pool.ask(Query(text=COUNT))
        await until(lambda: pool.state.replaced == 2 and pool.state.idle == 2)
        return met.status, (await pool.ask(Query(text=COUNT))).status

    assert run(scenario) == (503, 200)


def test_queue_is_bounded(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """Beyond the bound of those who wait, the next is turned away at once."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        asked = [asyncio.create_task(pool.ask(Query(text=runaway), seconds=each)) for each in (0.3, 0.6)]
        await until(lambda: pool.state.waiting == 1)
        refused = await pool.ask(Query(text=COUNT))
        return refused, await asyncio.gather(*asked)

    refused, asked = run(scenario, waiting=1, slow=0)
    assert (refused.status, refused.detail) == (503, "1 queries wait already; try again in a moment")
    assert {answer.status for answer in asked} == {504}


def test_long_queries_hold_up_no_others(run: Callable[..., Any], runaway: str) -> None:
    """Once all workers are at long queries, a further one takes the short ones."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        long = [asyncio.create_task(pool.ask(Query(text=runaway), seconds=20)) for _ in range(2)]
        await asyncio.sleep(0)
        short = await pool.ask(Query(text=COUNT), seconds=20)
        under_way = [not task.done() for task in long]
        for task in long:
            task.cancel()
        return short.status, under_way

    assert run(scenario, workers=2, slow=1, long=0.1) == (200, [True, True])


def test_long_queries_are_bounded(run: Callable[..., Any], runaway: str) -> None:
    """No more long queries are worked on at a time than the limits allow."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        long = [asyncio.create_task(pool.ask(Query(text=runaway), seconds=0.8)) for _ in range(3)]
        await asyncio.sleep(0.7)
        busy = pool.state.busy
        await asyncio.gather(*long)
        return busy

    assert run(scenario, slow=1, long=0.05) == 2


def test_workers_for_long_queries_go_again(
    run: Callable[..., Any], runaway: str, until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When there are no long queries any more, the workers that were started for them are ended."""
    monkeypatch.setattr("kg.serve.workers.pool.RETIRE", 8)

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        long = asyncio.create_task(pool.ask(Query(text=runaway)))
        await until(lambda: len(pids(pool)) == 3)
        long.cancel()
        await until(lambda: pool.state.killed == 1 and len(pids(pool)) == 2)
        return (await pool.ask(Query(text=COUNT))).status

    assert run(scenario, slow=1, long=0.05) == 200


def test_query_that_is_no_unicode_is_refused(run: Callable[..., Any]) -> None:
    """A text that no query can have holds no worker."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        answer = await pool.ask(Query(text="ASK { ?s ?p '\ud800' }"))
        return answer.status, pool.state.busy

    assert run(scenario) == (400, 0)


def test_waiting_ends(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """Who waits for a worker as long as the query may take is turned away."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        first = asyncio.create_task(pool.ask(Query(text=runaway), seconds=1))
        await until(lambda: pool.state.busy == 1)
        second = await pool.ask(Query(text=COUNT), seconds=0.1)
        return second, await first

    second, first = run(scenario, slow=0)
    assert (second.status, first.status) == (503, 504)
    assert second.detail.startswith("no worker came free within 0.1 s")


def test_client_that_leaves_ends_its_query(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """A query that nobody waits for any more does not hold its worker."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        asked = asyncio.create_task(pool.ask(Query(text=runaway)))
        await until(lambda: pool.state.busy == 1)
        asked.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asked
        await until(lambda: pool.state.busy == 0)
        return pool.state.killed, await pool.ask(Query(text=COUNT))

    killed, answer = run(scenario)
    assert (killed, answer.status) == (1, 200)


def test_client_that_leaves_the_queue_frees_its_place(run: Callable[..., Any], runaway: str, until: Wait) -> None:
    """A query that was cancelled while it waited is never asked."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        first = asyncio.create_task(pool.ask(Query(text=runaway), seconds=0.4))
        second = asyncio.create_task(pool.ask(Query(text=runaway)))
        await until(lambda: pool.state.waiting == 1)
        second.cancel()
        await asyncio.sleep(0)
        waiting = pool.state.waiting
        await first
        return waiting, pool.state.busy

    assert run(scenario, slow=0) == (0, 0)


def test_long_answer_comes_in_a_file(run: Callable[..., Any]) -> None:
    """An answer that is too long for memory is a file, which is whole."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        answer = await pool.ask(Query(text="SELECT * { ?s ?p ?o }"))
        assert isinstance(answer.body, Path)
        return json.loads(answer.body.read_bytes())

    assert len(run(scenario, in_memory=1000)["results"]["bindings"]) == 40


def test_ended_query_leaves_no_file(run: Callable[..., Any], until: Wait) -> None:
    """What a worker had written of a long answer is removed when it is ended."""
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }"

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        asked = asyncio.create_task(pool.ask(Query(text=endless), seconds=1))
        await until(lambda: any(pool._crew._spool.iterdir()))
        return await asked, list(pool._crew._spool.iterdir())

    answer, left = run(scenario, in_memory=1000)
    assert (answer.status, left) == (504, [])


def test_too_long_answer_is_refused(run: Callable[..., Any]) -> None:
    """An answer beyond the cap is refused as a whole, with the way out."""

    async def scenario(pool: Pool) -> Any:  # noqa: ANN401
        return await pool.ask(Query(text="SELECT * { ?s ?p ?o }"))

    answer = run(scenario, most_bytes=2000)
    assert (answer.status, answer.body) == (400, b"")
    assert answer.detail == "the answer is longer than 2000 bytes; add LIMIT, and OFFSET for the rest"


def test_nothing_is_left_after_stop(graph: Path, runaway: str, until: Wait) -> None:
    """After the pool was stopped there is no process, no copy of the snapshot, no file and no answer but 503."""

    async def scenario() -> Any:  # noqa: ANN401
        pool = Pool(graph, prefixes={}, limits=Limits(workers=2, slow=0))
        await pool.start()
        workers, spool = pids(pool), pool._crew._spool
        asked = [asyncio.create_task(pool.ask(Query(text=runaway))) for _ in range(3)]
        await until(lambda: pool.state.waiting == 1)
        await pool.stop()
        return workers, spool, [*await asyncio.gather(*asked), await pool.ask(Query(text=COUNT))]

    workers, spool, answers = asyncio.run(scenario())
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    assert not spool.exists()
    assert [path.name for path in (graph / "snapshots").iterdir()] == ["00000001"]
    assert [answer.status for answer in answers] == [503] * 4


def test_absent_graph_is_told_at_the_start(tmp_path: Path) -> None:
    """Where there is no graph, nothing is started."""
    with pytest.raises(StoreError, match="no graph at"):
        asyncio.run(Pool(tmp_path / "none.kg", prefixes={}, limits=Limits()).start())
