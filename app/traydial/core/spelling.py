"""The ways to write one number as seen from a country: what the PBX's forms and the rules of the dial plan need."""

from __future__ import annotations

from traydial.core.adapter import NumberForm


def spellings(number: str, region: str) -> tuple[str, ...]:
    """Return the ways to write `number` that rules and policies are compared with, the international one first."""
    if not number.startswith("+"):
        return (number,)
    home = formed(number, NumberForm.NATIONAL, region) or formed(number, NumberForm.DIALLED_ABROAD, region)
    return (number, home) if home else (number,)


def international(number: str, home: str) -> str:
    """Return the E.164 form of a number dialled at `home`; unchanged where there can be no such number."""
    from traydial.core.lens import numbering

    return numbering.international(number, home)


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
    from traydial.core.lens import numbering

    written = numbering.dialled_at_home if form is NumberForm.NATIONAL else numbering.dialled_abroad
    return written(number, region)
