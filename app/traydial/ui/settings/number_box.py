"""How an account dials: its country, its prefix for an outside line, its rules, and numbers to try them on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from traydial.core.errors import AppError
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus
from traydial.ui.settings.rules_editor import RulesEditor
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.numbers import country_name, left_to_right
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.ui.widgets.region_box import RegionBox
from traydial.words.dialplan import explained

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.dialplan.plan import DialPlan
    from traydial.ui.base.commands import NumberTesting
    from traydial.ui.settings.table_test import TableTest

TYPING_MS = 200


class NumberBox(QGroupBox):
    """`account` returns the account as it stands in the form now."""

    changed = Signal()

    def __init__(self, commands: NumberTesting, account: Callable[[], Account], kept: Account, region: str) -> None:
        super().__init__()
        self.setTitle(self.tr("Numbers"))
        self._commands = commands
        self._account = account
        self._asked = object()  # the latest question
        default = country_name(region) or region
        self.region = RegionBox(kept.region, self.tr("As in General: {country}").format(country=default))
        self.region.setAccessibleName(self.tr("Country of the numbers"))
        self.prefix = QLineEdit(kept.outside_prefix, maxLength=8)
        self.prefix.setAccessibleName(self.tr("Prefix for an outside line"))
        self.prefix.setPlaceholderText(self.tr("none"))
        self.prefix_notice = Banner()
        self.rules = RulesEditor(kept.rules)
        self.table_test: TableTest | None = None
        self.table_button = QPushButton(self.tr("Test a ta&ble of numbers…"))
        self.table_button.setAutoDefault(False)
        self.table_button.clicked.connect(self.test_table)
        self.trial = QLineEdit(maxLength=200)
        self.trial.setAccessibleName(self.tr("Try a number"))
        self.trial.setPlaceholderText(self.tr("Type a number to see what would be dialled"))
        self.result = Banner()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Country of the numbers"), self.region)
        form.addRow(self.tr("&Prefix for an outside line"), self.prefix)
        form.addRow("", self.prefix_notice)
        trial = QFormLayout()
        trial.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(self.trial)
        cell.addWidget(self.result)
        caption = PlainLabel(self.tr("Tr&y a number"))
        caption.setBuddy(self.trial)
        trial.addRow(caption, cell)
        end = QHBoxLayout()
        end.addWidget(self.table_button)
        end.addStretch(1)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self.rules)
        rows.addLayout(trial)
        rows.addLayout(end)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self.try_now)
        self.trial.textChanged.connect(self._wait)
        self.region.currentIndexChanged.connect(self._changed)
        self.prefix.textChanged.connect(self._changed)
        self.rules.changed.connect(self._changed)

    def try_now(self) -> None:
        """Ask what the number on the trial line would become; dials nothing."""
        asked = self._asked = object()
        text = self.trial.text()
        if not text.strip():
            self.result.clear()
            return
        self._commands.explain(text, self._account(), answer_to(self, lambda answer: self._show(asked, answer)))

    def test_table(self) -> None:
        """Show the window that tests a table of numbers."""
        if self.table_test is None:
            from traydial.ui.settings.table_test import TableTest

            self.table_test = TableTest(self._commands, self._account, self)
        self.table_test.ask()

    def _wait(self) -> None:
        self._pause.start()

    def _changed(self) -> None:
        self.prefix_notice.clear()
        self._wait()
        self.changed.emit()

    def _show(self, asked: object, answer: DialPlan | AppError) -> None:
        if asked is not self._asked:
            return
        if isinstance(answer, AppError):
            if (answer.field or "").startswith("rules["):
                self.result.say(self.tr("Fix the rules above first."), TrayStatus.PROBLEM)
            else:
                self.result.say_error(answer)
            return
        self.result.say(explained(answer, translate, left_to_right), TrayStatus.CALL)
