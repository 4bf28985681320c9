"""traydial simulate: phones that follow a script, or what is typed on a terminal."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from traydial.cli.simulation import DEMO_SCRIPT
from traydial.simulator.phone import read_script
from traydial.simulator.tel4vn import LASTING_TOKEN

Start = Callable[..., subprocess.Popen[str]]


def test_the_phones_of_the_demo_know_their_words() -> None:
    text = "".join(f"{step.after_s} {step.words}\n" for step in DEMO_SCRIPT)
    assert read_script(text) == DEMO_SCRIPT


@pytest.fixture
def start() -> Iterator[Start]:
    """Start `traydial simulate` as a program of its own; it has to end well at a stop signal."""
    programs: list[subprocess.Popen[str]] = []

    def started(*words: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "traydial", "simulate", *words, "--json"]
        program = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        programs.append(program)
        return program

    yield started
    for program in programs:
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=10)
        assert program.returncode == 0


def dial(program: subprocess.Popen[str]) -> None:
    assert program.stdout
    assert ask(json.loads(program.stdout.readline())["url"]) == 200


def ask(address: str) -> int:
    """Dial at a simulated PBX, and return the status of its answer."""
    url = urlsplit(address)
    with contextlib.closing(http.client.HTTPConnection(str(url.hostname), url.port, timeout=10)) as connection:
        headers = {"Authorization": f"Bearer {LASTING_TOKEN}"}
        connection.request("GET", "/v1/click2call/async?ext=101&phone=0899098899", headers=headers)
        return connection.getresponse().status


def calls(program: subprocess.Popen[str]) -> Iterator[str]:
    """What happens to the call, as it is printed."""
    assert program.stderr
    for line in program.stderr:
        _, _, words = line.strip().partition("101 → 0899098899 ")
        if words:
            yield words


def test_every_call_follows_the_script(start: Start, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("0 answer\n0.01 callee answers\n0.02 hang up\n", encoding="utf-8")
    program = start("tel4vn", "--script", str(script))
    dial(program)
    told = calls(program)
    assert [next(told) for _ in range(4)] == [
        "ringing agent, recorded",
        "ringing callee, recorded",
        "connected, recorded",
        "ended: hung up",
    ]


def test_the_phones_do_what_is_typed(start: Start) -> None:
    hand, terminal = os.openpty()
    program = start("tel4vn", stdin=terminal)
    dial(program)
    told = calls(program)
    assert next(told) == "ringing agent, recorded"
    os.write(hand, b"dance\nanswer\n")
    assert next(told) == "ringing callee, recorded"
    os.write(hand, b"busy\n")
    assert next(told) == "ended: busy"
    os.close(terminal)
    os.close(hand)


@pytest.mark.parametrize(
    ("text", "reason"), [("1.0 dance\n", "line 1: 'dance' is none of: answer"), (None, "No such file or directory")]
)
def test_a_script_that_cannot_be_read_is_named(tmp_path: Path, text: str | None, reason: str) -> None:
    script = tmp_path / "script.txt"
    if text:
        script.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "traydial", "simulate", "tel4vn", "--script", str(script), "--json"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30)
    error = json.loads(said.stdout)["error"]
    assert (said.returncode, error["code"], error["field"]) == (2, "setting_invalid", "--script")
    assert reason in said.stderr


@pytest.mark.parametrize(
    ("words", "code", "field", "told"),
    [
        (("nobody",), "pbx_unknown", None, "tvox, teleforge, tel4vn, noojee"),
        (("tvox", "--fault", "fire"), "setting_invalid", "--fault", "error-500"),
        (("tvox", "--port", "{taken}"), "setting_invalid", "--port", "in use"),
    ],
)
def test_what_cannot_be_simulated_is_named(words: tuple[str, ...], code: str, field: str | None, told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [word.format(taken=taken.getsockname()[1]) for word in words]
        said = subprocess.run(
            [sys.executable, "-m", "traydial", "simulate", *command, "--json"],
            capture_output=True,
            text=True,
            timeout=30,
        )
    error = json.loads(said.stdout)["error"]
    assert (said.returncode, error["code"], error["field"]) == (2, code, field)
    assert told in error["message"]


def test_a_fault_that_is_asked_for_hits_the_calls(start: Start) -> None:
    program = start("tel4vn", "--fault", "error-500")
    assert program.stdout
    told = json.loads(program.stdout.readline())
    assert told["pbx"] == "tel4vn"
    assert told["settings"]["server"] == told["url"]
    assert "error-500" in told["faults"]
    assert ask(told["url"]) == 500


def test_a_person_is_told_the_address_and_how_to_add_the_account() -> None:
    command = [sys.executable, "-m", "traydial", "simulate", "tel4vn"]
    null, pipe = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, stdin=null, stdout=pipe, stderr=pipe, text=True) as program:
        assert program.stdout
        assert program.stderr
        url = program.stdout.readline().strip()
        told = [program.stderr.readline() for _ in range(3)]
        program.send_signal(signal.SIGTERM)
        assert program.wait(10) == 0
    with pytest.raises(ConnectionRefusedError):
        ask(url)
    assert told[0] == "An account for it:\n"
    assert told[1].startswith(f"  traydial account add tel4vn --pbx tel4vn --set server={url} ")
    assert "--secret " in told[1]
    assert told[2].startswith("  ")


# A shell under nohup starts everything with SIGHUP ignored.
HEARS_HANGUPS = ["env", "--default-signal=HUP"]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the demo, with `first` before its arguments; its throw-away home is in `tmp_path`."""
    programs: list[subprocess.Popen[str]] = []

    def started(*first: str) -> subprocess.Popen[str]:
        command = [*first, sys.executable, "-m", "traydial", "demo", "--json"]
        env = {**os.environ, "TMPDIR": str(tmp_path)}
        program = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        programs.append(program)
        assert program.stdout
        json.loads(program.stdout.readline())  # its tray is about to start
        return program

    yield started
    for program in programs:
        program.kill()
        program.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="Windows ends programs without a signal; macOS has another env")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_demo_that_is_told_to_stop_leaves_nothing(
    demo: Callable[..., subprocess.Popen[str]], tmp_path: Path, number: str
) -> None:
    program = demo(*HEARS_HANGUPS)
    program.send_signal(getattr(signal, number))
    _, told = program.communicate()
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_under_nohup_the_demo_outlives_its_terminal(demo: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    program = demo("nohup")
    program.send_signal(signal.SIGHUP)
    (home,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "traydial", "status", "--json"]
    env = {**os.environ, "TRAYDIAL_HOME": str(home)}
    status = {"tray": False}
    while not status["tray"] and program.poll() is None:
        status = json.loads(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert status["tray"]
