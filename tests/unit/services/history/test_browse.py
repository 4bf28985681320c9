"""Browsing the history in a real database: what it finds, changes, deletes and exports."""

import csv
import itertools
import os
import sqlite3
import stat
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traydial.core.call import Call, CallRef, CallState, RecordingState
from traydial.core.consent import Source
from traydial.core.dialplan.plan import DialPlan
from traydial.core.errors import HistoryError
from traydial.core.number.value import Candidate, NumberKind
from traydial.services.history import browse
from traydial.services.history.browse import HistoryBrowser
from traydial.services.history.export import COLUMNS
from traydial.services.history.search import folded, search_text, terms
from traydial.services.history.store import HistoryStore

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def call(number, *, days=0, **changes):
    candidate = Candidate(
        text=number,
        start=0,
        end=len(number),
        kind=NumberKind.GLOBAL if number.startswith("+") else NumberKind.SHORT,
        digits=number,
        e164=number if number.startswith("+") else None,
    )
    plan = DialPlan(candidate=candidate, account_id="office", dialled=number.replace("+", "00"))
    at = NOON - timedelta(days=days)
    return replace(Call(id=os.urandom(4).hex(), account_id="office", pbx="tvox", plan=plan, requested_at=at), **changes)


@pytest.fixture
def history(tmp_path):
    history = HistoryStore(tmp_path / "history.sqlite", now=lambda: NOON)
    yield history
    history.close()


@pytest.fixture
def archive(history):
    archive = HistoryBrowser(history.connect)
    yield archive
    archive.close()


@pytest.fixture
def filled(history, archive):
    """Ten calls, one a day; the newest went to +39044412340."""
    for day in reversed(range(10)):
        history.add(call(f"+3904441234{day}", days=day), Source.LINK)
    return archive


def numbers(entries):
    return [entry.e164 or entry.digits for entry in entries]


def test_pages_follow_each_other_without_a_gap(filled):
    pages, before = [], None
    while page := filled.page(before=before, limit=4):
        pages.append(numbers(page))
        before = page[-1].row
    assert [len(page) for page in pages] == [4, 4, 2]
    assert list(itertools.chain(*pages)) == [f"+3904441234{day}" for day in range(10)]


def test_a_call_that_comes_between_two_pages_repeats_none(filled, history):
    first = filled.page("0444", limit=5)
    history.add(call("+390444999999"), Source.LINK)
    second = filled.page("0444", before=first[-1].row, limit=5)
    assert len({entry.row for entry in first + second}) == 10


def test_names_and_notes_are_found_and_a_name_is_at_every_call(filled, history):
    history.add(call("+39044412345", days=-1), Source.LINK)
    entry = filled.page("44412345")[0]
    filled.annotate(entry, name="Anna Bianchi", note="Vuole un’offerta")
    assert [(e.name, e.note) for e in filled.page("anna")] == [
        ("Anna Bianchi", "Vuole un’offerta"),
        ("Anna Bianchi", ""),
    ]
    assert len(filled.page("OFFERTA")) == 1
    filled.annotate(entry, name="Bruno", note="")
    assert filled.page("anna") == filled.page("offerta") == ()
    assert len(filled.page("bruno 0444")) == 2


def test_one_or_two_characters_look_among_the_latest_calls(filled, monkeypatch):
    assert len(filled.page("44")) == 10
    monkeypatch.setattr(browse, "LATEST", 3)
    assert len(filled.page("44")) == 3
    assert len(filled.page("444")) == 10


def test_what_is_deleted_is_not_found_any_more(filled, tmp_path):
    filled.annotate(filled.page()[0], name="Zebedeus", note="")
    rows = [entry.row for entry in filled.page(limit=4)]
    filled.delete(rows)
    assert len(filled.page()) == len(filled.page("0444")) == 6
    filled.close()
    assert all(b"zebedeus" not in file.read_bytes().lower() for file in tmp_path.iterdir())


def test_what_is_deleted_leaves_no_bytes_in_the_file(history, tmp_path):
    def connect():
        connection = history.connect()
        connection.execute("PRAGMA secure_delete = OFF")  # as SQLite is built on some systems
        return connection

    history.add(call("+390444123456", tag="zebedeus"), Source.LINK)
    history.close()
    archive = HistoryBrowser(connect)
    archive.delete_all()
    files = {file.name: file.read_bytes().lower() for file in tmp_path.iterdir()}
    archive.close()
    assert files
    assert [name for name, held in files.items() if b"zebedeus" in held] == []


def test_everything_can_be_deleted_and_calls_go_on_being_written(filled, history):
    filled.delete_all()
    assert filled.page() == filled.page("0444") == ()
    history.add(call("+390444777777"), Source.LINK)
    assert numbers(filled.page("7777")) == ["+390444777777"]
    filled.delete([filled.page()[0].row])
    assert filled.page("7777") == ()


