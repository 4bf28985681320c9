"""Traydial as a person has it: its command line, its tray, and the home that both share."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from desktop.lights import light_in
from desktop.session import Screen, Window
from desktop.status_host import StatusHost, StatusItem
from traydial.core.config import Config
from traydial.services.config_store import ConfigStore
from traydial.simulator.server import Server
from traydial.system.instance import client
from traydial.system.paths import Paths

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
START_S = 20.0


class Traydial:
    """One home on one desktop. Whoever started the tray, `close` ends it."""

    def __init__(self, env: Mapping[str, str], home: Path, screen: Screen) -> None:
        self.env = {**env, "TRAYDIAL_HOME": str(home), "LC_ALL": "C.UTF-8"}  # it speaks English
        self._screen = screen
        self._started = contextlib.ExitStack()
        self._offsets = itertools.cycle((-8, 8))

    def run(self, *words: str, typed: str = "") -> tuple[int, dict[str, Any]]:
        """Run a command; return its exit code and its JSON object."""
        argv = [sys.executable, "-m", "traydial", *words, "--json"]
        done = subprocess.run(argv, env=self.env, input=typed, capture_output=True, text=True, check=False, timeout=60)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.stdout.count("\n") == 1, f"one JSON object is expected: {done.stdout!r} {done.stderr!r}"
        return done.returncode, json.loads(done.stdout)

    def done(self, *words: str, typed: str = "") -> dict[str, Any]:
        """Run a command that has to go well."""
        code, answer = self.run(*words, typed=typed)
        assert code == 0, answer
        return answer

    def add_account(self, server: Server, *, region: str, name: str = "") -> None:
        """Add an account at a simulated PBX by the command line, secrets from standard input."""
        account = server.pbx.account(server.url)
        words = [f"--set={key}={value}" for key, value in {**account.settings, "region": region}.items()]
        words += [f"--secret={key}" for key in account.secrets]
        typed = "".join(f"{secret}\n" for secret in account.secrets.values())
        self.done("account", "add", name or server.pbx.id, "--pbx", server.pbx.id, *words, typed=typed)

    def configure(self, **consent: Any) -> None:
        """Change how careful Traydial is, as its settings do."""

        def changed(config: Config) -> Config:
            return replace(config, consent=replace(config.consent, **consent))

        ConfigStore(Paths.of(self.env).config_file, now=lambda: datetime.now(UTC)).update(changed)

    def start(self) -> None:
        """Start the tray, and wait until its icon stands in the tray host and its hotkeys are bound."""
        self._launch()
        self.icon()
        self.done("status")

    def start_at(self, host: StatusHost) -> StatusItem:
        """Start the tray on a desktop that has this host for its icon."""
        self._launch()
        item = host.item()
        self.done("status")
        return item

    def _launch(self) -> None:
        null = subprocess.DEVNULL
        tray = subprocess.Popen([sys.executable, "-m", "traydial"], env=self.env, stdin=null, stdout=null, stderr=null)
        self._started.callback(tray.wait, 10)

    def pid(self) -> int:
        """The process that listens on the instance socket, as the kernel reports it; 0 when none does."""
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(f"{client.runtime_dir(self.env)}/{client.SOCKET_NAME}")
            except OSError:
                return 0
            return int.from_bytes(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)[:4], sys.byteorder)

    def windows(self) -> list[Window]:
        pid = self.pid()
        return self._screen.windows(pid) if pid else []

    def icon(self) -> Window:
        """The tray icon, once the tray host shows it."""
        return self._wait_for(lambda window: window.kind == "icon", "a tray icon")

    def open_menu(self) -> Window:
        """Press the right button on the icon, and let it go once the menu is there, as a person does."""
        x, y = self.icon().centre
        # To Qt a second press on one spot is a double click; these come quicker than a person's.
        y = str(int(y) + next(self._offsets))
        self._mouse(x, y, "mousedown", "3")
        menu = self._wait_for(lambda window: window.kind == "popup", "the tray menu")
        self._mouse(x, y, "mouseup", "3")
        return menu

    def popup(self) -> Window:
        return self._wait_for(lambda window: window.kind == "window" and window.width > 100, "a popup")

    def says(self, title: str) -> Window:
        """The popup, once it shows `title`."""
        said = f"{title} — Traydial"  # Qt adds the program's name
        return self._wait_for(lambda window: self._screen.title(window) == said, f"a popup that says {title}")

    def has_keyboard(self, title: str) -> None:
        """Wait until what is typed goes to the popup that shows `title`."""
        popup = self.says(title)
        self._screen.wait_until(lambda: self._screen.active() == popup.id, what=f"the keyboard at {title}")

    def shows(self, light: str) -> None:
        """Wait until that light is painted in the tray host."""

        def painted(window: Window) -> bool:
            data = self._screen.pixels(window)
            return light_in(QImage(data, window.width, window.height, QImage.Format.Format_RGB32)) == light

        self._wait_for(lambda window: window.kind == "icon" and painted(window), f"the light {light}")

    def _wait_for(self, fits: Callable[[Window], bool], what: str) -> Window:
        try:
            return self._screen.wait_until(
                lambda: next(filter(fits, self.windows()), None), what=what, timeout_s=START_S
            )
        except TimeoutError:
            self.picture(f"without {what}")
            raise

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=self.env, check=True)

    def click(self, window: Window) -> None:
        """Click the middle of a window with the mouse of the X server."""
        self._mouse(*window.centre, "click", "1")

    def _mouse(self, x: str, y: str, *what: str) -> None:
        subprocess.run(["xdotool", "mousemove", x, y, *what], env=self.env, check=True)

    def picture(self, name: str) -> Path:
        """Keep what the screen shows, for whoever wants to see what the tests saw."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)
        return path

    def call(self, **expected: str) -> dict[str, Any]:
        """Wait until the current call is as expected, e.g. recording="on"."""
        deadline = time.monotonic() + 10
        while True:
            call = self.done("status")["call"] or {}
            if expected.items() <= call.items():
                return call
            assert time.monotonic() < deadline, f"expected {expected}, the call is {call}"

    def last_call(self, **expected: Any) -> dict[str, Any]:
        """Wait until the newest call in the history is as expected."""
        deadline = time.monotonic() + 10
        while True:
            call = next(iter(self.done("history")["calls"]), {})
            if expected.items() <= call.items():
                return call
            assert time.monotonic() < deadline, f"expected {expected}, the history has {call}"

    def kill(self) -> None:
        """End the tray as a crash does: at once, without closing anything."""
        os.kill(self.pid(), signal.SIGKILL)
        self._started.close()

    def close(self) -> None:
        """End the tray, and wait until it is gone."""
        pid = self.pid()
        if pid:
            watching = os.pidfd_open(pid)
            os.kill(pid, signal.SIGTERM)
            gone, _, _ = select.select([watching], [], [], 10)
            if not gone:
                os.kill(pid, signal.SIGKILL)
            os.close(watching)
            assert gone, "the tray did not end when it was told to"
        self._started.close()
        log = Paths.of(self.env).log_file
        assert not log.exists() or "Traceback" not in (text := log.read_text(encoding="utf-8")), text
