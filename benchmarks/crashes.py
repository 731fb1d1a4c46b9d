"""Whether a build that is killed loses a document that it had acknowledged, or leaves one in part.

    python benchmarks/crashes.py [--kills 50] [--documents 36] [--seed 1]

A graph of a few dozen documents is made, changed and made anew, and each of these steps is killed (SIGKILL) at random
moments: anywhere in its time, in each of its stages, and at each of the files that it touches. A third of the kills are
of builds that send the graph to an Oxigraph server. After each of them

- every document that the build had acknowledged must have its shard,
- readers must see the graph as it was before or as it is after, whole, and `kg verify` must hold,
- every named graph of the server must be as it was before or as it is after,
- the same step, done again, must come to the digest of one that nobody killed, and leave no file behind, and the server
  with what the graph holds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kg.ids import Ids
from kg.shards import Shards
from kg.store import Graph, normal, total
from kg.store.remote import Client, addresses, send
from tests.crashing import Measured, Moment, Step, check, copy, corpus, ids, leftovers, run, state
from tests.servers import oxigraph

if TYPE_CHECKING:
    from kg.config import StoreConfig

_EXAMPLES = Path(__file__).parent.parent / "examples"
_EACH = 3  # of so many kills one is of a build with a server
_TRIES = 20  # a step that ends before it is killed is done again


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A step from a graph to another: what readers see of both, and how it goes when nobody kills it.

    ``sent`` is how it goes with a server to send it to; ``order`` are the ids of its documents, as it reads them.
    """

    step: Step
    start: Path
    states: tuple[dict[str, int], dict[str, int]]
    measured: Measured
    sent: Measured
    order: tuple[str, ...]


def main() -> int:
    """Prints a table; 1 where anything was lost, in part, or otherwise than it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=36)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random = Random(given.seed)  # noqa: S311 (no secret)
    sums: Counter[str] = Counter()
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["XDG_CACHE_HOME"] = str(work / "cache")
        server = stack.enter_context(oxigraph(work / "server"))
        cases = prepared(work, given.documents, server)
        print(f"{'step':<12}{'killed in':<32}{'acknowledged':>13}{'lost':>6}{'partial':>9}  other")
        for n in range(given.kills):
            case = cases[n % len(cases)]
            to = None if n % _EACH else server
            sums.update(killed(case, work / "killed.kg", random, to))
    told = f"{sums['lost']} acknowledged documents lost, {sums['partial']} partial graphs, {sums['other']} other"
    print(f"{given.kills} kills: {told}")
    return int(sums["lost"] + sums["partial"] + sums["other"] > 0)


def prepared(work: Path, number: int, server: StoreConfig) -> list[Case]:
    """A first build, an addition, a removal, and all of it anew; each from where the one before it ended."""
    paths = corpus(_EXAMPLES, work / "documents", number)
    first, more = tuple(paths[:-4]), tuple(paths[-4:])
    steps = (
        Step(name="first", paths=first),
        Step(name="add", paths=more),
        Step(name="remove", gone=ids(more)[0]),
        Step(name="anew"),
    )
    run(Step(name="parse", paths=tuple(paths)), work / "parse.kg", Moment())  # every parse is cached from here on
    cases, start = [], work / "0.kg"
    for n, step in enumerate(steps, 1):
        end = work / f"{n}.kg"
        reset(server, start)
        copy(start, end)
        _, sent = run(replace(step, store=server), end, Moment())
        copy(start, end)
        _, measured = run(step, end, Moment())
        order = tuple(ids(step.paths)) if step.paths else ()
        states = state(start), state(end)
        cases.append(Case(step=step, start=start, states=states, measured=measured, sent=sent, order=order))
        print(f"{step.name}: {measured.seconds:.1f} s, {measured.events} files; sent to a server {sent.seconds:.1f} s")
        start = end
    return cases


def killed(case: Case, folder: Path, random: Random, server: StoreConfig | None) -> Counter[str]:
    """Kills a step, looks at what is left, and does it again."""
    step = replace(case.step, store=server)
    for _ in range(_TRIES):
        copy(case.start, folder)
        if server is not None:
            reset(server, case.start)
        before = set(Shards(folder / "documents").ids())
        moment = (case.measured if server is None else case.sent).moment(random)
        how, _ = run(step, folder, moment)
        if not how.ended:
            break
    else:
        sys.exit(f"{step.name} always ended before it was killed")
    acknowledged = [ident for ident in case.order if ident not in before][: how.acknowledged]
    found = check(folder, case.states, [*before - {step.gone}, *acknowledged])
    partial = found.partial + (partial_there(server, case.states) if server is not None else 0)
    other = [*found.other, *after(case, step, folder)]
    if server is not None and not is_same(server, folder):
        other.append("the server has something else than the graph")
    where = how.stage + (" (to a server)" if server else "")
    print(
        f"{step.name:<12}{where:<32}{how.acknowledged:>13}{found.lost:>6}{partial:>9}  {'; '.join(other)}", flush=True
    )
    return Counter(lost=found.lost, partial=partial, other=len(other))


def after(case: Case, step: Step, folder: Path) -> list[str]:
    """What is wrong once a step that was killed was done again."""
    if step.gone and step.gone not in {name.rsplit("/", 1)[-1] for name in state(folder)}:
        step = replace(step, gone="", name="anew")  # it was taken out, so the graph has no such document any more
    _, again = run(step, folder, Moment())
    wrong = [] if again.digest == case.measured.digest else [f"digest {again.digest[:16]} of the next build"]
    return wrong + [f"left behind: {name}" for name in leftovers(folder)]


# ------------------------------------------------------------------------------------------------ the server


def reset(server: StoreConfig, start: Path) -> None:
    """Makes the server hold what it would after a build that nobody killed."""
    with client(server) as there:
        there.update("DROP ALL")
    if state(start):
        with Graph.read(start) as graph, client(server) as there:
            send(graph, there, server, Ids())


def partial_there(server: StoreConfig, states: tuple[dict[str, int], ...]) -> int:
    """How many named graphs a server has otherwise than they were before and are after."""
    with client(server) as there:
        rows = there.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        names = {row["g"] for row in rows} - {Ids().graph("store"), Ids().graph("runs")}
        held = {name: total(normal(there.quads(name))) for name in names}
    return sum(all(value != known.get(name) for known in states) for name, value in held.items())


def is_same(server: StoreConfig, folder: Path) -> bool:
    """Whether a server has every quad of a graph, and no other."""
    with client(server) as there, Graph.read(folder) as graph:
        rows = there.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        names = {row["g"] for row in rows} - {Ids().graph("store")}
        return names == set(graph.graphs()) and all(set(there.quads(n)) == set(graph.quads(n)) for n in names)


def client(server: StoreConfig) -> Client:
    """A client of a server."""
    told = addresses(server)
    assert told is not None  # noqa: S101 (it was given an address)
    return Client(told, server)


if __name__ == "__main__":
    sys.exit(main())
