"""What a person reads about a call, in the history and while it lasts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from traydial.core.call import Call, CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history.store import HistoryEntry
from traydial.words import calls
from traydial.words.messages import in_english

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


def entry(state, **more):
    more = {"answer": "", "code": "", **more}
    return HistoryEntry(
        id="1", at=AT, number="600", digits="600", e164=None, country=None, dialled="600", account_id="office",
        pbx="tvox", source=Source.LINK, state=state, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (entry(CallState.ACCEPTED), "Placed"),
        (entry(CallState.RINGING_AGENT), "Your phone rings"),
        (entry(CallState.ENDED), "Ended"),
        (entry(CallState.ENDED, connected_at=AT), "Answered"),
        (entry(CallState.ENDED, duration_s=5), "Answered"),
        (entry(CallState.ENDED, duration_s=0), "Ended"),
        (entry(CallState.UNKNOWN), "Outcome unknown"),
        (entry(CallState.UNKNOWN, connected_at=AT), "Answered, end unknown"),
        (entry(CallState.CONNECTED, connected_at=AT), "In call"),
        (entry(CallState.REFUSED), "Not connected"),
        (entry(CallState.REFUSED, code="device_busy"), "Phone is busy"),
        (entry(CallState.REFUSED, code="of_an_older_version"), "Not connected"),
        (entry(CallState.CANCELLED, code="cancelled"), "Cancelled"),
        (entry(CallState.UNKNOWN, code="timed_out"), "Outcome unknown"),
        # The PBX's own words say why nobody answered, and nothing else.
        (entry(CallState.ENDED, answer="USER_BUSY\nnow"), "Ended · USER_BUSY now"),
        (entry(CallState.ENDED, answer="NORMAL_CLEARING", duration_s=5), "Answered"),
        (entry(CallState.ACCEPTED, answer="OK"), "Placed"),
        # Whether it was recorded is said once it is known.
        (entry(CallState.ENDED, recorded=True, duration_s=5), "Answered · recorded"),
        (entry(CallState.ENDED, recorded=True, answer="USER_BUSY"), "Ended · USER_BUSY · recorded"),
        (entry(CallState.ACCEPTED, recorded=True), "Placed · recorded"),
        (entry(CallState.CONNECTED, recorded=True, connected_at=AT), "In call"),
        (entry(CallState.REQUESTED, recorded=True), "Asking the PBX…"),
    ],
)
def test_an_outcome_says_what_became_of_the_call(kept, said):
    assert calls.outcome(kept, in_english) == said


@pytest.mark.parametrize(
    ("answer", "said"),
    [(None, ""), (True, "Recording agreed to: at noon"), (False, "Recording declined: at noon")],
)
def test_what_was_answered_about_recording_is_kept_in_words(answer, said):
    assert calls.consent(entry(CallState.ENDED, recording_consent=answer), "at noon", in_english) == said


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00"), (9.9, "00:09"), (60, "01:00"), (83, "01:23"), (3600, "60:00"), (-2, "00:00")]
)
def test_the_time_of_a_recording_is_counted(seconds, shown):
    candidate = Candidate(text="600", start=0, end=3, kind=NumberKind.SHORT, digits="600")
    call = Call(
        id="1",
        account_id="office",
        pbx="tvox",
        plan=DialPlan(candidate=candidate, account_id="office", dialled="600"),
        requested_at=AT,
        recording=RecordingState.ON,
    )
    assert calls.recorded_for(call, AT) == ""
    since = replace(call, recording_since=AT)
    assert calls.recorded_for(since, AT + timedelta(seconds=seconds)) == shown
