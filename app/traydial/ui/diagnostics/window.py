"""The Diagnostics window: what works on this desktop, what does not, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus, application_icon
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.checks import in_words

if TYPE_CHECKING:
    from traydial.services.diagnostics import Check
    from traydial.ui.base.commands import Diagnosing

SIGNS = {"ok": "✓", "warning": "!", "failed": "✗", "not_applicable": "–"}
NOT_SET_UP = ("handler_other", "handler_none", "accounts_missing")  # a choice that a person has not made yet


class DiagnosticsDialog(QDialog):
    """Runs the checks when it opens. Deleted when it closes."""

    def __init__(self, commands: Diagnosing) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Diagnostics"))
        self.setWindowIcon(application_icon())
        self._commands = commands
        self._report = ""
        self.state = PlainLabel(bold=True)
        self.checks = QScrollArea()
        self.checks.setAccessibleName(self.tr("Checks"))
        self.checks.setWidgetResizable(True)
        self.checks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.checks.setFrameShape(QFrame.Shape.NoFrame)
        self.checks.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        buttons = QDialogButtonBox()
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.again = buttons.addButton(self.tr("Check &again"), action)
        self.copy = buttons.addButton(self.tr("&Copy report"), action)
        buttons.addButton(self.tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.again, self.copy):
            button.setAutoDefault(False)
        self.again.clicked.connect(self.run)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.state)
        rows.addWidget(self.checks, 1)
        rows.addWidget(PlainLabel(self.tr("The report holds no passwords, keys or telephone numbers."), muted=True))
        rows.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 90, metrics.lineSpacing() * 30)
        self.run()

    def ask(self) -> None:
        """Show the window in front, with the keyboard."""
        self.show()
        self.raise_()
        self.activateWindow()

    def run(self) -> None:
        """Run the checks; they answer later."""
        self.state.setText(self.tr("Checking…"))
        self.again.setEnabled(False)
        self.copy.setEnabled(False)
        self._commands.diagnose(answer_to(self, self._show))

    def _show(self, checks: tuple[Check, ...], report: str) -> None:
        self._report = report
        body = QWidget()
        rows = QGridLayout(body)
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 2)
        rows.setContentsMargins(0, 0, self.fontMetrics().averageCharWidth(), 0)
        for row, check in enumerate(checks):
            self._add(rows, row, check)
        rows.setRowStretch(len(checks), 1)
        self.checks.setWidget(body)
        to_fix = sum(check.state in ("warning", "failed") for check in checks)
        self.state.setText(
            self.tr("%n thing(s) to fix. How to fix them is shown below.", "", to_fix)
            if to_fix
            else self.tr("Everything works.")
        )
        self.again.setEnabled(True)
        self.copy.setEnabled(True)

    def _add(self, rows: QGridLayout, row: int, check: Check) -> None:
        """Show what a check found, and below it how to fix that."""
        statuses = {"ok": TrayStatus.CALL, "warning": TrayStatus.PROBLEM, "failed": TrayStatus.RECORDING}
        state = Banner()
        state.setWordWrap(False)
        state.say(f"{SIGNS[check.state]}  {self._name(check)}", statuses.get(check.state))
        state.setToolTip(check.id)
        sentence, step = in_words(check, translate)
        found = QVBoxLayout()
        found.setSpacing(2)
        found.addWidget(PlainLabel(sentence))
        if step:
            found.addWidget(PlainLabel(f"→ {step}"))
        rows.addWidget(state, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        rows.addLayout(found, row, 1)

    def _name(self, check: Check) -> str:
        if check.summary in NOT_SET_UP:
            return self.tr("not set up")
        names = {
            "ok": self.tr("works"),
            "warning": self.tr("needs attention"),
            "failed": self.tr("does not work"),
            "not_applicable": self.tr("not on this desktop"),
        }
        return names[check.state]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.state.setText(self.tr("The report is in the clipboard."))
