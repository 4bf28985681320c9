"""What a dial plan did to a number, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.words.reasons import CONTEXT

if TYPE_CHECKING:
    from traydial.core.dialplan.plan import DialPlan, Step
    from traydial.words.messages import Translate

    Isolate = Callable[[str], str]


def why(plan: DialPlan, translate: Translate, isolate: Isolate = str) -> tuple[str, ...]:
    """Return one sentence for each step from the number in the text to the number that the PBX gets."""
    return tuple(step_in_words(step, translate, isolate) for step in plan.trace)


def step_in_words(step: Step, translate: Translate, isolate: Isolate = str) -> str:
    """Return what a rule did, which one of the account's it was, and the number before and after where it changed.

    `isolate` marks a number so that its signs keep their places among words that are read from right to left.
    """
    sentence = translate(CONTEXT, RULES[step.rule])
    if step.setting:
        place = int(step.setting.removeprefix("rules[").removesuffix("]")) + 1
        sentence = translate(CONTEXT, RULE_AND_PLACE).format(rule=sentence, place=place)
    if step.before == step.after or not step.before:
        return sentence
    return translate(CONTEXT, BEFORE_AND_AFTER).format(
        rule=sentence, before=isolate(step.before), after=isolate(step.after)
    )


def explained(plan: DialPlan, translate: Translate, isolate: Isolate = str) -> str:
    """Return what would be dialled, and below it why, step by step."""
    dials = translate(CONTEXT, DIALS).format(number=dialled(plan, translate, isolate))
    steps = (f"• {step}" for step in why(plan, translate, isolate))
    return "\n".join((dials, translate(CONTEXT, WHY), *steps))


def dialled(plan: DialPlan, translate: Translate, isolate: Isolate = str) -> str:
    """Return what the PBX gets: the number, and what travels beside it."""
    code = translate(CONTEXT, ACCESS_CODE).format(code=isolate(plan.access_code)) if plan.access_code else ""
    shown = translate(CONTEXT, SHOWN_AS).format(caller_id=isolate(plan.caller_id)) if plan.caller_id else ""
    return ", ".join(filter(None, (isolate(plan.dialled), code, shown)))


BEFORE_AND_AFTER = QT_TRANSLATE_NOOP("reasons", "{rule}: {before} → {after}")
DIALS = QT_TRANSLATE_NOOP("reasons", "Dials {number}")
WHY = QT_TRANSLATE_NOOP("reasons", "Why this number?")
RULE_AND_PLACE = QT_TRANSLATE_NOOP("reasons", "{rule} (rule {place})")
ACCESS_CODE = QT_TRANSLATE_NOOP("reasons", "access code {code}")
SHOWN_AS = QT_TRANSLATE_NOOP("reasons", "shown as {caller_id}")
RULES = {
    "read_in_region": QT_TRANSLATE_NOOP("reasons", "Read as a number of the account's country"),
    "emergency": QT_TRANSLATE_NOOP("reasons", "Emergency number: dialled as it is"),
    "feature_code": QT_TRANSLATE_NOOP("reasons", "Feature code of the PBX: dialled as it is"),
    "internal": QT_TRANSLATE_NOOP("reasons", "Internal number: dialled as it is"),
    "area_code": QT_TRANSLATE_NOOP("reasons", "The account's area code was added"),
    "prefix": QT_TRANSLATE_NOOP("reasons", "A prefix was replaced by a rule of the account"),
    "regex": QT_TRANSLATE_NOOP("reasons", "Rewritten by a rule of the account"),
    "caller_id": QT_TRANSLATE_NOOP("reasons", "The caller ID was chosen by a rule of the account"),
    "record_on": QT_TRANSLATE_NOOP("reasons", "Recorded from the start, by a rule of the account"),
    "record_off": QT_TRANSLATE_NOOP("reasons", "Not recorded, by a rule of the account"),
    "form_e164": QT_TRANSLATE_NOOP("reasons", "Written with + and country code, as this PBX wants it"),
    "form_digits": QT_TRANSLATE_NOOP("reasons", "Written with country code but without +, as this PBX wants it"),
    "form_national": QT_TRANSLATE_NOOP("reasons", "Written as a national number, as this PBX wants it"),
    "form_dialled_abroad": QT_TRANSLATE_NOOP(
        "reasons", "Written with the international prefix of this country, as this PBX wants it"
    ),
    "form_double_zero": QT_TRANSLATE_NOOP("reasons", "Written with 00 and country code, as this PBX wants it"),
    "form_as_typed": QT_TRANSLATE_NOOP("reasons", "Digits as they stand, as this PBX takes them"),
    "outside_prefix": QT_TRANSLATE_NOOP("reasons", "The prefix for an outside line was added"),
    "no_outside_prefix": QT_TRANSLATE_NOOP("reasons", "No prefix for an outside line, by a rule of the account"),
    "access_code": QT_TRANSLATE_NOOP("reasons", "The access code for an outside line travels apart from the number"),
}
