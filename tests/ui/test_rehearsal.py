"""The first bubble is rehearsed: unseen, and nothing of it stays."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from traydial.ui.bubble import Bubble
from traydial.ui.presenter import Presenter


def test_rehearsal_shows_nothing_and_leaves_nothing(qtbot, commands):
    presenter = Presenter(commands)
    presenter.rehearse()
    visible = []

    def over():
        bubbles = [window for window in QApplication.topLevelWidgets() if isinstance(window, Bubble)]
        visible.extend(bubble.isVisible() for bubble in bubbles)
        return bool(visible) and not bubbles

    qtbot.waitUntil(over)
    assert not any(visible)
    presenter.close()
