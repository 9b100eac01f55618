"""State × verb × role of a reply, as a table."""

import pytest

from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.submissions.flow import REPLY
from shangliang.submissions.models import Countersign, Reply

UNIT = {"staff_housing", "head_housing"}
CO = {"staff_finance"}
OFFICE = {"supervisor"}
SEATS = (
    "member", "member2", "leader", "clerk", "second", "supervisor", "staff_housing",
    "head_housing", "staff_finance", "staff_civil", "drafter", "approver", "admin", "auditor",
)  # fmt: skip
EXPECTED = {
    "edit_reply": (UNIT, {"draft"}, {"draft"}),
    "circulate": (UNIT, {"draft"}, {"countersigning"}),
    "countersign": (CO, {"countersigning"}, {"countersigning"}),
    "recall": (UNIT, {"countersigning", "checking"}, {"draft"}),
    "submit_reply": (UNIT, {"draft", "countersigning"}, {"checking", "sent"}),
    "pass_check": (OFFICE, {"checking"}, {"sent"}),
    "reject_check": (OFFICE, {"checking"}, {"draft"}),
    "change_grade": (OFFICE, {"checking", "sent"}, {"checking", "sent"}),
}


def test_the_expectation_names_every_verb_and_every_verb_is_written():
    assert EXPECTED.keys() == {move.verb for move in REPLY}
    assert {("reply", verb) for verb in EXPECTED} <= REGISTRY.keys()


@pytest.mark.parametrize("move", list(REPLY), ids=lambda m: m.verb)
def test_the_table_says_where_each_verb_leads(move):
    _, states, targets = EXPECTED[move.verb]
    assert set(move.source) == states
    assert set(move.lands()) == targets


@pytest.mark.parametrize("move", [m for m in REPLY if m.form], ids=lambda m: m.verb)
def test_a_verb_that_needs_words_has_a_form(move):
    assert ("reply", move.verb) in FORMS


@pytest.mark.parametrize("state", REPLY.states)
@pytest.mark.parametrize("verb", EXPECTED)
def test_who_may_do_what_in_which_state(city, verb, state):
    reply = city.reply(city.accepted())
    Countersign.objects.create(committee=city.committee, reply=reply, unit=city.units["finance"])
    reply.state = state
    who, states, _ = EXPECTED[verb]
    for key in SEATS:
        said = verdict(REPLY, REPLY[verb], city.seat(key), reply)
        if key not in who:
            assert said.kind == "who", (key, said)
        elif state not in states:
            assert said.kind == "state", (key, said)
        else:
            assert said.ok or said.kind == "when", (key, said)


def test_where_the_head_signs_the_staff_do_not_send(city):
    city.rulebook.body["steps"]["head_signs"] = True
    city.rulebook.save()
    reply = city.reply(city.accepted(units=(("housing", "lead"),)))
    move = REPLY["submit_reply"]
    assert verdict(REPLY, move, city.seat("staff_housing"), reply).kind == "who"
    assert verdict(REPLY, move, city.seat("head_housing"), reply).ok


@pytest.mark.parametrize("verb", ["circulate", "countersign", "pass_check", "reject_check"])
def test_a_step_the_rulebook_has_not_is_not_offered(city, verb):
    city.rulebook.body["steps"] |= {"countersign": False, "reply_check": False}
    city.rulebook.save()
    reply = city.reply(city.accepted())
    assert verdict(REPLY, REPLY[verb], city.seat("supervisor"), reply).kind == "step"


@pytest.mark.parametrize("verb", EXPECTED)
def test_a_seat_of_another_committee_finds_nothing(city, verb):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    reply = city.reply(city.accepted())
    with pytest.raises(Refused) as refused:
        REGISTRY[("reply", verb)](other.seat("supervisor"), reply.pk)
    assert refused.value.kind == "wall"
    assert Reply.objects.get(pk=reply.pk).state == "draft"
