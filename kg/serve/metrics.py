"""What a watcher wants to know: ``/health`` whether the server answers, ``/metrics`` how it fares (Prometheus)."""

from __future__ import annotations
