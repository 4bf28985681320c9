"""How an account dials: its country, its prefix for an outside line, and a line to try a number on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLineEdit, QVBoxLayout

from traydial.core.errors import AppError
from traydial.ui.explanations import why
from traydial.ui.i18n import translate
from traydial.ui.icons import Light
from traydial.ui.numbers import country_name
from traydial.ui.settings.notice import Notice
from traydial.ui.settings.region_box import RegionBox

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.dialplan import DialPlan
    from traydial.ui.commands import Commands

TYPING_MS = 200


class NumberBox(QGroupBox):
    """`account` returns the account as it stands in the form now."""

    changed = Signal()

    def __init__(self, commands: Commands, account: Callable[[], Account], kept: Account, region: str) -> None:
        super().__init__()
        self.setTitle(self.tr("Numbers"))
        self._commands = commands
        self._account = account
        self._asked = 0
        default = country_name(region) or region
        self.region = RegionBox(kept.region, self.tr("As in General: {country}").format(country=default))
        self.region.setAccessibleName(self.tr("Country of the numbers"))
        self.prefix = QLineEdit(kept.outside_prefix, maxLength=8)
        self.prefix.setAccessibleName(self.tr("Prefix for an outside line"))
        self.prefix.setPlaceholderText(self.tr("none"))
        self.prefix_notice = Notice()
        self.trial = QLineEdit(maxLength=200)
        self.trial.setAccessibleName(self.tr("Try a number"))
        self.trial.setPlaceholderText(self.tr("Type a number to see what would be dialled"))
        self.result = Notice()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Country of the numbers"), self.region)
        form.addRow(self.tr("&Prefix for an outside line"), self.prefix)
        form.addRow(self.tr("Tr&y a number"), self.trial)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self.prefix_notice)
        rows.addWidget(self.result)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self.try_now)
        self.trial.textChanged.connect(self._wait)
        self.region.currentIndexChanged.connect(self._changed)
        self.prefix.textChanged.connect(self._changed)

    def try_now(self) -> None:
        """Ask what the number on the trial line would become; dials nothing."""
        self._asked += 1
        text, asked = self.trial.text(), self._asked
        if not text.strip():
            self.result.clear()
            return
        self._commands.explain(text, self._account(), lambda answer: self._show(asked, answer))

    def close_box(self) -> None:
        """Let later answers go unheard."""
        self._pause.stop()
        self._asked = -1

    def _wait(self) -> None:
        self._pause.start()

    def _changed(self) -> None:
        self.prefix_notice.clear()
        self._wait()
        self.changed.emit()

    def _show(self, asked: int, answer: DialPlan | AppError) -> None:
        if asked != self._asked:
            return
        if isinstance(answer, AppError):
            self.result.say_error(answer)
            return
        dials = self.tr("Dials {number}").format(number=answer.dialled)
        self.result.say("\n".join((dials, *(f"• {step}" for step in why(answer, translate)))), Light.CALL)
