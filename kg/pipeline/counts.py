"""What enters and leaves each stage of a build, how long it takes, and how much memory."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import resource
except ImportError:  # Windows has no resource module: there the memory of a stage is not known.
    resource = None  # type: ignore[assignment]  # the fall-back of an optional module


@dataclass(slots=True, kw_only=True)
class Stage:
    """What entered and left a stage, how long it took, and the peak memory of the process by its end (MiB)."""

    name: str
    entered: int = 0
    left: int = 0
    seconds: float = 0.0
    peak_mib: float = 0.0


@dataclass(slots=True, kw_only=True)
class Counts:
    """The stages of a build in their order, and by reason what was left out."""

    stages: list[Stage] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Times a stage; the body fills in what entered and left."""
        stage = Stage(name=name)
        start = time.perf_counter()
        yield stage
        stage.seconds = round(time.perf_counter() - start, 3)
        stage.peak_mib = peak_mib()
        self.stages.append(stage)


def peak_mib() -> float:
    """The peak memory of this process and of its largest finished worker so far, in MiB; 0 where it is not known."""
    if resource is None:
        return 0.0  # type: ignore[unreachable]  # reached on Windows
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(each).ru_maxrss for each in who) / 1024, 1)
