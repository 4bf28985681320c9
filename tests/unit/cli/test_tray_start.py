"""`traydial --json`: one object on standard output, also from the tray itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from traydial.simulator import catalog
from traydial.system.paths import Paths

COMMAND = [sys.executable, "-P", "-m", "traydial", "--json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_the_tray_says_that_it_stands_and_a_second_one_that_it_is_not_the_one() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(COMMAND, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as tray:
        try:
            assert tray.stdout is not None
            assert json.loads(tray.stdout.readline()) == {"tray": True, "started": True}
            second = subprocess.run(COMMAND, env=env, capture_output=True, text=True, timeout=30)
            assert json.loads(second.stdout) == {"tray": True, "started": False}
            assert second.returncode == 0
        finally:
            tray.terminate()
        assert tray.wait(timeout=30) == 0
        assert not (Paths.of(os.environ).runtime_dir / "instance.sock").exists(), "nothing answers there any more"
        assert tray.stdout.read() == ""


def ask(env: dict[str, str], *words: str, stdin: str = "") -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "traydial", *words, "--json"]
    said = subprocess.run(command, env=env, input=stdin, capture_output=True, text=True, timeout=60)
    return dict(json.loads(said.stdout))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_a_tray_knows_an_account_as_soon_as_the_command_line_has_added_it() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(COMMAND, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as tray:
        try:
            assert tray.stdout is not None
            tray.stdout.readline()
            # Teleforge needs no password, so no keyring either.
            settings = catalog.demo_account("teleforge", "http://127.0.0.1:9").settings
            words = ("--pbx", "teleforge", *(w for item in settings.items() for w in ("--set", "=".join(item))))
            for change, known in (
                (("add", "office", *words), {"office"}),
                (("add", "spare", *words), {"office", "spare"}),
                (("remove", "office"), {"spare"}),
            ):
                assert "error" not in ask(env, "account", *change)
                while {account["id"] for account in ask(env, "status")["accounts"]} != known:
                    assert tray.poll() is None
        finally:
            tray.terminate()


BE_THE_TRAY = """
import os, signal, sys, threading
from traydial.main import run_tray
def stop():
    os.kill(os.getpid(), signal.SIGTERM)
code = run_tray(os.environ, settled=lambda _: threading.Timer(0.5, stop).start())
print(code, sys.getswitchinterval(), *sorted(thread.name for thread in threading.enumerate()), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_a_tray_lets_its_window_go_first_and_leaves_no_thread() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run([sys.executable, "-c", BE_THE_TRAY], env=env, capture_output=True, text=True, timeout=60)
    code, interval_s, *threads = told.stdout.split()
    assert code == "0"
    assert float(interval_s) < 0.002, "a busy thread makes way before a hitch can be seen"
    assert set(threads) <= {"MainThread", "Thread-1"}, threads
