"""Decides by the text around a row of digits whether it can be a number."""

from __future__ import annotations

import re

from traydial.core.number import vocabulary
from traydial.core.number.characters import BARRIER, INVISIBLE, joins_words

_OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])"
_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_TIME = "(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"
_NUMERIC = (
    r"(?=[0-9])(?<![0-9.+])(?<![0-9][/\-])(?:"
    rf"{_DAY}([./\-]){_MONTH}\1(?:(?:19|20)?[0-9]{{2}})"  # 31.12.2024
    rf"|{_MONTH}([./\-]){_DAY}\2(?:(?:19|20)?[0-9]{{2}})"  # 12/31/2024
    rf"|{_YEAR}([./\-]){_MONTH}\3{_DAY}"  # 2024-12-31
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"  # 20241231
    rf"|{_YEAR} ?[/\-] ?{_YEAR}"  # 2023-2024
    rf"|{_TIME} ?- ?{_TIME}"  # 9.00-17.30
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?!:)"  # 17:30:00
    rf"|{_OCTET}(?:\.{_OCTET}){{3}}(?:/[0-9]{{1,2}}|:[0-9]{{1,5}})?"  # 10.0.0.12
    r")(?![0-9]|[./\-][0-9])"
)
_IBAN = r"[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])"
_UUID = r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
# What is blotted out before numbers are looked for, and a sign without which it need not be looked for. Every
# repetition is bounded or of one class: linear time.
_NEVER = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        ("://", r"(?<![A-Za-z0-9])(?!(?:tel|callto|sips?):)[A-Za-z][A-Za-z0-9+.\-]{1,14}://[^\s<>\"']+"),
        ("www.", r"www\.[^\s<>\"']+"),
        ("/", r"\.[a-z]{2,12}/[^\s<>\"']*"),  # the path of an address without a scheme
        ("-", rf"(?<![A-Za-z0-9]){_UUID}"),
        ("", rf"(?<![A-Za-z0-9]){_IBAN}"),
        ("", r"(?<![A-Za-z0-9])[A-Z]{2} {1,2}[0-9]{5}(?:-[0-9]{4})?(?![0-9\-])"),  # MA 02110-1301
        ("", r"[€$£¥₫₹](?<![A-Za-z0-9].)[0-9]+(?:[.,][0-9]+)*(?= )"),  # $20
        ("", _NUMERIC),
    )
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})\b[^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
_INLINE = frozenset(("b", "i", "u", "em", "strong", "span", "font", "wbr", "mark", "small", "bdi", "bdo"))
_LINK_IN_TAG = re.compile(r"(?:tel|callto):[^\"'<>]{1,200}", re.IGNORECASE)
_ENTITIES = {"#43": "+", "#x2b": "+", "plus": "+", "ndash": "-", "mdash": "-", "#8209": "-", "#8211": "-"}
_ENTITY = re.compile(
    r"&(nbsp|#160|#xa0|thinsp|ensp|emsp|#43|#x2b|plus|ndash|mdash|#8209|#8211|shy|zwnj|lrm|rlm);", re.IGNORECASE
)

_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,2})\.[0-9]{4,}(?![0-9])")
_AMOUNT = re.compile(r"[0-9]{5,}\.[0-9]{1,2}$")
_CARD = re.compile(
    r"[2-6][0-9]{3}([ \-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}|3[0-9]{3}([ \-])[0-9]{6}\2[0-9]{4,5}|[2-6][0-9]{12,18}"
)
_BOOK = re.compile(r"[0-9]-[0-9]{2,7}-[0-9]{1,6}-[0-9]")  # ISBN-10
_BOOK_DIGITS = 10
_NO_DIGIT = re.compile(r"[^0-9]")
_NEVER_BEFORE = frozenset("@&%$€£¥#\\°^~*_`" + BARRIER)
_NEVER_AFTER = frozenset("@=%$€£¥°\\_^+#*~`" + BARRIER)
_EMPHASIS = ("*", "_", "~")  # of Markdown, on both sides
_CENTS = re.compile(r"[0-9]{1,2}(?![0-9])")
_LABEL_LIMIT = 40  # characters, and the digits behind them


