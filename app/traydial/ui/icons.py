"""The pictures of the program, by what they mean."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon

from traydial.ui.resources import resource


class Light(enum.StrEnum):
    """What the tray icon says; each has its own shape, not only its own colour."""

    IDLE = "idle"
    DIALLING = "dialling"
    CALL = "call"
    RECORDING = "recording"
    PROBLEM = "problem"


def on_dark() -> bool:
    """Whether the desktop is dark now. Panels mostly follow it; the icons' halo serves those that do not."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def tray_icon(light: Light, *, dark: bool) -> QIcon:
    """Return the tray icon for a dark or a light panel."""
    return QIcon(str(resource("icons", "tray", f"{light}-{'dark' if dark else 'light'}.svg")))


def application_icon() -> QIcon:
    return QIcon.fromTheme("org.traydial.Traydial", QIcon(str(resource("icons", "org.traydial.Traydial.svg"))))
