"""The services on their threads: what is saved takes effect, and what is asked is answered."""

from __future__ import annotations

import logging
import os
import queue
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from traydial.core.adapter import AccountInfo, Secret
from traydial.core.call import Call, CallState, RecordingState
from traydial.core.config import ConsentSettings, HistorySettings
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.events import CallChanged
from traydial.core.number.value import Candidate, NumberKind
from traydial.main import assemble
from traydial.services import engine as module
from traydial.services.accounts import AccountDraft
from traydial.services.calling.adapter_memory import AdapterMemory
from traydial.services.calling.pbx_request import Finished
from traydial.services.engine import Engine
from traydial.system.paths import Paths

WAIT_S = 20.0


@pytest.fixture
def program(registry, keyring, config, tmp_path, monkeypatch):
    """The real parts of this system, with the PBX and the keyring of these tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("traydial.services.registry.Registry", lambda: registry)
    program = assemble(os.environ, keyring)
    program.store.update(lambda _: config)
    yield program
    program.close()


@pytest.fixture
def events():
    return queue.SimpleQueue()


@pytest.fixture
def engine(program, events):
    engine = Engine(lambda: program, emit=events.put, show=lambda: None, configured=lambda _: None)
    engine.open()
    engine.load()
    yield engine
    engine.close()


@pytest.fixture
def ask(engine):
    """Ask as another process does, and return the answer."""

    def ask(**request):
        answers = queue.SimpleQueue()
        engine.handle(request, answers.put)
        return answers.get(timeout=WAIT_S)

    return ask


def saved(save, *arguments):
    done = queue.SimpleQueue()
    save(*arguments, done.put)
    return done.get(timeout=WAIT_S)


def in_call(events, state=CallState.ACCEPTED):
    while not (isinstance(event := events.get(timeout=WAIT_S), CallChanged) and event.call.state is state):
        pass
    return event.call


def test_a_password_that_is_typed_again_is_used_by_the_next_call(engine, program, ask, pbx):
    assert ask(command="dial", text="600")["outcome"] == "accepted"
    account = program.store.load().account("office")
    assert saved(engine.save_account, AccountDraft(account=account, secrets={"password": Secret("new")})) is None
    assert ask(command="dial", text="601")["outcome"] == "accepted"
    assert pbx.opened[-1].secret("password") == Secret("new")


def test_a_typed_password_is_kept_out_of_the_log(engine, program, pbx, caplog):
    account = program.store.load().account("office")
    answers = queue.SimpleQueue()
    engine.check_account(AccountDraft(account=account, secrets={"password": Secret("typed-for-a-test")}), answers.put)
    assert isinstance(answers.get(timeout=WAIT_S), AccountInfo)
    draft = AccountDraft(account=account, secrets={"token": Secret("typed-to-be-saved")})
    assert saved(engine.save_account, draft) is None
    logging.getLogger("traydial.test").warning("the PBX said typed-for-a-test and typed-to-be-saved")
    assert "the PBX said *** and ***" in "\n".join(program.log())


def test_a_removed_account_is_forgotten_with_what_its_pbx_taught(engine, program):
    memory = AdapterMemory(Paths.of(os.environ).facts_file)
    memory.remember("office", "edition", "old")
    assert saved(engine.remove_account, "office") is None
    assert AdapterMemory(Paths.of(os.environ).facts_file).recall("office", "edition") is None
    assert program.store.load().accounts == ()


def test_a_deny_list_that_cannot_be_read_is_not_saved(engine, program):
    before = program.store.load()
    error = saved(engine.save_config, replace(before, consent=ConsentSettings(deny=("+44*", "what is this"))))
    assert (error.code, error.field) == ("setting_invalid", "consent.deny[1]")
    assert program.store.load() == before


def test_starting_at_login_is_switched_when_it_is_saved(engine, program):
    assert not program.desktop.autostart.enabled()
    assert saved(engine.save_config, replace(program.store.load(), start_at_login=True)) is None
    assert program.desktop.autostart.enabled()
    assert saved(engine.save_config, replace(program.store.load(), start_at_login=False)) is None
    assert not program.desktop.autostart.enabled()


def test_old_calls_are_looked_for_every_day_without_a_restart(engine, program, monkeypatch):
    monkeypatch.setattr(module, "DAY_S", 0.05)
    program.store.update(lambda config: replace(config, history=HistorySettings(keep_days=30)))
    engine.load()
    engine.tidy()
    for call_id in ("first", "of a later day"):
        add(program.history, call_id, program.now() - timedelta(days=31))
        while program.history.latest(9):
            pass


def add(history, call_id, at):
    candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
    plan = DialPlan(candidate=candidate, account_id="office", dialled="600")
    history.add(Call(id=call_id, account_id="office", pbx="bench", plan=plan, requested_at=at), Source.LINK)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells which files are open")
def test_a_closed_engine_has_closed_its_history(engine, program):
    answers = queue.SimpleQueue()
    engine.ask_history(lambda archive: archive.page(), answers.put)
    answers.get(timeout=WAIT_S)
    assert open_histories()
    engine.close()
    program.history.close()
    assert not open_histories()


def open_histories():
    return [link for fd in Path("/proc/self/fd").iterdir() if "history.sqlite" in (link := str(fd.resolve()))]


def test_the_default_account_connects_first(engine, program, monkeypatch):
    done = queue.SimpleQueue()
    engine.recent(1, done.put)
    done.get(timeout=WAIT_S)  # what was asked for before has been done
    asked = []

    def warm(account_id, *, done):
        asked.append(account_id)
        done(Finished(account_id=account_id))

    monkeypatch.setattr(program.runner, "warm", warm)
    config = program.store.load()
    for account_id in ("second", "third"):
        config = config.with_account(replace(config.accounts[0], id=account_id))
    program.store.update(lambda _: replace(config, default_account="third"))
    engine.load()
    for _account in config.accounts:
        engine.recent(1, done.put)
        done.get(timeout=WAIT_S)
    assert asked == ["third", "office", "second"]


def test_a_call_does_not_wait_until_a_slow_keyring_has_answered_for_all_accounts(
    engine, program, keyring, ask, monkeypatch
):
    wanted, asked, answers = queue.SimpleQueue(), [], threading.Semaphore(0)
    one_at_a_time, get = threading.Lock(), keyring.get

    def slowly(account_id, field):
        wanted.put(account_id)
        with one_at_a_time:
            asked.append(account_id)
            assert answers.acquire(timeout=WAIT_S)
        return get(account_id, field)

    monkeypatch.setattr(keyring, "get", slowly)
    config = program.store.load()
    for number in range(8):
        keyring.secrets[f"other{number}", "password"] = "hush"
        config = config.with_account(replace(config.accounts[0], id=f"other{number}", label=str(number)))
    slow = tuple(replace(account, label=f"{account.label} slow") for account in config.accounts)
    program.store.update(lambda _: replace(config, accounts=slow))
    engine.load()
    assert wanted.get(timeout=WAIT_S) == "office"
    called = queue.SimpleQueue()
    engine.handle({"command": "dial", "text": "600", "account": "other7"}, called.put)
    assert wanted.get(timeout=WAIT_S) == "other7"
    answers.release(100)
    assert called.get(timeout=WAIT_S)["outcome"] == "accepted"
    assert set(asked[: asked.index("other7")]) <= {"office", "other0"}


# What other processes ask


def test_a_reload_is_answered_once_what_was_changed_is_in_effect(program):
    free, answers = threading.Event(), queue.SimpleQueue()
    engine = Engine(lambda: program, emit=lambda _: None, show=lambda: None, configured=lambda _: free.wait(WAIT_S))
    engine.open()
    engine.handle({"command": "reload"}, lambda _: answers.put("reload"))
    engine.handle({"command": "status"}, lambda _: answers.put("status"))
    assert answers.get(timeout=WAIT_S) == "status"
    assert answers.empty()
    free.set()
    assert answers.get(timeout=WAIT_S) == "reload"
    engine.close()


@pytest.mark.parametrize("yes", ["no", "yes", "true", 1, [True]])
def test_only_a_true_yes_is_a_yes(ask, pbx, yes):
    assert ask(command="dial", text="*21", yes=yes)["error"]["field"] == "yes"
    assert pbx.orders == []


@pytest.mark.parametrize("record", ["no", 0, 1, []])
def test_only_true_and_false_decide_about_recording(ask, pbx, record):
    assert ask(command="dial", text="600", record=record)["error"]["field"] == "record"
    assert pbx.orders == []


def test_two_scripts_that_wait_for_one_call_are_both_answered(engine, ask, events, pbx, slow):
    engine.dial("600", Source.DIAL_WINDOW)
    slow.answer.set()
    in_call(events)
    pbx.answers["start_recording"] = starting = type(slow)()
    answers = queue.SimpleQueue()
    for _ in range(2):
        engine.handle({"command": "record", "action": "start"}, answers.put)
    assert starting.reached.wait(WAIT_S)
    starting.answer.set()
    for _ in range(2):
        answer = answers.get(timeout=WAIT_S)
        assert (answer["error"], answer["call"]["recording"]) == (None, RecordingState.ON)
