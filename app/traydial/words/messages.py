"""What went wrong, as text: a title, a sentence, and what to do next, for every code of every AppError.

Pure, so that the command line shows the same texts: no Qt here, the translation is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.words.countries import country_name
from traydial.words.errors import ERRORS

if TYPE_CHECKING:
    from traydial.core.errors import AppError

Translate: TypeAlias = Callable[[str, str], str]  # (context, text) -> text in the user's language

CONTEXT = "messages"
# Said of an order that ended so. The same errors come from a test, a hang-up or a recording, where it would be wrong.
NOT_DIALLED = ("unreachable", "host_unknown", "connection_refused", "connect_timed_out", "rate_limited")
NOTHING_DIALLED = QT_TRANSLATE_NOOP("messages", "Nothing was dialled.")


def in_english(_context: str, text: str) -> str:
    """The translation that leaves text as it is written in the source."""
    return text


class Message(NamedTuple):
    """Plain text for a person. `next_step` may be empty where there is nothing to do."""

    title: str
    sentence: str
    next_step: str

    def __str__(self) -> str:
        if not self.next_step:
            return self.sentence
        end = "" if self.sentence.endswith((".", "!", "?", "…")) else "."  # a PBX's own words may end without
        return f"{self.sentence}{end} {self.next_step}"


def message(
    error: AppError,
    translate: Translate = in_english,
    contexts: tuple[str, ...] = ("accounts", "wire", "reasons"),
    *,
    of_order: bool = False,
) -> Message:
    """Return the words for `error`; text among its values was marked for translation in one of `contexts`.

    `of_order`: it ended an order to call somebody.
    A value `why` is the code of what led to it (OutcomeUnknown), and comes first.
    """
    entry = ERRORS[error.code]
    values = {
        key: _translated(readable(str(value)), translate, contexts)
        for key, value in error.values.items()
        if value not in ("", None)
    }
    template = next((text for text in entry.detailed if names(text) <= values.keys()), entry.sentence)
    if "country" in values:
        values["country"] = country_name(values["country"], translate) or values["country"]
    next_step = translate(CONTEXT, entry.next_step) if entry.next_step else ""
    sentence = translate(CONTEXT, template).format_map(values)
    if cause := ERRORS.get(str(error.values.get("why"))):
        sentence = f"{translate(CONTEXT, cause.sentence)} {sentence}"
    if of_order and error.code in NOT_DIALLED:
        sentence = f"{sentence} {translate(CONTEXT, NOTHING_DIALLED)}"
    return Message(translate(CONTEXT, entry.title), sentence, next_step)


def _translated(value: str, translate: Translate, contexts: tuple[str, ...]) -> str:
    for context in contexts:
        if (text := translate(context, value)) != value:
            return text
    return value


def names(template: str) -> set[str]:
    """The values that `template` asks for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def readable(text: str, limit: int = 200) -> str:
    """Return foreign text in a form that fits a sentence: printable, one line, cut."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
