"""From a number to what this account's PBX is sent, rule by rule, with the trace of every rule."""

from __future__ import annotations

from dataclasses import dataclass

from traydial.core.number import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One declarative rule of an account's dial plan, as it stands in config.toml; see docs/numbers.md."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule that changed (or decided) the number. `rule` is a stable id that `ui.messages` has words for."""

    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DialPlan:
    """The number as the PBX will get it, and why. Replaying the trace gives `dialled`."""

    candidate: Candidate
    account_id: str
    dialled: str
    access_code: str = ""
    caller_id: str = ""
    internal: bool = False
    trace: tuple[Step, ...] = ()
