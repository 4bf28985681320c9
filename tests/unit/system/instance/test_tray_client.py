"""The command line's requests, against a real socket."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from traydial.core.errors import InstanceError
from traydial.system.instance.tray_client import ask_tray


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def tray(folder: Path) -> Iterator[Callable[[bytes], list[bytes]]]:
    """Start a tray that reads one line, sends an answer and hangs up; gives what it read."""
    threads: list[threading.Thread] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:

        def start(answer: bytes) -> list[bytes]:
            lines: list[bytes] = []
            listener.bind(str(folder / "instance.sock"))
            listener.listen()

            def serve() -> None:
                connection, _ = listener.accept()
                with connection, connection.makefile("rb") as read:
                    lines.append(read.readline())
                    connection.sendall(answer)

            threads.append(threading.Thread(target=serve))
            threads[0].start()
            return lines

        yield start
        for thread in threads:
            thread.join()


def test_a_request_is_one_line_and_so_is_its_answer(tray: Callable[[bytes], list[bytes]], folder: Path) -> None:
    answer = {"state": "idle", "text": "x" * 500_000}
    lines = tray(json.dumps(answer).encode() + b"\n")
    assert ask_tray({"command": "status", "name": "Tiếng\n"}, folder, timeout_s=10) == answer
    assert [json.loads(line) for line in lines] == [{"command": "status", "name": "Tiếng\n"}]


def test_without_a_tray_there_is_no_answer(folder: Path) -> None:
    assert ask_tray({}, folder, timeout_s=10) is None
    assert ask_tray({}, folder / "missing", timeout_s=10) is None


@pytest.mark.parametrize("answer", [b"", b"no\n", b'{"cut": '])
def test_a_tray_that_does_not_answer_is_told_apart_from_none(
    tray: Callable[[bytes], list[bytes]], folder: Path, answer: bytes
) -> None:
    lines = tray(answer)
    with pytest.raises(InstanceError) as caught:
        ask_tray({}, folder, timeout_s=10)
    assert caught.value.code == "tray_not_answering"
    assert lines == [b"{}\n"], "sent once"
