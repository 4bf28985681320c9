"""The dial plan: what each PBX is sent, rule by rule, and that the trace is complete."""

from __future__ import annotations

import pytest

from traydial.adapters import noojee, tel4vn, teleforge, tvox
from traydial.core.account import Account, Rule, RuleKind
from traydial.core.dialplan.plan import RULES, DialPlan, home_region, plan, route
from traydial.core.dialplan.rules import NumberRules, check_rules
from traydial.core.errors import ConfigError, NumberRejected
from traydial.core.number.forms import NumberForm
from traydial.core.number.read import read
from traydial.core.number.value import Candidate, NumberKind

RULES_OF = {module.SPEC.id: module.SPEC.number_rules for module in (noojee, tel4vn, teleforge, tvox)}
PLAIN = NumberRules()


def one(text: str, region: str = "IT") -> Candidate:
    (candidate,) = read(text, region=region).candidates
    return candidate


def account(*rules: Rule, pbx: str = "tvox", **values: str) -> Account:
    return Account(id="office", pbx=pbx, rules=rules, **values)  # type: ignore[arg-type]


def rule(kind: RuleKind, match: str, use: str = "") -> Rule:
    return Rule(kind=kind, match=match, use=use)


def replayed(made: DialPlan) -> str:
    number = made.candidate.digits
    for step in made.trace:
        assert step.before == number
        assert step.rule in RULES
        number = step.after
    return number


@pytest.mark.parametrize(
    ("pbx", "text", "dialled"),
    [
        # Seed 000 and 001, TVox: "600", national at home, 00 abroad.
        ("tvox", "600", "600"),
        ("tvox", "tel:+390444123456", "0444123456"),
        ("tvox", "tel:+393471234567", "3471234567"),
        ("tvox", "tel:+27820001234", "0027820001234"),
        # Seed 002, Teleforge: 10 digits from 0, 11 from 27, 13 to 16 from 00; extensions of 3 or 4 digits.
        ("teleforge", "tel:+27820001234", "27820001234"),
        ("teleforge", "082 000 1234", "27820001234"),
        ("teleforge", "tel:+442079460000", "00442079460000"),
        ("teleforge", "tel:+12125550123", "0012125550123"),
        ("teleforge", "101", "101"),
        ("teleforge", "1001", "1001"),
        # Seed 003, TEL4VN: "0899098899".
        ("tel4vn", "tel:+84899098899", "0899098899"),
        ("tel4vn", "0899098899", "0899098899"),
        ("tel4vn", "tel:+27820001234", "0027820001234"),
        # Seed 004, Noojee: digits alone, spaces stripped.
        ("noojee", "tel:+61383208100", "0383208100"),
        ("noojee", "tel:+27820001234", "001127820001234"),
        ("noojee", "101", "101"),
    ],
)
def test_each_pbx_is_sent_the_form_that_its_vendor_documents(pbx: str, text: str, dialled: str) -> None:
    office = account(pbx=pbx)
    rules = RULES_OF[pbx]
    made = plan(one(text, home_region(office, rules, region="IT")), office, rules, region="IT")
    assert made.dialled == dialled
    assert replayed(made) == dialled


@pytest.mark.parametrize("text", ["tel:10123", "tel:*21*600%23", "sip:bob@example.com", "tel:+6834002"])
def test_what_teleforge_does_not_take_is_refused_with_examples(text: str) -> None:
    candidate = one(text, "ZA")
    with pytest.raises(NumberRejected) as raised:
        plan(candidate, account(pbx="teleforge"), RULES_OF["teleforge"], region="")
    assert raised.value.code == "number_rejected"
    assert raised.value.values["number"] == candidate.digits
    assert raised.value.values["accepted"] == ", ".join(RULES_OF["teleforge"].examples)


