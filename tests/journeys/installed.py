"""The installed program, started as a person's desktop starts it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import secretstorage
from jeepney.io.blocking import open_dbus_connection

from traydial.system.paths import APPLICATION_ID, Paths

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
        self._env = dict(env)
        self._others: list[subprocess.Popen[bytes]] = []
        self._process = self._start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def opens(self, link: str) -> None:
        """Start the program with a link, as a browser does in which it was clicked."""
        self._others.append(self._start(link))

    def starts_again(self) -> None:
        """Start the program once more, as a person does who chooses it in the desktop's list of programs."""
        self._others.append(self._start())

    def still_runs(self) -> None:
        assert self._process.poll() is None, f"Traydial has ended: {self._said.read_text(encoding='utf-8')}"

    def ends(self) -> int:
        """Wait for its end; return its exit code."""
        return self._process.wait(WAIT_S)

    def close(self) -> None:
        self._process.terminate()
        for process in (*self._others, self._process):
            try:
                process.wait(WAIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                raise

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        with self._said.open("ab") as said:
            return subprocess.Popen(
                [PROGRAM, *words], env=self._env, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=self._home
            )

    def secrets(self) -> list[str]:
        """What the Secret Service keeps now."""
        with contextlib.closing(open_dbus_connection(self._bus)) as bus:
            items = secretstorage.get_default_collection(bus).get_all_items()
            return [item.get_secret().decode() for item in items]

    def opens_links(self) -> bool:
        """Whether the desktop would start this program with a link to a telephone number."""
        asked = ["xdg-mime", "query", "default", "x-scheme-handler/tel"]
        answer = subprocess.run(asked, env=self._env, capture_output=True, text=True, check=True)
        return answer.stdout.strip() == f"{APPLICATION_ID}.desktop"

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
