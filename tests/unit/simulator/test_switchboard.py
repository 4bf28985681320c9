"""The phones of a simulated PBX: calls ring, connect, record and end."""

import threading

from traydial.simulator.switchboard import Stage, Switchboard


def test_a_phone_that_answers_at_once() -> None:
    board = Switchboard()
    call = board.place("101", "0899098899", recording=True, tag="T")
    assert (call.stage, call.recording, call.tag) == (Stage.CONNECTED, True, "T")
    assert board.live("101") == (call,)
    assert board.live("102") == ()


def test_a_phone_that_rings_until_picked_up() -> None:
    board = Switchboard(answers_at_once=False)
    call = board.place("101", "0899098899", call_id="7@a")
    picker = threading.Thread(target=board.pick_up, args=("7@a",))
    picker.start()
    assert board.wait_for(lambda calls: calls[0].stage is Stage.RINGING_CALLEE)
    picker.join()
    assert call.stage is Stage.RINGING_AGENT, "a snapshot does not change"


def test_recording_ends_with_the_call() -> None:
    board = Switchboard()
    call_id = board.place("101", "1").call_id
    board.record(call_id, on=True, tag="T")
    recorded = board.find(call_id)
    assert recorded is not None
    assert (recorded.recording, recorded.tag) == (True, "T")
    board.hang_up(call_id)
    assert board.live() == ()
    assert not board.calls[0].recording


def test_unknown_calls_change_nothing() -> None:
    board = Switchboard()
    board.hang_up("nobody")
    assert not board.record("nobody", on=True)
    assert board.calls == ()


def test_whether_a_recording_was_changed_is_told() -> None:
    board = Switchboard()
    call_id = board.place("101", "1").call_id
    assert board.record(call_id, on=True)
    board.refuses_stop = True
    assert not board.record(call_id, on=False)
    board.refuses_stop = False
    assert board.record(call_id, on=False)
    board.hang_up(call_id)
    assert not board.record(call_id, on=True)
    assert len(board.calls[0].files) == 1


def test_close_lets_go_of_who_waits() -> None:
    board = Switchboard(answers_at_once=False)
    results: list[bool] = []
    waiter = threading.Thread(target=lambda: results.append(board.wait_for(bool, None)))
    waiter.start()
    board.close()
    waiter.join(10)
    assert results == [False]


def test_everything_is_told_in_order() -> None:
    board = Switchboard(answers_at_once=False)
    told: list[tuple[Stage, int]] = []
    board.listen(lambda call: told.append((call.stage, call.change)))
    call_id = board.place("101", "1").call_id
    board.pick_up(call_id)
    board.hang_up(call_id)
    board.pick_up(call_id)
    assert told == [(Stage.RINGING_AGENT, 1), (Stage.RINGING_CALLEE, 2), (Stage.ENDED, 3)]
    assert (board.sequence, board.reported_live()) == (3, ())


def test_what_is_held_is_told_later_and_at_once() -> None:
    board = Switchboard(answers_at_once=False)
    told: list[Stage] = []
    board.listen(lambda call: told.append(call.stage))
    call_id = board.place("101", "1").call_id
    board.hold()
    board.pick_up(call_id)
    board.answer(call_id)
    assert (board.calls[0].stage, board.reported[0].stage) == (Stage.CONNECTED, Stage.RINGING_AGENT)
    board.release()
    assert told == [Stage.RINGING_AGENT, Stage.CONNECTED]
    board.release()
    assert len(told) == 2, "each change is told once"
    board.hang_up(call_id)
    assert board.reported[0].stage is Stage.ENDED


def test_a_lost_event_is_never_told() -> None:
    board = Switchboard(answers_at_once=False)
    call_id = board.place("101", "1").call_id
    board.lose_next()
    board.hang_up(call_id)
    assert (board.live(), board.reported_live(), board.sequence) == ((), board.reported, 1)
