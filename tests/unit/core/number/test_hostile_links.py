"""What a hostile link cannot do, from its characters to the verdict: number reader, dial plan and consent together."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from traydial.adapters import noojee, tel4vn, teleforge, tvox
from traydial.core.account import Account
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import Ask, ConsentContext, Dial, Refuse, Source, Undo, Verdict, decide
from traydial.core.dialplan.plan import plan
from traydial.core.errors import NumberRejected
from traydial.core.number.read import read_link

SPECS = (noojee.SPEC, tel4vn.SPEC, teleforge.SPEC, tvox.SPEC)

# The most that can be allowed: everything was dialled before, and the user chose the fastest level.
TRUSTING = ConsentContext(dialled_before=True, contact=True, countries=frozenset({"IT", "GB", "US", "ZA", "VN", "AU"}))
FASTEST = ConsentSettings(level=Level.FAST)

PIECES = st.sampled_from(
    [
        *("0444 123456", "+39 0444 123456", "+27820001234", "600", "112", "+442079460000", "tel:", "//", "callto:"),
        *("%2B39", "%30", "%2A21", "%23", "*", "#", "**21*", "*#06#", "%0A", "\n", "\x00", "\u202e", "\u200b"),
        *(";ext=12", ";phone-context=+1", ";phone-context=example.com", ";isub=1", ",,123", ";", "?", "&", "=", "/"),
        *(
            "(0)",
            "-",
            ".",
            " ",
            "p",
            "w",
            "１２３",
            "٣٤٥",
            "O",
            "l",
            "%",
            "%%",
            "%2",
            "sip:",
            "@example.com",
            "+",
            "00",
            "1",
        ),
    ]
)
LINKS = st.tuples(
    st.sampled_from(["tel:", "callto:", "sip:", "TEL:"]), st.lists(PIECES, max_size=8) | st.text(max_size=30)
)


def outcome(link: str, spec_index: int) -> tuple[Verdict | None, str]:
    """Return the verdict, None when the number reader or the PBX's rules refuse, and what would be dialled."""
    spec = SPECS[spec_index]
    account = Account(id="office", pbx=spec.id, region="IT")
    try:
        (candidate,) = read_link(link, region="IT").candidates
        made = plan(candidate, account, spec.number_rules, region="")
    except NumberRejected:
        return None, ""
    return decide(made, source=Source.LINK, context=TRUSTING, settings=FASTEST), made.dialled


@settings(max_examples=500)
@given(LINKS.map(lambda parts: parts[0] + "".join(parts[1])), st.integers(0, len(SPECS) - 1))
@example("tel:*21*0123456789#", 3)
@example("tel:%2A21%2A0123456789%23", 3)
@example("tel:+390444123456%0A600", 3)
@example("tel:+390444123456#600", 3)
@example("tel:0444123456 0444654321", 3)
def test_no_link_dials_codes_controls_or_hidden_digits(link: str, spec_index: int) -> None:
    verdict, dialled = outcome(link, spec_index)
    assert verdict is None or isinstance(verdict, Ask | Dial | Undo | Refuse)
    if isinstance(verdict, Dial | Undo):
        # A query and unknown parameters are not dialled, and so may hold anything.
        plain = unquote(link).partition("?")[0].partition(";")[0]
        assert plain.isprintable()
        assert not {"*", "#"} & set(plain)
        # E.164 has 15 digits at most and the longest international prefix four: two numbers do not fit.
        assert len(dialled) <= 15 + len("0011")
        assert len(dialled) <= sum(map(str.isalnum, plain)) + len("0011")


@pytest.mark.parametrize("link", ["tel:112", "tel:118", "TEL:1-1-2", "tel://112", "tel:112;ext=1"])
def test_no_link_dials_an_emergency_number(link: str) -> None:
    assert outcome(link, 3)[0] == Ask(("emergency",), dangerous=False)


@pytest.mark.parametrize(
    "link", ["tel:+390444123456", "tel:600", "callto:0444123456", "tel:+39-0444-123456", "tel:+39%200444%20123456"]
)
def test_a_known_number_is_dialled_at_once(link: str) -> None:
    assert outcome(link, 3)[0] == Dial()
