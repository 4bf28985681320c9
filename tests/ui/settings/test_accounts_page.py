"""The accounts of the settings: nothing typed is lost, errors stand beside their field, and secrets are not shown."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton

from traydial.core.adapter import AccountInfo, Kind, Secret
from traydial.core.config import Config
from traydial.core.errors import ConfigError, CredentialsRejected, SecretStoreError, Unreachable
from traydial.ui.settings.accounts_page import AccountsPage
from ui.reading import below, field


@pytest.fixture
def config(views):
    return Config(accounts=tuple(view.account for view in views), region="IT")


def button(window, text):
    return next(b for b in window.findChildren(QPushButton) if b.text().replace("&", "") == text)


def type_into(qtbot, editor, text):
    editor.clear()
    qtbot.keyClicks(editor, text)


def test_every_field_of_every_pbx_has_an_editor_of_its_kind(commands, specs, qtbot):
    kinds = {Kind.BOOL: QCheckBox, Kind.CHOICE: QComboBox}
    page = AccountsPage(commands, Config(), specs, "IT")
    for spec in specs:
        form = page.add_account(spec)
        for f in spec.fields:
            editor = field(form, f.label)
            assert isinstance(editor, kinds.get(f.kind, QLineEdit))
            hidden = isinstance(editor, QLineEdit) and editor.echoMode() is QLineEdit.EchoMode.Password
            assert hidden is (f.kind is Kind.SECRET)
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

    assert page.list.currentItem().text() == f"{spec.name}\nNot saved yet"
    assert page.stack.currentWidget().widget() is page.forms[0]
    assert page.forms[0].spec is spec


def test_an_untouched_form_changes_nothing(page, form, config):
    assert [form.draft().account for form in page.forms] == list(config.accounts)
    assert not page.is_changed()
    saved = []
    page.save(saved.append)
    assert saved == [None]


def test_a_changed_account_is_tested_and_then_saved(page, form, commands, qtbot):
    type_into(qtbot, field(form, "User name"), "bruno")
    type_into(qtbot, field(form, "Password"), "geheim ")
    saved = []
    page.save(saved.append)
    assert [name for name, *_ in commands.calls] == ["check_account", "save_account"]
    draft = commands.calls[-1][1]
    assert draft.account.settings["username"] == "bruno"
    assert draft.secrets == {"password": Secret("geheim ")}
    assert saved == [None]
    assert field(form, "Password").text() == ""
    assert field(form, "Password").placeholderText() == "stored in the keyring"
    assert not page.is_changed()


def test_an_error_stands_beside_its_field_and_nothing_is_lost(page, form, commands, qtbot):
    type_into(qtbot, field(form, "User name"), "bruno")
    commands.check_answer = ConfigError(
        "setting_invalid", field="server", reason="the address names no server, or no valid port"
    )
    saved = []
    page.save(saved.append)
    assert saved == [commands.check_answer]
    assert "names no server" in below(field(form, "Server"))
    assert not below(field(form, "User name"))
    assert field(form, "User name").text() == "bruno"
    page.save(saved.append)  # a wrong field cannot be overruled
    assert [name for name, *_ in commands.calls] == ["check_account", "check_account"]


def test_a_pbx_out_of_reach_may_be_saved_on_the_second_press(page, form, commands, qtbot):
    type_into(qtbot, field(form, "User name"), "bruno")
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    saved = []
    page.save(saved.append)
    assert saved == [commands.check_answer]
    assert "Press Save again" in form.notice.text()
    page.save(saved.append)
    assert saved == [commands.check_answer, None]
    assert [name for name, *_ in commands.calls] == ["check_account", "save_account"]


def test_an_edit_between_two_saves_is_tested_again(page, form, commands, qtbot):
    type_into(qtbot, field(form, "User name"), "bruno")
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    saved = []
    page.save(saved.append)
    qtbot.keyClicks(field(form, "User name"), "2")
    page.save(saved.append)
    assert [name for name, *_ in commands.calls] == ["check_account", "check_account"]
    assert saved == [commands.check_answer] * 2


def test_a_failed_test_does_not_ask_to_save(form, commands):
    commands.check_answer = Unreachable("host_unknown", host="tvox.test")
    form.test_button.click()
    assert form.notice.text()
    assert "Save" not in form.notice.text()
    assert "dialled" not in form.notice.text(), "nothing was to be dialled"


def test_an_address_without_https_is_completed(form, qtbot):
    server = field(form, "Server")
    type_into(qtbot, server, "pbx.test:8101")
    qtbot.keyClick(server, Qt.Key.Key_Return)
    assert server.text() == "https://pbx.test:8101"
    assert not below(field(form, "Server"))


def test_what_must_be_filled_in_is_marked(form):
    marked = {label.buddy() for label in form.findChildren(QLabel) if label.text().endswith(" *")}
    required = {field(form, f.label) for f in form.spec.fields if f.required and f.kind is not Kind.BOOL}
    assert marked == required
    assert all(editor.accessibleName().endswith(", required") for editor in required)


def test_the_short_name_of_a_kept_account_looks_fixed_and_is(form, page, specs, qtbot):
    assert not field(form, "Short name").isEnabled()
    fresh = page.add_account(specs[0])
    qtbot.keyClicks(field(fresh, "Short name"), "x")
    assert fresh.draft().account.id.endswith("x")


def test_a_certificate_is_chosen_by_browsing(form, qtbot, tmp_path):
    certificate = tmp_path / "ca.pem"
    certificate.write_text("")
    qtbot.mouseClick(button(form, "Browse…"), Qt.MouseButton.LeftButton)
    (chooser,) = form.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(certificate))
    chooser.close()
    assert form.draft().account.ca_file == str(certificate)


def test_the_list_names_the_default_account(page):
    names = [page.list.item(row).text().partition("\n")[0] for row in range(page.list.count())]
    assert [name for name in names if name.endswith(" – default")] == ["Office (TVox) – default"]


def test_a_locked_keyring_keeps_what_was_typed(page, form, commands, qtbot):
    type_into(qtbot, field(form, "Password"), "geheim")
    commands.save_error = SecretStoreError("secret_store_locked")
    saved = []
    page.save(saved.append)
    assert saved == [commands.save_error]
    assert "keyring is locked" in form.notice.text()
    assert field(form, "Password").text() == "geheim"


def test_a_wrong_value_is_named_as_soon_as_it_is_left(page, form, qtbot):
    type_into(qtbot, field(form, "Server"), "ftp://tvox")
    field(form, "Server").editingFinished.emit()
    assert below(field(form, "Server"))
    qtbot.keyClicks(field(form, "Server"), "x")
    assert not below(field(form, "Server"))


def test_a_password_in_clear_is_warned_about(page, form, qtbot):
    assert not form.warning.text()
    type_into(qtbot, field(form, "Server"), "http://tvox.test")
    assert "unencrypted" in form.warning.text()


def test_testing_says_what_the_pbx_answered_and_saves_nothing(form, commands):
    form.test_button.click()
    assert "version 22" in form.notice.text()
    commands.check_answer = AccountInfo(verified=False)
    form.test_button.click()
    assert "only a call can show more" in form.notice.text()
    assert {name for name, *_ in commands.calls} == {"check_account"}


def test_a_late_answer_finds_a_closed_window_and_does_nothing(page, form, commands):
    waiting = []
    commands.check_account = lambda draft, done: waiting.append(done)
    form.test_button.click()
    shiboken6.delete(page)
    waiting[0](AccountInfo())


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


def states(page):
    return [page.list.item(row).text().partition("\n")[2] for row in range(page.list.count())]


def test_the_list_says_in_words_whether_each_account_can_dial(page):
    assert set(states(page)) == {"Connecting…"}
    page.show_state("office", CredentialsRejected("credentials_rejected"))
    page.show_state("cape", None)
    page.show_state("perth", Unreachable("host_unknown", host="pbx.test"))
    assert states(page) == ["Sign-in refused", "Ready", "Connecting…", "Server name not found"]
    office, cape = page.list.item(0), page.list.item(1)
    assert office.data(Qt.ItemDataRole.AccessibleTextRole) == "Office (TVox) – default, Sign-in refused"
    assert not office.icon().isNull()
    assert cape.icon().isNull()


def test_the_problem_of_the_chosen_account_is_told_with_what_to_do(page):
    page.show_state("office", CredentialsRejected("credentials_rejected"))
    assert page.problem.text().endswith("then test the connection.")
    page.list.setCurrentRow(1)
    assert not page.problem.isVisible()
    page.list.setCurrentRow(0)
    assert page.problem.isVisible()
    page.show_state("office", None)
    assert not page.problem.isVisible()
