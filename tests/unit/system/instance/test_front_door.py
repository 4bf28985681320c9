"""The front door: `__main__.py` as the desktop file runs it, against a real socket."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import traydial
from traydial.system.instance import client as instance
from traydial.system.paths import Paths

if sys.platform == "win32":
    pytest.skip("Windows has no Unix sockets in Python", allow_module_level=True)

FRONT_DOOR = (sys.executable, "-I", "-S", str(Path(traydial.__file__).with_name("__main__.py")))
LINK = "tel:+39%200444-123456;ext=5"


class Tray:
    """A tray that takes one line per connection and answers with `answer`."""

    def __init__(self, folder: Path, answer: bytes) -> None:
        folder.mkdir(mode=0o700, parents=True)
        self.lines: list[bytes] = []
        self._answer = answer
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(folder / "instance.sock"))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection, connection.makefile("rb") as lines:
                line = lines.readline()
                if line == b"stop\n":
                    return
                self.lines.append(line)
                connection.sendall(self._answer)

    def close(self) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as last:
            last.connect(self._listener.getsockname())
            last.sendall(b"stop\n")
        self._thread.join()
        self._listener.close()


@pytest.fixture
def folder() -> Path:
    return Paths.of(os.environ).runtime_dir


@pytest.fixture
def tray(folder: Path) -> Iterator[Callable[[bytes], Tray]]:
    running: list[Tray] = []

    def start(answer: bytes) -> Tray:
        running.append(Tray(folder, answer))
        return running[-1]

    yield start
    for one in running:
        one.close()


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*FRONT_DOOR, *words], capture_output=True, text=True, timeout=30)


@pytest.mark.parametrize("link", [LINK, "CallTo:600", "sips:ann@example.test", "tel:" + "1" * 5000, "tel:☎ 600"])
def test_a_link_reaches_the_tray_as_one_line(tray: Callable[[bytes], Tray], link: str) -> None:
    listening = tray(b"ok\n")
    done = run(link)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert listening.lines == [link.encode() + b"\n"]


def test_a_click_is_handed_over_without_starting_the_whole_program(tray: Callable[[bytes], Tray]) -> None:
    listening = tray(b"ok\n")
    env = os.environ | {"PYTHONHOME": "/nonexistent"}  # which the front door ignores, and no other Python survives
    done = subprocess.run([*FRONT_DOOR, LINK], env=env, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(listening.lines) == 1


def test_any_other_command_becomes_the_whole_program() -> None:
    done = run("parse", "+39 0444 123456")
    assert (done.returncode, done.stdout, done.stderr) == (0, "+390444123456  global  '+39 0444 123456'\n", "")


def test_it_loads_nothing_but_what_it_needs(tray: Callable[[bytes], Tray], folder: Path) -> None:
    tray(b"ok\n")
    script = (
        f"import sys; sys.path.insert(0, {str(Path(traydial.__file__).parents[1])!r})\n"
        "from traydial.system.instance import client; before = set(sys.modules)\n"
        f"assert client.hand_over('tel:600', {str(folder)!r})\n"
        "print(*sorted((set(sys.modules) | before) & {'os', 'socket', 'typing', 're', 'collections', 'site'}))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "tel:1\ntel:2",
        "tel:1\x00",
        "tel:\x1f",
        "tel:\x7f",
        "tel:\x9b",
        "tel:\x9f",
        "tel:\ud800",
        "tel:1\udfff",
        "http:1",
        "tel",
        "",
        "tel:" + "1" * (instance.LINE_LIMIT // 4),
    ],
)
def test_what_is_no_single_clean_line_is_no_link(text: str) -> None:
    assert not instance.is_link(text)


@pytest.mark.parametrize("text", ["tel:", "SIP:a b", "tel:~", "tel:\xa0", "tel:\ud7ff\ue000", "callto:é"])
def test_what_is_one_line_of_text_may_travel(text: str) -> None:
    assert instance.is_link(text)


@pytest.mark.skipif(sys.platform != "linux", reason="macOS has no such variable")
@pytest.mark.parametrize("runtime", ["/nonexistent/run", "relative", ""])
def test_the_socket_is_in_the_users_own_folder_where_that_is_named(runtime: str) -> None:
    folder = f"{runtime}/traydial" if runtime.startswith("/") else f"/tmp/traydial-{os.getuid()}"  # noqa: S108
    assert instance.runtime_dir({"XDG_RUNTIME_DIR": runtime}) == folder


def test_a_folder_whose_socket_could_not_be_named_is_put_into_tmp() -> None:
    room = 80 - len("/run")  # bytes, not characters
    for home, fits in (("/" + "h" * (room - 1), True), ("/" + "h" * room, False), ("/" + "é" * (room // 2), False)):
        folder = instance.runtime_dir({"TRAYDIAL_HOME": home})
        assert (folder == f"{home}/run") is fits
        assert fits or folder.startswith(f"/tmp/traydial-{os.getuid()}-")  # noqa: S108 - as it is documented
    assert instance.runtime_dir({"TRAYDIAL_HOME": "/" + "h" * 99}) != instance.runtime_dir(
        {"TRAYDIAL_HOME": "/" + "i" * 99}
    )


def test_control_characters_and_other_words_never_reach_the_tray(tray: Callable[[bytes], Tray]) -> None:
    listening = tray(b"ok\n")
    assert run("tel:600\n{}").returncode == 4
    with pytest.raises(ValueError, match="no link"):
        instance.hand_over("tel:600\n{}", str(Paths.of(os.environ).runtime_dir))
    assert run(LINK, "--yes").returncode == 2
    assert run("--no-such-option").returncode == 2
    assert listening.lines == []


def test_where_no_tray_runs_nothing_is_sent(folder: Path) -> None:
    assert not instance.hand_over(LINK, str(folder))
    folder.mkdir(mode=0o700, parents=True)
    assert not instance.hand_over(LINK, str(folder))
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left_over:
        left_over.bind(str(folder / "instance.sock"))
    assert not instance.hand_over(LINK, str(folder)), "a crashed tray's socket is nobody's"


@pytest.mark.parametrize("answer", [b"", b"no\n"])
def test_a_tray_that_does_not_say_ok_is_told_apart_from_none(
    tray: Callable[[bytes], Tray], folder: Path, answer: bytes
) -> None:
    listening = tray(answer)
    with pytest.raises(TimeoutError):
        instance.hand_over(LINK, str(folder))
    assert len(listening.lines) == 1, "sent once"


def test_a_tray_that_hangs_is_left_after_the_limit(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as hanging:
        hanging.bind(str(folder / "instance.sock"))
        hanging.listen(0)
        with pytest.raises(TimeoutError):
            instance.hand_over(LINK, str(folder), timeout_s=0.05)
        with pytest.raises(TimeoutError):  # and now its queue is full
            instance.hand_over(LINK, str(folder), timeout_s=0.05)


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o701])
def test_a_folder_open_to_others_is_refused(tray: Callable[[bytes], Tray], folder: Path, mode: int) -> None:
    listening = tray(b"ok\n")
    folder.chmod(mode)
    assert not instance.hand_over(LINK, str(folder))
    assert listening.lines == []


def test_a_folder_behind_a_symbolic_link_is_refused(tray: Callable[[bytes], Tray], folder: Path) -> None:
    listening = tray(b"ok\n")
    elsewhere = folder.with_name("elsewhere")
    elsewhere.symlink_to(folder)
    assert not instance.hand_over(LINK, str(elsewhere))
    assert listening.lines == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root can play another user")
def test_another_users_folder_and_another_users_tray_are_refused(folder: Path) -> None:
    nobody = 65534
    folder.mkdir(mode=0o700, parents=True)
    script = (
        "import os, socket, sys\n"
        "tray = socket.socket(socket.AF_UNIX); tray.bind(sys.argv[1])\n"
        f"os.seteuid({nobody}); tray.listen(); print('up', flush=True)\n"
        "client, _ = tray.accept(); print(client.recv(100), flush=True)\n"
    )
    argv = [sys.executable, "-c", script, str(folder / "instance.sock")]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as foreign:
        assert foreign.stdout is not None
        assert foreign.stdout.readline() == "up\n"
        assert not instance.hand_over(LINK, str(folder))
        assert foreign.stdout.readline() == "b''\n", "it gets no byte"
    os.chown(folder, nobody, nobody)
    assert not instance.is_private(str(folder))


def test_a_tray_of_another_user_gets_no_byte(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being root: here this process takes itself for another user than the kernel says of the tray."""
    folder.mkdir(mode=0o700, parents=True)
    user = os.getuid()
    monkeypatch.setattr(instance, "is_private", lambda _folder: True)
    monkeypatch.setattr(instance.posix, "getuid", lambda: user + 1)
    with socket.socket(socket.AF_UNIX) as foreign:
        foreign.bind(str(folder / "instance.sock"))
        foreign.listen()
        assert not instance.hand_over(LINK, str(folder))
        client, _ = foreign.accept()
        with client:
            assert client.recv(100) == b""


def test_the_users_own_process_is_trusted() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert instance.is_same_user(ours)
