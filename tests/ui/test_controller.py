"""The whole program behind its widgets: real engine, real services, a simulated PBX over real HTTP; no screen."""

from __future__ import annotations

import queue
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QSystemTrayIcon

from traydial.core.call import CallState, RecordingAction
from traydial.core.config import ConsentSettings, HistorySettings, LeftClick, Level, RecordingSettings, UiSettings
from traydial.core.consent import Source
from traydial.core.errors import ConsentRefused, NumberRejected
from traydial.core.events import Declined
from traydial.ui.base.i18n import Language
from traydial.ui.base.icons import TrayStatus
from traydial.ui.call.choosers import AccountChooser
from traydial.ui.call.popup import CallPopup
from traydial.ui.call.popup_text import PROBLEM_STAYS_MS, popup_text_of
from traydial.ui.call.questions import RecordingConsentDialog
from traydial.ui.controller import Controller
from traydial.ui.dial.window import DialWindow


@pytest.fixture
def language(qapp):
    language = Language(qapp)
    yield language
    language.use("en")


@pytest.fixture
def controller(qapp, language, program):
    controller = Controller(lambda: program, language, leave=lambda: None)
    yield controller
    controller.close()


@pytest.fixture
def serve(controller):
    """Open the engine as the program does."""
    return controller.open


@pytest.fixture
def ask(controller, qtbot):
    """Ask as another process does, and return the answer."""

    def asked(**request):
        answers = queue.SimpleQueue()
        controller.engine.handle(request, answers.put)
        qtbot.waitUntil(lambda: not answers.empty())
        return answers.get()

    return asked


def shown(kind):
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def dialled(pbx):
    return [entry for entry in pbx.journal.entries if " calls " in entry.sentence]


def test_a_typed_number_is_dialled_and_shown(controller, serve, pbx, qtbot, ask):
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: ask(command="status")["call"] is not None)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["state"] != "requested")
    assert len(dialled(pbx)) == 1
    qtbot.waitUntil(lambda: len(shown(CallPopup)) == 1)


def words_of(popups):
    return " ".join(label.text() for popup in popups for label in popup.findChildren(QLabel))


def hang_up_buttons():
    buttons = [button for popup in shown(CallPopup) for button in popup.findChildren(QPushButton)]
    return [button for button in buttons if button.text() == "&Hang up" and button.isVisible()]


def test_a_number_that_was_hung_up_is_called_again_at_once(controller, serve, pbx, qtbot, ask):
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: (ask(command="status")["call"] or {}).get("state") == "accepted")
    qtbot.waitUntil(lambda: bool(hang_up_buttons()))
    hang_up_buttons()[0].click()
    qtbot.waitUntil(lambda: not pbx.pbx.switchboard.live())
    qtbot.waitUntil(lambda: "Call ended" in words_of(shown(CallPopup)))
    menu(controller)["Recent calls"].menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: len(dialled(pbx)) == 2)
    assert "Already" not in words_of(shown(CallPopup))


def test_a_double_click_is_one_call_and_a_call_that_ended_since_is_named(controller, program, serve, pbx, qtbot):
    program.store.update(lambda c: replace(c, consent=ConsentSettings(level=Level.FAST, link_gap_s=0.0)))
    serve()
    for _click in range(2):
        controller.engine.dial("tel:+390444123456", Source.LINK)
    qtbot.waitUntil(lambda: "Already calling" in words_of(shown(CallPopup)))
    qtbot.waitUntil(lambda: bool(hang_up_buttons()) and bool(dialled(pbx)))
    assert len(dialled(pbx)) == 1
    said = popup_text_of(Declined(request_id="b", input="x", error=ConsentRefused("called_just_now", call="a")), None)
    assert (said.title, said.status, said.stays_ms) == ("Called a moment ago", TrayStatus.IDLE, PROBLEM_STAYS_MS)


