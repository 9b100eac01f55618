"""Table × role × state: who may do what in which state, in this room's tables."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.forms import FORMS
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.topics.flow import CONSULTATION, PATH, PLAN, QUESTION, RESULT, SIDE, TOPIC
from shangliang.topics.models import Consultation

from . import stages

pytestmark = pytest.mark.django_db
SEATS = (
    "member", "leader", "clerk", "second", "supervisor", "staff_housing", "staff_finance",
    "organiser", "editor", "convenor", "drafter", "approver", "admin", "security", "auditor",
)  # fmt: skip
OFFICE = {"organiser", "clerk", "second"}
# Who may act on a consultation of the office (no room) with the housing office on the other side.
WHO = {
    "sign_minutes": OFFICE | {"leader"},
    "answer_consultation": OFFICE | {"staff_housing"},
    "begin_proposal": {"clerk", "second"},
    "hand_over": OFFICE | {"leader", "supervisor"},
    # Those on the list: the first member, and the people of the housing office.
    **dict.fromkeys(
        ("rate_quality", "add_idea", "vote_idea"), OFFICE | {"member", "staff_housing"}
    ),
}


@pytest.mark.parametrize(
    "table", [TOPIC, PLAN, CONSULTATION, RESULT, SIDE, PATH, QUESTION], ids=lambda t: t.name
)
def test_every_verb_is_written_and_has_its_form(table):
    for move in table:
        assert (table.name, move.verb) in REGISTRY, move.verb
        assert not move.form or (table.name, move.verb) in FORMS, move.verb
        assert move.form or (table.name, move.verb) not in FORMS, move.verb


@pytest.mark.parametrize("state", CONSULTATION.states)
def test_who_may_do_what_to_a_consultation_in_which_state(city, state):
    case = stages.planned(city)
    Consultation.objects.filter(pk=case.pk).update(state=state)
    case.refresh_from_db()
    for move in CONSULTATION:
        who = WHO.get(move.verb, OFFICE)
        for key in SEATS:
            said = verdict(CONSULTATION, move, city.seat(key), case)
            if key not in who:
                assert said.kind == "who", (move.verb, key, said)
            elif state not in move.source:
                assert said.kind == "state", (move.verb, key, said)
            else:
                assert said.kind in ("", "when"), (move.verb, key, said)


def test_a_convenor_runs_the_own_room_and_no_other_consultation(city):
    own = stages.planned(city, "council")
    other = stages.planned(city)
    for verb in ("add_point", "sign_minutes", "close_consultation", "hand_over"):
        move = CONSULTATION[verb]
        assert move.who(city.seat("convenor"), own) is None
        assert move.who(city.seat("convenor"), other)


def test_minutes_are_signed_by_another_than_who_drafted_them(city):
    case = stages.held(city)
    from shangliang.topics.actions.draft_minutes import draft_minutes
    from shangliang.topics.actions.sign_minutes import sign_minutes

    draft_minutes(city.seat("organiser"), case.pk)
    with pytest.raises(Refused, match="起草人以外"):
        sign_minutes(city.seat("organiser"), case.pk)
    assert sign_minutes(city.seat("clerk"), case.pk).state == "recorded"


@pytest.mark.parametrize("verb", [m.verb for m in CONSULTATION])
def test_another_committee_finds_nothing(city, verb):
    case = stages.planned(city)
    other = build_small_city("邻州市", prefix="b-")
    with pytest.raises(Refused) as refused:
        REGISTRY[("consultation", verb)](other.seat("organiser"), case.pk)
    assert refused.value.kind == "wall"