class TestHome:
    def test_the_account_comes_before_the_pbx_and_the_configuration(self) -> None:
        assert home_region(account(region="na"), RULES_OF["teleforge"], region="IT") == "NA"
        assert home_region(account(), RULES_OF["teleforge"], region="IT") == "ZA"
        assert home_region(account(), PLAIN, region="it") == "IT"
        assert home_region(account(), PLAIN, region="") == ""

    def test_it_stands_in_the_plan(self) -> None:
        made = plan(one("600"), account(pbx="teleforge"), RULES_OF["teleforge"], region="IT")
        assert (made.region, made.account_id) == ("ZA", "office")

    def test_a_number_read_in_its_region_says_so(self) -> None:
        candidate = Candidate(
            text="0444 123456", start=0, end=11, kind=NumberKind.GLOBAL, digits="0444123456", e164="+390444123456"
        )
        made = plan(candidate, account(), PLAIN, region="IT")
        assert [step.rule for step in made.trace] == ["read_in_region", "form_e164"]
        assert made.dialled == made.number == replayed(made) == "+390444123456"


class TestOutsideLine:
    MELBOURNE = account(pbx="noojee", outside_prefix="9")

    def dialled(self, text: str, office: Account = MELBOURNE, rules: NumberRules = RULES_OF["noojee"]) -> str:
        made = plan(one(text, "AU"), office, rules, region="AU")
        assert replayed(made) == made.dialled
        return made.dialled

    def test_nobody_can_dial_a_plus_behind_a_prefix(self) -> None:
        assert self.dialled("+61383208100", rules=PLAIN) == "90383208100"
        assert self.dialled("+27820001234", rules=PLAIN) == "9001127820001234"

    def test_the_pbx_chooses_how_to_dial_abroad(self) -> None:
        rules = NumberRules(forms=(NumberForm.DIGITS, NumberForm.DOUBLE_ZERO))
        assert self.dialled("+27820001234", rules=rules) == "90027820001234"
        assert self.dialled("+61383208100", rules=rules) == "90383208100"

    def test_no_international_prefix_is_guessed(self) -> None:
        brazil = account(region="BR", outside_prefix="0")
        with pytest.raises(NumberRejected):
            plan(one("+27820001234"), brazil, PLAIN, region="")
        rules = NumberRules(forms=(NumberForm.DOUBLE_ZERO,))
        assert plan(one("+27820001234"), brazil, rules, region="").dialled == "00027820001234"

    def test_internal_emergency_and_feature_numbers_need_no_line(self) -> None:
        for number in ("101", "000", "*21*101#"):
            assert self.dialled(number) == number

    def test_a_sip_address_has_no_line(self) -> None:
        rules = NumberRules(accepts=(r"\S+",))
        assert self.dialled("sip:bob@example.com", rules=rules) == "bob@example.com"

    def test_the_pbx_must_take_the_number_with_its_prefix(self) -> None:
        with pytest.raises(NumberRejected) as raised:
            self.dialled("+27820001234", account(pbx="teleforge", outside_prefix="0"), RULES_OF["teleforge"])
        assert raised.value.values["number"] == "00820001234"

    def test_an_exception_has_its_place_in_the_trace(self) -> None:
        office = account(
            rule(RuleKind.INTERNAL, "7xx"),
            rule(RuleKind.OUTSIDE_PREFIX, "1300*"),
            rule(RuleKind.OUTSIDE_PREFIX, "03*", "8"),
            pbx="noojee",
            outside_prefix="9",
        )
        for text, dialled, rule_id in (
            ("1300 975 707", "1300975707", "no_outside_prefix"),
            ("03 8320 8100", "80383208100", "outside_prefix"),
        ):
            made = plan(one(text, "AU"), office, RULES_OF["noojee"], region="")
            assert made.dialled == replayed(made) == dialled
            assert made.trace[-1].rule == rule_id
            assert made.trace[-1].setting == f"rules[{2 if dialled[0] == '8' else 1}]"


class TestAccessCode:
    RULES = RULES_OF["tvox"]

    @pytest.mark.parametrize(
        ("setting", "prefix", "code"), [("", "", ""), ("", "0", "0"), ("7", "0", "7"), ("7", "", "7")]
    )
    def test_it_travels_apart_for_outside_calls(self, setting: str, prefix: str, code: str) -> None:
        office = Account(id="office", pbx="tvox", outside_prefix=prefix, settings={"access_code": setting})
        outside = plan(one("+390444123456"), office, self.RULES, region="IT")
        assert (outside.dialled, outside.access_code) == ("0444123456", code)
        assert [step.rule for step in outside.trace] == ["form_national"] + ["access_code"] * bool(code)
        assert replayed(outside) == outside.dialled
        for number in ("600", "112", "*21#"):
            inside = plan(one(number), office, self.RULES, region="IT")
            assert (inside.dialled, inside.access_code) == (number, "")

    def test_an_exception_holds_for_it_too(self) -> None:
        office = account(
            rule(RuleKind.OUTSIDE_PREFIX, "800*"), rule(RuleKind.OUTSIDE_PREFIX, "112", "5"), outside_prefix="0"
        )
        assert plan(one("800 123 456"), office, self.RULES, region="IT").access_code == ""
        assert plan(one("112"), office, self.RULES, region="IT").access_code == "5"


