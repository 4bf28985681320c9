"""Questions about a call: whether it is meant, whether it may be recorded, and whether to quit meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPushButton, QVBoxLayout

from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import application_icon
from traydial.ui.widgets.numbers import called_number, country_name, left_to_right
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.dialplan import why
from traydial.words.reasons import kind, reason

if TYPE_CHECKING:
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import ConsentNeeded, RecordingConsentNeeded
    from traydial.ui.base.commands import AccountView, Calling


class Question(QDialog):
    """A question that does not block other windows. Closing it is the same as Cancel."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowIcon(application_icon())
        self.rows = QVBoxLayout(self)

    def ask(self) -> None:
        """Show the question and ask the desktop for the keyboard."""
        self.fit()
        self.show()
        self.raise_()
        self.activateWindow()

    def fit(self) -> None:
        """Make room for all of the text, at a width that reads well."""
        width = max(self.fontMetrics().averageCharWidth() * 64, self.rows.minimumSize().width())
        self.rows.activate()  # else it is not made smaller than it was
        self.resize(width, self.rows.totalHeightForWidth(width))

    def withdraw(self) -> None:
        """Close the question unanswered: it has been settled elsewhere."""
        with QSignalBlocker(self):  # closing must not count as an answer
            self.close()


class ConsentDialog(Question):
    """Shows plainly the number, country, account, and why it asks; for a dangerous one the keyboard is on Cancel."""

    def __init__(self, event: ConsentNeeded, calling: Calling, account: AccountView | None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Call this number?"))
        number = PlainLabel(called_number(event.plan), scale=1.6)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(self.tr("Number"))
        self.rows.addWidget(PlainLabel(self.tr("Call this number?"), bold=True))
        if event.plan.name:
            self.rows.addWidget(PlainLabel(event.plan.name, scale=1.6))
        self.rows.addWidget(number)
        details = QFormLayout()
        self.rows.addLayout(details)
        for name, value in self._details(event.plan, account):
            label = PlainLabel(value)
            label.setAccessibleName(name)
            details.addRow(PlainLabel(name), label)
        for reason_id in event.reasons:
            self.rows.addWidget(PlainLabel("• " + reason(reason_id, translate)))
        self._why = QPushButton(self.tr("&Why this number?"), flat=True)
        self._why.setCheckable(True)
        self._why.setAutoDefault(False)
        trace = PlainLabel("\n".join(why(event.plan, translate, left_to_right)))
        trace.setAccessibleName(self.tr("Why this number?"))
        trace.hide()
        self._why.toggled.connect(trace.setVisible)
        self._why.toggled.connect(self.fit)
        self.rows.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeading)
        self.rows.addWidget(trace)
        buttons = QDialogButtonBox()
        self.call = buttons.addButton(self.tr("&Call"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(self.tr("Cance&l"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.call, self.cancel):
            button.setAutoDefault(False)
        self.rows.addWidget(buttons)
        safe = self.cancel if event.dangerous else self.call
        safe.setDefault(True)
        safe.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: calling.confirm(event.request_id))
        self.rejected.connect(lambda: calling.refuse(event.request_id))

    def _details(self, plan: DialPlan, account: AccountView | None) -> list[tuple[str, str]]:
        details = (
            (self.tr("Kind"), kind(plan.candidate.kind, translate)),
            (self.tr("Country"), country_name(plan.candidate.country)),
            (self.tr("Account"), account.account.title if account else plan.account_id),
            (self.tr("Dialled as"), left_to_right(plan.dialled)),
        )
        return [(name, value) for name, value in details if value]


class RecordingConsentDialog(Question):
    """Asks whether the other party agrees; the keyboard is on No. Closing it gives no answer and cancels."""

    def __init__(self, event: RecordingConsentNeeded, calling: Calling) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("May this call be recorded?"))
        self.rows.addWidget(
            PlainLabel(self.tr("Was the other party told of the recording, and do they agree?"), bold=True)
        )
        if event.plan.name:
            self.rows.addWidget(PlainLabel(event.plan.name, scale=1.6))
        number = PlainLabel(called_number(event.plan), scale=1.6)
        number.setAccessibleName(self.tr("Number"))
        self.rows.addWidget(number)
        self.rows.addWidget(PlainLabel(self.tr("Your settings require consent before this number is recorded.")))
        if event.call is None:
            self.rows.addWidget(PlainLabel(self.tr("“Do not record” still places the call. Esc cancels it.")))
        buttons = QDialogButtonBox()
        self.record = buttons.addButton(self.tr("They &agreed: record"), QDialogButtonBox.ButtonRole.ActionRole)
        self.refuse = buttons.addButton(self.tr("Do &not record"), QDialogButtonBox.ButtonRole.ActionRole)
        for button, agreed in ((self.record, True), (self.refuse, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, said=agreed: calling.answer_recording(event.request_id, said))
            button.clicked.connect(self.accept)
        self.rows.addWidget(buttons)
        self.refuse.setDefault(True)
        self.refuse.setFocus()
        self.rejected.connect(lambda: calling.cancel(event.request_id))


class QuittingDialog(Question):
    """Asks before the program ends while calls are recorded: the PBX would go on recording them."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Quit during a recording?"))
        self.rows.addWidget(PlainLabel(self.tr("Quit during a recording?"), bold=True))
        self.rows.addWidget(
            PlainLabel(
                self.tr("The PBX goes on recording the call. Without Traydial you can only stop it at your phone.")
            )
        )
        buttons = QDialogButtonBox()
        self.leave = buttons.addButton(self.tr("&Quit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.stay = buttons.addButton(self.tr("Cance&l"), QDialogButtonBox.ButtonRole.RejectRole)
        self.leave.setAutoDefault(False)
        self.stay.setDefault(True)
        self.stay.setFocus()
        self.rows.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(leave)
