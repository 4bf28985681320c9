"""What is kept of past calls, and how their numbers are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from traydial.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.core.config import Config

LONGEST_DAYS = 36_500


class HistoryPage(QWidget):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.keep_days = QSpinBox(minimum=0, maximum=LONGEST_DAYS, value=config.history.keep_days)
        self.keep_days.setSpecialValueText(self.tr("for ever"))
        self.keep_days.setSuffix(self.tr(" days"))
        self.keep_days.setAccessibleName(self.tr("Keep calls"))
        self.masking = QCheckBox(self.tr("Show past numbers &without their middle digits"))
        self.masking.setChecked(config.history.mask)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self.tr("&Keep calls"), self.keep_days)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        older = PlainLabel(
            self.tr("Older calls are deleted, and Traydial no longer knows that their numbers were called.")
        )
        where = PlainLabel(self.tr("In the history, the recent calls and exported files. The numbers are kept."))
        where.setIndent(self.fontMetrics().height() * 3 // 2)
        for said in (older, where):
            said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        rows.addWidget(older)
        rows.addWidget(self.masking)
        rows.addWidget(where)
        rows.addStretch(1)
        self.settings: dict[str, tuple[QWidget, ...]] = {
            "history.keep_days": (self.keep_days,),
            "history.mask": (self.masking,),
        }

    def applied(self, config: Config) -> Config:
        """Return `config` with what is chosen here."""
        chosen = replace(config.history, keep_days=self.keep_days.value(), mask=self.masking.isChecked())
        return replace(config, history=chosen)
