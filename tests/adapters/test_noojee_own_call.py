"""Noojee: which of an extension's calls is the one that was dialled."""

from __future__ import annotations

import pytest

from traydial.adapters.noojee.watch import Event, calls_of, own_call
from traydial.core.call import CallRef

REF = CallRef(details={"number": "0383208100"})


def call(unique_id: str, **more: object) -> Event:
    return {"uniqueCallId": unique_id, "status": "Connected", **more}


@pytest.mark.parametrize(
    "ours",
    [
        call("7", callerId="0383208100"),
        call("7", callerId="+61 3 8320 8100", inbound=False),
        call("7", callerId="Front desk", outboundDestination="0383208100"),
        call("7", callerId="0390001111", isClickToDialCall=True),  # our own caller ID, for all we know
        call("7", callerId="Front desk"),
        call("7", callerId="Phone 1"),
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        call("8", callerId="0383208100", inbound=True),
        call("8", callerId="0383208100", status="Hungup"),
        call("8", callerId="0399990000"),
        call("8", callerId="Phone 10"),
        call("8", callerId="0390001111", outboundDestination="0399990000", isClickToDialCall=True),
    ],
)
def test_it_is_found_beside_another(ours: Event, other: Event) -> None:
    assert own_call([ours, other], REF) is ours
    assert own_call([other, ours], REF) is ours
    assert own_call([other], REF) is None


def test_of_two_to_the_same_number_it_is_the_newer() -> None:
    before, after = call("7", callerId="0383208100"), call("8", callerId="0383208100")
    assert own_call([before, after], REF) is after


def test_of_two_that_may_be_it_it_is_neither() -> None:
    assert own_call([call("7", isClickToDialCall=True), call("8", isClickToDialCall=True)], REF) is None


def test_a_unique_id_is_never_overruled() -> None:
    known = CallRef(details={"number": "0383208100", "unique_id": "7"})
    ended, other = call("7", status="Hungup"), call("8", callerId="0383208100")
    assert own_call([ended, other], known) is ended
    assert own_call([other], known) is None


@pytest.mark.parametrize("number", ["101", "*97"])
def test_a_short_number_must_be_the_very_same(number: str) -> None:
    ref = CallRef(details={"number": number})
    longer, same = call("7", callerId=f"03832081{number}"), call("8", callerId=number)
    assert own_call([longer, same], ref) is same
    assert own_call([longer], ref) is None


@pytest.mark.parametrize("data", [None, [], {}, {"101": None}, {"101": [None, {}, {"CallData": None}]}, {"102": [{}]}])
def test_what_is_no_list_of_calls_holds_none(data: object) -> None:
    assert calls_of("101", data) == []


def test_calls_are_in_the_order_of_their_start() -> None:
    listed = [{"CallData": call("8", callStartTime="2")}, {"CallData": call("7", callStartTime="1")}]
    assert [found["uniqueCallId"] for found in calls_of("101", {"101": listed})] == ["7", "8"]
