"""The phones of a simulated PBX, by typed command and by script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from traydial.simulator.phone import Phone, Step, play, read_script
from traydial.simulator.switchboard import Ending, Stage, Switchboard


@pytest.fixture
def board() -> Iterator[Switchboard]:
    board = Switchboard(answers_at_once=False)
    yield board
    board.close()


def test_a_call_goes_from_ring_to_ring_to_talk_to_its_end(board: Switchboard) -> None:
    phone = Phone(board)
    board.place("101", "0899098899")
    stages = [board.calls[0].stage]
    for words in ("answer", " Callee  ANSWERS\n", "hang up"):
        phone.do(words)
        stages.append(board.calls[0].stage)
    assert stages == [Stage.RINGING_AGENT, Stage.RINGING_CALLEE, Stage.CONNECTED, Stage.ENDED]
    assert board.calls[0].ending is Ending.HUNG_UP


@pytest.mark.parametrize(("words", "ending"), [("busy", Ending.BUSY), ("no answer", Ending.NO_ANSWER)])
def test_a_call_that_reaches_nobody(board: Switchboard, words: str, ending: Ending) -> None:
    board.place("101", "1")
    Phone(board).do(words)
    assert (board.calls[0].ending, board.calls[0].talk_s) == (ending, 0)


def test_recordings_leave_files_whose_names_are_kept(board: Switchboard) -> None:
    phone = Phone(board)
    board.place("101", "1", call_id="7", recording=True, file_name="first.wav")
    for words in ("record off", "record on", "record on", "record off"):
        phone.do(words)
    assert board.calls[0].files == ("first.wav", "7-2.wav")
    assert not board.calls[0].recording


def test_a_recording_that_cannot_be_stopped(board: Switchboard) -> None:
    board.place("101", "1", recording=True)
    Phone(board).do("refuse stop")
    Phone(board).do("record off")
    assert board.calls[0].recording


def test_another_call_is_nobodys_own(board: Switchboard) -> None:
    phone = Phone(board)
    own = board.place("101", "1")
    phone.do("another call")
    _, other = board.calls
    assert (other.extension, other.foreign, other.stage) == ("101", True, Stage.CONNECTED)
    phone.do("answer")
    assert board.calls[0].call_id == own.call_id
    assert board.calls[0].stage is Stage.RINGING_CALLEE
    phone.do("another call ends")
    assert [call.call_id for call in board.live()] == [own.call_id]


def test_words_that_nobody_knows_and_calls_that_are_not_there(board: Switchboard) -> None:
    with pytest.raises(ValueError, match="'dance' is none of: answer, callee answers"):
        Phone(board).do("dance")
    with pytest.raises(ValueError, match="no such call"):
        Phone(board).do("answer")


def test_a_script_is_readable() -> None:
    text = "# a call that is taken\n\n1.0 answer\n  2.5   callee  answers # after a while\n10 hang up\n"
    assert read_script(text) == (Step(1.0, "answer"), Step(2.5, "callee answers"), Step(10.0, "hang up"))


@pytest.mark.parametrize("line", ["answer", "1.0", "1.0 dance", "-1 answer", "nan answer", "1e9 answer"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2: "):
        read_script(f"0 answer\n{line}\n")


def test_every_call_goes_through_the_script(board: Switchboard) -> None:
    player = play((Step(0.0, "answer"), Step(0.0, "another call"), Step(0.01, "busy"), Step(0.02, "answer")), board)
    for number in ("1", "2"):
        call_id = board.place("101", number).call_id
        assert board.wait_for(lambda calls, own=call_id: any(c.call_id == own and c.ending for c in calls))
    own = [call for call in board.calls if not call.foreign]
    assert [(call.number, call.ending) for call in own] == [("1", Ending.BUSY), ("2", Ending.BUSY)]
    board.close()
    player.join(5)
    assert not player.is_alive()


def test_a_step_waits_for_its_time(board: Switchboard) -> None:
    play((Step(0.0, "answer"), Step(3600.0, "busy")), board)
    for number in ("1", "2"):
        call_id = board.place("101", number).call_id
        assert board.wait_for(
            lambda calls, own=call_id: any(c.call_id == own and c.stage is Stage.RINGING_CALLEE for c in calls)
        )
    assert [call.ending for call in board.calls] == [None, None]
