"""What the world's numbering plans say about digits, and how a number is written in a country.

The only module that knows phonenumbers; import it where it is needed, since loading its tables takes a moment.
Reads the library's metadata itself where its own functions look everything up several times over: the answers are the
same (a test compares them for every country), and finding numbers in a text costs half as much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import (
    COUNTRY_CODE_TO_REGION_CODE,
    PhoneMetadata,
    PhoneNumberDesc,
    PhoneNumberFormat,
    ValidationResult,
)

REGIONS: Final = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""ISO 3166 codes of the countries whose numbering plan is known."""

_CALLING_CODE = re.compile(rf"\+({'|'.join(map(str, COUNTRY_CODE_TO_REGION_CODE))})")  # no code begins another
_NORTH_AMERICA = 1
_KEEP_ZERO = (39, 378)  # Italy and San Marino: the zero belongs to the number
_SATELLITE = (870, 881)  # Inmarsat and the global mobile satellite system
# In this order: the first that fits is the number's type.
_TYPES = (
    ("premium_rate", "premium_rate"),
    ("toll_free", "toll_free"),
    ("shared_cost", "shared_cost"),
    ("voip", "voip"),
    ("personal_number", "personal"),
    ("pager", "pager"),
    ("uan", "company"),
    ("voicemail", "voicemail"),
)

_Assigned = tuple[int, str, str, str]  # calling code, national number, country, type


@dataclass(frozen=True, slots=True)
class PublicNumber:
    """A number of a public plan, and how it was written.

    `prefixed`: with plus, international or trunk prefix, or its country writes it without. `prefix_optional`: its
    country writes it either way.
    """

    e164: str
    country: str | None
    type: str
    national_digits: int
    prefixed: bool
    prefix_optional: bool = False


def identify(written: str, region: str) -> PublicNumber | None:
    """Return the assigned number that `written` (digits, perhaps with a plus) dials in `region`, or None.

    00 in a country whose own international prefix is another (011, 0011) is still read as a plus: no number there
    begins so.
    """
    number = _at_face_value(written, region) or _parsed(written, region)
    if number is None and written.startswith("00"):
        written = "+" + written[2:]
        number = _at_face_value(written, region) or _parsed(written, region)
    if number is None:
        return None
    code, national, country, kind = number
    prefixed, optional = (True, False) if written.startswith("+") else _prefix(code, national, written, region)
    return PublicNumber(
        e164=f"+{code}{national}",
        country=None if country == "001" else country,
        type="satellite" if code in _SATELLITE else kind,
        national_digits=len(national),
        prefixed=prefixed,
        prefix_optional=optional,
    )


def _at_face_value(written: str, region: str) -> _Assigned | None:
    """Read the two everyday forms, +CC... and trunk prefix..., without the library's long way round."""
    if written.startswith("+"):
        code = _CALLING_CODE.match(written)
        return _assigned(int(code[1]), written[code.end() :]) if code else None
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.country_code is None or written.startswith("00"):
        return None
    return _assigned(metadata.country_code, written.removeprefix(metadata.national_prefix or ""))


def _parsed(written: str, region: str) -> _Assigned | None:
    number = _parse(written, region)
    if number is None or number.country_code is None:
        return None
    return _assigned(number.country_code, phonenumbers.national_significant_number(number))


def _parse(written: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, region or None)
    except phonenumbers.NumberParseException:
        return None


def _assigned(code: int, national: str) -> _Assigned | None:
    """Return code, national number, country and type when the number lies in an assigned range."""
    for country in COUNTRY_CODE_TO_REGION_CODE.get(code, ()):
        metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, country)
        if metadata is None or (metadata.leading_digits and not re.match(metadata.leading_digits, national)):
            continue
        kind = _type(metadata, national)
        if kind or metadata.leading_digits:
            return (code, national, country, kind) if kind else None
    return None


def _type(metadata: PhoneMetadata, national: str) -> str:
    """Return the number's type, or "" where the plan has no such number."""
    if not _fits(national, metadata.general_desc):
        return ""
    for name, kind in _TYPES:
        if _fits(national, getattr(metadata, name)):
            return kind
    one_pattern = metadata.same_mobile_and_fixed_line_pattern
    if _fits(national, metadata.fixed_line):
        return "fixed_line_or_mobile" if one_pattern or _fits(national, metadata.mobile) else "fixed_line"
    return "mobile" if not one_pattern and _fits(national, metadata.mobile) else ""