def test_old_calls_are_deleted_some_at_a_time(filled, monkeypatch):
    monkeypatch.setattr(browse, "AT_ONCE", 3)
    older = NOON - timedelta(days=5, hours=1)
    assert [filled.prune(older), filled.prune(older)] == [True, False]
    assert numbers(filled.page()) == [f"+3904441234{day}" for day in range(6)]


def test_a_history_that_does_not_answer_is_an_error_with_a_code(tmp_path, caplog):
    (tmp_path / "history.sqlite").mkdir()
    history = HistoryStore(tmp_path / "history.sqlite", now=lambda: NOON)
    with pytest.raises(HistoryError, match="history_unavailable"):
        HistoryBrowser(history.connect).page()
    assert "does not answer" in caplog.text


TEXTS = st.text(alphabet="aàbc đÈ12 3'\"-\n*", max_size=8)
CALLS = st.lists(
    st.tuples(st.sampled_from(["+390444123", "+39044412345", "+842431234567", "600", "*21#"]), TEXTS, TEXTS)
)


@settings(max_examples=60, deadline=None)
@given(CALLS, st.one_of(TEXTS, st.from_regex(r"[+0-9 ]{1,9}", fullmatch=True), st.sampled_from(["0444 12", "bc 600"])))
def test_the_index_finds_what_a_look_at_every_call_finds(calls, query):
    with tempfile.TemporaryDirectory() as folder:
        history = HistoryStore(Path(folder) / "history.sqlite", now=lambda: NOON)
        archive = HistoryBrowser(history.connect)
        for number, _, _ in calls:
            history.add(call(number), Source.LINK)
        for entry, (_, name, note) in zip(archive.page(), reversed(calls), strict=True):
            archive.annotate(entry, name=name, note=note)
        looked_at = [
            entry.row
            for entry in archive.page()
            if all(
                any(
                    reading in search_text(entry.number, entry.digits, entry.e164, entry.name, entry.note)
                    for reading in term
                )
                for term in terms(query)
            )
        ]
        assert [entry.row for entry in archive.page(query)] == looked_at
        word = folded(query)
        if word.isalpha():
            assert looked_at == [e.row for e in archive.page() if word in folded(e.name) or word in folded(e.note)]
        archive.close()
        history.close()


def exported(archive, target, query="", *, mask=False):
    count = archive.export(target, query, mask=mask)
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") > count
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == count
    return rows


def test_an_export_says_all_that_is_known(history, archive, tmp_path):
    placed = call("+390444123456", tag="sales", reference="42")
    history.add(placed, Source.DIAL_WINDOW)
    history.update(
        replace(
            placed,
            state=CallState.ENDED,
            ref=CallRef(),
            answer='Result: "OK", 1',
            connected_at=NOON,
            duration_s=65,
            recording=RecordingState.ON,
            recording_url="https://pbx.test/1.mp3",
        )
    )
    history.note_recording_consent(placed.id, given=True, at=NOON)
    archive.annotate(archive.page()[0], name="Anna", note="two\nlines")
    (row,) = exported(archive, tmp_path / "calls.csv")
    assert tuple(row) == COLUMNS
    local = f"{NOON.astimezone():%Y-%m-%d %H:%M:%S}"
    assert row == {
        "time": local,
        "utc": "2026-11-21T12:00:00+00:00",
        "number": "+390444123456",
        "name": "Anna",
        "outcome": "ended",
        "answer": 'Result: "OK", 1',
        "connected": local,
        "duration_s": "65",
        "account": "office",
        "pbx": "tvox",
        "source": "palette",
        "dialled": "00390444123456",
        "country": "",
        "recorded": "yes",
        "recording_url": "https://pbx.test/1.mp3",
        "recording_consent": "yes",
        "recording_consent_at": local,
        "note": "two\nlines",
        "tag": "sales",
        "reference": "42",
        "error": "",
        "id": placed.id,
    }


def test_an_export_holds_what_the_search_finds_and_masks(filled, tmp_path):
    rows = exported(filled, tmp_path / "calls.csv", "44412345", mask=True)
    assert [(row["number"], row["dialled"]) for row in rows] == [("+39044…45", "0039044…45")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists, not modes")
def test_an_exported_file_belongs_to_its_owner_alone(filled, tmp_path):
    filled.export(tmp_path / "calls.csv", "", mask=False)
    assert stat.S_IMODE((tmp_path / "calls.csv").stat().st_mode) == 0o600


def test_an_export_that_fails_leaves_the_file_as_it_was(filled, tmp_path):
    target = tmp_path / "calls.csv"
    target.write_text("before")
    filled.close()
    connection = sqlite3.connect(tmp_path / "history.sqlite")
    with connection:
        connection.execute("UPDATE calls SET state = 'nonsense' WHERE row = 1")
    connection.close()
    with pytest.raises(ValueError, match="nonsense"):
        filled.export(target, "", mask=False)
    assert target.read_text() == "before"
    assert list(tmp_path.glob("*.csv*")) == [target]
    with pytest.raises(HistoryError, match="history_not_exported"):
        filled.export(target / "calls.csv", "", mask=False)  # a file is no folder
