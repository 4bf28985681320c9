"""What is found in the history by what is typed: the text that each call is searched in, and how a query is read.

Pure. A call is found when its text holds every term of the query; a term may have several readings.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

Term: TypeAlias = tuple[str, ...]
"""The readings of one part of a query; one of them must stand in the text."""

GRAM: Final = 3  # characters of an entry of SQLite's trigram index
RAREST: Final = 3  # entries that are asked for at once
KEYS: Final = frozenset("0123456789*#")
# Letters that Unicode does not take apart into a plain one and its mark.
PLAIN: Final = str.maketrans("đøłı", "doli")


def folded(text: str) -> str:
    """Return `text` without what a person need not type: case, accents, other scripts' digits, runs of blanks."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(PLAIN)
    plain = (_folded_character(char) for char in apart if not unicodedata.combining(char))
    return " ".join("".join(plain).split())


def _folded_character(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return char if char.isprintable() else " "


def search_text(number: str, digits: str, e164: str | None, name: str = "", note: str = "") -> str:
    """Return what a call is searched in, one part to a line: its number in every way of writing, name and note."""
    numbers = [digits, *_written(e164)] if e164 else [digits]
    if any(char.isalpha() for char in number):
        numbers.append(number)
    parts = (*(keys(part) or folded(part) for part in numbers), folded(name), folded(note))
    return "\n".join(dict.fromkeys(filter(None, parts)))


def keys(text: str) -> str:
    """Return what of `text` is on a telephone's keys; empty when it holds letters and is no number."""
    text = folded(text)
    return "" if any(char.isalpha() for char in text) else "".join(char for char in text if char in KEYS)


def terms(query: str) -> tuple[Term, ...]:
    """Read what was typed: a number in any way of writing, or words that may stand anywhere."""
    text = folded(query).removeprefix("tel:").removeprefix("callto:")
    if not any(char.isalnum() or char in KEYS for char in text):  # the + before the first digit
        return ()
    number = keys(text.replace("(0)", ""))
    if not number:
        return tuple((word,) for word in dict.fromkeys(text.split()))
    # What holds 0039… holds 39… too. The text itself may stand in a note.
    return (tuple(dict.fromkeys((number.removeprefix("00") or number, text))),)


def grams(text: str) -> tuple[str, ...]:
    """Return the entries of the index for `text`, each once, those at its end first: numbers differ there."""
    return tuple(dict.fromkeys(text[start : start + GRAM] for start in reversed(range(len(text) - GRAM + 1))))


def match(wanted: tuple[Term, ...], frequency: Mapping[str, int]) -> str:
    """Return the query to the index for the terms that it knows; empty when it knows none.

    It finds too much: the caller compares the text too. Only the rarest entries are asked for, by their `frequency` in
    some calls: the lists of those that are nearly everywhere, such as the area code at home, take long to read.
    """

    def in_index(reading: str) -> str:
        rarest = sorted(grams(reading), key=lambda gram: frequency.get(gram, 0))[:RAREST]
        quoted = ('"' + gram.replace('"', '""') + '"' for gram in rarest)
        return f"({' AND '.join(quoted)})"

    long_enough = (term for term in wanted if all(len(reading) >= GRAM for reading in term))
    return " AND ".join(f"({' OR '.join(map(in_index, term))})" for term in long_enough)


def _written(e164: str) -> Iterator[str]:
    """The number as it is written abroad and at home."""
    from traydial.core.number.numbering import grouped_nationally

    yield e164
    yield grouped_nationally(e164)
