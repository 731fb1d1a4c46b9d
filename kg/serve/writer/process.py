"""The writer: ``python -m kg.serve.writer.process LINE PARENT``, with the number of a socket to the server.

It does one task after the other until the line is closed.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from kg.serve.workers import hardening
from kg.serve.workers.frames import framed, received
from kg.serve.workers.tasks import Reply
from kg.serve.workers.tasks import written as encoded
from kg.serve.writer.tasks import Setup, read_job
from kg.serve.writer.writing import Writing

NAME = "kg writer"  # what a build that finds the store held is told


def main() -> None:
    """Writes for the server at the other end of the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    number, parent = (int(argument) for argument in sys.argv[1:3])
    hardening.tie(parent)
    with suppress(OSError):
        Path("/proc/self/comm").write_text(NAME, encoding="ascii")
    with socket.socket(fileno=number) as line:
        _work(line)
    os._exit(0)  # every write was published when it was done


def _work(line: socket.socket) -> None:
    if (frame := received(line)) is None:
        return
    setup = read_job(frame).task
    assert isinstance(setup, Setup)  # noqa: S101  (the server sends the setup first)
    if setup.alone:
        hardening.isolate()
    hardening.bound(setup.memory)
    writing = Writing(setup)

    def said(reply: Reply) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)  # what is done is published, however long that takes
        line.sendall(framed(encoded(reply)))

    while True:
        if not select.select([line], [], [], setup.idle)[0]:
            writing.release()
        if (frame := received(line)) is None:
            return
        job = read_job(frame)
        assert not isinstance(job.task, Setup)  # noqa: S101  (it is sent once)
        # Should the server be too busy, stopped or gone, the alarm ends this process.
        signal.setitimer(signal.ITIMER_REAL, job.seconds)
        writing.done(job.task, said=said)


if __name__ == "__main__":
    main()
