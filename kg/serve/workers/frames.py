"""Frames on a stream: four bytes that say how long, the highest first, and so many bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

HEAD = 4


def framed(content: bytes) -> bytes:
    r"""The content as a frame.

    >>> framed(b"ab")
    b'\x00\x00\x00\x02ab'
    """
    return len(content).to_bytes(HEAD) + content


class Frames:
    """Takes a stream in pieces of any size and gives the contents of the frames that are whole."""

    def __init__(self) -> None:
        """At the beginning of a stream."""
        self._rest = bytearray()

    def fed(self, piece: bytes) -> Iterator[bytes | memoryview]:
        """The contents that ``piece`` makes whole.

        >>> frames = Frames()
        >>> [bytes(whole) for cut in (framed(b"ab")[:3], framed(b"ab")[3:]) for whole in frames.fed(cut)]
        [b'ab']
        """
        if not self._rest and len(piece) >= HEAD and len(piece) == HEAD + int.from_bytes(piece[:HEAD]):
            yield memoryview(piece)[HEAD:]  # one frame in one piece, as nearly always
            return
        self._rest += piece
        while len(self._rest) >= HEAD and len(self._rest) >= (end := HEAD + int.from_bytes(self._rest[:HEAD])):
            whole, self._rest = memoryview(self._rest)[HEAD:end], self._rest[end:]
            yield whole


def received(line: socket.socket) -> bytes | None:
    """The content of the next frame, waiting for it; None at the end of the stream."""
    head = _exactly(line, HEAD)
    return None if head is None else _exactly(line, int.from_bytes(head))


def _exactly(line: socket.socket, length: int) -> bytes | None:
    pieces: list[bytes] = []
    while length:
        piece = line.recv(min(length, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
