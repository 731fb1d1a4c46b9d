"""A build that is killed loses nothing that it had acknowledged, and leaves nothing in part."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from kg.newsgraph import NewsGraph
from kg.shards import Shards
from kg.store import snapshots
from tests.crashing import Found, Measured, Moment, Step, check, copy, corpus, ids, leftovers, run, state

EXAMPLES = Path(__file__).parent.parent / "examples"
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the system has no SIGKILL"),
    pytest.mark.model,
]


class Life:
    """A graph that is made and added to, and how both went when nobody killed them."""

    def __init__(self, folder: Path) -> None:
        """Builds it, twice: the first time parses."""
        self.folder = folder
        paths = corpus(EXAMPLES, folder / "documents", 6)
        self.steps = Step(name="first", paths=tuple(paths[:5])), Step(name="add", paths=tuple(paths[5:]))
        run(Step(name="parse", paths=tuple(paths)), folder / "parse.kg", Moment())
        self.measured: list[Measured] = []
        for n, step in enumerate(self.steps):
            copy(folder / f"{n}.kg", folder / f"{n + 1}.kg")
            self.measured.append(run(step, folder / f"{n + 1}.kg", Moment())[1])

    def kill(self, n: int, moment: Moment) -> tuple[Path, Found, bool]:
        """The graph after a step was killed, what is wrong with it, and whether it was killed in time."""
        target = self.folder / "killed.kg"
        copy(self.folder / f"{n}.kg", target)
        before = Shards(target / "documents").ids()
        killed, _ = run(self.steps[n], target, moment)
        acknowledged = [*before, *[i for i in ids(self.steps[n].paths) if i not in before][: killed.acknowledged]]
        states = [state(self.folder / f"{m}.kg") for m in (n, n + 1)]
        return target, check(target, states, acknowledged), not killed.ended


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A small graph; its parses are kept."""
    return Life(tmp_path_factory.mktemp("life"))


@pytest.mark.parametrize("n", [0, 1], ids=["first", "add"])
@pytest.mark.parametrize("seed", range(2))
def test_kill_loses_nothing(life: Life, n: int, seed: int) -> None:
    """Killed at a random moment: no acknowledged document is lost, readers see no half, the next build ends alike."""
    moment = life.measured[n].moment(Random(10 * n + seed))  # noqa: S311 (no secret)
    folder, found, _ = life.kill(n, moment)
    _, again = run(life.steps[n], folder, Moment())
    assert (found, again.digest, leftovers(folder)) == (Found(), life.measured[n].digest, [])


@pytest.mark.parametrize("stage", ["change", "publish", "finish"])
def test_kill_at_the_end_of_a_build_loses_nothing(life: Life, stage: str) -> None:
    """Killed before the store is changed, before it is published or after that, readers see a graph and its report."""
    folder, found, killed = life.kill(1, Moment(stage=stage))
    _, again = run(life.steps[1], folder, Moment())
    assert (killed, found, again.digest, leftovers(folder)) == (True, Found(), life.measured[1].digest, [])


def test_last_file_of_a_build_is_its_report(life: Life) -> None:
    """Killed before its report is in its place, a build has published: the graph's report is that of the snapshot."""
    folder, found, killed = life.kill(1, Moment(event=life.measured[1].events))
    with NewsGraph(folder) as graph:
        assert (killed, found, graph.info()["last build"]["digest"]) == (True, Found(), life.measured[1].digest)
    assert not snapshots.is_cut_off(folder)


@pytest.mark.parametrize("stage", ["change", "publish"])
def test_store_half_written_is_known(life: Life, stage: str) -> None:
    """Killed while it writes, a build leaves a store of which it can be told that it is half done, until the next."""
    folder, _, _ = life.kill(1, Moment(stage=stage))
    assert snapshots.is_cut_off(folder)
    run(life.steps[1], folder, Moment())
    assert not snapshots.is_cut_off(folder)


def test_workers_end_with_the_build_that_is_killed() -> None:
    """A worker of a process that was killed ends too: it would wait for ever for something to do."""
    script = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from kg.pipeline.texts import _watch_parent
if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_watch_parent) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    until = time.monotonic() + 60
    while is_running(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(worker)


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat")
        return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
