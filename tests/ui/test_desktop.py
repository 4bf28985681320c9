"""The whole program behind its widgets: real office, real services, a simulated PBX over real HTTP; no screen."""

from __future__ import annotations

import queue
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from traydial.core.config import Recording
from traydial.core.consent import Source
from traydial.services.office import Office
from traydial.ui.bubble import Bubble
from traydial.ui.desktop import Desktop
from traydial.ui.i18n import Language
from traydial.ui.question import AskingToRecordDialog


@pytest.fixture
def desktop(qapp):
    desktop = Desktop(Language(qapp), leave=lambda: None)
    yield desktop
    desktop.close()


@pytest.fixture
def serve(desktop, program):
    """Open the office as `main` does."""
    offices = []

    def open_office():
        office = Office(
            program,
            emit=desktop.bridge.happened.emit,
            show=lambda: desktop.bridge.post(desktop.open_palette),
            configured=lambda configured: desktop.bridge.post(lambda: desktop.show_configuration(configured)),
        )
        offices.append(office)
        office.load()
        desktop.serve(office)

    yield open_office
    for office in offices:
        office.close()


@pytest.fixture
def ask(desktop, qtbot):
    """Ask as another process does, and return the answer."""

    def asked(**request):
        answers = queue.SimpleQueue()
        desktop.answer_process(request, answers.put)
        qtbot.waitUntil(lambda: not answers.empty())
        return answers.get()

    return asked


def shown(kind):
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def dialled(pbx):
    return [entry for entry in pbx.journal.entries if " calls " in entry.sentence]


def test_a_typed_number_is_dialled_and_shown(desktop, serve, pbx, qtbot, ask):
    serve()
    desktop.dial("0444 123456", Source.PALETTE)
    qtbot.waitUntil(lambda: ask(command="status")["call"] is not None)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["state"] != "requested")
    assert len(dialled(pbx)) == 1
    assert len(shown(Bubble)) == 1


def test_what_is_asked_for_before_the_office_stands_waits_for_it(desktop, serve, pbx, qtbot):
    desktop.dial("0444 123456", Source.PALETTE)
    serve()
    qtbot.waitUntil(lambda: len(dialled(pbx)) == 1)


def test_recording_starts_and_stops_by_the_pbx_s_word(desktop, serve, pbx, qtbot, ask):
    serve()
    desktop.dial("0444 123456", Source.PALETTE)
    qtbot.waitUntil(lambda: (ask(command="status")["call"] or {}).get("recording") == "off")
    desktop.record(True)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["recording"] == "on")
    assert pbx.pbx.switchboard.live()[0].recording
    desktop.record(False)
    qtbot.waitUntil(lambda: ask(command="status")["call"]["recording"] == "off")
    assert not pbx.pbx.switchboard.live()[0].recording


def test_a_feature_code_in_a_link_asks_and_no_means_no(desktop, serve, pbx, qtbot, ask):
    serve()
    desktop.open_link("tel:*21*0444123456%23")
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


def test_a_second_start_opens_the_palette(serve, qtbot, ask):
    serve()
    assert ask(command="show") == {}
    qtbot.waitUntil(lambda: any(w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()))


def test_an_unknown_request_is_refused(serve, ask):
    serve()
    assert ask(command="format the disk")["error"]["code"] == "setting_unknown"


def test_an_unreadable_configuration_is_told_and_kept(desktop, program, serve, private_home, qtbot, ask):
    file = private_home / "config" / "config.toml"
    file.write_text("this is not toml", encoding="utf-8")
    serve()
    qtbot.waitUntil(lambda: bool(shown(Bubble)))
    assert ask(command="status")["accounts"] == []
    assert [f.read_text(encoding="utf-8") for f in file.parent.glob("config.toml.broken-*")] == ["this is not toml"]


@pytest.mark.parametrize("agreed", [True, False])
def test_a_recording_waits_until_the_other_party_is_told(desktop, program, serve, pbx, qtbot, ask, agreed):
    program.store.update(lambda config: replace(config, recording=Recording(tell=("IT",))))
    serve()
    desktop.arm_recording(True)
    desktop.dial("0444 123456", Source.PALETTE)
    qtbot.waitUntil(lambda: bool(shown(AskingToRecordDialog)))
    (question,) = shown(AskingToRecordDialog)
    assert not dialled(pbx)
    (question.record if agreed else question.refuse).click()
    qtbot.waitUntil(lambda: (ask(command="status")["call"] or {}).get("recording") == ("on" if agreed else "off"))
    assert [call.recording for call in pbx.pbx.switchboard.calls] == [agreed]
    assert program.history.latest()[0].recording_consent is agreed
    assert not shown(AskingToRecordDialog)


def test_a_call_taken_back_at_that_question_is_not_dialled(desktop, program, serve, pbx, qtbot, ask):
    program.store.update(lambda config: replace(config, recording=Recording(tell=("IT",))))
    serve()
    desktop.arm_recording(True)
    desktop.dial("0444 123456", Source.PALETTE)
    qtbot.waitUntil(lambda: bool(shown(AskingToRecordDialog)))
    shown(AskingToRecordDialog)[0].reject()
    qtbot.waitUntil(lambda: not shown(AskingToRecordDialog))
    assert ask(command="status")["call"] is None
    assert not dialled(pbx)
