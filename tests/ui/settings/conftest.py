"""The settings with four accounts, open on the screen."""

from __future__ import annotations

import pytest

from traydial.core.config import Config
from traydial.ui.settings.accounts_page import AccountsPage
from traydial.ui.settings.dialog import SettingsDialog


@pytest.fixture
def config(views):
    return Config(accounts=tuple(view.account for view in views), region="IT")


@pytest.fixture
def dialog(commands, specs, qtbot, config):
    dialog = SettingsDialog(commands, config, specs, (), "IT")
    dialog.ask()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def empty_page(commands, specs, qtbot):
    """The page of accounts where there is none yet."""
    page = AccountsPage(commands, Config(), specs, "IT")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def add(empty_page, specs):
    """Begin an account at a PBX."""
    return lambda pbx: empty_page.add_account(next(spec for spec in specs if spec.id == pbx))


@pytest.fixture
def page(commands, config, specs, qtbot):
    page = AccountsPage(commands, config, specs, "IT")
    page.show()
    return page


@pytest.fixture
def form(page):
    """The form of the account "office" at a TVox."""
    return page.forms[0]
