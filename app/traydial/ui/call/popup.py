"""The call popup: a small window near the tray that shows who is called and the state of the call, and can undo it.

It never takes the keyboard by itself, not even when no other window is left; the tray's menu gives it (`reach`).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout

from traydial.core.call import RecordingAction
from traydial.core.events import CallChanged, UndoCountdown
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import ACCENTS, TrayStatus, on_dark, tray_icon
from traydial.ui.call.popup_text import (
    CONTEXT,
    HANG_UP,
    OPEN_SETTINGS,
    WHY,
    answer_of,
    popup_text_of,
    record_words,
    undo_words,
)
from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from traydial.core.call import Call
    from traydial.ui.base.commands import AccountView, Calling
    from traydial.ui.call.popup_text import PopupEvent, PopupText

TICK_MS = 50
# What is being read stays so many times longer; then it goes: Wayland does not always report that the mouse has left.
READ_TIMES = 15
PASSIVE = Qt.WindowType.WindowDoesNotAcceptFocus


class CallPopup(QDialog):
    """One request, from its countdown to its end. Deleted when it closes. To a screen reader it is a dialog."""

    closed = Signal()
    resized = Signal()
    _until_s: float  # when the countdown ends
    _read_times: int

    def __init__(
        self, request_id: str, calling: Calling, open_settings: Callable[[], None], account: AccountView | None
    ) -> None:
        super().__init__()
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(kind | PASSIVE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.request_id = request_id
        self._calling = calling
        self._open_settings = open_settings
        self._account = account
        self.notice: PopupText | None = None
        self._call: Call | None = None
        self._undoing = False  # nothing has been sent yet
        self._lay_out()
        self._countdown = QTimer(self, interval=TICK_MS)
        self._countdown.timeout.connect(self._count)
        self.clock = QTimer(self, interval=1000)  # runs while a recording does
        self.clock.timeout.connect(self._show_time)
        self._leaving = QTimer(self)
        self._leaving.timeout.connect(self._leave)

    def say(self, event: PopupEvent) -> None:
        """Show `event`."""
        self._end_countdown()
        self.notice = notice = popup_text_of(event, self._account, self.notice)
        self._call = event.call if isinstance(event, CallChanged) else None
        self._draw(notice)
        recorded = self._call is not None and self._call.recording_since is not None
        (self.clock.start if recorded else self.clock.stop)()
        self._leaving.stop()
        self._read_times = 0
        if notice.stays_ms:
            self._leaving.start(notice.stays_ms)
        if isinstance(event, UndoCountdown):
            self._begin_countdown(event)

    def reach(self) -> None:
        """Give the popup the focus."""
        self._accept_keyboard(accepts=True)
        self.activateWindow()
        self.raise_()
        buttons = (self._undo, self._hang_up, self._record, self._settings, self._why)
        target = next((button for button in buttons if button.isVisible()), self._close)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def explain(self) -> None:
        """Say why it is this number."""
        self._why.setChecked(True)

    def sizeHint(self) -> QSize:
        width = max(self.fontMetrics().averageCharWidth() * 60, self._rows.minimumSize().width())
        return QSize(width, self._rows.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._accept_keyboard(accepts=False)
        elif event.type() is QEvent.Type.PaletteChange and self.notice is not None:
            self._draw_picture(self.notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the popup during the countdown, in any way, cancels the call."""
        if self._undoing:
            self._undoing = False
            self._calling.cancel(self.request_id)
        self.closed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        edge.setAlpha(70)
        painter.setPen(edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        stripe = QRect(0, 0, 4, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            stripe.moveRight(self.width() - 1)
        painter.fillRect(stripe, accent(self.notice.status if self.notice else TrayStatus.DIALLING))

    def _lay_out(self) -> None:
        self._picture = QLabel()
        self._state = PlainLabel(bold=True)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._name = PlainLabel(scale=1.5)
        self._number = PlainLabel(scale=1.5)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._where = PlainLabel()
        self._answer = PlainLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedHeight(4)
        self._progress.setAccessibleName(self.tr("Time left to undo"))
        self._undo = QPushButton()
        self._undo.clicked.connect(lambda: self._calling.cancel(self.request_id))
        self._hang_up = QPushButton(translate(CONTEXT, HANG_UP))
        self._hang_up.clicked.connect(self._calling.hang_up)
        self._record = QPushButton()
        self._record.setCheckable(True)
        self._record.clicked.connect(self._toggle_recording)
        self._settings = QPushButton(translate(CONTEXT, OPEN_SETTINGS))
        self._settings.clicked.connect(self._open_settings)
        self._why = QPushButton(translate(CONTEXT, WHY), flat=True)
        self._why.setCheckable(True)
        self._why.toggled.connect(self._toggle_trace)
        self._trace = PlainLabel()
        self._trace.setAccessibleName(self.tr("Why this number?"))
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addWidget(self._state, 1)
        head.addWidget(self._close)
        buttons = QHBoxLayout()
        for button in (self._undo, self._hang_up, self._record, self._settings):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._why)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 12, 12)
        rows.addLayout(head)
        for row in (self._name, self._number, self._where, self._answer, self._progress):
            rows.addWidget(row)
        rows.addLayout(buttons)
        rows.addWidget(self._trace)
        self._trace.hide()
        for button in (self._undo, self._hang_up, self._record, self._settings, self._why):
            button.setAutoDefault(False)  # Enter presses none that has not got the keyboard

    def _draw(self, notice: PopupText) -> None:
        for label, text in ((self._name, notice.name), (self._number, notice.number), (self._where, notice.where)):
            label.setText(text)
            label.setVisible(bool(text))
        self._trace.setText(notice.trace)
        self._why.setVisible(bool(notice.trace))
        self._state.setText(notice.title)
        self._draw_picture(notice)
        self._settings.setVisible(notice.settings)
        self._hang_up.setVisible(notice.hang_up)
        self._record.setVisible(notice.record is not None)
        if notice.record is not None:
            self._record.setText(record_words(notice.record))
            self._record.setEnabled(notice.record.enabled)
            self._record.setChecked(notice.record.checked)
        self.setWindowTitle(notice.title)
        self.setAccessibleName(" ".join(filter(None, (notice.title, notice.name, notice.number))))
        self._show_answer(notice.answer)
        self._show_time()

    def _draw_picture(self, notice: PopupText) -> None:
        size = self.fontMetrics().height() + 4
        self._picture.setPixmap(tray_icon(notice.status, dark=on_dark()).pixmap(size, size))
        self._picture.setAccessibleName(notice.title)

    def _show_time(self) -> None:
        if self._call is not None:
            self._show_answer(answer_of(self._call, self._account, timed=True))

    def _show_answer(self, answer: str) -> None:
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))
        self._settle()

    def _settle(self) -> None:
        self._rows.activate()  # else it is not made smaller than it was
        self.resize(self.sizeHint())
        self.update()

    def _begin_countdown(self, event: UndoCountdown) -> None:
        """Count down to `event.until_s`; nothing has been sent yet."""
        self._undoing = True
        self._until_s = event.until_s
        self._progress.setMaximum(int(event.seconds * 1000))
        self._progress.show()
        self._undo.show()
        self._count()
        self._countdown.start()
        self._settle()

    def _count(self) -> None:
        left_s = max(0.0, self._until_s - time.monotonic())
        self._progress.setValue(int(left_s * 1000))
        self._undo.setText(undo_words(left_s))

    def _end_countdown(self) -> None:
        self._undoing = False
        self._countdown.stop()
        self._progress.hide()
        self._undo.hide()

    def _toggle_recording(self, on: bool) -> None:
        self._record.setChecked(not on)  # the mark follows the PBX's answer, not the click
        self._calling.record(RecordingAction.START if on else RecordingAction.STOP)

    def _toggle_trace(self, shown: bool) -> None:
        self._trace.setVisible(shown)
        self._settle()

    def _leave(self) -> None:
        being_read = self.underMouse() or self.isActiveWindow()
        if being_read and self._read_times < READ_TIMES:
            self._read_times += 1
        else:
            self.close()

    def _accept_keyboard(self, *, accepts: bool) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(PASSIVE, not accepts)


def accent(status: TrayStatus) -> QColor:
    """The colour of a state on this desktop; always beside its shape and its words."""
    return QColor(ACCENTS[status][on_dark()])
