"""What a person is asked before a call is placed, and what becomes of the question."""

import threading
from contextlib import closing
from dataclasses import replace

import pytest

from traydial.core.adapter import Capability
from traydial.core.call import CallState, CallUpdate
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import Source
from traydial.core.errors import RefusedByPbx
from traydial.core.events import ChoiceNeeded, ConsentNeeded, Declined
from traydial.services.calling import dialer
from traydial.services.history.browse import HistoryBrowser
from traydial.services.remote_control import status_answer


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("source", Source)
def test_a_code_with_star_or_hash_always_waits_for_a_yes(work, pbx, history, source, level):
    work.do("configure", replace(work.config, consent=ConsentSettings(level=level)))
    for code in ("*21*0412345678#", "*21", "21#"):
        text = "tel:" + code.replace("#", "%23") if source is Source.LINK else code
        work.clock.moment_s += 60
        work.dial(text, source)
        asking = work.next(ConsentNeeded)
        assert asking.reasons[0] == "feature_code"
        assert asking.dangerous
        work.do("refuse", asking.request_id)
        work.declined()
    assert (pbx.orders, history.latest()) == ([], ())


def test_a_code_that_was_dialled_before_or_has_a_name_is_asked_about_again(work, pbx, history):
    for _ in range(2):
        request_id = work.dial("*21*600#")
        assert work.next(ConsentNeeded).reasons == ("feature_code",)
        work.do("confirm", request_id)
        work.call(CallState.ACCEPTED)
        work.do("calls.hang_up")
        work.call(CallState.ENDED)
        with closing(HistoryBrowser(history.connect)) as archive:
            archive.annotate(archive.page()[0], name="Forward to reception", note="")
        work.clock.moment_s += 60
    assert len(pbx.orders) == 2


def test_a_number_at_home_that_no_plan_has_is_asked_about_as_mistyped_not_as_foreign(work):
    work.dial("+39 12345678")
    assert work.next(ConsentNeeded).reasons == ("unassigned",)


def test_a_question_that_nobody_answers_is_declined_and_nothing_is_placed(work, pbx, history, monkeypatch):
    monkeypatch.setattr(dialer, "QUESTION_S", 0.05)
    for text in ("*21", "0444 123456 or 0444 123457"):
        request_id = work.dial(text)
        work.next((ConsentNeeded, ChoiceNeeded))
        declined = work.next(Declined)
        assert (declined.request_id, declined.error.code) == (request_id, "unanswered")
        work.do("confirm", request_id)
        work.do("choose", request_id, 0)
    assert work.quiet()
    assert (pbx.orders, history.latest()) == ([], ())


def test_an_answer_in_time_is_the_only_one(work, pbx, monkeypatch):
    monkeypatch.setattr(dialer, "QUESTION_S", 0.05)
    request_id = work.dial("*21")
    work.next(ConsentNeeded)
    work.do("confirm", request_id)
    work.call(CallState.ACCEPTED)
    passed = threading.Event()
    work.thread.after(0.1, passed.set)
    assert passed.wait(10)
    assert work.quiet()
    assert len(pbx.orders) == 1


class TestDuringACall:
    """A PBX that reports call states; the first call is connected."""

    @pytest.fixture(autouse=True)
    def first(self, work, pbx, registry, monkeypatch):
        spec = registry.spec("bench")
        self.spec = replace(spec, capabilities=spec.capabilities | Capability.LIVE_STATE)
        monkeypatch.setattr(registry, "spec", lambda pbx_id: self.spec)
        first = work.dial("600")
        work.call(CallState.ACCEPTED)
        pbx.update.put(CallUpdate(state=CallState.CONNECTED))
        work.call(CallState.CONNECTED)
        return first

    def test_a_yes_hangs_the_call_up_and_then_places_the_other(self, work, pbx, first):
        second = work.dial("601")
        asking = work.next(ConsentNeeded)
        assert (asking.reasons, asking.dangerous) == (("in_call",), False)
        work.do("confirm", second)
        assert work.call(CallState.ENDED).id == first
        assert work.call(CallState.ACCEPTED).id == second
        assert pbx.commands == ["dial", "hang_up", "dial"]

    def test_a_no_leaves_the_call_alone(self, work, pbx, first):
        second = work.dial("601")
        work.next(ConsentNeeded)
        work.do("refuse", second)
        assert work.declined().code == "refused_by_user"
        assert (work.dialer.calls.current.id, pbx.commands) == (first, ["dial"])

    def test_a_call_that_cannot_be_hung_up_gets_none_beside_it(self, work, pbx, first):
        pbx.fail("hang_up", RefusedByPbx(reason="not now"))
        second = work.dial("601")
        work.next(ConsentNeeded)
        work.do("confirm", second)
        while not isinstance(event := work.next(), Declined):
            pass
        assert (event.request_id, event.error.code) == (second, "refused_by_pbx")
        assert work.dialer.calls.current.id == first
        assert pbx.commands == ["dial", "hang_up"]

    def test_a_pbx_that_cannot_hang_up_is_asked_for_the_other_call_alone(self, work, pbx, first):
        self.spec = replace(self.spec, capabilities=self.spec.capabilities & ~Capability.HANG_UP)
        second = work.dial("601")
        work.next(ConsentNeeded)
        work.do("confirm", second)
        assert work.call(CallState.ACCEPTED).id == second
        assert [call.id for call in work.dialer.calls.open] == [first, second]
        status = status_answer(work.config, {}, (), work.dialer.calls.open)
        assert [call["number"] for call in status["calls"]] == ["600", "601"]
        assert status["call"] == status["calls"][-1]

    def test_it_can_be_turned_off(self, work, pbx, first):
        work.do("configure", replace(work.config, consent=replace(work.config.consent, ask_in_call=False)))
        second = work.dial("601")
        assert work.call(CallState.ACCEPTED).id == second
        assert pbx.commands == ["dial", "dial"]

    def test_an_emergency_call_does_not_wait(self, work, pbx, first):
        second = work.dial("112")
        assert work.call(CallState.ACCEPTED).id == second


def test_a_pbx_that_tells_nothing_is_not_taken_for_a_call_that_lasts(work, pbx):
    work.dial("600")
    work.call(CallState.ACCEPTED)
    second = work.dial("601")
    assert work.call(CallState.REQUESTED).id == second
