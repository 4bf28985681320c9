"""Files that several processes share: written as a whole, and locked by one process at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

PRIVATE = 0o600
FOR_ALL = 0o666  # less what the user's umask takes away
LOCK_WAIT_S = 10.0
LOCK_POLL_S = 0.01


@contextlib.contextmanager
def replacing(path: Path, *, mode: int = PRIVATE, backup: Path | None = None) -> Iterator[IO[bytes]]:
    """Yield an empty file that takes the place of `path` when the block ends without an error. Raises OSError.

    On the disk there is always the whole old or the whole new content. A symbolic link stays one. `backup` gets what
    stood there before.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if backup is not None and path.exists():
            backup.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # a file system without hard links: then without a backup
                os.link(path, backup)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def replace(path: Path, data: bytes, *, mode: int = PRIVATE, backup: Path | None = None) -> None:
    """Write `data` as the whole of `path`, as `replacing` does. Raises OSError."""
    with replacing(path, mode=mode, backup=backup) as file:
        file.write(data)


class FileLock:
    """Held by one process at a time. The end of its process releases it; a file with a process id would stay."""

    def __init__(self, path: Path) -> None:
        """`path` is a file, which is made where it is missing, or (not on Windows) a folder that exists."""
        self._path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def take(self) -> bool:
        """Take the lock. False when another process, or another lock of this one, has it. Raises OSError."""
        flags = os.O_RDONLY if self._path.is_dir() else os.O_RDWR | os.O_CREAT
        file = os.open(self._path, flags, PRIVATE)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let another process take it. Idempotent."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


@contextlib.contextmanager
def locked(path: Path, *, timeout_s: float = LOCK_WAIT_S) -> Iterator[None]:
    """Hold the lock at `path` inside the block, after other processes have released it. Raises OSError, TimeoutError.

    The wait is a loop on every system, since Windows' own (LK_LOCK) looks once a second and is unfair.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock, pause, until_s = FileLock(path), threading.Event(), time.monotonic() + timeout_s
    while not lock.take():
        if time.monotonic() > until_s:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
        pause.wait(LOCK_POLL_S)
    try:
        yield
    finally:
        lock.release()