def test_what_is_asked_for_before_the_engine_is_open_waits_for_it(controller, serve, pbx, qtbot):
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    serve()
    qtbot.waitUntil(lambda: len(dialled(pbx)) == 1)


def test_recording_starts_and_stops_by_the_pbx_s_word(controller, serve, pbx, qtbot, ask):
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: (ask(command="status")["call"] or {}).get("recording") == "off")
    controller.engine.record(RecordingAction.START)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["recording"] == "on")
    assert pbx.pbx.switchboard.live()[0].recording
    controller.engine.record(RecordingAction.STOP)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["recording"] == "off")
    assert not pbx.pbx.switchboard.live()[0].recording


def test_a_feature_code_in_a_link_asks_and_no_means_no(controller, serve, pbx, qtbot, ask):
    serve()
    controller.engine.dial("tel:*21*0444123456%23", Source.LINK)
    qtbot.waitUntil(lambda: bool(shown(QDialog)))
    question = shown(QDialog)[0]
    assert isinstance(question.focusWidget(), QPushButton)
    question.reject()
    qtbot.waitUntil(lambda: not shown(QDialog))
    assert ask(command="status")["call"] is None
    assert not dialled(pbx)


def test_a_question_to_a_script_is_not_shown(serve, pbx, ask):
    serve()
    answer = ask(command="dial", text="*21")
    assert answer["outcome"] == "needs_answer"
    assert not shown(QDialog)
    assert not dialled(pbx)


def test_a_second_start_opens_the_dial_window(serve, qtbot, ask):
    serve()
    assert ask(command="show") == {}
    qtbot.waitUntil(lambda: bool(shown(DialWindow)))
    qtbot.waitUntil(shown(DialWindow)[0].text.hasFocus)


def test_an_unknown_request_is_refused(serve, ask):
    serve()
    assert ask(command="format the disk")["error"]["code"] == "setting_unknown"


def test_an_unreadable_configuration_is_told_and_kept(controller, program, serve, private_home, qtbot, ask):
    file = private_home / "config" / "config.toml"
    file.write_text("this is not toml", encoding="utf-8")
    serve()
    qtbot.waitUntil(lambda: bool(shown(CallPopup)))
    assert ask(command="status")["accounts"] == []
    assert [f.read_text(encoding="utf-8") for f in file.parent.glob("config.toml.broken-*")] == ["this is not toml"]


@pytest.mark.parametrize("by_link", [True, False])
def test_a_number_that_the_country_has_not_got_says_so(controller, program, serve, pbx, qtbot, by_link):
    account = program.store.load().accounts[0]
    program.accounts.change(replace(account, region="US"), {})
    serve()
    if by_link:
        controller.engine.dial("tel:0461123456", Source.LINK)
    else:
        controller.engine.dial("0461 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: bool(shown(CallPopup)))
    said = " ".join(label.text() for label in shown(CallPopup)[0].findChildren(QLabel))
    assert "United States" in said
    assert "Change the country" in said
    assert not dialled(pbx)


def test_without_the_default_account_a_person_chooses_which_one_dials(controller, program, serve, pbx, qtbot):
    account = program.store.load().accounts[0]
    secret = {"password": program.desktop.secrets.get(account.id, "password")}
    for name in ("cape", "perth"):
        program.accounts.add(replace(account, id=name, label=name.title()), secret)
    program.accounts.remove(account.id)
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: bool(shown(AccountChooser)))
    (question,) = shown(AccountChooser)
    assert [question.list.item(row).text() for row in (0, 1)] == ["1   Cape (TVox)", "2   Perth (TVox)"]
    controller.windows.open_dial_window()
    assert "no default" in " ".join(label.text() for label in shown(DialWindow)[0].findChildren(QLabel))
    assert not dialled(pbx)
    question.remember.click()
    qtbot.keyClick(question.list, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(dialled(pbx)) == 1)
    qtbot.waitUntil(lambda: program.store.load().default_id == "perth")


