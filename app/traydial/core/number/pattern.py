"""What an administrator writes to mean numbers: lists of patterns, and regular expressions that cannot blow up.

The dial plan's rules and the policy's deny-list share them, so that one notation is learned once:

    200-299     the numbers of a range; both ends have the same number of digits
    6xx         x stands for one digit
    +44*        a * at the end stands for whatever follows, also nothing; anywhere else it is the key *
    2xx, 6xx    a comma separates alternatives
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from traydial.core.i18n import QT_TRANSLATE_NOOP

_ITEM = re.compile(r"\+?[0-9x*#]{1,32}|\*")
_RANGE = re.compile(r"(\+?[0-9]{1,32})-(\+?[0-9]{1,32})")
_DIGITS = frozenset("0123456789")

_EMPTY: Final = QT_TRANSLATE_NOOP("accounts", "a pattern is missing")
_RANGE_WRONG: Final = QT_TRANSLATE_NOOP("accounts", "a range goes up, and both ends have the same number of digits")
_ITEM_WRONG: Final = QT_TRANSLATE_NOOP("accounts", "only digits, +, x, * and # may stand in a pattern")
_TOO_LONG: Final = QT_TRANSLATE_NOOP("accounts", "the expression is too long")
_FOREIGN: Final = QT_TRANSLATE_NOOP("accounts", "a character or construct is not among those allowed")
_NESTED: Final = QT_TRANSLATE_NOOP("accounts", "a group may not hold a group")
_UNBALANCED: Final = QT_TRANSLATE_NOOP("accounts", "a bracket has no partner")
_NOTHING_TO_REPEAT: Final = QT_TRANSLATE_NOOP("accounts", "a quantifier has nothing to repeat")
_GROUP_REPEATED: Final = QT_TRANSLATE_NOOP(
    "accounts", "a group may only be followed by ?, and then holds no quantifier"
)
_ENDLESS: Final = QT_TRANSLATE_NOOP("accounts", "only one quantifier may be without an upper end")
_TOO_MANY_WAYS: Final = QT_TRANSLATE_NOOP("accounts", "the expression has too many ways to match")
_DESCENDING: Final = QT_TRANSLATE_NOOP("accounts", "a range must go up")

EXPRESSION_LENGTH = 200  # characters of a regular expression, at most
EXPRESSION_WAYS = 64  # ways in which a regular expression may try a number, at most

_TOKEN = re.compile(
    r"(?P<atom>\\[d+*#.]|\[(?:[0-9](?:-[0-9])?|[+*#])+\]|[0-9A-Za-z#@:_-]|\.)"
    r"|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>[?*+]|\{(?P<low>[0-9]{1,2})(?P<comma>,(?P<high>[0-9]{1,2})?)?\})"
)


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """The numbers that one list of patterns means."""

    items: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> NumberPattern:
        """Read a list such as "200-299, 6xx, +44*"; spaces do not matter. Raises ValueError with the reason."""
        items = tuple("".join(item.split()).replace("X", "x") for item in text.split(","))
        for item in items:
            if not item:
                raise ValueError(_EMPTY)
            if ends := _RANGE.fullmatch(item):
                low, high = ends.groups()
                if len(low) != len(high) or low > high:
                    raise ValueError(_RANGE_WRONG)
            elif not _ITEM.fullmatch(item):
                raise ValueError(_ITEM_WRONG)
        return cls(items)

    def matches(self, number: str) -> bool:
        """Whether `number`, as digits with an optional +, is one of those meant. Linear in its length."""
        return any(_matches(item, number) for item in self.items)


def _matches(item: str, number: str) -> bool:
    low, dash, high = item.partition("-")
    if dash:
        # Strings of digits of one length are in order just as their numbers are.
        return len(number) == len(low) and low <= number <= high and _DIGITS.issuperset(number.removeprefix("+"))
    stem = item.removesuffix("*")
    if len(number) < len(stem) or (stem == item and len(number) > len(stem)):
        return False
    return all(want == got or (want == "x" and got in _DIGITS) for want, got in zip(stem, number, strict=False))


def expression(text: str) -> re.Pattern[str]:
    r"""Compile a regular expression that takes linear time on any number. Raises ValueError with the reason.

    It is meant for `fullmatch`; ^ at the start and $ at the end are allowed and say nothing more.

    Python's engine tries one way after the other, so the syntax is held to a part in which there are few: characters,
    `.`, `\d`, classes such as [2-9], groups that hold no group, `|`, and the quantifiers ? * + {2} {2,4} after one
    character or class (after a group only ?, and only when it holds no quantifier). At most one quantifier has no upper
    end, and the ways to try, the product of what all the choices offer, are at most `EXPRESSION_WAYS`. There is no
    look-around, back-reference, lazy or nested quantifier.
    """
    text = text.removeprefix("^").removesuffix("$")
    if len(text) > EXPRESSION_LENGTH:
        raise ValueError(_TOO_LONG)
    ways, endless = 1, 0
    last, repeats = "", False
    alternatives = [1]  # of the whole and, while inside one, of the group; a factor of `ways` each
    for token in _tokens(text):
        if token["open"]:
            if len(alternatives) > 1:
                raise ValueError(_NESTED)
            alternatives.append(1)
            repeats = False
        elif token["close"]:
            alternatives.pop()
            if not alternatives:
                raise ValueError(_UNBALANCED)
        elif token["bar"]:
            ways += ways // alternatives[-1]
            alternatives[-1] += 1
        elif token["times"]:
            _check_quantifier(token[0], last, in_group=repeats)
            choices = _choices(token)
            endless += choices is None
            ways *= choices or 1
            repeats = True
        last = str(token.lastgroup)
    if endless > 1:
        raise ValueError(_ENDLESS)
    if ways > EXPRESSION_WAYS:
        raise ValueError(_TOO_MANY_WAYS)
    if len(alternatives) > 1:
        raise ValueError(_UNBALANCED)
    return _compiled(text)


def _compiled(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.ASCII)
    except re.error:  # what is left that can be wrong: [9-0] and {3,2}
        raise ValueError(_DESCENDING) from None


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(_FOREIGN)
        yield token
        at = token.end()


def _check_quantifier(quantifier: str, last: str, *, in_group: bool) -> None:
    """Refuse what repeats nothing, or a group in a way that allows many; `in_group`: one repeats inside it already."""
    if last not in ("atom", "close"):
        raise ValueError(_NOTHING_TO_REPEAT)
    if last == "close" and (quantifier != "?" or in_group):
        raise ValueError(_GROUP_REPEATED)


def _choices(token: re.Match[str]) -> int | None:
    """How many numbers of repetitions a quantifier allows; None without an upper end."""
    if token[0] == "?":
        return 2
    if token["low"] is None or (token["comma"] and token["high"] is None):
        return None
    return int(token["high"] or token["low"]) - int(token["low"]) + 1
