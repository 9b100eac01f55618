"""State × verb × role of an activity, an attendance and a finding, written out a second time."""

import pytest

from shangliang.activities.flow import ACTIVITY, ATTENDANCE, FINDING
from shangliang.activities.models import Attendance, Finding
from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import verdict

from .helpers import own, planned

pytestmark = pytest.mark.django_db
SEATS = (
    "member", "member2", "leader", "clerk", "second", "supervisor", "staff_housing", "staff_finance",
    "drafter", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
RUN = {"clerk", "second", "organiser"}
MEMBERS = {"member", "member2"}
# verb: who, from
ON_ACTIVITY = {
    "invite": (RUN, {"draft", "open"}),
    "open_up": (RUN, {"draft"}),
    "sign_up": (MEMBERS, {"open"}),
    "move_activity": (RUN, {"draft", "open"}),
    "seat_people": (RUN, {"open"}),
    "add_chore": (RUN, {"draft", "open"}),
    "finish_chore": (RUN, {"draft", "open"}),
    "sign_in": (MEMBERS, {"open"}),
    "tick": (RUN, {"open"}),
    "merge_ticks": (RUN, {"open", "closed"}),
    "add_card": (RUN | {"member"}, {"open", "closed"}),
    "add_finding": (RUN, {"open", "closed"}),
    "close_activity": (RUN, {"open"}),
    "cancel_activity": (RUN, {"draft", "open"}),
    "withdraw_activity": (RUN, {"closed"}),
}
ANSWERS = {"invited", "going", "leave_refused"}
ON_ATTENDANCE = {
    "accept_invitation": ({"member"}, {"invited", "not_going", "leave_refused"}),
    "decline_invitation": ({"member"}, {"invited", "going"}),
    "ask_leave": ({"member"}, ANSWERS),
    "take_back_leave": ({"member"}, {"leave_asked", "on_leave"}),
    "grant_leave": (RUN, {"leave_asked"}),
    "refuse_leave": (RUN, {"leave_asked"}),
    "say_cause": ({"member"}, ANSWERS | {"leave_asked"}),
    "correct_attendance": (RUN, set(ATTENDANCE.states)),
}
JUDGES = RUN | {"supervisor"}
ON_FINDING = {
    "name_unit": (RUN, {"open"}),
    "answer_finding": ({"staff_housing"}, {"open"}),
    "hand_over": (JUDGES, {"open", "answered"}),
    "confirm_finding": (JUDGES, {"open", "answered"}),
    "find_again": (JUDGES, {"answered"}),
    "link_notes": (RUN, {"open", "answered", "filed"}),
    "file_finding": (RUN, {"open", "answered"}),
}


@pytest.mark.parametrize(
    ("table", "expected"),
    [(ACTIVITY, ON_ACTIVITY), (ATTENDANCE, ON_ATTENDANCE), (FINDING, ON_FINDING)],
    ids=lambda t: getattr(t, "name", ""),
)
def test_who_may_do_what_in_which_state(city, table, expected):
    assert expected.keys() == {m.verb for m in table}
    assert {(table.name, v) for v in expected} <= REGISTRY.keys()
    assert {(table.name, m.verb) for m in table if m.form} <= FORMS.keys()
    row = planned(city, "member", kind="supervision", open_to="members")
    case = {
        "activity": lambda: row,
        "attendance": lambda: own(city, row, "member"),
        "finding": lambda: Finding.objects.create(
            committee=city.committee, kind="problem", activity=row, text="t",
            unit=city.units["housing"], by=city.people["organiser"],
        ),
    }[table.name]()  # fmt: skip
    seats = {key: city.seat(key) for key in SEATS}
    for move in table:
        who, states = expected[move.verb]
        assert set(move.source) == states
        for state in table.states:
            case.state = state
            for key, seat in seats.items():
                said = verdict(table, move, seat, case)
                if key not in who:
                    assert said.kind == "who", (move.verb, key, said)
                elif state not in states:
                    assert said.kind == "state", (move.verb, key, said)
                else:
                    assert said.kind in ("", "when"), (move.verb, key, said)


def test_an_editor_runs_what_the_editor_planned_and_nothing_else(city):
    mine = planned(city, "member", by="editor")
    other = planned(city, "member")
    assert verdict(ACTIVITY, ACTIVITY["close_activity"], city.seat("editor"), mine).kind != "who"
    assert verdict(ACTIVITY, ACTIVITY["close_activity"], city.seat("editor"), other).kind == "who"


def test_staff_of_one_special_committee_run_only_its_activities(city):
    from shangliang.actors.models import Actor, Tie

    one, two = (
        Actor.objects.create(committee=city.committee, kind="special_committee", name=n)
        for n in ("经济委员会", "文史委员会")
    )
    Tie.objects.filter(who=city.people["organiser"], kind="organiser").update(whom=one)
    own_one = planned(city, "member", host=one.pk, by="clerk")
    other = planned(city, "member", host=two.pk, by="clerk")
    seat = city.seat("organiser")
    assert verdict(ACTIVITY, ACTIVITY["cancel_activity"], seat, own_one).ok
    assert verdict(ACTIVITY, ACTIVITY["cancel_activity"], seat, other).kind == "who"


def test_another_committee_meets_the_wall(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    row = planned(other, "member")
    for move in ACTIVITY:
        assert verdict(ACTIVITY, move, city.seat("organiser"), row).kind == "wall"
    assert Attendance.objects.count() == 1