@pytest.mark.parametrize("agreed", [True, False])
def test_a_recording_waits_until_the_other_party_is_told(controller, program, serve, pbx, qtbot, ask, agreed):
    program.store.update(lambda config: replace(config, recording=RecordingSettings(tell=("IT",))))
    serve()
    controller.engine.arm_recording(True)
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: bool(shown(RecordingConsentDialog)))
    (question,) = shown(RecordingConsentDialog)
    assert not dialled(pbx)
    (question.record if agreed else question.refuse).click()
    placed = pbx.pbx.switchboard
    qtbot.waitUntil(lambda: bool(placed.calls) and placed.calls[0].recording is agreed)
    assert [call.recording for call in pbx.pbx.switchboard.calls] == [agreed]
    assert program.history.latest()[0].recording_consent is agreed
    assert not shown(RecordingConsentDialog)


def test_a_call_cancelled_at_that_question_is_not_dialled(controller, program, serve, pbx, qtbot, ask):
    program.store.update(lambda config: replace(config, recording=RecordingSettings(tell=("IT",))))
    serve()
    controller.engine.arm_recording(True)
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: bool(shown(RecordingConsentDialog)))
    shown(RecordingConsentDialog)[0].reject()
    qtbot.waitUntil(lambda: not shown(RecordingConsentDialog))
    assert ask(command="status")["call"] is None
    assert not dialled(pbx)


def test_a_name_that_is_given_in_the_history_is_in_the_menu_at_once(controller, serve, pbx, program, qtbot):
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: [call.state for call in program.history.latest()] == [CallState.ACCEPTED])
    entry = program.history.latest()[0]
    controller.engine.change_history(
        lambda browser: browser.annotate(entry, name="Anna", note=""), lambda _answer: None
    )
    qtbot.waitUntil(lambda: any("Anna" in a.text() for a in menu(controller)["Recent calls"].menu().actions()))


def menu(controller):
    return {action.text().replace("&", ""): action for action in controller.windows.tray.menu.actions()}


def test_a_setting_that_is_saved_is_shown_at_once(controller, program, serve, qtbot, language):
    serve()
    qtbot.waitUntil(lambda: "Settings…" in menu(controller))
    saved = []
    controller.engine.save_config(replace(program.store.load(), language="it"), saved.append)
    qtbot.waitUntil(lambda: "Impostazioni…" in menu(controller))
    qtbot.waitUntil(lambda: saved == [None])
    controller.engine.save_config(replace(program.store.load(), language="en"), saved.append)
    qtbot.waitUntil(lambda: "Settings…" in menu(controller))


def test_masking_and_the_left_click_are_put_into_effect(controller, program, serve, pbx, qtbot):
    program.store.update(
        lambda c: replace(c, history=HistorySettings(mask=True), ui=UiSettings(left_click=LeftClick.RECORD))
    )
    serve()
    controller.engine.dial("0444 123456", Source.DIAL_WINDOW)
    recent = menu(controller)["Recent calls"].menu()
    qtbot.waitUntil(lambda: bool(recent.actions()))
    assert "123456" not in recent.actions()[0].text().replace(" ", "")
    # Taken back while the PBX has not answered, the call could exist all the same, and the icon would say so.
    qtbot.waitUntil(lambda: "is placing" in controller.windows.tray.icon.toolTip())
    controller.engine.hang_up()
    qtbot.waitUntil(lambda: controller.windows.tray.icon.toolTip() == "Traydial – Ready")
    controller.windows.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    qtbot.waitUntil(menu(controller)["Record the next call"].isChecked)
    assert not shown(DialWindow)


def test_what_happens_after_the_end_is_not_shown(controller, qtbot):
    controller.close()
    controller.bridge.happened.emit(Declined(request_id="a", input="x", error=NumberRejected("number_missing")))
    assert not shown(CallPopup)
