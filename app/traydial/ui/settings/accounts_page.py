"""The accounts: a list, and beside it the form of the chosen one. Each form keeps what was typed in it."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from traydial.core.account import Account
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.settings.account_form import AccountForm, Settled
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.messages import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.errors import AppError
    from traydial.ui.base.commands import AccountKeeping


class AccountsPage(QWidget):
    """`region` is the country that an account without one of its own dials from.

    `problems`: by account, what came of connecting it ahead; None where it is ready.
    """

    def __init__(
        self,
        commands: AccountKeeping,
        config: Config,
        specs: tuple[AdapterSpec, ...],
        region: str,
        problems: Mapping[str, AppError | None] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._problems = dict(problems)
        self._commands = commands
        self._specs = {spec.id: spec for spec in specs}
        self._region = region
        self._default = config.default_id
        self.forms: list[AccountForm] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Accounts"))
        self.stack = QStackedWidget()
        self.stack.addWidget(PlainLabel(self.tr("There is no account yet. Add one for your PBX.")))
        self.list.currentRowChanged.connect(self._choose)
        self.add = QPushButton(self.tr("&Add"))
        kinds = QMenu(self.add)
        for spec in specs:
            kinds.addAction(spec.name, partial(self.add_account, spec))
        self.add.setMenu(kinds)
        self.remove = QPushButton(self.tr("&Remove"))
        self.remove.clicked.connect(self._ask_to_remove)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.notice = Banner()
        self.problem = Banner()  # why the chosen account cannot dial now
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        left.addWidget(self.remove)
        right = QVBoxLayout()
        right.addWidget(self.notice)
        right.addWidget(self.problem)
        right.addWidget(self.stack, 1)
        columns = QHBoxLayout(self)
        columns.addLayout(left, 1)
        columns.addLayout(right, 3)
        for account in config.accounts:
            if account.pbx in self._specs:
                self._add_form(self._specs[account.pbx], account, is_new=False)
        self.list.setCurrentRow(0)
        self.remove.setEnabled(bool(self.forms))

    def add_account(self, spec: AdapterSpec) -> AccountForm:
        """Begin a new account for a PBX of this kind."""
        taken = {form.draft().account.id for form in self.forms}
        free = next(
            name
            for count in range(1, len(taken) + 2)
            if (name := f"{spec.id}{count if count > 1 else ''}") not in taken
        )
        form = self._add_form(spec, Account(id=free, pbx=spec.id, label=spec.name), is_new=True)
        self.list.setCurrentRow(self.list.count() - 1)
        form.setFocus()
        return form

    def show_state(self, account_id: str, error: AppError | None) -> None:
        """Say in the list whether an account can dial."""
        self._problems[account_id] = error
        self._draw_list()

    def is_changed(self) -> bool:
        return any(form.is_changed() for form in self.forms)

    def save(self, done: Settled) -> None:
        """Save every changed account, one after the other; stop at the first that cannot be saved and show it."""
        form = next((form for form in self.forms if form.is_changed()), None)
        if form is None:
            done(None)
            return

        def saved(error: AppError | None) -> None:
            if error is None:
                self.save(done)
            else:
                self.list.setCurrentRow(self.forms.index(form))
                done(error)

        form.save(saved)

    def _add_form(self, spec: AdapterSpec, account: Account, *, is_new: bool) -> AccountForm:
        form = AccountForm(self._commands, spec, account, region=self._region, is_new=is_new)
        form.changed.connect(self._draw_list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        form.pointed_at.connect(area.ensureWidgetVisible)
        form.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.forms.append(form)
        self.stack.addWidget(area)
        self.list.addItem("")
        self._draw_list()
        self.remove.setEnabled(True)
        return form

    def _draw_list(self) -> None:
        """Write the name of each account and its state."""
        for row, form in enumerate(self.forms):
            item, name, state, error = self.list.item(row), self._name(form), self._state(form), self._problem(form)
            item.setText(f"{name}\n{state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {state}")
            icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning) if error else QIcon()
            item.setIcon(icon)
            item.setToolTip(str(message(error, translate, ("accounts", form.spec.id))) if error else "")
        self._choose(self.list.currentRow())

    def _choose(self, row: int) -> None:
        """Show the form in `row`, and what is wrong with its account."""
        self.stack.setCurrentIndex(row + 1)
        error = self._problem(self.forms[row]) if 0 <= row < len(self.forms) else None
        if error is None:
            self.problem.clear()
        else:
            self.problem.say_error(error, self.forms[row].spec.id)

    def _problem(self, form: AccountForm) -> AppError | None:
        return None if form.is_new else self._problems.get(form.draft().account.id)

    def _state(self, form: AccountForm) -> str:
        """Whether the account can dial, in a few words."""
        if form.is_new:
            return self.tr("Not saved yet")
        if form.draft().account.id not in self._problems:
            return self.tr("Connecting…")
        error = self._problem(form)
        return self.tr("Ready") if error is None else message(error, translate).title

    def _name(self, form: AccountForm) -> str:
        """The account's name, its PBX, and whether it dials where no other is chosen."""
        pbx = form.spec.name
        name = f"{form.title} ({pbx})" if form.title != pbx else pbx
        is_default = not form.is_new and form.draft().account.id == self._default
        return self.tr("{account} – default").format(account=name) if is_default else name

    def _ask_to_remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        form = self.forms[row]
        if form.is_new:
            self._drop(form)
            return
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Remove account"))
        question.setText(self.tr("Remove the account {account} and its passwords?").format(account=form.title))
        remove = question.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        keep = question.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        remove.clicked.connect(lambda: self._remove(form))
        question.open()

    def _remove(self, form: AccountForm) -> None:
        def removed(error: AppError | None) -> None:
            if error is not None:
                self.notice.say_error(error)
                return
            self.notice.clear()
            self._drop(form)

        self._commands.remove_account(form.draft().account.id, answer_to(form, removed))

    def _drop(self, form: AccountForm) -> None:
        row = self.forms.index(form)
        del self.forms[row]
        if area := self.stack.widget(row + 1):
            self.stack.removeWidget(area)
            area.deleteLater()
        self.list.takeItem(row)
        self._choose(self.list.currentRow())
        self.remove.setEnabled(bool(self.forms))
