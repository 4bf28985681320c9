import queue
import threading
from dataclasses import replace

import pytest

from traydial.core.account import Rule, RuleKind
from traydial.core.call import CallRef, CallState
from traydial.core.config import Config, ConsentSettings
from traydial.core.consent import AlreadyCalling, Dial, Source
from traydial.core.errors import (
    Cancelled,
    ConfigError,
    DeviceUnavailable,
    InternalError,
    NumberRejected,
    OutcomeUnknown,
)
from traydial.core.events import (
    CallChanged,
    CallForgotten,
    ChoiceNeeded,
    ConsentNeeded,
    Declined,
    DialRequest,
    Planned,
    UndoCountdown,
)
from traydial.services.history.store import HistoryStore

WAIT_S = 10.0
NUMBER = "+39 0444 123456"
LINK = "tel:+390444123456"


# Placing


def test_a_call_goes_out_once_and_its_answer_comes_back(work, pbx, history, clock):
    request_id = work.dial(tag="sales")
    requested, accepted = work.next(CallChanged), work.next(CallChanged)
    assert (requested.request_id, requested.call.state) == (request_id, CallState.REQUESTED)
    assert (accepted.call.state, accepted.call.ref) == (CallState.ACCEPTED, CallRef(call_id="17"))
    (order,) = pbx.orders
    assert (order.number, order.tag, order.record) == ("+390444123456", "sales", False)
    assert work.dialer.calls.current == accepted.call
    (entry,) = history.latest()
    assert (entry.id, entry.at, entry.state) == (request_id, clock.now(), CallState.ACCEPTED)
    assert (entry.source, entry.call_id) == (Source.DIAL_WINDOW, "17")


def test_the_history_knows_of_a_call_before_the_pbx(work, pbx, history):
    seen = queue.SimpleQueue()

    def look():
        seen.put(history.latest())
        return CallRef()

    pbx.answers["dial"] = look
    work.dial()
    (entry,) = seen.get(timeout=WAIT_S)
    assert entry.state is CallState.REQUESTED
    work.call(CallState.ACCEPTED)


def test_a_dry_run_plans_and_touches_nothing(work, pbx, history):
    work.dial(dry_run=True)
    planned = work.next(Planned)
    assert (planned.plan.dialled, planned.verdict) == ("+390444123456", Dial())
    assert work.quiet()
    assert (pbx.opened, history.latest()) == ([], ())


@pytest.mark.parametrize("region", ["IT", ""])
def test_warming_says_and_places_nothing(work, pbx, history, config, region):
    work.do("configure", replace(config, region=region))
    work.do("warm")
    assert work.quiet()
    assert (pbx.opened, history.latest()) == ([], ())


@pytest.mark.parametrize("text", ["", "nothing to dial", "tel:", "tel:+39\x00123", "1" * 5000, "<script>"])
def test_what_holds_no_number_is_declined(work, pbx, history, text):
    work.dial(text)
    declined = work.next(Declined)
    assert isinstance(declined.error, NumberRejected)
    assert declined.input == text
    assert (pbx.orders, history.latest()) == ([], ())


def test_an_unknown_account_is_declined(work):
    work.dial(account_id="moon")
    assert isinstance(work.declined(), ConfigError)


def test_a_defect_on_the_way_is_declined_with_an_incident(work, monkeypatch, registry, caplog):
    monkeypatch.setattr(registry, "spec", lambda pbx_id: 1 / 0)
    work.dial()
    error = work.declined()
    assert isinstance(error, InternalError)
    assert error.values["incident"] in caplog.text


def test_numbers_may_be_routed_to_an_account(work, keyring, config, office):
    keyring.secrets["other", "password"] = "hush"
    other = replace(office, id="other", rules=(Rule(kind=RuleKind.ACCOUNT, match="+3902*"),))
    work.do("configure", replace(config.with_account(other), default_account="office"))
    work.dial("02 1234567")
    assert work.next(CallChanged).call.account_id == "other"
    work.call(CallState.ACCEPTED)
    work.dial("02 1234567", account_id="office")
    assert work.next(CallChanged).call.account_id == "office"


def test_a_dial_that_fails_is_refused_and_kept(work, pbx, history):
    pbx.fail("dial", DeviceUnavailable("device_busy"))
    work.dial()
    call = work.call(CallState.REFUSED)
    assert call.error.code == "device_busy"
    assert work.dialer.calls.current is None
    assert (history.latest()[0].state, history.latest()[0].code) == (CallState.REFUSED, "device_busy")


@pytest.mark.parametrize("error", [OutcomeUnknown(), Cancelled(sent=True), ValueError("a defect")])
def test_a_dial_without_a_clear_answer_is_unknown_and_not_repeated(work, pbx, history, error, caplog):
    pbx.fail("dial", error)
    work.dial()
    work.call(CallState.UNKNOWN)
    assert history.latest()[0].state is CallState.UNKNOWN
    assert work.quiet()
    assert len(pbx.orders) == 1


