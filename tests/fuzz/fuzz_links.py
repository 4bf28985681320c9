"""Hostile and broken links in bulk: each must get an answer, and no dangerous one may dial by itself.

    python tests/fuzz/fuzz_links.py --links 1000000 [--seed N]

Prints the seed, the rate and what became of the links; stops with the link at the first broken promise. The test
suite runs a few thousand with a fresh seed every time.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from urllib.parse import unquote_to_bytes

from traydial.core.account import Account
from traydial.core.config import ConsentSettings, Level
from traydial.core.consent import Ask, ConsentContext, Refuse, Source, decide
from traydial.core.dialplan.plan import plan
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import NumberRejected
from traydial.core.number.read import read_link
from traydial.core.number.value import LINK_LIMIT, Candidate, NumberKind

REGIONS = ("IT", "DE", "GB", "US", "ZA", "VN", "AU", "FR", "DK", "JP", "")
SCHEMES = ("tel:", "callto:", "sip:", "sips:", "TEL:", "tel://", "callto:tel:", "tel:tel:tel:tel:", "tel%3A", "")
SUBSCRIBERS = (
    "+390444123456", "0444 123456", "+49(0)30-1234567", "030-1234567", "7042", "112", "911", "600", "*21*600#", "*#06#",
    "+1-201-555-0123", "1-800-FLOWERS", "863-1234", "0900 1234567", "+881612345678", "0039 333 1234567", "650 253 0000",
    "600@pbx.example", "+12125551212@gw.example", "*21@pbx.example", "4111 1111 1111 1111", "10.0.0.12", "31.12.2024",
)  # fmt: skip
TAILS = (
    ";ext=12", ";phone-context=example.com", ";phone-context=+1-914-555", ";isub=1", ";postd=pp22", ",,12#", "p1", "w2",
    " / 0171-9876543", ",0444654321", ";0444654321", "?x=1", "#", "%23", "%2a", " x12", " int. 5", ";user=phone",
    "\r\nX", "%0d%0aX", "%00", "%250a", "<b>", "\"", " --flag", "%n", ";ext=1;ext=2", "\u202e", "\u200b", "/", "-",
)  # fmt: skip
CHARACTERS = "0123456789+-./() *#,;:=?%&@<>\"'\\~_pwx\t\n\r\x00\x7fABCabcé٠١२𝟎０＋‑\u00a0\u200b\u202e\ud800"
VERY_LONG = 40


def random_link(dice: random.Random) -> str:
    """Return a link built from real parts, then bent: characters changed, hidden, doubled or cut off."""
    parts = [dice.choice(SCHEMES), dice.choice(SUBSCRIBERS)]
    parts += dice.choices(TAILS, k=dice.choice((0, 0, 1, 1, 2, 3)))
    link = "".join(parts)
    for _ in range(dice.choice((0, 0, 0, 1, 2, 5))):
        place = dice.randrange(len(link) + 1)
        link = link[:place] + dice.choice((
            dice.choice(CHARACTERS),
            f"%{dice.randrange(256):02x}",
            link[place : place + 3],
            "".join(f"%{byte:02X}" for byte in link[place : place + 1].encode("utf-8", "replace")),
        )) + link[place + dice.randrange(2) :]  # fmt: skip
    return link * VERY_LONG if dice.random() < 0.002 else link


def broken_promise(link: str, region: str) -> tuple[str, str]:
    """Read one link; return what became of it, and the promise that was broken ("" when all were kept)."""
    try:
        reading = read_link(link, region=region)
    except NumberRejected as error:
        return error.code, ""
    if len(reading.candidates) != 1 or not reading.is_link:
        return "several", "a link is one number or none"
    candidate = reading.candidates[0]
    return candidate.kind.value, _broken_by(candidate, link) or _dials_by_itself(candidate, region)


def _broken_by(candidate: Candidate, link: str) -> str:
    raw = unquote_to_bytes(link.encode("utf-8", "surrogatepass"))
    if len(link.strip(" ")) > LINK_LIMIT:
        return "an over-long link is refused"
    if re.search(rb"[\x00-\x1f\x7f<>\"]", raw):
        return "control characters and markup are refused"
    if link.strip(" ")[candidate.start : candidate.end] != candidate.text:
        return "start and end are where the number stands"
    if candidate.kind is NumberKind.SIP:
        plain = re.fullmatch(r"[\w.+*#~-]+@[a-z0-9.-]+(:\d+)?", candidate.digits, re.ASCII)
        return "" if plain else "a SIP address is plain"
    allowed = r"[0-9*#]+" if candidate.kind is NumberKind.FEATURE_CODE else r"\+?[0-9]+"
    if not re.fullmatch(allowed, candidate.digits, re.ASCII) or len(candidate.digits) > LINK_LIMIT:
        return "digits are digits"
    if candidate.e164 not in (None, candidate.digits) or len(candidate.e164 or "") > 16:
        return "E.164 is what is dialled"
    return ""


def _dials_by_itself(candidate: Candidate, region: str) -> str:
    """Put the number to consent as kindly as it gets: dialled before, everything quiet, the user in a hurry."""
    if not {"*", "#"} & set(candidate.digits + candidate.post_dial):
        return ""
    way = plan(candidate, Account(id="fuzz", pbx="fuzz"), NumberRules(accepts=(r".+",)), region=region)
    verdict = decide(
        way, source=Source.LINK, context=ConsentContext(dialled_before=True), settings=ConsentSettings(level=Level.FAST)
    )
    if not isinstance(verdict, Ask | Refuse):
        return "nothing with * or # is dialled by itself"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--links", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311 - nothing is kept secret with it
    outcomes: Counter[str] = Counter()
    started = time.monotonic()
    for _ in range(options.links):
        link, region = random_link(dice), dice.choice(REGIONS)
        try:
            outcome, broken = broken_promise(link, region)
        except Exception:
            print(f"seed {options.seed}: crash on {link!r} in {region!r}")
            raise
        if broken:
            print(f"seed {options.seed}: {broken}: {link!r} in {region!r}")
            return 1
        outcomes[outcome] += 1
    seconds = time.monotonic() - started
    print(f"seed {options.seed}: {options.links} links in {seconds:.1f} s, no crash, no broken promise")
    for outcome, count in outcomes.most_common():
        print(f"  {count:8} {outcome}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
