"""Accounts in the settings: adding, removing, testing and filling in, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from traydial.core.account import Account
from traydial.core.adapter import AccountInfo
from traydial.core.config import Config
from traydial.core.errors import ConfigError, SecretStoreError, Unreachable
from traydial.ui.settings.accounts_page import AccountsPage
from ui import reading

COMMON = {"label": "Name", "id": "Short name", "ca_file": "Certificate file"}


def field(form, key):
    return reading.field(form, COMMON.get(key) or form.spec.field(key).label)


def said(form, key):
    return reading.below(field(form, key))


def button(window, text):
    return next(b for b in window.findChildren(QPushButton) if b.text().replace("&", "") == text)


def question(page):
    (box,) = [box for box in page.findChildren(QMessageBox) if box.isVisible()]
    return box


def names(page):
    return [page.list.item(row).text().partition("\n")[0] for row in range(page.list.count())]


def test_the_first_account_is_chosen_and_its_form_is_shown(page, form):
    assert page.list.currentRow() == 0
    assert page.stack.currentWidget().widget() is form
    assert page.remove.isEnabled()
    page.list.setCurrentRow(2)
    assert page.stack.currentWidget().widget() is page.forms[2]


def test_the_form_scrolls_down_and_never_sideways(page):
    page.resize(500, 300)
    area = page.stack.currentWidget()
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.widget().width() <= area.viewport().width()
    assert page.stack.width() > 2 * page.list.width()


def test_an_account_of_an_adapter_that_is_gone_is_left_alone(commands, specs, qtbot):
    accounts = (Account(id="gone", pbx="gone"), Account(id="cape", pbx="teleforge", label="Cape"))
    page = AccountsPage(commands, Config(accounts=accounts), specs, "IT")
    qtbot.addWidget(page)
    assert names(page) == ["Cape (Teleforge)"]


def test_a_new_account_is_chosen_and_may_be_dropped_without_a_question(empty_page, add):
    form = add("tvox")
    assert not empty_page.list.currentItem().isHidden()
    assert empty_page.stack.currentWidget().widget() is form
    assert empty_page.remove.isEnabled()
    assert empty_page.is_changed()
    empty_page.remove.click()
    assert not empty_page.findChildren(QMessageBox)
    assert names(empty_page) == []
    assert not empty_page.remove.isEnabled()
    assert not empty_page.is_changed()
    assert empty_page.stack.currentIndex() == 0
    assert empty_page.stack.count() == 1


def test_short_names_are_counted_up_past_those_that_are_taken(add):
    assert [add("tvox").draft().account.id for _ in range(3)] == ["tvox", "tvox2", "tvox3"]
    assert add("noojee").draft().account.id == "noojee"


def test_removing_asks_first_and_enter_keeps(page, form, commands):
    page.remove.click()
    box = question(page)
    assert box.text() == "Remove the account Office and its passwords?"
    assert box.windowTitle() == "Remove account"
    assert box.icon() is QMessageBox.Icon.Question
    assert box.textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(page.forms) == 4
    assert commands.calls == []


def test_a_removed_account_leaves_the_list_and_the_others_stay(page, commands, qtbot):
    page.list.setCurrentRow(1)
    page.remove.click()
    box = question(page)
    button(box, "Remove").click()
    assert commands.calls == [("remove_account", "cape")]
    assert names(page) == ["Office (TVox) – default", "hanoi (TEL4VN)", "Perth (Noojee Contact)"]
    assert page.stack.count() == 4
    assert page.stack.currentWidget().widget() is page.forms[page.list.currentRow()]
    qtbot.waitUntil(lambda: not shiboken6.isValid(box))
    while page.forms:
        page.remove.click()
        button(question(page), "Remove").click()
        qtbot.waitUntil(lambda: not [box for box in page.findChildren(QMessageBox) if box.isVisible()])
    assert not page.remove.isEnabled()


def test_an_account_that_cannot_be_removed_stays_and_says_why(page, commands):
    commands.save_error = SecretStoreError("secret_store_locked")
    page.remove.click()
    button(question(page), "Remove").click()
    assert len(page.forms) == 4
    assert "keyring is locked" in page.notice.text()
    commands.save_error = None
    page.list.setCurrentRow(1)
    page.remove.click()
    next(button(box, "Remove") for box in page.findChildren(QMessageBox) if box.isVisible()).click()
    assert not page.notice.isVisible()


def test_without_a_choice_nothing_is_removed(page):
    page.list.setCurrentRow(-1)
    page.remove.click()
    assert not page.findChildren(QMessageBox)


def test_a_secret_that_is_stored_is_not_asked_for_again(form, add):
    assert field(form, "password").placeholderText() == "stored in the keyring"
    assert field(add("tvox"), "password").placeholderText() == ""


def test_once_saved_a_new_account_is_one_like_the_others(empty_page, add, qtbot):
    form = add("tvox")
    for key, text in {"server": "https://tvox.test", "username": "anna", "password": "geheim"}.items():
        qtbot.keyClicks(field(form, key), text)
    saved = []
    empty_page.save(saved.append)
    assert saved == [None]
    assert not field(form, "id").isEnabled()
    assert field(form, "password").text() == ""
    assert not empty_page.is_changed()
    assert names(empty_page) == ["TVox"]


def test_every_change_is_told(form, qtbot):
    for key in ("label", "server", "password"):
        with qtbot.waitSignal(form.changed):
            qtbot.keyClicks(field(form, key), "x")
    with qtbot.waitSignal(form.changed):
        field(form, "record_api").setCurrentIndex(1)
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(form.numbers.prefix, "9")


def test_a_switch_of_a_pbx_is_kept(add, qtbot):
    form = add("noojee")
    (key,) = [f.key for f in form.spec.fields if f.key == "monitored"]
    before = field(form, key).isChecked()
    with qtbot.waitSignal(form.changed):
        field(form, key).click()
    assert form.draft().account.settings[key] is not before


def test_an_empty_field_means_its_default(form, qtbot):
    assert form.draft().account.settings == {"server": "https://tvox.test", "username": "anna"}
    field(form, "record_api").setCurrentIndex(2)
    assert form.draft().account.settings["record_api"] == "seed"
    field(form, "record_api").setCurrentIndex(0)
    assert "record_api" not in form.draft().account.settings


def test_blanks_around_a_text_do_not_count_but_in_a_secret_they_do(form, qtbot):
    for key, text in {"label": " Desk ", "username": " bruno ", "password": " geheim "}.items():
        field(form, key).clear()
        qtbot.keyClicks(field(form, key), text)
    draft = form.draft()
    assert (draft.account.label, draft.account.settings["username"]) == ("Desk", "bruno")
    assert draft.secrets["password"].reveal() == " geheim "
    assert form.title == "Desk"


@pytest.mark.parametrize(
    ("key", "typed", "left"),
    [
        ("server", "tvox.test", "https://tvox.test"),
        ("server", "HTTPS://TVOX.test/", "HTTPS://TVOX.test/"),
        ("username", " anna ", " anna "),
        ("server", "", ""),
    ],
)
def test_leaving_a_field_completes_an_address_and_changes_nothing_else(form, qtbot, key, typed, left):
    field(form, key).clear()
    qtbot.keyClicks(field(form, key), typed)
    QTest.keyClick(field(form, key), Qt.Key.Key_Return)
    assert field(form, key).text() == left
    assert said(form, key) == ""


def test_a_field_below_more_settings_is_opened_when_it_is_wrong(form, commands, qtbot):
    with qtbot.waitSignal(form.pointed_at):
        form.show_error(ConfigError("setting_invalid", field="service_code", reason="no"))
    assert field(form, "service_code").isVisible()
    assert "no" in said(form, "service_code")
    form.show_error(ConfigError("setting_invalid", field="job_label", reason="no"))
    assert field(form, "job_label").isVisible(), "what is open stays open"
    form.show_error(ConfigError("setting_invalid", field="username", reason="never"))
    assert field(form, "job_label").isVisible()
    assert form.focusWidget() is field(form, "username")


def test_a_field_that_is_in_sight_opens_nothing(form):
    form.show_error(ConfigError("setting_invalid", field="username", reason="no"))
    assert not field(form, "service_code").isVisible()
    assert said(form, "username")


@pytest.mark.parametrize("field_", [None, "elsewhere"])
def test_what_belongs_to_no_field_is_told_below_the_form(form, field_):
    form.show_error(Unreachable("host_unknown", host="tvox.test", field=field_))
    assert form.notice.text()


def test_a_wrong_prefix_is_told_beside_it_until_it_is_changed(form, qtbot):
    form.show_error(ConfigError("setting_invalid", field="outside_prefix", reason="no"))
    assert form.numbers.prefix_notice.text()
    qtbot.keyClicks(form.numbers.prefix, "9")
    assert form.numbers.prefix_notice.text() == ""


def test_while_it_is_tested_it_says_so_and_cannot_be_tested_again(form, commands):
    waiting = []
    commands.check_account = lambda draft, done: waiting.append(done)
    form.test_button.click()
    assert form.notice.text() == "Testing the connection…"
    assert not form.test_button.isEnabled()
    waiting[0](AccountInfo(summary="version 22"))
    assert form.notice.text() == "The account works. version 22"
    assert form.test_button.isEnabled()


def test_saving_anyway_leaves_why_it_failed_above(form, commands, page, qtbot):
    qtbot.keyClicks(field(form, "username"), "x")
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    page.save(lambda _: None)
    why, again = form.notice.text().rsplit("\n", 1)
    assert "tvox.test" in why
    assert again == "Not saved. Press Save again to save anyway."
    qtbot.keyClicks(field(form, "username"), "y")
    assert form.notice.text() == ""


def test_an_account_that_could_not_be_kept_says_why(form, commands, page, qtbot):
    qtbot.keyClicks(field(form, "username"), "x")
    commands.save_error = ConfigError("setting_invalid", field="username", reason="taken")
    saved = []
    page.save(saved.append)
    assert saved == [commands.save_error]
    assert "taken" in said(form, "username")
    assert page.is_changed()


def test_a_certificate_is_looked_for_among_files_that_are_there(form, qtbot):
    button(form, "Browse…").click()
    (chooser,) = form.findChildren(QFileDialog)
    assert chooser.windowTitle() == "Choose a certificate"
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFile
    assert chooser.nameFilters() == ["Certificates (*.pem *.crt *.cer)", "All files (*)"]
    assert Path(chooser.directory().absolutePath()) == Path.home()
    chooser.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(chooser))
    assert not form.is_changed()


def test_buttons_of_the_form_are_not_pressed_by_enter(page, form):
    for one in (*form.findChildren(QPushButton), page.add, page.remove):
        assert not one.autoDefault(), one.text()


def test_each_account_names_its_pbx_unless_it_is_called_so(commands, specs, qtbot):
    accounts = (Account(id="a", pbx="tvox", label="TVox"), Account(id="b", pbx="tvox", label="Desk"))
    page = AccountsPage(commands, Config(accounts=accounts, default_account="b"), specs, "IT")
    qtbot.addWidget(page)
    assert names(page) == ["TVox", "Desk (TVox) – default"]


def test_a_problem_is_told_under_the_pointer_too(page):
    page.show_state("office", Unreachable("host_unknown", host="tvox.test"))
    assert "tvox.test" in page.list.item(0).toolTip()
    page.show_state("office", None)
    assert page.list.item(0).toolTip() == ""
    page.list.setCurrentRow(-1)
    assert not page.problem.isVisible()
