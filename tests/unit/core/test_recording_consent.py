import pytest

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.config import RecordingSettings
from traydial.core.dialplan.plan import plan
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import ConfigError
from traydial.core.number.forms import NumberForm
from traydial.core.number.read import read, read_link
from traydial.core.recording_consent import consent_needed

ANYTHING = NumberRules(forms=(NumberForm.E164, NumberForm.AS_TYPED), accepts=(r"[+0-9*#A-Za-z@.-]{1,64}",))


def made(text, *rules, region="IT"):
    account = Account(id="office", pbx="tvox", region=region, rules=rules)
    reading = read_link(text, region=region) if ":" in text else read(text, region=region)
    return plan(reading.candidates[0], account, ANYTHING, region="")


@pytest.mark.parametrize(
    ("tell", "text", "asked"),
    [
        ((), "+4930901820", False),
        (("DE",), "+4930901820", True),
        (("de ",), "+4930901820", True),
        (("FR", "DE"), "+4930901820", True),
        (("DE",), "0044 20 7946 0000", False),
        (("GB",), "0044 20 7946 0000", True),
        (("IT",), "0444 123456", True),
        (("IT",), "600", True),  # a colleague is where the account is
        (("6xx",), "600", True),
        (("xx",), "60", True),  # two digits, and no country
        (("XX",), "60", True),
        (("0444*",), "+39 0444 123456", True),
        (("+390444*",), "0444 123456", True),
        (("CA",), "+1 212 736 5000", False),  # of one numbering plan, and of another country
        (("US",), "+1 212 736 5000", True),
        (("+1*",), "+1 212 736 5000", True),
        (("IT",), "sip:anna@example.com", True),
        (("DE",), "sip:anna@example.com", False),
    ],
)
def test_whom_to_tell(tell, text, asked):
    assert consent_needed(made(text), RecordingSettings(tell=tell)) is asked


def test_the_number_that_is_called_counts_and_not_the_one_that_was_clicked():
    abroad = made("0444 123456", Rule(kind=RuleKind.PREFIX, match="+390444", use="+4930"))
    assert abroad.number == "+4930123456"
    assert consent_needed(abroad, RecordingSettings(tell=("DE",)))
    assert not consent_needed(abroad, RecordingSettings(tell=("IT",)))


@pytest.mark.parametrize("wrong", ["Germany", "", "D", "1-2-3"])
def test_a_wrong_entry_is_named(wrong):
    with pytest.raises(ConfigError) as raised:
        consent_needed(made("600"), RecordingSettings(tell=("DE", wrong)))
    assert raised.value.field == "recording.tell[1]"
