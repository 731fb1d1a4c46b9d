"""What could not be read, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file, or a line of one (``file:line``), that gave no document.

    ``reason`` is one line: what was wrong, what was expected, what to do.

    >>> str(Skipped(name="news/empty.txt", reason="is empty; expected an article; remove it"))
    'news/empty.txt: is empty; expected an article; remove it'
    """

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"
