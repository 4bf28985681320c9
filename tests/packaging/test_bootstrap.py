"""Bootstrapping where it may not install, where nothing is missing, and where the network is away."""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import stat
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bootstrap():
    specification = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules["bootstrap"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    yield module
    del sys.modules["bootstrap"]


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that is all of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages are asked for on Linux only")
def test_missing_programs_are_named_by_their_packages(bootstrap, programs):
    missing = bootstrap.missing_packages(bootstrap.TEST)
    assert {"xvfb", "xdotool", "chromium", "gcc", "redis-server"} <= set(missing)
    program(programs, "xdotool", "true")
    assert set(missing) - set(bootstrap.missing_packages(bootstrap.TEST)) == {"xdotool"}


def test_without_rights_the_one_line_to_run_is_told(bootstrap, programs, monkeypatch):
    program(programs, "apt-get", "exit 99")
    program(programs, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(bootstrap.Missing, match=r"(?s)then start again:\n  sudo apt-get .*install.* xdotool"):
        bootstrap.install_system_packages(["xdotool"])


def test_a_sudo_that_asks_nothing_is_used(bootstrap, programs, monkeypatch, tmp_path):
    log = tmp_path / "log"
    program(programs, "apt-get", "exit 99")
    program(programs, "sudo", f'echo "$*" >> {log}')
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    bootstrap.install_system_packages(["xdotool"])
    assert log.read_text().splitlines()[-1].startswith("-n apt-get -o DPkg::Lock::Timeout=500 install")


def test_lists_are_fetched_when_the_first_try_fails(bootstrap, programs, monkeypatch, tmp_path):
    log = tmp_path / "log"
    program(programs, "apt-get", f'echo "$*" >> {log}; case "$*" in *update*) exit 0;; *) [ -e {log}.x ]; esac')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(bootstrap.Missing, match="Is there a network"):
        bootstrap.install_system_packages(["xdotool"])
    assert [line.split()[2] for line in log.read_text().splitlines()][-2:] == ["update", "install"]


def test_without_apt_the_names_are_told_and_the_rest_goes_on(bootstrap, programs, capsys):
    bootstrap.install_system_packages(["xdotool", "xvfb"])
    assert "xdotool xvfb" in capsys.readouterr().err


@pytest.fixture
def ready(bootstrap, tmp_path):
    """A purpose whose environment is this one's Python, installed already."""
    purpose = dataclasses.replace(bootstrap.TEST, folder=str(tmp_path / "venv"))
    purpose.python.parent.mkdir(parents=True)
    purpose.python.symlink_to(sys.executable)
    purpose.stamp.write_text(bootstrap.fingerprint(purpose), encoding="utf-8")
    return purpose


def test_nothing_is_installed_twice(bootstrap, ready, monkeypatch):
    monkeypatch.setattr(bootstrap, "quietly", lambda *_: pytest.fail("something was run"))
    bootstrap.install_python_packages(ready)


def test_changed_pins_are_installed_and_a_failure_is_told(bootstrap, ready, monkeypatch, tmp_path):
    pins = tmp_path / "constraints.txt"
    pins.write_text("no-such-package-of-traydial==1\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "CONSTRAINTS", pins)
    program(tmp_path / "python", "python", 'case "$*" in *install*) echo no route to host; exit 1; esac')
    ready.python.unlink()
    ready.python.symlink_to(tmp_path / "python" / "python")
    with pytest.raises(bootstrap.Missing, match=r"Is there a network\?\nno route to host"):
        bootstrap.install_python_packages(ready)
