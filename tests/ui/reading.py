"""What a person reads in a window, and the buttons and fields that they find there by their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from traydial.ui.widgets.banner import Banner


def words(window: QWidget) -> str:
    """Everything that labels say, a line for each."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def button(window: QWidget, text: str) -> QPushButton:
    """The first button whose words begin so."""
    found = (b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith(text))
    return next(found)


def field(window: QWidget, name: str) -> QWidget:
    """The field that a screen reader calls so, whether it must be filled in or not."""
    return next(w for w in window.findChildren(QWidget) if w.accessibleName().partition(", ")[0] == name)


def below(field: QWidget) -> str:
    """What is said right below a field about what stands in it; empty where nothing is, or no field is shown."""
    if field.isHidden():
        return ""
    form = field.parentWidget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what has just appeared gets its place
    parts = form.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    lower = sorted((part for part in parts if part.y() > field.y() and not part.isHidden()), key=QWidget.y)
    for part in lower:
        if isinstance(part, QLineEdit | QComboBox | QCheckBox | QPushButton):
            break
        if isinstance(part, Banner):
            return part.text()
    return ""
