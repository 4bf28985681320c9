"""The lock that decides which process is the tray, between real processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from traydial.system.instance_lock import InstanceLock

HOLD = """
import pathlib, sys
from traydial.system.instance_lock import InstanceLock
lock = InstanceLock(pathlib.Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_it_ends_with_its_process_however_that_ends(tmp_path: Path) -> None:
    mine = InstanceLock(tmp_path)
    argv = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as theirs:
        assert theirs.stdout is not None
        assert theirs.stdout.readline() == b"True\n"
        assert not mine.take()
        assert not mine.held
        theirs.kill()
    assert mine.take()
    assert mine.held
    mine.release()


def test_who_lets_it_go_lets_others_have_it(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    assert first.take()
    assert not second.take()
    first.release()
    first.release()
    assert second.take()
    second.release()
