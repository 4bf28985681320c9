"""How a number is shown: in the way of its own country at home, with + and country code abroad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from traydial.core.number.forms import masked
from traydial.ui.base.i18n import translate

if TYPE_CHECKING:
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.number.value import Candidate
    from traydial.services.history.store import HistoryEntry


def called_number(plan: DialPlan) -> str:
    """Return the number that a plan really calls, in readable groups."""
    return left_to_right(with_extension(readable_number(plan.number, home=plan.region), plan.candidate.extension))


def found_number(candidate: Candidate, *, home: str = "") -> str:
    """Return a number that was found in a text, in readable groups."""
    number = readable_number(candidate.e164, home=home) if candidate.e164 else candidate.digits
    return left_to_right(with_extension(number, candidate.extension))


def readable_number(e164: str, *, home: str = "") -> str:
    """Group the digits of `e164`, nationally when it belongs to the region `home`; other text comes back unchanged."""
    from traydial.core.number.numbering import grouped

    return grouped(e164, home=home)


def past_number(entry: HistoryEntry, *, mask: bool) -> str:
    """Return the number of a past call in readable groups; `mask`: without its middle digits."""
    number = readable_number(entry.e164) if entry.e164 else entry.digits
    return left_to_right(masked(number) if mask else number)


def with_extension(number: str, extension: str | None) -> str:
    if not extension:
        return number
    return QCoreApplication.translate("numbers", "{number} ext. {extension}").format(number=number, extension=extension)


def left_to_right(text: str) -> str:
    """Return `text` so that its signs keep their places where words are read from right to left."""
    isolated = text.startswith("\u2066") or not QGuiApplication.isRightToLeft()
    return text if isolated else f"\u2066{text}\u2069"


def country_name(region: str | None) -> str:
    """Return the name of the country `region` in the language that is spoken now, or an empty text."""
    from traydial.words import countries

    return countries.country_name(region, translate)
