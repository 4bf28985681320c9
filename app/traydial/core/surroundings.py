"""What stands around a row of digits, and what never is a number: decides whether the lens may look at it."""

from __future__ import annotations

import re

from traydial.core import vocabulary
from traydial.core.glyphs import BARRIER, joins_words

# Each of these is blotted out before numbers are looked for. Every repetition is bounded or of one class: linear time.
_NEVER = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?!(?:tel|callto|sips?):)[A-Za-z][A-Za-z0-9+.\-]{1,14}://[^\s<>\"']+"  # an address with a scheme
    r"|www\.[^\s<>\"']+"
    r"|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"  # UUID
    r"|[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])"  # IBAN
    r")|(?<![A-Za-z0-9])[€$£¥₫₹][0-9]+(?:[.,][0-9]+)*(?= )"  # $20
    r"|\.[a-z]{2,12}/[^\s<>\"']*"  # the path of an address without a scheme
    r"|(?<![0-9.])(?<![0-9][/\-])(?:"
    r"(?:0?[1-9]|[12][0-9]|3[01])([./\-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)?[0-9]{2})"  # 31.12.2024
    r"|(?:0?[1-9]|1[0-2])([./\-])(?:0?[1-9]|[12][0-9]|3[01])\2(?:(?:19|20)?[0-9]{2})"  # 12/31/2024
    r"|(?:19|20)[0-9]{2}([./\-])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12][0-9]|3[01])"  # 2024-12-31
    r"|(?:19|20)[0-9]{2} ?[/\-] ?(?:19|20)[0-9]{2}"  # 2023-2024
    r"|(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9] ?- ?(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"  # 9.00-17.30
    r"|(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}(?:/[0-9]{1,2}|:[0-9]{1,5})?"  # 10.0.0.12
    r")(?![0-9]|[./\-][0-9])"
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})\b[^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
_INLINE = frozenset(("b", "i", "u", "em", "strong", "span", "font", "wbr", "mark", "small", "bdi", "bdo"))
_LINK_IN_TAG = re.compile(r"(?:tel|callto):[^\"'<>]{1,200}", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:nbsp|#160|#xa0|thinsp|ensp|emsp|#43|#x2b|plus|ndash|mdash|#8209|#8211|shy|zwnj|lrm|rlm);", re.IGNORECASE
)

_SIGNS_BEFORE = frozenset("@=&%$€£¥#\\°^`|~<{}")
_LOOK_BACK = 40


def cleared(text: str) -> str:
    """Return `text` (canonical), as long as before, with markup dissolved and what is never a number blotted out."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "<" in text:
        text = _TAG.sub(_tag, text)
    return _NEVER.sub(lambda match: BARRIER * len(match[0]), text)


def _entity(match: re.Match[str]) -> str:
    name = match[0][1:-1].lower()
    character = {"#43": "+", "#x2b": "+", "plus": "+", "ndash": "-", "mdash": "-", "#8209": "-", "#8211": "-"}.get(name)
    if character is None:
        character = "\u2060" if name in ("shy", "zwnj", "lrm", "rlm") else " "
    return character + "\u2060" * (len(match[0]) - 1)


def _tag(match: re.Match[str]) -> str:
    """An inline tag vanishes, a line break breaks the line, any other tag is a wall; its tel: link stays readable."""
    whole, name = match[0], (match[2] or "").lower()
    if name in _INLINE:
        return "\u2060" * len(whole)
    if name == "br":
        return "\n" + "\u2060" * (len(whole) - 1)
    link = _LINK_IN_TAG.search(whole)
    if link is None:
        return BARRIER * len(whole)
    return BARRIER * link.start() + link[0] + BARRIER * (len(whole) - link.end())


def label_before(text: str, start: int) -> str:
    """Return "phone", "other" or "": what the words before `start`, on its line, say that the digits are."""
    line = text[max(0, start - _LOOK_BACK) : start]
    return vocabulary.label(line[max(line.rfind("\n"), line.rfind("\t"), line.rfind(BARRIER)) + 1 :])


def allows(text: str, start: int, end: int) -> bool:
    """Whether the signs right before `start` and right after `end` leave text[start:end] a number of its own."""
    return _allows_before(text, start) and _allows_after(text, start, end)


def _allows_before(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if not before or before in " \n\t,;:!?\"'([{>":
        if before == ":":
            return not text[max(0, start - 2) : start - 1].isdigit()
        return vocabulary.MONEY_BEFORE.search(text[max(0, start - 6) : start]) is None
    if before == BARRIER or before in _SIGNS_BEFORE and label_before(text, start) != "phone":
        return False
    if before.isdigit():
        return False
    if joins_words(before):
        return text[start] in "+("
    if before in "-./":
        further = text[max(0, start - 2) : start - 1]
        if further.isdigit():
            return False
        if not further or further.isspace():
            return before == "-" and text[start] in "+(0"
        return label_before(text, start) == "phone"
    if before in "*_":
        return True  # bold or italic; _allows_after wants its twin
    return True


def _allows_after(text: str, start: int, end: int) -> bool:
    after, further = text[end : end + 1], text[end + 1 : end + 2]
    if not after:
        return True
    if after == BARRIER or after in "@=%$€£¥°\\_^+#" and not (after == "_" and text[start - 1 : start] == "_"):
        return False
    if after == "*":
        return text[start - 1 : start] == "*"
    if joins_words(after) or after.isdigit():
        return False
    if after == ":":
        return not further.isdigit()
    if after == "," and further.isdigit():
        return re.match(r"[0-9]{1,2}(?![0-9])", text[end + 1 : end + 5]) is None
    if after in "-/" and further.isalpha() or after == "." and further.islower():
        return label_before(text, end + 12) == "phone"
    return vocabulary.MEASURE_AFTER.match(text, end) is None


def is_spent(written: str) -> bool:
    """Whether a row of digits with its separators is a card number, a decimal or a book number instead of a phone's."""
    if written.startswith("+"):
        return False
    if re.match(r"(?:0|[1-9][0-9]{0,2})\.[0-9]{4,}(?![0-9])", written) or re.search(r"[0-9]{5,}\.[0-9]{1,2}$", written):
        return True
    digits = re.sub(r"[^0-9]", "", written)
    if re.fullmatch(r"[2-6][0-9]{3}([ \-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}", written):
        return True
    if re.fullmatch(r"4[0-9]{12}|3[068][0-9]{12}|3[47][0-9]{13}|[2-6][0-9]{15}|[46][0-9]{18}", digits):
        return _luhn(digits)
    if re.fullmatch(r"[0-9]-[0-9]{2,7}-[0-9]{1,6}-[0-9]", written) and len(digits) == 10:
        return sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11 == 0
    return re.fullmatch(r"97[89]-[0-9-]{12,}", written) is not None


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0
