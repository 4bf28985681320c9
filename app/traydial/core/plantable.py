"""A table of numbers through a dial plan at once: CSV in, CSV out, so that an administrator can test rules in bulk."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from traydial.core.dialplan import home_region, plan
from traydial.core.errors import NumberRejected
from traydial.core.number import read

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.adapter import NumberRules

COLUMNS = ("number", "expected", "dialled", "access_code", "caller_id", "error", "result", "trace")


def plan_table(text: str, account: Account, rules: NumberRules, *, region: str) -> str:
    """Plan every number of the CSV `text` and return a CSV with `COLUMNS`, one row for each in the same order.

    A first row that holds a cell `number` names the columns, and a column `expected` may stand beside it: what should
    be dialled, or the code of the error. Without such a row the first cell of each row is the number. `result` is ok
    or differs where something is expected. Raises ConfigError for a rule that cannot work.
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "number" in names:
        del rows[0]
    else:
        names = ["number"]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        cells = dict(zip(names, row, strict=False))
        number, expected = cells.get("number", ""), cells.get("expected", "").strip()
        planned = _planned(number, account, rules, region)
        outcome = planned.get("error") or planned.get("dialled")
        result = ("ok" if outcome == expected else "differs") if expected else ""
        writer.writerow({"number": number, "expected": expected, "result": result} | planned)
    return out.getvalue()


def _planned(number: str, account: Account, rules: NumberRules, region: str) -> dict[str, str]:
    try:
        candidate, *others = read(number, region=home_region(account, rules, region=region)).candidates
        if others:
            return {"error": "number_several"}
        made = plan(candidate, account, rules, region=region)
    except NumberRejected as error:
        return {"error": error.code}
    return {
        "dialled": made.dialled,
        "access_code": made.access_code,
        "caller_id": made.caller_id,
        "trace": "; ".join(f"{step.rule}: {step.before} > {step.after}" for step in made.trace),
    }
