"""Small files that are replaced as a whole, so that no crash and no second writer leaves half of one."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


def replace(path: Path, data: bytes, *, backup: Path | None = None) -> None:
    """Write `data` to `path`, readable by its owner alone; `backup` gets what stood there before. Raises OSError.

    On the disk there is always the whole old or the whole new content. A symbolic link stays one.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = path.resolve()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if backup is not None and path.exists():
            backup.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # a file system without hard links: then without a backup
                os.link(path, backup)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep out other processes that do the same; waits until they are done. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "wb") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # gives up after 10 s
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
