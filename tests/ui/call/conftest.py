"""A call's popup on its own."""

import pytest

from traydial.ui.call.popup import CallPopup


@pytest.fixture
def popup(commands, views, qtbot):
    popup = CallPopup("request-1", commands, commands.open_settings, views[0])
    popup.move(300, 300)  # away from the pointer, under which it would stay
    popup.show()
    return popup
