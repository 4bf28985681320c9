"""Tables of numbers: every row comes back in its place, with its dialled number or its error."""

from __future__ import annotations

import csv
import io

import pytest

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.dialplan.rules import NumberRules
from traydial.core.dialplan.table import plan_table
from traydial.core.errors import ConfigError
from traydial.services.number_table import COLUMNS, written

OFFICE = Account(id="office", pbx="tvox", region="IT")


def planned(text: str, office: Account = OFFICE) -> list[dict[str, str]]:
    table = written(plan_table(text, office, NumberRules(), region=""))
    assert table.splitlines()[0] == ",".join(COLUMNS)
    return list(csv.DictReader(io.StringIO(table)))


def test_numbers_alone_are_a_table() -> None:
    first, second = planned("+39 0444 123456\r\n\r\n600,ignored\r\n")
    assert (first["number"], first["dialled"], first["result"]) == ("+39 0444 123456", "+390444123456", "")
    assert (second["number"], second["dialled"], second["expected"]) == ("600", "600", "")


def test_columns_may_stand_anywhere() -> None:
    rows = planned(
        'name, Expected ,NUMBER\n"Bob, London",+442079460000,020 7946 0000\nAnn,600,600\nZoe,500,600\nnobody\n'
    )
    assert [row["result"] for row in rows] == ["differs", "ok", "differs", ""]
    assert rows[3]["error"] == "number_missing"


def test_an_error_can_be_expected() -> None:
    rows = planned(
        "number,expected\n"
        "0444 123456 or 06 1234 5678,number_several\n"
        "tel:+39%0A0444,number_missing\n"
        "bob,number_missing\n"
    )
    assert [(row["error"], row["result"]) for row in rows] == [
        ("number_several", "ok"),
        ("number_control_characters", "differs"),
        ("number_missing", "ok"),
    ]


def test_the_trace_and_what_travels_apart_are_shown() -> None:
    rules = (Rule(kind=RuleKind.CALLER_ID, match="+44*", use="+390444123456"),)
    (row,) = planned("+44 20 7946 0000", Account(id="a", pbx="tvox", region="IT", outside_prefix="0", rules=rules))
    assert (row["dialled"], row["caller_id"]) == ("000442079460000", "+390444123456")
    assert row["trace"].split("; ") == [
        "caller_id: +442079460000 > +442079460000",
        "form_dialled_abroad: +442079460000 > 00442079460000",
        "outside_prefix: 00442079460000 > 000442079460000",
    ]


def test_an_empty_table_is_a_heading() -> None:
    assert planned("") == planned("number\n") == planned("\n\n") == []


def test_a_rule_that_cannot_work_is_no_row() -> None:
    for table in ("600", ""):
        with pytest.raises(ConfigError):
            planned(table, Account(id="a", pbx="tvox", rules=(Rule(kind=RuleKind.INTERNAL, match="x-y"),)))


@pytest.mark.parametrize("heading", ["name;number;expected", "name\tnumber\texpected", "\ufeffname;Number;expected"])
def test_the_heading_shows_what_separates_the_cells(heading: str) -> None:
    separator = ";" if ";" in heading else "\t"
    (row,) = planned(f"{heading}\n" + separator.join(("Bob, London", "600", "600")))
    assert (row["number"], row["dialled"], row["result"]) == ("600", "600", "ok")


def test_a_link_with_parameters_is_one_cell() -> None:
    (row,) = planned("tel:0444123456;phone-context=+39\n")
    assert row["number"] == "tel:0444123456;phone-context=+39"


def test_no_cell_of_the_answer_is_a_formula() -> None:
    (row,) = planned("number,expected\n=1+1,=HYPERLINK(1)\n")
    assert (row["number"], row["expected"]) == ("'=1+1", "'=HYPERLINK(1)")
