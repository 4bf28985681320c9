"""Rows of digits in a cleared text: where one may start and where it must be split. Knows no numbering plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from traydial.core.number.characters import INVISIBLE

_ROW = re.compile(rf"\+?\+?{INVISIBLE}{{0,12}} ?\(?\+?[0-9][0-9 ()./\-{INVISIBLE}]*")  # "&plus;39" has five marks
_BREAK = re.compile(r"\. |[()]")
_MARK = re.compile(rf"[ {INVISIBLE}][0-9]{{1,2}}$")  # "2." or "2)" in a list, behind a number
_LINE_BREAK = re.compile(r" *-? *\n *")
_LINE_LIMIT = 80  # characters that are looked at before or behind a row
_IN_BRACKETS = 6  # digits: an area code, as in (033203) 12345; more are a number of its own


class Span(NamedTuple):
    start: int
    end: int


def runs(clear: str, *, cut: bool) -> Iterator[Span]:
    """Yield every row of digits and separators; `cut`: the last one may go on behind the text.

    A row falls apart at a full stop, at an unpaired bracket and at brackets around a whole number. Where "56. " or
    "56)" may be the end of a number or the mark of the next item in a list, what stands before is no row.
    """
    for match in _ROW.finditer(clear):
        if cut and match.end() == len(clear):
            return
        start = match.start()
        for end, is_mark in _ends(match):
            span = trimmed(clear, start, end)
            if span and not (is_mark and _MARK.search(clear, span.start, span.end)):
                yield span
            start = end


def _is_open(clear: str, start: int) -> bool:
    line = _line_before(clear, start)
    return line.count("(") > line.count(")")


def _line_before(clear: str, start: int) -> str:
    return clear[max(0, start - _LINE_LIMIT) : start].rpartition("\n")[2]


def trimmed(clear: str, start: int, end: int) -> Span | None:
    """Return clear[start:end] without the separators at its ends, or None when nothing is left."""
    row = clear[start:end]
    end = start + len(row.rstrip(f" ()./-{INVISIBLE}"))
    start += len(row) - len(row.lstrip(f" )./-{INVISIBLE}"))
    return Span(start, end) if start < end else None


def _ends(match: re.Match[str]) -> Iterator[tuple[int, bool]]:
    """Yield where a row falls apart, and whether the digits before that may be a list's mark."""
    opened: re.Match[str] | None = None
    for found in _BREAK.finditer(match.string, match.start(), match.end()):
        if found[0] == "(":
            if opened:
                yield opened.end(), False
            opened = found
        elif found[0] == ")":
            if not opened:
                yield found.end(), not _is_open(match.string, match.start())
            elif digit_count(match.string[opened.end() : found.start()]) > _IN_BRACKETS:
                yield opened.end(), False
                yield found.end(), False
            opened = None
        else:
            yield found.end(), True
    if opened:
        yield opened.end(), False
    yield match.end(), False


def follows_line_break(clear: str, first: Span, second: Span) -> bool:
    """Whether `first` ends its line and `second` starts the next one."""
    return _LINE_BREAK.fullmatch(clear, first.end, second.start) is not None


def starts_line(clear: str, span: Span) -> bool:
    return not _line_before(clear, span.start).strip(" ")


def ends_line(clear: str, span: Span) -> bool:
    return not clear[span.end : span.end + _LINE_LIMIT].partition("\n")[0].strip(" .,;:!?)\"'" + INVISIBLE)


def digit_count(text: str) -> int:
    return sum(map(str.isdigit, text))
