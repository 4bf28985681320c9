"""The ways to write one number as seen from a country: what the PBX's forms and the rules of the dial plan need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traydial.core.adapter import NumberForm

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber


def spellings(number: str, region: str) -> tuple[str, ...]:
    """Return the ways to write `number` that rules and policies are compared with, the international one first."""
    if not number.startswith("+"):
        return (number,)
    home = formed(number, NumberForm.NATIONAL, region) or formed(number, NumberForm.DIALLED_ABROAD, region)
    return (number, home) if home else (number,)


def _parsed(number: str, region: str | None = None) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def international(number: str, home: str) -> str:
    """Return the E.164 form of a number dialled at `home`; unchanged where there can be no such number."""
    import phonenumbers

    parsed = _parsed(number, home)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def formed(number: str, form: NumberForm, region: str) -> str | None:
    """Write `number` in `form` as seen from `region`; None when it has no such form.

    What is dialled at home is read back, and only the same number is returned.
    """
    if form is NumberForm.AS_TYPED or not number.startswith("+"):
        return number if form is NumberForm.AS_TYPED else None
    if form is NumberForm.E164:
        return number
    if form is NumberForm.DIGITS:
        return number[1:]
    if form is NumberForm.DOUBLE_ZERO:
        return "00" + number[1:]
    import phonenumbers

    parsed = _parsed(number)
    home_code = phonenumbers.country_code_for_region(region)
    if parsed is None or not home_code:
        return None
    if form is NumberForm.NATIONAL:
        # A number of an unknown range is formatted without its trunk prefix, and would then be another number.
        if parsed.country_code != home_code or not phonenumbers.is_valid_number(parsed):
            return None
        written = _digits(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))
    elif parsed.country_code == home_code == 1:
        written = number[1:]  # within the North American plan the country code is dialled like a trunk prefix
    else:
        prefix = _international_prefix(region)
        if not prefix:
            return None
        written = prefix + number[1:]
    return written if _parsed(written, region) == parsed else None


def _international_prefix(region: str) -> str:
    """Return what is dialled in `region` before a country code; empty where it depends on the carrier."""
    import phonenumbers

    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return ""
    prefix = (metadata.preferred_international_prefix or metadata.international_prefix or "").replace("~", "")
    return prefix if prefix.isdigit() else ""


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
