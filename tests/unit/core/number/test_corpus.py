"""Every line of tests/corpus, read by the number reader."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from traydial.core.errors import NumberRejected
from traydial.core.number.read import read

CORPUS = Path(__file__).parents[3] / "corpus"
FILES = sorted(path.name for path in CORPUS.glob("*.tsv"))
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


class Case(NamedTuple):
    text: str
    region: str
    expected: str
    source: str


def cases(name: str) -> list[Case]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert head == ["input", "region", "expected", "source"]
    return [Case(plain(text), region, expected, source) for text, region, expected, source in rows]


def plain(text: str) -> str:
    return re.sub(
        r"\\(?:u([0-9a-f]{4})|(.))", lambda part: chr(int(part[1], 16)) if part[1] else ESCAPES[part[2]], text
    )


def reading(text: str, region: str) -> str:
    """Return what is read from `text`, in the notation of the corpus."""
    try:
        found = read(text, region=region)
    except NumberRejected as error:
        return f"refused {error.code}"
    numbers = []
    for number in found.candidates:
        words = [number.kind.value, number.digits]
        words += ["ext", number.extension] if number.extension else []
        words += ["then", number.post_dial] if number.post_dial else []
        numbers.append(" ".join(words + sorted(number.suspicions)))
    return " | ".join(numbers)


@pytest.mark.parametrize("name", FILES)
def test_every_case_is_read_as_expected(name: str) -> None:
    wrong = [(case, got) for case in cases(name) if (got := reading(case.text, case.region)) != case.expected]
    assert not wrong


@pytest.mark.parametrize("name", FILES)
def test_a_number_is_where_the_reading_says(name: str) -> None:
    for case in cases(name):
        if case.expected.startswith("refused"):
            continue
        for number in read(case.text, region=case.region).candidates:
            assert case.text.strip()[number.start : number.end] == number.text or (
                case.text[number.start : number.end] == number.text
            ), case


def test_the_corpus_is_large_and_says_where_each_case_is_from() -> None:
    everything = [case for name in FILES for case in cases(name)]
    assert len(everything) >= 400
    assert len({(case.text, case.region) for case in everything}) == len(everything)
    assert all(case.source for case in everything)
