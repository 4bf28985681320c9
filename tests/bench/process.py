"""What the kernel reports about a process and its children: time to run, memory, wake-ups, connections, rest."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def run_ms(argv: Sequence[str], env: Mapping[str, str]) -> float:
    """Run a program to its end and return the wall time, from before the start until it was reaped."""
    begun = time.perf_counter_ns()
    wait_for(start(argv, env))
    return (time.perf_counter_ns() - begun) / 1e6


def start(argv: Sequence[str], env: Mapping[str, str]) -> int:
    """Start a program with as little between us and it as the kernel allows."""
    silence = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    return os.posix_spawn(argv[0], argv, env, file_actions=silence)


def wait_for(pid: int) -> None:
    """Raises RuntimeError when the program failed: a failure is no measurement."""
    _, status = os.waitpid(pid, 0)
    if code := os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"a measured program ended with {code}")


def family(pid: int) -> list[int]:
    """The process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(after_name[1]), []).append(int(entry.parent.name))
    found = [pid]
    for member in found:
        found += parents.get(member, [])
    return found


def pss_mb(pid: int) -> float:
    """Proportional memory of the family."""
    total_kb = 0
    for member in family(pid):
        lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
        total_kb += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total_kb / 1024


def connections(pid: int, port: int) -> int:
    """How many TCP connections the family has to a port of this machine."""
    files = [file for member in family(pid) for file in Path(f"/proc/{member}/fd").iterdir()]
    sockets = {str(file.readlink()) for file in files}
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(f"socket:[{row[9]}]" in sockets and row[2].endswith(f":{port:04X}") for row in rows)


def switches(pid: int) -> dict[str, int]:
    """How often each thread of the family has been put on a processor so far: every wake-up is one."""
    counts = {}
    for member in family(pid):
        for status in Path(f"/proc/{member}/task").glob("*/status"):
            lines = status.read_text().splitlines()
            counts[status.parent.name] = sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
    return counts


def wake_ups(pid: int, seconds: float) -> int:
    """Count wake-ups while nothing is asked of the program; the end of a thread is one."""
    before = switches(pid)
    time.sleep(seconds)  # noqa: TID251 - idling is what is measured
    after = switches(pid)
    return (
        sum(after.values())
        - sum(before[thread] for thread in before.keys() & after.keys())
        + len(before.keys() - after.keys())
    )


def wait_for_rest(pid: int, *, quiet_s: float = 8.0, timeout_s: float = 60.0) -> None:
    """Return when the family was put on a processor at most twice in `quiet_s`: the start is over."""
    deadline = time.monotonic() + timeout_s
    while wake_ups(pid, quiet_s) > 2:
        if time.monotonic() > deadline:
            raise TimeoutError("the program does not come to rest")
