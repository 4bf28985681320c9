"""A dial plan from Settings to a call: real engine, real configuration, a simulated PBX over real HTTP; no screen."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from traydial.core.account import Rule, RuleKind
from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.ui.base.i18n import Language
from traydial.ui.call.popup import CallPopup
from traydial.ui.controller import Controller
from traydial.ui.history.window import HistoryWindow
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.dialplan import step_in_words
from traydial.words.messages import in_english
from ui.reading import below

RULES = (
    Rule(kind=RuleKind.PREFIX, match="+39 0444 100", use="7"),
    Rule(kind=RuleKind.INTERNAL, match="7xx"),
)


@pytest.fixture
def desktop(qapp, program):
    desktop = Controller(lambda: program, Language(qapp), leave=lambda: None)
    desktop.open()
    yield desktop
    desktop.close()


@pytest.fixture
def settings(desktop, qtbot):
    desktop.windows.open_settings()
    qtbot.waitUntil(lambda: bool(shown(SettingsDialog)))
    return shown(SettingsDialog)[0]


def shown(kind):
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def write(editor, rules, qtbot):
    for rule in rules:
        editor.add_button.click()
        editor.kind.setCurrentIndex(editor.kind.findData(rule.kind))
        editor.kind.activated.emit(editor.kind.currentIndex())
        qtbot.keyClicks(editor.match, rule.match)
        qtbot.keyClicks(editor.use, rule.use)


def save(settings, qtbot):
    with qtbot.waitSignal(settings.finished):
        settings.save_button.click()


def test_rules_are_saved_dial_and_explain_themselves_in_the_same_words(settings, desktop, program, pbx, qtbot):
    numbers = settings.accounts.forms[0].numbers
    write(numbers.rules, RULES, qtbot)
    numbers.trial.setText("0444 10023")
    qtbot.waitUntil(lambda: "723" in numbers.result.text())
    in_settings = numbers.result.text()
    save(settings, qtbot)
    assert program.store.load().account("office").rules == RULES
    desktop.engine.dial("0444 10023", Source.DIAL_WINDOW)
    qtbot.waitUntil(lambda: any("723" in entry.sentence for entry in pbx.journal.entries))
    qtbot.waitUntil(lambda: program.history.latest(1)[0].state is not CallState.REQUESTED)
    (entry,) = program.history.latest(1)
    qtbot.waitUntil(lambda: len(shown(CallPopup)) == 1)
    (popup,) = shown(CallPopup)
    texts = [label.text() for label in popup.findChildren(PlainLabel)]
    desktop.windows.open_history()
    (window,) = shown(HistoryWindow)
    qtbot.waitUntil(lambda: window.model.rowCount() > 1)
    window.list.setCurrentIndex(window.model.index(1, 0))
    window.why.trigger()
    in_history = window.findChild(QMessageBox).informativeText()
    assert len(entry.trace) == 3
    for sentence in (step_in_words(step, in_english) for step in entry.trace):
        assert sentence in in_settings
        assert any(sentence in text for text in texts)
        assert sentence in in_history


def test_a_rule_that_cannot_work_is_not_saved(settings, program, qtbot):
    form = settings.accounts.forms[0]
    write(form.numbers.rules, (RULES[0], Rule(kind=RuleKind.INTERNAL, match="299-200")), qtbot)
    form.numbers.rules.list.setCurrentRow(0)
    settings.save_button.click()
    qtbot.waitUntil(settings.save_button.isEnabled)
    assert settings.isVisible()
    assert form.numbers.rules.list.currentRow() == 1
    assert "a range goes up" in below(form.numbers.rules.match)
    assert program.store.load().account("office").rules == ()


def test_a_table_is_read_planned_and_written_off_the_gui_thread(settings, qtbot, tmp_path, monkeypatch):
    from traydial.services import number_table

    threads = set()
    for name in ("load", "save"):
        genuine = getattr(number_table, name)

        def noted(*args, genuine=genuine, **kwargs):
            threads.add(threading.current_thread().name)
            return genuine(*args, **kwargs)

        monkeypatch.setattr(number_table, name, noted)
    numbers = settings.accounts.forms[0].numbers
    write(numbers.rules, RULES, qtbot)
    (tmp_path / "numbers.csv").write_text("number\n0444 10023\n")
    numbers.table_button.click()
    numbers.table_test.load(tmp_path / "numbers.csv")
    qtbot.waitUntil(numbers.table_test.save_button.isEnabled)
    numbers.table_test.save_to(tmp_path / "results.csv")
    qtbot.waitUntil(lambda: "results.csv" in numbers.table_test.notice.text())
    assert "0444 10023,,723" in (tmp_path / "results.csv").read_text(encoding="utf-8-sig")
    assert threads == {"tables"}


def test_a_defect_costs_no_answer(settings, qtbot, tmp_path, monkeypatch, caplog):
    from traydial.services import number_table

    def broken(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(number_table, "load", broken)
    numbers = settings.accounts.forms[0].numbers
    numbers.table_button.click()
    numbers.table_test.load(tmp_path / "numbers.csv")
    qtbot.waitUntil(numbers.table_test.load_button.isEnabled)
    assert "incident" in numbers.table_test.notice.text()
    assert "ZeroDivisionError" in caplog.text
