"""What holds for the dial plan whatever the number, the PBX and the rules."""

from __future__ import annotations

import re

import phonenumbers
from hypothesis import assume, given
from hypothesis import strategies as st

from traydial.adapters import noojee, tel4vn, teleforge, tvox
from traydial.core.account import Account, Rule, RuleKind
from traydial.core.dialplan.plan import RULES, DialPlan, plan
from traydial.core.errors import NumberRejected
from traydial.core.number.read import read
from traydial.core.number.value import Candidate, NumberKind

RULES_OF = {module.SPEC.id: module.SPEC.number_rules for module in (noojee, tel4vn, teleforge, tvox)}
REGIONS = ["AU", "DE", "GB", "IT", "US", "VN", "ZA"]
PUBLIC = st.sampled_from(
    [
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
        if (number := phonenumbers.example_number_for_type(region, kind)) is not None
    ]
)
OTHERS = st.from_regex(r"[0-9*#]{1,15}|\+[1-9][0-9]{4,14}", fullmatch=True)
CANDIDATES = st.builds(
    lambda digits, kind: Candidate(
        text=digits,
        start=0,
        end=len(digits),
        kind=NumberKind.GLOBAL if digits.startswith("+") else kind,
        digits=digits,
        e164=digits if digits.startswith("+") else None,
    ),
    PUBLIC | OTHERS,
    st.sampled_from([NumberKind.LOCAL, NumberKind.SHORT, NumberKind.EMERGENCY, NumberKind.FEATURE_CODE]),
)


def _rule(kind: RuleKind, match: str, use: str = "") -> Rule:
    return Rule(kind=kind, match=match, use=use)


OWN_RULES = st.lists(
    st.sampled_from(
        [
            _rule(RuleKind.INTERNAL, "2xx, 6*"),
            _rule(RuleKind.AREA_CODE, "xxxxxx", "0444"),
            _rule(RuleKind.PREFIX, "+39", "0039"),
            _rule(RuleKind.PREFIX, "0", "+44"),
            _rule(RuleKind.REGEX, r"(\d)(\d*)", r"7\2\1"),
            _rule(RuleKind.OUTSIDE_PREFIX, "1*"),
            _rule(RuleKind.OUTSIDE_PREFIX, "11x", "5"),
            _rule(RuleKind.CALLER_ID, "+4*", "+390444123456"),
        ]
    ),
    max_size=4,
).map(tuple)
ACCOUNTS = st.builds(
    lambda pbx, prefix, region, rules: Account(id="office", pbx=pbx, outside_prefix=prefix, region=region, rules=rules),
    st.sampled_from(sorted(RULES_OF)),
    st.sampled_from(["", "0", "9", "*9"]),
    st.sampled_from(REGIONS),
    OWN_RULES,
)


def one(text: str, region: str = "IT") -> Candidate:
    (candidate,) = read(text, region=region).candidates
    return candidate


def planned(candidate: Candidate, office: Account) -> DialPlan:
    try:
        return plan(candidate, office, RULES_OF[office.pbx], region="IT")
    except NumberRejected:
        assume(False)
        raise


@given(CANDIDATES, ACCOUNTS)
def test_the_trace_replays_to_what_is_dialled(candidate: Candidate, office: Account) -> None:
    made = planned(candidate, office)
    number = candidate.digits
    for step in made.trace:
        assert step.before == number
        assert step.rule in RULES
        number = step.after
    assert number == made.dialled
    assert made.trace
    assert planned(candidate, office) == made


@given(CANDIDATES, ACCOUNTS)
def test_what_is_dialled_is_what_the_pbx_takes(candidate: Candidate, office: Account) -> None:
    made = planned(candidate, office)
    assert any(re.fullmatch(accepted, made.dialled) for accepted in RULES_OF[office.pbx].accepts)


@given(PUBLIC, st.sampled_from(sorted(RULES_OF)), st.sampled_from(REGIONS))
def test_the_number_that_the_pbx_gets_is_the_one_asked_for(number: str, pbx: str, region: str) -> None:
    rules = RULES_OF[pbx]
    made = planned(one(number), Account(id="office", pbx=pbx, region=region))
    (form,) = (step.rule.removeprefix("form_") for step in made.trace if step.rule.startswith("form_"))
    dialled = made.dialled if form not in ("digits", "double_zero") else "+" + made.dialled.removeprefix("00")
    assert phonenumbers.parse(dialled, region) == phonenumbers.parse(number), rules


@given(PUBLIC, st.sampled_from(sorted(RULES_OF)), st.sampled_from(REGIONS), st.sampled_from(["", "0", "9"]))
def test_never_more_digits_than_the_number_and_its_prefixes(number: str, pbx: str, region: str, prefix: str) -> None:
    made = planned(one(number), Account(id="office", pbx=pbx, region=region, outside_prefix=prefix))
    assert sum(map(str.isdigit, made.dialled)) <= sum(map(str.isdigit, number)) + len(prefix) + len("0011")


@given(PUBLIC, st.sampled_from(REGIONS), st.sampled_from(["", "0"]))
def test_every_spelling_of_a_number_is_dialled_alike(number: str, region: str, prefix: str) -> None:
    office = Account(id="office", pbx="tvox", region=region, outside_prefix=prefix)
    from_link = planned(one(f"tel:{number}", region), office)
    written = phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    spaced = "+" + re.sub(r"\D+", " ", written).strip()
    assert planned(one(spaced, region), office).dialled == from_link.dialled
    if from_link.trace[0].rule == "form_national":
        assert planned(one(f"tel:{from_link.dialled}", region), office).dialled == from_link.dialled


@given(CANDIDATES, ACCOUNTS)
def test_what_stays_inside_has_no_prefix(candidate: Candidate, office: Account) -> None:
    made = planned(candidate, office)
    if made.internal or candidate.kind is NumberKind.FEATURE_CODE:
        assert made.access_code == ""
        assert not {"outside_prefix", "no_outside_prefix", "access_code"} & {step.rule for step in made.trace}
