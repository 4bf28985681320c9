"""Characters as people and programs write them, mapped one to one to the few that the number reader knows.

One to one, so that a position in the mapped text is the same position in the original.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = "\u2060"  # stands for every mark without width; allowed anywhere, means nothing
BARRIER = "\x1f"  # stands for control characters and for what is certainly no number; never inside a number

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u20e3\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LIKE = {"\u2212": "-", "\u30fc": "-", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\r": " "} | dict(
    zip("／⁄∕＋﹢⁺．（）［］〔〕[]＊✱∗＃﹟，：；＠％·", "///+++.()()()()***##,:;@%.", strict=True)
)
OVERRIDES = ("\u202d", "\u202e")  # show digits in another order than they are dialled
_STYLED_DIGIT = re.compile("[\U0001d7ce-\U0001d7ff\U0001fbf0-\U0001fbf9]")
# The scripts between Armenian and Extended Latin, those from CJK to Yi, Hangul and more CJK.
_WITHOUT_BLANKS = re.compile("[\u0590-\u1dff\u2e80-\ua63f\uac00-\ufaff\U00020000-\U0010ffff]")


class _Table(dict[int, str]):
    """A translation table for str.translate that works out each character once."""

    def __missing__(self, code: int) -> str:
        self[code] = mapped = _canonical(chr(code))
        return mapped


def _canonical(character: str) -> str:
    if like := _LIKE.get(character):
        return like
    if _INVISIBLE.match(character):
        return INVISIBLE
    if character < "\x7f":
        return character if character >= " " or character in "\n\t" else BARRIER
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return {"Pd": "-", "Zs": " ", "Cc": BARRIER, "Cs": BARRIER}.get(category, character)


def canonical(text: str) -> str:
    """Return `text`, as long as before, with every digit, dash, blank and sign as its ASCII equivalent."""
    return text.translate(_Table())


def look_alike(text: str) -> bool:
    """Whether digits in `text` are disguised: styled letters, several scripts in one number, reversed direction."""
    if text.isascii():
        return False
    if _STYLED_DIGIT.search(text) or any(override in text for override in OVERRIDES):
        return True
    zeros = {ord(digit) - unicodedata.decimal(digit) for digit in text if digit.isdecimal()}  # of each script
    return len(zeros) > 1


def joins_words(character: str) -> bool:
    """Whether `character` next to a digit makes it part of a word: a letter, except of scripts without blanks."""
    if character.isascii():
        return character.isalnum()
    if _WITHOUT_BLANKS.match(character):
        return False
    return character.isalpha() or unicodedata.category(character) == "Mn"
