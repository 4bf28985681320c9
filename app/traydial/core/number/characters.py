"""Characters as people and programs write them, mapped one to one to the few that the number reader knows.

One to one, so that a position in the mapped text is the same position in the original.
"""

from __future__ import annotations

import unicodedata

INVISIBLE = "\u2060"  # stands for every mark without width; allowed anywhere, means nothing
BARRIER = "\x1f"  # stands for control characters and for what is certainly no number; never inside a number

_INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u20e3\ufeff") | {
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
}
_LIKE = {"\u2212": "-", "\u30fc": "-", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\r": " "} | dict(
    zip("／⁄∕＋﹢⁺．（）［］〔〕[]＊✱∗＃﹟，：；＠％·", "///+++.()()()()***##,:;@%.", strict=True)
)
_ASCII = {code: BARRIER for code in (*range(32), 127) if chr(code) not in "\t\n\r"}
_ASCII |= {ord(character): like for character, like in _LIKE.items() if character.isascii()}
OVERRIDES = ("\u202d", "\u202e")  # show digits in another order than they are dialled


class _Table(dict[int, str]):
    """A translation table for str.translate that works out each character once."""

    def __missing__(self, code: int) -> str:
        self[code] = mapped = _canonical(chr(code))
        return mapped


def _canonical(character: str) -> str:
    if like := _LIKE.get(character):
        return like
    if character in _INVISIBLE:
        return INVISIBLE
    if character < "\x7f":
        return character if character >= " " or character in "\n\t" else BARRIER
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return {"Pd": "-", "Zs": " ", "Cc": BARRIER, "Cs": BARRIER}.get(category, character)


def canonical(text: str) -> str:
    """Return `text`, as long as before, with every digit, dash, blank and sign as its ASCII equivalent."""
    return text.translate(_ASCII if text.isascii() else _Table())


def look_alike(text: str) -> bool:
    """Whether digits in `text` are disguised: styled letters, several scripts in one number, reversed direction."""
    if text.isascii():
        return False
    zeros = set()
    for character in text:
        if character in OVERRIDES:
            return True
        if character.isdecimal():
            zero = ord(character) - unicodedata.decimal(character)
            zeros.add(zero)
            if 0x1D7CE <= zero <= 0x1D7FF or 0x1FBF0 <= zero <= 0x1FBF9:
                return True
    return len(zeros) > 1


def joins_words(character: str) -> bool:
    """Whether `character` next to a digit makes it part of a word: a letter, except of scripts without blanks."""
    if character.isascii():
        return character.isalnum()
    code = ord(character)
    if 0x0590 <= code < 0x1E00 or 0x2E80 <= code < 0xA640 or 0xAC00 <= code < 0xFB00 or code >= 0x20000:
        return False
    return character.isalpha() or unicodedata.category(character) == "Mn"
