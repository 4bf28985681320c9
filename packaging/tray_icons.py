"""Draws the tray icons in each of their sizes, so that the tray needs no renderer for SVG, which takes 1.5 MB.

Run it after a change to resources/icons/tray/*.svg; a test compares. Each icon becomes one PNG, committed beside it,
with its sizes from left to right.
"""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter

from traydial.resources import resource
from traydial.ui.base.icons import SIZES


def row(svg: str) -> QImage:
    """Draw `svg` in each of SIZES. Needs a QGuiApplication."""
    icon = QIcon(svg)
    image = QImage(sum(SIZES), max(SIZES), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    left = 0
    for size in SIZES:
        painter.drawPixmap(left, 0, icon.pixmap(size, size))
        left += size
    painter.end()
    return image


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    for picture in sorted(resource("icons", "tray").glob("*.svg")):
        row(str(picture)).save(str(picture.with_suffix(".png")))
