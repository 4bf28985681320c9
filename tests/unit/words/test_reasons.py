"""What sort of number it is, in words: nothing for an ordinary one."""

import pytest

from traydial.core.number.value import NumberKind
from traydial.words import reasons
from traydial.words.messages import in_english


@pytest.mark.parametrize(
    ("kind", "said"),
    [(NumberKind.GLOBAL, ""), (NumberKind.PREMIUM, "Premium-rate number"), (NumberKind.SHORT, "Internal number")],
)
def test_an_unusual_number_says_what_it_is(kind, said):
    assert reasons.kind(kind, in_english) == said
