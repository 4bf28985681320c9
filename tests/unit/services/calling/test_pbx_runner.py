import threading
from dataclasses import replace

import pytest

from traydial.core.adapter import AccountInfo, DialOrder, Secret
from traydial.core.call import CallRef
from traydial.core.config import Config
from traydial.core.errors import (
    Cancelled,
    ConfigError,
    CredentialsRejected,
    InternalError,
    OutcomeUnknown,
    RefusedByPbx,
    SecretStoreError,
    Unreachable,
)
from traydial.services.calling.cancel_source import CancelSource

WAIT_S = 10.0
LONG_S = 60.0
SHORT_S = 0.05


class Gate:
    """An answer that keeps its worker busy until the test opens the gate."""

    def __init__(self):
        self.reached = threading.Event()
        self.open = threading.Event()

    def __call__(self):
        self.reached.set()
        self.open.wait(WAIT_S)
        return CallRef(call_id="late")


@pytest.fixture
def gate():
    gate = Gate()
    yield gate
    gate.open.set()


def dial(adapter):
    return adapter.dial(DialOrder(number="600"))


def hang_up(adapter):
    return adapter.hang_up(CallRef(call_id="17"))


def test_a_job_runs_on_the_account_s_worker_and_its_value_comes_back(runner, pbx, outcomes):
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    finished = outcomes.next()
    assert (finished.account_id, finished.error) == ("office", None)
    assert finished.value == CallRef(call_id="17")
    assert pbx.threads == ["account office"]


def test_the_adapter_is_built_once_with_defaults_and_secrets(runner, pbx, outcomes):
    for _ in range(3):
        runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
        outcomes.next()
    (settings,) = pbx.opened
    assert settings.values["mode"] == "fast"
    assert settings.secrets == {"password": Secret("hush")}


def test_an_unknown_account_is_refused_at_once(runner, outcomes):
    runner.submit("home", dial, done=outcomes, deadline_s=LONG_S)
    runner.watch("home", CallRef(), updated=outcomes, done=outcomes, cancel=CancelSource())
    for error in (outcomes.next().error, outcomes.next().error):
        assert isinstance(error, ConfigError)
        assert (error.code, error.values["known"]) == ("account_unknown", "office")


def test_an_adapter_s_error_is_the_answer(runner, pbx, outcomes):
    def refuse():
        raise RefusedByPbx(reason="no line")

    pbx.answers["dial"] = refuse
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().error.values == {"reason": "no line"}


def test_a_defect_becomes_an_incident_that_the_log_knows(runner, pbx, outcomes, caplog):
    pbx.answers["dial"] = lambda: 1 / 0
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    error = outcomes.next().error
    assert isinstance(error, InternalError)
    assert error.values["incident"] in caplog.text


def test_a_call_that_gets_no_answer_in_time_is_unknown_and_its_late_answer_is_dropped(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=SHORT_S, places_call=True)
    assert isinstance(outcomes.next().error, OutcomeUnknown)
    gate.open.set()
    assert pbx.closed.wait(WAIT_S)  # the worker that was stuck has gone on
    assert outcomes.none_left


def test_a_command_that_gets_no_answer_in_time_timed_out(runner, pbx, outcomes, gate):
    pbx.answers["hang_up"] = gate
    runner.submit("office", hang_up, done=outcomes, deadline_s=SHORT_S, urgent=True)
    error = outcomes.next().error
    assert isinstance(error, Unreachable)
    assert error.code == "timed_out"


def test_what_waits_behind_a_stuck_job_runs_once_on_a_new_worker(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=0.2, places_call=True)
    assert gate.reached.wait(WAIT_S)
    for _ in range(3):
        runner.submit("office", lambda adapter: adapter.check(), done=outcomes, deadline_s=LONG_S)
    assert isinstance(outcomes.next().error, OutcomeUnknown)
    assert [outcomes.next().value for _ in range(3)] == [AccountInfo()] * 3
    gate.open.set()
    assert pbx.closed.wait(WAIT_S)
    assert pbx.commands == ["dial", "check", "check", "check"]
    assert outcomes.none_left


