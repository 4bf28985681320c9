"""The number lens: finds the numbers in a link or a text, and never makes one out of two."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class NumberKind(enum.StrEnum):
    GLOBAL = "global"
    LOCAL = "local"
    SHORT = "short"
    EMERGENCY = "emergency"
    PREMIUM = "premium"
    FEATURE_CODE = "feature_code"
    SIP = "sip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One number found in a text. `digits` is what the dial plan gets; the text is text[start:end]."""

    text: str
    start: int
    end: int
    kind: NumberKind
    digits: str  # "+390444123456", "600", "*21", or the address of a SIP URI without its scheme
    e164: str | None = None  # None for a short number, a feature code, an emergency number and a SIP address
    extension: str | None = None
    post_dial: str = ""  # RFC 3966 / hand-written pauses and digits after the answer, e.g. ",,123"
    country: str | None = None  # ISO 3166 region of the number where known
    oddities: frozenset[str] = frozenset()  # "percent_encoded", "look_alike", "phone_context": what consent looks at


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the lens saw: the distinct numbers in order, and whether a long text was cut at `WINDOW` characters."""

    candidates: tuple[Candidate, ...]
    region: str
    is_link: bool = False
    cut: bool = False