class TestInternal:
    def test_every_short_number_is_without_rules(self) -> None:
        made = plan(one("600"), account(outside_prefix="0"), PLAIN, region="IT")
        assert (made.dialled, made.internal) == ("600", True)

    def test_only_those_named_are_with_rules(self) -> None:
        office = account(rule(RuleKind.INTERNAL, "200-299"), outside_prefix="0")
        assert plan(one("250"), office, PLAIN, region="IT").internal
        outside = plan(one("600"), office, PLAIN, region="IT")
        assert (outside.dialled, outside.internal) == ("0600", False)

    def test_it_comes_before_every_rewriting_rule(self) -> None:
        office = account(rule(RuleKind.PREFIX, "2", "9"), rule(RuleKind.INTERNAL, "2xx"))
        made = plan(one("250"), office, PLAIN, region="IT")
        assert made.dialled == "250"
        assert made.trace[0].setting == "rules[1]"

    def test_a_public_number_can_be_internal(self) -> None:
        office = account(rule(RuleKind.INTERNAL, "+390444100xx"), outside_prefix="0")
        made = plan(one("0444 10023"), office, PLAIN, region="IT")
        assert (made.dialled, made.internal) == ("+39044410023", True)

    def test_emergency_and_feature_numbers_are_not(self) -> None:
        office = account(rule(RuleKind.INTERNAL, "*"))
        for number, kind in (("112", "emergency"), ("*21#", "feature_code")):
            made = plan(one(number), office, PLAIN, region="IT")
            assert (made.internal, made.trace[0].rule) == (False, kind)


