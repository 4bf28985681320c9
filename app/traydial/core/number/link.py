"""tel:, callto:, sip: and sips: links, as RFC 3966 and RFC 3261 write them and as web pages do.

A link is hostile input: it carries a number and nothing else. What is not clearly one number is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from traydial.core.errors import NumberRejected
from traydial.core.number import numbering
from traydial.core.number.characters import BARRIER, INVISIBLE, canonical
from traydial.core.number.context import cleared, is_not_a_phone_number
from traydial.core.number.identify import (
    FEATURE_CODE,
    SHORT_DIGITS,
    digits_of,
    guess,
    identify,
    identify_spelled,
    private,
    public,
)
from traydial.core.number.value import LINK_LIMIT, LINK_SCHEMES, Candidate, NumberKind
from traydial.core.number.vocabulary import EXTENSION

_SCHEME = re.compile(rf"({'|'.join(LINK_SCHEMES)}):/{{0,2}}", re.IGNORECASE)
_NESTED = 2  # callto:tel:+39...
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|%(?:[01][0-9a-f]|7f|c2%[89][0-9a-f])", re.IGNORECASE)
_MARKUP = re.compile(r"[<>\"'`\\{}|^]|%(?:25|3c|3e|22|27|60|5c|7b|7d|7c|5e)|%(?![0-9a-f]{2})|--", re.IGNORECASE)
_ENCODED = re.compile(r"(?:%[0-9a-f]{2})+", re.IGNORECASE)
_SUBSCRIBER = re.compile(r"\+?[0-9*#(][0-9*#() ./\-]*[0-9*#)/]|\+?[0-9*#]")
# Without blanks, slashes and brackets it is one number or none; a last "-5" may be one of several numbers.
_UNDIVIDED = re.compile(r"\+?[0-9]+(?:[.\-][0-9]+)*(?<!-[0-9])")
_SPELLED = re.compile(r"\+?[0-9(][0-9() .\-]*(?:[A-Za-z][0-9 .\-]*){3,10}")
_AREA_LEAST = 4  # digits; shorter numbers (112) mean the same in every area of a country
_BALANCED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
_NATIONAL_DIGITS = 12  # at most
_LOCAL_DIGITS = 8  # at most, of a number without its area code
_SECOND_NUMBER = 7  # digits: no longer a menu choice or a PIN
_PAUSE = re.compile(r"[,;pPwW]+")
_POST_DIAL = re.compile(r"[,pPwW]+[0-9*#][0-9,pPwW*#]*")
_PARAMETERS = {
    "ext": re.compile(r"(?:[().\-]*[0-9]){1,15}[().\-]*"),
    "postd": re.compile(r"[0-9,pPwW*#.\-]+"),
    "phone-context": re.compile(r"\+(?:[().\-]*[0-9]){1,15}[().\-]*|[A-Za-z0-9][A-Za-z0-9.\-]*"),
}
_SIP_ADDRESS = re.compile(r"([A-Za-z0-9._+*#~\-]{1,64})@([A-Za-z0-9.\-]{1,120}(?::[0-9]{1,5})?)")


def candidate_of(link: str, region: str) -> Candidate:
    """Return the one number of `link`. Raises NumberRejected."""
    link = link.strip(" ")
    if len(link) > LINK_LIMIT:
        raise NumberRejected("number_too_long", limit=LINK_LIMIT)
    if _CONTROL.search(link):
        raise NumberRejected("number_control_characters")
    if _MARKUP.search(link):
        raise NumberRejected("number_malformed")
    scheme, start = _unwrap(link)
    body = link[start:].partition("?")[0]
    candidate = _sip(body, region, start) if scheme.startswith("sip") else _tel(body, region, start)
    if any(_hides(encoded) for encoded in _ENCODED.findall(body)):
        candidate = replace(candidate, suspicions=candidate.suspicions | {"percent_encoded"})
    return candidate


def _unwrap(link: str) -> tuple[str, int]:
    """Return the innermost scheme and where its address starts."""
    scheme, start = "", 0
    for _ in range(1 + _NESTED):
        match = _SCHEME.match(link, start)
        if match is None:
            break
        scheme, start = match[1].lower(), match.end()
    if not scheme or _SCHEME.match(link, start):
        raise NumberRejected("number_malformed")
    return scheme, start


def _decoded(part: str) -> str:
    """Decode percent-encoding once, and every digit, blank and dash to ASCII."""
    try:
        plain = canonical(unquote(part, errors="strict")).replace(INVISIBLE, "")
    except UnicodeDecodeError:
        raise NumberRejected("number_malformed") from None
    if BARRIER in plain or "\n" in plain:
        raise NumberRejected("number_control_characters")
    return plain


def _hides(encoded: str) -> bool:
    """Whether percent-encoding hides what would be dialled.

    An encoded plus, blank or dash is everyday, and a # is legal in no other spelling.
    """
    return any(character.isalnum() or character == "*" for character in canonical(unquote(encoded)))


def _sip(body: str, region: str, start: int) -> Candidate:
    user, at, host = body.rpartition("@")
    if not at:
        raise NumberRejected("number_missing")
    host, *parameters = host.split(";")
    if any(parameter.lower() == "user=phone" for parameter in parameters):
        return _tel(user, region, start)
    address = f"{_decoded(user)}@{host.lower()}"
    if _SIP_ADDRESS.fullmatch(address) is None:
        raise NumberRejected("number_malformed")
    text = body.partition(";")[0]
    return Candidate(text=text, start=start, end=start + len(text), kind=NumberKind.SIP, digits=address)


def _tel(body: str, region: str, start: int) -> Candidate:
    raw, *rest = body.split(";")
    raw = raw.rstrip(" /")
    parameters = dict(_parameters(rest))
    written, extension, post_dial = _tail(_decoded(raw).rstrip(" "))
    if "ext" in parameters:
        extension = digits_of(parameters["ext"])
    post_dial += _pauses(parameters.get("postd", ""))
    if len(digits_of(_PAUSE.sub(" ", post_dial))) >= _SECOND_NUMBER:
        raise NumberRejected("number_several")
    candidate = _number(written, parameters.get("phone-context", ""), region, raw, start)
    if post_dial and candidate.kind is NumberKind.FEATURE_CODE:
        raise NumberRejected("number_malformed")
    return replace(candidate, extension=extension, post_dial=post_dial)


def _parameters(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the parameters that mean something here; the others are ignored, as RFC 3966 section 5.4 wants."""
    seen = set()
    for part in parts:
        name, _, value = part.partition("=")
        name = name.strip(" ").lower()
        if name in seen:
            raise NumberRejected("number_malformed")
        seen.add(name)
        if name.isdigit():  # ";12": wait for an answer, then these digits
            yield "postd", f";{_decoded(name)}"
        elif name in _PARAMETERS:
            value = _decoded(value).strip(" ")
            if _PARAMETERS[name].fullmatch(value) is None:
                raise NumberRejected("number_malformed")
            yield name, value


