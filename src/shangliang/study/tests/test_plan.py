"""学习计划: who must by layer, reminders, coverage with small groups hidden, notes that stay private."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.accounts.tests.people import ROLES
from shangliang.actors.models import Tie
from shangliang.notices.models import Notice
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.reminders import remind_all
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.study.actions.name_layer import name_layer
from shangliang.study.coverage import coverage_of, lead_comes_late
from shangliang.study.flow import BANK, DUTY, ENTRY, ITEM, NEEDS, PAPER, PLAN, QUESTION, QUIZ
from shangliang.study.layers import people_in
from shangliang.study.models import StudyNote

from .helpers import do, item, plan

TABLES = (PLAN, ITEM, DUTY, PAPER, BANK, QUESTION, QUIZ, ENTRY, NEEDS)

OFFICE = {"organiser", "clerk", "second"}


class Case:
    """A row of nobody in particular."""

    person_id = author_id = 0
    state = ""

    def __init__(self, committee):
        self.committee_id = committee


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_only_the_office_keeps_and_only_the_person_does(city, table):
    """Every verb of every table asked of every role, on a row that is nobody's own."""
    own = {"confirm_read", "write_note", "share_note", "unshare_note", "edit_paper", "hand_paper", "allow_paper", "save_answers", "hand_in"}  # fmt: skip
    learners = {
        "member",
        "leader",
        "organiser",
        "clerk",
        "second",
        "editor",
        "convenor",
        "drafter",
        "approver",
    }
    for who in ROLES:
        if who not in city.people:
            continue
        for move in table:
            case = Case(city.committee.pk)
            case.state = move.source[0]
            said = verdict(table, move, city.seat(who), case) if not move.when else None
            missing = move.who(city.seat(who), case)
            if move.verb in own:
                assert missing, (who, move.verb)
            elif move.verb == "tell_needs":
                assert (missing is None) == (who in learners), (who, move.verb)
            elif move.verb == "comment_paper":
                assert (missing is None) == (who in OFFICE | {"leader"}), (who, move.verb)
            else:
                assert (missing is None) == (who in OFFICE), (who, move.verb)
            if said is not None and missing is None:
                assert said.ok


def test_a_layer_is_asked_of_the_register(city):
    pk = city.committee.pk
    assert len(people_in(pk, "members")) == 5
    assert people_in(pk, "leaders") == [city.people["leader"].pk]
    assert city.people["organiser"].pk in people_in(pk, "staff")
    assert people_in(pk, "party_group") == []
    assert people_in(pk, "new_members") == []
    Tie.objects.filter(who=city.people["member2"], kind="member").update(start=today())
    assert people_in(pk, "new_members") == [city.people["member2"].pk]


def test_the_party_group_is_named_by_the_office(city):
    leader = city.people["leader"].pk
    name_layer(city.seat("organiser"), layer="party_group", people=[leader])
    assert people_in(city.committee.pk, "party_group") == [leader]
    name_layer(city.seat("organiser"), layer="party_group", people=[])
    assert people_in(city.committee.pk, "party_group") == []
    with pytest.raises(Refused, match="按名册算"):
        name_layer(city.seat("organiser"), layer="members", people=[leader])
    with pytest.raises(Refused):
        name_layer(city.seat("member"), layer="party_group", people=[])


def test_an_item_given_out_lists_everybody_once_and_tells_them(city):
    row = item(city, plan(city), layers=("leaders", "members"), open_=True)
    assert row.duties.count() == 6
    told = Notice.objects.filter(kind="studyitem.issue_item", case_id=row.pk)
    assert told.count() == 6
    assert Clock.objects.filter(about_type="itemlayer").count() == 2


def test_an_item_of_a_plan_not_issued_is_not_given_out(city):
    row = item(city, plan(city, issued=False))
    with pytest.raises(Refused, match="先印发"):
        do("studyitem", "issue_item", city.seat("organiser"), row)


def test_an_empty_layer_says_where_to_name_people(city):
    row = item(city, plan(city), layers=("party_group",))
    with pytest.raises(Refused, match="分层名单"):
        do("studyitem", "issue_item", city.seat("organiser"), row)


def test_a_new_member_is_put_on_the_list_and_nobody_twice(city):
    row = item(city, plan(city), open_=True)
    with pytest.raises(Refused, match="没有新来的人"):
        do("studyitem", "refresh_learners", city.seat("organiser"), row)
    city.tie("editor", Tie.Kind.MEMBER, city.committee)
    do("studyitem", "refresh_learners", city.seat("organiser"), row)
    assert row.duties.count() == 6


def test_only_those_who_have_not_are_reminded_and_once(city):
    row = item(city, plan(city), kind="reading", days=1, open_=True)
    duty = row.duties.get(person=city.people["member"])
    do("studyduty", "confirm_read", city.seat("member"), duty)
    Notice.objects.all().delete()
    remind_all()
    remind_all()
    told = Notice.objects.filter(kind="clock.near")
    assert told.count() == 4
    assert city.people["member"].pk not in told.values_list("to_id", flat=True)


def test_a_closed_item_reminds_nobody(city):
    row = item(city, plan(city), days=1, open_=True)
    do("studyitem", "close_item", city.seat("organiser"), row)
    Notice.objects.all().delete()
    remind_all()
    assert not Notice.objects.filter(kind__startswith="clock").exists()


