"""State × verb × role of every table of this room, as tables."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.voices.actions.start_issue import start_issue
from shangliang.voices.actions.start_lead import start_lead
from shangliang.voices.actions.start_survey import start_survey
from shangliang.voices.flow import DIFFICULTY, ISSUE, LEAD, POLICY, SURVEY, TABLES, VOICE

from . import life

pytestmark = pytest.mark.django_db

SEATS = (
    "member", "member2", "leader", "clerk", "second", "supervisor", "organiser", "editor", "convenor",
    "staff_housing", "staff_finance", "drafter", "approver", "admin", "security", "auditor",
)  # fmt: skip
AUTHOR, EDITOR, LEADER = {"member"}, {"editor"}, {"leader"}
OFFICE, UNIT = {"editor", "organiser"}, {"staff_finance"}
WHO = {
    "voice": {
        "edit": AUTHOR, "discard": AUTHOR, "submit": AUTHOR, "take_back": AUTHOR,
        "turn_to_proposal": AUTHOR, "agree": AUTHOR, "object": AUTHOR, "sign_off": LEADER,
        "send_back_text": LEADER,
    },
    "difficulty": {
        "edit": AUTHOR, "discard": AUTHOR, "submit": AUTHOR, "take_back": AUTHOR, "send_back": OFFICE,
        "hand_over": OFFICE, "refuse_case": OFFICE, "analyse": UNIT, "return_case": UNIT,
        "answer": UNIT, "firm_solved": OFFICE | AUTHOR, "firm_not_solved": OFFICE | AUTHOR,
    },
    "issue": {move.verb: EDITOR for move in ISSUE},
    "survey": {move.verb: OFFICE for move in SURVEY},
    "lead": {move.verb: {"member", "organiser"} for move in LEAD},
    "policy": {move.verb: OFFICE for move in POLICY} | {"record_refusal": OFFICE | UNIT},
}  # fmt: skip
MOVES = [(table, move) for table in TABLES for move in table]
IDS = [f"{table.name}.{move.verb}" for table, move in MOVES]


def case_of(city, table):
    if table is VOICE:
        voice = life.edited(city)
        return life.do("voice", "ask_consent", city.seat("editor"), voice)
    if table is DIFFICULTY:
        return life.handling(city)
    if table is ISSUE:
        return start_issue(city.seat("editor"), items=[life.signed(city).pk])
    if table is SURVEY:
        from shangliang.procedures.office_calendar import today

        return start_survey(city.seat("organiser"), title="摸底", purpose="汇总", ends_on=today())
    if table is POLICY:
        return life.policy(city)
    return start_lead(city.seat("member"), side="need", what="talent", title="要人", conflict="无")


@pytest.mark.parametrize(("table", "move"), MOVES, ids=IDS)
def test_every_verb_is_written_and_has_its_form(table, move):
    assert (table.name, move.verb) in REGISTRY
    if move.form:
        assert (table.name, move.verb) in FORMS


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_who_may_do_what_in_which_state(city, table):
    case = case_of(city, table)
    seats = {who: city.seat(who) for who in SEATS}
    wrong = []
    for move in table:
        may = WHO[table.name].get(move.verb, EDITOR)
        for state in table.states:
            case.state = state
            for who, seat in seats.items():
                said = verdict(table, move, seat, case)
                if who not in may:
                    right = said.kind == "who"
                elif state not in move.source:
                    right = said.kind == "state"
                else:
                    right = said.ok or said.kind == "when"
                if not right:
                    wrong.append((move.verb, state, who, said))
    assert wrong == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_seat_of_another_committee_finds_nothing(city, table):
    case = case_of(city, table)
    other = build_small_city("邻州市", prefix="b-")
    for move in table:
        with pytest.raises((Refused, TypeError)) as refused:
            REGISTRY[(table.name, move.verb)](other.seat("editor"), case.pk)
        assert refused.value.kind == "wall"


def test_a_difficulty_does_not_follow_the_table_of_notes(city):
    case = life.handling(city)
    said = verdict(VOICE, VOICE["screen"], city.seat("editor"), case)
    assert said.kind == "wall"


def test_an_editor_does_not_edit_their_own_note(city):
    voice = life.received(city)
    city.tie("member", "editor", city.committee)
    assert verdict(VOICE, VOICE["screen"], city.seat("member"), voice).kind == "who"
