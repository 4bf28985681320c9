"""The instance socket against real sockets and a real second process: what both transports promise.

The one of Windows is a QLocalServer, which is a named pipe there and a Unix socket here.
"""

import json
import os
import socket
import stat
import subprocess
import sys
import threading

import pytest

from traydial.system.instance import client as near
from traydial.ui.instance import server as instance
from traydial.ui.instance.pipe import PipeServer
from traydial.ui.instance.socket import SocketServer


class Inbox:
    """Takes what the server hands on."""

    def __init__(self):
        self.links = []
        self.requests = []

    def link(self, text):
        self.links.append(text)

    def request(self, request, reply):
        self.requests.append((request, reply))


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture(params=["socket", "pipe"])
def make_server(request, owner, tmp_path, inbox):
    """Make a server of each kind; they meet in one folder."""

    def make(**pipe):
        folder = tmp_path / "run"
        values = {"link": inbox.link, "request": inbox.request, "parent": owner}
        if request.param == "socket":
            return SocketServer(folder, **values)
        return PipeServer(folder, **values, **({"name": str(folder / "instance.sock"), "is_trusted": bool} | pipe))

    return make


@pytest.fixture
def server(make_server):
    server = make_server()
    assert server.listen()
    yield server
    server.close()


@pytest.fixture
def connect(server, tmp_path):
    opened = []

    def connect():
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(10)
        client.connect(str(tmp_path / "run" / "instance.sock"))
        opened.append(client)
        return client

    yield connect
    for client in opened:
        client.close()


def connections(server):
    """What a server keeps of clients that are still connected."""
    return server.findChildren(instance.Connection)


def answer_to(qtbot, client):
    """Read in a thread what the server answers until it hangs up, while the event loop runs."""
    received = []

    def read():
        answer = b""
        try:
            while chunk := client.recv(65536):
                answer += chunk
        except ConnectionResetError:
            pass
        received.append(answer)

    thread = threading.Thread(target=read)
    thread.start()
    qtbot.waitUntil(lambda: bool(received))
    thread.join()
    return received[0]


def test_a_link_is_acknowledged_once_it_was_taken(qtbot, connect, inbox):
    client = connect()
    client.sendall(b"tel:+390444123456\n")
    assert answer_to(qtbot, client) == b"ok\n"
    assert inbox.links == ["tel:+390444123456"]


def test_the_front_door_and_the_server_speak_the_same_protocol(qtbot, server, tmp_path, inbox):
    front_door = (
        "import sys; from traydial.system.instance.client import hand_over; sys.exit(not hand_over(*sys.argv[1:]))"
    )
    command = [sys.executable, "-c", front_door, "callto:600", tmp_path / "run"]
    with subprocess.Popen(command) as process:
        qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.returncode == 0
    assert inbox.links == ["callto:600"]


def test_a_line_may_come_in_pieces(qtbot, connect, inbox):
    client = connect()
    client.sendall(b"tel:+39")
    qtbot.wait(1)
    client.sendall("0444 é\n".encode())
    assert answer_to(qtbot, client) == b"ok\n"
    assert inbox.links == ["tel:+390444 é"]


def test_a_request_is_answered_later_and_from_another_thread(qtbot, connect, inbox):
    client = connect()
    client.sendall(b'{"command": "status"}\n')
    qtbot.waitUntil(lambda: bool(inbox.requests))
    request, reply = inbox.requests[0]
    assert request == {"command": "status"}
    threading.Thread(target=reply, args=({"tray": True, "name": "Tiếng"},)).start()
    answer = answer_to(qtbot, client)
    assert json.loads(answer) == {"tray": True, "name": "Tiếng"}
    assert answer.endswith(b"\n")


def test_a_large_answer_to_a_slow_reader_arrives_whole(qtbot, connect, inbox):
    client = connect()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    inbox.requests[0][1]({"text": "x" * 2_000_000})
    assert len(json.loads(answer_to(qtbot, client))["text"]) == 2_000_000


