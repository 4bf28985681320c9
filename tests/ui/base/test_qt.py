"""What we rely on in PySide6 itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal()


def test_emitting_keeps_python_alive():
    """PySide6 6.12.0 gave True away at every emit: before Python 3.12 the tray would die within a day."""
    bell = Bell()
    bell.rung.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < 50
