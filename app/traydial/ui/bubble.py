"""The bubble: a small window near the tray that says whom it calls and what the PBX answered, and takes a word back.

It appears without taking the focus; the tray's menu gives it the keyboard (`reach`).
"""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from traydial.core.call import CallState, Recording
from traydial.ui.controls import hang_up_control, record_control
from traydial.ui.explanations import call_state, recorded_for, recording, why
from traydial.ui.i18n import translate
from traydial.ui.icons import ACCENTS, Light, light_of, on_dark, tray_icon
from traydial.ui.messages import message, readable
from traydial.ui.numbers import called_number, country_name
from traydial.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.core.call import Call
    from traydial.core.dialing import Declined, Undoing
    from traydial.core.dialplan import DialPlan
    from traydial.ui.commands import AccountView, Commands

STAYS_MS = {  # the others stay until something happens or until they are read
    CallState.ACCEPTED: 10_000,
    CallState.CONNECTED: 10_000,
    CallState.ENDED: 4_000,
    CallState.CANCELLED: 4_000,
}
HARMLESS = ("cancelled", "refused_by_user", "already_calling")
TICK_MS = 50


class Bubble(QWidget):
    """One request, from its countdown to its end. Deleted when it closes."""

    closed = Signal()
    resized = Signal()

    def __init__(self, request_id: str, commands: Commands, account: AccountView | None) -> None:
        super().__init__()
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(kind)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.request_id = request_id
        self._commands = commands
        self._account = account
        self._plan: DialPlan | None = None
        self._call: Call | None = None
        self._until_s = 0.0
        self._light = Light.DIALLING
        self._lay_out()
        self._countdown = QTimer(self, interval=TICK_MS)
        self._countdown.timeout.connect(self._count)
        self.clock = QTimer(self, interval=1000)  # runs while a recording does
        self.clock.timeout.connect(self._show_words)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._leave)

    def show_undoing(self, event: Undoing) -> None:
        """Count down to `event.until_s`; nothing has left the machine yet."""
        self._until_s = event.until_s
        self._progress.setMaximum(max(1, int(event.seconds * 1000)))
        self._progress.show()
        self._undo.show()
        self._show_plan(event.plan)
        self._show_state(self.tr("About to call"), Light.DIALLING)
        self._count()
        self._countdown.start()

    def show_call(self, call: Call) -> None:
        """Show the call as it is now, in the PBX's words where it used any."""
        self._end_countdown()
        problem = call.error is not None or call.state is CallState.UNKNOWN
        running = None if call.state.over else call
        spec = self._account.spec if self._account else None
        record = record_control(running, spec, armed=False)
        self._record.setText(self.tr("Stop &recording") if record.checked else self.tr("&Record"))
        self._record.setVisible(running is not None and not record.absent)
        self._record.setEnabled(record.enabled)
        self._record.setChecked(record.checked)
        self._hang_up.setVisible(running is not None and hang_up_control(running, spec).enabled)
        self._show_plan(call.plan)
        still_recorded = self.tr("Still recorded!") if call.still_recorded else ""
        self._show_state(still_recorded or call_state(call.state, translate), light_of(call))
        self._call = call
        self._show_words()
        (self.clock.stop if call.recording_since is None else self.clock.start)()
        self._leaving.stop()
        if call.state in STAYS_MS and not problem:
            self._leaving.start(STAYS_MS[call.state])

    def show_declined(self, event: Declined) -> None:
        """Say why nothing was dialled and what to do next; a problem stays until it is read."""
        self._end_countdown()
        self._record.hide()
        self._hang_up.hide()
        if self._plan is None:
            self._number.setText(readable(event.input, 60))
            self._number.setVisible(bool(event.input.strip()))
        harmless = event.error.code in HARMLESS
        said = message(event.error, translate)
        self._show_state(said.title, Light.IDLE if harmless else Light.PROBLEM)
        self._show_answer(str(said))
        if harmless:
            self._leaving.start(STAYS_MS[CallState.CANCELLED])

    def reach(self) -> None:
        """Give the bubble the keyboard."""
        self.activateWindow()
        self.raise_()
        buttons = (self._undo, self._hang_up, self._record, self._why)
        target = next((button for button in buttons if button.isVisible()), self._close)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = max(self.fontMetrics().averageCharWidth() * 60, self._rows.minimumSize().width())
        return QSize(width, self._rows.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._countdown.isActive():
            self._commands.cancel(self.request_id)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._countdown.stop()
        self.clock.stop()
        self._leaving.stop()
        self.closed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        edge = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        edge.setAlpha(70)
        painter.setPen(edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        stripe = QRect(0, 0, 4, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            stripe.moveRight(self.width() - 1)
        painter.fillRect(stripe, accent(self._light))

    def _lay_out(self) -> None:
        self._picture = QLabel()
        self._state = PlainLabel(bold=True)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._number = PlainLabel(scale=1.5)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._where = PlainLabel()
        self._answer = PlainLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedHeight(4)
        self._progress.setAccessibleName(self.tr("Time left to undo"))
        self._undo = QPushButton()
        self._undo.clicked.connect(lambda: self._commands.cancel(self.request_id))
        self._hang_up = QPushButton(self.tr("&Hang up"))
        self._hang_up.clicked.connect(self._commands.hang_up)
        self._record = QPushButton()
        self._record.setCheckable(True)
        self._record.clicked.connect(self._toggle_recording)
        self._why = QPushButton(self.tr("&Why this number?"), flat=True)
        self._why.setCheckable(True)
        self._why.toggled.connect(self._explain)
        self._trace = PlainLabel()
        self._trace.setAccessibleName(self.tr("Why this number?"))
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addWidget(self._state, 1)
        head.addWidget(self._close)
        buttons = QHBoxLayout()
        for button in (self._undo, self._hang_up, self._record):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._why)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 12, 12)
        rows.addLayout(head)
        for row in (self._number, self._where, self._answer, self._progress):
            rows.addWidget(row)
        rows.addLayout(buttons)
        rows.addWidget(self._trace)
        for part in (self._number, self._where, self._answer, self._progress, self._trace):
            part.hide()
        for button in (self._undo, self._hang_up, self._record, self._why):
            button.hide()

    def _show_plan(self, plan: DialPlan) -> None:
        self._plan = plan
        self._number.setText(called_number(plan))
        self._number.show()
        account = self._account.account.title if self._account else plan.account_id
        self._where.setText(" · ".join(filter(None, (country_name(plan.candidate.country), account))))
        self._where.show()
        self._trace.setText("\n".join(why(plan, translate)))
        self._why.setVisible(bool(plan.trace))

    def _show_state(self, state: str, light: Light) -> None:
        self._light = light
        self._state.setText(state)
        size = self.fontMetrics().height() + 4
        self._picture.setPixmap(tray_icon(light, dark=on_dark()).pixmap(size, size))
        self._picture.setAccessibleName(state)
        self.setWindowTitle(state)
        self.setAccessibleName(f"{state} {self._number.text()}")
        self._settle()

    def _show_words(self) -> None:
        if self._call is not None:
            spec = self._account.spec if self._account else None
            self._show_answer(answer_of(self._call, contexts=(spec.id,) if spec else ()))

    def _show_answer(self, answer: str) -> None:
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))
        self._settle()

    def _settle(self) -> None:
        self._rows.invalidate()
        self.resize(self.sizeHint())
        self.update()

    def _count(self) -> None:
        left_s = max(0.0, self._until_s - time.monotonic())
        self._progress.setValue(int(left_s * 1000))
        text = self.tr("&Undo ({seconds})").format(seconds=math.ceil(left_s))
        if text != self._undo.text():
            self._undo.setText(text)
        if left_s <= 0:
            self._countdown.stop()

    def _end_countdown(self) -> None:
        self._countdown.stop()
        self._progress.hide()
        self._undo.hide()

    def _toggle_recording(self, on: bool) -> None:
        self._record.setChecked(not on)  # the mark follows the PBX's answer, not the click
        self._commands.record(on)

    def _explain(self, shown: bool) -> None:
        self._trace.setVisible(shown)
        self._settle()

    def _leave(self) -> None:
        if self.underMouse() or self.isActiveWindow():
            self._leaving.start(STAYS_MS[CallState.ENDED])
        else:
            self.close()


def accent(light: Light) -> QColor:
    """The colour of a state on this desktop; always beside its shape and its words."""
    return QColor(ACCENTS[light][on_dark()])


def answer_of(call: Call, *, contexts: tuple[str, ...]) -> str:
    """What the PBX said, and what went wrong, as sentences; the adapter's own words are translated in `contexts`."""
    parts = []
    if call.still_recorded:
        parts.append(
            QCoreApplication.translate(
                "Bubble",
                "The call is or may be recorded still: tell the other party, hang up, or stop it at your phone.",
            )
        )
    if call.error is not None:
        parts.append(str(message(call.error, translate, contexts)))
    elif call.ref is not None and call.ref.answer:
        parts.append(
            QCoreApplication.translate("Bubble", "The PBX says: {answer}").format(answer=readable(call.ref.answer))
        )
    if call.recording not in (Recording.UNSUPPORTED, Recording.OFF) and not call.state.over:
        parts += filter(None, (recording(call.recording, translate), recorded_for(call, datetime.now(UTC))))
    return " · ".join(parts)
