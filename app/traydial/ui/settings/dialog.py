"""The settings window: its pages, and one Save for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout

from traydial.ui.icons import Light, application_icon
from traydial.ui.settings.accounts_page import AccountsPage
from traydial.ui.settings.calls_page import CallsPage
from traydial.ui.settings.general_page import GeneralPage
from traydial.ui.settings.history_page import HistoryPage
from traydial.ui.settings.hotkeys_page import HotkeysPage
from traydial.ui.settings.notice import Notice

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.errors import AppError
    from traydial.core.ports import HotkeyStatus
    from traydial.ui.commands import Commands


class SettingsDialog(QDialog):
    """Closes once everything is saved; until then nothing that was typed is lost. Deleted when it closes."""

    def __init__(
        self,
        commands: Commands,
        config: Config,
        specs: tuple[AdapterSpec, ...],
        hotkeys: tuple[HotkeyStatus, ...],
        system_region: str,
        *,
        desktop_shows: bool = True,
        pinned: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Settings"))
        self.setWindowIcon(application_icon())
        self._commands = commands
        self._config = config
        self._open = True
        self.accounts = AccountsPage(commands, config, specs, config.region or system_region)
        self.general = GeneralPage(config, system_region, desktop_shows=desktop_shows)
        self.hotkeys = HotkeysPage(config, hotkeys)
        self.calls = CallsPage(config)
        self.history = HistoryPage(config)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.addTab(self.accounts, self.tr("&Accounts"))
        self.tabs.addTab(self.calls, self.tr("Ca&lls"))
        self.tabs.addTab(self.history, self.tr("H&istory"))
        self.tabs.addTab(self.hotkeys, self.tr("&Hotkeys"))
        self.tabs.addTab(self.general, self.tr("&General"))
        self.notice = Notice()
        buttons = QDialogButtonBox()
        self.save_button = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.ApplyRole)
        close = buttons.addButton(self.tr("Cance&l"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.tabs, 1)
        rows.addWidget(self.notice)
        rows.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 110, metrics.lineSpacing() * 40)
        self._grey(pinned)

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

    def done(self, result: int) -> None:
        self._open = False
        self.accounts.close_page()
        super().done(result)

    def _grey(self, pinned: frozenset[str]) -> None:
        """Show what an administrator has decided (`ConfigStore.pinned`), and that it was not the user."""
        settings = {**self.calls.settings, **self.history.settings}
        for name in settings.keys() & pinned:
            for widget in settings[name]:
                widget.setEnabled(False)
                widget.setToolTip(self.tr("Set by your administrator"))
        if settings.keys() & pinned:
            self.notice.say(self.tr("What is greyed is set by your administrator."), Light.IDLE)

    def _accounts_saved(self, went_well: bool) -> None:
        if not self._open:
            return
        if not went_well:
            self.save_button.setEnabled(True)
            self.tabs.setCurrentWidget(self.accounts)
            return
        config = self.general.applied(self.hotkeys.applied(self.history.applied(self.calls.applied(self._config))))
        if config == self._config:
            self.accept()
            return
        self._commands.save_config(config, self._saved)

    def _saved(self, error: AppError | None) -> None:
        if not self._open:
            return
        self.save_button.setEnabled(True)
        if error is None:
            self.accept()
        else:
            self.notice.say_error(error)