def test_a_missing_secret_is_a_failed_attempt(work, keyring, history):
    keyring.secrets.clear()
    work.dial()
    assert work.call(CallState.REFUSED).error.code == "secret_missing"
    assert history.latest()[0].code == "secret_missing"


def test_an_account_that_goes_while_the_countdown_runs_is_not_dialled(work, pbx, config):
    work.do("configure", replace(config, consent=ConsentSettings(undo_s=3600)))
    request_id = work.dial(LINK, Source.LINK)
    work.next(UndoCountdown)
    work.do("configure", Config())
    work.do("confirm", request_id)
    assert isinstance(work.declined(), ConfigError)
    assert pbx.orders == []


# Asking before


def test_what_is_forbidden_while_the_countdown_runs_is_not_dialled(work, pbx, config):
    work.do("configure", replace(config, consent=ConsentSettings(undo_s=3600)))
    request_id = work.dial(LINK, Source.LINK)
    work.next(UndoCountdown)
    work.do("configure", replace(config, consent=ConsentSettings(deny=("+39*",))))
    work.do("confirm", request_id)
    assert work.declined().code == "refused_by_policy"
    assert pbx.orders == []


def test_a_link_counts_down_and_then_dials_by_itself(work, pbx):
    request_id = work.dial(LINK, Source.LINK)
    undoing = work.next(UndoCountdown)
    assert (undoing.request_id, undoing.seconds) == (request_id, 0.05)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_nothing_is_sent_when_the_countdown_is_stopped(work, pbx, history, config):
    work.do("configure", replace(config, consent=ConsentSettings(undo_s=0.3)))
    request_id = work.dial(LINK, Source.LINK)
    work.next(UndoCountdown)
    work.do("cancel", request_id)
    error = work.declined()
    assert (error.code, error.values) == ("cancelled", {"sent": False})
    waited = threading.Event()
    work.thread.after(0.4, waited.set)
    assert waited.wait(WAIT_S)
    assert (pbx.opened, work.events.empty()) == ([], True)
    (entry,) = history.latest()  # where it can be found again
    assert (entry.id, entry.state, entry.code) == (request_id, CallState.CANCELLED, "cancelled")
    assert not history.dialled_before(entry.e164)


def test_a_countdown_may_be_cut_short(work, pbx, config):
    work.do("configure", replace(config, consent=ConsentSettings(undo_s=3600)))
    request_id = work.dial(LINK, Source.LINK)
    work.next(UndoCountdown)
    work.do("confirm", request_id)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_a_feature_code_from_a_link_waits_for_a_yes(work, pbx):
    request_id = work.dial("tel:*21*123%23", Source.LINK)
    asking = work.next(ConsentNeeded)
    assert asking.dangerous
    assert "feature_code" in asking.reasons
    assert pbx.orders == []
    work.do("confirm", request_id)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_a_no_is_a_no(work, pbx):
    request_id = work.dial("tel:*21*123%23", Source.LINK)
    work.next(ConsentNeeded)
    work.do("refuse", request_id)
    assert work.declined().code == "refused_by_user"
    work.do("confirm", request_id)
    assert work.quiet()
    assert pbx.orders == []


def test_yes_in_advance_answers_a_question_but_no_refusal(work, pbx, config):
    work.dial("*21*123#", Source.COMMAND_LINE, yes=True)
    work.call(CallState.ACCEPTED)
    work.do("configure", replace(config, consent=ConsentSettings(deny=("+39*",))))
    work.dial(NUMBER, Source.COMMAND_LINE, yes=True)
    assert work.declined().code == "refused_by_policy"
    assert len(pbx.orders) == 1


def test_a_locked_screen_asks(work, screen):
    screen.locked = True
    work.dial(LINK, Source.LINK)
    assert "screen_locked" in work.next(ConsentNeeded).reasons


def test_a_burst_of_links_asks_and_then_buries_nobody(work, pbx, config):
    work.do("configure", replace(config, consent=ConsentSettings(undo_s=3600)))
    for number in range(8):
        work.dial(f"tel:+39044412345{number}", Source.LINK)
    kinds = [type(work.next()) for _ in range(8)]
    assert kinds == [UndoCountdown, *[ConsentNeeded] * 4, *[Declined] * 3]
    assert pbx.orders == []


def test_an_emergency_call_is_neither_delayed_nor_counted(work, pbx, config):
    work.do("configure", replace(config, consent=ConsentSettings(calls_per_minute=0, deny=("112",))))
    work.dial("112", Source.DIAL_WINDOW)
    assert work.next(CallChanged).call.state is CallState.REQUESTED
    work.call(CallState.ACCEPTED)
    assert pbx.orders[0].number == "112"


def test_an_emergency_number_in_a_link_waits_for_a_yes(work, pbx):
    work.dial("tel:112", Source.LINK)
    assert work.next(ConsentNeeded).reasons == ("emergency",)
    assert pbx.orders == []


