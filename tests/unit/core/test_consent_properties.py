"""What holds for consent whatever the number, the moment and the level."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from traydial.core import consent
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import AlreadyCalling, Ask, ConsentContext, Dial, Refuse, Source, Undo, decide
from traydial.core.dialplan.plan import DialPlan
from traydial.core.number.value import Candidate, NumberKind

PLANS = st.builds(
    lambda digits, kind, suspicions, internal: DialPlan(
        candidate=Candidate(
            text=digits,
            start=0,
            end=len(digits),
            kind=kind,
            digits=digits,
            e164=digits if digits.startswith("+") else None,
            suspicions=suspicions,
        ),
        account_id="office",
        dialled=digits,
        internal=internal,
        number=digits,
        region="IT",
    ),
    st.from_regex(r"\+?[0-9*#]{1,20}", fullmatch=True),
    st.sampled_from(NumberKind),
    st.frozensets(st.sampled_from(["percent_encoded", "look_alike", "phone_context"])),
    st.booleans(),
)
CONTEXTS = st.builds(
    ConsentContext,
    dialled_before=st.booleans(),
    contact=st.booleans(),
    countries=st.frozensets(st.sampled_from(["IT", "GB", "US"])),
    screen_locked=st.booleans(),
    since_last_link_s=st.none() | st.floats(0, 10),
    calls_last_minute=st.integers(0, 20),
)
SETTINGS = st.builds(ConsentSettings, level=st.sampled_from(Level), undo_s=st.sampled_from([0.0, 3.0]))


@given(PLANS, CONTEXTS, SETTINGS)
def test_no_link_dials_a_feature_code_or_an_emergency_number(
    plan: DialPlan, context: ConsentContext, settings: ConsentSettings
) -> None:
    verdict = decide(plan, source=Source.LINK, context=context, settings=settings)
    if plan.candidate.kind is NumberKind.EMERGENCY:
        assert verdict == Ask(("emergency",), dangerous=False)
    elif plan.candidate.kind is NumberKind.FEATURE_CODE or {"*", "#"} & set(plan.candidate.digits):
        assert isinstance(verdict, Ask | Refuse)


@given(PLANS, CONTEXTS, SETTINGS, st.sampled_from(Source))
def test_a_level_only_ever_loosens(
    plan: DialPlan, context: ConsentContext, settings: ConsentSettings, source: Source
) -> None:
    strictness = [Dial, Undo, Ask, AlreadyCalling, Refuse]
    ranks = [
        strictness.index(type(decide(plan, source=source, context=context, settings=replace(settings, level=level))))
        for level in Level
    ]
    assert ranks == sorted(ranks, reverse=True)


@given(PLANS, CONTEXTS, SETTINGS, st.sampled_from(Source))
def test_every_reason_is_known(
    plan: DialPlan, context: ConsentContext, settings: ConsentSettings, source: Source
) -> None:
    verdict = decide(plan, source=source, context=context, settings=settings)
    if isinstance(verdict, Ask):
        assert verdict.reasons
        assert set(verdict.reasons) <= set(consent.QUESTIONS)
        assert len(set(verdict.reasons)) == len(verdict.reasons)
