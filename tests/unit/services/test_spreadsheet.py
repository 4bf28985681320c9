"""Cells that spreadsheets open: text stays text and a number stays a number."""

from __future__ import annotations

import pytest

from traydial.services.spreadsheet import cell


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign):
    assert cell(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"
    assert cell(f"Anna {sign} Bruno") == f"Anna {sign} Bruno"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("+390444123456", "+390444123456"),
        ("+39 0444 123456", "+39 0444 123456"),
        ("+1+2", "'+1+2"),
        ("+39-0444", "'+39-0444"),
        ("+1\n", "'+1\n"),
    ],
)
def test_a_number_stays_one(text, written):
    assert cell(text) == written
