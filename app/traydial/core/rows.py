"""Rows of digits in a cleared text: where one may start and where it certainly falls apart. Knows no numbering plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from traydial.core.glyphs import INVISIBLE

_ROW = re.compile(rf"\+?\+?[ {INVISIBLE}]?\(?\+?[0-9][0-9 ()./\-{INVISIBLE}]*")
_FULL_STOP = re.compile(r"\. ")
_LINE_BREAK = re.compile(r" *-? *\n *")
_IN_BRACKETS = 5  # digits: an area code; more are a number of its own


class Span(NamedTuple):
    start: int
    end: int


def rows(clear: str, *, cut: bool) -> Iterator[Span]:
    """Yield every row of digits and separators; `cut`: the last one may go on behind the text."""
    for match in _ROW.finditer(clear):
        if cut and match.end() == len(clear):
            return
        start = match.start()
        for boundary in (*_boundaries(match), match.end()):
            if span := trimmed(clear, start, boundary):
                yield span
            start = boundary


def trimmed(clear: str, start: int, end: int) -> Span | None:
    """Return clear[start:end] without the separators at its ends, or None when nothing is left."""
    row = clear[start:end]
    end = start + len(row.rstrip(f" ()./-{INVISIBLE}"))
    start += len(row) - len(row.lstrip(f" )./-{INVISIBLE}"))
    return Span(start, end) if start < end else None


def _boundaries(match: re.Match[str]) -> list[int]:
    """Return where a row falls apart: at a full stop, an unpaired bracket, brackets around a whole number."""
    row, first = match[0], match.start()
    if "(" not in row and ")" not in row and ". " not in row:
        return []
    boundaries = [first + found.start() + 1 for found in _FULL_STOP.finditer(row)]
    opened, digits = -1, 0
    for place, character in enumerate(row):
        if character == "(":
            if opened >= 0:
                boundaries.append(first + opened + 1)
            opened, digits = place, 0
        elif character == ")":
            if opened < 0:
                boundaries.append(first + place + 1)
            elif digits > _IN_BRACKETS:
                boundaries += (first + opened + 1, first + place + 1)
            opened = -1
        elif character.isdigit():
            digits += 1
    if opened >= 0:
        boundaries.append(first + opened + 1)
    return sorted(boundaries)


def breaks_line(clear: str, first: Span, second: Span) -> bool:
    """Whether `first` ends its line and `second` stands alone on the next one."""
    if _LINE_BREAK.fullmatch(clear, first.end, second.start) is None:
        return False
    return not clear[second.end : second.end + 80].partition("\n")[0].strip(" .,;:!?)\"'" + INVISIBLE)


def starts_line(clear: str, span: Span) -> bool:
    line_start = clear.rfind("\n", max(0, span.start - 80), span.start) + 1
    return not clear[line_start : span.start].strip(" ")
