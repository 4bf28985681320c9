"""Importing a module does nothing: no files, no threads, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "app"
MODULES = sorted(
    ".".join(path.relative_to(APP).with_suffix("").parts).removesuffix(".__init__")
    for path in APP.joinpath("traydial").rglob("*.py")
)
HEAVY = {
    "httpx",
    "keyring",
    "msgspec",
    "phonenumbers",
    "pynput",
    "PySide6",
    "secretstorage",
    "sqlite3",
    "Xlib",
    "winreg",
}
# Where what is heavy elsewhere is what the module is there for.
ALLOWED = {
    "traydial.ui": {"PySide6"},
    "traydial.main": {"PySide6"},
    "traydial.system.keyring_process": {"keyring"},  # a program of its own, never imported by another module
    # Reading a number needs the tables of the world's numbering plans; core.number imports these when it reads one.
    "traydial.core.lens.numbering": {"phonenumbers"},
    "traydial.core.lens.dialable": {"phonenumbers"},
    "traydial.core.lens.link": {"phonenumbers"},
    "traydial.core.lens.text": {"phonenumbers"},
}
REPORT = """
import importlib, json, sys, threading
importlib.import_module(sys.argv[1])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps({"loaded": loaded, "threads": threading.active_count()}))
"""


@pytest.mark.parametrize("module", MODULES)
def test_import_has_no_effect(module, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    env |= {"HOME": str(home), "TRAYDIAL_HOME": str(home / "traydial"), "PYTHONPATH": str(APP)}
    command = [sys.executable, "-B", "-W", "error", "-c", REPORT, module]
    done = subprocess.run(command, cwd=home, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    allowed = {name for room, names in ALLOWED.items() if module.startswith(room) for name in names}
    assert set(report["loaded"]) & HEAVY <= allowed
    assert report["threads"] == 1
    assert list(home.iterdir()) == []
