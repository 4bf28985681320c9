"""How fast numbers are found: against phonenumbers' own matcher on the same text, and in a text made to be slow."""

from __future__ import annotations

import csv
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from phonenumbers import PhoneNumberMatcher

from table import Row, paired
from traydial.core.errors import NumberRejected
from traydial.core.number.read import read_text
from traydial.core.number.value import WINDOW

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MEGABYTE = 1_000_000
WORST_MS = 50.0


def rows(runs: int) -> Iterator[Row]:
    texts = everyday_texts()
    ours, reference = paired(
        lambda: spent_ms(lambda: [read_text(text, region=region) for region, text in texts]),
        lambda: spent_ms(lambda: [list(PhoneNumberMatcher(text, region)) for region, text in texts]),
        runs=runs,
        unit="ms",
    )
    yield Row("Finding the numbers in everyday texts, against PhoneNumberMatcher", ours, reference, 1.0)
    yield worst_case(max(3, runs // 8))


def everyday_texts() -> list[tuple[str, str]]:
    """The everyday part of the corpus, one text for each country, within what the number reader reads."""
    lines = defaultdict(list)
    with (CORPUS / "everyday.tsv").open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not case["input"].lower().startswith(("tel:", "callto:", "sip:")) and "\\" not in case["input"]:
                lines[case["region"]].append(case["input"])
    return [(region, ".\n".join(inputs)[:WINDOW]) for region, inputs in lines.items()]


def worst_case(runs: int) -> Row:
    """The slowest of a megabyte of digits, separators, look-ups that fail, halves of numbers, tags and labels."""
    dice = random.Random(1)  # noqa: S311 - the same text every time
    patterns = [
        "".join(dice.choices("0123456789 -/()+.", k=MEGABYTE)),
        "".join(dice.choices("01234567,", k=MEGABYTE)),
        ",".join(f"0{dice.randrange(10**8, 10**9)}" for _ in range(MEGABYTE // 11)),
        "0301234567 ", "030 123\n4567\n", "0", "(", "+(", "<a ", "call 12 ", "GB29 NWBK ", "1.1.", "a://",
        "\u0660", "\u200b1",
    ]  # fmt: skip
    texts = [(pattern * (MEGABYTE // len(pattern) + 1))[:MEGABYTE] for pattern in patterns]
    slowest = max(texts, key=lambda text: spent_ms(lambda: answered(text, "US")))
    ours, reference = paired(
        lambda: spent_ms(lambda: answered(slowest, "US")),
        lambda: spent_ms(lambda: list(PhoneNumberMatcher(slowest[:WINDOW], "US"))),
        runs=runs,
        unit="ms",
    )
    what = "A megabyte made to be slow (reference: the matcher on what is read of it)"
    return Row(what, ours, reference, WORST_MS, absolute=True)


def answered(text: str, region: str) -> None:
    with suppress(NumberRejected):
        read_text(text, region=region)


def spent_ms(work: Callable[[], object]) -> float:
    begun = time.process_time_ns()
    work()
    return (time.process_time_ns() - begun) / 1e6
