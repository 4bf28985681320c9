"""What a person sees on a window of a call."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget


def read(window):
    """Return what stands on a window, from top to bottom and from left to right; "[…]" are buttons."""
    kinds = (QLabel, QAbstractButton, QListWidget)
    parts = [part for kind in kinds for part in window.findChildren(kind) if part.isVisible() and words_of(part)]
    parts.sort(key=lambda part: ((at := part.mapTo(window, QPoint())).y() + part.height() // 2, at.x()))
    return [words_of(part) for part in parts]


def words_of(part):
    if isinstance(part, QAbstractButton):
        return f"[{part.text().replace('&', '')}]"
    return part.text() if isinstance(part, QLabel) else "(list)"


def cut_off(window):
    """Return the labels of a window that cannot be read whole."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and not fits(window, label)]


def fits(window, label):
    box = label.fontMetrics().boundingRect(QRect(0, 0, label.width(), 9999), Qt.TextFlag.TextWordWrap, label.text())
    whole = QRect(label.mapTo(window, QPoint()), label.size())
    return label.height() >= box.height() and label.width() >= box.width() and window.rect().contains(whole)


def press(window, words):
    """Click a button by its words."""
    found = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and words_of(b) == f"[{words}]"]
    found[0].click()
