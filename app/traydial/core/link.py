"""tel:, callto:, sip: and sips: links, as RFC 3966 and RFC 3261 write them and as web pages do.

A link is hostile input: it carries a number and nothing else. What is not clearly one number is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from traydial.core import numbering
from traydial.core.dialable import (
    FEATURE_CODE,
    PUBLIC_DIGITS,
    SHORT_DIGITS,
    digits_of,
    identify,
    private,
    public,
)
from traydial.core.errors import NumberRejected
from traydial.core.glyphs import BARRIER, INVISIBLE, canonical
from traydial.core.number import LINK_LIMIT, LINK_SCHEMES, Candidate, NumberKind
from traydial.core.vocabulary import EXTENSION

_SCHEME = re.compile(rf"({'|'.join(LINK_SCHEMES)}):/{{0,2}}", re.IGNORECASE)
_NESTED = 2  # callto:tel:+39...
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|%(?:[01][0-9a-f]|7f|c2%[89][0-9a-f])", re.IGNORECASE)
_MARKUP = re.compile(r"[<>\"'`\\{}|^]|%(?:25|3c|3e|22|27|60|5c|7b|7d|7c|5e)|%(?![0-9a-f]{2})|--", re.IGNORECASE)
_HIDDEN = re.compile(r"%(?:3[0-9]|2a|23|[46][1-9a-f]|[57][0-9a]|[c-f][0-9a-f])", re.IGNORECASE)
_SUBSCRIBER = re.compile(r"\+?[0-9*#(][0-9*#() ./\-]*[0-9*#)/]|\+?[0-9*#]")
_VANITY = re.compile(r"\+?[0-9(][0-9() .\-]*[A-Za-z]{3}[A-Za-z0-9 .\-]*")
_POST_DIAL = re.compile(r"[,pPwW]+[0-9*#][0-9,pPwW*#]*")
_CONTEXT_PREFIX = re.compile(r"\+[0-9().\-]*[0-9][0-9().\-]*")
_CONTEXT_DOMAIN = re.compile(r"[a-z0-9][a-z0-9.\-]*", re.IGNORECASE)
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
    if _HIDDEN.search(body):
        candidate = replace(candidate, oddities=candidate.oddities | {"percent_encoded"})
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


def _sip(body: str, region: str, start: int) -> Candidate:
    user, at, host = body.rpartition("@")
    if not at:
        raise NumberRejected("number_missing")
    host, *parameters = host.split(";")
    if any(parameter.lower() == "user=phone" for parameter in parameters):
        return _tel(user, region, start)
    address = f"{_decoded(user.partition(';')[0])}@{host.lower()}"
    if _SIP_ADDRESS.fullmatch(address) is None:
        raise NumberRejected("number_malformed")
    text = body.partition(";")[0] if ";" not in user else body
    return Candidate(text=text, start=start, end=start + len(text), kind=NumberKind.SIP, digits=address)


def _tel(body: str, region: str, start: int) -> Candidate:
    raw, *rest = body.split(";")
    parameters = dict(_parameters(rest))
    written = _decoded(raw).rstrip(" /")
    written, extension, post_dial = _tail(written)
    if "ext" in parameters:
        extension = parameters["ext"]
    post_dial += parameters.get("postd", "")
    text = raw.rstrip(" /")
    candidate = _number(written, parameters.get("phone-context", ""), region, text, start)
    if post_dial and candidate.kind is NumberKind.FEATURE_CODE:
        raise NumberRejected("number_malformed")
    return replace(candidate, extension=extension, post_dial=post_dial)


def _parameters(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the parameters that mean something here; the others are ignored, as RFC 3966 section 5.4 wants."""
    seen = set()
    for part in parts:
        name, _, value = part.partition("=")
        name, value = name.strip(" ").lower(), _decoded(value).strip(" ")
        if name in seen:
            raise NumberRejected("number_malformed")
        seen.add(name)
        if name.isdigit():  # ";12": wait for an answer, then these digits
            yield "postd", f";{name}"
        elif name == "ext":
            if not 1 <= len(digits_of(value)) <= PUBLIC_DIGITS or not re.fullmatch(r"[0-9().\-]+", value):
                raise NumberRejected("number_malformed")
            yield name, digits_of(value)
        elif name == "postd":
            if not re.fullmatch(r"[0-9,pPwW*#.\-]+", value):
                raise NumberRejected("number_malformed")
            yield name, _pauses(value if value[0] in ",pPwW" else f",{value}")
        elif name == "phone-context":
            if _CONTEXT_PREFIX.fullmatch(value) is None and _CONTEXT_DOMAIN.fullmatch(value) is None:
                raise NumberRejected("number_malformed")
            yield name, value


def _pauses(written: str) -> str:
    """Write pauses (p, comma) as commas and waits (w) as semicolons."""
    return re.sub(r"[.\-]", "", written).lower().replace("p", ",").replace("w", ";")


def _tail(written: str) -> tuple[str, str | None, str]:
    """Split off a hand-written extension or pauses with digits."""
    for match in EXTENSION.finditer(written):
        if match.end() == len(written) and match[0].strip(" ")[0] != "#":
            return written[: match.start()], match[1], ""
    pause = re.search(r"[,pPwW]", written)
    if pause and _POST_DIAL.fullmatch(written, pause.start()):
        tail = written[pause.start() :]
        if len(digits_of(re.sub(r"[pPwW]", ",", tail))) >= 7:  # looks like a second number
            raise NumberRejected("number_several")
        return written[: pause.start()], None, _pauses(tail)
    return written, None, ""


def _number(written: str, context: str, region: str, text: str, start: int) -> Candidate:
    if not any(character.isdigit() for character in written):
        raise NumberRejected("number_missing" if not written or written.isalpha() else "number_malformed")
    if _SUBSCRIBER.fullmatch(written) is None and _VANITY.fullmatch(written) is None:
        raise NumberRejected("number_several" if re.search(r"[0-9][ ,/\-]+\+[0-9]", written) else "number_malformed")
    digits = digits_of(written)
    if not digits.removeprefix("+").isdigit():
        if FEATURE_CODE.fullmatch(digits) is None:
            raise NumberRejected("number_malformed")
        return private(digits, region, text=text, start=start)
    if context and not digits.startswith("+"):
        return _in_context(digits, context, region, text, start)
    spelled = any(character.isalpha() for character in written)
    if len(digits) < SHORT_DIGITS and digits.isdigit() and not spelled:
        return private(digits, region, text=text, start=start)
    number = identify(written, region)
    if number:
        return public(number, text=text, start=start)
    if len(digits) > PUBLIC_DIGITS + 1 or spelled:
        raise NumberRejected("number_malformed")
    if digits.startswith("+"):
        if not numbering.is_possible(digits, region):
            raise NumberRejected("number_malformed")
        return replace(private(digits, region, text=text, start=start, kind=NumberKind.GLOBAL), e164=digits)
    if digits.startswith("00") or len(digits) > SHORT_DIGITS and not numbering.is_possible(digits, region):
        raise NumberRejected("number_malformed")
    return private(digits, region, text=text, start=start)


def _in_context(digits: str, context: str, region: str, text: str, start: int) -> Candidate:
    """A local number and the place or network that it is valid in (RFC 3966 section 5.1.5)."""
    local = replace(private(digits, region, text=text, start=start), oddities=frozenset({"phone_context"}))
    if local.kind is not NumberKind.EMERGENCY:
        local = replace(local, kind=NumberKind.LOCAL)
    if not context.startswith("+"):
        return local
    number = numbering.identify(digits_of(context) + digits, region)
    return public(number, text=text, start=start) if number else local
