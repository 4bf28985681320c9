"""Fills in the placeholders of an account's texts for each call: {date} {time} {user} {number} {uuid}."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traydial.core.adapter import Context

PLACEHOLDER = re.compile(r"\{(date|time|user|number|uuid)\}")


def pattern(legal: str) -> str:
    """Return the `Field.pattern` of a template whose other characters are of the class `legal`, e.g. "A-Za-z0-9._-"."""
    return rf"(?:[{legal}]|{PLACEHOLDER.pattern})*"


def expand(template: str, ctx: Context, number: str, *, legal: str) -> str:
    """Fill in `template`; in what is filled in, characters outside the class `legal` become a hyphen or go.

    Date and time are local, 2026-03-09 and 14-05-07. A text in braces that is no placeholder stays.
    """
    now = ctx.now()
    values: dict[str, Callable[[], str]] = {
        "date": lambda: f"{now:%Y-%m-%d}",
        "time": lambda: f"{now:%H-%M-%S}",
        "user": lambda: ctx.user_name,
        "number": lambda: number,
        "uuid": _uuid,
    }
    return PLACEHOLDER.sub(lambda match: _legal(values[match[1]](), legal), template)


def _uuid() -> str:
    import uuid

    return str(uuid.uuid4())


def _legal(text: str, legal: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()  # Müller: Muller
    return re.sub(f"[^{legal}]+", "-", plain).strip("-")
