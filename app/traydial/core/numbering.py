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
    """A number of a public plan, and how it was written.

    `prefixed`: with plus, international or trunk prefix, or its country writes it without. `prefix_optional`: its country
    writes it either way.
    """

    e164: str
    country: str | None
    type: str
    prefixed: bool
    prefix_optional: bool = False


def identify(written: str, region: str) -> PublicNumber | None:
    """Return the assigned number that `written` (digits, perhaps with a plus) dials in `region`, or None.

    00 in a country whose own international prefix is another (011, 0011) is still read as a plus: no number there
    begins so.
    """
    number = _assigned(written, region)
    if number is None and written.startswith("00"):
        written = "+" + written[2:]
        number = _assigned(written, region)
    if number is None:
        return None
    country = phonenumbers.region_code_for_number(number)
    satellite = number.country_code in _SATELLITE
    prefixed, optional = (True, False) if written.startswith("+") else _prefix(number, written, region)
    return PublicNumber(
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        country=None if country == "001" else country,
        type="satellite" if satellite else _TYPES.get(phonenumbers.number_type(number), ""),
        prefixed=prefixed,
        prefix_optional=optional,
    )


def _assigned(written: str, region: str) -> phonenumbers.PhoneNumber | None:
    number = _parse(written, region)
    if number is None or phonenumbers.number_type(number) == PhoneNumberType.UNKNOWN:
        return None
    return number


def _parse(written: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, region or None)
    except phonenumbers.NumberParseException:
        return None


def _prefix(number: phonenumbers.PhoneNumber, written: str, region: str) -> tuple[bool, bool]:
    """Return whether a nationally written number has its trunk prefix or needs none, and whether it may lack it."""
    national = phonenumbers.national_significant_number(number)
    if len(written) > len(national):
        return True, False
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or not (metadata.national_prefix or "").startswith("0"):
        return True, False  # none, or one that people leave out: 1 in North America, 8 in Russia
    formatted = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    bare = sum(map(str.isdigit, formatted)) <= len(national)
    return bare, any(form.national_prefix_optional_when_formatting for form in metadata.number_format)


def is_emergency(digits: str, region: str) -> bool:
    return phonenumbers.is_emergency_number(digits, region)


def calling_code(region: str) -> int:
    """Return the country's calling code, or 0."""
    return phonenumbers.country_code_for_region(region)


def is_local(digits: str, region: str) -> bool:
    """Whether `digits` may be a number of `region` without its area code."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or not metadata.national_prefix or digits.startswith(("0", metadata.national_prefix)):
        return False
    number = _parse(digits, region)
    reason = number and phonenumbers.is_possible_number_with_reason(number)
    return reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY or metadata.national_prefix == "0"


def is_possible(written: str, region: str) -> bool:
    """Whether `written` is as long as numbers of its country are, assigned or not."""
    number = _parse(written, region)
    return number is not None and phonenumbers.is_possible_number_with_reason(number) in (
        ValidationResult.IS_POSSIBLE,
        ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    )
