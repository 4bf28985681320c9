"""Applies a dial plan to a table of numbers: CSV in, CSV out, so that an administrator can test rules in bulk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traydial.core.dialplan.plan import home_region, plan
from traydial.core.dialplan.rules import check_rules
from traydial.core.errors import NumberRejected
from traydial.core.number.read import read

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.dialplan.rules import NumberRules

SEPARATORS = ",;\t"  # of the spreadsheets of most countries, of those with a decimal comma, and of what is pasted


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedNumber:
    """One row: the number as it stands in the table, and its plan or the reason why there is none."""

    number: str
    expected: str = ""
    plan: DialPlan | None = None
    error: NumberRejected | None = None

    @property
    def result(self) -> str:
        """Whether it is "ok" or "differs", where something is expected: what is dialled, or the code of the error."""
        if not self.expected:
            return ""
        outcome = self.plan.dialled if self.plan else self.error.code if self.error else ""
        return "ok" if outcome == self.expected else "differs"


def plan_table(text: str, account: Account, rules: NumberRules, *, region: str) -> tuple[PlannedNumber, ...]:
    """Plan every number of the CSV `text`, in the same order.

    A first row that holds a cell `number` names the columns, and a column `expected` may stand beside it: what should
    be dialled, or the code of the error. Without such a row the first cell of each row is the number. Raises
    ConfigError for a rule that cannot work, and csv.Error for what is no CSV.
    """
    check_rules(account.rules, account.outside_prefix)
    return tuple(
        _planned(number, expected.strip(), account, rules, region)
        for number, expected in _numbers(text.lstrip("\ufeff"))
    )


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number with what is expected of it."""
    for separator in SEPARATORS:
        rows = (row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(map(str.strip, row)))
        names = [name.strip().lower() for name in next(rows, [])]
        if "number" not in names:
            continue
        for row in rows:
            cells = dict(zip(names, row, strict=False))
            yield cells.get("number", ""), cells.get("expected", "")
        return
    for row in csv.reader(io.StringIO(text)):
        if any(map(str.strip, row)):
            yield row[0], ""


def _planned(number: str, expected: str, account: Account, rules: NumberRules, region: str) -> PlannedNumber:
    try:
        candidate, *others = read(number, region=home_region(account, rules, region=region)).candidates
        if others:
            several = NumberRejected("number_several", numbers=", ".join(c.text for c in (candidate, *others)))
            return PlannedNumber(number=number, expected=expected, error=several)
        made = plan(candidate, account, rules, region=region)
    except NumberRejected as error:
        return PlannedNumber(number=number, expected=expected, error=error)
    return PlannedNumber(number=number, expected=expected, plan=made)