def test_a_worker_that_comes_free_late_does_nothing_twice(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=0.2, places_call=True)
    assert gate.reached.wait(WAIT_S)
    under_way, free = threading.Event(), threading.Event()
    runs = []

    def second(adapter):
        runs.append(threading.current_thread())
        under_way.set()
        free.wait(WAIT_S)

    runner.submit("office", second, done=outcomes, deadline_s=LONG_S)
    assert isinstance(outcomes.next().error, OutcomeUnknown)
    assert under_way.wait(WAIT_S)  # on the new worker
    free_of_jobs = pbx.closed
    gate.open.set()
    assert free_of_jobs.wait(WAIT_S)  # the old worker has been through its queue
    free.set()
    outcomes.next()
    assert len(runs) == 1


def test_a_deadline_interrupts_what_is_in_flight(runner, pbx, outcomes):
    token = CancelSource()
    freed = threading.Event()

    def wait_for_the_interrupt():
        with token.interrupting(freed.set):
            freed.wait(WAIT_S)
        token.check(sent=True)

    pbx.answers["dial"] = wait_for_the_interrupt
    runner.submit("office", dial, done=outcomes, deadline_s=SHORT_S, cancel=token, places_call=True)
    assert isinstance(outcomes.next().error, OutcomeUnknown)
    assert freed.wait(WAIT_S)


def test_urgent_jobs_do_not_queue_behind_a_blocking_dial(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert gate.reached.wait(WAIT_S)
    runner.submit("office", hang_up, done=outcomes, deadline_s=LONG_S, urgent=True)
    outcomes.next()  # the dial's cannot come before the gate is open
    assert pbx.threads == ["account office", "account office, urgent"]


def test_a_request_cancelled_before_it_began_never_begins(runner, pbx, outcomes, gate):
    pbx.answers["check"] = gate
    runner.submit("office", lambda adapter: adapter.check(), done=outcomes, deadline_s=LONG_S)
    assert gate.reached.wait(WAIT_S)
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S, places_call=True).cancel()
    assert outcomes.next().error.values == {"sent": False}
    gate.open.set()
    outcomes.next()
    runner.close()
    assert pbx.orders == []


def test_a_request_cancelled_while_its_secrets_are_read_never_begins(runner, pbx, keyring, outcomes):
    keyring.waits_for = threading.Event()
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S, places_call=True).cancel()
    assert isinstance(outcomes.next().error, Cancelled)
    keyring.waits_for.set()
    runner.close()
    assert pbx.orders == []


def test_cancelling_a_request_in_flight_sets_its_token(runner, pbx, outcomes, gate):
    token = CancelSource()
    pbx.answers["dial"] = gate
    request = runner.submit("office", dial, done=outcomes, deadline_s=LONG_S, cancel=token)
    assert gate.reached.wait(WAIT_S)
    request.cancel()
    assert token.cancelled
    assert outcomes.none_left
    gate.open.set()
    assert outcomes.next().value == CallRef(call_id="late")


def test_a_hung_secret_store_is_not_an_unknown_outcome_and_the_job_never_begins(runner, pbx, keyring, outcomes):
    keyring.waits_for = threading.Event()
    runner.submit("office", dial, done=outcomes, deadline_s=SHORT_S, places_call=True)
    assert outcomes.next().error.code == "timed_out"
    stuck, keyring.waits_for = keyring.waits_for, None
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S, places_call=True)
    assert outcomes.next().error is None
    stuck.set()
    runner.close()
    assert len(pbx.orders) == 1


def test_a_locked_secret_store_is_asked_again_by_the_next_request(runner, keyring, outcomes):
    keyring.lock()
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().error.code == "secret_store_locked"
    keyring.error = None
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().error is None


def test_who_waited_while_the_secrets_could_not_be_read_gets_the_same_answer(runner, keyring, outcomes):
    asked = []
    answers = threading.Event()

    def get(account_id, field):
        asked.append(field)
        answers.wait(WAIT_S)
        raise SecretStoreError("secret_store_timed_out", field=field)

    keyring.get = get
    runner.warm("office", done=outcomes)
    for _ in range(3):
        runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    answers.set()
    assert [outcomes.next().error.code for _ in range(4)] == ["secret_store_timed_out"] * 4
    assert len(asked) == 1
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    outcomes.next()
    assert len(asked) == 2, "who asks later starts anew"


