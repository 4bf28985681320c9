"""Whether a call may be recorded only after the other party has agreed. Pure.

`recording.tell` in config.toml lists countries (ISO 3166) and number patterns. Which laws apply is for the
user to decide: nothing is listed by default.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traydial.core.errors import ConfigError
from traydial.core.number.forms import spellings
from traydial.core.number.pattern import NumberPattern

if TYPE_CHECKING:
    from traydial.core.config import RecordingSettings
    from traydial.core.dialplan.plan import DialPlan

TELL = "tell"
"""The reason of the question, beside those of core.consent; `words.reasons` has words for it."""

_COUNTRY = re.compile(r"(?!XX)[A-Z]{2}")  # xx are two digits


def consent_needed(plan: DialPlan, settings: RecordingSettings) -> bool:
    """Whether the user must say that the other party agreed. Raises ConfigError(setting_invalid) for a wrong entry.

    A number without a country of its own, such as a colleague's, belongs to the account's country.
    """
    countries, patterns = consent_patterns(settings)
    if not countries and not patterns:
        return False
    return _country(plan) in countries or any(p.matches(n) for p in patterns for n in _written(plan))


def consent_patterns(settings: RecordingSettings) -> tuple[frozenset[str], tuple[NumberPattern, ...]]:
    """Read the list. Raises ConfigError(setting_invalid) with the place of a wrong entry."""
    countries, patterns = set(), []
    for index, text in enumerate(settings.tell):
        if _COUNTRY.fullmatch(text.strip().upper()):
            countries.add(text.strip().upper())
            continue
        try:
            patterns.append(NumberPattern.parse(text))
        except ValueError as error:
            raise ConfigError(
                "setting_invalid", field=f"recording.tell[{index}]", reason=str(error), example="DE"
            ) from None
    return frozenset(countries), tuple(patterns)


def _country(plan: DialPlan) -> str:
    """Return the country of the number that is called, which a rule of the account may have rewritten."""
    if not plan.number.startswith("+"):
        return plan.candidate.country or plan.region
    from traydial.core.number.numbering import identify

    public = identify(plan.number, plan.region)
    return (public.country if public else None) or plan.candidate.country or plan.region


def _written(plan: DialPlan) -> set[str]:
    """Return every way to write the number."""
    numbers = filter(None, (plan.number, plan.candidate.e164, plan.candidate.digits))
    return {written for number in numbers for written in spellings(number, plan.region)}
