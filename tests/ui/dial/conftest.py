"""The tray's way to hang up, which the dial window offers too."""

from __future__ import annotations

import pytest

from traydial.ui.tray.icon import Tray


@pytest.fixture
def tray(commands, views, owner):
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    yield tray
    tray.close()


@pytest.fixture
def hang_up(tray):
    return tray.hang_up
