"""From a number to what this account's PBX is sent, rule by rule, with the trace of every rule.

The rules run in this order; the ids are those of `RULES` and stand in the trace:

1. `emergency`, `feature_code`, `internal`: such a number stays as it is, with no prefix and no access code. Where the
   account has `internal` rules they say which numbers are internal; where it has none, every short number is.
2. The account's own rules that rewrite, from top to bottom, each on what the one before it left:
   `area_code`, `prefix`, `regex`. What one has written with a + is an international number as before; what it has
   written without is sent as it stands. A number that is internal by then ends as in 1.
3. `caller_id`: the first that matches decides the caller ID. `record_on` or `record_off`: the first rule about
   recording that matches decides whether the call is recorded from its start.
4. `form_...`: the first form of the PBX's `NumberRules` that the PBX accepts. Behind an outside-line prefix a number is
   written as it would be dialled on that line: the national form at home, else with the region's international prefix.
5. `outside_prefix` or `no_outside_prefix`; `access_code` where the PBX takes the code apart from the number.
6. What the PBX does not accept is refused, never corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traydial.core.account import Rule, RuleKind
from traydial.core.dialplan.rules import SEPARATORS, WRITTEN, NumberRules, check_rules
from traydial.core.errors import NumberRejected
from traydial.core.number.forms import NumberForm, formed, international, spellings
from traydial.core.number.pattern import NumberPattern, expression
from traydial.core.number.value import Candidate, NumberKind

if TYPE_CHECKING:
    from traydial.core.account import Account


RULES = (
    "read_in_region",
    "emergency",
    "feature_code",
    "internal",
    "area_code",
    "prefix",
    "regex",
    "caller_id",
    "record_on",
    "record_off",
    *(f"form_{form}" for form in NumberForm),
    "outside_prefix",
    "no_outside_prefix",
    "access_code",
)
"""Every rule id that a trace may hold; `words.reasons` has words for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule that changed (or decided) the number. `rule` is a stable id that `words.reasons` has words for."""

    rule: str
    before: str
    after: str
    setting: str = ""  # where the account's own rule stands, e.g. "rules[2]"; empty: built in


@dataclass(frozen=True, slots=True, kw_only=True)
class DialPlan:
    """The number as the PBX will get it, and why. Replaying the trace from `candidate.digits` gives `dialled`.

    `number` is what is called, after the account's own rules and before the PBX's form: E.164 where it has one.
    `region` is the country in which the number was read. `record` is what the account's rules say about recording, if
    anything. `name` is what the user calls this number in the history; the dialer adds it.
    """

    candidate: Candidate
    account_id: str
    dialled: str
    access_code: str = ""
    caller_id: str = ""
    internal: bool = False
    record: bool | None = None
    trace: tuple[Step, ...] = ()
    number: str = ""
    region: str = ""
    name: str = ""


def home_region(account: Account, rules: NumberRules, *, region: str) -> str:
    """Return the country that the account's national numbers belong to; `region` where nothing else is said."""
    return (account.region or rules.home_region or region).upper()


def plan(candidate: Candidate, account: Account, rules: NumberRules, *, region: str) -> DialPlan:
    """Return what the account's PBX is sent for `candidate`, and why.

    `region` is the configuration's country, else the system's. Raises NumberRejected when the PBX takes no such number,
    and ConfigError when a rule of the account cannot work.
    """
    check_rules(account.rules, account.outside_prefix)
    home = home_region(account, rules, region=region)
    trail = _Trail(candidate.digits)
    if candidate.e164 and candidate.e164 != candidate.digits:
        trail.step("read_in_region", candidate.e164)
    stays = _stays(trail, candidate, account, home)
    if not stays and _rewrite(trail, candidate, account, home):
        stays = _internal_by_rule(trail, account, home)
    number = trail.number
    caller_id = _caller_id(trail, account, home)
    record = _record(trail, account, home)
    prefix = _outside_prefix(account, rules, spellings(number, home), stays)
    in_front = "" if rules.access_code_field else prefix.text
    for form in _forms(number, rules, home, behind_prefix=bool(in_front)):
        written = formed(number, form, home)
        if written and any(re.fullmatch(pattern, in_front + written, re.ASCII) for pattern in rules.accepts):
            break
    else:
        refused = in_front + spellings(number, home)[-1] if in_front else number
        raise NumberRejected("number_rejected", number=refused, accepted=", ".join(rules.examples))
    trail.step(f"form_{form}", written)
    if prefix.rule:
        trail.step(prefix.rule, in_front + written, setting=prefix.setting)
    return DialPlan(
        candidate=candidate,
        account_id=account.id,
        dialled=trail.number,
        access_code=prefix.text if rules.access_code_field else "",
        caller_id=caller_id,
        internal=stays == "internal",
        record=record,
        trace=tuple(trail.steps),
        number=number,
        region=home,
    )


def route(candidate: Candidate, accounts: Iterable[Account], *, region: str) -> str:
    """Return the id of the first account with an `account` rule that matches; empty when there is none."""
    for account in accounts:
        if _first(account, RuleKind.ACCOUNT, spellings(candidate.key, (account.region or region).upper())):
            return account.id
    return ""


def routes_as_written(candidate: Candidate, account: Account) -> bool:
    """Whether an `account` rule of `account` matches the very digits that stand in the text."""
    return _first(account, RuleKind.ACCOUNT, (candidate.text.translate(SEPARATORS),)) is not None