def _pauses(written: str) -> str:
    """Write pauses (p, comma) as commas and waits (w, semicolon) as semicolons, with one at the start."""
    written = re.sub(r"[.\-]", "", written).lower().replace("p", ",").replace("w", ";")
    return f",{written}" if written[:1].isdigit() or written[:1] in ("*", "#") else written


def _tail(written: str) -> tuple[str, str | None, str]:
    """Split off a hand-written extension, or pauses with digits."""
    for match in EXTENSION.finditer(written):
        if match.end() == len(written) and match[0].strip(" ")[0] != "#":
            return written[: match.start()], match[1], ""
    pause = _PAUSE.search(written)
    if pause and _POST_DIAL.fullmatch(written, pause.start()):
        return written[: pause.start()], None, _pauses(written[pause.start() :])
    return written, None, ""


def _number(written: str, context: str, region: str, text: str, start: int) -> Candidate:
    """Return the number that `written` (canonical characters) is; `text` and `start` say where it stood."""
    spelled = _SPELLED.fullmatch(written) is not None
    if not spelled:
        _check_characters(written)
    _refuse_what_is_no_number(written, region)
    digits = digits_of(written)
    if spelled:
        number = identify_spelled(written, region)
        if number is None:
            raise NumberRejected("number_malformed")
        return public(number, text=text, start=start)
    if FEATURE_CODE.fullmatch(digits):
        return private(digits, region, text=text, start=start)
    if not digits.removeprefix("+").isdigit():
        raise NumberRejected("number_malformed")
    if context and not digits.startswith("+"):
        return _in_context(digits, context, region, text, start)
    number = None
    if len(digits) >= SHORT_DIGITS:
        number = identify(written, region) or guess(written, region)
    if number:
        return public(number, text=text, start=start)
    if len(digits) <= SHORT_DIGITS and digits.isdigit():
        return private(digits, region, text=text, start=start)
    if digits.startswith(("+", "00")) or len(digits) > _NATIONAL_DIGITS:
        raise NumberRejected("number_malformed")
    if len(digits) > _LOCAL_DIGITS or not numbering.is_local(digits, region):
        raise NumberRejected("number_not_in_country", country=region)
    return private(digits, region, text=text, start=start)


def _check_characters(written: str) -> None:
    if not any(character.isdigit() for character in written):
        raise NumberRejected("number_malformed" if written.startswith("-") else "number_missing")
    if _SUBSCRIBER.fullmatch(written) is None:
        raise NumberRejected("number_several" if re.search(r"[0-9][ ,/\-]+\+[0-9]", written) else "number_malformed")


def _refuse_what_is_no_number(written: str, region: str) -> None:
    """Refuse an IP address, a date, a card; and a row that prose would read as several numbers or as part of one."""
    if cleared(written) != written or is_not_a_phone_number(written) or not _BALANCED.fullmatch(written):
        raise NumberRejected("number_malformed")
    if _UNDIVIDED.fullmatch(written):
        return
    from traydial.core.number.text import candidates_of

    try:
        found, _ = candidates_of(written, region)
    except NumberRejected:
        return
    if digits_of(found[0].text) != digits_of(written):
        raise NumberRejected("number_several", numbers=", ".join(number.text for number in found))


def _in_context(digits: str, context: str, region: str, text: str, start: int) -> Candidate:
    """A local number and the place or network that it is valid in (RFC 3966 section 5.1.5)."""
    if context.startswith("+") and len(digits) >= _AREA_LEAST:
        number = numbering.identify(digits_of(context) + digits, region)
        if number:
            return public(number, text=text, start=start)
    local = replace(private(digits, region, text=text, start=start), suspicions=frozenset({"phone_context"}))
    return local if local.kind is NumberKind.EMERGENCY else replace(local, kind=NumberKind.LOCAL)