def test_a_note_is_private_until_shared_and_private_again(city, client):
    row = item(city, plan(city), kind="reading", open_=True)
    duty = row.duties.get(person=city.people["member"])
    do("studyduty", "confirm_read", city.seat("member"), duty, note="先协商后决策。")
    url = reverse("study-item", args=[row.pk])

    def reads(who):
        client.force_login(city.account(who))
        return "先协商后决策" in client.get(url).content.decode()

    assert reads("member")
    assert not any(reads(who) for who in ("member2", "organiser", "leader"))
    do("studyduty", "share_note", city.seat("member"), duty)
    assert reads("member2")
    do("studyduty", "unshare_note", city.seat("member"), duty)
    assert not reads("member2")
    assert StudyNote.objects.get(duty=duty).text == "先协商后决策。"


def test_another_persons_reading_cannot_be_confirmed(city):
    row = item(city, plan(city), kind="reading", open_=True)
    duty = row.duties.get(person=city.people["member"])
    with pytest.raises(Refused, match="本人"):
        do("studyduty", "confirm_read", city.seat("organiser"), duty)


def test_coverage_names_the_gaps_for_the_office_only(city):
    row = item(city, plan(city), layers=("leaders", "members"), open_=True)
    seen = coverage_of(city.seat("organiser"), row)
    assert [len(r.names) for r in seen.layers] == [1, 5]
    other = coverage_of(city.seat("member"), row)
    assert not any(r.names for r in other.layers)
    assert other.layers[0].hidden  # one leader alone
    assert other.layers[1].hidden  # else the leader is told by the difference


def test_the_excused_are_counted_neither_way(city):
    row = item(city, plan(city), open_=True)
    duty = row.duties.get(person=city.people["member5"])
    do("studyduty", "excuse", city.seat("organiser"), duty, why="病假")
    seen = coverage_of(city.seat("organiser"), row)
    assert (seen.whole.of, seen.whole.excused) == (4, 1)


def test_who_leads_must_come_first(city):
    row = item(city, plan(city))
    day = today()
    do("studyitem", "set_layers", city.seat("organiser"), row,
       due={"party_group": day + timedelta(days=9), "members": day + timedelta(days=5)})  # fmt: skip
    assert "带头学习" in lead_comes_late(list(row.layers.all()))
    do("studyitem", "set_layers", city.seat("organiser"), row,
       due={"party_group": day + timedelta(days=3), "members": day + timedelta(days=5)})  # fmt: skip
    assert lead_comes_late(list(row.layers.all())) == ""


def test_one_sector_can_be_a_layer(city):
    row = item(city, plan(city))
    key = f"body-{city.bodies['sector'].pk}"
    do("studyitem", "set_layers", city.seat("organiser"), row, due={key: today()})
    do("studyitem", "issue_item", city.seat("organiser"), row)
    assert row.duties.count() == 5
    with pytest.raises(Refused, match="没有这个界别"):
        do(
            "studyitem",
            "set_layers",
            city.seat("organiser"),
            item(city, row.plan),
            due={"body-1": today()},
        )


def test_a_session_invites_takes_who_signed_in_and_sends_its_points(city):
    from django.utils import timezone

    from shangliang.activities.models import Activity, Attendance, Presence

    row = item(city, plan(city), kind="session", title="读书会", open_=True)
    begins = timezone.now() + timedelta(days=8)
    do("studyitem", "hold_session", city.seat("organiser"), row, starts_at=begins,
       ends_at=begins + timedelta(hours=2), place="一号会议室", speakers="林一舟")  # fmt: skip
    row.refresh_from_db()
    act = Activity.objects.get(pk=row.activity_id)
    assert act.attendances.count() == 5
    with pytest.raises(Refused, match="已经定了活动"):
        do(
            "studyitem",
            "hold_session",
            city.seat("organiser"),
            row,
            starts_at=begins,
            ends_at=begins,
        )
    here = Attendance.objects.get(activity=act, person=city.people["member"])
    Presence.objects.create(
        committee=city.committee, attendance=here, sitting=act.sittings.get(), came_at=begins
    )
    do("studyitem", "record_session", city.seat("organiser"), row, record="谈了三件事。",
       points="一、建立清单。各专委会在6月30日前建立协商清单。")  # fmt: skip
    assert list(row.duties.filter(state="done").values_list("person_id", "how")) == [
        (city.people["member"].pk, "signed")
    ]
    do("studyitem", "send_points", city.seat("organiser"), row)
    row.refresh_from_db()
    assert row.intake is not None
    assert row.intake.kind == "study"


def test_dropping_an_item_tells_who_was_told(city):
    row = item(city, plan(city), open_=True)
    with pytest.raises(Refused, match="为什么取消"):
        do("studyitem", "drop_item", city.seat("organiser"), row, why=" ")
    do("studyitem", "drop_item", city.seat("organiser"), row, why="并入下一次")
    assert Notice.objects.filter(kind="studyitem.drop_item").count() == 5
    assert not Clock.objects.filter(about_type="itemlayer", dropped_on=None).exists()
