from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.routing import Route

from kg.serve.metrics import Metrics, routes
from kg.serve.workers import PoolState
from kg.serve.workers.tasks import Answer
from tests.serve import pools

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient


@pytest.fixture(name="served")
def _served(tmp_path: Path) -> TestClient:
    return pools.client(tmp_path, routes)


def figures(text: str) -> dict[tuple[str, ...], float]:
    """Each figure by its name and the values of its labels."""
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_health(served: TestClient) -> None:
    """A server whose workers answer is healthy, and says which snapshot it serves."""
    answer = served.get("/health")
    assert answer.status_code == 200
    assert {"status": "ok", "generation": 1}.items() <= answer.json().items()


def test_no_worker_is_not_healthy(served: TestClient) -> None:
    """503, with the reason, where no worker is there or none answers."""
    behind = pools.pool(served)
    behind.state = PoolState(busy=0, idle=0, waiting=0, problem="the disk is gone")
    assert (served.get("/health").status_code, served.get("/health").json()["detail"]) == (503, "the disk is gone")
    behind.state = PoolState(busy=0, idle=1, waiting=0)
    behind.refusal = Answer(status=503, content_type="", body=b"", detail="crashed")
    assert served.get("/health").json()["detail"] == "crashed"


def test_busy_is_healthy(served: TestClient) -> None:
    """Where all workers are at work, no further query is put in the queue to find out."""
    behind = pools.pool(served)
    behind.state = PoolState(busy=2, idle=0, waiting=5)
    assert served.get("/health").status_code == 200
    assert behind.asked == []


def test_metrics_tell_of_the_pool(served: TestClient) -> None:
    """What the pool does stands in Prometheus' format."""
    behind = pools.pool(served)
    behind.state = PoolState(busy=1, idle=2, waiting=3, killed=4, crashed=5, replaced=6, by_status={200: 7, 504: 1})
    told = figures(served.get("/metrics").text)
    assert told["newskg_workers", "busy"] == 1
    assert told["newskg_queries_waiting",] == 3
    assert told["newskg_workers_ended_total", "killed"] == 4
    assert told["newskg_answers_total", "504"] == 1
    assert told["newskg_generation",] == 1
    assert told["newskg_writable",] == 0


def test_requests_are_counted(served: TestClient) -> None:
    """A request counts for its route, not for its address, so that strangers cannot make figures of their own."""
    state = served.app.state  # type: ignore[attr-defined]  # an application of Starlette
    counts = Metrics(state)
    route = Route("/entity/{name}", lambda _: None)
    for path in ("/entity/a", "/entity/b"):
        counts.note({"method": "GET", "path": path, "route": route}, status=200, seconds=0.02)
    counts.note({"method": "GET", "path": "/nowhere"}, status=404, seconds=0.001)
    counts.note({"method": "GET", "path": "/sparql"}, status=0, seconds=1)
    counts.note({"method": "FETCH", "path": "/"}, status=405, seconds=0)
    told = figures(counts.told().decode())
    assert told["newskg_requests_total", "GET", "/entity/{name}", "200"] == 2
    assert told["newskg_requests_total", "GET", "other", "404"] == 1
    assert told["newskg_requests_total", "GET", "/sparql", "499"] == 1
    assert told["newskg_requests_total", "other", "other", "405"] == 1
    assert told["newskg_request_seconds_bucket", "0.025", "/entity/{name}"] == 2
