"""Identifies one number from its characters as written; used for links and for texts."""

from __future__ import annotations

import re

from traydial.core.number import numbering
from traydial.core.number.characters import look_alike
from traydial.core.number.value import Candidate, NumberKind

SHORT_DIGITS = 6  # internal numbers are no longer than this
PUBLIC_DIGITS = 15  # E.164
_LEAST_NATIONAL = 7
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999", strict=True))
_TRUNK_ZERO = re.compile(r"\(\s?0\s?\)")
_SPELLED_TYPES = ("toll_free", "shared_cost", "company", "premium_rate")
_SPELLED_ABROAD = re.compile(r"\+|0800|0808|0900|1[389]00")
_GROUP_END = re.compile(r"(?<=[0-9])[^0-9]+(?=[0-9])")
_FIRST_GROUP = re.compile(r"\(?([0-9]+)[ )./\-]")
FEATURE_CODE = re.compile(r"[*#][0-9*#]{0,30}[0-9][0-9*#]{0,30}|[0-9]{1,20}[*#][0-9*#]{0,30}")


class _Keys(dict[int, str]):
    """What is pressed for each character; nothing for those that are not here."""

    def __missing__(self, code: int) -> None:
        return None


_KEYS = _Keys(
    {ord(key): key for key in "0123456789+*#"}
    | {ord(form): key for letter, key in _LETTERS.items() for form in (letter, letter.upper())}
)


def digits_of(written: str) -> str:
    """Return the digits, `+`, `*` and `#` of `written`, a telephone keypad's digits in place of its letters."""
    digits = written.translate(_KEYS)
    return "+" + digits.lstrip("+") if digits.startswith("++") else digits


def identify(written: str, region: str) -> numbering.PublicNumber | None:
    """Return the public number that `written` (canonical characters) is, or None.

    "(0)" is the trunk prefix that callers from abroad leave out; where a country keeps its zero (Italy), it stays
    as long as the number then exists. The country's own code may stand without a plus.
    """
    digits = digits_of(written)
    number = numbering.identify(digits, region)
    if number is None and _TRUNK_ZERO.search(written):
        number = numbering.identify(digits_of(_TRUNK_ZERO.sub("", written)), region)
    if number is None or not number.prefixed:
        number = _with_bare_code(written, digits, region) or number
    if number is None or len(number.e164) > 1 + PUBLIC_DIGITS:  # phonenumbers is laxer for Germany
        return None
    if number.e164 == "+" + digits and _splits_code(written, region):
        return None
    if number.type == "voicemail" and starts_with_number(written, region):  # Italy's are a mobile number and more
        return None
    return number


def guess(written: str, region: str) -> numbering.PublicNumber | None:
    """Return the public number that `written` would be in a range that phonenumbers does not know (yet), or None.

    None as well where its first groups are an assigned number, and the rest is something else.
    """
    if starts_with_number(written, region):
        return None
    number = numbering.possible(digits_of(_TRUNK_ZERO.sub("", written)), region)
    if number is None or number.national_digits < _LEAST_NATIONAL or len(number.e164) > 1 + PUBLIC_DIGITS:
        return None
    return number


def _splits_code(written: str, region: str) -> bool:
    """Whether a separator stands inside the bare country code: 3.1-20221030 is a version."""
    group = _FIRST_GROUP.match(written)
    return group is not None and len(group[1]) < len(numbering.calling_code(region))


def starts_with_number(written: str, region: str) -> bool:
    """Whether the first groups of `written` are an assigned number by themselves."""
    return any(numbering.identify(digits_of(written[: gap.start()]), region) for gap in _GROUP_END.finditer(written))


def identify_spelled(written: str, region: str) -> numbering.PublicNumber | None:
    """Return the public number that `written`, with letters of the keypad, is: 1-800-FLOWERS, 0800 REVERSE, or None.

    Letters make a number of anything, so outside North America only company numbers are spelled.
    """
    number = identify(written, region)
    if number is None or number.e164.startswith("+1"):
        return number
    return number if number.type in _SPELLED_TYPES and _SPELLED_ABROAD.match(written) else None


def _with_bare_code(written: str, digits: str, region: str) -> numbering.PublicNumber | None:
    """Read "49 171 1234567": the country's code stands apart, or a mobile number follows."""
    code = numbering.calling_code(region)
    if not code or not digits.startswith(code):
        return None
    number = numbering.identify("+" + digits, region)
    apart = _FIRST_GROUP.match(written)
    return number if number and (number.type == "mobile" or (apart and apart[1] == code)) else None


def public(number: numbering.PublicNumber, *, text: str, start: int) -> Candidate:
    return Candidate(
        text=text,
        start=start,
        end=start + len(text),
        kind=NumberKind.PREMIUM if number.type == "premium_rate" else NumberKind.GLOBAL,
        digits=number.e164,
        e164=number.e164,
        country=number.country,
        suspicions=_suspicions_of(text),
    )


def private(digits: str, region: str, *, text: str, start: int) -> Candidate:
    """Return a number of no public plan: a feature code, an emergency number, a short or a local one."""
    if not digits.isdigit():
        kind = NumberKind.FEATURE_CODE
    elif numbering.is_emergency(digits, region):
        kind = NumberKind.EMERGENCY
    else:
        kind = NumberKind.SHORT if len(digits) <= SHORT_DIGITS else NumberKind.LOCAL
    end = start + len(text)
    return Candidate(text=text, start=start, end=end, kind=kind, digits=digits, suspicions=_suspicions_of(text))


def _suspicions_of(text: str) -> frozenset[str]:
    return frozenset({"look_alike"}) if look_alike(text) else frozenset()
