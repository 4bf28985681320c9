"""Runs chosen tests in a copy of the checkout, each time in a fork of a process that has the libraries loaded already.

It is process 1 of a PID namespace: when a run is over, all that the run started is killed, and no mutant can reach a
process outside. Reads jobs from its input, one JSON object per line, and answers each with one line.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import sys
import time
import traceback
from pathlib import Path

LIBRARIES = (
    "pytest",
    "_pytest.assertion.rewrite",
    "hypothesis",
    "pytestqt.plugin",
    "coverage",
    "httpcore",
    "msgspec",
    "phonenumbers",
    "keyring",
    "sqlite3",
    "jeepney",
    "Xlib.display",
    "trustme",
    "redis",
    "PySide6.QtWidgets",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
)
OPTIONS = (
    "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", "-n0", "--hypothesis-seed=0",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip


def run(tests: list[str], options: list[str], environment: dict[str, str], limit_s: float) -> tuple[int | str, float]:
    """Return pytest's exit code, or what stopped it, and the seconds that it took."""
    started = time.monotonic()
    child = os.fork()
    if not child:
        os.setsid()
        os.environ.update(environment)
        with open("tests.log", "wb") as log:  # noqa: PTH123 - before anything else
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        code = 3
        try:
            import pytest

            code = int(pytest.main([*OPTIONS, *options, *tests]))
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    process = os.pidfd_open(child)
    # No job comes while one runs: an input that has something to say has ended, and so has whoever gave the jobs.
    ready = select.select([process, sys.stdin], [], [], limit_s)[0]
    ended = process in ready
    os.close(process)
    if not ended:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    kill_everything_else()
    code = os.waitstatus_to_exitcode(status)
    return ("time" if not ended else "signal" if code < 0 else code), time.monotonic() - started


def kill_everything_else() -> None:
    if os.getpid() != 1:
        sys.exit("The worker has to be process 1 of its namespace.")
    with contextlib.suppress(ProcessLookupError):
        os.kill(-1, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def write(path: Path, text: str) -> None:
    """Change a source file, and forget what Python compiled of it: two changes may come within one second."""
    path.write_text(text, encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()


def main() -> None:
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        file = Path(job["file"]) if job.get("file") else None
        original = file.read_text(encoding="utf-8") if file else ""
        if file:
            write(file, job["text"])
        try:
            code, seconds = run(job["tests"], job["options"], job["environment"], job["limit_s"])
        finally:
            if file:
                write(file, original)
        print(json.dumps({"code": code, "seconds": round(seconds, 2)}), flush=True)


if __name__ == "__main__":
    main()
