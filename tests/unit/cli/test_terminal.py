"""The command line with and without a person at a terminal: questions, secrets, encodings, the demo's hints."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

import pytest

from traydial.cli import commands, grammar, simulation
from traydial.cli.simulation import MemorySecrets
from traydial.core.ports import SecretStore
from traydial.main import assemble
from traydial.simulator import catalog
from traydial.simulator.server import Server
from traydial.system.paths import Paths
from traydial.words.messages import in_english

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

TRAYDIAL = (sys.executable, "-m", "traydial")
PLAIN_C = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}  # as an old code page: no letter but ASCII
AddAccount = Callable[..., Server]


class Terminal:
    """What a person types and reads."""

    def __init__(self) -> None:
        self._person, program = os.openpty()
        self._ends: tuple[TextIO, TextIO] = (os.fdopen(program, "r"), os.fdopen(os.dup(program), "w"))

    @property
    def stdin(self) -> TextIO:
        return self._ends[0]

    @property
    def stderr(self) -> TextIO:
        return self._ends[1]

    def type(self, text: str) -> None:
        os.write(self._person, text.encode())

    def read(self) -> str:
        self.stderr.flush()
        return os.read(self._person, 4096).decode()

    def close(self) -> None:
        for end in self._ends:
            end.close()
        os.close(self._person)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with contextlib.closing(Terminal()) as terminal:
        yield terminal


def at(terminal: Terminal, secrets: MemorySecrets, *words: str) -> int:
    with contextlib.closing(assemble(os.environ, secrets)) as program:
        return commands.run(grammar.parse(words), program, in_english)


@pytest.mark.parametrize(("typed", "code", "dialled"), [("y\n", 0, 1), ("n\n", 7, 0), ("\n", 7, 0)])
def test_a_person_at_a_terminal_is_asked(
    account: AddAccount,
    terminal: Terminal,
    secrets: MemorySecrets,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    code: int,
    dialled: int,
) -> None:
    server = account("tvox")
    monkeypatch.setattr("sys.stdin", terminal.stdin)
    monkeypatch.setattr("sys.stderr", terminal.stderr)
    terminal.type(typed)
    assert at(terminal, secrets, "dial", "*21") == code
    told = terminal.read()
    assert "A code with * or # can change settings" in told
    assert "Call *21? [y/N]" in told
    assert len(server.pbx.switchboard.calls) == dialled


def test_nobody_is_asked_who_could_not_see_the_question(
    account: AddAccount, terminal: Terminal, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = account("tvox")
    terminal.type("y\n")
    monkeypatch.setattr("sys.stdin", terminal.stdin)  # while standard error goes to a file
    assert at(terminal, secrets, "dial", "*21") == 7
    assert not server.pbx.switchboard.calls


def test_without_a_terminal_the_reason_is_told_and_no_screen_is_spoken_of(run: Callable[..., object], account) -> None:
    account("tvox")
    said = run("dial", "*21", "--json")
    message = said.answer["error"]["message"]
    assert said.code == 7
    assert message.startswith("A code with * or # can change settings")
    assert "--yes" in message
    assert "screen" not in message
    assert message in said.err


def closed_input(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose standard input is closed, as under pythonw.exe: Python has no `sys.stdin` then."""
    return subprocess.run(["sh", "-c", 'exec "$@" <&-', "sh", *TRAYDIAL, *words], capture_output=True, timeout=60)


def test_a_closed_standard_input_is_nobody_at_a_terminal(account: AddAccount) -> None:
    account("teleforge", "--set", "region=ZA")  # the one PBX that needs no password
    done = closed_input("dial", "+39 0444 123456", "--json")
    assert (done.returncode, json.loads(done.stdout)["error"]["code"]) == (7, "needs_answer")


def test_a_secret_cannot_come_from_a_closed_standard_input() -> None:
    done = closed_input("account", "add", "office", "--pbx", "tvox", "--secret", "password", "--json")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["code"], error["field"]) == (2, "setting_missing", "password")


def test_what_goes_into_a_pipe_is_utf8_whatever_the_code_page() -> None:
    done = subprocess.run([*TRAYDIAL, "doctor"], env=os.environ | PLAIN_C, capture_output=True, timeout=60)
    assert "✓ config: The settings can be read.".encode() in done.stdout.splitlines()
    odd = subprocess.run([*TRAYDIAL, "parse", "☎"], env=os.environ | PLAIN_C, capture_output=True, timeout=60)
    assert odd.stderr == b"" or odd.stderr.decode()


@pytest.fixture
def demo() -> Iterator[subprocess.Popen[str]]:
    program = subprocess.Popen([*TRAYDIAL, "demo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield program
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=60)


def command_of(demo: subprocess.Popen[str]) -> str:
    assert demo.stderr is not None
    return next(line.strip() for line in demo.stderr if line.startswith("  TRAYDIAL_HOME="))


def test_the_command_that_the_demo_prints_runs_as_printed(demo: subprocess.Popen[str]) -> None:
    command = f"{command_of(demo)} --json"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)  # noqa: S602 - as printed
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["outcome"], answer["dialled"]) == (0, "accepted", "600"), answer


@pytest.mark.usefixtures("capsys", "caplog")
def test_the_demo_writes_each_line_of_its_log_once() -> None:
    written: list[str] = []

    def tray(environ: Mapping[str, str], secrets: SecretStore, *, settled: object) -> int:
        with contextlib.closing(assemble(environ, secrets)):  # as the tray does
            logging.getLogger("traydial.test").warning("a line of the log")
            written.append(Paths.of(environ).log_file.read_text(encoding="utf-8"))
        return 0

    assert simulation.demo(assemble, tray, in_english, as_json=False) == 0
    assert written[0].count("a line of the log") == 1


def test_what_is_checked_beside_the_demo_is_what_its_tray_can_do(demo: subprocess.Popen[str]) -> None:
    command = command_of(demo).removesuffix("dial 600")
    told = subprocess.run(f"{command} doctor --json", shell=True, capture_output=True, timeout=120)  # noqa: S602
    answer = json.loads(told.stdout)
    states = {check["id"]: check["state"] for check in answer["checks"]}
    assert states["tray"] == "ok"
    assert {states[f"accounts.{pbx}.reachable"] for pbx in catalog.ids()} == {"ok"}
    assert answer.keys() >= {"ok", "version", "python", "platform", "at"}
    told = subprocess.run(f"{command} account check tvox --json", shell=True, capture_output=True, timeout=60)  # noqa: S602
    assert (told.returncode, json.loads(told.stdout)["ok"]) == (0, True)
    told = subprocess.run(f"{command} account check nobody --json", shell=True, capture_output=True, timeout=60)  # noqa: S602
    assert told.returncode == 2