def test_nobody_minds_when_the_client_has_gone_before_the_answer(qtbot, connect, inbox, server):
    client = connect()
    client.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    client.close()
    inbox.requests[0][1]({"late": True})
    inbox.requests[0][1]({"twice": True})
    qtbot.waitUntil(lambda: not connections(server))


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"help\n",
        b"javascript:alert(1)\n",
        b"[1]\n",
        b'"tel:1"\n',
        b"{broken\n",
        b"tel:\xff\n",
        b"tel:1\x00\n",
        b"[" * 50_000 + b"\n",
        b'{"a":' * 5_000 + b"\n",
    ],
)
def test_garbage_is_refused_and_reaches_nobody(qtbot, connect, inbox, line):
    client = connect()
    client.sendall(line)
    assert answer_to(qtbot, client) == b"no\n"
    assert inbox.links == []
    assert inbox.requests == []


def test_an_endless_line_is_cut_off(qtbot, connect, server, inbox, monkeypatch):
    monkeypatch.setattr(instance, "DEADLINE_MS", 600_000)  # nothing but the limit may end it
    client = connect()

    def flood():
        try:
            for _ in range(10_000):
                client.sendall(b"a" * 4096)
        except OSError:
            pass

    thread = threading.Thread(target=flood)
    thread.start()
    assert answer_to(qtbot, client) == b""
    thread.join(10)
    assert not thread.is_alive()
    assert inbox.links == []


def test_a_silent_client_is_let_go_and_costs_nothing_afterwards(qtbot, connect, server, monkeypatch):
    monkeypatch.setattr(instance, "DEADLINE_MS", 30)
    client = connect()
    assert answer_to(qtbot, client) == b""
    qtbot.waitUntil(lambda: not connections(server))


def until_the_deadline_has_passed(qtbot, connect):
    """Wait as long as the server waits for a client: it has let go of one that was silent from now on."""
    assert answer_to(qtbot, connect()) == b""


def test_an_answer_may_take_longer_than_a_client_has_to_ask(qtbot, connect, server, inbox, monkeypatch):
    monkeypatch.setattr(instance, "DEADLINE_MS", 250)
    client = connect()
    client.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    until_the_deadline_has_passed(qtbot, connect)
    inbox.requests[0][1]({"late": True})
    assert json.loads(answer_to(qtbot, client)) == {"late": True}


def test_a_client_that_does_not_take_its_answer_is_let_go(qtbot, connect, server, inbox, monkeypatch):
    monkeypatch.setattr(instance, "DEADLINE_MS", 250)
    client = connect()
    client.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    inbox.requests[0][1]({"text": "x" * 20_000_000})
    for _ in range(2):
        until_the_deadline_has_passed(qtbot, connect)
    assert len(answer_to(qtbot, client)) < 20_000_000


def test_a_server_that_closes_hangs_up_on_its_clients(qtbot, connect, server, inbox):
    silent, asking = connect(), connect()
    asking.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    server.close()
    assert [answer_to(qtbot, client) for client in (silent, asking)] == [b"", b""]
    inbox.requests[0][1]({"late": True})


def test_half_a_character_does_not_keep_an_answer_back(qtbot, connect, inbox):
    client = connect()
    client.sendall(b"{}\n")
    qtbot.waitUntil(lambda: bool(inbox.requests))
    inbox.requests[0][1]({"name": "Ti\udcffng"})
    assert json.loads(answer_to(qtbot, client)) == {"name": "Ti?ng"}


def test_only_the_first_line_of_a_client_counts(qtbot, connect, inbox):
    client = connect()
    client.sendall(b"tel:1\ntel:2\n")
    assert answer_to(qtbot, client) == b"ok\n"
    assert inbox.links == ["tel:1"]


def test_a_folder_is_made_with_those_above_it_and_what_a_crash_left_in_it_is_no_hindrance(owner, tmp_path, inbox):
    folder = tmp_path / "a" / "b"
    server = SocketServer(folder, link=inbox.link, request=inbox.request, parent=owner)
    assert server.listen()
    server.close()
    (folder / "instance.new").touch()
    assert server.listen()
    server.close()


