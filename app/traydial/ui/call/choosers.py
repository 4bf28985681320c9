"""Questions before a call that have several answers: which number is meant, and which account dials it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QListWidget, QWidget

from traydial.ui.base.i18n import translate
from traydial.ui.call.questions import Question
from traydial.ui.widgets.numbers import country_name, found_number, left_to_right
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.messages import readable
from traydial.words.reasons import kind

if TYPE_CHECKING:
    from traydial.core.events import AccountNeeded, ChoiceNeeded
    from traydial.core.number.value import Candidate
    from traydial.ui.base.commands import AccountView, Calling

LABEL_WORDS = 2
LABEL_LIMIT = 24
TEXT_LIMIT = 60
BY_DIGIT = 9  # lines that a digit chooses


class Chooser(Question):
    """A list of answers: arrows and Enter, or the keys 1 to 9 choose one; closing it chooses none."""

    def __init__(self, title: str, question: str, answers: Iterable[str], *, name: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.rows.addWidget(PlainLabel(question, bold=True))
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        for position, answer in enumerate(answers, start=1):
            self.list.addItem(f"{position if position <= BY_DIGIT else ' '}   {answer}")
        self.list.setCurrentRow(0)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown = min(self.list.count(), BY_DIGIT)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * shown + 2 * self.list.frameWidth())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.installEventFilter(self)
        self.rows.addWidget(self.list)
        self.rows.addWidget(PlainLabel(self.tr("Press 1–{last} to call").format(last=shown)))
        buttons = QDialogButtonBox()
        call = buttons.addButton(self.tr("&Call"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cance&l"), QDialogButtonBox.ButtonRole.RejectRole)
        call.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.rows.addWidget(buttons)
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            digit = event.text()
            if digit.isascii() and digit.isdigit() and 1 <= int(digit) <= self.list.count():
                self.list.setCurrentRow(int(digit) - 1)
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def add(self, widget: QWidget) -> None:
        """Put `widget` below the list."""
        self.rows.insertWidget(self.rows.indexOf(self.list) + 1, widget)


class NumberChooser(Chooser):
    """Asks which of several numbers in a text is meant; a click on one calls it."""

    def __init__(self, event: ChoiceNeeded, calling: Calling) -> None:
        super().__init__(
            self.tr("Which number?"),
            self.tr("Which number do you want to call?"),
            (described(candidate, label_of(event.request.text, candidate)) for candidate in event.candidates),
            name=self.tr("Numbers found"),
        )
        self.list.itemClicked.connect(lambda _item: self.accept())
        if event.cut:
            self.add(PlainLabel(self.tr("The text is long: only its beginning was searched.")))
        self.accepted.connect(lambda: calling.choose(event.request_id, self.list.currentRow()))
        self.rejected.connect(lambda: calling.cancel(event.request_id))


class AccountChooser(Chooser):
    """Asks which account dials, where the default one is gone; remembered, it is the default from then on."""

    def __init__(self, event: AccountNeeded, calling: Calling, accounts: tuple[AccountView, ...]) -> None:
        offered = [view for view in accounts if view.account.id in event.accounts]
        super().__init__(
            self.tr("Which account?"),
            self.tr("Which account should call {number}?").format(
                number=left_to_right(readable(event.request.text, TEXT_LIMIT).strip())
            ),
            (view.title for view in offered),
            name=self.tr("Accounts"),
        )
        self.remember = QCheckBox(self.tr("&Remember: use it for all calls from now on"))
        self.add(self.remember)

        def chosen() -> None:
            account_id = offered[self.list.currentRow()].account.id
            if self.remember.isChecked():
                calling.use_account(account_id)
            calling.choose_account(event.request_id, account_id)

        self.accepted.connect(chosen)
        self.rejected.connect(lambda: calling.cancel(event.request_id))


def described(candidate: Candidate, label: str = "") -> str:
    """What a number is called in the text, the number, its country and its kind in one line."""
    parts = (label, found_number(candidate), country_name(candidate.country), kind(candidate.kind, translate))
    return " · ".join(filter(None, parts))


def label_of(text: str, candidate: Candidate) -> str:
    """Return the words that stand before a number in its line, such as "Fax"; a short end of them."""
    line = re.split(r"[\n;,|/\t]|  +|\d", text[: candidate.start])[-1]
    words = " ".join(re.findall(r"[^\W\d_][\w.’'-]*", line)[-LABEL_WORDS:])
    return readable(words.strip(".-"), LABEL_LIMIT)
