"""Calls from the dial window: hang up, record, redial, cancel, another one during a call."""

from __future__ import annotations

from journeys import steps

NUMBER, OTHER = "0444123456", "0212345678"
SHOWN = "+39 0444 123456"


def test_dial_and_hang_up(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    steps.dial(person, NUMBER)
    steps.received(pbx, "dial")
    person.clicks("Hang up", steps.BUTTON)
    steps.received(pbx, "hang_up")
    person.reads("Call ended")
    person.picture("ended")
    assert [entry.action for entry in pbx.journal.entries if entry.action in ("dial", "hang_up")] == ["dial", "hang_up"]


def test_a_recording_is_started_and_stopped(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    steps.dial(person, NUMBER)
    steps.received(pbx, "dial")
    person.clicks("Record")
    steps.received(pbx, "start_recording")
    person.picture("recording")
    person.clicks("Stop recording")
    steps.received(pbx, "stop_recording")
    person.sees("Record")
    person.picture("no-longer-recording")
    person.clicks("Hang up", steps.BUTTON)
    person.chooses("History…")
    person.reads("recorded", within="History")
    person.picture("marked-in-the-history")


def test_redial_from_the_history(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    steps.dial(person, NUMBER)
    steps.received(pbx, "dial")
    person.clicks("Hang up", steps.BUTTON)
    steps.received(pbx, "hang_up")
    person.reads("Call ended")
    person.chooses("History…")
    person.clicks(SHOWN, "cell")
    person.picture("history")
    person.no_words("Call ended")  # within three seconds the same number would be the same call
    person.clicks("Call", steps.BUTTON, within="History")
    pbx.journal.wait_for(lambda entry: entry.action == "dial" and len(pbx.journal.of("dial")) == 2, steps.ARRIVES_S)
    assert {entry.fields["number"] for entry in pbx.journal.of("dial")} == {NUMBER}


def test_closing_the_popup_in_the_countdown_cancels_the_call(begin, start_pbx):
    pbx = start_pbx("tvox")
    person = begin("en_IT")
    steps.add_account(person, pbx)
    person.program.opens(f"tel:{NUMBER}")
    person.sees("Time left to undo")
    person.picture("countdown")
    person.clicks("Close")
    person.chooses("History…")
    person.reads("Cancelled", within="History")
    person.picture("taken-back")
    # A call that is placed wrongly would be there before this one.
    steps.dial(person, OTHER)
    steps.received(pbx, "dial")
    assert [entry.fields["number"] for entry in pbx.journal.of("dial")] == [OTHER]


def test_another_call_hangs_up_the_first_after_a_yes(begin, start_pbx):
    pbx = start_pbx("noojee")  # says how its calls go
    person = begin("en_IT")
    steps.add_account(person, pbx)
    steps.dial(person, NUMBER)
    person.reads("Connected")
    steps.dial(person, OTHER)
    person.reads("You are in a call.", within="Call this number?")
    person.picture("asked")
    person.clicks("Cancel", steps.BUTTON, within="Call this number?")
    person.no_window("Call this number?")
    person.reads("Connected")
    assert [entry.action for entry in pbx.journal.entries if entry.action in ("dial", "hangup")] == ["dial"]
    steps.dial(person, OTHER)
    person.clicks("Call", steps.BUTTON, within="Call this number?")
    steps.received(pbx, "hangup")
    pbx.journal.wait_for(lambda _: len(pbx.journal.of("dial")) == 2, steps.ARRIVES_S)
    person.reads("(02) 1234 5678")  # the demo PBX is in Australia
    person.picture("second-call")
    done = [entry.action for entry in pbx.journal.entries if entry.action in ("dial", "hangup")]
    assert done == ["dial", "hangup", "dial"]
    assert [entry.fields["number"] for entry in pbx.journal.of("dial")] == [NUMBER, OTHER]
