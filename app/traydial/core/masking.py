"""A telephone number as it is shown where not everybody may read it: enough to recognise, too little to dial."""

from __future__ import annotations

HIDDEN = 4  # digits at least
TAIL = 2


def masked(text: str) -> str:
    """Return `text` without the digits before its last two: "+39 0444 …56"; a short one keeps its last digit alone."""
    places = [place for place, char in enumerate(text) if char.isdigit()]
    lead = len(places) - TAIL - max(HIDDEN, len(places) // 3)
    if lead < 1 or any(char.isalpha() for char in text):
        return f"…{text[places[-1]]}" if places else "…"
    return f"{text[: places[lead]]}…{''.join(text[place] for place in places[-TAIL:])}"
