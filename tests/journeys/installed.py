"""The installed program, started as a person's desktop starts it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import secretstorage
from jeepney.io.blocking import open_dbus_connection

from traydial.system.paths import Paths

PROGRAM = Path(sys.executable).with_name("traydial")
WAIT_S = 20.0


class Installed:
    """One start of Traydial. `close` ends it as the end of a session does; `trouble` is what must not be there."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._bus = env["DBUS_SESSION_BUS_ADDRESS"]
        self._home = home = Path(env["TRAYDIAL_HOME"])
        home.mkdir(exist_ok=True)
        self._said = home / "said.txt"
        self._log = Paths.of(env).log_file
        with self._said.open("ab") as said:
            self._process = subprocess.Popen(
                [PROGRAM], env=dict(env), stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=home
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def still_runs(self) -> None:
        assert self._process.poll() is None, f"Traydial has ended: {self._said.read_text(encoding='utf-8')}"

    def ends(self) -> int:
        """Wait for its end; return its exit code."""
        return self._process.wait(WAIT_S)

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise

    def secrets(self) -> list[str]:
        """What the Secret Service keeps now."""
        with contextlib.closing(open_dbus_connection(self._bus)) as bus:
            items = secretstorage.get_default_collection(bus).get_all_items()
            return [item.get_secret().decode() for item in items]

    def writes(self, text: str) -> list[Path]:
        """The files of its home that hold `text`."""
        files = [path for path in self._home.rglob("*") if path.is_file()]
        return [path for path in files if text.encode() in path.read_bytes()]

    def trouble(self) -> list[str]:
        """All that it wrote to the terminal, and the errors in its log."""
        said = self._said.read_text(encoding="utf-8").splitlines()
        log = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        grave = ("Traceback", "ERROR", "CRITICAL")
        return said + [line for line in log if any(word in line for word in grave)]
