"""The ways to write one number as seen from a country: what the PBX's forms and the rules of the dial plan need."""

from __future__ import annotations

import enum


def spellings(number: str, region: str) -> tuple[str, ...]:
    """Return the ways to write `number` that rules and policies are compared with, the international one first."""
    if not number.startswith("+"):
        return (number,)
    home = formed(number, NumberForm.NATIONAL, region) or formed(number, NumberForm.DIALLED_ABROAD, region)
    return (number, home) if home else (number,)


def international(number: str, home: str) -> str:
    """Return the E.164 form of a number dialled at `home`; unchanged where there can be no such number."""
    from traydial.core.number import numbering

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
    from traydial.core.number import numbering

    written = numbering.dialled_at_home if form is NumberForm.NATIONAL else numbering.dialled_abroad
    return written(number, region)


class NumberForm(enum.StrEnum):
    """A way to write a number, for +27 82 000 1234 seen from South Africa."""

    E164 = "e164"  # +27820001234
    DIGITS = "digits"  # 27820001234
    NATIONAL = "national"  # 0820001234; only a number of the home region has it
    DIALLED_ABROAD = "dialled_abroad"  # 0027820001234 with the home region's own international prefix
    DOUBLE_ZERO = "double_zero"  # 0027820001234 whatever the region
    AS_TYPED = "as_typed"  # digits as they stand: short numbers, feature codes, local numbers


HIDDEN = 4  # digits at least
TAIL = 2


def masked(text: str) -> str:
    """Return `text` without the digits before its last two: "+39 0444 …56"; a short one keeps its last digit alone."""
    places = [place for place, char in enumerate(text) if char.isdigit()]
    lead = len(places) - TAIL - max(HIDDEN, len(places) // 3)
    if lead < 1 or any(char.isalpha() for char in text):
        return f"…{text[places[-1]]}" if places else "…"
    return f"{text[: places[lead]]}…{''.join(text[place] for place in places[-TAIL:])}"