def test_silent_clients_do_not_keep_others_out_for_good(qtbot, connect, server, inbox, monkeypatch):
    monkeypatch.setattr(instance, "CLIENT_LIMIT", 2)
    connect(), connect()
    qtbot.waitUntil(lambda: len(connections(server)) == 2)
    third = connect()
    third.sendall(b"tel:1\n")
    assert answer_to(qtbot, third) == b""
    qtbot.waitUntil(lambda: len(connections(server)) == 2)
    assert inbox.links == []


def test_only_this_user_gets_in(server, tmp_path):
    folder = tmp_path / "run"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not stat.S_IMODE((folder / "instance.sock").stat().st_mode) & 0o077


def test_a_folder_that_others_may_enter_is_not_used(owner, tmp_path, inbox):
    folder = tmp_path / "run"
    folder.mkdir()
    folder.chmod(0o755)
    server = SocketServer(folder, link=inbox.link, request=inbox.request, parent=owner)
    with pytest.raises(PermissionError):
        server.listen()
    folder.chmod(0o700)
    assert server.listen(), "the failure holds no lock"
    server.close()


def test_a_name_that_somebody_else_has_taken_is_not_used(make_server, tmp_path):
    server = make_server()
    (tmp_path / "run").mkdir(mode=0o700)
    (tmp_path / "run" / "instance.sock").mkdir()
    with pytest.raises(OSError, match=r".+"):
        server.listen()
    (tmp_path / "run" / "instance.sock").rmdir()
    assert server.listen(), "the failure holds no lock"
    server.close()


def test_two_trays_never_both_win(make_server, server, tmp_path):
    second = make_server()
    assert not second.listen()
    server.close()
    assert second.listen()
    second.close()
    assert not (tmp_path / "run" / "instance.sock").exists()


def test_what_a_killed_tray_left_behind_is_taken_over(qtbot, owner, tmp_path, inbox):
    path = tmp_path / "run" / "instance.sock"
    tray = """
import os, sys, pathlib
from PySide6.QtCore import QCoreApplication
from traydial.ui.instance.choice import instance_server
app = QCoreApplication([])
server = instance_server(pathlib.Path(sys.argv[1]), link=print, request=print)
assert server.listen()
print("listening", flush=True)
app.exec()
"""
    with subprocess.Popen([sys.executable, "-c", tray, path.parent], stdout=subprocess.PIPE) as first:
        try:
            assert first.stdout.readline() == b"listening\n"
            second = SocketServer(path.parent, link=inbox.link, request=inbox.request, parent=owner)
            assert not second.listen()
        finally:
            first.kill()
    assert path.exists()
    assert second.listen()
    client = socket.socket(socket.AF_UNIX)
    with client:
        client.connect(str(path))
        client.sendall(b"tel:1\n")
        assert answer_to(qtbot, client) == b"ok\n"
    second.close()


def test_a_caller_who_gave_up_waiting_does_not_dial_any_more(qtbot, connect, inbox):
    gone, waiting = connect(), connect()  # the event loop does not run meanwhile, as in a tray that is stuck
    gone.sendall(b"tel:1\n")
    gone.close()
    waiting.sendall(b"tel:2\n")
    assert answer_to(qtbot, waiting) == b"ok\n"
    assert inbox.links == ["tel:2"]


def test_another_users_process_is_not_heard(qtbot, make_server, tmp_path, inbox, monkeypatch):
    monkeypatch.setattr(near.posix, "getuid", lambda: os.geteuid() + 1)
    monkeypatch.setattr("traydial.ui.instance.socket.is_private", lambda _: True)
    asked = []
    server = make_server(is_trusted=asked.append)
    assert server.listen()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(tmp_path / "run" / "instance.sock"))
        client.sendall(b"tel:1\n")
        assert answer_to(qtbot, client) == b""
    assert inbox.links == []
    qtbot.waitUntil(lambda: not connections(server))
    server.close()
