"""What a worker process may not do: outlive its parent, reach the network, take more memory than it was given.

On Linux the kernel sees to all three. The network is closed by a seccomp filter, which holds for C libraries and for
programs that the worker starts, cannot be taken off again, and needs no rights: only local (`AF_UNIX`) sockets can be
made. Elsewhere Python refuses to make sockets, which C libraries could still do.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
import threading
import time
from enum import StrEnum
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
LOOK_FOR_PARENT_SECONDS = 1.0

# The numbers of system calls: socket, socketpair, io_uring_setup (which could make sockets past the filter).
CALLS = {"x86_64": (0xC000003E, 41, 53, 425), "aarch64": (0xC00000B7, 198, 199, 425)}
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # operations of a filter program
CALL, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # where the filter finds them
ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | 13  # the call answers EACCES: permission denied
X32_CALLS = 0x40000000  # a second numbering of system calls on x86_64


class Network(StrEnum):
    """Who keeps a worker from the network."""

    KERNEL = "kernel"
    PYTHON = "python"


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("program", ctypes.c_char_p))


def confine(parent: int) -> Network:
    """Bind this process to its parent and close the network to it and to all that it starts."""
    os.setpgid(0, 0)  # a group of its own: Ctrl-C goes to the parent, and what it starts ends with it
    _die_with(parent)
    _refuse_python_sockets()
    return Network.KERNEL if _refuse_sockets() else Network.PYTHON


def cap_memory(most: int) -> None:
    """Let this process hold no more than about `most` bytes: what it wants beyond is a `MemoryError`."""
    held, reserved = memory_of(os.getpid()), _reserved()
    if held is None or reserved is None:
        return
    limit = reserved + max(most - held, 0)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def memory_of(process: int) -> int | None:
    """Answer the resident bytes of a process; None where that cannot be seen (it has ended, or this is no Linux)."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return None
    return int(pages) * resource.getpagesize()


def _reserved() -> int | None:
    """Answer what the kernel counts against the limit: writable memory, whether touched or not."""
    try:
        status = Path("/proc/self/status").read_text("ascii", errors="replace")
    except OSError:
        return None
    sizes = (line.split()[1] for line in status.splitlines() if line.startswith("VmData:"))
    return next((int(size) * 1024 for size in sizes), None)


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it ended before the kernel was asked
        os._exit(1)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_FOR_PARENT_SECONDS)
    os._exit(1)


def _refuse_python_sockets() -> None:
    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        # 1 is AF_UNIX everywhere; asking the module `socket` would load it for this alone.
        if event == "socket.__new__" and arguments[1] != 1:
            raise PermissionError("reading files needs no network, and a worker gets none")

    sys.addaudithook(refuse)


def _refuse_sockets() -> bool:
    """Install the filter; False where this system has none."""
    if sys.platform != "linux" or platform.machine() not in CALLS:
        return False
    program = _program(*CALLS[platform.machine()])
    loaded = _Filter(len(program) // 8, program)
    libc = ctypes.CDLL(None)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(loaded), 0, 0) == 0)


def _program(architecture: int, socket: int, socketpair: int, ring: int) -> bytes:
    """The filter: allow all, but of sockets only local ones, and nothing in another numbering of calls."""
    instructions = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, 8, architecture),
        (LOAD, 0, 0, CALL),
        (AT_LEAST, 6, 0, X32_CALLS),
        (EQUAL, 5, 0, ring),
        (EQUAL, 1, 0, socket),
        (EQUAL, 0, 2, socketpair),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 0, 1, 1),  # AF_UNIX
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
