"""What a watcher wants to know: ``/health`` whether the server answers, ``/metrics`` how it fares (Prometheus)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.problems import Problem
from kg.serve.workers.tasks import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.metrics_core import Metric
    from starlette.datastructures import State
    from starlette.requests import Request
    from starlette.types import Scope

GONE_AWAY = 499  # of a client that did not wait
SOON = 2.0  # seconds in which a worker that is idle answers
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)  # seconds
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
FRESH = {"Cache-Control": "no-store"}


class Metrics:
    """Counts of one application, in a registry of its own."""

    def __init__(self, state: State) -> None:
        """``state`` is the application's: what its pool does is read when it is asked for."""
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("newskg_requests", "Requests answered.", labels, registry=self.registry)
        self._durations = Histogram(
            "newskg_request_seconds",
            "Seconds from the request to the end of its answer.",
            ("route",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.registry.register(_Workers(state))

    def note(self, scope: Scope, *, status: int, seconds: float) -> None:
        """Count a request that has ended; a status of 0 says that the client had left before the answer began."""
        route = getattr(scope.get("route"), "path", "") or ("/sparql" if scope["path"] == "/sparql" else "other")
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._requests.labels(method, route, str(status or GONE_AWAY)).inc()
        self._durations.labels(route).observe(seconds)

    def told(self) -> bytes:
        """All counts, in Prometheus' text format 0.0.4."""
        return generate_latest(self.registry)


class _Workers(Collector):
    """What the pool and the writer of an application do, as they do it."""

    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterator[Metric]:
        """One figure of each."""
        pool = self._state.pool
        state, generation = pool.state, pool.generation
        workers = GaugeMetricFamily("newskg_workers", "Worker processes, by what they do.", labels=("state",))
        workers.add_metric(("busy",), state.busy)
        workers.add_metric(("idle",), state.idle)
        yield workers
        yield GaugeMetricFamily("newskg_queries_waiting", "Queries that wait for a worker.", value=state.waiting)
        ended = CounterMetricFamily("newskg_workers_ended", "Worker processes that ended, by why.", labels=("reason",))
        ended.add_metric(("killed",), state.killed)
        ended.add_metric(("crashed",), state.crashed)
        yield ended
        yield CounterMetricFamily("newskg_workers_replaced", "Workers started in the place of others.", state.replaced)
        answers = CounterMetricFamily("newskg_answers", "Answers of workers, by status.", labels=("status",))
        for status, count in sorted(state.by_status.items()):
            answers.add_metric((str(status),), count)
        yield answers
        yield GaugeMetricFamily("newskg_generation", "Number of the snapshot that is served.", value=generation.number)
        published = generation.published.timestamp()
        yield GaugeMetricFamily("newskg_published_seconds", "When it was published, in Unix time.", value=published)
        troubled = "1 while the newest snapshot cannot be taken up."
        yield GaugeMetricFamily("newskg_troubled", troubled, value=bool(state.problem))
        writable = "1 where updates are taken."
        yield GaugeMetricFamily("newskg_writable", writable, value=self._state.writer is not None)


def metrics_of(state: State) -> Metrics:
    """The counts of the application that ``state`` is of, made when they are first asked for."""
    found: Metrics | None = getattr(state, "metrics", None)
    if found is None:
        found = state.metrics = Metrics(state)
    return found


async def metrics(request: Request) -> Response:
    """The counts, for Prometheus."""
    content = metrics_of(request.app.state).told()
    return Response(content, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4, **FRESH})


async def health(request: Request) -> Response:
    """Whether queries are answered: an idle worker is tried; where all are busy, they are at work.

    :raises Problem: 503 when no worker answers.
    """
    pool = request.app.state.pool
    state = pool.state
    if state.idle and not state.waiting:
        answer = await pool.ask(Query(text="ASK {}"), seconds=SOON)
        problem = "" if answer.status == 200 else answer.detail  # noqa: PLR2004 (answered)
    else:
        problem = "" if state.busy else state.problem or "no worker is there"
    if problem:
        raise Problem(503, detail=problem, headers={"Retry-After": "2"})
    told = {"status": "ok", "generation": pool.generation.number, "published": pool.generation.published}
    return Response(msgspec.json.encode(told), headers={"Content-Type": "application/json", **FRESH})


routes = [Route("/health", health), Route("/metrics", metrics)]
