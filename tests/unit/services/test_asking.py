"""What a person is asked before a call is placed, and what becomes of the question."""

from contextlib import closing
from dataclasses import replace

import pytest

from traydial.core.call import CallState
from traydial.core.config import Consent
from traydial.core.consent import Level, Source
from traydial.core.dialing import Asking
from traydial.services.history_archive import Archive


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("source", Source)
def test_a_code_with_star_or_hash_always_waits_for_a_yes(work, pbx, history, source, level):
    work.do("configure", replace(work.config, consent=Consent(level=level)))
    for code in ("*21*0412345678#", "*21", "21#"):
        text = "tel:" + code.replace("#", "%23") if source is Source.LINK else code
        work.clock.moment_s += 60
        work.dial(text, source)
        asking = work.next(Asking)
        assert asking.reasons[0] == "feature_code"
        assert asking.dangerous
        work.do("answer", asking.request_id, False)
        work.declined()
    assert (pbx.orders, history.latest()) == ([], ())


def test_a_code_that_was_dialled_before_or_has_a_name_is_asked_about_again(work, pbx, history):
    for _ in range(2):
        request_id = work.dial("*21*600#")
        assert work.next(Asking).reasons == ("feature_code",)
        work.do("answer", request_id, True)
        work.call(CallState.ACCEPTED)
        work.do("hang_up")
        work.call(CallState.ENDED)
        with closing(Archive(history.connect)) as archive:
            archive.annotate(archive.page()[0], name="Forward to reception", note="")
        work.clock.moment_s += 60
    assert len(pbx.orders) == 2


def test_a_number_at_home_that_no_plan_has_is_asked_about_as_mistyped_not_as_foreign(work):
    work.dial("+39 12345678")
    assert work.next(Asking).reasons == ("unassigned",)
