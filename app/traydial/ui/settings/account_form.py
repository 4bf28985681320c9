"""The form of one account, made from what its PBX declares: a row for each field, its error right below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from traydial.core.adapter import Field, Kind, Secret
from traydial.core.errors import AppError, ConfigError
from traydial.services.accounts import checked, warnings
from traydial.ui.commands import AccountDraft
from traydial.ui.explanations import warning
from traydial.ui.i18n import translate
from traydial.ui.icons import Light
from traydial.ui.plain_label import PlainLabel
from traydial.ui.settings.choice_box import ChoiceBox
from traydial.ui.settings.notice import Notice
from traydial.ui.settings.number_box import NumberBox

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec
    from traydial.ui.commands import Commands


Settled: TypeAlias = Callable[[bool], None]  # whether all went well


class AccountForm(QWidget):
    """Keeps what is typed until it is saved. `is_new` accounts still choose their short name."""

    changed = Signal()
    pointed_at = Signal(QWidget)  # a field that has something wrong

    def __init__(self, commands: Commands, spec: AdapterSpec, account: Account, *, region: str, is_new: bool) -> None:
        super().__init__()
        self.spec = spec
        self.is_new = is_new
        self._commands = commands
        self._kept = account
        self._open = True
        self._editors: dict[str, QWidget] = {}
        self._notices: dict[str, Notice] = {}
        self._tested: AccountDraft | None = None  # the draft whose test failed for a reason that saving may ignore
        self.numbers = NumberBox(commands, lambda: self.draft().account, account, region)
        self.numbers.changed.connect(self._touched)
        self._lay_out()
        self._saved = self.draft()

    @property
    def title(self) -> str:
        return self.draft().account.title

    def is_changed(self) -> bool:
        return self.is_new or self.draft() != self._saved

    def draft(self) -> AccountDraft:
        """The account as it stands in the form; an empty field means its default."""
        settings = {f.key: value for f in self.spec.fields if (value := self._value(f)) not in ("", f.default)}
        account = replace(
            self._kept,
            id=self._text("id"),
            label=self._text("label"),
            ca_file=self._text("ca_file"),
            region=self.numbers.region.region(),
            outside_prefix=self.numbers.prefix.text().strip(),
            rules=self.numbers.rules.rules(),
            settings=settings,
        )
        secrets = {
            f.key: Secret(text)
            for f in self.spec.fields
            if f.kind is Kind.SECRET and (text := self._text(f.key, stripped=False))
        }
        return AccountDraft(account=account, secrets=secrets)

    def test(self) -> None:
        """Try the account against its PBX, without a call; the answer appears below the form."""
        self._check(self.draft(), lambda _went_well: None)

    def save(self, done: Settled) -> None:
        """Test and save. A failed test may be overruled by saving the same once more; a wrong field may not."""
        draft = self.draft()
        if draft == self._tested:
            self._save(draft, done)
        else:
            self._check(draft, lambda went_well: self._save(draft, done) if went_well else done(False))

    def show_error(self, error: AppError) -> None:
        """Say what is wrong beside the field that it belongs to."""
        if (field := self.numbers.rules.show_error(error)) is not None:
            field.setFocus()
            self.pointed_at.emit(field)
            return
        notices = {"outside_prefix": self.numbers.prefix_notice, **self._notices}
        notice = notices.get(error.field or "")
        (notice or self.notice).say_error(error, self.spec.id)
        editor = self._editors.get(error.field or "")
        if editor is not None:
            self._advanced.setChecked(self._advanced.isChecked() or not editor.isVisibleTo(self))
            editor.setFocus()
            self.pointed_at.emit(editor)

    def close_form(self) -> None:
        """Let later answers go unheard."""
        self._open = False
        self.numbers.close_box()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        first = QFormLayout()
        first.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        first.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        own = self._line(self._kept.label)
        self._row(first, "label", self.tr("Name"), own, self.tr("As it is shown in the menu, e.g. Office."))
        short = self._line(self._kept.id)
        short.setReadOnly(not self.is_new)
        self._row(first, "id", self.tr("Short name"), short, self.tr("For the command line; cannot be changed later."))
        further = QFormLayout()
        further.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        further.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for f in self.spec.fields:
            help_text = translate(self.spec.id, f.help) if f.help else ""
            self._row(
                further if f.advanced else first, f.key, translate(self.spec.id, f.label), self._editor(f), help_text
            )
        certificate = self._line(self._kept.ca_file)
        help_text = self.tr("PEM file to check the server against; empty: the certificates of this computer.")
        self._row(further, "ca_file", self.tr("Certificate file"), certificate, help_text)
        self._advanced = QPushButton(self.tr("&More settings"), flat=True)
        self._advanced.setCheckable(True)
        more = QWidget()
        more.setLayout(further)
        more.hide()
        self._advanced.toggled.connect(more.setVisible)
        self.notice = Notice()
        self.warning = Notice()
        self.test_button = QPushButton(self.tr("&Test connection"))
        self.test_button.clicked.connect(self.test)
        for button in (self.test_button, self._advanced):
            button.setAutoDefault(False)
        end = QHBoxLayout()
        end.addWidget(self.test_button)
        end.addWidget(self._advanced)
        end.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(self.warning)
        rows.addLayout(end)
        rows.addWidget(self.notice)
        rows.addWidget(more)
        rows.addWidget(self.numbers)
        rows.addStretch(1)
        self._warn()

    def _row(self, form: QFormLayout, key: str, label: str, editor: QWidget, help_text: str) -> None:
        notice = Notice()
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(editor)
        if help_text:
            said = PlainLabel(help_text, scale=0.9)
            said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            cell.addWidget(said)
            editor.setAccessibleDescription(help_text)
        cell.addWidget(notice)
        editor.setAccessibleName(label)
        if isinstance(editor, QCheckBox):
            editor.setText(label)
            form.addRow("", cell)
        else:
            caption = PlainLabel(label)
            caption.setBuddy(editor)
            form.addRow(caption, cell)
        self._editors[key], self._notices[key] = editor, notice

    def _editor(self, f: Field) -> QWidget:
        kept = self._kept.settings.get(f.key, "")
        if f.kind is Kind.BOOL:
            box = QCheckBox()
            box.setChecked(bool(self._kept.settings.get(f.key, f.default)))
            box.toggled.connect(self._touched)
            return box
        if f.kind is Kind.CHOICE:
            choices = ChoiceBox()
            for choice in f.choices:
                choices.addItem(choice or self.tr("none"), choice)
            choices.setCurrentIndex(max(0, choices.findData(kept or f.default)))
            choices.currentIndexChanged.connect(self._touched)
            return choices
        line = self._line("" if f.kind is Kind.SECRET else str(kept), str(f.default))
        if f.kind is Kind.SECRET:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setPlaceholderText("" if self.is_new else self.tr("stored in the keyring"))
        else:
            line.editingFinished.connect(lambda: self._look_over(f))
        return line

    def _line(self, text: str, placeholder: str = "") -> QLineEdit:
        line = QLineEdit(text)
        line.setPlaceholderText(placeholder)
        line.textEdited.connect(self._touched)
        return line

    def _value(self, f: Field) -> str | bool:
        editor = self._editors[f.key]
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return str(editor.currentData())
        return "" if f.kind is Kind.SECRET else self._text(f.key)

    def _text(self, key: str, *, stripped: bool = True) -> str:
        editor = self._editors[key]
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        return text.strip() if stripped else text

    def _touched(self) -> None:
        for notice in (*self._notices.values(), self.notice):
            notice.clear()
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        codes = warnings(self.draft().account, self.spec)
        self.warning.say("\n".join(warning(code, translate) for code in codes), Light.PROBLEM)

    def _look_over(self, f: Field) -> None:
        """Say at once what is wrong with a field that was filled in."""
        value = self._value(f)
        try:
            if value != "":
                checked(f, value)
        except ConfigError as error:
            self._notices[f.key].say_error(error, self.spec.id)

    def _check(self, draft: AccountDraft, done: Settled) -> None:
        self.test_button.setEnabled(False)
        self.notice.say(self.tr("Testing the connection…"))
        self._commands.check_account(draft, lambda answer: self._checked(draft, answer, done))

    def _checked(self, draft: AccountDraft, answer: AccountInfo | AppError, done: Settled) -> None:
        if not self._open:
            return
        self.test_button.setEnabled(True)
        self.notice.clear()
        if isinstance(answer, AppError):
            self.show_error(answer)
            if not isinstance(answer, ConfigError):
                self._tested = draft
                again = self.tr("Not saved. To save it all the same, press Save once more.")
                self.notice.say("\n".join(filter(None, (self.notice.text(), again))), Light.PROBLEM)
            done(False)
            return
        works = (
            self.tr("The account works.") if answer.verified else self.tr("The PBX answers; only a call can show more.")
        )
        self.notice.say(" ".join(filter(None, (works, answer.summary))), Light.CALL)
        done(True)

    def _save(self, draft: AccountDraft, done: Settled) -> None:
        self._commands.save_account(draft, lambda error: self._was_saved(draft, error, done))

    def _was_saved(self, draft: AccountDraft, error: AppError | None, done: Settled) -> None:
        if not self._open:
            return
        if error is not None:
            self.show_error(error)
            done(False)
            return
        self._kept, self.is_new, self._tested = draft.account, False, None
        for f in self.spec.fields:
            editor = self._editors[f.key]
            if f.kind is Kind.SECRET and isinstance(editor, QLineEdit):
                editor.clear()
                editor.setPlaceholderText(self.tr("stored in the keyring"))
        short = self._editors["id"]
        if isinstance(short, QLineEdit):
            short.setReadOnly(True)
        self._saved = self.draft()
        done(True)
