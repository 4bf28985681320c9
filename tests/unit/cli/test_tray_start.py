"""`traydial --json`: one object on standard output, also from the tray itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-P", "-m", "traydial", "--json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_the_tray_says_that_it_stands_and_a_second_one_that_it_is_not_the_one() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(COMMAND, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as tray:
        try:
            assert tray.stdout is not None
            assert json.loads(tray.stdout.readline()) == {"tray": True, "started": True}
            second = subprocess.run(COMMAND, env=env, capture_output=True, text=True, timeout=30)
            assert json.loads(second.stdout) == {"tray": True, "started": False}
            assert second.returncode == 0
        finally:
            tray.terminate()
        assert tray.wait(timeout=30) == 0
        assert tray.stdout.read() == ""
