"""The account's own rules of its dial plan: an ordered list, and below it the fields of the chosen one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from traydial.core.account import Rule, RuleKind
from traydial.core.dialplan.rules import check_rules
from traydial.core.errors import ConfigError
from traydial.ui.base.i18n import translate
from traydial.ui.settings.rule_words import CONTEXT, PATTERNS, SWITCH, WITH_PATTERNS, WORDS, in_words
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.choice_box import ChoiceBox
from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.core.errors import AppError

LONGEST = 200  # characters of a match, as of a regular expression
ROWS = 6  # rules that are seen at once


class RulesEditor(QWidget):
    """In the list, Ins adds, Del removes, and Alt with an arrow moves the chosen rule."""

    changed = Signal()

    def __init__(self, kept: tuple[Rule, ...]) -> None:
        super().__init__()
        self._rules = list(kept)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rules of the dial plan"))
        self.list.setAccessibleDescription(self.tr("Ins adds a rule, Del removes it, Alt with an arrow moves it."))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(self.fontMetrics().height(), self.fontMetrics().height()))
        self.list.setFixedHeight((ROWS + 1) * self.fontMetrics().lineSpacing())
        self.list.currentRowChanged.connect(self._choose)
        self.none_yet = PlainLabel(scale=0.9, muted=True)
        self.none_yet.setText(self.tr("None yet: numbers are written as the PBX takes them."))
        self._lay_out_buttons()
        self._lay_out_fields()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(PlainLabel(self.tr("Rules, one after the other:")), 0, 0, 1, 2)
        grid.addWidget(self.none_yet, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.list, 1, 0)
        grid.addLayout(self._buttons, 1, 1)
        grid.addWidget(self.fields, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._draw(0)

    def rules(self) -> tuple[Rule, ...]:
        return tuple(self._rules)

    def show_error(self, error: AppError) -> QWidget | None:
        """Say what is wrong beside its rule, and return the field; None where it is about none of the rules."""
        found = re.fullmatch(r"rules\[([0-9]+)\]\.(match|use)", error.field or "")
        if found is None or int(found[1]) >= len(self._rules):
            return None
        self.list.setCurrentRow(int(found[1]))
        return self._say(error)

    def add(self) -> None:
        """Begin a rule at the end of the list."""
        self._rules.append(Rule(kind=RuleKind.INTERNAL, match=""))
        self._draw(len(self._rules) - 1)
        self._say(None)
        self.kind.setFocus()
        self.changed.emit()

    def remove(self) -> None:
        """Drop the chosen rule."""
        row = self.list.currentRow()
        if row < 0:
            return
        del self._rules[row]
        self._draw(min(row, len(self._rules) - 1))
        (self.list if self._rules else self.add_button).setFocus()
        self.changed.emit()

    def shift(self, by: int) -> None:
        """Move the chosen rule down, or up where `by` is negative."""
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + by < len(self._rules):
            return
        self._rules.insert(row + by, self._rules.pop(row))
        self._draw(row + by)
        self.changed.emit()

    def _lay_out_buttons(self) -> None:
        self.add_button = self._button(self.tr("A&dd rule"), self.add, Qt.Key.Key_Insert)
        self.remove_button = self._button(self.tr("Remo&ve rule"), self.remove, Qt.Key.Key_Delete)
        alt = Qt.KeyboardModifier.AltModifier
        self.up_button = self._button(self.tr("Move &up"), lambda: self.shift(-1), alt | Qt.Key.Key_Up)
        self.down_button = self._button(self.tr("Move d&own"), lambda: self.shift(1), alt | Qt.Key.Key_Down)
        self._buttons = QVBoxLayout()
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _button(self, text: str, job: Callable[[], None], key: Qt.Key | QKeyCombination) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: job())
        shortcut = QShortcut(QKeySequence(key), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(job)
        shown = shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text.replace('&', '')} ({shown})")
        return button

    def _lay_out_fields(self) -> None:
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(self.tr("Kind of rule"))
        for kind, words in WORDS.items():
            self.kind.addItem(translate(CONTEXT, words.name), kind)
        self.kind.activated.connect(lambda _row: self._edited(settled=True))
        self.match, self.use = self._line("match"), self._line("use")
        self.switch = ChoiceBox()
        for use, text in SWITCH.items():
            self.switch.addItem(translate(CONTEXT, text), use)
        self.switch.activated.connect(lambda _row: self._edited(settled=True))
        self.meaning, self.patterns = PlainLabel(scale=0.9, muted=True), PlainLabel(scale=0.9, muted=True)
        self.patterns.setText(translate(CONTEXT, PATTERNS))
        self._notices = {"match": Banner(), "use": Banner()}
        self._captions: dict[QWidget, PlainLabel] = {}
        self._cells: dict[QWidget, QVBoxLayout] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_row(self.kind, self.meaning)
        self._captions[self.kind].setText(self.kind.accessibleName())
        self._add_row(self.match, self.patterns, self._notices["match"])
        self._add_row(self.use, self.switch, self._notices["use"])
        self.fields = QWidget()
        self.fields.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._shape(RuleKind.INTERNAL)

    def _line(self, field: str) -> QLineEdit:
        line = QLineEdit(maxLength=LONGEST)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers and expressions are, in every language
        line.textEdited.connect(lambda _text: self._edited(settled=False))
        line.editingFinished.connect(lambda: self._settle(field))
        return line

    def _add_row(self, editor: QWidget, *below: QWidget) -> None:
        cell = self._cells[editor] = QVBoxLayout()
        cell.setSpacing(2)
        for part in (editor, *below):
            cell.addWidget(part)
        caption = self._captions[editor] = PlainLabel()
        caption.setBuddy(editor)
        self._form.addRow(caption, cell)

    def _draw(self, row: int) -> None:
        """Show the rules as they are now, and choose `row`."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for rule in self._rules:
                self.list.addItem(QListWidgetItem())
                self._draw_item(self.list.count() - 1, rule)
            self.list.setCurrentRow(row)
        for part in (self.list, self.fields, self.remove_button, self.up_button, self.down_button):
            part.setVisible(bool(self._rules))
        self.none_yet.setVisible(not self._rules)
        self._choose(self.list.currentRow())

    def _draw_item(self, row: int, rule: Rule) -> None:
        item = self.list.item(row)
        text = self.tr("{count}. {rule}").format(count=row + 1, rule=in_words(rule, translate))
        wrong = _wrong(rule) is not None
        item.setText(text)
        item.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning) if wrong else QIcon())
        said = self.tr("{rule} – cannot be used").format(rule=text) if wrong else text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _choose(self, row: int) -> None:
        """Show the fields of the rule in `row`."""
        self.remove_button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < len(self._rules) - 1)
        if row < 0:
            return
        rule = self._rules[row]
        self.kind.setCurrentIndex(self.kind.findData(rule.kind))
        self.match.setText(rule.match)
        self.use.setText("" if rule.kind is RuleKind.RECORD else rule.use)
        self.switch.setCurrentIndex(max(0, self.switch.findData(rule.use.strip())))
        self._shape(rule.kind)
        self._say(_wrong(rule))

    def _shape(self, kind: RuleKind) -> None:
        """Show what a rule of this kind holds."""
        words = WORDS[kind]
        self.meaning.setText(translate(CONTEXT, words.meaning))
        self.kind.setAccessibleDescription(self.meaning.text())
        for editor, text in ((self.match, words.match), (self.use, words.use)):
            self._captions[editor].setText(translate(CONTEXT, text) if text else "")
            editor.setAccessibleName(self._captions[editor].text())
        self.switch.setAccessibleName(self.use.accessibleName())
        self.match.setAccessibleDescription(self.patterns.text() if kind in WITH_PATTERNS else self.meaning.text())
        self.patterns.setVisible(kind in WITH_PATTERNS)
        self._form.setRowVisible(self._cells[self.use], bool(words.use))
        self.use.setVisible(bool(words.use) and kind is not RuleKind.RECORD)
        self.switch.setVisible(kind is RuleKind.RECORD)

    def _edited(self, *, settled: bool) -> None:
        """Store what the fields hold now; while a person types, nothing is reported as wrong."""
        row = self.list.currentRow()
        kind = RuleKind(self.kind.currentData())
        if kind is RuleKind.RECORD:
            use = str(self.switch.currentData())
        else:
            use = self.use.text().strip() if WORDS[kind].use else ""
        rule = replace(self._rules[row], kind=kind, match=self.match.text().strip(), use=use)
        self._rules[row] = rule
        self._shape(kind)
        self._draw_item(row, rule)
        self._say(_wrong(rule) if settled and rule.match else None)
        self.changed.emit()

    def _settle(self, field: str) -> None:
        """Say what is wrong up to the field that was filled in; those after it may still come."""
        row = self.list.currentRow()
        error = _wrong(self._rules[row]) if row >= 0 else None
        if field == "use" or _field(error) == "match":
            self._say(error)

    def _say(self, error: AppError | None) -> QWidget:
        """Say what is wrong with the chosen rule beside its field, and return that; None clears."""
        for notice in self._notices.values():
            notice.clear()
        field = _field(error)
        if error is not None:
            self._notices[field].say_error(error)
        if field == "use":
            return self.switch if self.rules()[self.list.currentRow()].kind is RuleKind.RECORD else self.use
        return self.match


def _wrong(rule: Rule) -> ConfigError | None:
    try:
        check_rules((rule,))
    except ConfigError as error:
        return error
    return None


def _field(error: AppError | None) -> str:
    """Return the field of a rule that `error` is about: match or use; empty without one."""
    return (error.field or "").rpartition(".")[2] if error else ""
