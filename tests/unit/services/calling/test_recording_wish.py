"""Who wants a call recorded from its start, and whether the other party was told."""

import queue
import threading
from dataclasses import replace

import pytest

from traydial.core.account import Rule, RuleKind
from traydial.core.adapter import Capability, Field, Kind
from traydial.core.call import CallRef, CallState, RecordingAction, RecordingState
from traydial.core.config import Config, RecordingSettings
from traydial.core.consent import Source
from traydial.core.events import CallChanged, Declined, RecordingArmed, RecordingConsentNeeded, UndoCountdown
from traydial.services.calling import dialer, recording
from traydial.services.remote_control import RemoteControl

WAIT_S = 10.0
ON = Rule(kind=RuleKind.RECORD, match="*", use="on")
OFF = Rule(kind=RuleKind.RECORD, match="*", use="off")
LINK = "tel:+390444123456"


@pytest.fixture
def use(work):
    """Dial with a changed account, and with a list of whose consent is needed."""

    def use(*rules, tell=(), **settings):
        (office,) = work.config.accounts
        office = replace(office, rules=rules, settings={**office.settings, **settings})
        work.config = replace(work.config, accounts=(office,), recording=RecordingSettings(tell=tell))
        work.do("configure", work.config)

    return use


@pytest.fixture
def always(registry, monkeypatch):
    """A PBX with a setting by which every call is recorded."""
    spec = registry.spec("bench")
    fields = (*spec.fields, Field(key="record", kind=Kind.BOOL, label="Record", default=False))
    spec = replace(spec, fields=fields, record_field="record")
    monkeypatch.setattr(registry, "spec", lambda pbx_id: spec)


# By rule, setting, arming and request


@pytest.mark.parametrize(
    ("rules", "setting", "armed", "request_", "recorded"),
    [
        ((), False, False, None, False),
        ((ON,), False, False, None, True),
        ((OFF, ON), False, False, None, False),
        ((OFF,), False, True, None, True),
        ((OFF,), False, False, True, True),
        ((ON,), False, True, False, False),
        ((), True, False, None, True),
        ((OFF,), True, False, None, False),
        ((), True, False, False, False),
    ],
)
def test_the_nearest_wish_counts(work, pbx, use, always, rules, setting, armed, request_, recorded):
    use(*rules, record=setting)
    if armed:
        work.do("arm_recording", True)
        work.next(RecordingArmed)
    work.dial(record=request_)
    while not pbx.orders:
        work.next()
    assert pbx.orders[0].record is recorded


def test_a_rule_asks_a_pbx_that_records_nothing_for_nothing(work, pbx, use, registry, monkeypatch):
    spec = replace(registry.spec("bench"), capabilities=Capability.DIAL)
    monkeypatch.setattr(registry, "spec", lambda pbx_id: spec)
    use(ON)
    work.dial()
    assert work.declined().field == "record"
    use(OFF)
    work.dial()
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


# Telling the other party, at dial


@pytest.fixture
def told(use):
    """Calls to Italy are recorded, and Italians are told."""
    use(ON, tell=("IT",))


def test_a_yes_has_the_call_recorded(work, pbx, history, clock, told):
    pbx.answers["dial"] = lambda: CallRef(recording=True)
    request_id = work.dial()
    asking = work.next(RecordingConsentNeeded)
    assert (asking.request_id, asking.call, asking.plan.dialled) == (request_id, None, "+390444123456")
    assert (pbx.orders, history.latest()) == ([], ())
    work.do("answer_recording", request_id, True)
    work.call(CallState.ACCEPTED, RecordingState.ON)
    (entry,) = history.latest()
    assert (entry.recording_consent, entry.recording_consent_at) == (True, clock.now())
    work.do("calls.recording.record", RecordingAction.STOP)
    work.call(recording=RecordingState.OFF)
    work.do("calls.recording.record", RecordingAction.START)  # who has agreed is not asked again
    work.call(recording=RecordingState.ON)


