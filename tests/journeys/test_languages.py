"""A person reads Traydial in the language of their desktop from the first start on, without choosing one."""

from __future__ import annotations

import pytest

from journeys import steps

TITLES = {"it_IT": ("Impostazioni", "Chiama"), "vi_VN": ("Thiết lập", "Gọi")}


@pytest.mark.parametrize("language", TITLES)
def test_the_desktop_s_language_is_spoken_at_once(language, begin, start_pbx):
    pbx = start_pbx("noojee")
    person = begin(language)
    person.chooses("Settings…")
    tops = person.looks_until_calm()
    person.picture("settings")
    assert [top.name for top in tops] == [f"{TITLES[language][0]} — Traydial"]
    person.clicks("Cancel", steps.BUTTON)
    person.clicks_icon()
    person.window("Dial")
    shown = [thing.name for top in person.looks_until_calm() for thing in top]
    person.picture("dial")
    assert shown[0] == f"{TITLES[language][1]} — Traydial"
    assert not [name for name in shown if person.words.is_english(name)]
    assert not pbx.journal.of("dial")
