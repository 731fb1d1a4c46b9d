"""What a worker process may not do, so that a query that breaks out of the engine finds little: Linux, where it can.

Elsewhere nothing happens. The first line of defence is ``kg.store.guard``; this is the second.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import resource
import signal
import struct
import sys
from pathlib import Path

SLACK = 256 * 1024**2  # bytes that RocksDB and the stacks of its threads reserve and seldom use
PAGE = os.sysconf("SC_PAGE_SIZE")

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SECCOMP_MODE_FILTER = 2
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
LOAD, IF_EQUAL, IF_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER_AT, ARCHITECTURE_AT = 0, 4  # struct seccomp_data
OTHER_ABI = 0x40000000  # calls of x32 have this bit

# audit architecture, then the numbers of socket, io_uring_setup (which opens sockets too), execve and execveat
CALLS = {
    "x86_64": (0xC000003E, (41, 425, 59, 322)),
    "aarch64": (0xC00000B7, (198, 425, 221, 281)),
}


def tie(parent: int) -> None:
    """Lets the kernel end this process when ``parent`` ends, in the middle of a query too."""
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it has ended already
            os._exit(0)


def bound(memory: int) -> None:
    """Makes allocations fail, and so end the process, well beyond ``memory`` bytes more than it has now.

    The pool ends it before; this holds where the pool is too slow, or cannot see how much memory is used.
    """
    with contextlib.suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * PAGE
        limit = used + memory + memory // 4 + SLACK
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def isolate() -> bool:
    """Refuses this process, and every thread it makes from now on, new sockets and new programs; whether it could."""
    known = CALLS.get(platform.machine()) if sys.platform == "linux" else None
    if known is None:
        return False
    program = _program(*known)
    buffer = ctypes.create_string_buffer(program, len(program))
    filtered = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer)))
    return _prctl(PR_SET_NO_NEW_PRIVS, 1) and _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(filtered))


def _program(architecture: int, refused: tuple[int, ...]) -> bytes:
    """A filter of classic BPF (seccomp(2)): each instruction is its code, two jumps forward and a number."""
    last = len(refused) + 5  # place of the instruction that refuses
    steps = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (IF_EQUAL, 0, last - 2, architecture),
        (LOAD, 0, 0, NUMBER_AT),
        (IF_AT_LEAST, last - 4, 0, OTHER_ABI),
        *((IF_EQUAL, last - place - 1, 0, call) for place, call in enumerate(refused, start=4)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _prctl(option: int, first: int, second: int = 0) -> bool:
    call = ctypes.CDLL(None, use_errno=True).prctl
    call.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    return bool(call(option, first, second, 0, 0) == 0)
