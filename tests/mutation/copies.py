"""Copies of the checkout where mutants are made, each with a Python of its own and a worker that runs tests there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / "build" / "mutants"
# -I leaves the environment out of account, but not the .pth files: programs that a test starts run the copy as well.
PATHS = """{copy}/app
{packages}
import os; exec("if 'COVERAGE_PROCESS_START' in os.environ: import coverage; coverage.process_startup()")
"""


class NoNamespace(Exception):
    """The machine does not let the worker have process numbers of its own."""


def tracked() -> list[str]:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


class Copy:
    """One copy and its worker; a job at a time."""

    def __init__(self, number: int) -> None:
        self.folder = STATE / f"copy-{number}" / "checkout"
        self._python = self._make_python()
        self._refresh()
        # The home is short, since the tests put sockets below it.
        home = STATE / f"copy-{number}" / "home"
        home.mkdir(exist_ok=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COVERAGE"))}
        self._worker = subprocess.Popen(
            [*namespace(), self._python, ROOT / "tests" / "mutation" / "worker.py"],
            cwd=self.folder,
            env=environment | {"HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _make_python(self) -> Path:
        folder = self.folder.parent / "python"
        if not folder.exists():
            venv.create(folder, symlinks=True, with_pip=False)
        python = folder / "bin" / "python"
        inside = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
        packages = sysconfig.get_path("purelib")
        (inside / "copy.pth").write_text(PATHS.format(copy=self.folder, packages=packages), encoding="utf-8")
        for program in Path(sys.executable).parent.glob("pyside6-*"):
            link = folder / "bin" / program.name
            if not link.exists():
                link.symlink_to(program)
        return python

    def _refresh(self) -> None:
        """Bring the copy in step with the checkout, and keep what Python compiled of the files that are the same."""
        names = tracked()
        for name in names:
            here, there = ROOT / name, self.folder / name
            if not there.exists() or there.read_bytes() != here.read_bytes():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(here, there)
                for compiled in (there.parent / "__pycache__").glob(f"{there.stem}.*.pyc"):
                    compiled.unlink()
        kept = {self.folder / name for name in names}
        for path in self.folder.rglob("*.py"):
            if path not in kept:
                path.unlink()

    def run(
        self,
        tests: list[str],
        limit_s: float,
        *,
        file: str = "",
        text: str = "",
        options: tuple[str, ...] = (),
        environment: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        """Run tests, with `text` in place of `file`; return pytest's exit code (or "time", "signal") and the time."""
        assert self._worker.stdin
        assert self._worker.stdout
        job = {"tests": tests, "limit_s": limit_s, "file": file, "text": text}
        job |= {"options": options, "environment": environment or {}}
        self._worker.stdin.write(json.dumps(job) + "\n")
        self._worker.stdin.flush()
        answer = self._worker.stdout.readline()
        if not answer:
            raise NoNamespace(f"The worker ended with {self._worker.wait()}.")
        return json.loads(answer)

    def close(self) -> None:
        assert self._worker.stdin
        self._worker.stdin.close()
        self._worker.wait()


def namespace() -> list[str]:
    """Return the start of a command that makes what follows process 1 of a namespace of its own."""
    make = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
    for command in (make, [*make[:1], "--user", "--map-root-user", *make[1:]]):
        if shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    raise NoNamespace("Mutants are run in a PID namespace (unshare), as root or where users may make one.")
