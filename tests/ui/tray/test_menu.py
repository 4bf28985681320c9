"""The menu of the tray, whole: what it offers at each moment, and what its line about the state says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from traydial.core.call import CallState, RecordingState
from traydial.core.config import LeftClick
from traydial.core.errors import OutcomeUnknown, Unreachable
from traydial.core.events import UndoCountdown
from traydial.ui.base.i18n import Language
from traydial.ui.tray.icon import Tray
from traydial.words.messages import message

CALL = "0444 123456 · Connected"


@pytest.fixture
def tray(qapp, commands, owner, views):
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    yield tray
    tray.close()


@pytest.fixture
def empty_tray(qapp, commands, owner):
    tray = Tray(commands, commands, owner)
    yield tray
    tray.close()


def offered(menu):
    """Return what a menu shows, in its order; in brackets what is greyed, with a star what is checked."""
    lines = []
    for action in menu.actions():
        if not action.isVisible():
            continue
        words = "-" if action.isSeparator() else action.text().replace("&&", "+").replace("&", "")
        words += " *" * action.isChecked()
        lines.append(words if action.isEnabled() or action.isSeparator() else f"({words})")
    return lines


def entry_of(menu, words):
    return next(action for action in menu.actions() if action.text().replace("&", "").startswith(words))


def test_at_rest(tray, entry):
    tray.show_recent((entry("+390444123456"),))
    assert offered(tray.menu) == [
        "Ready",
        "-",
        "Dial clipboard",
        "Dial…",
        "-",
        "Record the next call",
        "(Hang up)",
        "-",
        "Recent calls",
        "History…",
        "Account",
        "-",
        "Settings…",
        "Diagnostics",
        "-",
        "Quit",
    ]


def test_before_there_is_an_account(empty_tray):
    assert offered(empty_tray.menu)[0] == "No account yet: open Settings"
    assert offered(empty_tray.menu)[5:11] == [
        "(Record call – no account yet)",
        "(Hang up)",
        "-",
        "(Recent calls)",
        "History…",
        "(Account)",
    ]


def test_during_a_call(tray, call):
    tray.show_call(call(state=CallState.CONNECTED, recording=RecordingState.ON))
    tray.show_popups(1)
    assert offered(tray.menu)[0] == f"{CALL} · Recording"
    assert offered(tray.menu)[5:8] == ["Record call *", "Hang up", "Go to the call window"]
    tray.show_popups(0)
    assert "Go to the call window" not in offered(tray.menu)


def test_another_language_leaves_what_is_offered(tray, call, entry, qapp):
    tray.show_recent((entry("+390444123456"),))
    tray.show_call(call(state=CallState.CONNECTED))
    tray.show_popups(1)
    before = [(a.isVisible(), a.isEnabled(), a.isChecked(), a.isSeparator()) for a in tray.menu.actions()]
    english = offered(tray.menu)
    language = Language(qapp)
    language.use("vi")
    try:
        tray.retranslate()
        now = [(a.isVisible(), a.isEnabled(), a.isChecked(), a.isSeparator()) for a in tray.menu.actions()]
        vietnamese = offered(tray.menu)
    finally:
        language.use("en")
    assert now == before
    assert len(vietnamese) == len(english)
    same = [one for one, other in zip(english, vietnamese, strict=True) if one == other and one != "-"]
    assert same == []


def test_the_account_of_the_call_decides_what_can_be_done(tray, call, views):
    hanoi = views[2].account
    tray.show_call(call("tel:+84243123456", account=hanoi))
    assert offered(tray.menu)[5:7] == ["(Record call – not offered by TEL4VN)", "(Hang up – not offered by TEL4VN)"]


@pytest.mark.parametrize(("index", "marked"), [(0, "Office"), (3, "Perth")])
def test_the_account_that_dials_is_marked(tray, views, index, marked):
    tray.show_accounts(views, views[index].account.id)
    lines = offered(entry_of(tray.menu, "Account").menu())
    assert len(lines) == 4
    assert [line for line in lines if line.endswith(" *")] == [line for line in lines if line.startswith(marked)]


def test_one_account_is_chosen_at_a_time(tray, commands):
    menu = entry_of(tray.menu, "Account").menu()
    menu.actions()[3].trigger()
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]
    assert commands.calls == [("use_account", "perth")]


def test_accounts_and_calls_that_are_gone_are_offered_no_longer(tray, views, entry):
    tray.show_recent((entry("+390444123456"),))
    tray.show_recent(())
    tray.show_accounts((), "")
    assert {"(Recent calls)", "(Account)"} <= set(offered(tray.menu))
    assert entry_of(tray.menu, "Recent calls").menu().isEmpty()
    tray.show_accounts(views[:1], "office")
    assert len(entry_of(tray.menu, "Account").menu().actions()) == 1


def test_without_a_default_account_it_says_to_choose_one(tray, views):
    tray.show_accounts(views, "")
    assert tray.icon.toolTip() == "Traydial – No default account: choose one"


def test_a_masked_past_call_is_dialled_whole(tray, commands, entry):
    tray.show_recent((entry("+390444123456"),), mask=True)
    (action,) = entry_of(tray.menu, "Recent calls").menu().actions()
    assert action.text() == "+39 0444 …56"
    action.trigger()
    assert commands.calls[0][:2] == ("dial", "+390444123456")


def test_the_line_says_who_and_for_how_long(tray, call, plan):
    named = replace(plan("tel:+390444123456"), name="R&D")
    since = datetime.now(UTC) - timedelta(seconds=65.2)
    tray.show_call(call(state=CallState.CONNECTED, recording=RecordingState.ON, recording_since=since, plan=named))
    assert tray.icon.toolTip() == f"Traydial – R&D · {CALL} · Recording · 01:05"
    assert tray.menu.actions()[0].text() == f"R&&D · {CALL} · Recording · 01:05"


def test_the_time_in_the_tray_runs_while_it_records(tray, call, qtbot):
    since = datetime.now(UTC) - timedelta(seconds=65.2)
    recorded = call(state=CallState.CONNECTED, recording=RecordingState.ON, recording_since=since)
    tray.show_call(recorded)
    qtbot.waitUntil(lambda: tray.icon.toolTip().endswith("01:06"), timeout=5000)
    tray.show_call(recorded)  # news of the call do not make the clock wait longer
    qtbot.waitUntil(lambda: tray.icon.toolTip().endswith("01:07"), timeout=5000)
    tray.show_call(replace(recorded, recording=RecordingState.OFF, recording_since=None))
    assert not tray.clock.isActive()


def test_a_recording_that_goes_on_after_a_failure_comes_first(tray, call):
    tray.show_call(call(state=CallState.CONNECTED, recording=RecordingState.ON, error=OutcomeUnknown()))
    assert tray.icon.toolTip().startswith("Traydial – Still recorded! · 0444 123456")


def test_the_latest_call_is_the_one_that_is_spoken_of(tray, call):
    tray.show_call(call(state=CallState.CONNECTED))
    tray.show_call(call("tel:+39021234567", call_id="call-2", state=CallState.REQUESTED))
    assert offered(tray.menu)[:2] == ["02 123 4567 · Asking the PBX…", CALL]
    tray.forget_call("call-2")
    assert offered(tray.menu)[:2] == [CALL, "-"]
    tray.forget_call("call-2")
    tray.show_call(call(state=CallState.ENDED))
    assert offered(tray.menu)[:2] == ["Ready", "-"]


@pytest.mark.parametrize(
    ("recording", "records"),
    [
        (RecordingState.UNSUPPORTED, False),
        (RecordingState.OFF, False),
        (RecordingState.STARTING, True),
        (RecordingState.ON, True),
        (RecordingState.UNKNOWN, True),
    ],
)
def test_a_call_may_be_recorded_also_when_another_came(tray, call, recording, records):
    tray.show_call(call(state=CallState.CONNECTED, recording=recording))
    tray.show_call(call(call_id="call-2", state=CallState.REQUESTED))
    assert tray.records is records


def test_the_next_call_begins_with_no_problem_and_no_countdown(tray, call, plan):
    tray.show_problem(message(Unreachable("host_unknown")))
    tray.show_call(call(state=CallState.CONNECTED))
    assert tray.icon.toolTip() == f"Traydial – {CALL}"
    tray.show_undoing(UndoCountdown(request_id="r", plan=plan("tel:+390444123456"), seconds=3, until_s=0))
    assert "Cancel the call" in offered(tray.menu)
    tray.show_call(call(state=CallState.CONNECTED))
    assert "Hang up" in offered(tray.menu)
    tray.show_undoing(UndoCountdown(request_id="r", plan=plan("tel:+390444123456"), seconds=3, until_s=0))
    tray.show_undoing(None)
    assert "Hang up" in offered(tray.menu)


@pytest.mark.parametrize(
    ("choice", "recording", "asked"),
    [
        (LeftClick.DIAL_WINDOW, RecordingState.OFF, ("open_dial_window",)),
        (LeftClick.RECORD, RecordingState.OFF, ("record", "start")),
        (LeftClick.RECORD, RecordingState.ON, ("record", "stop")),
        (LeftClick.RECORD, RecordingState.LOCKED, ("open_dial_window",)),
    ],
)
def test_a_left_click_does_what_was_chosen(tray, call, commands, choice, recording, asked):
    tray.show_left_click(choice)
    tray.show_call(call(state=CallState.CONNECTED, recording=recording))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.DoubleClick)
    assert commands.calls == [asked]


def test_a_left_click_has_seen_the_problem(tray):
    tray.show_problem(message(Unreachable("host_unknown")))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert tray.icon.toolTip() == "Traydial – Ready"


@pytest.mark.parametrize(
    ("words", "asked"),
    [("History…", "open_history"), ("Go to the call window", "focus_popup"), ("Ready", "focus_popup")],
)
def test_the_other_entries_ask_for_what_they_say(tray, commands, words, asked):
    tray.show_popups(1)
    entry_of(tray.menu, words).trigger()
    assert commands.calls == [(asked,)]


def test_tooltips_of_entries_are_shown_where_the_desktop_does(tray, views):
    assert tray.menu.toolTipsVisible()
    tray.show_accounts(views, "hanoi")
    record = entry_of(tray.menu, "Record call")
    assert record.toolTip() != record.text()
    tray.show_accounts(views, "office")
    assert entry_of(tray.menu, "Record").toolTip().replace("&", "") == "Record the next call"


def test_after_the_end_nothing_is_left(commands, owner, views, call, qtbot):
    tray = Tray(commands, commands, owner)
    tray.show_accounts(views, "office")
    tray.icon.show()
    tray.show_call(call(state=CallState.CONNECTED, recording_since=datetime.now(UTC)))
    tray.close()
    assert not tray.icon.isVisible()
    assert not tray.clock.isActive()
    gone = []
    tray.menu.destroyed.connect(lambda: gone.append(1))
    qtbot.waitUntil(lambda: bool(gone))
