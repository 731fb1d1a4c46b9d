"""How much a query may take, and what the pool tells of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What bounds the work on queries; bytes and seconds.

    >>> Limits(seconds=5).allowed(None), Limits(longest=60).allowed(3600)
    (5, 60)
    """

    workers: int = 2  # queries that are worked on at once; one process more waits warm
    seconds: float = 30  # of a query that asks for no time of its own
    slow: int = 2  # queries beside these that have become long ones (``long``), so that they hold up no others
    long: float = 0.25  # the seconds that make a query a long one
    longest: float = 300  # that a query may ask for
    memory: int = 1024**3  # of one worker, what it maps from files left out
    waiting: int = 64  # queries that wait for a worker; more are turned away
    most_bytes: int = 1024**3  # of one answer, before it is compressed
    in_memory: int = 4 * 1024**2  # of one answer; what is longer goes through a file

    def allowed(self, seconds: float | None) -> float:
        """The seconds that a query gets that asks for so many."""
        return min(self.seconds if seconds is None else max(seconds, 0.0), self.longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolState:
    """What the pool does now, and what it has done since it was started."""

    busy: int
    idle: int
    waiting: int
    killed: int = 0  # workers that were ended over time, memory or a client that left
    crashed: int = 0  # workers that ended by themselves
    replaced: int = 0  # workers that were started in the place of others
    answered: int = 0
    by_status: Mapping[int, int] = field(default_factory=dict)
    problem: str = ""  # why the newest snapshot cannot be taken up or no worker started, while that is so
