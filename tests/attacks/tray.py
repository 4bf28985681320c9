"""The real tray in a process of its own, without a screen, spoken to as any other program of the user could."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from traydial.core.account import Account
from traydial.core.config import Config
from traydial.services.config_store import ConfigStore
from traydial.simulator.pbx import Pbx
from traydial.system.instance import client
from traydial.system.paths import Paths

# Only the keyring is left out: secrets come by standard input, so that they are in no argument and no environment.
PROGRAM = """
import json, os, sys
from traydial.cli.simulation import MemorySecrets
from traydial.core.adapter import Secret
from traydial.main import run_tray
secrets = MemorySecrets()
for account, field, value in json.loads(sys.stdin.readline()):
    secrets.set(account, field, Secret(value))
sys.exit(run_tray(os.environ, secrets, settled=lambda first: print(first, flush=True)))
"""
REGIONS = {"teleforge": "ZA", "tel4vn": "VN", "noojee": "AU", "tvox": "IT"}
NUMBERS = {
    "teleforge": "+2782000{:04}",
    "tel4vn": "+84243825{:04}",
    "noojee": "+6138320{:04}",
    "tvox": "+3904441{:05}",
}
ANSWER_S = 30.0


class Tray:
    """One home and the tray in it. `environ` is what the tray and its clients see."""

    def __init__(self, home: Path, environ: Mapping[str, str] = os.environ) -> None:
        self.environ = {**environ, "TRAYDIAL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        self.home = home
        self.process: subprocess.Popen[str] | None = None
        self._secrets: list[tuple[str, str, str]] = []

    @property
    def folder(self) -> Path:
        return Path(client.runtime_dir(self.environ))

    @property
    def config_file(self) -> Path:
        return Paths.of(self.environ).config_file

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def configure(self, **sections: Mapping[str, Any]) -> None:
        """Change sections of the configuration, such as consent={"undo_s": 0}."""

        def changed(config: Config) -> Config:
            return replace(config, **{name: replace(getattr(config, name), **v) for name, v in sections.items()})

        self.store().update(changed)

    def add(self, pbx: Pbx, url: str, *, name: str = "", ca_file: str = "") -> None:
        """Write an account of `pbx` at `url` into the configuration; without a name it has the PBX's."""
        demo = pbx.account(url)
        account = Account(
            id=name or pbx.id, pbx=pbx.id, region=REGIONS[pbx.id], ca_file=ca_file, settings=demo.settings
        )
        self.store().update(lambda config: replace(config, accounts=(*config.accounts, account)))
        self.know(pbx, url, name=account.id)

    def know(self, pbx: Pbx, url: str, *, name: str = "") -> None:
        """Hand the next tray the secrets of an account that is in the configuration."""
        self._secrets += [(name or pbx.id, field, value) for field, value in pbx.account(url).secrets.items()]

    def store(self) -> ConfigStore:
        return ConfigStore(self.config_file, now=lambda: datetime.now(UTC))

    def start(self, *, program: str = PROGRAM, through: Sequence[str] = (), **options: Any) -> None:
        """Start the tray, by the command `through` if there is one, and wait until it listens."""
        argv = [*through, sys.executable, "-c", program]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        self.process = subprocess.Popen(argv, env=self.environ, **(pipes | options))
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(self._secrets) + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "True\n", "the tray did not start"
        self.ask(command="status")

    def ask(self, *, timeout_s: float = ANSWER_S, **request: Any) -> dict[str, Any]:
        """Send a request and return the answer."""
        answer = client.exchange(json.dumps(request).encode() + b"\n", str(self.folder), timeout_s)
        assert answer, "the tray hung up"
        return dict(json.loads(answer))

    def dial(self, text: str, **more: Any) -> dict[str, Any]:
        return self.ask(command="dial", text=text, **more)

    def click(self, link: str) -> None:
        """Hand a link over, as the program behind a clicked link does."""
        assert client.hand_over(link, str(self.folder), ANSWER_S)

    def run(self, *words: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run the command line against the same home."""
        argv = [sys.executable, "-m", "traydial", *words]
        return subprocess.run(argv, env=self.environ, capture_output=True, text=True, timeout=60, **options)

    def logged(self) -> str:
        return "".join(path.read_text() for path in sorted((self.home / "logs").glob("traydial.log*")))

    def close(self) -> None:
        """End the tray as a session does; it has to end by itself."""
        if self.process is None:
            return
        with self.process as process:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.terminate()
                watching = os.pidfd_open(process.pid)
                ended, _, _ = select.select([watching], [], [], 15)
                os.close(watching)
                if not ended:
                    process.kill()
                assert ended, "the tray did not end when it was told to"
        self.process = None


def number(pbx: str, index: int = 0) -> str:
    """Return a number of the country in which the simulated account of `pbx` is at home."""
    return NUMBERS[pbx].format(index)
