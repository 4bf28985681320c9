"""The one door: whether a planned call is dialled, may be undone, must be asked about, or is refused. Pure.

`decide` is the same for every path. The first row that fits decides, and a question names the reasons of all that ask.
A yes turns every ask and undo into dial, but no refusal. Emergency numbers are in no other row than their own two.

| number or moment                    | from                     | careful | normal  | fast    |
|-------------------------------------|--------------------------|---------|---------|---------|
| denied, too_long, malformed         | anywhere                 | refuse  | refuse  | refuse  |
| the same call within 3 s            | anywhere                 | already | already | already |
| the same call that has ended        | link, hotkey, command_line | already | already | already |
| emergency                           | link                     | ask     | ask     | ask     |
| emergency                           | elsewhere                | dial    | dial    | dial    |
| feature_code                        | anywhere                 | ask     | ask     | ask     |
| premium, satellite                  | anywhere                 | ask     | ask     | ask     |
| new_country, unassigned             | link                     | ask     | ask     | ask     |
| new_country, unassigned             | elsewhere                | ask     | ask     | dial    |
| hidden                              | palette, history         | dial    | dial    | dial    |
| hidden                              | elsewhere                | ask     | ask     | ask     |
| phone_context                       | link                     | ask     | ask     | dial    |
| screen_locked, link_burst           | link                     | ask     | ask     | ask     |
| many_calls, in_call                 | anywhere                 | ask     | ask     | ask     |
| internal, dialled before, a contact | link                     | undo    | dial    | dial    |
| internal, dialled before, a contact | elsewhere                | dial    | dial    | dial    |
| any other (reason: careful)         | link                     | ask     | undo    | dial    |
| any other                           | palette, history         | dial    | dial    | dial    |
| any other                           | elsewhere                | undo    | dial    | dial    |
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from traydial.core.config import Level
from traydial.core.errors import AppError, ConfigError, ConsentRefused, NumberRejected
from traydial.core.number.forms import spellings
from traydial.core.number.pattern import NumberPattern
from traydial.core.number.value import NumberKind

if TYPE_CHECKING:
    from traydial.core.config import ConsentSettings
    from traydial.core.dialplan.plan import DialPlan

TEXT_LIMIT = 200  # characters that one number may take in its text
LINK_DIGITS = 19  # of a number in a link: 15 of E.164 behind the longest international prefix
SAME_CALL_S = 3.0  # in which the same number through the same account is the same call

REFUSALS = ("denied", "too_long", "malformed")
QUESTIONS = (
    "emergency",
    "feature_code",  # * or #: it may forward the user's calls or unlock a phone
    "premium",
    "satellite",
    "new_country",  # abroad, or in no country, and no call went there before
    "unassigned",  # an international number that no numbering plan has
    "hidden",  # percent-encoding or look-alike characters hide what would be dialled
    "phone_context",  # the country comes from a part of the link that no one reads
    "screen_locked",
    "link_burst",  # right after another link
    "many_calls",
    "in_call",  # another call lasts; a yes hangs it up first
    "careful",  # the user wants to be asked about every link
)
REASONS = REFUSALS + QUESTIONS
"""Every reason of a verdict; `words.reasons` has words for each."""

_HARMLESS = frozenset({"emergency", "careful", "many_calls", "in_call"})  # the focus may be on Dial
# An international number that could not be read, perhaps with the digit for an outside line before it.
_ABROAD_UNREAD = re.compile(r"[089]?(?:00|011)[0-9]{6}")
_SATELLITE = ("+870", "+881", "+88213", "+88216")  # Inmarsat, Iridium and Globalstar, EMSAT, Thuraya


class Source(enum.StrEnum):
    """Where a dial request came from."""

    LINK = "link"
    HOTKEY = "hotkey"
    CLIPBOARD = "clipboard"
    DIAL_WINDOW = "palette"
    COMMAND_LINE = "command_line"
    HISTORY = "history"


REPEATED = (Source.LINK, Source.HOTKEY, Source.COMMAND_LINE)
"""Where one gesture may arrive twice: a double click, a key that is held, a script that a desktop's shortcut runs."""


