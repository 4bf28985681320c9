"""Importing a module does nothing: no files, no threads, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

APP = Path(__file__).resolve().parents[2] / "app"
MODULES = sorted(
    ".".join(path.relative_to(APP).with_suffix("").parts).removesuffix(".__init__")
    for path in APP.joinpath("traydial").rglob("*.py")
)
HEAVY = {
    "httpcore",
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
QT = ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtNetwork"]
# Where what is heavy elsewhere is what the module is there for.
ALLOWED = {
    "traydial.ui": {"PySide6"},
    "traydial.main": {"PySide6"},
    "traydial.system.keyring.process": {"keyring"},  # a program of its own, never imported by another module
    # Reading a number needs the tables of the world's numbering plans; core.number.read imports these then.
    "traydial.core.number.numbering": {"phonenumbers"},
    "traydial.core.number.identify": {"phonenumbers"},
    "traydial.core.number.link": {"phonenumbers"},
    "traydial.core.number.text": {"phonenumbers"},
}
# Imports each module in a process of its own: a fork, since starting Python for each takes most of the time.
REPORT = """
import importlib, json, os, pathlib, sys, threading, traceback

def report(module):
    try:
        importlib.import_module(module)
        print(json.dumps({
            "module": module,
            "loaded": sorted({name.partition(".")[0] for name in sys.modules}),
            "threads": threading.active_count(),
            "written": os.listdir(),
        }), flush=True)
    except BaseException:
        print(json.dumps({"module": module, "failed": traceback.format_exc()}), flush=True)

for preloaded in json.loads(sys.argv[1]):
    importlib.import_module(preloaded)
modules = sys.argv[2:]
for module in modules:
    if len(modules) == 1:
        report(module)
    elif child := os.fork():
        os.waitpid(child, 0)
    else:
        report(module)
        os._exit(0)
"""


def reports(home: Path, modules: list[str], preloaded: list[str]) -> Iterator[dict[str, Any]]:
    home.mkdir()
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    env |= {"HOME": str(home), "TRAYDIAL_HOME": str(home / "traydial"), "PYTHONPATH": str(APP)}
    for chosen in [modules] if hasattr(os, "fork") else [[module] for module in modules]:
        command = [sys.executable, "-B", "-W", "error", "-c", REPORT, json.dumps(preloaded), *chosen]
        done = subprocess.run(command, cwd=home, env=env, capture_output=True, text=True, timeout=240)
        yield from map(json.loads, done.stdout.splitlines())


def allowed(module: str) -> set[str]:
    return {name for room, names in ALLOWED.items() if module.startswith(room) for name in names}


def complaint(report: dict[str, Any]) -> str:
    """Say what the import of a module did that it must not; nothing when all is well."""
    if "failed" in report:
        return report["failed"]
    too_heavy = sorted((set(report["loaded"]) & HEAVY) - allowed(report["module"]))
    done = [f"loads {', '.join(too_heavy)}"] if too_heavy else []
    done += ["starts a thread"] if report["threads"] > 1 else []
    done += [f"writes {', '.join(report['written'])}"] if report["written"] else []
    return "; ".join(done)


def test_imports_have_no_effect(tmp_path):
    with_qt = [module for module in MODULES if "PySide6" in allowed(module)]
    without_qt = [module for module in MODULES if module not in with_qt]
    found = [*reports(tmp_path / "plain", without_qt, []), *reports(tmp_path / "qt", with_qt, QT)]
    assert sorted(report["module"] for report in found) == MODULES
    assert {report["module"]: complaint(report) for report in found if complaint(report)} == {}
