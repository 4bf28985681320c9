"""Numbers in prose, signatures, vCards, HTML, spreadsheet cells and what people type.

One pass over a bounded window: blot out what is never a number, find rows of digits, ask the numbering plan. Where two
readings are possible, the one with more numbers is taken (a person then chooses), or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from traydial.core import numbering, surroundings
from traydial.core.dialable import EXTENSION, FEATURE_CODE, SHORT_DIGITS, digits_of, identify, private, public
from traydial.core.errors import NumberRejected
from traydial.core.glyphs import INVISIBLE, OVERRIDES, canonical
from traydial.core.number import WINDOW, Candidate, NumberKind
from traydial.core.numbering import PublicNumber

_ROW = re.compile(rf"\+?\+?[ {INVISIBLE}]?\(?\+?[0-9][0-9 ()./\-{INVISIBLE}]*")
_HARD_BOUNDARY = re.compile(r"\. ")
_BOUNDARY = re.compile(r"[ (./\-]*[ /(][ (./\-]*")
_STRONG = re.compile(r" *[/|] *| -{1,3} | {3,}")
_LINE_BREAK = re.compile(r" *-? *\n[ \n]? *")
_PAUSES = re.compile(r",{2,6}[0-9]{1,12}#?(?![0-9])")
_VANITY = re.compile(
    r"(?<![\w+])(?:\+?1[ .\-])?\(?8[0-9]{2}\)?[ .\-][A-Z][A-Z\-]{2,11}(?![\w])|(?<![\w+])(?:1300|1800|0800)[ .\-][A-Z][A-Z\-]{2,11}(?![\w])"
)
_FEATURE_CODE_IN_PROSE = re.compile(
    r"\b(?:dial|press|call|digita(?:re)?|componi|comporre|wählen?(?: Sie)?|bấm|gọi) +([*#][0-9*#]{1,20})(?![\w*#])",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:tel(?:efono?)?|phone|call|dial|ring|ext(?:ension)?|int(?:erno)?|interno|durchwahl|nebenstelle|apparat|chiama(?:re|te)?|"
    r"notruf|emergency|emergenz[ae]|m(?:á|a\u0301)y l(?:ẻ|e\u0309)|g(?:ọ|o\u0323)i)[.:]? ?(?:(?:the|il|al|den|die|số|no\.?|nr\.?) )?$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r" ?/ ?[0-9]{1,3}$|(?<=[0-9]{4})-[0-9]$")
_TYPED = re.compile(r"[0-9+*#() ./\-]+")
_WRAPPING = " \n\t\"'<>[]{}.,;:!?"
_TYPED_LIMIT = 64
_LEAST_DIGITS = 7  # of a public number inside a text
_MOST_DIGITS = 15
_LOOK_UPS = 1000  # questions to the numbering plan per text: bounds the time for a text of digits alone


def candidates_of(text: str, region: str) -> tuple[tuple[Candidate, ...], bool]:
    """Return the distinct numbers in order, and whether not all of the text was read. Raises NumberRejected."""
    reader = _Reader(text[:WINDOW], region, cut=len(text) > WINDOW)
    found = reader.typed_code() or reader.prose() or reader.typed_local()
    if not found:
        raise NumberRejected("number_missing")
    distinct: dict[object, Candidate] = {}
    for candidate in sorted(found, key=lambda candidate: candidate.start):
        distinct.setdefault((candidate.digits, candidate.extension), candidate)
    return tuple(distinct.values()), reader.cut


class _Span(NamedTuple):
    start: int
    end: int


class _Reader:
    """One reading of one text. `plain` is the text in canonical characters, `clear` what is left to look at."""

    def __init__(self, text: str, region: str, *, cut: bool) -> None:
        self.text = text
        self.region = region
        self.cut = cut
        self.plain = canonical(text)
        self.clear = surroundings.cleared(self.plain)
        self.look_ups = 0

    # What a person typed or copied alone

    def typed_code(self) -> list[Candidate]:
        """A short number or a feature code that is the whole text."""
        span, written = self._alone()
        digits = digits_of(written)
        if written[:1] in ("*", "#"):
            is_code = FEATURE_CODE.fullmatch(digits) and not (written[0] == "*" == written[-1])
            return [self._private(digits, span)] if is_code and len(written) == len(digits) else []
        if not 1 <= len(digits) <= SHORT_DIGITS or digits != written or not digits.isdigit():
            return []
        if len(digits) == 1 and digits not in "09":  # a digit alone is more often a slip than an operator
            return []
        number = identify(digits, self.region) if len(digits) == SHORT_DIGITS else None
        if number and number.prefixed:
            return [self._public(number, span)]
        return [self._private(digits, span)]

    def typed_local(self) -> list[Candidate]:
        """A number without its area code, or digits with * or # after them, that is the whole text."""
        span, written = self._alone()
        digits = digits_of(written)
        if "*" in digits or "#" in digits:
            is_code = FEATURE_CODE.fullmatch(digits) and written == digits and digits[0] not in "*#"
            return [self._private(digits, span)] if is_code else []
        if (
            not digits.isdigit()
            or surroundings.is_spent(written)
            or self.clear[span.start : span.end] != self.plain[span.start : span.end]
        ):
            return []
        if not _LEAST_DIGITS <= len(digits) <= 8 or not numbering.is_local(digits, self.region):
            return []
        return [self._private(digits, span)]

    def _alone(self) -> tuple[_Span, str]:
        """Return the text without what wraps it, or nothing when it is more than one number's characters."""
        start = len(self.plain) - len(self.plain.lstrip(_WRAPPING + INVISIBLE))
        end = len(self.plain.rstrip(_WRAPPING + INVISIBLE))
        written = self.plain[start:end].replace(INVISIBLE, "")
        if self.cut or not 0 < end - start <= _TYPED_LIMIT or not _TYPED.fullmatch(written):
            return _Span(0, 0), ""
        return _Span(start, end), written

    # Numbers among other words

    def prose(self) -> list[Candidate]:
        found: list[Candidate] = []
        for span in self._joined_lines():
            found += self._read_piece(span)
        if "*" in self.clear or "#" in self.clear:
            found += [
                self._private(match[1], _Span(*match.span(1))) for match in _FEATURE_CODE_IN_PROSE.finditer(self.clear)
            ]
        for match in _VANITY.finditer(self.clear):
            number = self._identify(match[0])
            if number and number.type in ("toll_free", "shared_cost", "company"):
                found.append(self._public(number, _Span(*match.span())))
        return found

    def _rows(self) -> Iterator[_Span]:
        """Yield rows of digits and separators, without what cannot belong to one number."""
        for match in _ROW.finditer(self.clear):
            if self.cut and match.end() == len(self.clear):
                return  # it may go on behind the window
            start = match.start()
            for boundary in (*self._hard_boundaries(match), _Span(match.end(), match.end())):
                if span := self._trimmed(start, boundary.start):
                    yield span
                start = boundary.end

    def _hard_boundaries(self, match: re.Match[str]) -> Iterator[_Span]:
        """Yield where a row certainly falls apart: at a full stop, an unpaired bracket, brackets around a number."""
        row = match[0]
        if "(" not in row and ")" not in row and ". " not in row:
            return
        opened, digits = -1, 0
        boundaries = [_Span(found.start(), found.end()) for found in _HARD_BOUNDARY.finditer(row)]
        for place, character in enumerate(row):
            if character == "(":
                if opened >= 0:
                    boundaries.append(_Span(opened, opened + 1))
                opened, digits = place, 0
            elif character == ")":
                if opened < 0 or digits > 5:
                    boundaries.append(_Span(place, place + 1))
                    if opened >= 0:
                        boundaries.append(_Span(opened, opened + 1))
                opened = -1
            elif character.isdigit():
                digits += 1
        if opened >= 0:
            boundaries.append(_Span(opened, opened + 1))
        for boundary in sorted(boundaries):
            yield _Span(match.start() + boundary.start, match.start() + boundary.end)

    def _trimmed(self, start: int, end: int) -> _Span | None:
        row = self.clear[start:end]
        end = start + len(row.rstrip(f" ()./-{INVISIBLE}"))
        start += len(row) - len(row.lstrip(f" )./-{INVISIBLE}"))
        return _Span(start, end) if start < end else None

    def _joined_lines(self) -> Iterator[_Span]:
        """Yield rows, two as one where a line break stands inside a number."""
        held: _Span | None = None
        for row in self._rows():
            if held and self._continues(held, row):
                held = _Span(held.start, row.end)
                continue
            if held:
                yield held
            held = row
        if held:
            yield held

    def _continues(self, first: _Span, second: _Span) -> bool:
        """Whether a number breaks off at the end of a line and ends in a row alone at the start of the next."""
        clear = self.clear
        if _LINE_BREAK.fullmatch(clear, first.end, second.start) is None or clear[second.start] == "+":
            return False
        rest_of_line = clear[second.end : second.end + 80].partition("\n")[0]
        if rest_of_line.strip(" .,;:!?)\"'" + INVISIBLE):
            return False
        line_start = clear.rfind("\n", max(0, first.start - 80), first.start) + 1
        begins = clear[first.start] in "+(0" or not clear[line_start : first.start].strip(" ")
        if not begins and surroundings.label_before(clear, first.start) != "phone":
            return False
        left, right = self._number(first), self._number(second)
        joined = self._number(_Span(first.start, second.end))
        if joined is None or right is not None:
            return False
        if left is None:
            return True
        digits, more = len(left.e164), len(joined.e164) - len(left.e164)
        return digits <= 10 and more >= 4 and digits + more <= 14

    def _read_piece(self, span: _Span) -> list[Candidate]:
        clear = self.clear
        count = sum(map(str.isdigit, clear[span.start : span.end]))
        if count < _LEAST_DIGITS and clear[span.start] != "+":
            return self._read_announced(span)
        written = clear[span.start : span.end].replace(INVISIBLE, "")
        extension = EXTENSION.match(clear, span.end)
        end = extension.end() if extension else span.end
        if surroundings.is_spent(written) or not surroundings.allows(clear, span.start, end):
            return []
        if (
            written[0] != "+"
            and not written.startswith("00")
            and surroundings.label_before(clear, span.start) == "other"
        ):
            return []
        numbers = self._numbers(span)
        if not numbers:
            return []
        candidates = [self._public(number, place) for place, number in numbers]
        if numbers[-1][0].end != span.end:
            return candidates
        last = candidates[-1]
        if extension:
            last = replace(last, extension=extension[1])
        elif pauses := _PAUSES.match(clear, span.end):
            last = replace(last, post_dial=pauses[0])
        return [*candidates[:-1], last]

    def _read_announced(self, span: _Span) -> list[Candidate]:
        """A short or an emergency number right after a word that announces it, with nothing behind it."""
        digits = self.clear[span.start : span.end]
        if not digits.isdigit() or not 2 <= len(digits) <= SHORT_DIGITS or not surroundings.allows(self.clear, *span):
            return []
        if _ANNOUNCED.search(self.clear[max(0, span.start - 24) : span.start]) is None:
            return []
        candidate = self._private(digits, span)
        ends = self.clear[span.end : span.end + 1] in ("", "\n", ".", ",", ";", ")", "!", "?")
        return [candidate] if ends or candidate.kind is NumberKind.EMERGENCY else []

    def _numbers(self, span: _Span) -> list[tuple[_Span, PublicNumber]]:
        """Read a row as one number, or as several that each stand alone, or not at all."""
        whole = self._number(span)
        row = self.clear[span.start : span.end]
        if whole and (suffix := _SUFFIX.search(row)):
            first = _Span(span.start, span.start + suffix.start())
            if (number := self._number(first)) and ("/" in suffix[0] or number.country not in ("DE", "AT", "CH")):
                return [(first, number)]
        if whole and sum(map(str.isdigit, row)) < 2 * _LEAST_DIGITS:
            return [(span, whole)]
        starts = [
            span.start,
            *(span.start + found.end() - found[0].count("(") for found in _BOUNDARY.finditer(row) if 0 < found.start()),
        ]
        if split := self._split(starts, span.end):
            return split
        if whole:
            return [(span, whole)]
        parts = []
        start = span.start
        for found in (*_STRONG.finditer(row), None):
            end = span.start + found.start() if found else span.end
            part = self._trimmed(start, end)
            if part and part != span:
                parts += self._numbers(part)
            start = span.start + found.end() if found else end
        return parts

    def _split(self, starts: list[int], end: int) -> list[tuple[_Span, PublicNumber]]:
        """Cut a row into two or more numbers at `starts`, without a rest; nothing when that cannot be done."""
        for next_start in starts[1:]:
            first = self._trimmed(starts[0], next_start)
            number = self._number(first) if first else None
            if first is None or number is None:
                continue
            rest = starts[starts.index(next_start) :]
            last = self._trimmed(next_start, end)
            if last and (number_at_end := self._number(last)):
                return [(first, number), (last, number_at_end)]
            if others := self._split(rest, end):
                return [(first, number), *others]
        return []

    def _number(self, span: _Span) -> PublicNumber | None:
        """Return the public number that is the whole of `span`, written as its country writes numbers."""
        written = self.clear[span.start : span.end].replace(INVISIBLE, "")
        count = sum(map(str.isdigit, written))
        if not _LEAST_DIGITS <= count <= _MOST_DIGITS + 5:
            return None
        number = self._identify(written)
        if number is None or not number.prefixed:
            return None
        if number.e164.startswith("+1") and not _grouped_as_in_north_america(written):
            return None
        return number

    def _identify(self, written: str) -> PublicNumber | None:
        if self.look_ups >= _LOOK_UPS:
            self.cut = True
            return None
        self.look_ups += 1
        return identify(written, self.region)

    def _public(self, number: PublicNumber, span: _Span) -> Candidate:
        return self._marked(public(number, text=self.text[span.start : span.end], start=span.start))

    def _private(self, digits: str, span: _Span) -> Candidate:
        return self._marked(private(digits, self.region, text=self.text[span.start : span.end], start=span.start))

    def _marked(self, candidate: Candidate) -> Candidate:
        if any(override in self.text for override in OVERRIDES):
            return replace(candidate, oddities=candidate.oddities | {"look_alike"})
        return candidate


def _grouped_as_in_north_america(written: str) -> bool:
    """Whether separators stand only where a number of +1 has them: before its last 10, 7 and 4 digits."""
    digits = 0
    for place, character in enumerate(reversed(written)):
        if character.isdigit():
            digits += 1
        elif digits not in (0, 4, 7) and digits < 10 and place:
            return False
    return True
