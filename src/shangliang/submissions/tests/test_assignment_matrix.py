"""State × verb × role of an assignment, as a table: who may, who may not, and what each is told."""

import pytest

from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.submissions.flow import ASSIGNMENT
from shangliang.submissions.models import Assignment

UNIT = {"staff_housing", "head_housing"}
ASSIGNERS = {"clerk", "second", "supervisor"}
OFFICE = {"supervisor"}
SEATS = (
    "member", "member2", "leader", "clerk", "second", "supervisor", "staff_housing",
    "head_housing", "staff_finance", "drafter", "approver", "admin", "security", "auditor",
)  # fmt: skip
# verb -> (who, from which states, to which state; None: stays)
EXPECTED = {
    "accept": (UNIT, {"issued"}, "accepted"),
    "ask_return": (UNIT, {"issued", "accepted"}, "contested"),
    "grant_return": (ASSIGNERS, {"contested"}, "returned"),
    "refuse_return": (ASSIGNERS, {"contested"}, "accepted"),
    "log_contact": (UNIT, {"accepted"}, None),
    "ask_extension": (UNIT, {"issued", "accepted"}, None),
    "grant_extension": (OFFICE, {"issued", "accepted"}, None),
    "refuse_extension": (OFFICE, {"issued", "accepted"}, None),
    "pause": (OFFICE, {"accepted"}, None),
    "resume": (OFFICE, {"accepted"}, None),
    "drop": (ASSIGNERS, {"issued", "accepted", "contested"}, "dropped"),
}


def test_the_expectation_names_every_verb_and_every_verb_is_written():
    assert EXPECTED.keys() == {move.verb for move in ASSIGNMENT}
    assert {("assignment", verb) for verb in EXPECTED} <= REGISTRY.keys()


@pytest.mark.parametrize("move", list(ASSIGNMENT), ids=lambda m: m.verb)
def test_the_table_says_where_each_verb_leads(move):
    who, states, target = EXPECTED[move.verb]
    assert set(move.source) == states
    assert move.target == target


@pytest.mark.parametrize("move", [m for m in ASSIGNMENT if m.form], ids=lambda m: m.verb)
def test_a_verb_that_needs_words_has_a_form(move):
    assert ("assignment", move.verb) in FORMS


@pytest.mark.parametrize("state", ASSIGNMENT.states)
@pytest.mark.parametrize("verb", EXPECTED)
def test_who_may_do_what_in_which_state(city, verb, state):
    row = city.assignment(city.assigned(), "housing")
    row.state = state
    who, states, _ = EXPECTED[verb]
    for key in SEATS:
        said = verdict(ASSIGNMENT, ASSIGNMENT[verb], city.seat(key), row)
        if key not in who:
            assert said.kind == "who", (key, said)
        elif state not in states:
            assert said.kind == "state", (key, said)
        else:
            assert said.ok or said.kind == "when", (key, said)
        if not said.ok:
            assert said.reason.endswith("。")


@pytest.mark.parametrize("verb", EXPECTED)
def test_a_seat_of_another_committee_finds_nothing(city, verb):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    row = city.assignment(city.assigned(), "housing")
    with pytest.raises(Refused) as refused:
        REGISTRY[("assignment", verb)](other.seat("supervisor"), row.pk)
    assert refused.value.kind == "wall"
    assert Assignment.objects.get(pk=row.pk).state == "issued"
