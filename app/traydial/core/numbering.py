"""What the world's numbering plans say about a row of digits; the only part of the lens that knows phonenumbers."""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ValidationResult

_TYPES = {
    PhoneNumberType.FIXED_LINE: "fixed_line",
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "fixed_line_or_mobile",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.PREMIUM_RATE: "premium_rate",
    PhoneNumberType.SHARED_COST: "shared_cost",
    PhoneNumberType.VOIP: "voip",
    PhoneNumberType.PERSONAL_NUMBER: "personal",
    PhoneNumberType.PAGER: "pager",
    PhoneNumberType.UAN: "company",
    PhoneNumberType.VOICEMAIL: "voicemail",
}
_SATELLITE = (870, 881)  # Inmarsat and the global mobile satellite system


@dataclass(frozen=True, slots=True)
class PublicNumber:
    """A number of a public plan. `prefixed`: written with plus, international or trunk prefix where its country has one."""

    e164: str
    country: str | None
    type: str
    prefixed: bool


def identify(written: str, region: str) -> PublicNumber | None:
    """Return the assigned number that `written` (digits, perhaps with a plus) dials in `region`, or None.

    00 in a country whose own international prefix is another (011, 0011) is still read as a plus: no number there
    begins so.
    """
    number = _parse(written, region)
    if number is None or phonenumbers.number_type(number) == PhoneNumberType.UNKNOWN:
        if not written.startswith("00"):
            return None
        number = _parse("+" + written[2:], region)
        if number is None or phonenumbers.number_type(number) == PhoneNumberType.UNKNOWN:
            return None
        written = "+" + written[2:]
    code = number.country_code
    country = phonenumbers.region_code_for_number(number)
    return PublicNumber(
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        country=None if country in (None, "001") else country,
        type="satellite" if code in _SATELLITE else _TYPES.get(phonenumbers.number_type(number), ""),
        prefixed=written.startswith("+") or _is_prefixed(number, written, region),
    )


def _parse(written: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, region or None)
    except phonenumbers.NumberParseException:
        return None


def _is_prefixed(number: phonenumbers.PhoneNumber, written: str, region: str) -> bool:
    national = phonenumbers.national_significant_number(number)
    if len(written) > len(national):
        return True
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.national_prefix is None or not metadata.national_prefix.startswith("0"):
        return True  # none, or one that people leave out: 1 in North America, 8 in Russia
    formatted = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return sum(map(str.isdigit, formatted)) <= len(national)


def is_emergency(digits: str, region: str) -> bool:
    return phonenumbers.is_emergency_number(digits, region)


def calling_code(region: str) -> int:
    """Return the country's calling code, or 0."""
    return phonenumbers.country_code_for_region(region)


def is_local(digits: str, region: str) -> bool:
    """Whether `digits` may be dialled inside an area of `region` without its area code."""
    number = _parse(digits, region)
    return (
        number is not None
        and phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE_LOCAL_ONLY
    )


def is_possible(written: str, region: str) -> bool:
    """Whether `written` is as long as numbers of its country are, assigned or not."""
    number = _parse(written, region)
    return number is not None and phonenumbers.is_possible_number_with_reason(number) in (
        ValidationResult.IS_POSSIBLE,
        ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    )


def keeps_zero(country_code: int) -> bool:
    """Whether a zero after the country code belongs to the number (Italy, San Marino, the Vatican)."""
    return country_code in (39, 378, 379)
