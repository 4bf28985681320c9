"""Which light a painted tray icon shows: the picture of ours that it is nearest to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter

from traydial.resources import resource

LIGHTS = ("idle", "dialling", "call", "recording", "problem")


def light_in(picture: QImage) -> str:
    """Name the light in a picture of an icon, whose corner is the background."""
    return min(LIGHTS, key=lambda light: _difference(picture, _painted(light, picture)))


def _painted(light: str, like: QImage) -> QImage:
    """Paint the light as large as `like` and on the same background."""
    side = min(like.width(), like.height())
    reader = QImageReader(str(resource("icons", "tray", f"{light}-light.svg")))
    reader.setScaledSize(QSize(side, side))
    painted = QImage(like.size(), QImage.Format.Format_RGB32)
    painted.fill(like.pixel(0, 0))
    painter = QPainter(painted)
    painter.drawImage(QPoint((like.width() - side) // 2, (like.height() - side) // 2), reader.read())
    painter.end()
    return painted


def _difference(one: QImage, other: QImage) -> int:
    pairs = zip(_bytes(one), _bytes(other), strict=True)
    return sum((a - b) ** 2 for a, b in pairs)


def _bytes(picture: QImage) -> bytes:
    return picture.convertToFormat(QImage.Format.Format_RGB888).constBits().tobytes()
