"""State × verb × role of notes, gaps, measures and sheets, written out a second time."""

import pytest

from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import verdict
from shangliang.yardsticks.actions.ask_remark import ask_remark
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.start_sheet import start_sheet
from shangliang.yardsticks.flow import GAP, MEASURE, REMARK, SHEET
from shangliang.yardsticks.models import Measure

KEEPERS = {"organiser", "supervisor"}
OWNER = {"staff_housing", "head_housing"}
SEATS = (
    "member", "leader", "clerk", "second", "supervisor", "organiser", "staff_housing", "head_housing",
    "staff_finance", "drafter", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
EXPECTED = {
    ("remark", "give_remark"): (OWNER, {"asked", "returned"}, "given"),
    ("remark", "accept_remark"): (KEEPERS, {"given"}, "accepted"),
    ("remark", "return_remark"): (KEEPERS, {"given"}, "returned"),
    ("gap", "explain_gap"): (KEEPERS | OWNER, {"open"}, None),
    ("gap", "plan_measure"): (KEEPERS | OWNER, {"open"}, None),
    ("gap", "close_gap"): (KEEPERS, {"open"}, "closed"),
    ("gap", "reopen_gap"): (KEEPERS, {"closed", "dropped"}, "open"),
    ("gap", "drop_gap"): (KEEPERS | {"clerk", "second"}, {"open"}, "dropped"),
    ("measure", "report_measure"): (OWNER, {"doing"}, "reported"),
    ("measure", "ask_people"): (KEEPERS, {"doing", "reported"}, None),
    ("measure", "pass_measure"): (KEEPERS, {"reported"}, "passed"),
    ("measure", "return_measure"): (KEEPERS, {"reported"}, "doing"),
    ("measure", "judge_measure"): (KEEPERS, {"reported", "passed"}, None),
    ("measure", "assign_measure"): (KEEPERS, {"doing"}, None),
    ("measure", "move_measure"): (KEEPERS, {"doing"}, None),
    ("measure", "drop_measure"): (KEEPERS, {"doing"}, "dropped"),
    ("sheet", "answer_sheet"): (OWNER, {"draft", "returned"}, None),
    ("sheet", "submit_sheet"): (OWNER, {"draft", "returned"}, "submitted"),
    ("sheet", "return_sheet"): (KEEPERS, {"submitted"}, "returned"),
    ("sheet", "review_sheet"): (KEEPERS, {"submitted"}, "reviewed"),
}
TABLES = {t.name: t for t in (REMARK, GAP, MEASURE, SHEET)}


@pytest.fixture
def rows(ruler):
    seat, unit = ruler.seat("organiser"), ruler.units["housing"].pk
    gap = note_gap(seat, subject="差", text="", owner=unit)
    reading = ruler.record("gdp_rate", "一江区", "2026Q1", 5)
    measure = Measure.objects.create(
        committee=ruler.committee, gap=gap, text="做", owner_id=unit, person_name="甲", due_on="2030-01-01",
        first_due_on="2030-01-01",
    )  # fmt: skip
    six = define(
        seat, kind="questions", code="six", name="六问", source="文件", body={"items": [{"code": "1", "text": "够不够"}]}
    )  # fmt: skip
    return {
        "gap": gap,
        "measure": measure,
        "remark": ask_remark(seat, reading=reading.pk, question="为什么"),
        "sheet": start_sheet(seat, yardstick=six.pk, owner=unit, round="一"),
    }


def test_the_expectation_names_every_verb_and_every_verb_has_its_form():
    assert EXPECTED.keys() == {(t.name, m.verb) for t in TABLES.values() for m in t}
    assert EXPECTED.keys() <= REGISTRY.keys()
    assert {(t.name, m.verb) for t in TABLES.values() for m in t if m.form} <= FORMS.keys()


@pytest.mark.parametrize("key", EXPECTED, ids="-".join)
def test_who_may_do_what_in_which_state(ruler, rows, key):
    table, move = TABLES[key[0]], TABLES[key[0]][key[1]]
    who, states, target = EXPECTED[key]
    assert (set(move.source), move.target) == (states, target)
    case = rows[key[0]]
    seats = {name: ruler.seat(name) for name in SEATS}
    for state in table.states:
        case.state = state
        for name, seat in seats.items():
            said = verdict(table, move, seat, case)
            if name not in who:
                assert said.kind == "who", (name, state, said)
            elif state not in states:
                assert said.kind == "state", (name, state, said)
            else:
                assert said.ok or said.kind == "when", (name, state, said)


@pytest.mark.parametrize("key", EXPECTED, ids="-".join)
def test_a_seat_of_another_committee_finds_nothing(rows, key):
    from shangliang.procedures.seat import Role, Seat

    stranger = Seat(person_id=1, committee_id=10**6, roles=frozenset({Role.ORGANISER}))
    assert verdict(TABLES[key[0]], TABLES[key[0]][key[1]], stranger, rows[key[0]]).kind == "wall"
