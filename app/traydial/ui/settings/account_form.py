"""The form of one account, made from what its PBX declares: a row for each field, its error right below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from traydial.core.adapter import Field, Kind, Secret
from traydial.core.errors import AppError, ConfigError
from traydial.services.accounts import AccountDraft, checked, warnings
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus
from traydial.ui.settings.number_box import NumberBox
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.choice_box import ChoiceBox
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.reasons import warning

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.adapter import AccountInfo, AdapterSpec
    from traydial.ui.base.commands import AccountKeeping


Settled: TypeAlias = Callable[[AppError | None], None]  # None: all went well


class AccountForm(QWidget):
    """Keeps what is typed until it is saved. `is_new` accounts still choose their short name."""

    changed = Signal()
    pointed_at = Signal(QWidget)  # a field that has something wrong

    def __init__(
        self, commands: AccountKeeping, spec: AdapterSpec, account: Account, *, region: str, is_new: bool
    ) -> None:
        super().__init__()
        self.spec = spec
        self.is_new = is_new
        self._commands = commands
        self._kept = account
        self._editors: dict[str, QWidget] = {}
        self._notices: dict[str, Banner] = {}
        self._tested: AccountDraft | None = None  # the draft that the next Save saves though its test failed
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
        self._check(self.draft(), lambda _error: None)

    def save(self, done: Settled) -> None:
        """Test and save. A failed test may be overruled by saving the same once more; a wrong field may not."""
        draft = self.draft()
        if draft == self._tested:
            self._save(draft, done)
            return

        def tested(error: AppError | None) -> None:
            if error is None:
                self._save(draft, done)
                return
            if not isinstance(error, ConfigError):
                self._tested = draft
                again = self.tr("Not saved. Press Save again to save anyway.")
                self.notice.say("\n".join(filter(None, (self.notice.text(), again))), TrayStatus.PROBLEM)
            done(error)

        self._check(draft, tested)

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

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        first = QFormLayout()
        first.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        first.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        own = self._line(self._kept.label)
        self._row(first, "label", self.tr("Name"), own, self.tr("Shown in the menu, e.g. Office."))
        short = self._line(self._kept.id)
        short.setEnabled(self.is_new)
        self._row(
            first,
            "id",
            self.tr("Short name"),
            short,
            self.tr("For the command line; cannot be changed later."),
            required=self.is_new,
        )
        further = QFormLayout()
        further.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        further.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for f in self.spec.fields:
            help_text = translate(self.spec.id, f.help) if f.help else ""
            form, label = further if f.advanced else first, translate(self.spec.id, f.label)
            self._row(form, f.key, label, self._editor(f), help_text, required=f.required and f.kind is not Kind.BOOL)
        certificate = self._line(self._kept.ca_file)
        help_text = self.tr("PEM file to check the server against; empty: the certificates of this computer.")
        browse = QPushButton(self.tr("Bro&wse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._choose_certificate)
        self._row(further, "ca_file", self.tr("Certificate file"), certificate, help_text, beside=browse)
        self._advanced = QPushButton(self.tr("&More settings"), flat=True)
        self._advanced.setCheckable(True)
        more = QWidget()
        more.setLayout(further)
        more.hide()
        self._advanced.toggled.connect(more.setVisible)
        self.notice = Banner()
        self.warning = Banner()
        self.test_button = QPushButton(self.tr("&Test connection"))
        self.test_button.clicked.connect(self.test)
        for button in (self.test_button, self._advanced):
            button.setAutoDefault(False)
        end = QHBoxLayout()
        end.addWidget(self.test_button)
        end.addWidget(self._advanced)
        end.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(PlainLabel(self.tr("* must be filled in"), scale=0.9))
        rows.addWidget(self.warning)
        rows.addLayout(end)
        rows.addWidget(self.notice)
        rows.addWidget(more)
        rows.addWidget(self.numbers)
        rows.addStretch(1)
        self._warn()

    def _row(
        self,
        form: QFormLayout,
        key: str,
        label: str,
        editor: QWidget,
        help_text: str,
        *,
        required: bool = False,
        beside: QWidget | None = None,
    ) -> None:
        notice = Banner()
        cell = QVBoxLayout()
        cell.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(editor, 1)
        if beside is not None:
            line.addWidget(beside)
        cell.addLayout(line)
        if help_text:
            cell.addWidget(PlainLabel(help_text, scale=0.9, muted=True))
            editor.setAccessibleDescription(help_text)
        cell.addWidget(notice)
        editor.setAccessibleName(self.tr("{field}, required").format(field=label) if required else label)
        if isinstance(editor, QCheckBox):
            editor.setText(label)
            form.addRow(PlainLabel(), cell)  # with no label of its own a row asks for too much height
        else:
            caption = PlainLabel(f"{label} *" if required else label)
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
        self.warning.say("\n".join(warning(code, translate) for code in codes), TrayStatus.PROBLEM)

    def _look_over(self, f: Field) -> None:
        """Say at once what is wrong with a field that was filled in."""
        value = self._value(f)
        try:
            kept = checked(f, value) if value != "" else ""
        except ConfigError as error:
            self._notices[f.key].say_error(error, self.spec.id)
            return
        editor = self._editors[f.key]
        if f.kind is Kind.URL and isinstance(editor, QLineEdit) and "://" not in editor.text():
            editor.setText(str(kept))  # with the https:// that was assumed
            self._warn()

    def _choose_certificate(self) -> None:
        kinds = self.tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        chooser = QFileDialog(self, self.tr("Choose a certificate"), str(Path.home()), kinds)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self._take_certificate)
        chooser.open()

    def _take_certificate(self, name: str) -> None:
        editor = self._editors["ca_file"]
        if isinstance(editor, QLineEdit):
            editor.setText(name)
            self._touched()

    def _check(self, draft: AccountDraft, done: Settled) -> None:
        self.test_button.setEnabled(False)
        self.notice.say(self.tr("Testing the connection…"))
        self._commands.check_account(draft, answer_to(self, lambda answer: self._checked(answer, done)))

    def _checked(self, answer: AccountInfo | AppError, done: Settled) -> None:
        self.test_button.setEnabled(True)
        self.notice.clear()
        if isinstance(answer, AppError):
            self.show_error(answer)
            done(answer)
            return
        works = (
            self.tr("The account works.") if answer.verified else self.tr("The PBX answers; only a call can show more.")
        )
        self.notice.say(" ".join(filter(None, (works, answer.summary))), TrayStatus.CALL)
        done(None)

    def _save(self, draft: AccountDraft, done: Settled) -> None:
        self._commands.save_account(draft, answer_to(self, lambda error: self._was_saved(draft, error, done)))

    def _was_saved(self, draft: AccountDraft, error: AppError | None, done: Settled) -> None:
        if error is not None:
            self.show_error(error)
            done(error)
            return
        self._kept, self.is_new, self._tested = draft.account, False, None
        for f in self.spec.fields:
            editor = self._editors[f.key]
            if f.kind is Kind.SECRET and isinstance(editor, QLineEdit):
                editor.clear()
                editor.setPlaceholderText(self.tr("stored in the keyring"))
        self._editors["id"].setEnabled(False)
        self._saved = self.draft()
        done(None)
