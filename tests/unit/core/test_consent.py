"""Every row of consent's table, for every source and level, and that one call stays one call."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.core import consent
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import (
    AlreadyCalling,
    Ask,
    ConsentContext,
    Dial,
    RecentCall,
    Refuse,
    Source,
    Stage,
    Undo,
    Verdict,
    decide,
    deny_list,
)
from traydial.core.dialplan.plan import DialPlan, Step
from traydial.core.errors import ConfigError, ConsentRefused, NumberRejected
from traydial.core.number.value import Candidate, NumberKind

ROME = "+390612345678"


def candidate(digits: str = ROME, kind: NumberKind = NumberKind.GLOBAL, **changes: object) -> Candidate:
    values: dict[str, object] = {"e164": digits if digits.startswith("+") else None, "text": digits}
    return Candidate(start=0, end=len(digits), kind=kind, digits=digits, **(values | changes))  # type: ignore[arg-type]


def planned(found: Candidate | None = None, **changes: object) -> DialPlan:
    found = found or candidate()
    values: dict[str, object] = {"dialled": found.digits, "number": found.digits, "region": "IT"}
    return DialPlan(candidate=found, account_id="office", **(values | changes))  # type: ignore[arg-type]


def decided(
    plan: DialPlan | None = None,
    *,
    source: Source = Source.LINK,
    context: ConsentContext | None = None,
    settings: ConsentSettings | None = None,
    yes: bool = False,
) -> Verdict:
    return decide(
        plan or planned(),
        source=source,
        context=context or ConsentContext(),
        settings=settings or ConsentSettings(),
        yes=yes,
    )


@dataclass(frozen=True)
class Situation:
    plan: DialPlan
    context: ConsentContext = field(default_factory=ConsentContext)
    settings: ConsentSettings = field(default_factory=ConsentSettings)


EMERGENCY = planned(candidate("112", NumberKind.EMERGENCY))
SITUATIONS = {
    "denied": Situation(planned(), settings=ConsentSettings(deny=("+3906*",))),
    "too_long": Situation(planned(candidate(text="0" * 201))),
    "malformed": Situation(planned(dialled="06\n12")),
    "the same call within 3 s": Situation(
        planned(), ConsentContext(calls=(RecentCall(id="c", number=ROME, account_id="office", age_s=2.9),))
    ),
    "the same call that has ended": Situation(
        planned(),
        ConsentContext(calls=(RecentCall(id="c", number=ROME, account_id="office", age_s=2.9, stage=Stage.ENDED),)),
    ),
    "emergency": Situation(EMERGENCY),
    "feature_code": Situation(planned(candidate("*21*600#", NumberKind.FEATURE_CODE))),
    "premium": Situation(planned(candidate("+39899123456", NumberKind.PREMIUM))),
    "satellite": Situation(planned(candidate("+881612345678")), ConsentContext(dialled_before=True)),
    "new_country": Situation(planned(candidate("+442079460000"))),
    "unassigned": Situation(planned(candidate("+3912345678"))),
    "hidden": Situation(planned(candidate(suspicions=frozenset({"percent_encoded"})))),
    "phone_context": Situation(planned(candidate("123456", NumberKind.LOCAL, suspicions=frozenset({"phone_context"})))),
    "screen_locked": Situation(planned(), ConsentContext(screen_locked=True)),
    "link_burst": Situation(planned(), ConsentContext(since_last_link_s=1.9)),
    "many_calls": Situation(planned(), ConsentContext(calls_last_minute=10)),
    "in_call": Situation(planned(), ConsentContext(in_call=True)),
    "internal": Situation(planned(candidate("600", NumberKind.SHORT), internal=True)),
    "dialled before": Situation(planned(), ConsentContext(dialled_before=True)),
    "a contact": Situation(planned(), ConsentContext(contact=True)),
    "any other": Situation(planned()),
    "any other (reason: careful)": Situation(planned()),
}
VERDICTS: dict[str, Callable[[Verdict], bool]] = {
    "refuse": lambda verdict: isinstance(verdict, Refuse),
    "already": lambda verdict: isinstance(verdict, AlreadyCalling),
    "ask": lambda verdict: isinstance(verdict, Ask),
    "undo": lambda verdict: isinstance(verdict, Undo),
    "dial": lambda verdict: isinstance(verdict, Dial),
}


def table(text: str) -> list[tuple[str, str, str, str, str]]:
    lines = [line for line in text.splitlines() if line.startswith("|") and line.count("|") == 6]
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return [row for row in rows[2:] if len(row) == 5]


def cases() -> list[tuple[str, Source, Level, str]]:
    """Every cell of the table, once for each situation and source that it stands for."""
    found = []
    named: set[tuple[str, Source]] = set()
    for situations, origin, *verdicts in table(consent.__doc__ or ""):
        for situation in situations.split(", "):
            key = situation.removesuffix(" (reason: careful)")
            if origin in ("anywhere", "elsewhere"):
                sources = [source for source in Source if (key, source) not in named]
            else:
                sources = [Source(name) for name in origin.split(", ")]
            named.update((key, source) for source in sources)
            for source, (level, verdict) in itertools.product(sources, zip(Level, verdicts, strict=True)):
                found.append((situation, source, level, verdict))
    return found


@pytest.mark.parametrize(("situation", "source", "level", "verdict"), cases())
def test_the_table_holds(situation: str, source: Source, level: Level, verdict: str) -> None:
    given_ = SITUATIONS[situation]
    result = decided(given_.plan, source=source, context=given_.context, settings=replace(given_.settings, level=level))
    assert VERDICTS[verdict](result), result
    if isinstance(result, Ask) and situation in consent.QUESTIONS:
        assert situation in result.reasons
    if isinstance(result, Refuse):
        assert result.reason == situation


def test_the_table_covers_every_reason_and_source() -> None:
    rows = cases()
    assert set(consent.REASONS) - {"careful"} <= {situation for situation, *_ in rows}
    assert {source for _, source, *_ in rows} == set(Source)
    assert len(rows) == len(set(rows))


def test_a_careful_level_says_that_it_is_why() -> None:
    assert decided(settings=ConsentSettings(level=Level.CAREFUL)) == Ask(("careful",), dangerous=False)


def test_undo_lasts_as_long_as_is_set() -> None:
    assert decided(settings=ConsentSettings(undo_s=5.0)) == Undo(5.0)
    assert decided(settings=ConsentSettings(undo_s=0.5)) == Undo(0.5)
    assert decided(settings=ConsentSettings(undo_s=0.0)) == Dial()
    assert decided(settings=ConsentSettings(undo_s=-1.0)) == Dial()


def test_a_verdict_is_a_value() -> None:
    assert len({Dial(), Undo(3.0), Ask(("premium",), True), Refuse("denied"), AlreadyCalling("c"), Undo(3.0)}) == 5


def test_a_question_names_all_its_reasons() -> None:
    verdict = decided(
        planned(candidate("+881612345678", suspicions=frozenset({"look_alike"}))),
        context=ConsentContext(screen_locked=True, since_last_link_s=0.1, calls_last_minute=99),
    )
    assert verdict == Ask(
        ("satellite", "new_country", "hidden", "screen_locked", "link_burst", "many_calls"), dangerous=True
    )


def test_a_yes_answers_every_question() -> None:
    for situation in SITUATIONS.values():
        before = decided(situation.plan, context=situation.context, settings=situation.settings)
        after = decided(situation.plan, context=situation.context, settings=situation.settings, yes=True)
        assert after == (before if isinstance(before, Refuse | AlreadyCalling) else Dial())


@pytest.mark.parametrize(
    ("since", "question"), [(None, False), (0.0, True), (1.99, True), (2.0, False), (100.0, False)]
)
def test_links_keep_their_distance(since: float | None, question: bool) -> None:
    verdict = decided(context=ConsentContext(since_last_link_s=since))
    assert verdict == (Ask(("link_burst",), dangerous=True) if question else Undo(3.0))


def test_nothing_has_happened_unless_it_is_said() -> None:
    assert decided(settings=ConsentSettings(calls_per_minute=1)) == Undo(3.0)
    assert decided(settings=ConsentSettings(calls_per_minute=0)) == Ask(("many_calls",), dangerous=False)


@pytest.mark.parametrize(("calls", "question"), [(0, False), (9, False), (10, True), (11, True)])
def test_calls_in_a_minute_are_counted(calls: int, question: bool) -> None:
    verdict = decided(context=ConsentContext(calls_last_minute=calls), source=Source.DIAL_WINDOW)
    assert verdict == (Ask(("many_calls",), dangerous=False) if question else Dial())


@pytest.mark.parametrize(
    "hiding", [{"text": "+390612345678,*21*600"}, {"text": "+390612345678#"}, {"post_dial": ",#9"}, {"post_dial": "*"}]
)
def test_a_link_holds_no_code_even_where_it_is_not_dialled(hiding: dict[str, Any]) -> None:
    plan = planned(candidate(**hiding))
    assert decided(plan) == Ask(("feature_code",), dangerous=True)
    in_words_only = "text" in hiding
    assert isinstance(decided(plan, source=Source.HOTKEY), Dial if in_words_only else Ask)


class TestCountries:
    LONDON = planned(candidate("+442079460000"))

    def test_a_country_called_before_is_not_new(self) -> None:
        assert decided(self.LONDON, context=ConsentContext(countries=frozenset({"GB"}))) == Undo(3.0)
        assert decided(self.LONDON, context=ConsentContext(countries=frozenset({"FR"}))) == Ask(("new_country",), True)
        assert decided(planned(candidate("+12125550123"))) == Ask(("new_country",), dangerous=True)

    def test_countries_that_share_a_code_are_two(self) -> None:
        toronto = planned(candidate("+14165550123"), region="US")
        assert decided(toronto) == Ask(("new_country",), dangerous=True)

    def test_the_home_country_is_not_new(self) -> None:
        assert decided(replace(self.LONDON, region="GB")) == Undo(3.0)

    def test_nothing_is_abroad_without_a_home(self) -> None:
        assert decided(replace(self.LONDON, region="")) == Undo(3.0)

    def test_a_number_of_no_country_is_new(self) -> None:
        assert decided(planned(candidate("+80012345678"))) == Ask(("new_country",), dangerous=True)
        assert decided(planned(candidate("+999123456"))) == Ask(("unassigned",), dangerous=True)

    @pytest.mark.parametrize("digits", ["000881612345678", "9011881612345678", "0099912345", "00123456"])
    def test_what_only_looks_international_is_new(self, digits: str) -> None:
        assert decided(planned(candidate(digits, NumberKind.LOCAL))) == Ask(("unassigned",), dangerous=True)
        assert decided(planned(candidate(digits, NumberKind.LOCAL), region="")) == Ask(("unassigned",), dangerous=True)
        for typed in ("+390612345678", "9012345678"):
            written_by_a_rule = planned(candidate(typed, NumberKind.LOCAL), number=digits, dialled=digits)
            assert decided(written_by_a_rule) == Undo(3.0)

    @pytest.mark.parametrize("digits", ["0012345", "0444123456", "1001234567"])
    def test_what_does_not_look_international_is_not(self, digits: str) -> None:
        assert decided(planned(candidate(digits, NumberKind.LOCAL))) == Undo(3.0)

    def test_a_number_dialled_before_is_not_asked_about_again(self) -> None:
        assert decided(self.LONDON, context=ConsentContext(dialled_before=True)) == Dial()


class TestPremium:
    def test_a_rule_that_makes_a_number_premium_is_seen(self) -> None:
        assert decided(planned(number="+39899123456")) == Ask(("premium",), dangerous=True)

    def test_a_short_number_that_costs_extra_is_asked_about_from_a_link(self) -> None:
        horoscope = planned(candidate("48248", NumberKind.SHORT), internal=True)
        assert decided(horoscope) == Ask(("premium",), dangerous=True)
        assert decided(horoscope, source=Source.DIAL_WINDOW) == Dial()
        assert decided(horoscope, context=ConsentContext(dialled_before=True)) == Dial()

    @pytest.mark.parametrize(
        ("rule", "setting", "internal"),
        [
            ("internal", "rules[0]", True),
            ("internal", "", False),
            ("caller_id", "rules[0]", False),
            ("prefix", "rules[0]", False),
        ],
    )
    def test_the_own_rule_says_that_a_short_number_is_internal(self, rule: str, setting: str, internal: bool) -> None:
        step = Step(rule=rule, before="48248", after="48248", setting=setting)
        extension = planned(candidate("48248", NumberKind.SHORT), internal=True, trace=(step,))
        assert decided(extension) == (Dial() if internal else Ask(("premium",), dangerous=True))

    @pytest.mark.parametrize(("number", "region"), [("225", "AU"), ("187", "IT"), ("48248", ""), ("600", "IT")])
    def test_a_short_number_without_extra_cost_is_not(self, number: str, region: str) -> None:
        assert decided(planned(candidate(number, NumberKind.SHORT), internal=True, region=region)) == Dial()


class TestEmergency:
    def test_nothing_but_a_link_asks(self) -> None:
        every_reason = ConsentContext(screen_locked=True, since_last_link_s=0.0, calls_last_minute=99)
        deny = ConsentSettings(deny=("*",), level=Level.CAREFUL)
        assert decided(EMERGENCY, context=every_reason, settings=deny) == Ask(("emergency",), dangerous=False)
        assert decided(EMERGENCY, context=every_reason, settings=deny, yes=True) == Dial()
        for source in set(Source) - {Source.LINK}:
            assert decided(EMERGENCY, source=source, context=every_reason, settings=deny) == Dial()

    @pytest.mark.parametrize("digits", ["9112", "0112"])
    def test_a_number_that_a_rule_made_one_counts(self, digits: str) -> None:
        typed_with_prefix = planned(candidate(digits, NumberKind.LOCAL), dialled="112", number="112")
        assert decided(typed_with_prefix) == Ask(("emergency",), dangerous=False)

    def test_nobody_is_kept_waiting_by_a_question_about_a_link(self) -> None:
        asked = RecentCall(id="q", number="112", account_id="office", age_s=1.0, stage=Stage.WAITING)
        context = ConsentContext(calls=(asked,))
        assert decided(EMERGENCY, source=Source.DIAL_WINDOW, context=context) == Dial()
        assert decided(EMERGENCY, source=Source.LINK, context=context) == AlreadyCalling("q")

    def test_nobody_is_kept_from_calling_again_after_the_call_has_ended(self) -> None:
        ended = RecentCall(id="c", number="112", account_id="office", age_s=0.1, stage=Stage.ENDED)
        context = ConsentContext(calls=(ended,))
        for source in set(Source) - {Source.LINK}:
            assert decided(EMERGENCY, source=source, context=context) == Dial()
        assert decided(EMERGENCY, source=Source.LINK, context=context) == AlreadyCalling("c", ended=True)

    def test_one_that_is_being_placed_is_not_placed_twice(self) -> None:
        context = ConsentContext(
            calls=(RecentCall(id="c", number="112", account_id="office", age_s=9.0, stage=Stage.PLACING),)
        )
        assert decided(EMERGENCY, source=Source.DIAL_WINDOW, context=context) == AlreadyCalling("c")


class TestOneCall:
    @pytest.mark.parametrize(
        ("call", "same"),
        [
            (RecentCall(id="c", number=ROME, account_id="office", age_s=0.0), True),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=2.99), True),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=3.0), False),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=60.0, stage=Stage.PLACING), True),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=60.0, stage=Stage.WAITING), True),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=9.0), False),
            (RecentCall(id="c", number=ROME, account_id="office", age_s=0.0, stage=Stage.ENDED), False),
            (RecentCall(id="c", number=ROME, account_id="home", age_s=0.0), False),
            (RecentCall(id="c", number=ROME, account_id="phone", age_s=0.0), False),
            (RecentCall(id="c", number="600", account_id="office", age_s=0.0), False),
        ],
    )
    def test_number_account_and_time_decide(self, call: RecentCall, same: bool) -> None:
        verdict = decided(source=Source.DIAL_WINDOW, context=ConsentContext(calls=(call,)))
        assert verdict == (AlreadyCalling("c") if same else Dial())

    def test_the_call_is_found_among_others(self) -> None:
        others = tuple(RecentCall(id=f"c{i}", number=f"60{i}", account_id="office", age_s=0.1) for i in range(5))
        verdict = decided(planned(candidate("603", NumberKind.SHORT)), context=ConsentContext(calls=others))
        assert verdict == AlreadyCalling("c3")

    @given(first=st.sampled_from(Source), second=st.sampled_from(Source), age=st.floats(0, 2.999), yes=st.booleans())
    def test_two_requests_within_the_window_are_one(self, first: Source, second: Source, age: float, yes: bool) -> None:
        assert not isinstance(decided(source=first, context=ConsentContext()), Refuse | AlreadyCalling)
        again = ConsentContext(calls=(RecentCall(id="first", number=ROME, account_id="office", age_s=age),))
        assert decided(source=second, context=again, yes=yes) == AlreadyCalling("first")


class TestRefusals:
    @pytest.mark.parametrize("deny", ["+3906*", "06*", "+390612345678", "0612345xxx", "600, +39*", "*"])
    def test_every_spelling_is_denied(self, deny: str) -> None:
        for source in Source:
            assert decided(source=source, settings=ConsentSettings(deny=("+1*", deny)), yes=True) == Refuse("denied")

    def test_what_a_rule_made_of_the_number_is_denied_too(self) -> None:
        assert decided(planned(number="+442079460000"), settings=ConsentSettings(deny=("+44*",))) == Refuse("denied")

    def test_the_outside_line_does_not_make_a_number_look_denied(self) -> None:
        plan = planned(dialled="00612345678")
        assert decided(plan, settings=ConsentSettings(deny=("006*",))) == Undo(3.0)

    def test_a_text_of_200_characters_is_enough(self) -> None:
        assert decided(planned(candidate(text="0" * 200))) == Undo(3.0)
        assert decided(planned(candidate(text="0" * 201)), yes=True) == Refuse("too_long")
        assert decided(planned(dialled="0" * 200)) == Undo(3.0)
        assert decided(planned(dialled="0" * 201)) == Refuse("too_long")

    def test_two_numbers_do_not_pass_as_one(self) -> None:
        glued = "04441234560444123456"
        assert decided(planned(candidate(glued, NumberKind.LOCAL)), yes=True) == Refuse("too_long")
        assert decided(planned(candidate(glued[:19], NumberKind.LOCAL))) == Undo(3.0)
        assert decided(planned(candidate(glued, NumberKind.LOCAL)), source=Source.DIAL_WINDOW) == Dial()
        code = planned(candidate(f"*21*{glued}#", NumberKind.FEATURE_CODE))
        assert decided(code) == Ask(("feature_code",), dangerous=True)

    @pytest.mark.parametrize("dialled", ["", "06 12", "06\x0012", "06\u200b12", "٠٦", "06\n"])
    def test_only_plain_characters_reach_a_pbx(self, dialled: str) -> None:
        assert decided(planned(dialled=dialled), source=Source.DIAL_WINDOW) == Refuse("malformed")

    def test_a_line_break_is_malformed_in_a_link_alone(self) -> None:
        plan = planned(candidate(text="+39 06\n12345678"))
        assert decided(plan) == Refuse("malformed")
        assert decided(plan, source=Source.HOTKEY) == Dial()

    def test_each_refusal_is_an_error_with_a_code(self) -> None:
        errors = [Refuse(reason).error() for reason in consent.REFUSALS]
        assert [(type(error), error.code) for error in errors] == [
            (ConsentRefused, "refused_by_policy"),
            (NumberRejected, "number_too_long"),
            (NumberRejected, "number_malformed"),
        ]

    def test_a_pattern_that_cannot_be_read_has_a_place(self) -> None:
        with pytest.raises(ConfigError) as raised:
            deny_list(ConsentSettings(deny=("+44*", "4 or 5")))
        assert raised.value.code == "setting_invalid"
        assert raised.value.field == "consent.deny[1]"
        with pytest.raises(ConfigError):
            decided(settings=ConsentSettings(deny=("4-",)))
