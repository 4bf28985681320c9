"""The settings window: its pages, and one Save for all of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTabWidget, QVBoxLayout

from traydial.ui.base.bridge import answer_to
from traydial.ui.base.icons import application_icon
from traydial.ui.settings.accounts_page import AccountsPage
from traydial.ui.settings.pages import CallsPage, GeneralPage, HistoryPage, HotkeysPage, SettingsPage
from traydial.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent

    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.errors import AppError
    from traydial.core.ports import HotkeyStatus
    from traydial.ui.base.commands import SettingsKeeping

SHARE_OF_SCREEN = 0.9  # the rest is for panels and the window's frame


class SettingsDialog(QDialog):
    """Closes once everything is saved; until then nothing that was typed is lost. Deleted when it closes."""

    def __init__(
        self,
        commands: SettingsKeeping,
        config: Config,
        specs: tuple[AdapterSpec, ...],
        hotkeys: tuple[HotkeyStatus, ...],
        system_region: str,
        *,
        desktop_shows: bool = True,
        pinned: frozenset[str] = frozenset(),
        problems: Mapping[str, AppError | None] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Settings"))
        self.setWindowIcon(application_icon())
        self._commands = commands
        self._config = config
        self._then: Callable[[], None] | None = None  # what waits for this window to close
        self.accounts = AccountsPage(commands, config, specs, config.region or system_region, problems)
        self.general = GeneralPage(config, pinned, system_region=system_region, desktop_shows=desktop_shows)
        self.hotkeys = HotkeysPage(config, pinned, hotkeys)
        self.calls = CallsPage(config, pinned, commands)
        self.history = HistoryPage(config, pinned)
        self.pages: tuple[SettingsPage, ...] = (self.calls, self.history, self.hotkeys, self.general)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.addTab(self.accounts, self.tr("&Accounts"))
        self.tabs.addTab(self.calls, self.tr("Ca&lls"))
        self.tabs.addTab(self.history, self.tr("H&istory"))
        self.tabs.addTab(self.hotkeys, self.tr("&Hotkeys"))
        self.tabs.addTab(self.general, self.tr("&General"))
        self.notice = Banner()
        buttons = QDialogButtonBox()
        self.save_button = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.close_button = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setAutoDefault(False)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.tabs, 1)
        rows.addWidget(self.notice)
        rows.addWidget(buttons)
        metrics = self.fontMetrics()
        room = self.screen().availableSize() * SHARE_OF_SCREEN
        self.resize(QSize(metrics.averageCharWidth() * 110, metrics.lineSpacing() * 40).boundedTo(room))

    def ask(self) -> None:
        """Show the window in front, with the keyboard."""
        if not self.isVisible():
            self.accounts.list.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

    def save(self) -> None:
        """Save the accounts, then everything else, then close."""
        self.save_button.setEnabled(False)
        self.notice.clear()
        self.accounts.save(self._accounts_saved)

    def leave(self, then: Callable[[], None]) -> None:
        """Close, then call `then`; not when a person stays in the window, or it cannot be saved."""
        if self._then is None:
            self.ask()
            self._then = then
            self.reject()

    def done(self, result: int) -> None:
        super().done(result)
        then, self._then = self._then, None
        if then is not None:
            then()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask when a person closes the window, but not when the program ends."""
        if event.spontaneous():
            super().closeEvent(event)
        else:
            self.done(QDialog.DialogCode.Rejected)

    def reject(self) -> None:
        """Close; what was typed is lost only after a yes."""
        if not self.is_changed():
            super().reject()
            return
        question = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), self.tr("Save the changes?"), parent=self)
        save = question.addButton(self.tr("&Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = question.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        back = question.addButton(self.tr("&Keep editing"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(save)
        question.setEscapeButton(back)

        def answered() -> None:
            chosen = question.clickedButton()
            if chosen is save:
                self.save()
            elif chosen is discard:
                self.done(QDialog.DialogCode.Rejected)
            else:
                self._then = None
                question.deleteLater()

        question.finished.connect(answered)
        question.open()

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.accounts.is_changed() or any(page.is_changed() for page in self.pages)

    def _accounts_saved(self, error: AppError | None) -> None:
        if error is not None:
            self._stay()
            self.tabs.setCurrentWidget(self.accounts)
            return
        config = self._config
        for page in self.pages:
            config = page.applied(config)
        if config == self._config:
            self._config_saved(None)
        else:
            self._commands.save_config(config, answer_to(self, self._config_saved))

    def _config_saved(self, error: AppError | None) -> None:
        if error is None:
            self.calls.links.save(self._links_saved)
        else:
            self._stay()
            self.notice.say_error(error)

    def _links_saved(self, error: AppError | None) -> None:
        if error is None:
            self.accept()
        else:
            self._stay()
            self.tabs.setCurrentWidget(self.calls)
            self.calls.ensureWidgetVisible(self.calls.links)

    def _stay(self) -> None:
        """Something could not be saved: the window stays open, and what waits for its end is forgotten."""
        self._then = None
        self.save_button.setEnabled(True)
