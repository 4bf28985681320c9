"""The rules of an account and of a PBX about numbers, as data, and what may be wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from traydial.core.account import Rule, RuleKind
from traydial.core.errors import ConfigError
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.number.forms import NumberForm
from traydial.core.number.pattern import NumberPattern, expression


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRules:
    """What a PBX takes as a number: the last rule of the dial plan.

    The first of `forms` whose text matches one of `accepts` whole is sent. `examples` are shown when none does.
    `home_region` is the region that the PBX itself is bound to (Teleforge: ZA), where the account names none.
    `access_code_field` is the setting whose value travels apart from the number, for outside calls only.
    """

    forms: tuple[NumberForm, ...] = (NumberForm.E164, NumberForm.AS_TYPED)
    accepts: tuple[str, ...] = (r"\+?[0-9*#]{1,32}",)
    examples: tuple[str, ...] = ()
    home_region: str | None = None
    access_code_field: str | None = None


_PREFIX_WRONG: Final = QT_TRANSLATE_NOOP("accounts", "up to eight digits, * and # are allowed")
_MATCH_NO_DIGITS: Final = QT_TRANSLATE_NOOP("accounts", "only leading digits are allowed, without x and ranges")
_USE_UNUSED: Final = QT_TRANSLATE_NOOP("accounts", "this kind of rule has nothing to use")
_USE_NO_DIGITS: Final = QT_TRANSLATE_NOOP("accounts", "only digits are allowed, with or without +")
_USE_NO_TEMPLATE: Final = QT_TRANSLATE_NOOP(
    "accounts", "only digits are allowed, with or without +, and \\1 to \\9 for the groups of the expression"
)
_USE_NO_SWITCH: Final = QT_TRANSLATE_NOOP("accounts", "it must be on or off")
_GROUP_UNKNOWN: Final = QT_TRANSLATE_NOOP("accounts", "it names a group that the expression does not have")
_PREFIX = re.compile(r"[0-9*#]{1,8}")


def check_rules(rules: Iterable[Rule], outside_prefix: str = "") -> None:
    """Raise ConfigError(setting_invalid) for the first rule, or outside-line prefix, that cannot work."""
    if outside_prefix and not _PREFIX.fullmatch(outside_prefix):
        raise ConfigError("setting_invalid", field="outside_prefix", reason=_PREFIX_WRONG, example="0")
    for index, rule in enumerate(rules):
        try:
            field = "match"
            groups = _check_match(rule)
            field = "use"
            _check_use(rule, groups)
        except ValueError as error:
            raise ConfigError("setting_invalid", field=f"rules[{index}].{field}", reason=str(error)) from None


def _check_match(rule: Rule) -> int:
    """Raise ValueError with the reason; return how many groups `use` may name."""
    if rule.kind is RuleKind.REGEX:
        return expression(rule.match).groups
    if rule.kind is RuleKind.PREFIX:
        if not WRITTEN.fullmatch(rule.match.translate(SEPARATORS)):
            raise ValueError(_MATCH_NO_DIGITS)
    else:
        NumberPattern.parse(rule.match)
    return 0


def _check_use(rule: Rule, groups: int) -> None:
    """Raise ValueError with the reason."""
    use = rule.use.translate(SEPARATORS)
    wanted, reason = _USES[rule.kind]
    if not re.fullmatch(wanted, use):
        raise ValueError(reason)
    if rule.kind is RuleKind.REGEX and any(int(group) > groups for group in re.findall(r"\\([1-9])", use)):
        raise ValueError(_GROUP_UNKNOWN)


WRITTEN = re.compile(r"\+?[0-9*#]{1,32}")
SEPARATORS = str.maketrans("", "", " -./()")
# What `use` has to look like for each kind, and what to say when it does not.
_USES: Final = {
    RuleKind.INTERNAL: ("", _USE_UNUSED),
    RuleKind.ACCOUNT: ("", _USE_UNUSED),
    RuleKind.OUTSIDE_PREFIX: (rf"(?:{_PREFIX.pattern})?", _PREFIX_WRONG),
    RuleKind.PREFIX: (rf"(?:{WRITTEN.pattern})?", _USE_NO_DIGITS),
    RuleKind.AREA_CODE: (r"\+?[0-9]{1,20}", _USE_NO_DIGITS),
    RuleKind.CALLER_ID: (r"\+?[0-9]{1,20}", _USE_NO_DIGITS),
    RuleKind.RECORD: ("on|off", _USE_NO_SWITCH),
    RuleKind.REGEX: (r"\+?(?:[0-9*#]|\\[1-9])+", _USE_NO_TEMPLATE),
}
