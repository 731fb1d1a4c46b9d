"""Builds that are killed at random moments, in processes of their own, and what is left of them."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kg import pipeline
from kg.config import Config
from kg.errors import StoreError
from kg.newsgraph import NewsGraph
from kg.newsgraph.builds import Building
from kg.newsgraph.writing import Written
from kg.shards import Shards
from kg.store import Graph, snapshots, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path
    from random import Random

    from kg.config import StoreConfig

_FILES = {"open", "os.rename", "os.remove", "os.link", "shutil.copyfile"}  # what Python audits of a build's writing
_PATIENCE = 600.0  # seconds
_MOST_EVENTS = 10**9
_STAGES: tuple[tuple[object, str, str], ...] = (  # of a build, beside those that it counts
    (Graph, "change", "change"),
    (snapshots, "publish", "publish"),
    (Written, "finish", "finish"),
    (Building, "_sent", "send"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is done to a graph: documents are added, one is taken out, or all is derived anew."""

    name: str
    paths: tuple[Path, ...] = ()
    gone: str = ""
    store: StoreConfig | None = None

    def do(self, folder: Path, progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None) -> str:
        """Does it, and gives the digest."""
        with NewsGraph(folder) as graph:
            if self.gone:
                return graph.remove(self.gone, store=self.store)
            return str(graph.build(self.paths or None, progress=progress, store=self.store)["digest"])


@dataclass(slots=True, kw_only=True)
class Killed:
    """A step that was killed: in which stage, how many documents it had acknowledged, and whether it was in time."""

    stage: str = "start"
    acknowledged: int = 0
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was wrong after a step that was killed: documents lost, graphs in part, and anything else."""

    lost: int = 0
    partial: int = 0
    other: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Moment:
    """When a step is killed: so long after it or one of its stages began, or at the nth file that it touches.

    With ``stage`` and without ``seconds``, it kills itself before it does anything of that stage.
    """

    seconds: float = _PATIENCE
    stage: str = ""
    event: int = _MOST_EVENTS

    @property
    def last_stage(self) -> str:
        """The stage of which nothing is done."""
        return self.stage if self.seconds == _PATIENCE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A step that nobody killed: when its stages began, in seconds, how many files it touched, what it gave."""

    stages: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    events: int = 0
    digest: str = ""

    def moment(self, random: Random) -> Moment:
        """A random moment: of all the time, of one stage, or by files; each as often as the others."""
        way = random.randrange(3)
        if way == 0:
            return Moment(seconds=random.uniform(0, self.seconds))
        if way == 1:
            stage = random.choice(sorted(self.stages))
            later = [at for at in self.stages.values() if at > self.stages[stage]]
            return Moment(stage=stage, seconds=random.uniform(0, min(later, default=self.seconds) - self.stages[stage]))
        return Moment(event=random.randint(1, self.events))


# ------------------------------------------------------------------------------------------------ in the process


def _child(step: Step, folder: Path, connection: Connection, moment: Moment) -> None:
    """Does a step, tells of it, and kills itself if the moment is an event or the beginning of a stage."""
    seen = [0]

    def tell(stage: str) -> None:
        connection.send(("stage", stage))
        if stage == moment.last_stage:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(name: str, arguments: tuple[Any, ...]) -> None:
        if name in _FILES and str(folder) in str(arguments[0]):
            seen[0] += 1
            if seen[0] == moment.event:
                os.kill(os.getpid(), signal.SIGKILL)

    plain = pipeline.Counts.stage

    @contextmanager
    def stage(self: pipeline.Counts, name: str) -> Iterator[pipeline.Stage]:
        tell(name)
        with plain(self, name) as entered:
            yield entered

    pipeline.Counts.stage = stage  # type: ignore[method-assign]  # this process does nothing else
    for owner, method, name in _STAGES:
        setattr(owner, method, _telling(getattr(owner, method), name, tell))
    tell("start")
    sys.addaudithook(audit)
    digest = step.do(folder, lambda _: lambda: connection.send(("document", "")))
    connection.send(("done", (digest, seen[0])))


