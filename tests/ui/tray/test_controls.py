"""What Record and Hang up say and allow, for every PBX and at every moment of a call."""

import pytest

from traydial.core.adapter import AdapterSpec, Capability
from traydial.core.call import CallState, RecordingState
from traydial.ui.tray.controls import hang_up_control, record_control
from traydial.words.messages import in_english

BOTH = Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL
AT_DIAL, DURING, NONE = Capability.RECORD_AT_DIAL, Capability.RECORD_DURING_CALL, Capability.DIAL


def pbx(capabilities):
    why = {
        Capability.RECORD_AT_DIAL: "It cannot record from the start.",
        Capability.RECORD_DURING_CALL: "It cannot record during a call.",
        Capability.HANG_UP: "It cannot hang up.",
    }
    return AdapterSpec(id="x", name="X 5", capabilities=capabilities, fields=(), absent=why)


def seen(control, spec):
    """Return the words, whether it can be clicked and is marked, and the tooltip."""
    return (
        control.words(in_english).replace("&", ""),
        control.enabled,
        control.checked,
        control.why_not(spec, in_english),
    )


@pytest.mark.parametrize(
    ("capabilities", "armed", "words", "enabled", "checked", "why"),
    [
        (BOTH, False, "Record the next call", True, False, ""),
        (BOTH, True, "Record the next call", True, True, ""),
        (AT_DIAL, True, "Record the next call", True, True, ""),
        (DURING, False, "Record call – no call right now", False, False, ""),
        (NONE, False, "Record call – not offered by X 5", False, False, "It cannot record from the start."),
    ],
)
def test_recording_before_a_call(capabilities, armed, words, enabled, checked, why):
    spec = pbx(capabilities)
    assert seen(record_control(None, spec, armed=armed), spec) == (words, enabled, checked, why)


@pytest.mark.parametrize(
    ("state", "recording", "enabled", "checked"),
    [
        (CallState.REQUESTED, RecordingState.OFF, False, False),
        (CallState.REQUESTED, RecordingState.STARTING, False, False),
        (CallState.ACCEPTED, RecordingState.OFF, True, False),
        (CallState.CONNECTED, RecordingState.STARTING, False, False),
        (CallState.CONNECTED, RecordingState.ON, True, True),
        (CallState.CONNECTED, RecordingState.STOPPING, False, True),
        (CallState.CONNECTED, RecordingState.UNKNOWN, True, False),
        (CallState.UNKNOWN, RecordingState.ON, True, True),
    ],
)
@pytest.mark.parametrize("capabilities", [BOTH, DURING])
def test_recording_during_a_call(call, capabilities, state, recording, enabled, checked):
    spec = pbx(capabilities)
    control = record_control(call(state=state, recording=recording), spec, armed=True)
    assert seen(control, spec) == ("Record call", enabled, checked, "")


@pytest.mark.parametrize(
    ("capabilities", "recording", "words", "checked", "why"),
    [
        (
            AT_DIAL,
            RecordingState.OFF,
            "Record call – X 5 needs to know before the call",
            False,
            "It cannot record during a call.",
        ),
        (
            AT_DIAL,
            RecordingState.ON,
            "Record call – X 5 needs to know before the call",
            True,
            "It cannot record during a call.",
        ),
        (AT_DIAL, RecordingState.LOCKED, "Record call – the PBX records this call in any case", True, ""),
        (BOTH, RecordingState.LOCKED, "Record call – the PBX records this call in any case", True, ""),
        (
            NONE,
            RecordingState.UNSUPPORTED,
            "Record call – not offered by X 5",
            False,
            "It cannot record during a call.",
        ),
    ],
)
def test_recording_that_cannot_be_changed_during_a_call(call, capabilities, recording, words, checked, why):
    spec = pbx(capabilities)
    control = record_control(call(state=CallState.CONNECTED, recording=recording), spec, armed=False)
    assert seen(control, spec) == (words, False, checked, why)


@pytest.mark.parametrize(
    ("state", "capabilities", "words", "enabled", "why"),
    [
        (None, Capability.HANG_UP, "Hang up", False, ""),
        (CallState.REQUESTED, NONE, "Hang up", True, ""),
        (CallState.ACCEPTED, NONE, "Hang up – not offered by X 5", False, "It cannot hang up."),
        (CallState.CONNECTED, Capability.HANG_UP, "Hang up", True, ""),
    ],
)
def test_hanging_up(call, state, capabilities, words, enabled, why):
    spec = pbx(capabilities)
    control = hang_up_control(call(state=state) if state else None, spec)
    assert seen(control, spec) == (words, enabled, False, why)


def test_a_countdown_can_always_be_cancelled(call):
    for control in (hang_up_control(None, None, undoing=True), hang_up_control(call(), pbx(NONE), undoing=True)):
        assert seen(control, None) == ("Cancel the call", True, False, "")


def test_without_an_account_nothing_can_be_done(call):
    assert seen(record_control(call(), None, armed=True), None) == ("Record call – no account yet", False, False, "")
    assert seen(hang_up_control(call(), None), None) == ("Hang up", False, False, "")
