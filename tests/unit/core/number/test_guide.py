"""Every example of docs/numbers.md, taken from the page and read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from traydial.core.errors import NumberRejected
from traydial.core.number.read import read
from traydial.core.number.text import LOOK_UPS
from traydial.core.number.value import LINK_LIMIT, WINDOW, NumberKind

PAGE = (Path(__file__).parents[4] / "docs" / "numbers.md").read_text(encoding="utf-8")
HEAD = "| text | region | read as |\n|---|---|---|\n"


def examples() -> list[tuple[str, str, str]]:
    rows = [row for table in PAGE.split(HEAD)[1:] for row in table.split("\n\n")[0].splitlines()]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [(plain(written), region, expected) for written, region, expected in cells]


def plain(written: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), written.replace(r"\n", "\n"))


def reading(written: str, region: str) -> str:
    try:
        candidates = read(written, region=region).candidates
    except NumberRejected as error:
        return f"refused {error.code}"
    numbers = []
    for number in candidates:
        words = [number.kind.value, number.digits]
        words += ["ext", number.extension] if number.extension else []
        words += ["then", number.post_dial] if number.post_dial else []
        numbers.append(" ".join(words + sorted(number.suspicions)))
    return "; ".join(numbers)


@pytest.mark.parametrize(("written", "region", "expected"), examples())
def test_an_example_of_the_page(written: str, region: str, expected: str) -> None:
    assert reading(written, region) == expected


def test_the_page_explains_every_kind_and_shows_it() -> None:
    shown = " ".join(expected for _, _, expected in examples())
    for kind in NumberKind:
        assert f"| `{kind}` |" in PAGE
        assert kind.value in shown.split()


def test_the_page_states_the_limits_that_hold() -> None:
    assert f"at most {LINK_LIMIT} characters" in PAGE
    assert f"the first {WINDOW} characters" in PAGE
    assert f"at most\n{LOOK_UPS} groups of digits" in PAGE