def test_a_missing_secret_is_tied_to_its_field(runner, keyring, outcomes):
    keyring.secrets.clear()
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    error = outcomes.next().error
    assert isinstance(error, SecretStoreError)
    assert (error.code, error.field) == ("secret_missing", "password")


def test_a_pbx_that_repeats_the_password_does_not_show_it(runner, pbx, outcomes):
    def refuse():
        raise RefusedByPbx(reason="no user with password hush")

    pbx.answers["dial"] = refuse
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    error = outcomes.next().error
    assert error.values["reason"] == "no user with password ***"
    assert "hush" not in str(error)


def test_rejected_credentials_are_read_again_for_the_next_request(runner, pbx, keyring, outcomes):
    def reject():
        raise CredentialsRejected(field="password")

    pbx.answers["dial"] = reject
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert isinstance(outcomes.next().error, CredentialsRejected)
    keyring.secrets["office", "password"] = "corrected"
    del pbx.answers["dial"]
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().error is None
    assert [settings.secrets["password"].reveal() for settings in pbx.opened] == ["hush", "corrected"]


def test_a_changed_account_gets_a_new_adapter_and_an_unchanged_one_keeps_its_own(runner, pbx, config, office, outcomes):
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    outcomes.next()
    runner.configure(replace(config, region="VN"))
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    outcomes.next()
    assert len(pbx.opened) == 1
    runner.configure(config.with_account(replace(office, settings={"server": "https://other.example.com"})))
    assert pbx.closed.wait(WAIT_S)
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    outcomes.next()
    assert [settings.text("server") for settings in pbx.opened] == [
        "https://pbx.example.com",
        "https://other.example.com",
    ]


def test_a_call_in_flight_is_answered_even_when_its_account_changes(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S, places_call=True)
    assert gate.reached.wait(WAIT_S)
    runner.configure(Config())
    gate.open.set()
    assert outcomes.next().value == CallRef(call_id="late")
    assert pbx.closed.wait(WAIT_S)


def test_reopening_reads_the_secrets_again(runner, pbx, outcomes):
    for _ in range(2):
        runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
        outcomes.next()
        runner.reopen("office")
    assert len(pbx.opened) == 2


def test_checking_an_account_that_is_not_saved_takes_the_typed_secret(runner, pbx, office, outcomes):
    pbx.answers["check"] = lambda: CallRef(answer="v7")
    draft = replace(office, id="draft")
    runner.check(draft, {"password": Secret("typed")}, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().value == AccountInfo(summary="v7")
    assert pbx.closed.wait(WAIT_S)
    assert pbx.opened[0].secrets == {"password": Secret("typed")}


def test_checking_tells_which_field_is_wrong(runner, office, outcomes):
    draft = replace(office, settings={"server": "https://pbx.example.com", "extension": "12345"})
    runner.check(draft, {}, done=outcomes, deadline_s=LONG_S)
    error = outcomes.next().error
    assert (error.code, error.field) == ("setting_invalid", "extension")


def test_warming_builds_the_adapter_and_swallows_errors(runner, pbx, outcomes):
    def unreachable():
        raise Unreachable

    pbx.answers["warm"] = unreachable
    runner.warm("office", done=lambda _: None)
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().error is None
    assert pbx.commands == ["warm", "dial"]


def test_what_an_adapter_remembers_outlives_it(runner, pbx, outcomes):
    runner.submit("office", lambda adapter: adapter.ctx.remember("form", "query"), done=outcomes, deadline_s=LONG_S)
    outcomes.next()
    runner.reopen("office")
    runner.submit("office", lambda adapter: adapter.ctx.recall("form"), done=outcomes, deadline_s=LONG_S)
    assert outcomes.next().value == "query"


def test_closing_does_not_wait_for_a_pbx(runner, pbx, outcomes, gate):
    pbx.answers["dial"] = gate
    runner.submit("office", dial, done=outcomes, deadline_s=LONG_S)
    assert gate.reached.wait(WAIT_S)
    runner.close(timeout_s=0.1)
    assert "account office" in {thread.name for thread in threading.enumerate()}  # it waits still, we do not
    assert outcomes.none_left
