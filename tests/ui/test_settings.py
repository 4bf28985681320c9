"""The settings: nothing typed is lost, errors stand beside their field, and a secret is never shown back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from traydial.core.adapter import AccountInfo, Kind, Secret
from traydial.core.config import BubblePlace, Config
from traydial.core.consent import Level
from traydial.core.errors import ConfigError, SecretStoreError, Unreachable
from traydial.core.ports import HotkeyStatus
from traydial.ui.settings.accounts_page import AccountsPage
from traydial.ui.settings.calls_page import CallsPage
from traydial.ui.settings.chord_edit import ChordEdit
from traydial.ui.settings.dialog import SettingsDialog
from traydial.ui.settings.general_page import GeneralPage
from traydial.ui.settings.hotkeys_page import HotkeysPage


@pytest.fixture
def config(views):
    return Config(accounts=tuple(view.account for view in views), region="IT")


@pytest.fixture
def page(commands, config, specs, qtbot):
    page = AccountsPage(commands, config, specs, "IT")
    page.show()
    return page


@pytest.fixture
def form(page):
    """The form of the account "office" at a TVox."""
    return page.forms[0]


def type_into(qtbot, editor, text):
    editor.clear()
    qtbot.keyClicks(editor, text)


def test_every_field_of_every_pbx_has_an_editor_of_its_kind(commands, specs, qtbot):
    kinds = {Kind.BOOL: QCheckBox, Kind.CHOICE: QComboBox}
    page = AccountsPage(commands, Config(), specs, "IT")
    for spec in specs:
        form = page.add_account(spec)
        for field in spec.fields:
            editor = form._editors[field.key]
            assert isinstance(editor, kinds.get(field.kind, QLineEdit))
            hidden = isinstance(editor, QLineEdit) and editor.echoMode() is QLineEdit.EchoMode.Password
            assert hidden is (field.kind is Kind.SECRET)
    page.deleteLater()


@pytest.mark.parametrize("pbx", ["noojee", "tel4vn", "teleforge", "tvox"])
def test_add_offers_each_pbx_and_opens_its_form(commands, specs, qtbot, pbx):
    page = AccountsPage(commands, Config(), specs, "IT")
    qtbot.addWidget(page)
    page.show()
    spec = next(spec for spec in specs if spec.id == pbx)

    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    menu = page.add.menu()
    qtbot.waitUntil(menu.isVisible)
    entry = next(action for action in menu.actions() if action.text() == spec.name)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())

    assert page.list.currentItem().text() == spec.name
    assert page.stack.currentWidget().widget() is page.forms[0]
    assert page.forms[0].spec is spec


def test_an_untouched_form_changes_nothing(page, form, config):
    assert [form.draft().account for form in page.forms] == list(config.accounts)
    assert not page.is_changed()
    saved = []
    page.save(saved.append)
    assert saved == [True]


def test_a_changed_account_is_tested_and_then_saved(page, form, commands, qtbot):
    type_into(qtbot, form._editors["username"], "bruno")
    type_into(qtbot, form._editors["password"], "geheim ")
    saved = []
    page.save(saved.append)
    assert [name for name, *_ in commands.calls] == ["check_account", "save_account"]
    draft = commands.calls[-1][1]
    assert draft.account.settings["username"] == "bruno"
    assert draft.secrets == {"password": Secret("geheim ")}
    assert saved == [True]
    assert form._editors["password"].text() == ""
    assert form._editors["password"].placeholderText() == "stored in the keyring"
    assert not page.is_changed()


def test_an_error_stands_beside_its_field_and_nothing_is_lost(page, form, commands, qtbot):
    type_into(qtbot, form._editors["username"], "bruno")
    commands.check_answer = ConfigError(
        "setting_invalid", field="server", reason="the address names no server, or no valid port"
    )
    saved = []
    page.save(saved.append)
    assert saved == [False]
    assert "names no server" in form._notices["server"].text()
    assert not form._notices["username"].text()
    assert form._editors["username"].text() == "bruno"
    page.save(saved.append)  # a wrong field cannot be overruled
    assert [name for name, *_ in commands.calls] == ["check_account", "check_account"]


def test_a_pbx_out_of_reach_may_be_saved_on_the_second_press(page, form, commands, qtbot):
    type_into(qtbot, form._editors["username"], "bruno")
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    saved = []
    page.save(saved.append)
    assert saved == [False]
    assert "press Save once more" in form.notice.text()
    page.save(saved.append)
    assert saved == [False, True]
    assert [name for name, *_ in commands.calls] == ["check_account", "save_account"]


def test_a_locked_keyring_keeps_what_was_typed(page, form, commands, qtbot):
    type_into(qtbot, form._editors["password"], "geheim")
    commands.save_error = SecretStoreError("secret_store_locked")
    saved = []
    page.save(saved.append)
    assert saved == [False]
    assert "keyring is locked" in form.notice.text()
    assert form._editors["password"].text() == "geheim"


def test_a_wrong_value_is_named_as_soon_as_it_is_left(page, form, qtbot):
    type_into(qtbot, form._editors["server"], "ftp://tvox")
    form._editors["server"].editingFinished.emit()
    assert form._notices["server"].text()
    qtbot.keyClicks(form._editors["server"], "x")
    assert not form._notices["server"].text()


def test_a_password_in_clear_is_warned_about(page, form, qtbot):
    assert not form.warning.text()
    type_into(qtbot, form._editors["server"], "http://tvox.test")
    assert "unencrypted" in form.warning.text()


def test_testing_says_what_the_pbx_answered_and_saves_nothing(form, commands):
    form.test_button.click()
    assert "version 22" in form.notice.text()
    commands.check_answer = AccountInfo(verified=False)
    form.test_button.click()
    assert "only a call can show more" in form.notice.text()
    assert {name for name, *_ in commands.calls} == {"check_account"}


def test_a_late_answer_finds_a_closed_form_in_peace(page, form, commands):
    waiting = []
    commands.check_account = lambda draft, done: waiting.append(done)
    form.test()
    page.close_page()
    waiting[0](AccountInfo())
    assert form.notice.text() == "Testing the connection…"


def test_the_trial_line_explains_what_would_be_dialled(form, qtbot):
    form.numbers.trial.setText("+27 82 000 1234")
    qtbot.waitUntil(lambda: "Dials 0027820001234" in form.numbers.result.text())
    assert "+27820001234 → 0027820001234" in form.numbers.result.text()
    form.numbers.trial.setText("no number here")
    qtbot.waitUntil(lambda: "no telephone number" in form.numbers.result.text())


def test_a_new_account_gets_a_free_short_name_and_can_be_dropped(page, specs, commands):
    tvox = next(spec for spec in specs if spec.id == "tvox")
    assert page.add_account(tvox).draft().account.id == "tvox"
    assert page.add_account(tvox).draft().account.id == "tvox2"
    before = page.list.count()
    page.remove.click()
    assert page.list.count() == before - 1
    assert commands.calls == []


@pytest.mark.parametrize(
    ("key", "modifiers", "chord"),
    [
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, "ctrl+alt+d"),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "f9"),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.MetaModifier, "super+space"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier, "ctrl+alt+x"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "ctrl+alt+x"),
    ],
)
def test_a_chord_is_taken_as_it_is_pressed(qtbot, key, modifiers, chord):
    edit = ChordEdit("ctrl+alt+x")
    qtbot.addWidget(edit)
    qtbot.keyClick(edit, key, modifiers)
    assert edit.chord() == chord


def test_what_can_be_captured_can_be_bound(qtbot):
    from traydial.system.hotkeys.chord import Chord
    from traydial.ui.settings.chord_edit import NAMES, key_name

    for key in (*NAMES, *range(0x21, 0x7F), Qt.Key.Key_F1, Qt.Key.Key_F20):
        Chord.parse(f"ctrl+{key_name(key)}")


def test_hotkeys_say_in_words_whether_they_work(config, qtbot):
    taken = HotkeyStatus(action="dial_selection", chord="ctrl+alt+d", bound=False, backend="x11", reason="taken")
    page = HotkeysPage(config, (taken,))
    qtbot.addWidget(page)
    assert any("Another program has this key" in label.text() for label in page.findChildren(type(page.children()[1])))
    page.dial_selection.setText("ctrl+alt+k")
    assert page.applied(config).hotkeys.dial_selection == "ctrl+alt+k"


def test_the_level_of_care_is_chosen(config, qtbot):
    page = CallsPage(config)
    qtbot.addWidget(page)
    assert page.applied(config) == config
    page.levels[Level.FAST].setChecked(True)
    page.undo_s.setValue(5.5)
    assert page.applied(config).consent == replace(config.consent, level=Level.FAST, undo_s=5.5)


@pytest.mark.parametrize("place", list(BubblePlace))
def test_where_calls_are_shown_is_chosen(config, qtbot, place):
    page = GeneralPage(config, "IT", desktop_shows=True)
    qtbot.addWidget(page)
    assert page.applied(config) == config
    page.bubble.setCurrentIndex(page.bubble.findData(place))
    assert page.applied(config).ui.bubble is place


def test_what_an_administrator_has_pinned_is_greyed_and_said(commands, config, specs):
    dialog = SettingsDialog(commands, config, specs, (), "IT", pinned=frozenset({"consent.level", "history.mask"}))
    assert not any(button.isEnabled() for button in dialog.calls.levels.values())
    assert dialog.calls.undo_s.isEnabled()
    assert not dialog.history.masking.isEnabled()
    assert dialog.history.keep_days.isEnabled()
    assert "administrator" in dialog.notice.text()
    dialog.deleteLater()


def test_where_nothing_is_pinned_nothing_is_greyed(commands, config, specs):
    dialog = SettingsDialog(commands, config, specs, (), "IT")
    assert all(button.isEnabled() for button in dialog.calls.levels.values())
    assert dialog.notice.text() == ""
    dialog.deleteLater()


def test_whom_to_tell_before_recording_is_a_list(config, qtbot):
    page = CallsPage(replace(config, recording=replace(config.recording, tell=("DE",))))
    assert page.tell.text() == "DE"
    type_into(qtbot, page.tell, " DE, +1* ,")
    assert page.applied(config).recording.tell == ("DE", "+1*")
    page.deleteLater()
