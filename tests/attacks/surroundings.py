"""What the kernel says of a process: memory, open files, threads, children."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def memory_mb(pid: int) -> float:
    """Return the proportional memory."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def threads(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/task").iterdir()))


def processes(environment: str) -> list[int]:
    """Return the processes that were started with this entry in their environment, such as "TRAYDIAL_HOME=/x"."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if environment.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:  # it has ended, or is another user's
            continue
    return found


def unshare_works() -> bool:
    """Whether this machine gives a test file systems and networks of its own."""
    return shutil.which("unshare") is not None and not subprocess.run(["unshare", "-rmn", "true"]).returncode
