"""The icons of the program, by what they mean."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from traydial.core.call import CallState, RecordingState
from traydial.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.call import Call


class TrayStatus(enum.StrEnum):
    """What the tray icon says; each has its own shape, not only its own colour."""

    IDLE = "idle"
    DIALLING = "dialling"
    CALL = "call"
    RECORDING = "recording"
    PROBLEM = "problem"


ACCENTS = {
    TrayStatus.IDLE: ("#6e7781", "#8b949e"),
    TrayStatus.DIALLING: ("#1a6fd4", "#6db3ff"),
    TrayStatus.CALL: ("#1a7f37", "#57d977"),
    TrayStatus.RECORDING: ("#d1242f", "#ff5d5d"),
    TrayStatus.PROBLEM: ("#b35900", "#ffb340"),
}
"""The colour of each status on a light and on a dark desktop; the same as in the tray icons."""


def on_dark() -> bool:
    """Whether windows are dark now. Panels mostly are then too; the icons' outline serves those that are not."""
    palette = QGuiApplication.palette()
    window, text = (
        palette.color(role).lightness() for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)
    )
    return window < text


def status_of(call: Call) -> TrayStatus:
    """Return the tray status for a call."""
    if call.error is not None or call.state is CallState.UNKNOWN or call.recording is RecordingState.UNKNOWN:
        return TrayStatus.PROBLEM
    if call.state.over:
        return TrayStatus.IDLE
    if call.recording in (RecordingState.ON, RecordingState.STOPPING, RecordingState.LOCKED):
        return TrayStatus.RECORDING
    ringing = (CallState.REQUESTED, CallState.RINGING_AGENT, CallState.RINGING_CALLEE)
    return TrayStatus.DIALLING if call.state in ringing else TrayStatus.CALL


# A picture that is drawn when it is asked for has no sizes, and then a panel is sent no picture above 32 pixels.
SIZES = (16, 20, 22, 24, 32, 44, 48, 64)


def tray_icon(status: TrayStatus, *, dark: bool) -> QIcon:
    """Return the tray icon for a dark or a light desktop; its outline makes it readable on a panel of any colour."""
    drawn = QPixmap(str(picture(status, dark=dark).with_suffix(".png")))  # packaging/tray_icons.py
    icon = QIcon()
    left = 0
    for size in SIZES:
        icon.addPixmap(drawn.copy(left, 0, size, size))
        left += size
    return icon


def picture(status: TrayStatus, *, dark: bool) -> Path:
    """Return the file of that icon, for programs that draw it themselves."""
    return resource("icons", "tray", f"{status}-{'dark' if dark else 'light'}.svg")


def recorded_icon() -> QIcon:
    """The mark of a call that was recorded: a red dot, as on a recorder."""
    side = 32
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ACCENTS[TrayStatus.RECORDING][on_dark()]))
    painter.drawEllipse(drawn.rect().adjusted(8, 8, -8, -8))
    painter.end()
    return QIcon(drawn)


def application_icon() -> QIcon:
    return QIcon.fromTheme("org.traydial.Traydial", QIcon(str(resource("icons", "org.traydial.Traydial.svg"))))
