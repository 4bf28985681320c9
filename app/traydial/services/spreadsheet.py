"""Cells of a CSV file that people open with a spreadsheet: none of them may become a formula."""

from __future__ import annotations

import re
from typing import Final

# What spreadsheets take for the beginning of a formula; some read the wide signs of East Asia as well.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
# No formula can hide in a number, and with an apostrophe before it other programs would not dial it.
_NUMBER: Final = re.compile(r"\+[0-9][0-9 ]{0,30}(…[0-9]{1,2})?")


def cell(text: str) -> str:
    """Return `text` so that no spreadsheet computes it."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
