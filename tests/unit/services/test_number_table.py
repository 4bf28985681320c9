"""Tables of numbers as spreadsheets write them, through the engine and back into a file."""

from __future__ import annotations

import csv
import stat
import sys
from pathlib import Path

import pytest

from traydial.core.account import Account
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import TableError
from traydial.services import number_table

OFFICE = Account(id="office", pbx="tvox", region="IT")


def load(file: Path) -> list[str]:
    return [row.number for row in number_table.load(file, OFFICE, NumberRules(), region="IT")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_the_encodings_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "numbers.csv"
    file.write_bytes("città;number\r\nForlì;0543 123456\r\n".encode(encoding))
    assert load(file) == ["0543 123456"]


def test_what_was_saved_can_be_loaded_again(tmp_path: Path) -> None:
    file, results = tmp_path / "numbers.csv", tmp_path / "results.csv"
    file.write_text("number,expected\n+39 0444 123456,0444\n600,600\n")
    number_table.save(number_table.load(file, OFFICE, NumberRules(), region="IT"), results)
    assert load(results) == ["+39 0444 123456", "600"]
    with results.open(encoding="utf-8-sig", newline="") as opened:
        assert [row["result"] for row in csv.DictReader(opened)] == ["differs", "ok"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists, not modes")
def test_results_belong_to_their_owner_alone(tmp_path: Path) -> None:
    number_table.save((), tmp_path / "results.csv")
    assert stat.S_IMODE((tmp_path / "results.csv").stat().st_mode) == 0o600


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    large, long, bad = (tmp_path / f"{name}.csv" for name in ("large", "long", "bad"))
    long.write_text("600\n" * (number_table.LIMIT_LINES + 1))
    large.write_bytes(b"0" * (number_table.LIMIT_MB * 1_000_000 + 1))
    bad.write_text('"' + "0" * 200_000)
    for file, code in ((large, "table_too_large"), (long, "table_too_large"), (bad, "table_unreadable")):
        with pytest.raises(TableError) as raised:
            load(file)
        assert raised.value.code == code


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "absent.csv"):
        with pytest.raises(TableError) as raised:
            load(file)
        assert raised.value.code == "table_unreadable"
        assert raised.value.values["reason"]


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(TableError) as raised:
        number_table.save((), tmp_path / "taken")
    assert raised.value.code == "table_not_written"
