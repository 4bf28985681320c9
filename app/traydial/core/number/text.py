"""Numbers in prose, signatures, vCards, HTML, spreadsheet cells and what people type.

One pass over a bounded window: blot out what is never a number, find rows of digits, ask the numbering plan. Where two
readings are possible, the one with more numbers is taken (a person then chooses), or none.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from traydial.core.errors import NumberRejected
from traydial.core.number import context, digit_runs, numbering, vocabulary
from traydial.core.number.characters import INVISIBLE, OVERRIDES, canonical
from traydial.core.number.digit_runs import Span
from traydial.core.number.identify import (
    FEATURE_CODE,
    SHORT_DIGITS,
    digits_of,
    guess,
    identify,
    identify_spelled,
    private,
    public,
    starts_with_number,
)
from traydial.core.number.numbering import PublicNumber
from traydial.core.number.value import WINDOW, Candidate, NumberKind

_BOUNDARIES = (re.compile(r"(?:/ ?|  | - )(?=[0-9(])"), re.compile(r"[ /](?=[0-9(])"))  # the clearer ones first
_SEPARATOR = re.compile(r" +/ *| */ +| -{1,3} | {3,}")
_COUNT_BEFORE = re.compile(r"[0-9]{1,5} +(?=\([0-9]+\) [0-9\-]+$|[0-9]{3}[\-.][0-9]{3}[\-.][0-9]{4}$)")  # Suite 200
_SLASH = re.compile(r"/")
_COLUMNS = re.compile(r"^0 |^[2-7] [0-9]|[0-9] {3,}[0-9]|^[1-9].*[0-9]  [0-9]")  # of a table
_PAUSES = re.compile(r",{2,6}[0-9]{1,12}#?(?![0-9])")
_VANITY = re.compile(r"(?<![\w+])(?:(?:\+?1[ .\-])?\(?8[0-9]{2}\)?|1300|1800|0800)[ .\-][A-Z][A-Z\-]{2,11}(?!\w)")
_LETTER_AFTER_DIGIT = re.compile(r"[0-9]\)?[ .\-][A-Z]")
_SUFFIX = re.compile(r" ?/ ?[0-9]{1,3}$|(?<=[0-9]{4})-[0-9]$")  # 123456/7: one of two numbers; 123456-7: perhaps
_DIRECT_DIALLING = ("DE", "AT", "CH")  # where a last "-0" is part of the number
_WHOLE_DIGITS = 9  # national; such a number needs no further digit
_RARE_TYPES = ("premium_rate", "pager", "voicemail", "personal")  # without a prefix: more likely another thing
_COMPANY_TYPES = ("toll_free", "shared_cost", "company")
_GROUP = re.compile(r"[0-9]+")
_EIGHT = 8
_EIGHT_DIGITS_GROUPED = ("8", "44", "2222", "323", "28", "244", "22222", "2323")  # the last four with their code
_TYPED = re.compile(r"[0-9+*#() ./\-]+")
_TYPED_LIMIT = 64
_NATIONAL = re.compile(r"\(?(?!00)[0-9]{2,}(?:[) /\-]{1,2}[0-9]{2,})*")
_NATIONAL_DIGITS = range(9, 13)
_WRAPPING = f" \n\t\"'<>[]{{}}.,;:!?{INVISIBLE}"
_NOTHING = (Span(0, 0), "")
_LONGITUDE_LIMIT = 180  # degrees
_LONE_CODE = re.compile(r"\(?\+[1-9][0-9]{0,2}[^0-9\w\n]{1,4}")
_OPERATORS = "09"
_WORDS_LIMIT = 24  # characters of the words that announce a number
_LEAST_DIGITS = 7  # of a public number inside a text
_BRACKETS = 2  # pairs: the country's code and the area's
_MOST_DIGITS = 20  # international prefix and E.164
_LOCAL_GROUPED = re.compile(r"[0-9]{3,4}[ \-][0-9]{4}")
_LOCAL_DIGITS = 8  # of a number without its area code
_SHORT_E164 = 10  # characters; a number as short as this may be the first half of one
_PART_LIMIT = 60  # characters; a number and its separators are no longer
_ROW_LIMIT = 400  # characters; a longer row is a list, and is cut only where that is plain
LOOK_UPS = 500  # questions to the numbering plan per text: bounds the time for a text of digits alone


def candidates_of(text: str, region: str) -> tuple[tuple[Candidate, ...], bool]:
    """Return the distinct numbers in order, and whether not all of the text was read.

    Raises NumberRejected: number_missing, or number_not_in_country where the text is a number of another country.
    """
    reader = _Reader(text[:WINDOW], region, cut=len(text) > WINDOW)
    found = reader.typed_code() or reader.prose() or reader.typed_local()
    if not found and reader.typed_foreign():
        raise NumberRejected("number_not_in_country", country=region)
    if not found:
        raise NumberRejected("number_missing")
    distinct: dict[object, Candidate] = {}
    for candidate in sorted(found, key=lambda candidate: candidate.start):
        distinct.setdefault((candidate.digits, candidate.extension), candidate)
    return tuple(distinct.values()), reader.cut


class _Gap(enum.Enum):
    """What stands between two rows of digits."""

    INSIDE = enum.auto()  # they are one number
    BETWEEN = enum.auto()
    UNCLEAR = enum.auto()  # neither can be read without the other, nor with it


class _Reader:
    """One reading of one text. `plain` is the text in canonical characters, `clear` what is left to look at."""

    def __init__(self, text: str, region: str, *, cut: bool) -> None:
        self.text = text
        self.region = region
        self.cut = cut
        self.plain = canonical(text)
        self.clear = context.cleared(self.plain)
        self.alone, self.written = _alone(self.plain) if not cut else _NOTHING
        self.known: dict[str, PublicNumber | None] = {}

    # What a person typed or copied alone

    def typed_code(self) -> list[Candidate]:
        """A short number or a feature code that is the whole text."""
        span, written = self.alone, self.written
        digits = digits_of(written)
        if not digits or digits != written:
            return []
        if digits[0] in "*#":
            emphasised = digits[0] == "*" == digits[-1]
            return [self._private(digits, span)] if FEATURE_CODE.fullmatch(digits) and not emphasised else []
        if not digits.isdigit() or len(digits) > SHORT_DIGITS:
            return []
        if len(digits) == 1 and digits not in _OPERATORS:  # a digit alone is a slip
            return []
        number = self._identify(digits) if len(digits) == SHORT_DIGITS else None
        if number and number.prefixed:
            return [self._public(number, span)]
        return [self._private(digits, span)]

    def typed_local(self) -> list[Candidate]:
        """The whole text is a number without its area code, a short company number, or digits that end in a code."""
        span, written = self.alone, self.written
        digits = digits_of(written)
        if digits == written and FEATURE_CODE.fullmatch(digits) and digits[0] not in "*#":
            return [self._private(digits, span)]
        if (
            not digits.isdigit()
            or context.is_not_a_phone_number(written)
            or self.clear[span.start : span.end] != written
        ):
            return []
        number = self._identify(digits)
        if number and number.prefixed and number.type in _COMPANY_TYPES:  # 13 12 34
            return [self._public(number, span)]
        if _LEAST_DIGITS <= len(digits) <= _LOCAL_DIGITS and numbering.is_local(digits, self.region):
            return [self._private(digits, span)]
        return []

    def typed_foreign(self) -> bool:
        """Whether the whole text is as long as a national number, and the region has none of these digits."""
        span, written = self.alone, self.written
        if _NATIONAL.fullmatch(written) is None or self.clear[span.start : span.end] != written:
            return False
        digits = digits_of(written)
        return (
            len(digits) in _NATIONAL_DIGITS
            and not context.is_not_a_phone_number(written)
            and self._identify(digits) is None
            and not starts_with_number(written, self.region)
        )

    # Numbers among other words

    def prose(self) -> list[Candidate]:
        found: list[Candidate] = []
        read_to = 0  # an extension behind a number is no number of its own
        for span in self._joined_rows():
            if span.start >= read_to:
                candidates, read_to = self._read_row(span)
                found += candidates
        for match in _VANITY.finditer(self.clear) if _LETTER_AFTER_DIGIT.search(self.clear) else ():
            if number := identify_spelled(match[0], self.region):
                found.append(self._public(number, Span(*match.span())))
        if "*" in self.clear or "#" in self.clear:
            codes = vocabulary.FEATURE_CODE.finditer(self.clear)
            found += [self._private(match[1], Span(*match.span(1))) for match in codes]
        return found

    def _joined_rows(self) -> Iterator[Span]:
        """Yield rows, two as one where a line break or a lone country code parts a number."""
        held: Span | None = None
        for row in digit_runs.runs(self.clear, cut=self.cut):
            gap = self._gap(held, row) if held else _Gap.BETWEEN
            if held and gap is _Gap.INSIDE:
                held = Span(held.start, row.end)
                continue
            if held and gap is _Gap.BETWEEN:
                yield held
            held = None if gap is _Gap.UNCLEAR else row
        if held:
            yield held

    def _gap(self, first: Span, second: Span) -> _Gap:
        clear = self.clear
        if clear[second.start] == "+":
            return _Gap.BETWEEN
        joined = Span(first.start, second.end)
        if _LONE_CODE.fullmatch(clear, first.start, second.start):  # "+49 | 030 123456"
            return _Gap.INSIDE if self._number(joined) else _Gap.UNCLEAR
        if not digit_runs.follows_line_break(clear, first, second) or self._number(second):
            return _Gap.BETWEEN
        return self._line_break(first, second, self._number(joined))

    def _line_break(self, first: Span, second: Span, joined: PublicNumber | None) -> _Gap:
        """Decide whether a line break is inside a number; the second row alone is none."""
        if joined is None:
            return _Gap.BETWEEN
        left = self._number(first)
        if left and (len(left.e164) > _SHORT_E164 or not 3 <= len(joined.e164) - len(left.e164) <= 6):
            return _Gap.BETWEEN
        begun = self.clear[first.start] == "+" or self._vouched(first)
        alone = digit_runs.ends_line(self.clear, second) and (
            self.clear[first.start] in "(0" or digit_runs.starts_line(self.clear, first)
        )
        if begun or alone:
            return _Gap.INSIDE
        return _Gap.UNCLEAR if left else _Gap.BETWEEN

    def _read_row(self, span: Span) -> tuple[list[Candidate], int]:
        """Return the numbers of one row, and how far the text was read for them."""
        clear = self.clear
        if clear[span.start] != "+" and digit_runs.digit_count(clear[span.start : span.end]) < _LEAST_DIGITS:
            return self._read_announced(span), span.end
        written = clear[span.start : span.end].replace(INVISIBLE, "")
        extension = vocabulary.EXTENSION.match(clear, span.end)
        end = extension.end() if extension else span.end
        if context.is_not_a_phone_number(written) or not context.allows(clear, span.start, end):
            return [], end
        if not written.startswith(("+", "00")) and not self._may_be_national(span, written):
            return [], end
        numbers = self._numbers(span)
        if not numbers:
            return self._read_unassigned(span, written), end
        candidates = [self._public(number, place) for place, number in numbers]
        if numbers and numbers[-1][0].end == span.end:
            if extension:
                candidates[-1] = replace(candidates[-1], extension=extension[1])
            elif pauses := _PAUSES.match(clear, span.end):
                candidates[-1] = replace(candidates[-1], post_dial=pauses[0])
        return candidates, end

    def _read_unassigned(self, span: Span, written: str) -> list[Candidate]:
        """A number that no plan knows: with a plus, or where a word or standing alone says that it is one."""
        vouched = span == self.alone or self._vouched(span)
        if _LOCAL_GROUPED.fullmatch(written) and self._vouched(span):
            digits = digits_of(written)
            return [self._private(digits, span)] if numbering.is_local(digits, self.region) else []
        if written[0] != "+" and (not vouched or written.isdigit()):
            return []
        number = guess(written, self.region)
        return [self._public(number, span)] if number and _is_grouped(number, written) else []

    def _may_be_national(self, span: Span, written: str) -> bool:
        """Whether a number without a plus may stand here: what looks like a count or a code needs a word for it."""
        label = context.label_before(self.clear, span.start)
        if label:
            return label == "phone"
        if context.is_measured(written):
            return span == self.alone and int(written.partition(".")[0]) > _LONGITUDE_LIMIT
        if span == self.alone:
            return True
        if written.isdigit():
            return vocabulary.leads_up(context.line_before(self.clear, span.start))
        return not _COLUMNS.search(written)

    def _read_announced(self, span: Span) -> list[Candidate]:
        """A short or an emergency number right after a word that announces it, with nothing behind it."""
        digits = self.clear[span.start : span.end]
        if not digits.isdigit() or not 2 <= len(digits) <= SHORT_DIGITS or not context.allows(self.clear, *span):
            return []
        if not vocabulary.announces(self.clear[max(0, span.start - _WORDS_LIMIT) : span.start]):
            return []
        candidate = self._private(digits, span)
        ends = self.clear[span.end : span.end + 1] in ("", "\n", ".", ",", ";", ")", "!", "?")
        return [candidate] if ends or candidate.kind is NumberKind.EMERGENCY else []

    def _numbers(self, span: Span) -> list[tuple[Span, PublicNumber]]:
        """Read a row as one number, or as several that each stand alone, or not at all."""
        row = self.clear[span.start : span.end]
        if len(row) > _ROW_LIMIT:
            return self._parts(span, row)
        if count := _COUNT_BEFORE.match(row):
            behind = Span(span.start + count.end(), span.end)
            if number := self._number(behind):
                return [(behind, number)]
        whole = self._number(span)
        if whole and (suffix := _SUFFIX.search(row)):
            first = Span(span.start, span.start + suffix.start())
            number = self._number(first)
            if number and "/" in suffix[0]:
                return [(first, number)]
            if number and number.country not in _DIRECT_DIALLING:
                return [(first, number)] if number.national_digits >= _WHOLE_DIGITS else []
        if whole and digit_runs.digit_count(row) < 2 * _LEAST_DIGITS:
            return [(span, whole)]
        for boundary in _BOUNDARIES:
            starts = [span.start + found.end() for found in boundary.finditer(row)]
            if split := self._split(span.start, starts, span.end):
                return split
        return [(span, whole)] if whole else self._parts(span, row)

    def _split(self, start: int, starts: list[int], end: int) -> list[tuple[Span, PublicNumber]]:
        """Cut a row into two or more numbers at some of `starts`, without a rest; nothing when that cannot be done."""
        for place, next_start in enumerate(starts):
            first = digit_runs.trimmed(self.clear, start, next_start)
            if first is None or first.end - first.start > _PART_LIMIT:
                break
            number = self._number(first)
            if number is None:
                continue
            last = digit_runs.trimmed(self.clear, next_start, end)
            if last and (number_at_end := self._number(last)):
                return [(first, number), (last, number_at_end)]
            if others := self._split(next_start, starts[place + 1 :], end):
                return [(first, number), *others]
        return []

    def _parts(self, span: Span, row: str) -> list[tuple[Span, PublicNumber]]:
        """Read what stands between clear separators each for itself, but nothing that a bare slash ties to a rest."""
        numbers: list[tuple[Span, PublicNumber]] = []
        start, tied = span.start, False
        separator = _SEPARATOR if _SEPARATOR.search(row) else _SLASH
        for found in (*separator.finditer(row), None):
            end = span.start + found.start() if found else span.end
            part = digit_runs.trimmed(self.clear, start, end)
            inside = self._numbers(part) if part and part != span and not tied else []
            numbers += inside
            if found:
                start, tied = span.start + found.end(), not inside and separator is _SLASH
        return numbers

    def _number(self, span: Span) -> PublicNumber | None:
        """Return the public number that is the whole of `span`, written as its country writes numbers."""
        written = self.clear[span.start : span.end].replace(INVISIBLE, "")
        if not _LEAST_DIGITS <= digit_runs.digit_count(written) <= _MOST_DIGITS or written.count("(") > _BRACKETS:
            return None
        number = self._identify(written)
        if number is None or not _is_grouped(number, written):
            return None
        needs_word = not number.prefixed or (number.type in _RARE_TYPES and written[0] not in "+0")
        if needs_word and span != self.alone and not self._vouched(span):
            return None
        return number if number.prefixed or number.prefix_optional else None

    def _vouched(self, span: Span) -> bool:
        return context.label_before(self.clear, span.start) == "phone"

    def _identify(self, written: str) -> PublicNumber | None:
        if written in self.known:
            return self.known[written]
        if len(self.known) >= LOOK_UPS:
            self.cut = True
            return None
        self.known[written] = number = identify(written, self.region)
        return number

    def _public(self, number: PublicNumber, span: Span) -> Candidate:
        return self._marked(public(number, text=self.text[span.start : span.end], start=span.start))

    def _private(self, digits: str, span: Span) -> Candidate:
        return self._marked(private(digits, self.region, text=self.text[span.start : span.end], start=span.start))

    def _marked(self, candidate: Candidate) -> Candidate:
        if any(override in self.text for override in OVERRIDES):
            return replace(candidate, suspicions=candidate.suspicions | {"look_alike"})
        return candidate


def _alone(plain: str) -> tuple[Span, str]:
    """Return the text without what wraps it, or nothing when it holds more than one number's characters."""
    start = len(plain) - len(plain.lstrip(_WRAPPING))
    end = len(plain.rstrip(_WRAPPING))
    if end - start > _TYPED_LIMIT:
        return _NOTHING
    written = plain[start:end].replace(INVISIBLE, "")
    return (Span(start, end), written) if _TYPED.fullmatch(written) else _NOTHING


def _is_grouped(number: PublicNumber, written: str) -> bool:
    """Whether the separators stand where people set them, in plans whose numbers any digits would make."""
    if written.startswith("+"):
        return True
    if number.e164.startswith("+1"):  # before the last 10, 7 and 4 digits
        ends = accumulate(len(group) for group in reversed(_GROUP.findall(written)))
        return all(digits in (4, 7) or digits >= 10 for digits in ends)
    if number.national_digits == _EIGHT and written[0] not in "0(":  # Denmark, Norway, Singapore...
        return "".join(str(len(group)) for group in _GROUP.findall(written)) in _EIGHT_DIGITS_GROUPED
    return True