def _fits(national: str, range_: PhoneNumberDesc | None) -> bool:
    if range_ is None or not range_.national_number_pattern:
        return False
    if range_.possible_length and len(national) not in range_.possible_length:
        return False
    return re.fullmatch(range_.national_number_pattern, national) is not None


def _prefix(code: int, national: str, written: str, region: str) -> tuple[bool, bool]:
    """Return whether a nationally written number has its trunk prefix or needs none, and whether it may lack it."""
    if len(written) > len(national):
        return True, False
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or not (metadata.national_prefix or "").startswith("0"):
        return True, False  # none, or one that people leave out: 1 in North America, 8 in Russia
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
    formatted = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    bare = sum(map(str.isdigit, formatted)) <= len(national)
    return bare, any(form.national_prefix_optional_when_formatting for form in metadata.number_format)


def calling_code(region: str) -> str:
    """Return the digits that numbers of `region` start with after the plus, or nothing."""
    code = phonenumbers.country_code_for_region(region)
    return str(code) if code else ""


def is_emergency(digits: str, region: str) -> bool:
    return phonenumbers.is_emergency_number(digits, region)


def is_local(digits: str, region: str) -> bool:
    """Whether `digits` may be a number of `region` without its area code."""
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or not metadata.national_prefix or digits.startswith(("0", metadata.national_prefix)):
        return False
    number = _parse(digits, region)
    reason = number and phonenumbers.is_possible_number_with_reason(number)
    return reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY or metadata.national_prefix == "0"


def possible(written: str, region: str) -> PublicNumber | None:
    """Return the public number that `written` would be if its range were assigned: plans grow, and so do samples.

    Only with its prefix, or as North America groups numbers.
    """
    number = _parse(written, region)
    if number is None or number.country_code is None:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return None
    national = phonenumbers.national_significant_number(number)
    if number.country_code == _NORTH_AMERICA:
        if national.startswith(("0", "1")):
            return None
    elif not written.startswith(("+", "0")) or (national.startswith("0") and number.country_code not in _KEEP_ZERO):
        return None
    country = phonenumbers.region_code_for_country_code(number.country_code)
    return PublicNumber(
        e164=f"+{number.country_code}{national}",
        country=None if country == "001" or number.country_code == _NORTH_AMERICA else country,
        type="satellite" if number.country_code in _SATELLITE else "",
        national_digits=len(national),
        prefixed=True,
    )


def is_premium_short(digits: str, region: str) -> bool:
    """Whether the short number `digits` costs extra in `region`."""
    number = _parse(digits, region)
    if number is None:
        return False
    return phonenumbers.expected_cost_for_region(number, region) == phonenumbers.ShortNumberCost.PREMIUM_RATE


def international(number: str, home: str) -> str:
    """Return the E.164 form of a number dialled at `home`; unchanged where there can be no such number."""
    parsed = _parse(number, home)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return number
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def dialled_at_home(e164: str, region: str) -> str | None:
    """Return the digits that dial `e164` within its own country `region`; None where it is not a number of it.

    A number of an unknown range would be formatted without its trunk prefix, and be another number: None as well.
    """
    number = _parse(e164, "")
    if number is None or str(number.country_code) != calling_code(region):
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    digits = "".join(filter(str.isdigit, phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)))
    return digits if _parse(digits, region) == number else None


def dialled_abroad(e164: str, region: str) -> str | None:
    """Return the digits that dial `e164` from `region` with its international prefix; None where there is none."""
    number = _parse(e164, "")
    if number is None or not calling_code(region):
        return None
    if number.country_code == phonenumbers.country_code_for_region(region) == _NORTH_AMERICA:
        digits = e164[1:]  # within North America the country code is dialled like a trunk prefix
    else:
        prefix = _international_prefix(region)
        if not prefix:
            return None
        digits = prefix + e164[1:]
    return digits if _parse(digits, region) == number else None


def _international_prefix(region: str) -> str:
    """Return what is dialled in `region` before a country code; empty where it depends on the carrier."""
    metadata = PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return ""
    prefix = (metadata.preferred_international_prefix or metadata.international_prefix or "").replace("~", "")
    return prefix if prefix.isdigit() else ""


def grouped(e164: str, *, home: str = "") -> str:
    """Group the digits of `e164`: nationally when it belongs to `home`, else with its country code.

    A text that is no international number comes back unchanged.
    """
    number = _parse(e164, "")
    if number is None:
        return e164
    at_home = home and phonenumbers.region_code_for_number(number) == home
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def grouped_nationally(e164: str) -> str:
    """Group the digits of `e164` as its own country does; unchanged where it is no international number."""
    number = _parse(e164, "")
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL) if number else e164
