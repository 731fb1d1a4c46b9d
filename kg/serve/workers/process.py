"""A worker: ``python -m kg.serve.workers.process LINE PARENT``, where LINE is the number of a socket to its pool.

It answers one task after the other until the line is closed.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.serve.workers import hardening
from kg.serve.workers.answering import Answering
from kg.serve.workers.frames import framed, received
from kg.serve.workers.tasks import Opening, Reply, Setup, read_job, written

if TYPE_CHECKING:
    from kg.serve.workers.tasks import Dump, Query


def main() -> None:
    """Works for the pool at the other end of the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    number, parent = (int(argument) for argument in sys.argv[1:3])
    hardening.tie(parent)
    worker = Worker()
    with socket.socket(fileno=number) as line:
        while (frame := received(line)) is not None:
            job = read_job(frame)
            # Should the pool be too busy, stopped or gone, the alarm ends this process.
            signal.setitimer(signal.ITIMER_REAL, job.seconds)
            reply = worker.done(job.task)
            signal.setitimer(signal.ITIMER_REAL, 0)
            line.sendall(framed(written(reply)))
    os._exit(0)  # nothing is left to do, and closing the store in order takes its time


class Worker:
    """What a worker has been told so far."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._answering: Answering | None = None

    def done(self, task: Query | Dump | Opening | Setup) -> Reply:
        """The reply to a task, the first of which is its setup."""
        try:
            if isinstance(task, Setup):
                if task.alone:
                    hardening.isolate()
                self._answering = Answering(task)
                hardening.bound(task.memory)
                return Reply(status=200)
            assert self._answering is not None  # noqa: S101  (the pool sends the setup first)
            if isinstance(task, Opening):
                self._answering.open(task.store)
                return Reply(status=200)
        except KgError as error:
            return Reply(status=503, detail=str(error))
        return self._answering.answer(task)


if __name__ == "__main__":
    main()
