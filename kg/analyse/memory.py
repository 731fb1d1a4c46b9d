"""Memory that nothing uses, given back to the system: a graph may be large, and what is made of it comes in stages.

Arrow's own allocators keep what is freed for the next time, and what one thread has freed from the others; and
NumPy and the engine take theirs of the C library, which gives back what it is told to.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def sparing() -> Iterator[None]:
    """Within, Arrow takes its memory of the C library too.

    >>> with sparing():
    ...     pa.default_memory_pool().backend_name
    'system'
    """
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def free() -> None:
    """Gives back what nothing uses."""
    for pool in (pa.default_memory_pool(), pa.system_memory_pool()):
        pool.release_unused()


def without_pandas() -> None:
    """Keeps PyArrow from loading pandas with the first array that it makes, which takes 40 MB, until it is asked for.

    For a process that is ours alone: until then ``pa.array`` takes a series of pandas for any other sequence.
    """
    if "pandas" in sys.modules:
        return
    absent = _Absent()
    sys.meta_path.insert(0, absent)
    try:
        pa.array([0])
    finally:
        sys.meta_path.remove(absent)


class _Absent(MetaPathFinder):
    """Finds that there is no pandas."""

    def find_spec(self, fullname: str, path: object, target: object = None, /) -> None:  # noqa: ARG002  (the signature of finders)
        """Nothing, whatever is looked for.

        :raises ModuleNotFoundError: when that is pandas.
        """
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)
