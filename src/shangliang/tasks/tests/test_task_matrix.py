"""State × verb × role of a task, as a table."""

import pytest

from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.tasks.flow import TASK
from shangliang.tasks.models import Task

OWNER = {"staff_housing", "head_housing"}
OFFICE = {"clerk", "second", "supervisor"}
SEATS = (
    "member", "leader", "clerk", "second", "supervisor", "staff_housing", "head_housing",
    "staff_finance", "drafter", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
BOTH = OWNER | OFFICE
EXPECTED = {
    "accept_task": (OWNER, {"offered"}, "doing"),
    "contest_task": (OWNER, {"offered"}, "contested"),
    "grant_contest": (OFFICE, {"contested"}, "offered"),
    "refuse_contest": (OFFICE, {"contested"}, "offered"),
    "divide_task": (BOTH, {"doing"}, None),
    "report_progress": (OWNER, {"doing"}, None),
    "report_delay": (OWNER, {"doing"}, None),
    "ask_more_time": (OWNER, {"doing"}, None),
    "grant_more_time": (OFFICE, {"doing"}, None),
    "refuse_more_time": (OFFICE, {"doing"}, None),
    "report_done": (OWNER, {"doing"}, "reported"),
    "verify": (OFFICE, {"reported"}, "verified"),
    "reject_done": (OFFICE, {"reported"}, "doing"),
    "change_due": (OFFICE, {"doing"}, None),
    "urge_task": (OFFICE, {"offered", "doing"}, None),
    "pause_task": (OFFICE, {"doing"}, "paused"),
    "resume_task": (OFFICE, {"paused"}, "doing"),
    "place_task": (OFFICE, {"offered", "doing", "paused", "reported"}, None),
    "drop_task": (OFFICE, {"offered", "contested", "doing", "paused"}, "dropped"),
}
# Beside person and state these ask for something that has been asked.
ASKED = {"grant_more_time", "refuse_more_time"}


@pytest.fixture
def task(city):
    city.replied()
    return Task.objects.get()


def test_the_expectation_names_every_verb_and_every_verb_is_written():
    assert EXPECTED.keys() == {move.verb for move in TASK}
    assert {("task", verb) for verb in EXPECTED} <= REGISTRY.keys()
    assert {("task", move.verb) for move in TASK if move.form} <= FORMS.keys()


@pytest.mark.parametrize("state", TASK.states)
@pytest.mark.parametrize("verb", EXPECTED)
def test_who_may_do_what_in_which_state(city, task, verb, state):
    move = TASK[verb]
    who, states, target = EXPECTED[verb]
    assert (set(move.source), move.target) == (states, target)
    task.state = state
    for key in SEATS:
        said = verdict(TASK, move, city.seat(key), task)
        if key not in who:
            assert said.kind == "who", (key, said)
        elif state not in states:
            assert said.kind == "state", (key, said)
        elif verb in ASKED:
            assert said.kind == "when", (key, said)
        else:
            assert said.ok, (key, said)


@pytest.mark.parametrize("verb", EXPECTED)
def test_a_seat_of_another_committee_finds_nothing(city, task, verb):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    with pytest.raises(Refused) as refused:
        REGISTRY[("task", verb)](other.seat("supervisor"), task.pk)
    assert refused.value.kind == "wall"
