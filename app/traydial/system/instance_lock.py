"""Which process is the one tray of a folder: the one that holds the folder's lock."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class InstanceLock:
    """Unlike a socket's file or a process id that was written down, it ends with its process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = -1

    @property
    def held(self) -> bool:
        return self._file >= 0

    def take(self) -> bool:
        """Take the lock of the folder, which exists. False when another process has it. Raises OSError."""
        if sys.platform == "win32":
            import msvcrt

            file = os.open(self._folder / "instance.lock", os.O_RDWR | os.O_CREAT)
        else:
            import fcntl

            file = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if sys.platform == "win32":
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let another process take it. Idempotent."""
        if self.held:
            os.close(self._file)
            self._file = -1
