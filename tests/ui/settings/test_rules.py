"""The editor of rules, the line to try a number and the window for a table: what keys and late answers do there."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from traydial.core.account import Rule, RuleKind
from traydial.core.dialplan.table import PlannedNumber
from traydial.core.errors import ConfigError, NumberRejected, TableError
from traydial.ui.settings.rules_editor import ROWS, RulesEditor
from ui.reading import below

RULES = tuple(Rule(kind=RuleKind.INTERNAL, match=f"{digit}xx") for digit in range(1, 4))
WRONG = Rule(kind=RuleKind.INTERNAL, match="299-2")


@pytest.fixture
def editor(qapp, qtbot):
    editor = RulesEditor(RULES)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def matches(editor):
    return [rule.match for rule in editor.rules()]


def test_the_first_rule_is_chosen_and_the_list_holds_some_at_once(editor):
    assert editor.list.currentRow() == 0
    assert editor.match.text() == "1xx"
    assert editor.list.wordWrap()
    line = editor.fontMetrics().lineSpacing()
    assert ROWS * line <= editor.list.height() <= (ROWS + 2) * line
    assert editor.list.width() > 2 * editor.add_button.width()
    assert editor.fields.width() > editor.list.width(), "the fields stand below the buttons too"


def test_the_buttons_tell_their_keys(editor):
    buttons = (editor.add_button, editor.remove_button, editor.up_button, editor.down_button)
    assert [button.toolTip() for button in buttons] == [
        "Add rule (Ins)",
        "Remove rule (Del)",
        "Move up (Alt+Up)",
        "Move down (Alt+Down)",
    ]
    assert not any(button.autoDefault() for button in buttons)
    assert editor.list.accessibleDescription() == "Ins adds a rule, Del removes it, Alt with an arrow moves it."


def test_a_key_of_the_list_adds_a_rule_and_says_nothing_wrong_of_it_yet(editor, qtbot):
    editor.list.setFocus()
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(editor.list, Qt.Key.Key_Insert)
    assert matches(editor) == ["1xx", "2xx", "3xx", ""]
    assert editor.list.currentRow() == 3
    qtbot.waitUntil(editor.kind.hasFocus)
    assert below(editor.match) == ""


@pytest.mark.parametrize(
    ("row", "left", "chosen"), [(0, ["2xx", "3xx"], 0), (1, ["1xx", "3xx"], 1), (2, ["1xx", "2xx"], 1)]
)
def test_after_a_rule_is_removed_the_next_one_is_chosen(editor, qtbot, row, left, chosen):
    editor.list.setCurrentRow(row)
    with qtbot.waitSignal(editor.changed):
        editor.remove_button.click()
    assert (matches(editor), editor.list.currentRow()) == (left, chosen)
    assert editor.list.hasFocus()
    assert editor.match.text() == left[chosen]


@pytest.mark.parametrize(("row", "by", "moved"), [(0, -1, False), (2, 1, False), (0, 1, True), (2, -1, True)])
def test_a_rule_moves_within_the_list(editor, qtbot, row, by, moved):
    editor.list.setCurrentRow(row)
    before = matches(editor)
    editor.shift(by)
    assert (matches(editor) != before) is moved
    assert editor.list.currentRow() == (row + by if moved else row)


def test_the_list_shows_each_rule_once_whatever_was_done(editor):
    def lines():
        return [editor.list.item(row).text() for row in range(editor.list.count())]

    assert lines() == [f"{count}. Internal numbers: {count}xx" for count in (1, 2, 3)]
    editor.shift(1)
    assert lines() == ["1. Internal numbers: 2xx", "2. Internal numbers: 1xx", "3. Internal numbers: 3xx"]
    editor.remove()
    assert lines() == ["1. Internal numbers: 2xx", "2. Internal numbers: 3xx"]
    editor.add()
    assert len(lines()) == 3


def test_without_a_choice_nothing_is_moved_or_removed(editor):
    editor.list.setCurrentRow(-1)
    assert not editor.remove_button.isEnabled()
    editor.remove()
    editor.shift(1)
    assert matches(editor) == ["1xx", "2xx", "3xx"]


def test_a_rule_that_cannot_be_used_is_marked_in_the_list(qapp, qtbot):
    editor = RulesEditor((WRONG, RULES[0]))
    qtbot.addWidget(editor)
    wrong, right = editor.list.item(0), editor.list.item(1)
    assert not wrong.icon().isNull()
    assert right.icon().isNull()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert wrong.data(role) == "1. Internal numbers: 299-2 – cannot be used"
    assert right.data(role) == right.text() == "2. Internal numbers: 1xx"
    editor.match.setText("")
    QTest.keyClicks(editor.match, "2xx")
    assert wrong.icon().isNull()


def test_what_is_typed_goes_into_the_chosen_rule_without_blanks(editor, qtbot):
    editor.list.setCurrentRow(1)
    editor.match.clear()
    with qtbot.waitSignal(editor.changed):
        QTest.keyClicks(editor.match, " 8xx ")
    assert matches(editor) == ["1xx", "8xx", "3xx"]
    assert editor.list.item(1).text() == "2. Internal numbers: 8xx"


def test_numbers_are_written_from_left_to_right_in_every_language(editor):
    assert editor.match.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert editor.use.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("use", ["on", "off"])
def test_whether_a_call_is_recorded_is_chosen(qapp, qtbot, use):
    editor = RulesEditor((Rule(kind=RuleKind.RECORD, match="+39*", use=use),))
    qtbot.addWidget(editor)
    assert editor.switch.currentData() == use
    other = 1 - editor.switch.currentIndex()
    editor.switch.setCurrentIndex(other)
    editor.switch.activated.emit(other)
    assert {use, editor.rules()[0].use} == {"on", "off"}


@pytest.mark.parametrize("field", ["rules[3].match", "rules[x].match", "rules[0].kind", "server", None])
def test_an_error_of_something_else_is_not_taken_for_a_rule_s(editor, field):
    assert editor.show_error(ConfigError("setting_invalid", field=field, reason="no")) is None


@pytest.mark.parametrize(("row", "field"), [(0, "match"), (2, "match"), (2, "use")])
def test_an_error_of_a_rule_stands_beside_its_field(editor, row, field):
    editor.list.setCurrentRow(2)
    editor.kind.setCurrentIndex(editor.kind.findData(RuleKind.CALLER_ID))  # which has both fields
    editor.kind.activated.emit(editor.kind.currentIndex())
    error = ConfigError("setting_invalid", field=f"rules[{row}].{field}", reason="never so")
    assert editor.show_error(error) is getattr(editor, field)
    assert editor.list.currentRow() == row
    assert "never so" in below(getattr(editor, field))
    other = {"match": "use", "use": "match"}[field]
    assert below(getattr(editor, other)) == ""


@pytest.fixture
def numbers(add):
    return add("tel4vn").numbers


def test_only_the_latest_answer_about_a_number_is_shown(numbers, commands, plan):
    waiting = []
    commands.explain = lambda text, account, done: waiting.append(done)
    for text in ("600", "601"):
        numbers.trial.setText(text)
        numbers.try_now()
    waiting[1](plan("+27 82 000 1234"))
    shown = numbers.result.text()
    assert shown.startswith("Dials ")
    waiting[0](NumberRejected("number_missing"))
    assert numbers.result.text() == shown
    numbers.trial.setText("  ")
    numbers.try_now()
    assert numbers.result.text() == ""
    assert len(waiting) == 2


def test_a_number_is_tried_anew_when_the_country_changes(numbers, commands, qtbot):
    asked = []
    commands.explain = lambda text, account, done: asked.append((text, account.region))
    numbers.trial.setText("0444 123456")
    qtbot.waitUntil(lambda: asked == [("0444 123456", "")])
    with qtbot.waitSignal(numbers.changed):
        numbers.region.setCurrentIndex(numbers.region.findData("DE"))
    qtbot.waitUntil(lambda: asked[1:] == [("0444 123456", "DE")])


def test_a_rule_that_cannot_be_used_is_said_on_the_line_for_trying(numbers, commands):
    commands.explain = lambda text, account, done: done(ConfigError("setting_invalid", field="rules[0].match"))
    numbers.trial.setText("600")
    numbers.try_now()
    assert numbers.result.text() == "Fix the rules above first."
    commands.explain = lambda text, account, done: done(NumberRejected("number_missing"))
    numbers.try_now()
    assert "no telephone number" in numbers.result.text()


@pytest.fixture
def table(numbers, commands):
    """The window for a table; its questions wait in `table.asked`."""
    numbers.table_button.click()
    window = numbers.table_test
    window.asked = []
    commands.plan_table = lambda file, account, done: window.asked.append((file, done))
    commands.save_table = lambda rows, file, done: window.asked.append((file, done))
    return window


def planned(plan, number, *, error=None, expected=""):
    return PlannedNumber(number=number, expected=expected, plan=None if error else plan(number), error=error)


def test_the_window_for_a_table_is_wide_enough_for_numbers(table):
    assert table.windowTitle() == "Test a table of numbers"
    character = table.fontMetrics().averageCharWidth()
    assert table.width() > 100 * character
    assert table.view.columnWidth(0) > table.view.columnWidth(1) > 15 * character
    assert table.view.height() > table.height() / 3
    assert table.trace.height() >= 6 * table.fontMetrics().lineSpacing()
    assert not table.view.rootIsDecorated()
    assert table.view.allColumnsShowFocus()
    assert table.trace.alignment() & Qt.AlignmentFlag.AlignTop


def test_while_a_table_is_tested_it_says_so_and_late_answers_are_dropped(table, plan, tmp_path):
    table.load(tmp_path / "first.csv")
    assert table.notice.text() == "Testing first.csv…"
    assert not table.load_button.isEnabled()
    table.load(tmp_path / "second.csv")
    table.asked[0][1]((planned(plan, "+390444123456"),))
    assert table.model.rowCount() == 0
    assert not table.load_button.isEnabled()
    table.asked[1][1]((planned(plan, "+390444123456"), planned(plan, "+390444123457")))
    assert table.model.rowCount() == 2
    assert table.load_button.isEnabled()


def test_what_was_saved_is_told_unless_another_table_is_there_by_then(table, plan, tmp_path):
    table.load(tmp_path / "numbers.csv")
    table.asked.pop()[1]((planned(plan, "+390444123456"),))
    table.save_to(tmp_path / "results.csv")
    table.asked.pop()[1](None)
    assert table.notice.text() == "The results are in results.csv."
    table.save_to(tmp_path / "results.csv")
    table.asked.pop()[1](TableError("table_not_written", reason="full"))
    assert "full" in table.notice.text()
    table.save_to(tmp_path / "results.csv")
    late = table.asked.pop()[1]
    table.load(tmp_path / "other.csv")
    late(None)
    assert table.notice.text() == "Testing other.csv…"


def test_why_the_chosen_number_is_dialled_so_is_told(table, plan, tmp_path):
    table.load(tmp_path / "numbers.csv")
    missing = planned(plan, "nobody", error=NumberRejected("number_missing"))
    table.asked.pop()[1]((planned(plan, "+390444123456"), missing))
    assert table.trace.text().startswith("Dials ")
    table.view.setCurrentIndex(table.model.index(1, 0))
    assert "no telephone number" in table.trace.text()
    table.load(tmp_path / "numbers.csv")
    table.asked.pop()[1](())
    assert table.trace.text() == ""
    assert not table.save_button.isEnabled()
    assert not table.narrow.isEnabled()


def test_what_needs_a_look_is_coloured_and_may_be_shown_alone(table, plan, tmp_path):
    table.load(tmp_path / "numbers.csv")
    rows = (
        planned(plan, "+390444123450", expected="0444123450"),
        planned(plan, "+390444123451", expected="600"),
        planned(plan, "nobody", error=NumberRejected("number_missing")),
        planned(plan, "none", error=NumberRejected("number_missing"), expected="number_missing"),
    )
    table.asked.pop()[1](rows)
    role = Qt.ItemDataRole.ForegroundRole
    coloured = [table.model.index(row, 3).data(role) is not None for row in range(4)]
    assert coloured == [False, True, True, False]
    assert table.model.index(1, 0).data(role) is None
    results = [table.model.index(row, 3).data() for row in range(4)]
    assert results == ["As expected", "Differs", "No number found", "As expected · No number found"]
    table.narrow.click()
    assert [table.model.index(row, 0).data() for row in range(table.model.rowCount())] == ["+390444123451", "nobody"]
    assert table.model.headerData(0, Qt.Orientation.Vertical) is None
    assert table.model.rowCount(table.model.index(0, 0)) == table.model.columnCount(table.model.index(0, 0)) == 0


def test_the_results_are_proposed_beside_the_table(table, plan, tmp_path, qtbot):
    (tmp_path / "numbers.csv").touch()
    table.load(tmp_path / "numbers.csv")
    table.asked.pop()[1]((planned(plan, "+390444123456"),))
    table.save_button.click()
    (chooser,) = table.findChildren(QFileDialog)
    assert (chooser.windowTitle(), chooser.defaultSuffix()) == ("Save the results", "csv")
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert chooser.selectedFiles() == [str(tmp_path / "numbers-results.csv")]
    chooser.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(chooser))
    table.load_button.click()
    (chooser,) = table.findChildren(QFileDialog)
    assert chooser.windowTitle() == "Load a table"
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFile
    assert chooser.nameFilters() == ["Table (*.csv)"]
    chooser.reject()


def test_shown_again_it_tests_the_same_table_anew(table, numbers, plan, tmp_path):
    table.reject()
    numbers.table_button.click()
    assert table.asked == []
    table.load(tmp_path / "numbers.csv")
    table.asked.pop()[1]((planned(plan, "+390444123456"),))
    table.reject()
    numbers.table_button.click()
    assert [file for file, _ in table.asked] == [tmp_path / "numbers.csv"]


def test_enter_in_the_window_of_a_table_presses_no_button(table):
    assert not any(button.autoDefault() for button in (table.load_button, table.save_button))
