"""What a person reads off a window, from top to bottom and from left to right."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)


class Place(NamedTuple):
    y: int
    x: int


Found: TypeAlias = tuple[Place, str]
LINE_PX = 8  # what begins at nearly the same height is one line


def read_off(window: QWidget) -> list[str]:
    """Return the text of everything that is visible, a line for each part.

    [buttons], <fields>, ( ) and (x) for choices, … where greyed, · for hints, - for the rows of lists and tables.
    """
    QApplication.sendPostedEvents()
    found = [(box(widget, window), text) for widget in parts(window) for text in words(widget)]
    found.sort(key=lambda one: one[0])
    lines: list[list[Found]] = []
    for one in found:
        if not lines or one[0].y > lines[-1][0][0].y + LINE_PX:
            lines.append([])
        lines[-1].append(one)
    return [text for line in lines for _, text in sorted(line, key=lambda one: one[0].x)]


def parts(window: QWidget) -> Iterator[QWidget]:
    """Yield what can be read and pressed, but for what other parts are made of."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QGroupBox, QTabBar)
    for widget in window.findChildren(QWidget):
        is_part = isinstance(widget, kinds) and not isinstance(widget, QHeaderView)
        if is_part and widget.isVisibleTo(window) and not is_within_a_part(widget, window):
            yield widget


def is_within_a_part(widget: QWidget, window: QWidget) -> bool:
    made_of_parts = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)
    while widget is not window and (widget := widget.parentWidget()) is not None:
        if isinstance(widget, made_of_parts):
            return True
    return False


def words(widget: QWidget) -> Iterator[str]:
    """Yield the lines that a part shows; all but lists and tables have one at most."""
    if isinstance(widget, QListWidget):
        lines = (f"- {widget.item(row).text()}" for row in range(widget.count()))
    elif isinstance(widget, QTableView | QTreeView):
        lines = rows(widget)
    elif isinstance(widget, QLabel | QGroupBox | QTabBar):
        lines = filter(None, [text_of(widget)])
    else:
        lines = (text + ("" if widget.isEnabled() else " …") for text in filter(None, [text_of(widget)]))
    yield from (line.replace("&", "").replace("\n", " / ") for line in lines)


def rows(view: QTableView | QTreeView) -> Iterator[str]:
    model = view.model()
    columns = range(model.columnCount())
    yield "| " + " | ".join(model.headerData(column, Qt.Orientation.Horizontal) for column in columns)
    for row in range(model.rowCount()):
        yield "- " + " | ".join(str(model.index(row, column).data() or "") for column in columns)


def text_of(widget: QWidget) -> str:
    match widget:
        case QCheckBox() | QRadioButton():
            return f"({'x' if widget.isChecked() else ' '}) {widget.text()}"
        case QAbstractButton():
            return f"[{widget.text()}]" if widget.text() else ""
        case QLineEdit():
            hidden = widget.echoMode() is QLineEdit.EchoMode.Password
            shown = "*" * len(widget.text()) if hidden else widget.text()
            return f"<{shown or widget.placeholderText()}>"
        case QComboBox():
            return f"<{widget.currentText()}>"
        case QAbstractSpinBox():
            return f"<{widget.text()}>"
        case QGroupBox():
            return f"# {widget.title()}"
        case QTabBar():
            return " | ".join(widget.tabText(tab) for tab in range(widget.count()))
        case QLabel():
            is_hint = widget.foregroundRole() is QPalette.ColorRole.PlaceholderText
            return f"· {widget.text()}" if is_hint and widget.text() else widget.text()
    return ""


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    """Return what lies on top of each other, though a person should see both."""
    shown = [widget for widget in parts(window) if not isinstance(widget, QGroupBox)]
    frames = [(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()), widget) for widget in shown]
    return [
        (text, other_text)
        for (frame, widget), (other_frame, other) in itertools.combinations(frames, 2)
        if frame.intersects(other_frame)
        for text in itertools.islice(words(widget), 1)
        for other_text in itertools.islice(words(other), 1)
    ]


def box(widget: QWidget, window: QWidget) -> Place:
    """Return where a widget begins to be read: a caption with its field, a list and a group at their top."""
    left = widget.mapTo(window, QPoint(0, 0)).x()
    if isinstance(widget, QLabel) and widget.buddy() is not None and widget.buddy().isVisible():
        widget = widget.buddy()
    tall = isinstance(widget, QGroupBox | QAbstractItemView)
    corner = widget.mapTo(window, QPoint(0, 0 if tall else widget.height() // 2))
    return Place(corner.y(), left)