def test_a_no_places_the_call_without_recording(work, pbx, history, told):
    request_id = work.dial()
    work.next(RecordingConsentNeeded)
    work.do("answer_recording", request_id, False)
    assert work.call(CallState.ACCEPTED).recording is RecordingState.OFF
    assert not pbx.orders[0].record
    assert history.latest()[0].recording_consent is False
    work.do("calls.recording.record", RecordingAction.START)
    assert work.next(RecordingConsentNeeded).call.id == request_id


def test_the_question_can_be_taken_back_and_nothing_is_dialled(work, pbx, history, told):
    request_id = work.dial()
    work.next(RecordingConsentNeeded)
    work.do("cancel", request_id)
    assert work.declined().code == "cancelled"
    work.do("answer_recording", request_id, True)
    assert work.quiet()
    assert (pbx.orders, history.latest()) == ([], ())


def test_while_it_waits_the_same_number_is_not_dialled(work, pbx, told):
    first = work.dial()
    work.next(RecordingConsentNeeded)
    work.dial()
    assert work.declined().code == "already_calling"
    work.do("confirm", first)  # this answers another question
    assert work.quiet()
    work.do("answer_recording", first, True)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 1


def test_a_question_that_got_the_answer_to_another_one_is_still_declined_in_time(work, pbx, told, monkeypatch):
    monkeypatch.setattr(dialer, "QUESTION_S", 0.2)
    first = work.dial()
    work.next(RecordingConsentNeeded)
    work.do("confirm", first)
    assert work.declined().code == "unanswered"
    assert pbx.orders == []


def test_a_countdown_comes_before_the_question(work, pbx, told):
    work.dial(LINK, Source.LINK)
    request_id = work.next(UndoCountdown).request_id
    assert work.next(RecordingConsentNeeded).request_id == request_id
    work.do("answer_recording", request_id, True)
    work.call(CallState.ACCEPTED)
    assert pbx.orders[0].record


def test_an_armed_recording_is_asked_about_too(work, use, pbx):
    use(tell=("+3904*",))
    work.do("arm_recording", True)
    work.next(RecordingArmed)
    request_id = work.dial()
    work.next(RecordingConsentNeeded)
    work.do("answer_recording", request_id, False)
    assert work.next(CallChanged).call.state is CallState.REQUESTED
    assert work.next(RecordingArmed).on is False
    work.call(CallState.ACCEPTED)
    assert not pbx.orders[0].record


@pytest.mark.parametrize("tell", [(), ("DE", "+44*")])
def test_others_need_not_be_told(work, pbx, use, history, tell):
    use(ON, tell=tell)
    work.dial()
    work.call(CallState.ACCEPTED)
    assert pbx.orders[0].record
    assert history.latest()[0].recording_consent is None


def test_a_call_for_help_waits_for_no_answer(work, pbx, told, history):
    work.dial("112")
    work.call(CallState.ACCEPTED)
    assert not pbx.orders[0].record
    assert history.latest()[0].recording_consent is None


def test_a_list_that_cannot_be_read_places_no_recorded_call(work, pbx, use):
    use(ON, tell=("Germany",))
    work.dial()
    assert work.declined().field == "recording.tell[0]"
    work.dial(record=False)
    work.call(CallState.ACCEPTED)
    work.do("calls.recording.record", RecordingAction.START)
    assert work.next(CallChanged).call.error.field == "recording.tell[0]"
    assert pbx.commands == ["dial"]


# Telling the other party, during the call


@pytest.fixture
def talking(work, use):
    """A call to Italy that is not recorded, and Italians are told."""
    use(tell=("IT",))
    work.dial()
    return work.call(CallState.ACCEPTED)


def test_a_click_is_asked_about_before_the_pbx_hears_of_it(work, pbx, history, talking):
    work.do("calls.recording.record", RecordingAction.START)
    asking = work.next(RecordingConsentNeeded)
    assert asking.call == talking
    assert asking.request_id != talking.id
    work.do("answer_recording", asking.request_id, True)
    work.call(recording=RecordingState.ON)
    assert pbx.commands == ["dial", "start_recording"]
    assert history.latest()[0].recording_consent is True


