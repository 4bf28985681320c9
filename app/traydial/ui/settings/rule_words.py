"""The rules of a dial plan, in words: their names, what they hold, what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traydial.core.account import RuleKind
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.ui.widgets.numbers import left_to_right

if TYPE_CHECKING:
    from traydial.core.account import Rule
    from traydial.words.messages import Translate

CONTEXT = "rules"


class RuleWords(NamedTuple):
    """`match` and `use` are the captions of what such a rule holds; a kind without `use` has nothing to use."""

    name: str
    meaning: str
    match: str
    use: str = ""


def in_words(rule: Rule, translate: Translate) -> str:
    """Return a rule as one line, with its numbers written from left to right also where words are not."""
    line = translate(CONTEXT, RULE if not rule.use else RULE_WITH_USE)
    use = (
        translate(CONTEXT, SWITCH.get(rule.use, rule.use)) if rule.kind is RuleKind.RECORD else left_to_right(rule.use)
    )
    return line.format(kind=translate(CONTEXT, WORDS[rule.kind].name), match=left_to_right(rule.match), use=use)


RULE = QT_TRANSLATE_NOOP("rules", "{kind}: {match}")
RULE_WITH_USE = QT_TRANSLATE_NOOP("rules", "{kind}: {match} → {use}")
SWITCH = {
    "on": QT_TRANSLATE_NOOP("rules", "recorded from the start"),
    "off": QT_TRANSLATE_NOOP("rules", "not recorded"),
}
PATTERNS = QT_TRANSLATE_NOOP(
    "rules", "200-299: a range. 6xx: x is one digit. +44*: whatever follows. A comma separates several."
)
_NUMBERS = QT_TRANSLATE_NOOP("rules", "Numbers")
_REPLACEMENT = QT_TRANSLATE_NOOP("rules", "Replaced by")

WORDS = {
    RuleKind.INTERNAL: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Internal numbers"),
        QT_TRANSLATE_NOOP("rules", "Dialled as they are. Without such a rule every short number is internal."),
        _NUMBERS,
    ),
    RuleKind.AREA_CODE: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Area code"),
        QT_TRANSLATE_NOOP("rules", "Put before local numbers, e.g. 0444 before xxxxxx, any six digits."),
        _NUMBERS,
        QT_TRANSLATE_NOOP("rules", "Area code"),
    ),
    RuleKind.PREFIX: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Leading digits"),
        QT_TRANSLATE_NOOP(
            "rules", "With + the result is still written as the PBX takes it, without + it is sent as is."
        ),
        QT_TRANSLATE_NOOP("rules", "Leading digits"),
        _REPLACEMENT,
    ),
    RuleKind.REGEX: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Regular expression"),
        QT_TRANSLATE_NOOP("rules", "Compared with the whole number. In what replaces it, \\1 is the first group."),
        QT_TRANSLATE_NOOP("rules", "Expression"),
        _REPLACEMENT,
    ),
    RuleKind.OUTSIDE_PREFIX: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Prefix for an outside line"),
        QT_TRANSLATE_NOOP("rules", "In place of the account's prefix; where it is empty, none is dialled."),
        _NUMBERS,
        QT_TRANSLATE_NOOP("rules", "Prefix"),
    ),
    RuleKind.CALLER_ID: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Caller ID"),
        QT_TRANSLATE_NOOP("rules", "What the called party sees. The first rule that matches decides."),
        _NUMBERS,
        QT_TRANSLATE_NOOP("rules", "Caller ID"),
    ),
    RuleKind.RECORD: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Recording"),
        QT_TRANSLATE_NOOP("rules", "Whether calls to them are recorded. The first rule that matches decides."),
        _NUMBERS,
        QT_TRANSLATE_NOOP("rules", "Calls are"),
    ),
    RuleKind.ACCOUNT: RuleWords(
        QT_TRANSLATE_NOOP("rules", "Use this account"),
        QT_TRANSLATE_NOOP("rules", "They are dialled through this account where you have chosen none."),
        _NUMBERS,
    ),
}
WITH_PATTERNS = frozenset(RuleKind) - {RuleKind.PREFIX, RuleKind.REGEX}
"""The kinds whose `match` is a list of patterns (core.number.pattern)."""
