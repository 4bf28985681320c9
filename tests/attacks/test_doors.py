"""B: access from this machine: the folder of the instance socket in unusual environments, and many starts at once."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from attacks import hostile
from attacks.surroundings import processes
from attacks.tray import Tray, number
from traydial.simulator.teleforge import Teleforge
from traydial.system.instance import client

NOBODY = 65534
ODD_NAMES = ("a b", "a\tb", "a\nb", "a*b", "~ann", "umläut ☎", "$HOME", "a%20b", "-rf", "a'b\"c", "x;y&z", "\udcff")
CAN_PLAY_ANOTHER_USER = pytest.mark.skipif(os.geteuid() != 0, reason="only root can play another user")


@pytest.fixture
def open_tray(private_home, start_peer):
    """Start trays in homes below the private one; all are ended."""
    opened = []

    def start(name, *accounts):
        opened.append(Tray(private_home / name))
        for url in accounts:
            opened[-1].add(Teleforge(), url)
        opened[-1].start()
        return opened[-1]

    yield start
    for tray in opened:
        tray.close()


@pytest.mark.heavy
def test_a_home_may_have_any_name(open_tray, start_peer):
    peer = start_peer(hostile.answers)
    for index, name in enumerate(ODD_NAMES):
        tray = open_tray(name, peer.url)
        assert tray.dial(number("teleforge", index), yes=True)["outcome"] == "accepted"
        assert json.loads(tray.run("history", "--json").stdout)["calls"][0]["state"] == "accepted"
        tray.close()


def test_a_home_in_a_folder_that_hands_on_its_group(open_tray, private_home):
    private_home.mkdir()
    private_home.chmod(0o2775)  # a shared folder: what is made in it belongs to its group
    open_tray("shared")


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o177, 0o277, 0o777], ids=oct)
def test_an_odd_umask_neither_opens_nor_closes_the_home(tray, umask):
    argv = [sys.executable, "-m", "traydial", "--json"]
    with subprocess.Popen(argv, env=tray.environ, stdout=subprocess.PIPE, text=True, umask=umask) as started:
        try:
            assert json.loads(started.stdout.readline())["started"] is True
            made = [tray.home, *(path for path in tray.home.rglob("*") if path.is_dir())]
            assert {oct(stat.S_IMODE(path.stat().st_mode) & 0o722) for path in made} == {"0o700"}
        finally:
            started.terminate()


@CAN_PLAY_ANOTHER_USER
def test_a_runtime_folder_of_another_user_is_left_alone(tmp_path, private_home):
    """As after `su` or `sudo`, which keep the variable."""
    foreign = tmp_path / "foreign"
    foreign.mkdir(mode=0o700)
    os.chown(foreign, NOBODY, NOBODY)
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(foreign)}
    del environ["TRAYDIAL_HOME"]
    assert not client.runtime_dir(environ).startswith(str(foreign))


def squat(folder: Path, kind: str) -> None:
    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir(mode=0o700)
    if kind == "a link":
        folder.symlink_to(elsewhere)
    elif kind == "a file":
        folder.write_text("")
    else:
        folder.mkdir(mode=0o777 if kind == "open to all" else 0o700)
        folder.chmod(0o777 if kind == "open to all" else 0o700)
        if kind == "another user's":
            os.chown(folder, NOBODY, NOBODY)


@pytest.mark.parametrize(
    "kind", ["a link", "a file", "open to all", pytest.param("another user's", marks=CAN_PLAY_ANOTHER_USER)]
)
def test_a_folder_that_somebody_squats_is_named_and_never_used(tray, kind):
    tray.home.mkdir()
    squat(tray.home / "run", kind)
    clicked = tray.run("tel:+390444123456", "--json")
    assert clicked.returncode == 1
    assert json.loads(clicked.stdout)["error"]["code"] == "tray_folder_unusable"
    assert list((tray.home / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("clicks", [10, pytest.param(200, marks=pytest.mark.heavy)])
def test_many_links_at_once_start_one_tray(tray, clicks):
    """Each waits for it and hands its link over, or says that the tray did not answer."""
    argv = [sys.executable, "-m", "traydial"]
    null = subprocess.DEVNULL
    links = [
        subprocess.Popen([*argv, f"tel:+39044410{i:04}"], env=tray.environ, stdout=null, stderr=null)
        for i in range(clicks)
    ]
    trays = set()
    for link in links:
        while link.poll() is None:
            trays |= set(tray_processes(tray))
            with contextlib.suppress(subprocess.TimeoutExpired):
                link.wait(0.05)
    running = tray_processes(tray)
    for pid in running:
        os.kill(pid, signal.SIGTERM)
    codes = Counter(link.returncode for link in links)
    print(f"{clicks} links: {len(trays)} trays, exit codes {dict(codes)}")
    assert trays == set(running)
    assert len(running) == 1
    assert set(codes) <= {0, 1}
    assert codes[0] >= 1


def tray_processes(tray):
    """Return the processes that were started as the tray of this home."""
    found = []
    for pid in processes(f"TRAYDIAL_HOME={tray.home}"):
        with contextlib.suppress(OSError):
            if Path(f"/proc/{pid}/cmdline").read_bytes().endswith(b"\0-P\0-m\0traydial\0"):
                found.append(pid)
    return found
