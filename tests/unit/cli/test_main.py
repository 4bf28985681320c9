"""The composition root: secrets stay out of the log from wherever they come, and a link finds a tray or an answer."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from traydial import main
from traydial.cli import administration
from traydial.cli.dialling import ask_here
from traydial.cli.simulation import MemorySecrets
from traydial.core.adapter import Secret
from traydial.core.errors import InstanceError
from traydial.services.program import Program
from traydial.simulator.server import Server
from traydial.system import launch
from traydial.system.paths import Paths
from traydial.words.messages import in_english

KEYRING = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 5
    def get_password(self, service, username):
        return "stored-in-the-keyring"
    def set_password(self, service, username, password):
        pass
    def delete_password(self, service, username):
        pass
"""


@pytest.fixture
def program(secrets: MemorySecrets) -> Iterator[Program]:
    with contextlib.closing(main.assemble(os.environ, secrets)) as program:
        yield program


def logged(text: str) -> str:
    """Log a line as any part of the program might, and return the log."""
    logging.getLogger("traydial.test").warning("the PBX said: %s", text)
    return Paths.of(os.environ).log_file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("caplog")
def test_what_the_keyring_gives_stays_out_of_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "keyring_of_test.py").write_text(KEYRING, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring_of_test.Keyring")
    with contextlib.closing(main.assemble(os.environ)) as program:
        assert program.desktop.secrets.get("office", "password") == Secret("stored-in-the-keyring")
        assert "stored-in-the-keyring" not in logged("stored-in-the-keyring")


@pytest.mark.usefixtures("caplog")
def test_what_the_pbx_gives_stays_out_of_the_log(
    account: Callable[..., Server], program: Program, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uuid, "uuid4", lambda: "token-that-was-fetched")
    server = account("tel4vn", "--set", "region=VN")
    secrets.delete("office", "token")
    secrets.set("office", "api_key", Secret(server.pbx.account(server.url).secrets["api_key"]))
    assert ask_here(program, {"command": "dial", "text": "0899098899"})["outcome"] == "accepted"
    assert "token-that-was-fetched" not in logged("simulated-token-that-was-fetched")


@pytest.mark.usefixtures("caplog", "capsys")
def test_what_is_typed_stays_out_of_the_log(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("typed-on-the-terminal\n"))
    names = argparse.Namespace(
        action="add",
        id="office",
        pbx="tvox",
        values=["server=https://pbx.example.com", "username=anna"],
        secrets=["password"],
    )
    assert administration.account(names, program, in_english).exit_code == 0
    assert "typed-on-the-terminal" not in logged("typed-on-the-terminal")


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS have a screen always")
@pytest.mark.parametrize("words", [["tel:600"], []])
def test_without_a_screen_a_tray_is_not_waited_for(words: list[str]) -> None:
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, "-m", "traydial", *words, "--json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, json.loads(done.stdout)["error"]["code"]) == (1, "screen_missing")


def test_a_tray_that_starts_and_never_listens_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    started: list[subprocess.Popen[bytes]] = []

    def start_tray() -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(stuck))
        return started[-1]

    monkeypatch.setattr(launch, "start_tray", start_tray)
    monkeypatch.setattr(main, "TRAY_START_S", 0.3)
    try:
        with pytest.raises(InstanceError, match="tray_not_answering"):
            main.open_link("tel:600")
        assert len(started) == 1
    finally:
        for tray in started:
            tray.kill()
            tray.wait()
