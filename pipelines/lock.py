"""One run at a time in an output folder: who holds it, and what frees it.

The kernel holds the lock for the process and lets go of it when the process ends, however it ends, so the lock of a
dead run is no lock. On network shares NFS and SMB pass it on to the server, where it keeps runs on other machines out
too; on a share that knows no locks the file's own words decide, which a machine can check only for itself: after a
crash of another machine the file has to be removed by hand, and the message says so.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from errors import OutputError
from pipelines.store import HIDDEN

TRIES = 3
BETWEEN_TRIES_SECONDS = 0.1
LOCKS_UNKNOWN = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}


class Holder(msgspec.Struct, frozen=True):
    """Who runs in a folder, and since when."""

    host: str
    pid: int
    since: datetime

    @classmethod
    def this(cls) -> Holder:
        """The process that asks."""
        return cls(socket.gethostname(), os.getpid(), datetime.now(UTC).replace(microsecond=0))

    @property
    def told(self) -> str:
        """The holder in words."""
        return f"process {self.pid} on {self.host}, since {self.since:%Y-%m-%d %H:%M} UTC"

    def is_dead(self) -> bool:
        """Whether the holder is known to have ended; of other machines nothing is known."""
        if self.host != socket.gethostname():
            return False
        with suppress(PermissionError):  # it lives, and is another user's
            try:
                os.kill(self.pid, 0)
            except ProcessLookupError:
                return True
        return False

    def may_be_another(self) -> bool:
        """Whether it cannot be ruled out that a process other than this one still runs."""
        return self.host != socket.gethostname() or (self.pid != os.getpid() and not self.is_dead())


class Occupancy(msgspec.Struct, frozen=True):
    """Whether somebody runs in a folder, and who: None where that cannot be told, or not yet."""

    held: bool
    holder: Holder | None = None


class HeldError(OutputError):
    """Another run holds the output folder."""


@contextmanager
def hold(out: Path) -> Iterator[Holder]:
    """Hold an output folder; `HeldError` says who does already, `OutputError` that it cannot be written."""
    path = out / HIDDEN / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}; choose another output folder with -o"
        raise OutputError(message) from error
    try:
        _lock(handle, out)
        holder = Holder.this()
        try:
            _write(handle, msgspec.json.encode(holder))
        except OSError as error:
            message = f"cannot write {path}: {error.strerror}; make room or choose another output folder with -o"
            raise OutputError(message) from error
        try:
            yield holder
        finally:
            with suppress(OSError):
                _write(handle, b"")  # so that words are only left by a run that was killed
    finally:
        os.close(handle)


def occupancy(out: Path) -> Occupancy:
    """Whether somebody runs in the folder now, as far as can be told."""
    try:
        handle = os.open(out / HIDDEN / "lock", os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return Occupancy(held=False)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return Occupancy(held=True, holder=_holder(handle))
    except OSError:
        holder = _read(handle)
        held = holder is not None and holder.may_be_another()
        return Occupancy(held, holder if held else None)
    finally:
        os.close(handle)
    return Occupancy(held=False)


def _holder(handle: int) -> Holder | None:
    """Who holds the kernel's lock: a moment after it was taken the file is empty, or names a run that was killed."""
    for _ in range(TRIES):
        holder = _read(handle)
        if holder is not None and not holder.is_dead():
            return holder
        time.sleep(BETWEEN_TRIES_SECONDS)
    return None


def _lock(handle: int, out: Path) -> None:
    """Take the lock; where the file system knows none, only the file's words keep others out."""
    try:
        _try_lock(handle)
    except BlockingIOError as error:
        raise HeldError(_held(out, _holder(handle))) from error
    except OSError as error:
        if error.errno not in LOCKS_UNKNOWN:
            raise OutputError(f"cannot lock {out}: {error.strerror}; choose another output folder with -o") from error
        holder = _read(handle)
        if holder is not None and holder.may_be_another():
            message = f"{_held(out, holder)}; if that run is dead, remove {out / HIDDEN / 'lock'}"
            raise HeldError(message) from error


def _try_lock(handle: int) -> None:
    """Take the lock; who only looks at it (`occupancy`) has let go of it a moment later."""
    for _ in range(TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(BETWEEN_TRIES_SECONDS)
        else:
            return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _held(out: Path, holder: Holder | None) -> str:
    who = holder.told if holder else "another run"
    return f"{out} is in use by {who}: wait until it ends, or choose another output folder with -o"


def _read(handle: int) -> Holder | None:
    try:
        return msgspec.json.decode(os.pread(handle, 4096, 0), type=Holder)
    except (OSError, ValueError):
        return None


def _write(handle: int, words: bytes) -> None:
    os.ftruncate(handle, 0)
    if os.pwrite(handle, words, 0) < len(words):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
