"""The short way through the numbering plans ends where phonenumbers' own way does, in every country."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from traydial.core.number.numbering import identify

TYPES = {
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
SATELLITE = (870, 881)
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)


def as_the_library_reads(written: str, region: str) -> tuple[str, str | None, str] | None:
    for attempt in (written, "+" + written[2:]) if written.startswith("00") else (written,):
        try:
            number = phonenumbers.parse(attempt, region)
        except phonenumbers.NumberParseException:
            continue
        number_type = phonenumbers.number_type(number)
        if number_type != PhoneNumberType.UNKNOWN:
            country = phonenumbers.region_code_for_number(number)
            return (
                phonenumbers.format_number(number, PhoneNumberFormat.E164),
                None if country == "001" else country,
                "satellite" if number.country_code in SATELLITE else TYPES[number_type],
            )
    return None


def ways_to_write(example: phonenumbers.PhoneNumber, dice: random.Random) -> list[str]:
    """The official forms, prefixes from elsewhere, one digit short, one too many, and digits changed at random."""
    e164 = phonenumbers.format_number(example, PhoneNumberFormat.E164)
    national = "".join(filter(str.isdigit, phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)))
    ways = [e164, national, e164[1:], "00" + e164[1:], "011" + e164[1:], e164[:-1], national + "1", "+0" + e164[1:]]
    for original in (e164, national):
        place = dice.randrange(1, len(original))
        ways.append(original[:place] + dice.choice("0123456789") + original[place + 1 :])
    return ways


@pytest.mark.parametrize("part", range(4))
def test_as_the_library_reads(part: int) -> None:
    dice = random.Random(part)  # noqa: S311 - nothing is kept secret with it
    for region in REGIONS[part::4]:
        examples = [phonenumbers.example_number_for_type(region, number_type) for number_type in TYPES]
        for written in (way for example in examples if example for way in ways_to_write(example, dice)):
            number = identify(written, region)
            read = (number.e164, number.country, number.type) if number else None
            assert read == as_the_library_reads(written, region), (written, region)


@pytest.mark.parametrize(
    ("written", "region", "prefixed", "optional"),
    [
        ("+49301234567", "DE", True, False),
        ("0301234567", "DE", True, False),
        ("301234567", "DE", False, False),
        ("0444123456", "IT", True, False),
        ("6502530000", "US", True, False),
        ("9876543210", "IN", False, True),
        ("1300123456", "AU", True, False),
    ],
)
def test_how_the_prefix_was_written(written: str, region: str, prefixed: bool, optional: bool) -> None:
    number = identify(written, region)
    assert number
    assert (number.prefixed, number.prefix_optional) == (prefixed, optional)