class TestRewriting:
    def dialled(self, text: str, *rules: Rule, pbx_rules: NumberRules = PLAIN, region: str = "IT") -> str:
        made = plan(one(text, region), account(*rules), pbx_rules, region=region)
        assert replayed(made) == made.dialled
        return made.dialled

    def test_rules_run_from_top_to_bottom_each_on_what_is_left(self) -> None:
        first, second = rule(RuleKind.PREFIX, "+44", "+39"), rule(RuleKind.PREFIX, "+3920", "77")
        assert self.dialled("+442079460000", first, second) == "7779460000"
        assert self.dialled("+442079460000", second, first) == "+392079460000"

    def test_a_rule_sees_the_number_as_dialled_at_home(self) -> None:
        assert self.dialled("+390444123456", rule(RuleKind.PREFIX, "0444", "")) == "123456"
        assert self.dialled("+442079460000", rule(RuleKind.PREFIX, "0044", "+39")) == "+392079460000"
        assert self.dialled("+442079460000", rule(RuleKind.PREFIX, "0039", "7")) == "+442079460000"

    def test_what_a_rule_wrote_without_plus_is_sent_as_it_stands(self) -> None:
        assert self.dialled("+442079460000", rule(RuleKind.PREFIX, "+44", "0044")) == "00442079460000"
        rules = NumberRules(forms=(NumberForm.DIGITS,), accepts=(r"\d+",))
        assert self.dialled("+442079460000", rule(RuleKind.PREFIX, "+44", "0044"), pbx_rules=rules) == "00442079460000"

    def test_my_city(self) -> None:
        city = rule(RuleKind.AREA_CODE, "xxxxxx", "0444")
        assert self.dialled("123456", city) == "+390444123456"
        assert self.dialled("123456", rule(RuleKind.AREA_CODE, "1*", "+39 0444")) == "+390444123456"
        assert self.dialled("600", city) == "600"
        assert self.dialled("+390612345678", city) == "+390612345678"

    def test_my_city_is_not_that_of_a_link(self) -> None:
        candidate = one("tel:123456;phone-context=example.com")
        made = plan(candidate, account(rule(RuleKind.AREA_CODE, "xxxxxx", "0444")), PLAIN, region="IT")
        assert made.dialled == "123456"

    def test_the_rules_after_my_city_still_run(self) -> None:
        city = rule(RuleKind.AREA_CODE, "xxxxxx", "0444")
        candidate = one("tel:123456;phone-context=example.com")
        made = plan(candidate, account(city, rule(RuleKind.PREFIX, "1", "9")), PLAIN, region="IT")
        assert made.dialled == replayed(made) == "923456"

    def test_my_city_is_for_the_local_numbers_that_match(self) -> None:
        assert self.dialled("+390612345678", rule(RuleKind.AREA_CODE, "*", "0444")) == "+390612345678"
        local = Candidate(text="1234567", start=0, end=7, kind=NumberKind.LOCAL, digits="1234567")
        office = account(rule(RuleKind.AREA_CODE, "xxxxxx", "0444"))
        assert plan(local, office, PLAIN, region="IT").dialled == "1234567"

    def test_an_area_code_that_makes_no_number_is_still_put_in_front(self) -> None:
        assert self.dialled("123456", rule(RuleKind.AREA_CODE, "xxxxxx", "00"), region="ZA") == "00123456"

    def test_a_regular_expression_gives_the_whole_number(self) -> None:
        mobile = rule(RuleKind.REGEX, r"(3[2-9]\d{7,8})", r"8\1")
        assert self.dialled("+393471234567", mobile) == "83471234567"
        assert self.dialled("+390444123456", mobile) == "+390444123456"
        assert self.dialled("sip:600@pbx.example", rule(RuleKind.REGEX, r"(\d{3})@pbx\.example", r"\1")) == "600"

    def test_a_rewritten_number_may_be_internal(self) -> None:
        office = account(rule(RuleKind.INTERNAL, "7xx"), rule(RuleKind.PREFIX, "+39 0444 100", "7"), outside_prefix="0")
        made = plan(one("0444 10023"), office, PLAIN, region="IT")
        assert (made.dialled, made.internal, made.number) == ("723", True, "723")
        office = account(rule(RuleKind.INTERNAL, "2xx"), rule(RuleKind.PREFIX, "9", "2"), outside_prefix="0")
        assert plan(one("901"), office, PLAIN, region="IT").dialled == "201"

    def test_a_number_that_is_left_empty_is_refused(self) -> None:
        with pytest.raises(NumberRejected):
            self.dialled("tel:0444", rule(RuleKind.PREFIX, "0444", ""), rule(RuleKind.INTERNAL, "9"))

    def test_emergency_and_feature_numbers_are_never_rewritten(self) -> None:
        anything = rule(RuleKind.REGEX, ".*", "600")
        assert self.dialled("112", anything) == "112"
        assert self.dialled("*21#", anything) == "*21#"


def test_the_first_caller_id_that_matches_is_shown() -> None:
    office = account(rule(RuleKind.CALLER_ID, "+44*", "+44 20 7946 0000"), rule(RuleKind.CALLER_ID, "+4*", "0444-1"))
    london = plan(one("+442079460123"), office, PLAIN, region="IT")
    assert (london.caller_id, london.trace[0].rule, london.trace[0].setting) == (
        "+442079460000",
        "caller_id",
        "rules[0]",
    )
    assert plan(one("+4930123456"), office, PLAIN, region="IT").caller_id == "04441"
    assert plan(one("+390612345678"), office, PLAIN, region="IT").caller_id == ""


def test_the_first_rule_about_recording_decides() -> None:
    office = account(rule(RuleKind.RECORD, "+44*", "off"), rule(RuleKind.RECORD, "+4*, 6xx", "on"))
    london, berlin = (plan(one(number), office, PLAIN, region="IT") for number in ("+442079460123", "+4930123456"))
    assert (london.record, london.trace[0].rule, london.trace[0].setting) == (False, "record_off", "rules[0]")
    assert (berlin.record, berlin.trace[0].rule, berlin.trace[0].setting) == (True, "record_on", "rules[1]")
    assert plan(one("600"), office, PLAIN, region="IT").record is True
    assert plan(one("+390612345678"), office, PLAIN, region="IT").record is None