def cleared(text: str) -> str:
    """Return `text` (canonical), as long as before, with markup dissolved and what is never a number blotted out."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "<" in text:
        text = _TAG.sub(_tag, text)
    for sign, pattern in _NEVER:
        if sign in text:
            text = pattern.sub(_blot, text)
    return text


def _blot(match: re.Match[str]) -> str:
    return BARRIER * len(match[0])


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[1].lower(), " ").ljust(len(match[0]), INVISIBLE)


def _tag(match: re.Match[str]) -> str:
    """An inline tag vanishes, a line break breaks the line, any other tag parts fields; its tel: link stays."""
    whole, name = match[0], (match[2] or "").lower()
    if name in _INLINE:
        return INVISIBLE * len(whole)
    if name == "br":
        return "\n".ljust(len(whole), INVISIBLE)
    link = _LINK_IN_TAG.search(match.string, match.start(), match.end())
    if link is None:
        return "\t" * len(whole)
    return link[0].rjust(link.end() - match.start(), "\t").ljust(len(whole), "\t")


def label_before(text: str, start: int) -> str:
    """Return "phone", "other" or "": what the words before `start`, on its line, say that the digits are."""
    return vocabulary.label(line_before(text, start))


def line_before(text: str, start: int) -> str:
    """Return what stands before `start` on its line or in its field, as far back as a label may stand."""
    line = text[max(0, start - _LABEL_LIMIT) : start]
    return line[max(line.rfind("\n"), line.rfind("\t"), line.rfind(BARRIER)) + 1 :]


def allows(text: str, start: int, end: int) -> bool:
    """Whether the signs right before `start` and right after `end` leave text[start:end] a number of its own."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == after and before in _EMPHASIS:
        return True
    return _allows_before(text, start, before) and _allows_after(text, end, after)


def _allows_before(text: str, start: int, before: str) -> bool:
    if before in " \n\t":  # or nothing
        return vocabulary.MONEY_BEFORE.search(line_before(text, start)) is None
    if before in _NEVER_BEFORE or before.isdecimal():
        return False
    if joins_words(before):
        return text[start] in "+("
    further = text[start - 2 : start - 1]
    if before == ":":
        return not further.isdigit() and further != ":"
    if before in "-./=":
        if further.isdecimal():
            return False
        if before == "-" and (not further or further.isspace()):  # an item of a list, not minus
            return text[start] in "+(0"
        return label_before(text, start) == "phone"
    return True


def _allows_after(text: str, end: int, after: str) -> bool:
    if not after:
        return True
    if after in _NEVER_AFTER or joins_words(after):
        return False
    further = text[end + 1 : end + 2]
    if after == ":":
        return not further.isdigit()
    if after == ",":
        return _CENTS.match(text, end + 1) is None
    if (after in "-/" and further.isalpha()) or (after == "." and further.islower()):
        return vocabulary.names_phone(text, end + 1)
    return vocabulary.MEASURE_AFTER.match(text, end) is None


def is_not_a_phone_number(written: str) -> bool:
    """Whether a row of digits with its separators is a card number, an amount or a book's number, not a phone's."""
    if written.startswith("+"):
        return False
    digits = _NO_DIGIT.sub("", written)
    if _CARD.fullmatch(written):
        return _luhn(digits)
    if _BOOK.fullmatch(written) and len(digits) == _BOOK_DIGITS:
        return sum((_BOOK_DIGITS - place) * int(digit) for place, digit in enumerate(digits)) % 11 == 0
    return _AMOUNT.search(written) is not None


def is_measured(written: str) -> bool:
    """Whether `written` may be a decimal such as a coordinate (45.464211) as well as a number (333.1234567)."""
    return _DECIMAL.match(written) is not None


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0
