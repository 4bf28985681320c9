"""The editor of a dial plan's rules, and the window that tests a table: by keyboard and mouse, with the real plan."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.config import Config
from traydial.core.errors import ConfigError, TableError
from traydial.services import number_table
from traydial.ui.settings.accounts_page import AccountsPage
from traydial.ui.settings.rule_words import WORDS, in_words
from traydial.ui.settings.rules_editor import RulesEditor
from traydial.ui.settings.table_test import DIALLED, NUMBER, RESULT
from traydial.words.messages import in_english
from ui.reading import below

PREFIX = Rule(kind=RuleKind.PREFIX, match="+39 0444 100", use="7")
INTERNAL = Rule(kind=RuleKind.INTERNAL, match="7xx")
REGEX = Rule(kind=RuleKind.REGEX, match=r"\+39(3[2-9]\d{7,8})", use=r"8\1")


@pytest.fixture
def editor(qapp):
    editor = RulesEditor((PREFIX, INTERNAL, REGEX))
    editor.show()
    return editor


@pytest.fixture
def page(commands, specs):
    account = Account(id="office", pbx="tvox", region="IT", rules=(PREFIX, INTERNAL))
    page = AccountsPage(commands, Config(accounts=(account,)), specs, "IT")
    page.show()
    return page


@pytest.fixture
def form(page):
    return page.forms[0]


@pytest.fixture
def table_test(commands, registry, form):
    """The window of a form, with the table read as the engine reads it."""

    def plan_table(file, account, done):
        try:
            done(number_table.load(file, account, registry.spec(account.pbx).number_rules, region="IT"))
        except (ConfigError, TableError) as error:
            done(error)

    def save_table(table, file, done):
        number_table.save(table, file)
        done(None)

    commands.plan_table, commands.save_table = plan_table, save_table
    form.numbers.table_button.click()
    return form.numbers.table_test


def kinds(editor):
    return [rule.kind for rule in editor.rules()]


def choose(editor, kind):
    editor.kind.setCurrentIndex(editor.kind.findData(kind))
    editor.kind.activated.emit(editor.kind.currentIndex())


def test_what_is_not_touched_stays_as_it_is(editor):
    for row in range(3):
        editor.list.setCurrentRow(row)
    assert editor.rules() == (PREFIX, INTERNAL, REGEX)


def test_a_rule_moves_by_keyboard_and_stays_chosen(editor, qtbot):
    editor.list.setCurrentRow(2)
    editor.list.setFocus()
    qtbot.keyClick(editor.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.rules() == (PREFIX, REGEX, INTERNAL)
    assert editor.list.currentRow() == 1
    qtbot.keyClick(editor.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(editor.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.rules() == (PREFIX, INTERNAL, REGEX)


def test_a_rule_moves_by_mouse_as_far_as_there_is_room(editor, qtbot):
    editor.list.setCurrentRow(1)
    qtbot.mouseClick(editor.up_button, Qt.MouseButton.LeftButton)
    assert editor.rules() == (INTERNAL, PREFIX, REGEX)
    assert not editor.up_button.isEnabled()
    assert editor.down_button.isEnabled()
    editor.list.setCurrentRow(2)
    assert not editor.down_button.isEnabled()


def test_a_rule_is_removed_by_key_and_button(editor, qtbot):
    editor.list.setCurrentRow(0)
    editor.list.setFocus()
    qtbot.keyClick(editor.list, Qt.Key.Key_Delete)
    assert editor.rules() == (INTERNAL, REGEX)
    for _ in range(2):
        qtbot.mouseClick(editor.remove_button, Qt.MouseButton.LeftButton)
    assert editor.rules() == ()
    assert editor.none_yet.isVisible()
    assert not editor.fields.isVisible()
    assert editor.add_button.hasFocus()


def test_a_rule_is_added_and_filled_in_by_keyboard(qapp, qtbot):
    editor = RulesEditor(())
    editor.show()
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClick(editor.add_button, Qt.Key.Key_Space)
    qtbot.waitUntil(editor.kind.hasFocus)
    choose(editor, RuleKind.CALLER_ID)
    qtbot.keyClicks(editor.match, "+44*")
    qtbot.keyClicks(editor.use, "+442079460000")
    assert editor.rules() == (Rule(kind=RuleKind.CALLER_ID, match="+44*", use="+442079460000"),)
    editor.deleteLater()


def test_a_recording_is_switched_and_an_internal_number_uses_nothing(editor):
    choose(editor, RuleKind.RECORD)
    assert editor.switch.isVisible()
    assert not editor.use.isVisible()
    assert editor.rules()[0].use == "on"
    choose(editor, RuleKind.INTERNAL)
    assert not editor.switch.isVisible()
    assert editor.rules()[0] == Rule(kind=RuleKind.INTERNAL, match=PREFIX.match)


def test_the_wheel_over_the_page_changes_no_rule(editor):
    editor.list.setFocus()
    for box in (editor.kind, editor.switch):
        turn = QWheelEvent(
            QPointF(1, 1),
            QPointF(1, 1),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
        assert not turn.isAccepted()
    assert editor.rules() == (PREFIX, INTERNAL, REGEX)


def test_nothing_is_called_wrong_before_it_is_typed_out(editor, qtbot):
    editor.list.setCurrentRow(1)
    editor.match.setFocus()
    editor.match.selectAll()
    qtbot.keyClicks(editor.match, "299-2")
    assert below(editor.match) == ""
    assert not editor.list.item(1).icon().isNull()
    qtbot.keyClick(editor.match, Qt.Key.Key_Tab)
    assert "a range goes up" in below(editor.match)
    assert "cannot be used" in editor.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_still_to_be_typed_is_not_called_wrong(editor, qtbot):
    editor.add_button.click()
    choose(editor, RuleKind.CALLER_ID)
    editor.match.setFocus()
    qtbot.keyClicks(editor.match, "+44*")
    qtbot.keyClick(editor.match, Qt.Key.Key_Tab)
    assert editor.use.hasFocus()
    assert below(editor.use) == ""
    qtbot.keyClick(editor.use, Qt.Key.Key_Tab)
    assert below(editor.use) != ""


def test_a_wrong_use_is_told_beside_it(editor, qtbot):
    editor.list.setCurrentRow(2)
    editor.use.setFocus()
    editor.use.selectAll()
    qtbot.keyClicks(editor.use, r"\2")
    editor.match.setFocus()
    assert "names a group" in below(editor.use)
    assert below(editor.match) == ""


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_kind_has_words_and_names_for_its_fields(editor, kind):
    choose(editor, kind)
    assert WORDS[kind].meaning.endswith(".")
    for field in (editor.kind, editor.match, editor.use, editor.switch):
        assert not field.isVisible() or field.accessibleName()
    assert in_words(Rule(kind=kind, match="6xx"), in_english).startswith(f"{WORDS[kind].name}: ")


def test_what_is_wrong_with_a_rule_stands_beside_it_when_it_is_saved(page, form, commands):
    rules = form.numbers.rules
    rules.list.setCurrentRow(0)
    commands.check_answer = ConfigError("setting_invalid", field="rules[1].match", reason="no")
    rules.changed.emit()
    form.test()
    assert rules.list.currentRow() == 1
    assert rules.match.hasFocus()
    assert "no" in below(rules.match)
    assert not form.notice.isVisible()


def test_what_is_wrong_is_scrolled_to(page, form, commands, qtbot):
    page.resize(500, 250)
    editor = form.numbers.rules
    commands.check_answer = ConfigError("setting_invalid", field="rules[0].use", reason="no")
    with qtbot.waitSignal(form.pointed_at):
        form.test()
    qtbot.waitUntil(lambda: not editor.use.visibleRegion().isEmpty())


def test_all_is_reached_by_the_tabulator_in_the_order_of_reading(form, qtbot):
    numbers = form.numbers
    numbers.rules.list.setCurrentRow(1)
    choose(numbers.rules, RuleKind.CALLER_ID)
    numbers.rules.list.setFocus()
    rules = numbers.rules
    expected = [rules.add_button, rules.remove_button, rules.up_button, rules.kind, rules.match, rules.use]
    for widget in (*expected, numbers.trial, numbers.table_button):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        assert form.window().focusWidget() is widget


def test_rules_are_part_of_the_account(page, form):
    assert form.draft().account.rules == (PREFIX, INTERNAL)
    assert not form.is_changed()
    form.numbers.rules.shift(1)
    assert form.draft().account.rules == (INTERNAL, PREFIX)
    assert page.is_changed()


def test_the_test_line_follows_the_rules_and_says_why(form, qtbot):
    numbers = form.numbers
    numbers.trial.setText("0444 10023")
    qtbot.waitUntil(lambda: "Dials 723" in numbers.result.text())
    assert "Why this number?" in numbers.result.text()
    assert "(rule 1): +39044410023 → 723" in numbers.result.text()
    assert "Internal number: dialled as it is (rule 2)" in numbers.result.text()
    numbers.rules.list.setCurrentRow(0)
    numbers.rules.remove_button.click()
    qtbot.waitUntil(lambda: "Dials 044410023" in numbers.result.text())
    numbers.rules.add_button.click()
    qtbot.waitUntil(lambda: "Fix the rules" in numbers.result.text())


def test_a_table_is_tested_with_the_rules_of_the_form(table_test, form, tmp_path):
    file = tmp_path / "numbers.csv"
    file.write_text("number;expected\n0444 10023;723\n600;601\nnobody;\n")
    table_test.load(file)
    texts = [[table_test.model.index(row, column).data() for column in (NUMBER, DIALLED, RESULT)] for row in range(3)]
    assert texts == [
        ["0444 10023", "723", "As expected"],
        ["600", "600", "Differs"],
        ["nobody", "", "No number found"],
    ]
    assert "(rule 1)" in table_test.trace.text()
    assert table_test.notice.text() == "Numbers: 3. As expected: 1. Different: 1. Not dialled: 1."
    table_test.narrow.click()
    assert table_test.model.rowCount() == 2
    table_test.reject()
    form.numbers.rules.list.setCurrentRow(0)
    form.numbers.rules.remove_button.click()
    form.numbers.table_button.click()
    assert table_test.isVisible()
    assert "Different: 2" in table_test.notice.text()


def test_the_results_of_a_table_are_saved(table_test, tmp_path):
    file = tmp_path / "numbers.csv"
    file.write_text("0444 10023\n")
    assert not table_test.save_button.isEnabled()
    for button, chosen in ((table_test.load_button, file), (table_test.save_button, tmp_path / "results.csv")):
        button.click()
        (chooser,) = (dialog for dialog in table_test.findChildren(QFileDialog) if dialog.isVisible())
        chooser.fileSelected.emit(str(chosen))
        chooser.close()
    assert "0444 10023,,723" in (tmp_path / "results.csv").read_text(encoding="utf-8-sig")
    assert "results.csv" in table_test.notice.text()


def test_a_table_that_cannot_be_read_leaves_nothing_to_save(table_test, tmp_path):
    table_test.load(tmp_path / "absent.csv")
    assert "cannot be read" in table_test.notice.text()
    assert table_test.load_button.isEnabled()
    assert not table_test.save_button.isEnabled()


def test_the_folder_proposed_for_a_table_exists(monkeypatch, tmp_path, table_test):
    monkeypatch.setenv("HOME", str(tmp_path))  # without a folder for documents
    table_test.load_button.click()
    (chooser,) = table_test.findChildren(QFileDialog)
    assert chooser.directory().absolutePath() == str(tmp_path)
    assert [name.text() for name in chooser.findChildren(QLineEdit)] == [""]  # the missing folder is no file's name
    chooser.close()


def test_every_button_can_be_reached_and_named(table_test):
    for button in table_test.findChildren(QPushButton):
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