def test_the_first_account_that_wants_a_number_takes_it() -> None:
    accounts = (
        account(rule(RuleKind.PREFIX, "+84", "0")),
        Account(id="saigon", pbx="tel4vn", region="vn", rules=(rule(RuleKind.ACCOUNT, "089*, 0044*"),)),
        Account(id="late", pbx="tel4vn", rules=(rule(RuleKind.ACCOUNT, "6xx, +84*, 0039*"),)),
    )
    assert route(one("+84899098899"), accounts, region="IT") == "saigon"
    assert route(one("+442079460123"), accounts, region="IT") == "saigon"
    assert route(one("600"), accounts, region="IT") == "late"
    assert route(one("+842838123456"), accounts, region="IT") == "late"
    assert route(one("+390444123456"), accounts, region="IT") == ""
    assert route(one("+390444123456"), accounts, region="fr") == "late"
    assert route(one("600"), (), region="IT") == ""


class TestCheck:
    @pytest.mark.parametrize(
        "good",
        [
            rule(RuleKind.INTERNAL, "200-299, 6xx"),
            rule(RuleKind.ACCOUNT, "*"),
            rule(RuleKind.OUTSIDE_PREFIX, "112"),
            rule(RuleKind.OUTSIDE_PREFIX, "112", "*9#"),
            rule(RuleKind.PREFIX, "(+39) 0444", ""),
            rule(RuleKind.PREFIX, "*31#", "+39"),
            rule(RuleKind.AREA_CODE, "xxxxxx", "+39 0444"),
            rule(RuleKind.CALLER_ID, "*", "0444/123-456"),
            rule(RuleKind.REGEX, r"(\d)(\d)", r"+\2*\1#"),
        ],
        ids=str,
    )
    def test_a_good_rule_passes(self, good: Rule) -> None:
        check_rules((good,), "*9")

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            (rule(RuleKind.INTERNAL, ""), "match"),
            (rule(RuleKind.INTERNAL, "6xx", "0"), "use"),
            (rule(RuleKind.ACCOUNT, "6xx", "office"), "use"),
            (rule(RuleKind.OUTSIDE_PREFIX, "6xx", "+9"), "use"),
            (rule(RuleKind.OUTSIDE_PREFIX, "6xx", "123456789"), "use"),
            (rule(RuleKind.PREFIX, ""), "match"),
            (rule(RuleKind.PREFIX, "04x", "0"), "match"),
            (rule(RuleKind.PREFIX, "04", "0x"), "use"),
            (rule(RuleKind.AREA_CODE, "xxxxxx"), "use"),
            (rule(RuleKind.AREA_CODE, "xxxxxx", "*0444"), "use"),
            (rule(RuleKind.CALLER_ID, "+44*"), "use"),
            (rule(RuleKind.CALLER_ID, "+44*", "Office"), "use"),
            (rule(RuleKind.RECORD, "+44*"), "use"),
            (rule(RuleKind.RECORD, "+44*", "true"), "use"),
            (rule(RuleKind.REGEX, r"(\d*)*", r"\1"), "match"),
            (rule(RuleKind.REGEX, r"(\d*)"), "use"),
            (rule(RuleKind.REGEX, r"(\d*)", r"\2"), "use"),
            (rule(RuleKind.REGEX, r"(\d*)", r"\g<1>"), "use"),
            (rule(RuleKind.REGEX, r"(\d*)", r"1+\1"), "use"),
        ],
        ids=str,
    )
    def test_a_wrong_rule_is_named_with_its_place(self, bad: Rule, field: str) -> None:
        office = account(rule(RuleKind.INTERNAL, "6xx"), bad)
        with pytest.raises(ConfigError) as raised:
            check_rules(office.rules)
        assert (raised.value.code, raised.value.field) == ("setting_invalid", f"rules[1].{field}")
        assert raised.value.values["reason"]
        with pytest.raises(ConfigError):
            plan(one("600"), office, PLAIN, region="IT")

    @pytest.mark.parametrize("prefix", ["+", "x", "0 ", "123456789"])
    def test_a_prefix_is_what_can_be_dialled(self, prefix: str) -> None:
        with pytest.raises(ConfigError) as raised:
            check_rules((), prefix)
        assert raised.value.field == "outside_prefix"