def _telling(method: Callable[..., Any], stage: str, tell: Callable[[str], None]) -> Callable[..., Any]:
    """A method that tells that it begins, as a stage of its own."""

    def told(*given: Any, **named: Any) -> Any:  # noqa: ANN401 (stands for methods of any kind)
        tell(stage)
        return method(*given, **named)

    return told


def run(step: Step, folder: Path, moment: Moment) -> tuple[Killed, Measured]:
    """Does a step in a process of its own, and kills it at a moment."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crashing"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(step, folder, theirs, moment))
    process.start()
    theirs.close()
    killed, stages = Killed(), dict[str, float]()
    begun = time.perf_counter()
    until = begun + (_PATIENCE if moment.stage else moment.seconds)
    digest, events = "", 0
    with suppress(EOFError):
        while True:
            if not ours.poll(max(until - time.perf_counter(), 0)):
                process.kill()
                until = time.perf_counter() + _PATIENCE  # what it has said before is still to be read
                continue
            kind, what = ours.recv()
            if kind == "stage":
                if not stages:
                    begun = time.perf_counter()
                    until = begun + (_PATIENCE if moment.stage else moment.seconds)
                killed.stage = what
                stages[what] = time.perf_counter() - begun
                if what == moment.stage:
                    until = time.perf_counter() + moment.seconds
            elif kind == "document":
                killed.acknowledged += 1
            else:
                digest, events = what
                until = time.perf_counter() + _PATIENCE
    process.join()
    killed.ended = process.exitcode == 0
    measured = Measured(stages=stages, seconds=time.perf_counter() - begun, events=events, digest=digest)
    process.close()
    return killed, measured


# ------------------------------------------------------------------------------------------------ what is left


def state(folder: Path) -> dict[str, int]:
    """What readers see of a graph: the total of each named graph but runs; nothing where nothing was published."""
    try:
        with Graph.read(folder) as graph:
            return {name: total(graph.quads(name)) for name in graph.graphs() if not name.endswith("/runs")}
    except StoreError as error:
        if "never finished" in str(error) or "no graph at" in str(error):
            return {}
        raise


def check(folder: Path, states: Sequence[dict[str, int]], acknowledged: Sequence[str]) -> Found:
    """What is wrong with a graph of which readers may see one of some states, and documents were acknowledged."""
    shards = Shards(folder / "documents")
    lost = sum(shards.get(ident) is None for ident in acknowledged)
    seen = state(folder)
    partial = sum(all(seen[name] != known.get(name) for known in states) for name in seen)
    other = [] if seen in states else ["readers see neither what was there before nor what comes after"]
    if seen:
        with NewsGraph(folder) as graph:
            other += [str(violation) for violation in graph.verify(shacl=False)]
    return Found(lost=lost, partial=partial, other=tuple(other))


def leftovers(folder: Path) -> list[str]:
    """What a build should not leave in the folder of a graph."""
    patterns = ("documents/*/writing-*", "snapshots/*-*", "*.new", "store/bulk-*")
    return sorted(path.name for pattern in patterns for path in folder.glob(pattern))


def copy(folder: Path, target: Path) -> None:
    """A graph as another begins with."""
    shutil.rmtree(target, ignore_errors=True)
    if folder.exists():
        shutil.copytree(folder, target)


# ------------------------------------------------------------------------------------------------ documents


def corpus(examples: Path, folder: Path, number: int) -> list[Path]:
    """So many files of one document each: those of ``examples``, then the same of other outlets in other months."""
    found = pipeline.documents([examples], Config(), counts=pipeline.Counts()).documents.values()
    originals = sorted(found, key=lambda document: document.name)
    folder.mkdir(parents=True)
    paths = []
    for n in range(number):
        turn, document = n // len(originals), originals[n % len(originals)]
        day = (document.date or date(2024, 3, 1)) - timedelta(days=60 * turn)
        fields = {
            "id": f"report-{n}",
            "text": document.text,
            "title": document.title,
            "outlet": f"{document.outlet or 'Harbour Post'} {turn}",
            "date": day.isoformat(),
        }
        path = folder / f"{n:03}.jsonl"
        path.write_text(json.dumps(fields, ensure_ascii=False) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def ids(paths: Sequence[Path]) -> list[str]:
    """The ids of documents in the order in which a build reads them."""
    return list(pipeline.documents(paths, Config(), counts=pipeline.Counts()).documents)
