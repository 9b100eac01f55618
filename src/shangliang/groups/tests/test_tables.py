"""Who may do what in which state: the four tables of this room as matrices."""

from datetime import timedelta

import pytest

from shangliang.groups.flow import BOOKING, LISTED, SHIFT, TEAM
from shangliang.groups.models import Booking, Shift
from shangliang.procedures.forms import FORMS
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import verdict

from .helpers import entry, studio

ROLES = ("member", "member2", "member3", "member4", "leader", "clerk", "second", "supervisor", "staff_housing", "drafter", "organiser", "editor", "convenor", "admin", "security", "auditor")  # fmt: skip
DESK = {"clerk", "second", "organiser"}
RUNS = DESK | {"member"}
TEAM_WHO = {
    "edit_team": DESK, "join": DESK, "leave": DESK, "close_team": DESK,
    "add_line": RUNS, "drop_line": RUNS, "add_effort": RUNS, "void_effort": RUNS, "set_rota": RUNS,
    "contact_member": RUNS, "locate_team": RUNS,
    "report_point": RUNS | {"member2", "member3"},
    "book_place": DESK | {"member", "member2", "member3", "member4"},
}  # fmt: skip
# member2 is on duty, member3 is asked to stand in, member is the head.
SHIFT_WHO = {
    "ask_swap": ({"member2"}, {"planned"}),
    "take_swap": ({"member3"}, {"asked"}),
    "refuse_swap": ({"member2", "member3"}, {"asked"}),
    "hear": (RUNS | {"member2"}, {"planned", "done"}),
    "pass_on_heard": (RUNS | {"member2"}, {"planned", "done"}),
    "finish_shift": (RUNS | {"member2"}, {"planned"}),
    "miss_shift": (RUNS, {"planned", "asked"}),
    "drop_shift": (RUNS, {"planned", "asked"}),
}
# member2 has booked; member runs the place.
BOOKING_WHO = {
    "finish_booking": (RUNS | {"member2"}, {"booked"}),
    "cancel_booking": (RUNS | {"member2"}, {"booked"}),
}
LISTED_WHO = {
    "agree_listed": ({"member"}, {"asked"}),
    "renew_listed": ({"member"}, {"in"}),
    "edit_listed": (DESK | {"member"}, {"asked", "in"}),
    "declare_kin": (DESK | {"member"}, {"asked", "in"}),
    "withdraw_listed": (DESK | {"member"}, {"asked", "in"}),
    "ask_listed": (DESK, {"in"}),
    "record_answer": (DESK, {"in"}),
    "touch": (DESK, {"in"}),
}
EXPECTED = {
    "team": {verb: (who, {"running"}) for verb, who in TEAM_WHO.items()},
    "shift": SHIFT_WHO,
    "listed": LISTED_WHO,
    "booking": BOOKING_WHO,
}


@pytest.mark.parametrize("table", [TEAM, SHIFT, LISTED, BOOKING], ids=lambda t: t.name)
def test_who_may_do_what_in_which_state(city, table):
    team, shift = studio(city)
    Shift.objects.update(person=city.people["member2"], stand_in=city.people["member3"])
    case = {
        "team": team,
        "shift": Shift.objects.get(),
        "booking": Booking(
            committee=city.committee,
            team=team,
            day=today(),
            slot="evening",
            title="读书会",
            by=city.people["member2"],
        ),
        "listed": entry(city, kind="member", person=city.people["member"].pk),
    }[table.name]
    expected = EXPECTED[table.name]
    assert expected.keys() == {move.verb for move in table}
    assert {(table.name, move.verb) for move in table} <= REGISTRY.keys()
    assert {(table.name, move.verb) for move in table if move.form} == {
        key for key in FORMS if key[0] == table.name
    }
    seats = {key: city.seat(key) for key in ROLES}
    for verb, (who, states) in expected.items():
        for state in table.states:
            case.state = state
            for key, seat in seats.items():
                said = verdict(table, table[verb], seat, case)
                if key not in who:
                    assert said.kind == "who", (verb, key, state, said)
                elif state not in states:
                    assert said.kind == "state", (verb, key, state, said)
                else:
                    assert said.ok or said.kind == "when", (verb, key, state, said)


def test_a_keepers_contact_is_nobody_elses_not_even_the_offices(city):
    row = entry(city, kind="contact", who="member", name="小甲")
    row.person = None
    for verb in ("touch", "edit_listed", "withdraw_listed", "renew_listed"):
        move = LISTED[verb]
        assert verdict(LISTED, move, city.seat("member"), row).kind != "who", verb
        for other in ("organiser", "clerk", "second", "leader", "member2"):
            assert verdict(LISTED, move, city.seat(other), row).kind == "who", (verb, other)


def test_what_is_over_is_over(city):
    row = entry(city)
    row.until = today() - timedelta(days=1)
    assert verdict(LISTED, LISTED["ask_listed"], city.seat("organiser"), row).kind == "when"
    _, shift = studio(city)
    shift.day = today() - timedelta(days=1)
    assert verdict(SHIFT, SHIFT["ask_swap"], city.seat("member"), shift).kind == "when"
