"""What is asked of the writer, as it goes over the line between two processes. Each task is done as a whole, or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from kg.store import Dataset  # noqa: TC001  (msgspec reads the types of records when it decodes one)
from kg.store.updating import Payload

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A payload on the line: ``file`` is the path of one that is long, whose ``content`` is empty then."""

    media_type: str
    content: bytes = b""
    file: str = ""
    base: str | None = None

    def payload(self) -> Payload:
        """What the store reads."""
        content = Path(self.file) if self.file else self.content
        return Payload(content=content, media_type=self.media_type, base=self.base)


class Update(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A SPARQL update; ``using`` is its data set, ``federation`` the hosts that LOAD and SERVICE may name."""

    text: str
    using: Dataset | None = None
    base: str | None = None
    federation: tuple[str, ...] = ()


class Put(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """RDF that takes the place of what a graph holds; "" is the default graph.

    ``there`` is whether the graph must be there already, or must not (None: either), here and below.
    """

    graph: str
    payloads: tuple[Sent, ...]
    there: bool | None = None


class Post(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """RDF that a graph is to hold too; None: the graphs that the payloads themselves name."""

    graph: str | None
    payloads: tuple[Sent, ...]
    there: bool | None = None


class Delete(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A graph that is to be no more."""

    graph: str
    there: bool | None = None


class Publish(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing new, but what was written and is not published yet."""


class Setup(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The first thing that the writer is told, and does not answer.

    ``own`` is what the names of the project's own graphs begin with; after ``idle`` seconds without a task it lets go
    of the store; ``memory`` is in bytes; ``alone``: it may not reach the network.
    """

    folder: str
    prefixes: dict[str, str]
    own: str
    idle: float
    memory: int
    alone: bool


Task = Update | Put | Post | Delete | Publish


class Job(msgspec.Struct, frozen=True, array_like=True):
    """A task with the seconds after which the writer ends itself, unless it is done; or its setup."""

    task: Update | Put | Post | Delete | Publish | Setup
    seconds: float = 0.0


def sent(payloads: Iterable[Payload]) -> tuple[Sent, ...]:
    """Payloads, made ready for the line."""
    return tuple(
        Sent(media_type=each.media_type, content=each.content, base=each.base)
        if isinstance(each.content, bytes)
        else Sent(media_type=each.media_type, file=str(each.content), base=each.base)
        for each in payloads
    )


written: Final = msgspec.msgpack.Encoder().encode
read_job: Final = msgspec.msgpack.Decoder(Job).decode
