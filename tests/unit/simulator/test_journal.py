"""What the journal of a simulated PBX shows, hides and waits for."""

import threading

import pytest

from traydial.simulator.faults import Fault
from traydial.simulator.journal import Entry, Journal
from traydial.simulator.message import Request


def add(journal: Journal, action: str = "dial", **fields: str) -> None:
    request = Request(method="POST", path="/dial", query="apiKey=topsecret", headers={"cookie": "x=topsecret"})
    journal.add(request, action, "101 calls 0899098899", fields, Fault.SLOW)


def test_an_entry_reads_as_a_sentence() -> None:
    journal = Journal()
    add(journal)
    entry = journal.entries[0]
    assert str(entry) == f"{entry.at:%H:%M:%S} dial: 101 calls 0899098899 (POST /dial) [fault: slow]"


def test_no_secret_is_printed() -> None:
    journal = Journal()
    add(journal, apiKey="topsecret", token="topsecret", password="", number="1")
    entry = journal.entries[0]
    assert entry.fields == {"apiKey": "***", "token": "***", "password": "", "number": "1"}
    assert "topsecret" not in f"{entry} {entry!r} {journal.entries!r} {entry.request!r}"
    assert entry.request.query == "apiKey=topsecret"


def test_listeners_hear_every_entry() -> None:
    journal = Journal()
    heard: list[Entry] = []
    journal.listen(heard.append)
    add(journal, "login")
    add(journal, "dial")
    assert [entry.action for entry in heard] == ["login", "dial"]
    assert [entry.number for entry in journal.of("dial")] == [2]


def test_waits_for_what_has_come_and_for_what_comes() -> None:
    journal = Journal()
    add(journal, "login")
    assert journal.wait_for(lambda entry: entry.action == "login", 0).number == 1
    sender = threading.Thread(target=add, args=(journal, "dial"))
    sender.start()
    assert journal.wait_for(lambda entry: entry.action == "dial").number == 2
    sender.join()


def test_what_does_not_come_is_said_with_what_came() -> None:
    journal = Journal()
    add(journal, "login")
    with pytest.raises(TimeoutError, match="login: 101 calls"):
        journal.wait_for(lambda entry: entry.action == "dial", 0)
