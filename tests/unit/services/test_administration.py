"""What windows ask of the services, each answered on the thread of whoever asks."""

from __future__ import annotations

import os
import queue
import sys
import threading
from dataclasses import replace

import pytest

from traydial.core.account import Account
from traydial.core.adapter import AccountInfo, Secret
from traydial.core.config import RecordingSettings
from traydial.core.consent import Source
from traydial.core.errors import HistoryError, SelectionError
from traydial.core.events import Declined, HistoryChanged
from traydial.core.ports import TextSource
from traydial.main import assemble
from traydial.services.accounts import AccountDraft
from traydial.services.engine import Engine

WAIT_S = 20.0


@pytest.fixture
def program(registry, keyring, config, tmp_path, monkeypatch):
    """The real parts of this system, with the PBX and the keyring of these tests."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG_HOME", "DATA_HOME", "CONFIG_DIRS", "DATA_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))
    monkeypatch.setattr("traydial.services.registry.Registry", lambda: registry)
    program = assemble(os.environ, keyring)
    program.store.update(lambda _: config)
    yield replace(program, desktop=replace(program.desktop, region="VN"))
    program.close()


@pytest.fixture
def events():
    return queue.SimpleQueue()


@pytest.fixture
def in_effect():
    """What was put into effect."""
    return queue.SimpleQueue()


@pytest.fixture
def engine(program, events, in_effect):
    engine = Engine(lambda: program, emit=events.put, show=lambda: None, configured=in_effect.put)
    engine.open()
    engine.load()
    in_effect.get(timeout=WAIT_S)
    yield engine
    engine.close()


def told(events, kind):
    """Return the next event of that kind; accounts are connected beside."""
    while not isinstance(event := events.get(timeout=WAIT_S), kind):
        pass
    return event


def answer(ask, *arguments):
    done = queue.SimpleQueue()
    ask(*arguments, done.put)
    return done.get(timeout=WAIT_S)


@pytest.mark.parametrize(
    ("account", "configured", "e164"),
    [("DE", "IT", "+49301234567"), ("", "IT", "+390301234567"), ("", "", "+84301234567")],
)
def test_a_number_is_explained_in_the_country_of_the_account_else_of_the_settings_else_of_the_desktop(
    engine, program, office, account, configured, e164
):
    program.store.update(lambda config: replace(config, region=configured))
    engine.load()
    plan = answer(engine.explain, "030 1234567", replace(office, region=account))
    assert plan.candidate.e164 == e164


@pytest.mark.parametrize(
    ("text", "code"),
    [("no number", "number_missing"), ("+39 0444 123456 or +39 0444 123457", "number_several")],
)
def test_what_is_no_single_number_is_explained_as_such(engine, office, text, code):
    error = answer(engine.explain, text, office)
    assert error.code == code
    if code == "number_several":
        assert error.values["numbers"] == "+39 0444 123456, +39 0444 123457"


def test_a_defect_is_an_answer_too(engine, office, program, monkeypatch, caplog):
    monkeypatch.setattr(type(program.registry), "spec", lambda *_: 1 / 0)
    error = answer(engine.explain, "600", office)
    assert error.code == "internal_error"
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(("configured", "e164"), [("DE", "+49301234567"), ("", "+84301234567")])
def test_a_table_is_planned_and_saved(engine, program, office, tmp_path, configured, e164):
    program.store.update(lambda config: replace(config, region=configured))
    engine.load()
    (tmp_path / "numbers.csv").write_text("030 1234567\n")
    (row,) = answer(engine.plan_table, tmp_path / "numbers.csv", replace(office, region=""))
    assert row.plan.candidate.e164 == e164
    assert answer(engine.save_table, (row,), tmp_path / "results.csv") is None
    assert "030 1234567" in (tmp_path / "results.csv").read_text("utf-8-sig")
    assert answer(engine.plan_table, tmp_path / "absent.csv", office).code == "table_unreadable"
    assert answer(engine.save_table, (row,), tmp_path).code == "table_not_written"


def test_every_pbx_is_there_to_be_chosen(engine, program):
    assert answer(engine.all_specs) == program.registry.specs()


def test_an_account_is_tried_as_it_is_typed(engine, office, pbx):
    info = answer(engine.check_account, AccountDraft(account=office, secrets={"password": Secret("typed")}))
    assert isinstance(info, AccountInfo)
    assert pbx.opened[-1].secret("password") == Secret("typed")


def test_a_new_account_is_added_and_a_known_one_changed(engine, program, office, in_effect):
    draft = AccountDraft(account=replace(office, id="cape"), secrets={"password": Secret("hush")})
    assert answer(engine.save_account, draft) is None
    assert [account.id for account in in_effect.get(timeout=WAIT_S).config.accounts] == ["office", "cape"]
    assert answer(engine.save_account, AccountDraft(account=replace(office, id="cape", label="Desk"))) is None
    assert [account.title for account in in_effect.get(timeout=WAIT_S).config.accounts] == ["office", "Desk"]


def test_an_account_that_cannot_be_kept_changes_nothing(engine, program, office, in_effect):
    error = answer(engine.save_account, AccountDraft(account=replace(office, id="Not an id")))
    assert error.code == "account_id_invalid"
    assert in_effect.empty()


def test_the_account_that_dials_is_chosen(engine, program, office, in_effect, events):
    program.store.update(lambda config: config.with_account(replace(office, id="cape")))
    engine.use_account("cape")
    assert in_effect.get(timeout=WAIT_S).config.default_id == "cape"
    engine.use_account("moon")
    assert told(events, Declined).error.code == "account_unknown"


def test_the_settings_are_kept_beside_the_accounts(engine, program, in_effect):
    before = program.store.load()
    assert answer(engine.save_config, replace(before, accounts=(), default_account="moon", language="it")) is None
    assert program.store.load() == replace(before, language="it")
    assert in_effect.get(timeout=WAIT_S).config.language == "it"


def test_starting_at_login_is_left_alone_where_it_is_as_it_should_be(engine, program, monkeypatch):
    asked = []
    monkeypatch.setattr(type(program.desktop.autostart), "set_enabled", lambda _, on: asked.append(on))
    config = program.store.load()
    assert answer(engine.save_config, replace(config, language="it")) is None
    assert asked == []
    assert answer(engine.save_config, replace(config, start_at_login=True)) is None
    assert asked == [True]


def test_a_list_of_countries_that_cannot_be_read_is_not_saved(engine, program, in_effect):
    wrong = replace(program.store.load(), recording=RecordingSettings(tell=("what is this",)))
    error = answer(engine.save_config, wrong)
    assert (error.code, error.field) == ("setting_invalid", "recording.tell[0]")
    assert in_effect.empty()


@pytest.mark.skipif(sys.platform != "linux", reason="in a home of its own")
def test_links_are_taken_and_given_back(engine):
    def ours():
        return {status.ours for status in answer(engine.link_schemes)}

    assert ours() == {False}
    assert answer(engine.register_links, True) is None
    assert ours() == {True}
    assert answer(engine.register_links, False) is None
    assert ours() == {False}


def test_who_changes_past_calls_is_answered_and_everybody_is_told(engine, events):
    assert answer(engine.change_history, lambda browser: browser.delete_all()) is None
    assert told(events, HistoryChanged)

    def fails(_browser):
        raise HistoryError("history_unavailable", reason="full")

    assert answer(engine.change_history, fails).code == "history_unavailable"
    assert told(events, HistoryChanged)
    assert answer(engine.ask_history, lambda browser: len(browser.page())) == 0


def test_the_checks_come_with_a_report(engine):
    done = queue.SimpleQueue()
    engine.diagnose(lambda checks, report: done.put((checks, report)))
    checks, report = done.get(timeout=WAIT_S)
    assert "config" in {check.id for check in checks}
    assert "Account 1: bench, region IT, settings: server" in report.splitlines()


def test_answers_are_given_where_the_window_lives(program):
    waiting = queue.SimpleQueue()
    engine = Engine(lambda: program, emit=print, show=lambda: None, configured=lambda _: None, deliver=waiting.put)
    engine.open()
    given = []
    engine.recent(1, given.append)
    deliver = waiting.get(timeout=WAIT_S)
    assert given == []
    deliver()
    assert given == [()]
    engine.close()


class Reader:
    """What another program has selected or copied."""

    def __init__(self, text):
        self.text = text
        self.places = []

    def read(self, place):
        self.places.append(place)
        if not self.text:
            raise SelectionError("clipboard_empty")
        return self.text


@pytest.mark.parametrize(("text", "code"), [("", "clipboard_empty"), ("no number", "number_missing")])
def test_a_clipboard_without_a_number_is_told(program, events, text, code):
    reader = Reader(text)
    reading = replace(program, desktop=replace(program.desktop, text_reader=reader))
    engine = Engine(lambda: reading, emit=events.put, show=lambda: None, configured=lambda _: None)
    engine.open()
    engine.dial_clipboard()
    declined = told(events, Declined)
    assert (declined.error.code, reader.places) == (code, [TextSource.CLIPBOARD])
    engine.close()


def test_a_program_that_cannot_be_made_is_reported_and_nothing_waits_for_it(caplog):
    def broken():
        raise ZeroDivisionError

    engine = Engine(broken, emit=print, show=lambda: None, configured=lambda _: None)
    engine.open()
    engine.dial("600", Source.DIAL_WINDOW)
    engine.warm()
    engine.close()
    assert not {"start", "dialer"} & {thread.name for thread in threading.enumerate()}
    assert "ZeroDivisionError" in caplog.text


def test_an_account_is_made_of_an_unknown_pbx_nowhere(engine):
    error = answer(engine.check_account, AccountDraft(account=Account(id="x", pbx="nothing")))
    assert error.code == "pbx_unknown"
