"""The country that the environment of a desktop names."""

from __future__ import annotations

import sys

import pytest

from traydial.system.region import system_region


@pytest.mark.parametrize(
    ("environ", "region"),
    [
        ({"LANG": "it_IT.UTF-8"}, "IT"),
        ({"LANG": "zh-Hant_TW"}, "TW"),
        ({"LANG": "sr_RS@latin"}, "RS"),
        ({"LANG": "fil_PH"}, "PH"),
        ({"LANG": "en-US"}, "US"),
        ({"LANG": "en_US", "LC_TELEPHONE": "vi_VN"}, "VN"),
        ({"LANG": "en_US", "LC_TELEPHONE": "vi_VN", "LC_ALL": "en_ZA"}, "ZA"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_AU.UTF-8"}, "AU"),
    ],
)
def test_the_locale_of_telephone_numbers_names_the_country(environ: dict[str, str], region: str) -> None:
    assert system_region(environ) == region


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know more than the environment")
@pytest.mark.parametrize("environ", [{}, {"LANG": "C"}, {"LANG": "POSIX"}, {"LANG": "eo"}, {"LANG": "en_USA"}])
def test_where_none_is_named_none_is_made_up(environ: dict[str, str]) -> None:
    assert system_region(environ) == ""
