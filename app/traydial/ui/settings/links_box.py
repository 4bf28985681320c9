"""The switch that makes Traydial the desktop's program for telephone links, with the state of that in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from traydial.core.errors import AppError
from traydial.ui.base.bridge import answer_to
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.core.ports import SchemeStatus
    from traydial.ui.base.commands import LinkRegistration, Saved


class LinksBox(QWidget):
    """Greyed until the desktop has answered, where it offers no way, and where Traydial refuses links (`allowed`)."""

    changed = Signal()

    def __init__(self, commands: LinkRegistration, *, allowed: bool) -> None:
        super().__init__()
        self._commands = commands
        self._registered: bool | None = None  # None: the desktop has not answered
        self._allowed = allowed
        self.switch = QCheckBox(self.tr("Open telephone links &with Traydial"))
        self.switch.setEnabled(False)
        self.switch.toggled.connect(lambda _on: self.changed.emit())
        self.state = PlainLabel(scale=0.9, muted=True, indent=True)
        self.notice = Banner()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for part in (self.switch, self.state, self.notice):
            rows.addWidget(part)
        self._say(self.tr("Looking for the program that opens them…"))
        self._look()

    def allow(self, allowed: bool) -> None:
        """Offer the switch, or turn it off where Traydial refuses links from now on."""
        self._allowed = allowed
        if self._registered is not None:
            self.switch.setEnabled(allowed)
            self.switch.setChecked(allowed and self._registered)

    def is_changed(self) -> bool:
        return self._registered is not None and self.switch.isChecked() != self._registered

    def save(self, done: Saved) -> None:
        """Register Traydial or remove its registration, where that was changed; an error is shown and passed on."""
        if not self.is_changed():
            done(None)
            return

        def registered(error: AppError | None) -> None:
            if error is not None:
                self.notice.say_error(error)
                self._look()
            done(error)

        self._commands.register_links(self.switch.isChecked(), answer_to(self, registered))

    def _look(self) -> None:
        self._commands.link_schemes(answer_to(self, self._show))

    def _show(self, answer: tuple[SchemeStatus, ...] | AppError) -> None:
        if isinstance(answer, AppError):
            self._say("")
            self.notice.say_error(answer)
            return
        self._registered = all(status.ours for status in answer)
        self._say(self._in_words(answer))
        self.switch.setEnabled(self._allowed)
        self.switch.setChecked(self._registered)

    def _in_words(self, schemes: tuple[SchemeStatus, ...]) -> str:
        if self._registered:
            return self.tr("Traydial opens links to telephone numbers on this desktop.")
        other = next((status for status in schemes if not status.ours and status.handler), None)
        if other is None:
            return self.tr("Not set up: no program opens them.")
        words = self.tr("Not set up: another program opens {scheme}: links ({program}).")
        return words.format(scheme=other.scheme, program=other.handler.removesuffix(".desktop"))

    def _say(self, state: str) -> None:
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.switch.setAccessibleDescription(state)
