"""The dial window: its list of past calls under the keyboard and the mouse, and what it says about the account."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.ui.dial.window import DialWindow
from ui.seen import overlapping, read_off


@pytest.fixture
def window(commands, views, entry, qtbot, hang_up):
    window = DialWindow(commands, commands.open_settings, hang_up)
    window.show_account(views[0])
    window.show_recent((entry("+390444123456"), entry("", digits="600"), entry("", digits="*21#")))
    window.ask()
    return window


def rows(window):
    """The lines of the list that are shown, each without its time."""
    items = [window.list.item(row) for row in range(window.list.count())]
    return [item.text().split("  ·  ")[0] for item in items if not item.isHidden()]


def said(window):
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def chosen(window):
    item = window.list.currentItem()
    return item.text().split("  ·  ")[0] if item is not None and window.list.currentRow() >= 0 else None


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(window.text, key)


UP, DOWN, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return


def test_it_opens_in_front_with_the_focus_in_the_text(window, qtbot):
    assert window.windowTitle() == "Dial"
    assert not window.windowIcon().isNull()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    qtbot.waitUntil(window.isActiveWindow)
    assert window.text.hasFocus()
    assert window.text.placeholderText() == "Number or text with a number"
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose), "the tray goes on without it"


def test_it_is_wide_and_high_enough_for_some_calls_with_their_names(window):
    metrics = window.fontMetrics()
    assert window.width() > 40 * metrics.averageCharWidth()
    assert window.height() > 10 * metrics.lineSpacing()
    assert window.list.width() > 40 * metrics.averageCharWidth()
    assert window.text.width() > 2 * window.call.width()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((DOWN,), "+39 0444 123456"),
        ((DOWN, DOWN, DOWN), "*21#"),
        ((DOWN, DOWN, DOWN, DOWN), None),
        ((DOWN, DOWN, UP), "+39 0444 123456"),
        ((DOWN, UP), None),
        ((UP,), None),
    ],
)
def test_arrows_go_through_the_calls_and_back_to_the_text(window, qtbot, keys, row):
    press(qtbot, window, *keys)
    assert chosen(window) == row


def test_arrows_pass_over_what_is_not_shown(window, qtbot):
    qtbot.keyClicks(window.text, "2")
    assert rows(window) == ["+39 0444 123456", "*21#"]
    press(qtbot, window, DOWN, DOWN)
    assert chosen(window) == "*21#"


def test_typing_on_takes_the_choice_back(window, commands, qtbot):
    press(qtbot, window, DOWN)
    qtbot.keyClicks(window.text, "601")
    press(qtbot, window, ENTER)
    assert commands.calls == [("dial", "601", Source.DIAL_WINDOW)]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", 3),
        (" ", 3),
        ("0", 2),
        ("(0444) 12", 1),
        ("*21#", 1),
        ("#", 1),
        ("7", 0),
        ("nobody", 0),
    ],
)
def test_typing_shows_the_calls_whose_number_holds_it(window, qtbot, typed, shown):
    qtbot.keyClicks(window.text, typed)
    assert len(rows(window)) == shown


@pytest.mark.parametrize("typed", ["anna", " ROSSI ", "a r"])
def test_typing_shows_the_calls_to_a_name(window, entry, qtbot, typed):
    window.show_recent((replace(entry("+390444123456"), name="Anna Rossi"), entry("", digits="600")))
    qtbot.keyClicks(window.text, typed)
    assert rows(window) == ["Anna Rossi"]


def test_new_calls_are_narrowed_to_what_is_typed_already(window, entry, qtbot):
    qtbot.keyClicks(window.text, "60")
    window.show_recent((entry("", digits="601"), entry("", digits="700")))
    assert rows(window) == ["601"]


def test_a_click_on_a_call_dials_it(window, commands, qtbot):
    place = window.list.visualItemRect(window.list.item(1)).center()
    qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert commands.calls == [("dial", "600", Source.HISTORY)]
    assert not window.isVisible()


def test_the_button_dials_what_is_typed(window, commands, qtbot):
    qtbot.mouseClick(window.call, Qt.MouseButton.LeftButton)
    assert commands.calls == []
    assert window.isVisible()
    qtbot.keyClicks(window.text, "601")
    qtbot.mouseClick(window.call, Qt.MouseButton.LeftButton)
    assert commands.calls == [("dial", "601", Source.DIAL_WINDOW)]


def test_what_was_typed_can_be_taken_away_with_a_click(window):
    assert window.text.isClearButtonEnabled()


def test_a_line_tells_name_number_time_and_an_outcome_that_matters(window, entry):
    lost = replace(entry("+390444123456", state=CallState.UNKNOWN), name="Anna Rossi")
    window.show_recent((lost, entry("", digits="600"), entry("", digits="601", state=CallState.REFUSED)))
    first, second, third = (window.list.item(row).text().split("  ·  ") for row in range(3))
    assert (first[0], first[1], first[3]) == ("Anna Rossi", "+39 0444 123456", "Outcome unknown")
    assert "26" in first[2], "the year, in the short form of the language"
    assert len(second) == 2
    assert len(third) == 3


def test_numbers_may_be_masked_and_are_dialled_whole(window, entry, commands, qtbot):
    window.show_recent((entry("+390444123456"),), mask=True)
    assert rows(window) == ["+39 0444 …56"]
    press(qtbot, window, DOWN, ENTER)
    assert commands.calls == [("dial", "+390444123456", Source.HISTORY)]


def test_what_was_typed_elsewhere_is_not_put_back(window, qtbot):
    qtbot.keyClicks(window.text, "12")
    press(qtbot, window, ENTER)
    window.offer_again("34")
    assert window.text.text() == ""
    window.offer_again("")
    assert window.text.text() == ""


def test_without_a_default_account_it_says_that_one_is_chosen_for_each_call(window, commands, qtbot):
    window.show_account(None, others=True)
    assert said(window) == ["There is no default account: you will be asked which one to use."]
    assert not window.settings.isVisible()
    window.show_account(None)
    assert said(window) == ["There is no account yet: add one in Settings."]
    qtbot.mouseClick(window.settings, Qt.MouseButton.LeftButton)
    assert not window.isVisible(), "it stays on top, and would cover the settings"


def test_only_escape_closes_it_by_the_keyboard(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert window not in [shown for shown in QApplication.topLevelWidgets() if shown.isVisible()]


def test_it_reads_from_top_to_bottom_and_nothing_covers_anything(window, entry, qtbot):
    window.show_recent((entry("", digits="600"),))
    (line,) = [f"- {window.list.item(0).text()}"]
    begin = ["<Number or text with a number>", "[Call]"]
    for account, said_below in (
        ((), ["Calling with Office (TVox)"]),
        ((None,), ["There is no account yet: add one in Settings.", "[Open Settings]"]),
    ):
        if account:
            window.show_account(*account)
        read_below = [*begin, line, *said_below]

        def reads(expected=read_below):
            assert [text for text in read_off(window) if "Hang up" not in text] == expected

        qtbot.waitUntil(reads)
        assert overlapping(window) == []


def test_what_was_left_in_the_text_is_replaced_by_what_is_typed(window, qtbot):
    qtbot.keyClicks(window.text, "12")
    window.hide()
    window.ask()
    qtbot.keyClicks(window.text, "34")
    assert window.text.text() == "34"
