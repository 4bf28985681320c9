"""What a person reads in a window, and the buttons that they find there by their words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def words(window: QWidget) -> str:
    """Everything that labels say, a line for each."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def button(window: QWidget, text: str) -> QPushButton:
    """The first button whose words begin so."""
    found = (b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith(text))
    return next(found)
