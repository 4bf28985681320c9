"""The tray: which state is shown, what the menu offers, and what a click asks for."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSystemTrayIcon

from traydial.core.call import CallState, RecordingAction, RecordingState
from traydial.core.consent import Source
from traydial.core.errors import Unreachable
from traydial.core.events import UndoCountdown
from traydial.ui.base.i18n import Language
from traydial.ui.base.icons import TrayStatus, status_of
from traydial.ui.tray.icon import RECENT_LIMIT, Tray
from traydial.words.messages import message

OFFICE, CAPE, HANOI, PERTH = range(4)


@pytest.fixture
def tray(qapp, commands, owner, views):
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    yield tray
    tray.close()


def entry_of(menu, words):
    """Find the entry of a menu that begins with `words`."""
    return next(action for action in menu.actions() if action.text().replace("&", "").startswith(words))


@pytest.mark.parametrize(
    ("state", "recording", "light"),
    [
        (CallState.REQUESTED, RecordingState.OFF, TrayStatus.DIALLING),
        (CallState.REQUESTED, RecordingState.STARTING, TrayStatus.DIALLING),
        (CallState.ACCEPTED, RecordingState.UNSUPPORTED, TrayStatus.CALL),
        (CallState.ACCEPTED, RecordingState.STARTING, TrayStatus.CALL),
        (CallState.ACCEPTED, RecordingState.ON, TrayStatus.RECORDING),
        (CallState.ACCEPTED, RecordingState.STOPPING, TrayStatus.RECORDING),
        (CallState.ACCEPTED, RecordingState.LOCKED, TrayStatus.RECORDING),
        (CallState.ACCEPTED, RecordingState.UNKNOWN, TrayStatus.PROBLEM),
        (CallState.UNKNOWN, RecordingState.OFF, TrayStatus.PROBLEM),
        (CallState.ENDED, RecordingState.ON, TrayStatus.IDLE),
        (CallState.CANCELLED, RecordingState.OFF, TrayStatus.IDLE),
    ],
)
def test_the_light_follows_what_the_pbx_said(call, state, recording, light):
    assert status_of(call(state=state, recording=recording)) is light


def test_the_icon_and_the_words_change_together(tray, call):
    ready = tray.icon.icon().cacheKey()
    assert tray.icon.toolTip() == "Traydial – Ready"
    tray.show_call(call(recording=RecordingState.ON))
    assert tray.icon.icon().cacheKey() != ready
    assert tray.icon.toolTip() == "Traydial – 0444 123456 · The PBX is placing the call · Recording"
    assert tray.menu.actions()[0].text() == "0444 123456 · The PBX is placing the call · Recording"
    tray.show_call(call(state=CallState.ENDED, recording=RecordingState.ON))
    assert tray.icon.toolTip() == "Traydial – Ready"


def test_a_problem_is_shown_until_the_menu_was_looked_at(tray):
    tray.show_problem(message(Unreachable("host_unknown")))
    assert tray.icon.toolTip() == "Traydial – Server name not found"
    tray.menu.aboutToShow.emit()
    assert tray.menu.actions()[0].text() == "Server name not found"
    tray.menu.aboutToHide.emit()
    assert tray.icon.toolTip() == "Traydial – Ready"


def test_without_an_account_it_says_where_to_begin(qapp, commands, owner):
    tray = Tray(commands, commands, owner)
    assert tray.icon.toolTip() == "Traydial – No account yet: open Settings"
    assert not entry_of(tray.menu, "Record").isEnabled()
    assert "no account yet" in entry_of(tray.menu, "Record").text()
    tray.close()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Dial clipboard", "dial_clipboard"),
        ("Dial…", "open_dial_window"),
        ("Settings…", "open_settings"),
        ("Diagnostics", "open_diagnostics"),
        ("Quit", "quit"),
    ],
)
def test_an_entry_asks_for_what_it_says(tray, commands, words, asked):
    entry_of(tray.menu, words).trigger()
    assert commands.calls == [(asked,)]


def test_a_left_click_opens_the_dial_window(tray, commands):
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert commands.calls == [("open_dial_window",)]


@pytest.mark.parametrize("index", [OFFICE, PERTH])
def test_recording_can_be_ordered_before_the_call(tray, commands, views, index):
    tray.show_accounts(views, views[index].account.id)
    record = entry_of(tray.menu, "Record the next call")
    assert record.isEnabled()
    record.trigger()
    assert commands.calls == [("arm_recording", True)]
    assert not record.isChecked()  # nothing is armed yet
    tray.show_armed(True)
    assert record.isChecked()


def test_recording_during_a_call_follows_the_answer_and_not_the_click(tray, commands, call):
    tray.show_call(call(recording=RecordingState.OFF))
    record = entry_of(tray.menu, "Record call")
    record.trigger()
    assert commands.calls == [("record", RecordingAction.START)]
    assert not record.isChecked()
    tray.show_call(call(recording=RecordingState.STARTING))
    assert not record.isEnabled()
    assert not record.isChecked()
    tray.show_call(call(recording=RecordingState.ON))
    assert record.isEnabled()
    assert record.isChecked()
    record.trigger()
    assert commands.calls[-1] == ("record", RecordingAction.STOP)
    assert record.isChecked()


@pytest.mark.parametrize("index", [CAPE, HANOI])
def test_what_a_pbx_lacks_is_greyed_with_the_reason(tray, views, index):
    view = views[index]
    tray.show_accounts(views, view.account.id)
    record = entry_of(tray.menu, "Record call")
    assert not record.isEnabled()
    assert record.text().endswith(f"not offered by {view.spec.name}")
    assert record.toolTip() in view.spec.absent.values()


def test_a_forced_recording_cannot_be_clicked_away(tray, call):
    tray.show_call(call(recording=RecordingState.LOCKED))
    record = entry_of(tray.menu, "Record call")
    assert record.isChecked()
    assert not record.isEnabled()


def test_hang_up_needs_a_call_and_a_pbx_that_can(tray, commands, call, views):
    hang_up = entry_of(tray.menu, "Hang up")
    assert not hang_up.isEnabled()
    tray.show_call(call())
    assert hang_up.isEnabled()
    hang_up.trigger()
    assert commands.calls == [("hang_up",)]
    account = views[HANOI].account
    tray.show_call(call("tel:+84243123456", account=account, state=CallState.REQUESTED))
    assert hang_up.isEnabled()  # a request in flight can always be cancelled
    tray.show_call(call("tel:+84243123456", account=account))
    assert not hang_up.isEnabled()
    assert "TEL4VN" in hang_up.text()


def test_a_countdown_can_be_cancelled_from_the_menu(tray, commands, plan):
    number = plan("tel:+390444123456")
    tray.show_undoing(UndoCountdown(request_id="request-1", plan=number, seconds=3, until_s=0))
    assert tray.icon.toolTip() == "Traydial – About to call 0444 123456"
    entry_of(tray.menu, "Cancel the call").trigger()
    assert commands.calls == [("cancel", "request-1")]


def test_recent_calls_are_offered_once_each_and_newest_first(tray, commands, entry):
    entries = [entry(f"+3904441234{number:02}") for number in range(20)]
    tray.show_recent((entry("", digits="600"), entries[3], entry("", digits="600"), *entries))
    menu = entry_of(tray.menu, "Recent calls").menu()
    shown = [action.text() for action in menu.actions()]
    assert shown[:3] == ["600", "+39 0444 123403", "+39 0444 123400"]
    assert len(shown) == len(set(shown)) == RECENT_LIMIT
    menu.actions()[1].trigger()
    assert commands.calls == [("dial", "+390444123403", Source.HISTORY)]


def test_an_account_is_chosen_by_its_title(tray, commands, views):
    menu = entry_of(tray.menu, "Account").menu()
    assert [action.text() for action in menu.actions()] == ["Office", "Cape Town", "hanoi", "Perth"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[1].trigger()
    assert commands.calls == [("use_account", "cape")]


def test_foreign_text_makes_no_mnemonic(tray, views, commands):
    view = replace(views[0], account=replace(views[0].account, label="R&D"))
    tray.show_accounts((view,), "office")
    assert entry_of(tray.menu, "Account").menu().actions()[0].text() == "R&&D"


@pytest.mark.parametrize("spoken", ["en", "it", "vi"])
def test_every_entry_has_a_letter_of_its_own(tray, qapp, spoken):
    language = Language(qapp)
    language.use(spoken)
    try:
        tray.retranslate()
        tray.show_popups(1)
        letters = letters_of(tray.menu)
    finally:
        language.use("en")
    assert len(letters) == len(set(letters)), letters


def letters_of(menu):
    letters = []
    for action in menu.actions()[1:]:  # after the line that says how things are
        if action.isSeparator() or not action.isEnabled() or not action.isVisible():
            continue
        text = action.text().replace("&&", "")
        assert "&" in text, text
        letters.append(text[text.index("&") + 1].lower())
    return letters


def test_the_line_of_the_state_can_be_read(tray, commands):
    (state, *_) = tray.menu.actions()
    assert state.isEnabled()  # a greyed one is hard to read
    state.trigger()
    assert commands.calls == [("focus_popup",)]


def lines(tray):
    """What the menu says of calls."""
    above = itertools.takewhile(lambda action: not action.isSeparator(), tray.menu.actions())
    return [action.text() for action in above]


def test_every_current_call_is_in_the_menu(tray, call):
    first = call()
    second = call("tel:+39021234567", call_id="call-2", state=CallState.CONNECTED)
    tray.show_call(first)
    tray.show_call(second)
    assert lines(tray) == ["02 123 4567 · Connected", "0444 123456 · The PBX is placing the call"]
    tray.show_call(replace(first, state=CallState.CONNECTED))
    assert lines(tray) == ["02 123 4567 · Connected", "0444 123456 · Connected"]
    tray.show_call(replace(second, state=CallState.ENDED))
    assert lines(tray) == ["0444 123456 · Connected"]
    tray.forget_call("call-1")
    assert lines(tray) == ["Ready"]


def test_names_are_in_tooltip_and_recent_calls(tray, call, entry, plan):
    named = replace(call().plan, name="Anna Rossi")
    tray.show_call(replace(call(), plan=named))
    assert tray.icon.toolTip().startswith("Traydial – Anna Rossi · 0444 123456 · ")
    tray.show_undoing(UndoCountdown(request_id="r", plan=named, seconds=3, until_s=0))
    assert tray.icon.toolTip() == "Traydial – About to call Anna Rossi"
    tray.show_recent((replace(entry("+390444123456"), name="Anna Rossi"),))
    menu = entry_of(tray.menu, "Recent calls").menu()
    assert [action.text() for action in menu.actions()] == ["Anna Rossi · +39 0444 123456"]


def test_the_icon_follows_another_theme_once_its_colours_are_there(tray, qapp, qtbot):
    before = tray.icon.icon().pixmap(22, 22).toImage()
    ordinary = qapp.palette()
    dark = QPalette(ordinary)
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    try:
        qapp.setPalette(dark)
        qtbot.waitUntil(lambda: tray.icon.icon().pixmap(22, 22).toImage() != before)
    finally:
        qapp.setPalette(ordinary)


def test_an_open_menu_that_grows_stays_on_the_screen(tray, qapp, qtbot):
    area = qapp.primaryScreen().availableGeometry()
    tray.menu.popup(QPoint(area.right() - 5, area.top()))
    language = Language(qapp)
    try:
        for spoken in ("vi", "it"):
            language.use(spoken)
            tray.retranslate()
            qtbot.waitUntil(lambda: tray.menu.width() >= tray.menu.sizeHint().width())
            assert area.contains(tray.menu.frameGeometry())
    finally:
        language.use("en")
        tray.menu.close()
