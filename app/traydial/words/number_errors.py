"""The words for the errors about numbers, and what an entry of `words.errors` is made of."""

from __future__ import annotations

from typing import NamedTuple

from traydial.core.i18n import QT_TRANSLATE_NOOP


class Entry(NamedTuple):
    """`detailed` says it better, richest first: one of them is used when the error brings all that it names."""

    title: str
    sentence: str
    next_step: str = ""
    detailed: tuple[str, ...] = ()


NUMBER_ERRORS: dict[str, Entry] = {
    "number_rejected": Entry(
        QT_TRANSLATE_NOOP("messages", "Number not accepted"),
        QT_TRANSLATE_NOOP("messages", "The PBX does not take this number. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Check the number, and the country and rules of the account."),
        (QT_TRANSLATE_NOOP("messages", "The PBX does not take {number}. It takes numbers such as {accepted}."),),
    ),
    "number_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No number found"),
        QT_TRANSLATE_NOOP("messages", "There is no telephone number in this text."),
        QT_TRANSLATE_NOOP("messages", "Select or copy the number itself, then try again."),
    ),
    "number_not_in_country": Entry(
        QT_TRANSLATE_NOOP("messages", "Not a number in this country"),
        QT_TRANSLATE_NOOP("messages", "It is not known which country this number belongs to. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Change the country in Settings, or write the number with + and country code."),
        (QT_TRANSLATE_NOOP("messages", "There is no such number in this country: {country}. Nothing was dialled."),),
    ),
    "number_several": Entry(
        QT_TRANSLATE_NOOP("messages", "Several numbers found"),
        QT_TRANSLATE_NOOP("messages", "The text holds more than one telephone number."),
        QT_TRANSLATE_NOOP("messages", "Choose one of them."),
        (QT_TRANSLATE_NOOP("messages", "The text holds more than one telephone number: {numbers}."),),
    ),
    "number_malformed": Entry(
        QT_TRANSLATE_NOOP("messages", "Not a telephone number"),
        QT_TRANSLATE_NOOP("messages", "The link does not hold a proper telephone number. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Enter the number by hand under Dial…"),
    ),
    "number_too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "Too long for a number"),
        QT_TRANSLATE_NOOP("messages", "This is longer than any telephone number. Nothing was dialled."),
        QT_TRANSLATE_NOOP("messages", "Select or copy the number alone, then try again."),
    ),
    "number_control_characters": Entry(
        QT_TRANSLATE_NOOP("messages", "Hidden characters"),
        QT_TRANSLATE_NOOP("messages", "The link holds hidden control characters, so it was not dialled."),
        QT_TRANSLATE_NOOP("messages", "If the number is right, enter it by hand under Dial…"),
    ),
}
