"""Finds the numbers in a link or a text, and never makes one out of two.

`link` reads tel:, callto: and sip: addresses, `text` reads everything else; both load on first use, since they need
phonenumbers.
"""

from __future__ import annotations

from traydial.core.number.value import LINK_LIMIT, LINK_SCHEMES, Reading


def read(text: str, *, region: str) -> Reading:
    """Find the numbers in whatever a person or a program handed over. Raises NumberRejected.

    A text that starts with one of LINK_SCHEMES is a link, unless it reads like a label: "Tel: 0444 123456" with its
    blank, "Tel:0444 123456" with its capital and more words, "TEL:0444 123456 FAX:0444 123457".
    """
    stripped = text.strip()
    scheme, colon, rest = stripped[: LINK_LIMIT + 1].partition(":")
    if not colon or scheme.lower() not in LINK_SCHEMES or rest[:1].isspace():
        return read_text(text, region=region)
    words = stripped.split()[1:]
    if words and (scheme.istitle() or (scheme.isupper() and any(word[0].isalpha() for word in words))):
        return read_text(text, region=region)
    return read_link(stripped, region=region)


def read_link(link: str, *, region: str) -> Reading:
    """Read the one number of a tel:, callto:, sip: or sips: link (RFC 3966, RFC 3261 section 19.1).

    `region` (ISO 3166) is where a number without country and phone-context belongs. Raises NumberRejected.
    """
    from traydial.core.number.link import candidate_of

    return Reading(candidates=(candidate_of(link, region.upper()),), region=region.upper(), is_link=True)


def read_text(text: str, *, region: str) -> Reading:
    """Find every distinct number in the first WINDOW characters of `text`. Raises NumberRejected(number_missing)."""
    from traydial.core.number.text import candidates_of

    candidates, cut = candidates_of(text, region.upper())
    return Reading(candidates=candidates, region=region.upper(), cut=cut)