class Stage(enum.Enum):
    """How far a `RecentCall` has come."""

    WAITING = enum.auto()  # for a person's answer, or counting down
    PLACING = enum.auto()  # handed over, and the PBX has not answered yet
    PLACED = enum.auto()  # it lasts, or nobody knows better
    ENDED = enum.auto()  # and not because the user hung up


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentCall:
    """A call that may be the one that is asked for again.

    Leave out those that the PBX refused, those cancelled and those that the user hung up: these may be tried again at
    once.
    """

    id: str
    number: str  # as dialled
    account_id: str
    age_s: float  # since it was placed, or asked for where it waits
    stage: Stage = Stage.PLACED


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentContext:
    """What decides besides the number, as it is now; the dialer prepares it, without the request at hand."""

    dialled_before: bool = False
    contact: bool = False  # the user has given the number a name in the history
    countries: frozenset[str] = frozenset()  # ISO 3166, called before
    screen_locked: bool = False
    since_last_link_s: float | None = None  # None: no link yet
    calls_last_minute: int = 0
    in_call: bool = False  # another call is known to last
    calls: tuple[RecentCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Dial:
    """Dial at once."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Dial after a countdown in which it can be cancelled; nothing is sent before."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A person must say yes first. `dangerous`: the focus belongs on Cancel."""

    reasons: tuple[str, ...]
    dangerous: bool


@dataclass(frozen=True, slots=True)
class Refuse:
    """Not dialled, whoever says yes."""

    reason: str

    def error(self) -> AppError:
        """Return it as the error that people and scripts are told."""
        if self.reason == "denied":
            return ConsentRefused("refused_by_policy")
        return NumberRejected("number_too_long" if self.reason == "too_long" else "number_malformed")


@dataclass(frozen=True, slots=True)
class AlreadyCalling:
    """The call is being placed already, as `call_id`; `ended`: it was placed a moment ago and has ended since."""

    call_id: str
    ended: bool = False

    def error(self) -> AppError:
        """Return it as the error that people and scripts are told."""
        return ConsentRefused("called_just_now" if self.ended else "already_calling", call=self.call_id)


Verdict: TypeAlias = Dial | Undo | Ask | Refuse | AlreadyCalling


def decide(
    plan: DialPlan, *, source: Source, context: ConsentContext, settings: ConsentSettings, yes: bool = False
) -> Verdict:
    """Decide what happens to `plan`; `yes`: a person has agreed to exactly this number.

    `settings` are those in effect: what an administrator pins is merged into them before. Raises ConfigError when a
    pattern of the deny-list cannot be read.
    """
    emergency = is_emergency(plan)
    if not emergency and (refused := _refusal(plan, source, settings)):
        return Refuse(refused)
    for call in context.calls:
        if call.number == plan.dialled and call.account_id == plan.account_id and _same_call(call, emergency, source):
            return AlreadyCalling(call.id, ended=call.stage is Stage.ENDED)
    if yes:
        return Dial()
    if emergency:
        return Ask(("emergency",), dangerous=False) if source is Source.LINK else Dial()
    known = plan.internal or context.dialled_before or context.contact
    reasons = tuple(_questions(plan, source, context, settings, known=known))
    if reasons:
        return Ask(reasons, dangerous=not _HARMLESS.issuperset(reasons))
    if _may_be_undone(source, settings.level, known=known) and settings.undo_s > 0:
        return Undo(settings.undo_s)
    return Dial()


def deny_list(settings: ConsentSettings) -> tuple[NumberPattern, ...]:
    """Read the patterns that policy denies. Raises ConfigError(setting_invalid) with the place of a wrong one."""
    patterns = []
    for index, text in enumerate(settings.deny):
        try:
            patterns.append(NumberPattern.parse(text))
        except ValueError as error:
            raise ConfigError(
                "setting_invalid", field=f"consent.deny[{index}]", reason=str(error), example="+44*"
            ) from None
    return tuple(patterns)


def _refusal(plan: DialPlan, source: Source, settings: ConsentSettings) -> str:
    """Name the reason to refuse; empty when there is none."""
    text = plan.candidate.text
    digits = plan.candidate.digits
    if len(text) > TEXT_LIMIT or len(plan.dialled) > TEXT_LIMIT:
        return "too_long"
    if source is Source.LINK and digits.isdigit() and len(digits) > LINK_DIGITS:
        return "too_long"
    # Reading has refused such a link already; this is the last check before the PBX. A selected text may hold a line
    # break within the number.
    if not re.fullmatch(r"[!-~]+", plan.dialled) or (source is Source.LINK and not text.isprintable()):
        return "malformed"
    candidate = plan.candidate
    written = {
        spelling
        for number in (candidate.digits, candidate.e164, plan.number)
        if number
        for spelling in spellings(number, plan.region)
    }
    if any(pattern.matches(number) for pattern in deny_list(settings) for number in written):
        return "denied"
    return ""


def _same_call(call: RecentCall, emergency: bool, source: Source) -> bool:
    waits_for_help = emergency and source is not Source.LINK
    match call.stage:
        case Stage.PLACING:
            return True
        case Stage.PLACED:
            return call.age_s < SAME_CALL_S
        case Stage.WAITING:  # a call for help is not delayed by a question about a link
            return not waits_for_help
        case Stage.ENDED:  # whoever sees that it has ended calls again on purpose
            return call.age_s < SAME_CALL_S and source in REPEATED and not waits_for_help


def _questions(
    plan: DialPlan, source: Source, context: ConsentContext, settings: ConsentSettings, *, known: bool
) -> Iterator[str]:
    candidate = plan.candidate
    link = source is Source.LINK
    read = source in (Source.DIAL_WINDOW, Source.HISTORY)  # the user has this very number in view and says dial
    level = settings.level
    # A link holds no code even where it is not dialled; in prose # may announce an extension.
    keys = candidate.digits + candidate.post_dial + (candidate.text if link else "")
    if candidate.kind is NumberKind.FEATURE_CODE or "*" in keys or "#" in keys:
        yield "feature_code"
    if _is_premium(plan) or (link and not context.dialled_before and _is_premium_short(plan)):
        yield "premium"
    if plan.number.startswith(_SATELLITE):
        yield "satellite"
    if not known and (link or level is not Level.FAST) and (reason := _unusual_country(plan, context)):
        yield reason
    if not read and not candidate.suspicions.isdisjoint(("percent_encoded", "look_alike")):
        yield "hidden"
    if link and level is not Level.FAST and "phone_context" in candidate.suspicions:
        yield "phone_context"
    if link and context.screen_locked:
        yield "screen_locked"
    if link and context.since_last_link_s is not None and context.since_last_link_s < settings.link_gap_s:
        yield "link_burst"
    if context.calls_last_minute >= settings.calls_per_minute:
        yield "many_calls"
    if context.in_call and settings.ask_in_call:
        yield "in_call"
    if link and level is Level.CAREFUL and not known:
        yield "careful"


def _may_be_undone(source: Source, level: Level, *, known: bool) -> bool:
    if source is Source.LINK:
        return level is Level.CAREFUL or (level is Level.NORMAL and not known)
    return level is Level.CAREFUL and not known and source not in (Source.DIAL_WINDOW, Source.HISTORY)


def is_emergency(plan: DialPlan) -> bool:
    """Whether it is an emergency number as asked for, or as the account calls it (9 112 without its 9)."""
    if plan.candidate.kind is NumberKind.EMERGENCY:
        return True
    if not plan.number.isdigit():
        return False
    from traydial.core.number.numbering import is_emergency

    return is_emergency(plan.number, plan.region)


def _is_premium(plan: DialPlan) -> bool:
    if plan.candidate.kind is NumberKind.PREMIUM:
        return True
    if not plan.number.startswith("+"):
        return False
    from traydial.core.number.numbering import identify

    public = identify(plan.number, plan.region)
    return public is not None and public.type == "premium_rate"


def _is_premium_short(plan: DialPlan) -> bool:
    """Whether a short number may cost extra; an account's own `internal` rule says that it does not."""
    if plan.candidate.kind is not NumberKind.SHORT or any(
        step.rule == "internal" and step.setting for step in plan.trace
    ):
        return False
    from traydial.core.number.numbering import is_premium_short

    return is_premium_short(plan.candidate.digits, plan.region)


def _unusual_country(plan: DialPlan, context: ConsentContext) -> str:
    """Name the reason to ask because of where the call goes; empty when there is none.

    Without a home country nothing is abroad.
    """
    if plan.number == plan.candidate.digits and _ABROAD_UNREAD.match(plan.number):
        return "unassigned"
    if not plan.region or not plan.number.startswith("+"):
        return ""
    from traydial.core.number.numbering import identify

    public = identify(plan.number, plan.region)
    if public is None:
        return "unassigned"
    known = public.country is not None and (public.country == plan.region or public.country in context.countries)
    return "" if known else "new_country"
