"""When a number that was called a moment ago is called again: a double click is one call, a redial is another."""

from dataclasses import replace

import pytest

from traydial.core.adapter import Capability
from traydial.core.call import CallState, CallUpdate
from traydial.core.consent import Source
from traydial.core.errors import Unreachable
from traydial.core.events import CallChanged
from traydial.services.history.store import HistoryStore

ONCE = "+39 0444 123456"
LINK = "tel:+390444123456"
# A gesture of these may come twice by itself: a double click, a key that is held, a script that runs twice.
REPEATED = (Source.LINK, Source.HOTKEY, Source.COMMAND_LINE)
ELSEWHERE = tuple(source for source in Source if source not in REPEATED)


@pytest.fixture
def placed(work, pbx, registry, monkeypatch):
    """A call that the PBX has accepted and reports on; consent asks nothing."""
    consent = replace(work.config.consent, link_gap_s=0.0, ask_in_call=False)
    work.config = replace(work.config, consent=consent)
    work.do("configure", work.config)
    spec = registry.spec("bench")
    told = replace(spec, capabilities=spec.capabilities | Capability.LIVE_STATE)
    monkeypatch.setattr(registry, "spec", lambda pbx_id: told)
    work.dial(ONCE)
    return work.call(CallState.ACCEPTED)


@pytest.fixture
def ended(work, pbx, placed):
    """The PBX has said that the call has ended, a moment after it was placed."""
    pbx.update.put(CallUpdate(state=CallState.ENDED))
    work.call(CallState.ENDED)
    pbx.update.put(None)
    return placed


@pytest.fixture
def again(work):
    """Call the same number again."""

    def dial(source):
        return work.dial(LINK if source is Source.LINK else ONCE, source, yes=True)

    return dial


@pytest.mark.parametrize("source", Source)
def test_what_the_user_has_hung_up_may_be_called_again_at_once(work, pbx, placed, again, source):
    work.do("calls.hang_up")
    work.call(CallState.ENDED)
    again(source)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 2


@pytest.mark.parametrize("source", ELSEWHERE)
def test_what_has_ended_may_be_called_again_at_once(work, pbx, ended, again, source):
    again(source)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 2


@pytest.mark.parametrize("source", REPEATED)
def test_a_double_click_is_one_call_also_when_the_pbx_ends_it_at_once(work, pbx, clock, ended, again, source):
    clock.moment_s += 2.9
    again(source)
    error = work.declined()
    assert (error.code, error.values) == ("called_just_now", {"call": ended.id})
    clock.moment_s += 0.2
    again(source)
    work.call(CallState.ACCEPTED)
    assert len(pbx.orders) == 2


@pytest.mark.parametrize("source", Source)
def test_a_call_that_could_not_be_hung_up_is_still_the_same(work, pbx, placed, again, source):
    pbx.fail("hang_up", Unreachable())
    work.do("calls.hang_up")
    work.next(CallChanged)
    assert work.next(CallChanged).call.error.code == "unreachable"
    again(source)
    assert work.declined().code == "already_calling"
    assert len(pbx.orders) == 1


def test_a_call_that_ended_by_itself_after_a_failed_hang_up_was_not_hung_up(work, pbx, placed, again):
    pbx.fail("hang_up", Unreachable())
    work.do("calls.hang_up")
    work.next(CallChanged)
    work.next(CallChanged)
    pbx.update.put(CallUpdate(state=CallState.ENDED))
    work.call(CallState.ENDED)
    again(Source.LINK)
    assert work.declined().code == "called_just_now"


@pytest.mark.parametrize(("source", "same"), [(Source.COMMAND_LINE, "theirs"), (Source.HISTORY, None)])
def test_a_call_of_another_process_that_has_ended(work, placed, tmp_path, clock, source, same):
    other = HistoryStore(tmp_path / "history.sqlite", now=clock.now)
    theirs = replace(placed, id="theirs", plan=replace(placed.plan, dialled="600"))
    assert other.add(theirs, Source.COMMAND_LINE) is None
    other.update(replace(theirs, state=CallState.ENDED))
    other.close()
    work.dial("600", source)
    if same is None:
        work.next(CallChanged)
    else:
        assert work.declined().values == {"call": same}