class _Trail:
    """A number on its way through the rules, with the steps it took."""

    def __init__(self, number: str) -> None:
        self.number = number
        self.steps: list[Step] = []

    def step(self, rule: str, after: str, *, setting: str = "") -> None:
        self.steps.append(Step(rule=rule, before=self.number, after=after, setting=setting))
        self.number = after


@dataclass(frozen=True, slots=True)
class _Prefix:
    """What stands before the number, or travels as its access code, and the rule to name for it, if any."""

    text: str = ""
    rule: str = ""
    setting: str = ""


def _first(account: Account, kind: RuleKind, written: tuple[str, ...]) -> tuple[Rule, str] | None:
    """Return the first rule of a kind that is matched by pattern, and where it stands."""
    for index, rule in enumerate(account.rules):
        if rule.kind is kind:
            pattern = NumberPattern.parse(rule.match)
            if any(pattern.matches(number) for number in written):
                return rule, f"rules[{index}]"
    return None


def _stays(trail: _Trail, candidate: Candidate, account: Account, home: str) -> str:
    """Return the rule by which the number stays as it is; empty when there is none."""
    if candidate.kind in (NumberKind.EMERGENCY, NumberKind.FEATURE_CODE):
        trail.step(candidate.kind.value, trail.number)
        return candidate.kind.value
    if any(rule.kind is RuleKind.INTERNAL for rule in account.rules):
        return _internal_by_rule(trail, account, home)
    if candidate.kind is not NumberKind.SHORT or _first(account, RuleKind.AREA_CODE, (trail.number,)):
        return ""
    trail.step("internal", trail.number)
    return "internal"


def _internal_by_rule(trail: _Trail, account: Account, home: str) -> str:
    found = _first(account, RuleKind.INTERNAL, spellings(trail.number, home))
    if found is None:
        return ""
    trail.step("internal", trail.number, setting=found[1])
    return "internal"


def _rewrite(trail: _Trail, candidate: Candidate, account: Account, home: str) -> bool:
    """Run the rules that rewrite; return whether one did."""
    before = trail.number
    of_elsewhere = "phone_context" in candidate.suspicions
    for index, rule in enumerate(account.rules):
        if rule.kind is RuleKind.AREA_CODE and of_elsewhere:
            continue  # the link says that this local number is of another place
        after = _rewritten(trail.number, rule, home)
        if after is not None and after != trail.number:
            trail.step(rule.kind.value, after, setting=f"rules[{index}]")
    return trail.number != before


def _rewritten(number: str, rule: Rule, home: str) -> str | None:
    use = rule.use.translate(SEPARATORS)
    if rule.kind is RuleKind.AREA_CODE:
        if number.startswith("+") or not NumberPattern.parse(rule.match).matches(number):
            return None
        return international(use + number, home)
    for written in spellings(number, home):
        if rule.kind is RuleKind.PREFIX:
            lead = rule.match.translate(SEPARATORS)
            if written.startswith(lead):
                return use + written[len(lead) :]
        elif rule.kind is RuleKind.REGEX:
            found = expression(rule.match).fullmatch(written)
            if found:
                return found.expand(use)
    return None


def _caller_id(trail: _Trail, account: Account, home: str) -> str:
    found = _first(account, RuleKind.CALLER_ID, spellings(trail.number, home))
    if found is None:
        return ""
    rule, setting = found
    trail.step("caller_id", trail.number, setting=setting)
    return rule.use.translate(SEPARATORS)


def _record(trail: _Trail, account: Account, home: str) -> bool | None:
    found = _first(account, RuleKind.RECORD, spellings(trail.number, home))
    if found is None:
        return None
    rule, setting = found
    trail.step(f"record_{rule.use.strip()}", trail.number, setting=setting)
    return rule.use.strip() == "on"


def _outside_prefix(account: Account, rules: NumberRules, written: tuple[str, ...], stays: str) -> _Prefix:
    """Decide the outside-line prefix. Emergency numbers get one by an explicit rule alone, SIP addresses never."""
    if stays in ("internal", "feature_code") or not WRITTEN.fullmatch(written[0]):
        return _Prefix()
    usual = account.outside_prefix
    if rules.access_code_field:
        usual = str(account.settings.get(rules.access_code_field, "")) or usual
    rule_id = "access_code" if rules.access_code_field else "outside_prefix"
    found = _first(account, RuleKind.OUTSIDE_PREFIX, written)
    if found:
        rule, setting = found
        text = rule.use.translate(SEPARATORS)
        return _Prefix(text, rule_id if text else "no_outside_prefix", setting)
    if stays == "emergency":
        return _Prefix("", "no_outside_prefix" if usual else "")
    return _Prefix(usual, rule_id if usual else "")


def _forms(number: str, rules: NumberRules, home: str, *, behind_prefix: bool) -> tuple[NumberForm, ...]:
    """Return the forms to try, in order."""
    if not number.startswith("+"):
        return (NumberForm.AS_TYPED,)
    if not behind_prefix:
        return rules.forms
    if formed(number, NumberForm.NATIONAL, home):
        return (NumberForm.NATIONAL,)
    abroad = (NumberForm.DIALLED_ABROAD, NumberForm.DOUBLE_ZERO)
    return tuple(form for form in rules.forms if form in abroad) or abroad[:1]
