"""What is found in a link or a text: candidates, kinds of numbers, limits.

This is the door; the rooms behind it load on first use, since they need phonenumbers:
core.number.link reads tel:, callto: and sip: addresses, core.number.text reads everything else.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

LINK_SCHEMES = ("tel", "callto", "sip", "sips")
LINK_LIMIT = 200  # characters; a longer link is refused
WINDOW = 8192  # characters of a free text that are read; Reading.cut says when there was more


class NumberKind(enum.StrEnum):
    """What kind of number it is; the same number has the same kind however it is written."""

    GLOBAL = "global"  # a public number with its E.164 form, written nationally or internationally
    LOCAL = "local"  # a number that only its own network knows: no area code, or an RFC 3966 phone-context
    SHORT = "short"
    EMERGENCY = "emergency"
    PREMIUM = "premium"
    FEATURE_CODE = "feature_code"
    SIP = "sip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One number found in a text. `digits` is what the dial plan gets; the text is text[start:end].

    `suspicions` are what consent looks at: "percent_encoded" (digits or `*` were hidden), "look_alike" (digits that
    no keyboard types, several scripts in one number, or a text direction override), "phone_context" (a local number of
    a foreign place or of the network that the link names).
    """

    text: str
    start: int
    end: int
    kind: NumberKind
    digits: str  # "+390444123456", "600", "*21", or the address of a SIP URI without its scheme
    e164: str | None = None  # None for local and short numbers, feature codes, emergency numbers and SIP addresses
    extension: str | None = None
    post_dial: str = ""  # RFC 3966 / hand-written pauses and digits after the answer, e.g. ",,123"
    country: str | None = None  # ISO 3166 region of the number where known
    suspicions: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """By which two candidates are the same number: E.164, or digits where it has none."""
        return self.e164 or self.digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the distinct numbers in order, and whether a long text was cut at `WINDOW` characters."""

    candidates: tuple[Candidate, ...]
    region: str
    is_link: bool = False
    cut: bool = False
