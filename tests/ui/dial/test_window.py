"""The dial window: what Enter, Esc and the arrows do, and what it says of accounts and past calls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.ui.dial.window import DialWindow
from ui.reading import button, words


@pytest.fixture
def dial_window(commands, views, entry, qtbot, hang_up):
    dial_window = DialWindow(commands, commands.open_settings, hang_up)
    dial_window.show_account(views[0])
    dial_window.show_recent((entry("+390444123456"), entry("", digits="600")))
    dial_window.ask()
    return dial_window


def test_enter_dials_what_is_typed(dial_window, commands, qtbot):
    qtbot.keyClicks(dial_window.text, "(0444) 99")
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "(0444) 99", Source.DIAL_WINDOW)]
    assert not dial_window.isVisible()
    dial_window.ask()
    assert dial_window.text.text() == ""
    assert not any(dial_window.list.item(row).isHidden() for row in range(dial_window.list.count()))


def test_what_could_not_be_dialled_is_there_to_be_corrected(dial_window, qtbot):
    qtbot.keyClicks(dial_window.text, "12")
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    dial_window.offer_again("12")
    dial_window.ask()
    assert dial_window.text.selectedText() == "12"
    qtbot.keyClicks(dial_window.text, "34")
    dial_window.offer_again("12")
    assert dial_window.text.text() == "34"


def test_a_number_that_was_called_often_is_listed_once_with_its_name(dial_window, entry):
    anna = replace(entry("+390444123456"), name="Anna Rossi")
    dial_window.show_recent((anna, entry("", digits="600"), anna))
    assert [dial_window.list.item(row).text().split("  ·  ")[0] for row in range(dial_window.list.count())] == [
        "Anna Rossi",
        "600",
    ]


def test_typing_a_name_finds_it(dial_window, entry, commands, qtbot):
    dial_window.show_recent((entry("", digits="600"), replace(entry("+390444123456"), name="Anna Rossi")))
    qtbot.keyClicks(dial_window.text, "ross")
    assert [dial_window.list.item(row).isHidden() for row in range(2)] == [True, False]
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "+390444123456", Source.HISTORY)]


def test_the_dial_window_names_the_account_once(dial_window, views):
    view = views[0]
    assert "Calling with Office (TVox)" in words(dial_window)
    dial_window.show_account(replace(view, account=replace(view.account, label="TVox")))
    assert "Calling with TVox" in words(dial_window).splitlines()


def test_without_an_account_the_dial_window_opens_settings(dial_window, commands, qtbot):
    assert not dial_window.settings.isVisible()
    dial_window.show_account(None)
    qtbot.mouseClick(dial_window.settings, Qt.MouseButton.LeftButton)
    assert commands.calls == [("open_settings",)]


def test_the_dial_window_has_no_buttons_that_change_its_size(dial_window):
    flags = dial_window.windowFlags()
    assert not flags & (Qt.WindowType.WindowMinimizeButtonHint | Qt.WindowType.WindowMaximizeButtonHint)
    assert flags & Qt.WindowType.WindowCloseButtonHint


def test_arrows_take_a_recent_call(dial_window, commands, qtbot):
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Down)
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == [("dial", "600", Source.HISTORY)]


def test_typing_narrows_the_list_and_nothing_typed_dials_nothing(dial_window, commands, qtbot):
    qtbot.keyClick(dial_window.text, Qt.Key.Key_Return)
    assert commands.calls == []
    qtbot.keyClicks(dial_window.text, "60")
    assert [dial_window.list.item(row).isHidden() for row in range(2)] == [True, False]


def test_the_dial_window_says_of_a_past_call_what_the_history_says(dial_window, entry):
    lost = entry("+390444123456", state=CallState.UNKNOWN)
    dial_window.show_recent((replace(lost, connected_at=lost.at), entry("600", state=CallState.UNKNOWN)))
    said = [dial_window.list.item(row).text().rpartition("·")[2].strip() for row in range(2)]
    assert said == ["Answered, end unknown", "Outcome unknown"]


def test_escape_hides_the_dial_window(dial_window, qtbot):
    qtbot.keyClick(dial_window, Qt.Key.Key_Escape)
    assert not dial_window.isVisible()


def test_a_call_is_hung_up_by_the_keyboard(dial_window, tray, call, commands, qtbot):
    assert not dial_window.hang_up.isVisible()
    tray.show_call(call(state=CallState.CONNECTED))
    assert button(dial_window, "Hang up").isVisible()
    qtbot.keyClick(dial_window.hang_up, Qt.Key.Key_Space)
    assert commands.calls == [("hang_up",)]
    tray.show_call(call(state=CallState.ENDED))
    assert not dial_window.hang_up.isVisible()
