"""What a person reads about the way from a number to what the PBX gets."""

from traydial.core.dialplan.plan import DialPlan, Step
from traydial.core.number.value import Candidate, NumberKind
from traydial.words import dialplan
from traydial.words.messages import in_english

CANDIDATE = Candidate(text="0444 1", start=0, end=6, kind=NumberKind.GLOBAL, digits="+390444123456")
STEPS = (
    Step(rule="caller_id", before="+390444123456", after="+390444123456", setting="rules[11]"),
    Step(rule="form_national", before="+390444123456", after="0444123456"),
    Step(rule="outside_prefix", before="0444123456", after="00444123456", setting="rules[0]"),
)


def planned(**more):
    return DialPlan(candidate=CANDIDATE, account_id="office", dialled="00444123456", **more)


def test_each_step_names_its_rule_and_what_it_changed():
    assert dialplan.why(planned(trace=STEPS), in_english) == (
        "The caller ID was chosen by a rule of the account (rule 12)",
        "Written as a national number, as this PBX wants it: +390444123456 → 0444123456",
        "The prefix for an outside line was added (rule 1): 0444123456 → 00444123456",
    )


def test_a_step_from_nothing_shows_no_arrow():
    assert "→" not in dialplan.step_in_words(Step(rule="internal", before="", after="600"), in_english)


def test_the_whole_way_is_told_under_what_is_dialled():
    lines = dialplan.explained(planned(trace=STEPS[1:]), in_english).splitlines()
    assert lines[:2] == ["Dials 00444123456", "Why this number?"]
    assert [line[:2] for line in lines[2:]] == ["• ", "• "]


def test_what_travels_beside_the_number_is_told_too():
    assert dialplan.dialled(planned(), in_english) == "00444123456"
    assert dialplan.dialled(planned(access_code="9"), in_english) == "00444123456, access code 9"
    assert dialplan.dialled(planned(caller_id="+39044410"), in_english) == "00444123456, shown as +39044410"


def test_every_number_is_marked_for_text_from_right_to_left():
    made = planned(trace=STEPS[1:2], access_code="9", caller_id="+39044410")
    explained = dialplan.explained(made, in_english, lambda number: f"<{number}>")
    assert explained.splitlines()[0] == "Dials <00444123456>, access code <9>, shown as <+39044410>"
    assert explained.endswith(": <+390444123456> → <0444123456>")
