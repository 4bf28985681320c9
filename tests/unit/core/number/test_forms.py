"""However a number is written, the one who dials it reaches the same phone."""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers
import pytest

from traydial.core.number.forms import NumberForm, formed, international, spellings

CAPE_TOWN = "+27820001234"


@pytest.mark.parametrize(
    ("form", "region", "written"),
    [
        (NumberForm.E164, "ZA", "+27820001234"),
        (NumberForm.DIGITS, "ZA", "27820001234"),
        (NumberForm.NATIONAL, "ZA", "0820001234"),
        (NumberForm.NATIONAL, "IT", None),
        (NumberForm.NATIONAL, "", None),
        (NumberForm.DIALLED_ABROAD, "ZA", "0027820001234"),
        (NumberForm.DIALLED_ABROAD, "AU", "001127820001234"),
        (NumberForm.DIALLED_ABROAD, "US", "01127820001234"),
        (NumberForm.DIALLED_ABROAD, "JP", "01027820001234"),
        (NumberForm.DIALLED_ABROAD, "RU", "81027820001234"),
        (NumberForm.DIALLED_ABROAD, "BR", None),  # the carrier is chosen by its own digits
        (NumberForm.DIALLED_ABROAD, "", None),
        (NumberForm.DOUBLE_ZERO, "AU", "0027820001234"),
        (NumberForm.AS_TYPED, "ZA", "+27820001234"),
    ],
)
def test_one_number_in_every_form(form: NumberForm, region: str, written: str | None) -> None:
    assert formed(CAPE_TOWN, form, region) == written


@pytest.mark.parametrize("form", set(NumberForm) - {NumberForm.AS_TYPED})
def test_a_number_without_a_country_has_one_form(form: NumberForm) -> None:
    assert formed("600", form, "IT") is None
    assert formed("600", NumberForm.AS_TYPED, "IT") == "600"


def test_countries_of_the_north_american_plan_reach_each_other_with_a_one() -> None:
    assert formed("+14165550123", NumberForm.DIALLED_ABROAD, "US") == "14165550123"
    assert formed("+14165550123", NumberForm.NATIONAL, "US") == "4165550123"


def test_italy_keeps_its_zero() -> None:
    assert formed("+390444123456", NumberForm.NATIONAL, "IT") == "0444123456"
    assert formed("+393471234567", NumberForm.NATIONAL, "IT") == "3471234567"
    assert international("0444123456", "IT") == "+390444123456"


def test_a_number_of_unknown_length_has_no_national_form() -> None:
    assert formed("+278200", NumberForm.NATIONAL, "ZA") is None
    assert formed("+999123", NumberForm.NATIONAL, "ZA") is None


def test_what_cannot_be_a_number_stays() -> None:
    assert international("7", "IT") == "7"
    assert international("+", "IT") == "+"
    assert international("0444123456", "") == "0444123456"


def examples(region: str) -> Iterator[str]:
    for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is not None:
            yield phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)


def test_every_country_reads_its_own_forms_back() -> None:
    wrong = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for number in examples(region):
            national = formed(number, NumberForm.NATIONAL, region)
            read_back = national and international(national, region)
            if national is None or read_back != number or spellings(number, region) != (number, national):
                wrong.append(f"{region}: {number} as {national} is read as {read_back}")
    assert wrong == []


def chooses_a_carrier_by_digits(region: str) -> bool:
    """Return whether callers there put digits of a carrier after, or within, the international prefix."""
    home = phonenumbers.PhoneMetadata.metadata_for_region(region)
    return home is not None and not home.international_prefix.isdigit()


def test_every_country_reaches_cape_town_and_toronto() -> None:
    wrong = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for number in (CAPE_TOWN, "+14165550123"):
            written = formed(number, NumberForm.DIALLED_ABROAD, region)
            reached = international(written, region) if written is not None else None
            if reached != number and (written is not None or not chooses_a_carrier_by_digits(region)):
                wrong.append(f"{region}: {number} as {written} reaches {reached}")
    assert wrong == []
