"""Tables of numbers as files: reads a spreadsheet's CSV, applies a dial plan, and writes the results as CSV."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from traydial import files
from traydial.core.dialplan.table import PlannedNumber
from traydial.core.errors import TableError
from traydial.services.spreadsheet import cell

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.dialplan.rules import NumberRules
    from traydial.core.dialplan.table import PlannedNumber

LIMIT_MB: Final = 1
LIMIT_LINES: Final = 10_000  # some seconds' work


def load(file: Path, account: Account, rules: NumberRules, *, region: str) -> tuple[PlannedNumber, ...]:
    """Plan every number in `file`. Raises TableError, and ConfigError for a rule that cannot work."""
    import csv

    from traydial.core.dialplan.table import plan_table

    try:
        return plan_table(_text(file), account, rules, region=region)
    except OSError as error:
        raise TableError("table_unreadable", reason=error.strerror or type(error).__name__) from None
    except csv.Error as error:
        raise TableError("table_unreadable", reason=str(error)) from None


def save(table: Iterable[PlannedNumber], file: Path) -> None:
    """Write the results of a table to `file`, readable by its owner alone. Raises TableError.

    UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.
    """
    try:
        files.replace(file, written(table).encode("utf-8-sig", "replace"))
    except OSError as error:
        raise TableError("table_not_written", reason=error.strerror or type(error).__name__) from None


def _text(file: Path) -> str:
    """Read UTF-8, UTF-16 with its mark, or else the western European encoding of older spreadsheets."""
    with file.open("rb") as opened:
        data = opened.read(LIMIT_MB * 1_000_000 + 1)
    text = _decoded(data)
    if len(data) > LIMIT_MB * 1_000_000 or text.count("\n") > LIMIT_LINES:
        raise TableError("table_too_large", lines=LIMIT_LINES, megabytes=LIMIT_MB)
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


COLUMNS = ("number", "expected", "dialled", "access_code", "caller_id", "error", "result", "trace")


def written(numbers: Iterable[PlannedNumber]) -> str:
    """Return a CSV with `COLUMNS`, one row for each number; no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in numbers:
        made, error = row.plan, row.error.code if row.error else ""
        planned = (made.dialled, made.access_code, made.caller_id) if made else ("", "", "")
        trace = "; ".join(f"{step.rule}: {step.before} > {step.after}" for step in made.trace) if made else ""
        writer.writerow(map(cell, (row.number, row.expected, *planned, error, row.result, trace)))
    return out.getvalue()
