"""A label for text that others wrote: shown as it is, never as markup, wrapped instead of clipped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """`scale` is the size relative to ordinary text; `muted`: less important, in grey; `indent`: below a check box."""

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = 1.0,
        bold: bool = False,
        muted: bool = False,
        indent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        self.setFont(font)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if indent:
            self.setIndent(self.fontMetrics().height() * 3 // 2)