def test_several_numbers_are_a_choice_and_never_glued(work, pbx):
    request_id = work.dial("+39 0444 123456 or +39 02 1234567", Source.CLIPBOARD)
    choosing = work.next(ChoiceNeeded)
    assert [candidate.e164 for candidate in choosing.candidates] == ["+390444123456", "+39021234567"]
    work.do("choose", request_id, 7)
    work.do("confirm", request_id)
    assert work.quiet()
    work.do("choose", request_id, 1)
    work.call(CallState.ACCEPTED)
    work.do("choose", request_id, 0)
    assert work.quiet()
    assert [order.number for order in pbx.orders] == ["+39021234567"]


def test_a_choice_may_be_taken_back(work, pbx):
    request_id = work.dial("+39 0444 123456 or +39 02 1234567", Source.CLIPBOARD)
    work.next(ChoiceNeeded)
    work.do("cancel", request_id)
    assert isinstance(work.declined(), Cancelled)


def test_what_the_pbx_cannot_do_is_said_before_the_call(work, pbx):
    work.dial(reference="42")
    error = work.declined()
    assert (error.code, error.field) == ("unsupported", "reference")
    assert pbx.orders == []


# Exactly once


def test_the_same_number_from_every_source_at_once_is_one_call(work, pbx, slow):
    sources = [source for source in Source if source is not Source.LINK] * 5
    spellings = [NUMBER, "0444 123456", "tel:+39-0444-123456", "00390444123456"]
    start = threading.Barrier(len(sources))

    def press(number, source):
        start.wait(WAIT_S)
        text = spellings[number % len(spellings)]
        work.thread.submit(lambda: work.dialer.request(DialRequest(text=text, source=source)))

    threads = [threading.Thread(target=press, args=pair) for pair in enumerate(sources)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT_S)
    events = [work.next() for _ in sources]
    (placed,) = [event for event in events if isinstance(event, CallChanged)]
    others = [event.error for event in events if event is not placed]
    assert {error.code for error in others} == {"already_calling"}
    assert {error.values["call"] for error in others} == {placed.request_id}
    slow.answer.set()
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_a_click_during_the_countdown_is_the_same_call(work, pbx):
    work.dial(LINK, Source.LINK)
    work.next(UndoCountdown)
    work.dial()
    assert work.declined().code == "already_calling"
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_a_repeated_question_is_the_same_call(work):
    work.dial("tel:*21*123%23", Source.LINK)
    work.next(ConsentNeeded)
    work.dial("*21*123#", Source.COMMAND_LINE, yes=True)
    assert work.declined().code == "already_calling"


def test_a_dry_run_says_that_the_call_is_under_way(work, slow):
    first = work.dial()
    work.next(CallChanged)
    work.dial(dry_run=True)
    assert work.next(Planned).verdict == AlreadyCalling(first)


def test_within_three_seconds_it_is_the_same_call_and_afterwards_another(work, pbx, clock):
    work.dial()
    work.call(CallState.ACCEPTED)
    clock.moment_s += 2.9
    work.dial()
    assert work.declined().code == "already_calling"
    clock.moment_s += 0.2
    work.dial()
    work.next(CallChanged)
    work.next(CallForgotten)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 2


def test_while_the_pbx_has_not_answered_it_is_the_same_call(work, pbx, slow, clock):
    work.dial()
    work.next(CallChanged)
    clock.moment_s += 90
    work.dial()
    assert work.declined().code == "already_calling"


def test_a_call_that_another_process_has_just_placed_is_the_same_call(work, pbx, tmp_path, clock):
    work.dial()
    placed = work.call(CallState.ACCEPTED)
    clock.moment_s += 60
    other = HistoryStore(tmp_path / "history.sqlite", now=clock.now)
    assert other.add(replace(placed, id="theirs", plan=replace(placed.plan, dialled="600")), Source.DIAL_WINDOW) is None
    other.close()
    work.dial("600")
    error = work.declined()
    assert (error.code, error.values) == ("already_calling", {"call": "theirs"})
    assert len(pbx.orders) == 1


def test_a_call_that_rang_nobody_may_be_tried_again_at_once(work, pbx):
    pbx.fail("dial", DeviceUnavailable())
    work.dial()
    work.call(CallState.REFUSED)
    del pbx.answers["dial"]
    work.dial()
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 2


def test_a_call_of_unknown_outcome_may_not_be_repeated_at_once(work, pbx):
    pbx.fail("dial", OutcomeUnknown())
    work.dial()
    work.call(CallState.UNKNOWN)
    work.dial()
    assert work.declined().code == "already_calling"


def test_another_account_is_another_call(work, pbx, config, office):
    work.do("configure", replace(config.with_account(replace(office, id="other")), default_account="office"))
    work.dial()
    work.call(CallState.ACCEPTED)
    work.dial(account_id="other")
    work.next(CallChanged)
