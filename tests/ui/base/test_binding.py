"""Qt's binding must not leave its own import behind: it would keep the source of every module in memory."""

import subprocess
import sys

SCRIPT = """
import builtins, linecache
own = builtins.__import__
from traydial.ui.base.binding import load_binding
load_binding()
import PySide6.QtGui, traydial, traydial.ui.windows
assert builtins.__import__ is own
kept = [file for file in linecache.cache if file.startswith(traydial.__path__[0]) or "PySide6" in file]
assert not kept, kept
"""


def test_python_s_own_import_is_back_and_stays():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