def test_a_no_leaves_the_call_unrecorded(work, pbx, history, talking):
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    work.do("answer_recording", work.next(RecordingConsentNeeded).request_id, False)
    assert work.quiet()
    assert work.dialer.calls.current.recording is RecordingState.OFF
    assert pbx.commands == ["dial"]
    assert history.latest()[0].recording_consent is False


def test_clicking_again_asks_the_same_question(work, talking):
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    first = work.next(RecordingConsentNeeded)
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    assert work.next(RecordingConsentNeeded) == first


def test_a_question_may_be_closed_without_an_answer(work, history, talking):
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    asking = work.next(RecordingConsentNeeded)
    work.do("cancel", asking.request_id)
    assert work.next(Declined).request_id == asking.request_id
    work.do("answer_recording", asking.request_id, True)
    assert work.quiet()
    assert work.dialer.calls.current == talking
    assert history.latest()[0].recording_consent is None


def test_a_question_that_nobody_answers_is_withdrawn(work, pbx, history, talking, monkeypatch):
    monkeypatch.setattr(recording, "QUESTION_S", 0.05)
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    asking = work.next(RecordingConsentNeeded)
    assert work.next(Declined).request_id == asking.request_id
    work.do("answer_recording", asking.request_id, True)
    assert work.quiet()
    assert work.dialer.calls.current == talking
    assert pbx.commands == ["dial"]
    assert history.latest()[0].recording_consent is None


def test_with_the_call_goes_the_question(work, talking):
    work.do("calls.recording.record", RecordingAction.TOGGLE)
    asking = work.next(RecordingConsentNeeded)
    work.do("calls.hang_up")
    work.next(CallChanged)
    assert work.next(Declined).request_id == asking.request_id
    work.call(CallState.ENDED)


# Scripts


@pytest.fixture
def ask(work):
    """Ask as another process does, and return the answer."""
    work.requests = RemoteControl(
        dialer=work.dialer,
        post=work.thread.submit,
        status=dict,
        check=lambda account_id, reply: reply({}),
        diagnose=lambda reply: reply({}),
        show=lambda: None,
        reload=lambda done: done(),
        pbx_of=lambda account_id: "bench",
    )

    def ask(**request):
        answers = queue.SimpleQueue()
        work.requests.handle(request, answers.put)
        return answers.get(timeout=WAIT_S)

    return ask


def test_a_script_is_told_that_a_person_is_needed(work, ask, pbx, told):
    answer = ask(command="dial", text="+390444123456")
    assert (answer["outcome"], answer["reasons"]) == ("needs_answer", ["tell"])
    assert work.quiet()
    assert pbx.orders == []
    answer = ask(command="dial", text="+390444123456", yes=True)
    assert answer["outcome"] == "accepted"
    assert pbx.orders[0].record


def test_a_script_that_records_is_told_so_too(work, ask, pbx, history, talking):
    answer = ask(command="record", action="start")
    assert (answer["error"]["code"], answer["call"]["recording"]) == ("needs_agreement", "off")
    assert pbx.commands == ["dial"]
    answer = ask(command="record", action="start", yes=True)
    assert (answer["error"], answer["call"]["recording"]) == (None, "on")
    assert ask(command="record", action="stop")["call"]["recording"] == "off"


def test_without_an_account_there_is_nothing_to_ask(work):
    work.do("configure", Config())
    assert work.do("calls.recording.asks", RecordingAction.START) is False


def test_a_script_does_not_wait_for_a_call_that_another_has_replaced(work, ask, pbx):
    begun, free = threading.Event(), threading.Event()
    pbx.answers["start_recording"] = lambda: (begun.set(), free.wait(WAIT_S), CallRef())[2]
    ask(command="dial", text="600")
    answers = queue.SimpleQueue()
    work.requests.handle({"command": "record", "action": "start"}, answers.put)
    assert begun.wait(WAIT_S)
    ask(command="dial", text="601")
    assert answers.get(timeout=WAIT_S)["error"]["code"] == "no_current_call"
    free.set()
