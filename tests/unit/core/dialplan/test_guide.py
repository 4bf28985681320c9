"""Every example of docs/dialplan.md and docs/consent.md, read from the page and worked out by the program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from traydial.adapters import noojee, tel4vn, teleforge, tvox
from traydial.core import consent
from traydial.core.account import Account, Rule
from traydial.core.config import Config
from traydial.core.consent import ConsentContext, Source, decide
from traydial.core.dialplan.plan import RULES, home_region, plan, route
from traydial.core.dialplan.rules import check_rules
from traydial.core.dialplan.table import plan_table
from traydial.core.errors import ConfigError, NumberRejected
from traydial.core.number.pattern import NumberPattern
from traydial.core.number.read import read
from traydial.core.recording_consent import consent_needed
from traydial.services.number_table import written

DOCS = Path(__file__).parents[4] / "docs"
DIALPLAN = (DOCS / "dialplan.md").read_text(encoding="utf-8")
CONSENT = (DOCS / "consent.md").read_text(encoding="utf-8")
SPECS = {module.SPEC.id: module.SPEC for module in (noojee, tel4vn, teleforge, tvox)}


@dataclass(frozen=True)
class Table:
    """A table of a page, and the configuration that stands before it."""

    toml: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def tables(page: str) -> list[Table]:
    found, toml = [], ""
    for part in re.finditer(
        r"^```toml\n(?P<toml>.*?)^```|^#.*?$|(?P<table>(?:^\|.*?\n)+)", page, re.MULTILINE | re.DOTALL
    ):
        if part["table"]:
            lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in part["table"].splitlines()]
            head, _, *body = lines
            cells = [[cell.strip("`") for cell in line] for line in body]
            found.append(Table(toml, tuple(head), tuple(dict(zip(head, line, strict=True)) for line in cells)))
        toml = part["toml"] or ""
    return found


def rows(page: str, *columns: str) -> list[tuple[Config, dict[str, str]]]:
    found = [
        (msgspec.toml.decode(table.toml, type=Config), row)
        for table in tables(page)
        if table.columns == columns
        for row in table.rows
    ]
    assert found, f"the page has no table {columns}"
    return found


@pytest.mark.parametrize(("config", "row"), rows(DIALPLAN, "number", "dialled", "trace"))
def test_a_number_is_dialled_as_the_guide_says(config: Config, row: dict[str, str]) -> None:
    (account,) = config.accounts
    rules = SPECS[account.pbx].number_rules
    (candidate,) = read(row["number"], region=home_region(account, rules, region="")).candidates
    if row["dialled"] in NumberRejected.codes:
        with pytest.raises(NumberRejected, match=row["dialled"]):
            plan(candidate, account, rules, region="")
        return
    made = plan(candidate, account, rules, region="")
    dialled = made.dialled
    if made.access_code:
        dialled += f" with access code {made.access_code}"
    if made.caller_id:
        dialled += f" shown as {made.caller_id}"
    assert dialled == row["dialled"]
    assert ", ".join(step.rule for step in made.trace) == row["trace"]


def test_the_guide_shows_every_rule_in_a_trace() -> None:
    shown = {rule for _, row in rows(DIALPLAN, "number", "dialled", "trace") for rule in row["trace"].split(", ")}
    without_example = {"read_in_region", "form_e164"}  # the number reader and the four PBXs never lead to them
    assert set(RULES) - shown == without_example


@pytest.mark.parametrize(("config", "row"), rows(DIALPLAN, "number", "account"))
def test_a_number_goes_to_the_account_that_the_guide_says(config: Config, row: dict[str, str]) -> None:
    (candidate,) = read(row["number"], region="IT").candidates
    assert (route(candidate, config.accounts, region="IT") or config.default_account) == row["account"]


@pytest.mark.parametrize(("_config", "row"), rows(DIALPLAN, "pattern", "means", "also matches", "but not"))
def test_a_pattern_means_what_the_guide_says(_config: Config, row: dict[str, str]) -> None:
    pattern = NumberPattern.parse(row["pattern"])
    if row["also matches"]:
        assert pattern.matches(row["also matches"])
    assert not pattern.matches(row["but not"])


@pytest.mark.parametrize(("_config", "row"), rows(DIALPLAN, "kind", "match", "use", "field", "reason"))
def test_a_wrong_rule_is_reported_as_the_guide_says(_config: Config, row: dict[str, str]) -> None:
    rule = msgspec.convert({"kind": row["kind"], "match": row["match"], "use": row["use"]}, Rule)
    with pytest.raises(ConfigError) as raised:
        check_rules((rule,))
    assert raised.value.field == f"rules[0].{row['field']}"
    assert raised.value.values["reason"] == row["reason"]


def test_the_table_of_the_guide_comes_out() -> None:
    given, expected = re.findall(r"```csv\n(.*?)```", DIALPLAN, re.DOTALL)
    account = Account(id="office", pbx="tvox", region="IT")
    assert written(plan_table(given, account, tvox.SPEC.number_rules, region="")) == expected


def test_the_decision_table_is_the_one_that_is_tested() -> None:
    (table,) = (table for table in tables(CONSENT) if table.columns[0] == "number or moment")
    lines = [line.strip() for line in (consent.__doc__ or "").splitlines() if line.startswith("|")]
    assert [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]] == [
        list(row.values()) for row in table.rows
    ]


def test_every_reason_is_explained() -> None:
    (table,) = (table for table in tables(CONSENT) if table.columns[0] == "reason")
    assert sorted(row["reason"] for row in table.rows) == sorted(consent.REASONS)


@pytest.mark.parametrize(
    "row", [row for _, row in rows(CONSENT, "reason", "asks about", "example") if row["example"]], ids=str
)
def test_a_link_of_the_guide_asks_for_its_reason(row: dict[str, str]) -> None:
    (candidate,) = read(row["example"], region="IT").candidates
    made = plan(candidate, Account(id="office", pbx="tvox", region="IT"), tvox.SPEC.number_rules, region="")
    verdict = decide(made, source=Source.LINK, context=ConsentContext(), settings=Config().consent)
    assert isinstance(verdict, consent.Ask)
    assert row["reason"] in verdict.reasons


@pytest.mark.parametrize(("config", "row"), rows(CONSENT, "number", "verdict"))
def test_the_deny_list_of_the_guide_holds(config: Config, row: dict[str, str]) -> None:
    (candidate,) = read(row["number"], region="IT").candidates
    made = plan(candidate, Account(id="office", pbx="tvox", region="IT"), tvox.SPEC.number_rules, region="")
    verdict = decide(made, source=Source.LINK, context=ConsentContext(), settings=config.consent)
    assert type(verdict).__name__.lower() == row["verdict"]


@pytest.mark.parametrize(("config", "row"), rows(CONSENT, "number", "asked before recording"))
def test_whom_to_tell_is_as_the_guide_says(config: Config, row: dict[str, str]) -> None:
    (candidate,) = read(row["number"], region="IT").candidates
    made = plan(candidate, Account(id="office", pbx="tvox", region="IT"), tvox.SPEC.number_rules, region="")
    assert consent_needed(made, config.recording) == (row["asked before recording"] == "yes")
